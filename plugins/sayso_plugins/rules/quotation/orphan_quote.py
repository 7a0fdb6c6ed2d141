"""The rule quotation/orphan-quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, rule

if TYPE_CHECKING:
    from sayso import Analysis, Quotation, Sentence, Source

JOINT = frozenset({"two", "both", "three", "sides", "parties", "and"})
WORD = Pattern(r"[^\W\d_][\w’'-]*")


@rule(
    "quotation/orphan-quote",
    "Quoted words belong to no single speaker.",
    since="0.1",
    certainty="extraction",
    confidence=0.75,
    cure="Say who said it, in the same sentence; or drop the marks and paraphrase.",
    policies=[
        Policy("Reuters", "Name the speaker at once, and do not run the quotations of different speakers together."),
        Policy("NYT", "Everything between the marks is what somebody said, word for word."),
    ],
    examples=[
        Flagged('The two sides promised "a new chapter of trust".', at='"a new chapter of trust"'),
        Flagged(
            "The talks ended with a pledge of “full and lasting support” for the towns.",
            at="“full and lasting support”",
        ),
        Clean("Ana Ruiz promised “a new chapter of trust”."),
        Clean("“We will rebuild the bridge,” Ana Ruiz said. “It will take a year.”", "The second half goes on."),
        Clean("The song, called “A River Runs Through the Town”, was sung.", "A title."),
        Clean("The so-called “tin can” bridge was closed.", "A coined term."),
        Clean("She was blunt. “This is a disgrace and it must end.”", "The sentence before says who."),
    ],
    known_false_alarms="Slogans and proverbs that nothing marks as such.",
)
def orphan_quote(item: Item, *, least_words: int = 4) -> Iterator[Finding]:
    """Quotation marks promise that somebody said exactly this.

    The option `least_words` is the length from which a fragment counts as speech. Titles, slogans and coined
    terms are exempt, and so is the second half of a split quotation.
    """
    analysis = item.analysis
    if analysis.turns:
        return
    for quotation in analysis.quotations:
        sentence = analysis.sentence_at(quotation.span.start)
        words = [m.group() for m in WORD.finditer(item.text, *quotation.inner)]
        if not sentence.is_read or quotation.continues or len(words) < least_words:
            continue
        if _is_title(item, quotation, words):
            continue
        owner = analysis.owner(quotation)
        if owner is not None:
            source = analysis.source_of(owner)
            if source is None or not _is_many(source, analysis.speaker_kind(owner.speaker), item.text):
                continue
        elif _somebody_speaks(analysis, sentence, quotation):
            continue
        yield Finding("nobody is said to have said this", spans=(quotation.span,))


def _is_many(source: Source, speaker: str | None, text: str) -> bool:
    """Whether several speak at once, or nobody in particular: a quotation is one voice."""
    words = source.span.of(text).lower().split()
    if source.kind == "pronoun":
        return words == ["they"] and (speaker is None or speaker == "unnamed_collective")
    if source.kind == "unnamed_collective":
        return len(words) < 8
    return source.plural and bool(JOINT & set(words)) and "statement" not in words


def _is_title(item: Item, quotation: Quotation, words: list[str]) -> bool:
    """A name, title or inscription: announced as one, or written with capitals throughout."""
    near = item.text[max(0, quotation.span.start - 60) : quotation.span.start].lower()
    before = [m.group() for m in WORD.finditer(near)][-5:]
    if set(before) & item.pack.title_signs:
        return True
    long = [word for word in words if len(word) > 3]
    return len(words) <= 12 and sum(word[0].isupper() for word in long) > 0.6 * len(long)


def _somebody_speaks(analysis: Analysis, sentence: Sentence, quotation: Quotation) -> bool:
    """Whether one person is the subject of the clause with the quotation, or a quotation alone follows one."""
    pack = analysis.pack
    elements = analysis.narration(sentence)
    at = next((i for i, el in enumerate(elements) if el.start >= quotation.span.start), len(elements))
    start = at
    while start > 0 and elements[start - 1].text not in (",", ";", ":", "–", "—"):
        start -= 1
    clause = [el for el in elements[start:at] if el.kind == "word"]
    if not any(el.kind == "word" for el in elements):
        return any(_names_one(analysis, near) for near in _neighbours(analysis, sentence))
    lows = [el.low for el in clause]
    if set(lows[:4]) & JOINT:
        return False
    subject = clause[:6]
    return any(
        el.low in pack.singular_pronouns or el.low in pack.roles or (el.capital and i > 0)
        for i, el in enumerate(subject)
    ) or (
        bool(clause)
        and clause[0].capital
        and start == 0
        and clause[0].low not in pack.determiners | pack.prepositions | pack.adverbs | pack.clause_words
    )


def _neighbours(analysis: Analysis, sentence: Sentence) -> list[Sentence]:
    found = []
    for index in (sentence.index - 1, sentence.index + 1):
        if 0 <= index < len(analysis.sentences):
            near = analysis.sentences[index]
            if abs(near.paragraph - sentence.paragraph) <= 1 and near.is_read:
                found.append(near)
    return found


def _names_one(analysis: Analysis, sentence: Sentence) -> bool:
    pack = analysis.pack
    words = [el for el in analysis.narration(sentence) if el.kind == "word"]
    return any(
        el.low in pack.singular_pronouns or el.low in pack.roles or (el.capital and i > 0) for i, el in enumerate(words)
    ) or bool(analysis.attributions_in(sentence))
