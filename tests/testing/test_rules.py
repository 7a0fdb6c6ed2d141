"""Rules under test: what passes, and what each way to be wrong looks like."""

from __future__ import annotations

import re

import pytest

from sayso import Across, Clean, Config, ConfigError, Engine, Finding, Flagged, PluginError, Span, corpus_rule, rule
from sayso.testing import assert_rule, check_example, check_examples, engine_with

ABOUT = {"since": "1", "cure": "Mend it."}
WORD = re.compile("game|mill")


@rule("house/word", "A word.", **ABOUT, examples=[Flagged("A game.", at="game"), Clean("None.")])
def word(item):
    """Some words are not liked here, for no reason at all."""
    for match in WORD.finditer(item.text):
        yield Finding(f"{match.group()} is not liked", (Span(*match.span()),))


@rule("house/short", "Short.", **ABOUT, languages=())
def short(item):
    """A text that is short says little."""
    if len(item.text) < 20:
        yield Finding("it is short")


@corpus_rule("house/twice", "Twice.", **ABOUT)
def twice(corpus):
    """Two items are one too many."""
    entries = list(corpus.entries())
    for entry in entries if len(entries) > 1 else ():
        yield Across(entry, Finding("beside another"))


def test_a_rule_that_finds_what_is_marked_passes():
    """The exact words, each of them, and nothing else."""
    assert_rule(word, "A game at the mill.\n  ^^^^        ^^^^")
    assert_rule(word, "Nothing is here.")
    assert_rule(short, "Short.", on_item=1)
    assert_rule(word, "A game at the mill.\n  ^^^^        ^^^^", findings=2)
    assert_rule(word, "Un game.\n   ^^^^", item={"language": "en", "outlet": "Post"})


@pytest.mark.parametrize(
    ("checked", "text", "said"),
    [
        (word, "A game at the mill.\n  ^^^^", "found:\nA game at the mill.\n  ^^^^        ^^^^\n    game is not liked"),
        (word, "A game.\n  ^^^", "expected:\nA game.\n  ^^^\nfound:\nA game.\n  ^^^^"),
        (word, "Nothing here.\n^^^^^^^", "found: nothing"),
        (word, "The game.", "expected: nothing"),
        (short, "Short.", "about the item as a whole: 1, expected 0"),
    ],
)
def test_anything_else_fails_and_is_shown(checked, text, said):
    """Too many, too few, a span that is off by one: the message has the text with carets below what is found."""
    with pytest.raises(AssertionError) as failed:
        assert_rule(checked, text)
    assert said in str(failed.value)


def test_a_rule_that_does_not_look_fails():
    """A text in a language that the rule does not read, or a rule that is off, proves nothing."""
    with pytest.raises(AssertionError, match="did not look at the text"):
        assert_rule(word, "Rien.", item={"language": "fr"})
    with pytest.raises(AssertionError, match="does not run"):
        assert_rule(word, "Nothing.", engine=engine_with(word, bundled=["readers"], config=Config(ignore=("house",))))


def test_a_rule_that_fails_is_no_rule_that_is_silent():
    """An exception in the rule fails the test with its words."""

    @rule("house/broken", "Broken.", **ABOUT, languages=())
    def broken(item):
        """It fails."""
        raise KeyError("via")

    with pytest.raises(AssertionError, match="KeyError: 'via'"):
        assert_rule(broken, "Nothing.")


def test_a_rule_on_many_items_is_checked_beside_others():
    """With the other items of its corpus it finds something, and alone nothing."""
    assert_rule(twice, "The mill closed.", beside=[{"text": "It rained."}], on_item=1)
    assert_rule(twice, "The mill closed.")


def test_examples_that_hold_pass():
    """Both kinds are there, and each is as it says."""
    check_examples(word)


def made(check, *examples):
    """A rule with these examples."""
    return rule("house/made", "Made.", **ABOUT, languages=(), examples=examples)(check)


def state(item):
    """Find what it did not find before."""
    seen = state.__dict__.setdefault("seen", [])
    seen.append(item.text)
    if len(seen) % 2:
        yield Finding("odd", (Span(0, 1),))


def meddle(item):
    """Change what other rules see too."""
    item.record.extra["seen"] = len(item.record.extra)
    yield Finding("x", (Span(0, 1),))


FINE = (Flagged("A game.", at="game"), Clean("None."))


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        (made(word.check), "no example that is Flagged"),
        (made(word.check, FINE[0]), "no example that is Clean"),
        (
            made(word.check, Flagged("A game.", at="A game"), FINE[1]),
            "at ['A game'], and found ['game'] in:\nA game.\n  ^^^^",
        ),
        (made(word.check, Flagged("A game, a game.", at="game"), FINE[1]), "found ['game', 'game']"),
        (made(word.check, FINE[0], Clean("The game.")), "is Clean at [], and found ['game']"),
        (made(word.check, FINE[0], Clean("x", item={"authors": 3})), "'authors'"),
        (made(state, Flagged("A", at="A"), Clean("B")), "something else the second time"),
        (made(meddle, Flagged("A", at="A"), Clean("B")), "changes the item"),
        (made(lambda item: [Finding("x", facts=("/outlets",))], Flagged("A"), FINE[1]), "names the fact '/outlets'"),
        (made(lambda item: [Finding("x", facts=("outlet",))], Flagged("A"), FINE[1]), "names the fact 'outlet'"),
        (made(lambda item: [Finding("x", confidence=7)], Flagged("A"), FINE[1]), "is from 0 to 1, not 7"),
    ],
)
def test_examples_that_do_not_hold_are_named(checked, said):
    """What is missing, what was found instead, a rule with a memory and one that meddles."""
    with pytest.raises(AssertionError) as failed:
        check_examples(checked)
    assert said in str(failed.value)


