"""What formats tell of a run: what makes it fail, what nobody looked at, what is accepted; and in how many lines."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from html_pages import TEXT, Read, at, finding, item
from sayso import (
    Config,
    Coverage,
    Engine,
    Failure,
    ItemReport,
    LeftOut,
    PluginRef,
    Rendering,
    Report,
    Severity,
    Skip,
    evolve,
    report_to_json,
    rule,
)
from sayso.validation import validate
from sayso_plugins.formats import formats
from sayso_plugins.formats import github as github_module
from support import engine

FORMATS = {one.name: one for one in formats()}
#: Those that end with words for people on what was checked.
FOR_PEOPLE = ("text", "html", "markdown", "statistics")
GERMAN = "Der Hafen wird im Mai geschlossen, sagte die Leiterin des Hafens. Die Stadt hat das noch nicht bestätigt.\n"
COVERAGE = Coverage(
    inputs=12,
    skipped=(LeftOut("file", "no reader reads them", ".docx", 3),),
    unchanged=4,
    accepted=5,
    waived=1,
    exceeded=("a/vague: on 3 of 4 items (75.0%); 10.0% are allowed",),
)


def written(name: str, *reports: Report, **told: object) -> str:
    """What a format makes of reports."""
    return "".join(FORMATS[name].render(reports, Rendering("0.1.0", **told)))


def words(name: str, *reports: Report) -> str:
    """What people read of it, on one line."""
    made = written(name, *reports)
    return Read(made).text if name == "html" else " ".join(made.replace("\\", "").split())


def suites(*reports: Report, **told: object) -> list[ElementTree.Element]:
    """The suites of the JUnit report, whose counts are those of their cases."""
    found = list(ElementTree.fromstring(written("junit", *reports, **told)))
    for suite in found:
        for name, element in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(name)) == len(suite.findall(f"testcase/{element}"))
        assert int(suite.get("tests")) == len(suite)
    return found


def three() -> Report:
    """An item with a finding of each severity."""
    severities = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    return Report((item(TEXT, *(finding(f"a/{one.value}", one, TEXT, at(TEXT, "mill")) for one in severities)),))


# What makes the run fail


@pytest.mark.parametrize(
    ("level", "failing"),
    [
        ("error", ["a/error"]),
        ("warning", ["a/error", "a/warning"]),
        ("info", ["a/error", "a/warning", "a/info"]),
        ("never", []),
    ],
)
def test_junit_fails_where_the_run_does(level, failing):
    """A finding is a failure where it makes the run fail; milder ones can be read in cases that pass."""
    for made in (suites(three(), fail_on=level), suites(evolve(three(), fail_on=level), fail_on="error")):
        (suite,) = made
        cases = {case.get("name").partition(":")[0]: case for case in suite}
        assert [name for name, case in cases.items() if case.find("failure") is not None] == failing
        for name in cases.keys() - set(failing):
            assert f"{name[2:]}: about {name}" in cases[name].findtext("system-out")


def test_a_rule_with_a_rate_fails_by_its_rate():
    """Under --max-rate a rule's findings are no failures one by one; a rate that is exceeded is one."""
    first, last = suites(three(), Report(coverage=COVERAGE), rated=frozenset({"a/error"}))
    assert first.get("failures") == "0"
    (failure,) = last.findall("testcase/failure")
    assert failure.get("message") == COVERAGE.exceeded[0]


def test_junit_has_no_pass_where_nothing_was_checked():
    """A run without items and failures, such as of an empty archive, has no case that passes."""
    (suite,) = suites(Report(coverage=Coverage(inputs=1)))
    assert [case.find("skipped") is not None for case in suite] == [True]
    assert [suite.get("name") for suite in suites(three(), Report(coverage=Coverage(inputs=1)))][-1] == "sayso"


# What was seen


