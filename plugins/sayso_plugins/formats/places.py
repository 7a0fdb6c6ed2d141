"""Where a finding is, as tools that show files want it."""

from __future__ import annotations

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


def address(path: str) -> str:
    """A path as a URI reference: relative where the path is, with forward slashes, percent-encoded (RFC 3986)."""
    slashed = path.replace("\\", "/")
    if slashed[1:3] == ":/" and slashed[0].isalpha():
        return f"file:///{slashed[0]}:{_encoded(slashed[2:])}"
    if slashed.startswith("/"):
        return f"file://{_encoded(slashed)}"
    first, slash, rest = slashed.partition("/")
    # A colon in the first part would be read as the end of a scheme.
    return _encoded(first) + slash + _encoded(rest, SAFE + ":")


def _encoded(part: str, safe: str = SAFE) -> str:
    try:
        return quote(part, safe=safe, errors="surrogateescape")  # the bytes of a name that is no text
    except UnicodeEncodeError:
        return quote(part, safe=safe, errors="surrogatepass")


def where(item: ItemReport) -> str:
    """Path, or id where there is none, and the place inside a container."""
    return f"{item.path or item.id}{f' ({item.locator})' if item.locator else ''}"
