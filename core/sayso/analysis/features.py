"""What the learned part of the analysis looks at: the elements near a cue, and their features as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.cue_parts import Found
from sayso.analysis.cues import CueFinder
from sayso.analysis.elements import MARK, QUOTE, WORD, Element
from sayso.analysis.flags import CANDIDATE
from sayso.analysis.language import CueVerb, LanguagePack
from sayso.analysis.templates import Templates
from sayso.analysis.word_classes import CLASS, NAMES

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
AUXILIARY = CLASS["auxiliary"]
#: What may stand between a subject and its verb.
BETWEEN_VERBS = frozenset({AUXILIARY, CLASS["adverb"], CLASS["time"]})
VERBS = frozenset(CLASS[name] for name in ("auxiliary", "speech", "belief", "attitude", "evidence", "quoting", "ed"))


class Part(NamedTuple):
    """A sentence as the fields see it.

    Attributes:
        words: The words of the elements, as templates mix first values.
        paragraph: The index of its paragraph.
        rules: What the rules found in it.
    """

    els: list[Element]
    classes: list[int]
    words: list[int]
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


#: What is joined of an element that may be a cue: its word and class, those beside it, and what the rules make of it.
OF_CUES = Templates(
    """here
here|shape
here|left
here|right
here|found
here|leads
word_left
word_right
word_right|beside
word_left|beside
number*64 left|right
number*64 leads|shape
number|found*16 shape
left_second*64 left|number
number*64 right|right_second
number*64 quoted|between
number|inside
here|quoted
leads*64 shape|found
word_second|number
here|between
number*16 place
stem
stem|shape*16 found
stem|number*64 right"""
)
#: What is joined of an element near a cue: where it stands, and what it shows itself, as the rules and a guess see it.
OF_ROLES = Templates(
    """number|where
