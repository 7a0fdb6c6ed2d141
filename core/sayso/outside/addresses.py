"""Addresses as they are compared: what does not lead anywhere else does not count."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

#: Parameters by which a site learns where its readers come from.
TRACKING = frozenset({"fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid"})
TRACKING_PREFIXES = ("utm_", "at_medium", "at_campaign")
PORTS = {"http": 80, "https": 443}
LONGEST = 4_000


def address(url: str) -> str:
    """An address without scheme, ``www.``, usual port, closing slash, fragment and tracking parameters.

    What is no web address, or cannot be read as one, comes as it is; two of those are one only if they are equal.
    """
    given = url.strip()
    if len(given) > LONGEST:
        return given
    try:
        parts = urlsplit(given)
        host, port = parts.hostname, parts.port
        query = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return given
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not host:
        return given
    kept = [(key, value) for key, value in query if not _tracks(key.lower())]
    shown_port = f":{port}" if port is not None and port != PORTS[scheme] else ""
    asked = f"?{urlencode(kept)}" if kept else ""
    return f"{host.rstrip('.').removeprefix('www.')}{shown_port}{parts.path.rstrip('/')}{asked}"


def _tracks(key: str) -> bool:
    return key in TRACKING or key.startswith(TRACKING_PREFIXES)
