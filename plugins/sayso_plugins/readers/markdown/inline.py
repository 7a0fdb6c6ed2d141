"""Marks inside lines: links, pictures, tags, emphasis, spans of code, escapes; in one pass from left to right."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sayso_plugins.readers.markdown.blanking import Canvas

MARK = re.compile(
    r"\\[!-/:-@\[-`{-~]|`+|!?\[|\]|<|[*_~]+|\||&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,10}\d?);|\{:[^}\n]*\}"
)
TARGET = re.compile(
    r"\(\s*(?P<to><[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,20})"
    r"(?:\s+(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s*\)(?:\{[:#.][^}\n]{0,200}\})?"
)
REFERENCE = re.compile(r"\s?\[([^\[\]]{0,200})\]")
AUTO = re.compile(r"<((?:https?|mailto|ftp):[^<>\s]{1,2000})>|<([^<>@\s]{1,80}@[^<>@\s]{1,200})>")
TAG = re.compile(r"</?([A-Za-z][\w:-]*)((?:\s|/)[^<>]*)?>")
HREF = re.compile(r"\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
#: What stands for one mark; letters stay as they were written, or words would be torn.
NO_LETTER = re.compile(r"[^\w]")
BARE = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"“”]{2,2000}")
#: Brackets within brackets.
DEEPEST = 20


class Opened(NamedTuple):
    """A bracket that waits for its end."""

    at: int
    end: int
    picture: bool


class Inline:
    """The marks of a text, region by region."""

    def __init__(self, canvas: Canvas, definitions: dict[str, str]) -> None:
        self.canvas = canvas
        self.text = canvas.text()
        self.definitions = definitions
        self.links: list[tuple[str, str]] = []
        self._open: list[Opened] = []
        self._anchor: tuple[str, int] | None = None

    def read(self, begin: int, end: int) -> None:
        """White out the marks of a region."""
        self._open, self._anchor = [], None
        runs = self._code_runs(begin, end)
        at = begin
        while (mark := MARK.search(self.text, at, end)) is not None:
            at = self._one(mark, end, runs)
        for bare in BARE.findall("".join(self.canvas.stretch(begin, end))):
            address = bare.rstrip(".,;:!?'*_")
            self.links.append((address, address if "://" in address else f"http://{address}"))

    def _code_runs(self, begin: int, end: int) -> dict[int, list[int]]:
        """Places of runs of back quotes by their length, the last first."""
        runs: dict[int, list[int]] = {}
        for run in re.compile("`+").finditer(self.text, begin, end):
            runs.setdefault(len(run.group()), []).append(run.start())
        return {length: places[::-1] for length, places in runs.items()}

    def _one(self, mark: re.Match[str], end: int, runs: dict[int, list[int]]) -> int:
        first, start, behind = mark.group()[0], mark.start(), mark.end()
        if first == "\\":
            self.canvas.blank(start, start + 1)
        elif first == "`":
            return self._code(start, behind, runs)
        elif mark.group().endswith("["):
            if len(self._open) >= DEEPEST:
                return behind
            self._open.append(Opened(start, behind, first == "!"))
        elif first == "]":
            return self._close(start, end)
        elif first == "<":
            return self._tag(start, end)
        elif first == "&":
            self._entity(mark)
        elif first == "|" or first == "{":
            self.canvas.blank(start, behind)
        else:
            self._emphasis(mark, end)
        return behind

    def _code(self, start: int, behind: int, runs: dict[int, list[int]]) -> int:
        """Code keeps its words and loses its marks; nothing in it is a mark."""
        places = runs.get(behind - start, [])
        while places and places[-1] <= start:
            places.pop()
        self.canvas.blank(start, behind)
        if not places:
            return behind
        closing = places.pop()
        self.canvas.blank(closing, closing + behind - start)
        return closing + behind - start

    def _close(self, at: int, end: int) -> int:
        if not self._open:
            return at + 1
        opened = self._open.pop()
        label = " ".join(self.text[opened.end : at].lower().split()) if at - opened.end <= 400 else ""
        source = self.canvas.source
        if label.startswith("^"):  # a footnote
            self.canvas.blank(opened.at, at + 1)
            return at + 1
        target = TARGET.match(self.text, at + 1, end)
        if target is not None:
            # Short codes are blank by now; the target is as it was written.
            to = source[target.start("to") : target.end("to")] or source[at + 2 : target.end() - 1]
            return self._link(opened, at, target.end(), to.strip().strip("<>").strip())
        reference = REFERENCE.match(self.text, at + 1, min(end, at + 210))
        if reference is not None:
            key = " ".join((reference[1] or label).lower().split())
            if key in self.definitions:
                return self._link(opened, at, reference.end(), self.definitions[key])
        if label and label in self.definitions:
            return self._link(opened, at, at + 1, self.definitions[label])
        return at + 1

    def _link(self, opened: Opened, at: int, behind: int, target: str) -> int:
        if opened.picture:
            self.canvas.blank(opened.at, behind)
            return behind
        words = " ".join(self._shown(opened.end, at).split())
        if words and target:
            self.links.append((words, target))
        self.canvas.blank(opened.at, opened.end)
        self.canvas.blank(at, behind)
        return behind

    def _shown(self, start: int, end: int) -> str:
        return "".join(self.canvas.stretch(start, min(end, start + 1_000)))

    def _tag(self, start: int, end: int) -> int:
        auto = AUTO.match(self.text, start, end)
        if auto is not None:
            self.links.append((auto[1] or auto[2], auto[1] or f"mailto:{auto[2]}"))
            self.canvas.blank(start, start + 1)
            self.canvas.blank(auto.end() - 1, auto.end())
            return auto.end()
        tag = TAG.match(self.text, start, end)
        if tag is None:
            return start + 1
        if tag[1].lower() == "a":
            if self._anchor is not None:
                target, begin = self._anchor
                words = " ".join(self._shown(begin, start).split())
                if words:
                    self.links.append((words, target))
            href = HREF.search(tag[2] or "")
            to = html.unescape(next((one for one in href.groups() if one), "")) if href else ""
            self._anchor = (to, tag.end()) if to else None
        self.canvas.blank(start, tag.end())
        return tag.end()

    def _entity(self, mark: re.Match[str]) -> None:
        shown = html.unescape(mark.group())
        before, after = self.text[mark.start() - 1 : mark.start()], self.text[mark.end() : mark.end() + 1]
        if len(shown) != 1 or not NO_LETTER.match(shown):
            return
        if shown in "’‘'&" and before.isalnum() and after.isalnum():
            return  # "don&rsquo;t", "AT&amp;T": one word
        self.canvas.put(mark.start(), mark.end(), " " if shown.isspace() else shown)

    def _emphasis(self, mark: re.Match[str], end: int) -> None:
        """A run of marks, blank unless it stands alone or, for underscores, within a word."""
        before = self.text[mark.start() - 1 : mark.start()] if mark.start() else ""
        after = self.text[mark.end() : mark.end() + 1] if mark.end() < end else ""
        run = mark.group()
        alone = (not before or before.isspace()) and (not after or after.isspace())
        if alone and len(run) < 3:
            return
        if (run[0] == "_" and before.isalnum() and after.isalnum()) or run == "~":
            return
        self.canvas.blank(mark.start(), mark.end())
