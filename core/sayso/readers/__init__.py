"""Readers: plugins that make drafts of records out of documents."""
