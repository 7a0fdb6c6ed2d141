"""The tables of readers in the configuration: what a reader takes, and what nobody does."""

from __future__ import annotations

import pytest

from sayso import Config, ConfigError, Document, Engine, reader
from sayso.testing import engine_with


@reader("desk", "The desk's", version="1", suffixes=[".desk"], options=["length", "order"])
def desk(document, reading):
    """Read as much as is asked for."""
    yield reading.draft(document, document.read().decode()[: reading.options.get("length", 100)])


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            {"html": {"drops": [".ad"]}},
            "reader.html.drops: is no option of the reader html; did you mean 'drop'? it takes",
        ),
        ({"plaintext": {"map": {"a": "b"}}}, "reader.plaintext.map: is no option of the reader plaintext"),
        ({"markdown": {"map": {}}}, "it takes media-types, suffixes"),
        ({"desk": {"lenght": 3}}, "did you mean 'length'? it takes length, media-types, order, suffixes"),
        ({"transcript": {"map": {}}}, "it refines others, and takes none"),
        ({"csv": {"mapp": {}}}, "did you mean 'map'?"),
    ],
)
def test_an_option_that_a_reader_does_not_take_is_an_error(table, said):
    """It is named with its key and the nearest that there is, and no item is read without it."""
    with pytest.raises(ConfigError) as refused:
        engine_with(desk, bundled=["readers"], config=Config(reader=table))
    assert said in str(refused.value)


def test_the_file_and_its_key_are_named(tmp_path):
    """In pyproject.toml the key is the whole one."""
    for name, head in (("sayso.toml", ""), ("pyproject.toml", "tool.sayso.")):
        file = tmp_path / name
        file.write_text(f"[{head}reader.json.mapping]\nbody = 'text'\n", "utf-8")
        with pytest.raises(ConfigError) as refused:
            Engine.from_config(file)
        assert str(refused.value).startswith(f"{file}: {head}reader.json.mapping: is no option")


def test_an_option_that_is_declared_reaches_the_reader():
    """So do media types and file name endings, which every reader has."""
    made = engine_with(desk, config=Config(reader={"desk": {"length": 4, "suffixes": [".d"]}}))
    assert made.normalize(Document.from_bytes(b"The mill closed.", path="a.d")).text == "The "


def test_each_bundled_reader_declares_what_it_reads():
    """The options that readers' code asks for are those that they declare."""
    import re
    from pathlib import Path

    import sayso_plugins.readers as home

    asked: set[str] = set()
    for path in Path(str(home.__file__)).parent.rglob("*.py"):
        asked |= set(re.findall(r"options(?:\.get\(|\[)\"([a-z-]+)\"", path.read_text("utf-8")))
    declared = {option for one in Engine(own_only=True).readers.values() for option in one.options}
    assert asked == declared
