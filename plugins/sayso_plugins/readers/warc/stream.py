"""The bytes of a web archive, unpacked, with a way to go on behind a damaged record."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

from sayso import ContainerLimits, ReadError
from sayso_plugins.readers.containers.streams import Budget

#: Compressed bytes taken at a time, and the most that come out of them at a time.
TAKEN, GIVEN = 32_768, 131_072
MAGIC = b"\x1f\x8b\x08"
#: The first line of a record: of WARC, and of ARC with address, IP address, date, media type, more, and length.
BEGINS = re.compile(
    rb"^(?:WARC/[0-9]|[a-z][a-z0-9+.-]{0,20}:[^\n]{1,8000} [0-9A-Fa-f.:]{2,45} [0-9]{14} [^ \n]{1,200}"
    rb"(?: [^ \n]{1,300}){0,5} [0-9]{1,12}\r?$)",
    re.MULTILINE,
)
#: Places that look like the beginning of a member which are tried in a damaged archive; chance makes one in 16 MB.
TRIES = 2000
#: The longest first line that is recognised.
FIRST = 9_000


class Stream:
    """The bytes of an archive from front to back.

    Args:
        file: The archive, or what is unpacked of it already.
        gzipped: Whether it is a row of gzip members, most often one for each record.

    Raises:
        ReadError: From every method: ``compression`` where the bytes are damaged, ``bomb`` or ``too-large`` beyond
            the limits; once all is taken that came out before.
    """

    def __init__(self, file: BinaryIO, limits: ContainerLimits, *, gzipped: bool) -> None:
        self.file = file
        self.gzipped = gzipped
        #: Of the next byte, in what is unpacked.
        self.offset = 0
        self._budget = Budget(limits, lambda: self._taken)
        self._taken = 0
        self._buffer = b""
        self._at = 0
        self._raw = b""
        self._member: zlib._Decompress | None = None
        #: What stands in the way behind the bytes that came out.
        self._damage: ReadError | None = None
        #: Where members begin, from here on.
        self._edges: list[int] = []
        self._tries = TRIES

    def peek(self, size: int) -> bytes:
        """The next bytes, which stay; fewer at the end, and before damage."""
        try:
            while len(self._buffer) - self._at < size and self._fill():
                pass
        except ReadError:
            if self._at == len(self._buffer):
                raise
        return self._buffer[self._at : self._at + size]

    def all_of(self, size: int) -> bytes:
        """The next bytes, which stay, with no damage among them; fewer at the end."""
        data = self.peek(size)
        if len(data) < size and self._damage is not None:
            raise self._damage
        return data

    def take(self, size: int) -> bytes:
        """The next bytes, fewer at the end of the archive."""
        data = self.peek(size)
        self._pass(len(data))
        return data

    def line(self, longest: int) -> bytes:
        """The next line with its end, or its first `longest` bytes."""
        size = 512
        while True:
            data = self.peek(min(size, longest))
            end = data.find(b"\n")
            if end < 0:
                data = self.all_of(min(size, longest))
            if end >= 0 or len(data) < size or size >= longest:
                return self.take(end + 1 if end >= 0 else len(data))
            size *= 4

    def block(self, size: int, *, keep: bool) -> tuple[bytes, int]:
        """The block of a record and its real length, which is less where the archive or the record ends before.

        Args:
            keep: Whether to give the bytes; else they are passed over.
        """
        parts: list[bytes] = []
        got = 0
        while got < size:
            if self.offset in self._edges and BEGINS.match(self.peek(FIRST)):
                break  # the next record, in a member of its own
            if self._at == len(self._buffer) and not self._fill():
                break
            edge = next((one for one in self._edges if one > self.offset), None)
            until = len(self._buffer) - self._at if edge is None else edge - self.offset
            data = self._buffer[self._at : self._at + min(size - got, until)]
            self._pass(len(data))
            got += len(data)
            if keep:
                parts.append(data)
        return b"".join(parts), got

    def unread(self, data: bytes) -> None:
        """Put bytes back that turned out to belong to what follows."""
        self._buffer, self._at = data + self._buffer[self._at :], 0
        self.offset -= len(data)

    def recover(self) -> bool:
        """Go on to the next place where a record begins; False where there is none."""
        while True:
            data = self.peek(GIVEN)
            found = BEGINS.search(data)
            starts = [found.start()] if found else []
            # Nothing says that the record before ended its last line.
            edges = [one - self.offset for one in self._edges if one - self.offset < len(data)]
            starts += [one for one in edges if one >= 0 and BEGINS.match(data, one)][:1]
            if starts:
                self._pass(min(starts))
                return True
            if len(self.all_of(GIVEN)) < GIVEN:
                return False
            # The line that begins at the end may be cut.
            last = data.rfind(b"\n", 0, GIVEN - 1) + 1
            self._pass(last if last > GIVEN - FIRST else GIVEN - FIRST)

    def next_member(self) -> bool:
        """After damage to the compressed bytes: go on to the next member that begins as a record does."""
        self._buffer, self._at, self._member, self._edges, self._damage = b"", 0, None, [], None
        raw = self._raw[1:]
        while True:
            at = raw.find(MAGIC)
            if at < 0 or len(raw) - at < TAKEN:
                more = self._more()
                if not more and at < 0:
                    self._raw = b""
                    return False
                raw = (raw[at:] if at >= 0 else raw[-2:]) + more
                if more:
                    continue
                at = 0
            raw = raw[at:]
            self._tries -= 1
            if self._tries < 0:
                self._raw = b""
                return False
            try:
                head = zlib.decompressobj(wbits=31).decompress(raw[:TAKEN], FIRST)
            except zlib.error:
                head = b""
            if BEGINS.match(head):
                self._raw = raw
                return True
            raw = raw[1:]

    def _pass(self, size: int) -> None:
        self._at += size
        self.offset += size
        while self._edges and self._edges[0] < self.offset:
            del self._edges[0]

    def _more(self) -> bytes:
        data = self.file.read(TAKEN)
        self._taken += len(data)
        return data

    def _fill(self) -> bool:
        """Take in more bytes; False at the end."""
        if self._damage is not None:
            raise self._damage
        try:
            return self._filled()
        except ReadError as error:
            self._damage = error
            raise

    def _filled(self) -> bool:
        if not self.gzipped:
            return self._give(self.file.read(GIVEN))
        while True:
            if not self._raw:
                self._raw = self._more()
            if not self._raw:
                return self._ended()
            if self._member is None:
                if not self._raw.strip(b"\0"):
                    self._raw = b""  # padding
                    continue
                self._member = zlib.decompressobj(wbits=31)
                self._edges.append(self.offset + len(self._buffer) - self._at)
            if self._give(self._unpacked(self._member)):
                return True

    def _give(self, data: bytes) -> bool:
        self._buffer, self._at = self._buffer[self._at :] + data, 0
        return bool(data)

    def _unpacked(self, member: zlib._Decompress) -> bytes:
        try:
            data = member.decompress(self._raw, GIVEN)
        except zlib.error as error:
            raise ReadError("compression", f"is damaged where it is compressed: {error}"[:160]) from None
        self._raw = member.unused_data if member.eof else member.unconsumed_tail
        if member.eof:
            self._member = None
        self._budget.spend(len(data))
        return data

    def _ended(self) -> bool:
        if self._member is not None:
            self._member = None
            raise ReadError("compression", "ends inside a compressed record; the file was cut off")
        return False
