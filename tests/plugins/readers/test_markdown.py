"""Markdown: front matter with the place of each value, and a text whose offsets are those of the file."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Document, Engine, Failure, Record, Status
from sayso_plugins.readers.markdown.blanking import blanked
from support import engine

CORPUS = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[4] / "shared")) / "corpus" / "markdown"
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


@pytest.mark.parametrize(
    "text",
    [
        '+++\ntitle = "Mill"\ndate = 2026-05-04T09:30:00Z\nauthor = "Ana Ruiz and Jo Berg"\n+++\nIt closed.\n',
        '{\n "title": "Mill",\n "date": "2026-05-04T09:30:00Z",\n "author": "Ana Ruiz and Jo Berg"\n}\nIt closed.\n',
        '---\ntitle: "Mill"\t\ndate: "2026-05-04T09:30:00Z"\nauthor: Ana Ruiz and Jo Berg\n---\nIt closed.\n',
    ],
)
def test_front_matter_of_three_kinds(text):
    """TOML, JSON and YAML give the same facts, each with the line of its key."""
    record = read(text)
    assert record.headline.value == "Mill"
    assert record.date_published.value.value == "2026-05-04T09:30:00+00:00"
    assert [agent.name for agent in record.author.value] == ["Ana Ruiz", "Jo Berg"]
    for name in ("headline", "date_published", "author"):
        pointer = getattr(record, name).source_field.pointer
        key, _, line = pointer.removeprefix("front matter /").partition(", line ")
        assert key in text.splitlines()[int(line) - 1]


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "Mill", "date": "2026-05-04", "author": "Ana Ruiz"}\nIt closed.\n',
        '{"title": "Mill", "date": "2026-05-04", "author": "Ana Ruiz", "of": {"a": 1}}',
        "---\nTitle: Mill\nDate: 2026-05-04\nAUTHOR: Ana Ruiz\n---\nIt closed.\n",
        '+++\nTitle = "Mill"\nPublishDate = 2026-05-04\nAuthor = "Ana Ruiz"\n+++\nIt closed.\n',
    ],
)
def test_front_matter_on_one_line_and_in_capitals(text):
    """JSON may stand on a line of its own, and keys are known in any case."""
    record = read(text)
    assert record.headline.value == "Mill"
    assert record.date_published.value.value == "2026-05-04"
    assert [agent.name for agent in record.author.value] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "date", ["2026-05-04T08:30:00Z", "2026-05-04 08:30:00", "2026-05-04t08:30:00-07:00", "2026-05-04"]
)
def test_dates_of_toml_are_kept_as_written(date):
    """What TOML reads as a date or as a number is under `extra` with the characters of the file."""
    record = read(f"+++\nx = [{date}, 1.10]\ndate = {date}\n+++\nIt closed.\n")
    assert record.extra["front_matter"] == {"x": [date, "1.10"], "date": date}
    assert record.date_published.value.raw == date


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nThe mill closed, two sources said.\n\n---\n\nMore.\n",
        "---\n\nThe mill closed: Jo Berg said so, and: more.\n\n---\n\nMore.\n",
        "---\nThe mill closed, two sources said.\n---\n\nMore.\n",
    ],
)
def test_words_between_two_rulers_are_words(text):
    """A post may begin with a ruler; without a key below it there is no front matter."""
    record = read(text)
    assert "The mill closed" in record.text
    assert "front_matter" not in record.extra


@pytest.mark.parametrize("text", [POST, "---\ntitle: 1984\nsource: Norbank News\nlang: en_GB\n---\nIt closed.\n"])
def test_evidence_leads_back(text):
    """On the line of each asserted fact, or in the list below it, stands its key with the value as written."""
    lines = text.splitlines()
    seen = 0
    for pointer, fact in read(text).facts():
        if fact.status is not Status.ASSERTED:
            continue
        key, _, number = fact.source_field.pointer.removeprefix("front matter /").partition(", line ")
        assert lines[int(number) - 1].startswith(f"{key}:")
        words = "\n".join(lines[int(number) - 1 : int(number) + 3]).replace("_", "-")
        for value in written(fact.value):
            assert value.replace("_", "-") in words, (pointer, value, words)
        seen += 1
    assert seen >= 3


def written(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [agent.name for agent in value]
    return [getattr(value, "raw", None) or value.name]


@pytest.mark.parametrize(
    ("source", "words", "links"),
    [
        ("A [note\nover lines](https://x.example 't') ends.", ["note", "over", "lines"], ["https://x.example"]),
        ("An [![a picture](p.png)](https://x.example) here.", ["An", "here."], []),
        ("A [link]({{ '/x' | url }}) ends.", ["link", "ends."], ["{{ '/x' | url }}"]),
        (
            "A [ref][1] and [one].\n\n[1]: <https://x.example>\n[One]: /y 'z'\n",
            ["ref", "one"],
            ["https://x.example", "/y"],
        ),
        ("Paid[^1].\n\n[^1]: The council said so.\n", ["Paid", "The council said so."], []),
        ("_**Ana Ruiz** is_ at snake_case, 2 * 3.", ["Ana Ruiz", " is", "snake_case,", "2 * 3."], []),
        ("Run `make *all*` now.", ["make *all*", "now."], []),
        ("One &mdash; two&nbsp;three, don&rsquo;t.", ["One —", "two ", "don&rsquo;t."], []),
        (
            'See <a href="https://x.example">this</a><br>and <https://y.example>.',
            ["this", "and"],
            ["https://x.example"],
        ),
        ("He said [sic] \\#1 is it.", ["[sic]", "#1"], []),
        ("a | b\n--|:-:\n1 | 2\n", ["a", "b", "1", "2"], []),
        ("Words.\n\n    code()\n\n- item\n\n    more of it\n", ["Words.", "item", "more of it"], []),
        ("## Heading {#id}\nText.\n\nSetext\n======\n", ["Heading", "Text.", "Setext"], []),
        ("{% highlight js %}\ncode()\n\ncode()\n{% endhighlight %}\nText {{< gone\n\nx >}}.", ["Text"], []),
        ("<!-- gone\n\ngone --> Text <script>gone\n\n</script> here.", ["Text", "here."], []),
        ("~~~\ngone\n```\ngone\n~~~\nText.", ["Text."], []),
    ],
)
def test_marks_are_blank_and_words_are_not(source, words, links):
    """Of each mark of Markdown the words stay where they stand, and links keep their targets."""
    found = blanked(source, 0)
    assert len(found.text) == len(source)
    for one in words:
        assert one in found.text
    for gone in (
        "gone",
        "code()",
        "https://x",
        "p.png",
        "a picture",
        "](",
        "**",
        "#id",
        "{%",
        "{{",
        "---",
        "==",
        "[1]",
    ):
        assert gone not in found.text
    assert [target for _, target in found.links][: len(links)] == links


def test_headings_are_sections_of_their_own():
    """A heading inside a text is told apart, so that no rule takes it for a statement."""
    record = read("# Mill\n\nIt closed.\n\n## What they say\n\nNothing.\n")
    heads = [one.span.of(record.text) for one in record.sections if one.kind == "headline"]
    assert heads == ["Mill", "What they say"]


def test_a_post_without_a_body_is_its_summary():
    """The summary is the text, where it stands in the file, and the record says that it is one."""
    text = "---\ntitle: Mill\nsummary: 'The mill closed.'\n---\n\n{{< figure >}}\n"
    record = read(text)
    assert record.text.strip() == "The mill closed."
    assert record.text.index("The mill") == text.index("The mill")
    assert record.extra["summary_only"] is True


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
        ('{"a": 1, "a": 2}\nx\n', "twice"),
        ("+++\n" + "a." * 5_000 + "a = 1\n+++\nx\n", "levels"),
        ("---\nlayout: a\n---\n\n```\ncode\n```\n", "no words"),
    ],
)
def test_broken_front_matter_is_one_line(text, said):
    """What is wrong is said with its line, and nothing is run."""
    failure = read(text)
    assert isinstance(failure, Failure)
    assert said in failure.message
    assert failure.error == "empty" or re.match(r"line \d", failure.locator)


@given(st.text(max_size=200) | st.text("[]()<>{}`*_!#>-~|\n ab", max_size=200))
def test_blanking_keeps_length_and_lines(text):
    """Whatever a text is, it keeps its length and its line ends, and words only ever go."""
    shown = blanked(text, 0).text
    assert len(shown) == len(text)
    assert all(a == b or b == " " or a == "&" for a, b in zip(text, shown, strict=True))
    assert all((a in "\r\n") == (b in "\r\n") for a, b in zip(text, shown, strict=True))


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "![", "<a ", "`", "*", "{{", "[a](", "<!--", "> ", "_a", "[a][", "|", "{:", "{% raw %}", "# #", "-| "),
        *("[a](b ", "``x`", "<script>", "&#9;", "~~~\n```\n", "[a](("),
    ],
)
def test_repetition_takes_linear_time(piece):
    """A hundred thousand times the same opening is answered at once."""
    assert len(blanked(piece * 5_000, 0).text) == len(piece) * 5_000


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus beside the project, or in SAYSO_SHARED")
def test_posts_of_others_are_all_read():
    """Every post of two sites is read, with a title and a date, and with authors where it names any."""
    paths = sorted(CORPUS.rglob("*.md"))[::5]
    for path in paths:
        (record,) = engine().normalize_many(Document.from_path(path))
        assert isinstance(record, Record), path.name
        assert record.headline.value
        assert record.date_published.value
        assert bool(record.author.value) == ("\nauthor" in path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize("number", ["2029.", "14)", "007."])
def test_a_number_that_begins_a_wrapped_line_is_kept(number):
    """Only the number 1 begins a list in the midst of a paragraph; a year is a word of its sentence."""
    text = f"The bridge was to open in\n{number} Nobody knew why.\n\n{number} is a list\n15. as its next line is\n"
    record = Engine().normalize(Document(data=text.encode(), path="item.md"))
    assert f"open in\n{number} Nobody" in record.content.text
    assert f"{number} is a list" not in record.content.text
    assert "15. as" not in record.content.text
