"""Reports that several formats read, one behind the other."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from typing import IO

from sayso import Report


class Spool:
    """Reports on their way to the first format, kept on the disk for the others: memory does not grow with the run."""

    def __init__(self, reports: Iterator[Report]) -> None:
        self._reports = reports
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="sayso-")  # noqa: SIM115 - it lives as long as the spool

    def live(self) -> Iterator[Report]:
        """The reports as they come."""
        for report in self._reports:
            pickle.dump(report, self._file, pickle.HIGHEST_PROTOCOL)
            yield report

    def again(self) -> Iterator[Report]:
        """The same reports once more, when all have come."""
        for _ in self.live():  # what the first format did not ask for
            pass
        self._file.seek(0)
        while True:
            try:
                # It was written a moment ago by this process, to a file without a name.
                yield pickle.load(self._file)  # noqa: S301
            except EOFError:
                return

    def close(self) -> None:
        """Give the disk back."""
        self._file.close()
