"""For fundus: an ``Article`` of its crawler."""

from __future__ import annotations

from typing import Any

from sayso.adapters import fields


def to_item(article: Any) -> dict[str, Any]:
    """A plain item of an article. What fundus could not extract is an exception there, and absent here.

    Raises:
        ReadError: If it is no article.
    """
    article = fields.handed(article, "an Article of fundus")
    page = fields.value(article, "html")
    body = fields.value(article, "body")
    sequence = getattr(body, "as_text_sequence", None)
    paragraphs = [str(one) for one in sequence()] if sequence is not None else []
    return fields.item(
        "fundus",
        {"topics": fields.value(article, "topics"), "free_access": fields.value(article, "free_access")},
        text="\n\n".join(paragraphs) or fields.text(article, "plaintext"),
        headline=fields.text(article, "title"),
        authors=fields.names(fields.value(article, "authors")),
        outlet=fields.text(article, "publisher"),
        date_published=fields.when(fields.value(article, "publishing_date")),
        url=fields.text(page, "responded_url", "requested_url") if page is not None else None,
        language=fields.text(article, "lang"),
    )
