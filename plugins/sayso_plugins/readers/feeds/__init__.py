"""Feeds: RSS, Atom and JSON Feed, one record an entry."""
