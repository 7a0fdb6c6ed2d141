"""One item as an editor reads it: its text with the marks, the notes beside it, and what is known of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sayso import ItemReport, Record, Report, ReportedFinding, Section, Severity, Span, paragraphs
from sayso_plugins.formats.html import marks
from sayso_plugins.formats.html.facts import byline, facts
from sayso_plugins.formats.html.safe import address, attribute, joined, language, line, link, percent
from sayso_plugins.formats.html.voices import MOST, Voices, claim
from sayso_plugins.formats.tally import number

#: The sign of each severity, which tells it without colour.
SIGNS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.INFO: "●"}
#: Characters of a text that are shown, findings that have a note, and characters of a heading and a message.
SHOWN, NOTES, HEADING, MESSAGE = 200_000, 500, 140, 2_000


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
    """

    def __init__(
        self,
        item: ItemReport,
        number: int,
        rule: Callable[[str], str],
        home: Home | None = None,
        kind: str = "item",
    ) -> None:
        self.item = item
        self.record: Record | None = item.record
        self.prefix = f"{kind}-{number}"
        self.rule = rule
        self.home = home
        self.text = item.text[:SHOWN]
        self.paragraphs = paragraphs(self.text)
        self.starts = [span.start for span in self.paragraphs]
        self.voices = Voices(item.record, self.prefix) if item.record is not None else None
        self.claims = _open_claims(item, item.record)
        #: Findings with a note, by their number; where there are too many, the gravest.
        order = sorted(enumerate(item.findings, 1), key=lambda pair: (-pair[1].severity.rank, pair[0]))
        self.noted = dict(sorted(order[:NOTES]))

    def html(self) -> Iterator[str]:
        """The whole part."""
        yield f'<article class="item" id="{self.prefix}" aria-labelledby="{self.prefix}-h">\n'
        yield from self._head()
        yield from self._not_analysed()
        yield from self._whole()
        if self.home is None or any(self._paragraph(one) is not None for one in self.noted.values()):
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
        yield f'<p class="counts">{counts(item)}</p>\n</header>\n'

    def _not_analysed(self) -> Iterator[str]:
        """That nobody looked at the text: without a word, the page of such an item looks like one of a clean item."""
        why = self.item.unanalysed
        if why is None:
            return
        rules = sorted({skip.rule for skip in self.item.skips if skip.reason.startswith(why)})
        yield f'<div class="lacks"><p><b>{line(why[:1].upper() + why[1:])}.</b> Nothing here says how it is sourced. '
        yield f"{number(len(rules), 'rule')} did not look at it:</p>\n"
        yield f"<p>{', '.join(f'<code>{line(rule)}</code>' for rule in rules)}</p></div>\n"

    def _whole(self) -> Iterator[str]:
        """Findings that have no place in the text that is shown."""
        listed = [(n, one) for n, one in self.noted.items() if self._paragraph(one) is None]
        left = len(self.item.findings) - len(self.noted)
        if not listed and not left:
            return
        yield '<section class="whole" data-box>\n<h4>On the item as a whole</h4>\n'
        if listed:
            yield '<ul class="notes">\n'
            for n, one in listed:
                yield from self._note(n, one)
            yield "</ul>\n"
        if left:
            yield f"<p>{number(left, 'finding')} more, none graver than these, have no note here.</p>\n"
        yield "</section>\n"

    def _paragraph(self, finding: ReportedFinding) -> int | None:
        if not finding.spans or not self.paragraphs or finding.spans[0].start >= len(self.text):
            return None
        return max(0, bisect_right(self.starts, finding.spans[0].start) - 1)

    def _body(self) -> Iterator[str]:
        yield '<section class="text">\n<h4>Text</h4>\n'
        found = [mark for mark in marks.found(self.item) if mark.number in self.noted]
        found += list(marks.attributed(self.record)) if self.record is not None else []
        found += [marks.Mark(s.start, s.end, "unsourced", "c", n) for n, (s, _) in self.claims.items()]
        by_paragraph = marks.by_paragraph(found, self.paragraphs)
        behind = self._behind()
        notes = self._notes()
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
        for n, (span, _) in self.claims.items():
            at = f"{self.prefix}-c{n}"
            words = f'<a class="badge claim" href="#{at}" id="{at}r" aria-label="Unsourced claim {n}">? {n}</a>'
            put(min(span.end, self._end(span.start)), words)
        for n, finding in self.noted.items():
            for place_number, place in enumerate(finding.spans):
                at = f"{self.prefix}-f{n}"
                own = f' id="{at}r"' if not place_number else ""
                severity = finding.severity
                put(
                    min(place.end, self._end(place.start)),
                    f'<a class="badge {severity.value}" href="#{at}"{own} data-f="{n}" '
                    f'aria-label="{severity.value} {n}">{SIGNS[severity]} {n}</a>',
                )
        return found

    def _end(self, start: int) -> int:
        """Where the paragraph of a place ends: a badge stands with the beginning of what it is about."""
        index = bisect_right(self.starts, start) - 1
        return self.paragraphs[max(0, index)].end if self.paragraphs else 0

    def _notes(self) -> dict[int, list[str]]:
        """The notes beside each paragraph, in the order of what they are about."""
        placed: dict[int, list[tuple[int, int, str]]] = {}
        for n, finding in self.noted.items():
            index = self._paragraph(finding)
            if index is not None:
                note = "".join(self._note(n, finding))
                placed.setdefault(index, []).append((finding.spans[0].start, n, note))
        for n, (span, why) in self.claims.items():
            at = f"{self.prefix}-c{n}"
            note = (
                f'<li class="note claim" id="{at}" tabindex="-1" data-severity="claim"><p>'
                f'<a class="badge claim" href="#{at}r" aria-label="Unsourced claim {n}, back to the text">? {n}</a> '
                f"<b>Unsourced claim</b>: {why}</p></li>\n"
            )
            placed.setdefault(max(0, bisect_right(self.starts, span.start) - 1), []).append((span.start, 0, note))
        return {index: [note for _, _, note in sorted(several)] for index, several in placed.items()}

    def _note(self, n: int, finding: ReportedFinding) -> Iterator[str]:
        severity = finding.severity
        at = f"{self.prefix}-f{n}"
        badge = f"{SIGNS[severity]} {n}"
        yield (
            f'<li class="note {severity.value}" id="{at}" tabindex="-1" data-n="{n}" data-severity="{severity.value}" '
            f'data-rule="{attribute(finding.rule)}"><p>'
        )
        if self._paragraph(finding) is not None:
            label = f"{severity.value} {n}, back to the text"
            yield f'<a class="badge {severity.value}" href="#{at}r" aria-label="{label}">{badge}</a>'
        else:
            yield f'<span class="badge {severity.value}">{badge}</span>'
        yield f" <b>{severity.value.title()}</b>: {line(finding.message, MESSAGE)}</p>\n"
        about = ", ".join(f"<code>{line(fact)}</code>" for fact in finding.facts)
        rule = f'<a href="#{self.rule(finding.rule)}">{line(finding.rule)}</a>'
        known = joined((rule, about, f"{percent(finding.confidence)} sure", self._position(finding)))
        rule = f'<span class="rule">{known}</span>'
        yield f'<p class="help">{line(finding.help, MESSAGE)} {rule}</p></li>\n'

    def _position(self, finding: ReportedFinding) -> str:
        """Where a finding is in the file, else in the text, which may stand elsewhere in its file."""
        found = self.item.location(finding) if self.item.path is not None else None
        if found is not None:
            return f"line {found.line}" + (f", column {found.column}" if found.column is not None else "")
        first = finding.spans[0] if finding.spans else None
        return f"line {first.line}, column {first.column} of the text" if first is not None else ""

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
        for gap in Report((self.item,)).gaps:
            if gap.reason != self.item.unanalysed:
                names = ", ".join(line(rule) for rule in gap.rules)
                count = number(len(gap.rules), "rule")
                yield f'<p class="skipped">Not looked at by {count} ({names}): {line(gap.reason)}.</p>\n'


