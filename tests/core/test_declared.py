"""What readers and rules are declared with: one text is a list of one, and what could never work is refused there."""

from __future__ import annotations

import re

import pytest

from sayso import Clean, CorpusRule, CueVerb, Engine, corpus_rule, reader, refiner, rule
from sayso.errors import ConfigError, SaysoError
from sayso.frozen import evolve
from sayso.house.local import load_local
from sayso.plugins.fitting import CUE_KINDS, misfit
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
        "@reader('html', 'H', version='1', suffixes='.html')\ndef html(d, r): ...\n"
        "@reader('nn', 'N', version='1', suffixes='.nn', over='htlm')\ndef nn(d, r): ...\n"
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


def nobody():
    yield


def of_any(*given, most=3):
    return ()


def listed(item, *, most: int = "three"):
    """The default is none that it takes."""
    return ()


def lettered(item, *, words: tuple[str, ...] = ("a", 3)):
    return ()


ODD = object()


def odd(item, *, most=ODD):
    return ()


def held(item, *, most=(ODD,)):
    return ()


def plain(
    item, *, a: int | None = None, b: tuple[str, ...] = (), c: float = 1, d=frozenset({"x"}), e: dict | None = None
):
    return ()


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (nobody, "rule acme/x: its check takes {it}, and has no parameter for it: def nobody(it)"),
        (listed, "rule acme/x: option 'most' takes a whole number, not a text, and that is its default"),
        (lettered, "rule acme/x: option 'words' takes a list of texts; words[1] is a whole number, and that is its"),
        (odd, "rule acme/x: option 'most' has the default a value of the type object; it is a text, a number, true or"),
        (held, "rule acme/x: option 'most' has the default (a value of the type"),
    ],
)
def test_checks_that_could_not_be_called_and_defaults_that_are_none_are_refused(function, said):
    """Where the rule is declared, be it on one item or on many, and not on the first item."""
    for declare, it in ((rule, "an item"), (corpus_rule, "a corpus")):
        with pytest.raises(SaysoError) as caught:
            declare("acme/x", "X.", **ABOUT)(function)
        assert str(caught.value).startswith(said.format(it=it)) or (function is held and "'most'" in str(caught.value))
    assert rule("acme/x", "X.", **ABOUT)(of_any).options == {"most": 3}
    assert set(rule("acme/x", "X.", **ABOUT)(plain).options) == set("abcde")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"examples": ["A game."]}, "examples= takes a list of Flagged(…) and Clean(…), not of 'A game.'"),
        ({"examples": "A game."}, "examples= takes a list of Flagged(…) and Clean(…), not 'A game.'"),
        ({"examples": Clean("A mill.")}, "examples= takes a list of Flagged(…) and Clean(…), not Clean(text='A mill.'"),
        ({"policies": [("The desk", "Says.")]}, "policies= takes a list of Policy(…), not of ('The desk', 'Says.')"),
    ],
)
@pytest.mark.parametrize("declare", [rule, corpus_rule])
def test_examples_and_policies_that_are_none_are_refused_where_they_stand(declare, given, said):
    """With what is taken."""
    with pytest.raises(SaysoError) as caught:
        declare("acme/x", "X.", **{**ABOUT, **given})
    assert str(caught.value).startswith(f"rule acme/x: {said}")


@pytest.mark.parametrize("name", ["my reader", "", "a/b", "--reader", "a,b", 7])
def test_a_name_that_no_reader_can_have_is_refused_with_what_a_name_is(name):
    """Of a reader and of a refiner, at the line that declares it."""
    for declare in (
        lambda: reader(name, "N", version="1"),
        lambda: refiner(name, "N", version="1", refines="json", sniff=bool),
    ):
        with pytest.raises(SaysoError) as caught:
            declare()
        asked = "a name has no blanks, commas, slashes or quotation marks, and begins with no hyphen"
        assert str(caught.value) == f"a reader cannot be named {name!r}: {asked}"


def test_a_slip_in_a_declaration_is_told_with_its_line(tmp_path):
    """The plugin is left out, and its author need not look for it."""
    file = tmp_path / "rules.py"
    file.write_text(
        "from sayso import rule\n\n\n@rule('a/b', 'B.', since='1', examples=['A game.'])\ndef b(item):\n    return ()\n"
    )
    (plugin,) = (one for one in PluginHost(installed=(), local=[(str(file), load_local)]).plugins if one.error)
    assert plugin.error.endswith("not of 'A game.' (rules.py:4)")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"code": "esperanto"}, "whose code is one of two or three small letters (BCP 47) as 'eo', not 'esperanto'"),
        ({"code": "EN"}, "not 'EN'"),
        (
            {"verbs": {"diris": CueVerb("diri", kind="bogus")}},
            "whose verb 'diris' is of one of the kinds speech, belief, attitude, evidence, quoting, not 'bogus'",
        ),
    ],
)
def test_a_language_that_no_text_could_be_taken_for_is_refused(given, said):
    """By its code, or by what its verbs are said to be."""
    (english,) = (one for one in engine_with(bundled="languages").host.languages.values() if one.code == "en")
    assert misfit(english) is None
    assert said in str(misfit(english.replaced(**given)))


def test_the_kinds_of_verbs_are_those_that_are_documented():
    """One that is added to the class is taken here."""
    assert set(re.findall(r"``(\w+)``", str(CueVerb.__doc__))) == set(CUE_KINDS)


def test_a_reader_that_nothing_leads_to_and_rules_that_are_not_there_are_noted(module_of):
    """Each may be meant so, and then it does nothing by itself."""
    host = module_of(
        "from sayso import Profile, rule\n"
        "@reader('nn', 'N', version='1')\ndef nn(d, r): ...\n"
        "@rule('house/no-cant', 'C.', since='1')\ndef cant(item): return ()\n"
        "@hookimpl\ndef sayso_readers(): return [nn]\n"
        "@hookimpl\ndef sayso_rules(): return [cant]\n"
        "@hookimpl\ndef sayso_profiles():\n"
        "    return [Profile('desk', 'D', {'house/no-cnat': 'off'}, {'house/no-cant': {}, 'x/y': {}})]\n"
    )
    (plugin,) = host.plugins
    assert host.notes(plugin) == (
        "profile desk is about the rule 'house/no-cnat', and there is no such rule; did you mean 'house/no-cant'?",
        "profile desk is about the rule 'x/y', and there is no such rule",
        (
            "reader nn has no suffix, no media type and recognises nothing: it reads only what is said to be its own, "
            "by --reader nn or [reader.nn] suffixes"
        ),
    )
