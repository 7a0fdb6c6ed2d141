"""Laws of rules on many items: what they conclude depends on the set of items and on nothing else."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import sayso_plugins.plugin
from sayso import Config, Engine
from sayso.corpus.prints import CERTAIN, RUN, fingerprints
from support import engine

RULES = ("consistency", "dating/silent-change")
WORDS = "harbour mill ferry bank mayor river bridge tannery market council fire roof pump street depot".split()
#: Sentences that items share or change.
PIECES = [
    f"The {a} stands beside the {b} and the {c}, where nine people were killed in the {d} on Monday night."
    for a, b, c, d in zip(WORDS, WORDS[3:] + WORDS[:3], WORDS[7:] + WORDS[:7], WORDS[5:] + WORDS[:5], strict=True)
]
NUMBERS = st.lists(st.integers(), max_size=40)
OUTLETS = ("Example Post", "Daily Sample", "Lindow Herald")


@cache
def checker() -> Engine:
    return Engine(Config(select=RULES, preview=True), plugins=[sayso_plugins.plugin])


@st.composite
def items(draw: st.DrawFn) -> dict[str, Any]:
    """A plain item of a small world, so that copies, versions and circles are frequent."""
    pieces = draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))
    cited = draw(st.none() | st.sampled_from(OUTLETS))
    if cited:
        pieces.append(f"The {draw(st.sampled_from(WORDS[:3]))} bank will lose its licence, the {cited} reported.")
    one: dict[str, Any] = {"text": "\n\n".join(pieces), "language": "en", "outlet": draw(st.sampled_from(OUTLETS))}
    address = draw(st.none() | st.sampled_from(["https://example.org/1", "https://example.org/2"]))
    day = draw(st.none() | st.integers(1, 9))
    if address:
        one["url"] = address
    if day:
        one["date_published"] = f"2026-05-0{day}"
    return one


def concluded(*parts: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """What the rules say of a corpus that was collected in parts and merged."""
    whole = checker().index()
    for part in parts:
        with checker().index() as index:
            for _ in checker().check_many(part, index=index):
                pass
            whole.merge(index)
    with whole:
        report = checker().conclude(whole)
    assert not report.failures
    return [(i.id, f.rule, f.message, f.severity, f.spans, f.fingerprint) for i in report.across for f in i.findings]


@settings(max_examples=40, deadline=None)
@given(st.lists(items(), max_size=7), st.randoms(use_true_random=False), st.integers(0, 7))
def test_neither_order_nor_split_nor_repetition_changes_what_is_concluded(corpus, random, at):
    """One index or two merged, in any order, with items that come twice: the same findings in the same order."""
    once = concluded(corpus)
    shuffled = random.sample(corpus, len(corpus))
    assert concluded(shuffled[:at], shuffled[at:]) == once
    assert concluded(shuffled[at:], corpus, shuffled[:at]) == once


def test_the_small_world_has_something_to_find():
    """The law above is not about nothing."""
    first = {
        "text": "\n\n".join(PIECES[:4]),
        "language": "en",
        "outlet": "Example Post",
        "date_published": "2026-05-01",
    }
    copies = [{**first, "outlet": name, "date_published": "2026-05-02"} for name in OUTLETS[1:]]
    assert {rule for _, rule, *_ in concluded([first, *copies])} >= {
        "consistency/uncredited-copy",
        "consistency/one-origin-many-items",
    }


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=40),
    st.lists(st.integers(), max_size=40),
    st.lists(st.integers(), max_size=40),
)
def test_a_shared_run_is_never_missed_and_nothing_shared_is_never_seen(shared, before, after):
    """Texts that share twelve words in a row share a fingerprint, whatever surrounds them; numbers alone share none."""
    first = [*shared, *(f"a{n}" for n in before)]
    second = [*(f"b{n}" for n in after), *shared]
    common = fingerprints(first) & fingerprints(second)
    if len(shared) >= CERTAIN:
        assert common
    if len(shared) < RUN:
        assert not common


@given(st.lists(st.integers(0, 30), min_size=RUN, max_size=200))
def test_every_window_keeps_one_of_its_runs(numbers):
    """No stretch of the text goes without a fingerprint."""
    words = [str(number) for number in numbers]
    kept = fingerprints(words)
    runs = [fingerprints(words[at : at + RUN]) <= kept for at in range(len(words) - RUN + 1)]
    places = [-1, *(at for at, is_kept in enumerate(runs) if is_kept), len(runs)]
    assert all(b - a <= CERTAIN - RUN + 1 for a, b in pairwise(places))


def test_one_item_alone_gives_no_finding():
    """Rules on many items are silent while items are checked one by one."""
    assert not checker().check({"text": PIECES[0], "outlet": "Example Post"}).findings
    assert engine().host.rules["consistency/uncredited-copy"].preview
