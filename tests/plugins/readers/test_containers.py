"""Compressed files and archives: what is in them is read by its own reader, and nothing is left out silently."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
import zlib
from typing import Any

import pytest

import sayso_plugins.plugin as bundled
from sayso import Config, ContainerLimits, Document, Engine, Failure, Item, LeftOut

SAID = "The bridge was opened, the city said."
LINES = "\n".join(json.dumps({"text": f"{SAID} {number}"}) for number in range(3)).encode()


def read(data: bytes, name: str, **config: Any) -> tuple[list[Item], list[Failure], list[LeftOut]]:
    """The items, failures and parts left out of a file."""
    left: list[LeftOut] = []
    engine = Engine(Config(**config), plugins=[bundled])
    found = list(engine.items(Document.from_bytes(data, path=name), left.append))
    return [one for one in found if isinstance(one, Item)], [one for one in found if isinstance(one, Failure)], left


def places(items: list[Item]) -> list[str | None]:
    """Where the items are."""
    return [one.record.retrieval.locator for one in items]


def zipped(files: dict[str, bytes], **options: Any) -> bytes:
    """A zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def tarred(files: dict[str, bytes], how: str = "") -> bytes:
    """A tar archive."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=f"w:{how}") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def zstd(data: bytes) -> bytes:
    """Compress as Zstandard does, where it is installed."""
    module: Any = pytest.importorskip("zstandard")
    return bytes(module.compress(data))


@pytest.mark.parametrize(
    ("ending", "compress"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress), ("zst", zstd)]
)
def test_a_compressed_file_is_read_as_what_is_in_it(ending, compress):
    """Lines, a single item and a text come out of each kind of compression, by the name before its ending."""
    items, failures, _ = read(compress(LINES), f"day.jsonl.{ending}")
    assert not failures
    assert places(items) == ["line 1", "line 2", "line 3"]
    assert items[0].record.retrieval.path == f"day.jsonl.{ending}"
    (text,), _, _ = read(compress(SAID.encode()), f"day.txt.{ending}")
    assert (text.text, text.record.content.media_type) == (SAID, "text/plain")


def test_a_compressed_file_without_a_name_is_told_by_its_bytes():
    """Neither outside nor inside a name is needed where the bytes say enough; gzip may note one."""
    assert len(read(gzip.compress(LINES), "day")[0]) == 3
    noted = io.BytesIO()
    with gzip.GzipFile("day.csv", "wb", fileobj=noted) as file:
        file.write(f'text\n"{SAID}"\n'.encode())
    assert places(read(noted.getvalue(), "day.gz")[0]) == ["row 2"]


def test_the_files_of_an_archive_have_their_places():
    """Each file is read by its own reader and named by its path in the archive, with the place inside of it."""
    files = {
        "b/day.jsonl": LINES,
        "a.txt": SAID.encode(),
        "c.json.gz": gzip.compress(json.dumps({"text": SAID}).encode()),
    }
    expected = ["b/day.jsonl, line 1", "b/day.jsonl, line 2", "b/day.jsonl, line 3", "a.txt", "c.json.gz"]
    for name, data in {
        "a.zip": zipped(files),
        "a.tar": tarred(files),
        "a.tar.gz": tarred(files, "gz"),
        "a.tgz": tarred(files, "gz"),
        "a.tar.bz2": tarred(files, "bz2"),
        "a.tar.xz": tarred(files, "xz"),
        "a": tarred(files, "gz"),
    }.items():
        items, failures, left = read(data, name)
        assert (places(items), failures, left) == (expected, [], []), name


def test_what_is_no_document_is_left_out_and_counted():
    """Pictures, hidden files and links are left out, added up by their reason, with the archive they are in."""
    files = {"a.txt": SAID.encode(), "b.png": b"1", "c.png": b"2", ".hidden": b"3", "__MACOSX/a.txt": b"4"}
    items, failures, left = read(zipped(files), "a.zip")
    assert (len(items), failures) == (1, [])
    assert sorted(map(str, left)) == [
        "a.zip: skipped 2 files (.png): no reader reads them",
        "a.zip: skipped 2 files: is hidden",
    ]
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    _, _, left = read(made.getvalue(), "a.tar")
    assert [(one.detail, one.reason) for one in left] == [("link", "is no regular file")]


def test_a_path_that_leads_out_of_an_archive_is_only_a_name():
    """Names with dots, from the root and with bytes that are no text are read; nothing is written anywhere."""
    items, failures, _ = read(zipped({"../../etc/a.txt": SAID.encode(), "/etc/b.txt": SAID.encode()}), "a.zip")
    assert (places(items), failures) == (["../../etc/a.txt", "/etc/b.txt"], [])


def test_a_reader_that_is_named_reads_what_is_in_an_archive():
    """--reader and a path's reader mean the documents in a container, not the container."""
    data = zipped({"a.wire": SAID.encode()})
    assert read(data, "a.zip")[2][0].detail == ".wire"
    engine = Engine(reader="plaintext", plugins=[bundled])
    (item,) = engine.items(Document.from_bytes(data, path="a.zip"))
    assert isinstance(item, Item)
    assert item.text == SAID


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_containers_lie_in_each_other_as_deep_as_is_allowed(depth):
    """Two levels are read; the third is a failure that says how to allow it, and the configuration allows it."""
    data, name = LINES, "a.jsonl"
    for _ in range(depth):
        data, name = gzip.compress(data), f"{name}.gz"
    items, failures, _ = read(data, name)
    assert (len(items), [one.error for one in failures]) == ((3, []) if depth < 3 else (0, ["nesting"]))
    assert len(read(data, name, containers=ContainerLimits(depth=3))[0]) == 3


