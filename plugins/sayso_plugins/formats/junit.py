"""JUnit XML, for test reports of CI servers: a suite an item, a case a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import Coverage, Failure, Format, Gap, ItemReport, Pattern, Rendering, Report, ReportedFinding
from sayso_plugins.formats.places import position
from sayso_plugins.formats.tally import Tally, number

#: What XML 1.0 cannot hold (section 2.2).
NO_CHARACTER = Pattern("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """A finding that makes the run fail is a failure, a milder one is the output of a case that passed.

    Rules that did not look at an item are a case that was skipped; an input that could not be checked is an error, and
    so is a rule that failed on an item.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sayso">\n'
    tally = Tally()
    for report in reports:
        tally.add(report)
        for item in report.listed:
            yield from _item(item, report, rendering)
        for failure in report.failures:
            yield from _failure(failure)
    if tally.coverage is not None:
        yield from _run(tally, tally.coverage)
    yield "</testsuites>\n"


def _item(item: ItemReport, report: Report, rendering: Rendering) -> Iterator[str]:
    name = item.name
    cases = [_case(name, item, finding, rendering.fails(finding, report)) for finding in item.findings]
    gaps = Report((item,)).gaps
    cases += [_skipped(name, gap) for gap in gaps]
    partly = any(item.is_of(failure) for failure in report.failures)
    if not item.findings and item.unanalysed is None and not partly:
        cases.append(f"    <testcase classname={_attribute(name)} name={_attribute('nothing found')}/>\n")
    failed = sum(rendering.fails(finding, report) for finding in item.findings)
    if cases:
        yield from _suite(name, cases, failed=failed, skipped=len(gaps))


def _suite(name: str, cases: list[str], *, failed: int = 0, errors: int = 0, skipped: int = 0) -> Iterator[str]:
    counts = f'tests="{len(cases)}" failures="{failed}" errors="{errors}" skipped="{skipped}"'
    yield f"  <testsuite name={_attribute(name)} {counts}>\n"
    yield from cases
    yield "  </testsuite>\n"


def _case(name: str, item: ItemReport, finding: ReportedFinding, fails: bool) -> str:
    at = position(item, finding)
    head = f"    <testcase classname={_attribute(name)} name={_attribute(finding.rule + (f':{at}' if at else ''))}>"
    quoted = (f"> {' '.join(place.exact.split())}" for place in finding.spans)
    words = "\n".join(one for one in (finding.message, *quoted, finding.help) if one)
    severity = finding.severity.value
    if fails:
        made = f'<failure message={_attribute(finding.message)} type="{severity}">{_text(words)}</failure>'
    else:
        made = f"<system-out>{severity}: {_text(words)}</system-out>"
    return f"{head}{made}</testcase>\n"


def _skipped(name: str, gap: Gap) -> str:
    count = number(len(gap.rules), "rule")
    message = _attribute(f"{count} did not look: {gap.reason}")
    head = f"    <testcase classname={_attribute(name)} name={_attribute(f'{count} did not look')}>"
    return f"{head}<skipped message={message}/></testcase>\n"


def _failure(failure: Failure) -> Iterator[str]:
    name = ": ".join(part for part in (failure.path or "input", failure.locator) if part)
    case = f"    <testcase classname={_attribute(name)} name={_attribute(failure.error)}>"
    case += f"<error message={_attribute(failure.message)} type={_attribute(failure.error)}/></testcase>\n"
    yield from _suite(name, [case], errors=1)


def _run(tally: Tally, coverage: Coverage) -> Iterator[str]:
    """What the run saw beside its items: a rule that fired on too many of them is a failure, and no item is no pass."""
    cases = []
    for one in coverage.exceeded:
        name = _attribute("--max-rate " + one.partition(": ")[0])
        failure = f'<failure message={_attribute(one)} type="max-rate"/>'
        cases.append(f'    <testcase classname="sayso" name={name}>{failure}</testcase>\n')
    nothing = not tally.counts["items"] and not tally.counts["failures"]
    skipped = f"<skipped message={_attribute(tally.totals())}/>" if nothing else ""
    words = _text("\n".join(tally.seen()))
    seen = f"{skipped}<system-out>{words}</system-out>"
    cases.append(f'    <testcase classname="sayso" name="what was seen">{seen}</testcase>\n')
    yield from _suite("sayso", cases, failed=len(coverage.exceeded), skipped=int(nothing))


def _text(words: str) -> str:
    from xml.sax.saxutils import escape  # here, since it imports a client for HTTP

    return escape(NO_CHARACTER.sub("\ufffd", words))


def _attribute(words: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(NO_CHARACTER.sub("\ufffd", words))


JUNIT = Format("junit", "JUnit XML, for test reports of CI servers", render)
