"""What a draft refuses does not make a bundled reader crash: each value of each sample, made into one that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import Document, Engine, Failure, Item
from sayso.readers.choose import choose
from sayso.readers.fitting import unfit_record
from sayso.testing.readers import CRASHES

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
ENGINE = Engine(own_only=True)
#: What stands for one value: a text of JSON or of an attribute, words between tags, a cell, a header.
VALUES = re.compile(
    rb"""(?<=")[^"<>\n]{1,300}(?=")|(?<=>)[^<>]{1,300}(?=<)|(?<=:[ ])[^"\n]{1,300}(?=\r?\n)
    |(?<=[,;\t])[^"\n,;\t]{1,300}(?=[,;\t\n])""",
    re.VERBOSE,
)
ODD = (b"", b" ", b"04/05/2026", b"2026-99-99T99:99", b"no address", b"-1", "\u202e\u00a0".encode(), b"&#0;&#xD800;")
#: How many values of a sample are tried, evenly spread.
MOST = 8


def broken(data: bytes) -> Iterator[bytes]:
    """Copies of a sample in which one value is odd, and one in which all are blank."""
    found = list(VALUES.finditer(data))
    for number, match in enumerate(found[:: len(found) // MOST + 1]):
        odd = ODD[number % len(ODD)]
        yield data[: match.start()] + odd + data[match.end() :]
    yield from (VALUES.sub(odd.replace(b"\\", b""), data) for odd in ODD)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_values_that_are_none_are_left_out_or_refused_and_crash_nobody(path):
    """Items come, or failures that name what is wrong; no reader breaks its own contract, and no record holds such."""
    document = Document.from_path(path)
    reader = choose(document, ENGINE.readers)
    if reader.lacks:
        pytest.skip(reader.remedy)
    for data in broken(path.read_bytes()):
        for one in ENGINE.items(Document.from_bytes(data, path=path.name)):
            if isinstance(one, Failure):
                assert one.error not in CRASHES, (str(one), data)
            else:
                assert isinstance(one, Item)
                assert unfit_record(one.record) is None, data
