"""The rule attribution/unidentified-study-or-document."""

from __future__ import annotations

from collections.abc import Iterator
from re import IGNORECASE
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Span, covering, rule
from sayso_plugins.rules._near import matches, words_of
from sayso_plugins.rules.attribution._papers import papers

if TYPE_CHECKING:
    from sayso import Analysis, Sentence

HEADS = frozenset(
    """study studies research trial trials experiment experiments survey surveys report statistics figures data
    document documents memo memos papers emails e-mails letters files minutes recordings paper audit review inquiry
    enquiry investigation analysis dossier email e-mail letter recording presentation""".split()
)
#: Words that tell nothing of whose it is. *The*, *this* and *its* point to what was named before.
EMPTY = frozenset(
    """a an one two three several some many various numerous new recent recently earlier previous other another
    separate academic scientific medical peer-reviewed preliminary initial detailed major large small large-scale
    long-term latest official internal leaked secret classified confidential unpublished private independent published
    statistical research early available existing recent scholarly international national global working
    discussion damning scathing external draft""".split()
)
#: Documents and figures are anybody's where one of these stands before them; bare *data* may be the reporter's own.
TELLING = frozenset(
    """official internal leaked secret classified confidential unpublished recent latest new draft academic scientific
    scholarly working discussion medical""".split()
)
NEED_TELLING = frozenset({"document", "documents", "memo", "memos", "papers", "figures", "statistics", "data"}) | {
    *("emails", "e-mails", "letters", "files", "minutes", "recordings", "paper", "email", "e-mail", "letter"),
    *("recording", "presentation"),
}
#: Heads that a sentence may begin with, as if everybody knew them: *statistics show*.
BARE = frozenset({"statistics", "figures"})
#: Words beside which the identity stands: who made it, and where it can be found.
IDENTIFIES = frozenset(
    """published journal university institute institution foundation professor dr
    co-author lead-author commissioned conducted compiled released obtained seen reviewed http https www doi
    headed led academy college hospital laboratory""".split()
)
#: Makers who are nobody without a name or a house.
MAKERS = frozenset({"researchers", "scientists", "authors"})
#: Who says this of himself has made nothing of it.
OUTSIDE = frozenset({"involved", "part", "independent", "unconnected"})
BEFORE_NAME = frozenset({"by", "from", "at", "for", "called", "titled", "entitled"})
SAME = Pattern(
    r"\b(?:study|studies|research|report|survey|document|documents|figures|memo|data|paper|papers)\b", IGNORECASE
)
MANY = Pattern(
    r"\b(?P<what>(?:(?:some|several|many|the\s+latest|recent|numerous|other|new|scientific|clinical|medical|early|large|small|independent)"
    r"\s+){0,2}(?:studies|surveys|trials|experiments|research|(?<=\b[Aa]\s)study(?=\s+has\s+(?:linked|tied)))(?:\s+(?:on|in|of|with)\s+[a-z]{3,12})?)\s+(?:(?:have|has|also|repeatedly|consistently)\s+){0,2}"
    r"(?:shows?|shown|showed|finds?|found|suggests?|suggested|indicates?|indicated|proves?|proved|proven|linked|links?"
    r"|tied|ties?|point(?:s|ed)?(?=\s+to)|confirm(?:ed|s)?)(?:\s+that\b|(?=\s+[a-z]))",
    IGNORECASE,
    needs=("studies", "surveys", "trials", "experiments", "research "),
)
#: The same behind: *the link has been shown in several studies*.
SHOWN_IN = Pattern(
    r"\b(?:shown|found|confirmed|linked|proved|proven|demonstrated|established|documented|borne\s+out)\s+(?:[a-z-]{2,20}\s+){0,5}?(?:in|by)\s+"
    r"(?P<what>(?:several|many|numerous|some|various|recent|countless|(?:a\s+)?(?:number|string|host)\s+of|dozens\s+of|scores\s+of)\s+(?:[a-z-]{3,15}\s+){0,2}?"
    r"(?:studies|trials|experiments|surveys|papers))\b",
    needs=("studies", "trials", "experiments", "surveys", "papers"),
)
#: What somebody has shown, and nobody: *it has been scientifically proven that*.
PROVEN = Pattern(
    r"\b(?P<what>[Ii]t\s+(?:has\s+(?:long\s+)?been|is|was)\s+(?:scientifically|clinically|medically|statistically)\s+"
    r"(?:proven|proved|shown|established|documented))\s+that\b",
    needs=("scientifically", "clinically", "medically", "statistically"),
)
#: What is told behind, *…, a recent trial found*, and what leaks: *documents leaked last week reveal*.
BEHIND = Pattern(
    r"(?<=,\s)(?P<what>(?:an?|one|two|three|several|new|recent|some)\s+(?:(?:new|recent|large|small|major|clinical|medical|separate|early"
    r"|scientific|academic|preliminary|international|long-term)\s+){0,2}(?:study|studies|trials?|experiments?|research|paper))\s+(?:(?:has|have)\s+)?"
    r"(?:shows?|shown|showed|finds?|found|suggests?|suggested|indicates?|indicated|concludes?|concluded)(?=[.;]|\Z)",
    needs=("study", "studies", "trial", "experiment", "research", "paper"),
)
LEAKED = Pattern(
    r"\b(?P<what>(?:[Dd]ocuments|[Ee]-?mails|[Ff]iles|[Pp]apers|[Mm]emos|[Rr]ecordings|[Mm]essages|[Ll]etters|[Mm]inutes)\s+leaked(?:\s+[\w-]{1,20}){0,4}?)"
    r"\s+(?:shows?|reveals?|suggests?|indicates?|showed|revealed|suggested|indicated)\b",
    needs=("leaked",),
)
#: Evidence that nobody has gathered: *a growing body of evidence suggests*, *there is mounting evidence that*.
EVIDENCE = Pattern(
    r"\b(?P<what>(?:(?:[Aa]\s+)?(?:growing|mounting|large|vast|considerable|substantial)\s+(?:body|amount|mass|wealth)\s+of\s+(?:evidence"
    r"|research|data|studies)|(?:[Mm]ounting|[Gg]rowing|[Oo]verwhelming|[Ss]cientific|[Rr]ecent|[Nn]ew)\s+evidence)(?=\s+(?:now\s+|also\s+)?"
    r"(?:suggests?|shows?|indicates?|links?|points?)\b)"
    r"|[Tt]here(?:\s+is|[’']s)\s+(?:now\s+|also\s+)?(?:growing|mounting|strong|ample|clear|overwhelming|plenty\s+of|increasing|some)\s+"
    r"evidence\s+that)\b",
    needs=("evidence", "body of", "wealth of", "mass of", "amount of"),
)
#: Each with words of which one stands in every match.
PATTERNS = (
    (MANY, frozenset("studies surveys trials experiments research".split())),
    (SHOWN_IN, frozenset("studies surveys trials experiments papers".split())),
    (PROVEN, frozenset("scientifically clinically medically statistically".split())),
    (BEHIND, frozenset("study studies trial trials experiment experiments research paper".split())),
    (LEAKED, frozenset({"leaked"})),
    (EVIDENCE, frozenset("evidence body wealth mass amount".split())),
)
#: Within how many sentences behind it is told whose it was.
AHEAD = 5
THE_STUDY = Pattern(r"\b[Tt]he\s+(?:study|survey|research|paper|trial)\b")
#: Before a year that what was found began or ends with.
SPANS_YEARS = (" by", " since", " before", " until", " between", " from", " and", " to", " after")
TOPIC = frozenset({"of", "into", "on", "about"})
#: What these stand before is another than was told of.
OTHER = frozenset("earlier previous prior other past separate leaked".split())
NONE = frozenset({"no", "not", "nor", "never"})
LINK = Pattern(r"https?:|www\.")
YEAR = Pattern(r"\b(?:19|20)\d\d\b|https?:|www\.")


