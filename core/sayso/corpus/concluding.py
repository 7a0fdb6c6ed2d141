"""From an index to a report: rules on many items run, and what they say put at its items."""

from __future__ import annotations

from collections.abc import Callable

from sayso.active import Active
from sayso.checking import reported
from sayso.corpus.corpus import Corpus
from sayso.corpus.entry import Entry
from sayso.corpus.rule import Across, CorpusRule
from sayso.corpus.store import CorpusIndex
from sayso.errors import SaysoError, said
from sayso.plugins.host import PluginHost
from sayso.report import Failure, ItemReport
from sayso.rules.finding import Finding
from sayso.rules.sound import about, sound, taken
from sayso.stopping import asked_to_stop
from sayso.traces import kept

#: Findings on all items from which a rule is taken to go on for ever.
MOST = 1_000_000
#: The rules that run for the item at a path.
ActiveAt = Callable[[str | None], tuple[Active, ...]]


def concluded(
    index: CorpusIndex, active: tuple[Active, ...], active_at: ActiveAt, host: PluginHost, least: float
) -> tuple[tuple[ItemReport, ...], tuple[Failure, ...]]:
    """The items of which something is said, in the order of their dates, and the rules that failed.

    Args:
        least: The confidence that a finding must have.
    """
    corpus = Corpus(index)
    found: dict[str, tuple[Entry, list[tuple[Active, Finding]]]] = {}
    failures: list[Failure] = []
    for one in active:
        if not isinstance(one.rule, CorpusRule):
            continue
        try:
            given_by = one.rule.conclude(corpus, **one.options)
            across = taken(given_by, one.rule.check, _sound, MOST)
        except BaseException as error:  # a plugin's rule may raise anything; it is named, the others go on
            if asked_to_stop(error):
                raise
            plugin = host.owner("sayso_rules", one.rule.name)
            words = f"rule {one.rule.name} (plugin {plugin}) failed over all items: {said(error)}"
            failures.append(Failure(None, "rule-crash", words, cause=kept(error)))
            continue
        for given in across:
            here = next((a for a in active_at(given.entry.path) if a.rule is one.rule), None)
            if here is not None and not index.replaced(given.entry):
                found.setdefault(given.entry.key, (given.entry, []))[1].append((here, given.finding))
    reports = (_report(*pair, least) for pair in sorted(found.values(), key=lambda pair: pair[0].order))
    return tuple(report for report in reports if report.findings), tuple(failures)


def _report(entry: Entry, found: list[tuple[Active, Finding]], least: float) -> ItemReport:
    return ItemReport(
        id=entry.id,
        path=entry.path,
        locator=entry.locator,
        content_sha256=entry.content_sha256,
        reader=entry.reader,
        findings=reported(found, entry.text, least),
        skips=(),
        text=entry.text,
        uri=entry.uri,
    )


def _sound(given: Across) -> Across:
    if not isinstance(given, Across):
        raise SaysoError(f"a rule on many items yields Across, not {type(given).__name__}")
    about(sound(given.finding, given.entry.text), None)
    return given
