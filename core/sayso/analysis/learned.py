"""The learned part of the analysis: which words are cues, and what their source and content are.

Two linear-chain fields (:mod:`sayso.analysis.crf`), after the two-stage design that was measured for sayso: the first
labels the elements of a sentence as cues of a class, the second is asked once for every cue and labels the elements
around it as source and content. What the rules found is among their features, so that they start from the rules and
learn where these go wrong. Closed patterns stay with the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.crf import unpack_fields
from sayso.analysis.cue_parts import ATTITUDE, HEDGE, KNOWING, Found
from sayso.analysis.cues import CueFinder
from sayso.analysis.elements import MARK, QUOTE, WORD, Element
from sayso.analysis.features import (
    CONTENT,
    CONTENT_BEGINS,
    OF_CUE,
    OF_CUES,
    OF_ROLES,
    SOURCE,
    SOURCE_BEGINS,
    Part,
    Place,
    candidates,
    cue_features,
    reaches,
    role_features,
    rule_at,
    window,
)
from sayso.analysis.language import CueVerb, LanguagePack
from sayso.analysis.narration import Sentences
from sayso.analysis.scorer import Scorer
from sayso.text.span import Span

#: A score that no label with it can win.
NEVER = -1_000_000
#: A label whose score lies so far below that of none, in natural logarithms, is not looked at.
UNLIKELY = -5
#: Cues of one sentence that are looked at: no sentence of edited news has as many, and what repeats a word without end
#: takes no longer than other text.
MOST = 12
#: How many elements from its cue a source or content may lie, for the same reason.
FARTHEST = 120
#: Words of a name before what explains it.
LONGEST_NAME = 5
#: The label of the first place of a role.
BEGINS = {SOURCE: SOURCE_BEGINS, CONTENT: CONTENT_BEGINS}
RELATIVE = frozenset({"who", "which", "that"})
#: Patterns that are closed: what they find stays as it is.
CLOSED = frozenset({"according", "hedge"})


class Model(NamedTuple):
    """Both fields, and the share from which an element counts as a cue."""

    cues: Scorer
    roles: Scorer
    threshold: float


def load(data: bytes) -> Model:
    """The model in a file that the training script wrote.

    Raises:
        SaysoError: If it is none, or of another version.
    """
    header, fields = unpack_fields(data)
    return Model(Scorer(fields[0], OF_CUES), Scorer(fields[1], OF_ROLES), float(header["threshold"]))


class LearnedFinder:
    """The attributions of the sentences of an item: by the rules, and by the fields where there is a model.

    Args:
        sentences: The elements of each sentence.
        paragraphs: The index of the paragraph of each.
    """

    def __init__(
        self,
        pack: LanguagePack,
        sentences: Sentences,
        paragraphs: Sequence[int],
        model: Model | None,
    ) -> None:
        self.pack = pack
        self.model = model
        self.with_features: bool = model is not None
        self._sentences = sentences
        self._paragraphs = paragraphs
        self._parts: dict[int, Part] = {}

    def part(self, index: int) -> Part:
        """A sentence as the fields see it."""
        part = self._parts.get(index)
        if part is None:
            els, paragraph = self._sentences[index], self._paragraphs[index]
            finder = CueFinder(els, self.pack)
            classes, words = self.pack.word_classes.of(els) if self.with_features else ([], [])
            part = self._parts[index] = Part(els, classes, words, paragraph, finder, finder.attributions())
            # Only the sentences next to one are looked at with it.
            self._parts.pop(index - 3, None)
        return part

    def neighbour(self, index: int, of: int) -> Part | None:
        """The sentence beside one, where its quotations may belong to that one."""
        if not 0 <= index < len(self._sentences) or self._paragraphs[index] != self._paragraphs[of]:
            return None
        return self.part(index) if reaches(self._sentences[index], behind=index > of) else None

    def found(self, index: int) -> list[Found]:
        """The attributions of a sentence, in the order of their cues."""
        part = self.part(index)
        if self.model is None:
            return part.rules
        cues = self._cues(part)
        kept = [one for one in part.rules if one.pattern in CLOSED]
        closed = [cue for one in kept for cue in one.cue]
        accepted = frozenset(cues)
        places: list[Place] | None = None
        for at, (label, share) in cues.items():
            start = part.els[at].start
            if any(cue.start <= start < cue.end for cue in closed) or part.finder.phrases.is_deed(at):
                continue
            if self._only_describes(part, at, label):
                continue
            if places is None:
                places = window(self.neighbour(index - 1, index), part, self.neighbour(index + 1, index))
            one = self._read(places, at, label, share, accepted - {at})
            if one is not None:
                kept.append(one)
        kept = [one for one in kept if not _is_of_another(one, kept)]
        if not any(one.quoted for one in kept):
            # "She put it this way: …": the colon speaks for a verb, and only where no verb does.
            kept += [one for one in part.rules if one.pattern == "colon"]
        return sorted(kept, key=lambda one: one.cue[0].start)

    def _cues(self, part: Part) -> dict[int, tuple[int, float]]:
        """The cues of a sentence: element to label and share."""
        assert self.model is not None  # noqa: S101 - asked for with a model only
        scorer, field = self.model.cues, self.model.cues.field
        places = candidates(part, self.pack)
        if not places:
            return {}
        scored = [(i, scorer.emission(cue_features(part, i, self.pack))) for i in places]
        # What is all but surely none is left out of the chain: the shares of the others hardly change.
        likely = [(i, emission) for i, emission in scored if max(emission[1:]) > UNLIKELY * field.scale]
        if not likely:
            return {}
        if len(likely) > MOST:
            surest = sorted(likely, key=lambda one: max(one[1][1:]), reverse=True)[:MOST]
            likely = sorted(surest, key=lambda one: one[0])
        found = {}
        for (i, _), shares in zip(likely, field.shares([one for _, one in likely]), strict=True):
            label = max(range(1, len(shares)), key=shares.__getitem__)
            if 1 - shares[0] >= self.model.threshold:
                found[i] = (label, 1 - shares[0])
        return found

    def _active_subject(self, part: Part, at: int) -> list[Element]:
        """The subject of a verb in the active voice, for a cue whose source the field does not see."""
        low = part.els[at].low
        verb = self.pack.verbs.get(low)
        if verb is None and low in self.pack.cue_words and low.endswith(self.pack.grammar.past):
            verb = CueVerb(low)  # "and vowed to appeal"
        if verb is None or (verb.strict and not part.els[at].low.endswith(("s", "ed"))):
            return []
        before = part.finder.phrases.before_verb(at)
        if any(el.low in self.pack.grammar.passive for el in part.els[before + 1 : at]) and not part.els[
            at
        ].low.endswith("ing"):
            return []
        (lo, hi), _ = part.finder.guess(at, verb)
        return part.els[lo:hi]

    def _name_before(self, places: list[Place], lo: int, hi: int) -> int:
        """Where the name begins that a source explains: *Ana Ruiz* of *Ana Ruiz, head of the union, said*."""
        els = [place.part.els[place.at] for place in places[: hi + 1]]
        closed = len(els) > hi and els[hi].text == ","
        if not closed or lo < 2 or els[lo - 1].text != "," or els[lo].capital:
            return lo
        first = lo - 1
        while first and els[first - 1].capital and places[first - 1].near == places[lo].near:
            first -= 1
        named = 1 < lo - 1 - first <= LONGEST_NAME
        return first if named and not (first and els[first - 1].low in self.pack.prepositions) else lo

    def _only_describes(self, part: Part, at: int, label: int) -> bool:
        """Whether a participle is of the noun behind it, as in *the proposed road*; a doubt is cast by one, too."""
        assert self.model is not None  # noqa: S101 - asked for with a model only
        els = part.els
        if not at or at + 1 == len(els) or els[at + 1].kind != WORD or field_label(self.model, label) == HEDGE:
            return False
        return els[at].low.endswith(self.pack.grammar.past) and els[at - 1].low in self.pack.grammar.articles

    def _in_one_clause(
        self, part: Part, source: list[Element], rule_source: list[Element], accepted: frozenset[int]
    ) -> list[Element]:
        """A source without what is another clause.

        It begins behind another cue (*his sister* of *Berg said his sister had told him*), unless that is in what
        explains a name, and it ends where a clause of what was said goes on (*…, says Ana Ruiz, and carries eleven*).
        """
        first = next((i for i, el in enumerate(part.els) if el.start == source[0].start), len(part.els))
        grammar = self.pack.grammar
        for k in range(len(source) - 2, 0, -1):
            if first + k in accepted and source[k].low in self.pack.verbs:
                if not any(el.low in grammar.relatives or el.text == "," for el in source[:k]):
                    return source[k + 1 :]
                break
        shorter = rule_source[0].start == source[0].start if rule_source else False
        for k in range(1, len(source) - 2):
            goes_on = source[k].text == "," and source[k + 1].low in grammar.goes_on
            if goes_on and (part.finder.phrases.is_finite(first + k + 2) or (shorter and len(rule_source) == k)):
                return source[:k]
        return source

    def _is_said_of(self, part: Part, at: int, source: list[Element]) -> bool:
        """Whether a source is what a passive verb is about, as in *the man is feared dead*: he does not fear."""
        el, grammar = part.els[at], self.pack.grammar
        # "She is worried that" is no passive, and who is quoted has spoken.
        if el.low not in self.pack.verbs or el.low in grammar.quoted:
            return False
        if el.low.endswith(grammar.participles) or source[-1].start > el.start:
            return False
        before = part.finder.phrases.before_verb(at)
        return part.finder.is_contracted(at) or any(one.low in grammar.passive for one in part.els[before + 1 : at])

    def _read(self, places: list[Place], at: int, label: int, share: float, accepted: frozenset[int]) -> Found | None:
        assert self.model is not None  # noqa: S101 - asked for with a model only
        scorer = self.model.roles
        cue = next(k for k, place in enumerate(places) if place.near == 0 and place.at == at)
        places, cue = places[max(0, cue - FARTHEST) : cue + FARTHEST + 1], min(cue, FARTHEST)
        emissions = [scorer.emission(shown) for shown in role_features(places, cue, label, accepted, self.pack)]
        for k, place in enumerate(places):
            if k == cue:
                emissions[k] = [NEVER, NEVER, NEVER, 0, NEVER, NEVER]
            elif place.near and place.part.els[place.at].kind == WORD:
                emissions[k] = [0, NEVER, NEVER, NEVER, NEVER, NEVER]
            elif place.near:
                emissions[k][SOURCE] = emissions[k][OF_CUE] = emissions[k][SOURCE_BEGINS] = NEVER
        labels = scorer.best(emissions)
        part = places[cue].part
        rule = rule_at(part, at)
        told = trimmed(places, labels, CONTENT)
        if told and told[0][0] > cue and places[told[0][0] - 1].near == 0:
            before = told[0][0] - 1
            told[0] = (before if part.finder.is_subject(places[before].at) else told[0][0], told[0][1])
        content = spans(places, told)
        if not content:
            return None
        runs = trimmed(places, labels, SOURCE)
        source: list[Element] = []
        if runs:
            lo, hi = min(runs, key=lambda run: min(abs(run[0] - cue), abs(run[1] - 1 - cue)))
            lo = self._name_before(places, lo, hi)
            source = without_relative([places[k].part.els[places[k].at] for k in range(lo, hi)])
        elif rule is not None and rule.source:
            source = rule.source
        else:
            source = self._active_subject(part, at)
        el, grammar = part.els[at], self.pack.grammar
        if source and part.els[0].start <= source[0].start:
            source = self._in_one_clause(part, source, rule.source if rule else [], accepted)
        if source and rule is None and self._is_said_of(part, at, source):
            return None
        if len(source) == 1 and el.low in grammar.impersonal and source[0].low in self.pack.plural_pronouns:
            return None
        verb = self.pack.verbs.get(el.low)
        kind_of_cue = cue_class(field_label(self.model, label), verb)
        if len(source) == 1 and source[0].low in self.pack.grammar.articles:
            # "The claim that …" is nobody's, and "the alleged theft" says nothing of the thing.
            if kind_of_cue == HEDGE:
                return None
            source = []
        if kind_of_cue == HEDGE and source and source[-1].start < el.start and el.low.endswith(grammar.past):
            source = []  # "One person is reported dead": it is said of them
        quoted = narrated = False
        for k in range(len(places)):
            if labels[k] in (CONTENT, CONTENT_BEGINS):
                kind = places[k].part.els[places[k].at].kind
                quoted = quoted or kind == QUOTE
                narrated = narrated or kind not in (QUOTE, MARK)
        return Found(
            pattern="learned",
            lemma=rule.lemma if rule else verb.lemma if verb else el.low,
            cue_class=kind_of_cue,
            cue=spans(places, trimmed(places, labels, OF_CUE)),
            source=source,
            content=content,
            governs=part.finder.governs(source[0].start) if source else True,
            confidence=round(share, 4),
            addressee=rule.addressee if rule else None,
            quoted=quoted,
            mixed=quoted and narrated,
            passed_by=next((one.passed_by for one in part.rules if one.passed_by and _has(one, el)), None),
        )


def _is_of_another(one: Found, found: Sequence[Found]) -> bool:
    """Whether a cue without a source has words in its content that somebody else is quoted with.

    *"The front," Berg added, referring to the guild, "will go on"*: both pieces are his.
    """
    if one.source or not one.quoted:
        return False
    quoting = [other for other in found if other.source and other.quoted]
    return any(mine.overlaps(other) for mine in one.content for each in quoting for other in each.content)


def _has(one: Found, el: Element) -> bool:
    """Whether an element stands in a cue."""
    return any(cue.start <= el.start < cue.end for cue in one.cue)


def without_relative(source: list[Element]) -> list[Element]:
    """*a minister, who* without the relative pronoun."""
    while len(source) > 1 and (source[-1].low in RELATIVE or source[-1].kind == MARK):
        source = source[:-1]
    return source


def field_label(model: Model, label: int) -> str:
    """The name of a label of the first field."""
    return model.cues.field.labels[label]


def cue_class(label: str, verb: CueVerb | None) -> str:
    """The class of the record for a label: of beliefs, the lists tell knowing from mere attitude."""
    if label == "belief":
        return KNOWING if verb is not None and verb.kind == "belief" else ATTITUDE
    return label


def trimmed(places: Sequence[Place], labels: Sequence[int], wanted: int) -> list[tuple[int, int]]:
    """The runs of a role, without marks at their ends."""
    runs: list[tuple[int, int]] = []
    begins = BEGINS.get(wanted)
    start: int | None = None
    for k in range(len(places) + 1):
        label = labels[k] if k < len(places) else None
        if start is None and label in (wanted, begins):
            start = k
        elif start is not None and label != wanted:
            lo, hi = start, k
            start = k if label == begins else None
            while lo < hi and _is_mark(places[lo]):
                lo += 1
            while hi > lo and _is_mark(places[hi - 1]):
                hi -= 1
            if lo < hi:
                runs.append((lo, hi))
    return runs


def _is_mark(place: Place) -> bool:
    el = place.part.els[place.at]
    return el.kind == MARK and el.text not in "()[]%$€£"


def spans(places: Sequence[Place], runs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The places of runs in the text; a run that goes over a sentence's end is parted there."""
    found: list[Span] = []
    for lo, hi in runs:
        first = lo
        for k in range(lo + 1, hi + 1):
            if k == hi or places[k].near != places[first].near:
                els = [places[j].part.els[places[j].at] for j in range(first, k)]
                found.append(Span(els[0].start, els[-1].end))
                first = k
    return tuple(found)
