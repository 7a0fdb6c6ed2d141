"""The pages of the reference are made from the code, and say all that it has."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from docs_pages import Reader
from support import engine

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def reference():
    """The script that writes the pages."""
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_up_to_date(reference):
    """`python docs/make_reference.py` would write nothing."""
    made = reference.pages()
    assert {name: (reference.FOLDER / name).read_text("utf-8") for name in made} == made


def test_a_page_that_is_missing_or_changed_is_named_and_mended(reference, tmp_path, monkeypatch, capsys):
    """The test above can fail: both ways to be stale are seen. --check leaves them, and without it they are written."""
    monkeypatch.setattr(reference, "FOLDER", tmp_path)
    (tmp_path / "cli.md").write_text("# Other\n", "utf-8")
    monkeypatch.setattr("sys.argv", ["make_reference.py", "--check"])
    assert reference.main() == 1
    assert capsys.readouterr().out.split() == [f"docs/reference/{name}" for name in reference.pages()]
    monkeypatch.setattr("sys.argv", ["make_reference.py"])
    assert reference.main() == 0
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == reference.pages()


def test_every_command_and_option_stands_there_with_its_exit_codes(reference):
    """The page has each command with each of its options; exit codes are given for these commands and no others."""
    parts = dict(part.split("\n", 1) for part in reference.pages()["cli.md"].split("\n## ")[1:])
    commands = reference.commands()
    assert set(reference.WORDS["exits"]) == set(commands) <= set(parts)
    for name, command in commands.items():
        for one in command.params:
            if not getattr(one, "hidden", False):
                assert all(f"`{word}" in parts[name] for word in (*one.opts, *one.secondary_opts) if word[0] == "-")


#: Command to a run that gives each of its exit codes, in the folder that `folder` makes.
RUNS = {
    "check": {0: "clean.json", 1: "bad.txt", 2: "nowhere"},
    "show": {0: "bad.txt", 2: "nowhere"},
    "normalize": {0: "bad.txt", 2: "nowhere"},
    "validate": {0: "clean.json --schema item", 1: "wrong.json --schema item", 2: "nowhere"},
    "explain": {0: "dating/date-missing", 2: "dating/nothing"},
    "rules": {0: "", 2: "--profile nobody"},
    "readers": {0: "", 2: "--config broken.toml"},
    "schema": {0: "record", 2: "nothing"},
    "init": {0: "empty", 2: "full"},
    "new": {0: "plugin first", 2: "plugin second"},
    "plugins": {0: "", 2: "--config local.toml"},
    "plugins check": {
        0: "good.toml --config words.toml",
        1: "lying.toml --config words.toml",
        2: "nobody",
    },
    "outlet import": {0: "trust.txt --name Herald", 2: "nowhere --name Herald"},
    "baseline create": {0: "bad.txt --file new.json", 2: "bad.txt --file full/sayso.toml"},
    "baseline update": {0: "bad.txt --file there.json", 2: "bad.txt --file nowhere"},
    "waivers add": {0: "dating/date-missing bad.txt --reason Old", 2: "dating/nothing bad.txt --reason Old"},
    "waivers list": {0: "--file waivers.toml", 2: "--file broken.toml"},
    "waivers prune": {0: "bad.txt --file waivers.toml", 2: "bad.txt --file broken.toml"},
}
WORDS = """[[rules]]
name = "house/{name}"
summary = "A word that the house does not use."
why = "It makes a fight of every disagreement."
cure = "Say what was said."
words = ["slams"]
[rules.examples]
flagged = [{{ text = "The mayor {word} the plan.", at = "{word}" }}]
clean = [{{ text = "The mayor criticised the plan." }}]
"""


@pytest.fixture
def somebody(tmp_path):
    """Somebody in a folder with good and bad files."""
    made = Reader(tmp_path)
    for name, text in {
        "bad.txt": "The mill will close, sources said.",
        "clean.json": '{"text": "It ran.", "outlet": "Herald", "author": "Ana Ruiz", "date_published": "2026-05-04"}',
        "wrong.json": '{"text": 1}',
        "broken.toml": "[",
        "full/sayso.toml": "",
        "empty/item.txt": "The mill closed.",
        "local.toml": 'local-plugins = ["broken.py"]',
        "broken.py": "import nothing_of_that_name",
        "words.toml": 'local-plugins = ["good.toml", "lying.toml"]',
        "good.toml": WORDS.format(name="good", word="slams"),
        "lying.toml": WORDS.format(name="lying", word="hits"),
        "trust.txt": "disclosure=https://herald.example/funding",
        "waivers.toml": "",
    }.items():
        made.write(name, text)
    made.run("sayso baseline create bad.txt --file there.json", 0)
    made.run("sayso new plugin second", 0)
    return made


@pytest.mark.parametrize("command", RUNS)
def test_every_exit_code_that_is_listed_is_given(reference, somebody, command):
    """For each command and each of its codes there is a run that ends with it."""
    assert {str(code) for code in RUNS[command]} == set(reference.WORDS["exits"][command])
    for code, rest in RUNS[command].items():
        somebody.run(f"sayso {command} {rest}", code)


def test_there_is_a_run_for_every_command(reference):
    """No command is left out above."""
    assert set(RUNS) == set(reference.commands())


def test_every_key_of_the_configuration_has_words(reference):
    """A key has the words of the schema, or ours where that has none; ours stand for no other key."""
    keys = reference.keys()
    silent = {name for name, one in keys.items() if not one.get("description")}
    assert set(reference.WORDS["keys"]) == silent
    assert set(reference.WORDS["defaults"]) <= set(keys)


def test_every_kind_of_failure_is_there(reference):
    """What the code gives as kinds is what the page explains."""
    assert set(reference.WORDS["kinds"]) == reference.kinds()


def test_the_pages_of_readers_name_no_other_kinds(reference):
    """Tables of errors have kinds that there are."""
    named = 0
    for page in (ROOT / "docs" / "readers").glob("*.md"):
        for table in re.findall(r"^\| error \|.*\n\|[- |]+\n((?:\|.*\n)+)", page.read_text("utf-8"), re.MULTILINE):
            for row in table.splitlines():
                kinds = set(re.findall(r"`([^`]+)`", row.split("|")[1]))
                assert kinds <= set(reference.WORDS["kinds"]), f"{page.name}: {row}"
                named += len(kinds)
    assert named > 20


def test_every_format_is_there(reference):
    """Each report format has its words, and no other has."""
    assert set(reference.WORDS["formats"]) == set(engine().host.formats)


def test_every_variable_of_the_environment_is_there(reference):
    """What the program asks the environment for is what the page lists."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "cli" / "sayso_cli").rglob("*.py"))
    assert set(re.findall(r"""environ(?:\.get\(|\[)["'](\w+)""", code)) == set(reference.WORDS["variables"])


