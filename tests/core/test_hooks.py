"""The examples in the hooks' docstrings are plugins that work."""

from __future__ import annotations

import inspect
import textwrap
from types import ModuleType

import pytest

import sayso
from sayso.plugins.hooks import Hooks
from sayso.plugins.host import OFFERS
from sayso.testing import check_examples, check_exporter, check_format, check_reader, engine_with

HOOKS = [name for name in vars(Hooks) if name.startswith("sayso_")]
#: What of the kit each kind of example is held to.
KIT = {
    "sayso_readers": lambda one: check_reader(one, [b"The ferry sails.\n\n-- Harbour Post\n"]),
    "sayso_rules": check_examples,
    "sayso_formats": check_format,
    "sayso_exporters": check_exporter,
}


def example(hook):
    """The code in the docstring of a hook."""
    return textwrap.dedent(inspect.getdoc(getattr(Hooks, hook)).partition("Example::\n")[2])


@pytest.mark.parametrize("hook", HOOKS)
def test_the_example_of_a_hook_is_a_plugin_that_works(hook):
    """It is taken whole, it offers what its hook is for and nothing else, and keeps to the contract of its kind."""
    module = ModuleType("example")
    exec(compile(example(hook), f"{hook} example", "exec"), module.__dict__)
    engine = engine_with(module)
    (plugin, *_) = engine.host.plugins
    assert plugin.error is None
    assert list(plugin.adds) == [hook.removeprefix("sayso_")]
    for offer in engine.host.offers[hook].values():
        KIT.get(hook, lambda one: None)(offer)


@pytest.mark.parametrize("hook", HOOKS)
def test_an_example_uses_public_names(hook):
    """What an example imports is what `sayso.__all__` lists."""
    imported = [line for line in example(hook).splitlines() if "import" in line]
    assert len(imported) == 1
    assert set(imported[0].removeprefix("from sayso import ").split(", ")) <= set(sayso.__all__)


def test_every_hook_is_taken_and_every_hook_that_is_taken_is_there():
    """The hooks that are documented are those that the host asks."""
    assert list(OFFERS) == HOOKS
