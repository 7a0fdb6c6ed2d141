"""What the learned part of the analysis looks at: the elements near a cue, and their features as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.cue_parts import Found
from sayso.analysis.cues import CueFinder
from sayso.analysis.elements import MARK, QUOTE, WORD, Element
from sayso.analysis.flags import CANDIDATE
from sayso.analysis.language import CueVerb, LanguagePack
from sayso.analysis.word_classes import CLASS

NOTHING, SOURCE, CONTENT, OF_CUE, SOURCE_BEGINS, CONTENT_BEGINS = range(6)
PLAIN = CueVerb("", "speech")
#: Distances from a cue in elements, in steps that widen.
STEPS = (0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 10)
SHAPES = {
    name: number for number, name in enumerate("that quote colon clause object infinitive end phrase comma".split())
}
PATTERNS = {
    name: number
    for number, name in enumerate("none according hedge open colon tail right quoting passive participle".split())
}
CLAUSES = frozenset(CLASS[name] for name in ("subordinator", "conjunction", "that", "semicolon"))


VERBS = frozenset(CLASS[name] for name in ("auxiliary", "speech", "belief", "attitude", "evidence", "quoting", "ed"))


class Part(NamedTuple):
    """A sentence as the fields see it.

    Attributes:
        paragraph: The index of its paragraph.
        rules: What the rules found in it.
    """

    els: list[Element]
    classes: list[int]
    hashes: list[int]
    paragraph: int
    finder: CueFinder
    rules: list[Found]


class Place(NamedTuple):
    """An element near a cue: its sentence, and where it stands in it.

    Attributes:
        near: -1, 0 or 1 for the sentence before that of the cue, its own, and the one behind.
    """

    part: Part
    at: int
    near: int


# A feature is mixed from its template and two values: (a * A ^ b * B) + template >> 7, and of that the low bits. It is
# written out in place, since a call takes longer than the sum. The templates are multiples of 0xC2B2AE3D.
A, B = 0x9E3779B1, 0x85EBCA6B


def candidates(part: Part, pack: LanguagePack) -> list[int]:
    """The elements of a sentence that may be cues."""
    flags = pack.flags
    return [
        i
        for i, el in enumerate(part.els)
        if flags.get(el.low, 0) & CANDIDATE and el.kind == WORD and (i == 0 or not el.text[0].isupper())
    ]


def rule_at(part: Part, i: int) -> Found | None:
    """What the rules found with a cue that begins at an element."""
    start = part.els[i].start
    return next((one for one in part.rules if any(cue.start == start for cue in one.cue)), None)


def cue_features(part: Part, i: int, pack: LanguagePack, mask: int) -> list[int]:
    """The features of an element as a cue."""
    els, c, w = part.els, part.classes, part.hashes
    last = len(els) - 1

    def cls(k: int) -> int:
        return c[k] if 0 <= k <= last else 0

    def word(k: int) -> int:
        return w[k] if 0 <= k <= last else 0

    low = els[i].low
    verb = pack.verbs.get(low)
    shape = SHAPES[part.finder.shape(i, verb or PLAIN)]
    rule = rule_at(part, i)
    found = PATTERNS[rule.pattern] if rule else 0
    here = word(i)
    before = i - 1
    while before >= 0 and c[before] in (CLASS["adverb"], CLASS["auxiliary"], CLASS["time"]):
        before -= 1
    between = sum(1 << min(3, c[k] % 4) for k in range(before + 1, i) if c[k] == CLASS["auxiliary"])
    quoted = any(el.kind == QUOTE for el in els)
    at = els[i].start
    inside = sum(any(span.start <= at < span.end for span in one.content) for one in part.rules if one is not rule)
    sourced = any(el.start == at for one in part.rules for el in one.source)
    left, right = cls(i - 1), cls(i + 1)
    stem = pack.word_classes.stem(low)
    return [
        (here * A) + 0xC2B2AE3D >> 7 & mask,
        (here * A ^ shape * B) + 0x185655C7A >> 7 & mask,
        (here * A ^ left * B) + 0x248180AB7 >> 7 & mask,
        (here * A ^ right * B) + 0x30ACAB8F4 >> 7 & mask,
        (here * A ^ found * B) + 0x3CD7D6731 >> 7 & mask,
        (here * A ^ cls(before) * B) + 0x49030156E >> 7 & mask,
        (word(i - 1) * A) + 0x552E2C3AB >> 7 & mask,
        (word(i + 1) * A) + 0x6159571E8 >> 7 & mask,
        (word(i + 1) * A ^ here * B) + 0x6D8482025 >> 7 & mask,
        (word(i - 1) * A ^ here * B) + 0x79AFACE62 >> 7 & mask,
        ((c[i] * 64 + left) * A ^ right * B) + 0x85DAD7C9F >> 7 & mask,
        ((c[i] * 64 + cls(before)) * A ^ shape * B) + 0x920602ADC >> 7 & mask,
        (c[i] * A ^ (found * 16 + shape) * B) + 0x9E312D919 >> 7 & mask,
        ((cls(i - 2) * 64 + left) * A ^ c[i] * B) + 0xAA5C58756 >> 7 & mask,
        ((c[i] * 64 + right) * A ^ cls(i + 2) * B) + 0xB68783593 >> 7 & mask,
        ((c[i] * 64 + quoted) * A ^ between * B) + 0xC2B2AE3D0 >> 7 & mask,
        (c[i] * A ^ (inside * 2 + sourced) * B) + 0xCEDDD920D >> 7 & mask,
        (here * A ^ quoted * B) + 0xDB090404A >> 7 & mask,
        ((cls(before) * 64 + shape) * A ^ found * B) + 0xE7342EE87 >> 7 & mask,
        (word(i + 2) * A ^ c[i] * B) + 0xF35F59CC4 >> 7 & mask,
        (here * A ^ between * B) + 0xFF8A84B01 >> 7 & mask,
        ((c[i] * 16 + min(i, 9)) * A) + 0x10BB5AF93E >> 7 & mask,
        (stem * A) + 0x117E0DA77B >> 7 & mask,
        (stem * A ^ (shape * 16 + found) * B) + 0x1240C055B8 >> 7 & mask,
        (stem * A ^ (c[i] * 64 + right) * B) + 0x13037303F5 >> 7 & mask,
    ]


def window(parts: Sequence[Part], index: int) -> list[Place]:
    """The elements that a cue of a sentence may reach: its own, a quotation before it, and quotations behind it."""
    own = parts[index]
    places: list[Place] = []
    if index:
        before = parts[index - 1]
        if before.paragraph == own.paragraph and before.els and all(el.kind in (QUOTE, MARK) for el in before.els):
            places += [Place(before, i, -1) for i in range(len(before.els))]
    places += [Place(own, i, 0) for i in range(len(own.els))]
    if index + 1 < len(parts):
        behind = parts[index + 1]
        if behind.paragraph == own.paragraph and behind.els and behind.els[0].kind == QUOTE:
            places += [Place(behind, i, 1) for i in range(len(behind.els))]
    return places


def role_features(
    places: Sequence[Place], cue: int, cue_class: int, accepted: frozenset[int], pack: LanguagePack, mask: int
) -> list[list[int]]:
    """The features of each place as source or content of one cue.

    Args:
        cue: The place of the cue.
        cue_class: Its label in the first field.
        accepted: The elements of the cue's sentence that are cues of other attributions.
    """
    part = places[cue].part
    own = places[cue].at
    rule = rule_at(part, own)
    shape = SHAPES[part.finder.shape(own, pack.verbs.get(part.els[own].low) or PLAIN)]
    cue_word = pack.word_classes.stem(part.els[own].low)
    sources = {el.start for el in rule.source} if rule else set()
    contents = rule.content if rule else ()
    found = PATTERNS[rule.pattern] if rule else 0

    def role(place: Place) -> int:
        start = place.part.els[place.at].start
        if start in sources:
            return SOURCE
        return CONTENT if any(span.start <= start < span.end for span in contents) else NOTHING

    roles = [role(place) for place in places]
    (lo, hi), (first, end) = part.finder.guess(own, pack.verbs.get(part.els[own].low) or PLAIN)
    guesses = [
        NOTHING if place.near else SOURCE if lo <= place.at < hi else CONTENT if first <= place.at < end else NOTHING
        for place in places
    ]
    opening = part.finder.opening_subject(own)
    # What lies between the cue and a place, gathered by walking away from the cue.
    count = len(places)
    commas, quotes, cues, clauses, verbs = [0] * count, [0] * count, [0] * count, [0] * count, [0] * count
    for step, stop in ((-1, -1), (1, count)):
        comma = quote = other = clause = verb = 0
        for k in range(cue + step, stop, step):
            commas[k], quotes[k], cues[k], clauses[k], verbs[k] = comma, quote, other, clause, verb
            number = places[k].part.classes[places[k].at]
            comma = min(3, comma + (number == CLASS["comma"]))
            quote = min(2, quote + (number == CLASS["quote"]))
            clause = number if number in CLAUSES else clause
            verb = min(2, verb + (number in VERBS))
            other = min(2, other + (places[k].near == 0 and places[k].at in accepted))
    features = []
    for k, place in enumerate(places):
        c, w = place.part.classes, place.part.hashes
        number, index = c[place.at], place.at
        side = 2 if k == cue else k > cue
        distance = STEPS[min(abs(k - cue), len(STEPS) - 1)]
        where = (side * 3 + place.near + 1) * 16 + distance
        sided = side * 3 + place.near + 1
        here = w[index]
        left = c[index - 1] if index else 0
        right = c[index + 1] if index + 1 < len(c) else 0
        near_roles = roles[k] * 9 + (roles[k - 1] if k else 0) * 3 + (roles[k + 1] if k + 1 < count else 0)
        between = (commas[k] * 3 + quotes[k]) * 3 + cues[k]
        near_guesses = guesses[k] * 9 + (guesses[k - 1] if k else 0) * 3 + (guesses[k + 1] if k + 1 < count else 0)
        opens = opening is not None and not place.near and opening[0] <= index < opening[1]
        features.append(
            [
                (number * A ^ where * B) + 0xC2B2AE3D >> 7 & mask,
                (here * A ^ sided * B) + 0x185655C7A >> 7 & mask,
                (cue_word * A ^ (sided * 64 + number) * B) + 0x248180AB7 >> 7 & mask,
                (near_roles * A ^ (found * 16 + shape) * B) + 0x30ACAB8F4 >> 7 & mask,
                (near_roles * A ^ where * B) + 0x3CD7D6731 >> 7 & mask,
                ((sided * 64 + number) * A ^ between * B) + 0x49030156E >> 7 & mask,
                ((clauses[k] * 64 + number) * A ^ sided * B) + 0x552E2C3AB >> 7 & mask,
                ((shape * 16 + cue_class) * A ^ where * B) + 0x6159571E8 >> 7 & mask,
                ((left * 64 + number) * A ^ (sided * 64 + right) * B) + 0x6D8482025 >> 7 & mask,
                (between * A ^ (shape * 16 + sided) * B) + 0x79AFACE62 >> 7 & mask,
                ((roles[k] * 64 + number) * A ^ between * B) + 0x85DAD7C9F >> 7 & mask,
                (cue_word * A ^ (roles[k] * 16 + sided) * B) + 0x920602ADC >> 7 & mask,
                ((clauses[k] * 8 + roles[k]) * A ^ (shape * 16 + sided) * B) + 0x9E312D919 >> 7 & mask,
                (here * A ^ cue_word * B) + 0xAA5C58756 >> 7 & mask,
                (near_roles * A ^ (between * 64 + number) * B) + 0xB68783593 >> 7 & mask,
                ((guesses[k] * 64 + number) * A ^ (shape * 16 + cue_class) * B) + 0xC2B2AE3D0 >> 7 & mask,
                ((guesses[k] * 3 + roles[k]) * A ^ (found * 16 + sided) * B) + 0xCEDDD920D >> 7 & mask,
                (cue_word * A ^ (guesses[k] * 3 + roles[k]) * B) + 0xDB090404A >> 7 & mask,
                ((guesses[k] * 27 + near_roles) * A ^ between * B) + 0xE7342EE87 >> 7 & mask,
                ((near_guesses * 64 + number) * A ^ (shape * 16 + sided) * B) + 0xF35F59CC4 >> 7 & mask,
                ((verbs[k] * 64 + number) * A ^ (sided * 16 + min(index, 9)) * B) + 0xFF8A84B01 >> 7 & mask,
                ((opens * 64 + number) * A ^ (near_guesses * 3 + verbs[k]) * B) + 0x10BB5AF93E >> 7 & mask,
                ((verbs[k] * 64 + left) * A ^ (number * 64 + sided) * B) + 0x117E0DA77B >> 7 & mask,
            ]
        )
    return features