def test_an_encrypted_file_is_refused_by_its_name():
    """A file under a password is a failure; the others are read."""
    data = bytearray(zipped({"a.txt": SAID.encode(), "b.txt": SAID.encode()}))
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flag] |= 1
    items, failures, _ = read(bytes(data), "a.zip")
    assert places(items) == ["b.txt"]
    assert [(one.locator, one.error) for one in failures] == [("a.txt", "encrypted")]


@pytest.fixture(scope="module")
def blanks() -> bytes:
    """Sixty megabytes of blanks."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(compressor.compress(b" " * 1_000_000) for _ in range(60)) + compressor.flush()


@pytest.mark.parametrize("how", ["", "gz"])
@pytest.mark.parametrize(("size", "whole_files"), [(1024, 1), (1100, 1), (1540, 1), (1600, 2), (3072, 3)])
def test_a_tar_archive_without_its_end_is_damaged(size, whole_files, how):
    """Whether it ends inside a file, inside a head or between two, what came before is read and the rest is told."""
    whole = tarred({f"{number}.txt": SAID.encode() for number in range(3)})[:size]
    items, failures, _ = read(gzip.compress(whole) if how else whole, "a.tar.gz" if how else "a.tar")
    assert len(items) == whole_files
    assert {one.error for one in failures} == {"compression"}


def test_a_damaged_head_in_a_tar_archive_is_no_end():
    """A head that is none is told with its place, as what stands behind it is not read."""
    whole = bytearray(tarred({f"{number}.txt": SAID.encode() for number in range(3)}))
    whole[1024:1536] = b"?" * 512
    items, failures, _ = read(bytes(whole), "a.tar")
    assert places(items) == ["0.txt"]
    assert "at byte 1,024 no file begins" in failures[0].message


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.txt", "a.csv", "a.warc", "a.tar", "a"])
def test_a_gzip_bomb_is_refused_within_its_limits(blanks, name):
    """Sixty megabytes of blanks in sixty kilobytes end in one failure, whatever they claim to be."""
    items, failures, _ = read(blanks, f"{name}.gz")
    assert not items
    assert len(failures) == 1
    assert failures[0].error in ("bomb", "no-reader", "warc", "empty")


def overlapping(number: int) -> bytes:
    """A zip archive whose list names one file many times."""
    compressor, raw = zlib.compressobj(9, zlib.DEFLATED, -15), b"a" * 3_000_000
    packed = compressor.compress(raw) + compressor.flush()
    sizes, name = (zlib.crc32(raw), len(packed), len(raw), 7), b"a.jsonl"
    made = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, *sizes, 0) + name + packed
    listed = (struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0, *sizes, 0, 0, 0, 0, 0, 0) + name) * number
    return made + listed + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, number, number, len(listed), len(made), 0)


def test_a_zip_that_names_one_file_many_times_gives_no_more_than_its_ratio():
    """What all entries give together counts: the fourth is refused, and what follows is counted and not opened."""
    _, failures, left = read(overlapping(50), "a.zip")
    assert [one.error for one in failures] == ["json", "json", "json", "bomb"]
    assert [(one.kind, one.number) for one in left] == [("file", 46)]


def test_the_limits_are_those_of_the_configuration():
    """Members, bytes in all and the ratio can each be set, and the failure names the setting."""
    data = zipped({f"{number}.txt": SAID.encode() for number in range(5)})
    for limits, word in (
        (ContainerLimits(members=4), "members"),
        (ContainerLimits(total_bytes=100), "total-bytes"),
    ):
        failures = read(data, "a.zip", containers=limits)[1]
        assert failures
        assert word in failures[-1].message
    _, (failure,), _ = read(
        tarred({f"{number}.txt": SAID.encode() for number in range(5)}), "a.tar", containers=ContainerLimits(members=4)
    )
    assert "members" in failure.message
    _, (failure,), _ = read(gzip.compress(SAID.encode() * 1000), "a.txt.gz", max_bytes=1000)
    assert failure.error == "too-large"


def test_what_is_cut_off_keeps_what_came_before():
    """Lines that came out of a damaged file are items; the rest is one failure with its place."""
    lines = b"\n".join(json.dumps({"text": f"{SAID} {number} {number * 7919}"}).encode() for number in range(3_000))
    data = gzip.compress(lines)
    items, failures, _ = read(data[: len(data) // 2], "a.jsonl.gz")
    assert len(items) > 100
    assert [one.error for one in failures] == ["compression"]
    files = {"a.txt": SAID.encode(), "b.txt": SAID.encode() * 100}
    for name, whole in (("a.tar", tarred(files)), ("a.zip", zipped(files))):
        items, failures, _ = read(whole[:1600] if name == "a.tar" else whole[:-30], name)
        assert {one.error for one in failures} == {"compression"}, name
        assert len(items) == (name == "a.tar")


def test_what_stands_behind_a_compressed_file_costs_nothing_before_it():
    """Lines are items, and what follows them a failure; of one document nobody knows whether it is whole."""
    items, failures, _ = read(gzip.compress(LINES + b"\n") + b"xx", "a.jsonl.gz")
    assert ([one.error for one in failures], len(items)) == (["compression"], 3)
    items, failures, _ = read(gzip.compress(b'{"text": "It closed, he said."}') + b"xx", "a.json.gz")
    assert ([one.error for one in failures], items) == (["compression"], [])
    items, failures, _ = read(gzip.compress(LINES[:-20]) + gzip.compress(LINES[-20:]) + b"\0" * 512, "a.jsonl.gz")
    assert (failures, len(items)) == ([], 3)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_lines_in_wide_encodings(encoding):
    """The bytes do not show where a line ends; the lines are items all the same, packed or not."""
    text = ("" if encoding[-1].isdigit() else "\ufeff") + LINES.decode().replace("bridge", "br\u0a0adge")
    for data, name in ((text.encode(encoding), "a.jsonl"), (gzip.compress(text.encode(encoding)), "a.jsonl.gz")):
        items, failures, _ = read(data, name)
        assert (failures, places(items)) == ([], ["line 1", "line 2", "line 3"])
        assert items[2].record.text == SAID.replace("bridge", "br\u0a0adge") + " 2"


def test_a_wrong_checksum_is_found():
    """A file of an archive whose bytes changed is a failure with its name; the others are read."""
    data = bytearray(zipped({"a.txt": SAID.encode(), "b.txt": SAID.encode()}, compresslevel=0))
    data[data.index(b"bridge")] = ord("B")
    items, failures, _ = read(bytes(data), "a.zip")
    assert (places(items), [(one.locator, one.error) for one in failures]) == (["b.txt"], [("a.txt", "compression")])


def test_an_archive_without_files_is_no_success():
    """Nothing to read is said."""
    for name, data in (("a.zip", zipped({})), ("a.tar", tarred({}) + b"\0" * 10240)):
        _, failures, _ = read(data, name)
        assert {one.error for one in failures} <= {"empty", "no-reader"}, name
        assert failures, name


@pytest.mark.parametrize(("blank", "name"), [(b"\n", "a"), (b"\r\n\r\n", "a.dat"), (b"", "a")])
def test_blank_lines_do_not_hide_an_archive_or_a_box(blank, name):
    """A web archive or a box of letters with a page in it is no page, with and without blank lines before."""
    page = b"<html><body><p>The mill closed, sources said.</p></body></html>"
    record = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
    letter = b"From a@b Mon May  4 09:00:00 2026\nFrom: Jo Berg <jo@norbank.example>\nContent-Type: text/html\n\n%b\n"
    for data, locator in ((record % (len(page), page), "record 1"), (letter % page, "message 1")):
        (found,) = Engine(plugins=[bundled]).items(Document.from_bytes(blank + data, path=name))
        assert isinstance(found, Item)
        assert found.record.retrieval.locator == locator


def test_a_letter_with_a_page_in_it_is_a_letter():
    """Headers come first in a newsletter, whatever follows, and are unmistakable."""
    data = (
        b"From: Jo Berg <jo@norbank.example>\nSubject: Mill\nContent-Type: text/html\n\n<html><p>The mill closed.</p>"
    )
    (found,) = Engine(plugins=[bundled]).items(Document.from_bytes(data))
    assert isinstance(found, Item)
    assert found.record.content.media_type == "message/rfc822"
