"""Web archives: the pages in them, each with its address, its time and its place."""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import Any

import pytest

import sayso_plugins.plugin as bundled
from sayso import Config, Document, Draft, Engine, Failure, Item, LeftOut, Reading, decode, hookimpl, reader

SAMPLE = Path(__file__).parent / "samples" / "warc" / "2026-05-04-larkmoor.warc"
SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).resolve().parents[4] / "shared")


@reader("pages", "Pages as they are", version="1")
def pages(document: Document, reading: Reading):
    """Stands for a reader of pages: one item with the page as its text."""
    yield Draft(document, decode(document.read(), document.encoding).text, reading.plugin, reading.pack)


class Stub:
    """A plugin with that reader."""

    __name__ = "stub"

    @hookimpl
    def sayso_readers(self):
        """Offer it."""
        return [pages]


def read(source: Any, name: str = "a.warc", **options: Any) -> tuple[list[Item], list[Failure], list[LeftOut]]:
    """The items, failures and parts left out of an archive."""
    left: list[LeftOut] = []
    engine = Engine(Config(reader={"warc": options}), plugins=[bundled, Stub()], reader="pages")
    if isinstance(source, bytes):
        source = Document.from_bytes(source, path=name)
    found = list(engine.items(source, left.append))
    return [one for one in found if isinstance(one, Item)], [one for one in found if isinstance(one, Failure)], left


def numbers(items: list[Any]) -> list[int]:
    """The records that items or failures are of."""
    return [int((one.record.retrieval.locator if isinstance(one, Item) else one.locator).split()[1]) for one in items]


@pytest.fixture(scope="module")
def sample() -> bytes:
    return SAMPLE.read_bytes()


def packed(data: bytes, *, each: bool = True) -> bytes:
    """The records as gzip members, or all in one."""
    if not each:
        return gzip.compress(data, mtime=0)
    _, *records = data.split(b"WARC/1.0\r\n")
    return b"".join(gzip.compress(b"WARC/1.0\r\n" + record, mtime=0) for record in records)


def test_pages_have_their_address_time_and_place(sample):
    """A page's retrieval names the address, when it was taken, and the record with its identifier."""
    item = read(sample)[0][0]
    retrieval = item.record.retrieval
    assert "opened on Sunday" in item.text
    assert retrieval.uri == "https://larkmoor.example/news/3"
    assert retrieval.retrieved_at == "2026-05-04T08:30:00Z"
    assert retrieval.locator == "record 3 (urn:uuid:00000000-0000-4000-8000-000000000003)"
    assert retrieval.path == "a.warc"


@pytest.mark.parametrize("form", ["plain", "members", "one member"])
def test_records_that_lie_fail_and_the_others_are_read(sample, form):
    """Of twelve records four are pages, two lie about their length, and the rest is left out with a reason."""
    data = sample if form == "plain" else packed(sample, each=form == "members")
    items, failures, left = read(data, "a.warc" if form == "plain" else "a.warc.gz")
    assert numbers(items) == [3, 8, 10, 12]
    assert numbers(failures) == [7, 9]
    assert {one.error for one in failures} <= {"content-length", "truncated"}
    assert sum(one.number or 0 for one in left) == 6
    reasons = {one.detail: one.reason for one in left}
    assert set(reasons) == {
        "warcinfo",
        "request",
        "revisit",
        "response image/png",
        "HTTP status 301",
        "WARC-Truncated: length",
    }


def test_the_encoding_of_the_response_is_used(sample):
    """A page in Latin-1 is decoded as its response says."""
    assert "café" in read(sample)[0][1].text


def test_a_page_that_was_cut_off_is_read_on_demand(sample):
    """The option truncated of [reader.warc] reads pages of which only the beginning was kept."""
    assert numbers(read(sample, truncated=True)[0]) == [3, 8, 10, 11, 12]


def test_what_counts_as_a_page_can_be_configured(sample):
    """Another media type counts as a page where the configuration says so."""
    _, _, left = read(sample, pages=["image/png"])
    assert "response text/html" in {one.detail for one in left}


