"""Which reader reads what: by declaration, name and first bytes, and never by trying all."""

from __future__ import annotations

from typing import Any

import pytest

import sayso_plugins.plugin as bundled
from sayso import Config, Document, Engine, Failure, Item, Reader, ReadError, hookimpl, reader
from sayso.config.load import load
from sayso.readers.choose import choose, looks_like, unread

FEED = b"<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title></channel></rss>"
SAID = "The bridge was opened, the city said."


def one(name: str, *, starts: bytes | None = None, **given: Any) -> Reader:
    """A reader that recognises what begins so."""
    recognises = None if starts is None else (lambda head: head.lstrip().startswith(starts))
    declare = reader(name, f"{name} items", version="1", recognises=recognises, **given)
    return declare(lambda document, reading: [reading.draft(document, document.read().decode())])


READERS = {
    made.name: made
    for made in (
        one("plaintext", media_types=["text/plain"], suffixes=[".txt"]),
        one("json", media_types=["application/json"], suffixes=[".json"]),
        one("jsonl", media_types=["application/jsonl"], suffixes=[".jsonl"]),
        one("wire-json", starts=b'{"wire"', media_types=["application/json"], suffixes=[".json"]),
        one("feed", starts=b"<rss", media_types=["application/xml", "application/rss+xml"], suffixes=[".xml", ".rss"]),
        one("wire", starts=b"<wire", media_types=["application/xml"], suffixes=[".xml"]),
        one("page", starts=b"<html", media_types=["text/html"], suffixes=[".html"]),
        one("box", starts=b"BOX", suffixes=[".box"], container=True),
        one("wirebox", starts=b"BOXWIRE", suffixes=[".wire.box"], container=True),
    )
}
#: An outlet's reader of its own pages, which are pages all the same, and one that cannot work here.
PAGES = {
    **READERS,
    "desk": one("desk", starts=b"<html><desk", suffixes=[".html"], over=["page"]),
    "broken-desk": one(
        "broken-desk", starts=b"<html><desk", suffixes=[".html"], over=["page", "desk"], needs=["no_such_module"]
    ),
}


def chosen(data: bytes, path: str | None = None, wanted: str | None = None, **given: Any) -> str:
    """The name of the reader, or the kind of the error."""
    document = Document.from_bytes(data, path=path, **given)
    try:
        return choose(document, READERS, wanted).name
    except ReadError as error:
        return error.kind


@pytest.mark.parametrize(
    ("data", "path", "name"),
    [
        (b"<rss/>", "a.xml", "feed"),
        (b"<wire/>", "a.xml", "wire"),
        (b"<rss/>", "a.RSS", "feed"),
        (b"<other/>", "a.xml", "no-reader"),
        (b"<html>", "a.xml", "page"),
        (b'{"text": ""}', "a.json", "json"),
        (b'{"wire": ""}', "a.json", "wire-json"),
        (b"no json", "a.json", "json"),
        (SAID.encode(), "a.txt", "plaintext"),
        (b"<html><body>", "a.txt", "other-kind"),
        (b"<!DOCTYPE  html>", "a.txt", "other-kind"),
        (b'\xef\xbb\xbf[ {"text"', "a.txt", "other-kind"),
        (b"[Editor's note] The bridge", "a.txt", "plaintext"),
        (b"{no json}", "a.txt", "plaintext"),
        (SAID.encode(), "README", "plaintext"),
        (b'{"text": ""}', "item", "json"),
        (b'{"text": ""}\n{"text": ""}', "items", "jsonl"),
        (b'[{"text": ""}]', None, "json"),
        (b"<wire/>", None, "wire"),
        (b"<html>", "a.php", "page"),
        (SAID.encode(), "a.php", "no-reader"),
        (b"BOX", "a.box", "box"),
        (b"BOXWIRE", "a.wire.box", "wirebox"),
        (b"BOXWIRE", "a", "ambiguous"),
        (b"", "a.xml", "empty"),
        (b"", None, "empty"),
    ],
)
def test_name_and_first_bytes_choose(data, path, name):
    """Suffix, first bytes, both or neither lead to one reader, or to an error of the right kind."""
    assert chosen(data, path) == name


