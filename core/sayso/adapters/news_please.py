"""For news-please: a ``NewsArticle``, its dict, or the dict that it writes as JSON."""

from __future__ import annotations

from typing import Any

from sayso.adapters import fields


def to_item(article: Any) -> dict[str, Any]:
    """A plain item. The domain is no outlet's name and is kept under ``extra``; times are as given, without a zone.

    Raises:
        ReadError: If it is no article.
    """
    article = fields.handed(article, "a NewsArticle of news-please, its dict or its JSON", as_json=True)
    return fields.item(
        "news-please",
        {
            "source_domain": fields.text(article, "source_domain"),
            "description": fields.text(article, "description"),
            "date_download": fields.when(fields.value(article, "date_download")),
        },
        text=fields.text(article, "maintext", "text"),
        headline=fields.text(article, "title", "title_page", "title_rss"),
        authors=fields.names(fields.value(article, "authors")),
        date_published=fields.when(fields.value(article, "date_publish")),
        date_modified=fields.when(fields.value(article, "date_modify")),
        url=fields.text(article, "url"),
        language=fields.text(article, "language"),
    )
