"""The conformance of readers of lines: hashes, places of errors, and copies of a sample with other lines."""

from __future__ import annotations

import hashlib

import pytest

from sayso import ReadError, reader
from sayso.testing import check_reader

SAMPLE = b"HEAD: Mill to close\n\nThe mill closed.\n####\nHEAD: Ferry sails\n\nThe ferry sails,\nJo Berg said.\n"


def reader_of_items(hashed=None, failing=None, keys=None):
    """A reader of items between rulers, with the hash that it states and the error that it yields."""

    def read(document, reading):
        data = document.read()
        parts = data.split(b"####\n")
        for number, part in enumerate(parts, 1):
            head, _, text = part.decode("utf-8", "replace").partition("\n\n")
            for line in head.splitlines() if keys else ():
                keys(line, head)
            if not text.strip() or "\0" in text:
                yield failing(data) if failing else ReadError("empty", "has no words", f"item {number}")
                continue
            locator = f"item {number}" if len(parts) > 1 else None
            yield reading.draft(document, text, locator=locator, raw_sha256=hashed(data, part) if hashed else None)

    return reader("ruled", "Items between rulers", version="1", suffixes=[".ruled"])(read)


def sha256(data: bytes) -> str:
    """As records have it."""
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "hashed",
    [
        lambda data, part: sha256(data),
        lambda data, part: sha256(part),
        lambda data, part: sha256(part.rstrip(b"\n")),
        lambda data, part: None,
    ],
)
def test_a_hash_of_the_document_or_of_lines_of_it_passes(hashed):
    """All of it, the lines of the item, these without the last line end, or none."""
    check_reader(reader_of_items(hashed), [SAMPLE])


@pytest.mark.parametrize("hashed", ["0" * 64, sha256(SAMPLE.decode().upper().encode())])
def test_a_hash_of_other_bytes_is_named(hashed):
    """Whoever looks for the document by its hash would never find it."""
    with pytest.raises(AssertionError, match=f"raw_sha256 is {hashed[:12]}…, and neither the hash of the bytes"):
        check_reader(reader_of_items(lambda data, part: hashed), [SAMPLE])


def test_the_hash_of_a_document_that_is_one_item_is_that_of_all_of_it():
    """Where no locator says which part is meant, a part is none."""
    one = SAMPLE.partition(b"####\n")[0]
    with pytest.raises(AssertionError, match="and not the hash of the bytes of the document"):
        check_reader(reader_of_items(lambda data, part: sha256(data.partition(b"\n")[0])), [one])
    check_reader(reader_of_items(lambda data, part: sha256(data)), [one])


@pytest.mark.parametrize(
    ("failing", "said"),
    [
        (lambda data: ReadError("empty", "has no words", "line 999999"), "its error is said to be at line 999999, and"),
        (lambda data: ReadError("empty", "has no words", at=(1, 9_999_999)), "its error is said to be at 1:9999999"),
    ],
)
def test_an_error_behind_the_end_of_the_file_is_named(failing, said):
    """Of hostile inputs, and of samples that are meant to fail."""
    with pytest.raises(AssertionError, match=said):
        check_reader(reader_of_items(failing=failing), [SAMPLE])
    with pytest.raises(AssertionError, match=rf"sample 1: {said}"):
        check_reader(reader_of_items(failing=failing), [SAMPLE + b"####\n\n\n"], failures=True)


def test_the_last_line_and_the_end_of_a_line_are_no_places_behind_the_end():
    """An error may be where the next character would be."""

    def at_the_end(data):
        lines = data.split(b"\n")
        return ReadError("empty", "has no words", at=(len(lines), len(lines[-1]) + 1))

    check_reader(reader_of_items(failing=at_the_end), [SAMPLE])


def test_a_reader_that_fails_on_a_line_that_comes_twice_is_named():
    """Copies of a sample have each line twice."""

    def once(line, head):
        if line.startswith("HEAD") and head.count(line) > 1:
            raise ValueError(f"{line[:4]} twice")

    with pytest.raises(AssertionError, match=r"sample 1, each line twice: .*ValueError: HEAD twice"):
        check_reader(reader_of_items(keys=once), [SAMPLE])
