"""Whether a group without a name really speaks, and whether somebody of it is named."""

from __future__ import annotations

from sayso import Attribution, Item, Source

#: Words before the house that somebody belongs to.
HOUSE = frozenset({"at", "of", "from", "with", "for", "in", "within"})
#: Heads that count, and say nothing of what is counted.
COUNTS = frozenset({"many", "some", "several", "others"})
#: Words that stand for persons: behind *of*, or counted.
THEM = frozenset({"them", "those", "these", "people", "individuals", "folks", "persons"})
#: How many words a name may stand from what its bearer is: *Jo Berg, a senior analyst*.
NEAR = 5
#: How many sentences of a long paragraph are looked at on each side.
FAR = 30


def means_people(item: Item, attribution: Attribution, source: Source) -> bool:
    """Whether *many* or *some* counts people: alone, of *them*, or before a noun for persons, the author not among.

    Bodies say something as people do, and what they think or expect is their plan.
    """
    pack = item.pack
    words = source.span.of(item.text).lower().split()
    if any(word in pack.own_voice or word == "us" for word in words):
        return False
    last = words[-1].strip(",.")
    if source.head not in COUNTS or last in COUNTS or last in THEM:
        return True
    if pack.kind_of(last) in ("unnamed_collective", "unnamed_person"):
        return True
    one = last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")
    verb = pack.verbs.get(attribution.cue[0].of(item.text).lower())
    return one in pack.organisations and (verb is None or verb.kind == "speech")


def is_said(item: Item, attribution: Attribution, source: Source) -> bool:
    """Whether the verb tells a statement or a belief, and no rule written, trouble found or thing in mind."""
    cue = attribution.cue[0]
    # "Rules written by analysts" are theirs, and no statement.
    if attribution.cue_lemma == "write" and cue < source.span:
        return False
    verb = item.pack.verbs.get(cue.of(item.text).lower())
    if verb is None or verb.kind != "evidence":
        return True
    if attribution.content and attribution.content[-1].end <= cue.start:
        return True
    # Documents show; people "find it hard", and "find that" something is so.
    behind = item.text[attribution.cue[-1].end : item.analysis.sentence_at(cue.start).span.end].split(None, 1)
    return bool(behind) and behind[0].lower() in item.pack.grammar.content_openers


def is_bare(item: Item, source: Source) -> bool:
    """Whether the phrase names no house: no name, and no body behind *at*, *of* or *from*."""
    words = source.span.of(item.text).split()
    first = words[0].replace(".", "")
    if (
        any(word[0].isupper() for word in words[1:])
        or (len(first) > 1 and first.isupper())
        or words[0].endswith(("’s", "'s"))
    ):
        return False
    behind = next((i for i, word in enumerate(words) if word in HOUSE), len(words))
    return not any(word.strip(",.").lower() in item.pack.organisations for word in words[behind:])


def is_known(item: Item, source: Source, told: set[str]) -> bool:
    """Whether the item says that they are not named, or means a group of which it has told: *the officials*.

    Args:
        told: The heads of the groups that have spoken before.
    """
    sentence = item.analysis.sentence_at(source.span.start)
    if item.pack.anonymity.search(item.text, sentence.span.start, sentence.span.end):
        return True
    first = source.span.of(item.text).split()[0].lower()
    return first in item.pack.grammar.definite and source.head in told


def member_named(item: Item, attribution: Attribution, source: Source) -> bool:
    """Whether somebody named speaks in the paragraph, or is said to be one of the group there or at the next start."""
    analysis = item.analysis
    sentence = analysis.sentence_at(attribution.cue[0].start)
    around = analysis.sentences[max(0, sentence.index - FAR) : sentence.index + FAR]
    near = [one for one in around if one.paragraph == sentence.paragraph]
    for one in near:
        speakers = map(analysis.source_of, analysis.attributions_in(one))
        if any(who is not None and who.kind == "person" and who.named for who in speakers):
            return True
    following = next((one for one in around if one.paragraph > sentence.paragraph), None)
    return any(_introduces(item, one.index, source) for one in (*near, following) if one is not None)


def _introduces(item: Item, index: int, source: Source) -> bool:
    """Whether a sentence gives a name to one of the group: *analyst Jo Berg*, *Jo Berg, an analyst*."""
    one_of_them = source.head.removesuffix("s")
    els = item.analysis.elements[index]
    for i, el in enumerate(els):
        if el.low == one_of_them and source.head not in COUNTS:
            around = els[max(0, i - NEAR) : i + NEAR + 1]
            if any(a.capital and a.low not in item.pack.function_like and a.low != one_of_them for a in around):
                return True
    return False
