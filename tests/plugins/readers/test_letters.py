"""E-mail: headers as facts, the words of the letter as text, nothing opened and nothing lost."""

from __future__ import annotations

import email.header
import email.policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import Document, Failure, LeftOut, Record, Status
from sayso_plugins.readers.letters.reader import is_box, is_letter
from support import engine

SAMPLES = Path(__file__).parent / "samples" / "email"
HEAD = "Subject: x\nFrom: Jo Berg <jo@post.example>\n"


def read(text, name="letter.eml"):
    """What a letter gives, and what is left out."""
    left: list[LeftOut] = []
    data = text if isinstance(text, bytes) else text.encode()
    return list(engine().normalize_many(Document.from_bytes(data, path=name), left.append)), left


def sample(name):
    return read((SAMPLES / name).read_bytes(), name)


def test_a_release():
    """Headers are facts with their names, plain text beats HTML, a forwarded letter is an item of its own."""
    (release, forwarded), left = sample("2026-05-04-release.eml")
    assert release.text.startswith("FOR IMMEDIATE RELEASE May 3, 2026\n\nThe mill closed “for good”, the ministry said")
    assert release.headline.value == "Mill closes – statement"
    assert release.headline.source_field.pointer == "header Subject"
    assert release.date_published.value.value == "2026-05-04T09:30:00+02:00"
    assert [one.value.value for one in release.date_published.alternatives] == ["2026-05-03"]
    assert release.outlet.value.name == "Press Office"
    assert release.author.status is Status.MISSING
    assert (release.item_type.value, release.item_type.status) == ("press_release", Status.INFERRED)
    assert (release.id, release.language.value) == ("a1@ministry.example", "en-GB")
    assert [(one.evidence, one.target) for one in release.relations] == [("this link", "https://ministry.example/mill")]
    assert forwarded.author.value[0].name == "Ana Ruiz"
    assert forwarded.headline.value == "Ferry sinks"
    assert forwarded.retrieval.locator == "message 1"
    assert forwarded.date_published.value.value == "2026-05-05T10:00:00-05:00"
    assert [(one.detail, one.number) for one in left] == [("application/pdf", 1)]


def test_a_letter_that_is_nothing_but_another():
    """The inner one is the item."""
    text = HEAD + "Content-Type: message/rfc822\n\nSubject: Mill\nFrom: Ana Ruiz <a@b.example>\n\nIt closed.\n"
    (inner,), left = read(text)
    assert (inner.headline.value, inner.text.strip(), inner.retrieval.locator) == ("Mill", "It closed.", "message 1")
    assert left == []


def test_a_newsletter_in_html():
    """Paragraphs and links are kept, hidden words are not, and what is for subscribers stands apart."""
    (record,), _ = sample("2026-05-04-newsletter.eml")
    assert record.text.split("\n\n")[1:5] == [
        "What happened today",
        "The mill closed on Friday, the council said café.",
        "The ferry stops on Sunday.",
        "It was late.",
    ]
    assert (record.author.value[0].name, record.outlet.value.name) == ("Ana Ruiz", "Larkmoor Post")
    assert [one.value.name for one in record.outlet.alternatives] == ["Larkmoor Post Today"]
    assert (record.uri.value, record.uri.status) == ("https://post.example/web/1", Status.INFERRED)
    # RFC 5322: "-0000" is a time whose zone nobody knows.
    assert record.date_published.value.zone is None
    apart = [one.span.of(record.text) for one in record.sections if one.kind == "boilerplate.subscription"]
    assert [words.split()[0] for words in apart] == ["View", "You"]
    assert apart[1].endswith("1 Harbour Street")
    assert "x-unknown" in record.content.normalisation


def test_a_plain_letter():
    """Flowed lines are whole, charsets are decoded, two subjects are both kept, and a signature is no news."""
    (record,), _ = sample("2026-05-04-flowed.eml")
    assert record.text.startswith("The café opens on Friday.\n\nIt was closed")
    assert (record.headline.value, record.headline.alternatives[0].value) == ("Café opens", "Another subject")
    assert record.date_published.value.zone == "-05:00"
    assert record.author.value[0].name == "Jo Berg"
    assert [one.kind for one in record.sections][-1] == "boilerplate.contact"


def test_a_box_of_letters():
    """Each letter is an item with its number; a marked line is unmarked, and one that begins with From is text."""
    (one, two, three), _ = sample("2026-05-04-box.mbox")
    assert (one.retrieval.locator, one.text) == ("message 1", "The mill closed.\nFrom Friday on, it is shut.")
    assert (two.headline.value, two.text) == ("Two", "The ferry sank.\n\nFrom here it went on.")
    assert isinstance(three, Failure)
    assert (three.error, three.locator) == ("empty", "message 3")


