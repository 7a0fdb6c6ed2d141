"""The rule consistency/attribution-drift."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso import Across, Clean, Corpus, Entry, Finding, Flagged, Item, Policy, Span, Trace, corpus_rule
from sayso_plugins.rules.consistency.content_words import alike, content_words

NAME = "consistency/attribution-drift"
#: What an origin says on somebody's word; and what nobody is said to say any more.
SOURCED = frozenset({"attributed", "vague", "hedged"})
LEAST = 3


def collect(item: Item) -> Iterator[Trace]:
    """The claims that need a source and have none, and all that is said on somebody's word: what they are about."""
    for claim in item.analysis.claims:
        sourced = claim.standing in SOURCED
        if not sourced and not (claim.contestable.known and claim.standing == "unsourced"):
            continue
        spans: tuple[Span, ...] = (claim.span,)
        if sourced:
            # What "may have" happened needs a source only where it is told flatly.
            sentence = item.analysis.sentence_at(claim.span.start)
            own = [span for one in item.analysis.attributions_in(sentence) for span in one.content]
            if not (own or claim.contestable.known):
                continue
            spans = tuple(own) or spans
        words = content_words(item, spans)
        if len(words) >= LEAST:
            yield Trace("", {"sourced": sourced, "words": words, "start": claim.span.start, "end": claim.span.end})


REST = (
    "The fire began in the eastern hall shortly before midnight and reached the roof within minutes. Eleven crews came "
    "from four towns, and their hoses ran dry twice because the pumps at the river had no power. Traders brought them "
    "tea. At six the last flames were out, and the street smelled of leather for days."
)
LATER = {"outlet": "Daily Sample", "date_published": "2026-05-05"}
SHELLED = {
    "outlet": "Example Post",
    "date_published": "2026-05-04",
    "text": f"Rebels shelled the grain depot at Orlo, killing nine, mayor Ana Ruiz said.\n\n{REST}",
}


@corpus_rule(
    NAME,
    "A claim that its origin gave on somebody's word is stated flatly.",
    collect=collect,
    since="0.1",
    preview=True,
    certainty="extraction",
    confidence=0.7,
    cure="Say who says so, as the report does that this follows.",
    policies=[
        Policy("BBC, 3.2.3", "Claims and allegations that are not corroborated are attributed.", "2019"),
        Policy("Associated Press", "A disputable fact keeps its source wherever it is told again."),
    ],
    examples=[
        Flagged(
            f"Rebels shelled the grain depot at Orlo, killing nine.\n\n{REST}",
            at="Rebels shelled the grain depot at Orlo, killing nine.",
            item=LATER,
            beside=(SHELLED,),
        ),
        Flagged(
            f"{REST}\n\nNine people were killed when rebels shelled the grain depot at Orlo.",
            at="Nine people were killed when rebels shelled the grain depot at Orlo.",
            item=LATER,
            beside=(SHELLED,),
        ),
        Flagged(
            "Rebels shelled the grain depot at Orlo, killing nine. The Example Post has pictures of the ruin.",
            at="Rebels shelled the grain depot at Orlo, killing nine.",
            item=LATER,
            beside=(SHELLED,),
        ),
        Flagged(
            "Rebels shelled the grain depot at Orlo, killing nine. Harvest begins in two weeks.",
            at="Rebels shelled the grain depot at Orlo, killing nine.",
            item={**LATER, "info_sources": ["Example Post"]},
            beside=(SHELLED,),
        ),
        *(
            Flagged(
                f"Arson destroyed the Orlo sawmill.\n\n{REST}",
                at="Arson destroyed the Orlo sawmill.",
                item=LATER,
                beside=({**SHELLED, "text": f"{said}\n\n{REST}"},),
            )
            for said in (
                "Police suspect that arson destroyed the Orlo sawmill.",
                "Police said arson may have destroyed the Orlo sawmill.",
                "Arson is suspected to have destroyed the Orlo sawmill, police said.",
            )
        ),
        Clean(
            f"Rebels shelled the grain depot at Orlo and killed nine, the mayor said.\n\n{REST}", "", LATER, (SHELLED,)
        ),
        Clean(
            "Nine people died when rebels shelled a grain depot near Orlo.",
            "Nothing ties the two items to each other.",
            LATER,
            (SHELLED,),
        ),
        Clean(
            f"Rebels shelled the grain depot at Orlo, killing nine.\n\n{REST}",
            "The other one came later.",
            {**LATER, "date_published": "2026-05-03"},
            (SHELLED,),
        ),
        Clean(
            f"Rebels shelled the radio station of Brenn, killing two.\n\n{REST}", "Another claim.", LATER, (SHELLED,)
        ),
    ],
    known_false_alarms="A claim that was confirmed between the two items.",
)
def attribution_drift(corpus: Corpus, *, share: float = 0.2, words: float = 0.6) -> Iterator[Across]:
    """On the way from one item to the next a claim can lose the source that answers for it.

    "Police suspect arson" becomes "arson destroyed". Two items are compared where the later one has part of its text
    from the earlier one, credits it or names its outlet.

    `share` is how much of the text makes a copy, 0 to 1; `words` how many of the words that carry the sense two claims
    must share.
    """
    for origin, later in _tied(corpus, share):
        claims = [value for _, value in corpus.traces_of(NAME, later)]
        kept = [one for one in claims if one["sourced"]]
        given = [value for _, value in corpus.traces_of(NAME, origin)]
        for claim in claims:
            if claim["sourced"] or any(alike(claim["words"], one["words"], words) for one in kept):
                continue
            if any(not one["sourced"] and _same(claim, one, words) for one in given):
                continue
            if any(one["sourced"] and _same(claim, one, words) for one in given):
                span = Span(claim["start"], claim["end"])
                where = origin.outlet or origin.path or origin.id
                yield Across(
                    later, Finding(f"{where} gave this on somebody's word; here nobody says it.", spans=(span,))
                )


def _same(ours: dict[str, Any], theirs: dict[str, Any], words: float) -> bool:
    return alike(ours["words"], theirs["words"], words)


def _tied(corpus: Corpus, share: float) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of items of which the later one follows the earlier one."""
    seen: set[tuple[str, str]] = set()
    pairs = [(copy.origin, copy.copy) for copy in corpus.copies(share)]
    for origin, later in (*pairs, *_credited(corpus)):
        pair = (origin.key, later.key)
        if pair not in seen and origin.precedes(later) is True:
            seen.add(pair)
            yield origin, later


def _credited(corpus: Corpus) -> Iterator[tuple[Entry, Entry]]:
    """Items with claims that name the outlet of another item with claims."""
    entries = {entry.key: entry for _, entry, _ in corpus.traces(NAME)}
    by_outlet: dict[str, list[Entry]] = {}
    for entry in entries.values():
        if entry.outlet:
            by_outlet.setdefault(entry.outlet.casefold().removeprefix("the "), []).append(entry)
    for later in entries.values():
        text = later.text.casefold()
        givers = {name.casefold().removeprefix("the ") for name in later.credits}
        for outlet, origins in by_outlet.items():
            if outlet in givers or outlet in text:
                yield from ((origin, later) for origin in origins if origin.outlet != later.outlet)
