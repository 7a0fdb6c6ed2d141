"""Tables: CSV and Parquet, one item a row."""

from __future__ import annotations

import csv
import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

import sayso_plugins.plugin as bundled
from sayso import Config, Document, Engine, Failure, Item, LeftOut, Record, Status

SAMPLES = Path(__file__).parent / "samples" / "csv"
SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).resolve().parents[4] / "shared")
MAP = {"body": "text", "by": "author", "paper": "outlet/name", "paper url": "outlet/url", "when": "date_published"}
OPTIONS = {"map": MAP, "split": {"by": ";"}}
SAID = "The bridge was opened, the city said."


def engine(reader: str = "csv", **options: Any) -> Engine:
    """An engine with these options for one reader."""
    return Engine(Config(reader={reader: options}), plugins=[bundled])


def read(source: Any, made: Engine | None = None) -> tuple[list[Record], list[Failure], list[LeftOut]]:
    """The records, failures and parts left out of an input."""
    left: list[LeftOut] = []
    found = list((made or engine()).items(source, left.append))
    records = [one.record for one in found if isinstance(one, Item)]
    return records, [one for one in found if isinstance(one, Failure)], left


def table(text: str | bytes, name: str = "a.csv", **options: Any) -> tuple[list[Record], list[Failure], list[LeftOut]]:
    """What is read of a table."""
    data = text if isinstance(text, bytes) else text.encode()
    return read(Document.from_bytes(data, path=name), engine(**options))


def asserted(record: Record) -> list[tuple[str, Any, str]]:
    """Name, value and pointer of each asserted fact."""
    return [
        (name, fact.value, fact.source_field.pointer)
        for name, fact in record.facts()
        if fact.status is Status.ASSERTED and fact.source_field
    ]


@pytest.fixture(scope="module")
def desk() -> tuple[list[Record], list[Failure], list[LeftOut]]:
    return read(SAMPLES / "2026-05-04-desk.csv", engine(**OPTIONS))


def test_rows_are_items_and_bad_rows_are_failures_in_their_places(desk):
    """Three rows are items; a short row, a broken quote and an impossible date fail, each with its row and reason."""
    records, failures, _ = desk
    assert [one.retrieval.locator for one in records] == ["row 2", "row 4", "row 8"]
    assert [(one.locator, one.error) for one in failures] == [("row 5", "ragged"), ("row 6", "csv"), ("row 7", "type")]
    assert "column when" in failures[2].message


def test_an_empty_row_is_left_out_and_counted(desk):
    """A row without any value is no item and no failure, and it is not left out silently."""
    assert [str(one).partition(": ")[2] for one in desk[2]] == ["skipped 1 row: is empty"]


def test_columns_become_facts(desk):
    """Mapped columns are facts, an empty cell is an absent fact that names its place, the rest is kept as it came."""
    first, second, _ = desk[0]
    assert first.text == 'The bridge was opened on Sunday, the city said.\nIt has "four" lanes.'
    assert (first.outlet.value.name, first.outlet.value.url) == ("Larkmoor Herald", "https://larkmoor.example/")
    assert [one.name for one in first.author.value] == ["Ana Ruiz", "Bo Lind"]
    assert (first.date_published.value.value, second.date_published.value.precision) == ("2026-05-04", "month")
    assert second.author.value is None
    assert "metadata: row 4, column by is empty" in second.author.looked_in
    assert first.extra["tags"] == "roads;city"


def test_a_formula_is_a_text(desk):
    """What a spreadsheet would work out is kept as it was written."""
    assert desk[0][0].extra["note"] == "=SUM(A1:A9)"


def test_asserted_facts_of_a_table_lead_back_to_their_cells(desk):
    """Row and column of each asserted fact lead to a cell that holds the value."""
    with open(SAMPLES / "2026-05-04-desk.csv", newline="", encoding="utf-8") as file:
        cells = list(csv.reader(file))
    seen = 0
    for record in desk[0]:
        for name, value, pointer in asserted(record):
            row, _, columns = pointer.partition(", column")
            said = [
                cells[int(row.removeprefix("row ")) - 1][cells[0].index(one)]
                for one in columns[2 if columns[0] == "s" else 1 :].split(" and ")
            ]
            words = {"outlet": lambda v: v.name, "author": lambda v: v[0].name, "date_published": lambda v: v.raw}
            assert words.get(name.strip("/"), str)(value) in " ".join(said), (name, pointer)
            seen += 1
    assert seen >= 8