def test_the_report_has_what_was_seen_by_its_schema():
    """Coverage is in the JSON report, one document or lines, as the schema has it, and only where it was told."""
    plain = report_to_json(Report(coverage=COVERAGE), "0.1.0")
    assert validate(plain, "report") == ()
    assert plain["coverage"]["skipped"][0]["number"] == 3
    assert {key: plain["coverage"][key] for key in ("inputs", "unchanged", "accepted", "waived")} == {
        "inputs": 12,
        "unchanged": 4,
        "accepted": 5,
        "waived": 1,
    }
    assert json.loads(written("json", three(), Report(coverage=COVERAGE)))["coverage"] == plain["coverage"]
    last = json.loads(written("jsonl", three(), Report(coverage=COVERAGE)).splitlines()[-1])
    assert last == {"coverage": plain["coverage"]}
    assert "coverage" not in report_to_json(three(), "0.1.0")


@pytest.mark.parametrize("name", ["html", "markdown", "sarif", "junit"])
@pytest.mark.parametrize(
    "said",
    [
        "inputs: 12",
        "skipped 3 files (.docx): no reader reads them",
        "unchanged and not checked: 4",
        "accepted by the baseline: 5 findings",
        "waived: 1 finding",
        "a/vague: on 3 of 4 items (75.0%); 10.0% are allowed",
    ],
)
def test_formats_tell_what_was_seen(name, said):
    """Whoever reads a report alone learns what was skipped, unchanged, accepted and waived."""
    assert said in words(name, three(), Report(coverage=COVERAGE))


def test_the_summary_counts_what_it_does_not_name(monkeypatch):
    """Failures and parts of inputs beyond those that the summary names are counted in it."""
    monkeypatch.setattr(github_module, "ROWS", 2)
    failures = tuple(Failure(f"{n}.json", "json", "no") for n in range(5))
    left_out = tuple(LeftOut("record", "no item", path=f"{n}.warc") for n in range(6))
    said = words("markdown", evolve(three(), failures=failures, left_out=left_out))
    assert "3 inputs more." in said
    assert "4 lines more." in said


# What nobody looked at


def test_skips_are_told_by_item_and_cause():
    """An item in a language that is not analysed is one item with one cause, however many rules there are."""
    report = engine().check({"text": GERMAN, "language": "de"})
    (found,) = report.items
    assert len(found.skips) > 10
    (gap,) = report.gaps
    assert (gap.items, len(gap.rules)) == (1, len(found.skips))
    assert gap.reason == "the text was not analysed, since its language, de, is not one that sayso analyses"
    for name in ("text", "html", "markdown", "sarif"):
        said = words(name, report)
        assert f"1 item, at which {len(found.skips)} rules did not look: {gap.reason}" in said
    assert "the text of 1 item was not analysed" in words("text", report)
    plain = report_to_json(report, "0.1.0")
    assert validate(plain, "report") == ()
    assert [(one["items"], one["reason"]) for one in plain["gaps"]] == [(1, gap.reason)]


def test_gaps_add_up_over_reports():
    """Items of several reports are counted by cause, and rules once."""
    skips = [(Skip("a/x", "the rule reads de"),), (Skip("a/x", "the rule reads de"), Skip("a/y", "the rule reads de"))]
    reports = [Report((item(TEXT, number=n, skips=one),)) for n, one in enumerate(skips)]
    assert (
        "not wholly checked: 2 items, at which 2 rules did not look: the rule reads de (items/0.txt, items/1.txt)\n"
        in written("text", *reports)
    )


def test_an_item_that_was_not_analysed_is_no_clean_item():
    """Its page, its row, its summary and its test case say so, and its rules by name."""
    report = Engine(Config(select=("sourcing",)), own_only=True).check({"text": GERMAN, "language": "de"})
    (found,) = report.items
    assert found.findings == ()
    assert found.skips
    page = words("html", report)
    assert "The text was not analysed, since its language, de, is not one that sayso analyses." in page
    assert "Text not analysed · nothing found in what is known of it" in page
    assert all(skip.rule in page for skip in found.skips)
    assert "Nothing found." not in page
    row = words("html", report, Report((item(TEXT, number=2),)))
    assert " · text not analysed" in row
    (suite,) = suites(report)
    assert [case.find("skipped") is not None for case in suite] == [True]
    assert "A pass means" not in written("text", report)