@pytest.mark.parametrize(
    ("media_type", "data", "name"),
    [
        ("text/html", b"<html>", "page"),
        ("application/xml", b"<wire>", "wire"),
        ("application/rss+xml", b"<rss>", "feed"),
        ("text/plain", SAID.encode(), "plaintext"),
        ("image/png", b"<html>", "no-reader"),
    ],
)
def test_a_declared_media_type_chooses(media_type, data, name):
    """What is declared counts before what the bytes look like."""
    assert chosen(data, media_type=media_type) == name


@pytest.mark.parametrize(
    ("wanted", "data", "name"),
    [
        ("plaintext", b"<html>", "plaintext"),
        ("page", b"BOX", "box"),
        ("box", b"BOX", "box"),
        ("nosuch", b"x", "unknown-reader"),
    ],
)
def test_a_reader_that_is_named_is_taken(wanted, data, name):
    """What the user names is taken, but a container is opened for it."""
    assert chosen(data, "a.html", wanted) == name


def test_what_was_considered_is_said():
    """An error names the readers that were considered, and how to choose."""
    for data, words in ((b"<other/>", ("feed", "wire", "--reader")), (b"BOXWIRE", ("box", "wirebox", "--reader"))):
        with pytest.raises(ReadError) as caught:
            choose(Document.from_bytes(data, path="a.xml" if data[:1] == b"<" else "a"), READERS)
        assert all(word in caught.value.message for word in words)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"path": "a.xml"}, "its name ends in .xml, but its bytes are of no format that is read"),
        ({"media_type": "text/xml; charset=utf-8"}, "no reader for text/xml"),
        ({"media_type": "application/xml"}, "it comes as application/xml, but its bytes are of no format that is read"),
    ],
)
def test_what_the_bytes_are_not_is_said(given, said):
    """By what the document claims to be: its name, or the media type that somebody gave."""
    with pytest.raises(ReadError) as caught:
        choose(Document.from_bytes(b"<other/>", **given), READERS)
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.json", None),
        ("a.JSON", None),
        ("a.json.gz", None),
        ("a.png.gz", "no reader reads them"),
        ("archive.gz", None),
        ("a.tar.gz", None),
        ("a.warc.gz", None),
        ("a.png", "no reader reads them"),
        ("noname", "no reader reads them"),
    ],
)
def test_a_folder_gives_what_some_reader_reads(name, reason):
    """Files of a folder are taken by their ending, compressed ones by that of what is in them."""
    assert unread(name, Engine(plugins=[bundled]).readers) == reason


def test_a_reader_that_lacks_a_module_is_no_reader_of_a_folder():
    """Where a module is missing, a folder's files are skipped with what to install, and a named file fails with it."""
    lame = one("lame", suffixes=[".lame"], needs=["no_such_module_here"], extra="sayso[lame]")
    assert "sayso[lame]" in str(unread("a.lame", {"lame": lame}))

    class Offers:
        __name__ = "offers"

        @hookimpl
        def sayso_readers(self):
            return [lame]

    (failure,) = Engine(plugins=[bundled, Offers()]).items(Document.from_bytes(b"x", path="a.lame"))
    assert isinstance(failure, Failure)
    assert failure.error == "missing-extra"
    assert "no_such_module_here" in failure.message


@pytest.mark.parametrize(
    ("head", "looks"),
    [
        (b"<!doctype html>", "HTML"),
        (b"  <HTML lang='en'>", "HTML"),
        (b"<?xml version='1.0'?>", "XML"),
        (b'{"a"', "JSON"),
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1\\ansi Words.}", "RTF"),
        (b"<b>Bold words</b> begin it", None),
        (b"{curly} words", None),
        (b"HTML is a language", None),
    ],
)
def test_only_what_is_plain_is_called_a_disguise(head, looks):
    """Markup and JSON are told from texts that begin with a bracket."""
    assert looks_like(head) == looks


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv", "a.tsv"])
@pytest.mark.parametrize(("data", "meant"), [(b"<!doctype html><html><p>x</p>", "html"), (FEED, "feed")])
def test_a_page_or_feed_that_is_named_as_items_is_told(name, data, meant):
    """What is saved under the ending of plain items or of a table is refused with the reader that it has."""
    (failure,) = Engine(plugins=[bundled]).items(Document.from_bytes(data, path=name))
    assert isinstance(failure, Failure)
    assert failure.error == "other-kind"
    assert f"--reader {meant}" in failure.message


