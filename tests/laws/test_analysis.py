"""Laws of the analysis: its spans, its work on hostile text, and the parts that scores are made of."""

from __future__ import annotations

import itertools
import sys
import tracemalloc
import unicodedata
from array import array

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso_plugins.plugin
from sayso import Document, Engine, Failure, Record, SaysoError, Span
from sayso.analysis.crf import LANE, ZERO, Field, pack_fields, unpack_fields
from sayso.analysis.scorer import Scorer
from sayso.analysis.sureness import measured
from sayso.analysis.templates import TEMPLATE, UNUSED, A, B, Templates, mixed
from sayso.analysis.tokens import Tokens

ENGINE = Engine(plugins=[sayso_plugins.plugin])
#: What cues, names, quotations and clusters of characters are made of.
PIECES = [
    "Ana Ruiz", "Ana Ruíz", "the mayor", "Rui\u0301z", "said", "told reporters", "that", "according to", "reportedly",
    "is said to", "“", "”", "‘", "’", '"', "«", "»", "(", ")", ":", ",", ".", "?", "…", "–", "\n\n", "\r\n", "\r\n\r\n",
    "today", "4 May 2026", "👩🏽\u200d🚒", "🇮🇪", "e\u0301", "שלום", "قال", "dijo", "añadió", "según",
    "nine people died", "it rained", "U.S.", "Mr. Okoro", "he", "they",
]  # fmt: skip


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Texts of such pieces, blanks between most of them."""
    pieces = draw(st.lists(st.sampled_from(PIECES), min_size=3, max_size=40))
    gaps = draw(st.lists(st.sampled_from([" ", " ", " ", ""]), min_size=len(pieces), max_size=len(pieces)))
    return "Ana Ruiz said that the mill was the last of the four in the town. " + "".join(
        piece + gap for piece, gap in zip(pieces, gaps, strict=True)
    )


def spans_of(record: Record) -> list[Span]:
    """Every span of attributions, claims, quotations, speakers and sections."""
    found: list[Span] = []
    for one in record.attributions:
        found += [*one.source, *one.cue, *one.content, *((one.addressee,) if one.addressee else ())]
    found += [claim.span for claim in record.claims] + [quote.span for quote in record.quotes]
    found += [mention for speaker in record.speakers for mention in speaker.mentions]
    return found + [section.span for section in record.sections]


def cuts(text: str, offset: int) -> bool:
    """Whether an offset lies inside what readers see as one character."""
    if not 0 < offset < len(text):
        return False
    before, behind = text[offset - 1], text[offset]
    extends = unicodedata.category(behind)[0] == "M" or behind == "\u200d" or "\U0001f3fb" <= behind <= "\U0001f3ff"
    flags = "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= behind <= "\U0001f1ff"
    halves = sum(1 for _ in itertools.takewhile(lambda c: "\U0001f1e6" <= c <= "\U0001f1ff", reversed(text[:offset])))
    return extends or before == "\u200d" or text[offset - 1 : offset + 1] == "\r\n" or (flags and halves % 2 == 1)


@given(prose())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_span_lies_in_the_text_and_cuts_no_character(text):
    """Spans end where characters end, and the record says the words that stand there."""
    record = ENGINE.normalize(Document.from_text(text))
    for span in spans_of(record):
        assert 0 <= span.start < span.end <= len(text)
        assert not cuts(text, span.start), (text, span)
        assert not cuts(text, span.end), (text, span)
    for fact in (claim.contestable for claim in record.claims):
        assert all(selector.exact == text[selector.start : selector.end] for selector in fact.selectors)


@given(prose())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_text_gives_the_same_record(text):
    """No state stays from one item to the next."""
    first = ENGINE.normalize(Document.from_text(text))
    ENGINE.normalize(Document.from_text(text[::-1]))
    assert ENGINE.normalize(Document.from_text(text)) == first


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_tokens_lie_in_order_and_hold_all_that_is_not_blank(text):
    """Tokens are the words at their places; between them is white space only."""
    tokens = Tokens(text)
    end = 0
    for start, stop, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True):
        assert text[start:stop] == word
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize("cluster", ["🇮🇪", "e\u0301", "👩🏽\u200d🚒", "क्षि"])
def test_what_reads_as_one_character_is_never_parted(cluster):
    """A flag, an accent, an emoji of several parts and a syllable of Devanagari each lie in one token, alone or not."""
    for text in (cluster, f"x {cluster} y", f"{cluster}{cluster}"):
        tokens = Tokens(text)
        assert not any(cuts(text, offset) for offset in (*tokens.starts, *tokens.ends)), tokens.words


def calls(text: str) -> int:
    """How many calls the analysis of a text makes: a measure of its work that no other program disturbs."""
    count = 0

    def counting(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    document = Document.from_text(text)
    sys.setprofile(counting)
    try:
        ENGINE.normalize(document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "“ ", "” ", '" ', "‘a ", "said ", "said that ", "reportedly ", "according to ", "(( ", "((([[[ said ))) ",
        "Mr. ", "U.S. ",
        "Ana Ruiz said. He said. ", "Ruiz, the mayor, ", "he, who said, ", "a", ". . ", "- – ", "on Tuesday last May ",
        "Ana: yes\n\nBen: no\n\n", "e\u0301", "“She said ‘no’,” he said. ", "\n", "«», añadió. ",
        "Berg shrugged. “It is late,” he said.\n\n", "Disclosure: Norbank owns a part of it.\n\n",
    ],
)  # fmt: skip
def test_work_grows_no_faster_than_the_text(piece):
    """Four times the text takes at most four times the work and a little, whatever it repeats."""
    begin = "Ana Ruiz said that the mill was the last of the four in the town.\n\n"
    calls(begin)
    short, long = (calls(begin + piece * (size // len(piece))) for size in (3_000, 12_000))
    assert long <= 4.8 * short


def test_a_lone_surrogate_is_refused_in_words():
    """What no encoding can write is no text; the answer says so."""
    report = ENGINE.check(Document.from_text("He said \ud83d it rained."))
    assert not report.items
    assert [type(failure) for failure in report.failures] == [Failure]
    assert "surrogate" in report.failures[0].message


# The learned part

weights = st.integers(-ZERO, ZERO - 1)


@st.composite
def chains(draw: st.DrawFn) -> tuple[Field, list[list[int]]]:
    """A field of three labels without features that matter, and the scores of a short chain."""
    moves = draw(st.lists(st.tuples(weights, weights, weights), min_size=4, max_size=4))
    scores = draw(st.lists(st.lists(weights, min_size=3, max_size=3), min_size=1, max_size=6))
    return Field(("none", "a", "b"), 1, 8.0, array("Q", [0, 0]), tuple(moves)), scores


@given(chains())
def test_the_best_path_is_the_best_of_all(case):
    """No other labels score more than those found, and of equals the lowest are taken."""
    field, scores = case

    def total(labels: tuple[int, ...]) -> int:
        moves = field.transitions[-1][labels[0]] + sum(field.transitions[a][b] for a, b in itertools.pairwise(labels))
        return moves + sum(row[label] for row, label in zip(scores, labels, strict=True))

    best = tuple(field.best(scores, field.leads()))
    assert total(best) == max(map(total, itertools.product(range(3), repeat=len(scores))))


@given(chains())
def test_shares_are_shares(case):
    """At each place they add up to one."""
    field, scores = case
    for shares in field.shares(scores):
        assert abs(sum(shares) - 1) < 1e-9
        assert all(0 <= share <= 1 for share in shares)


def named(first, second, template, bits):
    """The number of the weights of one feature, as the paper on hashing has it."""
    return (first * A ^ second * B) + (template + 1) * TEMPLATE >> UNUSED & (1 << bits) - 1


WRITTEN = "here|there\nfar*64 near|far\nfar|near*3 there"


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**16), st.integers(0, 63), st.integers(0, 63), st.integers(1, 16))
def test_all_templates_at_once_are_each_by_itself(here, there, far, near, bits):
    """What values add, summed up in any part, names the weights that each template names alone."""
    templates = Templates(WRITTEN)
    wanted = (
        named(here, there, 0, bits),
        named(far * 64 + near, far, 1, bits),
        named(far, near * 3 + there, 2, bits),
    )
    parts = mixed(here) * templates.lanes("here") + templates.of(there=there) + templates.table(64, near=1)[near]
    for shown in (templates.of(here=here, there=there, far=far, near=near), parts + templates.table(64, far=1)[far]):
        assert templates.numbers(shown, templates.mask(bits)) == wanted


@given(st.lists(st.tuples(weights, weights), min_size=4, max_size=4), st.integers(0, 2**32 - 1))
def test_scores_are_the_sums_of_weights(rows, value):
    """Adding packed numbers adds up every label."""
    packed = array("Q", [(a + ZERO) | (b + ZERO) << LANE for a, b in rows])
    field = Field(("none", "a", "b"), 2, 8.0, packed, ((0, 0, 0),) * 4)
    templates = Templates("a|\n|a\na|a")
    shown = templates.of(a=value)
    wanted = [rows[place] for place in templates.numbers(shown, templates.mask(2))]
    assert Scorer(field, templates).emission(shown) == [0, sum(a for a, _ in wanted), sum(b for _, b in wanted)]


def test_a_field_that_features_cannot_name_is_refused():
    """A field of more weights than a lane can number is not scored by."""
    with pytest.raises(SaysoError, match="larger than features can name"):
        Scorer(Field(("none", "a"), 18, 8.0, array("Q"), ((0, 0),) * 3), Templates("a|"))


@given(chains(), st.integers(1, 40))
def test_a_model_file_comes_back_or_says_that_it_is_cut_short(case, missing):
    """What was written is read; a file that lacks its end is refused in words."""
    field, _ = case
    blob = pack_fields({"threshold": "0.3"}, [field])
    header, fields = unpack_fields(blob)
    assert header == {"threshold": "0.3"}
    assert fields == (field,)
    with pytest.raises(SaysoError):
        unpack_fields(blob[:-missing])


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_surer_score_is_never_less_sure(first, second):
    """Within each pattern of the English pack, more raw score means at least as much confidence."""
    pack = ENGINE.languages["en"]
    low, high = sorted((first, second))
    for pattern in ("learned", "right", "tail", "nothing measured"):
        for sourced in (True, False):
            assert measured(pack, pattern, low, sourced=sourced) <= measured(pack, pattern, high, sourced=sourced)


@pytest.mark.parametrize(
    "piece", ["“", "“a", '"', "He said it. ", "He said “a”. ", "‘a’ ", "according to ", "Ana Ruiz "]
)
def test_memory_follows_the_size_of_a_hostile_text(piece):
    """A text of one piece over and over takes at most 250 times its size, its record included."""
    size = 10_000
    text = (piece * size)[: size // len(piece.encode()) * len(piece)]
    ENGINE.normalize(Document.from_text("He said it was fine."))
    tracemalloc.start()
    ENGINE.normalize(Document.from_text(text))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 250 * size, peak


def test_marks_without_a_word_between_them_quote_nothing():
    """They are no quotations of the record; those with a word are."""
    record = ENGINE.normalize(Document.from_text("Ana Ruiz said “ ” and “never again” to the mayor of the town."))
    assert [quote.span.of(record.content.text) for quote in record.quotes] == ["“never again”"]
