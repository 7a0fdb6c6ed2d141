"""For programs: the JSON report, and its items one a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO

from sayso import Coverage, Format, Rendering, Report, report_to_json

#: What a report lists, in the order of the document; the first two are there when they are empty.
LISTS = ("items", "failures", "across", "left_out")
ALWAYS = 2
#: Characters that are read back at once.
PIECE = 1 << 16


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """One document for the whole run, in two-space indent.

    Its counts stand before its items: what it lists waits on the disk until all is counted, so that memory does not
    grow with the run.
    """
    import json
    from contextlib import ExitStack

    summary: Counter[str] = Counter()
    gaps: dict[str, tuple[int, set[str]]] = {}
    coverage: Coverage | None = None
    with ExitStack() as stack:
        lists = {name: stack.enter_context(Listed()) for name in LISTS}
        for report in reports:
            whole = report_to_json(report, rendering.version)
            summary.update(whole["summary"])
            for name, listed in lists.items():
                for one in whole.get(name, ()):
                    listed.add(json.dumps(one, ensure_ascii=False, allow_nan=False, indent=2))
            for gap in whole.get("gaps", ()):
                items, rules = gaps.get(gap["reason"], (0, set()))
                gaps[gap["reason"]] = items + gap["items"], rules.union(gap["rules"])
            coverage = report.coverage or coverage
        whole = report_to_json(Report(plugins=rendering.plugins, coverage=coverage), rendering.version)
        whole["summary"] = {name: summary[name] for name in whole["summary"]}
        known = [
            {"reason": reason, "items": gaps[reason][0], "rules": sorted(gaps[reason][1])} for reason in sorted(gaps)
        ]
        begins = "{"
        for name in ("schema", "tool", "summary", *LISTS, "gaps", "coverage"):
            value = known if name == "gaps" else whole.get(name)
            if name in lists and (lists[name].number or name in LISTS[:ALWAYS]):
                yield f'{begins}\n  "{name}": '
                yield from lists[name].pieces()
            elif value:
                written = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2).replace("\n", "\n  ")
                yield f'{begins}\n  "{name}": {written}'
            else:
                continue
            begins = ","
    yield "\n}\n"


class Listed:
    """A list of the document, in a file without a name."""

    def __init__(self) -> None:
        self.number = 0
        self._file: IO[str] | None = None

    def __enter__(self) -> Listed:
        return self

    def __exit__(self, *raised: object) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, written: str) -> None:
        """Put one behind the others; in JSON a line ends nowhere but between its parts."""
        if self._file is None:
            from tempfile import TemporaryFile

            made = TemporaryFile("w+", prefix="sayso-", encoding="utf-8", errors="surrogatepass", newline="")  # noqa: SIM115
            self._file = made  # it lives as long as the document is made
        self._file.write(("," if self.number else "") + "\n    " + written.replace("\n", "\n    "))
        self.number += 1

    def pieces(self) -> Iterator[str]:
        """The list as the document has it."""
        if self._file is None:
            yield "[]"
            return
        yield "["
        self._file.seek(0)
        while piece := self._file.read(PIECE):
            yield piece
        yield "\n  ]"


def render_lines(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """One object a line: ``{"item": …}`` for each item checked and ``{"failure": …}`` for each that failed.

    What an input holds and was not read comes behind its items, as ``{"left_out": …}``; what several items show
    together comes behind all, as ``{"across": …}``, and last ``{"coverage": …}``, what the run saw beside its items.
    """
    import json

    for report in reports:
        whole = report_to_json(report, rendering.version)
        for key, name in (("items", "item"), ("failures", "failure"), ("left_out", "left_out"), ("across", "across")):
            for one in whole.get(key, ()):
                yield json.dumps({name: one}, ensure_ascii=False, allow_nan=False) + "\n"
        if "coverage" in whole:
            yield json.dumps({"coverage": whole["coverage"]}, ensure_ascii=False, allow_nan=False) + "\n"


JSON = Format("json", "One JSON document, by the report schema", render)
JSONL = Format("jsonl", "One JSON object a line, as items come", render_lines)
