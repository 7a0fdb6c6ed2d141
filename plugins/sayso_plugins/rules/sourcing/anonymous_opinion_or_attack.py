"""The rule sourcing/anonymous-opinion-or-attack."""

import re
from collections.abc import Iterator

from sayso import Attribution, Clean, Finding, Flagged, Item, Pattern, Policy, Span, rule

#: Who hides behind the noun. Critics, experts and analysts are left to attribution/anonymous-collective.
HEADS = """
    source sources insider insiders official officials aide aides adviser advisers advisor advisors diplomat diplomats
    executive executives staffer staffers employee employees colleague colleagues ally allies lawmaker lawmakers
    politician politicians commander commanders manager managers strategist strategists operative operatives member
    members rival rivals teammate teammates friend friends lobbyist lobbyists consultant consultants donor donors
    person people individual chieftain elder elders stalwart mp mps director directors figure figures grandee veteran
    senator senators councillor councillors player players
    backbencher backbenchers minister ministers organiser organisers organizer organizers agent agents
""".split()
#: Words that judge, whatever stands around them.
JUDGING = """
    incompetent clueless delusional pathetic dishonest liar liars coward cowards cowardly idiot idiots idiotic stupid
    fools foolish moron clown crook disgrace disgraceful shameful laughable ridiculous hopeless arrogant spineless
    unhinged vindictive paranoid despicable disgusting appalling shambles fiasco farce hypocrite hypocritical traitor
    shambolic amateurish lunatic narcissist egomaniac bully megalomaniac crooked corrupt useless toxic untrustworthy
    gutless two-faced treacherous impossible unbearable laughing-stock lightweight puppet tyrant cheat cheats charlatan
    fraudster greedy lazy ruthless
""".split()
#: Judgements and forecasts that take more than a word.
PHRASES = Pattern(
    r"\b(?:(?:is|are|was|were|s?he[’']s)\s+(?:finished|doomed|toast|insane|crazy|unfit)\b"
    r"|(?:is|was|been)\s+an?\s+(?:joke|fool|bully)\b|days\s+are\s+numbered\b"
    r"|dead\s+(?:man|woman)\s+walking\b|lame\s+duck\b|laughing\s+stock\b|bigger\s+than\s+the\b"
    r"|sick\s+(?:and\s+tired\s+)?of\b"
    r"|fed\s+up\s+with\b|had\s+enough\s+of\b|out\s+of\s+touch\b|not\s+(?:up\s+to|fit\s+for)\b|washed\s+up\b"
    r"|past\s+(?:it|his|her)\b"
    r"|(?:will|[’']ll)\s+be\s+(?:lucky|gone|out|finished|history)\b|losing\s+(?:his|her|their|the)\s+(?:grip|mind)\b"
    r"|(?:a|an\s+absolute|a\s+complete|a\s+total)\s+(?:disaster|nightmare|embarrassment|liability|mess)\b"
    r"|(?:can[’']t|cannot|could\s+not|couldn[’']t|nobody)\s+(?:be\s+trusted|trusts?|stands?|bear)\b"
    r"|only\s+(?:cares?|thinks?)\s+(?:about|of)\b|in\s+over\s+(?:his|her|their)\s+head\b|makes?\s+(?:it|things)\s+up\b"
    r"|out\s+of\s+(?:his|her|their)\s+depth\b|lost\s+the\s+plot\b"
    r"|(?:(?:will|would)\s+(?:not|never)|won[’']t|cannot|can[’']t)\s+(?:survive|win|last)\b"
    r"|will\s+(?:lose|collapse|fail|be\s+gone)\b"
    r"|going\s+to\s+(?:lose|win|fail|collapse)\b|no\s+chance\s+of\s+(?:winning|surviving))",
    re.IGNORECASE,
    needs=(
        "finished doomed toast insane crazy unfit joke fool bully last numbered depth plot surviv win lose collapse"
        " fail gone walking duck laughing bigger sick fed enough touch not washed past lucky history losing disaster"
        " nightmare embarrassment liability mess trust stand bear only over up out"
    ).split(),
)
#: Figures of speech by which somebody is run down.
IDIOMS = Pattern(
    r"\b(?:spent\s+force|dead\s*wood|dead\s?weight|loose\s+cannon|headless\s+chickens?|amateur\s+hour|all\s+hat|empty\s+suit"
    r"|paper\s+tiger|yesterday[’']s\s+(?:man|woman|men)|one[- ]trick\s+pony|bull\s+in\s+a\s+china"
    r"|no\s+clothes|snake\s+oil"
    r"|deck\s?chairs|asleep\s+at\s+the\s+wheel|sell-by\s+date|small\s+(?:man|woman)|wolf\s+in\s+sheep"
    r"|(?:is|are|was|were|[’']s|[’']re)\s+(?:just\s+|simply\s+|nothing\s+but\s+)?an?\s+(?:circus|farce|snake|dinosaur|parasite"
    r"|rubber\s+stamp|weathercock|dictator|has-been|nobody|non-?entity|waste\s+of)\b"
    r"|could(?:n[’']t|\s+not)\s+(?:organi[sz]e|run|lead)\s|not\s+fit\s+to\b|ha(?:s|ve)\s+nothing\s+(?:upstairs|to\s+offer)\b"
    r"|ha(?:s|ve)\s+no\s+(?:idea|clue|backbone|spine|shame|vision|principles|conscience)\b"
    r"|ha(?:s|ve)\s+the\s+(?:spine|brains?|charisma|charm|backbone|attention\s+span|morals|grace)\s+of\b"
    r"|out\s+for\s+(?:him|her|them)sel(?:f|ves)\b|lost\s+(?:his|her|their|its)\s+(?:marbles|nerve|touch|way|grip|mind)\b"
    r"|(?:should|ought\s+to|needs?\s+to)\s+(?:go\s+home|step\s+down|resign|retire|quit)\b"
    r"|(?:runs?|ran|running|treats?|treated|treating|behaves?|behaved|acts?|acted|manages?|managed|governs?|governed|handles?|handled)\b"
    r"[^.;“”\"]{0,40}?\s(?:like\s+(?:an?|his|her|their|its)|as\s+(?:if|though)|as\s+(?:his|her|their)\s+(?:own|private|personal))\s)",
    re.IGNORECASE,
    needs=(
        *(
            "spent",
            "dead",
            "loose",
            "headless",
            "amateur",
            "all hat",
            "empty",
            "paper",
            "yesterday",
            "trick",
            "bull",
            "clothes",
        ),
        *(
            "snake",
            "deck",
            "asleep",
            "sell-by",
            "small",
            "wolf",
            "circus",
            "farce",
            "dinosaur",
            "parasite",
            "rubber",
            "weathercock",
        ),
        *(
            "dictator",
            "has-been",
            "nobody",
            "entity",
            "waste",
            "could",
            "not fit",
            "nothing",
            " no ",
            "ve the",
            "as the",
            "out for",
        ),
        *("lost", "should", "ought", "need", "like ", " as "),
    ),
)
#: By these a person is called something.
CALLS = frozenset({"describe", "call", "brand", "dub", "dismiss", "label"})
BEINGS = frozenset({"he", "she", "they", "him", "her", "them"})
IS = frozenset("is was are were".split())
IS_SHORT = frozenset("he’s she’s they’re he's she's they're".split())
#: What may stand before the noun by which somebody is judged.
ONLY = frozenset("not just only simply nothing but all always no really basically".split())
JUDGES = frozenset("a an all no nothing".split())
KINDS = frozenset({"unnamed_person", "unnamed_collective"})
TOKEN = Pattern(r"[\w’'-]+")
#: What somebody may be said to be that is no judgement.
PLAIN = frozenset(
    "member part citizen resident native candidate suspect father mother man woman boy girl bit few lot".split()
)
WORD = Pattern(r"[^\W\d_]+")


