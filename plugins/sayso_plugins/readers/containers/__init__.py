"""Readers of what holds other documents: compressed files and archives. Nothing is written to a disk."""
