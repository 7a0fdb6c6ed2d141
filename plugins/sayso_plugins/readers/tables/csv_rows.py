"""The rows of a CSV file, one after the other, each with its bytes."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sayso import Document, ReadError, decode

DELIMITERS = ",;\t|"
#: First bytes and first rows by which the delimiter is told.
HEAD, ROWS = 65_536, 20
#: How often to start again behind a quote that is never closed.
AGAIN = 10
MARK = b"\xef\xbb\xbf"


class Dialect(NamedTuple):
    """How a table is written; without a quote, a quotation mark is a mark like any other."""

    delimiter: str
    quote: str
    escape: str | None

    def width(self, line: str) -> int:
        """How many cells a line has that is a whole row and has marks only where a cell is quoted; else none."""
        if not self.quote:
            return 0
        mark, between, escape = re.escape(self.quote), re.escape(self.delimiter), re.escape(self.escape or "")
        inside = rf"(?:[^{mark}{escape}]|{escape}.)" if escape else rf"(?:[^{mark}]|{mark}{mark})"
        cell = rf"(?:{mark}{inside}*+{mark}|[^{mark}{between}\r\n]*+)"
        found = re.fullmatch(rf"{cell}(?:{between}{cell})*+[\r\n]*", line)
        return 0 if found is None else len(next(self.rows(iter([line])), []))

    def rows(self, lines: Iterator[str]) -> Iterator[list[str]]:
        """The rows of lines of text; an error of the csv module leaves off in the middle of one."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote or None,
            quoting=csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            escapechar=self.escape,
            doublequote=self.escape is None,
            strict=True,
        )


class Row(NamedTuple):
    """A row and its cells.

    Attributes:
        number: Counted from 1 with the header, as spreadsheets do.
        line: The number of its first line in the file.
        raw: Its bytes, with the line end.
    """

    number: int
    cells: list[str]
    line: int
    raw: bytes
    encoding: str
    dialect: Dialect

    @property
    def sha256(self) -> str:
        """Of its bytes."""
        return hashlib.sha256(self.raw).hexdigest()


class Lines:
    """The lines of a table as texts, with the bytes of those that the present row took, and the number of its first."""

    def __init__(self, document: Document) -> None:
        self.encoding, self.taken = "utf-8", list[bytes]()
        self.bad: ReadError | None = None
        self.again: list[bytes] = []
        self.first = 1
        self._given = 0
        self._lines = self._source(document)

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self.again.pop() if self.again else next(self._lines)
        if isinstance(line, ReadError):
            raise line
        self.taken.append(line)
        self._given += _ends(line)
        try:
            return line.decode(self.encoding)
        except UnicodeDecodeError as error:
            self.bad = ReadError(
                "encoding",
                f"not valid {self.encoding} at byte {error.start} of line {len(self.taken)} of the row "
                f"(0x{line[error.start]:02x}); save it as UTF-8 or say what it is with --encoding",
            )
            return line.decode(self.encoding, "replace")

    def begin(self) -> None:
        """Begin a row."""
        self.taken = []
        self.bad = None
        self.first = self._given + 1

    def back(self, line: int = 1) -> None:
        """Give the lines of the row once more, from its second one or a later one."""
        again = self.taken[line:]
        self.again += reversed(again)
        self._given -= sum(map(_ends, again))

    def begins_again(self, dialect: Dialect, width: int) -> int:
        """Where in the lines of a row with something behind a closing quote other rows begin; 0 where none does.

        The quote was the first of another row's if its line is a row of the table by itself or begins with it. Lines
        between are rows if each is one by itself.
        """
        words = [line.decode(self.encoding, "replace") for line in self.taken]
        at = len(words) - 1
        if at < 1 or not (words[at].startswith(dialect.quote) or 1 < width == dialect.width(words[at])):
            return 0
        while at > 1 and 1 < width == dialect.width(words[at - 1]):
            at -= 1
        return at

    def _source(self, document: Document) -> Iterator[bytes | ReadError]:
        head = document.head(HEAD)
        wide = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))
        named = (document.encoding or "").lower().replace("_", "-")
        if wide or named.startswith(("utf-16", "utf-32", "utf16", "utf32")) or (b"\r" in head and b"\n" not in head):
            # Where a line ends is not to be seen in the bytes.
            text = decode(document.read(), document.encoding).text
            return iter([line.encode() for line in io.StringIO(text, newline="")])
        first, _, _ = head.partition(b"\n")
        if first.count(b"\0") * 8 > len(first) and not document.encoding:  # a stray one costs its row alone
            raise ReadError(
                "binary", "this is not text (it has NUL bytes); name its reader (--reader, Engine(reader=...))"
            )
        if document.encoding and not head.startswith(MARK):
            self.encoding = document.encoding
            decode(b"text", document.encoding)  # whether there is such an encoding
        return self._unmarked(document)

    @staticmethod
    def _unmarked(document: Document) -> Iterator[bytes | ReadError]:
        for number, line in document.lines(keep_ends=True):
            yield line.removeprefix(MARK) if number == 1 and isinstance(line, bytes) else line


