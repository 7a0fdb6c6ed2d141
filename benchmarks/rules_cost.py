"""What rules cost beside the analysis that they stand on, and what fifty rules cost that look at nothing.

All rules run, those in preview too, and the same again with fifty rules more that yield nothing; item by item, so that
other work on the machine meets both. What is printed are ratios.
"""

import argparse
import gc
import statistics
import time
from pathlib import Path

import sayso
from sayso.checking import checked
from sayso.plugins.host import PluginHost


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


def seconds(engine: sayso.Engine, source: dict[str, str]) -> tuple[float, float]:
    """CPU time of the analysis of one item, and of all rules on it.

    The rules run twice: the analysis is lazy, so that the first run pays for what they ask of it and the second does
    not. The difference is the analysis.
    """
    (item,) = engine.items(source)
    assert isinstance(item, sayso.Item)
    start = time.process_time()
    checked(item, engine.rules, engine.host, 0.0)
    between = time.process_time()
    checked(item, engine.rules, engine.host, 0.0)
    rules = time.process_time() - between
    return between - start - rules, rules


def main() -> None:
    """Print the two ratios, each the median of several rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder with plain articles, one a file")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    sources = items(given.corpus)
    gc.disable()  # so that no engine pays for what another one left
    # As installed: what plugins hand over is looked after more than sayso's own.
    usual = sayso.Engine()
    every = sayso.Engine(sayso.Config(preview=True))
    with_idle = sayso.Engine(sayso.Config(preview=True))
    with_idle.host = PluginHost(extra=[("idle", Idle())])
    shares: dict[str, list[float]] = {"by default": [], "preview too": [], "idle": []}
    for number in range(given.rounds + 1):
        own = rules = all_analysis = all_rules = more_analysis = more = 0.0
        for source in sources:
            first, second, third = seconds(usual, source), seconds(every, source), seconds(with_idle, source)
            own, rules = own + first[0], rules + first[1]
            all_analysis, all_rules = all_analysis + second[0], all_rules + second[1]
            more_analysis, more = more_analysis + third[0], more + third[1]
        gc.collect()
        if number:  # the first round warms up
            shares["by default"].append(rules / own)
            shares["preview too"].append(all_rules / all_analysis)
            shares["idle"].append((more - all_rules) / (all_analysis + all_rules))
    for name, engine in (("by default", usual), ("preview too", every)):
        share = statistics.median(shares[name])
        print(f"{len(engine.rules)} rules, {name}: {share:.1%} of the analysis (bound 30 %)")
    print(
        f"50 rules that look at nothing: {statistics.median(shares['idle']):+.2%} of a check; {len(sources)} articles"
    )


if __name__ == "__main__":
    main()
