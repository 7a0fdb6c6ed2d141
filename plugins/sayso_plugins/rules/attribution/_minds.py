"""What nameless people have in mind, and what everybody says: statements that the analysis does not read as such."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso import Item, Pattern, Span, WordList
from sayso_plugins.rules._near import has, matches
from sayso_plugins.rules.attribution._groups import (
    CALLINGS,
    FORESEE,
    KINDS,
    LED,
    MARKET,
    NEIGHBOURS,
    NUMBERS,
    POLITICIANS,
)

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
        skeptics watchers townsfolk supporters academics scholars advocates stakeholders forecasters lobbyists reformers
        pollsters psephologists watchdogs detractors""".split()
    )
)
#: Anybody and nobody: what they say is said by no one.
EVERYBODY = frozenset({"everybody", "everyone", "nobody"})
NOBODY = frozenset({"nobody", "one"})
ANYBODY = WordList(KNOWING | MARKET | POLITICIANS | EVERYBODY | {"people", "one", "few"})
#: *People* are anybody where one of these stands before them, or where all that is told is their place.
SOME = frozenset({"most", "many", "some", "few"})
PLACED = frozenset({"in", "on", "within", "inside"})
ADVERBS = frozenset("also now still widely privately already increasingly openly generally all".split())
#: What they do in mind. What they *warn* or *say*, and most of what they *expect*, the analysis reads.
MIND = frozenset(
    """fear see recommend advise suspect foresee question blame credit worry predict dispute want regard view
    doubt expect anticipate forecast believe reckon think agree concur caution argue contend maintain insist
    allege lament deplore rue bemoan""".split()
)
#: The same in the perfect: *experts have long suspected*.
MINDED = frozenset(
    """feared seen recommended advised suspected foreseen questioned blamed credited worried predicted disputed regarded
    viewed doubted expected anticipated forecast believed reckoned thought argued warned maintained held assumed
    speculated wondered""".split()
)
#: What may stand between *have* and its verb.
EVER = frozenset("long also always since repeatedly often already consistently generally largely widely".split())
HAVE = frozenset({"have", "had"})
ENDS = frozenset(".!?")
#: What they have in mind as a noun: *stakeholders have expressed worry that*.
VOICE = frozenset("express expressed voice voiced raise raised".split())
VOICED = frozenset(
    "worry worries concern concerns fear fears doubt doubts dismay alarm suspicion suspicions misgivings".split()
)
#: Of people of a place only what charges somebody: what they want and fear is told of them.
CHARGES = frozenset("suspect question blame dispute doubt regard".split())
#: What some lawmakers want is their word.
WANTS = CHARGES | frozenset("want favour favor back support oppose fear see believe think argue warn".split())
SAY = frozenset(
    """say whisper mutter grumble think believe argue agree know doubt fear suspect accept feel expect assume
    insist reckon swear maintain claim complain""".split()
)
SAYS = frozenset(
    "says thinks believes argues agrees knows doubts fears suspects accepts feels expects assumes insists".split()
)
#: Of whom nobody *knows* something, that is how it is.
KNOWN = frozenset({"know", "knows", "expects", "feels", "thinks", "think", "expect", "feel"})
SURE = frozenset(
    """convinced adamant unanimous certain sure sceptical skeptical doubtful divided split betting predicting expecting
    anticipating forecasting warning""".split()
)
#: What opens that which is said: *everybody knows everybody* says nothing.
OPENERS = frozenset("that the a an it he she they this these his her its their there".split())
#: What may follow the perfect beside a clause: *have long warned of*, *have questioned whether*.
FOLLOWS = frozenset("of about against whether how why what most".split())
#: These state something only with a clause behind them, or in brackets of commas: *agree to meet*, *believe in it*.
CLAUSAL = frozenset("agree believe think concur reckon argue contend maintain insist allege".split())
BEFORE = (KINDS - NUMBERS) | frozenset("senior top western diplomatic veteran seasoned".split())
#: What a group as a whole is said to hold: *the consensus among economists is that*.
CONSENSUS = Pattern(
    r"\b(?P<who>(?:[Tt]he|[Aa])\s+(?:(?:general|growing|broad|wide|widespread|common|prevailing|clear)\s+)?"
    r"(?:consensus|feeling|view|belief|suspicion|perception|mood|verdict)(?:\s+(?:among|of|in|across)\s+(?:the\s+)?"
    r"(?:[a-z][\w-]{1,20}\s+){0,2}[a-z][\w-]{1,20})?)\s+(?:is|was|remains)\s+that\b",
    needs=("consensus", "feeling", "view ", "belief", "suspicion", "perception", "mood", "verdict"),
    whole=True,
)


