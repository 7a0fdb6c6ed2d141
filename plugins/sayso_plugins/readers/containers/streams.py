"""Streams out of containers that end where a limit is reached, so that a small file cannot become a huge one."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, cast

from sayso import ContainerLimits, Document, ReadError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


#: Bytes that come out of any container, whatever its size.
FLOOR = 10_000_000
#: Bytes of a stream that cannot be opened again which are kept, so that its first bytes can be looked at.
KEPT = 262_144
BUFFER = 65_536


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


class Counting(io.RawIOBase):
    """The bytes of a container, counted as they are taken."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.taken = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill a buffer."""
        view = memoryview(buffer).cast("B")
        data = self.stream.read(len(view))
        view[: len(data)] = data
        self.taken += len(data)
        return len(data)

    def close(self) -> None:
        """Close what it reads."""
        self.stream.close()
        super().close()


class Budget:
    """What may still come out of one container.

    Args:
        size: How many bytes of the container there are, or have been taken.
    """

    def __init__(self, limits: ContainerLimits, size: Callable[[], int]) -> None:
        self.limits = limits
        self.size = size
        self.spent = 0
        #: Whether a limit was reached, so that nothing more comes out.
        self.over = False

    def spend(self, number: int) -> None:
        """Count bytes that came out.

        Raises:
            ReadError: ``bomb`` or ``too-large``.
        """
        self.spent += number
        self.over = True
        if self.spent > FLOOR and self.spent > self.limits.ratio * max(1, self.size()):
            raise ReadError(
                "bomb",
                f"unpacks to more than {self.limits.ratio} times its size; was not read on (ratio under [limits])",
            )
        if self.spent > self.limits.total_bytes:
            raise ReadError(
                "too-large", f"unpacks to more than {self.limits.total_bytes:,} bytes (total-bytes under [limits])"
            )
        self.over = False


class Unpacked(io.RawIOBase):
    """What comes out of a container, within its budget; whatever a broken one raises is a ``compression`` error.

    Args:
        stream: Gives the unpacked bytes; a :class:`Readable`, closed with it if it can be.
        below: What to close with it.
    """

    def __init__(self, stream: Any, budget: Budget, below: tuple[Any, ...] = ()) -> None:
        self.stream = stream
        self.budget = budget
        self.below = below

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill a buffer."""
        view = memoryview(buffer).cast("B")
        try:
            # What came out before something broke is handed over first, and not lost with what would follow.
            data = getattr(self.stream, "read1", self.stream.read)(len(view))
        except ReadError:
            raise
        except Exception as error:  # each kind of compression has errors of its own, and damaged files raise any
            raise broken(error) from None
        view[: len(data)] = data
        self.budget.spend(len(data))
        return len(data)

    def close(self) -> None:
        """Close what it reads."""
        for one in (self.stream, *self.below):
            if hasattr(one, "close"):
                one.close()
        super().close()


def broken(error: Exception) -> ReadError:
    """What to say of a container that cannot be unpacked."""
    words = " ".join(str(error).split()) or type(error).__name__
    return ReadError("compression", f"cannot be unpacked: {words}"[:200])


def buffered(raw: io.RawIOBase) -> BinaryIO:
    """A raw stream as documents give it."""
    return cast(BinaryIO, io.BufferedReader(raw, BUFFER))


def unpacked(
    document: Document, limits: ContainerLimits, decompress: Callable[[BinaryIO], Readable]
) -> Callable[[], BinaryIO]:
    """A way to open what is compressed in a document, each time from its beginning."""

    def opener() -> BinaryIO:
        counting = Counting(document.open())
        stream = decompress(cast(BinaryIO, counting))
        return buffered(Unpacked(stream, Budget(limits, lambda: counting.taken), (counting,)))

    return opener


class Once:
    """Opens a stream that comes only once. Its first bytes can be read again, the rest cannot."""

    def __init__(self, stream: Readable) -> None:
        self.stream = stream
        self.head = bytearray()
        self.gone = False

    def __call__(self) -> BinaryIO:
        """Open it."""
        if self.gone:
            raise ReadError("unreadable", "comes out of its container only once, and was read")
        return buffered(_Replay(self))


class _Replay(io.RawIOBase):
    def __init__(self, once: Once) -> None:
        self.once = once
        self.at = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        once = self.once
        data = bytes(once.head[self.at : self.at + len(view)])
        if not data:
            data = once.stream.read(len(view))
            if self.at + len(data) <= KEPT and not once.gone:
                once.head += data
            else:
                once.gone = True
        view[: len(data)] = data
        self.at += len(data)
        return len(data)


class Joined(io.RawIOBase):
    """Bytes that were taken from a stream, and the rest of it."""

    def __init__(self, head: bytes, stream: Readable) -> None:
        self.head = head
        self.stream = stream

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill a buffer."""
        view = memoryview(buffer).cast("B")
        data = self.head[: len(view)] or self.stream.read(len(view))
        self.head = self.head[len(view) :]
        view[: len(data)] = data
        return len(data)
