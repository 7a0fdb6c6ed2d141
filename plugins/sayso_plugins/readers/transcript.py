"""Transcripts: briefings and interviews in which labels say who speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from sayso import DateValue, Draft, Org, Pattern, Span, full_date, refiner

#: A time such as ``[00:12:04]`` may stand before or behind the name, a role in brackets behind it.
STAMP = r"(?:[\[(]?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?[\])]?\s{1,3}[-–]?\s{0,2})?"
NAME = r"[^\W\d_][\w.’'-]*(?:\s(?:[^\W\d_][\w.’'-]*|\d{1,3})){0,5}"
LABEL = Pattern(
    rf"(?P<stamp>{STAMP})(?P<who>{NAME})(?P<role>\s?[\[(][^()\[\]\n]{{1,60}}[\])]|,\s[^:,.\n]{{2,50}})?\s?:(?=\s|\Z)"
)
#: A question without a colon, as the White House sets it; an answer so only with a gap behind it.
BARE = Pattern(r"(?P<who>Q)[.:]?\s+(?=[\w\"“‘'(¿¡*…–—-])|(?P<answer>A)(?:\s{2,}|\t|[.:]\s+)(?=\S)")
ASKING = frozenset(
    "q question questions interviewer reporter reporters participant moderator host journalist audience".split()
)
#: Words that stand before a colon and are nobody.
NOBODY = frozenset(
    """
    note notes update updates correction clarification source sources photo photos caption contact contacts tags tag
    more read date time place location where when what who why how subject re from to cc by via copyright phone tel
    email e-mail fax web website address summary background also ps p.s example remember look listen first second
    third finally conclusion here this that attachments attachment keywords category categories cost price
    """.split()
)
#: What people say of themselves when they talk; parts of a recipe or of a brief do not.
TALK = Pattern(r"[?]|\b(?:I|I['’]\w+|we|we['’]\w+|me|my|us|our|mine|ours|yo|nosotr[oa]s|mi|nuestr[oa]s?)\b", 2)
SMALL = frozenset("of the and de da del der den van von la le al bin ibn y".split())
#: Fewer turns, or fewer that come back, make no transcript; labels longer than this are sentences.
LEAST, LONGEST = 4, 90
CLOCK = Pattern(r"\d{1,2}(?::\d{2})?\s?[AaPp]\.?\s?[Mm]\.?(?:\s(?P<zone>[A-Z]{2,4}(?:/[A-Z]{2,4})?))?\.?")
END = Pattern(r"(?:#{3,}|END|-\s?END\s?-|\(?End of (?:transcript|interview)\)?)\b.{0,60}", 0)
NUMERIC_DAY = Pattern(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)")
#: Zones of places where the month stands first.
AMERICAN = frozenset("ET EST EDT CT CST CDT MT MST MDT PT PST PDT".split())
PREAMBLE = 12
PLACE = Pattern(r"[A-Z][\w.’'&/-]*(?:,?\s(?:[A-Z][\w.’'&/-]*|of|the|de|en|at|in|on|and)){0,8}")
RELEASED = Pattern(r"for\s+(?:immediate\s+)?release\b", 2)


class Said(NamedTuple):
    """A turn.

    Attributes:
        paragraph: The number of the paragraph that it begins with.
        label: Its label with the mark.
    """

    paragraph: int
    who: str
    label: Span
    role: str | None = None


def is_transcript(draft: Draft) -> bool:
    """Whether at least four paragraphs open with labels of two or more speakers who come back."""
    return bool(said(draft))


def said(draft: Draft) -> list[Said]:
    """The turns of a text; none where it is no transcript."""
    text, known = draft.text, {*draft.pack.comment_labels, *draft.pack.news_labels}
    paragraphs = draft.layout.paragraphs
    asked = sum(text.startswith("Q", part.start) for part in paragraphs)
    if text.count(":") + 2 * asked < LEAST:
        return []
    found: list[Said] = []
    for number, part in enumerate(paragraphs):
        one = _labelled(text, part, number, asked >= 2)
        if one is not None and one.who.lower() not in known and _first(one.who) not in NOBODY:
            found.append(one)
    counts = Counter(one.who for one in found)
    # "Ana Ruiz:" comes once where she is "AR:" from then on.
    found = [one._replace(who=_initials(one.who)) if counts[_initials(one.who)] > 1 else one for one in found]
    counts = Counter(one.who for one in found)
    # One who speaks once is told from a sentence with a colon by the way in which the labels are set.
    capitals = sum(one.who.isupper() for one in found) > len(found) / 2
    found = [one for one in found if counts[one.who] > 1 or one.role or one.who.isupper() or not capitals]
    counts = Counter(one.who for one in found)
    again = [who for who, count in counts.items() if count > 1]
    changes = sum(one.who != other.who for one, other in pairwise(found))
    if len(found) < LEAST or len(counts) < 2 or not again or changes * 3 < len(found):
        return []
    # Labels of a list, such as those of a table of facts, come once each.
    if len(again) < 2 and not any(_asks(who) for who in counts) and len(found) < 3 * len(counts):
        return []
    return found if any(map(_is_of_somebody, found)) or _is_talk(text, paragraphs, found) else []


def _is_of_somebody(one: Said) -> bool:
    """Whether a label is surely that of one who speaks, and not a word such as *Method*."""
    return " " in one.who or one.who.isupper() or any(map(str.isdigit, one.who)) or bool(one.role) or _asks(one.who)


def _is_talk(text: str, paragraphs: Sequence[Span], found: list[Said]) -> bool:
    """Whether somebody asks, or speaks of themselves, in the paragraphs with labels."""
    return any(TALK.search(text, one.label.end, paragraphs[one.paragraph].end) for one in found)


def _labelled(text: str, part: Span, number: int, bare: bool) -> Said | None:
    end = min(part.end, part.start + LONGEST)
    match = LABEL.match(text, part.start, end) if text.find(":", part.start, end) > 0 else None
    if match is not None and bare and match["who"].startswith("Q "):
        match = None  # "Q Oh, thanks. One question:"
    if match is not None and _is_name(match["who"]):
        role = (match["role"] or "").strip(" ,()[]") or None
        return Said(number, _folded(match["who"]), Span(match.start(), match.end()), role)
    match = BARE.match(text, part.start, end) if bare else None
    if match is None:
        return None
    group = "who" if match["who"] else "answer"
    mark = match.end(group) + (text[match.end(group)] in ".:")
    return Said(number, match[group], Span(match.start(), mark))


def _is_name(words: str) -> bool:
    """Whether each word is one of a name: with a capital, a number, or small inside it."""
    parts = words.split()
    return all(part[0].isupper() or part[0].isdigit() or part in SMALL for part in parts) and parts[0] not in SMALL


def _folded(words: str) -> str:
    """Labels that differ only in case and in white space are one."""
    words = " ".join(words.split())
    head, _, rest = words.partition(" ")
    return f"{head.upper()} {rest}" if rest.isupper() else words


def _initials(who: str) -> str:
    words = who.split()
    return "".join(word[0] for word in words) if len(words) > 1 else who


def _first(who: str) -> str:
    return who.lower().split()[0].rstrip(".")


def _asks(who: str) -> bool:
    return _first(who) in ASKING


@refiner(
    "transcript",
    "A briefing or an interview with labels that say who speaks",
    version="1.0.0",
    refines=["plaintext", "html", "markdown", "json", "jsonl", "parquet", "email", "feed", "json-feed"],
    sniff=is_transcript,
)
def transcript(draft: Draft) -> None:
    """State the turns as sections, questions and answers apart, and what stands before and behind them."""
    turns, paragraphs = said(draft), draft.layout.paragraphs
    end = _end(draft, turns)
    asking = _who_asks(draft, turns, end)
    starts = [one.label.start for one in turns]
    sections: list[tuple[str, Span, Span | None]] = []
    for number, one in enumerate(turns):
        last = turns[number + 1].paragraph if number + 1 < len(turns) else end
        words_end = paragraphs[last - 1].end
        if words_end > one.label.end:
            kind = "question" if one.who in asking else "answer"
            sections.append((kind, Span(one.label.start, words_end), one.label))
    before = [block for block in draft.blocks if block.span.start < starts[0]]
    draft.resection()
    for block in before:
        span = Span(block.span.start, min(block.span.end, paragraphs[turns[0].paragraph - 1].end))
        draft.section(block.kind, span, label=block.label, confidence=block.confidence)
    for kind, span, label in sections:
        draft.section(kind, span, label=label, confidence=0.9)
    if end < len(paragraphs):
        line = paragraphs[end].of(draft.text)
        over = END.fullmatch(line) or CLOCK.fullmatch(line)
        kind = "boilerplate.end" if over else "news"
        draft.section(kind, Span(paragraphs[end].start, paragraphs[-1].end), confidence=0.8)
    counts = Counter(one.who for one in turns)
    basis = f"{len(turns)} turns with labels of {len(counts)} speakers"
    draft.inferred("item_type", "interview", basis=basis, confidence=0.9)
    _preamble(draft, turns, end, counts)
    _day_in_headline(draft)


def _end(draft: Draft, turns: list[Said]) -> int:
    """The number of the paragraph with which the last turn is over, or how many there are."""
    paragraphs = draft.layout.paragraphs
    last = turns[-1].paragraph
    for number in range(last + 1, len(paragraphs)):
        line = paragraphs[number].of(draft.text)
        if len(line) <= LONGEST and (END.fullmatch(line) or CLOCK.fullmatch(line)):
            return number
    # Where turns have one paragraph each, what follows the last is the item's own again.
    longer = sum(other.paragraph > one.paragraph + 1 for one, other in pairwise(turns))
    return len(paragraphs) if longer * 4 >= len(turns) else last + 1


def _who_asks(draft: Draft, turns: list[Said], end: int) -> set[str]:
    """The labels of those who ask: *Q* and its kin, a role that says so, else one most of whose turns end so."""
    asking = {one.who for one in turns if _asks(one.who) or (one.role and _asks(one.role))}
    if asking:
        return asking
    paragraphs = draft.layout.paragraphs
    asked, all_of = Counter[str](), Counter[str]()
    for number, one in enumerate(turns):
        last = turns[number + 1].paragraph if number + 1 < len(turns) else end
        words = draft.text[one.label.end : paragraphs[last - 1].end].rstrip(' \n\r\t”")')
        all_of[one.who] += 1
        asked[one.who] += words.endswith("?")
    likely = {who for who, count in all_of.items() if count >= 2 and asked[who] * 5 >= count * 3}
    return likely if len(likely) < len(all_of) else set()


def _preamble(draft: Draft, turns: list[Said], end: int, counts: Counter[str]) -> None:
    """Place, day, body and hours, from the lines before the first turn and behind the last one."""
    paragraphs, text = draft.layout.paragraphs, draft.text
    lines = list(paragraphs[max(0, turns[0].paragraph - PREAMBLE) : turns[0].paragraph])
    roles = {one.who: one.role for one in turns if one.role}
    kept: dict[str, Any] = {
        "turns": len(turns),
        "speakers": [
            {"label": who, "turns": count} | ({"role": roles[who]} if who in roles else {})
            for who, count in counts.most_common()
        ],
    }
    clocks = [number for number, line in enumerate(lines) if CLOCK.fullmatch(line.of(text))]
    if clocks:
        kept["begins"] = lines[clocks[0]].of(text)
    over = CLOCK.search(text, paragraphs[end].start) if end < len(paragraphs) else None
    if over:
        kept["ends"] = over.group()
    draft.extra["transcript"] = kept
    for number in range((clocks[0] if clocks else len(lines)) - 1, -1, -1):
        words = lines[number].of(text)
        if number and len(words) <= 80 and not words.isupper() and PLACE.fullmatch(words):
            draft.extracted("dateline_place", words, lines[number], confidence=0.7)
            break
        if not words.startswith("*"):
            break
    for number, line in enumerate(lines):
        words, following = line.of(text), lines[number + 1].of(text) if number + 1 < len(lines) else ""
        if following.startswith("Office of") and words.isupper() and len(words) <= 60:
            draft.extracted("outlet", Org(words.title(), kind="government"), line, confidence=0.8)
        if RELEASED.match(words) and (day := full_date(words, draft.pack)) is not None:
            at = line.start + words.index(day.raw)
            draft.extracted("date_published", day, Span(at, at + len(day.raw)), confidence=0.9)


def _day_in_headline(draft: Draft) -> None:
    """The day of *Press Briefing, 9/15/2011*: where both could be the month, the zone of its hours decides."""
    found = NUMERIC_DAY.search(draft.text, 0, min(len(draft.text), 400))
    paragraphs = draft.layout.paragraphs
    if found is None or found.end() > paragraphs[0].end or draft.states("date_published"):
        return
    first, second = int(found[1]), int(found[2])
    clock = CLOCK.match(str(draft.extra.get("transcript", {}).get("begins", "")))
    zone = (clock["zone"] or "").split("/")[0] if clock else ""
    if zone in AMERICAN or second > 12:
        month, day = first, second
    elif first > 12:
        month, day = second, first
    else:
        draft.looked("date_published", f"text: {found.group()!r} ({found.start()}-{found.end()}), day or month first")
        return
    year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
    value = DateValue(f"{year}-{month:02d}-{day:02d}", "day", found.group())
    if full_date(value.value, draft.pack) is not None:
        draft.extracted("date_published", value, Span(*found.span()), confidence=0.75)
