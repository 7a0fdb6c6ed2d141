"""One plugin: what it is called, what it adds, and why it or part of it was left out."""

from __future__ import annotations

import os

from sayso.records.fact import PluginRef
from sayso.report import Failure

#: In the place of a distribution, of plugins that are files of the house.
LOCAL = "local"


class Plugin:
    """One plugin, loaded or not.

    Attributes:
        name: Of its entry point.
        distribution: Of the distribution it comes from.
        adds: Kind (``readers``, ``rules`` …) to the names it adds.
        load_ms: How long importing it and calling its hooks took.
        error: Why it, or part of it, was left out.
        state: ``loaded``, ``failed`` or ``disabled``.
        module: The module that it is, or that its class is of; empty where it was not loaded.
        cause: What it raised, if that is why.
    """

    def __init__(self, name: str, distribution: str = "", version: str = "") -> None:
        self.name = name
        self.distribution = distribution
        self.version = version
        self.requires_api: str = ""
        self.adds: dict[str, list[str]] = {}
        self.load_ms: float = 0.0
        self.error: str | None = None
        self.state: str = "loaded"
        self.module: str = ""
        self.cause: BaseException | None = None

    @property
    def called(self) -> str:
        """The name, of a file of the house without the folders above the one that sayso was started in."""
        if self.distribution != LOCAL:
            return self.name
        try:
            here = os.path.join(os.getcwd(), "")
        except OSError:  # the folder is gone
            here = ""
        return self.name.removeprefix(here).replace(os.sep, "/")

    @property
    def ref(self) -> PluginRef:
        """Name and version, as reports give them."""
        return PluginRef(self.called, self.version)

    @property
    def failure(self) -> Failure:
        """Why it, or part of it, was left out, as reports give it."""
        words = f"plugin {self.called!r} ({self.distribution or LOCAL}): {self.error}"
        return Failure(None, "plugin", words, cause=self.cause)

    @property
    def told(self) -> dict[str, object]:
        """What is known of it, as programs take it."""
        return {name: value for name, value in vars(self).items() if name != "cause"}
