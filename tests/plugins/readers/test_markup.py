"""Pieces of HTML: words, paragraphs and links as readers see them, in linear time whatever the piece."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso_plugins.readers.markup import shown


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain  text\n", "plain  text"),
        ("<!' he wrote <b>there</b><!x> <![if y]>", "<!' he wrote there"),
        ("<p>One\n two.</p><p>Three</p>", "One two.\n\nThree"),
        ("One<br>two<br/><br />three", "One\ntwo\n\nthree"),
        ("a &amp; b &lt;c&gt; &#x41; &#99999999999999999999;", "a & b <c> A \ufffd"),
        ("a < b, c > d", "a < b, c > d"),
        ("<script>x<b></script>One<style>y</style>", "One"),
        ("<head><title>t</title><body>One", "One"),
        ("<div hidden>x<div>y</div></div>One<p style='display: none'>z</p>", "One"),
        ("He said <q>no</q>.", "He said “no”."),
        ("<pre>a\n b</pre>", "a\nb"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"),
        ("un<b>believ</b>able", "unbelievable"),
        ("<!-- x -- y --><!DOCTYPE z>One<?php ?>", "One"),
        ("<a href='x>y' title=\"<\">One</a >", "One"),
        ("One<!-- never closed", "One"),
        ("One <a href=\"never closed", "One"),
        ("zero\u200bwidth\ufeff &zwnj;", "zerowidth"),
    ],
)  # fmt: skip
def test_what_is_shown(markup, text):
    """Blocks are paragraphs, white space is folded, and what nobody sees is not there."""
    assert shown(markup).text == text


def test_links_and_marks_stand_where_they_say():
    """Each link has its words and target, and each mark its stretch of the text."""
    found = shown("<h1>Head</h1><p>See <a href='/a'> this\n note </a>, <a>no link</a>.<blockquote>Said.</blockquote>")
    assert found.text == "Head\n\nSee this note , no link.\n\nSaid."
    assert found.links == (("this note", "/a"),)
    assert [(mark.kind, found.text[mark.start : mark.end]) for mark in found.marks] == [
        ("heading", "Head"),
        ("link", "this note"),
        ("quote", "Said."),
    ]


@given(st.text("<>a/b=\"'! -&;#x1?\n", max_size=200) | st.text(max_size=100))
def test_any_markup_is_answered(markup):
    """Whatever it is, there is a text, and marks lie within it in order."""
    found = shown(markup)
    assert all(0 <= mark.start < mark.end <= len(found.text) for mark in found.marks)
    assert not found.marks or found.text == found.text.strip()


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!--",
        "<![CDATA[",
        "</a ",
        "<?",
        "<!x",
        '<a b="',
        "<a b='\"",
        "<script>",
        "&#",
        "<a ",
        "</",
        "<a =",
        "<q>",
        "<a href=x>y",
        "<blockquote>x",
        "<pre>",
        "<div hidden>",
        "&amp",
        "<title>&a",
        "<a 'b' \"c\" ",
    ],
)
def test_repetition_takes_linear_time(piece):
    """Of pieces that keep Python's own reader of HTML busy for minutes, each is answered at once."""
    shown(piece * 10_000)
