"""One run of ``sayso check``: the reports as they come, and what counts for the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Document
from sayso_cli.work import Work

if TYPE_CHECKING:
    from sayso import CorpusIndex, Engine, Failure, Report
    from sayso_cli.accepting import Accepting
    from sayso_cli.inputs import Inputs
    from sayso_cli.progress import Progress
    from sayso_cli.rates import Rates
    from sayso_cli.sparing import Sparing
    from sayso_cli.splitting import Splitting


class Run:
    """One run: the reports as they come, and what counts for the exit code."""

    def __init__(
        self,
        work: Work,
        inputs: Inputs,
        fail_on: str | None,
        sparing: Sparing,
        rates: Rates,
        together: Together,
        accepting: Accepting,
        splitting: Splitting,
        progress: Progress,
    ) -> None:
        self.work = work
        self.inputs = inputs
        self.fail_on = fail_on
        self.sparing = sparing
        self.rates = rates
        self.together = together
        self.accepting = accepting
        self.splitting = splitting
        self.progress = progress
        self.checked = self.findings = self.failed = 0

    def reports(self, *, complain_failures: bool) -> Iterator[Report]:
        """A report an item, lazily and in order; then one of what they show together, and one of what was seen."""
        from sayso import Report, Severity, evolve
        from sayso_cli.complaints import Complaints
        from sayso_cli.coverage import coverage
        from sayso_cli.terminal import trace

        complaints = Complaints()
        for engine, report in self._each():
            level = self.fail_on or (engine.config.fail_on if engine else "error")
            whole = report
            report = evolve(self.accepting.report(report, engine), fail_on=level)
            self.progress.items += len(report.items)
            self.progress.tick()
            # What failed waits for somebody, though the baseline knows it.
            self.splitting.add(report, whole.failures, None if level == "never" else Severity(level))
            self.checked += len(report.items)
            self.failed += len(report.failures)
            if report.failures:
                self.progress.clear()
                for failure in report.failures:
                    trace(failure.cause)
                # A report may be kept to the end; what a plugin raised need not be.
                report = evolve(report, failures=tuple(evolve(one, cause=None) for one in report.failures))
            self.inputs.left_out.extend(report.left_out)
            if level != "never":
                self.findings += self.rates.failures(report, Severity(level))
            self.rates.add(report)
            for failure in report.failures if complain_failures else ():
                complaints.add(failure)
            if report.listed:
                self.progress.clear()
            yield report
        self.progress.clear()
        complaints.close()
        left_out = self.work.engines.left_out()
        if left_out:  # said on standard error in any case, when all is written
            self.failed += len(left_out)
            yield Report((), left_out)
        yield Report(coverage=coverage(self))

    def _each(self) -> Iterator[tuple[Engine | None, Report]]:
        with self.together as together:
            yield from self.work.reports(self._spared(), together.index)
            if together.index is not None:
                yield together.engine, together.engine.conclude(together.index)
        for path in self.work.since.passed if self.work.since is not None else ():
            self.accepting.doubt(path)
        on_waivers = self.accepting.on_waivers()
        if on_waivers is not None:
            yield together.engine, on_waivers

    def _spared(self) -> Iterator[Document | Failure]:
        for one in self.progress.over(self.inputs):
            self.sparing.input(one.path)
            if isinstance(one, Document):
                self.splitting.see(one.path, one.data)
            yield one
            self.sparing.own()


class Together:
    """The index of a run, where rules on many items run or somebody wants to keep it; they are those of one engine."""

    def __init__(self, engine: Engine, path: str | None) -> None:
        from sayso import ConfigError, CorpusRule

        self.engine = engine
        self.path = path
        self.wanted = any(isinstance(active.rule, CorpusRule) for active in engine.rules)
        if path is not None and not self.wanted:
            raise ConfigError("--index: no rule on many items runs here; --preview turns them on")
        self.index: CorpusIndex | None = None

    def __enter__(self) -> Together:
        if self.wanted:
            self.index = self.engine.index(self.path)
        return self

    def __exit__(self, *raised: object) -> None:
        if self.index is not None:
            self.index.close()
