"""The rows of a CSV file, one after the other, each with its bytes."""

from __future__ import annotations

import csv
import hashlib
import io
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

    def back(self) -> None:
        """Give all lines of the row but its first once more."""
        self.again = self.taken[:0:-1]
        self._given -= sum(map(_ends, self.again))

    def _source(self, document: Document) -> Iterator[bytes | ReadError]:
        head = document.head(HEAD)
        wide = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))
        named = (document.encoding or "").lower().replace("_", "-")
        if wide or named.startswith(("utf-16", "utf-32", "utf16", "utf32")) or (b"\r" in head and b"\n" not in head):
            # Where a line ends is not to be seen in the bytes.
            text = decode(document.read(), document.encoding).text
            return iter([line.encode() for line in io.StringIO(text, newline="")])
        if b"\0" in head and not document.encoding:
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
    number = again = 0
    while True:
        lines.begin()
        number += 1
        try:
            cells = next(found)
        except StopIteration:
            return
        except csv.Error as error:
            open_quote = "unexpected end of data" in str(error)
            yield _wrong(number, error, len(lines.taken), lines.first)
            if open_quote and again < AGAIN and len(lines.taken) > 1:
                again += 1
                lines.back()
                found = dialect.rows(lines)
        except ReadError as error:
            yield ReadError(error.kind, error.message, f"row {number}", (lines.first, 1))
        else:
            if lines.bad is not None:
                yield ReadError(lines.bad.kind, lines.bad.message, f"row {number}", (lines.first, 1))
            elif any("\0" in cell for cell in cells):
                said = "a cell has NUL characters, which no text has"
                yield ReadError("binary", said, f"row {number}", (lines.first, 1))
            else:
                yield Row(number, cells, lines.first, b"".join(lines.taken), lines.encoding, dialect)


def _wrong(number: int, error: csv.Error, lines: int, first: int) -> ReadError:
    kind, said = _said(str(error), lines)
    return ReadError(kind, said, f"row {number}", (first, 1))


def _said(words: str, lines: int) -> tuple[str, str]:
    """Kind and message of what the csv module says of a row."""
    if "unexpected end of data" in words:
        more = "; reading went on in the next line" if lines > 1 else ""
        return "csv", f"a quote is opened and never closed{more}"
    if "expected after" in words:
        return "csv", "something follows a closing quote; a quote inside a cell is written twice"
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
