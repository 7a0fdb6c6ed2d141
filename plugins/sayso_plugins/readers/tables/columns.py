"""The columns of a table as the keys of plain items."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sayso import ConfigError, DateValue, Document, Draft, Locations, ReadError, Reading, date_in_form
from sayso_plugins.readers.plain_item import FACTS, KEPT, LISTS, draft_of

#: Columns that a message names.
SHOWN = 20
#: Keys of a plain item that are dates.
DATES = ("date_published", "date_modified")
KEYS = frozenset({*FACTS, *KEPT, *LISTS})


class Column(NamedTuple):
    """A column, or a field inside of it, and what it is in an item.

    Attributes:
        place: Its place in a row.
        name: As the table has it; with a dot before the name of a field inside of it.
        key: Of a plain item, in parts: ``outlet``, ``name``.
        within: The names of the fields that lead to it inside the cell.
        separator: Between several values in one cell.
        date: How a date is written, as for :func:`sayso.date_in_form`.
    """

    place: int
    name: str
    key: tuple[str, ...]
    within: tuple[str, ...] = ()
    separator: str | None = None
    date: str | None = None


class Columns:
    """How rows become items.

    Args:
        names: Of the columns, in their order.
        options: The reader's table in the configuration: ``map``, ``columns``, ``split`` and ``dates``.
        reader: Its name, for messages.

    Raises:
        ReadError: ``no-column`` where the options name what is no column, ``duplicate-column`` where two columns mean
            the same key, and ``missing-key`` where no column holds the text.
        ConfigError: If the form of a date is none.
    """

    def __init__(self, names: Sequence[str], options: Mapping[str, Any], reader: str) -> None:
        self.reader = reader
        self.names = _told_apart(names)
        self._places = {name: place for place, name in enumerate(self.names)}
        mapping: Mapping[str, str] = options.get("map", {})
        wanted = options.get("columns")
        split, dates = options.get("split", {}), options.get("dates", {})
        for table, named in (("map", mapping), ("columns", wanted or ()), ("split", split), ("dates", dates)):
            for name in named:
                if name not in self._places and name.partition(".")[0] not in self._places:
                    raise self._absent(f"[reader.{reader}] {table}", name)
        chosen = None if wanted is None else set(wanted)
        nested = [name for name in mapping if name not in self._places]
        for name, form in dates.items():
            try:
                date_in_form("", form)
            except ConfigError as error:
                raise ConfigError(error.message, key=f"[reader.{reader}.dates] {name}") from None
        self.columns = [
            self._column(name, mapping, split, dates)
            for name in [*self.names, *nested]
            if chosen is None or name in chosen or name in mapping
        ]
        self._check()
        self._of: dict[str, list[Column]] = {}
        for one in self.columns:
            self._of.setdefault(one.key[0], []).append(one)

    def _column(
        self, name: str, mapping: Mapping[str, str], split: Mapping[str, str], dates: Mapping[str, str]
    ) -> Column:
        key = str(mapping.get(name, name))
        if name not in mapping and key not in KEYS and key.lower() in KEYS and key.lower() not in self._places:
            key = key.lower()
        first, *within = [name] if name in self._places else name.split(".")
        # Further facts of an item are an object, which a column of that name is not.
        parts = (key,) if name not in mapping or key == "extra" else tuple(key.split("/"))
        return Column(self._places[first], name, parts, tuple(within), split.get(name), dates.get(name))

    def _check(self) -> None:
        seen: dict[tuple[str, ...], str] = {}
        for one in self.columns:
            if one.key in seen:
                raise ReadError(
                    "duplicate-column",
                    f"the columns {seen[one.key]!r} and {one.name!r} both are {'/'.join(one.key)!r}; which one counts? "
                    f"[reader.{self.reader}.map] gives one of them another name",
                )
            seen[one.key] = one.name
        if ("text",) not in seen:
            raise ReadError(
                "missing-key",
                f"no column is called 'text'; there are {self._listed()}; "
                f'[reader.{self.reader}.map] {_key(self.names)} = "text" says which one it is',
            )

    def _absent(self, where: str, name: str) -> ReadError:
        return ReadError("no-column", f"{where} names {name!r}, which is no column; there are {self._listed()}")

    def _listed(self) -> str:
        shown = ", ".join(repr(name)[:60] for name in self.names[:SHOWN])
        return f"{shown} and {len(self.names) - SHOWN} more" if len(self.names) > SHOWN else shown or "none"

    def draft(
        self,
        row: int,
        cells: Sequence[Any],
        document: Document,
        reading: Reading,
        *,
        media_type: str,
        normalisation: str,
        raw_sha256: str | None,
        locations: Locations | None = None,
    ) -> Draft:
        """The draft of a row.

        Args:
            locations: Where its cells stand in the file.

        Raises:
            ReadError: As for a plain item, naming the key, and ``type`` for a date that is not as configured.
        """
        return draft_of(
            self.item(cells),
            document,
            reading,
            pointer=self._pointer(row),
            locator=f"row {row}",
            raw_sha256=raw_sha256,
            media_type=media_type,
            normalisation=normalisation,
            example=self.reader,
            locations=locations,
        )

    def item(self, cells: Sequence[Any]) -> dict[str, Any]:
        """The plain item of a row; an empty cell is an absent key."""
        item: dict[str, Any] = {}
        for one in self.columns:
            value = self._value(one, cells[one.place])
            if value is None and one.key[0] in FACTS and len(one.key) == 1:
                value = ""  # looked for there, and found empty
            if value is None:
                continue
            into = item
            for part in one.key[:-1]:
                into = into.setdefault(part, {})
            into[one.key[-1]] = value
        if not isinstance(item.get("extra", {}), Mapping):
            item["extra"] = {"extra": item["extra"]}
        return item

    def _value(self, column: Column, value: Any) -> Any:
        for name in column.within:
            value = value.get(name) if isinstance(value, Mapping) else None
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if column.date is not None:
            return _moment(column, str(value))
        if column.separator and isinstance(value, str):
            return [part.strip() for part in value.split(column.separator) if part.strip()]
        if column.key[0] in LISTS[:2] and isinstance(value, str):
            return [value]
        return value

    def place(self, key: str) -> int | None:
        """The place in a row of the first column that a key is made of."""
        return next((one.place for one in self._of.get(key.partition("/")[0], ())), None)

    def place_at(self, row: int, pointer: str) -> int | None:
        """The same, by the pointer of a fact that was made of it."""
        of_key = self._pointer(row)
        return next((columns[0].place for key, columns in self._of.items() if of_key(key) == pointer), None)

    def _pointer(self, row: int) -> Callable[[str], str]:
        def pointer(key: str) -> str:
            columns = self._of.get(key.partition("/")[0], ())
            if not columns:
                return f"column {key}"
            names = " and ".join(one.name for one in columns)
            return f"row {row}, column{'s' if len(columns) > 1 else ''} {names}"

        return pointer


def _moment(column: Column, value: str) -> DateValue | str:
    assert column.date is not None  # noqa: S101 - asked before
    moment = date_in_form(value, column.date)
    if moment is None:
        raise ReadError("type", f"column {column.name!r}: {value!r:.40} is no date such as {column.date!r}")
    return moment if column.key[0] in DATES else moment.shown


def _told_apart(names: Sequence[str]) -> list[str]:
    """The names of columns; those that have none, or that of an earlier one, by their place."""
    found: dict[str, None] = {}
    for place, name in enumerate(names, 1):
        clean = name.strip() or f"column {place}"
        found[f"{clean} (column {place})" if clean in found else clean] = None
    return list(found)


def _key(names: Sequence[str]) -> str:
    """The column that most likely is the text, as a key of TOML."""
    likely = ("body", "content", "articlebody", "maintext", "article", "story", "full_text", "plain_text")
    name = next((name for name in names if name.lower() in likely), names[-1] if names else "body")
    plain = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if plain else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
