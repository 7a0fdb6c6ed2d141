"""Bytes that nobody wants to read, and every reader must answer: with items, or with a ``ReadError``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

#: How many letters the long line has, and how deep the deep things are.
LONG, DEEP = 200_000, 20_000
#: Keys of a sample that are looked at one by one.
KEYS = 25
ODD_VALUES: tuple[object, ...] = (None, "", -1, [], {}, [None], {"": [{}]})


def hostile_inputs(samples: Iterable[bytes] = ()) -> Iterator[tuple[str, bytes]]:
    """What it is and the bytes, the same each time.

    Args:
        samples: What the reader reads, of which broken copies are made.
    """
    yield "nothing", b""
    yield "blanks", b" \n\t\r\n" * 50
    yield "NUL bytes", b"\0" * 1000
    yield "a NUL in a text", b"The mill \0 closed.\n"
    yield "bytes of no encoding", b"\xff\xfe\xfd\x80\x81 caf\xe9 \xc3\x28"
    yield "half of UTF-16", "\ufeffThe mill closed.".encode("utf-16-le")[:-1]
    yield "half a surrogate", b'{"text": "\\ud800 closed"} \xed\xa0\x80'
    yield "only a byte order mark", b"\xef\xbb\xbf"
    yield "control characters", bytes(range(1, 32)) * 10
    yield "one long line", b"word " * (LONG // 5)
    yield "one long word", b"w" * LONG
    yield "nothing but line ends", b"\n" * LONG
    yield "deep JSON lists", b"[" * DEEP
    yield "deep JSON objects", b'{"a":' * DEEP + b"1" + b"}" * DEEP
    yield "deep XML", b"<a>" * DEEP + b"x" + b"</a>" * DEEP
    yield "tags that never end", b"<p" * DEEP
    yield "entities of entities", _entities()
    yield "an entity from a file", b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///no/such/file">]><a>&e;</a>'
    yield "keys that stand twice", b'{"text": "a", "text": "b", "text": null}'
    yield "numbers beyond all bounds", b'{"text": 1e999999, "n": ' + b"9" * 5000 + b"}"
    yield "other types than meant", b'{"text": {"a": []}, "headline": 3, "authors": {"x": [null]}}'
    yield "quotation marks and brackets", '"“”’<>[]{}()&;'.encode() * 200
    yield "writing from right to left", ("\u202e" + "שלום \u2067x\u2069 " * 50).encode()
    for number in range(4):
        yield f"random bytes {number + 1}", hashlib.shake_256(bytes([number])).digest(4096)
    for number, sample in enumerate(samples, 1):
        yield from ((f"sample {number}, {how}", data) for how, data in _broken(sample))


def _entities() -> bytes:
    lines = [b'<!ENTITY e0 "word ">']
    lines += [b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10)]
    return b"<!DOCTYPE a [" + b"".join(lines) + b"]><a>&e9;</a>"


def _broken(sample: bytes) -> Iterator[tuple[str, bytes]]:
    """Copies of a sample that are cut, mixed up or torn."""
    size = len(sample)
    for part in (1, 2, 3):
        yield f"the first {part} quarter{'s' if part > 1 else ''} of it", sample[: size * part // 4]
    yield "without its last byte", sample[:-1]
    yield "without its first byte", sample[1:]
    yield "twice", sample + sample
    lines = sample.splitlines(keepends=True)
    if len(lines) > 1:
        yield "each line twice", b"".join(line + line for line in lines)
        yield "its lines in reverse", b"".join(reversed(lines))
        yield "without every second line", b"".join(lines[::2])
    yield "with NUL bytes", sample[: size // 2] + b"\0\0\0" + sample[size // 2 :]
    yield "in UTF-16", sample.decode("utf-8", "replace").encode("utf-16")
    yield "backwards", sample[::-1]
    noise = hashlib.shake_256(sample).digest(64)
    torn = bytearray(sample)
    for at, value in zip(range(0, size, max(size // 32, 1)), noise, strict=False):
        torn[at] = value
    yield "with other bytes here and there", bytes(torn)
    yield from _other_values(sample)


def _other_values(sample: bytes) -> Iterator[tuple[str, bytes]]:
    """Copies of a JSON object in which a key is absent, or has a value of another kind."""
    try:
        loaded = json.loads(sample)
    except (ValueError, RecursionError):
        return
    if not isinstance(loaded, dict):
        return
    yield "without its keys", b"{}"
    for key in list(loaded)[:KEYS]:
        yield f"without {key!r}", json.dumps({name: loaded[name] for name in loaded if name != key}).encode()
        for value in ODD_VALUES:
            yield f"with {json.dumps(value)} for {key!r}", json.dumps({**loaded, key: value}).encode()
