"""Lists of words, and the words of an item that are in them."""

from __future__ import annotations

import pickle
import sys
import threading

from hypothesis import given
from hypothesis import strategies as st

from sayso import Tokens, WordList
from support import analysis

SOME = st.sampled_from(["Mill", "mill", "mill’s", "toll-free", "free", "3,000", "the", "The", ".", "“", "zebra"])
TEXTS = st.lists(SOME, max_size=15).map(" ".join)
LISTS = st.frozensets(st.sampled_from(["mill", "mill’s", "toll-free", "toll", "free", "3,000", "the", "gnu"]))


@given(TEXTS, LISTS)
def test_a_list_finds_what_any_set_finds(text: str, words: frozenset[str]) -> None:
    """Whether it was made before the words of the text or behind them."""
    before, tokens = WordList(words), Tokens(text)
    expected = [i for i, low in enumerate(tokens.lows) if low in words]
    assert set(tokens.hits(before)) == set(tokens.lows) & words
    assert tokens.having(before) == tokens.having(words) == tokens.having(WordList(words)) == expected


@given(TEXTS, LISTS)
def test_parts_are_the_runs_of_letters_and_digits(text: str, words: frozenset[str]) -> None:
    """Of *toll-free* both words are parts, and neither is one of the words of the text."""
    tokens = Tokens(text)
    assert set(tokens.hits(WordList(words), parts=True)) == tokens.parts & words
    assert tokens.known <= tokens.parts | {low for low in tokens.known if not low.isalnum()}


def test_a_list_is_a_set_that_can_be_copied():
    """Equal lists have one number, also behind a pickle; what is made of lists by operators is a plain set."""
    first, second = WordList(["a", "b"]), WordList({"b", "a"})
    assert first == second == frozenset("ab")
    assert first.number == second.number == pickle.loads(pickle.dumps(first)).number
    assert type(first | {"c"}) is frozenset


def test_a_list_that_is_made_late_is_found():
    """A rule of a plugin that is loaded behind the first item looks for its own words."""
    tokens = Tokens("The quagga ran.")
    assert not tokens.hits(WordList({"okapi"}))
    assert list(tokens.hits(WordList({"quagga", "okapi"}))) == ["quagga"]


def test_sentences_with_words_are_in_order_and_each_once():
    """Those in quotations count."""
    read = analysis("A mill stood. “The mill and the mill,” he said.\n\nIt is gone. No mill is left.")
    assert [one.index for one in read.sentences_with(WordList({"mill"}))] == [0, 1, 3]


def test_lists_made_in_several_threads_are_told_apart():
    """Expressions make theirs when they are first asked, and rules may run in threads."""
    made: list[int] = []
    begin = threading.Barrier(8)

    def make(thread: int) -> None:
        begin.wait()
        made.extend(WordList([f"w{thread}of{n}", f"v{thread}of{n}"]).number for n in range(500))

    threads = [threading.Thread(target=make, args=(thread,)) for thread in range(8)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert len(set(made)) == len(made) == 4000
