"""``sayso plugins`` and ``sayso plugins check``."""

from __future__ import annotations

import json
import signal

import pytest

RULES = '''
import re

from sayso import Clean, Draft, Finding, Flagged, Org, Profile, Span, hookimpl, refiner, rule


@rule("house/game", "A word.", since="1", languages=(), cure="Leave it out.",
      examples=[Flagged("A game.", at="game"), Clean("{clean}")])
def game(item):
    """This word stands for nothing that a reader could check."""
    for match in re.finditer("game", item.text):
        yield Finding("game", (Span(*match.span()),))


@refiner("house", "The house's items", version="1", refines=["plaintext"], sniff=lambda draft: "-- House" in draft.text)
def house(draft: Draft) -> None:
    """Take the outlet from the last line."""
    at = draft.text.index("-- House") + {shift}
    draft.extracted("outlet", Org("House"), Span(at, at + 5), confidence=0.9)


@hookimpl
def sayso_rules():
    return [game]


@hookimpl
def sayso_readers():
    return [house]


@hookimpl
def sayso_profiles():
    return [Profile("house", "Ours", {"{profiled}": "error"})]
'''


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """Write a local plugin with some of its parts otherwise, and work beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sayso.toml").write_text('local-plugins = ["house_rules.py"]\n')
    (tmp_path / "sample.txt").write_text("The mill closed, Jo Berg said.\n\n-- House\n")

    def go(**parts):
        code = RULES
        for name, words in {"clean": "None.", "shift": "3", "profiled": "house/game", **parts}.items():
            code = code.replace(f"{{{name}}}", words)
        (tmp_path / "house_rules.py").write_text(code)

    go()
    return go


def test_alone_it_lists(run, plugin):
    """Each plugin with its distribution, version, API, state and load time, and what it adds; or the same as JSON."""
    ran = run("plugins")
    assert ran.code == 0
    assert "bundled (sayso " in ran.out
    assert "house_rules.py (local, API 1): loaded" in ran.out
    assert "  rules: house/game\n" in ran.out
    listed = json.loads(run("plugins", "--format", "json").out)
    assert listed[-1]["adds"] == {"readers": ["house"], "rules": ["house/game"], "profiles": ["house"]}
    assert run("plugins", "--format", "xml").code == 2


def test_a_plugin_that_keeps_to_its_contract_is_exit_0(run, plugin):
    """A line for each check, and how many there were."""
    ran = run("plugins", "check", "house_rules.py", "--sample", "sample.txt")
    assert ran.code == 0, ran.out
    lines = ran.out.splitlines()
    assert all(line.startswith("ok   ") for line in lines[:-1])
    assert "ok   rule house/game: its 2 examples hold" in lines
    assert "ok   reader house: it reads 1 sample" in lines
    assert "ok   reader house: an engine with it can be pickled" in lines
    assert lines[-1] == f"{len(lines) - 1} checks, 0 failed"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"clean": "The game."}, "house/game is Clean at [], and found ['game']"),
        ({"shift": "9000"}, "a place ends at 90"),
        ({"profiled": "house/gone"}, "there is no rule 'house/gone'"),
    ],
)
def test_one_that_breaks_it_is_exit_1_and_says_how(run, plugin, parts, said):
    """An example that does not hold, a span outside of the text, a profile of rules that are not there."""
    plugin(**parts)
    ran = run("plugins", "check", "house_rules.py", "--sample", "sample.txt")
    assert ran.code == 1
    assert "FAIL" in ran.out
    assert said in ran.out


def test_what_cannot_be_checked_is_exit_2(run, plugin, tmp_path):
    """No plugin of this name, one that cannot be imported, a sample that is not there or is for nobody."""
    assert "there is no plugin 'nobody'" in run("plugins", "check", "nobody").err
    assert run("plugins", "check", "nobody").code == 2
    assert "--sample gone.txt" in run("plugins", "check", "house_rules.py", "--sample", "gone.txt").err
    ran = run("plugins", "check", "house_rules.py", "--sample", "sample.txt", "--reader", "json")
    assert (ran.code, "say --reader with house" in ran.err) == (2, True)
    (tmp_path / "house_rules.py").write_text("1 / 0\n")
    ran = run("plugins", "check", "house_rules.py")
    assert (ran.code, "ZeroDivisionError" in ran.err) == (2, True)


def test_a_list_of_words_is_checked_like_any_plugin(run, tmp_path, monkeypatch):
    """Editors who do not program get the same lines for the examples in their file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sayso.toml").write_text('local-plugins = ["words.toml"]\n')
    (tmp_path / "words.toml").write_text(
        '[[rules]]\nname = "house/cant"\nsummary = "Cant."\nwhy = "It says nothing to any reader."\n'
        'words = ["world-class"]\ncure = "Say what it does."\n[rules.examples]\n'
        'flagged = [{ text = "A world-class mill.", at = "world-class" }]\nclean = [{ text = "A mill." }]\n'
    )
    ran = run("plugins", "check", "words.toml")
    assert ran.code == 0, ran.out
    assert "ok   rule house/cant: its 2 examples hold" in ran.out


