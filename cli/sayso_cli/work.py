"""Checking the inputs of a run: from the cache, in this process, or in several; the reports come in the same order."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

from sayso import Document, Failure, Report
from sayso_cli import guard
from sayso_cli.terminal import trace

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

    from sayso import CorpusIndex, Engine, Item
    from sayso_cli.caching import Cache
    from sayso_cli.engines import Engines
    from sayso_cli.since import Since

#: Inputs from which further processes are worth their start, where nobody says how many there shall be.
MANY = 48
#: The most processes that are started unasked.
MOST = 8
#: The most that are started where somebody asks for many: so many for each processor, or MOST.
EACH = 2
#: Inputs that are under way for each process.
AHEAD = 6
#: Bytes of an input from which it is checked item by item here: its reports would not fit through at once.
LARGE = 8_000_000

#: What another process gives back: the reports on an input, and what plugins printed.
Checked: TypeAlias = "tuple[list[Report], tuple[guard.Printed, ...]]"

#: The engines of a worker: inherited where it was forked, made anew elsewhere.
_engines: Engines | None = None


class Work:
    """How the inputs of a run are checked.

    Args:
        jobs: How many processes; None decides by the number of inputs.
        cache: Reports of earlier runs, by what they depend on.
        since: Which inputs and items are new; None takes all.
        records: Whether the reports are to have the records of their items.
    """

    def __init__(
        self,
        engines: Engines,
        jobs: int | None,
        cache: Cache | None,
        since: Since | None = None,
        records: bool = False,
    ) -> None:
        self.engines = engines
        self.jobs = jobs
        self.cache = cache
        self.since = since
        self.records = records
        self._pool: ProcessPoolExecutor | None = None

    def reports(
        self, inputs: Iterator[Document | Failure], index: CorpusIndex | None
    ) -> Iterator[tuple[Engine | None, Report]]:
        """The engine and a report for each item, and each failure, in the order of the inputs.

        Args:
            index: Where to collect items for rules on many of them, which is done here and item by item.
        """
        jobs = self.jobs
        if self.since is not None:
            # Changes are few; each is compared with what it was, here.
            for one in self.since.inputs(inputs):
                only = self.since.keep(one) if isinstance(one, Document) else None
                yield from self._here(one, index, only)
            return
        processors = os.cpu_count() or 1
        first = list(islice(inputs, MANY if jobs is None else min(jobs, max(MOST, EACH * processors))))
        if jobs is None:
            jobs = min(MOST, processors) if len(first) == MANY else 1
        jobs = min(jobs, len(first))
        inputs = chain(first, inputs)
        if jobs > 1 and index is None:
            yield from self._in_many(inputs, jobs)
            return
        for one in inputs:
            yield from self._here(one, index)

    def _here(
        self,
        one: Document | Failure,
        index: CorpusIndex | None = None,
        only: Callable[[Item], bool] | None = None,
    ) -> Iterator[tuple[Engine | None, Report]]:
        if isinstance(one, Failure):
            yield None, Report((), (one,))
            return
        engine = self.engines.for_path(one.path)
        alone = index is None and only is None
        key = self.cache.key(one, engine) if self.cache is not None and alone else None
        if self.cache is None or key is None:
            found = _checked(engine, one, index, only, self.records)
            yield from ((engine, report) for report in found)
            return
        known = self.cache.get(key, one.path)
        if known is None:
            known = list(_checked(engine, one, records=self.records))
            self.cache.put(key, known)
        yield from ((engine, report) for report in known)

    def _in_many(self, inputs: Iterable[Document | Failure], jobs: int) -> Iterator[tuple[Engine | None, Report]]:
        waiting: deque[_Pending] = deque()
        try:
            for one in inputs:
                waiting.append(self._begun(one, jobs))
                while waiting and (len(waiting) > jobs * AHEAD or waiting[0].ready):
                    yield from self._done(waiting.popleft())
            while waiting:
                yield from self._done(waiting.popleft())
        except BaseException:  # stopped, or wanted no further: nobody waits for what is under way
            if self._pool is not None:
                self._pool.shutdown(wait=False, cancel_futures=True)
            raise
        if self._pool is not None:
            self._pool.shutdown()

    def _begun(self, one: Document | Failure, jobs: int) -> _Pending:
        """An input on its way: known already, in another process, or to be done here when it is its turn."""
        if isinstance(one, Failure) or _is_large(one):
            return _Pending(one)
        engine = self.engines.for_path(one.path)
        key = self.cache.key(one, engine) if self.cache is not None else None
        known = self.cache.get(key, one.path) if self.cache is not None and key is not None else None
        if known is not None:
            return _Pending(one, engine, known=known)
        return _Pending(one, engine, self._submitted(one, jobs), key)

    def _submitted(self, one: Document, jobs: int) -> Future[Checked]:
        """An input in another process; where those that there were are gone, in new ones."""
        from concurrent.futures.process import BrokenProcessPool

        if self._pool is not None:
            try:
                return self._pool.submit(_check, one, self.records)
            except BrokenProcessPool:
                self._pool.shutdown(wait=False)
        self._pool = _pool(self.engines, jobs)
        return self._pool.submit(_check, one, self.records)

    def _done(self, pending: _Pending) -> Iterator[tuple[Engine | None, Report]]:
        if pending.future is None and pending.known is None:
            yield from self._here(pending.one)
            return
        reports = pending.known if pending.known is not None else self._result(pending)
        if self.cache is not None and pending.key is not None:
            self.cache.put(pending.key, reports)
        yield from ((pending.engine, report) for report in reports)

    def _result(self, pending: _Pending) -> list[Report]:
        from concurrent.futures.process import BrokenProcessPool

        assert pending.future is not None  # noqa: S101 - it was begun elsewhere
        assert isinstance(pending.one, Document)  # noqa: S101 - likewise
        try:
            try:
                reports, printed = pending.future.result()
            except BrokenProcessPool:
                # One process that ends takes all that is under way along: alone, each shows whether it is the cause.
                reports, printed = self._alone(pending.one)
        except BrokenProcessPool:
            lost = "the process that checked it was ended from outside, perhaps for want of memory; try --jobs 1"
            return [Report((), (Failure(pending.one.path, "process-lost", lost),))]
        here = guard.active()
        if printed and here is not None:
            here.add(printed)
        return reports

    def _alone(self, one: Document) -> Checked:
        pool = _pool(self.engines, 1)
        try:
            return pool.submit(_check, one, self.records).result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


class _Pending:
    """An input whose turn has not come."""

    def __init__(
        self,
        one: Document | Failure,
        engine: Engine | None = None,
        future: Future[Checked] | None = None,
        key: str | None = None,
        known: list[Report] | None = None,
    ) -> None:
        self.one = one
        self.engine = engine
        self.future = future
        self.key = key
        self.known = known

    @property
    def ready(self) -> bool:
        """Whether its reports are there, so that nobody waits for them."""
        return (
            self.known is not None or isinstance(self.one, Failure) or (self.future is not None and self.future.done())
        )


def _checked(
    engine: Engine,
    one: Document,
    index: CorpusIndex | None = None,
    only: Callable[[Item], bool] | None = None,
    records: bool = False,
) -> Iterator[Report]:
    """The reports on an input, without that on plugins that were left out: the run tells it once."""
    found = engine.check_many([one], index=index, only=only, records=records)
    return islice(found, 1 if engine.host.failures else 0, None)


def _is_large(document: Document) -> bool:
    if document.data is not None or document.path is None:
        return len(document.data or b"") > LARGE
    try:
        return os.path.getsize(document.path) > LARGE
    except (OSError, ValueError):
        return False


def _pool(engines: Engines, jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    global _engines
    context = _context()
    _engines = engines
    made = (engines.config, engines.no_config, engines.encoding, engines.own_only, engines.reader, engines.at)
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(*made, engines.changes))


def _context() -> BaseContext:
    """Forked processes have the engines at once. Where threads or the system forbid it, they are started anew."""
    import multiprocessing
    import threading

    can_fork = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    can_fork = can_fork and threading.active_count() == 1
    return multiprocessing.get_context("fork" if can_fork else "spawn")


def _begin(*made: object) -> None:
    """Prepare a worker: it leaves interrupts to the one that waits for it."""
    import signal
    import threading
    from multiprocessing.util import Finalize

    global _engines
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Last of all when its work is done: threads that plugins left behind would keep it for ever.
    Finalize(None, os._exit, args=(0,), exitpriority=-100)
    # Forked, it has what its parent kept of the words of plugins; started anew, nothing keeps them yet.
    (guard.active() or guard.Guard()).take()
    if _engines is None:
        from sayso_cli.engines import Engines

        _engines = Engines(*made)  # type: ignore[arg-type]


def _end_with_parent() -> None:
    """End a worker whose parent is gone, by whatever way: the queue that it waits at would never say so."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _check(document: Document, records: bool) -> Checked:
    """The reports on an input, and what plugins printed on the way."""
    assert _engines is not None  # noqa: S101 - the initializer made them
    reports = list(_checked(_engines.for_path(document.path), document, records=records))
    for report in reports:
        for failure in report.failures:
            trace(failure.cause)  # which does not go to another process
    here = guard.active()
    return reports, here.take() if here is not None else ()
