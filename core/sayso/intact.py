"""Whether the rules of plugins left an item as it was: all rules are given the same one."""

from __future__ import annotations

import json
from collections.abc import Mapping, MutableMapping
from functools import lru_cache
from types import NoneType
from typing import Any

from sayso.analysis.language import LanguagePack
from sayso.frozen import evolve
from sayso.records.record import Content, Record
from sayso.rules.item import Item
from sayso.text.pattern import Pattern

NO_TABLES = frozenset({frozenset, tuple, str, bool, int, float, Pattern, NoneType})


class Intact:
    """An item before the rules of plugins look at it.

    What a rule can change of it are the lists of its words and their places, `extra`, and the mappings of its language.
    The fields of its record and of the content are frozen; what goes around that is noticed there, and no deeper.
    """

    def __init__(self, item: Item) -> None:
        self._item = item
        self._record = item.record
        self._fields = _fields(item.record)
        self._extra = _written(item.record.extra)
        tokens = item.analysis.tokens
        self._words = list(tokens.words), list(tokens.lows)
        self._places = bytes(tokens.starts), bytes(tokens.ends)
        self._tables, self._copies, self._sizes = _tables(item.pack)

    def restored(self) -> bool:
        """Whether something was changed since it was last asked; then the item is as it was again."""
        item = self._item
        tokens = item.analysis.tokens
        whole = item.record is self._record and _written(item.record.extra) == self._extra
        same = (tokens.words, tokens.lows) == self._words and (bytes(tokens.starts), bytes(tokens.ends)) == self._places
        told = list(map(len, self._tables)) == self._sizes
        moved = self._moved()
        if whole and same and told and not moved:
            return False
        for one, name, value in moved:
            object.__setattr__(one, name, value)
        if not told:
            self._restore_tables()
        if not whole:
            self._record = evolve(self._record, extra=json.loads(self._extra))
            self._fields = _fields(self._record)
        item.__dict__.pop("analysis", None)
        item.__dict__.update(record=self._record, _layout=None)
        return True

    def _moved(self) -> list[tuple[object, str, object]]:
        """Fields that hold another thing than before, with what they held."""
        return [(one, name, value) for one, name, value in self._fields if getattr(one, name) is not value]

    def _restore_tables(self) -> None:
        for table, copy in zip(self._tables, self._copies, strict=True):
            if len(table) != len(copy):
                table.clear()
                table.update(copy)


def _fields(record: Record) -> list[tuple[object, str, object]]:
    """What the fields hold that a rule could set in spite of all."""
    names = ((record, Record.__annotations__), (record.content, Content.__annotations__))
    return [(one, name, getattr(one, name)) for one, fields in names for name in fields]


@lru_cache(maxsize=8)
def _tables(pack: LanguagePack) -> tuple[list[Any], list[dict[Any, Any]], list[int]]:
    """The mappings of a language that can be changed, with copies and sizes of them, before any rule looked at it."""
    mine = pack.__dict__
    tables: list[Any] = [mine[name] for name in LanguagePack.__annotations__ if _is_table(mine.get(name))]
    return tables, list(map(dict, tables)), list(map(len, tables))


def _is_table(value: object) -> bool:
    # Asking for what is no mapping whether it is one takes longest, and most of a language is sets and expressions.
    return isinstance(value, dict) or (type(value) not in NO_TABLES and isinstance(value, MutableMapping))


def _written(extra: Mapping[str, object]) -> str:
    return json.dumps(extra, default=repr) if extra else "{}"
