"""What pages show and nobody can run here: it must at least be what it says it is, and know sayso as it is."""

from __future__ import annotations

import ast
import importlib
import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
VARIABLE = re.compile(r"\$\(?\{?\w+\)?\}?|\{\{\w+\}\}")


def check(kind: str, body: str) -> None:
    """A block that is only shown.

    Raises:
        AssertionError: It is not of its kind, or names a command, option, input or name that there is not.
    """
    CHECKS[kind](body)


def check_command(words: list[str]) -> None:
    """A command line of sayso, of which values may be placeholders: the command and its options are there."""
    command, rest = _command(words)
    there = {name for one in command.params for name in (*one.opts, *one.secondary_opts)} | {"--help"}
    for word in rest:
        if re.match(r"--?[a-z]", word):
            assert word.partition("=")[0] in there, f"{' '.join(words)}: no option {word}"


def options() -> set[str]:
    """The options of all commands."""
    return {
        name
        for command in _commands(_group())
        for one in command.params
        for name in (*one.opts, *one.secondary_opts)
        if name.startswith("-")
    }


@cache
def _group() -> Any:
    import typer.main

    from sayso_cli.app import build

    return typer.main.get_command(build())


def _commands(group: Any) -> Iterator[Any]:
    yield group
    for one in getattr(group, "commands", {}).values():
        yield from _commands(one)


def _command(words: list[str]) -> tuple[Any, list[str]]:
    assert words[0] == "sayso", words
    command, rest = _group(), words[1:]
    while rest and rest[0] in getattr(command, "commands", {}):
        command, rest = command.commands[rest[0]], rest[1:]
    assert command is not _group() or not rest or rest[0].startswith("-"), f"there is no command {rest[0]!r}"
    return command, rest


def _shell(body: str) -> None:
    for line in body.replace("\\\n", " ").splitlines():
        words = shlex.split(VARIABLE.sub("VALUE", line), comments=True)
        if "sayso" in words:
            start = words.index("sayso")
            assert "sayso" not in words[start + 1 :], line
            check_command(words[start:])


def _python(body: str) -> None:
    for node in ast.walk(ast.parse(body)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "sayso":
            module = importlib.import_module(str(node.module))
            for one in node.names:
                assert hasattr(module, one.name) or importlib.import_module(f"{node.module}.{one.name}"), one.name


def _yaml(body: str) -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed (sayso[markdown])")
    whole = yaml.safe_load(body)
    if "repos" in whole:
        _pre_commit(whole, yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")))
    elif "jobs" in whole:
        inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
        _workflow(whole, inputs)
    else:
        _pipeline(whole)


def _pre_commit(whole: dict[str, Any], hooks: list[dict[str, Any]]) -> None:
    entries = {one["id"]: one["entry"] for one in hooks}
    for repo in whole["repos"]:
        assert {"repo", "rev", "hooks"} <= set(repo)
        for hook in repo["hooks"]:
            check_command([*entries[hook["id"]].split(), *hook.get("args", [])])


def _workflow(whole: dict[str, Any], inputs: dict[str, Any]) -> None:
    assert True in whole or "on" in whole  # YAML 1.1 takes "on" for a truth value
    for job in whole["jobs"].values():
        assert "runs-on" in job
        for step in job["steps"]:
            assert ("uses" in step) != ("run" in step)
            _shell(step.get("run", ""))
            if "/sayso@" in step.get("uses", ""):
                assert set(step["with"]) <= set(inputs)
                check_command(["sayso", "check", *shlex.split(step["with"].get("arguments", ""))])


def _pipeline(whole: dict[str, Any]) -> None:
    for name, job in whole.items():
        if name == "include":
            continue
        assert "script" in job or "variables" in job, name
        _shell("\n".join(job.get("script", [])))
        assert set(job.get("artifacts", {}).get("reports", {})) <= {"codequality", "junit"}


def _text(body: str) -> None:
    assert body.strip()


CHECKS = {"sh": _shell, "python": _python, "yaml": _yaml, "toml": tomllib.loads, "text": _text}
