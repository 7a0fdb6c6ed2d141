"""Lines of a head with several parts, in any order: who signs, for which outlet, on which day.

*Norland Today | 6 May 2026 | By Leo Brandt*, *Posted on May 6, 2026 by Ana Ruiz*. A line counts only where all of it is
of such parts, so that no sentence is one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from sayso.analysis.heads import LINES, WIDEST, is_name, is_open
from sayso.analysis.language import LanguagePack
from sayso.analysis.layout import Layout
from sayso.analysis.outline import Block
from sayso.readers.dates import full_date
from sayso.text.pattern import Pattern
from sayso.text.span import Span

#: Who signs, which day it is, who edited or took the pictures, an agency, any other name.
SIGNED, DATED, CREDIT, AGENCY, NAMED = "signed", "dated", "credit", "agency", "named"
#: What parts stand apart by; words that begin the next part stay in it.
BETWEEN = Pattern(
    r"\s*[|·•]\s*|\s+[–—-]\s+|(?<=[^\W\d_])/(?=[^\W\d_])"
    r"|\s+(?=(?:(?:[Ff]irst|[Ll]ast|[Oo]riginally)\s+)?(?:Published|Posted|Updated|Modified)\b)|(?<=\d)\s+(?=[Bb]y\s)"
)
WHO = Pattern(
    r"(?:(?:[Ww]ritten|[Pp]osted|[Ss]tory|[Ww]ords)\s+by|[Bb]y|BY|(?:Reporter|Author|Writer|Correspondent)s?:)\s*:?\s+"
)
HELPED = Pattern(
    r"(?:(?:Editor|Producer|Photographer|Photo(?:graph)?)s?:|(?:Edited|Produced|Photo(?:graph)?s?)\s+by:?)\s+"
)
#: What stands around the day in a part that gives it.
LABEL = Pattern(
    r"(?:(?:(?:[Ff]irst|[Ll]ast|[Oo]riginally)\s+)?(?:[Pp]ublished|[Pp]osted|[Uu]pdated|[Mm]odified|[Rr]evised|UPDATED|PUBLISHED)"
    r"(?:\s+(?:on|at))?\s*:?)?"
)
TIME = r"\d{1,2}(?:[:.h]\d{2}){0,2}+(?:\s?[ap]\.?\s?m\.?|\s?[AP]\.?M\.?)?+"
CLOCK = Pattern(
    rf"(?:\s|,|\(|\)|at\b|on\b|{TIME}(?!\w)|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?|[A-Z]{{2,5}}\b(?:[+-]\d{{1,2}})?)*+"
)
#: The time of an entry, and no mere number: *09:45*, *9 p.m.*.
ALONE = Pattern(rf"(?=\d+(?:[:.h]\d|\s?[apAP])){TIME}(?:\s+[A-Z]{{2,5}})?")
LABELLED = Pattern(r"\b(?:[Pp]ublished|PUBLISHED|[Pp]osted|[Uu]pdated|UPDATED|[Mm]odified|[Rr]evised)\b")
UPDATED = Pattern(r"\b(?:[Uu]pdated|UPDATED|[Mm]odified|[Rr]evised)\b")
TITLE = Pattern(r"\A(?:Dr|Prof|Professor|Sir|Dame|Mr|Mrs|Ms)\.?\s+")
SUFFIX = Pattern(r",?\s+(?:Jr|Sr)\.?\Z|,?\s+I{2,3}\Z")
AND = Pattern(r"\s*(?:,\s+and\s+|\s+and\s+|,\s*)")
#: The names of agencies that stand alone on a line, and are no words of another kind.
AGENCIES = frozenset(
    """AP AFP PTI ANI IANS UPI DPA EFE ANSA TASS UNB AAP ANP NTB Reuters Xinhua Interfax Ritzau Kyodo Yonhap
    Bernama Antara""".split()
) | {"Associated Press", "Agence France-Presse", "Press Association", "PA Media", "Press Trust of India", "Kyodo News"}


class Part(NamedTuple):
    """A part of a line.

    Attributes:
        span: The words without what announces them: the names of a part that is signed.
        tied: Whether a stroke ties it to who signs, as in *Ana Ruiz/Interpress*.
    """

    what: str
    span: Span
    tied: bool = False


def furnished(blocks: tuple[Block, ...], layout: Layout, pack: LanguagePack) -> tuple[Block, ...]:
    """The blocks of a text, with the lines of several parts told from its headline and from its prose."""
    told = _told(blocks, layout, pack)
    if not told:
        return blocks
    made: list[Block] = []
    starts = [block.span.start for block in blocks]
    for number, part in enumerate(layout.paragraphs):
        block = blocks[bisect_right(starts, part.start) - 1]
        first = block.span.start == part.start
        kind = told.get(number, block.kind)
        if kind != block.kind:
            made.append(Block(kind, part, 0.8))
        elif made and made[-1].kind == kind and kind not in ("headline", "byline") and not (first and block.label):
            made[-1] = made[-1]._replace(span=Span(made[-1].span.start, part.end))
        else:
            made.append(block._replace(span=part, label=block.label if first else None))
    return tuple(made)


def _told(blocks: tuple[Block, ...], layout: Layout, pack: LanguagePack) -> dict[int, str]:
    """The paragraphs at the beginning that are of another kind than their blocks say."""
    text, parts, told = layout.text, layout.paragraphs[: LINES + 1], {}
    starts = [block.span.start for block in blocks[: len(parts)]]
    kinds = [blocks[bisect_right(starts, part.start) - 1].kind for part in parts]
    for number, (part, kind) in enumerate(zip(parts[:LINES], kinds, strict=False)):
        if kind not in ("headline", "byline", "news") or len(part) > WIDEST:
            break
        words = part.of(text)
        if kind != "news" and (ALONE.fullmatch(words) or (kind == "byline" and _is_prose(words, pack))):
            told[number] = "news"
            break
        if kind == "byline":
            continue
        if is_furniture(text, part, pack) or _stands_above(text, parts, number, kind, pack):
            told[number] = "byline"
            if (
                kind == "headline"
                and not number
                and len(parts) > 2
                and kinds[1] == "news"
                and is_open(parts[1].of(text))
            ):
                told[1] = "headline"  # what the name of an agency stands above
                break
        elif kind == "news":
            break
    return told


def _stands_above(text: str, parts: tuple[Span, ...], number: int, kind: str, pack: LanguagePack) -> bool:
    """Whether a name that the text was taken to begin with has such a line below it."""
    below = parts[number + 1] if number + 1 < len(parts) else None
    if kind != "news" or not number or below is None or not is_name(parts[number].of(text), pack):
        return False
    return is_furniture(text, below, pack)


def _is_prose(words: str, pack: LanguagePack) -> bool:
    """Whether a line is a sentence, as *The Kelby Post, citing two officials, said so twice.* is one."""
    if is_open(words) or len(words.split()) < 6:
        return False
    lows = [word.strip(",.;:“”\"'") for word in words.split()]
    return any(low in pack.verbs or low in pack.auxiliaries for low in lows if low.islower())


def is_furniture(text: str, part: Span, pack: LanguagePack) -> bool:
    """Whether a paragraph is nothing but such lines."""
    return len(part) <= WIDEST and all(parts_of(text, line, pack) for line in lines_of(text, part))


def lines_of(text: str, part: Span) -> list[Span]:
    """The lines of a paragraph, without blanks around them."""
    found, at = [], part.start
    for words in part.of(text).split("\n"):
        bare = words.strip()
        if bare:
            start = at + words.index(bare)
            found.append(Span(start, start + len(bare)))
        at += len(words) + 1
    return found


def parts_of(text: str, line: Span, pack: LanguagePack) -> list[Part]:
    """The parts of a line; none where a part is of no known kind, or none gives an author, a day or an agency."""
    found: list[Part] = []
    at, tied = line.start, False
    for end, behind, stroke in [
        *((m.start(), m.end(), m.group() == "/") for m in BETWEEN.finditer(text, line.start, line.end)),
        (line.end, line.end, False),
    ]:
        if at < end:
            part = _part(text, Span(at, end), pack)
            if part is None:
                return []
            found.append(part._replace(tied=tied and part.what in (NAMED, AGENCY)))
        at, tied = behind, stroke
    return found if any(one.what in (SIGNED, DATED, AGENCY) for one in found) else []


def _part(text: str, span: Span, pack: LanguagePack) -> Part | None:
    words = span.of(text)
    for pattern, what in ((WHO, SIGNED), (HELPED, CREDIT)):
        opened = pattern.match(words)
        if opened:
            names = words[opened.end() :]
            people = all(is_person(name, pack) for name in AND.compiled.split(SUFFIX.sub("", names)))
            return Part(what, Span(span.start + opened.end(), span.end)) if people else None
    day = full_date(words, pack)
    if day is not None:
        before, _, behind = words.partition(day.raw)
        opened = LABEL.match(before)
        rest = before[opened.end() if opened else 0 :]
        return Part(DATED, span) if CLOCK.fullmatch(rest) and CLOCK.fullmatch(behind) else None
    if is_agency(words):
        return Part(AGENCY, span)
    several = words.split()
    name = is_name(words, pack) or (len(several) == 1 and words[:1].isupper() and is_open(words))
    return Part(NAMED, span) if name and ":" not in words else None


def is_agency(words: str) -> bool:
    """Whether words are the name of an agency."""
    return words.removeprefix("The ") in AGENCIES


def is_person(words: str, pack: LanguagePack) -> bool:
    """Whether words are a person's name by their form, as *Dr. Tom van der Berg Jr.* are."""
    name = SUFFIX.sub("", TITLE.sub("", words.strip())).split()
    if not 2 <= len(name) <= 6 or not (name[0][0].isupper() and name[-1][0].isupper()):
        return False
    lows = {word.lower() for word in name}
    return (
        all(word[0].isupper() or word in pack.particles for word in name)
        and not any(char.isdigit() for word in name for char in word)
        and all(map(lows.isdisjoint, (pack.roles, pack.outlet_words, pack.outlet_nouns)))
    )
