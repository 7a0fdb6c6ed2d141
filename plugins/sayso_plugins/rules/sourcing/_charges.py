"""Wrongs that are told in the passive, and of a body that has no name but is known. Origin: written for sayso."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sayso import Item, Pattern, Span, WordList
from sayso_plugins.rules.sourcing._accused import AUTHORITIES, BE, NOT, name_size

if TYPE_CHECKING:
    from sayso import Sentence

#: What is done to something or somebody, where whoever did it did a wrong.
WRONGED = frozenset(
    """ignored disregarded hidden concealed buried suppressed overlooked dismissed falsified forged faked doctored
    fabricated altered tampered shredded destroyed erased backdated diverted siphoned skimmed pocketed embezzled stolen
    misused misspent squandered bribed rigged inflated overcharged cheated swindled defrauded duped misled
    deceived beaten kicked punched whipped tortured starved molested groped raped harassed bullied abused exploited
    threatened intimidated blackmailed silenced gagged locked chained abandoned neglected dumped poisoned polluted
    contaminated sabotaged leaked copied plagiarised plagiarized pirated trafficked smuggled looted plundered grabbed
    evicted robbed short-changed underpaid shortchanged watered adulterated skipped flouted breached broken""".split()
)
#: What was put to a use that is a wrong: *had been used in place of quarried stone by the builder*.
INSTEAD = Pattern(
    r"\b(?:used|laid|fitted|served|sold|supplied|substituted|passed\s+off)"
    r"\s+(?:\w+\s+){0,4}?(?:in\s+(?:place|lieu)\s+of|instead\s+of|as\s+(?:if|though)|despite|without|in\s+breach)\b"
    r"|\b(?:so\s+that|in\s+order\s+to|to)\s+(?:(?:its|their|his|her|the)\s+\w+\s+could\s+be\s+spent|please|line|hide|save\s+(?:money|face))\b",
    needs=("place of", "lieu of", "instead of", "as if", "as though", "despite", "without", "breach", "so that", "to "),
)
USED = frozenset("used laid fitted served sold supplied substituted passed installed".split())
#: What somebody was paid, told or made to do.
PAID_TO = frozenset({"paid", "bribed", "bought", "hired"})
#: Whoever was bribed did a wrong, too.
BRIBED = frozenset({"bribed"})
#: Nouns for bodies and for those who run them, beside those of the language pack.
BODIES = frozenset(
    """board council ministry department agency authority company firm bank hospital school college university church
    diocese club federation union association committee commission regulator watchdog operator developer contractor
    builder landlord owner owners management managers directors trustees governors bosses executives administration
    government cabinet army police force militia guards garrison mill factory plant mine estate brewery airline railway
    ferry line port airport utility trust charity foundation orphanage prison party campaign clinic laboratory lab
    supplier subsidiary consulate embassy monastery office museum hotel restaurant inspectorate gallery""".split()
)
#: Who is one of a kind where a report speaks of him.
ONES = frozenset(
    """mayor governor minister president premier chairman chairwoman chair chief director manager headmaster
    headmistress principal bishop captain coach treasurer bursar sheriff commissioner warden owner landlord general
    senator secretary consul ambassador registrar dean rector superintendent
    referee umpire foreman inspector judge supervisor headteacher harbourmaster auditor accountant caretaker""".split()
)
DEFINITE = frozenset("the its their his her this that".split())
#: How many words a body has before its noun, and within how many words behind a verb its *by* stands.
WORDS = 4
BY_NEAR = 14
#: How many words a form of *to be* stands before its participle.
BE_NEAR = 3
SUPPOSED = frozenset({"if", "whether", "unless", "suspected"})
MODALS = frozenset("would could might may will can should must".split())
#: To what one is paid, where that is a wrong.
FAVOURS = frozenset(
    """leave look lose keep overlook sign ignore stay lie vote forget throw miss hide falsify say turn spoil let drop
    wave fail approve clear pass silence delay burn shoot kill beat plant leak rig fix""".split()
)
KEYS = WordList(WRONGED | PAID_TO | USED)


def known_body(item: Item, elements: Sequence[Any]) -> int:
    """How many words at the beginning are a body or an office that the text takes for known; 0 for none."""
    if not elements or elements[0].low not in DEFINITE:
        return 0
    for i in range(1, min(WORDS + 1, len(elements))):
        low = elements[i].low
        if (
            not low[:1].isalpha()
            or low in item.pack.prepositions
            or low in item.pack.auxiliaries
            or low in item.pack.verbs
        ):
            return 0
        behind = elements[i + 1].low if i + 1 < len(elements) else ""
        is_body = low in BODIES or low in ONES or item.pack.kind_of(low) == "organization"
        if is_body and behind not in BODIES and behind not in ONES and not behind.endswith(("’s", "'s")):
            return i + 1
    return 0


def charged(item: Item) -> Iterator[tuple[Span, Span]]:
    """Who is told to have done a wrong in the passive, with the words for what was done."""
    analysis, tokens = item.analysis, item.analysis.tokens
    lows = tokens.lows
    told = [i for i in tokens.having(KEYS) if not BE.isdisjoint(lows[max(0, i - BE_NEAR) : i])]
    places = {analysis.sentence_at(tokens.starts[i]).index for i in told}
    for index in sorted(places):
        sentence = analysis.sentences[index]
        if sentence.is_read and not sentence.section.is_comment and _may_accuse(item, sentence):
            found = _charge(item, sentence)
            if found is not None:
                yield found


def _may_accuse(item: Item, sentence: Sentence) -> bool:
    """Whether what a sentence tells is no authority's, to which one answers in court, and is not taken back."""
    words = item.analysis.narrated(sentence)
    if not SUPPOSED.isdisjoint(words) or not words.isdisjoint(NOT | {"nothing", "none", "nobody"}):
        return False
    sources = [item.analysis.source_of(one) for one in item.analysis.attributions_in(sentence)]
    return not any(source is not None and source.head in AUTHORITIES for source in sources)


