"""Finding and reading the configuration file."""

from __future__ import annotations

import os
import re
from pathlib import Path

from sayso.config.settings import Config, from_mapping
from sayso.errors import ConfigError
from sayso.text.pattern import Pattern

NAME = "sayso.toml"
#: Our table in a pyproject.toml by its whole name, and the two other ways to have one. What has neither is not parsed.
OURS = Pattern(r"""^\ufeff?[ \t]*\[{0,2}[ \t]*["']?tool["']?[ \t]*\.[ \t]*["']?sayso\b""", re.MULTILINE)
TOOL = Pattern(r"""^\ufeff?[ \t]*\[?[ \t]*["']?tool["']?[ \t]*[]=]""", re.MULTILINE)


def find(start: str | Path) -> Path | None:
    """The nearest ``sayso.toml``, or ``pyproject.toml`` with a ``[tool.sayso]`` table, upwards from `start`.

    What has the name ``sayso.toml`` is found whatever it is, so that a broken link is an error and not overlooked.
    """
    here = Path(start).absolute()
    for folder in [here, *here.parents] if here.is_dir() else here.parents:
        if os.path.lexists(folder / NAME):
            return folder / NAME
        project = folder / "pyproject.toml"
        if os.path.isfile(project) and _has_table(project):
            return project
    return None


def _has_table(path: Path) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    if b"sayso" not in data:
        return False
    text = data.decode(errors="replace")
    ours = OURS.search(text) is not None
    if not ours and not TOOL.search(text):
        return False
    from sayso.config.toml import decoded, parsed

    try:
        tool = parsed(decoded(data, str(path)), str(path)).get("tool", {})
    except ConfigError:
        # A broken pyproject.toml is other tools' to report, unless it would have told us something.
        return ours
    return isinstance(tool, dict) and "sayso" in tool


def load(path: str | Path) -> Config:
    """Read and validate a configuration file.

    Raises:
        ConfigError: If it cannot be read, is no TOML, or breaks its schema; names the key and suggests.
    """
    from sayso.config.toml import dotted, read_toml

    shown = display(Path(path))
    try:
        data, prefix = read_toml(str(path))
    except ConfigError as error:
        raise ConfigError(error.message, shown if error.file == str(path) else error.file, error.key) from None
    # The schema's library costs more than a whole check: it is loaded only where there is something to validate.
    from sayso.validation import validate

    problems = validate(data, "config")
    if problems:
        first, more = problems[0], len(problems) - 1
        where = prefix + dotted(first.pointer.split("/")[1:]) if first.pointer else "top level"
        rest = f" (and {more} more; see sayso schema config)" if more else ""
        raise ConfigError(f"{where}: {first.message}{rest}", shown)
    return from_mapping(data, shown, str(Path(path).absolute().parent), prefix)


def display(file: Path) -> str:
    """A path as provenance names it: relative to the working folder where it lies below it."""
    try:
        return file.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()
