"""The conformance of exporters, formats and languages: sayso's own pass, and each way to break it is named."""

from __future__ import annotations

import csv
import io
import itertools
import json
import sys
import xml.etree.ElementTree as ElementTree

import pytest

from sayso import Exporter, Format, LanguagePack, Pattern
from sayso.testing import check_exporter, check_format, check_language
from sayso.testing.engines import engine_with

HOST = engine_with(bundled=["exporters", "formats", "languages"]).host
PARSERS = {
    "json": json.loads,
    "sarif": json.loads,
    "gitlab": json.loads,
    "junit": ElementTree.fromstring,
    "jsonl": lambda text: [json.loads(line) for line in text.split("\n") if line],
    "csv": lambda text: list(csv.reader(io.StringIO(text), strict=True)),
    **dict.fromkeys(("ninjs", "schema.org", "prov-json", "web-annotation", "in-toto"), None),
}


@pytest.mark.parametrize("name", sorted(HOST.exporters))
def test_the_bundled_exporters_keep_to_the_contract(name):
    """With everything, with nothing, with odd characters: text, and the same twice."""
    check_exporter(HOST.exporters[name], parse=PARSERS.get(name))


@pytest.mark.parametrize("name", sorted(HOST.formats))
def test_the_bundled_formats_keep_to_the_contract(name):
    """The same of reports, and nothing in them steers a terminal."""
    check_format(HOST.formats[name], parse=PARSERS.get(name))


NUMBERS = itertools.count()


def fails(values, rendering):
    """Fail on the first."""
    for value in values:
        yield str(value.nothing)


@pytest.mark.parametrize(
    ("render", "said"),
    [
        (fails, "AttributeError"),
        (lambda values, rendering: iter([b"bytes"]), "it yields bytes, not text"),
        (lambda values, rendering: iter([str(next(NUMBERS))]), "something else the second time"),
        (lambda values, rendering: iter([print("here") or ""]), "it printed 'here"),
        (lambda values, rendering: iter(["{"]), "JSONDecodeError"),
        (lambda values, rendering: sys.exit(0), "SystemExit: 0"),
        (lambda values, rendering: "a text", "it returns str; it yields its texts, or returns a list of them"),
        (lambda values, rendering: itertools.repeat("x"), "it yields 100,000 pieces and more"),
        (lambda values, rendering: None, "TypeError: it returns nothing; it yields its texts"),
    ],
)
def test_one_that_breaks_it_is_named(render, said):
    """A crash, bytes, a memory, a print, and what its own standard cannot read."""
    parse = json.loads if said == "JSONDecodeError" else None
    for kind, check in ((Exporter, check_exporter), (Format, check_format)):
        with pytest.raises(AssertionError) as failed:
            check(kind("made", "Made", render), parse=parse)
        assert said in str(failed.value)


def test_an_exporter_that_changes_what_it_writes_is_named():
    """What comes behind it, as another exporter, would write something else."""

    def marks(values, rendering):
        for value in values:
            value.record.extra["mine"] = 1
            yield value.record.id

    with pytest.raises(
        AssertionError, match=r"not so: it leaves what it writes as it was\n    something of them is another"
    ):
        check_exporter(Exporter("odd", "Odd", marks))


def test_a_format_that_lets_the_text_steer_a_terminal_is_named():
    """What an item says reaches the terminal of whoever checks it."""

    def raw(reports, rendering):
        for report in reports:
            for item in report.items:
                yield item.text

    with pytest.raises(AssertionError, match=r"it writes '\\x1b' as it came"):
        check_format(Format("raw", "Raw", raw))


ENGLISH = "The mill in the town will be closed in two months, and the workers will be paid, Ana Ruiz said on Monday."


def test_languages_are_checked_by_texts_and_by_odd_ones():
    """English is taken for English and for nothing else; a pack that takes everything is named, and one in capitals."""
    check_language(HOST.languages["en"], [ENGLISH])
    words = frozenset(ENGLISH.lower().split())
    with pytest.raises(AssertionError, match=r"(?s)taken for en.*least_shares decide; name more frequent short words"):
        check_language(LanguagePack("xx", function_words=frozenset({"zz"})), [ENGLISH])
    with pytest.raises(AssertionError, match=r"whose verbs cannot be {'said': 'say'}"):
        check_language(LanguagePack("xx", function_words=words, verbs={"said": "say"}), [ENGLISH])
    with pytest.raises(AssertionError, match="unterminated subpattern"):
        check_language(LanguagePack("xx", function_words=words, byline=Pattern("(")), [ENGLISH])
    with pytest.raises(AssertionError, match="function_words: 'The'"):
        check_language(LanguagePack("xx", function_words=words | {"The"}), [ENGLISH])
