"""Plugins of the house: Python files and lists of words, without packaging."""

from __future__ import annotations

import json
import pickle
import sys

import pytest

from sayso import Clean, Config, ConfigError, Engine, Flagged, evolve, word_rules
from sayso.config.load import load
from sayso.testing import check_examples, engine_with

WORDS = """
[[rules]]
name = "house/cant"
summary = "Cant that the desk does not print."
why = "Readers take these words for advertising, and they say nothing."
words = ["game changer", "world-class", "Game changer of the year", "can't miss"]
message = "{words!r} is cant"
cure = "Say what it does."
policies = [{ who = "The desk", says = "We write what a thing does.", date = "2026-01" }]

[rules.examples]
flagged = [
  { text = "It is a game changer.", at = "game changer" },
  { text = "A Game Changer of the Year, and a world-class mill.", at = ["Game Changer of the Year", "world-class"] },
  { text = "You can’t miss it.", at = "can’t miss" },
]
clean = [
  { text = "“It is a game changer,” Jo Berg said.", why = "Somebody's words." },
  { text = "The game changed her." },
]

[[rules]]
name = "house/shouting"
summary = "A headline shouts."
why = "Headlines tell, they do not shout."
words = ["shock"]
scope = "headline"
severity = "info"
"""
PYTHON = """
from sayso import Finding, hookimpl, rule

@rule("house/short", "The item is short.", since="1", certainty="lexical", languages=(), cure="Write more.")
def short(item):
    '''A text of a few words cannot name its sources, and readers learn nothing from it.'''
    if len(item.text) < 40:
        yield Finding("it is short")

@hookimpl
def sayso_rules():
    return [short]
"""


@pytest.fixture
def house(tmp_path):
    """A folder with a configuration that names both kinds."""
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "words.toml").write_text(WORDS)
    (tmp_path / "tools" / "rules.py").write_text(PYTHON)
    (tmp_path / "sayso.toml").write_text('local-plugins = ["tools/words.toml", "tools/rules.py"]\n')
    return tmp_path


def engine(folder) -> Engine:
    return Engine(load(folder / "sayso.toml"))


def test_word_lists_are_rules_with_examples(house):
    """Every example of the file holds, as those of any rule do."""
    checker = engine(house)
    rule = checker.host.rules["house/cant"]
    assert rule.why.startswith("Readers take these words")
    assert len(rule.examples) == 5
    for example in rule.examples:
        found = [f for f in checker.check({"text": example.text}).findings if f.rule == rule.name]
        places = [f.spans[0].exact for f in found]
        assert places == (list(example.places) if isinstance(example, Flagged) else []), example
        assert isinstance(example, Flagged | Clean)


def test_the_longest_phrase_counts_once(house):
    """A phrase that holds another gives one finding, and the message names the words."""
    (found,) = [
        f for f in engine(house).check({"text": "A game changer of the year."}).findings if f.rule == "house/cant"
    ]
    assert found.message == "'game changer of the year' is cant"


def test_a_phrase_within_another_is_no_finding(tmp_path):
    """Words of the list that stand inside a longer phrase of it are that phrase's; elsewhere they count."""
    words = json.dumps(["changer", "game changer of the year", "of the"])
    (tmp_path / "w.toml").write_text(f'[[rules]]\nname = "a/b"\nsummary = "S."\nwhy = "W."\nwords = {words}\n')
    (inner,) = word_rules(tmp_path / "w.toml")
    report = engine_with(inner, bundled=["readers", "languages"]).check(
        {"text": "A game changer of the year, a changer of the day.", "language": "en"}
    )
    assert [f.spans[0].exact for f in report.findings] == ["game changer of the year", "changer", "of the"]


def test_a_headline_is_looked_at_alone(house):
    """The same word in the body is nothing."""
    text = "Shock at the mill\n\nBy Ana Ruiz\n\nThe mill closed, to the shock of many in the town, Jo Berg said."
    found = [f.spans[0].start for f in engine(house).check({"text": text}).findings if f.rule == "house/shouting"]
    assert found == [0]