here|sided
stem|sided*64 number
near_roles|found*16 shape
near_roles|where
sided*64 number|between
clause*64 number|sided
shape*16 cue_class|where
left*64 number|sided*64 right
between|shape*16 sided
role*64 number|between
stem|role*16 sided
clause*8 role|shape*16 sided
here|stem
near_roles|between*64 number
guess*64 number|shape*16 cue_class
guess*3 role|found*16 sided
stem|guess*3 role
guess*27 near_roles|between
near_guesses*64 number|shape*16 sided
passed*64 number|sided*16 place
opens*64 number|near_guesses*3 passed
passed*64 left|number*64 sided"""
)
CUE_HERE, CUE_LEFT, CUE_RIGHT, CUE_SECOND = map(OF_CUES.lanes, ("here", "word_left", "word_right", "word_second"))
CUE_CLASSES = [OF_CUES.table(len(NAMES), **{name: 1}) for name in ("number", "left", "right", "leads")]
CUE_FARTHER = [OF_CUES.table(len(NAMES), **{name: 1}) for name in ("left_second", "right_second")]
CUE_SHAPE, CUE_FOUND = OF_CUES.table(len(SHAPES), shape=1), OF_CUES.table(len(PATTERNS), found=1)
CUE_QUOTED, CUE_PLACE = OF_CUES.table(2, quoted=1), OF_CUES.table(10, place=1)
HERE = OF_ROLES.lanes("here")
SHAPE, FOUND = OF_ROLES.table(len(SHAPES), shape=1), OF_ROLES.table(len(PATTERNS), found=1)
#: By the label of the cue in the first field.
LABEL = OF_ROLES.table(16, cue_class=1)
NUMBER, LEFT, RIGHT, CLAUSE = (
    OF_ROLES.table(len(NAMES), **{name: 1}) for name in ("number", "left", "right", "clause")
)
#: What is joined with these is seen in them: the side in a place, what is at a place in what is near it.
WHERE = OF_ROLES.table(9 * 16, where=1, sided=16)
ROLE, GUESS = OF_ROLES.table(27, near_roles=1, role=9), OF_ROLES.table(27, near_guesses=1, guess=9)
BETWEEN, PASSED = OF_ROLES.table(36, between=1), OF_ROLES.table(3, passed=1)
OPENS, PLACE = OF_ROLES.table(2, opens=1), OF_ROLES.table(10, place=1)


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


def cue_features(part: Part, i: int, pack: LanguagePack) -> int:
    """What an element adds to the templates `OF_CUES`."""
    els, c, w = part.els, part.classes, part.words
    last = len(els) - 1

    def cls(k: int) -> int:
        return c[k] if 0 <= k <= last else 0

    def word(k: int) -> int:
        return w[k] if 0 <= k <= last else 0

    low = els[i].low
    verb = pack.verbs.get(low)
    rule = rule_at(part, i)
    before = i - 1
    while before >= 0 and c[before] in BETWEEN_VERBS:
        before -= 1
    at = els[i].start
    inside = sum(any(span.start <= at < span.end for span in one.content) for one in part.rules if one is not rule)
    sourced = any(el.start == at for one in part.rules for el in one.source)
    number, left, right, leads = CUE_CLASSES
    left_second, right_second = CUE_FARTHER
    return (
        number[c[i]]
        + left[cls(i - 1)]
        + right[cls(i + 1)]
        + leads[cls(before)]
        + left_second[cls(i - 2)]
        + right_second[cls(i + 2)]
        + w[i] * CUE_HERE
        + word(i - 1) * CUE_LEFT
        + word(i + 1) * CUE_RIGHT
        + word(i + 2) * CUE_SECOND
        + CUE_SHAPE[SHAPES[part.finder.shape(i, verb or PLAIN)]]
        + CUE_FOUND[PATTERNS[rule.pattern] if rule else 0]
        + CUE_QUOTED[CLASS_QUOTE in c]
        + CUE_PLACE[min(i, 9)]
        + OF_CUES.of(
            beside=pack.word_classes.word(low),
            stem=pack.word_classes.stem(low),
            between=sum(1 << min(3, c[k] % 4) for k in range(before + 1, i) if c[k] == AUXILIARY),
            inside=inside * 2 + sourced,
        )
    )


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
) -> list[int]:
    """What each place adds to the templates `OF_ROLES`, as source or content of one cue.

    Args:
        cue: The place of the cue.
        cue_class: Its label in the first field.
        accepted: The elements of the cue's sentence that are cues of other attributions.
    """
    part = places[cue].part
    own = places[cue].at
    rule = rule_at(part, own)
    verb = pack.verbs.get(part.els[own].low) or PLAIN
    near_roles = _with_neighbours(_roles(places, rule))
    (lo, hi), (first, end) = part.finder.guess(own, verb)
    base = cue - own
    guesses = [NOTHING] * len(places)
    for role, begin, stop in ((CONTENT, base + first, base + end), (SOURCE, base + lo, base + hi)):
        begin, stop = max(0, begin), min(len(places), stop)
        if begin < stop:
            guesses[begin:stop] = [role] * (stop - begin)
    near_guesses = _with_neighbours(guesses)
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
    cues = (
        OF_ROLES.of(stem=pack.word_classes.stem(part.els[own].low))
        + SHAPE[SHAPES[part.finder.shape(own, verb)]]
        + FOUND[PATTERNS[rule.pattern] if rule else 0]
        + LABEL[cue_class]
    )
    features = []
    for k, (part, index, near) in enumerate(places):
        c = part.classes
        side = 2 if k == cue else k > cue
        features.append(
            cues
            + part.words[index] * HERE
            + NUMBER[c[index]]
            + LEFT[c[index - 1] if index else 0]
            + RIGHT[c[index + 1] if index + 1 < len(c) else 0]
            + WHERE[(side * 3 + near + 1) * 16 + STEPS[min(abs(k - cue), len(STEPS) - 1)]]
            + ROLE[near_roles[k]]
            + GUESS[near_guesses[k]]
            + BETWEEN[betweens[k]]
            + CLAUSE[clauses[k]]
            + PASSED[verbs[k]]
            + OPENS[opening is not None and not near and opening[0] <= index < opening[1]]
            + PLACE[min(index, 9)]
        )
    return features


def _with_neighbours(roles: Sequence[int]) -> list[int]:
    """Each role with the one before it and the one behind it."""
    return [own * 9 + a * 3 + b for own, a, b in zip(roles, [0, *roles[:-1]], [*roles[1:], 0], strict=True)]


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
