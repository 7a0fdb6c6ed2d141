"""Pages with odd bytes, pages without words, and hostile ones."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("selectolax")

import sayso

SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).resolve().parents[4] / "shared") / "corpus"


def read(data: bytes | str, **given: Any) -> sayso.Record:
    raw = data.encode() if isinstance(data, str) else data
    return sayso.Engine().normalize(sayso.Document(data=raw, media_type="text/html", path="a.html", **given))


def fails(data: bytes | str, **given: Any) -> str:
    raw = data.encode() if isinstance(data, str) else data
    with pytest.raises(sayso.ReadError) as caught:
        sayso.Engine().normalize(sayso.Document(data=raw, media_type="text/html", path="a.html", **given))
    return caught.value.kind


@pytest.mark.parametrize(
    ("data", "done"),
    [
        (b'<meta charset="utf-8"><title>M\xc3\xbchle</title>', "decoded from utf-8"),
        (b'<meta charset="iso-8859-1"><title>M\xfchle</title>', "decoded from cp1252 (as declared)"),
        (b'<meta charset="iso-8859-1"><title>M\xc3\xbchle</title>', "decoded from utf-8, not cp1252 as declared"),
        (
            b'<meta charset="utf-8"><title>M\xfchle</title>',
            "decoded from cp1252 (not utf-8 at byte 30, not utf-8 as declared)",
        ),
        (b"\xef\xbb\xbf<title>M\xc3\xbchle</title>", "decoded from utf-8 (byte order mark removed)"),
        ("<title>Mühle</title>".encode("utf-16"), "decoded from utf-16-le (byte order mark removed)"),
        (
            "<meta charset=koi8-r><title>Mühle</title>".replace("ü", "я").encode("koi8-r"),
            "decoded from koi8-r (as declared)",
        ),
    ],
)
def test_encodings(data: bytes, done: str) -> None:
    """Marks beat declarations, and a declaration that the bytes contradict does not count."""
    prose = "<article><p>" + "The mill will close in the autumn. " * 12 + "</p></article>"
    record = read(data + (prose.encode("utf-16-le") if b"\0" in data else prose.encode()))
    assert record.headline.value in ("Mühle", "Mяhle")
    assert record.content.normalisation.split(";")[0] == done


def test_pages_without_words_say_why() -> None:
    """Frames, pages that scripts fill, and empty ones are told apart."""
    assert fails("<html><head><title>a</title></head><frameset><frame src=b.html></frameset></html>") == "frames"
    assert (
        fails("<html><head><title>App</title><script src=a.js></script></head><body><div id=root></div></body>")
        == "no-text"
    )
    assert fails("<html><head></head><body></body></html>") == "empty"
    assert fails(b"   ") == "empty"
    assert fails(b"<html>" + b"\0" * 4000) == "binary"
    assert fails(b"GIF89a" + b"\0" * 4000) == "no-reader"


def test_pages_are_known_by_their_first_bytes() -> None:
    """A page without a name is read as one, and what only looks like one is not."""
    from sayso_plugins.readers.html.recognise import is_page

    for page in (
        b"<!DOCTYPE html><html>",
        b"\xef\xbb\xbf <html lang=en>",
        b"<!-- c --><HTML>",
        b"<p>Hello",
        "<html>".encode("utf-16"),
        b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>',
        b"Warning: x<br>\n<!doctype html>",
    ):
        assert is_page(page), page
    for other in (
        b'<?xml version="1.0"?><rss version="2.0">',
        b"<feed xmlns='http://www.w3.org/2005/Atom'>",
        b'{"a": "<html>"}',
        b"WARC/1.0\r\n<html>",
        b"<newsItem>",
        b'<!DOCTYPE html><rss version="2.0">',
        b"<nitf>",
        b"A plain text.",
        b"---\ntitle: a\n---\n<p>",
        b"",
        b"<!DOCTYPE nitf>",
        b"\xff\xfe",
    ):
        assert not is_page(other), other


def deep(tag: str, number: int) -> str:
    return f"<{tag}>" * number + "text"


@pytest.mark.parametrize(
    "page",
    [
        deep("div", 100_000),
        deep("b", 20_000),
        deep("table", 20_000),
        "<p>" * 15_000,
        "<meta name=author content=Ana>" * 3_000,
        "<div class=author>Ana Ruiz</div>" * 3_000,
        "<time datetime=2026-05-04>x</time>" * 3_000,
        "<h1>Head</h1>" * 3_000,
        "<script type=application/ld+json>" + "[" * 25_000 + "</script>",
        "<script type=application/ld+json>" + '{"a":' * 25_000 + "</script>",
        "<script type=application/ld+json>" + '{"a":"b" ' * 25_000 + "</script>",
        "<script type=application/ld+json>" + "/*" * 25_000 + "</script>",
        "<script type=application/ld+json>" + '"' * 25_000 + "</script>",
        "<script type=application/ld+json>" + "{} x" * 8_000 + "</script>",
        "<p>" + "a" * 500_000,
        "<p class='" + "author-" * 25_000 + "'>x</p>",
        "<title>" + " | " * 25_000 + "</title>",
        "<title>" + "a - " * 25_000 + "</title>",
        "<p>By " + "and " * 3_000 + "</p>",
        "<p>" + "1/2/2026 " * 3_000 + "</p>",
        "<meta name=author content='" + "a, " * 25_000 + "'>",
        "<meta name=date content='" + "2026-" * 25_000 + "'>",
        "<div itemscope itemtype=http://schema.org/Article>" * 2000 + "<b itemprop=author>A</b>" * 2000,
        "<!DOCTYPE html [<!ENTITY a 'b'>]>&a;" + "&a;" * 25_000,
        "<a href='http://[x'>y</a><base href='http://[bad'><link rel=canonical href='http://[bad'>",
        "\0" * 50 + "<p>x",
        "<p " + " ".join(f"a{number}" for number in range(30_000)) + ">x",
        "<p " + "".join(f"a{number}='>'" for number in range(30_000)) + ">x",
        '<script type=application/ld+json>{"@type":"NewsArticle","headline":"x"}</script>' * 3_000,
    ],
    ids=lambda page: page[:30] + str(len(page)),
)
def test_hostile_pages_are_read_or_refused(page: str) -> None:
    """Whatever the markup, the answer is a record or one clear refusal."""
    prose = "<article><p>" + "The mill will close. " * 20 + "</p></article>"
    for text in (page, page + prose):
        report = sayso.Engine().check(sayso.Document(data=text.encode(), media_type="text/html", path="a.html"))
        assert all(failure.error != "reader-crash" for failure in report.failures), report.failures


def test_an_element_with_very_many_attributes_is_refused() -> None:
    """The parser would take a minute for it; a script that only looks like one is read, and so is a long address."""
    many = " ".join(f'a{number}="x"' for number in range(3_000))
    prose = "<article><h1>Mill to close</h1><p>" + "The mill will close. " * 20 + "</p></article>"
    for page, error in (
        (f"<p {many}>x</p>", "too-large"),
        (f"<script>if (a <b {many}) x</script>", None),
        (f"<img src='data:{'a ' * 9_000}'>", None),
    ):
        document = sayso.Document(data=(prose + page).encode(), media_type="text/html", path="a.html")
        assert [one.error for one in sayso.Engine().check(document).failures] == ([error] if error else []), page[:40]


CORPUS = pytest.mark.skipif(not SHARED.is_dir(), reason="the material shared by developers is not beside this clone")


@CORPUS
def test_hostile_files_of_others() -> None:
    """The suites of others for HTML, XML, encodings and odd strings give records or refusals."""
    engine = sayso.Engine()
    files = [
        path
        for folder in ("html5lib", "xml", "encoding", "blns")
        for path in (SHARED / "hostile" / folder).rglob("*")
        if path.is_file()
    ]
    assert files
    for path in files:
        report = engine.check(sayso.Document(data=path.read_bytes(), media_type="text/html", path="a.html"))
        assert all(failure.error != "reader-crash" for failure in report.failures), (path.name, report.failures)
