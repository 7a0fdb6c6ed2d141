"""Whether an item of the baseline is still where it was: then another one with most of its words is not it, edited."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from functools import partial
from typing import TYPE_CHECKING

from sayso import Baseline, Item, SaysoError
from sayso.accepted.baseline import Standing
from sayso.accepted.identity import names_of_record

if TYPE_CHECKING:
    from sayso_cli.engines import Engines


class StillThere:
    """Reads the file of an item where that is asked, once, and lets one other item come of an item that is gone."""

    def __init__(self, engines: Engines, baseline: Baseline) -> None:
        self.engines = engines
        self.root = baseline.root or ""
        self._known = frozenset(name for one in baseline.standings for name in one.names)
        self._names: dict[str, frozenset[str]] = {}
        self._taken: dict[int, Hashable] = {}

    def free_for(self, item: Hashable) -> Callable[[Standing], bool]:
        """What :meth:`sayso.Baseline.alike` asks for an item, which is given by what tells it from others."""
        return partial(self._is_free, item)

    def _is_free(self, item: Hashable, standing: Standing) -> bool:
        if standing.path is not None and not self._in(standing.path).isdisjoint(standing.names):
            return False
        return self._taken.setdefault(id(standing), item) == item

    def _in(self, file: str) -> frozenset[str]:
        """The names of the baseline that the items of a file have."""
        if file not in self._names:
            path = os.path.join(self.root, file)
            found: set[str] = set()
            if os.path.isfile(path):
                try:
                    for one in self.engines.for_path(path).items(path):
                        if isinstance(one, Item):
                            found.update(self._known.intersection(names_of_record(one.record, self.root)))
                except SaysoError:  # a configuration that cannot be used: nothing there can be checked either
                    pass
            self._names[file] = frozenset(found)
        return self._names[file]
