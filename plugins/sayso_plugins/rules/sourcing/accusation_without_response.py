"""The rule sourcing/accusation-without-response."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, Span, rule

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
#: Verbs that make it one together with a noun of what was paid.
TOOK = frozenset("took takes taken accepted accepts paid pays offered offers received receives solicited".split())
PAID = frozenset({"bribe", "bribes", "kickback", "kickbacks"})
#: Words of which one stands where somebody answers, or where a court has.
ANSWERS = frozenset(
    """
    deny denies denied denying denial denials reject rejects rejected rejecting dismiss dismisses dismissed dismissing
    refute refutes refuted dispute disputes disputed decline declines declined refused refuses comment comments reached
    respond responds responded responding response responses reply replies replied replying answered plead pleads
    pleaded pled plea pleas convict convicted conviction convictions sentence sentenced sentences guilty acquitted
    acquittal admit admits admitted admission confess confessed confesses confession apologised apologized apology
    innocent innocence rebut rebutted defended defends defending insists insisted unavailable lawyer lawyers attorney
    attorneys solicitor counsel unfounded baseless untrue false groundless rebuffed cleared exonerated silent silence
    contacted
    """.split()
)
#: To what these say, the accused answers in court.
AUTHORITIES = frozenset({"police", "prosecutor", "prosecutors", "sheriff", "court", "detective", "detectives"})
OTHER_GENRES = frozenset({"interview", "press_release", "statement", "fact_check"})
#: What is said of somebody by these kinds of claims is a wrong.
GRAVE = frozenset({"crime", "blame"})
OPENERS = frozenset({"that", "the", "a", "its", "their", ",", "former", "senior", "deputy"})
NOT = frozenset({"not", "never", "no"})
#: How many words a verb may stand behind its subject, and how many may stand before a name.
NEAR, OPENING = 5, 5
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

    Any sign of an answer, of a plea or of a judgement anywhere in the item is enough, and so are words of the
    accused on anything. All that is said against one is one finding.
    """
    analysis = item.analysis
    lows = analysis.tokens.lows
    if item.record.item_type.value in OTHER_GENRES or not ANSWERS.isdisjoint(lows):
        return
    if analysis.turns:
        return
    found = list(_all_accused(item))
    if not found:
        return
    spoke = {low for one in analysis.speakers for span in one.mentions for low in span.of(item.text).lower().split()}
    accused: set[str] = set()
    for span in found:
        name = _last(span.of(item.text))
        if name not in accused and name not in spoke:
            accused.add(name)
            yield Finding(f"{span.of(item.text)} is accused, and nothing says what the answer is", spans=(span,))


def _all_accused(item: Item) -> Iterator[Span]:
    """The names of those of whom somebody says a wrong, or of whom the narration says that they are accused of one."""
    analysis = item.analysis
    signs = DID.union(PAID, *(contest.triggers for contest in item.pack.contested if contest.name in GRAVE))
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if attribution.quoted or not attribution.content or source is None or source.head in AUTHORITIES:
            continue
        if attribution.cue_class in ("reporting", "evidential"):
            found = _accused(item, attribution, signs)
            if found is not None:
                yield found
    for claim in analysis.claims:
        if claim.standing == "unsourced" and set(claim.contestable.value or ()) & GRAVE:
            found = _flatly(item, analysis.sentence_at(claim.span.start))
            if found is not None:
                yield found
    if "accused" in analysis.tokens.lows:
        for sentence in analysis.sentences:
            found = _passive(item, sentence) if sentence.is_read else None
            if found is not None:
                yield found


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
    if not BE.isdisjoint(behind[:2]) or NOT & set(behind):
        return False
    if not DID.isdisjoint(behind) or (not TOOK.isdisjoint(behind) and not PAID.isdisjoint(behind)):
        return True
    words = set(lows)
    return any(
        contest.name in GRAVE
        and not contest.triggers.isdisjoint(behind)
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
    return first, _name(item, [el.text for el in elements[first:]])


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
    if size == 0 or set(told) - PASSIVE or BE.isdisjoint(told) or lows[at + 1 : at + 2] != ["of"]:
        return None
    told = lows[at + 2 : at + 6]
    of_wrong = not WRONGS.isdisjoint(told) or (told[:1] != [] and told[0].endswith("ing"))
    return Span(elements[first].start, elements[first + size - 1].end) if of_wrong else None


def _name(item: Item, words: list[str]) -> int:
    """How many words at the beginning are a name; 0 for none."""
    size = next((i for i, word in enumerate(words) if not word[:1].isupper()), len(words))
    return 0 if size == 0 or _is_common(item, words[0].lower(), size) else size


def _is_common(item: Item, low: str, size: int) -> bool:
    return size == 1 and (item.pack.is_common(low) or low in item.pack.function_like or low in item.pack.pronouns)


def _last(name: str) -> str:
    return name.split()[-1].lower()
