"""``sayso explain``: the page of a rule, for a terminal and as Markdown."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from sayso import Clean, Flagged, Judged, evolve
from sayso_cli.showing.rule_facts import LONG, given, marked, measured, share, toml
from sayso_cli.showing.rule_markdown import code, escaped, rule_markdown, unlisted
from sayso_cli.showing.rule_text import rule_text
from support import engine

DOCS = Path(__file__).resolve().parents[2] / "docs" / "rules"
HOST = engine().host
PRECISE = HOST.rules["attribution/vague-media"]


def lines(ran) -> list[str]:
    """What a run printed, without the line in which pages may name another plugin."""
    return [line for line in ran.out.splitlines() if "from plugin" not in line]


@pytest.mark.parametrize(
    "rule",
    [
        "sourcing/bare-anonymous-source",
        "provenance/selector-does-not-resolve",
        "consistency/uncredited-copy",
        "independence/source-affiliation-undisclosed",
    ],
)
def test_markdown_is_the_page_of_the_documentation(run, rule):
    """An option, a record, other items and a register: each is on the page that the documentation has."""
    ran = run("explain", rule, "--format", "markdown", "--no-plugins")
    assert ran.code == 0
    assert ran.out == (DOCS / f"{rule}.md").read_text("utf-8")


def test_another_format_is_refused(run):
    """What explain cannot write is exit 2, with what it can."""
    ran = run("explain", PRECISE.name, "--format", "html")
    assert (ran.code, ran.out) == (2, "")
    assert "--format takes text or markdown, not 'html'" in ran.err


def plain(page: str) -> str:
    """A page without the marks of Markdown and without its line ends and spaces."""
    unlinked = re.sub(r"\[([a-z/-]+)\]\(\.\./[a-z/-]+\.md\)", r"\1", page)
    return re.sub(r"\\(?=[\n!-/:-@\[-`{-~])|\*\*|[\s⏎]", "", unlinked)


@pytest.mark.parametrize("rule", HOST.rules.values(), ids=lambda rule: rule.name)
def test_the_terminal_says_what_the_page_says(rule):
    """Summary, reason, cure, policies, options, examples, false alarms and precision stand in both."""
    about = ("bundled", HOST.profiles)
    said = [rule.summary, rule.why, rule.cure, rule.known_false_alarms, measured(rule)]
    said += [f"{policy.says}" for policy in rule.policies]
    said += [toml(default) for default in rule.options.values()]
    said += [example.text for example in rule.examples]
    said += [example.why for example in rule.examples if isinstance(example, Clean)]
    pages = "\n".join(rule_text(rule, *about)), "\n".join(rule_markdown(rule, *about, HOST.rules))
    for page in map(plain, pages):
        assert [words for words in said if plain(words) not in page] == []


@pytest.mark.parametrize(
    ("judged", "words", "short"),
    [
        (
            Judged(12, 1, 2),
            "12 right, 1 wrong, 2 arguable (each counts as half right) of 15 findings on real texts: 0.87.",
            "0.87",
        ),
        (Judged(1, 0, 0), "1 right, 0 wrong of 1 finding on real texts: 1.00.", "1.00"),
        (Judged(), "It found nothing in the real texts that rules are judged on.", "–"),
        (None, "Nobody has judged findings of this rule yet.", "–"),
    ],
)
def test_how_often_a_rule_is_right_is_said_in_figures(judged, words, short):
    """The counts, what they are of, and the precision; and never a figure where there was nothing to count."""
    rule = evolve(PRECISE, judged=judged)
    assert (measured(rule), share(rule)) == (words, short)


def test_only_a_rule_that_reads_no_words_needs_no_reading():
    """Of the exact rules, those that depend on a language are not said to look at metadata alone."""
    missing, relative = HOST.rules["dating/date-missing"], HOST.rules["dating/relative-date-unanchored"]
    assert "needs no reading of the text" in measured(evolve(missing, judged=None))
    assert "needs no reading of the text" not in measured(evolve(relative, judged=None))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("*all* [sic] <b> a_b `c` & #1 | ~x~ \\", r"\*all\* \[sic\] \<b\> a\_b \`c\` \& \#1 \| \~x\~ \\"),
        ("1. first\n- second\n--- \n=== ", "1\\. first\n\\- second\n\\--- \n\\=== "),
        ("4 May. 0.95 of it - all", "4 May. 0.95 of it - all"),
    ],
)
def test_no_text_is_taken_for_markdown(words, expected):
    """Signs of emphasis, links, markup, lists and headings are shown as they are."""
    assert unlisted(escaped(words)) == expected


def test_code_keeps_its_marks():
    """Backticks and bars in a default end neither the code nor the cell."""
    assert code("a") == "`a`"
    assert code("`a`") == "`` `a` ``"
    assert code("a``b|c") == "```a``b\\|c```"


@pytest.mark.parametrize("value", [True, 3, 0.5, 'it\'s "so"', (), ("a", "ü\n\\")])
def test_a_default_is_read_back_as_it_was(value):
    """What is written as TOML is the value again."""
    read = tomllib.loads(f"x = {toml(value)}")["x"]
    assert (tuple(read) if isinstance(read, list) else read) == value


@pytest.mark.parametrize("value", [None, frozenset("a"), (1, 2), {"a": 1}])
def test_an_option_that_cannot_be_set_is_no_option(value):
    """A default that no configuration could give is an error of the rule."""
    with pytest.raises(TypeError, match="an option is"):
        toml(value)


def test_flagged_words_are_marked_in_their_order():
    """The second place is looked for behind the first, and the pieces are the text."""
    example = Flagged("The mill, the mill and the mill.", at=("the mill", "the mill"))
    pieces = list(marked(example))
    assert "".join(words for words, _ in pieces) == example.text
    assert [words for words, is_flagged in pieces if is_flagged] == ["the mill", "the mill"]
    assert list(marked(Clean("The mill."))) == [("The mill.", False)]


def test_what_is_long_is_given_once():
    """Further examples on the same document refer to it, and short things are given each time."""
    long = {"text": "x" * LONG}
    seen: dict[str, int] = {}
    first = list(given(Clean("a", evidence=(long,), item={"author": "Ana Ruiz"}), seen))
    again = list(given(Flagged("b", evidence=(long,), item={"author": "Ana Ruiz"}), seen))
    assert [label for label, _ in first] == ["with", "with the evidence (1)"]
    assert again == [("with", '{"author": "Ana Ruiz"}'), ("with the evidence (1), as above", "")]


def test_a_family_has_its_rules(run):
    """Its name alone lists them, with what each flags."""
    listed = run("explain", "sourcing", "--no-plugins")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines()] == [
        name for name in HOST.rules if name.startswith("sourcing/")
    ]
    assert run("explain", "sourcing", "--no-plugins", "--format", "markdown").out.startswith("- sourcing/")


@pytest.mark.parametrize("name", ["waivers/expired", "waivers/unused"])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_is_found_in_waivers_has_a_page(run, name, form):
    """No rule looks for it, and whoever meets its name in a report can ask what it is."""
    ran = run("explain", name, "--format", form)
    assert (ran.code, ran.err) == (0, "")
    assert name in ran.out
    assert "What to do" in ran.out