@pytest.mark.parametrize("data", [b"%PDF-1.7 words", b"{\\rtf1\\ansi Words.}"])
@pytest.mark.parametrize("name", ["a.txt", "a", "a.json"])
def test_papers_of_offices_are_no_prose(name, data):
    """PDF and RTF are refused by their first bytes, whatever they are named."""
    (failure,) = Engine(plugins=[bundled]).items(Document.from_bytes(data, path=name))
    assert isinstance(failure, Failure)
    assert failure.error == "other-kind"


def test_items_one_a_line_that_are_named_json_are_told():
    """JSON that goes on behind its first item is refused with the reader of lines."""
    data = b'{"text": "One."}\n{"text": "Two."}\n'
    (failure,) = Engine(plugins=[bundled]).items(Document.from_bytes(data, path="a.json"))
    assert isinstance(failure, Failure)
    assert "--reader jsonl" in failure.message


def configured(tmp_path, text: str) -> Engine:
    """An engine under a configuration file."""
    file = tmp_path / "sayso.toml"
    file.write_text(text, "utf-8")
    return Engine(load(file), plugins=[bundled])


def test_the_configuration_names_readers_by_path(tmp_path):
    """The last path setting that covers a file chooses its reader; other files keep theirs."""
    engine = configured(
        tmp_path,
        '[[paths]]\nmatch = "**/*.wire"\nreader = "plaintext"\n[[paths]]\nmatch = "in/*.wire"\nreader = "jsonl"\n',
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "a.wire").write_text(SAID)
    (tmp_path / "in/b.wire").write_text('{"text": "A."}\n{"text": "B."}\n')
    assert [len(list(engine.items(tmp_path / name))) for name in ("a.wire", "in/b.wire")] == [1, 2]
    assert all(isinstance(found, Item) for found in engine.items(tmp_path / "in/b.wire"))


def test_the_configuration_adds_suffixes_and_media_types(tmp_path):
    """A reader reads what the configuration adds to it, without being named."""
    engine = configured(tmp_path, '[reader.plaintext]\nsuffixes = [".STORY"]\nmedia-types = ["text/x-story"]\n')
    for document in (
        Document.from_bytes(SAID.encode(), path="a.story"),
        Document.from_bytes(SAID.encode(), media_type="text/x-story"),
    ):
        (item,) = engine.items(document)
        assert isinstance(item, Item)
    assert unread("a.story", engine.readers) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[paths]]\nmatch = "*"\nreader = "plaintxt"\n', "did you mean 'plaintext'"),
        ('[reader.plaintext]\nsuffixes = ["story"]\n', "suffixes"),
        ("[limits]\nratio = 0\n", "ratio"),
        ("[limits]\nmember = 3\n", "did you mean 'members'"),
    ],
)
def test_a_wrong_configuration_of_readers_is_refused(tmp_path, text, words):
    """Readers that are not there, suffixes without a dot and unknown limits are errors that say so."""
    from sayso import ConfigError

    with pytest.raises(ConfigError, match=words):
        configured(tmp_path, text)


def test_limits_come_from_the_configuration(tmp_path):
    """Each limit of the file is the engine's."""
    engine = configured(
        tmp_path, "[limits]\nmax-bytes = 9\nitems = 8\nmembers = 7\ntotal-bytes = 6\nratio = 5\ndepth = 0\n"
    )
    limits = engine.config.containers
    assert (engine.config.max_bytes, engine.config.limit) == (9, 8)
    assert (limits.members, limits.total_bytes, limits.ratio, limits.depth) == (7, 6, 5, 0)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_limit_says_that_it_stopped(number):
    """After so many items the rest is not read, and that is said; where nothing was left, nothing is said."""
    lines = b'{"text": "A."}\n{"text": 1}\n{"text": "C."}\n'
    left = []
    found = list(
        Engine(Config(limit=number), plugins=[bundled]).items(Document.from_bytes(lines, path="a.jsonl"), left.append)
    )
    assert len(found) == number
    assert [one.number for one in left] == ([None] if number < 3 else [])


