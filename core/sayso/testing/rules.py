"""Rules under test: what one finds in a text, and whether its examples hold."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.analysis.language import LanguagePack
from sayso.config.settings import Config, RuleSetting
from sayso.engine import Engine
from sayso.records.codec import record_to_json
from sayso.records.pointers import is_there
from sayso.records.record import Record
from sayso.report import Report, ReportedFinding
from sayso.rules.rule import Clean, Example, Flagged, Rule
from sayso.testing.carets import by_line, parse, show
from sayso.testing.contract import grouped
from sayso.testing.engines import engine_with
from sayso.testing.patience import seconds, within
from sayso.text.span import Span
from sayso.time_limit import TookTooLong


def assert_rule(
    rule: Rule,
    text: str,
    *,
    item: Mapping[str, Any] | None = None,
    on_item: int = 0,
    findings: int | None = None,
    beside: Sequence[Mapping[str, Any]] = (),
    options: Mapping[str, Any] | None = None,
    engine: Engine | None = None,
) -> None:
    """Assert what a rule finds in a text: exactly the words with carets below them, and nothing else.

        assert_rule(cant, '''
            It is a game changer.
                    ^^^^^^^^^^^^
        ''')

    Indentation that all lines share, and empty lines at both ends, are no part of the text. A finding in several
    pieces, or over a line end, has carets under each piece. A rule that did not look at the text fails the test.

    Args:
        text: The text, with lines of carets where findings are expected; without any, none is.
        item: Further keys of the plain item; its ``language`` is the rule's first unless it is given here.
        on_item: How many findings are expected that are about the item as a whole, and have no span.
        findings: How many there are in all, where carets do not tell: two pieces may be one finding or two.
        beside: Plain items of the same corpus, for a rule on many items.
        options: Options of the rule, as a configuration gives them: ``{"allowed": ["is feared"]}``.
        engine: One that has the rule; None takes one with the rule, sayso's readers and its languages.

    Raises:
        AssertionError: Showing the text with carets under what was found.
        ConfigError: If the rule has no such option, or it takes another value.
        ValueError: If carets have no text above them, or there are options beside an engine.
    """
    __tracebackhide__ = True
    if engine is not None and options is not None:
        raise ValueError("options are for the engine that is made here; give yours Config(rules={…}) instead")
    plain, expected = parse(text)
    found = _found(rule, {**(item or {}), "text": plain}, engine or example_engine(rule, options=options), beside)
    spans = [Span(place.start, place.end) for finding in found for place in finding.spans]
    pieces = [piece for span in spans for piece in by_line(span, plain)]
    whole = sum(not finding.spans for finding in found)
    counted = findings is None or findings == len(found)
    if Counter(pieces) == Counter(expected) and whole == on_item and counted:
        return
    told = [f"    {finding.message}" for finding in found]
    lines = [
        f"{rule.name} found other words than those with carets"
        if counted
        else f"{rule.name} has {len(found)} findings, and {findings} are expected",
        "expected:" if expected else "expected: nothing",
        *([show(plain, expected)] if expected else []),
        "found:" if pieces else "found: nothing",
        *([show(plain, pieces)] if pieces else []),
        *told,
    ]
    if whole != on_item:
        lines.append(f"findings about the item as a whole: {whole}, expected {on_item}")
    raise AssertionError("\n".join(lines))


def check_examples(
    rule: Rule, *, languages: Sequence[LanguagePack] = (), options: Mapping[str, Any] | None = None
) -> None:
    """Assert that a rule has examples of both kinds, and that each holds: see :func:`check_example`.

    Args:
        languages: Language packs beside those of sayso.
        options: Options of the rule, with which all examples are to hold; None leaves their defaults.

    Raises:
        AssertionError: Saying which do not, and what was found instead.
        ConfigError: If the rule has no such option, or it takes another value.
    """
    __tracebackhide__ = True
    present = {type(example) for example in rule.examples}
    problems = [f"it has no example that is {kind.__name__}" for kind in (Flagged, Clean) if kind not in present]
    found: list[tuple[str, str]] = []
    cause: BaseException | None = None
    for number, example in enumerate(rule.examples, 1):
        try:
            check_example(rule, example, languages=languages, options=options)
        except AssertionError as error:
            found.append((f"example {number} ({type(example).__name__})", str(error)))
            cause = cause or error.__cause__
            if isinstance(error, TooSlowError):
                break
    problems.extend(grouped(found))
    if problems:
        raise AssertionError("\n".join([f"examples of {rule.name}:", *problems])) from cause


def check_example(
    rule: Rule,
    example: Example,
    *,
    languages: Sequence[LanguagePack] = (),
    options: Mapping[str, Any] | None = None,
) -> None:
    """Assert that a rule fires on an example where it says and nowhere else, the same twice, and changes nothing.

    Args:
        languages: Language packs beside those of sayso.
        options: Options of the rule, with which the example is to hold; None leaves their defaults.

    Raises:
        AssertionError: Showing the example with carets under what was found.
        ConfigError: If the rule has no such option, or it takes another value.
    """
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        engine = example_engine(rule, _handed_over(example, Path(folder)), languages, options)
        given = supplied(example, engine, rule)
        found = _found(rule, given, engine, example.beside)
        if found != _found(rule, given, engine, example.beside):
            raise AssertionError(f"{rule.name} finds something else the second time in {example.text!r}")
    expected: list[str | None] = []
    if isinstance(example, Flagged):
        expected = [*example.places] or [None]
    places = [finding.spans[0].exact if finding.spans else None for finding in found]
    if places != expected:
        spans = [Span(place.start, place.end) for finding in found for place in finding.spans]
        said = f"{rule.name} is {type(example).__name__} at {expected}, and found {places} in:"
        raise AssertionError(f"{said}\n{show(example.text, spans)}")
    if isinstance(example, Flagged) and example.severity is not None:
        severities = {finding.severity.value for finding in found}
        if severities != {example.severity.value}:
            raise AssertionError(f"{rule.name} gives {severities}, not {example.severity.value}, in {example.text!r}")


def example_engine(
    rule: Rule,
    config: Config | None = None,
    languages: Sequence[LanguagePack] = (),
    options: Mapping[str, Any] | None = None,
) -> Engine:
    """An engine in which one rule runs, with sayso's readers and languages."""
    from sayso.frozen import evolve

    rules = {rule.name: RuleSetting(None, options)} if options else {}
    config = evolve(config or Config(), select=(rule.name,), rules=rules, seconds_per_item=seconds())
    return engine_with(rule, *languages, bundled=("readers", "languages"), config=config)


