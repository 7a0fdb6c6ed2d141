"""Whose voice a quotation may be: several at once, or nobody's; and whether one speaker is near."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso import Item, Quotation, Sentence
from sayso_plugins.rules.attribution._groups import CALLINGS, NEIGHBOURS
from sayso_plugins.rules.quotation._beside import GOES_ON, is_named_first, is_of_others, leads_in
from sayso_plugins.rules.quotation._passed_on import is_about, is_called, is_formal, is_told

if TYPE_CHECKING:
    from sayso import Attribution, Element, Source

#: What makes a subject several at once, before a noun in the plural; and nouns that do so themselves.
NUMBERS = frozenset({"two", "both", "three", "four"})
SIDES = frozenset({"sides", "parties"})
TIMES = frozenset("hours days weeks months years decades minutes times".split())
#: Participles by which a thing is judged *as* something.
JUDGED = frozenset(
    """described hailed branded dismissed praised criticised criticized denounced condemned derided decried welcomed
    characterised characterized seen regarded viewed touted portrayed slammed lauded lambasted mocked ridiculed
    celebrated remembered billed""".split()
)
BE = frozenset("is are was were been be being".split())
#: Verbs of several.
PLURAL = frozenset({"are", "were", "have", "had"})
OF_THEM = frozenset({"of", "between", "with", "for"})
#: Those who are somebody's: *the mayor’s rivals*.
SOMEBODYS = frozenset(
    """rivals allies opponents critics supporters backers aides advisers advisors colleagues friends neighbours
    neighbors relatives enemies foes followers fans admirers detractors defenders lawyers""".split()
)
#: People of no name by their number, place or doing.
PEOPLE = (
    NEIGHBOURS
    | CALLINGS
    | frozenset(
        """bystanders onlookers spectators survivors customers visitors holidaymakers diners players members people
    witnesses delegates guests crew fans supporters viewers readers listeners users campers walkers cyclists
    tourists worshippers pilgrims unions""".split()
    )
)
#: Verbs by which they tell what they saw or promise something, which the analysis does not read as speech.
TOLD = frozenset(
    """recalled recall recalling remembered remember described describe recounted promised promise pledged pledge vowed
    vow hailed welcomed compared likened called termed praised complained complain spoke speak""".split()
)
#: What is about, where nobody is said to say it: *there was talk of*.
ABOUT = frozenset(
    """talk calls complaints whispers mutterings murmurs grumbling fears hopes rumours rumors claims accusations
    warnings promises speculation demands chatter gossip suggestions allegations protests predictions""".split()
)
#: What is in the air, as the subject of a quotation, and what may stand before it.
MOODS = frozenset(
    """mood feeling verdict talk word cry consensus refrain sentiment thinking joke whisper gossip murmur reaction
    mantra attitude buzz chatter grumble complaint fear hope atmosphere""".split()
)
MOOD_OF = frozenset("the a general common prevailing overwhelming only main constant local popular".split())
#: Who says nothing that a reporter hears: a quotation before its words is none of its own.
VOICELESS = frozenset({"organization", "document", "media", "unnamed_collective"})
#: What names who speaks, wherever it stands in the sentence.
AGENTS = frozenset({"by", "according", "per"})
POSSESSIVES = frozenset({"his", "her", "its", "whose", "their"})
#: Words in which a text speaks of itself and to its readers.
CHATTY = frozenset("i we us our ours my me you your yours let’s".split())
#: How many of them, in a thousand words of its own, a report has at most.
CHAT = 5
#: How many words a phrase for a group has that says no more than that it is one.
GROUP = 8
#: Kinds of nouns for one that can speak, by itself or by what it is written in.
KINDS = frozenset({"unnamed_person", "organization", "document"})
#: How many words a name has, at most.
NAME = 4
BREAKS = frozenset({",", ";", ":", "–", "—", "("})


def is_chatty(item: Item) -> bool:
    """Whether a text talks to its readers, as posts do: there marks are for samples, thoughts and terms."""
    own = said = 0
    for sentence in item.analysis.sentences:
        words = [el for el in item.analysis.narration(sentence) if el.kind == "word"]
        own += len(words)
        said += sum(el.low in CHATTY and el.text != "US" for el in words)
    return said > 1 and said * 1000 > CHAT * own


def speaks_to_readers(item: Item, sentence: Sentence) -> bool:
    """Whether the author or the reader is in the narration of a sentence: *when people ask us*."""
    return any(el.low in CHATTY and el.text != "US" for el in item.analysis.narration(sentence))


def is_many(item: Item, owner: Attribution, source: Source) -> bool:
    """Whether several speak at once, or nobody in particular: a quotation is one voice."""
    if owner.cue_class != "reporting":
        return False
    words = source.span.of(item.text).split()
    lows = [word.lower() for word in words]
    if source.kind == "pronoun":
        if lows != ["they"]:
            return False
        speaker = item.analysis.speaker_kind(owner.speaker)
        return speaker == "unnamed_collective" or (speaker is None and not _one_before(item, source))
    if lows[-1] in SOMEBODYS and any(low.endswith(("’s", "'s", "s’")) for low in lows[:-1]):
        return True
    if source.kind == "unnamed_collective":
        # "Ministers of the three ports, meeting in Larkmoor": where they are tells nothing of who they are.
        parted = next(
            (i for i, low in enumerate(lows) if i and lows[i - 1].endswith(",") and low.endswith("ing")), None
        )
        words = words[:parted]
        # "Desrosiers" ends as "farmers" does, and is "a fisheries ecologist".
        known = source.head in item.pack.collectives or source.head in PEOPLE
        named = not known and words[-1][0].isupper()
        one = words[0].endswith(",") and lows[1] in ("a", "an")
        if _is_bidden(item, owner, source):
            return False
        return len(words) < GROUP and not named and not one and not _of_document(item, source)
    if not source.plural or "statement" in lows:
        return False
    if (NUMBERS | SIDES) & set(lows) or (source.kind == "person" and _joins_names(item, words)):
        return True
    return lows[0] == "the" and ("and", "the") in pairwise(lows)


def _is_bidden(item: Item, owner: Attribution, source: Source) -> bool:
    """Whether the cue is what they are to say: *residents are asked to dial and say*."""
    between = item.text[source.span.end : owner.cue[0].start].lower().split() if owner.cue else []
    return "to" in between and not BE.isdisjoint(between)


def _one_before(item: Item, source: Source) -> bool:
    here = item.analysis.sentence_at(source.span.start)
    return any(one.index < here.index and names_one(item, one) for one in neighbours(item, here))


def _of_document(item: Item, source: Source) -> bool:
    """Whether they are those of a document, which speaks: *the authors of the report*."""
    behind = item.text[source.span.end : source.span.end + 60].lower().split()[:4]
    return source.head == "authors" or (behind[:1] == ["of"] and bool(set(behind) & item.pack.documents))


def _joins_names(item: Item, words: list[str]) -> bool:
    """Whether *and* joins two names, and not two offices of one person."""
    return any(
        word == "and" and before[0].isupper() and before.lower() not in item.pack.roles and behind[0].isupper()
        for before, word, behind in zip(words, words[1:], words[2:], strict=False)
    )


def told_by_others(item: Item, owner: Attribution, quotation: Quotation) -> bool:
    """Whether another verb of speech stands between a quotation behind its cue and that: *a message saying*.

    What somebody *went on to promise* is still his.
    """
    if not owner.cue:
        return False
    verbs, infinitive = item.pack.verbs, item.pack.grammar.infinitive_signs
    els = item.analysis.narration(item.analysis.sentence_at(quotation.span.start))
    return any(
        owner.cue[-1].end <= el.start < quotation.span.start
        and el.low in verbs
        and verbs[el.low].kind == "speech"
        and before.low not in infinitive
        for before, el in pairwise(els)
    )


def is_joint(item: Item, quotation: Quotation, sentence: Sentence) -> bool:
    """Whether the clause with the quotation begins with *the two sides*, *both leaders* and the like."""
    elements = item.analysis.narration(sentence)
    clause = [el.low for el in elements[_clause(item, quotation, sentence)] if el.kind == "word"]
    if not item.pack.singular_pronouns.isdisjoint(clause) or not CHATTY.isdisjoint(clause):
        return False
    if any(el.low == "according" for el in elements):
        return False
    if _is_group(item, clause) and not any(one.source for one in item.analysis.attributions_in(sentence)):
        return True
    for i, low in enumerate(clause[:3]):
        if low in SIDES:
            return True
        if low in NUMBERS:
            noun = next((one for one in clause[i + 1 : i + 3] if one.endswith("s")), "")
            return bool(noun) and noun not in TIMES
    return False


def _is_group(item: Item, clause: list[str]) -> bool:
    """Whether people without a name begin a clause, and tell of something in it: *passengers recalled a jolt*."""
    at = next((i for i, low in enumerate(clause[:3]) if low in PEOPLE or low in item.pack.collectives), None)
    if at is None or (at and clause[0] in POSSESSIVES | item.pack.grammar.definite):
        return False
    return not TOLD.isdisjoint(clause[at + 1 :])


def _clause(item: Item, quotation: Quotation, sentence: Sentence) -> slice:
    """Where the clause that leads to a quotation stands in the narration of its sentence."""
    elements = item.analysis.narration(sentence)
    at = next((i for i, el in enumerate(elements) if el.start >= quotation.span.start), len(elements))
    start = at
    while start > 0 and elements[start - 1].text not in BREAKS:
        start -= 1
    return slice(start, at)


def _begins(item: Item, quotation: Quotation) -> str:
    at = quotation.inner[0]
    return item.text[at : at + 1]


def is_nobodys(item: Item, quotation: Quotation, sentence: Sentence, *, chatty: bool) -> bool:
    """Whether nobody is said to have said a quotation without a source of its own, nor anybody near to speak.

    It stands alone between sentences that name nobody; or it begins within a clause that nobody is the subject of; or
    what it says is said to be said.
    """
    analysis = item.analysis
    elements = analysis.narration(sentence)
    if not any(el.kind == "word" for el in elements):
        return not chatty and _stands_alone(item, quotation, sentence)
    clause = _clause(item, quotation, sentence)
    lows = [el.low for el in elements[clause]]
    behind = [el.low for el in elements if el.start >= quotation.span.end]
    if not lows or AGENTS & {*lows, *behind} or not _begins(item, quotation).islower():
        return False
    if is_formal(lows) or any(map(item.pack.kind_of, behind)):
        return False
    if _is_mood(item, lows) or _is_passed_on(item, quotation, sentence, lows):
        return True
    near = [one for one in neighbours(item, sentence) if not is_of_others(item, sentence, one)]
    judged = is_judged(lows) or _is_foretold(item, lows) or _is_about(lows)
    if any(one_speaks(item, one) for one in near if not judged or one.paragraph == sentence.paragraph):
        return False
    if judged and not any(one.source for one in analysis.attributions_in(sentence)):
        return True
    if one_speaks(item, sentence) or analysis.may_be_sourced(sentence, quotation.span):
        return False
    if any(one.cue_class == "hedge" for one in analysis.attributions_in(sentence)):
        return True
    if any(leads_in(item, sentence, one) for one in near):
        return False
    of_document = any(item.pack.kind_of(el.low) == "document" for el in elements)
    return not (chatty or of_document or _has_one(item, sentence, clause) or _is_term(item, lows[-1], behind))


def _is_passed_on(item: Item, quotation: Quotation, sentence: Sentence, lows: list[str]) -> bool:
    """Whether somebody was told the words, or something is called that, and no speaker is there.

    A speaker in the sentence before counts only where a pronoun goes on with it: *they were told to*.
    """
    analysis = item.analysis
    told = is_told(lows)
    if not (told or is_called(lows, item.text[slice(*quotation.inner)]) or is_about(lows)):
        return False
    if told and any(item.pack.kind_of(el.low) == "document" for el in analysis.narration(sentence)):
        return False
    before = [one for one in neighbours(item, sentence) if one.index < sentence.index]
    if GOES_ON & set(lows[:2]) and any(one_speaks(item, one) and one.paragraph == sentence.paragraph for one in before):
        return False
    return not (one_speaks(item, sentence) or analysis.may_be_sourced(sentence, quotation.span))


def is_judged(lows: list[str]) -> bool:
    """Whether words before a quotation make it a judgement in the passive: *was described as*."""
    return lows[-1:] == ["as"] and bool(JUDGED & set(lows[-3:])) and bool(BE & set(lows[-6:]))


def _is_about(lows: list[str]) -> bool:
    """Whether words before a quotation say that it is in the air: *there was talk of*."""
    return any(
        a == "there"
        and b in BE
        and not ABOUT.isdisjoint(lows[i + 2 : i + 6])
        and lows[-1] in ("of", "about", "that", "for")
        for i, (a, b) in enumerate(pairwise(lows))
    )


def _is_mood(item: Item, lows: list[str]) -> bool:
    """Whether words before a quotation say that it is what was felt or said at a place: *the mood was*."""
    if len(lows) < 2 or lows[-1] not in BE:
        return False
    at = next((i for i in range(len(lows) - 2, max(-1, len(lows) - 8), -1) if lows[i] in MOODS), None)
    if at is None or not at or lows[at - 1] not in MOOD_OF:
        return False
    # "The mood of the mayor was": somebody's.
    return not any(low in item.pack.roles or low in POSSESSIVES for low in lows[at:])


def _is_term(item: Item, before: str, behind: list[str]) -> bool:
    """Whether a quotation stands for a noun, or for what tells of which kind one is: *“pay later” loans*."""
    if before in item.pack.determiners:
        return True
    return bool(behind) and behind[0][0].isalnum() and behind[0] not in item.pack.function_like


def _is_foretold(item: Item, lows: list[str]) -> bool:
    """Whether words before a quotation say that it is said, and not by whom: *it is predicted that*."""
    runs = zip(lows, lows[1:], lows[2:], lows[3:], strict=False)
    return any(a == "it" and b in BE and c in item.pack.verbs and d == "that" for a, b, c, d in runs)


def _stands_alone(item: Item, quotation: Quotation, sentence: Sentence) -> bool:
    near = list(neighbours(item, sentence))
    before = [one for one in near if one.index < sentence.index]
    if not before or any(one_speaks(item, one) and not (one not in before and _writes(item, one)) for one in near):
        return False
    ends = before[0].span.of(item.text)[-1:]
    return ends in ".!?" and _begins(item, quotation).isupper() and not names_one(item, before[0])


def _writes(item: Item, sentence: Sentence) -> bool:
    """Whether a house says something in a statement or a notice: it did not say what is quoted before."""
    elements = item.analysis.narration(sentence)
    sources = [item.analysis.source_of(one) for one in item.analysis.attributions_in(sentence)]
    written = any(el.low in ("statement", "notice", "report", "release", "letter") for el in elements)
    return written and bool(sources) and all(one is not None and one.kind in VOICELESS for one in sources)


def _has_one(item: Item, sentence: Sentence, clause: slice) -> bool:
    """Whether the clause before a quotation has somebody for its subject, or anybody whose words they may be."""
    pack = item.pack
    elements = item.analysis.narration(sentence)
    words = [el for el in elements[clause] if el.kind == "word"]
    opening = next((i for i, el in enumerate(elements) if el.text in BREAKS), 0)
    if opening <= NAME and clause.start > opening:
        # "Ana Ruiz, the mayor, gave out a pledge of …"
        words = [el for el in elements[:opening] if el.kind == "word"] + words
    named = bool(words) and words[0].capital and words[0].low not in pack.function_like
    if named and not pack.is_common(words[0].low) and not _is_plural(item, words):
        return True
    return any(
        (el.low in pack.singular_pronouns and el.low != "it")
        or el.low in pack.titles
        or el.low in POSSESSIVES
        or el.low in CHATTY
        or pack.kind_of(el.low) in KINDS
        for el in words
    )


def _is_plural(item: Item, words: Sequence[Element]) -> bool:
    """Whether the capital of a first word is the sentence's: *Relations are*, which is written small or not again."""
    low = words[0].low
    if not low.endswith("s") or len(words) < 2 or words[1].capital or words[1].low not in PLURAL | OF_THEM:
        return False
    tokens = item.analysis.tokens
    again = (i for i, one in enumerate(tokens.lows) if one == low and tokens.starts[i] != words[0].start)
    return not any(i and tokens.words[i][0].isupper() and tokens.words[i - 1][0].isalpha() for i in again)


