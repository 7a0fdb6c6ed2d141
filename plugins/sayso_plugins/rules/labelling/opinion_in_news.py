"""The rule labelling/opinion-in-news."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Span, WordList, rule
from sayso_plugins.rules._near import has, matches
from sayso_plugins.rules.consistency.content_words import matter
from sayso_plugins.rules.labelling._judging import JUDGING, NATIONAL, NOUNS, ONLY_NATIONAL, VICES, VOICED, VOICED_SIGNS
from sayso_plugins.rules.labelling._slipped import slipped

if TYPE_CHECKING:
    from sayso import Attribution, Sentence

#: Types in which somebody speaks for himself.
GENRES = frozenset(
    {"opinion", "analysis", "interview", "press_release", "statement", "fact_check", "obituary", "other"}
)
#: What the author does who says *I* or *we*: judging, and not working.
MINDS = frozenset("think believe hope feel wish doubt fear suspect agree disagree suppose imagine reckon".split())
OWN = frozenset({"i", "we"})
#: Types of news; an item of no type that says *I* and *we* throughout is more likely a letter, a blog or a statement.
NEWS = frozenset({"article", "wire", "live_entry", "digest_item"})
OWN_FORMS = WordList("i we my our us me i’m we’re i’ve we’ve i’d we’d i’ll we’ll ours mine".split())
MOST_OWN = 5
#: The same, in an item that nobody typed as news.
MOST_UNTYPED = 2
CLAUSE_STARTS = frozenset({"and", "but", ",", ";"})
#: Adverbs by which, at the head of a sentence, its author regrets or approves what it tells.
FEELINGS = frozenset(
    """
    unfortunately sadly thankfully regrettably shamefully luckily mercifully disgracefully outrageously hopefully
    """.split()
)
#: Words that praise or blame, and say nothing else.
PRAISE_OR_BLAME = JUDGING | frozenset("idiotic shamelessly shamefully disgracefully abhorrent scandalously".split())
BE = frozenset("is are was were be been".split())
DUTIES = frozenset({"must", "should", "ought", "needs", "need"})
#: With these behind *must* or *should*, somebody is told what to do; rules and forecasts are put otherwise.
DEMANDS = (
    ("now", "act"),
    ("act", "now"),
    ("at", "last"),
    ("resign",),
    ("step", "down"),
    ("be", "ashamed"),
    ("apologise",),
    ("apologize",),
    ("think", "again"),
    ("do", "better"),
    ("do", "more"),
    ("wake", "up"),
    ("never", "forget"),
    ("be", "congratulated"),
    ("be", "applauded"),
    ("be", "commended"),
    ("answer", "for"),
    ("come", "clean"),
    ("take", "responsibility"),
    ("rethink",),
    ("go", "now"),
    ("be", "sacked"),
    ("be", "punished"),
    ("scrap",),
    ("rethink",),
    ("reconsider",),
    ("listen",),
    ("apologize",),
    ("hang",),
    ("put", "an"),
    ("get", "a"),
    ("own", "up"),
    ("throw",),
    ("admit",),
)
#: What somebody says in his own voice, whatever stands around it.
VOICE = Pattern(
    r"\b(?:[Ii]t\s+is\s+(?:(?:high|about|past|long\s+past)\s+)?time\s+(?:for\s+(?:[\w’'-]{1,20}\s+){1,4}to\b|(?:that\s+)?(?:the|we|he|she|they|somebody|someone)\b)"
    r"|[Ee]nough\s+is\s+enough|[Dd]eserves?\s+(?:(?:so|far|much)\s+)?better\b(?!\s+[a-z]{3,})|[Tt]here\s+(?:is|can\s+be)\s+no\s+excuse\s+for"
    r"|makes?\s+no\s+sense(?=[.,;!])|[Dd]eserves?\s+(?:an\s+)?(?:apology|answers?|respect|blame|praise|credit)\b|[Dd]eserved\s+to\s+(?:lose|win|go)\b"
    r"|(?:[Tt]hat|[Tt]his|[Ii]t)\s+(?:is|was)\s+no\s+way\s+to|[Ii]n\s+our\s+(?:view|opinion)|(?:is|are|was)\s+(?:hard|difficult|impossible)\s+to\s+(?:forgive|excuse|defend|justify)"
    r"|(?:can|may|should)\s+be\s+(?:proud|ashamed)\s+of|\b(?:[Ii]t|[Tt]his|[Tt]hat)\s+(?:is|was)\s+an?\s+(?:cowardly|shameful|sad|dark|proud|great|black|disgraceful"
    r"|wretched|miserable|glorious|terrible|foolish|reckless|brave|bold|wise|stupid|cynical)\s+(?:day|night|decision|moment|week|vote|hour|move|choice|chapter|performance|episode)"
    r"|ha(?:s|ve)\s+only\s+(?:himself|herself|itself|themselves)\s+to\s+blame"
    r"|What\s+an?\s+(?:waste|shame|mess|disgrace|farce|pity|scandal|joke)|[Nn]obody\s+should\s+be\s+(?:surprised|fooled)"
    r"|[Ll]et\s+us\s+(?:hope|not\s+forget|be\s+clear)|[Mm]ake\s+no\s+mistake|(?:can|could)(?:not|\s+not|n[’']t)\s+afford\s+to\s+(?:wait|dither|fail|ignore))",
    needs=(
        *(
            "is time ",
            "high time",
            "about time",
            "past time",
            "enough is",
            *("deserve", "deserves", "deserved"),
            "no way to",
            "in our ",
            "hard to",
            "difficult to",
            "impossible to",
            "be proud",
            "be ashamed",
            *("is a ", "was a "),
            "no excuse",
            "no sense",
            "to blame",
        ),
        *("what a", "nobody should", "let us"),
        *("no mistake", "afford to"),
    ),
    whole=True,
)
#: Words before which *must* and *should* belong to somebody else's thought.
ANY = MINDS | NOUNS | VICES | DUTIES
SIGNS = DUTIES | MINDS | (NOUNS - ONLY_NATIONAL) | VICES | {"national"}
#: Words that judge by themselves, whatever may be read into the sentence.
STRONG = JUDGING | VICES
#: Words by which a sentence goes on with what the one before told.
GOES_ON = frozenset("he she they it this that these those his her their its such".split())
#: Who has no voice of his own to go on with.
NO_VOICE = frozenset({"unnamed_collective", "media", "document"})
EMBEDS = frozenset(
    """
    that if whether why how what who which when because where unless until rule rules law laws order orders ruling
    treaty contract agreement debate question argue argues argued motion petition protesters slogan
    """.split()
)


@rule(
    "labelling/opinion-in-news",
    "The author of a news item judges, praises, blames or demands.",
    since="0.1",
    severity="info",
    certainty="lexical",
    confidence=0.75,
    judged=Judged(right=0, wrong=1, arguable=0),
    preview=True,
    cure="Give the judgement to somebody who made it, leave it out, or label the item as comment.",
    policies=[
        Policy("IPSO, Clause 1", "Comment and conjecture are told apart from fact."),
        Policy("BBC", "A personal view is announced before it begins."),
    ],
    examples=[
        Flagged("The bridge closed in May. The council must now act.", at="must now"),
        Flagged("The bridge closed in May. The council must stop hiding its plans.", at="must stop"),
        Flagged(
            "The town met on Monday.\n\nThe harbour deserves better than a clerk with a kettle.",
            at="The harbour deserves better than a clerk with a kettle.",
        ),
        Flagged(
            "The town met on Monday.\n\nNobody who has waited for the ferry will shed a tear for the company.",
            at="Nobody who has waited for the ferry will shed a tear for the company.",
        ),
        Clean("The town met on Monday.\n\nNobody had waited for the ferry when the bridge was shut."),
        Clean("The town met on Monday.\n\nThe council shut the bridge in May, and opened a ferry in June."),
        Clean("The bridge closed in May. Drivers must stop at the gate."),
        Flagged("The bridge closed in May. Unfortunately, no ferry runs.", at="Unfortunately"),
        Flagged("The bridge closed in May. I think nobody had looked at it for years.", at="I think"),
        Flagged("The bridge closed in May. The state of its piers was shameful.", at="shameful"),
        Flagged("The bridge closed in May. We hope that it opens soon.", at="We hope"),
        Flagged("The bridge closed in May. It is time for the mayor to go.", at="It is time for the mayor to"),
        Flagged("The bridge closed in May. The decision is a disgrace.", at="disgrace"),
        Flagged("The bridge closed in May. Drivers deserve better.", at="deserve better"),
        Flagged("The bridge closed in May. The council ought to apologise.", at="ought to"),
        Flagged("The bridge closed in May. We must not forget it.", at="We must"),
        Flagged("It will fall, many in the town believe. The council must resign.", at="must resign"),
        Flagged("The bridge closed in May. It was a cowardly decision.", at="cowardly"),
        Flagged("The bridge closed in May. Residents deserve an apology.", at="deserve an apology"),
        Flagged("The bridge closed in May. That is no way to run a port.", at="That is no way to"),
        Flagged("The bridge closed in May. In our view the toll is unfair.", at="In our view"),
        Flagged("The bridge closed in May. It was a gutless call by a board of cowards.", at="gutless"),
        Flagged("The bridge closed in May. Few betrayals of a town have been more squalid.", at="squalid"),
        Flagged("The bridge closed in May. No town is served by cowardice, and this was cowardice.", at="cowardice"),
        Flagged("The bridge closed in May. What drivers were made to bear is a national disgrace.", at="disgrace"),
        Flagged(
            "The bridge closed in May. Such courage is rare and deserves to be applauded.",
            at="deserves to be applauded",
        ),
        Flagged("The bridge closed in May. We who built it owe the town a ferry.", at="We who built it owe"),
        Clean("The bridge closed in May. It was a natural disaster, and a crime was looked into."),
        Clean("The bridge closed in May. What drivers bear is a disgrace, Jo Berg said."),
        Clean("The bridge closed in May. We hope you like the song that our pupils wrote for us.", "A letter."),
        Clean("The bridge closed in May. It is time that was lost. It needs to be painted."),
        Clean("The council must now act, Ana Ruiz said.", "Somebody else says so."),
        Clean("“The council must now act,” Ana Ruiz said. “Unfortunately, it sleeps.”", "Quotations."),
        Clean("The bridge closed in May.\n\nComment: The council must now act."),
        Clean("The council must now act, and I think it will.", "An opinion.", {"item_type": "opinion"}),
        Clean("Drivers must stop at the gate. The council must now choose a builder.", "A rule, and what comes next."),
        Clean("The court will decide whether the council must now act."),
        Clean("Ana Ruiz called the state of the piers shameful.", "Her judgement."),
        Clean("The Phase I hope for the dam ended in May.", "A numeral."),
    ],
    known_false_alarms="Words of somebody that stand without quotation marks, such as a letter or a speech.",
)
def opinion_in_news(
    item: Item,
    *,
    feelings: tuple[str, ...] = tuple(sorted(FEELINGS)),
    praise_or_blame: tuple[str, ...] = tuple(sorted(PRAISE_OR_BLAME)),
) -> Iterator[Finding]:
    """Readers of news want to know what happened, and to judge it themselves.

    Only the surest signs are read, one finding a sentence, and one in all for what the author says as *I* or *we*; the
    model of statements sees others by all of their words, irony and advice among them. The
    option `feelings` lists adverbs that regret or approve at the head of a sentence, `praise_or_blame` words that judge
    behind a form of *to be*.
    """
    analysis = item.analysis
    words, signs = _listed(tuple(feelings), tuple(praise_or_blame))
    if item.record.item_type.value in GENRES:
        return
    patterns = (VOICE, VOICED) if has(item, VOICED_SIGNS) else (VOICE,)
    voiced = [m for one in patterns for m in matches(one, item.analysis, back=40, ahead=60)]
    voices = {item.analysis.sentence_at(m.start()).index: m for m in voiced}
    places = [*_places(item, signs), *(match.start() for match in voices.values())]
    if analysis.turns or _is_talk(item) or _is_personal(item):
        return
    own: list[Span] = []
    told: set[int] = set()
    for index in sorted({analysis.sentence_at(place).index for place in places}):
        sentence = analysis.sentences[index]
        if not sentence.is_read or sentence.section.kind != "news":
            continue
        found = _opinion(item, sentence, *words)
        if found is None and index in voices and item.text[sentence.span.end - 1] != "?":
            found = _voiced(item, Span(*voices[index].span()))
        if found is None or _is_sourced(item, sentence, found):
            continue
        told.add(index)
        if _is_own(item, found):
            own.append(found)
        else:
            yield Finding(f"{found.of(item.text)!r} is the author's own judgement in news", spans=(found,))
    if own:
        yield Finding(f"{own[0].of(item.text)!r} is the author's own voice in news", spans=tuple(own))
    for sentence in slipped(item):
        if sentence.index not in told and not _is_sourced(item, sentence, sentence.span):
            yield Finding("reads as the author's own judgement in news", spans=(sentence.span,), confidence=0.6)


@lru_cache(maxsize=2)
def _listed(
    feelings: tuple[str, ...], judging: tuple[str, ...]
) -> tuple[tuple[frozenset[str], frozenset[str]], frozenset[str]]:
    """The words of the options, and all that may judge."""
    words = frozenset(feelings), frozenset(judging)
    return words, WordList(SIGNS.union(*words))


def _places(item: Item, signs: frozenset[str]) -> list[int]:
    """Where words stand that may judge."""
    tokens = item.analysis.tokens
    return [tokens.starts[i] for i in tokens.having(signs)]


def _is_personal(item: Item) -> bool:
    """Whether the author speaks of himself throughout, in an item that nobody typed as news."""
    if item.record.item_type.vouched and item.record.item_type.value in NEWS:
        return False
    most = MOST_OWN if item.record.item_type.value in NEWS else MOST_UNTYPED
    tokens = item.analysis.tokens
    own = tokens.having(OWN_FORMS)
    if len(own) <= most:
        return False
    spans = (Span(tokens.starts[index], tokens.ends[index]) for index in own)
    return sum(not item.analysis.in_quotation(span) for span in spans) > most


def _is_talk(item: Item) -> bool:
    """Whether the item is one of questions and answers, whose speakers nothing marks."""
    asked = sum(item.text[part.end - 1] == "?" for part in item.analysis.paragraphs)
    return asked > 1


def _opinion(item: Item, sentence: Sentence, feelings: frozenset[str], judging: frozenset[str]) -> Span | None:
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    if not lows or item.text[sentence.span.end - 1] == "?":
        return None
    if lows[0] in feelings and lows[1:2] == [","]:
        return Span(elements[0].start, elements[0].end)
    for at, low in enumerate(lows):
        if low not in ANY and low not in judging:
            continue
        if low in MINDS and at and lows[at - 1] in OWN and (at == 1 or lows[at - 2] in CLAUSE_STARTS):
            return Span(elements[at - 1].start, elements[at].end)
        if low in judging and not BE.isdisjoint(lows[max(0, at - 3) : at]):
            return Span(elements[at].start, elements[at].end)
        if low in NOUNS and _is_noun_of(item, lows, at):
            return Span(elements[at].start, elements[at].end)
        if low in VICES and lows[at - 1 : at] in (["is"], ["was"]) and lows[at - 2 : at - 1] != ["there"] and at > 1:
            return Span(elements[at].start, elements[at].end)
        if low in ("must", "should") and at and lows[at - 1] == "we" and (at == 1 or lows[at - 2] in CLAUSE_STARTS):
            return Span(elements[at - 1].start, elements[at].end)
        duty = at + (low in ("ought", "need", "needs"))
        if duty > at and lows[duty : duty + 1] != ["to"]:
            continue
        if low in DUTIES and _demands(lows[duty + 1 : duty + 3]):
            return Span(elements[at].start, elements[at + 1].end) if _is_flat(item, lows[:at]) else None
    return None


def _is_noun_of(item: Item, lows: list[str], at: int) -> bool:
    """Whether something *is a disgrace*, or *a national tragedy*, and nobody near is said to find so."""
    article = next((i for i in range(at - 1, max(-1, at - 4), -1) if lows[i] in ("a", "an")), None)
    if article is None or BE.isdisjoint(lows[max(0, article - 3) : article]):
        return False
    between = lows[article + 1 : at]
    if lows[at] in ONLY_NATIONAL and NATIONAL.isdisjoint(between):
        return False
    if any(low in item.pack.prepositions or not low[:1].isalpha() for low in between) or "natural" in between:
        return False
    subject = lows[: article - 1]
    if subject[:1] == ["what"]:
        return not any(low in item.pack.verbs and item.pack.verbs[low].kind == "speech" for low in subject)
    return _is_flat(item, subject)


def _voiced(item: Item, span: Span) -> Span | None:
    """The words, where they are the author's."""
    return None if item.analysis.in_quotation(span) else span


