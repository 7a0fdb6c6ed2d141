"""The records of a web archive, one after the other; one that is damaged comes as an error in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sayso import Pattern, ReadError
from sayso_plugins.readers.warc.stream import BEGINS, FIRST, Stream

LINE, LINES = 65_536, 1000
ARC_DATE = Pattern(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\Z")
WARC_DATE = Pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z\Z")
DIGITS = Pattern(r"[0-9]{1,15}\Z")
#: Between records stand two line ends in WARC and one in ARC; who writes more or fewer does no harm.
BLANK = b"\r\n"


class Head(NamedTuple):
    """What a record says of itself.

    Attributes:
        kind: As WARC has it; all records of ARC but the first are responses.
        number: From 1, in the order of the file.
        headers: By their names in small letters.
        length: Of its block, in bytes.
        arc: Whether it is of an ARC file, where the media type is that of the page.
    """

    kind: str
    number: int
    headers: Mapping[str, str]
    length: int
    arc: bool = False

    @property
    def locator(self) -> str:
        """Where it is, for people and programs."""
        return f"record {self.number} ({self.id})" if self.id else f"record {self.number}"

    @property
    def id(self) -> str | None:
        """The identifier, without its brackets."""
        return self.headers.get("warc-record-id", "").strip("<> ") or None

    @property
    def uri(self) -> str | None:
        """The address, without the brackets that some programs put round it."""
        return self.headers.get("warc-target-uri", "").strip("<> ") or None

    @property
    def date(self) -> str | None:
        """When it was taken (RFC 3339); None where that is not said, or no such time."""
        given = self.headers.get("warc-date", "")
        return given if WARC_DATE.match(given) else None

    @property
    def media_type(self) -> str:
        """Of the block, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Records:
    """The records of a stream. Whoever takes a head takes its block with :meth:`block` or leaves it."""

    def __init__(self, stream: Stream, longest: int) -> None:
        self.stream = stream
        self.longest = longest
        self.number = 0
        self._head: Head | None = None
        self._arc_fields = 5
        self._over = False

    def __iter__(self) -> Iterator[Head | ReadError]:
        while not self._over:
            try:
                self._finish()
                if not self._skip_blank():
                    return
                self._head = self._next()
                yield self._head
            except ReadError as error:
                yield self._damaged(error)

    def block(self) -> bytes:
        """The block of the record that was given last.

        Raises:
            ReadError: ``too-large``, ``truncated``, ``content-length`` or ``compression``; the next records follow
                all the same.
        """
        head = self._head
        assert head is not None  # noqa: S101 - a head was given before
        if head.length > self.longest:
            raise ReadError(
                "too-large",
                f"larger than {self.longest:,} bytes; raise max-bytes under [limits] in sayso.toml",
                head.locator,
            )
        try:
            return self._passed(head, keep=True)
        except ReadError as error:
            raise self._damaged(error) from None

    def beginning(self, size: int) -> bytes:
        """The first bytes of the block of the record that was given last; they stay.

        Raises:
            ReadError: ``compression``; the next records follow all the same.
        """
        assert self._head is not None  # noqa: S101 - a head was given before
        try:
            return self.stream.all_of(min(size, self._head.length))
        except ReadError as error:
            damage = ReadError(error.kind, error.message, self._head.locator)
            self._head = None
            raise self._damaged(damage) from None

    def _finish(self) -> None:
        """Pass over a block that nobody took."""
        if self._head is not None:
            self._passed(self._head, keep=False)

    def _passed(self, head: Head, *, keep: bool) -> bytes:
        """Go to the end of a block, and see that it is where its record said it would be."""
        self._head = None
        try:
            data, length = self.stream.block(head.length, keep=keep)
            following = self.stream.peek(16).lstrip(BLANK)
            if not following.startswith(b"WARC/1."):
                following = self.stream.peek(FIRST).lstrip(BLANK)
        except ReadError as error:
            raise ReadError(error.kind, error.message, head.locator) from None
        if length == head.length and (not following or BEGINS.match(following)):
            return data
        # Its length may be wrong, and what was taken with it may be records.
        self.stream.unread(data)
        if length < head.length:
            raise ReadError("truncated", f"ends after {length:,} of {head.length:,} bytes", head.locator)
        raise ReadError(
            "content-length", f"does not end after the {head.length:,} bytes that it says it has", head.locator
        )

    def _damaged(self, error: ReadError) -> ReadError:
        """Go on to the next record; the error says where there is none."""
        try:
            found = self._recovered(error)
        except ReadError:
            found = False
        self._over = not found
        end = "" if found else "; no record was found behind it"
        return ReadError(error.kind, error.message + end, error.locator or f"record {max(1, self.number)}")

    def _recovered(self, error: ReadError) -> bool:
        if error.kind in ("bomb", "too-large"):
            return False
        if error.kind == "compression":
            return self.stream.gzipped and self.stream.next_member()
        try:
            return self.stream.recover()
        except ReadError:
            return self.stream.gzipped and self.stream.next_member()

    def _skip_blank(self) -> bool:
        self.number += 1
        size = 8
        while True:
            ahead = self.stream.peek(size)
            if not ahead:
                return False
            blank = len(ahead) - len(ahead.lstrip(BLANK))
            self.stream.take(blank)
            if blank < len(ahead):
                return True
            size = LINE

    def _next(self) -> Head:
        first = self.stream.line(LINE)
        if first.startswith(b"WARC/"):
            return self._warc()
        return self._arc(first)

    def _warc(self) -> Head:
        headers = fields(self._lines())
        locator = Head("", self.number, headers, 0).locator
        kind = headers.get("warc-type", "").lower()
        length = headers.get("content-length", "")
        if not kind:
            raise ReadError("warc", "has no WARC-Type", locator)
        if not DIGITS.match(length):
            raise ReadError("warc", f"its Content-Length is {length!r:.40}, not a number of bytes", locator)
        return Head(kind, self.number, headers, int(length))

    def _lines(self) -> Iterator[bytes]:
        for _ in range(LINES):
            line = self.stream.line(LINE)
            if not line.endswith(b"\n"):
                raise ReadError("truncated", "ends inside its headers")
            if not line.strip():
                return
            yield line
        raise ReadError("warc", f"has more than {LINES} headers")

    def _arc(self, line: bytes) -> Head:
        words = line.decode("utf-8", "replace").strip().rsplit(" ", self._arc_fields - 1)
        is_first = line.startswith(b"filedesc://")
        if is_first:
            words = line.decode("utf-8", "replace").strip().rsplit(" ", 4)
        if len(words) not in (5, 10) or not DIGITS.match(words[-1]) or ":" not in words[0]:
            raise ReadError("warc", f"begins with {line[:60]!r}, which is the head of no record")
        when = ARC_DATE.match(words[2][:14])
        headers = {"warc-target-uri": words[0], "content-type": words[3]}
        if when:
            year, month, day, *clock = when.groups()
            headers["warc-date"] = f"{year}-{month}-{day}T{':'.join(clock)}Z"
        if is_first and self.stream.peek(2).startswith(b"2"):
            self._arc_fields = 10
        return Head("warcinfo" if is_first else "response", self.number, headers, int(words[-1]), arc=True)


def fields(lines: Iterator[bytes]) -> dict[str, str]:
    """Header lines by name in small letters; one that begins with white space goes on with the line before it."""
    found: dict[str, str] = {}
    last = None
    for line in lines:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[:1] in (" ", "\t") and last is not None:
            found[last] += " " + text.strip()
            continue
        name, colon, value = text.partition(":")
        if colon:
            last = name.strip().lower()
            # Of headers that stand twice the first counts, as for browsers.
            found.setdefault(last, value.strip())
    return found
