"""For people: the source line, carets under the span, why it matters and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import Format, ItemReport, Place, Rendering, Report, ReportedFinding, Severity, columns, visible
from sayso_plugins.formats.places import position, within
from sayso_plugins.formats.tally import Tally

#: Columns of source text that are shown; news paragraphs are longer than any terminal.
COLUMNS = 96
CONTEXT = 28
STYLES = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;36m",
    "dim": "\x1b[2m",
    "bold": "\x1b[1m",
}
RESET = "\x1b[0m"
CAVEAT = "A pass means that the sourcing is visible, never that the item is true."


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """Each finding as a compiler shows an error, and a summary at the end."""
    tally = Tally()
    for report in reports:
        tally.add(report)
        for item in report.listed:
            for finding in item.findings:
                yield from _finding(finding, item, rendering.color)
    yield from (f"{visible(line)}\n" for line in tally.gaps())
    yield f"{tally.totals()}\n"
    if tally.passed:
        yield f"{CAVEAT}\n"


def _finding(finding: ReportedFinding, item: ItemReport, color: bool) -> Iterator[str]:
    def paint(text: str, style: object) -> str:
        return f"{STYLES[style]}{text}{RESET}" if color else text  # type: ignore[index]

    head = paint(f"{finding.severity.value}[{finding.rule}]", finding.severity)
    yield f"{head}: {paint(visible(finding.message), 'bold')}\n"
    where = visible(item.path or item.id)
    at = position(item, finding)
    known, inside = item.location(finding), within(item, finding)
    line = f":{at}{' onwards' if not known.exact else ''}" if known is not None else ""
    locator = f" ({visible(inside)})" if inside else ""
    locator += f", {at} of the text" if at and known is None else ""
    facts = f"  {', '.join(finding.facts)}" if finding.facts and not finding.spans else ""
    yield f"{paint('  -->', 'dim')} {where}{line}{locator}{visible(facts)}\n"
    if finding.spans:
        gutter = len(str(max(place.line for place in finding.spans)))
        yield f"{' ' * (gutter + 1)} {paint('|', 'dim')}\n"
        for place in finding.spans:
            for source, carets in excerpt(item.text, place):
                number = f"{place.line:>{gutter}}"
                yield f" {paint(f'{number} |', 'dim')} {source}\n"
                yield f" {' ' * gutter} {paint('|', 'dim')} {paint(carets, finding.severity)}\n"
    if finding.help:
        yield f"   {paint('= help:', 'dim')} {visible(finding.help)}\n"
    yield f"   {paint('= why:', 'dim')} sayso explain {finding.rule}\n\n"


def excerpt(text: str, place: Place) -> list[tuple[str, str]]:
    """The line of a span, cut to what fits, and the carets under it; a span of several lines shows its first.

    Control characters are made visible, and carets stand under the columns that a terminal gives the words.
    """
    start = place.start - (place.column - 1)
    end = min((at for at in (text.find(mark, place.start) for mark in "\r\n") if at >= 0), default=len(text))
    stop = max(min(place.end, end), place.start + 1)
    left = max(start, place.start - CONTEXT)
    before = visible(text[left : place.start])
    words = visible(text[place.start : min(stop, place.start + COLUMNS)])
    room = max(0, COLUMNS - columns(before) - columns(words))
    whole = stop <= place.start + COLUMNS and columns(words) <= COLUMNS - columns(before)
    if not whole:
        words = _cut(words, max(20, COLUMNS - columns(before)))
    after = visible(text[stop : min(end, stop + room)]) if whole else ""
    head = "…" if left > start else ""
    tail = "…" if not whole or stop + room < end or place.end > stop else ""
    return [(f"{head}{before}{words}{after}{tail}", " " * (len(head) + columns(before)) + "^" * max(1, columns(words)))]


def _cut(text: str, room: int) -> str:
    """The beginning of a text that fits; an escape may be cut in two, which harms nothing."""
    taken, used = 0, 0
    for char in text:
        used += columns(char)
        if used > room:
            break
        taken += 1
    return text[:taken]


TEXT = Format("text", "For people: source line, carets, help", render)
