"""The rule sourcing/anonymity-without-reason."""

import re
from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, Sentence, Span, WordList, rule
from sayso_plugins.rules._near import has
from sayso_plugins.rules.sourcing._withheld import REASONS_HERE, REMAIN, TELLING, WEAK

#: Words of which one stands wherever a reason for withholding a name is given.
REASONS = """
    because fear fears feared fearing afraid scared citing authorised authorized authorisation authorization permitted
    allowed permission sensitive sensitivity sensitivities safety security reprisal reprisals retaliation retribution
    repercussions persecution privacy policy protocol rules confidential confidentiality ongoing protect legal job
    freely candidly frankly openly candid
    avoid lest empowered mandated cleared supposed risk private internal discussing describing announcement announced
""".split()
#: These give a reason only in the sentence itself, and mean other things in the next one.
NEAR_REASONS = frozenset({"as", "since", "due", "owing", "given"})
#: Of what the item withholds by law, nobody has asked for it.
BY_LAW = ("cannot", "could not")
#: Said of those who speak and of nobody else.
SPOKEN = "condition"
#: Without one of these nobody's name is withheld.
SIGNS = WordList(
    """anonymity anonymous anonymously named identified unidentified withheld withholding nameless unnamed
    mentioned name names identity identities background quoted record attribution cited credited""".split()
)
#: What leads from somebody to what is withheld, and what one without a name begins with.
WHO = frozenset("who whom that and but".split())
#: How many words before the end of what is withheld may be on it.
NEAR = 16
#: How many words may stand between *who* and what is withheld.
CLAUSE = 9
AUXILIARY = frozenset("was were is are had has have been only".split())
DETERMINED = frozenset("a an one two three another someone somebody several some".split())
UNNAMED = frozenset({"unnamed_person", "unnamed_collective"})


@rule(
    "sourcing/anonymity-without-reason",
    "A source is granted anonymity, and the item does not say why.",
    since="0.1",
    severity="warning",
    certainty="lexical",
    confidence=0.85,
    judged=Judged(right=2, wrong=0, arguable=0),
    cure="Say in the same sentence or the next why the source may not be named.",
    policies=[
        Policy("AP", "An item says why a source asked not to be named.", "2004-2009"),
        Policy("NYT", "Readers are told why a source is allowed to speak without a name.", "2004"),
        Policy("SPJ", "Whoever grants anonymity explains to readers why it was granted.", "2014"),
    ],
    examples=[
        Flagged(
            "A diplomat, speaking on condition of anonymity, said the talks were over.", at="on condition of anonymity"
        ),
        Flagged("The mill will close, said a manager who asked not to be named.", at="asked not to be named"),
        Flagged(
            "Two clerks said the ledger was gone. The clerks spoke on condition of anonymity. The mayor was away.",
            at="on condition of anonymity",
        ),
        Flagged(
            "An officer who declined to be identified said the depot was empty. It had been for weeks.",
            at="declined to be identified",
        ),
        Flagged("A clerk who asked to remain anonymous said the ledger was gone.", at="asked to remain anonymous"),
        Clean(
            "A diplomat, speaking on condition of anonymity because she was not authorised to speak, said the talks "
            "were over."
        ),
        Clean("A manager who asked not to be named said the mill would close. He feared for his job."),
        Flagged("A clerk who declined to give her name said the ledger was gone.", at="declined to give her name"),
        Flagged("Speaking anonymously, a clerk said the ledger was gone.", at="Speaking anonymously"),
        Flagged("A trader who pleaded anonymity said the fee had doubled.", at="pleaded anonymity"),
        Flagged(
            "An officer, who does not want his name in print, said the depot was empty.",
            at="does not want his name in print",
        ),
        Flagged("A clerk who didn’t want to be named said the ledger was gone.", at="didn’t want to be named"),
        Clean("A clerk who sought anonymity for fear of losing his job said the ledger was gone."),
        Flagged(
            "A clerk spoke on the condition that her name not be used. She said the ledger was gone.",
            at="on the condition that her name not be used",
        ),
        Flagged(
            "A teacher, who requested that her name be withheld, said the roof leaks.",
            at="requested that her name be withheld",
        ),
        Flagged(
            "The bid will fail, an executive said, asking that he not be identified.",
            at="asking that he not be identified",
        ),
        Flagged("“It is gone,” said a clerk, who preferred not to give his name.", at="preferred not to give his name"),
        Flagged(
            "The mill will close by May, it was predicted by a clerk, who would give no name.", at="would give no name"
        ),
        Flagged(
            "That the mill was lost was the judgement of a trader, who agreed to talk only if no name was printed.",
            at="only if no name was printed",
        ),
        Flagged("One trustee, insisting on anonymity, said that legal fees had doubled.", at="insisting on anonymity"),
        Flagged(
            "The books will be pulped, warned a clerk, whose name is being kept back.",
            at="whose name is being kept back",
        ),
        Flagged("A clerk, who was granted anonymity, said the ledger was gone.", at="granted anonymity"),
        Flagged("“It is gone,” a trader said, without giving her name.", at="without giving her name"),
        Flagged(
            "The bid will fail, a banker said on the understanding that he would not be identified.",
            at="on the understanding that he would not be identified",
        ),
        Clean(
            "Two clerks, who are barred from briefing the press and asked not to be named, said the ledger was gone."
        ),
        Clean("A donor, who would give no name, has left two paintings at the museum."),
        Clean("The mill would not be named after him, Ana Ruiz said.", "A mill."),
        Clean("A diplomat, who requested anonymity in order to speak freely, said the talks were over."),
        Clean("Citing the rules of the house, an aide who asked not to be identified said the vote was off."),
        Clean("A donor who asked not to be named has given the museum two paintings.", "Nobody is quoted."),
        Clean("A boy who cannot be named was fined, the court said.", "The law withholds the name."),
        Clean('"She spoke on condition of anonymity," Ana Ruiz said.', "Somebody else's words."),
    ],
    known_false_alarms="A reason that stands further away, or in words that the list does not have.",
)
def anonymity_without_reason(item: Item, *, reasons: tuple[str, ...] = tuple(REASONS)) -> Iterator[Finding]:
    """Without the reason, readers cannot tell a source in danger from one who would rather not answer for the words.

    The option `reasons` lists the words by which a reason is known, in the same sentence or the next. A source
    for whom a reason was given once needs no second one.
    """
    analysis = item.analysis
    known = frozenset(reasons)
    explained: set[str | None] = set()
    for match in _withheld(item):
        words = match.group().partition(match["reason"] or "\0")[0].rstrip(" ,\n\t")
        span = Span(match.start(), match.start() + len(words))
        sentence = analysis.sentence_at(span.start)
        if not sentence.is_read or analysis.in_quotation(span) or any(law in words.lower() for law in BY_LAW):
            continue
        speakers = _unnamed(item, sentence) or _unread(item, sentence, span)
        if match["reason"] or _gives_reason(item, sentence, span.end, known):
            explained |= speakers
        elif (speakers or SPOKEN in words.lower()) and not speakers & explained:
            yield Finding(f"{words!r} gives no reason why the name is withheld", spans=(span,))


