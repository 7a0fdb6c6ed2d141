"""The HTML report without a browser: its structure, its limits, and what hostile words make of it."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from html_pages import ALLOWED, ATTRIBUTES, TEXT, Read, at, finding, item, page, reports, usual
from mill import mill
from sayso import (
    Agent,
    Engine,
    Fact,
    Failure,
    ItemReport,
    Org,
    PluginRef,
    Relation,
    Rendering,
    Report,
    Severity,
    Span,
    evolve,
)
from sayso_plugins.formats.html import item as item_module
from sayso_plugins.formats.html import marks
from sayso_plugins.formats.html import notes as notes_module
from sayso_plugins.formats.html import page as page_module
from sayso_plugins.formats.html.format import HTML
from sayso_plugins.formats.html.safe import STEERING, address
from sayso_plugins.formats.text import CAVEAT

STYLE = (files("sayso_plugins.formats.html") / "style.css").read_text("utf-8")
NAUGHTY = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "<!-- <p> ]]> -->",
    "<svg/onload=alert(1)>",
    "&lt;b&gt; &#60;b&#62; &amp;lt;",
    "</title><meta http-equiv=refresh content=0>",
    "{{7*7}} ${7*7} <%= 7 %>",
    "\x00\x08\x1b[31m\x7f\x85\x9f",
    "abc\u202egnp.exe\u202c \u2066x\u2069 \u2028\u2029\ufeff",
    "\ud800 alone \udfff",
    "e" + "\u0301" * 300,
    "\ufdd0\ufffe\uffff",
    "名前 \U0001f3f4\U000e0067\U000e007f",
    "",
    " \t\r\n ",
    "a" * 5000,
]
words = st.one_of(st.sampled_from(NAUGHTY), st.text(max_size=40))


def whole(found: list[Report]) -> str:
    """What a reader sees of reports."""
    return Read(page(found)).text


def test_a_page_is_sound():
    """Elements close in their turn, ids are there once, and what links and descriptions refer to is on the page."""
    read = Read(page(reports()))
    assert len(read.ids) == len(set(read.ids))
    assert set(read.links) - set(read.ids) == set()
    assert read.tags <= ALLOWED
    assert {name for name in read.attributes if not name.startswith(("aria-", "data-"))} <= ATTRIBUTES


def test_headings_skip_no_level():
    """Each heading is at most one level below the one before it, and there is one first heading."""
    levels = [int(level) for level in re.findall(r"<h([1-6])", page(reports()))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_only_our_style_and_script_may_run():
    """The policy allows nothing from elsewhere, and of what is in the page exactly the style and the script there."""
    html = page(reports())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert policy.startswith("default-src 'none';")
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        digest = base64.b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}';" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<[^>]+\s(?:src|style|srcset|action|on\w+)=", html)
    assert "@import" not in STYLE
    assert "url(" not in STYLE


def test_the_page_says_what_a_pass_means():
    """The caveat is on the page, whatever was found."""
    assert CAVEAT in whole([Report((item("A mill closed."),))])


def test_the_same_reports_give_the_same_bytes():
    """Rendered twice, reports make the same page."""
    assert page(reports()) == page(reports())


def test_a_run_without_items_is_a_page():
    """Failures alone, and nothing at all, make sound pages that say so."""
    assert "Nothing could be checked: 1 input could not be read" in whole(
        [Report((), (Failure("x.json", "json", "no"),))]
    )
    assert "Nothing was checked" in whole([])


@pytest.mark.parametrize(
    "said",
    [
        "from its metadata",
        "in the text: “The mill closed” · 90 % sure",
        "inferred: a third of its words are function words · 80 % sure",
        "set in the configuration by news desk",
        "missing Where it was looked for",
        "not the mill: in the text: “The mill”",
        "2026-05-04 (written “4 May 2026”)",
        "sources (unnamed collective, not named) — said; indirect; 90 % sure",
        "Unsourced claim: military action: “sent help”",
    ],
)
def test_what_is_known_is_said_with_its_evidence(said):
    """Each status of a fact has its words, as do alternatives, attributions and unsourced claims."""
    assert said in whole([Report((usual(),))])


def test_a_claim_with_a_finding_has_one_note():
    """An unsourced claim that a finding is about has the note of the finding and no other."""
    found = finding("a/claim", Severity.WARNING, TEXT, at(TEXT, "sent help"))
    assert "Unsourced claim:" not in whole([Report((item(TEXT, found, record=mill(TEXT)),))])


def test_a_report_without_records_shows_text_and_findings():
    """Whoever has no records gets the text, the findings, and nothing made up about facts."""
    seen = whole([Report((item(TEXT, finding("a/b", Severity.ERROR, TEXT, at(TEXT, "sources"))),))])
    assert "The mill closed" in seen
    assert "about a/b" in seen
    assert "What is known" not in seen


def test_what_items_show_together_leads_to_the_item():
    """A finding of several items has a note of its own, which links to the item's part of the page."""
    html = page(reports())
    across = html[html.index('id="across"') :]
    assert "about consistency/copy" in across
    assert '<a href="#item-1">' in across


