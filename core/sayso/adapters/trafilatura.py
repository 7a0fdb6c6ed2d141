"""For trafilatura: what ``bare_extraction`` gives, or its JSON output."""

from __future__ import annotations

from typing import Any

from sayso.adapters import fields


def to_item(document: Any) -> dict[str, Any]:
    """A plain item of a trafilatura ``Document`` (2.x), of its dict (1.x), or of its JSON output.

    The site's name is the outlet, unless it is only the host's name. The date is a day, as trafilatura gives it.

    Raises:
        ReadError: If it is none of these, such as the None that trafilatura gives where it found no text.
    """
    document = fields.handed(document, "a document of trafilatura, its dict or its JSON", as_json=True)
    # The JSON output has the address as "source" and the site's name as "source-hostname".
    host, site = fields.text(document, "hostname"), fields.text(document, "sitename", "source-hostname")
    return fields.item(
        "trafilatura",
        {
            "hostname": host,
            "description": fields.text(document, "description", "excerpt"),
            "categories": fields.value(document, "categories"),
            "tags": fields.value(document, "tags"),
            "license": fields.text(document, "license"),
        },
        text=fields.text(document, "text", "raw_text"),
        headline=fields.text(document, "title"),
        authors=fields.names(fields.text(document, "author"), ";"),
        outlet=None if site in (None, host) or (host and site == host.removeprefix("www.")) else site,
        date_published=fields.when(fields.value(document, "date")),
        url=fields.text(document, "url", "source"),
        language=fields.text(document, "language"),
    )