BARE = """[[rules]]
name = "house/cant"
summary = "Cant."
why = "Too loud."
words = ["world-class"]
"""


@pytest.fixture
def words(tmp_path, monkeypatch):
    """Write a list of words, and work beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tools").mkdir()
    (tmp_path / "sayso.toml").write_text('local-plugins = ["tools/words.toml"]\n')

    def go(text):
        (tmp_path / "tools" / "words.toml").write_text(text)

    return go


def test_a_list_may_be_without_what_its_schema_leaves_open(run, words):
    """No cure, no examples, a short reason: notes in an editor's words, and nothing that fails."""
    words(BARE)
    ran = run("plugins", "check", "words.toml")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "ok   plugin tools/words.toml: it was loaded whole",
        "note rule house/cant: it has no cure: what to do about a finding",
        "note rule house/cant: it has no examples that are flagged (a text with a finding) or clean (one without)",
        "ok   rule house/cant: it reaches for no network and prints nothing",
        "2 checks, 0 failed",
    ]
    assert "since" not in run("explain", "house/cant").out.split("from plugin")[0]
    assert "since" not in run("explain", "house/cant", "--format", "markdown").out


def test_what_a_list_has_is_held_to(run, words):
    """One kind of example is enough to be checked, and one that does not hold fails."""
    words(BARE + '[rules.examples]\nflagged = [{ text = "A world-class mill.", at = "mill" }]\n')
    ran = run("plugins", "check", "words")
    assert ran.code == 1
    assert "note rule house/cant: it has no examples that are clean (one without)" in ran.out
    assert "FAIL rule house/cant: its 1 example holds" in ran.out
    assert "house/cant is Flagged at ['mill'], and found ['world-class'] in:" in ran.out


@pytest.mark.parametrize("name", ["words.toml", "words", "tools/words.toml", "./tools/words.toml", "tools/words"])
def test_a_file_of_the_house_is_named_as_one_names_files(run, words, name, tmp_path, monkeypatch):
    """By its path, whole or from here, by its name, and without the ending; from another folder too."""
    words(BARE)
    assert run("plugins", "check", name).code == 0
    assert run("plugins", "check", tmp_path / "tools" / "words.toml").code == 0
    assert "tools/words.toml (local, API 1): loaded" in run("plugins").out
    monkeypatch.chdir(tmp_path / "tools")
    assert run("plugins", "check", "words.toml").code == 0
    assert run("plugins", "check", "../tools/words.toml").code == 0


def test_a_file_that_no_configuration_names_is_checked_where_it_is_named_whole(run, words, tmp_path):
    """Whoever writes it need not write a configuration first; a name that is no file says how files are named."""
    (tmp_path / "mine.toml").write_text(BARE.replace("house/", "mine/"))
    assert "rule mine/cant" in run("plugins", "check", "mine.toml").out
    ran = run("plugins", "check", "gone.toml")
    assert (ran.code, "a file of the house is named by its path" in ran.err) == (2, True)


def test_a_rule_in_python_says_more(run, plugin, tmp_path):
    """Its reason has four words at least, and the message says where it is written."""
    code = (tmp_path / "house_rules.py").read_text()
    said = "This word stands for nothing that a reader could check."
    for reason, words in (("Too loud.", "its reason has 2 words"), ("", "it has no reason")):
        (tmp_path / "house_rules.py").write_text(code.replace(said, reason))
        ran = run("plugins", "check", "house_rules")
        assert ran.code == 1
        assert f"{words}: the docstring of its check says why the rule exists, in 4 words or more" in ran.out


def test_a_folder_of_samples_is_its_files(run, plugin, tmp_path):
    """All of them, those in folders too and no hidden ones; a sample that fails is named, and may be meant to."""
    folder = tmp_path / "samples"
    (folder / "more").mkdir(parents=True)
    assert "there is no file in this folder" in run("plugins", "check", "house_rules", "--sample", folder).err
    text = (tmp_path / "sample.txt").read_text()
    (folder / "a.txt").write_text(text)
    (folder / "more" / "b.txt").write_text(text)
    (folder / ".hidden").write_text("")
    ran = run("plugins", "check", "house_rules", "--sample", folder)
    assert ran.code == 0, ran.out
    assert "ok   reader house: it reads 2 samples" in ran.out
    (folder / "more" / "b.txt").write_text("Nobody's.\n")
    ran = run("plugins", "check", "house_rules", "--sample", folder)
    assert ran.code == 1
    assert "sample 2 (b.txt): no items" in ran.out
    ran = run("plugins", "check", "house_rules", "--sample", folder, "--failures")
    assert ran.code == 0, ran.out
    (folder / "a.txt").unlink()
    assert run("plugins", "check", "house_rules", "--sample", folder, "--failures").code == 1


