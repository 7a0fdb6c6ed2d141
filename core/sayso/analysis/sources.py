"""Who a source phrase names: a person with a role, a body, a document, the press, or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.elements import WORD, Element
from sayso.analysis.language import LanguagePack
from sayso.analysis.offices import FULL, Office, office
from sayso.analysis.phrases import bare
from sayso.text.span import Span

APOSTROPHES = frozenset("'’")


class Source(NamedTuple):
    """A source phrase, read.

    Attributes:
        span: The whole phrase with role and appositions.
        kind: ``person``, ``organization``, ``document``, ``media``, ``account`` (*@lundmum*), ``unnamed_person``,
            ``unnamed_collective`` or ``pronoun``.
        name: The name in it, without role and title.
        role: The words for what the person is.
        named: Whether a reader could find out who it is: by a name, or a noun of which there is one, such as *police*.
            True of a pronoun, of which its speaker tells more.
        plural: Whether it is more than one voice.
        head: The noun that decides the kind, in lower case.
        mention: The name with its role, where they stand together.
    """

    span: Span
    kind: str
    name: str | None
    role: str | None
    named: bool
    plural: bool
    head: str
    mention: Span


def read_source(text: str, words: list[Element], pack: LanguagePack) -> Source:
    """Read a source phrase. It has at least one element."""
    span = Span(words[0].start, words[-1].end)
    head_words, rest = _head(words, pack)
    low = bare(head_words[-1].low)
    if len(head_words) == 1 and (low in pack.singular_pronouns or low in pack.plural_pronouns):
        return Source(span, "pronoun", None, None, True, low in pack.plural_pronouns, low, span)
    handles = [w for w in head_words if w.text[0] == "@" and len(w.text) > 1]
    if handles and not any(w.capital and w not in handles and w.low not in pack.determiners for w in head_words):
        # An account is known by its name; who is behind it may not be.
        last = handles[-1]
        return Source(span, "account", last.text, None, True, False, last.low, Span(last.start, last.end))
    joint = any(w.low in pack.grammar.both for w in head_words)
    run = _name_run(head_words, pack)
    nouns = [bare(w.low) for w in head_words if w.kind == WORD]
    media = _media_head(nouns, pack)
    if media:
        outlet = _outlet(words, pack) or _listed(rest)
        return Source(span, "media", outlet, None, outlet is not None, True, media, span)
    outlet = _outlet(head_words, pack)
    if outlet:
        return Source(span, "media", outlet, None, True, False, low, span)
    behind = office(words, pack) if rest else None
    if behind is not None:
        return _of_office(text, span, words, behind)
    if run:
        return _named(text, span, head_words, run, rest, pack, joint)
    head = next((n for n in reversed(nouns) if pack.kind_of(n)), nouns[-1] if nouns else low)
    kind = pack.kind_of(head) or "unnamed_person"
    plural = joint or head in pack.collectives or head.endswith("s")
    if kind == "document" and any(bare(w.low) in pack.media for w in rest) and not _is_seen(rest, pack):
        container = _outlet(words, pack)
        return Source(span, "media", container, None, container is not None, True, head, _media_phrase(rest, pack))
    if kind == "document" and head in pack.hearsay and not any(w.low in pack.prepositions for w in rest):
        # "Unconfirmed reports" are nobody's.
        return Source(span, "media", None, None, False, True, head, span)
    named = kind in ("organization", "document")
    role = None if kind != "unnamed_person" else _words(text, [w for w in head_words if w.low not in pack.determiners])
    # A name behind "of", "at" or a comma: "the owner of the mill, Ana Ruiz".
    name_behind = _name_behind(text, rest, pack)
    if kind == "unnamed_person" and name_behind:
        return Source(span, "person", name_behind, role, True, False, head, span)
    return Source(span, kind, None, role, named, plural, head, span)


def _of_office(text: str, span: Span, words: list[Element], found: Office) -> Source:
    """A source whose name has a preposition in it or before it."""
    name = _words(text, words[slice(*found.name)]) if found.name else None
    role = _words(text, words[slice(*found.role)]) if found.role else None
    parts = [*(found.role or ()), *(found.name or ())]
    mention = Span(words[min(parts)].start, words[max(parts) - 1].end)
    head, plural = bare(words[found.head].low), found.kind == "unnamed_collective"
    return Source(span, found.kind, name, None if plural else role, name is not None, plural, head, mention)


def _head(words: list[Element], pack: LanguagePack) -> tuple[list[Element], list[Element]]:
    """The phrase up to its first preposition, relative clause or comma, and what follows."""
    for i, word in enumerate(words):
        if i and (
            (word.low in pack.prepositions and not word.capital)
            or word.low in (",", "(")
            or word.low in pack.grammar.relatives
        ):
            return words[:i], words[i:]
    return words, []


def _name_run(words: list[Element], pack: LanguagePack) -> tuple[int, int] | None:
    """The last run of capitalised words, small particles inside it included."""
    end = len(words)
    while end and not words[end - 1].capital:
        end -= 1
    if not end:
        return None
    start = end - 1
    while start > 0 and (words[start - 1].capital or joins_names(words, start - 1, pack)):
        start -= 1
    while start < end and (words[start].low in pack.determiners or words[start].low in pack.clause_words):
        start += 1
    # The capital of a sentence's first word makes no name of a common noun: "Analysts said".
    if start == 0 and end == 1 and pack.is_common(words[0].low):
        return None
    # A noun after the last capital heads the phrase: "the Norbank chief", "Hama residents".
    tail = [bare(w.low) for w in words[end:] if w.kind == WORD]
    if any(pack.kind_of(t) in ("unnamed_person", "unnamed_collective", "document") for t in tail):
        return None
    return (start, end) if start < end else None


def joins_names(words: Sequence[Element], i: int, pack: LanguagePack) -> bool:
    """Whether what stands between two names makes one of them: *Ana van Berg*, *Recyclers’ Federation*."""
    if not 0 < i < len(words) - 1 or not (words[i - 1].capital and words[i + 1].capital):
        return False
    return words[i].low in pack.particles or (words[i].text in APOSTROPHES and words[i].start == words[i - 1].end)


def _named(
    text: str,
    span: Span,
    words: list[Element],
    run: tuple[int, int],
    rest: list[Element],
    pack: LanguagePack,
    joint: bool,
) -> Source:
    start, end = run
    names = words[start:end]
    # "the BBC's Tom Hall": what owns the name is no part of it.
    owner = max((i + 1 for i, w in enumerate(names[:-1]) if w.low.endswith("’s")), default=0)
    split = max(
        (i + 1 for i, w in enumerate(names[:-1]) if bare(w.low) in pack.roles and not w.low.endswith("’s")), default=0
    )
    before = [w for w in words[:start] if w.kind == WORD and w.low not in pack.determiners]
    last = bare(names[-1].low)
    joined = _words(text, names)
    if split == 0 and before and before[-1].low in pack.outlet_nouns:
        return Source(span, "media", joined, None, True, joint, last, span)
    noun = before[-1] if before and split == 0 and owner == 0 and not before[-1].capital else None
    if noun is not None and bare(noun.low) in pack.organisations:
        # "The bakery chain Blue Ridge": the noun says that it is a house.
        return Source(span, "organization", joined, None, True, joint, last, span)
    against = any(w.low in pack.prepositions and w.low not in pack.particles for w in names[1:-1])
    body = last in pack.organisations or _acronym(names[-1].text) or _has_body_tail(words[end:], pack) or against
    if split == 0 and body and not _person_before(before, pack):
        name = _words(text, words[start:])
        return Source(span, "organization", name, None, True, joint, last, span)
    person = [w for w in names[max(split, owner) :] if bare(w.low) not in pack.titles]
    if not person or last in pack.roles:
        return Source(span, "unnamed_person", None, joined, True, False, last, span)
    if person[-1].low in pack.organisations:
        return Source(span, "organization", _words(text, person), None, True, joint, last, span)
    # A noun before a full name is what its bearer is, whatever it is: "depute fiscal Ailsa Renwick".
    told = split or _person_before(before, pack) or (noun is not None and len(person) >= FULL)
    role_words = [*before, *names[:split]] if told else []
    role = _words(text, role_words) if role_words else _apposition_role(text, rest, pack)
    mention = Span((role_words or names[split:])[0].start, names[-1].end)
    plural = joint or (bool(before) and before[-1].low in pack.grammar.both)
    return Source(span, "person", _words(text, person), role, True, plural, last, mention)


def _has_body_tail(words: list[Element], pack: LanguagePack) -> bool:
    return bool(words) and bare(words[-1].low) in pack.organisations


def _person_before(words: list[Element], pack: LanguagePack) -> bool:
    return any(bare(w.low) in pack.roles or (not w.capital and pack.kind_of(w.low) == "unnamed_person") for w in words)


def _acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()


def _apposition_role(text: str, rest: list[Element], pack: LanguagePack) -> str | None:
    """The role in ``, the city engineer,``."""
    if not rest or rest[0].text != ",":
        return None
    words = [w for w in rest[1:] if w.text != ","]
    if not words or words[0].low in pack.grammar.relatives or not any(bare(w.low) in pack.roles for w in words):
        return None
    first = 1 if words[0].low in pack.determiners and len(words) > 1 else 0
    return text[words[first].start : words[-1].end]


def _name_behind(text: str, rest: list[Element], pack: LanguagePack) -> str | None:
    for i, word in enumerate(rest):
        if word.text != "," or i + 1 == len(rest) or rest[i + 1].low in pack.grammar.relatives:
            continue
        end = next((k for k in range(i + 1, len(rest)) if rest[k].text == ","), len(rest))
        first = next((k for k in range(i + 1, end) if rest[k].capital), end)
        run = [w for w in rest[first:end] if bare(w.low) not in pack.roles and w.low not in pack.titles]
        # "Her daughter, Ruth": one name alone, where nothing stands beside it.
        alone = i == 0 and len(run) == 1 and first == 1 and end == 2 and len(run[0].text) > 1
        if (len(run) >= 2 or alone) and all(w.capital or w.low in pack.particles for w in run):
            return _words(text, run)
    return None


def _outlet(words: list[Element], pack: LanguagePack) -> str | None:
    """The name of an outlet in a phrase, where one of its capitalised words can only be one."""
    for i, word in enumerate(words):
        if word.capital and bare(word.low) in pack.outlet_words:
            if word.low.endswith("’s") and i + 1 < len(words) and words[i + 1].capital:
                continue  # "the BBC's Tom Hall" is Tom Hall
            start = i
            while start > 0 and words[start - 1].capital and words[start - 1].low not in pack.determiners:
                start -= 1
            return " ".join(w.text for w in words[start : i + 1])
    return None


def _media_head(nouns: list[str], pack: LanguagePack) -> str | None:
    """The noun for the press that heads a phrase, *media* in *the local media* and in *media reports*."""
    if nouns and nouns[-1] in pack.media:
        return nouns[-1]
    if len(nouns) > 1 and nouns[-2] in pack.media and nouns[-1].rstrip("s") in pack.documents:
        return nouns[-2]
    return None


def _media_phrase(rest: list[Element], pack: LanguagePack) -> Span:
    """*the Iranian media* in *accounts … in the Iranian media*."""
    last = max(i for i, word in enumerate(rest) if bare(word.low) in pack.media)
    first = last
    while first > 0 and rest[first - 1].kind == WORD and rest[first - 1].low not in pack.prepositions:
        first -= 1
    return Span(rest[first].start, rest[last].end)


def _is_seen(rest: list[Element], pack: LanguagePack) -> bool:
    """Whether the press has only seen a document: *a letter, seen by this newspaper*."""
    grammar = pack.grammar
    return any(
        (rest[i].text == "," or rest[i].low in grammar.joins) and rest[i + 2].low in grammar.by
        for i in range(len(rest) - 2)
    )


def _listed(rest: list[Element]) -> str | None:
    """The first name in ``, among them El Norte`` or ``such as El Norte``."""
    if not rest or rest[0].low not in (",", "including", "like", "such", "among"):
        return None
    return next((el.text for el in rest if el.capital), None)


def _words(text: str, words: list[Element]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""
