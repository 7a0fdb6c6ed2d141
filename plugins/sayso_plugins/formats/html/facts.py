"""The facts of an item: the value, how it is known, and where from; of a missing one, where it was looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sayso import Agent, DateValue, Fact, InfoSource, Note, Org, Record, Span, Status, TextSelector
from sayso_plugins.formats.html import wording
from sayso_plugins.formats.html.safe import attribute, joined, line, link, percent
from sayso_plugins.formats.html.wording import NAMES

#: The facts that are shown, in their order.
SHOWN = (
    "outlet",
    "author",
    "date_published",
    "date_modified",
    "headline",
    "dateline_place",
    "dateline_date",
    "item_type",
    "language",
    "uri",
)
#: How a fact is known, for people.
STATUSES = {
    "asserted": "Stated in the metadata.",
    "extracted": "Found in the text.",
    "inferred": "Concluded, and not stated by anybody.",
    "configured": "Set by the configuration of whoever ran the check.",
    "missing": "Looked for, and not found.",
}
#: Kinds of item whose names are two words.
ITEM_TYPES = {one: one.replace("_", " ") for one in ("digest_item", "press_release", "live_entry", "fact_check")}
#: Characters of a value, and of somebody's words that are quoted as evidence.
VALUE, QUOTED = 600, 120

#: Where on the page a place of the text is; None where it is not shown.
Where = Callable[[Span], str | None]
#: What ties an item to another one is shown, links in its text are not: the text has them.
TIES = {
    "corrects": "Corrects",
    "revision_of": "A revision of",
    "duplicate_of": "A duplicate of",
    "derived_from": "Made from",
}


def listed(record: Record) -> Iterator[tuple[str, Fact[Any]]]:
    """The facts that are shown, under their names."""
    for key in SHOWN:
        yield NAMES[key], getattr(record, key)
    lists: tuple[tuple[str, tuple[Fact[Any], ...]], ...] = (
        ("Independence", record.independence),
        ("Supplied by", record.info_sources),
    )
    for name, several in lists:
        for number, fact in enumerate(several, 1):
            yield f"{name}, {number}" if len(several) > 1 else name, fact
    for section in record.sections:
        if section.author.known:
            yield f"Author of the {section.kind}", section.author
    for correction in record.corrections:
        yield "Date of the correction", correction.date


def facts(record: Record, where: Where) -> Iterator[str]:
    """The facts of a record as a list of names and descriptions."""
    yield '<dl class="facts">\n'
    for name, fact in listed(record):
        status = fact.status.value
        yield f'<div class="fact {status}"><dt>{line(name)}</dt>\n<dd>'
        yield from described(fact, record.text, where)
        yield "</dd></div>\n"
    for relation in record.relations:
        if relation.type in TIES:
            words = line(relation.evidence or relation.target, VALUE)
            yield f'<div class="fact"><dt>{TIES[relation.type]}</dt>\n<dd>{link(relation.target, words)}</dd></div>\n'
    yield "</dl>\n"


def described(fact: Fact[Any], text: str, where: Where) -> Iterator[str]:
    """A fact: its value, its status and its evidence, and the values that lost to it."""
    chip = f'<span class="chip {fact.status.value}">{fact.status.value}</span>'
    if not fact.known:
        yield f"{chip} {wording.searched(fact.looked_in)}"
        return
    long = " long" if isinstance(fact.value, Note) else ""
    yield f'<span class="value{long}">{value(fact.value)}</span> {chip} '
    yield f'<span class="evidence">{evidence(fact, text, where)}</span>'
    rows = "".join(f"<li>{row}</li>" for row in _others(fact, text, where))
    if rows:
        yield f'<ul class="lost">{rows}</ul>'


def _others(fact: Fact[Any], text: str, where: Where) -> Iterator[str]:
    """What else gives the value, each place once, and the values that lost to it."""
    seen = {(fact.source_field and fact.source_field.pointer, fact.selectors)}
    for one in fact.alternatives:
        if not same(one.value, fact.value):
            yield f"not {value(one.value)}: {evidence(one, text, where)}"
            continue
        place = (one.source_field and one.source_field.pointer, one.selectors)
        if one.status in (Status.ASSERTED, Status.EXTRACTED) and place in seen:
            continue
        seen.add(place)
        written = "" if value(one.value) == value(fact.value) else f", as {value(one.value)}"
        yield f"also {evidence(one, text, where)}{written}"


def same(one: Any, other: Any) -> bool:
    """Whether two values say one thing: names without regard to capitals and blanks, a day and a time on it."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, DateValue) and isinstance(other, DateValue):
        short, long = sorted((one.value, other.value), key=len)
        return long.startswith(short)
    key, further = (" ".join(str(getattr(each, "name", each)).split()).casefold() for each in (one, other))
    return type(one) is type(other) and not isinstance(one, Note) and key == further


