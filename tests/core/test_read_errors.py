"""What a failure says: its place once, and what to do."""

from __future__ import annotations

import pickle

import pytest

from sayso import Document, Engine, Location, RawText, ReadError, parse_json
from sayso_plugins import plugin
from support import engine

BROKEN = b'{"text":\n }'


def test_a_place_is_said_once():
    """In a report before the message, in an error of its own within it, and in both only there."""
    (failure,) = engine().check(Document.from_bytes(BROKEN, path="a.json")).failures
    assert str(failure) == "a.json:2:2: not valid JSON: Expecting value"
    (failure,) = engine().check(Document.from_bytes(BROKEN, media_type="application/json")).failures
    assert str(failure) == "2:2: not valid JSON: Expecting value"
    with pytest.raises(ReadError) as refused:
        parse_json(BROKEN.decode())
    assert str(refused.value) == "not valid JSON at line 2 column 2: Expecting value"
    with pytest.raises(ReadError) as refused:
        engine().normalize(Document.from_bytes(BROKEN, path="a.json"))
    assert str(refused.value) == "line 2 column 2: not valid JSON: Expecting value"
    lines = Document.from_bytes(b'{"text": "The mill closed."}\n{"text" 3}\n', path="a.jsonl")
    assert [str(one) for one in engine().check(lines).failures] == [
        "a.jsonl:2:9: not valid JSON: Expecting ':' delimiter"
    ]


def test_in_a_container_the_message_keeps_the_place():
    """Where a report can show no line of the file, the message says it."""
    import io
    import zipfile

    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.json", BROKEN)
    (failure,) = engine().check(Document.from_bytes(held.getvalue(), path="a.zip")).failures
    assert "not valid JSON at line 2 column 2" in failure.message


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ReadError("k", "is bad"), "is bad"),
        (ReadError("k", "is bad", "line 3"), "line 3: is bad"),
        (ReadError("k", "is bad", "line 3", (3, 5)), "line 3 column 5: is bad"),
        (ReadError("k", "is bad", "/2", (3, 5)), "/2 line 3 column 5: is bad"),
        (ReadError("k", "is bad", None, (3, 5)), "line 3 column 5: is bad"),
        (ReadError("k", "bad at line 3 column 5: x", None, (3, 5)), "bad at line 3 column 5: x"),
    ],
)
def test_an_error_says_what_it_knows_of_its_place(error, said):
    """Locator, line and column, none of them twice."""
    assert str(error) == said


def test_an_object_of_no_known_form_says_what_to_do():
    """A field to map, another reader, or one to write."""
    message = engine().check({"headline": "Mill to close"}).failures[0].message
    for words in ("[reader.json.map] FIELD", "--reader", "Engine(reader=...)", "sayso new reader"):
        assert words in message
    assert engine().check({"body": "The mill closed."}).failures[0].message.endswith('[reader.json.map] body = "text"')


def test_a_mapping_for_a_reader_of_files_says_so():
    """A plain item has no bytes, and the reader that was named takes nothing else."""
    (failure,) = Engine(plugins=[plugin], reader="html").check({"text": "The mill closed."}).failures
    assert failure.message.startswith("this item came as a mapping, and its reader takes files")


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_the_mapping_that_a_message_names_is_that_of_the_reader(name, tmp_path):
    """What the message says to write is what makes the item readable, for a file of lines too."""
    file = tmp_path / f"a.{name}"
    file.write_text('{"body": "The mill closed."}\n', "utf-8")
    hint = f'[reader.{name}.map] body = "text"'
    (failure,) = engine().check(str(file)).failures
    assert failure.message.endswith(hint)
    assert failure.message.startswith("an item needs a 'text'; map body with")
    (tmp_path / "sayso.toml").write_text(hint.replace("] ", "]\n") + "\n", "utf-8")
    assert not Engine.from_config(tmp_path / "sayso.toml", plugins=[plugin]).check(str(file)).failures


def test_a_read_error_takes_a_location():
    """Such as `RawText.location` makes; line and column are kept, and of one without a column the line."""
    raw = RawText("one\ntwo three")
    error = ReadError("empty", "no words", "note 1", raw.location(8, 13))
    assert (error.at, error.locator, str(error)) == ((2, 5), "note 1", "note 1 line 2 column 5: no words")
    assert (pickle.loads(pickle.dumps(error)).at, ReadError("a", "b", at=Location(7)).locator) == ((2, 5), "line 7")
    assert ReadError("a", "b", "note 1", Location(7)).locator == "note 1"
