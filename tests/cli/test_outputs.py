"""Several formats from one run, and formats that hostile text cannot break."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Failure, ItemReport, PluginRef, Rendering, Report, ReportedFinding, Severity, Span
from sayso.report import place
from sayso.text.lines import Lines
from sayso_plugins.formats import formats
from sayso_plugins.formats.places import address
from sayso_plugins.formats.sarif import SHOWN, TAKEN, Kept

FORMATS = {one.name: one for one in formats()}
EXAMPLE = "The mill closed on Monday, sources said.\n"


@pytest.fixture
def item(tmp_path):
    """A file with findings."""
    file = tmp_path / "item.txt"
    file.write_text(EXAMPLE)
    return file


def test_formats_go_to_their_files_and_one_to_the_screen(run, tmp_path, item):
    """One run writes all, and each is what it is alone."""
    named = {name: tmp_path / f"out.{name}" for name in ("sarif", "junit", "json", "gitlab")}
    asked = [word for name, file in named.items() for word in ("--format", f"{name}:{file}")]
    ran = run("check", item, "--format", "concise", *asked)
    assert ran.code == 1
    assert ran.out == run("check", item, "--format", "concise").out
    for name, file in named.items():
        assert file.read_text("utf-8") == run("check", item, "--format", name).out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--format", "text", "--format", "json"], "both go to one place"),
        (["--format", "sarif:"], "names no file"),
        (["--format", "nosuch:file"], "there is no format 'nosuch'"),
        (["--format", "json:{0}", "--output", "{1}"], "is for a format without a file"),
        (["--format", "json:{0}", "--format", "sarif:{0}"], "two formats go to one file"),
    ],
)
def test_what_cannot_be_written_is_refused(run, tmp_path, item, asked, said):
    """Outputs that would overwrite each other, or go nowhere, are named before anything is written."""
    files = [tmp_path / "a", tmp_path / "b"]
    ran = run("check", item, *(word.format(*files) for word in asked))
    assert ran.code == 2
    assert said in ran.err
    assert not any(file.exists() for file in files)


def test_annotations_come_with_a_summary_of_the_job(run, tmp_path, item, monkeypatch):
    """Where Actions names a file for it, the summary is written behind what others wrote there."""
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run("check", item, "--format", "github").out.startswith("::error file=")
    assert summary.read_text("utf-8").startswith("before\n### sayso: 1 item checked: ")


def report(words: str, path: str | None = None) -> Report:
    """A report with the words wherever somebody else's words can stand."""
    text = f"{words} "
    span = place(Span(0, len(text)), text, Lines(text))
    finding = ReportedFinding("acme/rule", Severity.ERROR, 0.5, words, words, (span,), (), (), "0" * 32)
    mild = ReportedFinding("acme/mild", Severity.INFO, 0.5, words, words, (span,), (span,), (), "1" * 32)
    one = ItemReport(words, path, words, "0" * 64, PluginRef("x", "1"), (finding, mild), (), text, in_file=True)
    return Report((one,), (Failure(path, "json", words, words),))


def written(name: str, *reports: Report) -> str:
    return "".join(FORMATS[name].render(reports, Rendering("0.1.0")))


HOSTILE = st.text(max_size=60) | st.sampled_from(
    [
        "</failure><x>",
        "::error::x",
        "%0A::warning::",
        "| x |\n| <script>",
        "\x1b[31m",
        "\0",
        "\ud800",
        "]]>",
        "a\u2028b",
    ]
)


@given(HOSTILE, st.none() | HOSTILE)
def test_no_text_breaks_a_format(words, path):
    """Whatever an item says, XML is XML, JSON is JSON, a command is one line, and a table has its cells."""
    said = report(words, path)
    suites = ElementTree.fromstring(written("junit", said))
    assert [len(suite) for suite in suites] == [2, 1]
    for name in ("sarif", "gitlab"):
        json.loads(written(name, said).encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass"))
    lines = written("github", said).splitlines()
    assert len(lines) == 3
    assert all(line.startswith(("::error ", "::notice ")) for line in lines)
    table = written("markdown", said)
    assert "<script" not in table
    assert sum(line.startswith(("| error", "| info")) for line in table.split("\n")) == 2


def test_the_gravest_results_are_kept_and_the_rest_is_counted():
    """Of more results than code scanning takes, the mildest are left out, the last ones first."""
    kept = Kept(3)
    for number, rank in enumerate([0, 2, 1, 0, 1]):
        kept.add(rank, "rule", str(number))
    assert [result for _, result in kept.results()] == ["1", "2", "4"]
    assert kept.left_out == 2


def test_code_scanning_is_told_of_its_limits():
    """A log with more results than are shown, or taken, says so in a notification."""
    mild = ReportedFinding("a/b", Severity.INFO, 0.5, "m", "", (), (), (), "0" * 32)
    grave = ReportedFinding("a/c", Severity.ERROR, 0.5, "m", "", (), (), (), "1" * 32)
    many = ItemReport("id", "a.txt", None, "0" * 64, PluginRef("x", "1"), (mild,) * TAKEN + (grave,), (), "")
    (log,) = json.loads(written("sarif", Report((many,))))["runs"]
    assert len(log["results"]) == TAKEN
    assert log["results"][-1]["level"] == "error"
    said = [one["message"]["text"] for one in log["invocations"][0]["toolExecutionNotifications"]]
    assert said == [
        "1 of 25,001 results are left out, the mildest: code scanning takes 25,000",
        f"25,001 results: code scanning shows the first {SHOWN:,}",
    ]
    assert {log["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in log["results"]} == {True}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("items/a b.txt", "items/a%20b.txt"),
        ("/tmp/ü.txt", "file:///tmp/%C3%BC.txt"),
        ("C:\\items\\a.txt", "file:///C:/items/a.txt"),
        ("a:b/c:d.txt", "a%3Ab/c:d.txt"),
        ("50%#1?.txt", "50%25%231%3F.txt"),
    ],
)
def test_a_path_is_a_uri_reference(path, uri):
    """Spaces, colons, backslashes and signs of URIs are written so that the path comes back."""
    assert address(path) == uri


@pytest.mark.parametrize("words", [("--format", "json:-"), ("--format", "json", "--output", "-")])
def test_a_file_called_by_a_hyphen_is_standard_output(run, tmp_path, monkeypatch, words):
    """As other programs have it, and no file of that name comes into being."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The mill closed, sources said.\n")
    ran = run("check", "a.txt", *words)
    assert ran.out == run("check", "a.txt", "--format", "json").out
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    assert "both go to one place" in run("check", "a.txt", "--format", "text", *words[:1], "json:-").err