@rule(
    "attribution/unidentified-study-or-document",
    "A study, figures or documents are the source, and nothing tells which.",
    since="0.1",
    certainty="lexical",
    confidence=0.85,
    judged=Judged(right=3, wrong=0, arguable=0),
    cure="Give the author or publisher and the date, and link to it.",
    policies=[
        Policy("SPJ", "Use original sources.", "2014"),
        Policy("Trust Project", "Give citations, so that readers reach what a report rests on."),
    ],
    examples=[
        Flagged("Research shows that children sleep less than they did.", at="Research shows"),
        Flagged("A new study found that the river is cleaner.", at="A new study found"),
        Flagged("According to official figures, 300 homes were lost.", at="According to official figures"),
        Flagged("Studies have shown that the river is cleaner.", at="Studies have shown that"),
        Flagged("The mill was never insured, leaked documents show.", at="leaked documents show"),
        Flagged(
            "Boats are slower now, a new study has found.\n\nResearchers followed 400 boats for two years.",
            at="a new study has found",
        ),
        Flagged("Trials have shown that the drug halves the risk.", at="Trials have shown that"),
        Flagged("Research has linked the drug to a loss of sleep.", at="Research has linked"),
        Flagged("It has been scientifically proven that the drug works.", at="It has been scientifically proven that"),
        Flagged("According to leaked emails, the mill was never insured.", at="According to leaked emails"),
        Flagged("Recent figures show that crime has fallen.", at="Recent figures show"),
        Flagged("The drug may ease pain, a recent trial found.", at="a recent trial found"),
        Flagged("Documents leaked last week reveal a plan to sell.", at="Documents leaked last week reveal"),
        Flagged("A growing body of evidence suggests that naps help.", at="A growing body of evidence"),
        Flagged("There is mounting evidence that the dye harms bees.", at="There is mounting evidence that"),
        Flagged("The link has been shown in several studies.", at="shown in several studies"),
        Flagged("According to one study, the bees will be gone by 2040.", at="According to one study"),
        Clean("The link has been shown in several studies by Norbank."),
        Flagged("A leaked map shows houses where the mill stands.", at="A leaked map shows"),
        Flagged("Company memos mention the leak as early as May.", at="Company memos mention"),
        Flagged("Satellite images show new roads in the marsh.", at="Satellite images show"),
        Flagged("One biography puts the number of her letters at 900.", at="One biography puts"),
        Flagged("In earlier work, the gain was lost within a year.", at="earlier work"),
        Flagged("The marsh is drying out, measurements indicate.", at="measurements indicate"),
        Flagged("The dye is safe, according to a paper made public this week.", at="a paper"),
        Flagged("The beam had been called rotten in an internal report.", at="an internal report"),
        Flagged("Laboratory tests date the beams to before the flood.", at="Laboratory tests date"),
        Flagged(
            "Lene Holt of Larkmoor University digs at the mill.\n\nForensic tests trace the clay to the coast.",
            at="Forensic tests trace",
        ),
        Clean("Police figures show that crime has fallen, and court records tell a like story."),
        Clean("The map shows houses where the mill stands, and her letters mention the leak."),
        Clean("In a letter, the mayor said that the mill would close."),
        Clean(
            "A map of 1820 shows houses there. In an internal report of the harbour board the beam is called rotten."
        ),
        Clean("The trial found him guilty, and a plan was made for the marsh."),
        Clean("One widely read business paper has called it a gamble.", "A kiosk sells it."),
        Clean("A recent experiment linked the dye to asthma. Lene Holt led the experiment at Larkmoor University."),
        Flagged("A confidential audit found that money was missing.", at="A confidential audit found"),
        Flagged("An academic paper concluded that the dyke was weak.", at="An academic paper concluded"),
        Flagged("Statistics show that crime has fallen.", at="Statistics show"),
        Flagged(
            "Boats were moored at Port Ellery.\n\nA study found that the river is cleaner.\n\nIt is long.",
            at="A study found",
        ),
        Clean("The town counts crimes. The statistics show that they are fewer.", "They point back."),
        Clean("The research suggests that naps help, Jo Berg wrote in the Larkmoor Review.", "It points back."),
        Clean("The evidence suggests that the lock was forced."),
        Clean("The emails show that the mill was never insured.", "They point back."),
        Clean("A new study found that boats are slower. Researchers from Norwick followed 400 boats."),
        Clean("A 2023 study in The Larkmoor Review found that the river is cleaner."),
        Clean("A study by Norbank found that the river is cleaner."),
        Clean("A new study found that the river is cleaner. Ana Ruiz of Larkmoor University led it."),
        Clean("The river is cleaner, police figures show.", "They have a publisher."),
        Clean("“Research shows that it is cleaner,” Ana Ruiz said.", "Somebody else's words."),
        Clean("Norbank published a report on Monday. The report says that the river is cleaner."),
    ],
    known_false_alarms="A study that the paragraph before names, or that a link in the original names.",
)
def unidentified_study_or_document(item: Item, *, heads: tuple[str, ...] = tuple(sorted(HEADS))) -> Iterator[Finding]:
    """Nobody can look up a study, figures or documents without an author, a publisher or a date.

    The option `heads` lists the nouns. An author, a publisher, a name, a year or a link in the sentence or in one
    beside it is enough.
    """
    analysis = item.analysis
    seen: set[int] = set()
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or source.head not in heads or attribution.quoted or attribution.cue_class == "hedge":
            continue
        words = _without_topic(source.span.of(item.text).lower().split())
        # "The latest figures" are no figures that were told of before.
        words = words[1:] if words[:2] == ["the", "latest"] else words
        if words[-1] not in heads or not all(word in EMPTY or word in heads for word in words):
            continue
        sentence = analysis.sentence_at(source.span.start)
        bare = words[0] in BARE and len(words) == 1 and source.span.start == sentence.span.start
        if words[-1] in NEED_TELLING and not TELLING & set(words) and not bare:
            continue
        if analysis.in_quotation(source.span) or _identified(analysis, sentence, attribution.content):
            continue
        seen.add(sentence.index)
        phrase = covering((*attribution.source, *attribution.cue))
        near = len(phrase) <= len(source.span) + 25
        yield Finding(
            f"{source.span.of(item.text)!r} cannot be looked up; whose, and when?",
            spans=(phrase if near else source.span,),
            confidence=attribution.confidence,
        )
    yield from _many(analysis, seen, words_of(item))
    yield from _unread(item, seen)