def test_the_hash_of_an_assertion_is_that_of_the_bytes_of_its_row():
    """The bytes of a row, line end included, have the hash that its facts name."""
    line = b'B,"The bridge was opened, the city said."\r\n'
    (record,), _, _ = table(b"headline,text\r\n" + line)
    assert record.headline.source_field.document_sha256 == hashlib.sha256(line).hexdigest()


@pytest.mark.parametrize(
    ("text", "options"),
    [
        (f'text,headline\n"{SAID}",B\n', {}),
        (f"text;headline\n{SAID};B\n", {}),
        (f"text\theadline\n{SAID}\tB\n", {}),
        (f"text|headline\n{SAID}|B\n", {}),
        (f"sep=;\ntext;headline\n{SAID};B\n", {}),
        (f'text,headline\r"{SAID}",B\r', {}),
        (f"text,headline\n'{SAID}',B\n", {"quote": "'"}),
        (f"text!headline\n{SAID}!B\n", {"delimiter": "!"}),
        (f'"{SAID}",B\n', {"header": ["text", "headline"]}),
        ((f"text\theadline\n{SAID}\tB\n").encode("utf-16"), {}),
        (b"\xef\xbb\xbf" + f'text,headline\n"{SAID}",B\n'.encode(), {}),
        (f'"text" , "headline"\n"{SAID}",B,,\n'.replace('" , "', '","'), {}),
    ],
)
def test_dialects(text, options):
    """Delimiter, line ends, marks and encoding are told by the content, or by the configuration."""
    (record,), failures, _ = table(text, **options)
    assert not failures
    assert (record.text, record.headline.value) == (SAID, "B")


def test_columns_in_capitals_are_keys_too():
    """Names of columns are known in any case; where a column has the very name, the other is kept as it is."""
    records, failures, _ = table(f'Text,HEADLINE,Outlet\n"{SAID}",Bridge opens,Norbank News\n')
    assert not failures
    assert (records[0].headline.value, records[0].outlet.value.name) == ("Bridge opens", "Norbank News")
    records, _, _ = table(f'text,Text\n"{SAID}",other\n')
    assert (records[0].text, records[0].extra["Text"]) == (SAID, "other")


def test_an_encoding_that_does_not_fit_is_a_row_of_its_own():
    """A row that is no UTF-8 fails and says so; with the right encoding it is read."""
    file = SAMPLES / "2026-05-04-latin1.csv"
    _, (failure,), _ = read(file)
    assert (failure.locator, failure.error) == ("row 2", "encoding")
    (record,), failures, _ = read(file, Engine(Config(encoding="latin-1"), plugins=[bundled]))
    assert not failures
    assert record.extra["title"] == "Fünf Brücken"