def _handed_over(example: Example, folder: Path) -> Config:
    """The configuration of an example with what the operator hands over, which is put in files."""
    if not (example.evidence or example.register):
        return Config()
    paths = []
    for number, item in enumerate(example.evidence):
        path = folder / f"evidence-{number}.json"
        path.write_text(json.dumps({"language": "en", **item}), "utf-8")
        paths.append(str(path))
    register = folder / "register.toml"
    register.write_text(example.register, "utf-8")
    return Config(evidence=tuple(paths), register=(str(register),) if example.register else ())


def supplied(example: Example, engine: Engine, rule: Rule) -> dict[str, Any]:
    """The plain item of an example, or the record made of it where the example says what is otherwise in that."""
    item = {**example.item, "text": example.text}
    if not example.record:
        return item
    record: dict[str, Any] = record_to_json(engine.normalize(_in_language(item, rule)))
    for pointer, value in example.record.items():
        *path, last = pointer[1:].split("/")
        place: Any = record
        for key in path:
            place = place[int(key) if isinstance(place, list) else key]
        place[int(last) if isinstance(place, list) else last] = value
    return record


def _in_language(item: Mapping[str, Any], rule: Rule) -> dict[str, Any]:
    """A plain item in the rule's language, unless it says its own: a short text cannot tell."""
    if "schema" in item or not rule.languages:
        return dict(item)
    return {"language": rule.languages[0], **item}


def _found(
    rule: Rule, given: Mapping[str, Any], engine: Engine, beside: Sequence[Mapping[str, Any]]
) -> tuple[ReportedFinding, ...]:
    """The rule's findings on an item.

    Raises:
        AssertionError: If the rule failed, did not look, names a fact that is not there, or the item could not be read.
    """
    if rule.name not in {active.rule.name for active in engine.rules}:
        raise AssertionError(f"{rule.name} does not run in this engine")
    item = _in_language(given, rule)
    if rule.on_items:
        report = engine.check(item)
    else:
        with engine.index() as index:
            for one in (*beside, item):
                with within():
                    _assert_worked(rule, engine.check(_in_language(one, rule), index=index))
            with within():
                report = engine.conclude(index)
    _assert_worked(rule, report)
    text = item["content"]["text"] if "schema" in item else item["text"]
    found = tuple(
        finding for one in report.listed if one.text == text for finding in one.findings if finding.rule == rule.name
    )
    pointers = sorted({pointer for finding in found for pointer in finding.facts})
    if pointers:
        _assert_there(rule, pointers, item, engine)
    return found


def _assert_there(rule: Rule, pointers: Sequence[str], item: Mapping[str, Any], engine: Engine) -> None:
    """Facts of a finding are places in the item's record."""
    for record in engine.normalize_many(item):
        assert isinstance(record, Record), record  # noqa: S101 - it was checked just now
        for pointer in pointers:
            if not is_there(pointer, record):
                raise AssertionError(
                    f"{rule.name} names the fact {pointer!r}, which the record has not; a fact is a JSON Pointer such "
                    "as /outlet"
                )


class TooSlowError(AssertionError):
    """A rule did not come to an end; it would not for the next example either."""


def _assert_worked(rule: Rule, report: Report) -> None:
    for failure in report.failures:
        slow = failure.error == "timeout" or isinstance(failure.cause, TookTooLong)
        raise (TooSlowError if slow else AssertionError)(str(failure)) from failure.cause
    for item in report.items:
        for skip in item.skips:
            if skip.rule == rule.name:
                raise AssertionError(f"{rule.name} did not look at the text: {skip.reason}")
