"""The rule sourcing/source-role-missing."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, Sentence, Span, Speaker, rule
from sayso_plugins.rules._near import with_genitives

#: How many words before and behind a name are searched for what the person is.
BEFORE, BEHIND = 7, 9
#: Behind a name, these tell who it is: an apposition, a house, a place.
TELLING = frozenset({"(", "–", "—", "of", "from", "at", "in", "who", "whose", "with", "for", "as", "to"})
#: Who has written has a book or a paper to the name; who has seen needs no office.
AUTHORS = frozenset("author authors book paper wrote eyewitness eyewitnesses column blog essay founder".split())
#: Words in the names of bodies, outlets and countries that look like names of people.
BODIES = frozenset(
    """watch patrol survey rights press today international states kingdom britain house alliance world global national
    united north south east west new great der el le die das forum initiative data health""".split()
)
#: What people do with words; bodies announce, report and state.
SPEAKS = frozenset(
    """say tell add explain note warn argue think believe recall comment remark according claim predict insist write
    complain joke reckon""".split()
)
#: Where somebody works.
PLACES = frozenset(
    "shop farm ward stall classroom boat bakery café cafe restaurant garage office hotel pub desk".split()
)
BE = frozenset("is was".split())
#: In these the speaker is presented outside the text, or stands in a list of speakers.
OTHER_GENRES = frozenset({"interview", "statement"})


@rule(
    "sourcing/source-role-missing",
    "Somebody is quoted by name, and nowhere does the item say who that is.",
    since="0.1",
    severity="info",
    certainty="extraction",
    confidence=0.7,
    judged=Judged(right=2, wrong=0, arguable=3),
    cure="Say at the first mention what the person is, and how it comes to know.",
    policies=[
        Policy("AFP", "A source is identified as fully as can be, by name and function."),
        Policy("Reuters", "A source is described as closely as can be."),
    ],
    examples=[
        Flagged("The bridge is safe, Jan Vos said.", at="Jan Vos"),
        Flagged("“Nothing has been wrong for years,” said Jan Vos. The bridge was closed on Monday.", at="Jan Vos"),
        Flagged(
            "According to Mira Holt, the river will rise until May. Holt said the dikes would stand.", at="Mira Holt"
        ),
        Flagged(
            "Engineer Ana Ruiz said the bridge was closed because of cracks that were found when the ice had gone. "
            "It opened in May.\n\nIt is safe, Jan Vos said.",
            at="Jan Vos",
        ),
        Flagged(
            "“It is four times faster than the ferry,” says Jan Vos.\n\nThe council will vote in May.", at="Jan Vos"
        ),
        Flagged("“They never asked us,” said Jan Vos, standing by the gate. The mill shut in May.", at="Jan Vos"),
        Flagged("The tax is too high, says Jan Vos. The council will vote in May.", at="Jan Vos"),
        Flagged("The bridge would not last, Jan Vos told the Review. It was built in 1912.", at="Jan Vos"),
        Clean("“They never asked us,” said Jan Vos, speaking for the tenants. The mill shut in May."),
        Clean("“They never asked us,” said Jan Vos. He was foreman at the mill."),
        Clean("“We are tired of it,” Jan Vos said as he closed his shop.", "Where he works."),
        Clean("The bridge is safe, Jan Vos, who designed it, said."),
        Clean("The bridge is safe, engineer Jan Vos said. Vos said it would stand for years."),
        Clean("“I saw it fall,” said Jan Vos of Larkmoor.", "An eyewitness with a place."),
        Clean("The bridge is safe, President Vos said.", "A title says it all."),
        Clean("The bridge is safe, Vos said.", "A surname alone is left to those who know the item's series."),
        Clean("The bridge is safe, Jan Vos said. The city made Vos its engineer in May.", "It is told later."),
        Clean(
            "The bridge is safe, Jan Vos said.",
            "Who is interviewed is presented above the text.",
            {"item_type": "interview"},
        ),
    ],
    known_false_alarms="People whom all readers know, and roles in words that the lists do not have.",
)
def source_role_missing(item: Item) -> Iterator[Finding]:
    """A name alone does not tell how somebody comes to know, or on whose side they stand.

    What stands near any mention of the name counts: a role, a title, a house, a place or an apposition. Of somebody
    who does more in the item than speak, the item tells enough.
    """
    analysis = item.analysis
    if item.record.item_type.value in OTHER_GENRES or analysis.turns:
        return
    asked = {one.id: one for one in analysis.speakers if _is_bare(one)}
    if not asked:
        return
    told = _told(item, {_surname(one) for one in asked.values()}, _sourced(item))
    told |= {agent.name.split()[-1].lower() for agent in item.record.author.value or () if agent.name.strip()}
    found = list(_unknown(item, asked, told))
    # The learned part is asked last: most items have nobody left by then.
    known = {_surname(one) for one in analysis.fuller.speakers if one.name and one.role.known} if found else ()
    yield from (finding for speaker, finding in found if _surname(speaker) not in known)


def _unknown(item: Item, asked: dict[str, Speaker], told: set[str]) -> Iterator[tuple[Speaker, Finding]]:
    """Each speaker of whom nothing is told, at the first words that are attributed to them."""
    analysis = item.analysis
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        speaker = asked.get(attribution.speaker or "")
        if speaker is None or source is None or source.kind != "person" or not source.name:
            continue
        if attribution.quoted or attribution.cue_lemma.split()[0] not in SPEAKS or _surname(speaker) in told:
            continue
        told.add(_surname(speaker))
        if not _presented(item, source.span.start):
            finding = Finding(
                f"nothing says who {speaker.name} is",
                spans=(source.mention,),
                confidence=min(0.7, attribution.confidence),
            )
            yield speaker, finding


def _is_bare(speaker: Speaker) -> bool:
    """Whether somebody has no role, and a name that only people have: two or three words and no initials alone."""
    words = (speaker.name or "").split()
    return (
        speaker.kind == "person"
        and speaker.role.value is None
        and 2 <= len(words) <= 3
        and all(word.isalpha() and not word.isupper() for word in words)
        and BODIES.isdisjoint(word.lower() for word in words)
    )


def _surname(speaker: Speaker) -> str:
    return (speaker.name or "?").split()[-1].lower().replace("'", "’")


def _sourced(item: Item) -> set[int]:
    """Where the sources of the item end: a name that ends elsewhere belongs to somebody in the story itself."""
    return {span.end for attribution in item.analysis.attributions for span in attribution.source}


def _told(item: Item, surnames: set[str], sourced: set[int]) -> set[str]:
    """Those of the surnames of whom something else is told, or near a mention of whom it is said who that is."""
    tokens = item.analysis.tokens
    lows, words = tokens.lows, tokens.words
    small = item.pack.function_like
    told: set[str] = set()
    for at in tokens.having(with_genitives(frozenset(surnames))):
        low = lows[at]
        name = low.removesuffix("’s")
        if name not in surnames or name in told:
            continue
        first, last = at, _end(item, at)
        while first > max(0, at - 5) and words[first - 1][:1].isupper() and lows[first - 1] not in small:
            first -= 1
        if (
            low != name
            or item.analysis.tokens.ends[at] not in sourced
            or _tells(item, lows, _start(item, first), first, at, last)
        ):
            told.add(name)
    return told


def _start(item: Item, first: int) -> int:
    """Where the words before a name begin that may tell of its bearer: behind a quotation and in the paragraph."""
    tokens, analysis = item.analysis.tokens, item.analysis
    here = analysis.sentence_at(tokens.starts[first]).paragraph
    start = first
    while start > max(0, first - BEFORE):
        before = Span(tokens.starts[start - 1], tokens.ends[start - 1])
        if analysis.in_quotation(before) or analysis.sentence_at(before.start).paragraph != here:
            break
        start -= 1
    return start


def _end(item: Item, last: int) -> int:
    """Where the words behind a name end that may tell of its bearer: in the sentence, or one that goes on with it."""
    tokens, analysis = item.analysis.tokens, item.analysis
    here = analysis.sentence_at(tokens.starts[last])
    end = min(len(tokens), last + BEHIND)
    while end > last + 1:
        there = analysis.sentence_at(tokens.starts[end - 1])
        if there.index == here.index or (there.paragraph == here.paragraph and _goes_on(item, there)):
            break
        end -= 1
    # "Told the Review": who heard it.
    heard = next((i for i in range(last + 1, end) if tokens.lows[i] in ("told", "tells")), end)
    return heard if tokens.lows[heard + 1 : heard + 2] == ["the"] else end


def _goes_on(item: Item, sentence: Sentence) -> bool:
    """Whether a sentence says who was just named: *she is an engineer*, *the engineer said*."""
    opening = [el for el in item.analysis.narration(sentence) if el.kind == "word"][:5]
    words = [el.low for el in opening]
    if words[:1] == ["the"]:
        # "The mayor, Ivo Tarn": somebody else.
        return not item.pack.roles.isdisjoint(words[:4]) and not any(el.capital for el in opening[1:])
    return words[:1] in (["he"], ["she"]) and words[1:2] != [] and words[1] in BE


def _tells(item: Item, lows: list[str], start: int, first: int, last: int, end: int) -> bool:
    """Whether the words around a name, which stands from `first` to `last`, say what the person is."""
    pack, before = item.pack, lows[max(0, first - 1) : first]
    behind = lows[last + 1] if last + 1 < len(lows) else ""
    if before == ["the"] or any(word.endswith("’s") for word in lows[max(0, first - 1) : last]):
        return True
    if behind in TELLING:
        return True
    # "Said Jan Vos, watching the stream": what somebody did while he spoke.
    does = lows[last + 2] if last + 2 < len(lows) else ""
    if behind == "," and lows[max(0, first - 2) : first] != ["according", "to"] and not _is_doing(does):
        return True
    if any(pack.kind_of(word) for word in lows[start:last]):
        return True
    kinds = (pack.roles, pack.titles, pack.organisations, pack.outlet_words, AUTHORS, PLACES)
    around = {word.removesuffix("’s") for word in lows[start:end]}
    return not all(map(around.isdisjoint, kinds))


def _is_doing(low: str) -> bool:
    return low.endswith("ing") and low not in ("speaking", "writing", "representing", "acting", "heading", "leading")


def _presented(item: Item, at: int) -> bool:
    """Whether the sentence or the one before it has a word for what somebody is, wherever it stands."""
    analysis = item.analysis
    index = analysis.sentence_at(at).index
    near = analysis.sentences[max(0, index - 1) : index + 1]
    return any(el.low in item.pack.roles for sentence in near for el in analysis.narration(sentence))