@pytest.mark.parametrize("name", ["release", "newsletter", "flowed"])
def test_evidence_leads_back(name):
    """The header that a fact names holds its value, by the standard library's own reading of the letter."""
    data = (SAMPLES / f"2026-05-04-{name}.eml").read_bytes()
    letter = BytesParser(policy=email.policy.compat32).parsebytes(data)
    (record, *_), _ = sample(f"2026-05-04-{name}.eml")
    seen = 0
    for pointer, fact in record.facts():
        for one in (fact, *fact.alternatives):
            if one.status is Status.ASSERTED:
                kind, _, header = one.source_field.pointer.partition(" ")
                assert kind == "header"
                found = [str(email.header.make_header(email.header.decode_header(h))) for h in letter.get_all(header)]
                for value in written(one.value):
                    assert any(value in words.replace("_", "-") for words in found), (pointer, value, found)
                seen += 1
            elif one.status is Status.EXTRACTED:
                words = [record.text[s.start : s.end] for s in one.selectors]
                assert all(s.exact is None or s.exact == words[n] for n, s in enumerate(one.selectors))
    assert seen >= 3


def written(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [agent.name for agent in value]
    return [getattr(value, "raw", None) or value.name]


@pytest.mark.parametrize(
    ("sender", "author", "outlet"),
    [
        ("Ana Ruiz <ana.ruiz@post.example>", "Ana Ruiz", None),
        ('"Ruiz, Ana" <ruiz@post.example>', "Ana Ruiz", None),
        ("Larkmoor Post <hello@larkmoorpost.example>", None, "Larkmoor Post"),
        ("Harbour Board <info@board.example>", None, "Harbour Board"),
        ("Ana Ruiz | Larkmoor Post <ana@larkmoorpost.example>", "Ana Ruiz", "Larkmoor Post"),
        ("Ana Ruiz, Larkmoor News <ana@x.example>", "Ana Ruiz", "Larkmoor News"),
        ("=?utf-8?b?TWlhIEx1bmQ=?= <mia@x.example>", "Mia Lund", None),
        ("desk@post.example", None, None),
        ("Ana" + "(" * 3_000, None, None),
    ],
)
def test_who_sends(sender, author, outlet):
    """A person is the author, a body the outlet; an address alone is neither."""
    (record,), _ = read(f"From: {sender}\nSubject: x\n\nThe mill closed.\n")
    assert (record.author.value[0].name if record.author.value else None) == author
    assert (record.outlet.value.name if record.outlet.value else None) == outlet


def test_without_a_name_it_is_known_by_its_headers():
    """A letter on standard input is a letter, and so is a box of them; a text with a colon is neither."""
    (record,), _ = read("From: a@b.example\nSubject: Mill\n\nThe mill closed.\n", None)
    assert record.retrieval.retriever.startswith("email")
    assert is_box((SAMPLES / "2026-05-04-box.mbox").read_bytes())
    assert not is_letter(b"Date: today\n\nThe mill closed.\n")
    assert not is_letter(b"From Monday on, the mill is closed: for good.\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Content-Type: text/plain; charset=nonsense\n\n\xff\xfe words", "\xff\xfe words"),
        ("Content-Type: text/plain; charset=punycode\n\nwords-", "words-"),
        ("Content-Transfer-Encoding: base64\n\ndGhl!!IG1pbGw", "the mill"),
        ("Content-Type: multipart/mixed\n\nno boundary", "no boundary"),
        ("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\ncut of", "cut of"),
        (
            (
                "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nSee HTML\n--b\nContent-Type: text/html\n\n"
                "<p>One two three four five six seven eight</p>\n--b--"
            ),
            "One two three four five six seven eight",
        ),
        ("Date: yesterday\n\nwords", "words"),
        ("X: =?utf-8?b?////?=\n\nwords\0", "words\ufffd"),
        ("Content-Type: multipart/mixed; " + 'a="\\";' * 2_000 + "\n\nwords", "words"),
    ],
)
def test_what_is_broken_is_read_as_far_as_it_goes(text, words):
    """Charsets that are none, half encodings, boundaries that are not there: the words are still read."""
    (record,), _ = read((HEAD + text).encode("latin-1"))
    assert record.text == words


@pytest.mark.parametrize(
    "text",
    [
        "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(20_000)),
        'Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\n\nword\n" * 20_000,
        "".join(f"Content-Type: message/rfc822\n\nSubject: {n}\n" for n in range(20_000)),
        "\n" + "FOR RELEASE unsubscribe\n\n-- \n" * 5_000,
        "Subject: " + "=?utf-8?q?x" * 20_000 + "\n\nwords",
    ],
)
def test_deep_and_wide_letters_end(text):
    """Parts within each other and side by side are read to a limit, and what is beyond it is said."""
    found, left = read(HEAD + text)
    assert found
    assert "multipart" not in text or any("1,000 parts" in one.reason for one in left)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"Content-Type: multipart/mixed; boundary=b\n\n--b\n", b"\n"]))
def test_any_bytes_are_answered(data, before):
    """Whatever comes after the first headers, nothing crashes."""
    for one in read(HEAD.encode() + before + data)[0]:
        assert isinstance(one, Record | Failure)
        assert not isinstance(one, Failure) or one.error not in ("reader-crash", "input")
