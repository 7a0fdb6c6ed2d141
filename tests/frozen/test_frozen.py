"""Plugins as they were built against released APIs: what ran then runs now."""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib.util
import json
import zipfile
from pathlib import Path

import pytest

import sayso
from wheels import PYTEST, SAYSO, installed, run

HERE = Path(__file__).parent
WHEELS = sorted(HERE.glob("*.whl"))
every_wheel = pytest.mark.parametrize("wheel", WHEELS, ids=lambda path: path.name.split("-")[1])


@pytest.fixture(scope="module")
def build():
    """The script that makes them."""
    spec = importlib.util.spec_from_file_location("build_kept", HERE / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def files_of(wheel: Path) -> dict[str, bytes]:
    """What is in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_one_is_kept():
    """This version has its wheel; a test that finds none would prove nothing."""
    assert f"sayso_kept-{sayso.__version__}-py3-none-any.whl" in {wheel.name for wheel in WHEELS}


@every_wheel
def test_it_is_as_it_was_built(wheel):
    """Every file has the hash that the wheel's own list gives, and there is no other file."""
    files = files_of(wheel)
    (record,) = (name for name in files if name.endswith("/RECORD"))
    listed = {name: (digest, size) for name, digest, size in csv.reader(files[record].decode().splitlines())}
    assert set(listed) == set(files)
    for name, data in files.items():
        if name != record:
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            assert listed[name] == (f"sha256={digest}", str(len(data))), name


@every_wheel
def test_its_tests_pass(wheel, tmp_path):
    """The tests that are in the wheel, on what is here now: examples, carets, the kit, records, all public names."""
    site = installed(wheel, tmp_path / "site")
    ran = run(
        PYTEST, "-c", "pytest.ini", "--rootdir", ".", str(site / "sayso_kept"), site=site, folder=settings(tmp_path)
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert int(ran.stdout.strip().rpartition("\n")[2].split()[0]) > 100


@every_wheel
def test_it_is_found_and_works_by_its_entry_point(wheel, tmp_path):
    """The program lists it whole, holds it to the contract, and checks with its rules."""
    site = installed(wheel, tmp_path / "site")
    listed = json.loads(run(SAYSO, "plugins", "--format", "json", site=site, folder=tmp_path).stdout)
    (plugin,) = (one for one in listed if one["name"] == "kept")
    assert (plugin["state"], plugin["error"]) == ("loaded", None)
    assert plugin["version"] == wheel.name.split("-")[1]
    ran = run(SAYSO, "plugins", "check", "kept", site=site, folder=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (tmp_path / "a.kept").write_text("Ferry|The ferry sails again!\n", "utf-8")
    ran = run(SAYSO, "check", "a.kept", "--select", "kept", "-f", "kept-counts", site=site, folder=tmp_path)
    assert ran.returncode == 1, ran.stderr
    assert json.loads(ran.stdout.splitlines()[0])["summary"]["findings"] == 2
    ran = run(SAYSO, "normalize", "a.kept", "--to", "kept-voices", site=site, folder=tmp_path)
    assert json.loads(ran.stdout)["speakers"] == []


def settings(folder: Path) -> Path:
    """A folder whose settings make each example of the plugin a test."""
    (folder / "pytest.ini").write_text("[pytest]\nsayso_plugins = kept\n", "utf-8")
    return folder


def test_the_script_gives_the_same_bytes_each_time(build, tmp_path):
    """Two builds are one; and the wheel of this version is of the source here, names that came since aside."""
    first, second = (build.build(made(tmp_path / name), sayso.__version__) for name in "ab")
    assert first.read_bytes() == second.read_bytes()
    kept, now = files_of(HERE / first.name), files_of(first)
    changed = {name for name in kept | now if kept.get(name) != now.get(name)}
    assert {name for name in changed if not name.endswith(("test_names.py", "RECORD"))} == set()


def made(folder: Path) -> Path:
    """A new folder."""
    folder.mkdir()
    return folder


def test_what_is_kept_is_not_built_again(build, tmp_path, monkeypatch):
    """A wheel of this version with other bytes is left as it is, and nothing is left beside it."""
    wheel = build.build(tmp_path, "9.9.9")
    assert build.build(tmp_path, "9.9.9") == wheel
    before = wheel.read_bytes()
    monkeypatch.setattr(sayso, "__all__", [*sayso.__all__, "fetch"])
    with pytest.raises(FileExistsError, match="is kept as it is"):
        build.build(tmp_path, "9.9.9")
    assert wheel.read_bytes() == before
    assert list(tmp_path.iterdir()) == [wheel]
