"""The rule attribution/hedge-for-source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Attribution, Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Span, WordList, rule
from sayso_plugins.rules._near import has, matches
from sayso_plugins.rules.attribution._seeming import SEEMING, WORDS, stands_in

if TYPE_CHECKING:
    from sayso import Sentence

#: Hedges that are no part of an attribution: nothing marks what is said.
_ADVERB = r"(?:\s+(?:already|also|now|still|even|widely|long|since|once))?"
#: *It’s*, *he’s*, *they’re*, where the hedge makes a participle of what follows.
CONTRACTED = Pattern(
    rf"\b(?:it[’']s{_ADVERB}\s+(?:been\s+)?(?:believed|thought|said|alleged|reported|rumou?red|feared|claimed|suggested|presumed"
    r"|suspected)(?=\s+(?:that|the|a|an|he|she|they|his|her|some|more|dozens|several|up|at)\b)"
    rf"|(?:he|she|it|who|that|they|there|what)[’'](?:s|re){_ADVERB}\s+(?:(?:believed|thought|rumou?red|feared|presumed|alleged|reputed)\s+to\b"
    r"|(?:said|reported|understood)\s+to\s+(?:be|have|own|live|want|face|hold|owe)\b"
    r"|(?:widely|generally|commonly)\s+(?:expected|tipped|assumed|believed|suspected))"
    r"|there[’']s\s+(?:(?:been|some|persistent|growing|widespread|much|also)\s+){0,2}(?:speculation|talk|rumou?rs?|suggestions?|fear)\s+that"
    r"|word\s+(?:on\s+the\s+(?:street|ground)|around\s+town|in\s+the\s+[a-z]{3,20})\s+(?:is|has\s+it)(?:\s+that)?)\b",
    re.IGNORECASE,
    needs=("’s ", "'s ", "’re ", "'re ", "word "),
)
#: Without one of these there is none.
SHORT = WordList("it’s he’s she’s who’s that’s they’re there’s what’s word".split())
MORE = Pattern(
    r"\b(?:apparently|(?:is|are|was|were)\s+reputed\s+to|talk\s+(?:in|around)\s+(?:the\s+)?[a-z]{3,20}\s+is\s+that"
    r"|there\s+(?:are|were|have\s+been|is|was|has\s+been)\s+(?:(?:some|unconfirmed|persistent|also|growing|widespread)\s+)?"
    r"(?:claims|reports|allegations|suggestions|rumou?rs|fears|speculation|talk|whispers)\s+that"
    r"|(?:rumou?r|word)\s+has\s+it|(?:word|talk|speculation|rumou?r)\s+is\s+that"
    r"|it\s+(?:is|was)\s+(?:widely\s+)?(?:feared|claimed)(?=\s+(?:that|the|a|an)\b)"
    rf"|it\s+(?:has|had){_ADVERB}\s+been\s+(?:claimed|suggested|alleged|rumou?red|reported|said)(?=\s+(?:that|the|a|an)\b)"
    rf"|(?:is|are|was|were){_ADVERB}\s+(?:feared|claimed|tipped|thought\s+likely)\s+to"
    # "Reported to the police" is no hedge.
    rf"|(?:is|are|was|were){_ADVERB}\s+(?:said|reported|alleged)\s+to(?=\s+(?!(?:the|a|an|his|her|its|their|him|them|us|you|me)\b)[a-z])"
    r"|(?:is|are|was|were|been)\s+(?:widely|generally|commonly)\s+(?:expected|tipped|assumed|suspected|rumou?red|acknowledged|accepted|seen\s+as"
    r"|regarded\s+as|viewed\s+as|considered)"
    r"|by\s+all\s+accounts|(?:is|are|was|were)\s+(?:(?:still|now|also|all)\s+)?(?:feared|believed|presumed|thought)\s+(?:dead|drowned|missing)"
    r"|(?:is|are|was|were)\s+(?:also\s+)?suspected\s+(?:to|of)(?!\s+(?:a|the)\b)"
    r"|there\s+(?:are|were|have\s+been)\s+unconfirmed\s+(?:reports|accounts|claims)\s+of|so\s+the\s+story\s+goes"
    r"|(?<=,\s)(?:said|believed|thought|understood|reported|rumou?red)\s+to\s+(?:be|have))\b",
    re.IGNORECASE,
    needs=(
        *(
            "apparently",
            *("rumor", "rumors", "rumored", "rumour", "rumours", "rumoured"),
            "feared",
            "claimed",
            "tipped",
            "word is",
            "word has",
            "talk is",
            "talk that",
        ),
        *("claims that", "reports that", "allegations that", "suggestions that", "fears that", "whispers that"),
        *("speculation", "suggested", "alleged", "likely to", "said to", "reported", "believed to", "thought to"),
        *("understood to", "been said", "reputed to", "talk in", "talk around"),
        *("widely ", "generally ", "commonly ", "suspected ", "unconfirmed", "story goes", "all accounts"),
        *(" dead", "drowned", " missing"),
    ),
    whole=True,
)
PRESS = Pattern(
    r"\s+in\s+(?:[\w-]{1,30}\s+){0,3}?(?:press|media|newspapers|papers)\b", needs=("press", "media", "papers")
)
ENDS = frozenset(".!;")
#: Words of the courts, whose charge or claim is the source that the hedge points to.
COURT = frozenset("charged accused indicted prosecution indictment prosecutors plaintiff lawsuit defendant".split())


@rule(
    "attribution/hedge-for-source",
    "A hedge says that somebody said it, and hides who.",
    since="0.1",
    certainty="lexical",
    confidence=0.9,
    judged=Judged(right=39, wrong=2, arguable=12),
    cure="Name who reports, alleges or believes it; if nobody can be named, ask whether it can run.",
    policies=[
        Policy("NPR", "'Reportedly' is not a source."),
        Policy(
            "Wikipedia, Manual of Style",
            "Unsupported attributions lend weight without a source; not so inside quotations.",
        ),
    ],
    examples=[
        Flagged("The minister reportedly owns two flats.", at="reportedly"),
        Flagged("The ship is believed to have left the port.", at="is believed to"),
        Flagged("The driver apparently knew of the fault.", at="apparently"),
        Flagged("There are claims that ballots were burned.", at="There are claims that"),
        Flagged("It is feared that dozens are trapped.", at="It is feared"),
        Flagged("Allegedly, the records were burned.", at="Allegedly"),
        Flagged("The mayor is said to own a third flat.", at="is said to"),
        Flagged("A second man is alleged to have driven the van.", at="is alleged to"),
        Flagged(
            "The charge sheet names two flats. The minister allegedly hid them.",
            at="allegedly",
        ),
        Flagged("The mayor has allegedly promised the mill to his nephew.", at="allegedly"),
        Flagged("She is widely expected to resign.", at="is widely expected"),
        Flagged("The guards are suspected of sleeping.", at="are suspected of"),
        Clean("Jo Berg is suspected of sleeping, the police said."),
        Flagged("The owners are already said to be in talks.", at="are already said to"),
        Flagged("It has been claimed that the ballots were burned.", at="It has been claimed"),
        Flagged("There is speculation that the mill will close.", at="There is speculation that"),
        Flagged("It’s thought the tanker was empty.", at="It’s thought"),
        Flagged("The owner, who's believed to have fled, left a note.", at="who's believed to"),
        Flagged("There’s talk that the mill will close.", at="There’s talk that"),
        Clean("He’s said goodbye to the crew, and she’s said to the mayor that it was late."),
        Clean("It’s thought the tanker was empty, the coastguard said."),
        Clean("It was reported in the regional press that the mill had closed.", "Its papers are the question."),
        Clean("The minister allegedly hid the flats, according to the charge sheet."),
        Clean('"The minister reportedly owns two flats," Ana Ruiz said.', "Somebody else's word."),
        Clean("Jo Berg said that the driver apparently knew of the fault."),
        Flagged("The mill was, by all accounts, empty.", at="by all accounts"),
        Flagged("Two of the crew are feared drowned.", at="are feared drowned"),
        Clean("The beam is thought to be sound, the mill's master, Jo Berg, said."),
        Clean("“There are claims that ballots were burned,” Ana Ruiz said.", "Somebody else's words."),
        Clean("Prosecutors said the minister allegedly hid the flats."),
        Clean(
            "The minister reportedly owns two flats, the Larkmoor Gazette wrote.", "The sentence says who reported it."
        ),
        Flagged("The mayor has, it would appear, sold the mill.", at="it would appear"),
        Flagged("The guards are seemingly asleep.", at="seemingly"),
        Flagged("The mayor is supposed to have known.", at="is supposed to have"),
        Flagged("The owner is said by many to be ill.", at="is said by many to"),
        Flagged("Tradition has it that a bell lies in the harbour.", at="Tradition has it"),
        Flagged("Arson is suspected.", at="is suspected"),
        Flagged("The crew seem to have vanished.", at="seem to have vanished"),
        Clean("It is alleged in the charge sheet that the mayor sold the mill.", "It can be found."),
        Clean("It is claimed by the owner that the mill is sound."),
        Clean("The film was cut to make her appear to have fled."),
        Clean("The mill has a seemingly endless cellar, and the guards seemed tired."),
        Clean("The minister was charged with allegedly hiding the flats.", "The charge is the source."),
        Clean("Two people were arrested over the alleged theft.", "Here it is the theft that is not proved."),
    ],
    known_false_alarms="Court copy whose source stands in another sentence, and a source that the next sentence gives.",
)
def hedge_for_source(item: Item) -> Iterator[Finding]:
    """'Reportedly' tells readers that there is a source and keeps it from them.

    A source anywhere in the sentence clears the hedge; so does the court's language of charge and accusation.
    """
    analysis = item.analysis
    found: list[Span] = []
    for attribution in analysis.attributions:
        if attribution.mode != "hedge":
            continue
        sentence = analysis.sentence_at(attribution.cue[0].start)
        phrase = _phrase(item, attribution)
        found.append(phrase)
        if not _has_source(item, sentence, phrase) and not _in_the_press(item, phrase):
            yield _finding(item, phrase)
    patterns = [MORE]
    patterns += [CONTRACTED] if has(item, SHORT) else []
    patterns += [SEEMING] if has(item, WORDS) else []
    places = [match for one in patterns for match in matches(one, item.analysis, back=50, ahead=60)]
    for match in sorted(places, key=lambda match: match.start()):
        phrase = Span(*match.span())
        sentence = analysis.sentence_at(phrase.start)
        if not sentence.is_read or analysis.in_quotation(phrase) or any(phrase.overlaps(one) for one in found):
            continue
        found.append(phrase)
        if not _has_source(item, sentence, phrase):
            yield _finding(item, phrase)


def _finding(item: Item, phrase: Span) -> Finding:
    return Finding(f"{phrase.of(item.text)!r} stands where a source should; who says so?", spans=(phrase,))


def _in_the_press(item: Item, phrase: Span) -> bool:
    """Whether it is *reported in the regional press*: attribution/vague-media asks which."""
    return PRESS.match(item.text, phrase.end) is not None


def _has_source(item: Item, sentence: Sentence, phrase: Span) -> bool:
    """Whether a sentence says whose word it is, or speaks of a charge.

    Of whom it is hedged that he *allegedly promised* something, he is not the one who alleges it.
    """
    if stands_in(item, phrase):
        return True
    hedged = phrase.end + 1
    if any(
        (a.source or a.carried_over_from)
        and not (a.source and a.cue and a.cue[0].start == hedged)
        and not any(part.overlaps(phrase) for part in a.source)
        for a in item.analysis.attributions_in(sentence)
    ):
        return True
    # "…, the archive's director, Jo Berg, said": who says it stands at the end.
    els = [el for el in item.analysis.narration(sentence) if el.low not in ENDS]
    last = item.pack.verbs.get(els[-1].low) if len(els) > 1 else None
    if last is not None and not els[-1].capital and last.kind == "speech" and (els[-2].text == "," or els[-2].capital):
        return True
    return not COURT.isdisjoint(item.analysis.narrated(sentence))


def _phrase(item: Item, attribution: Attribution) -> Span:
    """The hedge with all its words: *is believed to*, where the cue is *believed*."""
    elements = item.analysis.narration(item.analysis.sentence_at(attribution.cue[0].start))
    words = attribution.cue_lemma.split()
    first = last = next(i for i, el in enumerate(elements) if el.start == attribution.cue[0].start)
    while first > 0 and elements[first - 1].low in words:
        first -= 1
    while last + 1 < len(elements) and elements[last + 1].low in words:
        last += 1
    return Span(elements[first].start, elements[last].end)