@rule(
    "sourcing/anonymous-opinion-or-attack",
    "Somebody unnamed judges, insults or foretells.",
    since="0.1",
    severity="warning",
    certainty="extraction",
    confidence=0.8,
    preview=True,
    cure="Name who judges, or keep an unnamed source to what it knows.",
    policies=[
        Policy("AP", "An unnamed source is there for information, and not for opinion or speculation.", "2004-2009"),
        Policy("NYT", "Nobody attacks a person or a party from behind anonymity.", "2004"),
        Policy("NPR", "Unnamed people make no attacks on others."),
    ],
    examples=[
        Flagged('"He is finished," a party insider said.', at="a party insider"),
        Flagged("A senior aide called the mayor an “incompetent fool”.", at="A senior aide"),
        Flagged("The governor will not survive the vote, two officials said.", at="two officials"),
        Flagged("“The whole office is a disgrace,” said one official.", at="one official"),
        Flagged("“He is a dead man walking,” said a senior strategist.", at="a senior strategist"),
        Flagged("“She thinks she is bigger than the club,” an insider said.", at="an insider"),
        Flagged("“They cannot be trusted,” one member said.", at="one member"),
        Flagged(
            "“He ran the mill like a lemonade stand,” said one person close to the talks.",
            at="one person close to the talks",
        ),
        Flagged("“She is a small woman in a big chair,” said a senior member.", at="a senior member"),
        Flagged("“He’s a weathercock,” an aide said.", at="an aide"),
        Flagged("An aide described the governor as “a dead hand”.", at="An aide"),
        Flagged("A chieftain of the party said Berg was “a spent force”.", at="A chieftain of the party"),
        Clean("“He is a baker from Larkmoor,” an official said.", "His trade."),
        Clean("“The bang was like thunder,” an official said."),
        Clean("An official described the mill as “a listed building”.", "No person."),
        Clean("The governor will sign the bill on Monday, two officials said.", "They tell what will be done."),
        Clean('"He is finished," Ana Ruiz, the party chair, said.', "She has a name."),
        Clean('A party insider said 40 members had left. "He is finished," Ana Ruiz said.'),
        Clean("The bridge is finished, a city official said.", "A building that is ready."),
        Clean("A source in the harbour ministry said the crane had cost 3 million euros."),
    ],
    known_false_alarms="A person who is named elsewhere in the item; a word that is itself quoted from somebody else.",
)
def anonymous_opinion_or_attack(
    item: Item, *, heads: tuple[str, ...] = tuple(HEADS), judging: tuple[str, ...] = tuple(JUDGING)
) -> Iterator[Finding]:
    """Facts can be checked elsewhere; the worth of a judgement hangs on who makes it, and here nobody can tell.

    The option `heads` lists the nouns for people without a name, `judging` the words that judge by themselves.
    """
    analysis = item.analysis
    passed_on = {one.via for one in analysis.attributions if one.via}
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or source.kind not in KINDS or source.named:
            continue
        # "One person close to the talks": the noun is not always what ends the phrase.
        if source.head not in heads and set(source.span.of(item.text).lower().split()[:4]).isdisjoint(heads):
            continue
        if attribution.quoted or attribution.id in passed_on or not _is_unknown(item, attribution):
            continue
        found = _judgement(item, attribution, frozenset(judging))
        if found is not None:
            yield Finding(
                f"{source.span.of(item.text)!r} is not named and judges or foretells: {found.of(item.text)!r}",
                spans=(source.span,) if found.overlaps(source.span) else (source.span, found),
                confidence=min(0.8, attribution.confidence),
            )


