"""The rows of a Parquet file, in batches of a few, as plain values."""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from importlib import import_module
from io import BytesIO
from typing import Any, BinaryIO

from sayso import Document, Draft, ReadError, Reading
from sayso_plugins.readers.tables.columns import Columns
from sayso_plugins.readers.tables.parquet_footer import Group, groups

#: Rows held at a time.
BATCH = 64
#: Bytes that any column may unpack to, and rows that any table may have.
FLOOR, ROWS = 10_000_000, 1_000_000
#: Bytes of what a footer may hold: names, and statistics of columns and groups of rows.
FOOTER = 10_000_000


class Table:
    """A Parquet file.

    Raises:
        ReadError: ``parquet`` where its footer is damaged, ``encrypted``, or ``bomb`` where it claims to hold far more
            than its size; and as :class:`Columns`.
    """

    def __init__(self, document: Document, reading: Reading) -> None:
        self.document = document
        self.reading = reading
        self.groups: list[Group] = []
        self.file = self._opened()
        try:
            names = list(self.file.schema_arrow.names)
        except Exception as error:  # pyarrow raises many kinds for what is damaged
            raise _damaged(error) from None
        self.columns = Columns(names, reading.options, "parquet")
        self.read = sorted({one.place for one in self.columns.columns})
        self.names = [names[index] for index in self.read]

    def _opened(self) -> Any:
        document = self.document
        on_disk = document.data is None and document.opener is None and document.path is not None
        source: Any = document.path if on_disk else BytesIO(document.read())
        try:
            with open(source, "rb") if on_disk else BytesIO(source.getvalue()) as file:
                footer, size = _footer(file)
        except OSError as error:
            raise ReadError("unreadable", f"cannot be read: {error.strerror or error}") from None
        self.groups = groups(footer)
        self._refuse_bombs(size)
        try:
            file = _arrow("parquet").ParquetFile(
                source,
                pre_buffer=False,
                buffer_size=65_536,
                thrift_string_size_limit=FOOTER,
                thrift_container_size_limit=FOOTER // 10,
            )
            texts = [field.name for field in file.schema_arrow if _is_text(field.type)]
            # As codes, a text that stands in many rows is held once; or a small file could fill the memory.
            file = _arrow("parquet").ParquetFile(
                source, read_dictionary=texts, pre_buffer=False, buffer_size=65_536, metadata=file.metadata
            )
        except Exception as error:
            raise _damaged(error) from None
        return file

    def _refuse_bombs(self, size: int) -> None:
        ratio = self.reading.limits.ratio
        number = sum(group.rows for group in self.groups)
        if number > max(ROWS, ratio * size):
            raise ReadError("bomb", f"claims {number:,} rows in {size:,} bytes (ratio under [limits])")
        for group in self.groups:
            for path, unpacked, packed in group.columns:
                if unpacked > max(FLOOR, ratio * packed):
                    raise ReadError(
                        "bomb",
                        f"column {path[:60]!r} unpacks to more than {ratio} times its size; was not read "
                        "(ratio under [limits])",
                    )

    def rows(self) -> Iterator[Draft | ReadError | None]:
        """The items of the rows; None for a row without any value."""
        first = 1
        for group, (number, _) in enumerate(self.groups):
            done = 0
            try:
                for batch in self.file.iter_batches(BATCH, row_groups=[group], columns=self.names, use_threads=False):
                    for cells in self._cells(batch):
                        yield self._draft(first + done, cells)
                        done += 1
            except ReadError:
                raise
            except Exception as error:
                lost = f"row {first + done}" + (f" to {first + number - 1}" if number - done > 1 else "")
                yield ReadError("parquet", _damaged(error).message, lost)
            first += number

    def _cells(self, batch: Any) -> Iterator[list[Any]]:
        """The cells of each row of a batch, in the order of the table's columns."""
        columns = [_values(batch.column(place)) for place in range(batch.num_columns)]
        for row in zip(*columns, strict=True):
            cells: list[Any] = [None] * len(self.columns.names)
            for index, value in zip(self.read, row, strict=True):
                cells[index] = plain(value)
            yield cells

    def _draft(self, row: int, cells: list[Any]) -> Draft | ReadError | None:
        if all(cell is None for cell in cells):
            return None
        try:
            return self.columns.draft(
                row,
                cells,
                self.document,
                self.reading,
                media_type="application/vnd.apache.parquet",
                normalisation="the text of the cell, unchanged",
                raw_sha256=None,
            )
        except ReadError as error:
            return ReadError(error.kind, error.message, f"row {row}")


def _arrow(name: str) -> Any:
    """A module of pyarrow, which brings no types."""
    return import_module(f"pyarrow.{name}")


def _footer(file: BinaryIO) -> tuple[bytes, int]:
    """The footer of a file and the size of the file, if it begins and ends as Parquet does.

    Raises:
        ReadError: ``parquet``, ``encrypted`` or ``too-large``.
    """
    start, size = file.read(4), file.seek(0, 2)
    file.seek(max(0, size - 8))
    end = file.read(8)
    if start == b"PARE" or end[4:] == b"PARE":
        raise ReadError("encrypted", "its footer is encrypted")
    if start != b"PAR1":
        raise ReadError("parquet", "does not begin as Parquet does (PAR1)")
    if end[4:] != b"PAR1":
        raise ReadError("parquet", "does not end as Parquet does (PAR1); it was cut off, or is still being written")
    length = int.from_bytes(end[:4], "little")
    if length > size - 12:
        raise ReadError("parquet", "its footer is longer than the file")
    if length > FOOTER:
        raise ReadError("too-large", f"its footer is larger than {FOOTER:,} bytes")
    file.seek(size - 8 - length)
    return file.read(length), size


def _is_text(kind: Any) -> bool:
    types = _arrow("types")
    return bool(types.is_string(kind) or types.is_binary(kind) or types.is_large_string(kind))


def _values(column: Any) -> list[Any]:
    if _arrow("types").is_timestamp(column.type) and column.type.unit == "ns":
        # Python's times end at microseconds.
        column = column.cast(_arrow("lib").timestamp("us", column.type.tz), safe=False)
    values: list[Any] = column.to_pylist()
    return values


def plain(value: Any) -> Any:
    """A value as JSON has it; what is no number there is absent."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return b64encode(value).decode()
    if isinstance(value, Mapping):
        made = {str(key): plain(one) for key, one in value.items()}
        # A structure of nothing is how most programs write that there is none.
        return made if any(one is not None for one in made.values()) else None
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, Decimal | timedelta) else repr(value)[:200]


def _damaged(error: Exception) -> ReadError:
    words = " ".join(str(error).split()) or type(error).__name__
    return ReadError("parquet", f"cannot be read as Parquet: {words}"[:240])
