"""Whether two values of one fact contradict each other, and are not one in two forms. Origin: written for sayso."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sayso import Agent, DateValue, Org
from sayso_plugins.readers.html.hosts import HOSTLIKE, is_label
from sayso_plugins.readers.html.same import host_of, plain
from sayso_plugins.readers.html.words import NOBODY

#: A moment that is cut off to its minute is the same.
MINUTE = timedelta(minutes=1)
#: Zones lie a number of these apart, and no farther than that.
QUARTER, FARTHEST = timedelta(minutes=15), timedelta(hours=14)
#: Words of who owns or runs an outlet: another name than its own is no contradiction.
OWNERS = frozenset(
    """media group holdings holding publishing publishers publications newspapers broadcasting communications network
    networks enterprises ventures digital streams press company corporation corp inc ltd limited llc plc pvt gmbh ag
    verlag verlagsgesellschaft medien mediengruppe ediciones editorial editoriale editrice grupo groupe gruppo editions
    stiftung foundation association society trust institute university""".split()
)
ARTICLES = ("the ", "die ", "der ", "das ", "le ", "la ", "les ", "el ", "il ")
#: Letters of a word that tells which outlet is meant, and the share of the words of a headline that make two one.
TELLING, SHARED = 3, 0.5
#: Words of a name that are looked at.
MOST_WORDS = 12
#: Words that tell nothing.
SMALL = frozenset("the and for new of der die das und les des del los las".split())
#: Item types that others are kinds of.
GENERAL = frozenset({"article", "other"})


def differ(pointer: str, one: Any, other: Any) -> bool:
    """Whether a reader of one value would be misled by the other."""
    if isinstance(one, DateValue) and isinstance(other, DateValue):
        return _dates_differ(one, other)
    if isinstance(one, Org) and isinstance(other, Org):
        return _outlets_differ(one.name, other.name)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return _authors_differ(one, other)
    if not (isinstance(one, str) and isinstance(other, str)):
        return bool(one != other)
    if pointer == "/uri":
        return host_of(one) != host_of(other)
    if pointer == "/language":
        return one.casefold().partition("-")[0] != other.casefold().partition("-")[0]
    if pointer == "/headline":
        return _headlines_differ(one, other)
    if pointer == "/item_type" and GENERAL & {one, other}:
        return False
    return plain(one) != plain(other)


def _dates_differ(one: DateValue, other: DateValue) -> bool:
    """Days by the calendar, moments by the minute; a time without a zone is one of any zone."""
    try:
        a, b = datetime.fromisoformat(one.value), datetime.fromisoformat(other.value)
    except ValueError:
        shortest = min(one.value, other.value, key=len)
        return not (one.value.startswith(shortest) and other.value.startswith(shortest))
    days = [value for value in (one, other) if len(value.value) <= len("2026-05-04")]
    if len(days) == 2:
        return one.value != other.value
    if days:
        # By the clock of Greenwich it may be the day before or behind.
        apart = abs(date.fromisoformat(one.value[:10]) - date.fromisoformat(other.value[:10])).days
        moment = other if days[0] is one else one
        return apart > (moment.zone in ("Z", "+00:00"))
    if (a.tzinfo is None) == (b.tzinfo is None):
        return abs(a - b) >= MINUTE
    local, zoned = (a, b) if a.tzinfo is None else (b, a)
    offset = abs(local - (zoned - (zoned.utcoffset() or timedelta())).replace(tzinfo=None))
    past = offset % QUARTER
    return offset > FARTHEST + MINUTE or MINUTE <= past <= QUARTER - MINUTE


def _outlets_differ(one: str, other: str) -> bool:
    """Whether neither is the other's short form, initials, host or owner."""
    a, b = _named(one), _named(other)
    if is_label(one, b) or is_label(other, a):
        return False  # "Pen & Ink" of penandink.com
    first, second = a.replace(" ", ""), b.replace(" ", "")
    if not first or not second or first in second or second in first:
        return False
    if _shortens(first, b.split()) or _shortens(second, a.split()):
        return False
    words, others = set(a.split()), set(b.split())
    if any(len(word) >= TELLING and word not in OWNERS | SMALL for word in words & others):
        return False
    return not (words | others) & OWNERS


def _named(name: str) -> str:
    """A name without its article; of a host, the part that tells."""
    if HOSTLIKE.fullmatch(name.strip()):
        return max(plain(name.replace(".", " ")).split(), key=len)
    low = plain(name)
    return next((low[len(article) :] for article in ARTICLES if low.startswith(article)), low)


def _shortens(short: str, words: list[str]) -> bool:
    """Whether a name is run together from words of another in their order, each whole or its first letter alone."""
    reached = {0}
    for word in words[:MOST_WORDS]:
        for at in list(reached):
            reached |= {at + len(piece) for piece in (word, word[0]) if short.startswith(piece, at)}
    return len(short) in reached


def _authors_differ(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Whether each names people whom the other does not; an office, an account or the house is nobody else."""
    a, b = _people(one), _people(other)
    if not a or not b:
        return False
    return any(not _is_among(x, b) for x in a) and any(not _is_among(x, a) for x in b)


def _people(agents: tuple[Any, ...]) -> list[str]:
    """The names of people, plain; a word in small letters alone is an account."""
    people = [agent.name for agent in agents if isinstance(agent, Agent) and agent.kind == "person"]
    names = [plain(name) for name in people if " " in name.strip() or not name.islower()]
    return [name for name in names if name and name.replace(" ", "_") not in NOBODY]


def _is_among(name: str, names: list[str]) -> bool:
    """Whether a name is one of some, run together, with initials, or with the family's first."""
    parts = name.split()
    for other in names:
        theirs = other.split()
        if name.replace(" ", "") == other.replace(" ", "") or set(parts) <= set(theirs) or set(theirs) <= set(parts):
            return True
        if parts[-1] == theirs[-1] and parts[0][0] == theirs[0][0] and 1 in (len(parts[0]), len(theirs[0])):
            return True
    return False


def _headlines_differ(one: str, other: str) -> bool:
    """Whether most words of the shorter are not in the longer."""
    a, b = set(plain(one).split()), set(plain(other).split())
    return len(a & b) < SHARED * min(len(a), len(b))
