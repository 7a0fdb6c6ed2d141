"""Running the program in this process, as its entry point does, and in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from sayso_cli.app import build


class Ran(NamedTuple):
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run the program in this process."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def go(*arguments: object) -> Ran:
        words = [str(one) for one in arguments]
        try:
            build(words[0] if words else None)(words)
            code: object = 0
        except SystemExit as stop:
            code = stop.code
        caught = capsys.readouterr()
        return Ran(int(str(code or 0)), caught.out, caught.err)

    return go


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program in a process of its own."""

    def go(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-c", "from sayso_cli.main import main; main()", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, timeout=120, check=False, **options)  # type: ignore[call-overload,no-any-return]

    return go
