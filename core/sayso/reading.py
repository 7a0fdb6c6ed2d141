"""Reading an input to its last item: containers are opened, what fails is reported and what is left out counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from itertools import count

from sayso.errors import PluginError, ReadError, RecordError, SaysoError, SelectorError, placed, said
from sayso.frozen import evolve, frozen
from sayso.readers.choose import choose
from sayso.readers.document import Document
from sayso.readers.draft import Draft
from sayso.readers.left_out import LeftOut
from sayso.readers.reader import Made, Reader, Reading
from sayso.readers.sound import unfit_draft, unfit_error, unfit_left_out, unfit_text
from sayso.report import LINE, Failure
from sayso.rules.item import Item
from sayso.stopping import asked_to_stop
from sayso.text.location import Location
from sayso.time_limit import Budget, TookTooLong, each_within, refuse_where_impossible
from sayso.traces import at_yield, kept

Entry = Item | Failure | LeftOut
#: What a reader yields.
MADE = (Draft, ReadError, Document, LeftOut)

#: Kinds of what was left out that are told apart in one input; names in an archive may be anything.
KINDS = 200
#: Things that are no drafts, after which no more is asked of the reader that yields them.
ODD = 20


@frozen
class How:
    """How the documents of an input are read.

    Attributes:
        wanted: The reader that the user names for a path, if any.
        reading: What a reader is given.
        item: The item of a draft.
        budget: The time of the item that is being read; None for ever.
    """

    readers: Mapping[str, Reader]
    wanted: Callable[[str | None], str | None]
    reading: Callable[[Reader], Reading]
    item: Callable[[Draft], Item | Failure]
    budget: Budget | None = None


def entries(document: Document, how: How, limit: int | None = None) -> Iterator[Entry]:
    """The items and failures of an input in their order, and at the end what was left out, added up by its reason.

    Args:
        limit: After how many items and failures to stop; where more would have followed, the last entry says so.

    Raises:
        ConfigError: If there is a limit of time and nothing here could keep it.
    """
    if how.budget is not None:
        refuse_where_impossible(how.budget.seconds)
    left: Counter[tuple[str | None, str | None, str, str | None, str]] = Counter()
    numbers = count(1)
    for one in _read(document, how):
        if isinstance(one, LeftOut):
            key = (one.path, one.locator, one.kind, one.detail, one.reason)
            if key not in left and len(left) >= KINDS:
                key = (one.path, None, one.kind, "of other kinds", "not read; the kinds are too many to be listed")
            left[key] += one.number or 0
            continue
        if limit is not None and next(numbers) > limit:
            reason = f"the limit of {limit} {'item' if limit == 1 else 'items'} for each input was reached"
            left[document.path, document.locator, "item", None, reason] = 0
            break
        yield one
    for (path, locator, kind, detail, reason), number in left.items():
        yield LeftOut(kind, reason, detail, number or None, path, locator)


def _read(document: Document, how: How) -> Iterator[Entry]:
    name, began = "", False
    try:
        document = document.held()
        if how.budget is not None:
            how.budget.begin()
        with how.budget.step() if how.budget is not None else nullcontext():
            reader = choose(document, how.readers, how.wanted(document.path))
        name = f" {reader.name}"
        reading = how.reading(reader)
        if reader.container and document.depth >= reading.limits.depth:
            raise ReadError(
                "nesting",
                f"lies in {document.depth} containers and is one itself; unpack it, or raise depth under [limits]",
            )
        found: Iterator[object] = reader.drafts(document, reading)  # whatever a plugin yields
        odd = 0
        for made in found if how.budget is None else each_within(found, how.budget):
            began = True
            if isinstance(made, MADE):
                yield from _entry(made, document, how, reader.name)
                continue
            odd += 1
            wrong = RecordError(at_yield(f"a reader yields drafts, not {type(made).__name__}", found))
            yield _mistaken(document.path, document.locator, name, wrong)
            if odd == ODD:
                raise RecordError(f"it yielded {ODD} things that are no drafts")
        if not began:
            yield _without_items(document, reader)
    except GeneratorExit:  # somebody wants no more
        raise
    except BaseException as error:  # a plugin's reader may raise anything; the input is reported, others go on
        if asked_to_stop(error):
            raise
        if isinstance(error, ReadError) and error.kind == "no-reader" and document.among_others:
            yield _unread(document)
            return
        lost = _lost(document, name, error)
        # What came before it shows that there may be more, of which nothing else would tell.
        ended = began or isinstance(error, TookTooLong)
        yield evolve(lost, message=f"{lost.message}; what follows there is not read") if ended else lost


def _lost(document: Document, name: str, error: BaseException, item: Draft | None = None) -> Failure:
    """Why an item, or the document or the rest of it, is not read."""
    path, locator = document.path, document.locator
    if item is not None:
        inside: object = item.locator
        locator = inside if inside is None or isinstance(inside, str) else locator
    if isinstance(error, ReadError):
        return failure(document, _within(error, locator) if item is not None else error, name.strip())
    if isinstance(error, PluginError):
        return _of_plugin(path, locator, error)
    if isinstance(error, RecordError | SelectorError):
        return _mistaken(path, locator, name, error)
    if isinstance(error, SaysoError):
        return Failure(path, "input", str(error), locator, cause=kept(error))
    if isinstance(error, RecursionError):
        return _nested(path, locator, name, error)
    if isinstance(error, TookTooLong):
        return Failure(path, "timeout", f"its reader{name} {error}", locator)
    return _crashed(path, locator, name, error)


def _without_items(document: Document, reader: Reader) -> Failure:
    """A document of which nothing came, neither an item nor a word on why there is none."""
    words = f"its reader {reader.name} finds no item in it, and does not say why; is it of the format?"
    return Failure(document.path, "no-items", words, document.locator)


def _entry(made: Made, document: Document, how: How, name: str) -> Iterator[Entry]:
    if isinstance(made, Document):
        yield from _read(made, how)
    elif isinstance(made, LeftOut) and (problem := unfit_left_out(made)) is not None:
        yield _mistaken(document.path, document.locator, f" {name}", RecordError(problem))
    elif isinstance(made, LeftOut):
        yield evolve(made, path=document.path, locator=document.within(made.locator))
    elif isinstance(made, ReadError):
        yield failure(document, made, name)
    else:
        try:
            _take(made)
            item = _item(made, how)
        except BaseException as error:  # one item's; those behind it are still read
            if asked_to_stop(error):
                raise
            item = _lost(document, f" {made.plugin.name}", error, made)
        yield item


def _take(made: Draft) -> None:
    """Refuse a draft that no item can be made of, or was.

    Raises:
        RecordError: If it came before, its text has no words, or something of it is not what a record holds.
    """
    if made.yielded:
        raise RecordError("a draft was yielded twice; each item has its own")
    made.yielded = True
    problem = unfit_text(made.text) or unfit_draft(made) if made.record is None else None
    if problem is not None:
        raise RecordError(problem)


def _item(made: Draft, how: How) -> Item | Failure:
    if how.budget is None:
        return how.item(made)
    with how.budget.step():
        return how.item(made)


def _unread(document: Document) -> LeftOut:
    """Files of an archive that nobody reads are counted by their ending, as those of a folder are."""
    container = (document.locator or "").rpartition(", ")[0] or None
    kind = document.suffix or document.media_type or "without an ending"
    return LeftOut("file", "no reader reads them", kind, path=document.path, locator=container)


def _within(error: ReadError, locator: str | None) -> ReadError:
    """What a refiner says of an item, with the place of that item where it says none."""
    return error if error.locator or not locator else ReadError(error.kind, error.message, locator)


def _nested(path: str | None, locator: str | None, name: str, error: BaseException) -> Failure:
    words = f"nested too deeply to be read{f' by its reader{name}' if name else ''}"
    return Failure(path, "nesting", words, locator, cause=kept(error))


def _crashed(path: str | None, locator: str | None, name: str, error: BaseException) -> Failure:
    return Failure(path, "reader-crash", f"its reader{name} failed: {said(error)}", locator, cause=kept(error))


def _of_plugin(path: str | None, locator: str | None, error: PluginError) -> Failure:
    """What a plugin's function failed with that was asked about a document or a draft."""
    return Failure(path, "reader-crash", str(error), locator, cause=kept(error.__cause__ or error))


