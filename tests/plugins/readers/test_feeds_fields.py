"""Fields of feeds that hold what is not theirs to hold: several names, files of another kind, a key twice."""

from __future__ import annotations

import json

import pytest

from sayso import Document, Failure
from support import engine

BODY = "The mill closed, sources said."


def read(text, name="feed.xml"):
    """The records and failures of a feed."""
    return list(engine().normalize_many(Document.from_bytes(text.encode(), path=name)))


@pytest.mark.parametrize("element", ["author", "dc:creator"])
@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ana Ruiz, Bo Lind", ["Ana Ruiz", "Bo Lind"]),
        ("Ruiz, Ana", ["Ana Ruiz"]),
        ("Ana Ruiz, AP", ["Ana Ruiz"]),
        ("Ana Ruiz, PhD", ["Ana Ruiz"]),
    ],
)
def test_names_in_a_field_of_rss(element, written, names):
    """Two names with a comma between them are two people; a last name alone is turned round."""
    (record,) = read(
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Post</title><item>'
        f"<description>{BODY}</description><{element}>{written}</{element}></item></channel></rss>"
    )
    assert [agent.name for agent in record.author.value] == names


def test_a_file_that_atom_carries_is_no_text():
    """Of an entry whose content is encoded and of another kind, the summary is the text."""
    (record,) = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Mill</title>'
        f'<summary>{BODY}</summary><content type="application/json">eyJhIjogMX0=</content></entry></feed>'
    )
    assert record.text == BODY
    assert record.extra["summary_only"] is True


def feed_of(*items, more=""):
    """A JSON Feed of entries as they are written."""
    return f'{{"version": "https://jsonfeed.org/version/1.1", "title": "Post"{more}, "items": [{", ".join(items)}]}}'


def test_a_key_twice_costs_its_entry_of_a_json_feed():
    """The entry with a key that stands twice is a failure in its place; an extension's own keys are nobody's."""
    good = json.dumps({"id": "1", "content_text": BODY})
    twice = f'{{"id": "2", "title": "A", "title": "B", "content_text": "{BODY}"}}'
    odd = f'{{"id": "3", "_own": {{"a": 1, "a": 2}}, "content_text": "{BODY}"}}'
    first, failure, last = read(feed_of(good, twice, odd), "feed.json")
    assert (first.id, last.id) == ("1", "3")
    assert isinstance(failure, Failure)
    assert (failure.error, failure.locator) == ("duplicate-key", "/items/1")
    (failure,) = read(feed_of(good, more=', "title": "Herald"'), "feed.json")
    assert failure.error == "duplicate-key"
