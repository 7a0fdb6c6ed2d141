"""Places in a file: what stands there is what was quoted."""

from __future__ import annotations

import csv
import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from sayso import Document, JsonText, Location, ReadError, Span
from sayso_plugins.readers.tables.columns import Columns
from sayso_plugins.readers.tables.csv_cells import RowLocations
from sayso_plugins.readers.tables.csv_rows import Row, rows

#: With what JSON escapes, and what it may.
TEXTS = st.text(st.sampled_from("a\"\\/\n\r\t\b\x00é—😀\U0010ffff\u2028'ab "), max_size=30) | st.text(max_size=30)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=6)
STYLES = st.fixed_dictionaries(
    {"ensure_ascii": st.booleans(), "indent": st.none() | st.integers(0, 3) | st.just("\t"), "sort_keys": st.booleans()}
)


def stretch(text: str, at: Location) -> str:
    """What stands at a place, found by counting lines and columns."""
    assert at.end_line == at.line
    assert at.column is not None
    line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[at.line - 1]
    return line[at.column - 1 : at.end_column - 1]


def pointers(value: object, path: str = ""):
    """Each value with its pointer."""
    yield path, value
    if isinstance(value, dict):
        for key, one in value.items():
            yield from pointers(one, f"{path}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from pointers(one, f"{path}/{index}")


@given(VALUES, STYLES, st.randoms(use_true_random=False), st.sampled_from(["\n", "\r\n", "\r"]))
def test_each_value_of_a_json_text_is_found(value, style, random, line_end):
    """At the place of a pointer stands the JSON of the value that is there, in whatever order one asks."""
    text = json.dumps(value, **style).replace("\n", line_end)
    document = JsonText(text.encode())
    wanted = list(pointers(json.loads(text)))
    random.shuffle(wanted)
    for pointer, one in wanted:
        found = document.value(pointer)
        assert found is not None
        if isinstance(one, dict | list):
            assert found.end_line is None
            rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[found.line - 1 :]
            assert json.JSONDecoder().raw_decode("\n".join(rest)[found.column - 1 :])[0] == one
        else:
            assert json.loads(stretch(text, found)) == one
        key = document.key(pointer)
        if key is not None:
            assert json.loads(stretch(text, key)).replace("~", "~0").replace("/", "~1") == pointer.rpartition("/")[2]


@st.composite
def texts_with_words(draw):
    """A document with a text in it, where that is, and a stretch of it."""
    words = draw(TEXTS.filter(bool))
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    key = draw(TEXTS)
    before = draw(st.dictionaries(TEXTS.filter(lambda other: other != key), SCALARS, max_size=2))
    document = [draw(SCALARS | st.lists(SCALARS, max_size=2)), {**before, key: words}]
    return document, f"/1/{key.replace('~', '~0').replace('/', '~1')}", words, start, end


@given(texts_with_words(), STYLES)
def test_the_words_of_a_text_are_found_as_they_are_written(case, style):
    """The stretch that a span of a text leads to, read as JSON between quotation marks, is the words of the span."""
    document, pointer, words, start, end = case
    text = json.dumps(document, **style)
    found = JsonText(text).words(pointer, start, end)
    assert found is not None
    assert found.exact
    assert json.loads(f'"{stretch(text, found)}"') == words[start:end]


@given(texts_with_words(), st.integers(1, 10**6))
def test_a_line_of_a_file_has_its_number(case, number):
    """A line by itself gives the column that it has as a file, and the line that one says."""
    document, pointer, _, start, end = case
    text = json.dumps(document)
    alone, numbered = JsonText(text).words(pointer, start, end), JsonText(text, line=number).words(pointer, start, end)
    assert (alone.line, numbered.line) == (1, number)
    assert (alone.column, alone.end_column) == (numbered.column, numbered.end_column)


@given(st.text(st.sampled_from('{}[]":,\\u0 1aé'), max_size=30), st.sampled_from(["", "/0", "/a", "/a/0", "/", "/0/1"]))
def test_what_is_no_json_has_no_places_or_some(text, pointer):
    """Whatever the text, asking raises nothing."""
    document = JsonText(text)
    item = document.item(pointer, "/a")
    found = [document.value(pointer), document.key(pointer), document.words(pointer, 0, 1), item.of_item()]
    assert all(one is None or isinstance(one, Location) for one in (*found, item.of_words(Span(0, 1))))


@st.composite
def tables(draw):
    """A table as the csv module writes it, with its cells, and the dialect that it is in."""
    delimiter = draw(st.sampled_from(",;\t|"))
    escape = draw(st.sampled_from([None, "\\"]))
    cell = st.text(st.sampled_from("a,;\t|\"'\n\r é😀\\-"), max_size=20).map(lambda text: text.replace("\0", ""))
    rows = draw(st.lists(st.lists(cell, min_size=3, max_size=3), min_size=1, max_size=4))
    quoting = draw(st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
    line_end = draw(st.sampled_from(["\n", "\r\n"]))
    if quoting == csv.QUOTE_MINIMAL:  # which leaves a lone CR unquoted, and cannot read it back
        rows = [[one.replace("\r", "\n") for one in row] for row in rows]
    return delimiter, escape, rows, quoting, line_end


@given(tables(), st.data())
def test_the_words_of_a_cell_are_found_as_they_are_written(table, data):
    """A span of a story leads to a stretch of the file that is its words, but for doubled or escaped marks."""
    delimiter, escape, cells, quoting, line_end = table
    out = io.StringIO()
    style = {"delimiter": delimiter, "quoting": quoting, "lineterminator": line_end, "escapechar": escape}
    csv.writer(out, doublequote=escape is None, **style).writerows([["id", "text", "note"], *cells])
    options = {"delimiter": delimiter, **({"escape": escape} if escape else {})}
    found = list(rows(Document.from_bytes(out.getvalue().encode(), path="a.csv"), options))
    columns = Columns(["id", "text", "note"], {}, "csv")
    for row in found[1:]:
        if isinstance(row, ReadError) or not row.cells[1]:
            assert escape or not isinstance(row, ReadError)  # of what it writes with an escape, csv reads not all
            continue
        words = row.cells[1]
        start = data.draw(st.integers(0, len(words) - 1))
        span = Span(start, data.draw(st.integers(start + 1, len(words))))
        at = RowLocations(row, columns).of_words(span)
        assert at.exact or escape
        if at.exact:
            written = cut(out.getvalue(), at)
            as_it_is = written == span.of(words)
            assert as_it_is or meant(written, escape) == span.of(words)
            assert as_it_is or quoted(out.getvalue(), row, escape)


def meant(written: str, escape: str | None) -> str:
    return re.sub(r"\\(.)", r"\1", written, flags=re.DOTALL) if escape else written.replace('""', '"')


def quoted(text: str, row: Row, escape: str | None) -> bool:
    """Whether anything in a row is written otherwise than it is meant."""
    return (escape or '"') in row.raw.decode()


def cut(text: str, at: Location) -> str:
    """A stretch of several lines, found by counting them."""
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]
    return text[starts[at.line - 1] + at.column - 1 : starts[at.end_line - 1] + at.end_column - 1]
