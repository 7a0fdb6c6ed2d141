"""Who is blamed by name for what no list has and the model of statements takes for a wrong.

Origin of the words: written for sayso.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso import Item, Span
from sayso_plugins.rules.sourcing._accused import BE, NOT, PLAY, at_a_place, behind_name, name_size, recurs, subject_of
from sayso_plugins.rules.sourcing._charges import known_body

if TYPE_CHECKING:
    from sayso import Attribution, Element, Sentence

#: To accuse, in the verb; and papers and people whose work is to blame.
ACCUSING = frozenset({"accuse", "allege", "blame", "testify", "complain"})
BLAMERS = frozenset(
    """lawsuit suit complaint writ affidavit audit auditor auditors inspectorate inspectors watchdog ombudsman inquiry
    petition whistleblower inquest tribunal regulator indictment""".split()
)
#: They speak of the dead.
HISTORIANS = frozenset("historian historians archaeologist archaeologists biographer chronicler book".split())
#: What *he* in it means is nobody who speaks.
PAPERS = frozenset({"document", "organization", "media"})
#: Kinds of statements that blame somebody.
KINDS = frozenset({"crime", "blame"})
#: From this share on what somebody says of somebody by name may be a wrong, whatever kind it is of.
LIKELY = 0.6
#: What is only meant, feared or offered is no deed.
UNDONE = frozenset("would will could may might should must shall if whether when who".split())
#: Words of games, courts and long ago; and wrongs that were suffered, or help that was given.
UNMEANT = PLAY | frozenset(
    """won win beat beaten scored strokes died dies born convicted sentenced jailed court saved rescued helped novel
    film play king queen century arrested detained charged battle troops war""".split()
)
AHEAD = 3
#: Within how many words a form of *to be* tells what was suffered, where only the model speaks.
LONG = 8
#: What an outlet does with what it tells.
GATHERS = frozenset("gathered learned learnt understands reports reported says said".split())


class Blamed(NamedTuple):
    """Who is blamed.

    Attributes:
        who: The name or the body.
        sure: Whether more than the model says so.
    """

    who: Span
    sure: bool


def blamed(item: Item, attribution: Attribution) -> Blamed | None:
    """The name or the known body of which a source says a wrong; sure where it accuses, by the verb or by its work."""
    content = attribution.content
    sentence = item.analysis.sentence_at((attribution.cue or attribution.content)[0].start)
    source = item.analysis.source_of(attribution)
    if not sentence.is_read or source is None or source.head in HISTORIANS:
        return None
    if attribution.cue and attribution.cue[-1].end <= content[0].start < sentence.span.end:
        content = (Span(content[0].start, max(content[0].end, sentence.span.end)),)
    # "The dealer, they wrote, had …": what is said goes on behind who says it.
    elements = [
        el for el in item.analysis.narration(sentence) if any(part.start <= el.start < part.end for part in content)
    ]
    found = _accused(item, sentence, elements) or _agent(item, elements)
    if found is None and source.kind in PAPERS:
        found = _meant(item, sentence, elements)
    if found is None or not _is_wrong(item, found.clause):
        return None
    return Blamed(found.who, attribution.cue_lemma in ACCUSING or source.head in BLAMERS)


def blamed_flatly(item: Item, sentence: Sentence) -> Blamed | None:
    """The name or the known body of which the narration itself tells a wrong."""
    judged = item.analysis.statement(sentence)
    if judged is None or KINDS.isdisjoint(judged.names):
        return None
    elements = item.analysis.narration(sentence)
    found = _accused(item, sentence, elements) or _agent(item, elements)
    return Blamed(found.who, sure=False) if found is not None else None


class _Accused(NamedTuple):
    """Who opens a clause that may tell a deed of theirs, and the clause without what explains them."""

    who: Span
    clause: Sequence[Element]


def _accused(item: Item, sentence: Sentence, elements: Sequence[Element]) -> _Accused | None:
    label = next((i for i, el in enumerate(elements[:3]) if el.text == ":"), None)
    if label is not None:
        elements = elements[label + 1 :]
    first, size = subject_of(item, list(elements))
    if not size:
        first, size = 0, known_body(item, elements) or _of_a_house(item, elements)
    elif (
        size == 1
        and elements[first].start == sentence.span.start
        and not recurs(item, elements[first].text, elements[first].start)
    ):
        return None
    behind = behind_name(elements, first, first + size) if size else ()
    if not behind:
        return None
    lows = [el.low for el in behind]
    if lows[0] == "to" or not UNDONE.isdisjoint(lows[:AHEAD]) or not NOT.isdisjoint(lows[: AHEAD * 2]):
        return None
    if not UNMEANT.isdisjoint(lows):
        return None
    active = _active(lows)
    if active is None:
        return None
    behind, lows = behind[active:], lows[active:]
    if lows[0] in GATHERS or lows[:2] in (["had", "a"], ["had", "an"]):
        return None
    who = Span(elements[first].start, elements[first + size - 1].end)
    return _Accused(who, [*elements[first : first + size], *behind])


def _active(lows: Sequence[str]) -> int | None:
    """Where it is told what somebody did: at the beginning, or behind what was done to him; None where nowhere.

    *Had been billing* is a deed, *had been shown the log and had shredded it* has one behind *and*.
    """
    at = next((i for i, low in enumerate(lows[:LONG]) if low in BE), None)
    if at is None:
        return 0
    verb = next((low for low in lows[at + 1 :] if low not in BE and not low.endswith("ly")), "")
    if verb.endswith("ing"):
        return 0
    for i in range(at, len(lows) - 2):
        if lows[i] == "and" and lows[i + 1] in ("had", "has", "have") and lows[i + 2] not in BE:
            return i + 1
    return None


def _meant(item: Item, sentence: Sentence, elements: Sequence[Element]) -> _Accused | None:
    """Whom *he* or *she* means in what a paper says: the only one named in full in the sentence before."""
    lows = [el.low for el in elements]
    if not lows or lows[0] not in item.pack.singular_pronouns or lows[0] in item.pack.own_voice or not sentence.index:
        return None
    before = item.analysis.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph:
        return None
    named = item.analysis.narration(before)
    starts = [i for i, el in enumerate(named) if el.capital and (not i or not named[i - 1].capital)]
    sizes = [(i, name_size(item, [el.text for el in named[i:]])) for i in starts]
    full = [(i, size) for i, size in sizes if size > 1 and item.pack.kind_of(named[i + size - 1].low) is None]
    active = _active(lows[1:])
    if len(full) != 1 or active is None or not UNDONE.isdisjoint(lows[:AHEAD]) or not NOT.isdisjoint(lows[: AHEAD * 2]):
        return None
    if not UNMEANT.isdisjoint(lows):
        return None
    first, size = full[0]
    return _Accused(Span(named[first].start, named[first + size - 1].end), elements)


def _agent(item: Item, elements: Sequence[Element]) -> _Accused | None:
    """Whom a passive names for the one who did it: *The boys were hired by Chief Ana Ruiz*."""
    lows = [el.low for el in elements]
    by = lows.index("by") if "by" in lows else 0
    if BE.isdisjoint(lows[:by]) or not UNDONE.isdisjoint(lows[:by]) or not NOT.isdisjoint(lows[:by]):
        return None
    if not UNMEANT.isdisjoint(lows):
        return None
    behind = elements[by + 1 :]
    first, size = subject_of(item, list(behind))
    if not size:
        first, size = 0, known_body(item, behind)
    if not size:
        return None
    return _Accused(Span(behind[first].start, behind[first + size - 1].end), elements)


def _of_a_house(item: Item, elements: Sequence[Element]) -> int:
    """How many words at the beginning are people of a house with a name: *guards at Idra Beach*."""
    who = at_a_place(item, list(elements))
    return sum(el.start < who.end for el in elements) if who is not None else 0


def _is_wrong(item: Item, elements: Sequence[Element]) -> bool:
    """Whether the model takes a clause for a crime or for blame, or for something contestable that it cannot name."""
    model = item.pack.statements
    if model is None:
        return False
    if model.share(elements, "contestable", item.pack) < LIKELY:
        return False
    judged = model.judge(elements, item.pack)
    return judged is None or not KINDS.isdisjoint(judged.names)