def _many(analysis: Analysis, seen: set[int], words: frozenset[str]) -> Iterator[Finding]:
    """*Studies show that*, which the analysis does not read as an attribution."""
    places = [
        m for one, some in PATTERNS if not some.isdisjoint(words) for m in matches(one, analysis, back=60, ahead=80)
    ]
    for found in sorted(places, key=lambda match: match.start()):
        phrase = Span(*found.span())
        sentence = analysis.sentence_at(phrase.start)
        if sentence.index in seen or not sentence.is_read or analysis.in_quotation(phrase):
            continue
        if _points_back(analysis, phrase) or any(
            one.source and not any(part.overlaps(phrase) for part in one.source)
            for one in analysis.attributions_in(sentence)
        ):
            continue
        if not _identified(analysis, sentence, (Span(phrase.end, sentence.span.end),)):
            seen.add(sentence.index)
            yield Finding(f"{found['what']!r} cannot be looked up; whose, and when?", spans=(phrase,))


def _unread(item: Item, seen: set[int]) -> Iterator[Finding]:
    """*A leaked map shows*, *in earlier work*: no attribution, or one of which the analysis has not seen the source."""
    analysis = item.analysis
    for phrase, what, own in papers(item):
        sentence = analysis.sentence_at(phrase.start)
        if sentence.index in seen or analysis.in_quotation(what) or sentence.section.is_comment:
            continue
        if any(
            one.source and not any(part.overlaps(own) for part in one.source)
            for one in analysis.attributions_in(sentence)
        ):
            continue
        if not _known_beside(analysis, sentence, what.of(item.text).lower().split()):
            yield Finding(
                f"{what.of(item.text)!r} cannot be looked up; whose, and when?", spans=(phrase,), confidence=0.7
            )


