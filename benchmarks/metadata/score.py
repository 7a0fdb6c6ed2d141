"""How well the reader of pages finds outlet, authors, date and title, and the body; and how fast.

    python benchmarks/metadata/score.py CORPUS [--errors] [--no-speed]

CORPUS holds ``inputs.jsonl`` (id, path, url), ``expected.jsonl`` (null for what was not annotated) and ``body.jsonl``
(segments that must and must not be in the body); paths count from the folder that holds CORPUS. What is expected of
dates there is mostly days: ``instants.jsonl`` beside this file says which moment the same pages state, with the zone
where they give one, or null where they state none. It was chosen by eye among the times in each page, after the reader
was written; a page whose times contradict each other is left out.

A fact is right where the first value of the record is: an outlet by its name or an alias of it, authors name by name,
a day and an instant exactly, a title but for case, marks and the outlet's name behind it. Precision counts only items
where something was expected, and of instants those where none is, too. Speed is in pages per second of CPU time,
measured in turns with trafilatura's full extraction (metadata and body) as the yardstick.
"""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import sayso

FIELDS = ("outlet", "authors", "day", "instant", "title")


def plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c if c.isalnum() else "" if unicodedata.combining(c) or c in "'’." else " " for c in folded)
    return " ".join(kept.split())


