"""Readers under test: what every one must keep to, on its own samples and on hostile inputs."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sayso.config.settings import Config
from sayso.engine import Engine
from sayso.errors import SaysoError, said
from sayso.readers.document import ITEM_MEDIA_TYPE, Document
from sayso.readers.reader import Reader
from sayso.records.codec import record_to_json
from sayso.records.record import Record
from sayso.report import Failure
from sayso.rules.item import Item
from sayso.testing.contract import Check, grouped, require, unfit
from sayso.testing.engines import engine_with
from sayso.testing.evidence import At, places_of, problems_of
from sayso.testing.hashes import misread
from sayso.testing.hostile import hostile_inputs
from sayso.testing.patience import seconds, within
from sayso.testing.places import File, file_of, misplaced, outside
from sayso.testing.quiet import watched
from sayso.text.location import place_given
from sayso.text.span import Span
from sayso.time_limit import TookTooLong
from sayso.traces import kept
from sayso.validation import validate

Sample = Document | Path | bytes | Mapping[str, object]
#: Failures that are no ``ReadError``: something else was raised, or nothing came back.
CRASHES = ("reader-crash", "timeout", "input")
#: Seconds after which a reader is taken to hang, where that can be interrupted.
PATIENCE = 60.0
#: Items of one sample from which a reader is taken to go on for ever.
MOST = 2_000
ENDLESS = "items and more"


def check_reader(
    reader: Reader,
    samples: Iterable[Sample],
    *,
    at: Callable[[bytes], At] | None = None,
    failures: bool = False,
    engine: Engine | None = None,
) -> None:
    """Assert that a reader keeps to its contract.

    On each sample: there are items, their records are valid by the schema, selectors and pointers lead back to what
    was read, what is extracted stands in its words or says by its ``basis`` how it follows from them, sections do not
    overlap, places (``locations``) are where these words stand in the file, a ``raw_sha256`` is the hash of the
    document or of lines of it, everything can be pickled, and the same comes out again in any order of the samples. On
    hostile inputs, broken copies of the samples among them: items or a ``ReadError`` with its place in the input, and
    never another exception. Nowhere is the network reached for or anything printed.

    Args:
        samples: Documents, paths, bytes in the reader's format, or plain items for a reader that refines these.
        at: Makes of a document's bytes a function that gives the words at one of its pointers, or raises
            ``LookupError`` (:data:`sayso.testing.At`). JSON needs none; where the documents are none and `at` is not
            given, pointers are not followed.
        failures: Whether some items of the samples are meant to fail, or some samples as a whole.
        engine: One whose plugins are installed and that has the reader, for a look at whether it can be pickled.

    Raises:
        AssertionError: Saying all that is wrong.
        TypeError: If `at` is no function, or gives none.
    """
    __tracebackhide__ = True
    if at is not None and not callable(at):
        raise TypeError(
            f"at= is a function that takes the bytes of a document and gives a function from pointer to words, not "
            f"{type(at).__name__}"
        )
    given = list(samples)
    if not given:
        raise AssertionError(f"reader {reader.name}: there is no sample to check it with")
    require(f"reader {reader.name}", reader_checks(reader, given, at=at, failures=failures, engine=engine))


def reader_checks(
    reader: Reader,
    samples: Sequence[Sample],
    *,
    at: Callable[[bytes], At] | None = None,
    failures: bool = False,
    engine: Engine | None = None,
) -> Iterator[Check]:
    """The checks of :func:`check_reader`, one by one; without samples only those on hostile inputs."""
    if (broken := unfit(reader)) is not None:
        yield broken
        return
    if reader.lacks:
        yield Check("it has what it needs", (reader.remedy,))
        return
    config = Config(seconds_per_item=seconds(PATIENCE), limit=MOST)
    forced, free = (
        engine_with(reader, bundled=("readers", "languages"), config=config, reader=name)
        for name in (reader.name, None)
    )
    documents = [_document(sample, reader, free) for sample in samples]
    names = [f"sample {n} ({one.name})" if isinstance(one, Path) else f"sample {n}" for n, one in enumerate(samples, 1)]
    with watched() as tried:
        checks = list(_on_samples(documents, names, forced, at, failures, reader.container)) if documents else []
        if not any(ENDLESS in problem for check in checks for problem in check.problems):
            checks.append(_on_hostile(reader, documents, forced, free))
    if engine is not None:
        again = pickle.loads(pickle.dumps(engine))  # noqa: S301 - it was made here
        gone = () if reader.name in again.readers else (f"there is no {reader.name} in the engine that came back",)
        checks.append(Check("an engine with it can be pickled", gone))
    yield from checks
    yield Check("it reaches for no network and prints nothing", tuple(tried))


def _document(sample: Sample, reader: Reader, engine: Engine) -> Document:
    if isinstance(sample, Document):
        return sample
    if isinstance(sample, Path):
        return Document.from_path(sample)
    if isinstance(sample, bytes):
        return _bytes(sample, reader, engine)
    return Document.from_item(sample)


def _bytes(data: bytes, reader: Reader, engine: Engine) -> Document:
    """Bytes under the name and type that the reader, or the one that it refines, reads."""
    base = reader if reader.read is not None else engine.readers.get(reader.refines[0], reader)
    suffix = base.suffixes[0] if base.suffixes else ""
    types = [one for one in base.media_types if one != ITEM_MEDIA_TYPE]
    return Document.from_bytes(data, path=f"sample{suffix}", media_type=types[0] if types else None)


def _on_samples(
    documents: list[Document],
    names: list[str],
    engine: Engine,
    at: Callable[[bytes], At] | None,
    failures: bool,
    container: bool,
) -> Iterator[Check]:
    made = [list(engine.normalize_many(document)) for document in documents]
    raised = [one.cause for found in made for one in found if isinstance(one, Failure) and one.cause is not None]
    unread = tuple(_unread(documents, made, names, failures))
    yield Check(f"it reads {_counted(len(documents), 'sample')}", unread, next(iter(raised), None))
    if any(len(found) >= MOST for found in made):
        return
    broken, followed = [], 0
    for name, document, found in zip(names, documents, made, strict=True):
        for record in found:
            if isinstance(record, Record):
                look_up = places_of(document, record, at)
                followed += look_up is not None
                found_wrong = (*problems_of(record, look_up), *(() if container else misread(record, document)))
                broken += [f"{name}: {problem}" for problem in found_wrong]
    records = sum(isinstance(one, Record) for found in made for one in found)
    what = "pointers lead back" if followed == records else "selectors lead back (without `at`, no pointer is followed)"
    yield Check(f"{_counted(records, 'record')}: valid, and {what}", tuple(broken))
    yield from _on_places(documents, names, engine)
    yield Check("what it makes can be pickled", tuple(_unpicklable(made, names)))
    before = [_plain(found) for found in made]
    backwards = [_plain(engine.normalize_many(document)) for document in reversed(documents)]
    changed = [name for name, *pair in zip(names, before, reversed(backwards), strict=True) if pair[0] != pair[1]]
    yield Check("the same comes out again, in any order", tuple(f"{name}: something else" for name in changed))


def _on_places(documents: list[Document], names: list[str], engine: Engine) -> Iterator[Check]:
    located, wrong = 0, []
    for name, document in zip(names, documents, strict=True):
        file: File | None = None
        for one in engine.items(document):
            if isinstance(one, Item) and one.locations is not None:
                file = file or file_of(document)
                located += file is not None
                wrong += [f"{name}: {problem}" for problem in misplaced(one, file)]
    if located:
        yield Check(f"{_counted(located, 'item')}: places are where they are said to be", tuple(wrong))


def _unread(
    documents: list[Document], made: list[list[Record | Failure]], names: list[str], failures: bool
) -> Iterator[str]:
    some = any(isinstance(one, Record) for found in made for one in found)
    for document, name, found in zip(documents, names, made, strict=True):
        # A sample may fail whole where failures are meant, as long as another shows what is read.
        if not any(isinstance(one, Record) for one in found) and not (failures and found and some):
            yield f"{name}: no items"
        if len(found) >= MOST:
            yield f"{name}: {MOST:,} {ENDLESS}; a sample has few"
        for one in found:
            if isinstance(one, Failure) and (not failures or one.error in CRASHES):
                meant = "" if failures else "; if that is meant, --failures or failures=True"
                yield f"{name}: {one.locator or 'all of it'}: {one.message}{meant}"
            elif isinstance(one, Failure) and (problem := outside(one, document.read())) is not None:
                yield f"{name}: {problem}"


def _unpicklable(made: list[list[Record | Failure]], names: list[str]) -> Iterator[str]:
    for name, found in zip(names, made, strict=True):
        for one in found:
            try:
                same = pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - it was made here
            except Exception as error:
                yield f"{name}: {type(error).__name__}: {error}"
                break
            if not same:
                yield f"{name}: it comes back as something else"


def _plain(found: Iterable[Record | Failure]) -> str:
    return json.dumps([record_to_json(one) if isinstance(one, Record) else str(one) for one in found], default=repr)


def _on_hostile(reader: Reader, documents: list[Document], forced: Engine, free: Engine) -> Check:
    number = 0
    samples = [document.read() for document in documents if document.item is None]
    problems = list(_unrecognised(reader, samples))
    causes: list[BaseException] = []
    for what, data in hostile_inputs(samples):
        number += 1
        for engine in (forced, free):
            answers = 0
            try:
                for one in engine.items(_bytes(data, reader, free)):
                    problems += [(what, problem) for problem in _badly_answered(one, data)]
                    if isinstance(one, Failure) and one.cause is not None:
                        causes.append(one.cause)
                    answers += 1
                if answers >= MOST:
                    problems.append((what, f"{MOST:,} {ENDLESS} of {len(data):,} bytes"))
                    return Check("it answers hostile inputs with items or a ReadError", grouped(problems))
            except Exception as error:
                problems.append((what, said(error)))
                causes.append(kept(error))
    what = f"it answers {number} hostile inputs with items or a ReadError"
    return Check(what, grouped(problems), next(iter(causes), None))


def _badly_answered(one: Item | Failure, data: bytes) -> Iterator[str]:
    if isinstance(one, Failure):
        if one.error in CRASHES:
            yield one.message
        elif (misplaced_error := outside(one, data)) is not None:
            yield misplaced_error
        return
    for problem in validate(record_to_json(one.record), "record"):
        yield f"its record is not valid: {problem.pointer}: {problem.message}"
    if one.locations is not None:
        try:
            place_given(one.locations.of_words(Span(0, len(one.text))), "of_words")
            place_given(one.locations.of_item(), "of_item")
        except Exception as error:
            yield f"its locations fail: {said(error)}"


def _unrecognised(reader: Reader, samples: list[bytes]) -> Iterator[tuple[str, str]]:
    if reader.recognises is None:
        return
    for what, data in hostile_inputs(samples):
        try:
            with within(PATIENCE):
                reader.recognises(data)
        except TookTooLong as error:
            yield what, f"`recognises` {error}"
            return
        except Exception as error:
            words = f"an error of sayso's: {error}" if isinstance(error, SaysoError) else said(error)
            yield what, f"`recognises` raises {words}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