@pytest.mark.parametrize(
    ("scope", "text", "headline", "found"),
    [
        ("headline", "The mill closed.", "Shock, fury and shock", [None] * 3),
        ("headline", "Shock at mill\n\nThe mill closed.", "SHOCK at  mill", ["Shock"]),
        ("headline", "Fury at mill\n\nThe mill closed.", "Shock at mill", [None, "Fury"]),
        ("headline", "The mill closed in fury.", "Mill closed", []),
        ("all", "The mill closed in fury.", "Shock at mill", [None, "fury"]),
        ("narration", "The mill closed in fury.", "Shock at mill", ["fury"]),
        ("quotation", "The mill closed in fury.", "Shock at mill", []),
        ("headline", "The mill closed.", "Mill (in great\nfury indeed) closed", [None]),
    ],
)
def test_a_headline_that_only_metadata_give_is_looked_at_too(tmp_path, scope, text, headline, found):
    """A finding about the fact where the words stand nowhere in the text, once where the headline stands in it."""
    table = '[[rules]]\nname = "house/loud"\nsummary = "S."\nwhy = "W."\nwords = ["shock", "fury", "fury indeed"]\n'
    (tmp_path / "words.toml").write_text(f'{table}scope = "{scope}"')
    (loud,) = word_rules(tmp_path / "words.toml")
    checker = engine_with(loud, bundled=["readers", "languages"])
    report = checker.check({"text": text, "headline": headline, "language": "en"})
    assert [f.spans[0].exact if f.spans else None for f in report.findings] == found
    assert {f.facts for f in report.findings if not f.spans} <= {("/headline",)}
    assert len({f.fingerprint for f in report.findings}) == len(found)


def test_an_example_of_such_a_headline_has_no_place(tmp_path):
    """`at` is left out, and the example is held to a finding about the item."""
    (tmp_path / "words.toml").write_text(
        '[[rules]]\nname = "house/loud"\nsummary = "S."\nwhy = "W."\nwords = ["shock"]\nscope = "headline"\n'
        '[rules.examples]\nflagged = [{ text = "It closed.", item = { headline = "Shock at mill" } }]\n'
        'clean = [{ text = "Shock.", item = { headline = "Mill closed" } }]\n'
    )
    (loud,) = word_rules(tmp_path / "words.toml")
    check_examples(loud)


def test_words_are_cut_as_texts_are(tmp_path):
    """A word with marks in it, or with other apostrophes, is found where it stands."""
    words = ["and/or", "100%", "AT&T", "U.S.", "e-mail", "don't", "Ana  Ruiz", "c’est"]
    (tmp_path / "words.toml").write_text(
        f'[[rules]]\nname = "house/odd"\nsummary = "S."\nwhy = "W."\nwords = {json.dumps(words, ensure_ascii=False)}',
        "utf-8",
    )
    (odd,) = word_rules(tmp_path / "words.toml")
    found = engine_with(odd, bundled=["readers", "languages"]).check({"text": " . ".join(words), "language": "en"})
    assert [" ".join(f.spans[0].exact.split()) for f in found.findings] == [" ".join(one.split()) for one in words]


@pytest.mark.parametrize("message", ["{word} is cant", "{words!s}", "{0}", "{}", "{words} and { words }"])
def test_a_slip_in_a_placeholder_is_refused(tmp_path, message):
    """Rather than printed as it is; the message names those that there are, and the line."""
    table = f'[[rules]]\nname = "a/b"\nsummary = "S."\nwhy = "W."\nwords = ["x"]\nmessage = "{message}"\n'
    (tmp_path / "words.toml").write_text(table)
    with pytest.raises(
        ConfigError, match=r"line 6: rule 1: message: there is no \{.*\}; write \{words\} or, with quotation"
    ):
        word_rules(tmp_path / "words.toml")


@pytest.mark.parametrize("message", ["{words} and {words!r}", "{ is a brace", "plain", "100 } {"])
def test_other_braces_are_words(tmp_path, message):
    """Both placeholders can be used, and a single brace is no placeholder."""
    (tmp_path / "words.toml").write_text(
        f'[[rules]]\nname = "a/b"\nsummary = "S."\nwhy = "W."\nwords = ["x"]\nmessage = "{message}"\n'
    )
    (one,) = word_rules(tmp_path / "words.toml")
    (found,) = engine_with(one, bundled=["readers", "languages"]).check({"text": "An x.", "language": "en"}).findings
    assert found.message == message.replace("{words!r}", "'x'").replace("{words}", "x")


def test_python_files_are_plugins(house):
    """A rule in a file runs like any other, and the plugin is listed."""
    checker = engine(house)
    assert "house/short" in {f.rule for f in checker.check({"text": "The mill closed."}).findings}
    listed = {p.name.rpartition("/")[2]: p for p in checker.host.plugins}
    assert listed["rules.py"].adds == {"rules": ["house/short"]}
    assert listed["rules.py"].distribution == "local"


def test_files_of_one_name_in_two_folders_are_two_modules(house):
    """The second does not take the place of the first, and a file that is loaded again keeps its own."""
    (house / "more").mkdir()
    (house / "more" / "rules.py").write_text(PYTHON.replace("house/short", "more/short"))
    (house / "sayso.toml").write_text('local-plugins = ["tools/rules.py", "more/rules.py"]\n')
    for _ in range(2):
        modules = {name: engine(house).host.rules[name].check.__module__ for name in ("house/short", "more/short")}
        assert len(set(modules.values())) == 2
        for name, module in modules.items():
            assert sys.modules[module].short.name == name


