"""Reports as JSON and back, whole: with the text, which the JSON report leaves out."""

from __future__ import annotations

from typing import Any

from sayso import ItemReport, LeftOut, Location, Place, PluginRef, Report, ReportedFinding, Severity, Skip


def to_stored(reports: list[Report]) -> list[Any]:
    """Reports without failures, as lists in place of objects, since there are many."""
    return [
        [
            [_ref(plugin) for plugin in report.plugins],
            [_item(item) for item in report.items],
            [[one.kind, one.reason, one.detail, one.number, one.path, one.locator] for one in report.left_out],
        ]
        for report in reports
    ]


def from_stored(written: list[Any]) -> list[Report]:
    """The reports that :func:`to_stored` wrote.

    Raises:
        ValueError, TypeError, KeyError: If it did not.
    """
    return [
        Report(
            items=tuple(_item_back(item) for item in items),
            plugins=tuple(PluginRef(*plugin) for plugin in plugins),
            left_out=tuple(LeftOut(*one) for one in left_out),
        )
        for plugins, items, left_out in written
    ]


def _ref(plugin: PluginRef) -> list[str]:
    return [plugin.name, plugin.version]


def _item(item: ItemReport) -> list[Any]:
    findings = [
        [
            *(one.rule, one.severity.value, one.confidence, one.message, one.help),
            *([_place(place) for place in places] for places in (one.spans, one.related)),
            *(list(one.facts), one.fingerprint, _location(one.location)),
        ]
        for one in item.findings
    ]
    skips = [[skip.rule, skip.reason] for skip in item.skips]
    known = [item.id, item.path, item.locator, item.content_sha256, _ref(item.reader)]
    return [*known, findings, skips, item.text, item.in_file, item.uri, list(item.unsure)]


def _place(place: Place) -> list[Any]:
    return [place.start, place.end, place.exact, place.line, place.column, _location(place.location)]


def _location(one: Location | None) -> list[Any] | None:
    return None if one is None else [one.line, one.column, one.end_line, one.end_column, one.exact]


def _location_back(written: list[Any] | None) -> Location | None:
    return None if written is None else Location(*written)


def _item_back(written: list[Any]) -> ItemReport:
    identity, path, locator, digest, reader, findings, skips, text, in_file, uri, unsure = written
    return ItemReport(
        id=identity,
        path=path,
        locator=locator,
        content_sha256=digest,
        reader=PluginRef(*reader),
        findings=tuple(_finding_back(one) for one in findings),
        skips=tuple(Skip(*one) for one in skips),
        text=text,
        in_file=in_file,
        uri=uri,
        unsure=tuple(unsure),
    )


def _finding_back(written: list[Any]) -> ReportedFinding:
    rule, severity, confidence, message, help_, spans, related, facts, print_, location = written
    places = (tuple(_place_back(*one) for one in spans), tuple(_place_back(*one) for one in related))
    known = (rule, Severity(severity), confidence, message, help_)
    return ReportedFinding(*known, *places, tuple(facts), print_, _location_back(location))


def _place_back(start: int, end: int, exact: str, line: int, column: int, location: list[Any] | None) -> Place:
    return Place(start, end, exact, line, column, _location_back(location))
