"""Sentences: ends that are no abbreviation and not inside a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from sayso.analysis.quotations import Quotation
from sayso.text.span import Span

#: Led by a character class and possessive: a run of dots is passed over in one step.
END = re.compile(r"[.!?…]++[\"”’»')\]]*+(?=\s)")
NEXT = re.compile(r"\s+([\"“„«‘'(\[]*)(\S)")
LAST_WORD = re.compile(r"[^\s\"“„«‘'(\[]{1,40}\Z")
BLANK = re.compile(r"\s+")
#: Code points of a sentence, a quotation in it not counted: the longest in edited news have some 600.
LONGEST = 1500
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")


def sentences(
    text: str,
    paragraphs: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
    abbreviations: frozenset[str],
    attributes: Callable[[int], bool],
) -> tuple[tuple[Span, int], ...]:
    """Each sentence with the index of its paragraph.

    A sentence does not end inside a quotation, so that a quotation of two sentences stays with the words that
    attribute it; nor behind one that ends in ``?`` or ``!`` when what follows attributes it.

    Args:
        attributes: Whether the words from an offset on attribute a quotation that ends before it.
    """
    starts = [quotation.span.start for quotation in quotations]
    found: list[tuple[Span, int]] = []
    for index, paragraph in enumerate(paragraphs):
        start = paragraph.start
        for end in END.finditer(text, paragraph.start, paragraph.end):
            if end.end() <= start:
                continue
            quotation = _around(end.start(), quotations, starts)
            if quotation is not None and end.end() < quotation.span.end:
                continue
            following = NEXT.match(text, end.end(), paragraph.end)
            if following is None or not _begins(following):
                continue
            if quotation is None and text[end.start()] == "." and end.end() - end.start() == 1:
                word = LAST_WORD.search(text, max(start, end.start() - 40), end.start())
                before = text[max(0, word.start() - 3) : word.start()] if word else ""
                if word and _abbreviates(word.group(), before, abbreviations, text, following.start(2)):
                    continue
            elif quotation is not None and text[end.start()] in "?!…" and attributes(following.start(2)):
                continue
            _append(found, text, Span(start, end.end()), index, quotations, starts)
            start = following.start(2) - len(following.group(1))
        if start < paragraph.end:
            _append(found, text, Span(start, paragraph.end), index, quotations, starts)
    return tuple(found)


def _append(
    found: list[tuple[Span, int]],
    text: str,
    span: Span,
    paragraph: int,
    quotations: tuple[Quotation, ...],
    starts: list[int],
) -> None:
    """Append a sentence; what nobody would write as one is cut at blanks outside quotations."""
    begin = span.start
    while span.end - begin > LONGEST:
        cut = begin + LONGEST
        quotation = _around(cut, quotations, starts)
        if quotation is not None:
            cut = quotation.span.end
        blank = BLANK.search(text, cut, span.end)
        if blank is None or _around(blank.start(), quotations, starts) is not None:
            break
        found.append((Span(begin, blank.start()), paragraph))
        begin = blank.end()
    if begin < span.end:
        found.append((Span(begin, span.end), paragraph))


def _around(offset: int, quotations: tuple[Quotation, ...], starts: list[int]) -> Quotation | None:
    at = bisect_right(starts, offset) - 1
    return quotations[at] if at >= 0 and offset < quotations[at].span.end else None


def _begins(following: re.Match[str]) -> bool:
    return bool(following.group(1)) or not following.group(2).islower()


def _abbreviates(word: str, before: str, abbreviations: frozenset[str], text: str, following: int) -> bool:
    lower = word.lower()
    if lower in abbreviations:
        return True
    if not INITIALS.match(word):
        return False
    # One capital letter is an initial (J. Smith), but for the service of that name ("wrote on X"). Several (U.S.) end
    # a sentence only before a function word that begins one.
    if "." not in word:
        return word.isupper() and word != "I" and not (word == "X" and before.endswith("on "))
    next_word = re.match(r"[^\W_]+", text[following : following + 30])
    return not (next_word and next_word.group() in {"The", "A", "An", "He", "She", "It", "They", "In", "But", "On"})
