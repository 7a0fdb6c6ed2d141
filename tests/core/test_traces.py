"""Where a plugin failed: the line in messages, the cause for who asks in Python."""

from __future__ import annotations

import gc
import pickle
import sys
import types
import weakref

import pytest

from sayso import Engine, ReadError
from sayso.testing import check_examples, check_reader, engine_with

CODE = """from sayso import Clean, Finding, Flagged, reader, rule
import json


def divided(by):
    return 1 / by


@reader("acme", "Acme", version="1", suffixes=[".acme"])
def acme(document, reading):
    divided(0)
    yield reading.draft(document, "x")


@reader("loads", "Acme", version="1", suffixes=[".loads"])
def loads(document, reading):
    json.loads("[")
    yield reading.draft(document, "x")


@reader("mistaken", "Acme", version="1", suffixes=[".mistaken"])
def mistaken(document, reading):
    draft = reading.draft(document, "x")
    draft.looked("colour", "everywhere")
    yield draft


@rule("acme/odd", "Odd.", since="1", languages=(), examples=[Flagged("A b."), Clean("C d.")])
def odd(item):
    '''It fails on all.'''
    yield Finding("before")
    divided(0)
"""


@pytest.fixture
def acme(tmp_path, monkeypatch):
    """The plugin's module, from a file of a folder that is called otherwise each time."""
    file = tmp_path / "acme_plugin.py"
    file.write_text(CODE)
    module = types.ModuleType("acme_plugin")
    module.__file__ = str(file)
    monkeypatch.setitem(sys.modules, "acme_plugin", module)
    exec(compile(CODE, str(file), "exec"), module.__dict__)
    return module


def engine(acme, name):
    return engine_with(getattr(acme, name), bundled=("readers", "languages"))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("acme", "its reader acme failed: ZeroDivisionError: division by zero (acme_plugin.py:6)"),
        ("loads", "line 1 column 2 (char 1) (acme_plugin.py:17)"),
        ("mistaken", "(acme_plugin.py:24)"),
    ],
)
def test_a_reader_that_fails_says_its_file_and_line(acme, tmp_path, name, line):
    """The deepest line of the plugin's own, by the base name of its file: none of Python's, and none of sayso's."""
    file = tmp_path / f"a.{name}"
    file.write_text("a")
    (failure,) = engine(acme, name).check(file).failures
    assert failure.error == "reader-crash"
    assert failure.message.endswith(line)
    assert str(tmp_path) not in failure.message


def test_a_rule_that_fails_says_its_file_and_line(acme):
    """A rule likewise; what the failure is of is there too, and begins in the plugin."""
    (failure,) = engine(acme, "odd").check({"text": "A b."}).failures
    assert failure.message.endswith("failed: ZeroDivisionError: division by zero (acme_plugin.py:6)")
    assert isinstance(failure.cause, ZeroDivisionError)
    assert failure.cause.__traceback__.tb_frame.f_code.co_name == "odd"


def test_the_library_raises_from_what_the_reader_raised(acme, tmp_path):
    """`Engine.normalize` has the plugin's error as the cause of its own."""
    file = tmp_path / "a.acme"
    file.write_text("a")
    with pytest.raises(ReadError) as caught:
        engine(acme, "acme").normalize(file)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_cause_stays_behind_in_pickles_and_comparisons(acme):
    """A failure that went to another process is equal to what it was, and has no cause."""
    (failure,) = engine(acme, "odd").check({"text": "A b."}).failures
    again = pickle.loads(pickle.dumps(failure))
    assert again == failure
    assert again.cause is None
    assert "cause" not in repr(failure)


def test_a_cause_keeps_no_document(tmp_path):
    """What a plugin's function held when it failed is gone, though the failure is kept."""
    code = CODE.replace(
        "    divided(0)\n    yield reading", "    held = Held()\n    kept(held)\n    divided(0)\n    yield reading"
    )
    module = types.ModuleType("acme_holds")
    held = []

    class Held:
        pass

    module.__dict__.update(Held=Held, kept=lambda one: held.append(weakref.ref(one)))
    exec(compile(code, "acme_holds.py", "exec"), module.__dict__)
    file = tmp_path / "a.acme"
    file.write_text("a")
    report = engine(module, "acme").check(file)
    gc.collect()
    assert report.failures[0].cause is not None
    assert held[0]() is None


def test_the_kit_raises_from_what_the_plugin_raised(acme):
    """So that pytest shows the lines of the plugin; an example that failed says which it is."""
    with pytest.raises(
        AssertionError, match=r"example 1 \(Flagged\), example 2 \(Clean\): rule acme/odd \(plugin acme_plugin\)"
    ) as of_rule:
        check_examples(acme.odd)
    with pytest.raises(AssertionError) as of_reader:
        check_reader(acme.acme, [b"a"])
    assert isinstance(of_rule.value.__cause__, ZeroDivisionError)
    assert isinstance(of_reader.value.__cause__, ZeroDivisionError)


def test_one_cause_on_many_hostile_inputs_is_one_line(acme):
    """However many of them a reader fails on in the same way."""
    with pytest.raises(AssertionError) as caught:
        check_reader(acme.acme, [b"a"])
    lines = [line for line in str(caught.value).splitlines() if "acme_plugin.py:6" in line]
    assert len(lines) == 2  # one on the sample, one on the hostile inputs
    assert " more: its reader acme failed" in lines[1]


def test_what_fails_in_the_bundled_plugins_has_no_line():
    """Users have no file to mend there."""
    from sayso.traces import place

    with pytest.raises(AttributeError) as caught:
        list(Engine().readers["csv"].read(None, None))
    error = caught.value
    assert place(error.with_traceback(error.__traceback__.tb_next)) == ""
