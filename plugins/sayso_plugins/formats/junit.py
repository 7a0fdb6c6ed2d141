"""JUnit XML, for test reports of CI servers: a suite an item, a case a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import Failure, Format, ItemReport, Pattern, Rendering, Report, ReportedFinding, Severity
from sayso_plugins.formats.places import position, where

#: What XML 1.0 cannot hold (section 2.2).
NO_CHARACTER = Pattern("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """Errors and warnings are failures, information is output of a case that passed; what failed is an error."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sayso">\n'
    for report in reports:
        for item in report.listed:
            yield from _suite(item)
        for failure in report.failures:
            yield from _failure(failure)
    yield "</testsuites>\n"


def _suite(item: ItemReport) -> Iterator[str]:
    failed = sum(finding.severity is not Severity.INFO for finding in item.findings)
    tests = max(1, len(item.findings))
    name = _attribute(where(item))
    yield f'  <testsuite name={name} tests="{tests}" failures="{failed}" errors="0" skipped="0">\n'
    for finding in item.findings:
        yield from _case(name, item, finding)
    if not item.findings:
        yield f'    <testcase classname={name} name="nothing found"/>\n'
    yield "  </testsuite>\n"


def _case(name: str, item: ItemReport, finding: ReportedFinding) -> Iterator[str]:
    at = position(item, finding)
    yield f"    <testcase classname={name} name={_attribute(finding.rule + (f':{at}' if at else ''))}>"
    quoted = (f"> {' '.join(place.exact.split())}" for place in finding.spans)
    words = "\n".join(one for one in (finding.message, *quoted, finding.help) if one)
    if finding.severity is Severity.INFO:
        yield f"<system-out>{_text(words)}</system-out>"
    else:
        message, kind = _attribute(finding.message), finding.severity.value
        yield f'<failure message={message} type="{kind}">{_text(words)}</failure>'
    yield "</testcase>\n"


def _failure(failure: Failure) -> Iterator[str]:
    name = _attribute(": ".join(part for part in (failure.path or "input", failure.locator) if part))
    yield f'  <testsuite name={name} tests="1" failures="0" errors="1" skipped="0">\n'
    yield f"    <testcase classname={name} name={_attribute(failure.error)}>"
    yield f"<error message={_attribute(failure.message)} type={_attribute(failure.error)}/></testcase>\n"
    yield "  </testsuite>\n"


def _text(words: str) -> str:
    from xml.sax.saxutils import escape  # here, since it imports a client for HTTP

    return escape(NO_CHARACTER.sub("\ufffd", words))


def _attribute(words: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(NO_CHARACTER.sub("\ufffd", words))


JUNIT = Format("junit", "JUnit XML, for test reports of CI servers", render)
