"""``sayso check``: exit codes, bad inputs, folders, pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from sayso.validation import validate

CLEAN = (
    '{"text": "The bridge was built in 1992.", "outlet": "Example Post", '
    '"author": "Ana Ruiz", "date_published": "2026-05-04"}'
)
UNDATED = "The bridge was opened today, the city said."


@pytest.fixture
def clean(tmp_path):
    """An item without findings."""
    file = tmp_path / "clean.json"
    file.write_text(CLEAN, "utf-8")
    return file


@pytest.fixture
def undated(tmp_path):
    """An item with three errors."""
    file = tmp_path / "undated.txt"
    file.write_text(UNDATED, "utf-8")
    return file


def test_nothing_found_is_exit_0(run, clean):
    """A clean item exits with 0, and the report says what a pass does not mean."""
    ran = run("check", clean)
    assert ran.code == 0
    assert "never that the item is true" in ran.out
    assert ran.err == ""


def test_findings_are_exit_1(run, undated):
    """An item with errors exits with 1."""
    assert run("check", undated).code == 1


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_decides(run, undated, level, code):
    """The exit code follows --fail-on."""
    assert run("check", undated, "--fail-on", level).code == code


def confidences(ran) -> list[float]:
    """Of the findings of a JSON report."""
    return [one["confidence"] for item in json.loads(ran.out)["items"] for one in item["findings"]]


def test_what_is_less_sure_can_be_left_out(run, undated):
    """--min-confidence, or min-confidence in the configuration, leaves out findings of less and keeps the others."""
    every = confidences(run("check", undated, "--format", "json"))
    least = min(every)
    surer = [one for one in every if one > least]
    assert surer
    assert confidences(run("check", undated, "--format", "json", "--min-confidence", least)) == every
    assert confidences(run("check", undated, "--format", "json", "--min-confidence", least + 0.01)) == surer
    undated.with_name("sayso.toml").write_text(f"min-confidence = {least + 0.01}\n", "utf-8")
    assert confidences(run("check", undated, "--format", "json")) == surer
    assert run("check", undated, "--min-confidence", "1.5").code == 2


def test_a_warning_alone_is_no_failure(run, tmp_path):
    """By default only errors fail; --fail-on warning fails on warnings."""
    file = tmp_path / "a.json"
    file.write_text(CLEAN.replace("The bridge was built in 1992.", "Sources said the deal was dead."), "utf-8")
    assert run("check", file).code == 0
    assert run("check", file, "--fail-on", "warning").code == 1


BAD = {
    "empty.txt": (b"", "there is nothing in it"),
    "latin1.txt": ("Die Brücke, sagte Ana.".encode("latin-1"), "byte 6 (0xfc)"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "this is not text"),
    "broken.json": (b'{"text": "x",\n "outlet": }', "broken.json:2:12: not valid JSON"),
    "notext.json": (b'{"body": "The mill closed."}', '[reader.json.map] body = "text"'),
    "type.json": (b'{"text": "The mill closed.", "outlet": 3}', "'outlet' must be a name"),
    "date.json": (
        b'{"text": "The mill closed.", "date_published": "soon"}',
        "'date_published' must be an ISO 8601 date",
    ),
    "number.json": (b"3", "an item is an object"),
    "nan.json": (b'{"text": "x", "extra": {"a": NaN}}', "NaN is no JSON number"),
    "deep.json": (b"[" * 100_000, "nested too deeply"),
    "record.json": (b'{"schema": "urn:sayso:schema:record:1.0.0"}', "see sayso validate"),
    "page.pdf": (b"%PDF-1.7 The mill closed.", "no reader for application/pdf"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_one_line_and_exit_2(run, tmp_path, clean, name):
    """A bad input is named with what to do, in one line; the other input is checked all the same."""
    data, message = BAD[name]
    file = tmp_path / name
    file.write_bytes(data)
    ran = run("check", file, clean)
    assert ran.code == 2
    assert "1 item checked" in ran.out
    (line,) = ran.err.splitlines()
    assert name in line
    assert message in line


def test_a_missing_path_is_named(run, clean, tmp_path):
    """A path that is not there is an error, and the others are checked."""
    ran = run("check", tmp_path / "gone.txt", clean)
    assert ran.code == 2
    assert "gone.txt: there is no such file" in ran.err
    assert "1 item checked" in ran.out


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads every file, and Windows has no modes")
def test_an_unreadable_file_is_named(run, undated):
    """A file without leave to read it is an error."""
    undated.chmod(0)
    ran = run("check", undated)
    assert ran.code == 2
    assert "cannot be read" in ran.err


def test_a_huge_line_is_refused_by_its_limit(run, tmp_path):
    """50 MB in one line end in one sentence that names the limit and where to raise it."""
    for name in ("huge.txt", "huge.jsonl"):
        file = tmp_path / name
        with file.open("wb") as out:
            for _ in range(50):
                out.write(b"a" * 1_000_000)
        ran = run("check", file)
        assert ran.code == 2
        assert "max-bytes under [limits]" in ran.err
        assert len(ran.err) < 300


def test_a_bad_line_of_jsonl_takes_no_other_with_it(run, tmp_path):
    """Of three lines the second is broken: it is named by its number, and two items are checked."""
    file = tmp_path / "items.jsonl"
    file.write_text(f'{CLEAN}\n{{"text": \n{CLEAN}\n', "utf-8")
    ran = run("check", file)
    assert ran.code == 2
    assert "items.jsonl:2:10: not valid JSON: Expecting" in ran.err
    assert "2 items checked" in ran.out


def test_a_run_that_checked_nothing_is_not_green(run, tmp_path):
    """A folder without items is exit 2 and a sentence; --allow-empty lets it pass."""
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    ran = run("check", tmp_path)
    assert ran.code == 2
    assert "the one file in this folder was not read" in ran.err
    assert "skipped 1 file (.png): no reader reads them" in ran.err
    assert run("check", tmp_path, "--allow-empty").code == 0


def test_an_empty_folder_beside_items_is_named(run, tmp_path, clean):
    """A folder without items is an error by its name, though another input was checked."""
    empty = tmp_path / "empty"
    empty.mkdir()
    ran = run("check", empty, clean)
    assert (ran.code, "1 item checked" in ran.out) == (2, True)
    assert f"{empty}: there are no items in this folder" in ran.err


def test_the_configuration_is_no_item(run, tmp_path, clean):
    """A walk through a folder neither reads its sayso.toml nor reports it as skipped."""
    (tmp_path / "sayso.toml").write_text('profile = "default"', "utf-8")
    ran = run("check", tmp_path)
    assert (ran.code, ran.err) == (0, "")


def test_folders_are_walked_in_order_and_excluded(run, tmp_path, clean):
    """Files of a folder come by name; hidden ones and what the configuration excludes are left out."""
    for name in ("b/two.txt", "a/one.txt", ".hidden/no.txt", "drafts/no.txt", "node_modules/no.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(UNDATED, "utf-8")
    (tmp_path / "sayso.toml").write_text('exclude = ["drafts/"]', "utf-8")
    report = json.loads(run("check", tmp_path, "--format", "json").out)
    names = [os.path.relpath(item["path"], tmp_path) for item in report["items"]]
    assert names == ["clean.json", os.path.join("a", "one.txt"), os.path.join("b", "two.txt")]


def test_the_nearest_configuration_counts(run, tmp_path):
    """Each file is checked by the configuration nearest above it."""
    for folder, level in (("a", "off"), ("b", "error")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text(UNDATED, "utf-8")
        (tmp_path / folder / "sayso.toml").write_text(f'[rules]\n"provenance/author-missing" = "{level}"\n', "utf-8")
    report = json.loads(run("check", tmp_path / "a", tmp_path / "b", "--format", "json").out)
    levels = [{f["rule"]: f["severity"] for f in item["findings"]} for item in report["items"]]
    assert "provenance/author-missing" not in levels[0]
    assert levels[1]["provenance/author-missing"] == "error"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('profil = "wire"', "did you mean 'profile'?"),
        ('[rules]\n"attribution/vague-medai" = "off"', "did you mean 'attribution/vague-media'?"),
        ('profile = "wyre"', "did you mean 'wire'?"),
        ("profile", "not valid TOML"),
    ],
)
def test_a_wrong_configuration_is_one_line_and_exit_2(run, clean, text, message):
    """What the configuration gets wrong is named with its file and the nearest right one."""
    (clean.parent / "sayso.toml").write_text(text, "utf-8")
    ran = run("check", clean)
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert "sayso.toml" in line
    assert message in line
    assert run("check", clean, "--no-config").code == 0


def test_unknown_names_on_the_command_line_are_exit_2(run, clean):
    """Formats, readers, profiles and levels that are not there are errors that list those that are."""
    for option, value in (("--format", "xml"), ("--profile", "wyre"), ("--fail-on", "fatal"), ("--reader", "pdf")):
        ran = run("check", clean, option, value)
        assert ran.code == 2, option
        assert value in ran.err


def test_the_json_report_follows_its_schema(run, undated, tmp_path):
    """The JSON report is valid, failures included, and counts what it holds."""
    (tmp_path / "broken.json").write_text("{", "utf-8")
    ran = run("check", undated, tmp_path / "broken.json", "--format", "json")
    report = json.loads(ran.out)
    assert validate(report, "report") == ()
    assert report["summary"]["failures"] == len(report["failures"]) == 1
    assert ran.code == 2


def test_jsonl_gives_an_object_a_line(run, undated, clean, tmp_path):
    """Each item and each failure is a line of its own, and so is what was seen, at the end."""
    ran = run("check", undated, clean, tmp_path / "gone.txt", "--format", "jsonl")
    assert [next(iter(json.loads(line))) for line in ran.out.splitlines()] == ["item", "item", "failure", "coverage"]


def test_the_same_input_gives_the_same_bytes(program, undated):
    """Two processes with other hash seeds print the same report."""
    seeds = ({**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2"))
    first, second = (program("check", undated, "--format", "json", env=env).stdout for env in seeds)
    assert first == second != b""


def test_standard_input_is_read(program):
    """- reads standard input, as plain text or by the name it would have."""
    ran = program("check", "-", "--format", "concise", input=UNDATED.encode())
    assert ran.returncode == 1
    assert b"<stdin>:0:0: error dating/date-missing" in ran.stdout
    ran = program("check", "-", "--stdin-filename", "a.json", input=CLEAN.encode())
    assert ran.returncode == 0


def test_a_closed_pipe_is_no_traceback(undated):
    """Whoever reads only the first line hears no complaint."""
    command = f'"{sys.executable}" -c "from sayso_cli.main import main; main()" check "{undated}" | head -1'
    ran = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)
    assert ran.stderr == b""
    assert ran.stdout.startswith(b"error[")


def test_colour_is_for_terminals(run, undated, monkeypatch):
    """A pipe gets no colour; FORCE_COLOR asks for it and NO_COLOR forbids it."""
    assert "\x1b" not in run("check", undated).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror" in run("check", undated).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("check", undated).out


def test_a_broken_plugin_is_named_and_exit_2(program, clean, tmp_path):
    """An installed plugin that cannot be imported is named; the item is checked, and --no-plugins leaves it out."""
    (tmp_path / "acme_sayso.py").write_text("raise RuntimeError('boom')", "utf-8")
    info = tmp_path / "acme_sayso-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-sayso\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[sayso]\nacme = acme_sayso\n", "utf-8")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}
    ran = program("check", clean, env=env)
    assert ran.returncode == 2
    assert b"plugin 'acme' (acme_sayso): cannot be imported: RuntimeError: boom" in ran.stderr
    assert b"1 item checked" in ran.stdout
    assert program("check", clean, "--no-plugins", env=env).returncode == 0
    listed = program("plugins", env=env)
    assert listed.returncode == 2
    assert b"acme (acme_sayso 1.0" in listed.stdout


def test_a_report_goes_to_a_file(run, undated, tmp_path):
    """--output writes the report and prints nothing; a folder there is one line and exit 2."""
    ran = run("check", undated, "--format", "json", "--output", tmp_path / "report.json")
    assert ran.out == ""
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["summary"]["errors"] == 3
