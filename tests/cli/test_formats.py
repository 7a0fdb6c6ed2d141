"""The formats, on a report made by hand, so that golden output does not hang on the analysis."""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mill import mill
from sayso import (
    Coverage,
    Failure,
    ItemReport,
    LeftOut,
    PluginRef,
    Rendering,
    Report,
    ReportedFinding,
    Severity,
    Skip,
    Span,
    columns,
    evolve,
    report_to_json,
    rule,
)
from sayso.report import merged, place
from sayso.text.lines import Lines
from sayso_plugins.formats import formats
from sayso_plugins.formats.text import excerpt

GOLDEN = Path(__file__).parent / "golden"
TEXT = "The mill closed, sources said.\n\nIt was “a long time coming for all of us”, and 東京 sent help.\r\n"
FORMATS = {one.name: one for one in formats()}
#: A rule that is known to the formats; of the others they know no more than the name.
KNOWN = rule("dating/date-missing", "No date.", since="0.1", severity="error", certainty="exact")(lambda item: ())
RULES = {KNOWN.name: KNOWN}


def finding(rule: str, severity: Severity, *spans: tuple[int, int], facts: tuple[str, ...] = ()) -> ReportedFinding:
    """A finding of the report."""
    lines = Lines(TEXT)
    places = tuple(place(Span(*span), TEXT, lines) for span in spans)
    return ReportedFinding(rule, severity, 0.9, f"about {rule}", "Mend it.", places, (), facts, "0" * 32)


def report() -> Report:
    """One item with findings of each kind, a skip, and a failure."""
    quote = TEXT.index("“"), TEXT.index("”") + 1
    item = ItemReport(
        id="urn:sayso:sha256:" + "0" * 64,
        path="items/a.txt",
        locator=None,
        content_sha256="0" * 64,
        reader=PluginRef("plaintext", "1.0.0"),
        findings=(
            finding("dating/date-missing", Severity.ERROR, facts=("/date_published",)),
            finding("sourcing/bare-anonymous-source", Severity.WARNING, (17, 24)),
            finding("quotation/orphan-quote", Severity.INFO, quote, (TEXT.index("sent"), TEXT.index("sent") + 4)),
        ),
        skips=(Skip("acme/rule", "the rule reads de; the item is in 'en'"),),
        text=TEXT,
        in_file=True,
        record=mill(TEXT),
    )
    return Report((item,), (Failure("b.json", "json", "not valid JSON at line 1 column 2: no", "line 3"),))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_format_prints_what_it_printed(name):
    """Each format's output is its golden file, byte for byte."""
    plugins = (PluginRef("bundled", "0.1.0"),)
    printed = "".join(FORMATS[name].render([report()], Rendering("0.1.0", plugins, rules=RULES)))
    file = GOLDEN / f"report.{name}"
    assert printed == file.read_bytes().decode("utf-8"), f"if this is meant, write it to {file}"


def test_carets_stand_under_wide_characters():
    """Carets count the columns of a terminal: two for a wide character, none for a combining one."""
    text = "e\u0301 東京 sent help."
    at = text.index("sent")
    ((line, carets),) = excerpt(text, place(Span(at, at + 4), text, Lines(text)))
    assert columns(line[: line.index("sent")]) == carets.index("^")
    assert carets.count("^") == 4


@given(st.text(min_size=1, max_size=60), st.data())
def test_no_text_steers_the_terminal(text, data):
    """Whatever an item holds, what is printed of it has no control or direction mark but line ends of our own."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = ReportedFinding(
        "a/b", Severity.ERROR, 1.0, text, text, (place(Span(start, end), text, Lines(text)),), (), (), "0" * 32
    )
    item = ItemReport("x", text, text, "0" * 64, PluginRef("a", "1"), (found,), (), text)
    for name in ("text", "concise"):
        printed = "".join(FORMATS[name].render([Report((item,))], Rendering("0.1.0")))
        steering = [
            c
            for c in printed
            if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2028\u200f\ufeff")
        ]
        assert steering == []
        printed.encode("utf-8")


def test_a_long_line_is_cut_around_its_span():
    """A paragraph of ten thousand characters shows the words of the finding and what stands around them."""
    text = "a " * 5000 + "sources said so " + "b " * 5000
    at = text.index("sources")
    ((line, carets),) = excerpt(text, place(Span(at, at + 7), text, Lines(text)))
    assert "sources" in line
    assert columns(line) < 120
    assert line.index("sources") == carets.index("^")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_memory_does_not_grow_with_the_run(name):
    """What a format keeps of four hundred items more is little: it writes them, or counts them.

    SARIF keeps results, up to the number that code scanning takes, since the mildest of them are left out.
    """

    def peak(items: int) -> int:
        def reports() -> Iterator[Report]:
            for number in range(items):
                made = report()
                (one,) = made.items
                longer = evolve(one, id=f"x{number}", path=f"items/{number}.txt", findings=one.findings * 4)
                yield evolve(made, items=(longer,), failures=())

        gc.collect()
        tracemalloc.start()
        for _ in FORMATS[name].render(reports(), Rendering("0.1.0", rules=RULES)):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(1)
    assert peak(500) - peak(100) < (12 if name == "sarif" else 3) * 1_000_000


def test_a_report_in_parts_is_the_report_of_all():
    """The document that is written piece by piece is the one of all reports put together, to the byte."""
    spoken = "It said \ud800 \u2028\nand “went”, \u65e5."
    strange = Report(failures=(Failure("b\n.json", "json", spoken),))
    several = evolve(report(), across=report().items, left_out=(LeftOut("file", "no reader", "x", 3, "p", "l"),))
    last = Report(coverage=Coverage(inputs=3, waived=2))
    plugins = (PluginRef("bundled", "0.1.0"),)
    for parts in ([report(), strange, several, report(), last], [strange], [report()], [Report()], []):
        whole = report_to_json(merged(parts, plugins), "0.1.0")
        printed = "".join(FORMATS["json"].render(iter(parts), Rendering("0.1.0", plugins)))
        assert printed == json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
