"""What groups without a name are told to feel, by whom it is so held, and where: no verb of speech says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso import Item, Pattern, Span, WordList
from sayso_plugins.rules._near import matches
from sayso_plugins.rules.attribution._groups import CALLINGS, COUNTS, NEIGHBOURS, NUMBERS, OF_SOMEBODY
from sayso_plugins.rules.attribution._minds import KNOWING, Mind

#: People beside those by whom something is known: what they feel is no news of theirs. Origin: written for sayso.
FEELING = frozenset(
    """survivors witnesses staff players regulars visitors tourists holidaymakers travellers travelers spectators
    viewers listeners readers members voices backers colleagues rivals allies loyalists faithful mourners protesters
    troops soldiers officers prisoners inmates detainees refugees migrants evacuees victims relatives
    families""".split()
)
#: Nouns with the endings of those who do something, which are no people, or of which nobody asks for a view.
THINGS = frozenset(
    """numbers papers computers orders borders powers letters matters others plants restaurants elephants containers
    trailers towers rivers waters winters summers quarters servers sensors reactors tractors motors factors sectors
    doors floors colours colors errors mirrors corridors variants pollutants hydrants consonants warrants grants
    headquarters members leaders fighters rockets trousers flowers fingers shoulders""".split()
) - {"members", "leaders", "fighters"}
BE = frozenset(
    "is are was were been be being feel feels felt seem seems seemed remain remained look looked sound sounded".split()
)
HAVE = frozenset("have had".split())
BETWEEN = frozenset(
    """also now still widely privately already increasingly openly generally all long since largely mostly
    understandably quite very rather deeply so far from not less more than equally similarly visibly clearly just both
    quickly swiftly bitterly utterly simply""".split()
)
#: Those of whom a word alone tells that they are people.
GROUPS = KNOWING | NEIGHBOURS | FEELING | CALLINGS
#: What they are, when they have a view.
MOOD = frozenset(
    """outraged furious angry incensed livid scathing aghast appalled horrified alarmed dismayed dismissive disgusted
    disappointed distraught devastated worried concerned anxious fearful frightened nervous uneasy wary sceptical
    skeptical doubtful unconvinced unimpressed unpersuaded unmoved delighted thrilled overjoyed jubilant elated
    relieved pleased hopeful optimistic upbeat pessimistic gloomy despondent divided split adamant convinced critical
    suspicious distrustful mistrustful resentful bitter puzzled baffled bewildered perplexed sanguine bullish bearish
    cautious fuming seething indignant irate exasperated frustrated unhappy dissatisfied aggrieved hostile
    enthusiastic lukewarm unanimous certain confident resigned impatient contemptuous withering disheartened
    sympathetic shocked stunned tired weary sick betrayed cheated ignored insulted bracing braced fed""".split()
)
#: What they lose, have little of, or place in somebody.
TRUST = frozenset(
    "faith confidence trust patience hope hopes illusions doubt doubts sympathy appetite enthusiasm time".split()
)
LITTLE = frozenset("little no scant few lost losing".split())
#: What they feel, as a noun.
FEELINGS = frozenset(
    """fear fears anger alarm concern concerns worry worries dismay relief doubt doubts unease frustration resentment
    suspicion suspicions disquiet misgivings outrage fury delight hope hopes optimism pessimism scepticism skepticism
    mistrust distrust discontent dissatisfaction disappointment anxiety talk rumours rumors whispers speculation
    grumbling grumblings bitterness despair sympathy consensus agreement belief feeling confidence faith disbelief
    scorn derision regret bewilderment gratitude enthusiasm impatience indignation dissent criticism murmurs
    consternation apprehension nervousness satisfaction reservations objections""".split()
)
STATES = frozenset(
    {
        *(("up", "in"), ("in", "agreement"), ("in", "despair"), ("in", "uproar"), ("at", "odds"), ("on", "edge")),
        *(("beside", "themselves"), ("under", "no"), ("in", "no"), ("of", "one"), ("of", "the"), ("at", "loggerheads")),
    }
)
#: *Locals talk of lights*, *skippers despair of it*.
TALK = frozenset("talk speak tell whisper mutter grumble despair complain gossip joke".split())
ABOUT = frozenset({"of", "about", "that"})
VOICE = frozenset(
    """express expressed voice voiced raise raised register registered share shared vent vented air aired pour
    poured""".split()
)
REACTS = frozenset("reacted responded react respond".split())
#: With what, or how.
REACTION = frozenset("with angrily furiously warmly coolly badly cautiously sceptically skeptically positively".split())
#: Whoever does this to a thing, to which it is told that it was done, has said something.
TOLD_BY = frozenset(
    """described seen regarded viewed feared criticised criticized condemned dismissed hailed praised branded blamed
    called dubbed labelled labeled denounced questioned considered believed expected thought suspected accused
    interpreted credited derided tipped spoken talked argued claimed alleged suggested predicted forecast foreseen
    recommended advised urged doubted disputed contested mocked ridiculed lamented deplored bemoaned rumoured rumored
    acknowledged noted maintained asserted reckoned judged deemed mooted attributed ascribed perceived understood
    whispered decried lambasted slated panned applauded lauded""".split()
)
#: The same of what says something by itself: *the reason given by*, *the blame is laid by*.
GIVEN = frozenset(
    """held given cited offered voiced expressed raised laid put placed levelled leveled advanced shared echoed
    heard pinned attached poured cast made entertained harboured met
    greeted received""".split()
)
SAYING = (FEELINGS - {"talk", "relief", "agreement"}) | frozenset(
    """reason reasons blame explanation explanations cause view views claim claims question questions suggestion
    suggestions theory argument arguments responsible accountable opinion advice warning warnings complaint complaints
    point allegation allegations accusation accusations estimate prediction predictions""".split()
)
#: What comes from them.
FROM_THEM = frozenset(
    """criticism scorn anger condemnation praise complaints ridicule derision outcry objections warnings accusations
    fury backlash scepticism skepticism plaudits applause outrage protests opprobrium""".split()
)
#: To these something *is* so; to others it may be so indeed.
PARTIAL = frozenset(
    """critics opponents supporters detractors campaigners sceptics skeptics many some observers analysts locals
    admirers""".split()
)
WITHIN = frozenset("in on within inside across around up along near of with at from".split())
MARKS = frozenset(".,;:!?—–()")
#: Verbs with these are others: *called in by members*.
PARTS = frozenset("in on out off up back for over down to".split())
#: Before a noun, they lead to those of whom the item tells.
OTHERS = frozenset({"all", "both", "those"})
#: In front of a clause, these begin another.
OPENS = frozenset("and but while as where though although because that yet".split())
#: How many words before the preposition the verb or the noun is looked for, and how long a phrase is.
BACK = 9
LONG = 4
TRIGGERS = WordList(
    MOOD
    | TRUST
    | FEELINGS
    | REACTS
    | TOLD_BY
    | GIVEN
    | TALK
    | {"blame", "believed", "arms", "foul", "enough", "agreement", "odds", "edge", "themselves"}
)
BEFORE_THEM = frozenset({"by", "among", "amongst", "from"})
#: What may stand behind *many* and *some* that are people, and what ends where they are.
BEHIND_COUNT, FINITE = WITHIN | BE | HAVE, BE | HAVE | VOICE | REACTS
#: By a place and nobody in it: *in the village it is generally held that*.
HELD = Pattern(
    r"\b(?P<who>(?:[Ii]n|[Oo]n|[Aa]round|[Aa]cross|[Aa]mong|[Aa]t)\s+(?:the\s+|much\s+of\s+the\s+|these\s+|local\s+|most\s+)?(?:[a-z][\w-]{1,20}\s+){0,2}?"
    r"[a-z][\w-]{1,20},?\s+it\s+(?:is|was|has\s+(?:long\s+)?been)\s+(?:(?:generally|widely|commonly|often|freely|openly|now|still|long|firmly|universally|also|quietly)\s+)?"
    r"(?:held|felt|agreed|accepted|assumed|believed|thought|feared|reckoned|whispered|understood|supposed|suspected))(?=\s+(?:that|the|a|an|he|she|they|there)\b)",
    needs=(" it is ", " it was ", " it has "),
    whole=True,
)
#: The same with no place: what hedges is read elsewhere.
AGREED = Pattern(
    r"\b(?P<who>[Ii]t\s+(?:is|was)\s+(?:generally|widely|commonly|universally|freely|almost\s+universally)\s+"
    r"(?:held|felt|agreed|reckoned|recognised|recognized|supposed|conceded|admitted))\s+that\b",
    needs=("generally ", "widely ", "commonly ", "universally ", "freely "),
    whole=True,
)
#: Where nobody is: *in legal circles there is talk of*, *in some quarters*.
QUARTERS = Pattern(
    r"\b(?P<who>(?:[Ii]n|[Aa]mong|[Aa]cross)\s+(?:some|many|certain|several|most|other|[a-z]{4,15})\s+(?:quarters|circles))\b"
    r"(?=[^.;\n]{0,80}\b(?:fear|feel|talk|specul|critici|doubt|concern|held|believed|thought|anger|unease|seen|regarded|hope|view|worr)\w*)",
    needs=(" quarters", " circles"),
    whole=True,
)
#: *If locals are to be believed*.
IF_BELIEVED = Pattern(
    r"\b[Ii]f\s+(?P<who>(?:[a-z][\w-]{1,20}\s+){0,2}?[a-z][\w-]{1,20}s)\s+are\s+(?:to\s+be\s+believed|right|correct)\b",
    needs=("to be believed", "are right", "are correct"),
    whole=True,
)


def moods(item: Item) -> Iterator[Mind]:
    """Where nameless people are told to feel something, or something is told to be felt by them; quotations too."""
    placed = -1
    for pattern, back in ((HELD, 80), (AGREED, 20), (QUARTERS, 40), (IF_BELIEVED, 60)):
        for match in matches(pattern, item.analysis, back=back, ahead=110):
            head = match["who"].split()[-1]
            if pattern in (AGREED, QUARTERS) and match.start() < placed:
                continue
            if pattern is not IF_BELIEVED:
                placed = match.end("who")
                yield Mind("", Span(*match.span("who")))
            elif _is_group(item, head):
                yield Mind(head, Span(*match.span("who")))
    analysis = item.analysis
    for sentence in analysis.sentences_with(TRIGGERS):
        els = [el for el in analysis.narration(sentence) if el.text]
        lows = [el.low for el in els]
        for i, low in enumerate(lows):
            if (low[-1:] != "s" and low not in GROUPS) or (i and els[i].capital) or not _is_group(item, low):
                continue
            counted = low in COUNTS and lows[i + 1 : i + 2] != [] and lows[i + 1].isalpha()
            if counted and lows[i + 1] not in item.pack.function_like and lows[i + 1] not in BEHIND_COUNT:
                continue
            first = _first(item, lows, i)
            if first is None or any(el.capital for el in els[max(first, 1) : i]):
                continue
            end = _end(lows, i)
            if any(el.capital for el in els[i + 1 : end]) or not item.pack.organisations.isdisjoint(lows[i + 1 : end]):
                continue
            if _feel(lows, first, end) or _fronted(lows, first, end) or _behind(lows, first):
                yield Mind(low, Span(els[first].start, els[i].end))


def _is_group(item: Item, low: str) -> bool:
    if low in GROUPS:
        return True
    return low[-1:] == "s" and low not in THINGS and item.pack.kind_of(low) == "unnamed_collective"


def _first(item: Item, lows: Sequence[str], i: int) -> int | None:
    """Where the phrase of a group begins; None for *the growers*, *her neighbours* and *two growers*, who are known."""
    pack = item.pack
    first = i
    while first and i - first < LONG:
        before = lows[first - 1]
        if (
            before in OF_SOMEBODY
            or before in pack.grammar.definite
            or before.endswith(("’s", "'s", "s’"))
            or before.isdigit()
            or before in NUMBERS
            or before in OTHERS
        ):
            return None
        if before in COUNTS or before in ("most", "few", "other"):
            return first - 1
        if before in MARKS or before in pack.function_like or not before.isalpha() or before in BE or before in HAVE:
            break
        first -= 1
    return first


def _end(lows: Sequence[str], i: int) -> int:
    """Where what tells of a group ends: *growers on the southern coast*, *teachers up and down the country*."""
    k = i + 1
    if lows[k : k + 1] == [] or lows[k] not in WITHIN:
        return k
    while k < len(lows) and k - i < 8 and lows[k] not in MARKS and lows[k] not in FINITE:
        k += 1
    return k


def _skip(lows: Sequence[str], k: int) -> int:
    while k < len(lows) and lows[k] in BETWEEN:
        k += 1
    return k


def _feel(lows: Sequence[str], first: int, end: int) -> bool:
    """Whether a group that begins a clause is told to feel something."""
    if first and lows[first - 1] not in MARKS and lows[first - 1] not in OPENS:
        return False
    k = _skip(lows, end)
    if lows[k : k + 1] == []:
        return False
    if lows[k] in BE:
        k = _skip(lows, k + 1)
        rest = lows[k : k + 4]
        return bool(rest) and (
            rest[0] in MOOD or tuple(rest[:2]) in STATES or (rest[0] == "losing" and not TRUST.isdisjoint(rest))
        )
    if lows[k] in HAVE:
        k = _skip(lows, k + 1)
        rest = lows[k : k + 4]
        if rest[:1] == ["been"]:
            k = _skip(lows, k + 1)
            return lows[k : k + 1] != [] and lows[k] in MOOD
        if rest and rest[0] in LITTLE and not (TRUST | FEELINGS).isdisjoint(rest[1:]):
            return True
        if rest[:2] == ["had", "enough"]:
            return True
    rest = lows[k : k + 6]
    if not rest:
        return False
    if rest[0] in TALK:
        return not ABOUT.isdisjoint(rest[1:2])
    if rest[0] in VOICE:
        return not FEELINGS.isdisjoint(rest[1:])
    if rest[0] in REACTS:
        return not REACTION.isdisjoint(rest[1:2])
    return rest[:2] in (["cry", "foul"], ["cried", "foul"])


def _fronted(lows: Sequence[str], first: int, end: int) -> bool:
    """Whether the sentence begins with *by*, *among* or *to* them, and tells what they hold."""
    if first != 1 or not lows[end:]:
        return False
    rest = lows[end:]
    if lows[0] == "by":
        return not (TOLD_BY | SAYING).isdisjoint(rest)
    if lows[0] in ("among", "amongst"):
        return not (FEELINGS | SAYING).isdisjoint(rest[:BACK])
    return lows[0] in ("to", "for") and rest[0] == "," and lows[end - 1] in PARTIAL


def _behind(lows: Sequence[str], first: int) -> bool:
    """Whether *by*, *among* or *from* them comes behind what they say or feel: *the reason given by biologists*."""
    if first < 3 or lows[first - 1] not in BEFORE_THEM:
        return False
    before = lows[max(0, first - BACK) : first - 1]
    for k in range(len(before) - 1, -1, -1):
        if before[k] in MARKS:
            before = before[k + 1 :]
            break
    if lows[first - 1] == "from":
        return not FROM_THEM.isdisjoint(before[-4:])
    if lows[first - 1] != "by":
        return not FEELINGS.isdisjoint(before)
    if not before or before[-1] in PARTS:
        return False
    said = before[-4:]
    if not TOLD_BY.isdisjoint(said):
        return True
    return not GIVEN.isdisjoint(said) and not SAYING.isdisjoint(lows[max(0, first - 12) : first - 1])
