"""Archives: many documents in one file, each read by the reader of its own kind."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from sayso import Document, LeftOut, ReadError, Reading
from sayso_plugins.readers.containers.compressed import DECOMPRESS
from sayso_plugins.readers.containers.kinds import compression
from sayso_plugins.readers.containers.streams import Budget, Once, Unpacked, broken, buffered, unpacked

if TYPE_CHECKING:
    import tarfile
    import zipfile

#: Bytes of the list of a zip archive for each file it may hold. The list is held in memory.
LISTED = 200
#: Folders that programs leave in archives, with copies of what they know of each file.
NEVER = ("__MACOSX/",)


def zip_documents(document: Document, reading: Reading) -> Iterator[Document | ReadError | LeftOut]:
    """The files of a zip archive in the order of its list."""
    import zipfile

    seekable = document.opener is None
    with document.open() if seekable else BytesIO(document.read()) as file:
        size = file.seek(0, 2)
        _refuse_many(file, size, reading.limits.members)
        try:
            archive = zipfile.ZipFile(file)
        except Exception as error:  # damaged lists raise anything
            raise broken(error) from None
        budget = Budget(reading.limits, lambda: size)
        files = [info for info in archive.infolist() if not info.filename.endswith("/")]
        if not files:
            raise ReadError("empty", "there are no files in it")
        for number, info in enumerate(files):
            if budget.over:
                yield LeftOut("file", "the archive unpacks to more than it may", number=len(files) - number)
                return
            left = _left(info.filename, stat.S_IFMT(info.external_attr >> 16))
            if left is not None:
                yield left
            elif info.flag_bits & 1:
                yield ReadError("encrypted", "is encrypted; unpack it with its password", _shown(info.filename))
            else:
                yield _member(document, info.filename, opener=_opener(archive, info, budget))


def _opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Callable[[], BinaryIO]:
    def opener() -> BinaryIO:
        try:
            stream = archive.open(info)
        except Exception as error:  # an unknown compression, a header that is damaged or elsewhere
            raise broken(error) from None
        return buffered(Unpacked(cast(BinaryIO, stream), budget))

    return opener


def _refuse_many(file: BinaryIO, size: int, members: int) -> None:
    """Refuse an archive whose list is too long, before it is read into memory.

    Raises:
        ReadError: ``too-many``.
    """
    file.seek(max(0, size - 66_000))
    tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 22:
        return
    number, length = int.from_bytes(tail[end + 10 : end + 12], "little"), _long(tail, end + 12, 4)
    large = tail.rfind(b"PK\x06\x06", 0, end)
    if large >= 0 and len(tail) >= large + 56:
        number, length = max(number, _long(tail, large + 32, 8)), max(length % 0xFFFFFFFF, _long(tail, large + 40, 8))
    if number > members or length > max(members * LISTED, LISTED * 100):
        raise _too_many(members)


def _long(data: bytes, start: int, size: int) -> int:
    return int.from_bytes(data[start : start + size], "little")


def tar_documents(document: Document, reading: Reading) -> Iterator[Document | ReadError | LeftOut]:
    """The files of a tar archive as they come; it is read once, from front to back."""
    import tarfile

    from sayso_plugins.readers.containers.tar_heads import Head

    kind = compression(document.head(16))
    stream = unpacked(document, reading.limits, DECOMPRESS[kind])() if kind else document.open()
    with stream:
        number = 0
        try:
            with tarfile.open(fileobj=stream, mode="r|", tarinfo=Head) as archive:
                for info in archive:
                    # The list of what has passed is no use here, and grows.
                    archive.members = []  # type: ignore[attr-defined]
                    number += not info.isdir()
                    if number > reading.limits.members:
                        raise _too_many(reading.limits.members)
                    if not info.isdir():
                        yield _tarred(document, archive, info)
        except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
            raise broken(error) from None
        if not number:
            raise ReadError("empty", "there are no files in it")


def _tarred(document: Document, archive: tarfile.TarFile, info: tarfile.TarInfo) -> Document | ReadError | LeftOut:
    left = _left(info.name, 0 if info.isreg() else stat.S_IFLNK if info.issym() or info.islnk() else stat.S_IFBLK)
    if left is not None:
        return left
    if info.issparse():
        return LeftOut("file", "has holes, which no text has", "sparse")
    file = archive.extractfile(info)
    if file is None:
        return LeftOut("file", "has no content of its own", "special")
    if info.size > document.max_bytes:
        return _member(document, info.name, opener=Once(cast(BinaryIO, file)))
    try:
        return _member(document, info.name, data=file.read())
    except ReadError as error:
        return ReadError(error.kind, error.message, _shown(info.name))
    except Exception as error:  # the archive ends inside the file
        return ReadError("compression", broken(error).message, _shown(info.name))


def _left(name: str, mode: int) -> LeftOut | None:
    """What is no document: links, devices, and files that folders too would hide."""
    if mode not in (0, stat.S_IFREG):
        return LeftOut("file", "is no regular file", "link" if mode == stat.S_IFLNK else "special")
    if name.startswith(NEVER) or name.rpartition("/")[2].startswith("."):
        return LeftOut("file", "is hidden")
    return None


def _member(document: Document, name: str, **given: Any) -> Document:
    shown = _shown(name)
    return document.inner(shown, shown, among_others=True, **given)


def _shown(name: str) -> str:
    """A name as text: what is no UTF-8 in it is replaced. It is only shown; nothing is opened by it."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _too_many(members: int) -> ReadError:
    return ReadError(
        "too-many", f"holds more than {members:,} files; the others were not read (members under [limits])"
    )
