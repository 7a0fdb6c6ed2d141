"""Whether a plugin's rule left an item as it was: all rules are given the same one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import NoneType

from sayso.analysis.language import LanguagePack
from sayso.frozen import evolve
from sayso.rules.item import Item
from sayso.text.pattern import Pattern

NO_TABLES = frozenset({frozenset, tuple, str, bool, int, float, Pattern, NoneType})


class Intact:
    """An item before the rules of plugins look at it.

    What a rule can change of it are the lists of its words and their places, `extra`, and the mappings of its language.

    Attributes:
        watching: Whether all of it is looked at behind each rule, and not the mappings alone.
    """

    def __init__(self, item: Item) -> None:
        self.watching = False
        self._item = item
        self._record = item.record
        self._extra = _written(item.record.extra)
        tokens = item.analysis.tokens
        self._words = list(tokens.words), list(tokens.lows)
        self._places = bytes(tokens.starts), bytes(tokens.ends)
        mine = item.pack.__dict__
        self._tables = [mine[name] for name in LanguagePack.__annotations__ if _is_table(mine.get(name))]
        self._sizes = list(map(len, self._tables))

    def changed(self) -> bool:
        """Whether a rule just changed something that is looked at; what can be is as it was again."""
        if self.watching:
            return self.restored()
        sizes = list(map(len, self._tables))
        same, self._sizes = sizes == self._sizes, sizes
        return not same

    def restored(self) -> bool:
        """Whether something was changed; then the item is as it was again, but for the words of its language."""
        item = self._item
        tokens, sizes = item.analysis.tokens, list(map(len, self._tables))
        whole = item.record is self._record and _written(item.record.extra) == self._extra
        same = (tokens.words, tokens.lows) == self._words and (bytes(tokens.starts), bytes(tokens.ends)) == self._places
        if whole and same and sizes == self._sizes:
            return False
        self._sizes = sizes
        if not whole:
            self._record = evolve(self._record, extra=json.loads(self._extra))
        item.__dict__.pop("analysis", None)
        item.__dict__.update(record=self._record, _layout=None)
        return True


def _is_table(value: object) -> bool:
    # Asking for what is no mapping whether it is one takes longest, and most of a language is sets and expressions.
    return isinstance(value, dict) or (type(value) not in NO_TABLES and isinstance(value, Mapping))


def _written(extra: Mapping[str, object]) -> str:
    return json.dumps(extra, default=repr) if extra else "{}"
