"""Parquet tables: one item a row."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Document, Draft, LeftOut, ReadError, Reading, reader


def is_parquet(head: bytes) -> bool:
    """Whether it begins as a Parquet file does; PARE stands for one with an encrypted footer."""
    return head.startswith((b"PAR1", b"PARE"))


@reader(
    "parquet",
    "Parquet tables, one item a row",
    version="1.0.0",
    media_types=["application/vnd.apache.parquet", "application/x-parquet"],
    suffixes=[".parquet", ".parq"],
    recognises=is_parquet,
    needs=["pyarrow"],
    extra="sayso[parquet]",
    options=["columns", "dates", "map", "split"],
)
def parquet(document: Document, reading: Reading) -> Iterator[Draft | ReadError | LeftOut]:
    """Read the rows in small batches; a group of rows that is damaged is reported and the others go on."""
    from sayso_plugins.readers.tables.parquet_rows import Table

    table = Table(document, reading)
    if not any(group.rows for group in table.groups):
        raise ReadError("empty", "there are no rows in it")
    blank = 0
    for row in table.rows():
        if row is None:
            blank += 1
        else:
            yield row
    if blank:
        yield LeftOut("row", "is empty", number=blank)