# Hostile words


@settings(max_examples=30, deadline=None)
@given(words, words, words, words)
def test_no_words_become_markup(text, message, name, path):
    """Text, messages, names, paths and rules may be anything: the page uses no other elements and attributes."""
    spans = [(0, len(text))] if text else []
    record = mill(TEXT, headline=Fact.asserted(name or "x", PluginRef("p", "1"), pointer=path or "/"))
    record = mill(TEXT, **changed(name)) if name else record
    found = finding(f"{name}/{path}", Severity.WARNING, text, *spans, message=message)
    reported = ItemReport(name, path, message, "0" * 64, PluginRef(name, path), (found,), (), text, uri=name)
    told = Failure(path, name, message, text)
    html = page([Report((reported, item(TEXT, record=record)), (told,), across=(reported,))])
    read = Read(html)
    assert read.tags <= ALLOWED
    assert {name for name in read.attributes if not name.startswith(("aria-", "data-"))} <= ATTRIBUTES
    assert set(read.links) - set(read.ids) == set()
    assert len(read.titles) == 1
    assert all(target.startswith("http") for target in read.outside)
    assert not STEERING.search(html)
    html.encode("utf-8")


def changed(name: str) -> dict[str, object]:
    """Facts of a record that hold a name."""
    plugin = PluginRef("p", "1")
    return {
        "outlet": Fact.asserted(Org(name, url=name, owner=name, funders=(name,)), plugin, pointer=name),
        "author": Fact.asserted((Agent(name, role=name),), plugin, pointer="/author"),
        "uri": Fact.asserted(name, plugin, pointer="/url"),
        "language": Fact.inferred(name, plugin, basis=name, confidence=0.5),
        "headline": Fact.missing(plugin, looked_in=(name,)),
    }


def test_the_suite_of_naughty_strings_makes_no_markup():
    """The big list of naughty strings, each as text, message and name, makes no element of its own."""
    suite = Path(__file__).parents[4] / "shared" / "corpus" / "hostile" / "blns" / "blns.json"
    if not suite.is_file():
        pytest.skip("the list of naughty strings is not there")
    found = []
    for n, said in enumerate(json.loads(suite.read_text("utf-8"))):
        spans = [(0, len(said))] if said else []
        found.append(Report((item(said, finding("a/b", Severity.INFO, said, *spans, message=said), number=n),)))
    read = Read(page(found))
    assert read.tags <= ALLOWED
    assert all(target.startswith("http") for target in read.outside)


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "file:///x",
        "//example.org",
        "http://a b",
        "http://a\n",
        'https://a"onclick=',
        "https://a\u202e",
        "https://a\ud800",
        "http://",
        "",
    ],
)
def test_only_addresses_of_the_web_are_links(written):
    """Scripts, files, data and what is no address are shown and lead nowhere."""
    assert address(written) is None


def test_an_address_of_the_web_is_a_link():
    """An address is followed, escaped as an attribute."""
    assert address("https://example.org/a?b=1&c='") is None
    assert address("https://example.org/a?b=1&c=2") == "https://example.org/a?b=1&amp;c=2"


# Marks


@settings(max_examples=80, deadline=None)
@given(st.text("ab \n<&", min_size=1, max_size=60), st.data())
def test_marks_leave_the_text_as_it_is(text, data):
    """However marks nest, cross and repeat, the words of the pieces are the words of the text."""
    kinds = st.sampled_from([*marks.KINDS])
    places = st.tuples(st.integers(0, 59), st.integers(1, 60)).filter(lambda pair: pair[0] < pair[1])
    given_marks = [
        marks.Mark(start, end, data.draw(kinds), data.draw(st.sampled_from("acf")), n)
        for n, (start, end) in enumerate(data.draw(st.lists(places, max_size=12)))
    ]
    span = Span(0, len(text))
    here = marks.by_paragraph(given_marks, [span]).get(0, [])
    made = "".join(marks.marked(text, span, here, {}))
    read = Read(f'<p id="x-p1">{made}</p>')
    assert "".join(read.paragraphs) == text
    marked = {n for mark in given_marks for n in range(mark.start, min(mark.end, len(text)))}
    assert sum(map(len, re.findall(r">([^<]*)</span>", made.replace("&lt;", "l").replace("&amp;", "a")))) == len(marked)


def test_deeply_nested_marks_stay_small():
    """A thousand marks around one another make a page in proportion to their number, not to its square."""
    nested = [marks.Mark(n, 2000 - n, "content", "a", n + 1) for n in range(1000)]
    made = "".join(marks.marked("x" * 2000, Span(0, 2000), nested, {}))
    assert len(made) < 2000 * 100


