"""Findings and failures of an engine, with their places in the file."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso_plugins.plugin
from sayso import Config, Document, Engine, JsonText, Location, Locations, ReadError, Span, hookimpl, reader
from sayso.text.toml_text import TomlText
from support import engine, every_rule

SAID = "The mill closed, sources said."


def checked(text: str | bytes, path: str, config: Config | None = None):
    """The report on a file."""
    data = text if isinstance(text, bytes) else text.encode()
    made = engine() if config is None else Engine(config, plugins=[sayso_plugins.plugin])
    return made.check(Document.from_bytes(data, path=path))


def places(report, rule: str) -> list[Location | None]:
    """Where the findings of a rule are."""
    return [item.location(one) for item in report.items for one in item.findings if one.rule == rule]


def stretch(text: str, at: Location) -> str:
    """What stands there, where it is one line."""
    assert at.line == at.end_line
    return text.replace("\r\n", "\n").split("\n")[at.line - 1][at.column - 1 : at.end_column - 1]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_words_of_items_in_a_list_are_found_in_the_file(line_end, mark, indent):
    """Whatever the layout, line ends and mark, each finding leads to its words in the file."""
    items = [{"n": [1, {"text": "sources"}], "text": f"“Two”\n\tlines 😀.\n\n{SAID}"}, {"text": SAID, "n": "sources"}]
    text = json.dumps(items, indent=indent).replace("\n", line_end)
    found = places(checked(mark + text.encode(), "a.json"), "sourcing/bare-anonymous-source")
    assert [stretch(text, at) for at in found] == ["sources", "sources"]
    assert all(at.exact for at in found)
    assert [text.replace(line_end, "\n").split("\n")[at.line - 1].lstrip()[:6] for at in found] == (
        ['[{"n":'] * 2 if indent is None else ['"text"'] * 2
    )


def test_lines_of_a_file_are_counted_with_those_that_hold_nothing():
    """Items and failures of JSONL have the line that an editor shows."""
    text = "\n".join(["", json.dumps({"text": SAID}), "", '{"text": ', json.dumps({"text": SAID, "author": 3}), "[1]"])
    report = checked(text, "a.jsonl")
    assert places(report, "sourcing/bare-anonymous-source") == [Location(2, 28, 2, 35)]
    assert places(report, "provenance/author-missing") == [Location(2, 1, exact=False)]
    assert [str(one).partition(": ")[0] for one in report.failures] == ["a.jsonl:4:10", "a.jsonl:5:54", "a.jsonl:6:1"]
    assert "line 4" not in report.failures[0].message  # it stands before it


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ({"text": 7}, "7"),
        ({"text": "   "}, '"   "'),
        ({"text": SAID, "info_sources": ["a", 8]}, "8"),
        ({"text": SAID, "links": [{"url": "x", "text": 1}]}, '{"url": "x", "text": 1}'),
        ({"text": SAID, "outlet": {"name": "Post", "independence": [5]}}, "[5]"),
        ({"body": 9}, "9"),
    ],
)
def test_a_refusal_leads_to_the_value(item, words):
    """What is refused in an item is refused at the value that is the matter, also where keys are mapped."""
    text = json.dumps([{"text": SAID}, item])
    (failure,) = checked(text, "a.json", Config(reader={"json": {"map": {"body": "text"}}})).failures
    assert text[failure.location.column - 1 :].startswith(words)
    assert str(failure).startswith(f"a.json:1:{failure.location.column} (/1): ")


def test_a_key_that_stands_twice_is_refused_where_it_stands_again():
    """The place is that of the second, wherever it is nested."""
    text = '[{"text": "a"},\n {"x": [{"k~/": 1,\n  "k~/": 2}]}]'
    (failure,) = checked(text, "a.json").failures
    assert (failure.location.line, failure.location.column) == (3, 3)


def test_half_a_surrogate_pair_is_one_character():
    """Halves become U+FFFD, and what follows them is found all the same."""
    text = '{"text": "\\ud83d x \\ude00\\ud83d\\ude00 \\ud83d\\ud83d\\ude00 The mill closed, sources said."}'
    (at,) = places(checked(text, "a.json"), "sourcing/bare-anonymous-source")
    assert stretch(text, at) == "sources"


def test_a_record_leads_to_its_own_facts():
    """A finding on a fact of a record that came whole stands where the record has the fact."""
    item = {"text": SAID, "author": "admin", "headline": "Mill"}
    record = "".join(json.dumps(one) for one in [_record(item)])
    report = every_rule().check(Document.from_bytes(f"\n{record}".encode(), path="r.jsonl"))
    (at,) = places(report, "provenance/placeholder-value")
    assert record[: at.column - 1].endswith('"author": ')
    (at,) = places(report, "sourcing/bare-anonymous-source")
    assert stretch(f"\n{record}", at) == "sources"


def _record(item):
    from sayso import record_to_json

    return record_to_json(engine().normalize(item))


def test_an_unknown_key_is_found():
    """The finding on keys that no item has stands at the value of the first."""
    text = '{"text": "The mill closed.",\n "zeta": 1, "alpha/1": 2}'
    assert places(checked(text, "a.json"), "provenance/unknown-key") == [Location(2, 24, 2, 25)]


PARTS = {"title": "Mill \u201ccloses\u201d", "body": ["The mill\nclosed.", "Two sources said.", 7, "No more."]}


def joined(value, parts, **given):
    """The text that was joined of values, a JSON with it, and its places."""
    text = json.dumps({"items": [{}, value]}, indent=1, ensure_ascii=False)
    places = JsonText(text.encode()).item("/items/1", parts, **given)
    return text, places


def test_words_of_a_text_that_was_joined_are_found_in_the_value_that_holds_them():
    """Words within a value are exact; those over several begin where they begin; what is between has no place."""
    text, places = joined(PARTS, ["/title", "/body/0", "/body/1"], between=" / ")
    made = " / ".join([PARTS["title"], *PARTS["body"][:2]])
    for words, written in (
        ("closes", "closes"),
        ("mill\nclosed.", "mill\\nclosed."),
        ("Two", "Two"),
        ("said.", "said."),
    ):
        at = made.index(words)
        where = places.of_words(Span(at, at + len(words)))
        assert where is not None
        assert where.exact
        assert stretch(text, where) == written
    over = places.of_words(Span(made.index("closed."), made.index("sources")))
    assert over is not None
    assert not over.exact
    assert text.split("\n")[over.line - 1][over.column - 1 :].startswith("closed.")
    assert places.of_words(Span(made.index(" / "), made.index(" / ") + 2)) is None
    assert places.of_words(Span(len(made) + 3, len(made) + 9)) is None


@pytest.mark.parametrize("parts", [[], ["/nothing"], ["/body/2", "/title"], ["/body"]])
def test_a_value_that_is_no_text_gives_no_place(parts):
    """What is behind a value that is none cannot be counted, and is not guessed."""
    assert joined(PARTS, parts)[1].of_words(Span(0, 3)) is None


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4), st.data())
def test_each_character_of_a_joined_text_is_found_where_it_is_written(values, data):
    """Whatever the values hold and wherever it is, a character leads to itself."""
    made = "\n\n".join(values)
    text, places = joined({"p": values}, [f"/p/{number}" for number in range(len(values))])
    if not made:
        return
    at = data.draw(st.integers(0, len(made) - 1))
    where = places.of_words(Span(at, at + 1))
    inside = 0
    for value in values:
        if inside <= at < inside + len(value):
            assert where is not None
            line = text.split("\n")[where.line - 1]
            assert json.loads(f'"{line[where.column - 1 : where.end_column - 1]}"') == made[at]
            return
        inside += len(value) + 2
    assert where is None


def test_pointers_are_those_of_the_item_or_of_the_document():
    """The outlet at the title of a feed is not looked for at that of its entry, where a reader says so."""
    data = b'{"title": "Harbour Post", "items": [{"title": "Mill closes"}]}'
    column = {
        absolute: JsonText(data).item("/items/0", absolute=absolute).of_value("/title").column
        for absolute in (False, True)
    }
    assert column == {False: data.index(b'"Mill') + 1, True: data.index(b'"Harbour') + 1}


def test_in_a_container_there_is_no_place_in_the_file():
    """Lines of a compressed file are none of the file at the path."""
    import gzip

    data = gzip.compress(json.dumps({"text": SAID}).encode())
    report = checked(data, "a.json.gz")
    assert report.items
    assert all(item.location(one) is None for item in report.items for one in item.findings)


def test_an_item_without_findings_is_asked_nothing(monkeypatch):
    """Nothing is looked for in the file of a clean item."""
    monkeypatch.setattr(JsonText, "_find", lambda *_: pytest.fail("asked"))
    bare = Engine(Config(select=("dating/relative-date-unanchored",)), plugins=[sayso_plugins.plugin])
    report = bare.check(Document.from_bytes(json.dumps({"text": "The mill closed."}).encode(), path="a.json"))
    assert (len(report.items), report.findings) == (1, ())


class Wrong(Locations):
    """Places of a reader with a mistake."""

    def of_item(self):
        raise KeyError("no")


@reader("wrong", "A reader with a mistake", version="1", suffixes=[".wrong"])
def wrong(document, reading):
    """Read it."""
    yield reading.draft(document, SAID, locations=Wrong())


class Plugin:
    """Offers it."""

    @hookimpl
    def sayso_readers(self):
        return [wrong]


def test_a_reader_that_fails_at_places_loses_no_finding():
    """The findings stand, and the failure says whose it is."""
    made = Engine(plugins=[sayso_plugins.plugin, Plugin()])
    report = made.check(Document.from_bytes(b"x", path="a.wrong"))
    assert report.findings
    assert [one.message for one in report.failures] == [
        "the places of the reader wrong failed: KeyError: 'no' (test_locations.py:210)"
    ]


def test_reports_and_errors_with_places_can_be_pickled():
    """They go to other processes and come back as they were."""
    report = checked(json.dumps([{"text": SAID}, {"text": 1}]), "a.json")
    assert pickle.loads(pickle.dumps(report)) == report
    error = pickle.loads(pickle.dumps(ReadError("json", "no", "line 3", (3, 4))))
    assert (error.kind, error.message, error.locator, error.at) == ("json", "no", "line 3", (3, 4))


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"a":' * 100_000, '{"text": "' + "\\" * 100_001, '{"a": 1, "a": 2, "text": 3}', "\\" * 1000, ""],
)
def test_what_is_hostile_has_no_place_or_one(text):
    """Depth, escapes without end and double keys raise nothing."""
    document = JsonText(text)
    for pointer in ("", "/text", "/a", "/0/0/0", "/a/a", "/99999999999"):
        document.value(pointer)
        document.key(pointer, again=True)
        document.words(pointer, 0, 1)
    assert document.item("/0", made="x").of_words(Span(0, 1)) is None


def test_each_place_is_looked_for_once(monkeypatch):
    """Ten thousand findings in a text do not have it read ten thousand times."""
    import sayso.text.json_text as module

    document, times = JsonText(json.dumps({"a": [1, 2], "text": "é" * 10_000})), []
    behind = module._behind
    monkeypatch.setattr(module, "_behind", lambda text, at: times.append(at) or behind(text, at))
    assert [document.words("/text", n, n + 1).column for n in range(10_000)] == list(range(24, 60_024, 6))
    assert len(times) < 10


TOML = """\
top = 1
"quoted.key" = { a = 1, 'b c' = [ 2, # ]
   { d = "}" } ] }
