"""Where a finding is, as tools that show files want it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from sayso import ItemReport, Pattern, Place, ReportedFinding

LINE = Pattern(r"line (\d+)\Z")
SAFE = "/-._~!$&'()*+,;=@"


class Region(NamedTuple):
    """Lines and columns from 1; the end column stands behind the last character."""

    line: int
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


def region(item: ItemReport, finding: ReportedFinding) -> Region | None:
    """Where in the file a finding is.

    The place in the text where that is the file, else the line that the item came from, else nothing.
    """
    if item.in_file and finding.spans:
        return of_place(finding.spans[0])
    found = LINE.search(item.locator or "")
    return Region(int(found[1])) if found else None


def of_place(place: Place) -> Region:
    """A place of a text that is the file."""
    lines = place.exact.splitlines() or [""]
    last = len(lines[-1]) + (place.column if len(lines) == 1 else 1)
    return Region(place.line, place.column, place.line + len(lines) - 1, last)


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