def test_an_engine_has_what_is_named_and_nothing_else():
    """Values and modules are taken, what is bundled only where it is asked for, and nothing that is installed."""
    engine = engine_with(word, short)
    assert set(engine.host.rules) == {"house/word", "house/short"}
    assert not engine.host.readers
    assert not engine.host.languages
    asked = engine_with(word, bundled=["languages"])
    assert set(asked.host.languages) == {"en", "es"}
    assert isinstance(asked, Engine)
    assert not asked.host.formats


def test_an_engine_refuses_a_plugin_that_is_broken():
    """A plugin of which something was left out would let its tests pass for nothing."""

    class Broken:
        sayso_rules = "no hook"
        requires_api = 99

    with pytest.raises(PluginError, match="API 99"):
        engine_with(Broken())
    with pytest.raises(PluginError, match="already offered"):
        engine_with(word, word)
    with pytest.raises(PluginError, match="offers no 'rule'"):
        engine_with(bundled=["rule"])


@rule("house/pair", "Pair.", **ABOUT)
def pair(item):
    """Two places, and one cause."""
    spans = tuple(Span(*match.span()) for match in re.finditer("game", item.text))
    if len(spans) > 1:
        yield Finding("a pair", spans)


@rule("house/double", "Twice the same.", **ABOUT)
def double(item):
    """One place, and two findings at it."""
    for match in re.finditer("game", item.text):
        yield Finding("a game", (Span(*match.span()),))
        yield Finding("a game again", (Span(*match.span()),))


def test_the_same_words_twice_are_two_findings():
    """Each needs its own carets."""
    with pytest.raises(AssertionError, match="other words than those with carets"):
        assert_rule(double, "A game.\n  ^^^^")
    assert_rule(double, "A game.\n  ^^^^\n  ^^^^")


@rule("house/takes", "Takes.", **ABOUT, examples=[Flagged("A game.", at="game"), Clean("A mill.")])
def takes(item):
    """It takes the words that others look at."""
    item.analysis.tokens.lows.clear()
    yield from word.check(item)


def test_a_rule_that_changes_the_item_fails_its_examples():
    """What it finds does not count."""
    with pytest.raises(AssertionError, match="it changes the item that all rules are given"):
        check_examples(takes)


def test_two_pieces_are_one_finding_or_two():
    """Carets alone cannot tell; the number can."""
    assert_rule(pair, "A game, a game.\n  ^^^^    ^^^^", findings=1)
    with pytest.raises(AssertionError, match=r"house/pair has 1 findings, and 2 are expected"):
        assert_rule(pair, "A game, a game.\n  ^^^^    ^^^^", findings=2)


@rule("house/longer", "Long.", **ABOUT, examples=[Flagged("A long game.", at="game"), Clean("A mill.")])
def longer(item, *, words: tuple[str, ...] = ("game",)):
    """Which words are too long is the operator's to say."""
    for match in re.finditer("|".join(words), item.text):
        yield Finding("long", (Span(*match.span()),))


def test_an_option_is_tried_as_a_configuration_gives_it():
    """With it the rule finds something else, in a text and in an example; without it, what it finds by itself."""
    assert_rule(longer, "A game at the mill.\n  ^^^^")
    assert_rule(longer, "A game at the mill.\n              ^^^^", options={"words": ["mill"]})
    assert_rule(longer, "A game at the mill.\n  ^^^^", options={})
    check_example(longer, Flagged("A mill.", at="mill"), options={"words": ["mill"]})
    check_examples(longer, options={"words": ["game", "quay"]})
    with pytest.raises(AssertionError, match="is Flagged at"):
        check_examples(longer, options={"words": ["quay"]})


@pytest.mark.parametrize("go", [lambda given: assert_rule(longer, "x", options=given), None])
def test_an_option_that_cannot_be_is_refused_in_a_test_too(go):
    """A slip in a test is no test that passes."""
    go = go or (lambda given: check_examples(longer, options=given))
    for given, said in (({"word": []}, "has no option 'word'"), ({"words": "x"}, "takes a list of texts, not a text")):
        with pytest.raises(ConfigError, match=said):
            go(given)


def test_options_beside_an_engine_are_refused():
    """The engine has its configuration; a test that believes otherwise would prove nothing."""
    engine = engine_with(longer, bundled=["readers", "languages"])
    with pytest.raises(ValueError, match="give yours Config"):
        assert_rule(longer, "x", options={"words": ["x"]}, engine=engine)
