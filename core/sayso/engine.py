"""The engine: documents in, records and reports out. No printing, no global state, no network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.active import Active, active_rules, check_names
from sayso.analysis.language import NO_LANGUAGE, LanguagePack
from sayso.analysis.layout import Layout
from sayso.checking import checked, recorded, with_record
from sayso.config.outlets import with_operator, with_profile
from sayso.config.settings import Config
from sayso.errors import ReadError
from sayso.frozen import evolve
from sayso.house.local import load_local
from sayso.outside.outside import NOTHING, Outside
from sayso.plugins.exporter import Exported
from sayso.plugins.host import PluginHost, name_of
from sayso.readers.choose import extended
from sayso.readers.document import Document
from sayso.readers.draft import Draft
from sayso.readers.left_out import LeftOut
from sayso.readers.reader import Reader, Reading
from sayso.reading import How, entries, told, unsupported
from sayso.recognition import state_language
from sayso.records.record import Record
from sayso.report import Failure, ItemReport, Report
from sayso.rules.item import Defect, Item
from sayso.text.location import Locations
from sayso.time_limit import Budget

if TYPE_CHECKING:
    from sayso.corpus.store import CorpusIndex

Given = Document | Record | Mapping[str, Any] | bytes | bytearray | memoryview | str | Path
#: What is one input, and would be taken to pieces where many are expected.
ONE: tuple[type, ...] = (Document, Record, Mapping, bytes, bytearray, memoryview, str, os.PathLike)


class Engine:
    """Plugins and configuration, ready to check. Cheap to keep and safe to share between threads.

    An engine with the installed plugins can be pickled, and so be used in other processes: it is made anew there,
    with the same configuration and the plugins that are installed there.

    Args:
        config: The operator's configuration; None uses the built-in one and reads no file.
        plugins: Plugins to load instead of the installed ones, sayso's own among them: modules or objects with hooks,
            and :func:`sayso.bundled` for what sayso brings.
        own_only: Whether to leave out every plugin that is not sayso's own.
        reader: The reader to use for every document, by name.
        at: A time (RFC 3339 with offset) to put on facts; by default none, so that output is reproducible.

    Raises:
        ConfigError: If the configuration names a rule, option, profile, plugin or reader that is not there.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        plugins: Sequence[object] | None = None,
        own_only: bool = False,
        reader: str | None = None,
        at: str | None = None,
    ) -> None:
        self.config: Config = config or Config()
        self._given = plugins
        self._own_only = own_only
        self.reader = reader
        self.at = at
        if plugins is None:
            self.host: PluginHost = PluginHost(
                enable=self.config.enable,
                disable=self.config.disable,
                own_only=own_only,
                local=[(path, load_local) for path in self.config.local_plugins],
            )
        else:
            self.host = PluginHost(installed=(), extra=[(name_of(one), one) for one in plugins])
        #: Language packs by code; without their learned part where the configuration switches it off.
        self.languages: dict[str, LanguagePack] = {
            code: pack if self.config.model else pack.replaced(model_data=None, statements_data=None)
            for code, pack in self.host.languages.items()
        }
        check_names(self.host, self.config)

    @classmethod
    def from_config(cls, path: str | Path, **options: Any) -> Engine:
        """An engine with a configuration file.

        Raises:
            ConfigError: If the file cannot be used.
        """
        from sayso.config.load import load

        return cls(load(path), **options)

    def __reduce__(self) -> tuple[Any, ...]:
        if self._given is not None:
            # Not PicklingError, which pickle keeps for itself: copy and multiprocessing raise TypeError here too.
            raise TypeError("an engine with plugins handed over as objects cannot be pickled; install them instead")
        return _rebuilt, (self.config, self._own_only, self.reader, self.at)

    # What callers use

    def check(self, source: Given, *, index: CorpusIndex | None = None, records: bool = False) -> Report:
        """Check one input, which may hold many items. Bad input makes a report with failures, never an error.

        A plugin that was left out, wholly or in part, is a failure ``plugin`` of each report: its rules did not look.

        Args:
            source: A path, a document, bytes, a plain item (a mapping) or a record. Anything else is a failure
                ``unsupported``.
            index: Where to collect the items for rules on many of them; see :meth:`index`.
            records: Whether the report is to have the records of the items, as :meth:`normalize` gives them.
        """
        items: list[ItemReport] = []
        failures: list[Failure] = list(self.host.failures)
        left: list[LeftOut] = []
        budget = Budget.of(self.config.seconds_per_item)
        for one in self._items(source, left.append, budget):
            if isinstance(one, Failure):
                failures.append(one)
                continue
            report, crashed = self._checked(one, index, records, budget)
            items.append(report)
            failures.extend(crashed)
        return Report(tuple(items), tuple(failures), self.host.refs, left_out=tuple(left))

    def check_many(
        self,
        sources: Iterable[Given],
        *,
        index: CorpusIndex | None = None,
        only: Callable[[Item], bool] | None = None,
        records: bool = False,
    ) -> Iterator[Report]:
        """Check inputs one by one, lazily and in order; an input that holds many items makes one report each.

        Where plugins were left out, wholly or in part, the first report has these failures and no items.

        Args:
            index: Where to collect the items for rules on many of them; see :meth:`index`.
            only: Which items to check; the others are passed over. None checks all.
            records: As for :meth:`check`.

        Raises:
            TypeError: If `sources` is one input and no collection of them.
        """
        if isinstance(sources, ONE):
            raise TypeError(f"check_many takes a list of inputs, not one {type(sources).__name__}; use check for one")
        told = [Report((), self.host.failures, self.host.refs)] if self.host.failures else []
        return chain(told, self._each(sources, index, only, records))

    def index(self, path: str | Path | None = None) -> CorpusIndex:
        """An index to collect items in, for the rules on many items that run here; then :meth:`conclude`.

        Args:
            path: Where to keep it, to go on with it later; None for a temporary one.

        Raises:
            ConfigError: If the file cannot be used, is no index, or was written for other rules or versions.
        """
        from sayso.corpus.rule import CorpusRule
        from sayso.corpus.store import CorpusIndex

        rules = [active.rule for active in self.rules if isinstance(active.rule, CorpusRule)]
        versions = (self.host.offered_by("sayso_rules", one.name).version for one in rules)
        return CorpusIndex(zip(rules, versions, strict=True), path)

    def conclude(self, index: CorpusIndex) -> Report:
        """What the items of an index show together; each finding at the item that it is best seen in."""
        from sayso.corpus.concluding import concluded

        across, failures = concluded(index, self.rules, self.rules_for, self.host, self.config.min_confidence)
        return Report((), failures, self.host.refs, across)

    def _each(
        self, sources: Iterable[Given], index: CorpusIndex | None, only: Callable[[Item], bool] | None, records: bool
    ) -> Iterator[Report]:
        for source in sources:
            left: list[LeftOut] = []
            budget = Budget.of(self.config.seconds_per_item)
            for one in self._items(source, left.append, budget):
                if isinstance(one, Failure):
                    yield Report((), (one,), self.host.refs)
                elif only is None or only(one):
                    report, crashed = self._checked(one, index, records, budget)
                    yield Report((report,), crashed, self.host.refs)
            if left:
                yield Report((), (), self.host.refs, left_out=tuple(left))

    def normalize(self, source: Given) -> Record:
        """The record of an input that holds one item, with speakers, quotations, attributions and claims.

        Raises:
            ReadError: If the input cannot be read or holds another number of items.
        """
        records = list(self.normalize_many(source))
        if len(records) != 1:
            raise ReadError("items", f"holds {len(records)} items, not one; use normalize_many")
        if isinstance(records[0], Failure):
            failed, where = records[0], records[0].location
            at = (where.line, where.column) if where is not None and where.column is not None else None
            raise ReadError(failed.error, failed.message, failed.locator, at) from failed.cause
        return records[0]

    def normalize_many(
        self, source: Given, left_out: Callable[[LeftOut], object] | None = None
    ) -> Iterator[Record | Failure]:
        """The records of an input, one by one; an item that cannot be read comes as a failure in its place.

        Args:
            left_out: As for :meth:`items`.
        """
        budget = Budget.of(self.config.seconds_per_item)
        for one in self._items(source, left_out, budget):
            yield one if isinstance(one, Failure) else recorded(one, budget)

    def exported(
        self, source: Given, *, findings: bool = False, left_out: Callable[[LeftOut], object] | None = None
    ) -> Iterator[Exported | Failure]:
        """The items of an input as an exporter takes them; one that cannot be read comes as a failure in its place.

        Args:
            findings: Whether to run the rules too. A rule that fails comes as a failure behind the item.
            left_out: As for :meth:`items`.
        """
        budget = Budget.of(self.config.seconds_per_item)
        for one in self._items(source, left_out, budget):
            if isinstance(one, Failure):
                yield one
                continue
            report, failures = self._checked(one, budget=budget) if findings else (None, ())
            skipped = {skip.rule for skip in report.skips} if report else set()
            active = self.rules_for(one.record.retrieval.path) if report else ()
            ran = tuple(a.rule.name for a in active if a.rule.on_items and a.rule.name not in skipped)
            record = recorded(one, budget)
            yield record if isinstance(record, Failure) else Exported(record, report, ran)
            yield from failures

    def items(self, source: Given, left_out: Callable[[LeftOut], object] | None = None) -> Iterator[Item | Failure]:
        """The items of an input as rules see them: who speaks is in their analysis, not yet in their record.

        Args:
            left_out: Told, when all items have come, of what the input holds and was not read.
        """
        yield from self._items(source, left_out, Budget.of(self.config.seconds_per_item))

    def _items(
        self, source: Given, left_out: Callable[[LeftOut], object] | None, budget: Budget | None
    ) -> Iterator[Item | Failure]:
        if isinstance(source, Record):
            yield self._item(with_operator(source, self.config, source.retrieval.path, self.at))
            return
        if not isinstance(source, ONE):
            yield unsupported(source)
            return
        how = How(self.readers, self._wanted, self._reading, self._from_draft, budget)
        yield from told(entries(self._document(source), how, self.config.limit), left_out)

    @cached_property
    def readers(self) -> dict[str, Reader]:
        """Readers by name, with the media types and suffixes that the configuration adds."""
        return extended(self.host.readers, self.config.reader)

    @cached_property
    def rules(self) -> tuple[Active, ...]:
        """The rules that run where no path setting says otherwise."""
        return active_rules(self.host, self.config, ())

    @cached_property
    def outside(self) -> Outside:
        """What the configuration names as evidence and register, read at the first use.

        Raises:
            ConfigError: If a file cannot be used; names it, and all that is wrong with it.
        """
        if not (self.config.evidence or self.config.register):
            return NOTHING
        from sayso.config.outside import load_outside

        # Evidence is read whole, by its own reader, and not against itself.
        bare = object.__new__(Engine)
        config = evolve(self.config, evidence=(), register=(), limit=None)
        bare.__dict__.update({**self.__dict__, "config": config, "reader": None})
        return load_outside(self.config, bare.items)

    def rules_for(self, path: str | None) -> tuple[Active, ...]:
        """The rules that run on the items of a file, as the configuration has them for its path."""
        settings = self.config.for_path(path)
        return active_rules(self.host, self.config, settings) if settings else self.rules

    # How it is done

    def _document(self, source: Document | Mapping[str, Any] | bytes | bytearray | memoryview | str | Path) -> Document:
        if isinstance(source, Document):
            document = source
        elif isinstance(source, bytes | bytearray | memoryview):
            document = Document.from_bytes(bytes(source))
        elif isinstance(source, Mapping):
            document = Document.from_item(source)
        else:
            document = Document.from_path(os.fsdecode(source))
        return evolve(document, max_bytes=self.config.max_bytes, encoding=document.encoding or self.config.encoding)

    def _wanted(self, path: str | None) -> str | None:
        """The reader that the caller names, or the last path setting that names one."""
        if self.reader is not None:
            return self.reader
        return next((one.reader for one in reversed(self.config.for_path(path)) if one.reader), None)

    def _reading(self, reader: Reader) -> Reading:
        options = self.config.reader.get(reader.name, {})
        return Reading(reader.ref, self._default_pack, options, self.at, self.config.containers)

    def _from_draft(self, draft: Draft) -> Item | Failure:
        if draft.record is not None:
            defects = tuple(Defect(*defect) for defect in draft.defects)
            record = with_operator(
                draft.record, self.config, draft.document.path or draft.record.retrieval.path, self.at
            )
            return self._item(record, defects, locations=draft.in_file)
        try:
            if draft.extra:
                from sayso.text.strict_json import refuse_deep

                refuse_deep(draft.extra)
            refiners = self._refiners(draft)
        except ReadError as error:
            return Failure(draft.document.path, error.kind, error.message, draft.locator)
        for refiner in refiners:
            draft.speak_as(refiner.ref)
            refiner.refined(draft)
        state_language(draft, self.languages)
        record = draft.finish(self.config.facts_for(draft.document.path))
        if self.config.outlets:
            record = with_profile(record, self.config, self.at)
        return self._item(record, layout=draft.layout, locations=draft.in_file)

    def _refiners(self, draft: Draft) -> list[Reader]:
        base = draft.plugin.name
        found = [r for _, r in sorted(self.host.readers.items()) if base in r.refines]
        wanted = self._wanted(draft.document.path)
        named = next((r for r in found if r.name == wanted), None)
        if named is None:
            return [r for r in found if r.sniff is not None and r.takes(draft)][:1]
        if not named.takes(draft):
            raise ReadError(
                "not-its-kind",
                f"the reader {named.name} found no {named.name} here: it reads {named.summary!r}; "
                "where no reader is named, the text decides",
            )
        return [named]

    @property
    def _default_pack(self) -> LanguagePack:
        return next(iter(self.languages.values()), NO_LANGUAGE)

    def _pack(self, record: Record) -> LanguagePack:
        code = (record.language.value or "").lower().replace("_", "-").partition("-")[0]
        return self.languages.get(code, NO_LANGUAGE)

    def _item(
        self,
        record: Record,
        defects: tuple[Defect, ...] = (),
        layout: Layout | None = None,
        locations: Locations | None = None,
    ) -> Item:
        return Item(record, self._pack(record), defects, layout, self._handed_over, locations)

    def _handed_over(self) -> Outside:
        return self.outside

    def _checked(
        self, item: Item, index: CorpusIndex | None = None, records: bool = False, budget: Budget | None = None
    ) -> tuple[ItemReport, tuple[Failure, ...]]:
        _ = self.outside  # a file that cannot be used is no rule's failure
        active = self.rules_for(item.record.retrieval.path)
        report, failures = checked(item, active, self.host, self.config.min_confidence, budget)
        if records:
            report, crashed = with_record(report, item, budget)
            failures += crashed
        if index is not None:
            from sayso.corpus.collecting import collected

            failures += collected(index, item, self.host)
        return report, failures


def _rebuilt(config: Config, own_only: bool, reader: str | None, at: str | None) -> Engine:
    return Engine(config, own_only=own_only, reader=reader, at=at)
