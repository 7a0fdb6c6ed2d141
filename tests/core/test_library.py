"""The library under odd use: inputs that are none, other processes, sets of records."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

import pytest

import sayso
import sayso_plugins.plugin as bundled
from sayso import Config, Engine, Finding, ReadError, evolve, hookimpl, record_from_json, record_to_json, rule
from support import engine, record

TEXT = "The bridge was opened today, the city said."


@pytest.mark.parametrize("source", [None, 5, ["a.txt"], object(), {"a.txt"}, 1.5], ids=lambda one: type(one).__name__)
def test_an_input_that_is_none_is_a_failure(source):
    """What cannot be read makes a report with a failure that names its type, and never an error."""
    (failure,) = engine().check(source).failures
    assert failure.error == "unsupported"
    assert f"of type {type(source).__name__} " in failure.message
    assert [len(report.failures) for report in engine().check_many([source, {"text": TEXT}])] == [1, 0]
    with pytest.raises(ReadError, match=type(source).__name__):
        engine().normalize(source)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_of_every_kind_are_bytes(kind):
    """A bytearray and a memoryview are read as bytes are."""
    assert engine().check(kind(TEXT.encode())) == engine().check(TEXT.encode())


@pytest.mark.parametrize("one", ["a.txt", b"text", {"text": TEXT}, Path("a.txt"), bytearray(b"text")], ids=repr)
def test_one_input_is_not_taken_to_pieces(one):
    """check_many refuses one input at once, rather than take its letters or keys for inputs."""
    with pytest.raises(TypeError, match="use check for one"):
        engine().check_many(one)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ({"text": "A", "x": object()}, "/x: a value of type 'object'"),
        ({"text": "A", "x": {"y": [1, {2}]}}, "/x/y/1: a value of type 'set'"),
        ({"text": "A", "a/b": b"c"}, "/a~1b: a value of type 'bytes'"),
        ({"text": "A", "x": float("nan")}, "/x: nan is no JSON number"),
        ({"text": "A", "x": [float("-inf")]}, "/x/0: -inf is no JSON number"),
        ({"text": "A", "x": 10**5000}, "/x: the number has too many digits"),
        ({"text": "A", "x": {1: 2}}, "/x: a key is a text, not 1"),
    ],
)
def test_an_item_in_memory_is_json(item, words):
    """A value that no JSON can hold is refused with the JSON Pointer of its place."""
    with pytest.raises(ReadError) as refused:
        engine().normalize(item)
    assert words in str(refused.value)
    assert [failure.message for failure in engine().check(item).failures] == [str(refused.value)]


def test_an_item_in_memory_that_holds_itself_is_refused():
    """A circle ends in a sentence."""
    item = {"text": "A"}
    item["x"] = [item]
    assert "nested too deeply" in engine().check(item).failures[0].message


def test_what_is_nearly_json_is_taken_as_json():
    """Tuples, other mappings and dates of Python become lists, objects and texts in the record."""
    given = {
        "text": "A b.",
        "date_published": date(2026, 5, 4),
        "x": (1, MappingProxyType({"y": datetime(2026, 5, 4, 8, 30)})),  # noqa: DTZ001 - as somebody may hand it over
    }
    made = engine().normalize(MappingProxyType(given))
    assert made.date_published.value.value == "2026-05-04"
    assert made.extra["x"] == [1, {"y": "2026-05-04T08:30:00"}]
    assert record_from_json(record_to_json(made)) == made


def test_a_path_that_none_can_be_is_a_failure():
    """A path with a NUL in it is a failure like any other file that is not there."""
    assert [failure.error for failure in engine().check("a\0b").failures] == ["unreadable"]


def test_a_file_that_is_not_there_is_missing(tmp_path):
    """By the same name as the program gives it, so that a caller can tell it from one that nobody may read."""
    assert [failure.error for failure in engine().check(tmp_path / "gone.txt").failures] == ["missing"]
    assert [failure.error for failure in engine().check(tmp_path).failures] == ["unreadable"]


def test_records_can_stand_in_sets():
    """Equal records have equal hashes, and a set holds them once, whatever they bring beside their facts."""
    first, same = record(TEXT, x={"a": [1]}), record(TEXT, x={"a": [1]})
    assert len({first, same, evolve(same, extra={}), evolve(same, id="other")}) == 3


def test_an_engine_works_in_other_processes():
    """An engine with the installed plugins goes to a pool with its configuration and arguments."""
    made = Engine(Config(profile="wire"), own_only=True, at="2026-05-04T08:30:00Z")
    sources = [{"text": TEXT}, {"text": "Sources said the deal was dead."}]
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(made.check, sources)) == [made.check(source) for source in sources]
    again = pickle.loads(pickle.dumps(made))
    assert again.normalize(sources[0]) == made.normalize(sources[0])
    assert again.normalize(sources[0]).outlet.at == made.at
    assert again.config == made.config


def test_an_engine_with_plugins_of_its_own_says_why_it_stays():
    """An engine whose plugins were handed over as objects is not pickled, and says what to do."""
    with pytest.raises(TypeError, match="install them"):
        pickle.dumps(Engine(plugins=[bundled]))


@rule("desk/no-shouting", "The item shouts.", since="1", languages=())
def no_shouting(item):
    """It shouts."""
    if "!" in item.text:
        yield Finding("the item shouts")


class Desk:
    """A plugin that a script writes."""

    @hookimpl
    def sayso_rules(self):
        """Offer its rule."""
        return [no_shouting]


def test_a_script_has_what_sayso_brings_and_its_own_beside():
    """And nothing else that happens to be installed, wherever `bundled` stands; a name that is taken is refused."""
    for plugins in ([sayso.bundled(), Desk()], [Desk(), sayso.bundled()]):
        ours = Engine(plugins=plugins)
        report = ours.check({"text": "The ferry sails! " * 9})
        assert [one.name for one in report.plugins] == ["bundled", "Desk"]
        assert {"desk/no-shouting", "provenance/outlet-unknown"} <= {one.rule for one in report.findings}
        assert not report.failures
    (failure,) = Engine(plugins=[sayso.bundled(), Desk(), Desk()]).check({"text": "It sails."}).failures
    assert "desk/no-shouting is already offered by Desk" in failure.message


def test_an_engine_without_a_reader_says_where_there_are_some():
    """Whoever names plugins has these alone."""
    (failure,) = Engine(plugins=[Desk()]).check({"text": "It sails!"}).failures
    assert failure.message == (
        "no reader for application/vnd.sayso.item, and none for anything: no plugin here offers one; "
        "sayso's own are in Engine(plugins=[sayso.bundled(), …])"
    )
    (failure,) = Engine(plugins=[Desk()], reader="json").check({"text": "It sails!"}).failures
    assert failure.message.startswith("there is no reader 'json'; there is none at all: no plugin here offers one")


def test_a_rule_by_itself_is_no_plugin_and_the_line_says_what_is():
    """`engine_with` of the kit takes one; an engine takes what has hooks."""
    engine = Engine(plugins=[sayso.bundled(), no_shouting])
    assert engine.host.broken[0].error == (
        "it is a Rule, and no plugin; a plugin is a module or an object whose sayso_rules, marked with @hookimpl, "
        "returns [it]"
    )
