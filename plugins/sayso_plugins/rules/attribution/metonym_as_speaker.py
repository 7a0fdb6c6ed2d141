"""The rule attribution/metonym-as-speaker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, Span, WordList, rule
from sayso_plugins.rules._near import has, with_genitives
from sayso_plugins.rules.attribution._capitals import CAPITALS, governing

if TYPE_CHECKING:
    from sayso import Analysis

#: Words for those who govern and for their bodies.
GOVERNMENT = frozenset(
    """government governments ministry ministries minister ministers president premier chancellor cabinet secretary
    spokesman spokeswoman spokesperson ambassador envoy diplomat department embassy administration parliament
    presidency chairman""".split()
)
OFFICES = WordList(with_genitives(GOVERNMENT))
#: How many words before an office it is told whose it is, and by which.
OWNER = 4
OWNERS = frozenset({"its", "the", "their", "a", "an"})
OF_A_PLACE = ("an", "ish", "ese", "ch", "i", "ic")
#: Where these stand, a city is a team.
SPORT = WordList("coach quarterback goalkeeper innings touchdown playoffs playoff semifinal semi-final".split())
SPEAKING = frozenset({"reporting", "knowing"})


@rule(
    "attribution/metonym-as-speaker",
    "A city or a building speaks for a government.",
    since="0.1",
    severity="info",
    certainty="lexical",
    confidence=0.85,
    judged=Judged(right=1, wrong=0, arguable=0),
    preview=True,
    cure="Name the office or the person who said it.",
    policies=[
        Policy("Reuters", "A source is described as closely as can be."),
        Policy("NPR", "Say whose officials speak, and describe them."),
    ],
    examples=[
        Flagged("Moscow said the treaty was dead.", at="Moscow"),
        Flagged("The treaty is dead, according to the Kremlin.", at="the Kremlin"),
        Flagged("Downing Street announced that the talks would go on.", at="Downing Street"),
        Flagged("Beijing insists that the island is its own. Beijing said nothing of the harbour.", at="Beijing"),
        Flagged("Nairobi has told the growers to wait.", at="Nairobi"),
        Flagged("A truce was ruled out by Hanoi on Tuesday.", at="Hanoi"),
        Flagged("In the view of Vienna, the treaty is dead.", at="Vienna"),
        Flagged("Lisbon fears a split.", at="Lisbon"),
        Flagged(
            "Brussels warned the isles that their fish may be barred. Fisheries minister Jo Berg called it a bluff.",
            at="Brussels",
        ),
        Clean("A truce was ruled out by the Vienna Herald, and the road by Lisbon was closed."),
        Clean("Moscow said the treaty was dead. Its foreign ministry published a note on Monday."),
        Clean(
            "Washington said it was sorry.\n\nThe deal is dead, White House spokesman Jo Berg said.",
            "The next says who.",
        ),
        Clean("The Kremlin spokesman, Ivan Orlov, said the treaty was dead."),
        Clean("“Moscow said the treaty was dead,” Ana Ruiz said.", "Somebody else's words."),
        Clean("Tom Washington plays the cello. Washington said he would rest.", "A person's name."),
        Clean("Washington is cold in winter, Ana Ruiz said."),
    ],
    known_false_alarms="A team, a university or a person that goes by the name of the city.",
)
def metonym_as_speaker(item: Item, *, metonyms: tuple[str, ...] = CAPITALS) -> Iterator[Finding]:
    """A city says nothing; readers cannot tell a president's word from a press officer's.

    The option `metonyms` lists the names, in lower case and without *the*. A paragraph, or a sentence
    behind, that names an office or its holder is clear enough. All places with one name are one finding.
    """
    analysis = item.analysis
    found: dict[str, list[Span]] = {}
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or attribution.cue_class not in SPEAKING or analysis.in_quotation(source.span):
            continue
        name = _bare(source.span.of(item.text))
        if name in metonyms:
            found.setdefault(name, []).append(source.span)
    for name, span in governing(item, metonyms):
        new = not any(span.overlaps(one) for one in found.get(name, ()))
        if new and analysis.sentence_at(span.start).is_read and not analysis.in_quotation(span):
            found.setdefault(name, []).append(span)
    if not found or has(item, SPORT):
        return
    offices = _offices(analysis)
    named = {analysis.sentences[index].paragraph for index in offices}
    for name, all_spans in found.items():
        sentences = [(span, analysis.sentence_at(span.start)) for span in all_spans]
        spans = [span for span, s in sentences if s.paragraph not in named and s.index + 1 not in offices]
        if spans and not _is_surname(analysis, name):
            shown = spans[0].of(item.text)
            yield Finding(f"{shown!r} stands for somebody who said it; who?", spans=tuple(spans))


def _bare(words: str) -> str:
    return " ".join(words.lower().replace(".", "").removeprefix("the ").split())


def _offices(analysis: Analysis) -> set[int]:
    """The sentences that have a word for an office or for one who holds it, and to whom it belongs, by index.

    *Its ministry*, *the president* and *the Dutch envoy* may be those of the place; *fisheries minister Jo Berg* is
    anybody's.
    """
    tokens = analysis.tokens
    found: set[int] = set()
    for i in tokens.having(OFFICES):
        if analysis.in_quotation(Span(tokens.starts[i], tokens.ends[i])):
            continue
        sentence = analysis.sentence_at(tokens.starts[i])
        start = max(0, i - OWNER)
        near = [k for k in range(start, i) if tokens.starts[k] >= sentence.span.start]
        begins = tokens.starts[i] == sentence.span.start or not near
        owned = any(
            tokens.lows[k] in OWNERS
            or tokens.lows[k].endswith(("’s", "'s"))
            or (tokens.words[k][0].isupper() and tokens.starts[k] > sentence.span.start)
            or (tokens.words[k][0].isupper() and tokens.lows[k].endswith(OF_A_PLACE))
            for k in near
        )
        behind = tokens.lows[i + 1 : i + 2]
        if owned or begins or behind in (["of"], ["in"], ["for"]) or _is_title(analysis, near):
            found.add(sentence.index)
    return found


def _is_title(analysis: Analysis, near: list[int]) -> bool:
    """Whether a house stands before the office: *White House spokesman*."""
    return any(analysis.tokens.lows[k] in ("house", "palace", "street", "kremlin") for k in near)


def _is_surname(analysis: Analysis, name: str) -> bool:
    """Whether a capitalised word stands before the name somewhere: *Tom Washington*."""
    last = name.split()[-1]
    if " " in name:
        return False
    words, lows = analysis.tokens.words, analysis.tokens.lows
    return any(
        i > 0
        and words[i - 1][0].isupper()
        and not words[i].isupper()
        and lows[i - 1] not in analysis.pack.function_like
        for i in analysis.tokens.having(with_genitives(frozenset({last})))
    )
