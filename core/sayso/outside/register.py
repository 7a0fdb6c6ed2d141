"""The operator's register: whose organisation it is, who pays, and since when that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from sayso.frozen import frozen
from sayso.records.fact import ConfigRef
from sayso.text.span import Span

ARTICLES = ("the ",)


@frozen
class Organisation:
    """An organisation as the operator knows it.

    Attributes:
        name: Its name in full.
        kind: Such as ``think_tank``, ``lobby``, ``party``; the schema ``register`` has them all.
        as_of: The day on which that was so, ISO 8601.
        where: What says so: a document, an address.
        ref: The place in the register.
        aliases: Further names that mean nobody else.
        funders: Who pays for it.
        owner: Whose it is.
        descriptor: What an item should call it, such as *industry-funded institute*.
    """

    name: str
    kind: str
    as_of: str
    where: str
    ref: ConfigRef
    aliases: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    owner: str | None = None
    descriptor: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names that it goes by."""
        return (self.name, *self.aliases)


class Mention(NamedTuple):
    """A place of a text that has a name of an organisation."""

    organisation: Organisation
    span: Span


class Register:
    """The organisations of one register or several, looked up by name."""

    def __init__(self, organisations: Iterable[Organisation] = ()) -> None:
        self.organisations: tuple[Organisation, ...] = tuple(organisations)

    @cached_property
    def _by_name(self) -> Mapping[str, Organisation]:
        return {_key(name): one for one in self.organisations for name in one.names}

    @cached_property
    def _by_first_word(self) -> Mapping[str, tuple[tuple[tuple[str, ...], Organisation], ...]]:
        from sayso.analysis.tokens import Tokens

        found: dict[str, list[tuple[tuple[str, ...], Organisation]]] = {}
        for one in self.organisations:
            for name in one.names:
                words = tuple(map(_typographic, Tokens(_bare(name)).words))
                if words:
                    found.setdefault(words[0], []).append((words, one))
        # Longest name first, or "Larkmoor Institute" wins over "Larkmoor Institute for Growth".
        return {first: tuple(sorted(names, key=lambda n: -len(n[0]))) for first, names in found.items()}

    def find(self, name: str | None) -> Organisation | None:
        """The organisation with a name; capitals and an article before it do not count."""
        return self._by_name.get(_key(name)) if name else None

    def mentions(self, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> Iterator[Mention]:
        """Where a text has names of the register, with their capitals and as whole words, in order.

        Args:
            words: The tokens of the text, as written.
            starts: Their offsets.
            ends: Their ends.
        """
        at = 0
        while at < len(words):
            taken = 0
            for name, one in self._beginning(words[at]):
                if _is_there(words, at, name):
                    taken = len(name)
                    last = at + taken - 1
                    cut = len(words[last]) - len(_stem(words[last])) if _typographic(words[last]) != name[-1] else 0
                    yield Mention(one, Span(starts[at], ends[last] - cut))
                    break
            at += taken or 1

    def _beginning(self, word: str) -> tuple[tuple[tuple[str, ...], Organisation], ...]:
        forms = {_typographic(word): None, _stem(word): None}
        return tuple(one for form in forms for one in self._by_first_word.get(form, ()))


def _is_there(words: Sequence[str], at: int, name: tuple[str, ...]) -> bool:
    last = at + len(name) - 1
    if last >= len(words):
        return False
    if any(_typographic(words[at + i]) != word for i, word in enumerate(name[:-1])):
        return False
    return name[-1] in (_typographic(words[last]), _stem(words[last]))


def _typographic(word: str) -> str:
    return word.replace("'", "’")


def _stem(word: str) -> str:
    """A word without the ending that makes it somebody's."""
    return _typographic(word).removesuffix("’s")


def _bare(name: str) -> str:
    words = " ".join(name.split())
    return words[4:] if words.lower().startswith(ARTICLES) else words


def _key(name: str) -> str:
    return _typographic(_bare(name)).casefold()


def organisations(table: Mapping[str, Any], file: str) -> Iterator[Organisation | str]:
    """The organisations of a register's table, valid against its schema; a text says what is wrong with one."""
    for index, one in enumerate(table.get("organisation", ())):
        key = f"organisation[{index}]"
        try:
            date.fromisoformat(one["as_of"])
        except ValueError:
            yield f"{key}.as_of: {one['as_of']!r:.40} is no day such as 2026-05-04"
            continue
        yield Organisation(
            name=one["name"],
            kind=one["kind"],
            as_of=one["as_of"],
            where=one["where"],
            ref=ConfigRef(file, key),
            aliases=tuple(one.get("aliases", ())),
            funders=tuple(one.get("funders", ())),
            owner=one.get("owner"),
            descriptor=one.get("descriptor"),
        )


def twice_named(found: Iterable[Organisation]) -> Iterator[str]:
    """What is wrong with names that mean two organisations."""
    seen: dict[str, Organisation] = {}
    for one in found:
        for name in one.names:
            other = seen.setdefault(_key(name), one)
            if other is not one:
                place = other.ref.key if other.ref.file == one.ref.file else f"{other.ref.key} in {other.ref.file}"
                yield f"{one.ref.key}: {name!r:.80} is a name of {place} too"
