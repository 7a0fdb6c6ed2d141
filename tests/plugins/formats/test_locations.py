"""Each format says where in the file a finding is, and does so whatever way the reports came."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree

import pytest

from sayso import Document, ItemReport, Place, Rendering, Report, report_to_json
from sayso.validation import validate
from sayso_cli.stored import from_stored, to_stored
from sayso_plugins.formats import formats
from support import engine

FORMATS = {one.name: one for one in formats()}
RULE = "sourcing/bare-anonymous-source"
FILE = """\
[{"text": "The mill closed.", "author": 3},
 {"headline": "A \\u201cmill\\u201d",
  "text": "A \\u201cmill\\u201d.\\n\\nThe mill closed, sources said."}]
"""


@pytest.fixture(scope="module")
def report() -> Report:
    """One item with its place in the file, and one that is refused."""
    return engine().check(Document.from_bytes(FILE.encode(), path="items/a.json"))


def written(name: str, report: Report) -> str:
    """What a format makes of a report."""
    return "".join(FORMATS[name].render([report], Rendering("0.1.0")))


def test_lines_for_people_and_editors(report):
    """Path, line and column are those of the file; the excerpt is of the text."""
    assert f"items/a.json:3:52: warning {RULE} " in written("concise", report)
    assert "items/a.json:2:2: error dating/date-missing " in written("concise", report)
    text = written("text", report)
    assert "--> items/a.json:3:52 (/1)\n   |\n 3 | The mill closed, sources said.\n" in text
    assert "--> items/a.json:2:2 onwards (/1)  /date_published\n" in text
    assert f"{RULE}:3:52" in {case.get("name") for case in ElementTree.fromstring(written("junit", report)).iter()}
    assert "line 3, column 52</p>" in written("html", report)


def test_annotations_and_what_failed(report):
    """GitHub and GitLab get the line of the finding, and of the value that was refused."""
    lines = written("github", report).splitlines()
    assert lines[0].startswith("::error file=items/a.json,title=type,line=1,col=41::'author' must be")
    place = "line=3,endLine=3,col=52,endColumn=59::"
    assert [line for line in lines if f"title={RULE},{place}" in line]
    found = {one["check_name"]: one["location"]["lines"] for one in json.loads(written("gitlab", report))}
    assert (found[RULE], found["sayso/type"]) == ({"begin": 3, "end": 3}, {"begin": 1})
    assert "items/a.json:3 (/1)" in written("markdown", report)


def test_regions_of_sarif_are_of_the_file(report):
    """The region is in the file; what is written there is no snippet of the text."""
    (run,) = json.loads(written("sarif", report))["runs"]
    (one,) = (one for one in run["results"] if one["ruleId"] == RULE)
    place = one["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 52, "endLine": 3, "endColumn": 59}
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 41}


def test_the_report_says_it_by_its_schema(report):
    """Spans, findings on the whole, and failures have a location that the schema knows."""
    plain = report_to_json(report, "0.1.0")
    assert validate(plain, "report") == ()
    (item,) = plain["items"]
    places = [one["spans"][0]["location"] for one in item["findings"] if one["rule"] == RULE]
    assert places == [{"line": 3, "column": 52, "end_line": 3, "end_column": 59, "exact": True}]
    whole = [one["location"] for one in item["findings"] if not one["spans"]]
    assert {"line": 2, "column": 2, "exact": False} in whole
    assert plain["failures"][0]["location"] == {"line": 1, "column": 41, "exact": True}


def test_a_report_comes_back_with_its_places(report):
    """What the cache keeps has them."""
    kept = Report(report.items, plugins=report.plugins)
    assert from_stored(json.loads(json.dumps(to_stored([kept])))) == [kept]


def test_places_of_a_text_that_is_its_file():
    """Line ends of each kind in the quoted words are counted, and other separators are none."""
    item = engine().check(Document.from_bytes(b"x y\n", path="a.txt")).items[0]
    assert isinstance(item, ItemReport)
    for words, end in (("a", (2, 4)), ("a\r\nb", (3, 2)), ("a\rb\n", (4, 1)), ("a\x0bb\u2028c", (2, 8))):
        found = item.location_of(Place(0, len(words), words, 2, 3))
        assert (found.line, found.column, found.end_line, found.end_column) == (2, 3, *end)


def test_the_same_places_from_the_cache_and_from_processes(tmp_path, monkeypatch, capsys):
    """Whatever way a report comes, the places are the same."""
    import sys

    from sayso_cli.app import build

    monkeypatch.chdir(tmp_path)
    for number in range(3):
        (tmp_path / f"{number}.json").write_text(FILE)
    outs = []
    for more in ([], ["--cache", "kept"], ["--cache", "kept"], ["--jobs", "2"]):
        monkeypatch.setattr(sys, "argv", ["sayso"])
        with pytest.raises(SystemExit):
            build("check")(["check", "0.json", "1.json", "2.json", "--format", "json", *more])
        outs.append(capsys.readouterr().out)
    assert len(set(outs)) == 1
    assert '"location"' in outs[0]
