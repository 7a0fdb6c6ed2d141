"""Markdown: front matter with the place of each value, and a text whose offsets are those of the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Document, Failure, Status
from sayso_plugins.readers.markdown.blanking import blanked
from support import engine

POST = """---
title: "Mill closes"
authors:
  - Ana Ruiz
  - name: Jo Berg
date: 2026-05-04 9:30:00 -0500
lastmod: 2026-05-05
publisher: Example Post
canonical_url: https://post.example/mill
tags: [mills, "closures"]
---
# Mill closes

The mill closed on *Monday*, **sources** said in [a note](https://post.example/note "title").

> “It is over,” said the [owner][who].

```python
print("nobody said this")
```

- one {{< figure src="x" >}} item ![a picture](p.png)

[who]: https://post.example/owner
"""


def read(text, name="post.md"):
    """The one record of a post, or the failure."""
    (one,) = engine().normalize_many(Document.from_bytes(text.encode("utf-8", "surrogatepass"), path=name))
    return one


def test_front_matter_becomes_facts_with_their_keys():
    """Each value is there as published, with the key that it stands under."""
    record = read(POST)
    assert record.headline.value == "Mill closes"
    assert [agent.name for agent in record.author.value] == ["Ana Ruiz", "Jo Berg"]
    assert record.date_published.value.value == "2026-05-04T09:30:00-05:00"
    assert record.date_modified.value.value == "2026-05-05"
    assert record.outlet.value.name == "Example Post"
    assert record.uri.value == "https://post.example/mill"
    assert record.author.source_field.pointer == "front matter /authors, line 3"
    assert record.extra["front_matter"]["tags"] == ["mills", "closures"]


def test_the_text_is_the_file_with_markup_blank():
    """Every word stands where it stands in the file; code, marks and targets are blank, links are kept."""
    record = read(POST)
    assert len(record.text) == len(POST)
    for word in ("Mill closes", "sources", "a note", "“It is over,”"):
        assert record.text.rindex(word) == POST.rindex(word)
    for gone in ("nobody said this", "https://", "**", "figure", "a picture", "title:", "```"):
        assert gone not in record.text
    assert [(one.evidence, one.target) for one in record.relations] == [
        ("a note", "https://post.example/note"),
        ("owner", "https://post.example/owner"),
    ]


def test_findings_point_into_the_file():
    """A finding's line and column are those of the Markdown."""
    (item,) = engine().check(Document.from_bytes(POST.encode(), path="post.md")).items
    (found,) = [one for one in item.findings if one.rule == "sourcing/bare-anonymous-source"]
    line = POST.splitlines()[found.spans[0].line - 1]
    assert line[found.spans[0].column - 1 :].startswith("sources")


def test_a_name_with_a_day_gives_the_day():
    """Jekyll's name of a post is a date that was inferred, and front matter beats it."""
    record = read("The mill closed.\n", "2026-05-04-mill.md")
    assert record.date_published.status is Status.INFERRED
    assert record.date_published.value.value == "2026-05-04"
    assert read("---\ndate: 2026-01-01\n---\nIt closed.\n", "2026-05-04-m.md").date_published.status is Status.ASSERTED


def test_toml_and_json_front_matter():
    """Hugo's other two are read the same."""
    toml = '+++\ntitle = "Mill"\ndate = 2026-05-04T09:30:00Z\nauthor = "Ana Ruiz and Jo Berg"\n+++\nIt closed.\n'
    assert read(toml).date_published.value.value == "2026-05-04T09:30:00+00:00"
    assert len(read(toml).author.value) == 2
    assert read('{\n "title": "Mill"\n}\nIt closed.\n').headline.value == "Mill"


def test_what_is_no_value_is_said_to_be_none():
    """A date that is none is no fact; the record says where it stood."""
    record = read("---\ndate: last Tuesday\n---\nThe mill closed.\n")
    assert record.date_published.status is Status.MISSING
    assert any("front matter /date, line 2" in place for place in record.date_published.looked_in)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\na: [1\n---\nx\n", "not valid YAML"),
        ("---\na: &x [1]\nb: *x\n---\nx\n", "aliases"),
        ("---\n- a\n- b\n---\nx\n", "a table of keys"),
        ("---\ntitle: a\ntitle: b\n---\nx\n", "stands twice"),
        (f"---\na: {'[' * 5000}\n---\nx\n", "levels"),
        ("---\na: !!python/object/apply:os.system [ls]\n---\nx\n", "not valid YAML"),
        ("+++\na = \n+++\nx\n", "not valid TOML"),
        ("---\nlayout: a\n---\n\n```\ncode\n```\n", "no words"),
    ],
)
def test_broken_front_matter_is_one_line(text, said):
    """What is wrong is said with its line, and nothing is run."""
    failure = read(text)
    assert isinstance(failure, Failure)
    assert said in failure.message


@given(st.text(max_size=200) | st.text("[]()<>{}`*_!#>-~|\n ab", max_size=200))
def test_blanking_keeps_length_and_lines(text):
    """Whatever a text is, each character stays or becomes a blank, and line ends stay."""
    shown = blanked(text, 0).text
    assert len(shown) == len(text)
    assert all(a == b or (b == " " and a not in "\r\n") for a, b in zip(text, shown, strict=True))


@pytest.mark.parametrize("piece", ["[", "![", "<a ", "`", "*", "{{", "[a](", "<!--", "> ", "_a", "[a][", "|"])
def test_repetition_takes_linear_time(piece):
    """A hundred thousand times the same opening is answered at once."""
    assert len(blanked(piece * 20_000, 0).text) == len(piece) * 20_000
