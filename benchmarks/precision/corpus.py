"""Texts by others, as items: news articles, posts of public bodies, press briefings; and items written with defects.

The texts stay where they are; a finding is kept as the item's name and a span in the text that is made here.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

DEFECTS = Path(__file__).parents[2] / "tests" / "eval" / "defects"
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
#: Code, short codes of the site's generator and pictures, of which a reader sees no words.
NOT_PROSE = re.compile(r"```.*?```|\{\{.*?\}\}|\{%.*?%\}|!\[[^\]\n]*\]\([^)\n]*\)|<!--.*?-->", re.DOTALL)
LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
BLOCK_END = re.compile(r"</(?:p|div|h\d|li|title)>|<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<[^>\n]*>")
MARKS = re.compile(r"[*_`]{1,3}|^#{1,6}\s+|^>\s?", re.MULTILINE)
GAPS = re.compile(r"\n\s*\n+")


class Text(NamedTuple):
    """A text and what it is, as a plain item without its text."""

    name: str
    text: str
    keys: dict[str, Any]


def texts(corpus: Path) -> Iterator[Text]:
    """All texts, in the order of their names. What an item needs beside its text is made up, the same for all."""
    news = {"language": "en", "outlet": "The Outlet", "author": "Ana Ruiz"}  # these texts begin with their date
    known = {**news, "date_published": "2016-05-04"}
    for path in sorted((corpus / "wikinews-plain").glob("wn*.txt")):
        yield Text(path.relative_to(corpus).as_posix(), path.read_text("utf-8"), news)
    for path in sorted((corpus / "markdown").rglob("*.md")):
        source = path.read_text("utf-8", "replace")
        if "{%" in source or "team_link" in source:
            continue  # names are filled in by the site's generator
        yield Text(path.relative_to(corpus).as_posix(), _markdown(source), known)
    for path in sorted((corpus / "transcripts").rglob("*.html")):
        spoken = {**known, "item_type": "interview"}
        yield Text(path.relative_to(corpus).as_posix(), _page(path.read_text("utf-8", "replace"))[:30_000], spoken)
    yield from _defective()


def _defective() -> Iterator[Text]:
    """Items that another hand wrote with defects, which were found or not before anybody had read them."""
    for gold in sorted(DEFECTS.glob("*.gold.json")):
        path = DEFECTS / json.loads(gold.read_text("utf-8"))["item"]
        source = path.read_text("utf-8")
        keys = {"text": source} if path.suffix == ".txt" else json.loads(source)
        yield Text(f"defects/{path.name}", keys.pop("text"), keys)


def _markdown(source: str) -> str:
    words = LINK.sub(r"\1", NOT_PROSE.sub("", FRONT.sub("", source)))
    return _folded(MARKS.sub("", TAG.sub("", words)))


def _page(source: str) -> str:
    return _folded(TAG.sub("", BLOCK_END.sub("\n\n", source)))


def _folded(words: str) -> str:
    plain = html.unescape(words).replace("\r\n", "\n").replace("\0", "")
    return GAPS.sub("\n\n", plain).strip() or "Nothing."