def test_an_engine_with_local_plugins_can_be_pickled(house):
    """It is made anew from its configuration, in other processes too."""
    again = pickle.loads(pickle.dumps(engine(house)))
    assert {"house/short", "house/cant"} <= set(again.host.rules)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("bad.py", "1 / 0\n", "ZeroDivisionError"),
        ("bad.py", "def (", "SyntaxError"),
        ("gone.py", None, "no file of this name"),
        ("bad.toml", "[[rules]]\nname = 'x'\n", "line 2: rule 1: name: 'x' must be family/name in small letters"),
        ("bad.toml", "rules = [", "bad.toml"),
        ("bad.txt", "x", "is neither Python"),
    ],
)
def test_a_broken_one_is_named_and_the_others_go_on(house, name, text, said):
    """One line says what is wrong; the bundled rules and the other local ones run."""
    if text is not None:
        (house / "tools" / name).write_text(text)
    (house / "sayso.toml").write_text(f'local-plugins = ["tools/{name}", "tools/rules.py"]\n')
    checker = engine(house)
    (broken,) = checker.host.broken
    assert said in f"{broken.name} {broken.error}"
    assert {"house/short", "dating/date-missing"} <= {f.rule for f in checker.check({"text": "It closed."}).findings}


def test_own_only_leaves_them_out(house):
    """With nobody else's plugins, local ones stay out too."""
    assert "house/short" not in Engine(load(house / "sayso.toml"), own_only=True).host.rules
    assert "house/short" not in Engine(Config()).host.rules


def test_without_plugins_the_files_of_the_house_are_named_as_switched_off(house):
    """Whoever selects what one of them offers is told which they are, and not that there is no such rule alone."""
    config = evolve(load(house / "sayso.toml"), select=("house",))
    with pytest.raises(ConfigError) as caught:
        Engine(config, own_only=True)
    said = str(caught.value)
    off = "switched off, so that nobody knows what they offer: plugin "
    assert f"select: there is no rule or family 'house'; {off}" in said
    assert "tools/words.toml'" in said
    assert "tools/rules.py'" in said
    assert {one.state for one in Engine(evolve(config, select=None), own_only=True).host.plugins[1:]} == {"disabled"}


BESIDE = """
from sayso import Finding, hookimpl, rule

from .helper import WORD

@rule("house/word", "A word.", since="1", languages=(), cure="Another.")
def word(item):
    '''It is one of the words that the desk does not print, and readers stumble over it.'''
    from .more.late import SAID

    if WORD in item.text:
        yield Finding(SAID)

@hookimpl
def sayso_rules():
    return [word]
"""


def test_a_file_beside_is_imported_with_a_dot(house):
    """At once and later, below the folder too; two of one name are two, and none hides one of Python's own."""
    for folder, said in (("tools", "mill"), ("more", "ferry")):
        (house / folder / "more").mkdir(parents=True)
        text = BESIDE.replace("house/word", f"{folder}/word")
        (house / folder / "beside.py").write_text(text)
        (house / folder / "helper.py").write_text(f"import json\nWORD = json.loads('\"{said}\"')\n")
        (house / folder / "json.py").write_text("raise RuntimeError\n")
        (house / folder / "more" / "late.py").write_text(f"SAID = 'the {said} is here'\n")
    (house / "sayso.toml").write_text(
        'local-plugins = ["tools/beside.py", "more/beside.py"]\nselect = ["tools", "more"]\n'
    )
    before = list(sys.path)
    report = engine(house).check({"text": "The mill and the ferry."})
    assert [one.message for one in report.findings] == ["the ferry is here", "the mill is here"]
    assert sys.path == before
    assert "helper" not in sys.modules
    (house / "tools" / "helper.py").write_text("WORD = 'no such word'\n")
    assert [one.message for one in engine(house).check({"text": "The mill."}).findings] == []


def test_a_file_beside_that_is_imported_without_a_dot_is_told_how(house):
    """The line says what to write, and another module that is missing stays what it is."""
    (house / "tools" / "helper.py").write_text("WORD = 1\n")
    for text, said in (
        ("from helper import WORD\n", "helper is a file beside it: from .helper import …, with a dot (beside.py:1)"),
        ("import no_such_module\n", "ModuleNotFoundError: No module named 'no_such_module' (beside.py:1)"),
    ):
        (house / "tools" / "beside.py").write_text(text)
        (house / "sayso.toml").write_text('local-plugins = ["tools/beside.py"]\n')
        (broken,) = engine(house).host.broken
        assert said in broken.error
