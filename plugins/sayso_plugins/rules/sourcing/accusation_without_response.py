"""The rule sourcing/accusation-without-response."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, Severity, Span, WordList, rule
from sayso_plugins.rules._near import has
from sayso_plugins.rules.sourcing._accused import (
    BE,
    BODIES,
    BOSSES,
    DEED_NEAR,
    DID,
    GRAVE,
    NEAR,
    NOT,
    OTHER_GENRES,
    PAID,
    PASSIVE,
    QUOTES,
    SUITS,
    WRONGS,
    at_a_place,
    did_wrong,
    is_authority,
    is_past,
    name_size,
    recurs,
    subject_of,
)
from sayso_plugins.rules.sourcing._answers import answered, is_settled
from sayso_plugins.rules.sourcing._blamed import HISTORIANS, Blamed, blamed, blamed_flatly
from sayso_plugins.rules.sourcing._charges import charged, known_body
from sayso_plugins.rules.sourcing._deeds import DEED, DEEDS, FLAT

if TYPE_CHECKING:
    import re

    from sayso import Attribution, LanguagePack, Sentence

ACCUSED = WordList({"accused"})

#: Nobody has said it but the item.
BARE = frozenset({"unsourced", "hedged", "observation"})


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
        Flagged("Some tenants accused the school board of hiding leaks. It met in May.", at="the school board"),
        Flagged(
            "Two letters had been ignored by the water board, Jo Berg alleged. It met in May.", at="the water board"
        ),
        Flagged(
            "Beach sand had been used in place of stone by the contractor, Larkmoor Lines, Jo Berg alleged.",
            at="the contractor",
        ),
        Flagged("The groundsman, Jo Berg, had been paid to leave the pitch wet, Ana Ruiz said.", at="Jo Berg"),
        Flagged(
            "Guards of Larkmoor Mill beat two young men in May, said their father, Jo Berg.",
            at="Guards of Larkmoor Mill",
        ),
        Flagged("Prosecutors suspect that pastor Jo Berg sold worthless coins. He has a chapel.", at="Jo Berg"),
        Flagged("The mill hid the spill from its tenants, Jo Berg said. It was built in May.", at="The mill"),
        Flagged(
            "Head teacher Jo Berg leaned on staff to alter marks, the inspectors say in a report. It was read in May.",
            at="Jo Berg",
        ),
        Flagged(
            "Prosecutors allege that Jo Berg, 52, moved $2,000 into an account of hers. She is due in court in May.",
            at="Jo Berg",
        ),
        Flagged("Residents accused developer Larkmoor Homes of felling the oaks at night.", at="Larkmoor Homes"),
        Flagged("The boys were hired by the chairman of the board, Jo Berg. It met in May.", at="Jo Berg"),
        Flagged("The council met.\n\nIts leader, Jo Berg, rented the hall to his own firm.", at="Jo Berg"),
        Flagged(
            "The audit found that the treasurer, Mira Holt, had signed blank cheques for a shop. It was read in May.",
            at="Mira Holt",
        ),
        Flagged("The water board failed to act on two letters, Mira Holt said. It met in May.", at="The water board"),
        Flagged("Two clerks said that senator Jo Berg kept two sets of accounts. She left in May.", at="Jo Berg"),
        Clean("The audit found that the treasurer, Mira Holt, had signed all cheques in time. It was read in May."),
        Clean("Prosecutors allege that Jo Berg moved $2,000 into an account of hers. Her lawyer declined to comment."),
        Clean("Prosecutors said that Jo Berg would not be charged.", "She is cleared."),
        Clean("The boys were hired by the chairman of the board, Jo Berg, to paint the hall.", "No wrong."),
        Clean("The council met.\n\nIts leader, Jo Berg, rented the hall to a choir."),
        Clean("The water board failed to sell the pier, Mira Holt said. It met in May."),
        Clean("Residents said that Larkmoor Homes had planted 40 oaks at night."),
        Clean("Historians say that King Jo the Third poisoned his brother.", "Long dead."),
        Clean("The novel tells how Jo Berg strangled a widow for a ring."),
        Clean("The captain, Jo Berg, blew a lead of nine points, the coach said.", "A game."),
        Clean("The striker said that Jo Berg had beaten him by two strokes.", "A game, too."),
        Clean("Two letters had been ignored by the water board, Jo Berg alleged. The board said that it had had none."),
        Clean("The roof was destroyed by the storm, and the books were stolen by thieves, Jo Berg said."),
        Clean("Nothing had been hidden by the mill, Jo Berg said.", "He clears it."),
        Clean("The report says Mira Holt used a fund to pay for two lamps. She declined to comment."),
        Clean("The report says Mira Holt used a fund to pay for lamps. Requests for comment were not answered."),
        Clean("Striker Jo Berg stole a point with a late goal, the coach said.", "A game."),
        Flagged(
            "The lawsuit claims that Dr Mira Holt operated while drunk. The ward opened in May.", at="Dr Mira Holt"
        ),
        Flagged("Officers at Norvik starved inmates, a nurse said. It was built in May.", at="Officers at Norvik"),
        Flagged("The audit says Mira Holt, the teacher, sold exam papers. It was read in May.", at="Mira Holt"),
        Clean("The lawsuit claims that Mira Holt was hurt by a crane. The crane is new.", "She is the one who sues."),
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
    an answer, too. All that is said against one is one finding. What only the model of statements takes for a
    wrong, with no word of a list and no verb that accuses, is an info.
    """
    analysis = item.analysis
    if item.record.item_type.value in OTHER_GENRES or is_settled(item) or analysis.turns:
        return
    found = [(spans, True) for spans in _all_accused(item)]
    found += sorted(((one.spans, one.sure) for one in _blamed(item)), key=lambda one: not one[1])
    if not found:
        return
    spoke = {low for one in analysis.speakers for span in one.mentions for low in span.of(item.text).lower().split()}
    accused: set[str] = set()
    for spans, sure in found:
        span = spans[0]
        name = _last(span.of(item.text))
        if name not in accused and name not in spoke and not answered(item, span):
            accused.add(name)
            yield Finding(
                f"{span.of(item.text)} {'is' if sure else 'may be'} accused, and nothing says what the answer is",
                spans=spans,
                severity=None if sure else Severity.INFO,
                confidence=None if sure else 0.5,
            )