def _demands(behind: list[str]) -> bool:
    """Whether *must* goes on as a demand: *must resign*, *must stop hiding it*."""
    if behind[:1] == ["stop"]:
        return behind[-1].endswith("ing")
    return any(tuple(behind[: len(one)]) == one for one in DEMANDS)


def _is_flat(item: Item, before: list[str]) -> bool:
    """Whether the words before *must* are a plain subject, and no clause that puts it in somebody's mind."""
    return EMBEDS.isdisjoint(before) and not any(low in item.pack.verbs for low in before) and len(before) < 8


def _is_sourced(item: Item, sentence: Sentence, at: Span) -> bool:
    analysis = item.analysis
    if any(_is_another(item, one) for one in analysis.attributions_in(sentence)):
        return True
    before = analysis.sentences[sentence.index - 1] if sentence.index else None
    if before is not None and before.paragraph == sentence.paragraph:
        sources = list(map(analysis.source_of, analysis.attributions_in(before)))
        voices = [source for source in sources if source is None or source.kind not in NO_VOICE]
        if voices and _goes_on(item, before, sentence):
            return True
        # What many believe is nobody's to go on with, and a picture does not judge.
        if sources and not voices:
            return False
    if at.of(item.text).lower() in STRONG:
        return False
    # Of "I think" the learned part says that "I" is the source.
    return not _is_own(item, at) and (analysis.may_be_sourced(sentence) or analysis.may_be_sourced(sentence, at))


def _goes_on(item: Item, before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence may go on with what somebody says in the one before: by a pronoun or by what both are on."""
    elements = item.analysis.narration(sentence)
    first = next((el.low for el in elements if el.kind == "word"), "")
    if first in GOES_ON:
        return True
    return not matter(item, before).isdisjoint(matter(item, sentence))


def _is_own(item: Item, at: Span) -> bool:
    return at.of(item.text).lower().split()[0] in OWN


def _is_another(item: Item, attribution: Attribution) -> bool:
    """Whether somebody is the source, and not the author."""
    return any(span.of(item.text).lower() not in OWN for span in attribution.source)