# Limits


def test_of_very_many_items_the_gravest_are_shown_and_all_are_counted(monkeypatch):
    """Beyond the limits the page says how many there are; the counts are over all; the list has the worst first."""
    monkeypatch.setattr(page_module, "DETAILED", 2)
    monkeypatch.setattr(page_module, "LISTED", 3)
    grave = finding("a/grave", Severity.ERROR, TEXT)
    mild = finding("a/mild", Severity.INFO, TEXT)
    found = [Report((item(TEXT, grave if n in (3, 5) else mild, number=n),)) for n in range(1, 7)]
    html = page(found)
    assert re.findall(r'<article class="item" id="(item-\d)"', html) == ["item-3", "item-5"]
    assert re.findall(r'<tr role="row" data-item="(item-\d)"', html) == ["item-3", "item-5", "item-1"]
    read = Read(html)
    assert set(read.links) <= set(read.ids)
    assert "6 items checked: 2 errors, 4 info" in read.text
    assert "Shown are the 2 gravest of 6 items" in read.text
    assert "The list has the 3 gravest of 6 items" in read.text


def test_a_long_text_and_many_findings_are_cut_with_a_word(monkeypatch):
    """What of an item is not shown is counted on the page, and the gravest findings have their notes."""
    monkeypatch.setattr(item_module, "SHOWN", 40)
    monkeypatch.setattr(notes_module, "NOTES", 2)
    late = at(TEXT, "army")
    found = [finding(f"a/{n}", Severity.INFO, TEXT, late) for n in "bcd"]
    seen = whole([Report((item(TEXT, *found, finding("a/z", Severity.ERROR, TEXT, late), record=mill(TEXT)),))])
    assert f"{len(TEXT) - 40} characters more of the text are not shown" in seen
    assert "2 findings more" in seen
    assert "about a/z" in seen


# Colours


def colors() -> Iterator[tuple[str, dict[str, str]]]:
    """The colours of each scheme."""
    light, dark = re.findall(r":root \{(.*?)\}", STYLE, re.S)
    named = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    yield "light", named
    yield "dark", {**named, **dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark))}


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


BACKGROUNDS = ("paper", "panel", "content-tint", "error-tint", "warning-tint", "info-tint", "on")
TEXTS = [(ink, ground) for ink in ("ink", "source", "cue", "link") for ground in BACKGROUNDS]
TEXTS += [(ink, ground) for ink in ("soft", "error", "warning", "info") for ground in ("paper", "panel")]
#: Charts, lines that carry meaning, and the focus.
GRAPHICS = [(part, "paper") for part in ("error", "warning", "info", "good", "cue", "vague", "other", "line", "focus")]
GRAPHICS += [("content-line", "content-tint"), *((f"{one}", f"{one}-tint") for one in ("error", "warning", "info"))]


@pytest.mark.parametrize(("scheme", "named"), list(colors()), ids=["light", "dark"])
def test_colours_keep_their_distance(scheme, named):
    """Text has a contrast of 4.5 to 1 on every ground that it can stand on, graphics have 3 to 1 (WCAG 2.2 AA)."""
    weak = {pair: contrast(named[pair[0]], named[pair[1]]) for pair in TEXTS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}
    weak = {pair: contrast(named[pair[0]], named[pair[1]]) for pair in GRAPHICS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}


def test_the_measure_of_contrast_is_right():
    """Black on white has 21 to 1, and grey #767676 on white just passes."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert 4.5 < contrast("#767676", "#ffffff") < 4.6


# Whoever asks for records


def test_the_format_asks_for_records():
    """The format says that it needs records; rendering works by the public contract of formats."""
    assert HTML.records
    assert next(iter(HTML.render([], Rendering("0.1.0")))).startswith("<!DOCTYPE html>")


def test_what_an_item_replaces_and_where_a_note_points_is_shown():
    """A tie to another item is there, an address that no browser may follow too, and a minute without seconds."""
    note = {"kind": "ownership", "text": "Owned by forty newspapers", "href": "vell.example/rules"}
    told = {
        "text": "The mill closed, Jo Berg said.",
        "independence": [note],
        "date_published": "2026-05-04T08:30+02:00",
    }
    record = Engine().normalize(told)
    ties = (Relation("corrects", "VW<0413>"), Relation("cites", "https://post.example/quiet"))
    page = whole([Engine().check(evolve(record, relations=ties), records=True)])
    assert "Corrects VW<0413>" in page
    assert "Owned by forty newspapers – vell.example/rules" in page
    assert "https://post.example/quiet" not in page
    assert "2026-05-04T08:30+02:00" in page
    assert "2026-05-04T08:30:00" not in page
