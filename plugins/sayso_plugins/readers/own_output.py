"""What sayso itself writes beside the items: reports, baselines, split streams. Nothing in it is an item."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Document, LeftOut, Pattern, ReadError, Reading, parse_json, reader
from sayso_plugins.readers.json_kinds import PLAIN, RECORD, outer

#: What follows :data:`RECORD` in documents that are items all the same.
ITEMS = (b"schema:item:", b"schema:record:")
#: What a line of a report holds, and what the report of an item has.
#: First bytes that hold no line end are of a line that is cut off.
LONG = 4_096
LINES = frozenset({"item", "failure", "left_out", "across", "coverage"})
OF_ITEM = frozenset({"id", "path", "locator", "content_sha256", "reader", "findings", "skips"})
LINE = tuple(b'{"%s": {"' % kind.encode() for kind in sorted(LINES))
HASH = Pattern("[0-9a-f]{64}")
#: The schema of lines of split streams.
SPLIT = f"{RECORD.decode()}schema:split:"
#: How a report of each other format begins, and what else stands in its first bytes.
GITLAB = (b'[\n{"description": "', b'"check_name": "', b'"fingerprint": "')
EMPTY = b"[\n]\n"
SARIF = (b'{"$schema": "', b"/sarif-schema-", b'"driver": {"name": "sayso"')
JUNIT = b'<testsuites name="sayso"'
#: The head of a page, to its end: no page of news forbids all that a browser would load, and names sayso.
PAGE = b"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-"""
MADE_BY = b'\n<meta name="generator" content="sayso '


def is_own(head: bytes) -> bool:
    """Whether the first bytes are those of something that sayso wrote and that holds no items.

    A name alone is no mark, since whoever writes an item could so hide it: what is left out begins byte for byte as
    sayso writes it, and a line that is none of a report's makes the whole a file of items.
    """
    if head == EMPTY:
        return True
    if head[:1] == b"<":
        return JUNIT in head[:200] or (head.startswith(PAGE) and MADE_BY in head[:2000])
    if head.startswith(LINE):
        return _all_own(head)
    if b'"schema"' in head[:2000]:
        keys = outer(head)
        schema = keys.get(b"schema", b"")
        ours = schema.startswith(RECORD) and not schema.startswith(ITEMS, len(RECORD))
        # What has a text is an item, whatever it calls itself.
        return ours and not keys.keys() & PLAIN and (not schema.startswith(SPLIT.encode()) or _all_own(head))
    return any(head.startswith(begin) and all(mark in head for mark in rest) for begin, *rest in (GITLAB, SARIF))


def _all_own(head: bytes) -> bool:
    """Whether the lines of some first bytes are such as sayso writes; the last one may be cut off."""
    *lines, last = head.split(b"\n")
    cut = bool(lines) or len(head) >= LONG
    return all(map(_is_own_line, lines)) and (_is_own_line(last) or (cut and _has_lines(last)))


def _is_own_line(line: bytes) -> bool:
    """Whether a line is one of a report or of a split stream; a blank one counts as such."""
    if not line.strip():
        return True
    try:
        found = parse_json(line.decode("utf-8"))
    except (ReadError, UnicodeDecodeError):
        return False
    if not isinstance(found, dict):
        return False
    if str(found.get("schema", "")).startswith(SPLIT):
        return not found.keys() & {key.decode() for key in PLAIN}
    if len(found) != 1 or not found.keys() <= LINES:
        return False
    ((kind, value),) = found.items()
    if kind not in ("item", "across"):
        return isinstance(value, dict) and not value.keys() & {key.decode() for key in PLAIN}
    return isinstance(value, dict) and value.keys() == OF_ITEM and bool(HASH.fullmatch(str(value["content_sha256"])))


@reader(
    "own-output",
    "What sayso itself writes: reports, baselines, split streams",
    version="1.1.0",
    suffixes=[".json", ".jsonl", ".xml", ".sarif", ".html", ".htm"],
    recognises=is_own,
    over=["html"],
)
def own_output(document: Document, reading: Reading) -> Iterator[LeftOut | ReadError]:  # noqa: ARG001 - as every reader
    """Leave it out, and say so, so that a folder may hold the items and what was written about them.

    A line that is none of a report's fails, since it may be an item: it is not passed over with the others.
    """
    for number, line in document.lines() if _has_lines(document.head(64)) else ():
        if isinstance(line, ReadError):
            yield line
        elif not _is_own_line(line):
            yield ReadError(
                "format",
                "is no line of a report, as those before it are; move it to a file of its own",
                f"line {number}",
            )
    yield LeftOut("file", "sayso wrote it, and it holds no items")


def _has_lines(head: bytes) -> bool:
    return head.startswith((*LINE, b'{"schema": "' + SPLIT.encode()))
