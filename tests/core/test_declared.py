"""What readers and rules are declared with: one text is a list of one, and what could never work is refused there."""

from __future__ import annotations

import pytest

from sayso import CorpusRule, Engine, corpus_rule, reader, rule
from sayso.errors import ConfigError, SaysoError
from sayso.frozen import evolve
from sayso.plugins.fitting import misfit
from sayso.plugins.host import PluginHost
from sayso.testing import engine_with

ABOUT = {"since": "1", "languages": ()}


def read(document, reading):
    yield reading.draft(document, "A text.")


def check(item):
    """Nothing is found, whatever is looked at."""
    return ()


def test_a_text_in_the_place_of_a_list_is_a_list_of_one():
    """Not one of letters, in any argument of any decorator."""
    made = reader(
        "nn", "N", version="1", suffixes=".nn", media_types="text/x-nn", over="html", options="length", needs="json"
    )(read)
    assert (made.suffixes, made.media_types, made.over) == ((".nn",), ("text/x-nn",), ("html",))
    assert (made.options, made.needs) == (("length",), ("json",))
    assert rule("acme/x", "X.", since="1", languages="en")(check).languages == ("en",)
    assert corpus_rule("acme/x", "X.", since="1", languages="en-GB")(check).languages == ("en-GB",)
    assert {"csv", "html"} <= set(engine_with(bundled="readers").readers)


def test_a_pointer_by_itself_is_what_a_fact_is_derived_from(tmp_path):
    """Not its letters."""

    @reader("nn", "N", version="1", suffixes=".nn")
    def nn(document, reading):
        draft = reading.draft(document, "A text.")
        draft.inferred("item_type", "article", basis="it is", confidence=0.5, derived_from="/outlet")
        yield draft

    file = tmp_path / "a.nn"
    file.write_text("a")
    assert engine_with(nn).normalize(file).item_type.derived_from == ("/outlet",)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"suffixes": ["nn"]}, "reader nn: a suffix begins with its dot, as '.nn', not 'nn'"),
        ({"suffixes": "."}, "as '.txt', not '.'"),
        ({"suffixes": [7]}, "not 7"),
        ({"media_types": "text"}, "reader nn: a media type is two words as 'text/plain', not 'text'"),
    ],
)
def test_endings_and_types_that_match_nothing_are_refused(given, said):
    """Where the reader is declared."""
    with pytest.raises(SaysoError) as caught:
        reader("nn", "N", version="1", **given)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"languages": ("english",)}, "a language is given by its code (BCP 47) as 'en', not 'english'"),
        ({"languages": "en_GB"}, "not 'en_GB'"),
        ({"severity": "fatal"}, "severity is one of info, warning, error, not 'fatal'"),
        ({"severity": "off"}, "severity is one of info, warning, error, not 'off'"),
        ({"certainty": "sure"}, "certainty is one of exact, lexical, extraction, judgement, not 'sure'"),
    ],
)
@pytest.mark.parametrize("declare", [rule, corpus_rule])
def test_values_of_a_rule_that_are_none_are_refused_by_its_name(declare, given, said):
    """And what is allowed is said."""
    with pytest.raises(SaysoError) as caught:
        declare("acme/x", "X.", **{**ABOUT, **given})
    assert str(caught.value).startswith("rule acme/x: ")
    assert said in str(caught.value)


@pytest.mark.parametrize("declare", [rule, corpus_rule])
def test_a_rule_without_its_version_is_refused_by_its_name(declare):
    """In words that say what is missing, and of which rule."""
    with pytest.raises(SaysoError, match=r"rule acme/x: since= is missing: the version"):
        declare("acme/x", "X.")


def without_default(item, *, n):
    yield


def by_position(item, n=3):
    yield


def with_severity(item, *, severity=3):
    yield


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (without_default, "rule acme/x: an option needs a default, and 'n' has none"),
        (by_position, "options are keyword-only, behind a star: def by_position(item, *, n=…)"),
        (with_severity, "rule acme/x: no option can be called 'severity'"),
    ],
)
def test_options_that_could_never_be_set_are_refused(function, said):
    """Where the rule is declared, be it on one item or on many."""
    for declare in (rule, corpus_rule):
        with pytest.raises(SaysoError) as caught:
            declare("acme/x", "X.", **ABOUT)(function)
        assert said in str(caught.value)


def test_a_rule_that_is_made_by_hand_has_no_such_option_either():
    """What is handed over is looked at, too."""
    made = rule("acme/x", "X.", **ABOUT)(check)
    assert misfit(made) is None
    assert "an option that is called severity" in str(misfit(evolve(made, options={"severity": 3})))
    assert isinstance(corpus_rule("acme/x", "X.", **ABOUT)(check), CorpusRule)


def test_a_function_without_its_decorator_is_named(module_of):
    """With what is missing."""
    (plugin,) = module_of("def loud(item): ...\n@hookimpl\ndef sayso_rules(): return [loud]\n").plugins
    assert plugin.error == (
        "sayso_rules handed over the function 'loud', not Rule; is it declared with @rule or @corpus_rule?"
    )


@pytest.fixture
def module_of():
    """A host of one plugin with this code."""
    import types

    def made(code):
        module = types.ModuleType("acme")
        exec(f"from sayso import hookimpl, reader, refiner\n{code}", module.__dict__)
        return PluginHost(installed=(), extra=[("acme", module)])

    return made


def test_readers_that_are_named_and_not_there_are_noted(module_of):
    """It may be there elsewhere: a note, and no failure."""
    host = module_of(
        "@reader('html', 'H', version='1')\ndef html(d, r): ...\n"
        "@reader('nn', 'N', version='1', over='htlm')\ndef nn(d, r): ...\n"
        "@refiner('ours', 'O', version='1', refines=['html', 'letters'], sniff=bool)\ndef ours(d): ...\n"
        "@hookimpl\ndef sayso_readers(): return [html, nn, ours]\n"
    )
    (plugin,) = host.plugins
    assert plugin.error is None
    assert host.notes(plugin) == (
        "reader nn goes before 'htlm', and there is no such reader; did you mean 'html'?",
        "reader ours refines 'letters', and there is no such reader",
    )


@pytest.mark.parametrize("key", ["enable", "disable"])
def test_a_plugin_that_is_named_and_not_there_is_refused(key, tmp_path):
    """To be left out as to be loaded, with the name that was meant."""
    file = tmp_path / "sayso.toml"
    file.write_text(f'[plugins]\n{key} = ["bundlet"]\n')
    with pytest.raises(ConfigError) as caught:
        Engine.from_config(file)
    assert f"plugin 'bundlet' is {key}d and not installed" in str(caught.value)
    if key == "disable":
        assert "did you mean 'bundled'?" in str(caught.value)
