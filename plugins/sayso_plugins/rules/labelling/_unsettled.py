"""Whether a text leaves open what its headline says flatly. Origin of the words: written for sayso."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso import Item, Pattern

if TYPE_CHECKING:
    from sayso import Element, Sentence

#: A headline with one of these does not say it flatly.
CAREFUL = frozenset(
    """
    may might could would should can set poised near nears close closes talks eyes eye eyeing considers considering
    consider mulls mulling weighs weighing plans plan planned wants want seeks seek hopes hope aims aim bids bid
    proposes proposed proposal urges urged calls call asks asked expects expected likely possible possibly report
    reports says say said claims claim alleges alleged accused charged suspected suspect suspects suspicion fears
    feared fear warns warned if whether not no never denies denied doubts risk risks threatens threat linked
    believed reportedly allegedly rumour rumours probe inquiry investigates investigating trial facing faces face
    court vows pledges promises agree agrees
    """.split()
)
#: Between these and the verb nothing but another auxiliary or an adverb stands: *could soon join*.
MODALS = frozenset("could may might".split())
#: These lead to a gerund or a noun: *close to joining*, *charged with the murder of*.
LEADS = Pattern(
    r"(?:close\s+to|on\s+the\s+(?:brink|verge)\s+of|in\s+talks\s+(?:to|about|on|over)|considering|mulling|weighing"
    r"|suspected\s+of|suspicion\s+of|accused\s+of|charged\s+with|alleged\s+to\s+have|said\s+to\s+have|believed\s+to\s+have"
    r"|thought\s+to\s+have|denies|denied|wants?\s+to|hopes?\s+to)\s+(?:(?:the|an?|having|been|be)\s+){0,2}\Z",
    re.IGNORECASE,
)
#: Those whose thought or charge it is: *residents believe that …*, *prosecutors allege that …*.
THINKS = frozenset("believe believes alleges allege suspects suspect think thinks fear fears claims claim".split())
#: What is only known to go together.
CAUSES = frozenset(
    """prevents causes cures boosts protects kills triggers reduces raises slows wards lowers halves doubles shrinks
    stops fights beats reverses prolongs shortens damages improves""".split()
)
NO_CAUSE = Pattern(
    r"\b(?:(?:can(?:not|[’']t|\s+not)|could(?:n[’']t|\s+not)|(?:does|do|did)(?:n[’']t|\s+not))\s+(?:be\s+)?(?:show|prove|establish|demonstrate|say)n?\b[^.]{0,40}"
    r"\b(?:caus|because|prevent|whether|link|effect)|(?:no|not)\s+(?:proof|evidence)\s+(?:of\s+cause|that\s+one\s+causes)|not\s+(?:a\s+)?caus"
    r"|correlation\b)",
    re.IGNORECASE,
)
RESEARCH = frozenset("study studies research researchers scientists trial trials authors paper".split())
#: That nothing is decided or known yet.
NOTHING = Pattern(
    r"\b(?:[Nn]o\s+(?:final\s+)?(?:decision|contract|deal|agreement|vote|date)\s+(?:has|had|was|is)|[Nn]othing\s+(?:has|had|is|was)\s+(?:yet\s+)?(?:been\s+)?"
    r"(?:signed|decided|agreed|settled|final)|(?:not|n[’']t)\s+(?:yet\s+)?(?:been\s+)?(?:decided|signed|agreed|ruled\s+out|made\s+a\s+decision|known))\b",
)
DENIES = frozenset("no not nothing nobody never without neither yet".split())
#: Where what a sentence leaves open begins.
OPENS = MODALS | {"considering", "mulling", "weighing", "whether"}
#: Of these one stands in a sentence that leaves anything open.
DOUBTS = OPENS | THINKS | DENIES
DOUBTS |= frozenset(
    """close brink verge talks suspected suspicion accused charged alleged believed thought denies denied want wants
    hope hopes""".split()
)
#: Irregular forms by the one that a headline has.
FORMS = {
    form: verb
    for verb, forms in (
        ("steal", "stole steals stolen"),
        ("know", "knew known"),
        ("break", "broke"),
        ("sell", "sold"),
        ("buy", "bought"),
        ("win", "won"),
        ("lose", "lost loses losing"),
        ("pay", "paid"),
        ("lead", "led"),
        ("shoot", "shot"),
        ("drive", "drove driven"),
        ("strike", "struck"),
        ("find", "found"),
        ("build", "built"),
        ("fall", "fell fallen"),
        ("fight", "fought"),
        ("take", "took taken taking"),
        ("leave", "leaves left leaving"),
        ("quit", "quits quitting"),
        ("cut", "cuts cutting"),
        ("hide", "hid hidden hiding"),
        ("bring", "brought"),
        ("give", "gave given"),
        ("beat", "beat beats beating beaten"),
        ("hit", "hits hitting"),
        ("ban", "bans banned"),
    )
    for form in forms.split()
}
MARKS = Pattern(r"[:?–—\"“”‘’'«»]|\s-|-\s")
WORD = Pattern(r"[^\W_][\w’'-]*")
ENDINGS = ("ing", "ed", "es", "s", "e")
LEAST = 3
#: How many characters of white space may be the difference of a headline and its sentence.
SPACES = 8
SENTENCES = 40


def unsettled(item: Item, headline: str) -> Sentence | None:
    """The first sentence of the text, where it has in doubt what the headline says, and no other says it flatly."""
    words = [word.lower() for word in WORD.compiled.findall(headline)]
    if not LEAST <= len(words) <= 14 or MARKS.search(headline) or not CAREFUL.isdisjoint(words):
        return None
    verb = verb_of(item, words)
    body = body_of(item, headline)
    if verb is None or not body:
        return None
    subject = {stem_of(word) for word in words[:verb] if counts(item, word)}
    object_ = {stem_of(word) for word in words[verb + 1 :] if counts(item, word)}
    stem = stem_of(words[verb])
    lead = body[0]
    if DOUBTS.isdisjoint(item.analysis.narrated(lead)) and words[verb] not in CAUSES:
        return None
    if words[verb] in CAUSES and object_ and subject:
        about = any(subject & stems_of(item, one) and object_ & stems_of(item, one) for one in body)
        text = " ".join(one.span.of(item.text) for one in body)
        studied = any(not RESEARCH.isdisjoint(item.analysis.narrated(one)) for one in body)
        return lead if about and studied and NO_CAUSE.compiled.search(text) else None
    if not subject or not (subject | object_) & stems_of(item, lead):
        return None
    told = [one for one in body if stem in stems_of(item, one) and (subject | object_) & stems_of(item, one)]
    if not told:
        return lead if _is_undecided(item, lead, body, subject | object_) else None
    if told[0] is not lead:
        return None
    return lead if all(_in_doubt(item, one, stem) for one in told) else None


def body_of(item: Item, headline: str) -> list[Sentence]:
    """The first sentences of the news, without the headline."""
    body = [one for one in item.analysis.sentences if one.is_read and one.section.kind == "news"][:SENTENCES]
    return [one for one in body if not _is_headline(item, one, headline)]


def _is_undecided(item: Item, lead: Sentence, body: list[Sentence], about: set[str]) -> bool:
    """Whether the first sentence tells in other words what may come, and another that nothing is decided or known."""
    if not any(NOTHING.compiled.search(one.span.of(item.text)) for one in body):
        return False
    elements = item.analysis.narration(lead)
    at = next((i for i, el in enumerate(elements) if el.low in OPENS), len(elements))
    return bool(about & {stem_of(el.low) for el in elements[at:]})


def verb_of(item: Item, words: Sequence[str]) -> int | None:
    """Where the verb of a headline is, by its form: *joins*, *stole*, *poisoned*, *to cut*."""
    for i, word in enumerate(words[1:7], 1):
        if word in FORMS or (words[i - 1] == "to" and len(word) > 2):
            return i
        known = item.pack.kind_of(word) or word in item.pack.roles or word in item.pack.function_like
        if word.endswith("ed") and len(word) > 4:
            return i
        if not known and word.endswith("s") and not word.endswith(("ss", "us", "’s", "'s")) and len(word) > 3:
            behind = words[i + 1] if i + 1 < len(words) else ""
            # A plural before a verb is its subject.
            plural = (i > 1 and behind.endswith("s")) or behind in CAUSES
            if not (plural or behind in FORMS or behind.endswith("ed") or behind in item.pack.auxiliaries):
                return i
    return None


def counts(item: Item, word: str) -> bool:
    """Whether a word of a headline tells what it is on."""
    return (len(word) > 2 or word.isdigit()) and word not in item.pack.function_like and word != "new"


def stem_of(word: str) -> str:
    """What the forms of a word share, roughly."""
    low = word.lower().removesuffix("’s").removesuffix("'s")
    if low in FORMS:
        return FORMS[low]
    for ending in ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) > 2:
            return low.removesuffix(ending)[:7]
    return low[:7]


def stems_of(item: Item, sentence: Sentence) -> set[str]:
    """The same of all words of a sentence."""
    return {stem_of(el.low) for el in item.analysis.narration(sentence) if el.kind == "word"}


def _is_headline(item: Item, sentence: Sentence, headline: str) -> bool:
    # Most are not as long, which is seen at once.
    if abs(sentence.span.end - sentence.span.start - len(headline)) > SPACES:
        return False
    return sentence.span.of(item.text).strip().lower() == headline.strip().lower()


def _in_doubt(item: Item, sentence: Sentence, stem: str) -> bool:
    """Whether each place of the verb in a sentence is one that leaves it open."""
    elements = item.analysis.narration(sentence)
    places = [i for i, el in enumerate(elements) if el.kind == "word" and stem_of(el.low) == stem]
    return bool(places) and all(_is_open(elements, i) for i in places)


def _is_open(elements: Sequence[Element], at: int) -> bool:
    lows = [el.low for el in elements]
    before = at - 1
    while before >= 0 and (
        lows[before] in ("have", "be", "been", "soon", "also", "not", "yet") or lows[before].endswith("ly")
    ):
        before -= 1
    if before >= 0 and lows[before] in MODALS:
        return True
    if not DENIES.isdisjoint(lows[max(0, at - 4) : at]):
        return True
    if LEADS.compiled.search(" ".join(lows[max(0, at - 6) : at]) + " "):
        return True
    thinks = next((i for i in range(at - 1, max(-1, at - 12), -1) if lows[i] in THINKS), None)
    return thinks is not None and not any(low in (";", ",", "said") for low in lows[thinks:at])
