"""The rule attribution/loaded-attribution-verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Span, rule
from sayso_plugins.rules._genre import genre
from sayso_plugins.rules._near import has, matches
from sayso_plugins.rules.attribution._loaded_phrases import (
    CLAIMS_TO,
    FORCED,
    PASSIVE,
    POINTS_OUT,
    REFUTES,
    SLIPS,
    WORDS,
)

if TYPE_CHECKING:
    from sayso import Analysis, Attribution, Sentence, Source

#: What each verb says beyond *said*.
JUDGES = {
    "claim": "casts doubt on what is said",
    "admit": "suggests guilt",
    "concede": "suggests that a point was lost",
    "insist": "suggests that there is reason to doubt",
    "boast": "ridicules the one who speaks",
    "reveal": "vouches for what is said",
}
#: Verbs by which the item vouches for it; only where the source is nobody in particular, or takes sides.
VOUCHES = frozenset({"confirm", "show"})
PARTISAN = frozenset(
    {"critics", "supporters", "opponents", "campaigners", "activists", "insiders", "sources", "source"}
)
#: The same verbs in a headline, behind who says it.
HEADLINE = Pattern(r"(?<=\w\s)(?P<verb>claims|admits|concedes|insists|boasts)\b(?!\s+(?:on|of)\b)")
#: Items that weigh claims, or that are somebody's own word.
EXEMPT = frozenset({"fact_check", "opinion", "analysis", "press_release", "statement"})
#: Words of the courts, where to admit is to plead.
COURT = frozenset("charge charges charged guilty guilt court trial judge plea pleaded".split())
#: "Both sources" and "the sources" are known from before.
KNOWN = frozenset({"the", "both", "these", "those"})
NOUNS = frozenset({"claim", "claims", "boast", "boasts", "reveal", "reveals"})
SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i", "there"})
#: "If the mayor claimed": nobody says that she did.
SUPPOSED = frozenset({"if", "unless", "whether"})
UNDONE = frozenset({"not", "never", "to", "no", "nobody", "cannot"})
#: What refutes indeed.
PROOF = frozenset(
    "data evidence proof tests test study studies experiment experiments records video footage research".split()
)
#: Phrases that the analysis does not read as cues, with what they say beyond *said* or *denied*.
PHRASES = (
    (REFUTES, "says that it was proved wrong; 'denied' does not"),
    (POINTS_OUT, "vouches for what is said; 'said' does not"),
    (SLIPS, "ridicules or accuses the one who speaks; 'said' does not"),
    (FORCED, "judges how it was said; 'said' does not"),
    (CLAIMS_TO, "casts doubt on what is said; 'says that' does not"),
)


@rule(
    "attribution/loaded-attribution-verb",
    "The verb that attributes also judges what is said.",
    since="0.1",
    severity="info",
    certainty="lexical",
    confidence=0.8,
    judged=Judged(right=20, wrong=1, arguable=6),
    cure="Write 'said'; where there is reason for doubt or for trust, tell the reader what it is.",
    policies=[
        Policy("textbook (Bender)", "'Said' is neutral; 'claimed' doubts, 'admitted' accuses."),
        Policy("Mongabay", "Keep to 'said'."),
    ],
    examples=[
        Flagged("He admitted that sales rose.", at="admitted"),
        Flagged("The mayor claimed that the bridge was safe.", at="claimed"),
        Flagged("Ana Ruiz, the city engineer, pointed out that the bridge was old.", at="pointed out"),
        Flagged("The harbour ministry refuted the allegations on Monday.", at="refuted"),
        Flagged("Critics confirmed that the plan had failed.", at="confirmed"),
        Flagged("Ana Ruiz claimed that the bridge was safe. She claimed that it was new.", at="claimed"),
        Flagged("The harbour board, said to be broke, refuted the forecast.", at="refuted"),
        Flagged("The criticism was rebutted by the mayor.", at="was rebutted"),
        Flagged("That the crew had left was let slip by Jo Berg.", at="was let slip"),
        Flagged("Jo Berg confessed that he had not read the plan.", at="confessed"),
        Flagged("It was conceded by the mayor that the bridge was old.", at="conceded"),
        Flagged("That the bridge was safe was claimed by the builder.", at="claimed"),
        Flagged(
            "The mayor spoke about the deal at noon on Monday.",
            item={"headline": "Mayor admits that deal was a mistake"},
        ),
        Flagged("The mayor was forced to admit that the roof leaked.", at="was forced to admit"),
        Flagged("The mayor rightly said that the toll was too high.", at="rightly said"),
        Flagged("The bakers moaned that flour was dear.", at="moaned"),
        Flagged("“Rubbish,” sniffed the chairman.", at="sniffed"),
        Flagged("“We had no plan,” the mayor confessed.", at="confessed"),
        Flagged("The minister claimed to have read the file.", at="claimed to have"),
        Flagged("As the mayor pointed out, the toll is old.", at="pointed out"),
        Clean("The mayor spoke at noon on Monday.", "Won.", {"headline": "Mayor’s first novel claims Larkmoor prize"}),
        Clean("The mayor spoke at noon on Monday.", "A demand.", {"headline": "Mayor insists on vote that is free"}),
        Clean("The dog moaned at the gate, and the lorry grumbled up the hill. The chairman sniffed the wine."),
        Clean("He pointed out the mill, and was forced to sell it. She was rightly proud that it was sold."),
        Clean("She has a claim to be heard. The owls snapped twigs. The band trumpeted through the lane."),
        Clean("“He moaned that flour was dear,” Ana Ruiz said.", "Somebody else's word."),
        Clean("The theory was refuted by later experiments, and the claim was debunked by the evidence."),
        Clean("Responsibility was claimed by the group, and it was revealed that the bridge was old."),
        Clean("She was admitted to hospital."),
        Clean("The group claimed responsibility."),
        Clean("The flood claimed 12 lives and was the worst in years."),
        Clean("“He claimed that the bridge was safe,” Ana Ruiz said.", "Somebody else's word."),
        Clean("The council took note of harbour ministry claims that the bridge was safe.", "A noun."),
        Clean("Jo Berg conceded defeat late on Sunday."),
        Clean("Ana Ruiz refused to admit that the bridge was old.", "She said nothing of the kind."),
        Clean("He claimed that the bridge was safe.", "Claims are what it weighs.", {"item_type": "fact_check"}),
    ],
    known_false_alarms="Admissions before an inquiry; claims that the next sentence disproves.",
)
def loaded_attribution_verb(item: Item, *, verbs: tuple[str, ...] = tuple(JUDGES)) -> Iterator[Finding]:
    """A verb that doubts, accuses or vouches takes sides where the reader should judge.

    The option `verbs` lists the verbs in their dictionary form. Those by which the item vouches for what is said
    (*confirm*, *show*) are reported only where the source is nobody in particular, or takes sides. One verb for one
    speaker is one finding, however often it comes.
    """
    if genre(item) in EXEMPT:
        return
    analysis = item.analysis
    places: dict[tuple[str, str], list[Span]] = {}
    for attribution in analysis.attributions:
        lemma = attribution.cue_lemma
        if (lemma in verbs or lemma in VOUCHES) and attribution.cue and attribution.cue_class != "hedge":
            source = analysis.source_of(attribution)
            cue = _verb(analysis, attribution) if source is not None and _judges(item, lemma, source) else None
            if source is not None and cue is not None:
                places.setdefault((lemma, attribution.speaker or source.head), []).append(cue)
    yield from _in_headline(item, frozenset(verbs))
    for (lemma, _), cues in places.items():
        why = JUDGES.get(lemma, "vouches for what is said")
        yield Finding(f"{cues[0].of(item.text)!r} {why}; 'said' does not", spans=tuple(cues))
    if not has(item, WORDS):
        return
    told = [cue for cues in places.values() for cue in cues]
    for pattern, why in PHRASES:
        for found in matches(pattern, item.analysis, back=40, ahead=70):
            # Who says it stands before the verb, and is not the verb.
            named = found.re.groupindex.keys() & {"who", "whose"}
            phrase = Span(max([found.start(), *(found.end(name) for name in named)]), found.end())
            sentence = analysis.sentence_at(phrase.start)
            proved = pattern is REFUTES and any(el.low in PROOF for el in analysis.narration(sentence))
            new = not any(phrase.overlaps(cue) for cue in told)
            if new and _is_news(sentence) and not proved and not analysis.in_quotation(phrase):
                told.append(phrase)
                yield Finding(f"{phrase.of(item.text)!r} {why}", spans=(phrase,))
    for found in matches(PASSIVE, item.analysis, back=200, ahead=60):
        phrase = Span(*found.span("verb"))
        sentence = analysis.sentence_at(phrase.start)
        begins = item.text[sentence.span.start : found.start()].strip() == ""
        pleads = found["verb"] == "admitted" and any(el.low in COURT for el in analysis.narration(sentence))
        if begins and not pleads and _is_news(sentence) and not analysis.in_quotation(phrase) and phrase not in told:
            lemma = {"admitted": "admit"}.get(found["verb"], found["verb"].removesuffix("d"))
            why = JUDGES.get(lemma, JUDGES["boast"])
            yield Finding(f"{found['verb']!r} {why}; 'said' does not", spans=(phrase,))


def _in_headline(item: Item, verbs: frozenset[str]) -> Iterator[Finding]:
    """A verb that judges in the headline, with a clause or a quotation: *minister admits deal was a mistake*."""
    headline = item.record.headline.value or ""
    for found in HEADLINE.compiled.finditer(headline):
        lemma = found["verb"].removesuffix("s")
        behind = headline[found.end() :].split()
        lows = {word.lower() for word in behind}
        clause = not (item.pack.auxiliaries | item.pack.grammar.that).isdisjoint(lows) or any(
            w[0] in "“‘\"'" for w in behind
        )
        closes = not behind and "," in headline[: found.start()]
        if lemma not in verbs or not (clause or closes) or not COURT.isdisjoint(headline.lower().split()):
            continue
        places = [span for span in item.record.headline.spans if span.of(item.text) == headline]
        at = tuple(Span(span.start + found.start("verb"), span.start + found.end("verb")) for span in places)
        yield Finding(f"{found['verb']!r} {JUDGES[lemma]}; 'says' does not", spans=at, facts=("/headline",))


def _judges(item: Item, lemma: str, source: Source) -> bool:
    """Whether a verb judges where this source is its subject: documents reveal, and only partisans need no vouching."""
    if lemma in VOUCHES:
        return source.head in PARTISAN and source.span.of(item.text).split()[0].lower() not in KNOWN
    return lemma != "reveal" or source.kind not in ("document", "media")


def _is_news(sentence: Sentence) -> bool:
    return sentence.is_read and sentence.section.kind == "news"


def _verb(analysis: Analysis, attribution: Attribution) -> Span | None:
    """The verb, where it stands in the news and introduces a statement."""
    cue = attribution.cue[0]
    sentence = analysis.sentence_at(cue.start)
    if not _is_news(sentence) or analysis.in_quotation(cue):
        return None
    elements = analysis.narration(sentence)
    i = next((k for k, el in enumerate(elements) if el.start == cue.start), None)
    if i is None:
        return None
    pack, low = analysis.pack, elements[i].low
    before = [el.low for el in elements[max(0, i - 3) : i]]
    if UNDONE & set(before) or (before and before[-1] in pack.grammar.passive) or "n’t" in " ".join(before):
        return None
    if low in NOUNS and _is_noun(analysis, sentence, i):
        return None
    opening = next((el.low for el in reversed(elements[:i]) if el.end <= attribution.source[0].start), "")
    if opening in SUPPOSED:
        return None
    if attribution.cue_lemma == "admit" and any(el.low in COURT for el in elements):
        return None
    return cue if _closes(analysis, attribution) or _introduces(analysis, attribution, i + 1) else None


def _is_noun(analysis: Analysis, sentence: Sentence, i: int) -> bool:
    """Whether *claims* is what somebody makes: *took note of ministry claims*, *prompting union claims*."""
    pack, before = analysis.pack, analysis.narration(sentence)[:i]
    if before and (before[-1].low in pack.before_nouns or before[-1].low.endswith("’s")):
        return True
    for el in reversed(before[-6:]):
        if el.low in pack.determiners or el.low in pack.clause_words or el.kind == "mark":
            return False
        if el.low in pack.prepositions or el.low.endswith(pack.grammar.participles):
            return True
    return False


def _closes(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether the verb follows what was said, behind a comma or a quotation: *it is safe, he claimed*."""
    first = min(span.start for span in (*attribution.source, *attribution.cue))
    if not attribution.content or attribution.content[0].start > first:
        return False
    return analysis.text[:first].rstrip().endswith((",", "”", '"', "’", "»"))


def _introduces(analysis: Analysis, attribution: Attribution, k: int) -> bool:
    """Whether a statement follows the verb, and no mere object: *claimed that*, and not *claimed 12 lives*."""
    pack = analysis.pack
    elements = analysis.narration(analysis.sentence_at(attribution.cue[0].start))
    while k < len(elements) and elements[k].low in pack.adverbs:
        k += 1
    behind = elements[k:]
    if not behind:
        return False
    first = behind[0]
    if first.kind == "quote" or first.text == ":" or first.low in pack.grammar.content_openers or first.low in SUBJECTS:
        return True
    if first.text == ",":
        return len(behind) > 1 and behind[1].kind == "quote"
    if attribution.cue_lemma == "admit" and first.low.endswith("ing"):
        return True
    if first.low == "to" and attribution.cue_lemma == "claim":
        return len(behind) > 1 and behind[1].low in ("be", "have")
    if first.low in pack.prepositions and first.low not in pack.grammar.within:
        return any(el.low in pack.grammar.that for el in behind[1:9])
    for el in behind:
        if el.kind == "mark" or el.low in pack.clause_words:
            return False
        if el.low in pack.auxiliaries:
            return True
    return False
