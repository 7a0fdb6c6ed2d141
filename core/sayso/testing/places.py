"""Whether the places that a reader gives are where it says they are."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from sayso.errors import ReadError, said
from sayso.readers.document import Document
from sayso.records.fact import Status
from sayso.report import Failure
from sayso.rules.item import Item
from sayso.testing.evidence import OURS, words_of
from sayso.text.decode import decode
from sayso.text.lines import Lines
from sayso.text.location import Location, place_given
from sayso.text.span import Span

#: Words that a format writes as they are: letters of ASCII alone, between blanks.
PLAIN = re.compile(r"(?<!\S)[A-Za-z]{2,}(?!\S)")
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_-]{2,40})""")
UNICODE = re.compile(r"\\u00([0-7][0-9a-fA-F])")
#: What some readers end a line at, beside a carriage return.
LINE_ENDS = (b"\n", b"\x0b", b"\x0c", b"\x1c", b"\x1d", b"\x1e", b"\x85", "\u2028".encode(), "\u2029".encode())
#: How many words of an item are looked for, and how many problems of one kind are told.
MOST, TOLD = 200, 3


class File:
    """The text of a file, to look at what stands at a location."""

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.lines: Lines = Lines(text)

    def at(self, where: Location) -> tuple[str | None, str | None]:
        """What stands there (up to the end of the line, where the end is not known), and what is wrong with it."""
        start = self.lines.offset(where.line, 1 if where.column is None else where.column)
        if start is None:
            return None, f"the file has no {where}"
        if where.end_line is None or where.end_column is None:
            return None, None
        end = self.lines.offset(where.end_line, where.end_column)
        if end is None or end < start:
            return None, f"the file has no {where.end_line}:{where.end_column} behind {where}, where it is said to end"
        return self.text[start:end], None


def file_of(document: Document) -> File | None:
    """The text of a document; None where it is none, or nobody can tell in which encoding."""
    if document.item is not None:
        return None
    data = document.read()
    try:
        return File(decode(data, document.encoding).text)
    except ReadError:
        declared = DECLARED.search(data[:1024])
    try:
        return File(data.decode(declared[1].decode())) if declared else None
    except (LookupError, ValueError):
        return None


def misplaced(item: Item, file: File | None) -> Iterator[str]:
    """Which of the places of an item, of its words and of its values, are not where they are said to be."""
    if item.locations is None or file is None:
        return
    try:
        yield from _words(item, file)
        yield from _values(item, file)
        where = place_given(item.locations.of_item(), "of_item")
        problem = file.at(where)[1] if where is not None else None
        if problem:
            yield f"of_item: {problem}"
    except Exception as error:  # it is the reader's, and asked for every finding
        yield f"its locations fail: {said(error)}"


def outside(failure: Failure, data: bytes) -> str | None:
    """What is wrong with the place of an error, where that is behind the end of what was read; None where nothing is.

    Args:
        data: What was read, in any encoding: none has more characters than bytes.
    """
    where = failure.location
    if where is None:
        return None
    number = 1 + data.count(b"\r") + sum(data.count(end) for end in LINE_ENDS)
    if where.line > number:
        return f"its error is said to be at line {where.line}, and there are {number}: {failure.message}"
    if where.column is None or b"\r" in data or any(data.count(end) for end in LINE_ENDS[1:]):
        return None
    size = len(data.split(b"\n")[where.line - 1])
    if where.column > size + 1:
        return f"its error is said to be at {where}, and the line has {size} bytes: {failure.message}"
    return None


def _words(item: Item, file: File) -> Iterator[str]:
    assert item.locations is not None  # noqa: S101 - asked before
    found = list(PLAIN.finditer(item.text))
    wrong = 0
    for match in found[:: len(found) // MOST + 1]:
        where = place_given(item.locations.of_words(Span(*match.span())), "of_words")
        problem = _word(match.group(), where, file) if where is not None else None
        if problem and (wrong := wrong + 1) <= TOLD:
            yield f"of_words: {match.group()!r} of the text at {match.start()} is said to be at {where}: {problem}"
    if wrong > TOLD:
        yield f"of_words: and {wrong - TOLD} more words"


def _word(word: str, where: Location, file: File) -> str | None:
    there, problem = file.at(where)
    if problem or not where.exact or there is None:
        return problem
    return None if word in _spellings(there) else f"there is {there[:60]!r}; columns count code points from 1"


def _values(item: Item, file: File) -> Iterator[str]:
    assert item.locations is not None  # noqa: S101 - asked before
    for name, fact in item.record.facts():
        for one in (fact, *fact.alternatives):
            if one.status is not Status.ASSERTED or one.source_field is None:
                continue
            pointer = one.source_field.pointer
            where = place_given(item.locations.of_value(pointer), "of_value")
            if where is None:
                continue
            there, problem = file.at(where)
            if problem is None and there is not None and where.exact and name not in OURS and " | " not in pointer:
                words = [word for value in words_of(one.value) for word in PLAIN.findall(value)]
                if not all(any(word in way for way in _spellings(there)) for word in words):
                    problem = f"there is {there[:60]!r}"
            if problem:
                yield f"{name}: of_value({pointer!r}) is said to be at {where}: {problem}"


def _spellings(there: str) -> tuple[str, ...]:
    """What may be meant by what is written: itself, or with its references or escapes read."""
    if "&" not in there and "\\" not in there:
        return (there,)
    return (there, html.unescape(there), UNICODE.sub(lambda found: chr(int(found[1], 16)), there))