@lru_cache(maxsize=2)
def _signs(pack: LanguagePack) -> frozenset[str]:
    return WordList(DID.union(PAID, *(contest.triggers for contest in pack.contested if contest.name in GRAVE)))


def _all_accused(item: Item) -> Iterator[tuple[Span, ...]]:
    """The names of those of whom a wrong is told, each with the words for the deed where those are found."""
    analysis = item.analysis
    signs = _signs(item.pack)
    starts = analysis.tokens.starts
    told = [starts[i] for i in analysis.tokens.having(DEEDS)]
    signed = [starts[i] for i in analysis.tokens.having(signs)]
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if attribution.quoted or not attribution.content or source is None or source.head in HISTORIANS:
            continue
        # A suspicion is no charge yet, and what is alleged is not yet proved.
        if is_authority(item, source) and attribution.cue_lemma not in ("suspect", "allege"):
            continue
        sentence = analysis.sentence_at((attribution.cue or attribution.content)[0].start)
        found = _deed(item, sentence, attribution, told) if told else None
        if found is not None:
            yield found
            continue
        if attribution.cue_class in ("reporting", "evidential"):
            suing = source.head in SUITS or attribution.cue_lemma == "allege"
            name = _sued(item, attribution) if suing else None
            # To accuse somebody of something says by itself that it is a wrong.
            if name is None and (attribution.cue_lemma == "accuse" or _within(attribution.content[0], signed)):
                name = _accused(item, sentence, attribution, signs)
            if name is not None:
                yield (name,)
    yield from charged(item)
    flat = has(item, FLAT)
    for claim in analysis.claims:
        if claim.standing in BARE:
            sentence = analysis.sentence_at(claim.span.start)
            found = _done(item, sentence, claim.span, told) if flat and not sentence.section.is_comment else None
            if found is not None:
                yield found
                continue
        if claim.standing == "unsourced" and set(claim.contestable.value or ()) & GRAVE:
            name = _flatly(item, analysis.sentence_at(claim.span.start))
            if name is not None:
                yield (name,)
    for sentence in analysis.sentences_with(ACCUSED):
        name = _passive(item, sentence) if sentence.is_read else None
        if name is not None:
            yield (name,)


def _within(span: Span, places: Sequence[int]) -> bool:
    """Whether one of the places, which are in order, lies in a span."""
    at = bisect_left(places, span.start)
    return at < len(places) and places[at] < span.end


def _blamed(item: Item) -> Iterator[Blamed]:
    """Those of whom somebody, or the item itself, says another wrong of a list, or what the model takes for one."""
    for attribution in item.analysis.attributions:
        source = item.analysis.source_of(attribution)
        if attribution.quoted or not attribution.content or source is None:
            continue
        if is_authority(item, source) and attribution.cue_lemma not in ("suspect", "allege"):
            continue
        found = blamed(item, attribution) if attribution.cue_class in ("reporting", "evidential") else None
        if found is not None:
            yield found
    for claim in item.analysis.claims:
        if claim.standing in BARE:
            sentence = item.analysis.sentence_at(claim.span.start)
            found = blamed_flatly(item, sentence) if sentence.is_read and not sentence.section.is_comment else None
            if found is not None:
                yield found


def _deed(item: Item, sentence: Sentence, attribution: Attribution, told: Sequence[int]) -> tuple[Span, Span] | None:
    """The name or the body of which a source says such a deed, in its own words or in quoted ones."""
    if attribution.cue_class not in ("reporting", "evidential") and attribution.cue_lemma != "suspect":
        return None
    content = attribution.content[0]
    if attribution.cue and attribution.cue[-1].end <= content.start < sentence.span.end:
        # "The audit says Mira Holt, the teacher, sold …": what explains the name may seem to end it.
        content = Span(content.start, max(content.end, sentence.span.end))
    return _done(item, sentence, content, told) if sentence.is_read else None


