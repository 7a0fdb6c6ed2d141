"""One item under the rules that run for it: findings, skips and crashes, put down as reports give them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from sayso.active import Active
from sayso.analysis.language import NO_LANGUAGE
from sayso.errors import SaysoError, said
from sayso.frozen import evolve
from sayso.intact import Intact
from sayso.locating import located
from sayso.plugins.host import PluginHost
from sayso.records.record import Record
from sayso.report import NOT_ANALYSED, READS, Failure, ItemReport, ReportedFinding, Skip, fingerprint, place
from sayso.rules.finding import Finding
from sayso.rules.item import Item
from sayso.rules.rule import Rule
from sayso.rules.sound import MOST, about, sound, taken
from sayso.stopping import asked_to_stop
from sayso.text.lines import Lines
from sayso.text.location import Locations
from sayso.time_limit import Budget, TookTooLong, refuse_where_impossible
from sayso.traces import kept

#: What a record says of a text that is the decoded file, behind the name of the encoding.
UNCHANGED = "line ends kept"


def checked(
    item: Item, active: tuple[Active, ...], host: PluginHost, least: float, budget: Budget | None = None
) -> tuple[ItemReport, tuple[Failure, ...]]:
    """The report on one item, and the rules that failed on it.

    Args:
        least: The confidence that a finding must have.
        budget: What is left of the item's time; None for ever.

    Raises:
        ConfigError: If there is a limit of time and nothing here could keep it.
    """
    if budget is not None:
        refuse_where_impossible(budget.seconds)
    # What the report says of the item is what it was before a plugin's rule had it in its hands.
    record, text, identity, uri = item.record, item.text, item.record.id, item.record.uri.value
    path, locator, sha256 = record.retrieval.path, record.retrieval.locator, record.content.sha256
    reader, normalisation = record.headline.plugin, record.content.normalisation
    before = Intact(item) if any(one.foreign for one in active) else None
    found, skips, failures = _looked(item, active, host, budget, None)
    if before is not None and before.restored():
        # Looking behind each rule for changes costs more than most rules: it is done where there was one.
        found, skips, failures = _looked(item, active, host, budget, before)
    stated = reported(found, text, least)
    if stated and item.locations is not None:
        stated, lost = _located_within(stated, item, item.locations, budget)
        failures.extend(lost)
    report = ItemReport(
        id=identity,
        path=path,
        locator=locator,
        content_sha256=sha256,
        reader=reader,
        findings=stated,
        skips=tuple(skips),
        text=text,
        in_file=UNCHANGED in normalisation and locator is None,
        uri=uri,
        unsure=_unsure(found, least) if least else (),
    )
    return report, tuple(failures)


def _looked(
    item: Item,
    active: tuple[Active, ...],
    host: PluginHost,
    budget: Budget | None,
    before: Intact | None,
) -> tuple[list[tuple[Active, Finding]], list[Skip], list[Failure]]:
    """What the rules find, those that did not look, and those that failed.

    Args:
        before: The item as it was, where a rule of a plugin changed it: which, is looked for.
    """
    path, locator = item.record.retrieval.path, item.record.retrieval.locator
    found: list[tuple[Active, Finding]] = []
    skips: list[Skip] = []
    failures: list[Failure] = []
    code, text, record = item.pack.code, item.text, item.record
    most = MOST + len(text)

    def look(finding: Any) -> Finding:
        return about(sound(finding, text), record)

    for one in active:
        rule = one.rule
        if rule.languages and code not in rule.languages:
            skips.append(Skip(rule.name, _why_not(item, rule)))
            continue
        if not rule.on_items:
            continue
        if budget is not None and budget.over:
            skips.append(Skip(rule.name, f"the item took longer than {budget}"))
            continue
        try:
            if budget is None and before is None:
                given = rule.check(item, **one.options) if one.options else rule.check(item)
                if type(given) is tuple and not given:
                    continue
                findings = taken(given, rule.check, look, most)
            else:
                findings = _found(one, item, look, most, budget, before if one.foreign else None)
        except TookTooLong as error:
            assert budget is not None  # noqa: S101 - nothing else raises it
            budget.stopped()
            rest = "; the rules behind it did not look" if budget.over else ""
            words = f"rule {rule.name} (plugin {host.owner('sayso_rules', rule.name)}) {error}{rest}"
            failures.append(Failure(path, "timeout", words, locator))
            continue
        except BaseException as error:  # a plugin's rule may raise anything; it is named, the others go on
            if asked_to_stop(error):
                raise
            plugin = host.owner("sayso_rules", rule.name)
            words = f"rule {rule.name} (plugin {plugin}) failed: {said(error)}"
            failures.append(Failure(path, "rule-crash", words, locator, cause=kept(error)))
            continue
        if findings:
            found.extend((one, finding) for finding in findings)
    return found, skips, failures


def enriched(item: Item) -> Record:
    """The record with what the analysis finds; one that was supplied with it stays as it is."""
    if item.record.speakers or item.record.speakers_searched is not None:
        return item.record
    return item.analysis.fuller.enriched()


def recorded(item: Item, budget: Budget | None = None) -> Record | Failure:
    """The record with what the analysis finds; why there is none, where the analysis fails or takes too long.

    Args:
        budget: As for :func:`checked`.
    """
    retrieval = item.record.retrieval
    try:
        if budget is None:
            return enriched(item)
        with budget.step():
            return enriched(item)
    except TookTooLong as error:
        return Failure(retrieval.path, "timeout", f"the analysis for the record {error}", retrieval.locator)
    except Exception as error:  # the words of a plugin's language; the other items go on
        words = f"the analysis for the record failed: {said(error)}"
        return Failure(retrieval.path, "analysis-crash", words, retrieval.locator, cause=kept(error))


def with_record(report: ItemReport, item: Item, budget: Budget | None = None) -> tuple[ItemReport, tuple[Failure, ...]]:
    """The report with the item's record; as it was, and why, where the analysis fails or takes too long.

    Args:
        budget: As for :func:`checked`. Where it is over, that was said, and the report stays as it was.
    """
    if budget is not None and budget.over:
        return report, ()
    made = recorded(item, budget)
    return (report, (made,)) if isinstance(made, Failure) else (evolve(report, record=made), ())


def _located_within(
    found: tuple[ReportedFinding, ...], item: Item, locations: Locations, budget: Budget | None
) -> tuple[tuple[ReportedFinding, ...], tuple[Failure, ...]]:
    """The findings with their places in the file; as they were, and why, where a reader's plugin fails at that."""
    retrieval, reader = item.record.retrieval, item.record.headline.plugin.name
    cause: BaseException | None = None
    try:
        if budget is None:
            return located(found, item.record, locations), ()
        if budget.over:
            return found, ()
        with budget.step():
            return located(found, item.record, locations), ()
    except TookTooLong as error:
        assert budget is not None  # noqa: S101 - nothing else raises it
        budget.stopped()
        kind, words = "timeout", f"the places of the reader {reader} {error}"
    except BaseException as error:  # a plugin's reader may raise anything; the findings stand
        if asked_to_stop(error):
            raise
        kind, words = "reader-crash", f"the places of the reader {reader} failed: {said(error)}"
        cause = kept(error)
    return found, (Failure(retrieval.path, kind, words, retrieval.locator, cause=cause),)


