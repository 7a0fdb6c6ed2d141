"""The record: what is known of an item, and how each fact is known."""