def neighbours(item: Item, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences before and behind, of the same paragraph or the next to it."""
    sentences = item.analysis.sentences
    for index in (sentence.index - 1, sentence.index + 1):
        if 0 <= index < len(sentences):
            near = sentences[index]
            if abs(near.paragraph - sentence.paragraph) <= 1 and near.is_read:
                yield near


def one_speaks(item: Item, sentence: Sentence) -> bool:
    """Whether words are given to somebody single in a sentence, as far as can be seen; a rumour is nobody's."""
    analysis = item.analysis
    several = False
    for attribution in analysis.attributions_in(sentence):
        source = analysis.source_of(attribution)
        if attribution.carried_over_from or (source is not None and not is_many(item, attribution, source)):
            return True
        several = several or source is not None
    return not several and analysis.may_be_sourced(sentence)


def names_one(item: Item, sentence: Sentence) -> bool:
    """Whether the narration of a sentence names somebody or something that can speak."""
    pack = item.pack
    words = [el for el in item.analysis.narration(sentence) if el.kind == "word"]
    if any(el.capital and i for i, el in enumerate(words)) or (words and words[0].text[1:2].isupper()):
        return True
    if is_named_first(item, words):
        return True
    return any(
        el.low in pack.singular_pronouns or el.low in pack.titles or el.low in CHATTY or pack.kind_of(el.low) in KINDS
        for el in words
    )