def jsonl(path: Path) -> dict[str, dict[str, Any]]:
    if not path.is_file():
        return {}
    return {one["id"]: one for one in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def documents(corpus: Path) -> Iterator[tuple[str, sayso.Document]]:
    for name, given in jsonl(corpus / "inputs.jsonl").items():
        path = corpus.parent / given["path"]
        yield name, sayso.Document(path=path.name, data=path.read_bytes(), media_type="text/html", uri=given["url"])


def instant(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def judge(record: sayso.Record | None, wanted: dict[str, Any]) -> Iterator[tuple[str, int, int, int, str]]:
    """Field, right, wrong, lacking, and what was found for what was expected."""
    outlet = record.outlet.value if record else None
    if wanted["outlet"]:
        names = {plain(name) for name in (wanted["outlet"]["name"], *wanted["outlet"]["aliases"])}
        bare = {name.removeprefix("the ") for name in names}
        good = outlet is not None and plain(outlet.name).removeprefix("the ") in bare
        yield "outlet", good, outlet is not None and not good, not good, f"{outlet and outlet.name} / {names}"
    if wanted["authors"] is not None:
        found = {plain(agent.name) for agent in (record.author.value or ())} if record else set()
        expected = {plain(name) for name in wanted["authors"]}
        right = len(found & expected)
        yield "authors", right, len(found) - right, len(expected) - right, f"{sorted(found)} / {sorted(expected)}"
    when = record.date_published.value if record else None
    if wanted["published"]:
        good = when is not None and when.value[:10] == wanted["published"][:10]
        if not good and when is not None and "T" in wanted["published"]:
            a, b = instant(when.value), instant(wanted["published"])
            good = a is not None and b is not None and a.tzinfo is not None and b.tzinfo is not None and a == b
        yield "day", good, when is not None and not good, not good, f"{when and when.value} / {wanted['published']}"
        if "T" in wanted["published"] and wanted.get("published_precision") != "day":
            yield judge_instant(record, wanted["published"])
    if wanted["title"]:
        title = record.headline.value if record else None
        expected_title, got = plain(wanted["title"]), plain(title or "")
        good = bool(got) and (
            got == expected_title or (expected_title.startswith(f"{got} ") and len(expected_title) - len(got) < 60)
        )
        yield "title", good, bool(got) and not good, not good, f"{title} / {wanted['title']}"


def judge_instant(record: sayso.Record | None, wanted: str | None) -> tuple[str, int, int, int, str]:
    """As :func:`judge` has it, of the moment of publication: two without a zone are one where their clocks agree."""
    when = record.date_published.value if record else None
    found = instant(when.value) if when and "T" in when.value else None
    expected = instant(wanted) if wanted else None
    good = (
        found is not None
        and expected is not None
        and (found.tzinfo is None) == (expected.tzinfo is None)
        and found == expected
    )
    lacking = expected is not None and not good
    return "instant", good, found is not None and not good, lacking, f"{when and when.value} / {wanted}"


class Judged(NamedTuple):
    """What was judged of one page: field, numbers of right, wrong and lacking values, and what was found."""

    page: str
    field: str
    right: int
    wrong: int
    lacking: int
    shown: str


def judgements(corpus: Path) -> Iterator[Judged]:
    """Every field of every page of a corpus."""
    engine = sayso.Engine()
    instants = jsonl(Path(__file__).with_name("instants.jsonl"))
    expected, bodies = jsonl(corpus / "expected.jsonl"), jsonl(corpus / "body.jsonl")
    for name, document in documents(corpus):
        try:
            record: sayso.Record | None = engine.normalize(document)
        except sayso.SaysoError as error:
            record = None
            print(f"{name}: {error}")
        judged = list(judge(record, expected[name])) if name in expected else []
        if name in instants and all(field != "instant" for field, *_ in judged):
            judged.append(judge_instant(record, instants[name]["published"]))
        if name in bodies:
            text = " ".join(record.text.split()) if record else ""
            held = [" ".join(s.split()) in text for s in bodies[name]["with"]]
            extra = [" ".join(s.split()) in text for s in bodies[name]["without"]]
            judged.append(("body", sum(held), sum(extra), len(held) - sum(held), f"{bodies[name]}"))
        yield from (Judged(name, *one) for one in judged)


def f1(right: int, wrong: int, lacking: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / max(1, 2 * right + wrong + lacking)


def totals(judged: Iterable[Judged]) -> dict[str, Counter[str]]:
    """How many values of each field are right, wrong and lacking."""
    counts: dict[str, Counter[str]] = {}
    for one in judged:
        counts.setdefault(one.field, Counter()).update(right=one.right, wrong=one.wrong, lacking=one.lacking)
    return counts


def score(corpus: Path, errors: bool) -> None:
    judged = list(judgements(corpus))
    for one in judged:
        if errors and (one.wrong or one.lacking):
            print(f"{one.field:8} {one.page}: {one.shown}"[:400])
    print(f"{'field':8} {'F1':>6} {'prec':>6} {'recall':>6} {'right':>6} {'wrong':>6} {'lacking':>7}")
    for field, count in totals(judged).items():
        right, wrong, lacking = count["right"], count["wrong"], count["lacking"]
        precision, recall = right / max(1, right + wrong), right / max(1, right + lacking)
        shown = f"{f1(right, wrong, lacking):6.3f} {precision:6.3f} {recall:6.3f}"
        print(f"{field:8} {shown} {right:6} {wrong:6} {lacking:7}")


def speed(corpus: Path) -> None:
    """Pages per second of CPU time, page by page in turns, so that a busy machine is as busy for each."""
    import trafilatura

    from sayso_plugins.readers.html.encoding import page_text
    from sayso_plugins.readers.html.facts import facts
    from sayso_plugins.readers.html.page import Page
    from sayso_plugins.readers.html.sheet import Sheet

    engine = sayso.Engine()
    given = list(documents(corpus))

    def only_facts(document: sayso.Document) -> object:
        return facts(Sheet(Page(page_text(document.read(), None).text, document.uri)))

    ways: dict[str, Callable[[sayso.Document], object]] = {
        "metadata without body": only_facts,
        "record with body": engine.normalize,
        "trafilatura, metadata and body": lambda document: trafilatura.bare_extraction(
            document.data, url=document.uri, with_metadata=True
        ),
    }
    spent: Counter[str] = Counter()
    for round_number in range(3):
        for _, document in given:
            for name, way in ways.items():
                start = time.process_time()
                way(document)
                if round_number:
                    spent[name] += time.process_time() - start
    yardstick = spent["trafilatura, metadata and body"]
    for name in ways:
        print(f"{name:32} {2 * len(given) / spent[name]:8.1f} pages/s {yardstick / spent[name]:6.1f} x")


if __name__ == "__main__":
    arguments = [one for one in sys.argv[1:] if not one.startswith("--")]
    if not arguments:
        sys.exit(__doc__)
    score(Path(arguments[0]), "--errors" in sys.argv)
    if "--no-speed" not in sys.argv:
        speed(Path(arguments[0]))
