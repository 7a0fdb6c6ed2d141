"""The head of a text: kicker, headline, byline, outlet and date before the first paragraph, a line each.

Newsrooms put these lines in any order. A line is known by its form, and a name without *by* by the company it keeps: a
line with an outlet or a date next to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.language import LanguagePack
from sayso.text.span import Span

#: Paragraphs that a head has at most, and signs that a line of it has.
LINES, WIDEST = 8, 160
#: What stands between an outlet's name and a date, and words that such a name has at most.
BETWEEN = re.compile(r"[,:/·|•–—]")
OUTLET = 7
#: Words that a line above the headline has at most, and a headline at least.
KICKER, TITLE = 4, 3
SENTENCE_END = re.compile(r"[.!?…:][\"”’»')\]]*\Z")
SIGNED, DATED, OF_OUTLET, NAMED, OPEN = "signed", "dated", "outlet", "named", "open"
#: The lines that show that a head is one.
SIGNS = frozenset({SIGNED, DATED, OF_OUTLET})


class Line(NamedTuple):
    """A line of a head.

    Attributes:
        number: The index of its paragraph.
        what: `SIGNED`, `DATED`, `OF_OUTLET`, `NAMED` (somebody or something, without *by*) or `OPEN` (any other words).
        name: Whom a signed or named line names.
    """

    number: int
    what: str
    words: str
    name: Span | None = None


class Head(NamedTuple):
    """What a paragraph of the head is: ``headline`` or ``byline``, how sure that is, and whom a byline names."""

    kind: str
    confidence: float
    name: Span | None = None


def head(
    text: str, parts: Sequence[Span], body: Sequence[int], labelled: frozenset[int], pack: LanguagePack
) -> dict[int, Head]:
    """The paragraphs that are the head, by their index.

    Args:
        parts: The paragraphs of the text.
        body: The indices of those that may be of the head or behind it, ascending.
        labelled: The indices of those that begin with a label, as *Comment:*; there, no head goes on.
    """
    free = next((k for k, index in enumerate(body[:LINES]) if index in labelled), LINES)
    lines = _lines(text, parts, body[:free], pack)
    last = max((k for k, line in enumerate(lines) if line.what in SIGNS), default=-1)
    if last < 0:
        alone = lines[:1] if len(body) > 1 else []
        if len(lines) == 2 and len(body) > 2 and _title(lines, 0, len(body), pack) == 1:
            return {lines[0].number: Head("byline", 0.7), lines[1].number: Head("headline", 0.8)}
        return {line.number: Head("headline", 0.8) for line in alone if is_open(line.words)}
    if last + 1 < len(lines) and lines[last + 1].what == NAMED and lines[last].what != SIGNED:
        last += 1  # "The Sentinel, Tuesday 4 March 2025", and below it who wrote
    title = _title(lines, last, len(body), pack)
    first = next((k for k, line in enumerate(lines) if line.what == SIGNED), -1)
    signed = 0 <= first <= last
    found: dict[int, Head] = {}
    for k, line in enumerate(lines[: max(last, title) + 1]):
        if k == title or (line.what == OPEN and title < k):
            found[line.number] = Head("headline", 0.8)
        elif line.what == SIGNED:
            found[line.number] = Head("byline", 0.9, line.name)
        elif line.what == NAMED and not signed and _keeps_company(lines, k, pack):
            found[line.number] = Head("byline", 0.7, line.name)
        elif line.what == NAMED and title < k < first:
            found[line.number] = Head("headline", 0.7)
        else:
            found[line.number] = Head("byline", 0.9 if line.what in SIGNS else 0.7)
    return found


def _lines(text: str, parts: Sequence[Span], indices: Sequence[int], pack: LanguagePack) -> list[Line]:
    """The lines from the first on that may be of a head."""
    lines: list[Line] = []
    for position, index in enumerate(indices):
        part = parts[index]
        words = part.of(text) if len(part) <= WIDEST else ""
        following = parts[indices[position + 1]] if position + 1 < len(indices) else None
        line = _line(index, part, words, pack, first=not position) if words else None
        if line is None:
            break
        if line.what == OPEN and pack.dateline.match(words):
            # "Larkmoor: mill to close" is no dateline where a byline or date follows it.
            if position or following is None or not is_sign(following.of(text)[:WIDEST], pack):
                break
        elif line.what == OPEN and not is_open(words):
            # "Will the mill close?" is a headline where somebody signs it or a date stands below.
            below = following.of(text)[:WIDEST] if following and not position else ""
            if not (pack.byline.match(below) or pack.date_line.match(below)):
                break
        lines.append(line)
    return _with_articles(lines, pack)


def _line(index: int, part: Span, words: str, pack: LanguagePack, *, first: bool) -> Line:
    byline = pack.byline.match(words)
    if byline:
        start, end = byline.span("name")
        return Line(index, SIGNED, words, Span(part.start + start, part.start + end))
    if pack.date_line.match(words):
        return Line(index, DATED, words)
    if _names_outlet(words, pack):
        return Line(index, OF_OUTLET, words)
    signer = pack.signer.match(words)
    if signer:
        start, end = signer.span("name")
        what = SIGNED if signer.group("as") and not first else NAMED
        return Line(index, what, words, Span(part.start + start, part.start + end))
    return Line(index, NAMED if is_name(words, pack) else OPEN, words)


def _title(lines: Sequence[Line], last: int, paragraphs: int, pack: LanguagePack) -> int:
    """Which line is the headline: the first, or the one that a kicker or the name of the publication stands above."""
    first = lines[0]
    above = first.what in SIGNS or (len(first.words.split()) <= KICKER and _is_kicker(first.words, pack))
    if not above:
        return 0
    for kind, least in ((OPEN, TITLE), (NAMED, KICKER + 1)):
        for k, line in enumerate(lines[1 : last + 2], 1):
            enough = len(line.words.split()) >= least and ":" not in line.words[:20]
            kicker = _is_kicker(line.words, pack)
            if line.what == kind and enough and not kicker and line.number + 1 < paragraphs and is_open(line.words):
                return k
    return -1 if first.what in (SIGNED, DATED) else 0


def _is_kicker(words: str, pack: LanguagePack) -> bool:
    low = words.strip("*_#[]: ").lower().replace("'", "’")
    return words.isupper() or low in pack.comment_labels or low in pack.news_labels


def _keeps_company(lines: Sequence[Line], k: int, pack: LanguagePack) -> bool:
    """Whether a name without *by* stands beside the line of its outlet; beside a mere date it may be the outlet."""
    beside = [lines[j] for j in (k - 1, k + 1) if 0 < j < len(lines)]
    if any(one.what == OF_OUTLET or (one.what == DATED and _has_outlet(one.words, pack)) for one in beside):
        return True
    # "Ana Ruiz, Larkmoor Sentinel" above the date.
    *names, last = lines[k].words.split(",")
    outlet = bool(names) and any(word.lower() in pack.outlet_words for word in last.split())
    return outlet and len(last.split()) > 1 and any(one.what == DATED for one in beside)


def _has_outlet(dated: str, pack: LanguagePack) -> bool:
    """Whether a date line has the name of an outlet before its date, as *The Sentinel, 4 March 2025*."""
    name = BETWEEN.split(dated, maxsplit=1)[0].strip()
    return _names_outlet(name, pack) or (is_name(name, pack) and name.split()[0].lower() in pack.grammar.definite)


def is_open(line: str) -> bool:
    """Whether a line ends like a headline: without a full stop."""
    return not SENTENCE_END.search(line)


def is_sign(line: str, pack: LanguagePack) -> bool:
    """Whether a line gives an author, an outlet or a date."""
    return _line(0, Span(0, len(line)), line, pack, first=False).what in SIGNS


def _names_outlet(line: str, pack: LanguagePack) -> bool:
    """Whether a line begins with an outlet's name, as *Larkmoor Ledger · 4 May 2026* does."""
    name = BETWEEN.split(line, maxsplit=1)[0].strip()
    return is_name(name, pack) and name.split()[-1].lower() in pack.outlet_words


def _with_articles(lines: list[Line], pack: LanguagePack) -> list[Line]:
    """*The Deccan Lamp* beside a byline or a name is an outlet: nobody's name has an article."""
    found = list(lines)
    for k, line in enumerate(lines):
        if k and line.what == NAMED and line.words.split()[0].lower() in pack.grammar.definite:
            dated = k + 1 < len(lines) and lines[k + 1].what == DATED
            if dated or (k > 1 and lines[k - 1].what in (SIGNED, NAMED)):
                found[k] = line._replace(what=OF_OUTLET, name=None)
    return found


def is_name(line: str, pack: LanguagePack) -> bool:
    """Whether a line is a name of several words, each with a capital but for small ones inside it."""
    words = line.split()
    capitals = all(
        word[0].isupper() or word in ("&", "–") or word in pack.particles | pack.prepositions for word in words
    )
    return 1 < len(words) <= OUTLET and capitals and is_open(line)
