"""What nameless people have in mind, and what everybody says: statements that the analysis does not read as such."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso import Item, Pattern, Span
from sayso_plugins.rules._near import matches
from sayso_plugins.rules.attribution._groups import CALLINGS, KINDS, NEIGHBOURS, NUMBERS

#: Those who are asked for what they know, and counts of people. Origin: written for sayso.
KNOWING = (
    CALLINGS
    | NEIGHBOURS
    - {
        *("workers", "employees", "staffers", "passengers", "fans", "students", "pupils", "traders", "investors"),
        *("voters", "shoppers", "commuters", "cyclists", "taxpayers", "tenants", "motorists", "farmers"),
    }
    | frozenset(
        """officials critics experts analysts observers locals pundits commentators specialists opponents activists
        campaigners diplomats insiders economists scientists historians pediatricians paediatricians many some sceptics
        skeptics watchers townsfolk supporters academics scholars""".split()
    )
)
#: Anybody and nobody: what they say is said by no one.
EVERYBODY = frozenset({"everybody", "everyone", "nobody"})
NOBODY = frozenset({"nobody", "one"})
ANYBODY = KNOWING | EVERYBODY | {"people", "one", "few"}
#: *People* are anybody where one of these stands before them, or where all that is told is their place.
SOME = frozenset({"most", "many", "some", "few"})
PLACED = frozenset({"in", "on", "within", "inside"})
ADVERBS = frozenset("also now still widely privately already increasingly openly generally all".split())
#: What they do in mind. What they *expect*, *warn* or *say* the analysis reads.
MIND = frozenset(
    """fear see recommend advise suspect foresee question blame credit worry predict dispute want regard view
    doubt""".split()
)
#: Of people of a place only what charges somebody: what they want and fear is told of them.
CHARGES = frozenset("suspect question blame dispute doubt regard".split())
SAY = frozenset("say think believe argue agree know doubt fear suspect accept feel expect assume insist".split())
SAYS = frozenset(
    "says thinks believes argues agrees knows doubts fears suspects accepts feels expects assumes insists".split()
)
#: Of whom nobody *knows* something, that is how it is.
KNOWN = frozenset({"know", "knows", "expects", "feels", "thinks", "think", "expect", "feel"})
SURE = frozenset("convinced adamant unanimous certain sure sceptical skeptical doubtful divided split".split())
#: What opens that which is said: *everybody knows everybody* says nothing.
OPENERS = frozenset("that the a an it he she they this these his her its their there".split())
BEFORE = (KINDS - NUMBERS) | frozenset("senior top western diplomatic veteran seasoned".split())
#: What a group as a whole is said to hold: *the consensus among economists is that*.
CONSENSUS = Pattern(
    r"\b(?P<who>(?:[Tt]he|[Aa])\s+(?:(?:general|growing|broad|wide|widespread|common|prevailing|clear)\s+)?"
    r"(?:consensus|feeling|view|belief|suspicion|perception|mood|verdict)(?:\s+(?:among|of|in|across)\s+(?:the\s+)?"
    r"(?:[a-z][\w-]{1,20}\s+){0,2}[a-z][\w-]{1,20})?)\s+(?:is|was|remains)\s+that\b",
    needs=("consensus", "feeling", "view ", "belief", "suspicion", "perception", "mood", "verdict"),
)


class Mind(NamedTuple):
    """A group, its noun, and its words."""

    head: str
    who: Span


def minds(item: Item) -> Iterator[Mind]:
    """Where nameless people are said to fear, see, or know something, in the order of the text; quotations too."""
    tokens = item.analysis.tokens
    lows = tokens.lows
    found: list[Mind] = []
    if not ANYBODY.isdisjoint(lows):
        for i, low in enumerate(lows):
            if low in ANYBODY:
                first = _first(lows, i)
                if first is not None and _minds(lows, i, first):
                    found.append(Mind(low, Span(tokens.starts[first], tokens.ends[i])))
    found += [
        Mind(match["who"].split()[-1], Span(*match.span("who")))
        for match in matches(CONSENSUS, item.text, back=30, ahead=110)
    ]
    yield from sorted(found, key=lambda one: one.who)


def _first(lows: list[str], i: int) -> int | None:
    """Where the phrase of a noun begins; None for *people* and *one* that are not anybody."""
    if lows[i] == "one":
        return i - 1 if i and lows[i - 1] == "no" else None
    first = i
    while first > 0 and i - first < 3 and lows[first - 1] in BEFORE:
        first -= 1
    return first


def _minds(lows: list[str], i: int, first: int) -> bool:
    """Whether what follows tells what they have in mind."""
    at = i + 1
    placed = lows[at : at + 1] != [] and lows[at] in PLACED
    if placed:
        at += 2 + (lows[at + 1 : at + 2] == ["the"])
    while lows[at : at + 1] != [] and lows[at] in ADVERBS:
        at += 1
    if lows[at : at + 2] == ["have", "long"]:
        at += 2
    verb, behind = lows[at : at + 1], lows[at + 1 : at + 2]
    if not verb or not behind:
        return False
    if verb == ["are"] and lows[i] in KNOWING and behind[0] in SURE:
        return True
    # "Everybody knows everybody" says nothing, and "many people know the value of it" no more.
    opens = behind[0] in OPENERS and (verb[0] not in ("know", "knows") or behind[0] == "that")
    if lows[i] in EVERYBODY or lows[i] == "one":
        return verb[0] in SAYS and opens and not (lows[i] in NOBODY and verb[0] in KNOWN)
    if lows[i] == "few":
        return verb[0] in SAY and opens and i == first
    if lows[i] == "people":
        return verb[0] in SAY and opens and (placed or bool(SOME & set(lows[first:i])))
    return verb[0] in (CHARGES if lows[i] in NEIGHBOURS and lows[i] not in ("residents",) else MIND)
