"""Plugins that were left out are failures of every report: what they would have found, nobody looked for."""

from __future__ import annotations

import pickle
import sys
import types

import pytest

import sayso_plugins.plugin as bundled
from sayso import Engine, __version__, hookimpl, report_to_json
from sayso.plugins import entries
from sayso.plugins.entries import Entry
from sayso.validation import validate

ITEM = {"text": "Sources said the deal was dead.", "language": "en"}
OWN = Entry("bundled", "sayso_plugins.plugin", "sayso", "0")


@pytest.fixture
def installed(monkeypatch):
    """Let these entry points be all that are installed, some of whose modules cannot be imported."""

    def go(*found, broken=()):
        monkeypatch.setattr(entries, "installed", lambda: list(found))
        for name in broken:
            monkeypatch.setitem(sys.modules, name, None)

    return go


@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("sayso_plugins.rules", "sayso_rules failed: ModuleNotFoundError: import of sayso_plugins.rules halted"),
        ("sayso_plugins.plugin", "cannot be imported: ModuleNotFoundError: import of sayso_plugins.plugin halted"),
    ],
)
def test_a_bundled_module_that_cannot_be_imported_is_a_failure(installed, module, said):
    """An engine without rules gives no report that looks like a pass; nor does it in another process."""
    installed(OWN, broken=[module])
    engine = Engine()
    assert not engine.rules
    for one in (engine, pickle.loads(pickle.dumps(engine))):
        report = one.check(ITEM)
        failure = report.failures[0]
        assert (failure.path, failure.error) == (None, "plugin")
        assert failure.message.startswith(f"plugin 'bundled' (sayso): {said}")
        assert validate(report_to_json(report, __version__), "report") == ()
        first, *others = one.check_many([ITEM, ITEM])
        assert (first.items, first.failures) == ((), (failure,))
        assert [failure in other.failures for other in others] == [False, False]


def test_an_environment_without_sayso_is_a_failure(installed):
    """Where nothing finds the distribution, no reader and no rule is there, and a record would pass."""
    record = Engine().normalize(ITEM)
    installed()
    (failure,) = Engine().check(record).failures
    assert failure.message == (
        "plugin 'bundled' (sayso): is not there: no distribution of sayso is on the path; install sayso"
    )


def test_a_stranger_that_is_left_out_is_one_too(installed):
    """Wholly or in part; what is disabled was left out by the operator, and is none."""
    installed(OWN, Entry("ghost", "no_such_module_here", "sayso-ghost", "1"))
    (failure,) = Engine().check(ITEM).failures
    assert failure.message.startswith("plugin 'ghost' (sayso-ghost): cannot be imported: ModuleNotFoundError")
    assert not Engine(own_only=True).check(ITEM).failures
    module = types.ModuleType("acme")
    module.sayso_rules = hookimpl(lambda: [3], specname="sayso_rules")  # type: ignore[attr-defined]
    (failure,) = Engine(plugins=[bundled, module]).check(ITEM).failures
    assert failure.message == "plugin 'acme' (local): sayso_rules handed over int, not Rule"


def test_the_second_plugin_of_a_name_is_left_out(installed):
    """By its name it would be disabled, named and blamed for another; sayso's own comes first."""
    taken = Entry("bundled", "no_such_module_here", "acme", "1")
    installed(taken, OWN)
    engine = Engine()
    assert [(one.distribution, one.state) for one in engine.host.plugins] == [("sayso", "loaded"), ("acme", "failed")]
    (failure,) = engine.check(ITEM).failures
    assert failure.message == (
        "plugin 'bundled' (acme): its name is that of a plugin of sayso, and messages could not tell them apart"
    )