@pytest.mark.parametrize(
    ("text", "options", "error", "words"),
    [
        ("title,body\nx,y\n", {}, "missing-key", 'map] body = "text"'),
        ("text\nx\n", {"map": {"boddy": "text"}}, "no-column", "'boddy'"),
        ("text,body\nx,y\n", {"map": {"body": "text"}}, "duplicate-column", "which one counts"),
        ("text\n", {}, "empty", "no rows"),
        ("text\na\0b\n", {}, "binary", "NUL"),
        ('"text\n', {}, "csv", "header"),
        ("text,links,date_published\nx,,4 May\n", {}, "type", "ISO 8601"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(text, options, error, words):
    """What stops a whole table is one failure, with what to do."""
    records, failures, _ = table(text, **options)
    assert not records
    assert [one.error for one in failures] == [error]
    assert words in failures[0].message


def test_dates_of_a_form_are_known_as_well_as_they_are_written():
    """A stamp of minutes is one of minutes, with the words of the cell; a form that is none is the configuration's."""
    rows = f'text,when\n"{SAID}","4 Dec 26, 07h40"\n'
    records, failures, _ = table(rows, map={"when": "date_published"}, dates={"when": "%d %b %y, %Hh%M"})
    assert not failures
    date = records[0].date_published.value
    assert (date.value, date.precision, date.raw) == ("2026-12-04T07:40:00", "minute", "4 Dec 26, 07h40")
    records, failures, _ = table(rows, map={"when": "date_published"}, dates={"when": "%c"})
    assert not records
    assert "[reader.csv.dates] when: '%c' is no form of a date" in failures[0].message


def test_dates_as_configured():
    """A date in a form of its own is read by its format; its zone is not made up."""
    (record,), _, _ = table(
        f'text,DATE\n"{SAID}",20260504083000\n', map={"DATE": "date_published"}, dates={"DATE": "%Y%m%d%H%M%S"}
    )
    assert (record.date_published.value.value, record.date_published.value.zone) == ("2026-05-04T08:30:00", None)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("text,b\n" + '"x\n' * 20_001, 20_000),
        ("text,b\n" + '"""x\n' * 20_000, 20_000),
        ("text,b\n" + "a\n" * 20_000, 20_000),
        (",".join(f"c{n}" for n in range(20_000)) + ",text\n" + "," * 20_000 + SAID[:3] + "\n", 1),
        ("text\n" + "a," * 200_000, 1),
    ],
)
def test_hostile_tables_are_read_to_their_end(text, rows):
    """Quotes without end, rows of one cell and rows of very many: each row is an item or a failure, none is lost."""
    records, failures, _ = table(text)
    assert rows / 2 <= len(records) + len(failures) <= rows + 11


def test_the_spectrum_of_csv():
    """The corner cases of a public suite are parsed as it says, but for two files that differ from their own rows."""
    folder = SHARED / "corpus/tabular/csv-spectrum"
    if not folder.is_dir():
        pytest.skip("the material shared by developers is not beside this clone")
    import json

    from sayso_plugins.readers.tables.csv_rows import rows

    wrong = []
    for file in sorted((folder / "csvs").glob("*.csv")):
        head, *found = [row.cells for row in rows(Document.from_path(file), {})]
        expected = json.loads((folder / "json" / f"{file.stem}.json").read_text("utf-8", "replace"))
        if [dict(zip(head, row, strict=True)) for row in found] != expected:
            wrong.append(file.stem)
    assert set(wrong) <= {"location_coordinates", "newlines_crlf"}


# Parquet


@pytest.fixture
def parquet(tmp_path):
    """Write a table as Parquet."""
    arrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet as written

    def write(columns: dict[str, Any], **options: Any) -> Path:
        file = tmp_path / "a.parquet"
        written.write_table(arrow.table(columns), file, **options)
        return file

    return write


def test_parquet_rows_are_items(parquet):
    """Nested columns and times are facts; a missing value and no number at all are absent."""
    import datetime

    import pyarrow as arrow

    zone = datetime.UTC
    file = parquet(
        {
            "body": [SAID, None, SAID],
            "outlet": [
                {"name": "Larkmoor Herald", "url": "https://larkmoor.example/"},
                None,
                {"name": None, "url": None},  # how most programs write that there is none
            ],
            "meta": [{"title": "Bridge"}, None, {"title": None}],
            "links": [[{"text": "the city", "url": "https://city.example/"}], None, []],
            "date_published": arrow.array(
                [datetime.datetime(2026, 5, 4, 8, 30, tzinfo=zone), None, None], arrow.timestamp("ns", tz="UTC")
            ),
            "score": [float("nan"), None, 0.5],
        }
    )
    records, failures, left = read(file, engine("parquet", map={"body": "text", "meta.title": "headline"}))
    assert not failures
    assert [one.retrieval.locator for one in records] == ["row 1", "row 3"]
    assert [(one.kind, one.number) for one in left] == [("row", 1)]
    first = records[0]
    assert (first.headline.value, first.headline.source_field.pointer) == ("Bridge", "row 1, column meta.title")
    assert first.outlet.value.url == "https://larkmoor.example/"
    assert first.date_published.value.value == "2026-05-04T08:30:00+00:00"
    assert [one.target for one in first.relations] == ["https://city.example/"]
    assert "score" not in first.extra
    assert records[1].extra["score"] == 0.5


def test_only_the_columns_that_are_asked_for_are_kept(parquet):
    """With a list of columns the others are not read."""
    file = parquet({"text": [SAID], "a": ["x"], "b": ["y"]})
    (record,), _, _ = read(file, engine("parquet", columns=["text", "b"]))
    assert record.extra == {"b": "y", "unknown_keys": ["b"]}


def test_a_damaged_group_of_rows_takes_no_other_with_it(parquet):
    """Rows of groups that are whole are read, and the failure says which rows are lost."""
    file = parquet(
        {"text": [f"{SAID} {n}" for n in range(30)]}, row_group_size=10, compression="none", use_dictionary=False
    )
    data = bytearray(file.read_bytes())
    at = data.index(f"{SAID} 10".encode())
    data[at - 60 : at - 4] = b"\xff" * 56
    file.write_bytes(data)
    records, failures, _ = read(file, engine("parquet"))
    assert [one.retrieval.locator for one in records] == [f"row {n}" for n in (*range(1, 11), *range(21, 31))]
    assert [one.locator for one in failures] == ["row 11 to 20"]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda data: data[:-30], "parquet"),
        (lambda data: b"PAR1", "parquet"),
        (lambda data: b"XXXX" + data[4:], "no-reader"),
        (lambda data: data[:-8] + b"\xff\xff\xff\x7f" + b"PAR1", "parquet"),
        (lambda data: data[:-4] + b"PARE", "encrypted"),
        (lambda data: data[:-40] + b"\x19" * 32 + data[-8:], "parquet"),
    ],
)
def test_a_bad_footer_is_refused(parquet, change, error):
    """What is cut off, encrypted or lies about its length is one failure."""
    file = parquet({"text": [SAID]})
    file.write_bytes(change(file.read_bytes()))
    records, failures, _ = read(file, engine("parquet"))
    assert not records
    assert [one.error for one in failures] == [error]


