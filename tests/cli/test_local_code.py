"""A configuration among the items cannot run a program here."""

from __future__ import annotations

CODE = "from pathlib import Path\nPath({!r}).write_text('ran')\n"


def test_python_of_a_configuration_below_is_not_run(run, tmp_path, monkeypatch):
    """Whoever sends an item may send a sayso.toml with it; its Python runs only where the user names the file."""
    items = tmp_path / "items"
    items.mkdir()
    mark = tmp_path / "mark"
    (items / "evil.py").write_text(CODE.format(str(mark)))
    (items / "sayso.toml").write_text('local-plugins = ["evil.py"]\n')
    (items / "a.txt").write_text("The mill closed.\n")
    monkeypatch.chdir(tmp_path)
    ran = run("check", "items/a.txt")
    assert ran.code == 2
    assert "run only with --config" in ran.err
    assert not mark.exists()
    run("check", "items/a.txt", "--config", "items/sayso.toml")
    assert mark.read_text() == "ran"


def test_python_of_a_configuration_here_or_above_runs(run, tmp_path, monkeypatch):
    """The folder that the user works in is the user's."""
    mark = tmp_path / "mark"
    (tmp_path / "own.py").write_text(CODE.format(str(mark)))
    (tmp_path / "sayso.toml").write_text('local-plugins = ["own.py"]\n')
    below = tmp_path / "below"
    below.mkdir()
    (below / "a.txt").write_text("The mill closed.\n")
    monkeypatch.chdir(below)
    run("check", "a.txt")
    assert mark.read_text() == "ran"
