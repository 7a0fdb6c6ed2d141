"""The facts of an item in words: the value, how it is known, and where from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso import Agent, DateValue, Note, Org, columns
from sayso_cli.showing.pieces import Piece, Pieces, fit

if TYPE_CHECKING:
    from sayso import Fact, Record, TextSelector

#: The facts that are shown always, under the names for people, and those that are shown where they are known.
ALWAYS = (("outlet", "outlet"), ("author", "author"), ("date", "date_published"), ("headline", "headline"))
WHERE_KNOWN = (("modified", "date_modified"), ("dateline", "dateline_date"), ("place", "dateline_place"))
#: Columns of somebody's words that are quoted as evidence, and of a value.
QUOTED, VALUE = 60, 240


def facts(record: Record) -> Iterator[tuple[str, Pieces]]:
    """Name and description of each fact that is shown."""
    for name, key in (*ALWAYS, *WHERE_KNOWN):
        fact: Fact[Any] = getattr(record, key)
        if fact.known or (name, key) in ALWAYS:
            yield name, described(fact, record.text)
    for number, note in enumerate(record.independence):
        yield "" if number else "independence", described(note, record.text)


def described(fact: Fact[Any], text: str) -> Pieces:
    """A fact in one sentence: its value, its status and its evidence, what else gives it, and the values that lost."""
    if not fact.known:
        return [Piece("missing", "missing"), Piece(f"; looked in {fit('; '.join(fact.looked_in))}", "dim")]
    lost = [
        f"; {'also' if one.value == fact.value else f'not {value(one.value)},'} {evidence(one, text)}"
        for one in fact.alternatives
    ]
    return [Piece(value(fact.value)), Piece(f" — {evidence(fact, text)}{''.join(lost)}", "dim")]


def evidence(fact: Fact[Any], text: str) -> str:
    """How a value is known, and where it stands."""
    sure = "" if fact.confidence is None else f" {fact.confidence:.2f}"
    if fact.source_field is not None:
        where = f" at {fact.source_field.pointer}"
    elif fact.selectors:
        where = f" from {', '.join(quoted(selector, text) for selector in fact.selectors)}"
    elif fact.config_ref is not None:
        ref = fact.config_ref
        where = f" by {ref.file}, {ref.key} ({ref.mode}{f', {ref.who}' if ref.who else ''})"
    else:
        where = f" from {'; '.join([fact.basis or '', *fact.derived_from])}"
    return fit(f"{fact.status.value}{sure}{where}")


def quoted(selector: TextSelector, text: str) -> str:
    """The words that a selector leads to."""
    if not selector.matches(text):
        return f"{selector.start}-{selector.end}, where other words stand"
    return f"“{short(text[selector.start : selector.end], QUOTED)}”"


def value(one: object) -> str:
    """The value of a fact in words."""
    if isinstance(one, Org):
        more = ", ".join(filter(None, (one.short_name, one.kind)))
        return short(f"{one.name} ({more})" if more else one.name, VALUE)
    if isinstance(one, tuple):
        return ", ".join(value(each) for each in one)
    if isinstance(one, Agent):
        return short(f"{one.name} ({one.role})" if one.role else one.name, VALUE)
    if isinstance(one, DateValue):
        return fit(one.shown if one.raw == one.value else f"{one.shown} (“{short(one.raw, QUOTED)}”)")
    if isinstance(one, Note):
        said = ": ".join(filter(None, (one.kind, one.text or one.href)))
        said += f" <{one.href}>" if one.text and one.href else ""
        return short(said if one.self_asserted else f"{said} (said by others)", VALUE)
    return short(str(one), VALUE)


def short(words: str, room: int) -> str:
    """Somebody's words fit to be printed, their middle left out where they are longer than `room`."""
    words = fit(words)
    if columns(words) <= room:
        return words
    return f"{_head(words, room * 2 // 3)} … {_head(words[::-1], room // 3 - 3)[::-1]}"


def _head(words: str, room: int) -> str:
    """The beginning of words, whole words if there are some."""
    used = 0
    for taken, char in enumerate(words):
        used += columns(char)
        if used > room:
            head = words[:taken]
            return (head.rpartition(" ")[0] or head).strip()
    return words
