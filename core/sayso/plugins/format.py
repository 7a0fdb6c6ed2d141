"""What a report format is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import field

from sayso.frozen import frozen
from sayso.records.fact import PluginRef
from sayso.report import Report
from sayso.rules.rule import Rule


@frozen
class Rendering:
    """What a format is told of the run and of where its output goes.

    Attributes:
        version: Of sayso.
        plugins: The plugins that took part.
        color: Whether terminal colours are wanted.
        rules: What is known of each rule that may have found something, by name.
    """

    version: str
    plugins: tuple[PluginRef, ...] = ()
    color: bool = False
    rules: Mapping[str, Rule] = field(factory=dict)


@frozen
class Format:
    """A way to write reports down.

    Attributes:
        render: Takes the reports one by one, as they come, and yields text; it prints nothing.
        records: Whether the reports are to have the records of their items.
    """

    name: str
    summary: str
    render: Callable[[Iterable[Report], Rendering], Iterator[str]]
    records: bool = False
