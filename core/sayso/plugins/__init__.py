"""Plugins: the hooks by which readers, rules, formats, profiles and languages enter."""