def _withheld(item: Item) -> Iterator[re.Match[str]]:
    """Where it is said that a name is withheld, in the order of the text; no such phrase leaves its sentence."""
    if not has(item, SIGNS):
        return
    patterns = (item.pack.anonymity, REMAIN)
    places = {item.analysis.sentence_at(at).index for one in patterns for at in one.near(item.text)}
    for sentence in (item.analysis.sentences[index] for index in sorted(places)):
        found = [match for one in patterns for match in one.finditer(item.text, sentence.span.start, sentence.span.end)]
        end = -1
        for match in sorted(found, key=lambda match: match.start()):
            if match.start() >= end:
                yield match
            end = max(end, match.end())


def _unnamed(item: Item, sentence: Sentence) -> set[str | None]:
    """Those without a name to whom the sentence attributes words, or else the one before it."""
    analysis = item.analysis
    for index in (sentence.index, sentence.index - 1):
        near = analysis.sentences[max(0, index)]
        found = {
            one.speaker
            for one in analysis.attributions_in(near)
            if analysis.speaker_kind(one.speaker) in UNNAMED and not one.quoted
        }
        if found:
            return found
    return set()


def _unread(item: Item, sentence: Sentence, span: Span) -> set[str | None]:
    """One without a name whose telling the analysis does not read: *was predicted by a clerk, who would give no name*.

    What is withheld is said of somebody by *who* or a participle, behind a noun without a capital.
    """
    before = [el for el in item.analysis.narration(sentence) if el.start < span.start]
    who = next((i for i in range(len(before) - 1, max(-1, len(before) - CLAUSE), -1) if before[i].low == "who"), None)
    before = before if who is None else before[:who]
    while before and (before[-1].low in WHO or before[-1].text == "," or before[-1].low in AUXILIARY):
        before.pop()
    if not before or before[-1].capital or not before[-1].text[:1].isalpha():
        return set()
    said = item.text[span.start : span.end].lower().split()
    lows = [el.low for el in item.analysis.narration(sentence) if not span.start <= el.start < span.end]
    verbs = item.pack.verbs
    told = any(low in TELLING or (low in verbs and verbs[low].kind == "speech" and low not in said) for low in lows)
    return {None} if told and not DETERMINED.isdisjoint(lows) else set()


def _gives_reason(item: Item, sentence: Sentence, end: int, reasons: frozenset[str]) -> bool:
    analysis = item.analysis
    here = {el.low for el in analysis.narration(sentence)}
    behind = analysis.sentences[sentence.index + 1 : sentence.index + 2]
    there = {el.low for near in behind for el in analysis.narration(near)}
    next_words = {word.lower() for word in item.text[end : sentence.span.end].replace(",", " ").split(maxsplit=2)[:2]}
    if not (reasons - WEAK).isdisjoint(here | there) or not NEAR_REASONS.isdisjoint(next_words):
        return True
    return not ((reasons & WEAK) | REASONS_HERE).isdisjoint(_beside(item, sentence, end))


def _beside(item: Item, sentence: Sentence, end: int) -> set[str]:
    """The words of a sentence that are on the name, and not on what is told: those up to the next verb of speech."""
    elements = item.analysis.narration(sentence)
    at = next((i for i, el in enumerate(elements) if el.start >= end), len(elements))
    found = {el.low for el in elements[max(0, at - NEAR) : at]}
    for el in elements[at:]:
        verb = item.pack.verbs.get(el.low)
        if verb is not None and verb.kind == "speech":
            break
        found.add(el.low)
    return found