def _done(item: Item, sentence: Sentence, content: Span, told: Sequence[int]) -> tuple[Span, Span] | None:
    """The name or the body that opens these words, where it is said to have done such a deed.

    Args:
        told: Where the words for such deeds stand.
    """
    if not _within(content, told):
        return None
    said = item.text[content.start : content.end]
    if DEEDS.isdisjoint(item.analysis.narrated(sentence)) and not any(mark in said for mark in QUOTES):
        return None
    deed = DEED.compiled.search(item.text, content.start, min(content.end, sentence.span.end))
    if deed is None:
        return None
    elements = [el for el in item.analysis.narration(sentence) if content.start <= el.start < content.end]
    first, size = subject_of(item, elements)
    if size == 0:
        placed = at_a_place(item, elements)
        if placed is not None:
            return placed, Span(*deed.span())
        size = known_body(item, elements)
        if size:
            return _of_deed(Span(elements[0].start, elements[size - 1].end), deed, item)
        body = next((i for i, el in enumerate(elements[:3]) if el.low in BODIES or el.low in BOSSES), None)
        names = [el for el in item.analysis.narration(sentence) if el.capital and el.start > sentence.span.start]
        if body is None or not names:
            return None
        if elements[0].low not in ("the", "its", "their") and not (elements[body].low in BOSSES and body < 2):
            return None
        first, size = 0, body + 1
    elif first == 0 and size == 1 and not recurs(item, elements[0].text, elements[0].start):
        return None
    return _of_deed(Span(elements[first].start, elements[first + size - 1].end), deed, item)


def _of_deed(span: Span, deed: re.Match[str], item: Item) -> tuple[Span, Span] | None:
    """Who is meant and the deed, where that stands near and is not denied."""
    before = item.text[span.end : deed.start()].lower().split()
    if deed.start() - span.end > DEED_NEAR or not NOT.isdisjoint(before):
        return None
    return span, Span(*deed.span())


def _sued(item: Item, attribution: Attribution) -> Span | None:
    """The name of whom a suit or somebody who alleges it tells anything: that is against them by itself."""
    content = attribution.content[0]
    sentence = item.analysis.sentence_at(content.start)
    elements = [el for el in item.analysis.narration(sentence) if content.start <= el.start < content.end]
    first, size = subject_of(item, elements)
    behind = [el.low for el in elements[first + size :][:NEAR]]
    if not size or not behind or not sentence.is_read or (size == 1 and content.start <= sentence.span.start):
        return None
    # What was done to them is no deed of theirs, and they may be those who sue.
    done = behind[0] in BE or (behind[0] in ("has", "have", "had") and behind[1:2] == ["been"])
    if done or NOT & set(behind) or not any(is_past(item, low) for low in behind[:3]):
        return None
    return Span(elements[first].start, elements[first + size - 1].end)


def _accused(item: Item, sentence: Sentence, attribution: Attribution, signs: frozenset[str]) -> Span | None:
    """The name that opens the words of the content, where a wrong is said of it right behind."""
    content = attribution.content[0]
    accuses = attribution.cue_lemma == "accuse"
    if not sentence.is_read or (not accuses and signs.isdisjoint(item.analysis.narrated(sentence))):
        return None
    elements = [el for el in item.analysis.narration(sentence) if content.start <= el.start < content.end]
    first, size = subject_of(item, elements)
    if size == 0 and accuses:
        # "Accused the school board of hiding leaks."
        first, size = 0, known_body(item, elements)
    behind = [el.low for el in elements[first + size :]]
    if size == 0:
        return None
    # "Thieves stole it": the capital may be that of the sentence.
    opens = first == 0 and size == 1 and content.start <= sentence.span.start and not accuses
    if opens and not recurs(item, elements[0].text, elements[0].start):
        return None
    if not (accuses and behind[:1] == ["of"]) and not did_wrong(item, [el.low for el in elements], behind[:NEAR]):
        return None
    return Span(elements[first].start, elements[first + size - 1].end)


def _flatly(item: Item, sentence: Sentence) -> Span | None:
    """The name of whom a sentence without a source says a wrong."""
    section = sentence.section
    if not sentence.is_read or section.is_comment:
        return None
    elements = [el for el in item.analysis.narration(sentence) if el.kind != "time"]
    first, size = subject_of(item, elements)
    behind = [el.low for el in elements[first + size : first + size + NEAR]]
    if size == 0 or not did_wrong(item, [el.low for el in elements], behind):
        return None
    # "Pirates seized it" opens with a noun; a name comes up again, or has more than a word.
    if size == 1 and first == 0 and not recurs(item, elements[0].text, elements[0].start):
        return None
    return Span(elements[first].start, elements[first + size - 1].end)


def _passive(item: Item, sentence: Sentence) -> Span | None:
    """The name in *Halvorsen has been accused of fraud*, at the beginning of a sentence."""
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    if "accused" not in lows:
        return None
    at = lows.index("accused")
    first = 1 if lows[0] == "the" else 0
    size = name_size(item, [el.text for el in elements[first:]])
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


def _last(name: str) -> str:
    return name.split()[-1].lower()
