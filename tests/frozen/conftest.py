"""The plugin's own tests run where its wheel is installed, and not here."""

from __future__ import annotations

collect_ignore = ["source"]