def title(item: ItemReport) -> str:
    """The headline of an item, or its first words where it has none."""
    headline = item.record.headline.value if item.record is not None else None
    if headline:
        return line(headline, HEADING)
    return f'<span class="untitled">{line(item.text[: HEADING * 20], HEADING // 2) or "(no text)"}</span>'


def counts(item: ItemReport) -> str:
    """The findings of an item by severity, in words."""
    severities = [finding.severity for finding in item.findings]
    parts = [
        f'<span class="{one.value}">{SIGNS[one]} {number(severities.count(one), one.value)}</span>'
        for one in SIGNS
        if one in severities
    ]
    found = joined(parts)
    if item.unanalysed is None:
        return found or "Nothing found."
    return f'<span class="absent">Text not analysed</span> · {found or "nothing found in what is known of it"}'


def _open_claims(item: ItemReport, record: Record | None) -> dict[int, tuple[Span, str]]:
    """The unsourced claims that no finding is about, by number, with the reason why each needs a source."""
    if record is None:
        return {}
    about = {(place.start, place.end) for finding in item.findings for place in finding.spans}
    open_claims = [
        one
        for one in record.claims
        if one.standing == "unsourced" and one.contestable.known and (one.span.start, one.span.end) not in about
    ]
    return {n: (one.span, claim(one, record.text)) for n, one in enumerate(open_claims[:NOTES], 1)}
