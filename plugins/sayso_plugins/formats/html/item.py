"""One item as an editor reads it: its text with the marks, the notes beside it, and what is known of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from sayso import Gap, ItemReport, Record, Report, Rule, Section, Span, paragraphs
from sayso_plugins.formats.html import marks
from sayso_plugins.formats.html.facts import byline, facts
from sayso_plugins.formats.html.notes import SIGNS, Notes
from sayso_plugins.formats.html.safe import address, joined, language, line, link
from sayso_plugins.formats.html.voices import MOST, Voices
from sayso_plugins.formats.tally import number, unread

#: Characters of a text that are shown, and of a heading.
SHOWN, HEADING = 200_000, 140


class Home(NamedTuple):
    """Where on the page an item has its own part, and how it is headed there."""

    at: str
    title: str


class ItemPage:
    """The part of the page that is about one item.

    Args:
        number: Of the item on the page, from 1.
        rule: The id of a rule's entry in the list of rules.
        home: The item's own part of the page, where this one only adds to it.
        kind: The first part of ids: ``item``, or ``across`` for what several items show.
        rules: What is known of each rule, by name.
    """

    def __init__(
        self,
        item: ItemReport,
        number: int,
        rule: Callable[[str], str],
        home: Home | None = None,
        kind: str = "item",
        rules: Mapping[str, Rule] = MappingProxyType({}),
    ) -> None:
        self.item = item
        self.record: Record | None = item.record
        self.prefix = f"{kind}-{number}"
        self.home = home
        self.text = item.text[:SHOWN]
        self.paragraphs = paragraphs(self.text)
        self.notes = Notes(item, self.prefix, rule, self.paragraphs, len(self.text))
        self.starts = self.notes.starts
        self.voices = Voices(item.record, self.prefix) if item.record is not None else None
        self.unread = unread(item, rules)

    def html(self) -> Iterator[str]:
        """The whole part."""
        yield f'<article class="item" id="{self.prefix}" aria-labelledby="{self.prefix}-h">\n'
        yield from self._head()
        yield from self._not_analysed()
        yield from self.notes.whole()
        if self.home is None or any(self.notes.paragraph(one) is not None for one in self.notes.noted.values()):
            yield from self._body()
        if self.record is not None and self.voices is not None:
            yield from self._known(self.record, self.voices)
        yield from self._skipped()
        yield "</article>\n"

    def _head(self) -> Iterator[str]:
        item = self.item
        yield f'<header>\n<h3 id="{self.prefix}-h" dir="auto">'
        yield f"{self.home.title if self.home else title(item)}</h3>\n"
        if self.record is not None:
            yield f'<p class="byline">{byline(self.record)}</p>\n'
        place = line(item.path or item.id) + (f" ({line(item.locator)})" if item.locator else "")
        home = f'<a href="#{self.home.at}">this item on its own</a>' if self.home else ""
        yield f'<p class="where">{joined((place, link(item.uri, "original") if address(item.uri) else "", home))}</p>\n'
        yield f'<p class="counts">{counts(item, self.unread)}</p>\n</header>\n'

    def _not_analysed(self) -> Iterator[str]:
        """That nobody looked at the text: without a word, the page of such an item looks like one of a clean item."""
        for gap in self._gaps(of_the_text=True):
            said = gap.reason[:1].upper() + gap.reason[1:]
            nothing = " Nothing here says how it is sourced." if self.item.unanalysed is not None else ""
            yield f'<div class="lacks"><p><b>{line(said)}.</b>{nothing}</p>\n'
            yield f"<details><summary>{number(len(gap.rules), 'rule')} did not look at it</summary>\n"
            yield f"<p>{', '.join(f'<code>{line(rule)}</code>' for rule in gap.rules)}</p></details></div>\n"

    def _gaps(self, *, of_the_text: bool) -> list[Gap]:
        """Why rules did not look: that of the text as a whole, or the others."""
        whole = self.unread and self.home is None
        return [gap for gap in Report((self.item,)).gaps if whole is of_the_text] if self.item.skips else []

    def _body(self) -> Iterator[str]:
        yield '<section class="text">\n<h4>Text</h4>\n'
        found = [mark for mark in marks.found(self.item) if mark.number in self.notes.noted]
        found += list(marks.attributed(self.record)) if self.record is not None else []
        found += [marks.Mark(s.start, s.end, "unsourced", "c", n) for n, (s, _) in self.notes.claims.items()]
        by_paragraph = marks.by_paragraph(found, self.paragraphs)
        behind = self._behind()
        notes = self.notes.beside()
        spoken = language(self.record.language.value if self.record is not None else None)
        section: Section | None = None
        for index, span in enumerate(self.paragraphs):
            here = self._section(span.start)
            if here is not section and here is not None and self.record and len(self.record.sections) > 1:
                yield f'<p class="part">{line(here.kind.replace(".", ", "))}</p>\n'
            section = here
            yield f'<div class="row"><p id="{self.prefix}-p{index + 1}" dir="auto"{spoken}>'
            yield from marks.marked(self.text, span, by_paragraph.get(index, ()), behind.get(index, {}))
            yield "</p>\n"
            beside = notes.get(index)
            if beside:
                yield f'<ul class="notes" aria-label="On paragraph {index + 1}">\n{"".join(beside)}</ul>\n'
            yield "</div>\n"
        if not self.paragraphs:
            yield "<p>The item has no text.</p>\n"
        left = len(self.item.text) - len(self.text)
        if left:
            yield f"<p><b>{number(left, 'character')} more of the text are not shown.</b></p>\n"
        yield "</section>\n"

    def _section(self, start: int) -> Section | None:
        sections = self.record.sections if self.record is not None else ()
        return next((one for one in sections if one.span.start <= start < one.span.end), None)

    def _behind(self) -> dict[int, dict[int, str]]:
        """The numbers that stand in the text, by paragraph and by the offset that each stands behind."""
        found: dict[int, dict[int, str]] = {}

        def put(at: int, words: str) -> None:
            index = bisect_right(self.starts, at - 1) - 1
            if at and index >= 0 and self.paragraphs:
                span = self.paragraphs[index]
                here = found.setdefault(index, {})
                at = min(at, span.end)
                here[at] = here.get(at, "") + words

        if self.record is not None and self.voices is not None:
            for index in range(min(MOST, len(self.record.attributions))):
                put(marks.anchor(self.record, index), self.voices.reference(index))
        self.notes.signs(put)
        return found

    def _known(self, record: Record, voices: Voices) -> Iterator[str]:
        yield '<div class="known">\n'
        yield "<section><h4>Who says what</h4>\n"
        if record.attributions:
            yield from voices.listed()
        elif self.item.unanalysed is not None:
            yield "<p>The text was not analysed: who says what is not known.</p>\n"
        else:
            searched = record.speakers_searched
            looked = f" Looked for in: {'; '.join(line(one) for one in searched.looked_in)}." if searched else ""
            yield f"<p>No attribution was found.{looked}</p>\n"
        if record.speakers:
            yield "<h5>Who is quoted</h5>\n"
            yield from voices.heard()
        yield "</section>\n<section><h4>What is known, and how</h4>\n"
        yield from facts(record, self._where)
        yield "</section>\n</div>\n"

    def _where(self, span: Span) -> str | None:
        index = bisect_right(self.starts, span.start) - 1
        if index < 0 or span.start >= len(self.text):
            return None
        return f"{self.prefix}-p{index + 1}"

    def _skipped(self) -> Iterator[str]:
        for gap in self._gaps(of_the_text=False):
            names = ", ".join(line(rule) for rule in gap.rules)
            count = number(len(gap.rules), "rule")
            yield f'<p class="skipped">Not looked at by {count} ({names}): {line(gap.reason)}.</p>\n'


def title(item: ItemReport) -> str:
    """The headline of an item, or its first words where it has none."""
    headline = item.record.headline.value if item.record is not None else None
    if headline:
        return line(headline, HEADING)
    return f'<span class="untitled">{line(item.text[: HEADING * 20], HEADING // 2) or "(no text)"}</span>'


def counts(item: ItemReport, passed_over: bool = False) -> str:
    """The findings of an item by severity, in words.

    Args:
        passed_over: Whether most rules of a language did not look at it.
    """
    severities = [finding.severity for finding in item.findings]
    parts = [
        f'<span class="{one.value}">{SIGNS[one]} {number(severities.count(one), one.value)}</span>'
        for one in SIGNS
        if one in severities
    ]
    found = joined(parts)
    if item.unanalysed is not None:
        return f'<span class="absent">Text not analysed</span> · {found or "nothing found in what is known of it"}'
    if passed_over:
        rules = number(len({skip.rule for skip in item.skips}), "rule")
        return f'<span class="absent">{rules} did not look</span> · {found or "nothing found by the others"}'
    return found or "Nothing found."
