"""What formats and exporters of plugins write; one that fails is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from sayso import Exporter, Format, PluginError, Rendering
from sayso.plugins.format import pieces_of
from sayso.plugins.host import PluginHost
from sayso_cli.guard import hold

T = TypeVar("T")
Render = Callable[[Iterable[T], Rendering], Iterator[str]]


def pieces(render: Render[T], values: Iterator[T], rendering: Rendering, what: str, plugin: str) -> Iterator[str]:
    """The text that a format or an exporter makes of `values`.

    Args:
        what: Such as ``format text``, for the message.
        plugin: Who offers it.

    Raises:
        PluginError: If it fails, or yields what is no text. What `values` raises is raised as it is.
    """
    theirs: list[BaseException] = []

    def watched() -> Iterator[T]:
        try:
            yield from values
        except BaseException as error:
            theirs.append(error)
            raise

    try:
        piece: object
        for piece in pieces_of(render(watched(), rendering)):
            if not isinstance(piece, str):
                raise TypeError(f"it yields text, not {type(piece).__name__}")
            hold()
            yield piece
        # One that stops early, or looks at nothing, does not decide what is checked and what the run ends with.
        for _ in values:
            hold()
    except GeneratorExit:
        raise
    except BaseException as error:
        from sayso.errors import said
        from sayso.stopping import asked_to_stop
        from sayso.traces import kept

        if any(error is one for one in theirs) or asked_to_stop(error):
            raise

        raise PluginError(plugin, f"{what} failed: {said(error)}") from kept(error)


def owner(host: PluginHost, one: Format | Exporter) -> str:
    """The plugin that offers a format or an exporter."""
    return host.owner("sayso_formats" if isinstance(one, Format) else "sayso_exporters", one.name)