def _mistaken(path: str | None, locator: str | None, name: str, error: SaysoError) -> Failure:
    """A reader that states what no record can hold is wrong itself, and not its input."""
    where = getattr(error, "locator", None) or locator
    words = placed(f"its reader{name} is wrong: {error}", error)
    return Failure(path, "reader-crash", words, where, cause=kept(error))


def failure(document: Document, error: ReadError, reader: str = "") -> Failure:
    """An input, or a part of it, that could not be read."""
    problem = unfit_error(error)
    if problem is not None:
        words = f"its reader{f' {reader}' if reader else ''} gives an error {problem}"
        inside: object = error.locator
        locator = document.within(inside) if isinstance(inside, str) else document.locator
        return Failure(document.path, "reader-crash", words, locator, cause=kept(error))
    locator, location, message = document.within(error.locator), None, error.message
    if error.at is not None and document.depth == 0:
        location, message = Location(*error.at), error.beside()
    elif (line := LINE.match(locator or "")) is not None and document.depth == 0:
        location = Location(int(line[1]), exact=False)
    return Failure(document.path, error.kind, message, locator, location)


def unsupported(source: object) -> Failure:
    """What is no input at all."""
    many = "; check_many takes several" if isinstance(source, Iterable) else ""
    return Failure(
        None,
        "unsupported",
        f"an input of type {type(source).__name__} cannot be read; "
        f"give a path, bytes, a plain item (a mapping), a Document or a Record{many}",
    )


def told(found: Iterable[Entry], left_out: Callable[[LeftOut], object] | None) -> Iterator[Item | Failure]:
    """The items and failures; of what was left out `left_out` is told."""
    for one in found:
        if not isinstance(one, LeftOut):
            yield one
        elif left_out is not None:
            left_out(one)
