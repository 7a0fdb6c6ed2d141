"""Two streams from one: items that may pass on, and items that wait for somebody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import IO

from sayso import ItemReport, Report, Severity


class Splitting:
    """Writes each item to one of two files of JSON lines: where it is, its text, and what was found.

    An item goes to `quarantine` where a finding is at or above the level at which the run fails; what could not be
    checked goes there too. Both files are written aside and put in their places when the run is over.
    """

    def __init__(self, accepted: str | None, quarantine: str | None) -> None:
        self.files = {"accepted": accepted, "quarantine": quarantine}
        self._open: dict[str, IO[str]] = {}

    @property
    def named(self) -> list[str]:
        """The files that are written."""
        return [file for file in self.files.values() if file]

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write aside; the files are put in their places where nothing went wrong."""
        from sayso_cli.output import aside

        with ExitStack() as stack:
            for name, file in self.files.items():
                if file:
                    self._open[name] = stack.enter_context(aside(file))
            yield

    def add(self, report: Report, level: Severity | None) -> None:
        """Put the items of a report where they belong; None as the level lets all pass."""
        if not self._open:
            return
        for item in report.items:
            grave = level is not None and any(one.severity.rank >= level.rank for one in item.findings)
            self._write("quarantine" if grave else "accepted", _item(item))
        for failure in report.failures:
            self._write(
                "quarantine",
                {"path": failure.path, "locator": failure.locator, "error": failure.error, "message": failure.message},
            )

    def _write(self, name: str, value: object) -> None:
        file = self._open.get(name)
        if file is not None:
            file.write(json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n")


def _item(item: ItemReport) -> dict[str, object]:
    findings = [
        {"rule": one.rule, "severity": one.severity.value, "message": one.message, "fingerprint": one.fingerprint}
        for one in item.findings
    ]
    known = {"id": item.id, "path": item.path, "locator": item.locator, "url": item.uri}
    return {**known, "content_sha256": item.content_sha256, "text": item.text, "findings": findings}
