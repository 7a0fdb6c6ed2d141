"""The plugin as a whole."""

from __future__ import annotations

from sayso.testing import engine_with

import sayso_velland_transport.plugin as plugin


def test_the_plugin_is_taken_whole() -> None:
    """An engine takes everything that the plugin offers, and refuses nothing of it."""
    (loaded, *_) = engine_with(plugin).host.plugins
    assert loaded.error is None
    assert loaded.adds
