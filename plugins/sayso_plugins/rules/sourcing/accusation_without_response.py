"""The rule sourcing/accusation-without-response."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, Span, rule
from sayso_plugins.rules._near import words_of
from sayso_plugins.rules.sourcing._answers import answered, is_settled
from sayso_plugins.rules.sourcing._deeds import DEED, DEEDS, FLAT

if TYPE_CHECKING:
    from sayso import Attribution, Sentence

#: Wrongs by their noun or gerund: what somebody is accused *of*.
WRONGS = frozenset(
    """
    bribery bribes fraud corruption embezzlement embezzling torture torturing abuse abusing rape raping theft stealing
    extortion extorting blackmail blackmailing laundering forgery forging perjury misconduct harassment harassing
    assault assaulting murder murdering trafficking smuggling plagiarism doping negligence nepotism racketeering
    kickbacks wrongdoing malpractice defrauding bribing falsifying rigging cheating espionage spying treason lying
    """.split()
)
#: What somebody is said to have done, by the verb alone.
DID = frozenset(
    """
    bribed embezzled defrauded tortured raped molested stole extorted blackmailed laundered forged falsified murdered
    plagiarised plagiarized rigged harassed groomed trafficked lied cheated bullied misused exploited threatened
    assaulted inflated overcharged siphoned pocketed looted squandered misled swindled abused fabricated enriched enrich
    diverted beaten hid sabotaged
    """.split()
)
#: Said of a body that has its name in the sentence: *the company told employees to …*.
BODIES = frozenset(
    "company firm bank hospital school council club agency landlord employer operator chain contractor charity".split()
)
#: Who runs one that has its name in the sentence, with no article: *managers left …*.
BOSSES = frozenset("managers bosses executives directors owners supervisors administrators".split())
#: In a game, to rob, to steal and to cheat are figures of speech.
PLAY = frozenset(
    "goal goals point points match win victory lead penalty wicket title equaliser header striker inning innings".split()
)
#: Whirlwinds have names, too.
STORMS = frozenset({"storm", "hurricane", "cyclone", "typhoon"})
#: What goes before a place, and no victim or truth: *hid in the cellar*.
WHERE = frozenset("in under behind down inside at on out".split())
DEED_NEAR = 60
#: Verbs that make it one together with a noun of what was paid.
TOOK = frozenset("took takes taken accepted accepts paid pays offered offers received receives solicited".split())
PAID = frozenset({"bribe", "bribes", "kickback", "kickbacks"})
#: To what these say, the accused answers in court.
AUTHORITIES = frozenset({"police", "prosecutor", "prosecutors", "sheriff", "court", "detective", "detectives"})
OTHER_GENRES = frozenset({"interview", "press_release", "statement", "fact_check"})
#: What is said of somebody by these kinds of claims is a wrong.
GRAVE = frozenset({"crime", "blame"})
OPENERS = frozenset({"that", "the", "a", "its", "their", ",", "former", "senior", "deputy"})
QUOTES = frozenset('“‘"')
NOT = frozenset({"not", "never", "no"})
#: How many words a verb may stand behind its subject, and how many may stand before a name.
NEAR, OPENING = 5, 5
#: How many words may stand before a name that what its bearer is leads up to.
LEADING = 9
BE = frozenset("is are was were been being be".split())
PASSIVE = BE | {"has", "have", "had", "also", "repeatedly"}


@rule(
    "sourcing/accusation-without-response",
    "Somebody is accused by name, and no answer is given.",
    since="0.1",
    severity="warning",
    certainty="extraction",
    confidence=0.75,
    judged=Judged(right=0, wrong=0, arguable=1),
    preview=True,
    cure="Ask the accused and print the answer, or say that there was none.",
    policies=[
        Policy("IPSO", "A fair opportunity to reply is given where it is called for."),
        Policy("BBC", "Grave allegations are put to those whom they concern, and the answer is reported.", "2019"),
    ],
    examples=[
        Flagged("The report says Halvorsen took bribes.", at="Halvorsen"),
        Flagged("The council accused Norbank of fraud. The bank has nine branches.", at="Norbank"),
        Flagged("Jan Halvorsen embezzled 3 million euros, an auditor said.", at="Jan Halvorsen"),
        Flagged("Norbank has been accused of fraud. It has nine branches.", at="Norbank"),
        Flagged("Two clerks said that Mira Holt had forged the ledgers. She left in May.", at="Mira Holt"),
        Flagged("The clerk said that coach Jan Halvorsen had bullied her.", at="Jan Halvorsen"),
        Flagged("Tenants accuse Norbank of cutting off their heat. The bank has nine branches.", at="Norbank"),
        Flagged(
            "The council met.\n\nThe operator, Larkmoor Lines, ignored warnings about the brakes.", at="Larkmoor Lines"
        ),
        Flagged(
            "Jo Berg said that the mayor, Jan Halvorsen, had “steered the work to his brother’s firm”.",
            at="Jan Halvorsen",
        ),
        Flagged(
            "Jo Berg, who left Larkmoor Lines in May, said the company told employees to falsify logs.",
            at="the company",
        ),
        Flagged(
            "The council met.\n\nThe owner, Jan Halvorsen, was told of the leak and sat on it.", at="Jan Halvorsen"
        ),
        Flagged(
            "An audit found that the school’s bursar, Mira Holt, paid fees into her own account. It was read in May.",
            at="Mira Holt",
        ),
        Flagged(
            "Jan Halvorsen has been accused by four former clerks of touching them. They spoke in May.",
            at="Jan Halvorsen",
        ),
        Flagged(
            "Former staff of Larkmoor Care say managers left residents in soiled beds. They left in May.", at="managers"
        ),
        Flagged("A clerk told the board that trustee Jo Berg, who had left, had pocketed a fee.", at="Jo Berg"),
        Flagged(
            "The report says Mira Holt used a Larkmoor Care card to pay for two lamps. Pupils declined milk in May.",
            at="Mira Holt",
        ),
        Clean("The report says Mira Holt used a fund to pay for two lamps. She declined to comment."),
        Clean("The report says Mira Holt used a fund to pay for lamps. Requests for comment were not answered."),
        Clean("Striker Jo Berg stole a point with a late goal, the coach said.", "A game."),
        Clean("Thieves stole the ledger of Norbank, a clerk said.", "A noun, and no name."),
        Clean("Jan Halvorsen hid in the cellar, a clerk said.", "No wrong."),
        Clean("Storm Ada threatened the coast, a clerk said."),
        Clean("The council met.\n\nLarkmoor Lines ignored no warnings about the brakes."),
        Clean("The report says Halvorsen took bribes. Halvorsen denies it."),
        Clean("The report says Halvorsen took bribes. He could not be reached for comment."),
        Clean("The court said Halvorsen had taken bribes, and sentenced him to two years.", "A court has decided."),
        Clean("The council accused Norbank of fraud. “We have done no wrong,” Norbank said."),
        Clean("The report says thieves stole the ledger.", "Nobody is named."),
        Clean("Halvorsen, who fights corruption, said the ledger was gone."),
        Clean("Police said Halvorsen had stolen a car.", "It goes to court."),
        Clean("The report says Halvorsen took the bus."),
    ],
    known_false_alarms="An answer in words that the lists do not have, states, and people who are long dead.",
)
def accusation_without_response(item: Item) -> Iterator[Finding]:
    """Whoever is accused in public is owed a hearing, and readers are owed the answer.

    A denial, a plea or a judgement anywhere in the item is enough. What may be on something else, such as a comment or
    a reply, must stand where the accused or somebody meant by a pronoun stands. Words of the accused on anything are
    an answer, too. All that is said against one is one finding.
    """
    analysis = item.analysis
    if item.record.item_type.value in OTHER_GENRES or is_settled(item) or analysis.turns:
        return
    found = list(_all_accused(item))
    if not found:
        return
    spoke = {low for one in analysis.speakers for span in one.mentions for low in span.of(item.text).lower().split()}
    accused: set[str] = set()
    for span, *deed in found:
        name = _last(span.of(item.text))
        if name not in accused and name not in spoke and not answered(item, span):
            accused.add(name)
            yield Finding(f"{span.of(item.text)} is accused, and nothing says what the answer is", spans=(span, *deed))


def _all_accused(item: Item) -> Iterator[tuple[Span, ...]]:
    """The names of those of whom a wrong is told, each with the words for the deed where those are found."""
    analysis = item.analysis
    signs = DID.union(PAID, *(contest.triggers for contest in item.pack.contested if contest.name in GRAVE))
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if attribution.quoted or not attribution.content or source is None or source.head in AUTHORITIES:
            continue
        found = _deed(item, attribution)
        if found is not None:
            yield found
            continue
        if attribution.cue_class in ("reporting", "evidential"):
            name = _accused(item, attribution, signs)
            if name is not None:
                yield (name,)
    words = words_of(item)
    bare = ("unsourced", "hedged", "observation") if not FLAT.isdisjoint(words) else ()
    for claim in analysis.claims:
        if claim.standing in bare:
            sentence = analysis.sentence_at(claim.span.start)
            found = None if sentence.section.is_comment else _done(item, sentence, claim.span)
            if found is not None:
                yield found
                continue
        if claim.standing == "unsourced" and set(claim.contestable.value or ()) & GRAVE:
            name = _flatly(item, analysis.sentence_at(claim.span.start))
            if name is not None:
                yield (name,)
    if "accused" in words:
        for sentence in analysis.sentences:
            name = _passive(item, sentence) if sentence.is_read else None
            if name is not None:
                yield (name,)


def _deed(item: Item, attribution: Attribution) -> tuple[Span, Span] | None:
    """The name or the body of which a source says such a deed, in its own words or in quoted ones."""
    if attribution.cue_class not in ("reporting", "evidential"):
        return None
    sentence = item.analysis.sentence_at((attribution.cue or attribution.content)[0].start)
    return _done(item, sentence, attribution.content[0]) if sentence.is_read else None


def _done(item: Item, sentence: Sentence, content: Span) -> tuple[Span, Span] | None:
    """The name or the body that opens these words, where it is said to have done such a deed."""
    said = item.text[content.start : content.end]
    if DEEDS.isdisjoint(item.analysis.narrated(sentence)) and not any(mark in said for mark in QUOTES):
        return None
    deed = DEED.compiled.search(item.text, content.start, min(content.end, sentence.span.end))
    if deed is None:
        return None
    elements = [el for el in item.analysis.narration(sentence) if content.start <= el.start < content.end]
    first, size = _subject(item, elements)
    if size == 0:
        body = next((i for i, el in enumerate(elements[:3]) if el.low in BODIES or el.low in BOSSES), None)
        names = [el for el in item.analysis.narration(sentence) if el.capital and el.start > sentence.span.start]
        if body is None or not names:
            return None
        if elements[0].low not in ("the", "its", "their") and not (elements[body].low in BOSSES and body < 2):
            return None
        first, size = 0, body + 1
    elif first == 0 and size == 1 and not _recurs(item, elements[0].text, elements[0].start):
        return None
    span = Span(elements[first].start, elements[first + size - 1].end)
    before = item.text[span.end : deed.start()].lower().split()
    if deed.start() - span.end > DEED_NEAR or not NOT.isdisjoint(before):
        return None
    return span, Span(*deed.span())


def _accused(item: Item, attribution: Attribution, signs: frozenset[str]) -> Span | None:
    """The name that opens the words of the content, where a wrong is said of it right behind."""
    content = attribution.content[0]
    sentence = item.analysis.sentence_at((attribution.cue or attribution.content)[0].start)
    # To accuse somebody of something says by itself that it is a wrong.
    accuses = attribution.cue_lemma == "accuse"
    if not sentence.is_read or (not accuses and signs.isdisjoint(item.analysis.narrated(sentence))):
        return None
    elements = [el for el in item.analysis.narration(sentence) if content.start <= el.start < content.end]
    first, size = _subject(item, elements)
    behind = [el.low for el in elements[first + size :]]
    if size == 0:
        return None
    # "Thieves stole it": the capital may be that of the sentence.
    opens = first == 0 and size == 1 and content.start <= sentence.span.start and not accuses
    if opens and not _recurs(item, elements[0].text, elements[0].start):
        return None
    if not (accuses and behind[:1] == ["of"]) and not _did(item, [el.low for el in elements], behind[:NEAR]):
        return None
    return Span(elements[first].start, elements[first + size - 1].end)


def _flatly(item: Item, sentence: Sentence) -> Span | None:
    """The name of whom a sentence without a source says a wrong."""
    section = sentence.section
    if not sentence.is_read or section.is_comment:
        return None
    elements = [el for el in item.analysis.narration(sentence) if el.kind != "time"]
    first, size = _subject(item, elements)
    behind = [el.low for el in elements[first + size : first + size + NEAR]]
    if size == 0 or not _did(item, [el.low for el in elements], behind):
        return None
    # "Pirates seized it" opens with a noun; a name comes up again, or has more than a word.
    if size == 1 and first == 0 and not _recurs(item, elements[0].text, elements[0].start):
        return None
    return Span(elements[first].start, elements[first + size - 1].end)


def _recurs(item: Item, word: str, start: int) -> bool:
    """Whether a word has its capital within a sentence, too."""
    tokens = item.analysis.tokens
    return any(
        one == word and tokens.starts[i] != start and i and tokens.words[i - 1][:1].isalpha()
        for i, one in enumerate(tokens.words)
    )


def _did(item: Item, lows: list[str], behind: list[str]) -> bool:
    """Whether the words right behind a name say, in the active voice, that its bearer did something wrong."""
    if not BE.isdisjoint(behind[:2]) or NOT & set(behind) or not PLAY.isdisjoint(lows):
        return False
    # "Norbank drivers stole it": it was the drivers.
    if behind and item.pack.kind_of(behind[0]) is not None:
        return False
    at = next((i for i, low in enumerate(behind) if low in DID), None)
    if (at is not None and not (at + 1 < len(behind) and behind[at + 1] in WHERE)) or (
        not TOOK.isdisjoint(behind) and not PAID.isdisjoint(behind)
    ):
        return True
    words = set(lows)
    return any(
        contest.name in GRAVE
        and any(low in contest.triggers and low not in item.pack.verbs for low in behind)
        and (not contest.companions or not contest.companions.isdisjoint(words))
        and contest.unless.isdisjoint(words)
        for contest in item.pack.contested
    )


def _subject(item: Item, elements: list[Any]) -> tuple[int, int]:
    """Where the name at the beginning stands, behind *the* and what its bearer is, and how many words it has."""
    first = 0
    for el in elements[:OPENING]:
        if el.low not in OPENERS and (el.capital or item.pack.kind_of(el.low) is None):
            break
        first += 1
    size = _name(item, [el.text for el in elements[first:]])
    if size:
        return first, size
    # "The school’s bursar, Mrs Oyin Akande, …": right behind what she is, whatever stands before that.
    named = next((i for i, el in enumerate(elements[:LEADING]) if el.capital and i), 0)
    before = [el.low for el in elements[:named] if el.text != ","]
    if not before or not item.pack.auxiliaries.isdisjoint(before):
        return first, 0
    apart = elements[named - 1].text == "," and before[0] in ("the", "its", "their", "a", "an", "that")
    # "Trustee Jo Berg": a word that no list has is an office, right before a full name.
    last, little = before[-1], item.pack.function_like | item.pack.prepositions
    office = len(before) < 3 and last not in little and last not in item.pack.verbs and not last.endswith(("ed", "ing"))
    size = _name(item, [el.text for el in elements[named:]])
    if not (apart or item.pack.kind_of(last) or (office and size > 1)):
        return first, 0
    return named, size


def _passive(item: Item, sentence: Sentence) -> Span | None:
    """The name in *Halvorsen has been accused of fraud*, at the beginning of a sentence."""
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    if "accused" not in lows:
        return None
    at = lows.index("accused")
    first = 1 if lows[0] == "the" else 0
    size = _name(item, [el.text for el in elements[first:]])
    told = lows[first + size : at]
    if size == 0 or set(told) - PASSIVE or BE.isdisjoint(told):
        return None
    # "Accused by four former pupils of …".
    of = next((i for i in range(at + 1, min(at + 10, len(lows))) if lows[i] == "of" or elements[i].kind == "mark"), 0)
    if not of or lows[of] != "of" or (of > at + 1 and lows[at + 1] != "by"):
        return None
    told = lows[of + 1 : of + 5]
    of_wrong = not WRONGS.isdisjoint(told) or (told[:1] != [] and told[0].endswith("ing"))
    return Span(elements[first].start, elements[first + size - 1].end) if of_wrong else None


def _name(item: Item, words: list[str]) -> int:
    """How many words at the beginning are a name; 0 for none."""
    size = next((i for i, word in enumerate(words) if not word[:1].isupper()), len(words))
    if words and words[0].lower() in STORMS:
        return 0
    return 0 if size == 0 or _is_common(item, words[0].lower(), size) else size


def _is_common(item: Item, low: str, size: int) -> bool:
    return size == 1 and (item.pack.is_common(low) or low in item.pack.function_like or low in item.pack.pronouns)


def _last(name: str) -> str:
    return name.split()[-1].lower()
