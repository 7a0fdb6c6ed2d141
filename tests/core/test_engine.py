"""The engine and the plugin host."""

from __future__ import annotations

import gc
import pickle
import types
import weakref
from pathlib import Path

import pytest

import sayso_plugins.plugin as bundled
from sayso import API, Config, ConfigError, Document, Engine, Finding, Reader, hookimpl, rule
from sayso.config.load import load
from sayso.plugins.entries import Entry
from sayso.plugins.host import PluginHost
from support import engine, findings

SEED = "Rebels shelled the depot on Sunday, killing nine people."


ENTRIES = [
    Entry("bundled", "sayso_plugins.plugin", "sayso", "0.1.0"),
    Entry("ghost", "no_such_module", "ghost", "1"),
]


def plugin(**hooks):
    """A plugin module with these hooks."""
    module = types.ModuleType("acme")
    for name, value in hooks.items():
        setattr(module, name, hookimpl(value) if callable(value) else value)
    return module


def crashing(item):
    """Crash on every item, as a rule of somebody's may."""
    raise KeyError("via")


def broken():
    """Fail where a hook is called."""
    raise RuntimeError("boom")


def test_a_rule_that_crashes_is_named_and_the_others_go_on():
    """One broken rule fails the run, by name, and takes no finding of another rule with it."""
    bad = rule("acme/crash", "Crashes.", since="1")(crashing)
    report = Engine(plugins=[bundled, plugin(sayso_rules=lambda: [bad])]).check({"text": SEED})
    (failure,) = report.failures
    assert "acme/crash" in failure.message
    assert "KeyError" in failure.message
    assert findings(report, "attribution/unattributed-contestable-claim")


@pytest.mark.parametrize(
    ("module", "error"),
    [
        (plugin(sayso_rules=broken), "boom"),
        (plugin(sayso_rules=lambda: ["no rule"]), "handed over str"),
        (plugin(requires_api=API + 1), "API"),
        (plugin(sayso_rules=lambda: [engine().host.rules["dating/date-missing"]]), "already offered"),
        (plugin(sayso_readers=lambda: 3), "it returns int; a hook returns a list"),
    ],
)
def test_a_broken_plugin_is_isolated_and_listed(module, error):
    """A plugin that fails leaves the others as they are, and says why it is left out."""
    host = Engine(plugins=[bundled, module]).host
    (left_out,) = host.broken
    assert error in left_out.error
    assert "dating/date-missing" in host.rules


def test_a_plugin_that_cannot_be_imported_is_isolated():
    """A failing import is that plugin's own, and the bundled one is loaded."""
    host = PluginHost(installed=ENTRIES)
    assert [p.state for p in host.plugins] == ["loaded", "failed"]
    assert "no_such_module" in host.broken[0].error


def test_what_is_not_allowed_is_not_imported():
    """The allow-list, the deny-list and own_only are looked at before anything is imported."""
    for options in ({"own_only": True}, {"enable": ["bundled"]}, {"disable": ["ghost"]}):
        host = PluginHost(installed=ENTRIES, **options)
        assert [p.state for p in host.plugins] == ["loaded", "disabled"], options
        assert not host.broken