def _known_beside(analysis: Analysis, sentence: Sentence, words: list[str]) -> bool:
    """Whether a link stands in the sentence, or the one before or behind tells of the same paper whose it is.

    Of *earlier work*, no sentence before tells.
    """
    if LINK.search(analysis.text, *_ends(sentence)):
        return True
    before = () if not OTHER.isdisjoint(words) else (sentence.index - 1,)
    for index in (*before, *range(sentence.index + 1, sentence.index + AHEAD)):
        if not 0 <= index < len(analysis.sentences):
            continue
        near = analysis.sentences[index]
        if not near.is_read or abs(near.paragraph - sentence.paragraph) > 1:
            continue
        elements = analysis.narration(near)
        lows = {el.low for el in elements}
        if OUTSIDE & lows and not NONE.isdisjoint(lows):
            continue
        made = MAKERS & lows or (index == sentence.index + 1 and IDENTIFIES & lows)
        same = words[-1] in lows or SAME.search(analysis.text, *_ends(near))
        if (made or same) and (any(el.capital for el in elements[1:]) or YEAR.search(analysis.text, *_ends(near))):
            return True
    return False


def _points_back(analysis: Analysis, phrase: Span) -> bool:
    """Whether *the*, *this* or *her* stands before it, which leads to one named before; *the latest* does not."""
    before = analysis.text[max(0, phrase.start - 20) : phrase.start].lower().split()
    return bool(before) and (before[-1] in analysis.pack.determiners or before[-1].endswith(("’s", "'s")))


