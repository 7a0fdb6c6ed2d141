"""JSON: what is read is what was written, and what is held in memory is what would have been read."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import ReadError, parse_json
from sayso.text.strict_json import deeper_than, plain_json

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(VALUES)
def test_what_json_writes_is_read_as_it_was(value):
    """Writing and reading a value is the identity, and so is taking it for JSON."""
    assert parse_json(json.dumps(value)) == value
    assert plain_json(value) == value


@given(st.text())
def test_a_text_is_read_or_refused(text):
    """Any text is JSON or a ReadError; nothing else is raised."""
    with suppress(ReadError):
        parse_json(text)


@given(st.lists(st.sampled_from("ab"), min_size=1), st.dictionaries(st.text(), SCALARS))
def test_a_key_that_stands_twice_is_named(path, inner):
    """Wherever an object has a key twice, the error is of its kind and gives the place."""
    twice = '{"k": 1, "k": ' + json.dumps(inner) + "}"
    for key in reversed(path):
        twice = f'{{"{key}": {twice}}}'
    with pytest.raises(ReadError) as refused:
        parse_json(twice)
    assert refused.value.kind == "duplicate-key"
    assert f"'k' stands twice at /{'/'.join(path)};" in refused.value.message


def test_keys_that_stand_twice_can_be_told_instead():
    """Whoever asks for their places gets the last values; too many are an error all the same."""
    twice: list[str] = []
    given = '{"a": [{"b/c": 1, "b/c": 2}], "d": {"e": 1, "e": 2}, "d": 3}'
    assert parse_json(given, twice=twice) == {"a": [{"b/c": 2}], "d": 3}
    assert sorted(twice) == ["/a/0/b~1c", "/d"]
    many = "[" + ", ".join(['{"a": 1, "a": 2}'] * 21) + "]"
    with pytest.raises(ReadError):
        parse_json(many, twice=[])


@given(st.integers(0, 30), st.integers(0, 30))
def test_depth_is_counted_in_lists_and_objects(depth, levels):
    """A value of so many lists around a number is deeper than fewer levels and not than as many."""
    value = 1
    for number in range(depth):
        value = [0, value] if number % 2 else {"a": value, "b": 1}
    assert deeper_than(value, levels) == (depth > levels)
