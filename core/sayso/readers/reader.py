"""What a reader is, and how one is declared."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from types import CoroutineType, GeneratorType
from typing import Any, cast

from attrs import field

from sayso import declared
from sayso.analysis.language import LanguagePack
from sayso.errors import PluginError, ReadError, RecordError, cut, said
from sayso.frozen import evolve, frozen
from sayso.readers.document import Document
from sayso.readers.draft import Draft
from sayso.readers.left_out import LeftOut
from sayso.readers.limits import ContainerLimits
from sayso.records.fact import PluginRef
from sayso.stopping import asked_to_stop
from sayso.text.location import Locations
from sayso.time_limit import TookTooLong
from sayso.traces import at_start, kind_of


@frozen
class Reading:
    """What a reader is given beside the document.

    Attributes:
        plugin: The reader itself, for the provenance of the facts it states.
        options: Its table in the configuration (``[reader.NAME]``), whose keys it declares.
        pack: The words of the language that texts are taken for unless their language is known.
        at: The time to put on facts, where one was asked for.
        limits: What a container may cost.
    """

    plugin: PluginRef
    pack: LanguagePack
    options: Mapping[str, Any] = field(factory=dict)
    at: str | None = None
    limits: ContainerLimits = ContainerLimits()

    def draft(
        self,
        document: Document,
        text: str,
        *,
        media_type: str = "text/plain",
        normalisation: str = "none",
        raw_sha256: str | None = None,
        locator: str | None = None,
        record_id: str | None = None,
        extra: Mapping[str, Any] | None = None,
        locations: Locations | None = None,
    ) -> Draft:
        """Begin the draft of one item.

        Args:
            text: Of the item, as spans count in it.
            media_type: Of the document.
            normalisation: What was done between the bytes and the text, in words.
            raw_sha256: The hash (SHA-256) of the document's bytes, or of the lines of it that are the item, in
                hexadecimal.
            locator: Where in the document the item is, such as ``line 12``; None where it is all of it.
            record_id: The item's own id; None makes one of the text.
            extra: What is no fact, as JSON values.
            locations: How the parts of the item are found in the file.

        Raises:
            RecordError: If the text is none. One without words, or with half of a surrogate pair, is refused when the
                draft is yielded, and so is what else no record holds: that item fails, and the others are read.
        """
        return Draft(
            document,
            text,
            self.plugin,
            self.pack,
            media_type=media_type,
            normalisation=normalisation,
            raw_sha256=raw_sha256,
            locator=locator,
            record_id=record_id,
            extra=extra,
            at=self.at,
            locations=locations,
        )


#: Bytes of a document that a reader may look at to tell whether it is of its format.
HEAD = 65_536

#: What a function may return by mistake whose parts are no drafts.
NO_DRAFTS = (str, bytes, Mapping)

#: Keys that every reader's table in the configuration has.
OF_ALL = ("media-types", "suffixes")

#: What a reader yields: items, and in their places those that cannot be read; a container's reader also documents for
#: other readers (:meth:`Document.inner`), and what it leaves out.
Made = Draft | ReadError | Document | LeftOut
Read = Callable[[Document, Reading], Iterable[Made]]
Refine = Callable[[Draft], None]


@frozen
class Reader:
    """A plugin that makes drafts of documents of one kind, or refines the drafts of another reader.

    Attributes:
        media_types: What it reads by declaration.
        suffixes: File name endings it reads, with the dot.
        recognises: For a format whose media type or file name it shares with others, such as JSON and XML: whether the
            document's first bytes (:data:`HEAD` of them at most) are of it. It never raises.
        container: Whether it hands over documents, each of which its own reader reads. Then a reader that the user
            names is for these.
        over: Readers that it goes before where both recognise a document: that of an outlet's pages before ``html``.
        needs: Modules that it imports and that sayso does not bring by itself.
        extra: The extra of a distribution that brings them, such as ``sayso[parquet]``.
        sniff: For a refining reader, whether a draft is of its kind; it never raises for bad input.
        refines: The readers whose drafts it refines.
        options: The keys of its table in the configuration (``[reader.NAME]``) that it reads, beside those that all
            readers have.
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
    container: bool = False
    needs: tuple[str, ...] = ()
    extra: str | None = None
    over: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def lacks(self) -> tuple[str, ...]:
        """The modules of `needs` that are not installed."""
        if not self.needs:
            return ()
        from importlib.util import find_spec

        return tuple(name for name in self.needs if find_spec(name) is None)

    @property
    def remedy(self) -> str:
        """What to say where something is lacking."""
        return f"reading {self.name} needs {' and '.join(self.lacks)}; install {self.extra or ' '.join(self.lacks)}"

    @property
    def ref(self) -> PluginRef:
        """Name and version as the provenance of facts gives them."""
        return PluginRef(self.name, self.version)

    def takes(self, draft: Draft) -> bool:
        """Whether a refiner takes a draft; one that does not say takes all.

        Raises:
            PluginError: If its `sniff` fails.
        """
        if self.sniff is None:
            return True
        try:
            return bool(self.sniff(draft))
        except BaseException as error:
            if asked_to_stop(error) or isinstance(error, TookTooLong):
                raise
            raise PluginError(self.name, f"whether the reader takes it failed: {said(error)}") from error

    def refined(self, draft: Draft) -> None:
        """Add what this refiner finds to the draft of another reader.

        Raises:
            RecordError: If its function does nothing of it, since it yields or waits to be awaited.
        """
        assert self.refine is not None, f"{self.name} reads"  # noqa: S101 - the engine asks only refiners
        given: object = self.refine(draft)
        if isinstance(given, GeneratorType | CoroutineType):
            words = f"it returns {kind_of(given)}; a refiner adds to its draft, and yields nothing"
            raise RecordError(at_start(words, self.refine))

    def drafts(self, document: Document, reading: Reading) -> Iterator[Made]:
        """The items of a document, in their order; an item that cannot be read comes as an error in its place.

        Raises:
            ReadError: If nothing of the document can be read; ``missing-extra`` where a module is not installed.
            RecordError: If the function gives what could not be drafts.
        """
        if self.lacks:
            raise ReadError("missing-extra", self.remedy)
        assert self.read is not None, f"{self.name} refines {self.refines}"  # noqa: S101 - the engine asks only readers
        given: object = self.read(document, evolve(reading, plugin=self.ref))
        if isinstance(given, NO_DRAFTS) or not isinstance(given, Iterable):
            raise RecordError(at_start(f"it returns {kind_of(given)}; a reader yields its drafts", self.read))
        returned = yield from cast("Generator[Made, None, object]", given)
        if returned is not None:
            words = f"it yields its drafts, and returns {cut(returned)} too, which would be lost"
            raise RecordError(at_start(words, self.read))


