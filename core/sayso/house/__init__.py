"""Plugins of the house, without packaging."""
