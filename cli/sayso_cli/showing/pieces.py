"""Pieces of a line, each of one style, and how they are wrapped and painted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sayso import columns, visible

#: Styles that are signs of ours: never broken, and glued to the word that they open or close.
OPEN, CLOSE = "open", "close"
#: SGR parameters (ECMA-48, 8.3.117) of the styles; what is not here is printed plainly.
COLORS = {
    "source": "1;36",
    "cue": "4;33",
    "content": "32",
    "unsourced": "31",
    "missing": "31",
    "label": "1",
    "dim": "2",
    OPEN: "2",
    CLOSE: "2",
}
#: White space at which a text may be broken; other white space is kept, or shown where it steers.
BLANKS = re.compile(r"[ \t\r\n]+")
#: A space, a run of other characters, or one character that :func:`visible` escaped.
CHUNKS = re.compile(r" |\\(?:x[0-9a-f]{2}|u[0-9a-f]{4})|[^ \\]+|\\")


class Piece(NamedTuple):
    """Some characters of one style, fit to be printed."""

    text: str
    style: str = ""


Pieces = list[Piece]


def fit(text: str) -> str:
    """Somebody's words, fit to be printed: in one line, and without what could steer a terminal."""
    return visible(BLANKS.sub(" ", text))


def paint(pieces: Iterable[Piece], color: bool) -> str:
    """The characters of a line, with the colours of their styles or without."""
    if not color:
        return "".join(piece.text for piece in pieces)
    return "".join(
        f"\x1b[{COLORS[style]}m{text}\x1b[0m" if style in COLORS else text
        for style, group in groupby(pieces, key=lambda piece: piece.style)
        if (text := "".join(piece.text for piece in group))
    )


def wrapped(pieces: Iterable[Piece], width: int, head: Sequence[Piece] = (), indent: int = 0) -> Iterator[Pieces]:
    """Lines of at most `width` columns, broken at spaces; `head` begins the first, the others are indented.

    A word wider than a line is cut where the line ends.
    """
    line: Pieces = list(head)
    used, empty = measured(line), True
    for space, word in words(pieces):
        needed = measured(word)
        if not empty and used + (space is not None) + needed > width:
            yield line
            line, used, empty = [Piece(" " * indent)], indent, True
        elif space is not None and not empty:
            line.append(space)
            used += 1
        if used + needed > width:
            *full, word = cut(word, width - used, width - indent)
            for part in full:
                yield [*line, *part]
                line, used = [Piece(" " * indent)], indent
            needed = measured(word)
        line.extend(word)
        used, empty = used + needed, False
    if line:
        yield line


def measured(pieces: Iterable[Piece]) -> int:
    """The columns that pieces take."""
    return sum(columns(piece.text) for piece in pieces)


def words(pieces: Iterable[Piece]) -> Iterator[tuple[Piece | None, Pieces]]:
    """The words of pieces, each with the space before it; between wide characters one may break without a space."""
    space: Piece | None = None
    word: Pieces = []
    loose = False
    for piece in atoms(pieces):
        blank = piece.text == " " and piece.style not in (OPEN, CLOSE)
        if word and (blank or (loose and not _clings(piece))):
            yield space, word
            space, word = None, []
        if blank:
            space = piece
            continue
        word.append(piece)
        if piece.style == OPEN:
            loose = False
        elif piece.style != CLOSE:
            loose = columns(piece.text[-1]) == 2 or (loose and columns(piece.text) == 0)
    if word:
        yield space, word


def _clings(piece: Piece) -> bool:
    """Whether no line may begin here: closing signs and marks, and what combines with the character before."""
    return piece.style == CLOSE or (
        piece.style != OPEN and unicodedata.category(piece.text[0]) in ("Pe", "Pf", "Po", "Mn", "Me", "Cf")
    )


def atoms(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces that are broken nowhere, or anywhere in need: a space, a sign, an escape, narrow or one wide character."""
    for piece in pieces:
        if piece.style in (OPEN, CLOSE):
            yield piece
            continue
        for chunk in CHUNKS.findall(piece.text):
            if chunk.isascii():
                yield Piece(chunk, piece.style)
                continue
            for wide, group in groupby(chunk, key=lambda char: columns(char) == 2):
                if wide:
                    yield from (Piece(char, piece.style) for char in group)
                else:
                    yield Piece("".join(group), piece.style)


def cut(word: Pieces, first: int, width: int) -> list[Pieces]:
    """A word in parts: the first of at most `first` columns, the others of at most `width`."""
    parts: list[Pieces] = [[]]
    left = first
    for piece in word:
        whole = piece.style in (OPEN, CLOSE) or (piece.text[0] == "\\" and len(piece.text) > 1)
        for text in [piece.text] if whole else piece.text:
            needed = columns(text)
            if needed > left and parts[-1]:
                parts.append([])
                left = width
            parts[-1].append(Piece(text, piece.style))
            left -= needed
    return parts
