"""What many items show together: findings by rule and outlet, who is quoted, what is sourced and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso import ItemReport, Record, Rule
from sayso_plugins.formats.html.charts import bar, swatch
from sayso_plugins.formats.html.facts import SHOWN
from sayso_plugins.formats.html.safe import joined, line
from sayso_plugins.formats.html.table import row, table
from sayso_plugins.formats.html.wording import NAMES
from sayso_plugins.formats.tally import number

#: Rows of a table, and rules that are named beside an outlet.
ROWS, BESIDE = 25, 3
#: Names that are told apart; what comes after so many is counted together, so that memory does not grow for ever.
DISTINCT = 50_000
SEVERITIES = ("error", "warning", "info")
STATUSES = ("asserted", "extracted", "inferred", "configured", "missing")
STANDINGS = {
    "attributed": "with a source",
    "vague": "with a source nobody can ask",
    "hedged": "hedged",
    "unsourced": "without a source",
    "other": "background and opinion",
}
UNKNOWN = "(outlet not known)"
WIDEST = 80


class Overview:
    """Counts over the items of a run, taken one by one.

    Args:
        rules: What is known of each rule.
        rule_id: The id of a rule's entry in the list of rules.
    """

    def __init__(self, rules: Mapping[str, Rule], rule_id: Callable[[str], str]) -> None:
        self.rules = rules
        self.rule_id = rule_id
        self.items = self.records = self.attributions = 0
        self.by_rule: dict[str, Counter[str]] = {}
        self.with_rule: Counter[str] = Counter()
        self.by_outlet: dict[str, Counter[str]] = {}
        self.speakers: dict[tuple[str, bool], Counter[str]] = {}
        self.claims: Counter[str] = Counter()
        self.facts: dict[str, Counter[str]] = {name: Counter() for name in SHOWN}
        self.without_note = 0

    def add(self, item: ItemReport, *, across: bool = False) -> None:
        """Count an item; `across` what only several show, whose item was counted before."""
        outlet = item.record.outlet.value.name if item.record is not None and item.record.outlet.value else UNKNOWN
        here = _counter(self.by_outlet, outlet, "(further outlets)")
        if not across:
            self.items += 1
            here["items"] += 1
        for finding in item.findings:
            self.by_rule.setdefault(finding.rule, Counter())[finding.severity.value] += 1
            here[finding.severity.value] += 1
            here[f"rule {finding.rule}"] += 1
        self.with_rule.update({finding.rule for finding in item.findings})
        if item.record is not None and not across:
            self._record(item.record)

    def _record(self, record: Record) -> None:
        self.records += 1
        for name in SHOWN:
            self.facts[name][getattr(record, name).status.value] += 1
        self.without_note += not any(note.known for note in record.independence)
        for claim in record.claims:
            if claim.contestable.known:
                self.claims[claim.standing if claim.standing in STANDINGS else "other"] += 1
        names = {one.id: (one.name or one.surface, one.named) for one in record.speakers}
        heard = set()
        for one in record.attributions:
            if one.speaker in names and one.gives_words:
                self.attributions += 1
                words, named = names[one.speaker]
                counter = _counter(self.speakers, (words, named), ("(further names)", True))
                counter["words"] += 1
                if one.speaker not in heard:
                    counter["items"] += 1
                heard.add(one.speaker)

    def html(self) -> Iterator[str]:
        """The tables, each with bars."""
        if self.by_rule:
            yield from self._rules()
        if len(self.by_outlet) > 1 or UNKNOWN not in self.by_outlet:
            yield from self._outlets()
        if self.speakers:
            yield from self._speakers()
        if self.claims:
            yield from self._claims()
        if self.records:
            yield from self._facts()

    def _rules(self) -> Iterator[str]:
        ranked = sorted(self.by_rule.items(), key=lambda pair: (-pair[1].total(), pair[0]))
        most = ranked[0][1].total()
        heads = ("rule", "", "findings", "errors", "warnings", "info", "items")
        rows = []
        for name, counter in ranked:
            known = self.rules.get(name)
            summary = f'<span class="aside">{line(known.summary)}</span>' if known else ""
            rows.append(
                (
                    f'<a href="#{self.rule_id(name)}">{line(name)}</a> {summary}',
                    bar([(one, counter[one]) for one in SEVERITIES], most),
                    *(f"{count:,}" for count in (counter.total(), *(counter[one] for one in SEVERITIES))),
                    f"{self.with_rule[name]:,}",
                )
            )
        yield from _table("Findings by rule", heads, rows, _key(zip(SEVERITIES, SEVERITIES, strict=True)))

    def _outlets(self) -> Iterator[str]:
        def found(counter: Counter[str]) -> int:
            return sum(counter[one] for one in SEVERITIES)

        ranked = sorted(self.by_outlet.items(), key=lambda pair: (-found(pair[1]), pair[0]))
        most = found(ranked[0][1])
        rows = []
        for name, counter in ranked[:ROWS]:
            rules = [(rule[5:], count) for rule, count in counter.items() if rule.startswith("rule ")]
            rules.sort(key=lambda pair: (-pair[1], pair[0]))
            beside = ", ".join(f"{line(rule)} {count:,}" for rule, count in rules[:BESIDE])
            per = f"{found(counter) / counter['items']:.1f}" if counter["items"] else ""
            rows.append(
                (
                    line(name, WIDEST),
                    bar([(one, counter[one]) for one in SEVERITIES], most),
                    *(f"{found(counter):,}", f"{counter['items']:,}", per),
                    f'<span class="aside">{beside}</span>',
                )
            )
        heads = ("outlet", "", "findings", "items", "per item", "most often")
        yield from _table("Findings by outlet", heads, rows, _rest(len(ranked), "outlet"))

    def _speakers(self) -> Iterator[str]:
        ranked = sorted(self.speakers.items(), key=lambda pair: (-pair[1]["words"], pair[0]))
        most = ranked[0][1]["words"]
        rows = [
            (
                f"{line(words, WIDEST)}{'' if named else ' <em>(not named)</em>'}",
                bar([("named" if named else "unnamed", counter["words"])], most),
                f"{counter['words']:,}",
                f"{counter['items']:,}",
            )
            for (words, named), counter in ranked[:ROWS]
        ]
        unnamed = sum(counter["words"] for (_, named), counter in ranked if not named)
        note = (
            f"{number(self.attributions, 'attribution')} to somebody; {unnamed:,} of them to sources whom the item "
            "does not name. Names are compared as they are written: one person may have two."
        )
        key = _key((("named", "named"), ("unnamed", "not named")))
        yield from _table(
            "Who is quoted how often",
            ("speaker", "", "attributions", "items"),
            rows,
            joined((key, note, _rest(len(ranked), "name")), "<br>"),
        )

    def _claims(self) -> Iterator[str]:
        total = self.claims.total()
        rows = [
            (
                f"{swatch(standing)} {words}",
                bar([(standing, self.claims[standing])], total),
                f"{self.claims[standing]:,}",
                _share(self.claims[standing], total),
            )
            for standing, words in STANDINGS.items()
            if self.claims[standing]
        ]
        note = (
            "Only claims that need a source are counted: casualties, military action, crime, blame and the like, "
            "by closed lists of words."
        )
        yield from _table("Claims that need a source", ("how it stands", "", "claims", "share"), rows, note)

    def _facts(self) -> Iterator[str]:
        def lacking(name: str) -> int:
            return self.facts[name]["missing"]

        rows = [
            (
                NAMES[name],
                bar([(one, self.facts[name][one]) for one in STATUSES], self.records),
                *(f"{self.facts[name][one]:,}" for one in STATUSES),
                _share(lacking(name), self.records),
            )
            for name in SHOWN
        ]
        note = f"No note on independence or money in {self.without_note:,} of {number(self.records, 'item')}."
        key = _key(zip(STATUSES, STATUSES, strict=True))
        heads = ("fact", "", *STATUSES, "missing, share")
        yield from _table("How facts are known, and which are missing", heads, rows, joined((key, note), "<br>"))


def _counter(counters: dict, key: object, others: object) -> Counter[str]:  # type: ignore[type-arg]
    if key not in counters and len(counters) >= DISTINCT:
        key = others
    found: Counter[str] = counters.setdefault(key, Counter())
    return found


def _share(part: int, total: int) -> str:
    return f"{100 * part / total:.0f} %" if total else ""


def _rest(known: int, noun: str) -> str:
    left = known - ROWS
    return f"{number(left, noun)} more, with fewer." if left > 0 else ""


def _key(kinds: Iterable[tuple[str, str]]) -> str:
    return " ".join(f'<span class="key">{swatch(kind)} {words}</span>' for kind, words in kinds)


def _table(title: str, heads: Sequence[str], rows: Sequence[tuple[str, ...]], note: str = "") -> Iterator[str]:
    """A table with its title above it and a note below it."""
    figures = (n for n, cell in enumerate(rows[0]) if n and cell[:1].isdigit())
    yield from table(title, heads, (row(cells, heads) for cells in rows), figures=figures, caption=title)
    if note:
        yield f'<p class="note-below">{note}</p>\n'