#: A rule of the language that a run is about, and one of another.
READS = {
    one: rule(one, "x", since="0.1", severity="info", certainty="lexical", languages=[one[:2]])
    for one in ("en/x", "en/y", "de/x")
}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_says_whose_text_was_not_analysed(name):
    """Without any finding too, each format names the item at whose text nobody looked, and why."""
    report = Engine(Config(select=("attribution",)), own_only=True).check({"text": GERMAN, "language": "de"})
    found = evolve(report, items=(evolve(report.items[0], path="items/hafen.txt"),))
    said = words(name, found)
    assert "items/hafen.txt" in said
    assert "the text was not analysed, since its language, de, is not one that sayso analyses" in said


@pytest.mark.parametrize("name", ["concise", "github", "gitlab"])
def test_a_rule_for_another_language_is_no_gap_of_every_item(name):
    """Where a house has one rule for another language, its English items are not told of; its Spanish ones are."""
    rules = {one: made(lambda item: ()) for one, made in READS.items()}
    english = item(TEXT, number=1, skips=(Skip("de/x", "the rule reads de; the item is in 'en'"),))
    spanish = item(
        TEXT, number=2, skips=tuple(Skip(one, "the rule reads it not; the item is in 'es'") for one in rules)
    )
    said = written(name, Report((english, spanish)), rules=rules)
    assert "items/2.txt" in said
    assert "items/1.txt" not in said


def test_a_gap_names_its_first_items():
    """Of very many items five are named, over all reports, and the others counted."""
    skip = (Skip("a/x", "the rule reads de"),)
    reports = [Report(tuple(item(TEXT, number=n, skips=skip) for n in (k, k + 1, k + 2))) for k in (1, 4, 7)]
    names = ", ".join(f"items/{n}.txt" for n in range(1, 6))
    for name in ("text", "concise"):
        assert f"({names} and 4 more)\n" in written(name, *reports)


# What is accepted

LET_STAND = Coverage(inputs=12, accepted=1488, broken=12)


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_what_is_accepted_is_in_the_headline(name):
    """A run whose findings a baseline accepts has found nothing new, and says how much stands and was not looked at."""
    said = words(name, Report((item(TEXT),)), Report(coverage=LET_STAND))
    assert "1,488 findings accepted by the baseline; 12 inputs not checked (failures that the baseline accepts)" in said
    assert "nothing found" not in said
    if name != "statistics":
        assert "1 item checked: nothing new; 1,488 findings" in said


def test_the_list_of_findings_has_what_was_not_looked_at():
    """Concise is empty where nothing is new; inputs whose failure is accepted are told."""
    assert written("concise", Report((item(TEXT),)), Report(coverage=COVERAGE)) == ""
    said = written("concise", Report((item(TEXT),)), Report(coverage=LET_STAND))
    assert said == "sayso: 12 inputs not checked (failures that the baseline accepts)\n"


def test_what_is_waived_is_in_the_headline():
    """Waivers alone let something stand as well."""
    waived = Report(coverage=Coverage(inputs=1, waived=2))
    assert written("text", Report((item(TEXT),)), waived) == "1 item checked: nothing else found; 2 findings waived\n"
    assert "1 item checked: 1 error, 1 warning, 1 info; 2 findings waived" in written("text", three(), waived)


@pytest.mark.parametrize("coverage", [LET_STAND, Coverage(inputs=1, broken=1), Coverage(inputs=1, waived=1)])
def test_what_stands_is_no_pass(coverage):
    """Where findings or failures are let stand, no word on what a pass means ends the text."""
    assert "A pass means" not in written("text", Report((item(TEXT),)), Report(coverage=coverage))
    assert "A pass means" in written("text", Report((item(TEXT),)), Report(coverage=Coverage(inputs=1)))


def test_a_run_of_accepted_failures_alone_says_so():
    """Nothing was checked, and why."""
    said = written("text", Report(coverage=Coverage(inputs=2, broken=2)))
    assert said == "nothing was checked; 2 inputs not checked (failures that the baseline accepts)\n"


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_a_run_that_could_check_nothing_says_so(name):
    """Failures without items are no run that found nothing."""
    failures = (Failure("a.json", "json", "no"), Failure("b.json", "json", "no"))
    said = words(name, Report((), failures)).lower()
    assert "nothing could be checked" in said
    assert "2 inputs could not be read" in said or "could not be read: 2" in said
    assert "nothing found" not in said