#: By whom something is said to be seen so, or in whose view.
BY_WHOM = WordList(
    """observers critics experts analysts commentators pundits campaigners opponents supporters activists economists
    historians insiders diplomats officials locals residents specialists sceptics skeptics detractors voters""".split()
)
#: Told of in the passive: *the plan has been described by observers as a gamble*.
BY_THEM = Pattern(
    r"\b(?:is|are|was|were|been)\s+(?:(?:widely|often|also|already|long|still|roundly)\s+)?(?:described|seen|regarded|viewed|feared|criticised|criticized|condemned"
    r"|dismissed|hailed|praised|branded|attacked|blamed|called|dubbed|labelled|labeled|denounced|questioned|considered|believed|expected|thought"
    r"|suspected|accused|interpreted|credited|derided|tipped)\s+by\s+(?P<who>(?:(?:some|many|most|several|local|political|legal|independent|industry|market|military"
    r"|foreign|western|rights|security|financial|senior|other)\s+){0,2}(?:observers|critics|experts|analysts|commentators|pundits|campaigners|opponents"
    r"|supporters|activists|economists|historians|insiders|diplomats|officials|locals|residents|specialists|sceptics|skeptics|detractors))\b"
    r"(?!\s+(?:of|at|from|in|such|including|like)\b)",
    needs=(" by ",),
    whole=True,
)
#: *In the view of most analysts, …*.
IN_VIEW = Pattern(
    r"\b[Ii]n\s+the\s+(?:view|eyes|opinion|judgement|judgment)\s+of\s+(?P<who>(?:most|many|some|several|other|local|political|industry|market)\s+"
    r"(?:observers|critics|experts|analysts|commentators|pundits|campaigners|economists|historians|insiders|diplomats|officials|voters|residents))\b",
    needs=("in the view of", "in the eyes of", "in the opinion of", "in the judgement of", "in the judgment of"),
    whole=True,
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
    for i in tokens.having(ANYBODY):
        first = _first(lows, i)
        if first is not None and _minds(lows, i, first):
            found.append(Mind(lows[i], Span(tokens.starts[first], tokens.ends[i])))
    found += [
        Mind(match["who"].split()[-1], Span(*match.span("who")))
        for match in matches(CONSENSUS, item.analysis, back=30, ahead=110)
    ]
    if has(item, BY_WHOM):
        found += [
            Mind(match["who"].split()[-1], Span(*match.span("who")))
            for pattern in (BY_THEM, IN_VIEW)
            for match in matches(pattern, item.analysis, back=50, ahead=70)
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
        at = _behind_place(lows, at)
    while lows[at : at + 1] != [] and lows[at] in ADVERBS:
        at += 1
    mind = MIND
    if lows[at : at + 1] != [] and lows[at] in HAVE:
        at += 1
        while lows[at : at + 1] != [] and lows[at] in EVER:
            at += 1
        mind = MINDED | VOICE
    verb, behind = lows[at : at + 1], lows[at + 1 : at + 2]
    if not verb or not behind:
        return False
    if verb[0] in VOICE:
        return lows[i] in KNOWING and not VOICED.isdisjoint(lows[at + 1 : at + 4])
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
    if lows[i] == "leaders" and (first == i or lows[i - 1] not in LED or verb[0] in ("want", "see", "agree")):
        return False
    if lows[i] in MARKET and verb[0] in FORESEE:
        return behind[0] not in ENDS
    if lows[i] in POLITICIANS and (first < i or verb[0] in CHARGES):
        return verb[0] in WANTS
    if lows[i] in NEIGHBOURS and lows[i] != "residents":
        return verb[0] in CHARGES
    if verb[0] in CLAUSAL and not opens and behind[0] != ",":
        return False
    # At its end, *…, analysts believe*, the sentence is read by the analysis.
    return verb[0] in mind and behind[0] not in ENDS and (mind is MIND or opens or behind[0] in FOLLOWS)


def _behind_place(lows: list[str], at: int) -> int:
    """Where the verb is looked for behind *in the ruling party*: at the first word that tells of a mind."""
    first = at + 2 + (lows[at + 1 : at + 2] == ["the"])
    return next((k for k in range(first, first + 3) if lows[k : k + 1] != [] and lows[k] in MIND | SAY), first)
