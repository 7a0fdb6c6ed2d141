"""For newspaper4k (and newspaper3k): an ``Article`` after ``parse()``."""

from __future__ import annotations

from typing import Any

from sayso.adapters import fields


def to_item(article: Any) -> dict[str, Any]:
    """A plain item of a parsed article.

    Raises:
        ReadError: If it is no article.
    """
    article = fields.handed(article, "a parsed Article of newspaper")
    return fields.item(
        "newspaper",
        {
            "description": fields.text(article, "meta_description"),
            "keywords": [one for one in fields.names(fields.value(article, "meta_keywords")) if one],
        },
        text=fields.text(article, "text"),
        headline=fields.text(article, "title"),
        authors=fields.names(fields.value(article, "authors")),
        outlet=fields.text(article, "meta_site_name"),
        date_published=fields.when(fields.value(article, "publish_date")),
        url=fields.text(article, "canonical_link", "url", "original_url"),
        language=fields.text(article, "meta_lang"),
    )