# Places


def test_a_place_in_the_text_is_not_shown_as_one_in_the_file():
    """Where the place in the file is not known, line and column are said to be those of the text."""
    found = item(TEXT, finding("a/b", Severity.ERROR, TEXT, at(TEXT, "army")))
    line, column = 3, TEXT.splitlines()[2].index("army") + 1
    assert f"line {line}, column {column} of the text" in words("html", Report((found,)))
    assert f"--> items/1.txt, {line}:{column} of the text\n" in written("text", Report((found,)))
    known = Report((evolve(found, in_file=True),))
    assert "of the text" not in words("html", known)
    assert f"line {line}, column {column}" in words("html", known)
    assert f"--> items/1.txt:{line}:{column}\n" in written("text", known)


# Lines and limits

LINES = st.text(max_size=30) | st.sampled_from(["a\nb", "a\r\nb", "a\x85b", "a\u2028b", "\x0b", "\x1b[2J", "a\x1cb"])


@given(LINES, LINES, LINES, LINES)
def test_concise_is_one_line_a_finding(message, path, locator, rule):
    """Whatever message, path, place and rule hold, a finding is one line by anybody's count."""
    one = evolve(finding("a/b", Severity.ERROR, TEXT, at(TEXT, "army")), message=message, rule=rule)
    whole = evolve(one, spans=())
    for given_path, in_file in ((path, False), (path, True), (None, False)):
        ref = PluginRef("x", "1")
        made = ItemReport(path, given_path, locator, "0" * 64, ref, (one, whole), (), TEXT, in_file=in_file)
        assert len(written("concise", Report((made,))).splitlines()) == 2


def many(count: int, severity: Severity) -> Report:
    """An item with many findings."""
    kind = severity.value
    return Report((item(TEXT, *(finding(f"a/{kind}-{n}", severity, TEXT, at(TEXT, "mill")) for n in range(count))),))


def test_github_gets_as_many_annotations_as_it_shows():
    """Ten of each kind at most, errors first, in their order; the last line says how many more there are, and where."""
    failed = Report((), (Failure("b.json", "json", "no"),))
    given_reports = [many(30, Severity.INFO), failed, many(12, Severity.ERROR), many(3, Severity.WARNING)]
    lines = written("github", *given_reports).splitlines()
    kinds = [line[2:].partition(" ")[0] for line in lines]
    assert kinds == ["error"] * 10 + ["warning"] * 3 + ["notice"] * 10
    assert "title=json" in lines[0]
    assert [lines[n].split(",")[1].partition("::")[0] for n in (1, 9)] == ["title=a/error-0", "title=a/error-8"]
    assert "3 errors, 21 notices more: GitHub shows 10 of a kind" in lines[-1]
    assert "the summary of the job counts all, and --format text or sarif:FILE lists them" in lines[-1]
    few = written("github", many(10, Severity.ERROR), many(10, Severity.INFO)).splitlines()
    assert len(few) == 20
    assert "more" not in few[-1]


def test_a_summary_fits_its_step():
    """However long paths, messages and lists are, the summary is below 1 MiB, whole, and says what was cut."""
    huge = "\ud800&" * 200_000
    found = tuple(evolve(finding(f"a/{n}", Severity.ERROR, TEXT), message=huge) for n in range(300))
    failures = tuple(Failure(huge, "json", huge) for _ in range(300))
    left_out = tuple(LeftOut("record", huge) for _ in range(300))
    told = evolve(many(1, Severity.INFO), failures=failures, left_out=left_out)
    made = written("markdown", told, Report((item(TEXT, *found),)))
    assert len(made.encode("utf-8", "backslashreplace")) < 1 << 20
    assert made.count("<details>") == made.count("</details>") == 1
    for noun in ("finding", "input", "line"):
        assert f" {noun}s more." in made
    assert made.endswith("never that the item is true.\n")
