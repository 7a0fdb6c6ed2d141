"""From an index to a report: rules on many items run, and what they say put at its items."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.active import Active
from sayso.corpus.corpus import Corpus
from sayso.corpus.entry import Entry
from sayso.corpus.rule import Across, CorpusRule
from sayso.corpus.store import CorpusIndex
from sayso.errors import SaysoError
from sayso.report import Failure
from sayso.rules.finding import Finding

#: The rules that run for the item at a path.
ActiveAt = Callable[[str | None], tuple[Active, ...]]


def concluded(
    index: CorpusIndex, active: tuple[Active, ...], active_at: ActiveAt
) -> Iterator[tuple[Entry, list[tuple[Active, Finding]]] | Failure]:
    """Each entry with what is said of it, in the order of the dates; a rule that fails is a failure at the end."""
    corpus = Corpus(index)
    found: dict[str, tuple[Entry, list[tuple[Active, Finding]]]] = {}
    failures: list[Failure] = []
    for one in active:
        if not isinstance(one.rule, CorpusRule):
            continue
        try:
            across = [_sound(said) for said in one.rule.conclude(corpus, **one.options)]
        except Exception as error:  # a plugin's rule may raise anything; it is named and the others go on
            words = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            failures.append(Failure(None, "rule-crash", f"rule {one.rule.name}, over all items, failed: {words}"))
            continue
        for said in across:
            here = next((a for a in active_at(said.entry.path) if a.rule is one.rule), None)
            if here is not None:
                found.setdefault(said.entry.key, (said.entry, []))[1].append((here, said.finding))
    yield from sorted(found.values(), key=lambda pair: pair[0].order)
    yield from failures


def _sound(said: Across) -> Across:
    spans = (*said.finding.spans, *said.finding.related)
    if any(span.end > len(said.entry.text) for span in spans):
        raise SaysoError(f"a finding ends behind the {len(said.entry.text)} characters of its text")
    return said