def test_a_plugin_that_is_enabled_and_absent_is_an_error():
    """What the configuration enables must be there."""
    with pytest.raises(ConfigError, match="acme"):
        Engine(Config(enable=("bundled", "acme")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('profil = "wire"', "did you mean 'profile'"),
        ('[rules]\n"attribution/vague-medai" = "error"', "attribution/vague-media"),
        ('[rules]\n"attribution/vague-media" = "eror"', "did you mean 'error'"),
        ('profile = "wyre"', "wire"),
        ('fail-on = "errors"', "did you mean 'error'"),
        ('[[paths]]\nmatch = "*"\nfacts = { date_published = "yesterday" }', "ISO 8601"),
        ('[[paths]]\nmatch = "*"\nfacts = { outlett = "x" }', "did you mean 'outlet'"),
        ('[rules."sourcing/bare-anonymous-source"]\nempti = ["x"]', "has no option"),
        ("profile = ", "not valid TOML"),
    ],
)
def test_a_wrong_configuration_says_what_to_do(tmp_path, text, message):
    """Unknown keys, names and values are errors with the nearest known one."""
    file = tmp_path / "sayso.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=message.replace("(", r"\(")):
        Engine(load(file), plugins=[bundled])


@pytest.fixture
def configured(tmp_path: Path):
    """An item under a configuration that sets its outlet and date."""
    (tmp_path / "sayso.toml").write_text(
        '[[paths]]\nmatch = "in/**"\nby = "desk"\n'
        'facts = { outlet = "Example Post", date_published = "2026-05-04" }\n'
        '[outlets."Example Post"]\nkind = "think_tank"\nno-bylines-policy = true\n',
        "utf-8",
    )
    (tmp_path / "in").mkdir()
    item = tmp_path / "in" / "a.txt"
    item.write_text("The bridge was opened today, the city said.", "utf-8")
    return Engine(load(tmp_path / "sayso.toml"), plugins=[bundled]), item


def test_configured_facts_stand_in_the_record(configured):
    """A configured fact says which file and key set it, and for whom."""
    made, item = configured
    outlet = made.normalize(item).outlet
    assert outlet.value.name == "Example Post"
    assert outlet.status.value == "configured"
    assert outlet.config_ref.key == "paths[0].facts.outlet"
    assert outlet.config_ref.file.endswith("sayso.toml")
    assert outlet.config_ref.who == "desk"


def test_configured_facts_clear_their_findings(configured):
    """With outlet, policy and date configured, nothing is missing but the note that a think tank owes."""
    made, item = configured
    assert [f.rule for f in made.check(item).findings] == ["independence/independence-note-missing"]


def test_override_beats_what_the_item_says(tmp_path):
    """In mode override the configuration wins, and the item's own value stays as an alternative."""
    for mode, winner in (("default", "Other Post"), ("override", "Example Post")):
        file = tmp_path / "sayso.toml"
        file.write_text(f'[[paths]]\nmatch = "*"\nmode = "{mode}"\nfacts = {{ outlet = "Example Post" }}\n', "utf-8")
        item = tmp_path / "a.json"
        item.write_text('{"text": "The mill closed.", "outlet": "Other Post"}', "utf-8")
        outlet = Engine(load(file), plugins=[bundled]).normalize(item).outlet
        assert outlet.value.name == winner
        assert len(outlet.alternatives) == 1


@pytest.mark.parametrize(
    ("config", "severity"),
    [
        (Config(), "warning"),
        (Config(profile="wire"), "error"),
    ],
)
def test_a_profile_changes_severities(config, severity):
    """The wire profile makes a bare source an error, above what the rule may give by itself."""
    report = Engine(config, plugins=[bundled]).check({"text": "Sources said the deal was dead."})
    (found,) = (f for f in report.findings if f.rule == "sourcing/bare-anonymous-source")
    assert found.severity.value == severity


def test_a_bad_item_is_a_report_and_not_an_error():
    """Among many inputs a bad one is a report with a failure, in its place."""
    inputs = [{"text": "The mill closed."}, {"body": "x"}, Document.from_bytes(b"\xff\xfe\x00"), {"text": "It did."}]
    reports = list(engine().check_many(inputs))
    assert [len(r.failures) for r in reports] == [0, 1, 1, 0]


def test_a_report_pickles():
    """A report goes to another process as it is."""
    report = engine().check({"text": SEED})
    assert pickle.loads(pickle.dumps(report)) == report


def test_the_same_input_gives_the_same_report():
    """Two engines give the same findings in the same order, with the same fingerprints."""
    assert Engine(plugins=[bundled]).check({"text": SEED}) == engine().check({"text": SEED})


def test_a_fingerprint_survives_edits_elsewhere():
    """A finding keeps its fingerprint when other text moves it."""
    text = "Sources said the deal was dead."
    before = engine().check({"text": text})
    after = engine().check({"text": "The mill was built in 1902. It still stands.\n\n" + text})

    def prints(report):
        return {f.fingerprint for f in report.findings if f.rule == "sourcing/bare-anonymous-source"}

    assert prints(before) == prints(after) != set()


def test_a_finding_outside_the_text_is_a_failure():
    """A rule that points behind the end of the text is reported, and its finding is not."""
    from sayso import Span

    wild = rule("acme/wild", "Points nowhere.", since="1")(lambda item: [Finding("there", spans=(Span(5, 5000),))])
    report = Engine(plugins=[bundled, plugin(sayso_rules=lambda: [wild])]).check({"text": SEED})
    assert "acme/wild" in report.failures[0].message


def test_a_language_that_is_not_known_is_said_to_be():
    """Rules that read English skip a French item, with the reason; rules on metadata do not."""
    report = engine().check({"text": "Le ministre a déclaré que le pont était fermé.", "language": "fr"})
    (item,) = report.items
    assert {s.rule for s in item.skips} > {"attribution/vague-media"}
    assert "fr" in item.skips[0].reason
    assert "dating/date-missing" in {f.rule for f in item.findings}


def test_a_reader_that_crashes_is_reported():
    """A reader that raises fails its document, by name of the error."""

    def read(document, reading):
        raise ZeroDivisionError("oops")

    bad = Reader("acme", "1", "Crashes.", read=read, suffixes=(".acme",))
    report = Engine(plugins=[bundled, plugin(sayso_readers=lambda: [bad])]).check(
        Document.from_bytes(b"x", path="a.acme")
    )
    assert "ZeroDivisionError" in report.failures[0].message


def test_a_checked_record_has_the_findings_of_its_item():
    """A record that was normalised and is checked again, as JSON or as a value, has the same findings."""
    from sayso import record_to_json

    first = [f.fingerprint for f in engine().check({"text": SEED, "outlet": "Example Post"}).findings]
    made = engine().normalize({"text": SEED, "outlet": "Example Post"})
    assert [f.fingerprint for f in engine().check(made).findings] == first
    assert [f.fingerprint for f in engine().check(record_to_json(made)).findings] == first


@pytest.mark.parametrize("model", [True, False])
def test_an_analysis_goes_with_its_item(model):
    """Nothing that an analysis makes holds it: its memory is free without a collection of cycles."""
    gc.disable()
    try:
        own = Engine(Config(model=model))
        (item,) = own.items({"text": f"{SEED} “We tried,” said Ana Ruiz. Experts warn of floods."})
        seen = weakref.ref(item.analysis)
        assert item.analysis.fuller.enriched().attributions
        assert item.analysis.attributions
        del item
        assert seen() is None
    finally:
        gc.enable()
