"""What an exporter is: a way to write records, with what was found in them, in a standard of others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sayso.frozen import frozen
from sayso.plugins.format import Rendering
from sayso.records.record import Record
from sayso.report import ItemReport


@frozen
class Exported:
    """One item to export.

    Attributes:
        record: With its speakers, quotations, attributions and claims.
        report: What the rules found; None for an exporter that does not ask for it.
        rules: The names of the rules that looked at it.
    """

    record: Record
    report: ItemReport | None = None
    rules: tuple[str, ...] = ()


@frozen
class Exporter:
    """A standard that records can be written in.

    What the standard cannot say is left out: that a fact was looked for and is absent becomes no value, and a value
    that was only inferred is not stated as if somebody had said it.

    Attributes:
        render: Takes the items one by one, as they come, and yields text; it prints nothing.
        findings: Whether it needs the rules to run.
    """

    name: str
    summary: str
    render: Callable[[Iterable[Exported], Rendering], Iterator[str]]
    findings: bool = False
