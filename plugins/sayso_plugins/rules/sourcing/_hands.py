"""Whether words really went from one hand to another: what two nested attributions are to each other."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, takewhile
from typing import Any

from sayso import Attribution, Item, Source, Span

#: Those who are spoken to where somebody speaks in public.
PRESS = frozenset({"reporters", "reporter", "journalists", "journalist", "press", "correspondents", "correspondent"})
#: Words for talks that an outlet holds itself, unless they are said to be with another.
INTERVIEW = frozenset({"interview", "interviews", "interviewed"})
#: Conjunctions that tell what happened beside a statement.
BESIDE = frozenset("when since while whereas although though as after before once until".split())
#: Verbs by which a thing too tells something.
TELLING = frozenset({"reveal", "suggest", "indicate", "confirm", "show", "signal"})
#: Verbs that do something by words: with a thing behind them and no clause, an act is told, and no statement.
ACTS = frozenset("declare announce promise pledge recommend request ask urge advise signal vow volunteer".split())
#: Sources that pass on what others say, and of whom *he* or *she* is never said.
PAPERS = frozenset({"media", "document"})


def speaks(item: Item, attribution: Attribution, source: Source) -> bool:
    """Whether somebody says something: a source that can, a verb of speech, and a statement or a quotation."""
    words = source.span.of(item.text).lower().split()
    if words[0] in item.pack.prepositions or words[-1] in item.pack.grammar.relatives:
        # "By the time the mayor announced …", "Ruiz, a scholar who advised the town": no subject of that verb.
        return False
    if not attribution.cue:
        return True
    cue = attribution.cue[0]
    verb = item.pack.verbs.get(cue.of(item.text).lower())
    if verb is None:
        return True
    # "Larkmoor by 20 points": a figure counts a noun.
    if verb.only_quoted or (source.span.end <= cue.start and words[-1].isdigit()):
        return False
    if attribution.mode in ("direct", "mixed"):
        return True
    if verb.names and _christens(item, cue):
        return False
    if attribution.cue_lemma in TELLING and _is_a_thing(item, words):
        return False
    return attribution.cue_lemma not in ACTS or _states(item, attribution)


def is_somebody(item: Item, source: Source) -> bool:
    """Whether a phrase without a name has a noun that may be somebody: *an aide*, and not *all of them*."""
    return source.head not in item.pack.determiners or not source.span.of(item.text).islower()


def _christens(item: Item, cue: Span) -> bool:
    """Whether a name stands behind the verb: *the group called the Northern Gate*."""
    els = item.analysis.narration(item.analysis.sentence_at(cue.start))
    behind = next((el for el in els if el.start >= cue.end and el.low not in item.pack.grammar.articles), None)
    return behind is not None and behind.capital


def _is_a_thing(item: Item, words: list[str]) -> bool:
    """Whether a phrase owns something that does not speak: *Ruiz's use of the lens*, and not *Ruiz's lawyer*."""
    owner = next((i for i, word in enumerate(words[:-1]) if word.endswith(("’s", "'s"))), None)
    return owner is not None and not any(map(item.pack.kind_of, words[owner + 1 :]))


def _states(item: Item, attribution: Attribution) -> bool:
    """Whether a clause stands behind a verb, and no thing: *declared that …* and not *declared an emergency*."""
    pack, cue = item.pack, attribution.cue[-1]
    clause = pack.auxiliaries | pack.grammar.content_openers
    for el in item.analysis.narration(item.analysis.sentence_at(cue.start)):
        if el.start < cue.end:
            continue
        if el.kind == "mark" or el.low in pack.grammar.joins:
            return False
        if el.kind == "quote" or el.low in clause or el.low.endswith(pack.grammar.past):
            return True
        if attribution.addressee is not None and el.low in pack.grammar.infinitive_signs:
            return True
    return False


def one_voice(item: Item, through: Source, speaker: Source) -> bool:
    """Whether the two may be one: by a pronoun, by the office of the one who is named, or as a body and its voice."""
    pack = item.pack
    pronouns = pack.singular_pronouns | pack.plural_pronouns
    if speaker.head in pronouns:
        # The press is "it", and "they" where nobody is named.
        meant = pack.plural_pronouns - pack.grammar.they if through.named else pack.plural_pronouns
        return through.kind not in PAPERS or speaker.head in meant
    if through.head in pronouns and speaker.span.end <= through.span.start:
        return True
    if through.span.overlaps(speaker.span):
        return False
    ours, theirs = _words(item, through.span), _words(item, speaker.span)
    if not speaker.named and theirs[0] in pack.grammar.definite and speaker.head in {word.lower() for word in ours}:
        return True
    if "organization" not in (through.kind, speaker.kind):
        # "Ruiz's lawyer, Jo Berg" has her name, and is not she.
        return bool(_names(item, (through.name or "").split()) & _names(item, (speaker.name or "").split()))
    if _is_named(through, theirs) or _is_named(speaker, ours):
        return True
    return _initials(ours) in theirs or _initials(theirs) in ours


def _is_named(source: Source, words: list[str]) -> bool:
    """Whether a phrase has the whole name of a source."""
    name = (source.name or "").removeprefix("the ").removeprefix("The ")
    return bool(name) and f" {name} " in f" {' '.join(words)} "


def _words(item: Item, span: Span) -> list[str]:
    return [word.strip(",.;:()\"'’").removesuffix("’s").removesuffix("'s") for word in span.of(item.text).split()]


def _names(item: Item, words: list[str]) -> set[str]:
    little = item.pack.function_like | item.pack.roles | item.pack.titles | item.pack.outlet_words
    common = little | item.pack.organisations
    return {word for word in words if word[:1].isupper() and word.lower() not in common}


def _initials(words: list[str]) -> str:
    """The first letters of the first name: *NBC* for *Northern Bridge Council, a public body*."""
    letters = ""
    for word in words:
        if word[:1].isupper() and word.lower() != "the":
            letters += word[0]
        elif letters:
            break
    return letters if len(letters) > 1 else "\0"


def parallel(item: Item, outer: Attribution, inner: Attribution) -> bool:
    """Whether the item sets the two beside each other: *Norbank argued …, but Ruiz said …*, or *… when Ruiz said …*.

    Whether a clause of time belongs to what is said, or is the item's own word, nobody can tell.
    """
    grammar, adverbs = item.pack.grammar, item.pack.adverbs
    joints = grammar.goes_on | grammar.joins | {";"}
    els = item.analysis.narration(item.analysis.sentence_at(inner.source[0].start))
    if _unpaired(item, inner):
        return True
    # "Berg denied the charge and said …" gives the second verb no subject of its own.
    if inner.cue[0].start > inner.source[0].end and _last(els, inner.cue[0].start, adverbs) in joints:
        return True
    first, second = sorted((outer.source[0], inner.source[0]))
    if any(el.low == ";" and first.end <= el.start < second.start for el in els):
        return True
    before = _last(els, inner.source[0].start, adverbs)
    return outer.cue[0].start < inner.source[0].start and (before in joints or before in BESIDE)


def _unpaired(item: Item, inner: Attribution) -> bool:
    """Whether the quotation marks of the paragraph do not pair, which leaves open who speaks."""
    analysis = item.analysis
    paragraph = analysis.paragraphs[analysis.sentence_at(inner.source[0].start).paragraph]
    first = bisect_left(analysis.quotations, paragraph.start, key=lambda one: one.span.start)
    here = takewhile(lambda one: one.span.start < paragraph.end, islice(analysis.quotations, first, None))
    return any(not one.balanced for one in here)


def _last(els: tuple[Any, ...], end: int, skipped: frozenset[str]) -> str:
    """The last word or mark before an offset that is not to be skipped, in lower case."""
    return next((el.low for el in reversed(els) if el.start < end and el.low not in skipped), "")


def at_first_hand(item: Item, outer: Attribution, inner: Attribution, through: Source, speaker: Source) -> bool:
    """Whether the one who passes the words on heard them with others, or counts what people answered."""
    if outer.via == inner.id and not _passes_on(item, outer, inner):
        return True
    if through.kind == "document" and _counts_answers(item, speaker):
        return True
    outlet = item.record.outlet.value
    if outlet is not None and _is_named(through, [outlet.name]):
        return True
    if through.kind == "media" and (_interviewed(item, outer, through) or _takes_part(item, outer, through)):
        return True
    if inner.addressee is None:
        return False
    told = _words(item, inner.addressee)
    passes = through.kind in ("media", "organization")
    if passes and {word.lower() for word in told} & (PRESS | item.pack.media | item.pack.outlet_words):
        return True
    return _is_named(through, told)


def _counts_answers(item: Item, speaker: Source) -> bool:
    """Whether a document tells what many say, as a survey does: *25% of farmers*, *most households*."""
    said = speaker.span.of(item.text)
    several = speaker.plural or speaker.head.endswith("s")
    return any(map(str.isdigit, said)) or (several and said[1:].islower())


def _passes_on(item: Item, outer: Attribution, inner: Attribution) -> bool:
    """Which of two that hold each other is the hand: the later one, unless it opens what the first one says.

    *According to Ruiz, as reported by the Gazette, …*; *Ruiz confirmed that, according to the report, …*.
    """
    first, later = sorted((outer, inner), key=lambda one: one.cue[0].start)
    els = item.analysis.narration(item.analysis.sentence_at(later.cue[0].start))
    opens = _last(els, later.cue[0].start, frozenset({","})) in item.pack.grammar.content_openers
    return outer is (first if opens else later)


def _takes_part(item: Item, outer: Attribution, through: Source) -> bool:
    """Whether an outlet stands in its own report, as the one spoken to: *in a letter to the Gazette, Ruiz said*."""
    sentence = item.analysis.sentence_at(outer.cue[0].start).span
    rest = item.text[sentence.start : through.span.start] + " " + item.text[through.span.end : sentence.end]
    name = through.name and through.name.removeprefix("the ").removeprefix("The ")
    return bool(name) and any(f" {word} {name}" in rest or f" {word} the {name}" in rest for word in ("to", "with"))


def _interviewed(item: Item, outer: Attribution, through: Source) -> bool:
    """Whether an outlet asked itself: *in an interview*, and not *in an interview with* somebody else."""
    els = item.analysis.narration(item.analysis.sentence_at(outer.cue[0].start))
    at = next((i for i, el in enumerate(els) if el.low in INTERVIEW), None)
    if at is None:
        return False
    behind = els[at + 1 : at + 8]
    if not behind or behind[0].kind == "mark":
        return True
    words = [el.text for el in behind if el.kind == "word"]
    return not _names(item, words) or _is_named(through, words)