@pytest.mark.parametrize("at", range(1, 60, 7))
def test_a_damaged_member_takes_no_other_with_it(sample, at):
    """Whatever byte of the third member changes, the pages behind it are read and something is said of it."""
    records = [b"WARC/1.0\r\n" + one for one in sample.split(b"WARC/1.0\r\n")[1:]]
    members = [bytearray(gzip.compress(one, mtime=0)) for one in records]
    members[2][at * len(members[2]) // 60] ^= 0x55
    items, failures, _ = read(b"".join(map(bytes, members)), "a.warc.gz")
    assert [one.record.retrieval.uri.rpartition("/")[2] for one in items][-3:] == ["8", "10", "12"]
    assert len(items) == 4 or len(failures) == 3


def test_a_member_that_is_cut_off_takes_neither_neighbour_with_it(sample):
    """Of small members one after the other, the one before damage is read, and the damaged one is named."""
    page = b"WARC/1.0\r\n" + sample.split(b"WARC/1.0\r\n")[3]
    member = gzip.compress(page, mtime=0)
    items, failures, _ = read(member + member[:50] + member, "a.warc.gz")
    assert numbers(items) == [1, 3]
    assert [(one.error, one.locator) for one in failures] == [("compression", "record 2")]


def test_an_archive_that_is_cut_off_keeps_what_came_before(sample):
    """At whatever byte it ends, the pages before it are read and the end is a failure, unless it ends between two."""
    data = packed(sample)
    for end in range(60, len(data), 97):
        items, failures, left = read(data[:end], "a.warc.gz")
        assert len(items) + len(failures) + sum(one.number or 0 for one in left) >= 1
        assert "reader-crash" not in {one.error for one in failures}


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
PACKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"


def archived(block: bytes) -> bytes:
    """An archive of one response."""
    head = b"WARC/1.1\r\nwarc-type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n" % len(
        block
    )
    return head + block + b"\r\n\r\n"


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (CHUNKED + b"5\r\n<p>a \r\n3;x=y\r\nb c\r\n0\r\n\r\n", "<p>a b c"),
        (CHUNKED + b"<p>not in chunks", "<p>not in chunks"),
        (PACKED + gzip.compress(b"<p>packed", mtime=0), "<p>packed"),
        (PACKED + b"<p>not packed", "<p>not packed"),
        (b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>bare line ends", "<p>bare line ends"),
        (b"HTTP/1.1 200\r\n\r\n<!DOCTYPE html><p>no type", "<!DOCTYPE html><p>no type"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=nonsense\r\n\r\n<p>a", "<p>a"),
        (b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Type:\r\n text/html\r\n\r\n<p>folded", "<p>folded"),
    ],
)
def test_bodies_are_what_was_sent(block, text):
    """Chunks and compression are undone, and only where they are there."""
    (item,), failures, _ = read(archived(block))
    assert not failures
    assert item.text == text


@pytest.mark.parametrize(
    ("block", "error"),
    [
        (CHUNKED + b"5\r\n<p>a \r\nzz\r\nb c", "http"),
        (PACKED + gzip.compress(b"<p>packed" * 99, mtime=0)[:-20], "http"),
        (PACKED + gzip.compress(b"<p>" * 9_000_000, mtime=0), "too-large"),
        (b"no response at all", "http"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: rot13\r\n\r\n<p>a", "http"),
    ],
)
def test_a_body_that_is_damaged_is_a_failure(block, error):
    """A page that cannot be unpacked fails, and the next one is read."""
    good = archived(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>good")
    items, failures, _ = read(archived(block) + good)
    assert [one.text for one in items] == ["<p>good"]
    assert [one.error for one in failures] == [error]


def test_arc_files():
    """The older format is read too, with its dates as times."""
    block = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>An old page."
    about = b"1 0 Larkmoor\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://a.arc 0.0.0.0 20010203040506 text/plain %d\n" % len(about) + about + b"\n"
    page = b"http://larkmoor.example/a b 192.0.2.1 20010203040506 text/html %d\n" % len(block) + block + b"\n"
    (item, _), failures, _ = read(head + page + page, "a.arc")
    assert not failures
    assert (item.record.retrieval.uri, item.record.retrieval.retrieved_at) == (
        "http://larkmoor.example/a b",
        "2001-02-03T04:05:06Z",
    )


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n\r\n" * 5000,
        b"WARC/1.0\r\n" + b"a: b\r\n" * 100_000,
        b"WARC/1.0\r\n" + b"a" * 2_000_000,
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\n" + b"a" * 100_000,
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -1\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * 5000,
        b"WARC/1.0\r\n\r\n" + b"a: 11 12345678901234 x 1 " * 50_000,
        b"WARC/1.0\r\n\0\0\0" + b"\0" * 500_000,
    ],
)
def test_hostile_archives_end_in_failures_or_reasons(data):
    """Records without end, without type and without length: each is said, none is an item."""
    items, failures, left = read(data)
    assert not items
    assert failures or left
    assert "reader-crash" not in {one.error for one in failures}


def test_archives_of_others():
    """Archives of two public suites: as many pages as the reference library finds, or a failure that says why not."""
    folder = SHARED / "corpus/warc"
    if not folder.is_dir():
        pytest.skip("the material shared by developers is not beside this clone")
    pages_in = {
        file.name: (len(found[0]), len(found[1]))
        for file in sorted(folder.rglob("*arc*"))
        if file.is_file() and (found := read(file))
    }
    assert pages_in["cc.warc.gz"] == (1, 0)
    assert pages_in["example-bad-non-chunked.warc.gz"] == (1, 0)
    assert pages_in["example-iana.org-chunked.warc"] == (1, 0)
    assert pages_in["example-trunc.warc"] == (0, 1)
    assert pages_in["bad.arc"] == (0, 3)
    assert sum(items for items, _ in pages_in.values()) == 10


def test_bodies_are_those_of_the_reference_library():
    """Where warcio is installed, its bodies of the pages of the sample's whole records are ours."""
    pytest.importorskip("warcio")
    from warcio.archiveiterator import ArchiveIterator

    folder = SHARED / "corpus/warc"
    if not folder.is_dir():
        pytest.skip("the material shared by developers is not beside this clone")
    for name in (
        "example.warc.gz",
        "example-iana.org-chunked.warc",
        "example.arc",
        "example-wget-bad-target-uri.warc.gz",
    ):
        file = next(folder.rglob(name))
        with open(file, "rb") as opened:
            theirs = [
                record.content_stream().read()
                for record in ArchiveIterator(opened)
                if record.rec_type == "response" and "html" in (record.http_headers.get_header("content-type") or "")
            ]
        assert [item.text.encode() for item in read(file)[0]] == theirs, name