def _charge(item: Item, sentence: Sentence) -> tuple[Span, Span] | None:
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    for i, low in enumerate(lows):
        if low not in KEYS or BE.isdisjoint(lows[max(0, i - BE_NEAR) : i]):
            continue
        deed = Span(elements[i].start, elements[i].end)
        if not MODALS.isdisjoint(lows[max(0, i - BE_NEAR) : i]):
            continue
        if low in PAID_TO and lows[i + 1 : i + 2] == ["to"] and not FAVOURS.isdisjoint(lows[i + 2 : i + 4]):
            who = _subject(item, elements[:i])
            if who is not None:
                return who, Span(elements[i].start, elements[min(i + 2, len(elements) - 1)].end)
        if low in BRIBED and lows[i + 1 : i + 2] == ["by"]:
            who = _subject(item, elements[:i])
            if who is not None:
                return who, deed
        by = next((k for k in range(i + 1, min(i + BY_NEAR, len(lows))) if lows[k] == "by"), None)
        if (
            by is None
            or low in PAID_TO - WRONGED
            or (low in USED and not INSTEAD.compiled.search(item.text, elements[i].start, sentence.span.end))
        ):
            continue
        who = _agent(item, elements[by + 1 :])
        if who is not None:
            return who, deed
    return None


def _agent(item: Item, elements: Sequence[Any]) -> Span | None:
    """The name or the known body behind *by*: *the contractor, Larkmoor Lines*."""
    size = known_body(item, elements)
    if size:
        return Span(elements[0].start, elements[size - 1].end)
    size = name_size(item, [el.text for el in elements])
    if size:
        return Span(elements[0].start, elements[size - 1].end)
    # "By the harbour master, Jo Berg": the name explains an office that no list has.
    comma = next((i for i, el in enumerate(elements[: WORDS + 1]) if el.text == ","), 0)
    if not comma or elements[0].low not in DEFINITE:
        return None
    size = name_size(item, [el.text for el in elements[comma + 1 :]])
    return Span(elements[comma + 1].start, elements[comma + size].end) if size > 1 else None


def _subject(item: Item, elements: Sequence[Any]) -> Span | None:
    """The name or the office at the beginning: *the groundsman, Jo Berg, had been paid*."""
    at = next((i for i, el in enumerate(elements) if el.capital and (i or elements[0].low not in DEFINITE)), None)
    if at is not None:
        size = name_size(item, [el.text for el in elements[at:]])
        if size > 1:
            return Span(elements[at].start, elements[at + size - 1].end)
    size = known_body(item, elements)
    return Span(elements[0].start, elements[size - 1].end) if size else None
