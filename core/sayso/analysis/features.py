"""What the learned part of the analysis looks at: the elements near a cue, and their features as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.cue_parts import Found
from sayso.analysis.cues import CueFinder
from sayso.analysis.elements import MARK, QUOTE, WORD, Element
from sayso.analysis.flags import CANDIDATE
from sayso.analysis.language import CueVerb, LanguagePack
from sayso.analysis.scorer import NARROW, WIDE
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


COMMA, CLASS_QUOTE = CLASS["comma"], CLASS["quote"]
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


#: Each template joins two values in one number, the second in so many bits.
OF_CUES = tuple(WIDE if number in (8, 9) else NARROW for number in range(25))
OF_ROLES = tuple(WIDE if number == 13 else NARROW for number in range(23))


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


def cue_features(part: Part, i: int, pack: LanguagePack) -> list[int]:
    """The features of an element as a cue, by the templates of `OF_CUES`."""
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
        here << 16,
        here << 16 | shape,
        here << 16 | left,
        here << 16 | right,
        here << 16 | found,
        here << 16 | cls(before),
        word(i - 1) << 16,
        word(i + 1) << 16,
        word(i + 1) << 32 | here,
        word(i - 1) << 32 | here,
        (c[i] * 64 + left) << 16 | right,
        (c[i] * 64 + cls(before)) << 16 | shape,
        c[i] << 16 | (found * 16 + shape),
        (cls(i - 2) * 64 + left) << 16 | c[i],
        (c[i] * 64 + right) << 16 | cls(i + 2),
        (c[i] * 64 + quoted) << 16 | between,
        c[i] << 16 | (inside * 2 + sourced),
        here << 16 | quoted,
        (cls(before) * 64 + shape) << 16 | found,
        word(i + 2) << 16 | c[i],
        here << 16 | between,
        (c[i] * 16 + min(i, 9)) << 16,
        stem << 16,
        stem << 16 | (shape * 16 + found),
        stem << 16 | (c[i] * 64 + right),
    ]


def reaches(els: Sequence[Element], *, behind: bool) -> bool:
    """Whether a cue may reach into a sentence beside its own: quotations alone, or one that it opens with behind."""
    if behind:
        return bool(els) and els[0].kind == QUOTE
    return bool(els) and all(el.kind in (QUOTE, MARK) for el in els)


def window(before: Part | None, own: Part, behind: Part | None) -> list[Place]:
    """The elements that a cue of a sentence may reach: its own, a quotation before it, and quotations behind it."""
    places = [Place(before, i, -1) for i in range(len(before.els))] if before else []
    places += [Place(own, i, 0) for i in range(len(own.els))]
    return places + ([Place(behind, i, 1) for i in range(len(behind.els))] if behind else [])


def role_features(
    places: Sequence[Place], cue: int, cue_class: int, accepted: frozenset[int], pack: LanguagePack
) -> list[list[int]]:
    """The features of each place as source or content of one cue, by the templates of `OF_ROLES`.

    Args:
        cue: The place of the cue.
        cue_class: Its label in the first field.
        accepted: The elements of the cue's sentence that are cues of other attributions.
    """
    part = places[cue].part
    own = places[cue].at
    rule = rule_at(part, own)
    verb = pack.verbs.get(part.els[own].low) or PLAIN
    shape = SHAPES[part.finder.shape(own, verb)]
    cue_word = pack.word_classes.stem(part.els[own].low)
    found = PATTERNS[rule.pattern] if rule else 0
    roles = _roles(places, rule)
    (lo, hi), (first, end) = part.finder.guess(own, verb)
    base = cue - own
    guesses = [NOTHING] * len(places)
    for role, begin, stop in ((CONTENT, base + first, base + end), (SOURCE, base + lo, base + hi)):
        begin, stop = max(0, begin), min(len(places), stop)
        if begin < stop:
            guesses[begin:stop] = [role] * (stop - begin)
    opening = part.finder.opening_subject(own)
    # What lies between the cue and a place, gathered by walking away from the cue.
    count = len(places)
    betweens, clauses, verbs = [0] * count, [0] * count, [0] * count
    for step, stop in ((-1, -1), (1, count)):
        comma = quote = other = clause = passed = 0
        for k in range(cue + step, stop, step):
            place = places[k]
            betweens[k], clauses[k], verbs[k] = (comma * 3 + quote) * 3 + other, clause, passed
            number = place.part.classes[place.at]
            if number == COMMA:
                comma += comma < 3
            elif number == CLASS_QUOTE:
                quote += quote < 2
            if number in CLAUSES:
                clause = number
            if number in VERBS:
                passed += passed < 2
            if accepted and place.near == 0 and place.at in accepted:
                other += other < 2
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
        between = betweens[k]
        near_guesses = guesses[k] * 9 + (guesses[k - 1] if k else 0) * 3 + (guesses[k + 1] if k + 1 < count else 0)
        opens = opening is not None and not place.near and opening[0] <= index < opening[1]
        features.append(
            [
                number << 16 | where,
                here << 16 | sided,
                cue_word << 16 | (sided * 64 + number),
                near_roles << 16 | (found * 16 + shape),
                near_roles << 16 | where,
                (sided * 64 + number) << 16 | between,
                (clauses[k] * 64 + number) << 16 | sided,
                (shape * 16 + cue_class) << 16 | where,
                (left * 64 + number) << 16 | (sided * 64 + right),
                between << 16 | (shape * 16 + sided),
                (roles[k] * 64 + number) << 16 | between,
                cue_word << 16 | (roles[k] * 16 + sided),
                (clauses[k] * 8 + roles[k]) << 16 | (shape * 16 + sided),
                here << 32 | cue_word,
                near_roles << 16 | (between * 64 + number),
                (guesses[k] * 64 + number) << 16 | (shape * 16 + cue_class),
                (guesses[k] * 3 + roles[k]) << 16 | (found * 16 + sided),
                cue_word << 16 | (guesses[k] * 3 + roles[k]),
                (guesses[k] * 27 + near_roles) << 16 | between,
                (near_guesses * 64 + number) << 16 | (shape * 16 + sided),
                (verbs[k] * 64 + number) << 16 | (sided * 16 + min(index, 9)),
                (opens * 64 + number) << 16 | (near_guesses * 3 + verbs[k]),
                (verbs[k] * 64 + left) << 16 | (number * 64 + sided),
            ]
        )
    return features


def _roles(places: Sequence[Place], rule: Found | None) -> list[int]:
    """What the rules take each place for."""
    if rule is None:
        return [NOTHING] * len(places)
    sources = {el.start for el in rule.source}
    roles = []
    for place in places:
        start = place.part.els[place.at].start
        role = SOURCE if start in sources else NOTHING
        if not role:
            for span in rule.content:
                if span.start <= start < span.end:
                    role = CONTENT
                    break
        roles.append(role)
    return roles
