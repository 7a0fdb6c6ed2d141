"""The rule consistency/circular-citation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso import Across, Clean, Corpus, Entry, Finding, Flagged, Item, Policy, Span, Trace, corpus_rule
from sayso_plugins.rules.consistency.content_words import alike, content_words

NAME = "consistency/circular-citation"
LEAST = 3


def collect(item: Item) -> Iterator[Trace]:
    """Each claim that the item has from somebody with a name: whom, and what it is about."""
    for attribution in item.analysis.attributions:
        source = item.analysis.source_of(attribution)
        if source is None or source.name is None or not attribution.gives_words or attribution.quoted:
            continue
        words = content_words(item, attribution.content)
        if len(words) >= LEAST:
            yield Trace(_folded(source.name), {"words": words, "start": source.span.start, "end": source.span.end})


class Citation(NamedTuple):
    """One claim in one item, from another outlet."""

    entry: Entry
    outlet: str
    cited: str
    words: list[str]
    span: Span


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


HERALD = {
    "outlet": "Lindow Herald",
    "date_published": "2026-05-05",
    "text": "The harbour bank is about to lose its licence, the Example Post reported.",
}
POST = {"outlet": "Example Post", "date_published": "2026-05-06"}
GAZETTE = {
    "outlet": "Sample Gazette",
    "date_published": "2026-05-05",
    "text": "The harbour bank is about to lose its licence, the Lindow Herald reported.",
}


@corpus_rule(
    NAME,
    "Outlets cite each other in a circle for one claim, and nobody for it outside.",
    collect=collect,
    since="0.1",
    preview=True,
    certainty="extraction",
    confidence=0.75,
    cure="Find who said it first, and cite that.",
    policies=[
        Policy(
            "The Washington Post", "That several outlets report a thing does not make it true; say whose report it is."
        ),
        Policy("Associated Press", "Name the outlet whose report a story follows.", "2010"),
    ],
    examples=[
        Flagged(
            "The harbour bank will soon lose its licence, the Lindow Herald reported.",
            at="the Lindow Herald",
            item=POST,
            beside=(HERALD,),
        ),
        Flagged(
            "According to the Lindow Herald, the harbour bank may lose its licence. Its board did not comment.",
            at="the Lindow Herald",
            item=POST,
            beside=(HERALD,),
        ),
        Flagged(
            "The harbour bank will soon lose its licence, the Sample Gazette reported.",
            at="the Sample Gazette",
            item=POST,
            beside=(HERALD, GAZETTE),
        ),
        Flagged(
            "It rained. The Lindow Herald reported that the harbour bank is losing its licence.",
            at="The Lindow Herald",
            item=POST,
            beside=(HERALD, {**HERALD, "text": "The ferry is late, the port said."}),
        ),
        Clean("The harbour bank will soon lose its licence, the regulator said.", "From outside.", POST, (HERALD,)),
        Clean(
            "The new ferry sank at its pier, the Lindow Herald reported.",
            "One cites the other for one claim, and the other it for another.",
            POST,
            (HERALD,),
        ),
        Clean(
            "The harbour bank will soon lose its licence, the Lindow Herald reported.",
            "The Herald has it from the regulator.",
            POST,
            ({**HERALD, "text": "The harbour bank is about to lose its licence, the regulator said."},),
        ),
        Clean(
            "The harbour bank will soon lose its licence, the Example Post reported earlier.",
            "An outlet that cites its own report.",
            POST,
            (HERALD,),
        ),
    ],
    known_false_alarms="Claims in nearly the same words about two events of one kind.",
)
def circular_citation(corpus: Corpus, *, share: float = 0.5) -> Iterator[Across]:
    """If A has it from B and B has it from A, nobody has it from anybody.

    A circle is reported once, at its latest item by date, with the outlets on the way; claims are one claim where they
    share enough of the words that carry the sense.

    `share` is how many of these words the shorter claim must share, 0 to 1.
    """
    nodes = _citations(corpus)
    by_outlet: dict[str, list[int]] = {}
    for number, node in enumerate(nodes):
        by_outlet.setdefault(node.outlet, []).append(number)
    onward = [
        [other for other in by_outlet.get(node.cited, ()) if alike(node.words, nodes[other].words, share)]
        for node in nodes
    ]
    for circle in _circles(onward):
        members = [nodes[number] for number in circle]
        last = max(members, key=lambda one: (one.entry.order, one.span))
        names = sorted({str(one.entry.outlet) for one in members if one.outlet != last.outlet})
        *others, name = names
        way = f" by way of {', '.join(others)} and {name}." if others else f": {name} cites this outlet for it."
        yield Across(last.entry, Finding(f"This goes back to itself{way}", spans=(last.span,)))


def _citations(corpus: Corpus) -> list[Citation]:
    """The claims that one outlet of the corpus has from another one of it."""
    outlets = {_folded(entry.outlet) for entry in corpus.entries() if entry.outlet}
    found = []
    for cited, entry, value in corpus.traces(NAME):
        outlet = _folded(entry.outlet) if entry.outlet else ""
        if cited in outlets and outlet and cited != outlet:
            found.append(_citation(entry, outlet, cited, value))
    return found


def _citation(entry: Entry, outlet: str, cited: str, value: dict[str, Any]) -> Citation:
    return Citation(entry, outlet, cited, value["words"], Span(value["start"], value["end"]))


def _circles(onward: list[list[int]]) -> Iterator[list[int]]:
    """The strongly connected components of more than one node (Tarjan 1972), without recursion."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    path: list[int] = []
    on_path: set[int] = set()
    for root in range(len(onward)):
        if root in index:
            continue
        work = [(root, iter(onward[root]))]
        index[root] = low[root] = len(index)
        path.append(root)
        on_path.add(root)
        while work:
            node, following = work[-1]
            other = next(following, None)
            if other is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    circle = path[path.index(node) :]
                    del path[-len(circle) :]
                    on_path.difference_update(circle)
                    if len(circle) > 1:
                        yield sorted(circle)
            elif other not in index:
                index[other] = low[other] = len(index)
                path.append(other)
                on_path.add(other)
                work.append((other, iter(onward[other])))
            elif other in on_path:
                low[node] = min(low[node], index[other])
