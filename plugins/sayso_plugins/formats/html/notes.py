"""The findings and open claims of an item: their notes, and the signs in the text that lead to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from sayso import Claim, ItemReport, Place, ReportedFinding, Severity, Span
from sayso_plugins.formats.html import wording
from sayso_plugins.formats.html.safe import attribute, joined, line, percent
from sayso_plugins.formats.html.voices import claim
from sayso_plugins.formats.tally import number

#: The sign of each severity, which tells it without colour, and that of a place that a finding only refers to.
SIGNS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.INFO: "●"}
RELATED = "↳"
#: Findings and claims that have a note, and characters of a message.
NOTES, MESSAGE = 500, 2_000
#: Puts HTML behind an offset of the text.
Put = Callable[[int, str], None]


class Notes:
    """The notes of an item.

    Args:
        prefix: Of the ids of what belongs to the item, such as ``item-3``.
        rule: The id of a rule's entry in the list of rules.
        paragraphs: Of the text that is shown, of which there are `length` characters.
    """

    def __init__(
        self, item: ItemReport, prefix: str, rule: Callable[[str], str], paragraphs: Sequence[Span], length: int
    ) -> None:
        self.item = item
        self.prefix = prefix
        self.rule = rule
        self.paragraphs = paragraphs
        self.starts = [span.start for span in paragraphs]
        self.length = length
        #: Findings with a note, by their number; where there are too many, the gravest.
        order = sorted(enumerate(item.findings, 1), key=lambda pair: (-pair[1].severity.rank, pair[0]))
        self.noted = dict(sorted(order[:NOTES]))
        #: The open claims by number, with the reason why each needs a source.
        self.claims = {n: (one.span, claim(one, text)) for n, (one, text) in enumerate(open_claims(item)[:NOTES], 1)}

    def index(self, start: int) -> int:
        """The number of the paragraph that a place begins in, from 0."""
        return max(0, bisect_right(self.starts, start) - 1)

    def paragraph(self, finding: ReportedFinding) -> int | None:
        """The paragraph that a note stands beside; None where it is about the item as a whole."""
        if not finding.spans or not self.paragraphs or finding.spans[0].start >= self.length:
            return None
        return self.index(finding.spans[0].start)

    def whole(self) -> Iterator[str]:
        """Findings that have no place in the text that is shown."""
        listed = [(n, one) for n, one in self.noted.items() if self.paragraph(one) is None]
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

    def signs(self, put: Put) -> None:
        """Put the signs of claims and findings behind their places; each leads to its note."""
        for n, (span, _) in self.claims.items():
            at = f"{self.prefix}-c{n}"
            words = f'<a class="badge claim" href="#{at}" id="{at}r" aria-label="Unsourced claim {n}">? {n}</a>'
            put(self._end(span), words)
        for n, finding in self.noted.items():
            for place_number, place in enumerate(finding.spans):
                put(self._end(place), self._sign(n, finding, first=not place_number))
            for place in finding.related:
                put(self._end(place), self._sign(n, finding, related=True))

    def _sign(self, n: int, finding: ReportedFinding, *, first: bool = False, related: bool = False) -> str:
        at, severity = f"{self.prefix}-f{n}", finding.severity
        own = f' id="{at}r"' if first else ""
        kind, sign, label = ("also", RELATED, "What belongs to ") if related else (severity.value, SIGNS[severity], "")
        return (
            f'<a class="badge {kind}" href="#{at}"{own} data-f="{n}" aria-label="{label}{severity.value} {n}" '
            f'aria-describedby="{at}m">{sign} {n}</a>'
        )

    def _end(self, place: Place | Span) -> int:
        """Where a sign stands: behind its place, or at the end of the paragraph that the place begins in."""
        return min(place.end, self.paragraphs[self.index(place.start)].end) if self.paragraphs else 0

    def beside(self) -> dict[int, list[str]]:
        """The notes beside each paragraph, in the order of what they are about, and where the others are."""
        placed: dict[int, list[tuple[int, int, str]]] = {}
        for n, finding in self.noted.items():
            own = self.paragraph(finding)
            if own is not None:
                note = "".join(self._note(n, finding))
                placed.setdefault(own, []).append((finding.spans[0].start, n, note))
            for index, start in self._further(finding, own):
                placed.setdefault(index, []).append((start, n, self._see(n, finding, own, index)))
        for n, (span, why) in self.claims.items():
            at = f"{self.prefix}-c{n}"
            note = (
                f'<li class="note claim" id="{at}" tabindex="-1" data-severity="claim"><p>'
                f'<a class="badge claim" href="#{at}r" aria-label="Unsourced claim {n}, back to the text">? {n}</a> '
                f"<b>Unsourced claim</b>: {why}</p></li>\n"
            )
            placed.setdefault(self.index(span.start), []).append((span.start, 0, note))
        return {index: [note for _, _, note in sorted(several)] for index, several in placed.items()}

    def _further(self, finding: ReportedFinding, own: int | None) -> list[tuple[int, int]]:
        """Other paragraphs that a finding has places in, and where the first of each begins."""
        found: dict[int, int] = {}
        for place in (*finding.spans, *finding.related):
            if self.paragraphs and place.start < self.length:
                index = self.index(place.start)
                found[index] = min(found.get(index, place.start), place.start)
        return [(index, start) for index, start in sorted(found.items()) if index != own]

    def _see(self, n: int, finding: ReportedFinding, own: int | None, index: int) -> str:
        """Where the note is of a sign whose note stands elsewhere."""
        severity = finding.severity
        where = "above" if own is None or own < index else "below"
        return (
            f'<li class="see" data-see="{n}"><a href="#{self.prefix}-f{n}">'
            f'<span class="{severity.value}">{SIGNS[severity]} {n}</span>: its note is {where}</a></li>\n'
        )

    def _note(self, n: int, finding: ReportedFinding) -> Iterator[str]:
        severity = finding.severity
        at = f"{self.prefix}-f{n}"
        badge = f"{SIGNS[severity]} {n}"
        yield (
            f'<li class="note {severity.value}" id="{at}" tabindex="-1" data-n="{n}" data-severity="{severity.value}" '
            f'data-rule="{attribute(finding.rule)}"><p id="{at}m">'
        )
        if self.paragraph(finding) is not None:
            label = f"{severity.value} {n}, back to the text"
            yield f'<a class="badge {severity.value}" href="#{at}r" aria-label="{label}">{badge}</a>'
        else:
            yield f'<span class="badge {severity.value}">{badge}</span>'
        said, places = wording.told(finding.message)
        yield f" <b>{severity.value.title()}</b>: {line(said, MESSAGE)}</p>\n"
        yield f'<p class="help">{line(wording.cure(finding.help), MESSAGE)}</p>\n'
        if places:
            yield wording.searched(tuple(places[:MESSAGE].split("; ")))
        facts = ", ".join(map(wording.about, finding.facts))
        rule = f'<a href="#{self.rule(finding.rule)}">{line(finding.rule)}</a>'
        known = joined((rule, facts, f"{percent(finding.confidence)} sure", self._position(finding)))
        yield f'<p class="rule">{known}</p></li>\n'

    def _position(self, finding: ReportedFinding) -> str:
        """Where a finding is in the file, else in the text, which may stand elsewhere in its file."""
        found = self.item.location(finding) if self.item.path is not None else None
        if found is not None:
            return f"line {found.line}" + (f", column {found.column}" if found.column is not None else "")
        first = finding.spans[0] if finding.spans else None
        return f"line {first.line}, column {first.column} of the text" if first is not None else ""


def open_claims(item: ItemReport) -> list[tuple[Claim, str]]:
    """The unsourced claims that no finding is about, each with the text that it stands in."""
    record = item.record
    if record is None:
        return []
    about = {(place.start, place.end) for finding in item.findings for place in finding.spans}
    return [
        (one, record.text)
        for one in record.claims
        if one.standing == "unsourced" and one.contestable.known and (one.span.start, one.span.end) not in about
    ]
