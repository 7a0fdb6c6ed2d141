"""Waivers that stand in the text itself: comments of HTML and Markdown, for what stands in the paragraph they are at.

``<!-- sayso: waive attribution/vague-media, dating/date-missing: They are listed below. -->`` stands in its paragraph,
its end included, or by itself before it. It names rules and says why; without a reason it lets nothing stand.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Container, Iterator
from itertools import islice, takewhile, zip_longest

from sayso.analysis.paragraphs import paragraphs
from sayso.frozen import evolve, frozen
from sayso.report import ItemReport, ReportedFinding
from sayso.text.span import Span

#: Readers of forms that have comments.
READERS = frozenset({"html", "markdown"})
OPENS, CLOSES = "<!--", "-->"
MARK = re.compile(r"\s*sayso\s*:\s*waive\b[\s:]*", re.IGNORECASE)
RULES = re.compile(r"\s*[a-z0-9-]+/[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+/[a-z0-9-]+)*\s*(?P<why>:|--|—)?\s*")
TAG = re.compile(r"<[^<>]*>")
#: What stands between these is not on the page.
SILENT = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<template", "</template>"))
WORD = re.compile(r"\w+")
#: What ends a block of a page or of Markdown: a blank line, a heading, the marks of front matter, some elements.
EDGE = re.compile(
    r"\n[ \t\r]*(?=\n)|^[ ]{0,3}#{1,6}[^\n]*$|^(?:---|\+\+\+)[ \t\r]*$"
    r"|</?(?:p|div|br|h[1-6]|li|ul|ol|td|tr|table|blockquote|section|article|header|main|figure|figcaption|body|head)\b[^<>]*>",
    re.IGNORECASE | re.MULTILINE,
)
#: What begins an entry of a list of Markdown.
ENTRY = re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])", re.MULTILINE)
FENCE = re.compile(r"^[ ]{0,3}(?P<mark>`{3,}|~{3,})[^\n]*$", re.MULTILINE)
#: Characters around a comment in which its words are looked for, words that show where it stands, and those around it
#: that tell one of several such places from the others.
NEAR, WORDS, AROUND = 8_000, 8, 64
#: The places with the same words that are looked at.
PLACES = 200
#: Comments of a file that count; nobody writes so many.
MOST = 200


@frozen
class Comment:
    """A waiver in the text.

    Attributes:
        rules: The names as written; empty where none can be read.
        reason: Why; empty where it does not say.
        span: The comment, in the characters of the file.
        before: The last words before it in its own block; empty where it begins one.
        above: The last words before it, in whatever block.
        behind: The first words that follow it, in whatever block.
        stacked: Whether it follows another one with no words between.
    """

    rules: tuple[str, ...]
    reason: str
    span: Span
    before: tuple[str, ...]
    above: tuple[str, ...]
    behind: tuple[str, ...]
    stacked: bool = False

    def __str__(self) -> str:
        return f"the waiver for {' and '.join(self.rules)}" if self.rules else "the waiver"


def comments(raw: str, *, markdown: bool = True) -> Iterator[Comment]:
    """The waivers of a file, in its order.

    Args:
        raw: The file as decoded, with its markup.
        markdown: Whether it is Markdown, where a comment may be shown as code.
    """
    code = list(_fenced(raw)) if markdown else []
    ends = [one.end for one in code]
    at, made, last = raw.find(OPENS), 0, -1
    while at >= 0 and made < MOST:
        end = raw.find(CLOSES, at)
        if end < 0:
            return
        mark = MARK.match(raw, at + len(OPENS), end)
        fence = bisect_right(ends, at)
        fenced = fence < len(code) and code[fence].start <= at
        if mark is not None and not fenced and not (markdown and _in_code(raw, at)):
            made += 1
            stacked = last >= 0 and not _words(raw[last : min(at, last + NEAR)])
            last = end + len(CLOSES)
            yield _read(raw, Span(at, last), " ".join(raw[mark.end() : end].split()), stacked, markdown)
        at = raw.find(OPENS, end)


def _read(raw: str, span: Span, said: str, stacked: bool, markdown: bool) -> Comment:
    match = RULES.match(said)
    rules = tuple(re.findall(r"[a-z0-9-]+/[a-z0-9-]+", match.group())) if match else ()
    reason = said[match.end() :].strip() if match and match["why"] else ""
    above, below = raw[max(0, span.start - NEAR) : span.start], raw[span.end : span.end + NEAR]
    edges = [EDGE, ENTRY] if markdown else [EDGE]
    block = max((found.end() for edge in edges for found in edge.finditer(above)), default=0)
    own = _words(above[block:])[-WORDS:]
    if markdown:  # the number of an entry is none of its words
        above, below = ENTRY.sub(" ", above), ENTRY.sub(" ", below)
    around, behind = _words(above)[-AROUND:], _words(below)[:AROUND]
    return Comment(rules, reason, span, tuple(own), tuple(around), tuple(behind), stacked)


def _fenced(raw: str) -> Iterator[Span]:
    """The blocks of code between fences; one that is not closed goes to the end."""
    opened: re.Match[str] | None = None
    for fence in FENCE.finditer(raw):
        if opened is None:
            opened = fence
        elif fence["mark"].startswith(opened["mark"]):
            yield Span(opened.start(), fence.end())
            opened = None
    if opened is not None:
        yield Span(opened.start(), len(raw))


def _in_code(raw: str, at: int) -> bool:
    """Whether a place of a line is between backticks."""
    start = max(0, at - NEAR)
    return raw.count("`", raw.rfind("\n", start, at) + 1 or start, at) % 2 == 1


def _words(stretch: str) -> list[str]:
    """The words of a stretch of the file that stand on the page."""
    for begin, end in SILENT:
        stretch = _without(stretch, begin, end)
    return WORD.findall(html.unescape(TAG.sub(" ", stretch)))


def _without(text: str, begin: str, end: str) -> str:
    """A text without what stands between two marks, to its end where the second is missing."""
    pieces: list[str] = []
    low, at = text.lower(), 0
    if len(low) != len(text):
        low = text
    while (start := low.find(begin, at)) >= 0:
        pieces.append(text[at:start])
        stop = low.find(end, start)
        if stop < 0:
            return " ".join(pieces)
        at = stop + len(end)
    return " ".join([*pieces, text[at:]])


def placed(found: tuple[Comment, ...], text: str) -> list[Span | None]:
    """The paragraph that each comment stands at, in the text of the item; None for one that leads to none.

    Where the same words stand at several places, what is around them decides; comments keep their order.
    """
    words = list(WORD.finditer(text))
    lows = [word.group() for word in words]
    blocks = paragraphs(text)
    starts = [block.start for block in blocks]
    spans: list[Span | None] = []
    last = 0  # words of the text that stand before the comment placed last
    for number, comment in enumerate(found):
        # Behind another comment there are words between the two, or they are stacked, or such as are not in the text.
        least = last if comment.stacked or not number else last + 1
        at = _place(comment, lows, least)
        at = _place(comment, lows, last) if at is None and least > last else at
        if at is None:
            spans.append(None)
            continue
        last = at
        index = bisect_right(starts, words[at - 1 if comment.before else at].start()) - 1
        spans.append(blocks[index] if index >= 0 else None)
    return spans


def _place(comment: Comment, lows: list[str], least: int) -> int | None:
    """How many words of a text stand before a comment, at least so many; None where it has no place there.

    Fewer of its words are enough where markup comes between; that which stands next to the comment is one of them.
    """
    wanted = comment.before or comment.behind[:WORDS]
    for size in range(len(wanted), min(3, len(wanted)) - 1, -1):
        if not size:
            return None
        head = list(wanted[-size:] if comment.before else wanted[:size])
        begin, step = (max(0, least - size), size) if comment.before else (least, 0)
        places = [at + step for at in islice(_all(lows, head, begin), PLACES) if at + step >= least]
        if places:
            return max(places, key=lambda at: (_common(comment, lows, at), -at))
    return None


def _all(lows: list[str], wanted: list[str], at: int) -> Iterator[int]:
    """Where words follow each other, from a place on."""
    while True:
        try:
            at = lows.index(wanted[0], at)
        except ValueError:
            return
        if lows[at : at + len(wanted)] == wanted:
            yield at
        at += 1


def _common(comment: Comment, lows: list[str], at: int) -> int:
    """How many words on both sides of a comment are those on both sides of a place; an end that both have counts."""
    above, below = lows[max(0, at - AROUND) : at], lows[at : at + AROUND]
    pairs = (zip_longest(reversed(above), reversed(comment.above)), zip_longest(below, comment.behind))
    sides = [sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], side)) for side in pairs]
    return sum(sides) + (below == list(comment.behind) and len(below) < AROUND)


class InText:
    """The waivers in the items of a run, and those that let nothing stand.

    Args:
        rules: The names of all rules.
        most: Bytes of a file that are read.
    """

    def __init__(self, rules: Container[str], most: int) -> None:
        self.rules = rules
        self.most = most
        #: Those that let nothing stand: path, the file as decoded, where in it, and what to say.
        self.idle: list[tuple[str, str, Span, str]] = []

    def split(
        self, item: ItemReport, ran: frozenset[str] | None = None
    ) -> tuple[ItemReport, tuple[ReportedFinding, ...]]:
        """The item without what is waived, and what is waived.

        Args:
            ran: The rules that looked at it: a waiver for another is no waiver of no use. None for all.
        """
        raw = self._raw(item)
        markdown = item.reader.name == "markdown"
        found = tuple(comments(raw, markdown=markdown)) if raw is not None and item.path is not None else ()
        if raw is None or item.path is None or not found:
            return item, ()
        kept, waived = list(item.findings), []
        for comment, paragraph in zip(found, placed(found, item.text), strict=True):
            why = self._why_not(comment, paragraph)
            if why is None and paragraph is not None:
                taken = [one for one in kept if one.rule in comment.rules and _stands_in(one, paragraph)]
                kept = [one for one in kept if one not in taken]
                waived += taken
                looked = ran is None or all(rule in ran for rule in comment.rules)
                why = None if taken or not looked else "lets nothing stand: remove it"
            if why is not None:
                self.idle.append((item.path, raw, comment.span, f"{comment} {why}"))
        return (evolve(item, findings=tuple(kept)), tuple(waived)) if waived else (item, ())

    def _why_not(self, comment: Comment, paragraph: Span | None) -> str | None:
        if not comment.rules:
            return "names no rule; write <!-- sayso: waive family/rule: the reason -->"
        unknown = [rule for rule in comment.rules if rule not in self.rules]
        if unknown:
            return f"lets nothing stand: there is no rule {unknown[0]!r}"
        if not comment.reason:
            return "gives no reason; write it behind a colon"
        return None if paragraph is not None else "stands before no words of the item"

    def _raw(self, item: ItemReport) -> str | None:
        """The file of an item, where it is one that may have comments and holds no other item."""
        if item.reader.name not in READERS or item.path is None or item.locator is not None:
            return None
        try:
            with open(item.path, "rb") as file:
                data = file.read(self.most)
        except (OSError, ValueError):  # standard input, a member of an archive, gone
            return None
        return data.decode("utf-8", "replace") if b"sayso" in data else None


def _stands_in(finding: ReportedFinding, paragraph: Span) -> bool:
    return any(paragraph.start <= place.start < paragraph.end for place in finding.spans)