def test_every_error_of_the_library_is_there(reference):
    """Each public class of errors stands there, and no other: whatever is named can be caught."""
    import sayso

    values = {name: getattr(sayso, name) for name in sayso.__all__}
    public = {name for name, value in values.items() if isinstance(value, type) and issubclass(value, sayso.SaysoError)}
    assert set(reference.WORDS["raised"]) == public - {"SaysoError", "RetiredError"}


def test_every_schema_is_there(reference):
    """All schemas, and every key at the top of each."""
    page = reference.pages()["schemas.md"]
    for path in (ROOT / "schemas" / "sayso_schemas").glob("*.json"):
        schema = json.loads(path.read_text("utf-8"))
        part = page.split(f"\n## {path.stem.rpartition('-')[0]}\n")[1].split("\n## ")[0]
        if path.stem.startswith("config-"):
            assert "](configuration.md)" in part
            continue
        assert [key for key in schema.get("properties", {}) if f"`{key}`" not in part] == []


def test_the_table_of_facts_has_all_that_a_record_has():
    """On the page about formats, so that whoever writes a reader knows what there is to state or to look for."""
    from sayso.readers.fitting import HOLDS

    page = (Path(__file__).parents[2] / "docs" / "how-to" / "format.md").read_text("utf-8")
    table = page.partition("| fact | what it holds |")[2].partition("\n\n")[0]
    named = [name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])]
    assert sorted(named) == sorted(HOLDS)
