"""SARIF by what its standard asks of a producer, where no schema can say it, and with fingerprints of our own."""

from __future__ import annotations

import json
import os

import pytest

from html_pages import TEXT, at, finding, item
from sayso import Config, Engine, Failure, Rendering, Report, Severity, evolve
from sayso_plugins.formats.places import address
from sayso_plugins.formats.sarif import SARIF


def log(*reports: Report, version: str = "0.1.0") -> dict:
    """The run of the log."""
    (run,) = json.loads("".join(SARIF.render(reports, Rendering(version))))["runs"]
    return run


def prints(*reports: Report) -> list[str]:
    """The fingerprints of the results, in their order."""
    return [one["partialFingerprints"]["sayso/v1"] for one in log(*reports)["results"]]


def of(name: str | None, locator: str | None = None, identity: str = "urn:sayso:sha256:" + "0" * 64) -> Report:
    """An item with the same finding twice, as the engine stamps it."""
    found = [evolve(finding("a/b", Severity.ERROR, TEXT, at(TEXT, "mill")), fingerprint=f"{n}" * 32) for n in (1, 2)]
    return Report((evolve(item(TEXT, *found), path=name, locator=locator, id=identity),))


def test_fingerprints_differ_by_item_and_by_repetition():
    """The same words in two files, two entries, two copies of a text are not one result; nor is the same rule twice."""
    reports = [
        of("a.txt"),
        of("b.txt"),
        of("a.json", "entry 1", "tag:example.org,2026:1"),
        of("a.json", "entry 2", "tag:example.org,2026:2"),
        of("c.json", "line 1"),
        of("c.json", "line 2"),
        of(None),
    ]
    found = prints(*reports)
    assert len(set(found)) == len(found) == 14
    assert found == prints(*reports)


def test_a_fingerprint_stays_while_text_and_item_move():
    """Text put before the words, entries put before the item, and a new folder for one with an id change none."""

    def checked(text: str) -> Report:
        one = Engine(Config(select=("sourcing/bare-anonymous-source",)), own_only=True)
        return one.check({"text": text, "language": "en"})

    before = checked("The mill will close, sources said.\n")
    after = checked("A new paragraph.\n\nThe mill will close,   sources said.\n")
    assert before.items[0].id != after.items[0].id
    named = [Report(tuple(evolve(one, path="a.txt") for one in report.items)) for report in (before, after)]
    assert prints(named[0]) == prints(named[1]) != []
    own = "tag:example.org,2026:1"
    assert prints(of("a.json", "entry 1", own)) == prints(of("old/a.json", "entry 7", own))
    assert prints(of("./a.txt")) == prints(of("a.txt"))


def test_messages_are_those_of_the_standard():
    """Braces are doubled (3.11.5), no foreign words make a link (3.11.6), and no message is empty (3.11.8)."""
    said = [evolve(finding("a/b", Severity.ERROR, TEXT), message=words) for words in ("{0} of {it}", "[x](1)", "")]
    texts = [one["message"]["text"] for one in log(Report((item(TEXT, *said),)))["results"]]
    assert texts == ["{{0}} of {{it}}", "[x] (1)", "a/b"]
    (told,) = log(Report((), (Failure("{a}.json", "json", "no"),)))["invocations"][0]["toolExecutionNotifications"]
    assert "{{a}}" in told["message"]["text"]


def test_related_locations_are_there_once():
    """A place that a finding names twice is one related location (3.27.22: unique)."""
    one = finding("a/b", Severity.ERROR, TEXT, at(TEXT, "mill"), at(TEXT, "army"), at(TEXT, "army"))
    one = evolve(one, related=one.spans[1:])
    (result,) = log(Report((evolve(item(TEXT, one), in_file=True),)))["results"]
    assert len(result["relatedLocations"]) == 1


def test_an_item_is_a_location_at_the_top():
    """Its full name, where there is one, is its name (3.33.5), and its name tells the file and the place in it."""
    (result, _) = log(of("feeds/a.xml", "entry 3"))["results"]
    (logical,) = result["locations"][0]["logicalLocations"]
    assert logical.get("fullyQualifiedName", logical["name"]) == logical["name"] == "feeds/a.xml (entry 3)"


@pytest.mark.parametrize(("version", "key"), [("0.1.0", "semanticVersion"), ("0.1.dev3", "version"), ("1", "version")])
def test_a_version_is_called_what_it_is(version, key):
    """What is no semantic version is not called one (3.19.12)."""
    driver = log(version=version)["tool"]["driver"]
    assert driver[key] == version
    assert key == "semanticVersion" or "semanticVersion" not in driver


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./items/./a.txt", "items/a.txt"),
        ("items//a.txt", "items/a.txt"),
        ("/items/.//a.txt", "file:///items/a.txt"),
        ("\\\\host\\share\\a.txt", "file://host/share/a.txt"),
        ("../a.txt", "../a.txt"),
    ],
)
def test_addresses_have_no_idle_parts(path, uri):
    """Empty parts and dots are left out (3.10.2), and a share keeps its host."""
    assert address(path) == uri


def test_an_absolute_address_does_not_go_back(tmp_path):
    """Two dots of an absolute path are resolved as the file system has it, links followed (3.10.2)."""
    (tmp_path / "far" / "below").mkdir(parents=True)
    os.symlink(tmp_path / "far" / "below", tmp_path / "link")
    assert address(f"{tmp_path}/link/../a.txt") == f"file://{os.path.realpath(tmp_path)}/far/a.txt"


def test_what_is_found_in_waivers_is_described():
    """Code scanning wants a description of each rule, also of those that are none of a plugin's."""
    found = item(TEXT, *(finding(name, Severity.WARNING, TEXT) for name in ("waivers/expired", "acme/unknown")))
    for rule in log(Report((found,)))["tool"]["driver"]["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            assert rule[key]["text"]


def test_a_log_is_valid_by_the_schema_of_the_standard():
    """With the schema of OASIS at hand, whose file is no part of the project: SAYSO_SARIF_SCHEMA names it."""
    jsonschema = pytest.importorskip("jsonschema")
    file = os.environ.get("SAYSO_SARIF_SCHEMA")
    if not file:
        pytest.skip("SAYSO_SARIF_SCHEMA names no file")
    with open(file, encoding="utf-8-sig") as opened:
        schema = json.load(opened)
    check = jsonschema.validators.validator_for(schema)(schema)
    failed = item(TEXT, finding("a/b", Severity.INFO, TEXT, at(TEXT, "mill")))
    given = [
        of("a b.txt"),
        of(None),
        Report((failed,), (Failure("b.json", "json", "bad {0} [x](y)", "line 3"),)),
        Report(),
    ]
    whole = json.loads("".join(SARIF.render(given, Rendering("0.1.0"))))
    assert [error.message for error in check.iter_errors(whole)] == []
    whole["runs"][0]["results"][0]["level"] = "dreadful"
    assert not check.is_valid(whole)