def _ends(line: bytes) -> int:
    """How many lines end in what ends with a line feed or nothing, as editors count them: a lone CR ends one too."""
    return line.endswith(b"\n") + line.count(b"\r") - line.count(b"\r\n")


def rows(document: Document, options: Mapping[str, Any]) -> Iterator[Row | ReadError]:
    """The rows of a table, with the header as the first one; one that cannot be read as an error in its place.

    Raises:
        ReadError: ``binary``, ``encoding``, ``empty`` or ``unreadable``, for the file.
    """
    if csv.field_size_limit() < document.max_bytes:
        # The limit of the whole program, which is only ever raised: a story may well be longer than 128 kB.
        csv.field_size_limit(document.max_bytes)
    lines = Lines(document)
    dialect = _dialect(document, options)
    if document.head(HEAD).removeprefix(MARK)[:4].lower() == b"sep=":
        next(lines)  # what spreadsheets write for themselves, and do not count
    found = dialect.rows(lines)
    number = again = width = 0
    while True:
        lines.begin()
        number += 1
        try:
            cells = next(found)
        except StopIteration:
            return
        except csv.Error as error:
            behind = 0
            if again < AGAIN and len(lines.taken) > 1:
                is_open = "unexpected end of data" in str(error)
                behind = 1 if is_open else lines.begins_again(dialect, width) if "expected after" in str(error) else 0
            yield _wrong(number, error, behind or len(lines.taken), lines.first, goes_on=bool(behind))
            if behind:
                again += 1
                lines.back(behind)
                found = dialect.rows(lines)
        except ReadError as error:
            yield ReadError(error.kind, error.message, f"row {number}", (lines.first, 1))
        else:
            width = width or len(cells)
            if lines.bad is not None:
                yield ReadError(lines.bad.kind, lines.bad.message, f"row {number}", (lines.first, 1))
            elif any("\0" in cell for cell in cells):
                said = "a cell has NUL characters, which no text has"
                yield ReadError("binary", said, f"row {number}", (lines.first, 1))
            else:
                yield Row(number, cells, lines.first, b"".join(lines.taken), lines.encoding, dialect)


def _wrong(number: int, error: csv.Error, lines: int, first: int, *, goes_on: bool) -> ReadError:
    kind, said = _said(str(error), lines, goes_on=goes_on)
    return ReadError(kind, said, f"row {number}", (first, 1))


def _said(words: str, lines: int, *, goes_on: bool) -> tuple[str, str]:
    """Kind and message of what the csv module says of a row.

    Args:
        lines: How many lines of the file are lost with it.
        goes_on: Whether reading goes on behind a quote that is not closed.
    """
    lost = f"; its {lines:,} lines are lost" if lines > 1 else ""
    if goes_on or "unexpected end of data" in words:
        more = "; reading went on in the next line" if goes_on and not lost else ""
        return "csv", f"a quote is opened and never closed{lost}{more}"
    if "expected after" in words:
        return "csv", f"something follows a closing quote; a quote inside a cell is written twice{lost}"
    if "field limit" in words:
        return "too-large", "a cell is too large; is its quote closed? (max-bytes)"
    return "csv", f"is no row of CSV: {words}"[:160]


def _dialect(document: Document, options: Mapping[str, Any]) -> Dialect:
    quote, escape = options.get("quote", '"'), options.get("escape")
    given = options.get("delimiter")
    if given is None and (document.suffix == ".tsv" or document.media_type == "text/tab-separated-values"):
        given = "\t"
    return Dialect(given or _delimiter(document, quote, escape), quote, escape)


def _delimiter(document: Document, quote: str, escape: str | None) -> str:
    """The one that cuts the first rows into most cells, each into as many."""
    head = document.head(HEAD)
    wide = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else document.encoding or "utf-8"
    try:
        text = head.decode(wide, "replace").removeprefix("\ufeff")
    except LookupError:
        return ","
    if text[:4].lower() == "sep=" and text[4:5] in DELIMITERS:
        return text[4:5]
    best, score = ",", (0.0, 0)
    for delimiter in DELIMITERS:
        sizes: list[int] = []
        try:
            for row in Dialect(delimiter, quote, escape).rows(iter(io.StringIO(text, newline=""))):
                if row:
                    sizes.append(len(row))
                if len(sizes) == ROWS:
                    break
        except csv.Error:
            pass  # the head may end inside a row; what came before counts
        if sizes and sizes[0] > 1:
            this = (sizes.count(sizes[0]) / len(sizes), sizes[0])
            best, score = (delimiter, this) if this > score else (best, score)
    return best
