"""What a reader is, and how one is declared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import field

from sayso.analysis.language import LanguagePack
from sayso.errors import ReadError
from sayso.frozen import evolve, frozen
from sayso.readers.document import Document
from sayso.readers.draft import Draft
from sayso.records.fact import PluginRef


@frozen
class Reading:
    """What a reader is given beside the document.

    Attributes:
        plugin: The reader itself, for the provenance of the facts it states.
        options: Its table in the configuration (``[reader.NAME]``).
        pack: The words of the language that texts are taken for unless their language is known.
        at: The time to put on facts, where one was asked for.
    """

    plugin: PluginRef
    pack: LanguagePack
    options: Mapping[str, Any] = field(factory=dict)
    at: str | None = None

    def draft(self, document: Document, text: str, **given: Any) -> Draft:
        """Begin the draft of one item with its text."""
        return Draft(document=document, text=text, plugin=self.plugin, pack=self.pack, at=self.at, **given)


#: Bytes of a document that a reader may look at to tell whether it is of its format.
HEAD = 65_536

Read = Callable[[Document, Reading], Iterable[Draft | ReadError]]
Refine = Callable[[Draft], None]


@frozen
class Reader:
    """A plugin that makes drafts of documents of one kind, or refines the drafts of another reader.

    Attributes:
        media_types: What it reads by declaration.
        suffixes: File name endings it reads, with the dot.
        recognises: For a format whose media type or file name it shares with others, such as JSON and XML: whether the
            document's first bytes (:data:`HEAD` of them at most) are of it. It never raises.
        sniff: For a refining reader, whether a draft is of its kind; it never raises for bad input.
        refines: The readers whose drafts it refines.
    """

    name: str
    version: str
    summary: str
    read: Read | None = None
    refine: Refine | None = None
    refines: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    recognises: Callable[[bytes], bool] | None = None
    sniff: Callable[[Draft], bool] | None = None

    @property
    def ref(self) -> PluginRef:
        """Name and version as the provenance of facts gives them."""
        return PluginRef(self.name, self.version)

    def drafts(self, document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
        """The items of a document, in their order; an item that cannot be read comes as an error in its place.

        Raises:
            ReadError: If nothing of the document can be read.
        """
        assert self.read is not None, f"{self.name} refines {self.refines}"  # noqa: S101 - the engine asks only readers
        yield from self.read(document, evolve(reading, plugin=self.ref))


def reader(
    name: str,
    summary: str,
    *,
    version: str,
    media_types: Iterable[str] = (),
    suffixes: Iterable[str] = (),
    recognises: Callable[[bytes], bool] | None = None,
) -> Callable[[Read], Reader]:
    """Declare a format reader: the decorated function takes a document and a reading and yields drafts."""

    def declare(read: Read) -> Reader:
        return Reader(
            name,
            version,
            summary,
            read=read,
            media_types=tuple(media_types),
            suffixes=tuple(suffixes),
            recognises=recognises,
        )

    return declare


def refiner(
    name: str, summary: str, *, version: str, refines: str | Iterable[str], sniff: Callable[[Draft], bool]
) -> Callable[[Refine], Reader]:
    """Declare an outlet's or a shape's reader: the decorated function adds facts to another reader's draft.

    Args:
        refines: The name of the reader whose drafts it is offered, or several.
        sniff: Whether a draft is of the kind; the first refiner that says yes, by name, is used.
    """

    def declare(refine: Refine) -> Reader:
        bases = (refines,) if isinstance(refines, str) else tuple(refines)
        return Reader(name, version, summary, refine=refine, refines=bases, sniff=sniff)

    return declare