[table.'in a']
x.y = '''
[no.table]
'''
[[list]]
n = 1
[[list]]
n = 2
[list.below]
m = [["a"], ["b"]]
"""
KEYS = {
    "/top": "top",
    "/quoted.key": '"quoted.key"',
    "/quoted.key/a": "a",
    "/quoted.key/b c": "'b c'",
    "/quoted.key/b c/1/d": "d",
    "/table/in a": "[table.'in a']",
    "/table/in a/x/y": "y",
    "/list/1": "[[list]]",
    "/list/1/n": "n = 2",
    "/list/1/below/m/1/0": '"b"',
}


@pytest.mark.parametrize("pointer", KEYS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_key_of_toml_is_found(pointer, line_end):
    """Of each way to write a key, the place is that of the key, its table or its element."""
    at = TomlText(TOML.replace("\n", line_end)).key(pointer)
    assert TOML.split("\n")[at.line - 1][at.column - 1 :].startswith(KEYS[pointer])


@pytest.mark.parametrize("text", ["a = ", "[", "a = " + "[" * 100_000, '"', "a = '''", "= 1", "[[a]\nb", "{"])
def test_what_is_no_toml_has_no_places_or_some(text):
    """Asking raises nothing, and what comes before the mistake is found."""
    assert TomlText(text).key("/zz") is None
    assert TomlText(f"b = 1\n{text}").key("/b") == Location(1, 1, 1, 2)
