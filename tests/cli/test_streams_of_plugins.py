"""Plugins that take the streams of the program, or raise what no handler of `Exception` sees: reports stay whole."""

from __future__ import annotations

import json
import os

import pytest

HOOK = """
from sayso import Finding, hookimpl, rule


@rule("acme/here", "Here.", since="1", languages=(), cure="Mend it.")
def here(item):
    '''Say that it was here.'''
    {body}
    yield Finding("here")


@hookimpl
def sayso_rules():
    return [here]
"""
BACK = "another stream in the place of sys.stdout, which was put back"


@pytest.fixture
def check(program, tmp_path):
    """Install a plugin, check a file with its rule, and give exit code, report and what was complained."""

    def go(head, body="pass"):
        site = tmp_path / "site"
        info = site / "acme-1.0.dist-info"
        info.mkdir(parents=True)
        (site / "acme_sayso.py").write_text(head + HOOK.format(body=body), "utf-8")
        (info / "entry_points.txt").write_text("[sayso]\nacme = acme_sayso\n", "utf-8")
        (tmp_path / "a.txt").write_text("The mill closed.\n", "utf-8")
        path = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])
        environment = {**os.environ, "PYTHONPATH": path}
        environment.pop("SAYSO_DEBUG", None)
        options = ("--no-config", "--select", "acme", "-f", "json")
        ran = program("check", tmp_path / "a.txt", *options, env=environment)
        return ran.returncode, json.loads(ran.stdout), ran.stderr.decode()

    return go


@pytest.mark.parametrize(
    "head",
    [
        "import io, sys\nsys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8')\nprint('loading')\n",
        "import codecs, sys\nsys.stdout = codecs.getwriter('utf-8')(sys.stdout.buffer)\nprint('loading')\n",
        "import sys\nsys.stdout = None\n",
        "import sys, types\nsys.stdout = types.SimpleNamespace(write=sys.stdout.write)\nprint('loading')\n",
    ],
)
def test_a_plugin_that_replaces_standard_output_is_named(check, head):
    """The old ways to set an encoding among them: the report is whole, and the plugin is told to have done it."""
    code, report, complaint = check(head)
    assert code == 2
    assert report["summary"]["findings"] == 1
    assert f"plugin 'acme' (acme): it puts {BACK}" in complaint


@pytest.mark.parametrize("body", ["import sys; sys.stdout = None", "import sys; sys.stdout = sys.stderr = sys.stdin"])
def test_a_rule_that_replaces_it_is_told_of(check, body):
    """Whose rule it was is not known, since nobody looks after each; the report is whole."""
    code, report, complaint = check("", body)
    assert code == 0
    assert report["summary"]["findings"] == 1
    assert f"a plugin put {BACK}" in complaint


@pytest.mark.parametrize("body", ["import sys; sys.stdout.close()", "import sys; sys.stdout.buffer.close()"])
def test_nobody_closes_it(check, body):
    """The stream is the program's."""
    code, report, _ = check("", body)
    assert (code, report["summary"]["findings"]) == (0, 1)


@pytest.mark.parametrize("error", ["GeneratorExit", "type('Odd', (BaseException,), {})('x')", "SystemExit(0)"])
def test_what_no_handler_of_exceptions_sees_is_a_failure_like_any(check, error):
    """No traceback, no exit code 1, which would be findings, and the rule is named."""
    code, report, complaint = check("", f"raise {error}")
    assert code == 2
    assert [one["error"] for one in report["failures"]] == ["rule-crash"]
    assert "rule acme/here (plugin acme) failed: " in report["failures"][0]["message"]
    assert "Traceback" not in complaint


@pytest.mark.parametrize("confidence", ["7", "-1", "float('nan')"])
def test_a_confidence_that_is_none_is_a_failure(check, confidence):
    """No report holds what its schema forbids."""
    code, report, _ = check("", f"yield Finding('x', confidence={confidence})")
    assert code == 2
    assert report["summary"]["findings"] == 0
    assert "the confidence of a finding is from 0 to 1" in report["failures"][0]["message"]
