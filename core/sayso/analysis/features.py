"""What the learned part of the analysis looks at: the elements near a cue, and their features as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.cue_parts import Found
from sayso.analysis.cues import CueFinder
from sayso.analysis.elements import MARK, QUOTE, WORD, Element
from sayso.analysis.language import CANDIDATE, CUE, CueVerb, LanguagePack
from sayso.analysis.word_classes import CLASS

NOTHING, SOURCE, CONTENT, OF_CUE = 0, 1, 2, 3
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


class Part(NamedTuple):
    """A sentence as the fields see it.

    Attributes:
        paragraph: The index of its paragraph.
        rules: What the rules found in it.
    """

    els: Sequence[Element]
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


def mix(template: int, a: int, b: int, mask: int) -> int:
    """A feature: a number below the mask by template and two values."""
    return ((a * 0x9E3779B1 ^ b * 0x85EBCA6B) + template * 0xC2B2AE3D >> 7) & mask


def candidates(part: Part, pack: LanguagePack) -> list[int]:
    """The elements of a sentence that may be cues."""
    flags = pack.flags
    return [
        i
        for i, el in enumerate(part.els)
        if flags.get(el.low, 0) & (CANDIDATE | CUE) and el.kind == WORD and (i == 0 or not el.text[0].isupper())
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
        mix(1, here, 0, mask),
        mix(2, here, shape, mask),
        mix(3, here, left, mask),
        mix(4, here, right, mask),
        mix(5, here, found, mask),
        mix(6, here, cls(before), mask),
        mix(7, word(i - 1), 0, mask),
        mix(8, word(i + 1), 0, mask),
        mix(9, word(i + 1), here, mask),
        mix(10, word(i - 1), here, mask),
        mix(11, c[i] * 64 + left, right, mask),
        mix(12, c[i] * 64 + cls(before), shape, mask),
        mix(13, c[i], found * 16 + shape, mask),
        mix(14, cls(i - 2) * 64 + left, c[i], mask),
        mix(15, c[i] * 64 + right, cls(i + 2), mask),
        mix(16, c[i] * 64 + quoted, between, mask),
        mix(17, c[i], inside * 2 + sourced, mask),
        mix(18, here, quoted, mask),
        mix(19, cls(before) * 64 + shape, found, mask),
        mix(20, word(i + 2), c[i], mask),
        mix(21, here, between, mask),
        mix(22, c[i] * 16 + min(i, 9), 0, mask),
        mix(23, stem, 0, mask),
        mix(24, stem, shape * 16 + found, mask),
        mix(25, stem, c[i] * 64 + right, mask),
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
    # What lies between the cue and a place, gathered by walking away from the cue.
    count = len(places)
    commas, quotes, cues, clauses = [0] * count, [0] * count, [0] * count, [0] * count
    for step, stop in ((-1, -1), (1, count)):
        comma = quote = other = clause = 0
        for k in range(cue + step, stop, step):
            commas[k], quotes[k], cues[k], clauses[k] = comma, quote, other, clause
            number = places[k].part.classes[places[k].at]
            comma = min(3, comma + (number == CLASS["comma"]))
            quote = min(2, quote + (number == CLASS["quote"]))
            clause = number if number in CLAUSES else clause
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
        features.append(
            [
                mix(1, number, where, mask),
                mix(2, here, sided, mask),
                mix(3, cue_word, sided * 64 + number, mask),
                mix(4, near_roles, found * 16 + shape, mask),
                mix(5, near_roles, where, mask),
                mix(6, sided * 64 + number, between, mask),
                mix(7, clauses[k] * 64 + number, sided, mask),
                mix(8, shape * 16 + cue_class, where, mask),
                mix(9, left * 64 + number, sided * 64 + right, mask),
                mix(10, between, shape * 16 + sided, mask),
                mix(11, roles[k] * 64 + number, between, mask),
                mix(12, cue_word, roles[k] * 16 + sided, mask),
                mix(13, clauses[k] * 8 + roles[k], shape * 16 + sided, mask),
                mix(14, here, cue_word, mask),
                mix(15, near_roles, between * 64 + number, mask),
                mix(16, guesses[k] * 64 + number, shape * 16 + cue_class, mask),
                mix(17, guesses[k] * 3 + roles[k], found * 16 + sided, mask),
                mix(18, cue_word, guesses[k] * 3 + roles[k], mask),
                mix(19, guesses[k] * 27 + near_roles, between, mask),
            ]
        )
    return features
