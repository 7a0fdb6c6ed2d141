"""Whether what a rule gives can be reported: a fault in it is the rule's, and is told with the line that yields it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import GeneratorType, NoneType
from typing import Any, TypeVar

from sayso.errors import SaysoError, cut
from sayso.records.pointers import is_there
from sayso.records.record import Record
from sayso.rules.finding import Finding, Severity
from sayso.text.span import Span
from sayso.traces import at_start, at_yield, kind_of

T = TypeVar("T")
#: Findings on one text, beside one for each of its characters, from which a rule is taken to go on for ever.
MOST = 10_000
#: What the parts of a finding are, what those are made of that have several, and how one is written.
PARTS: tuple[tuple[str, tuple[type, ...], type | None, str], ...] = (
    ("message", (str,), None, "a text"),
    ("spans", (tuple,), Span, "a tuple of Span, as (span,)"),
    ("facts", (tuple,), str, "a tuple of JSON Pointers, as ('/outlet',)"),
    ("severity", (Severity, NoneType), None, f"None or one of {', '.join(f'Severity.{one.name}' for one in Severity)}"),
    ("confidence", (float, int, NoneType), None, "None or a number from 0 to 1"),
    ("help", (str, NoneType), None, "None or a text"),
    ("related", (tuple,), Span, "a tuple of Span, as (span,)"),
)
#: What a rule may return by mistake whose parts are no findings.
NO_FINDINGS = (str, bytes, Mapping)
#: What nearly all rules return: asking whether anything else can be gone through takes longer than most rules.
USUAL = frozenset({GeneratorType, list, tuple})


def taken(given: object, check: object, look: Callable[[Any], T], most: int) -> list[T]:
    """What a rule yields, to the end; what it yields again in the same words is no second finding.

    Args:
        check: Its function.
        look: Gives what is yielded as it is to be kept, or refuses it.
        most: How much is taken for an end that does not come.

    Raises:
        SaysoError: If one thing is refused, if there is no end, or if it also returns something, which nobody would
            see.
    """
    kind = type(given)
    if kind not in USUAL and (isinstance(given, NO_FINDINGS) or not isinstance(given, Iterable)):
        raise SaysoError(
            at_start(f"it returns {kind_of(given)}; a rule yields its findings, or returns a list of them", check)
        )
    found: list[T] = []
    if kind in (list, tuple) and not given:
        return found
    returned: list[object] = []
    for one in _each(given, returned):
        try:
            found.append(look(one))
        except SaysoError as error:
            waits = at_yield(str(error), given)
            raise SaysoError(waits if waits != str(error) else at_start(waits, check)) from None
        if len(found) == most:
            raise SaysoError(at_yield(f"it yields {most:,} findings and more; does it come to an end?", given))
    if returned[0] is not None:
        words = f"it yields its findings, and returns {cut(returned[0])} too, which would be lost"
        raise SaysoError(at_start(words, check))
    return list(dict.fromkeys(found))


def _each(given: Any, returned: list[object]) -> Iterator[Any]:
    """What a rule yields, and then what it returns; as quick as a loop."""
    returned.append((yield from given))


def about(finding: Finding, record: Record | None) -> Finding:
    """A finding as it came, where the record has the facts that it is about.

    Args:
        record: None where it is not at hand, as that of an item of an index.

    Raises:
        SaysoError: If a pointer leads nowhere in the record.
    """
    for pointer in finding.facts:
        if not is_there(pointer, record):
            words = "which the record has not; a fact is a JSON Pointer such as /outlet"
            raise SaysoError(f"a finding names the fact {cut(pointer)}, {words}")
    return finding


def sound(finding: Finding, text: str) -> Finding:
    """A finding as it came, where what will be done with it can be done.

    Raises:
        SaysoError: If it is none, or a part of it is of another type or lies outside the text.
    """
    if not isinstance(finding, Finding):
        raise SaysoError(f"a rule yields findings, not {type(finding).__name__}")
    for name, kind, members, written in PARTS:
        value: Any = getattr(finding, name)
        fits = isinstance(value, kind)
        if not fits or (members and not all(isinstance(one, members) for one in value)):
            verb = "are" if members and name.endswith("s") else "is"
            raise SaysoError(f"the {name} of a finding {verb} {written}, not {cut(value)}")
    sure = finding.confidence
    if sure is not None and (isinstance(sure, bool) or not 0 <= sure <= 1):
        raise SaysoError(f"the confidence of a finding is from 0 to 1, not {cut(sure)}")
    size = len(text)
    for span in finding.spans + finding.related:
        if type(span.start) is not int or type(span.end) is not int:
            raise SaysoError(f"a span is between two whole numbers, not from {cut(span.start)} to {cut(span.end)}")
        if span.end > size:
            raise SaysoError(f"a finding ends at {span.end}, the text at {size}")
    return finding