def evidence(fact: Fact[Any], text: str, where: Where) -> str:
    """Where a value is from, and how sure it is."""
    if fact.source_field is not None:
        known = f"from {wording.origin(fact.source_field.pointer)}"
    elif fact.selectors:
        known = f"in the text: {', '.join(quoted(one, text, where) for one in fact.selectors)}"
    elif fact.config_ref is not None:
        ref = fact.config_ref
        who = f" by {line(ref.who, VALUE)}" if ref.who else ""
        place = attribute(f"{ref.file}: {ref.key} ({ref.mode})")
        known = f'<span class="place" title="{place}">set in the configuration{who}</span>'
    else:
        rests = f" (rests on {', '.join(map(wording.about, fact.derived_from))})" if fact.derived_from else ""
        known = f"inferred: {line(fact.basis or '', VALUE)}{rests}"
    sure = f"{percent(fact.confidence)} sure" if fact.confidence is not None else ""
    return joined((known, sure))


def quoted(selector: TextSelector, text: str, where: Where) -> str:
    """The words that a selector leads to, as a link to them."""
    if not selector.matches(text):
        return f"at {selector.start}–{selector.end}, where other words stand"
    said = f"“{line(text[selector.start : selector.end], QUOTED)}”"
    target = where(selector.span)
    return f'<a href="#{target}">{said}</a>' if target else said


def value(one: Any) -> str:
    """The value of a fact as HTML."""
    if isinstance(one, tuple):
        return "; ".join(value(each) for each in one)
    if isinstance(one, Org):
        return _org(one)
    if isinstance(one, Agent):
        return line(one.name, VALUE) + (f" ({line(one.role, VALUE)})" if one.role else "")
    if isinstance(one, InfoSource):
        return f"{line(one.name, VALUE)} ({line(one.role, VALUE)})"
    if isinstance(one, DateValue):
        raw = "" if one.raw == one.value else f" (written “{line(one.raw, QUOTED)}”)"
        return f"{line(one.shown, VALUE)}{raw}"
    if isinstance(one, Note):
        said = line(one.text or one.href or "", VALUE)
        by = "the outlet says so of itself" if one.self_asserted else "said by others"
        linked = link(one.href, said)
        # An address that nobody may follow is shown as it is.
        linked += f" – {line(one.href, VALUE)}" if one.text and one.href and linked == said else ""
        return f"{line(one.kind.replace('_', ' '))}: {linked} ({by})"
    written = str(one)
    return link(written, line(ITEM_TYPES.get(written, written), VALUE))


def _org(one: Org) -> str:
    known = [line(part, VALUE) for part in (one.short_name, (one.kind or "").replace("_", " ")) if part]
    known += [f"owner {line(one.owner, VALUE)}"] if one.owner else []
    known += [f"funded by {', '.join(line(name, VALUE) for name in one.funders)}"] if one.funders else []
    known += ["no bylines by policy"] if one.no_bylines_policy else []
    return link(one.url, line(one.name, VALUE)) + (f" ({', '.join(known)})" if known else "")


def byline(record: Record) -> str:
    """Outlet, author and date in one line, with what is missing said."""
    parts = []
    for key, absent in (("outlet", "outlet unknown"), ("author", "no author"), ("date_published", "no date")):
        fact: Fact[Any] = getattr(record, key)
        parts.append(_brief(fact.value) if fact.known else f'<span class="absent">{absent}</span>')
    known = [record.item_type.value or "", record.language.value or ""]
    parts += [line(one.replace("_", " "), QUOTED) for one in known if one]
    return joined(parts)


def _brief(one: Any) -> str:
    if isinstance(one, tuple):
        return ", ".join(line(each.name, QUOTED) for each in one)
    return line(str(getattr(one, "name", None) or getattr(one, "shown", one)), QUOTED)
