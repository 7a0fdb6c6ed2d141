"""CSV and other tables of text: one item a row."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Document, Draft, LeftOut, ReadError, Reading, reader


@reader(
    "csv",
    "Tables of text, one item a row",
    version="1.0.0",
    media_types=["text/csv", "text/tab-separated-values"],
    suffixes=[".csv", ".tsv"],
    options=["columns", "dates", "delimiter", "escape", "header", "map", "quote", "split"],
)
def csv_items(document: Document, reading: Reading) -> Iterator[Draft | ReadError | LeftOut]:
    """Read the rows one by one; a row that cannot be read is reported and the others go on."""
    from sayso_plugins.readers.plain_item import KeyProblem
    from sayso_plugins.readers.tables.columns import Columns
    from sayso_plugins.readers.tables.csv_cells import RowLocations
    from sayso_plugins.readers.tables.csv_rows import rows

    columns = None
    if reading.options.get("header"):
        columns = Columns(reading.options["header"], reading.options, "csv")
    blank = found = 0
    for row in rows(document, reading.options):
        if isinstance(row, ReadError):
            if columns is None:
                raise ReadError(row.kind, f"its header cannot be read: {row.message}", row.locator, row.at)
            found += 1
            yield row
        elif not any(cell.strip() for cell in row.cells):
            blank += 1
        elif columns is None:
            columns = Columns(row.cells, reading.options, "csv")
        else:
            found += 1
            width = len(columns.names)
            locations = RowLocations(row, columns)
            try:
                if len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
                    raise ReadError(
                        "ragged",
                        f"has {len(row.cells)} {'cell' if len(row.cells) == 1 else 'cells'} and the header {width}; "
                        "is a cell that holds the delimiter not in quotes?",
                    )
                yield columns.draft(
                    row.number,
                    row.cells,
                    document,
                    reading,
                    media_type="text/csv",
                    normalisation="the text of the cell, unchanged",
                    raw_sha256=row.sha256,
                    locations=locations,
                )
            except ReadError as error:
                where = locations.at(error.key if isinstance(error, KeyProblem) else None)
                yield ReadError(error.kind, error.message, f"row {row.number}", where)
    if columns is None or not found:
        raise ReadError("empty", "there are no rows in it beside the header")
    if blank:
        yield LeftOut("row", "is empty", number=blank)
