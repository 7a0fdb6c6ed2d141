"""The rule consistency/one-origin-many-items."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Across, Clean, Copy, Corpus, Entry, Finding, Flagged, Policy, corpus_rule
from sayso_plugins.rules.consistency.uncredited_copy import FIRE, LATER, OWN, POST

THIRD = {"text": FIRE, "outlet": "Morning Example", "date_published": "2026-05-05"}
FOURTH = {"text": FIRE.replace("eleven", "eight"), "outlet": "Sample Online", "date_published": "2026-05-06"}
SECOND = {"text": FIRE, **LATER}
FIRST = {key: value for key, value in POST.items() if key != "text"}


@corpus_rule(
    "consistency/one-origin-many-items",
    "Several items come from one text and are one source, not several.",
    since="0.1",
    preview=True,
    severity="info",
    certainty="extraction",
    confidence=0.8,
    languages=(),
    cure="Count it once; look for a report that somebody made without it.",
    policies=[
        Policy("The Washington Post", "That several outlets report a thing does not make it true."),
        Policy("Associated Press", "Reports that follow another's work say whose work it is.", "2010"),
    ],
    examples=[
        Flagged(FIRE, item=FIRST, beside=(SECOND, THIRD)),
        Flagged(FIRE, item=FIRST, beside=(SECOND, THIRD, FOURTH)),
        Flagged(FIRE, item=FIRST, beside=(THIRD, FOURTH, {**LATER, "text": OWN})),
        Flagged(FIRE, item=FIRST, beside=({**SECOND, "info_sources": ["Example Post"]}, THIRD)),
        Clean(FIRE, "Two items are a copy, not a chorus.", FIRST, (SECOND,)),
        Clean(
            FIRE, "Two reporters, two texts.", FIRST, ({**LATER, "text": OWN}, {**THIRD, "text": f"{OWN} So be it."})
        ),
        Clean(
            FIRE,
            "All of one outlet.",
            FIRST,
            ({**POST, "id": "2"}, {**POST, "id": "3", "date_published": "2026-05-06"}),
        ),
        Clean("Two crews put out a fire in Lindow.", "Too short to tell.", FIRST, (SECOND, {**THIRD, "text": OWN})),
    ],
    known_false_alarms="Releases that many print are one origin too, and may well be meant to be.",
)
def one_origin_many_items(corpus: Corpus, *, share: float = 0.5, least_items: int = 3) -> Iterator[Across]:
    """Twelve outlets with one wire story are one source that was heard once.

    The finding stands at the item that was first, or sorts first where no date says so, and counts what goes back
    to it.

    `share` is how much of a text must be the other's, 0 to 1; `least_items` how many items make a finding, the first
    included.
    """
    copies = {copy.copy.key: copy for copy in corpus.copies(share)}
    groups: dict[str, list[Copy]] = {}
    for copy in copies.values():
        groups.setdefault(_first(copy, copies).key, []).append(copy)
    for group in groups.values():
        first = _first(group[0], copies)
        outlets = {_outlet(entry) for entry in (first, *(copy.copy for copy in group))}
        count = len(group) + 1
        if count >= least_items and len(outlets) >= 2:
            yield Across(
                first,
                Finding(
                    f"{count} items of {len(outlets)} outlets have one origin, this text: "
                    f"{_shown(sorted(outlets - {_outlet(first)}))} took it over.",
                    facts=("/info_sources",),
                ),
            )


def _outlet(entry: Entry) -> str:
    """What an item counts as where outlets are counted: itself, where its outlet is not known."""
    return entry.outlet or entry.path or entry.id


def _first(copy: Copy, copies: dict[str, Copy]) -> Entry:
    """Where a chain of copies begins: each origin sorts before its copies, so that it ends."""
    while copy.origin.key in copies:
        copy = copies[copy.origin.key]
    return copy.origin


def _shown(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown
