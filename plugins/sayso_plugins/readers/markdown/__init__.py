"""Markdown with front matter: posts as site generators keep them."""
