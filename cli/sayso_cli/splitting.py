"""Two streams from one: items that may pass on, and items that wait for somebody."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING, Any

from sayso import ConfigError, Failure, ItemReport, Report, Severity

if TYPE_CHECKING:
    from sayso_cli.originals import Originals

SCHEMA = "urn:sayso:schema:split:1.0.0"


class Splitting:
    """Writes each item to one of two files of JSON lines: where it is, the item as it came, and what was found.

    An item goes to `quarantine` where a finding is at or above the level at which the run fails, or a rule failed on
    it; what could not be checked goes there too. Both files are written aside and put in their places when the run is
    over.

    Raises:
        ConfigError: If both are one file, or one is standard output.
    """

    def __init__(self, accepted: str | None, quarantine: str | None, max_bytes: int) -> None:
        self.files = {"accepted": accepted, "quarantine": quarantine}
        for name, file in self.files.items():
            if file == "-":
                raise ConfigError(f"--{name} takes a file, and - is none; name one, or /dev/stdout with --quiet")
        if accepted and quarantine and os.path.realpath(accepted) == os.path.realpath(quarantine):
            raise ConfigError("--accepted and --quarantine are one file; give each its own")
        self._open: dict[str, IO[str]] = {}
        self._originals: Originals | None = None
        if self.named:
            from sayso_cli.originals import Originals

            self._originals = Originals(max_bytes)

    @property
    def named(self) -> list[tuple[str, str]]:
        """The files that are written, with the names of their options."""
        return [(name, file) for name, file in self.files.items() if file]

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write aside; the files are put in their places where nothing went wrong."""
        from sayso_cli.output import aside

        with ExitStack() as stack:
            for name, file in self.files.items():
                if file:
                    self._open[name] = stack.enter_context(aside(file))
            yield

    def see(self, path: str | None, data: bytes | None) -> None:
        """An input that is read; one that is no file, such as standard input, with its bytes."""
        if self._originals is not None and data is not None and path is not None:
            self._originals.hold(path, data)

    def add(self, report: Report, failures: tuple[Failure, ...], level: Severity | None) -> None:
        """Put the items of a report, and what failed, where they belong; None as the level lets all items pass."""
        if not self._open:
            return
        for item in report.items:
            grave = level is not None and any(one.severity.rank >= level.rank for one in item.findings)
            grave = grave or any(item.is_of(one) for one in failures)
            self._write("quarantine" if grave else "accepted", self._item(item))
        for failure in failures:
            self._write("quarantine", self._failure(failure))

    def _write(self, name: str, value: Mapping[str, Any]) -> None:
        file = self._open.get(name)
        if file is not None:
            file.write(json.dumps({"schema": SCHEMA, **value}, ensure_ascii=False, allow_nan=False) + "\n")

    def _item(self, item: ItemReport) -> dict[str, Any]:
        assert self._originals is not None  # noqa: S101 - there is a file to write
        findings = [
            {"rule": one.rule, "severity": one.severity.value, "message": one.message, "fingerprint": one.fingerprint}
            for one in item.findings
        ]
        known = {"id": item.id, "path": item.path, "locator": item.locator, "url": item.uri}
        original = self._originals.item(item.path, item.locator)
        return {
            **known,
            "content_sha256": item.content_sha256,
            "item": {"text": item.text} if original is None else original,
            "findings": findings,
        }

    def _failure(self, failure: Failure) -> dict[str, Any]:
        assert self._originals is not None  # noqa: S101 - there is a file to write
        return {
            "path": failure.path,
            "locator": failure.locator,
            "error": failure.error,
            "message": failure.message,
            "raw": self._originals.raw(failure.path, failure.locator),
        }