def test_one_item_that_crashes_its_reader_takes_no_other_with_it():
    """An exception over one draft is a failure in its place, and the items behind it are read."""
    from sayso import refiner

    def crash(draft):
        if "B." in draft.text:
            raise ValueError("boom")

    class Offers:
        __name__ = "offers"

        @hookimpl
        def sayso_readers(self):
            declare = refiner("crash", "Crashes.", version="1", refines="jsonl", sniff=lambda draft: True)
            return [declare(crash)]

    lines = b'{"text": "A."}\n{"text": "B."}\n{"text": "C."}\n'
    found = list(Engine(plugins=[bundled, Offers()]).items(Document.from_bytes(lines, path="a.jsonl")))
    assert [isinstance(one, Item) for one in found] == [True, False, True]
    assert (found[1].error, found[1].locator) == ("reader-crash", "line 2")


def test_reports_say_what_was_left_out():
    """A report in JSON names what was not read, and is valid."""
    from sayso import report_to_json
    from sayso.validation import validate

    lines = b'{"text": "A."}\n{"text": "B."}\n'
    engine = Engine(Config(limit=1), plugins=[bundled])
    report = engine.check(Document.from_bytes(lines, path="a.jsonl"))
    whole = report_to_json(report, "1")
    assert not validate(whole, "report")
    assert [(one["path"], one["number"]) for one in whole["left_out"]] == [("a.jsonl", None)]
    several = [
        one for found in engine.check_many([Document.from_bytes(lines, path="a.jsonl")]) for one in found.left_out
    ]
    assert several == list(report.left_out)


@pytest.mark.parametrize(
    ("data", "path", "name"),
    [
        (b"<html><desk>", "a.html", "desk"),
        (b"<html><desk>", "a.xml", "desk"),
        (b"<html><desk>", None, "desk"),
        (b"<html>", "a.html", "page"),
    ],
)
def test_a_reader_goes_before_those_that_it_says(data, path, name):
    """Where both recognise a document; one that lacks a module stands back, whatever it goes before."""
    assert choose(Document.from_bytes(data, path=path), PAGES).name == name


def test_where_nobody_goes_before_the_other_nobody_is_chosen():
    """Neither do two that go before each other; the message says the three ways to name one."""
    beside = {name: one(name, starts=b"<html", suffixes=[".html"], over=["b", "a"]) for name in ("a", "b")}
    with pytest.raises(ReadError) as caught:
        choose(Document.from_bytes(b"<html>", path="a.html"), beside)
    assert caught.value.kind == "ambiguous"
    for way in ("--reader", "reader under [[paths]] in sayso.toml", "Engine(reader=...)"):
        assert way in caught.value.message


def test_the_only_reader_says_what_it_lacks():
    """There is nobody to stand back for."""
    alone = {"desk": one("desk", starts=b"<", suffixes=[".html"], needs=["no_such_module"])}
    assert choose(Document.from_bytes(b"<html>", path="a.html"), alone).name == "desk"


@pytest.mark.parametrize(
    ("media_type", "data", "text"),
    [
        ("text/plain; charset=iso-8859-2", "Młyn zamknięto.".encode("iso-8859-2"), "Młyn zamknięto."),
        ('Text/Plain;Format=flowed; CHARSET="koi8-r"', "Мельница закрыта.".encode("koi8-r"), "Мельница закрыта."),
        ("text/plain; charset=no-such", SAID.encode(), SAID),
        ("text/plain;", SAID.encode(), SAID),
        ("application/octet-stream", SAID.encode(), SAID),
    ],
)
def test_media_types_as_servers_send_them(media_type, data, text):
    """Parameters are no part of the kind, a charset is the encoding, and bytes of any kind are told by themselves."""
    engine = Engine(plugins=[bundled])
    assert engine.normalize(Document(data=data, media_type=media_type)).text == text
    named = Document(data="Мельница".encode("koi8-r"), media_type="text/plain; charset=utf-8", encoding="koi8-r")
    assert engine.normalize(named).text == "Мельница"
