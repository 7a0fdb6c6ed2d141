"""Rules that look at many items: `collect` from each, `merge` the indexes, `conclude` from all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from sayso.corpus.corpus import Corpus
from sayso.corpus.entry import Entry
from sayso.declared import asking_since
from sayso.frozen import frozen
from sayso.rules.finding import Finding
from sayso.rules.item import Item
from sayso.rules.rule import Example, Judged, Policy, Rule, declaration


@frozen
class Trace:
    """What a rule keeps of one item in the index.

    Attributes:
        topic: What traces are found again by: an address, a name, or nothing.
        value: Anything that JSON can hold.
    """

    topic: str
    value: Any


@frozen
class Across:
    """A finding that only several items together give, with the one it is reported at."""

    entry: Entry
    finding: Finding


Collect = Callable[[Item], Iterable[Trace]]


def no_traces(item: Item) -> Iterable[Trace]:  # noqa: ARG001 - a rule for which entries are enough
    """Keep nothing beyond the entry itself."""
    return ()


@frozen
class CorpusRule(Rule):
    """A rule whose check takes a :class:`Corpus` and yields :class:`Across`.

    What it concludes depends on the set of items alone: not on their order, nor on how many indexes they went through
    before these were merged.

    Attributes:
        collect: What to keep of each item beside its entry.
    """

    collect: Collect = no_traces

    on_items: ClassVar[bool] = False

    def __call__(self, item: Item, **options: Any) -> Iterable[Finding]:  # noqa: ARG002 - as every rule is called
        """Nothing: one item alone gives no finding."""
        return ()

    def conclude(self, corpus: Corpus, **options: Any) -> Iterable[Across]:
        """The findings of the whole corpus."""
        return self.check(corpus, **options)  # type: ignore[return-value]


@asking_since
def corpus_rule(
    name: str,
    summary: str,
    *,
    collect: Collect = no_traces,
    since: str,
    severity: str = "warning",
    certainty: str = "lexical",
    confidence: float = 0.8,
    cure: str = "",
    policies: Iterable[Policy] = (),
    examples: Iterable[Example] = (),
    known_false_alarms: str = "",
    languages: str | Iterable[str] = ("en",),
    preview: bool = False,
    judged: Judged | None = None,
) -> Callable[[Callable[..., Iterable[Across]]], CorpusRule]:
    """Declare a rule on many items; the decorated function takes a corpus. The other arguments are as for ``rule``.

    Args:
        collect: What is kept of each item; without it, its entry alone.

    Raises:
        SaysoError: As :func:`sayso.rule`.
    """
    declare_rule = declaration(
        "a corpus",
        name,
        summary,
        since=since,
        severity=severity,
        certainty=certainty,
        confidence=confidence,
        cure=cure,
        policies=policies,
        examples=examples,
        known_false_alarms=known_false_alarms,
        languages=languages,
        preview=preview,
        judged=judged,
    )

    def declare(conclude: Callable[..., Iterable[Across]]) -> CorpusRule:
        declared = declare_rule(conclude)  # type: ignore[arg-type]
        given = {attribute.name: getattr(declared, attribute.name) for attribute in Rule.__attrs_attrs__}  # type: ignore[attr-defined]
        return CorpusRule(collect=collect, **given)

    return declare
