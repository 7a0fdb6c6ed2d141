"""The documents that the operator hands over as evidence, kept as they are searched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from attrs import field

from sayso.frozen import frozen
from sayso.outside.addresses import address
from sayso.outside.folding import folded, lowered
from sayso.outside.matching import Near, nearest, places, same_capitals
from sayso.outside.quoted import Quoted

#: How a text ends of which the rest was left out.
CUT_OFF = ("…", "...", "…]", "...]", " chars]")
#: Places of a quotation that are told, where a document has it again and again.
SHOWN = 1_000


class Found(NamedTuple):
    """A place where a document has the words of a quotation.

    Attributes:
        labels: Under whose names the words stand, as the document has them; None where nobody is named.
        exact: Whether the capitals are the same too.
    """

    labels: tuple[str | None, ...]
    exact: bool


@frozen
class EvidenceDocument:
    """One item that the operator handed over.

    Attributes:
        name: Its path, with the place in it where it holds several items.
        words: Its words with a space on both sides of each, without marks and punctuation.
        addresses: Where it was published, as :func:`address` folds them.
        title: Its headline.
        outlet: Who published it.
        language: The BCP 47 code of its language, where that is known.
        whole: Whether it is all there, and not cut off with *[…]*.
        turns: Where in `words` somebody begins to speak, and who, as a transcript's labels or the operator say; None
            for words that nobody is said to say.
        low: `words` without capitals, and of the same length.
    """

    name: str
    words: str
    addresses: tuple[str, ...] = ()
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    whole: bool = True
    turns: tuple[tuple[int, str | None], ...] = ()
    low: str = field(default="", repr=False)

    @classmethod
    def of(
        cls,
        name: str,
        passages: Iterable[tuple[str | None, str]],
        *,
        urls: Iterable[str] = (),
        title: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
    ) -> EvidenceDocument:
        """A document of its passages: who speaks, or None, and the text."""
        turns: list[tuple[int, str | None]] = []
        found: list[str] = []
        size = 0
        text = ""
        for label, text in passages:
            words = folded(text)[1:]
            if not words:
                continue
            if not turns or turns[-1][1] != label:
                turns.append((size, label))
            found.append(words)
            size += len(words)
        written = f" {''.join(found)}" if found else ""
        addresses = tuple(dict.fromkeys(map(address, urls)))
        whole = not text.rstrip().endswith(CUT_OFF)
        return cls(name, written, addresses, title, outlet, language, whole, tuple(turns), lowered(written))

    @property
    def labels(self) -> tuple[str, ...]:
        """Who speaks in it, each once and in the order in which they begin."""
        return tuple(dict.fromkeys(label for _, label in self.turns if label is not None))

    def label_at(self, offset: int) -> str | None:
        """Who speaks at an offset of `words`."""
        at = bisect_right(self.turns, offset, key=lambda turn: turn[0]) - 1
        return self.turns[at][1] if at >= 0 else None

    def find(self, quotation: Quoted) -> tuple[Found, ...]:
        """The places that have the words of a quotation, in order; none where it has no words."""
        found = []
        for node in places(self.low, quotation)[:SHOWN] if quotation.parts else ():
            chain = node.chain()
            labels = tuple(dict.fromkeys(self.label_at(one.start) for one in chain))
            found.append(Found(labels, all(same_capitals(self.words, one) for one in chain)))
        return tuple(found)

    def near(self, quotation: Quoted) -> Near | None:
        """The place where all words but one, or of many words two, are there; None for none."""
        return nearest(self.words, self.low, quotation) if quotation.parts else None


class Evidence:
    """All documents that were handed over, in the order of their names."""

    def __init__(self, documents: Iterable[EvidenceDocument]) -> None:
        self.documents: tuple[EvidenceDocument, ...] = tuple(documents)

    @cached_property
    def _by_address(self) -> Mapping[str, tuple[EvidenceDocument, ...]]:
        return _grouped((one, document) for document in self.documents for one in document.addresses)

    @cached_property
    def _by_label(self) -> Mapping[str, tuple[EvidenceDocument, ...]]:
        return _grouped((_last(label), document) for document in self.documents for label in document.labels)

    @cached_property
    def titles(self) -> Mapping[str, tuple[EvidenceDocument, ...]]:
        """The documents by title, without capitals and with single spaces."""
        found = ((" ".join((one.title or "").split()).casefold(), one) for one in self.documents)
        return _grouped((title, one) for title, one in found if title)

    @cached_property
    def outlets(self) -> Mapping[str, tuple[EvidenceDocument, ...]]:
        """The documents by the name of their outlet, without an article before it."""
        return _grouped((one.outlet.removeprefix("The "), one) for one in self.documents if one.outlet)

    def at(self, url: str) -> tuple[EvidenceDocument, ...]:
        """The documents that were published at an address."""
        return self._by_address.get(address(url), ())

    def speaking(self, name: str) -> tuple[EvidenceDocument, ...]:
        """The documents in which somebody speaks whose label ends with the same word as a name."""
        return self._by_label.get(_last(name), ())


def _last(words: str) -> str:
    return (words.split() or [""])[-1].casefold()


def _grouped(pairs: Iterable[tuple[str, EvidenceDocument]]) -> dict[str, tuple[EvidenceDocument, ...]]:
    found: dict[str, dict[str, EvidenceDocument]] = {}
    for key, document in pairs:
        found.setdefault(key, {})[document.name] = document
    return {key: tuple(documents.values()) for key, documents in found.items()}