BAD = """
import sys
from sayso import Clean, Exporter, Flagged, LanguagePack, Pattern, Profile, hookimpl, rule


@rule("bad/example", "Bad.", since="1", languages=(), examples=[Flagged("x", record={"/no/such": 1}), Clean("y")])
def example(item):
    return ()


@hookimpl
def sayso_rules():
    return [example]


@hookimpl
def sayso_exporters():
    return [Exporter("leaver", "Leaves", lambda items, rendering: sys.exit(0))]


@hookimpl
def sayso_profiles():
    return [Profile("odd", "Odd", {"no/rule": "off"})]


@hookimpl
def sayso_languages():
    return [LanguagePack("xx", byline=Pattern("("))]
"""


def test_a_plugin_that_breaks_the_kit_fails_it(run, tmp_path, monkeypatch):
    """What is raised or left in the midst of a check is a failed check, and the others are still done."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sayso.toml").write_text('local-plugins = ["bad.py"]\n')
    (tmp_path / "bad.py").write_text(BAD)
    ran = run("plugins", "check", "bad.py")
    assert ran.code == 1, ran.err
    failed = [line for line in ran.out.splitlines() if line.startswith("FAIL")]
    assert {line.split()[1] for line in failed} == {"rule", "exporter", "profile", "language"}
    assert "they cannot be run: KeyError" in ran.out
    assert "SystemExit: 0" in ran.out


def test_a_reader_that_is_named_and_not_there_is_noted(plugin, tmp_path, run):
    """In the list, in JSON, and by the kit; nothing fails for it."""
    file = tmp_path / "house_rules.py"
    file.write_text(
        RULES.replace('refines=["plaintext"]', 'refines=["plaintext", "plaintxt"]')
        .replace("{shift}", "3")
        .replace("{profiled}", "house/game")
    )
    note = "reader house refines 'plaintxt', and there is no such reader; did you mean 'plaintext'?"
    listed = run("plugins")
    assert listed.code == 0
    assert f"  note: {note}\n" in listed.out
    (told,) = (one for one in json.loads(run("plugins", "-f", "json").out) if one["name"].endswith("house_rules.py"))
    assert told["notes"] == [note]
    assert f"note plugin house_rules.py: {note}\n" in run("plugins", "check", "house_rules").out


def test_plugins_check_ends_where_a_rule_does_not(run, tmp_path, monkeypatch):
    """With a failed check that names the rule, and exit code 1."""
    if not hasattr(signal, "setitimer"):
        pytest.skip("no timer signal here")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sayso.testing.patience.PATIENCE", 0.3)
    (tmp_path / "stuck.py").write_text(
        "from sayso import Clean, Flagged, hookimpl, rule\n"
        '@rule("house/stuck", "Stuck.", since="1", languages=(), cure="None.",\n'
        '      examples=[Flagged("A game.", at="game"), Clean("A mill.")])\n'
        "def stuck(item):\n"
        '    """It looks for ever and more."""\n'
        "    while True:\n"
        "        pass\n"
        "@hookimpl\n"
        "def sayso_rules():\n"
        "    return [stuck]\n"
    )
    ran = run("plugins", "check", "stuck.py")
    assert ran.code == 1
    assert "rule house/stuck (plugin stuck.py) was stopped: the item took longer than 0.3 s" in ran.out


def test_the_command_line_says_so_too(run, tmp_path, monkeypatch):
    """When rules are listed by the profile, and when something is checked; exit code 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "acme.py").write_text(
        "from sayso import Profile, hookimpl\n"
        "@hookimpl\ndef sayso_profiles():\n"
        "    return [Profile('desk', 'D', {'attribution/vague-meda': 'off'})]\n"
    )
    (tmp_path / "sayso.toml").write_text('local-plugins = ["acme.py"]\nprofile = "desk"\n')
    (tmp_path / "a.txt").write_text("The mill closed, Jo Berg, its owner, said.\n")
    for words in (("check", "a.txt"), ("rules", "--profile", "desk")):
        ran = run(*words, "--config", "sayso.toml")
        assert "profile desk is about the rule 'attribution/vague-meda', and there is no such rule; did you" in ran.err
    assert run("check", "a.txt", "--config", "sayso.toml").code == 2


def test_two_plugins_of_one_name_are_told_apart_by_their_distributions(run, tmp_path, monkeypatch):
    """The name that both have says nothing; each is had by that of its distribution."""
    for home in ("acme_one", "acme_two"):
        info = tmp_path / f"{home}-1.0.dist-info"
        info.mkdir()
        (tmp_path / f"{home}.py").write_text(
            "from sayso import hookimpl\n@hookimpl\ndef sayso_rules():\n    return []\n"
        )
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {home}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[sayso]\ntwin = {home}\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    both = run("plugins", "check", "twin")
    said = "'twin' is several plugins: that of acme_one, that of acme_two; name one of them, as acme_one"
    assert both.code == 2
    assert said in both.err
    assert run("plugins", "check", "acme_one").code == 0
    assert "its name is that of a plugin of acme_one" in run("plugins", "check", "acme_two").err
