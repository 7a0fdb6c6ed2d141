"""Expressions that are looked for by the words they need."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso import Pattern, Tokens

WORDS = st.lists(st.sampled_from(["Grants", "grants", "here", "İ", "ﬁ", "donors", ".", "x"]), max_size=12).map(" ".join)


@given(WORDS)
def test_near_every_match_stands_a_word_that_it_needs(text: str) -> None:
    """What is found in the sentences near such words is all that is found, whatever small letters do to lengths."""
    needing = Pattern(r"(?i)\b(?:grants|donors)\b", needs=("grant", "donor"))
    free = Pattern(r"(?i)\b(?:grants|donors)\b")
    starts = [match.start() for match in free.finditer(text)]
    assert set(starts) <= set(needing.near(text))
    assert list(free.near(text)) == starts


@given(WORDS)
def test_with_the_words_of_a_text_no_match_is_missed(text: str) -> None:
    """Where all needs are whole words, those that the text has not are not looked for, and nothing is lost by it."""
    source = r"(?i)\b(?:grants here|donors)\b"
    needing = Pattern(source, needs=("grants here", "donors"), whole=True)
    starts = [match.start() for match in needing.compiled.finditer(text)]
    assert set(starts) <= set(needing.near(text, Tokens(text)))
    assert all(need in text.lower() or " " in need for need in needing.needed(Tokens(text)))


@given(WORDS)
def test_the_methods_are_those_of_re(text: str) -> None:
    """With words that it needs, an expression finds, splits and replaces as without."""
    needing = Pattern(r"(?i)grants|donors", needs=("grant", "donor"))
    assert needing.findall(text) == needing.compiled.findall(text)
    assert needing.sub("_", text) == needing.compiled.sub("_", text)
    assert needing.split(text) == needing.compiled.split(text)
