"""What every bundled rule must have before it is offered to anybody."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

import sayso_plugins.plugin as bundled
from docs_pages import Reader
from sayso import Clean, Config, Engine, Flagged, Rule, Severity, evolve
from sayso.validation import validate
from sayso_cli.showing.rule_facts import measured, options, settings
from sayso_plugins.rules import rules
from support import engine

ROOT = Path(__file__).resolve().parents[2]
RULES = rules()
LEAST = 4
#: The share of judged findings that must be right where a rule is on for everybody and is more than a hint.
PRECISE = 0.8
#: Rules that no newsroom and no standard asks for, with the reason why they are there all the same.
NO_POLICY: dict[str, str] = {}

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@pytest.fixture(scope="module")
def make_rules():
    """The script that writes the pages."""
    spec = importlib.util.spec_from_file_location("make_rules", ROOT / "docs" / "make_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_rule_has_its_page_and_all_are_up_to_date(make_rules) -> None:
    """`python docs/make_rules.py` would write nothing and delete nothing."""
    made = make_rules.pages()
    assert set(made) == {"index.md", *(f"{rule.name}.md" for rule in RULES)}
    assert make_rules.stale(made) == []


def test_a_page_that_is_missing_changed_or_of_no_rule_is_named_and_mended(
    make_rules, tmp_path, monkeypatch, capsys
) -> None:
    """The test above can fail: each way to be stale is seen. --check leaves it, and without that all is written."""
    monkeypatch.setattr(make_rules, "FOLDER", tmp_path)
    monkeypatch.setattr("sys.argv", ["make_rules.py"])
    assert make_rules.main() == 0
    missing, changed, *_ = (f"{rule.name}.md" for rule in RULES)
    (tmp_path / missing).unlink()
    (tmp_path / changed).write_text("# Other\n", "utf-8")
    (tmp_path / "dating" / "gone.md").write_text("# dating/gone\n", "utf-8")
    capsys.readouterr()
    monkeypatch.setattr("sys.argv", ["make_rules.py", "--check"])
    assert make_rules.main() == 1
    assert capsys.readouterr().out.split() == [
        f"docs/rules/{name}" for name in sorted([missing, changed, "dating/gone.md"])
    ]
    monkeypatch.setattr("sys.argv", ["make_rules.py"])
    assert make_rules.main() == 0
    assert make_rules.stale(make_rules.pages()) == []


def test_every_rule_stands_in_the_index_under_its_family(make_rules) -> None:
    """The index links to each page, below the heading of its family."""
    below = dict(part.split("\n", 1) for part in make_rules.pages()["index.md"].split("\n## ")[1:])
    families = {title: re.findall(r"\]\((\w+/[\w-]+)\.md\)", table) for title, table in below.items()}
    assert sorted(name for names in families.values() for name in names) == sorted(rule.name for rule in RULES)
    for title, names in families.items():
        assert {name.partition("/")[0] for name in names} == {family_of(make_rules, title)}


def family_of(make_rules, title: str) -> str:
    """The family whose heading this is."""
    return next(family for family, heading in make_rules.FAMILIES.items() if heading == title)


def test_names_are_unique_and_say_where_the_rule_stands() -> None:
    """A name is family/kebab-name, nobody else's, and that of the folder and the file."""
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    for rule in RULES:
        assert re.fullmatch(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*", rule.name), rule.name
        assert rule.check.__module__ == f"sayso_plugins.rules.{rule.name.replace('/', '.').replace('-', '_')}"


@every_rule
def test_a_rule_is_shown_both_ways(rule: Rule) -> None:
    """Four examples or more on which it fires, and four or more that look alike and pass; none stands there twice."""
    flagged = [one for one in rule.examples if isinstance(one, Flagged)]
    clean = [one for one in rule.examples if isinstance(one, Clean)]
    assert (len(flagged) >= LEAST, len(clean) >= LEAST) == (True, True), (len(flagged), len(clean))
    assert [one for i, one in enumerate(rule.examples) if one in rule.examples[:i]] == []


@every_rule
def test_a_rule_says_what_to_do_who_asks_and_where_it_is_wrong(rule: Rule) -> None:
    """Cure, policies and known false alarms are sentences, and so is the summary."""
    for words in (rule.summary, rule.cure, rule.known_false_alarms, *(one.says for one in rule.policies)):
        assert words.endswith("."), words
        assert words[0] == words[0].upper(), words
    assert bool(rule.policies) != (rule.name in NO_POLICY)
    assert all(one.who and (one.date is None or re.match(r"\d{4}", one.date)) for one in rule.policies)


def test_rules_that_nobody_asks_for_are_a_closed_set() -> None:
    """Each has its reason, and none is listed that is not there."""
    assert all(NO_POLICY.values())
    assert set(NO_POLICY) <= {rule.name for rule in RULES}


@every_rule
def test_options_are_explained_and_can_be_written(rule: Rule) -> None:
    """The docstring names each option; its default, as the page has it, is taken where a configuration gives it."""
    assert [name for name in rule.options if f"`{name}`" not in rule.why] == []
    for name, _, default in options(rule):
        given = tomllib.loads(f"{name} = {default}")
        assert rule.checked_options(given) == {name: rule.options[name]}


@every_rule
def test_the_command_of_a_page_does_what_it_says(rule: Rule, tmp_path: Path) -> None:
    """It is run on a file, and the rule runs then if it is added, and does not if it is left out."""
    page = ROOT / "docs" / "rules" / f"{rule.name}.md"
    (body,) = re.findall(r"^```sh\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (tmp_path / "a.txt").write_text("The mill will close, Jo Berg said.\n", "utf-8")
    reader = Reader(tmp_path)
    for line in body.splitlines():
        words = line.replace("PATHS", str(tmp_path / "a.txt"))
        reader.run(f"{words} --no-plugins --no-config --fail-on never --quiet", 0)
        option, name = words.split()[-2:]
        assert (option, name) == ("--extend-select" if rule.preview else "--ignore", rule.name)
        changed = evolve(Config(), **{option.removeprefix("--").replace("-", "_"): (rule.name,)})
        active = {one.rule.name for one in Engine(changed, plugins=[bundled]).rules}
        assert (rule.name in active) == rule.preview


@every_rule
def test_the_settings_of_a_page_are_a_configuration(rule: Rule) -> None:
    """What a page says to write into sayso.toml is valid, and its options are those of the rule."""
    for piece in settings(rule):
        config = tomllib.loads(piece)
        assert validate(config, "config") == ()
        given = config["rules"][rule.name]
        if isinstance(given, dict):
            rule.checked_options({key: value for key, value in given.items() if key != "severity"})


@every_rule
def test_what_is_on_was_judged(rule: Rule) -> None:
    """Findings of a rule on real texts were judged, unless it is in preview or exact; the page says which."""
    assert rule.judged is not None or rule.preview or rule.certainty.value == "exact"
    if rule.judged is None:
        assert measured(rule).startswith("Nobody has judged findings of this rule yet.")
    if rule.certainty.value == "exact" and not rule.languages:
        assert rule.judged is not None or "needs no reading of the text" in measured(rule)


@every_rule
def test_what_warns_everybody_is_mostly_right(rule: Rule) -> None:
    """A rule that is on and is more than a hint has a precision of four fifths where it was judged."""
    if rule.preview or rule.severity is Severity.INFO or rule.judged is None or rule.judged.precision is None:
        return
    assert rule.judged.precision >= PRECISE


def test_no_bundled_rule_is_left_out() -> None:
    """What the folder holds is what is offered: no rule is written and forgotten."""
    folder = ROOT / "plugins" / "sayso_plugins" / "rules"
    declared = {
        f"{path.parent.name}/{path.stem.replace('_', '-')}"
        for path in folder.glob("*/*.py")
        if re.search(r"^@(?:corpus_)?rule\($", path.read_text("utf-8"), re.MULTILINE)
    }
    assert declared == {rule.name for rule in RULES} == set(engine().host.rules)
