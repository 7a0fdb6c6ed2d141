"""Bytes to text, saying what was done and where it failed."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from sayso.errors import ReadError

#: Longest mark first, or UTF-32 LE is taken for UTF-16 LE.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Decoded(NamedTuple):
    """A text and how it came from its bytes."""

    text: str
    encoding: str
    normalisation: str


def is_encoding(name: str) -> bool:
    """Whether Python decodes text by this name; ``base64`` is a codec and no encoding of texts."""
    try:
        b"a".decode(name)
    except UnicodeDecodeError:  # one byte is not enough for it
        return True
    except (LookupError, ValueError):
        return False
    return True


def unknown_encoding(name: str) -> str:
    """What to say of a name that is none."""
    return f"there is no encoding {name!r:.80} for texts; use a name such as 'utf-8' or 'cp1252'"


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a file: by its byte order mark, else by `encoding`, else as UTF-8. Line ends are kept.

    A byte order mark is a signature and no part of the text; it is removed and `normalisation` says so.

    Raises:
        ReadError: ``binary`` for bytes that are no text, ``encoding`` with the offset of the first bad byte, ``empty``
            where only a byte order mark is there.
    """
    mark, marked = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", None))
    chosen = marked or encoding or "utf-8"
    if not marked and not encoding and b"\0" in data[:8192]:
        raise ReadError(
            "binary",
            "this is not text (it has NUL bytes); exclude it or name its reader (--reader, Engine(reader=...))",
        )
    try:
        text = data[len(mark) :].decode(chosen)
    except LookupError:
        raise ReadError("encoding", unknown_encoding(chosen)) from None
    except UnicodeDecodeError as error:
        offset = len(mark) + error.start
        if data[offset : offset + 1] == b"\xed" and chosen.lower().replace("_", "-") in ("utf-8", "utf8"):
            raise ReadError("encoding", f"half of a surrogate pair at byte {offset}, which is no text") from None
        raise ReadError(
            "encoding",
            f"not valid {chosen} at byte {offset} (0x{data[offset]:02x}); "
            "save it as UTF-8 or say what it is with --encoding",
        ) from None
    except ValueError as error:  # some encodings, such as idna, name no place
        raise ReadError("encoding", f"not valid {chosen}: {error}"[:200]) from None
    if "\0" in text:
        raise ReadError("binary", "this is not text (it has NUL characters); exclude it")
    if mark and not text.strip():
        raise ReadError("empty", "there is nothing in it but a byte order mark")
    done = f"decoded from {chosen}, line ends kept"
    return Decoded(text, chosen, f"{done}, byte order mark removed ({len(mark)} bytes)" if mark else done)
