"""The schemas, with documents that are valid and documents that break them in one place."""

from __future__ import annotations

import copy
import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import sayso_schemas
from sayso import Baseline, record_to_json, report_to_json
from sayso.accepted.baseline import standing, to_json
from sayso.validation import validate
from support import engine

ROOT = Path(__file__).resolve().parents[2]
ORGANISATION = {"name": "Institute", "kind": "think_tank", "as_of": "2026-05-04", "where": "its report, page 3"}
FAILED = {"error": "json", "message": "not valid JSON", "raw": "{"}
TEXT = "Ana Ruiz, the mayor, said: “We won.” Sources said the deal was dead, according to local media."


def valid() -> dict[str, dict]:
    """A valid document for each schema."""
    item = {"text": TEXT, "outlet": {"name": "Example Post", "kind": "newspaper"}, "authors": ["Ana Ruiz"], "links": []}
    config = tomllib.loads((ROOT / "examples" / "configured" / "sayso.toml").read_text("utf-8"))
    (item_report,) = engine().check({"text": TEXT}).items
    documents = {
        "record": record_to_json(engine().normalize({"text": TEXT, "outlet": "Example Post"})),
        "report": report_to_json(engine().check({"text": TEXT}), "0.1.0"),
        "config": {**config, "rules": {"attribution/vague-media": "off", "a/b": {"severity": "info", "words": ["x"]}}},
        "item": item,
        "register": {"organisation": [{**ORGANISATION, "aliases": ["ISG"], "funders": ["Harlan Mills"]}, ORGANISATION]},
        "baseline": to_json(Baseline([standing(item_report, item_report.findings)])),
        "waivers": {"waivers": [{"rule": "a/b", "item": "x", "reason": "y", "quote": "z", "until": "2026-12-31"}]},
        "words": {"rules": [{"name": "a/b", "summary": "S.", "why": "W.", "words": ["x"], "scope": "headline"}]},
        "split": {"schema": "urn:sayso:schema:split:1.0.0", "path": "a", "locator": None, **FAILED},
        "evidence": {"a.txt": {"url": "https://council.example/12", "speakers": {"RUIZ": "Ana Ruiz"}}},
    }
    return json.loads(json.dumps(documents))


@pytest.mark.parametrize("name", sayso_schemas.names())
def test_a_schema_is_one(name):
    """Each schema is valid draft 2020-12, and says its own name."""
    schema = sayso_schemas.load(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:sayso:schema:{name}:1.0.0"


@pytest.mark.parametrize("name", sayso_schemas.names())
def test_a_valid_document_is_valid(name):
    """What sayso writes, and the examples, are valid."""
    assert validate(valid()[name], name) == ()


#: Schema, path to a place, the value that breaks it (KeyError deletes), the pointer reported, and words of the message.
BROKEN = [
    ("record", ("content", "sha256"), "abc", "/content/sha256", "'abc' must be a SHA-256 hash"),
    ("record", ("outlet", "status"), "guessed", "/outlet/status", "not one of asserted"),
    ("record", ("outlet", "source_field"), KeyError, "/outlet", "'source_field' is absent"),
    ("record", ("outlet", "value"), None, "/outlet/value", "cannot be the value"),
    ("record", ("author", "looked_in"), [], "/author/looked_in", "must not be empty"),
    ("record", ("author", "value"), [{"name": "x"}], "/author/value", "is not of type null"),
    ("record", ("outlet", "value", "nam"), "x", "/outlet/value/nam", "did you mean 'name'"),
    ("record", ("sections", 0, "span", "start"), -1, "/sections/0/span/start", "minimum"),
    ("record", ("sections", 0, "kind"), "gossip", "/sections/0/kind", "gossip"),
    ("record", ("speakers", 0, "kind"), "robot", "/speakers/0/kind", "not one of person"),
    ("record", ("attributions", 0, "confidence"), 2, "/attributions/0/confidence", "maximum"),
    ("record", ("independence",), [], "/independence", "must not be empty"),
    ("report", ("summary", "errors"), "two", "/summary/errors", "not of type integer"),
    ("report", ("items", 0, "findings", 0, "severity"), "fatal", "/items/0/findings/0/severity", "not one of error"),
    ("config", ("profil",), "x", "/profil", "did you mean 'profile'"),
    ("config", ("fail-on",), "eror", "/fail-on", "did you mean 'error'"),
    ("config", ("rules", "attribution/vague-media"), "loud", "/rules/attribution~1vague-media", "not one of off"),
    ("config", ("paths", 0, "match"), KeyError, "/paths/0", "'match' is absent"),
    ("config", ("rules", "sourcing"), "off", "/rules", "a family has no setting"),
    ("words", ("rules", 0, "name"), "House/x", "/rules/0/name", "'House/x' must be family/name in small letters"),
    ("words", ("rules", 0, "words"), [" "], "/rules/0/words/0", "must be a word"),
    ("config", ("limits",), {"max-bytes": 0}, "/limits/max-bytes", "minimum"),
    ("item", ("text",), KeyError, "", "'text' is absent"),
    ("item", ("outlet",), 3, "/outlet", "not of type object"),
    ("item", ("links",), [{"text": "here"}], "/links/0", "'url' is absent"),
    ("config", ("evidence",), "council.txt", "/evidence", "'council.txt' is not a list"),
    ("register", ("organisation", 0, "where"), KeyError, "/organisation/0", "'where' is absent"),
    ("register", ("organisation", 1, "kind"), "thinktank", "/organisation/1/kind", "did you mean 'think_tank'"),
    ("register", ("organisation", 0, "funder"), ["x"], "/organisation/0/funder", "did you mean 'funders'"),
    ("evidence", ("a.txt", "speaker"), "Ana Ruiz", "/a.txt/speaker", "did you mean 'speakers'"),
    ("evidence", ("a.txt", "speakers"), [3], "/a.txt/speakers/0", "3 is not a text"),
]


def patterns(schema: object) -> list[dict]:
    """All parts of a schema that have a pattern."""
    parts = list(schema.values()) if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    own = [schema] if isinstance(schema, dict) and isinstance(schema.get("pattern"), str) else []
    return [*own, *(found for part in parts for found in patterns(part))]


@pytest.mark.parametrize("name", [name for name in sayso_schemas.names() if name != "report"])
def test_a_pattern_is_said_in_words(name):
    """Nobody who writes a file has to read a regular expression; reports are written by sayso alone."""
    assert [one["pattern"] for one in patterns(sayso_schemas.load(name)) if "patternErrorMessage" not in one] == []


@pytest.mark.parametrize(("name", "path", "value", "pointer", "words"), BROKEN)
def test_a_broken_document_is_refused_at_its_place(name, path, value, pointer, words):
    """Each defect is reported with the JSON Pointer of its place."""
    document = copy.deepcopy(valid()[name])
    holder = document
    for part in path[:-1]:
        holder = holder[part]
    if value is KeyError:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    problems = {problem.pointer: problem.message for problem in validate(document, name)}
    assert pointer in problems, problems
    assert words in problems[pointer]


def test_all_problems_come_at_once():
    """A document with three defects has three problems."""
    document = {"profil": "x", "fail-on": "eror", "encoding": 3}
    assert [problem.pointer for problem in validate(document, "config")] == ["/encoding", "/fail-on", "/profil"]