def reader(
    name: str,
    summary: str,
    *,
    version: str,
    media_types: str | Iterable[str] = (),
    suffixes: str | Iterable[str] = (),
    recognises: Callable[[bytes], bool] | None = None,
    container: bool = False,
    over: str | Iterable[str] = (),
    options: str | Iterable[str] = (),
    needs: str | Iterable[str] = (),
    extra: str | None = None,
) -> Callable[[Read], Reader]:
    """Declare a format reader: the decorated function takes a document and a reading and yields drafts.

    What is a list of texts may be given as one text, which is a list of one.

    Args:
        media_types: What it reads by declaration.
        suffixes: File name endings it reads, with the dot.
        container: Whether it yields documents for other readers; see :class:`Reader`.
        over: The readers that it goes before where both recognise a document, by name.
        options: The keys of ``[reader.NAME]`` in the configuration that it reads from :attr:`Reading.options`; any
            other is refused.
        needs: Modules that may not be installed, with the `extra` that brings them.

    Raises:
        SaysoError: If the name is none, a suffix has no dot, or a media type is none.
    """
    what = declared.name("reader", name)
    types, endings = declared.media_types(what, media_types), declared.suffixes(what, suffixes)

    def declare(read: Read) -> Reader:
        return Reader(
            name,
            version,
            summary,
            read=read,
            media_types=types,
            suffixes=endings,
            recognises=recognises,
            container=container,
            over=declared.several(over),
            options=declared.several(options),
            needs=declared.several(needs),
            extra=extra,
        )

    return declare


def refiner(
    name: str, summary: str, *, version: str, refines: str | Iterable[str], sniff: Callable[[Draft], bool]
) -> Callable[[Refine], Reader]:
    """Declare an outlet's or a shape's reader: the decorated function adds facts to another reader's draft.

    Args:
        refines: The name of the reader whose drafts it is offered, or several.
        sniff: Whether a draft is of the kind; the first refiner that says yes, by name, is used.

    Raises:
        SaysoError: If the name is none.
    """
    declared.name("reader", name)

    def declare(refine: Refine) -> Reader:
        return Reader(name, version, summary, refine=refine, refines=declared.several(refines), sniff=sniff)

    return declare