def _found(
    active: Active,
    item: Item,
    look: Callable[[Any], Finding],
    most: int,
    budget: Budget | None,
    before: Intact | None,
) -> list[Finding]:
    """What a rule finds.

    Args:
        look: Refuses what is no finding on the item.
        most: How much is taken for an end that does not come.
        before: Of a plugin's rule, the item as it was, which it is again for the rules behind it.

    Raises:
        SaysoError: If the rule changed the item, or says of it what is no finding.
    """
    check = active.rule.check
    changed = False
    try:
        with budget.step() if budget is not None else nullcontext():
            found = taken(check(item, **active.options), check, look, most)
    finally:
        if before is not None:
            changed = before.restored()
    if changed:
        raise SaysoError("it changes the item that all rules are given; nothing that it says of it is kept")
    return found


def _why_not(item: Item, rule: Rule) -> str:
    language = item.record.language.value
    reads = " or ".join(rule.languages)
    if item.pack is NO_LANGUAGE:
        why = f"its language, {language}, is not one that sayso analyses" if language else "its language is not known"
        return f"{NOT_ANALYSED}, since {why}{READS}{reads}"
    return f"the rule reads {reads}; the item is in {language!r}"


def reported(found: list[tuple[Active, Finding]], text: str, least: float) -> tuple[ReportedFinding, ...]:
    """Findings in the order of the text, those on the whole item first; severity and fingerprint stamped.

    Args:
        least: The confidence that a finding must have.
    """
    lines = Lines(text) if found else None
    repeats: dict[tuple[Any, ...], int] = {}
    reported: list[ReportedFinding] = []
    found.sort(key=lambda pair: (pair[1].spans[:1], pair[0].rule.name))
    for active, finding in found:
        rule = active.rule
        own = finding.severity or rule.severity
        if own.rank > rule.certainty.cap.rank:
            own = rule.certainty.cap
        # A severity that the operator sets is meant for the rule's usual finding; a milder one stays milder.
        severity = own if active.severity is None or own.rank < rule.severity.rank else active.severity
        words = tuple(span.of(text) for span in finding.spans)
        key = (rule.name, words, finding.facts)
        repeats[key] = repeats.get(key, -1) + 1
        confidence = _confidence(active, finding)
        if confidence < least:
            continue
        assert lines is not None  # noqa: S101 - there are findings
        reported.append(
            ReportedFinding(
                rule=rule.name,
                severity=severity,
                confidence=confidence,
                message=finding.message,
                help=finding.help or rule.cure,
                spans=tuple(place(span, text, lines) for span in finding.spans),
                related=tuple(place(span, text, lines) for span in finding.related),
                facts=finding.facts,
                fingerprint=fingerprint(rule.name, words, finding.facts, repeats[key]),
            )
        )
    return tuple(reported)


def _unsure(found: list[tuple[Active, Finding]], least: float) -> tuple[str, ...]:
    """The rules of which a finding is less sure than that."""
    return tuple(sorted({active.rule.name for active, finding in found if _confidence(active, finding) < least}))


def _confidence(active: Active, finding: Finding) -> float:
    return active.rule.confidence if finding.confidence is None else finding.confidence