def _is_unknown(item: Item, attribution: Attribution) -> bool:
    return (
        item.analysis.speaker_kind(attribution.speaker) in KINDS
        and item.analysis.sentence_at(attribution.cue[0].start if attribution.cue else 0).is_read
    )


def _judgement(item: Item, attribution: Attribution, judging: frozenset[str]) -> Span | None:
    for content in attribution.content:
        for word in WORD.finditer(item.text, content.start, content.end):
            if word.group().lower() in judging:
                return Span(*word.span())
        if attribution.mode in ("direct", "mixed"):
            found = IDIOMS.search(item.text, content.start, content.end)
            if found is not None:
                return Span(*found.span())
            judged = _is_judged(item, content) or _is_called(item, attribution, content)
            if judged is not None:
                return judged
        phrase = PHRASES.search(item.text, content.start, content.end)
        if phrase is not None and not _is_thing(item, phrase.start()):
            return Span(*phrase.span())
    return None


def _is_judged(item: Item, content: Span) -> Span | None:
    """*He is a small man*: what somebody is said to be, where it is no trade or office."""
    words = list(TOKEN.finditer(item.text, content.start, content.end))
    lows = [word.group().lower() for word in words]
    for i, low in enumerate(lows[:-2]):
        at = i + 1
        if low in BEINGS and lows[at] in IS:
            at += 1
        elif low not in IS_SHORT:
            continue
        while at < len(lows) - 1 and lows[at] in ONLY:
            at += 1
        if lows[at] not in JUDGES:
            continue
        noun = lows[at + 1 : at + 4]
        if noun and not any(item.pack.is_common(one) or one in PLAIN for one in noun):
            return Span(words[i].start(), words[min(at + 3, len(words) - 1)].end())
    return None


def _is_called(item: Item, attribution: Attribution, content: Span) -> Span | None:
    """*Described the governor as “a dead weight”*: a person, and a noun in quotation marks."""
    if attribution.cue_lemma.split()[0] not in CALLS or not attribution.cue:
        return None
    text = item.text[content.start : content.end].lstrip("“\"‘'").lower()
    between = item.text[attribution.cue[-1].end : content.start].lower().split()
    whom = [word for word in between if word in item.pack.roles or word in BEINGS]
    noun = text.split()[:4]
    if not whom or noun[:1] == [] or noun[0] not in ("a", "an") or any(map(item.pack.is_common, noun)):
        return None
    return content


def _is_thing(item: Item, at: int) -> bool:
    """Whether what is finished is no person: *the bridge is finished*."""
    if "finished" not in item.text[at : at + 20]:
        return False
    before = item.text[max(0, at - 40) : at].split()
    subject = before[-1].strip("“\"'‘") if before else ""
    if item.text[at : at + 2].lower() in ("he", "sh"):
        return False
    is_person = subject.lower() in ("he", "she", "they") or subject.lower() in item.pack.roles
    return not (is_person or subject[:1].isupper())