def _without_topic(words: list[str]) -> list[str]:
    """*A study* of *a study of 4,000 nurses*."""
    return words[: next((i for i, word in enumerate(words) if i and word in TOPIC), len(words))]


def _identified(analysis: Analysis, sentence: Sentence, contents: tuple[Span, ...]) -> bool:
    own = analysis.narration(sentence)
    names = any(
        el.capital and i and not any(part.start <= el.start < part.end for part in contents) for i, el in enumerate(own)
    )
    if names or _signed(analysis, sentence, contents=contents):
        return True
    for index in (sentence.index - 1, sentence.index + 1):
        near = analysis.sentences[index] if 0 <= index < len(analysis.sentences) else None
        if (
            near is not None
            and near.is_read
            and abs(near.paragraph - sentence.paragraph) <= 1
            and _identifies(analysis, near)
        ):
            return True
    # "The study was led by …", a little further on.
    further = analysis.sentences[sentence.index + 2 : sentence.index + AHEAD]
    return any(
        near.is_read
        and near.paragraph <= sentence.paragraph + 1
        and THE_STUDY.search(analysis.text, *_ends(near))
        and _signed(analysis, near)
        for near in further
    )


def _signed(analysis: Analysis, sentence: Sentence, *, beside: bool = False, contents: tuple[Span, ...] = ()) -> bool:
    """Whether a sentence has a year, a link, a word for a maker, or a name behind *by* or *from*.

    A year of what was found, as in *gone by 2040*, is none of the study. Of a sentence beside it, a name behind *at* or
    *from* may be that of any place: it signs only what is told of there.
    """
    elements = analysis.narration(sentence)
    for found in YEAR.finditer(analysis.text, *_ends(sentence)):
        within = any(part.start <= found.start() < part.end for part in contents)
        if not (within and analysis.text[: found.start()].rstrip().endswith(SPANS_YEARS)):
            return True
    lows = {el.low for el in elements}
    if OUTSIDE & lows and not NONE.isdisjoint(lows):
        return False
    for i, el in enumerate(elements):
        if el.low in IDENTIFIES or (el.low in MAKERS and any(one.capital for one in elements[max(1, i - 3) :])):
            return True
        behind = elements[i + 1 : i + 4] if el.low in BEFORE_NAME and not beside else ()
        if any(one.capital for one in behind):
            return True
    return False


def _identifies(analysis: Analysis, near: Sentence) -> bool:
    """Whether a sentence beside it says whose it is: by a sign, or by a name with the same noun."""
    if _signed(analysis, near, beside=True):
        return True
    elements = analysis.narration(near)
    named = any(el.capital for el in elements[1:])
    return named and SAME.search(analysis.text, *_ends(near)) is not None


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end
