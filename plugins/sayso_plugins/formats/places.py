"""Where a finding is, as tools that show files want it."""

from __future__ import annotations

import os
from urllib.parse import quote

from sayso import ItemReport, ReportedFinding

SAFE = "/-._~!$&'()*+,;=@"


def position(item: ItemReport, finding: ReportedFinding) -> str:
    """``line:column`` of a finding in the file, else of its words in the text; empty where it is about the item."""
    found = item.location(finding)
    if found is not None:
        return str(found)
    return f"{finding.spans[0].line}:{finding.spans[0].column}" if finding.spans else ""


def within(item: ItemReport, finding: ReportedFinding) -> str | None:
    """The item's place inside its file, unless the line of the finding says as much."""
    found = item.location(finding)
    return None if found is not None and item.locator == f"line {found.line}" else item.locator


def tidy(path: str) -> str:
    """A path with forward slashes, without empty parts and those that stay where they are (``./``)."""
    slashed = path.replace("\\", "/")
    parts = [part for part in slashed.split("/") if part not in ("", ".")]
    return ("/" if slashed.startswith("/") else "") + "/".join(parts)


def address(path: str) -> str:
    """A path as a URI reference: relative where the path is, with forward slashes, percent-encoded (RFC 3986).

    An absolute one has no parts that go back, as SARIF asks of addresses of files (3.10.2): they are resolved.
    """
    tidied = tidy(path)
    if tidied[1:3] == ":/" and tidied[0].isalpha():
        return f"file:///{tidied[0]}:{_encoded(tidied[2:])}"
    if tidied.startswith("/"):
        if path.startswith("\\\\"):
            return f"file:/{_encoded(tidied)}"  # a share, whose first part is the host
        return f"file://{_encoded(tidy(os.path.realpath(path)) if '..' in tidied.split('/') else tidied)}"
    first, slash, rest = tidied.partition("/")
    # A colon in the first part would be read as the end of a scheme.
    return _encoded(first) + slash + _encoded(rest, SAFE + ":")


def _encoded(part: str, safe: str = SAFE) -> str:
    try:
        return quote(part, safe=safe, errors="surrogateescape")  # the bytes of a name that is no text
    except UnicodeEncodeError:
        return quote(part, safe=safe, errors="surrogatepass")