def test_a_parquet_bomb_is_refused(parquet):
    """A thousandfold column and rows without end are refused by what the footer claims, before anything unpacks."""
    import pyarrow as arrow

    one = arrow.DictionaryArray.from_arrays(arrow.array([0], arrow.int32()), arrow.array(["y" * 12_000_000]))
    for columns in ({"text": one}, {"text": arrow.nulls(20_000_000, arrow.string())}):
        _, (failure,), _ = read(parquet(columns, compression="zstd"), engine("parquet"))
        assert failure.error == "bomb"


def test_hostile_parquet_files():
    """Corrupt files of a public suite end in failures, whichever column is read."""
    folder = SHARED / "corpus/hostile/parquet"
    written = pytest.importorskip("pyarrow.parquet")
    if not folder.is_dir():
        pytest.skip("the material shared by developers is not beside this clone")
    for file in sorted(folder.glob("*.parquet")):
        try:
            names = written.ParquetFile(file).schema_arrow.names[-2:]
        except OSError:
            names = ["text"]
        for name in names:
            _, failures, _ = read(file, engine("parquet", map={name: "text"}, columns=[name]))
            assert "reader-crash" not in {one.error for one in failures}


def test_the_example_of_gdelt_works(tmp_path):
    """The mapping in the documentation reads a row of that shape: outlet, address, time, and the text joined to it."""
    page = (Path(__file__).resolve().parents[3] / "docs/readers/csv.md").read_text("utf-8")
    example = page.rpartition("```toml\n")[2].partition("```")[0]
    from sayso.config.load import load

    (tmp_path / "sayso.toml").write_text(example, "utf-8")
    cells = ["20260504083000-7", "20260504083000", "1", "larkmoor.example", "https://larkmoor.example/news/7"]
    cells += [""] * 10 + ["-1.5,2,3", *[""] * 11, 'The "old" bridge was opened, the city said.']
    (record,), failures, _ = read(
        Document.from_bytes("\t".join(cells).encode() + b"\n", path="20260504083000.gkg.csv"),
        Engine(load(tmp_path / "sayso.toml"), plugins=[bundled]),
    )
    assert not failures
    assert (record.id, record.outlet.value.name) == ("20260504083000-7", "larkmoor.example")
    assert (record.uri.value, record.date_published.value.value) == (cells[4], "2026-05-04T08:30:00")
    assert record.text == cells[-1]
    assert record.extra == {"V2Tone": "-1.5,2,3", "unknown_keys": ["V2Tone"]}
