"""What rules cost beside the analysis that they stand on, and what fifty rules cost that look at nothing.

Each item is analysed first, everything that a rule may ask for; then all rules run, those in preview too. The same
again with fifty rules more that yield nothing. The three are run beside each other, item by item, so that other work
on the machine meets all of them; what is printed are ratios.
"""

import argparse
import statistics
import time
from pathlib import Path

import sayso
import sayso_plugins.plugin
from sayso.checking import checked


class Idle:
    """A plugin with rules that look at nothing."""

    __name__ = "idle"

    @sayso.hookimpl
    def sayso_rules(self) -> list[sayso.Rule]:
        """Fifty of them."""
        return [sayso.rule(f"idle/number-{n}", "Nothing.", since="0.1", languages=())(_nothing) for n in range(50)]


def _nothing(_item: sayso.Item) -> tuple[sayso.Finding, ...]:
    """Look at nothing."""
    return ()


def items(corpus: Path) -> list[dict[str, str]]:
    """Plain articles."""
    facts = {"language": "en", "outlet": "The Outlet", "author": "Ana Ruiz", "date_published": "2016-05-04"}
    return [{**facts, "text": path.read_text("utf-8")} for path in sorted(corpus.glob("*.txt"))]


def analyse(item: sayso.Item) -> None:
    """Make everything of the analysis that rules share."""
    text = item.analysis
    for made in ("sentences", "attributions", "speakers", "quotes", "claims", "relative_times", "absolute_times"):
        getattr(text, made)
    for sentence in text.sentences:
        text.narration(sentence)


def seconds(engine: sayso.Engine, source: dict[str, str]) -> tuple[float, float]:
    """CPU time of the analysis of one item, and of all rules on it."""
    (item,) = engine.items(source)
    assert isinstance(item, sayso.Item)
    start = time.process_time()
    analyse(item)
    between = time.process_time()
    checked(item, engine.rules, engine.host, 0.0)
    return between - start, time.process_time() - between


def main() -> None:
    """Print the two ratios, each the median of several rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder with plain articles, one a file")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    sources = items(given.corpus)
    every = sayso.Engine(sayso.Config(preview=True), plugins=[sayso_plugins.plugin])
    with_idle = sayso.Engine(sayso.Config(preview=True), plugins=[sayso_plugins.plugin, Idle()])
    shares, idle = [], []
    for number in range(given.rounds + 1):
        analysis = rules = more = 0.0
        for source in sources:
            first = seconds(every, source)
            second = seconds(with_idle, source)
            analysis, rules, more = analysis + first[0], rules + first[1], more + second[1]
        if number:  # the first round warms up
            shares.append(rules / analysis)
            idle.append((more - rules) / (analysis + rules))
    count = len(every.rules)
    print(f"{count} rules: {statistics.median(shares):.1%} of the analysis (bound 30 %), {len(sources)} articles")
    print(f"50 rules that look at nothing: {statistics.median(idle):+.2%} of a check")


if __name__ == "__main__":
    main()
