"""Finding and reading the configuration file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.config.settings import Config, from_mapping
from sayso.errors import ConfigError

NAME = "sayso.toml"


def find(start: str | Path) -> Path | None:
    """The nearest ``sayso.toml``, or ``pyproject.toml`` with a ``[tool.sayso]`` table, upwards from `start`."""
    here = Path(start).absolute()
    for folder in [here, *here.parents] if here.is_dir() else here.parents:
        if (folder / NAME).is_file():
            return folder / NAME
        project = folder / "pyproject.toml"
        if project.is_file() and _has_table(project):
            return project
    return None


def _has_table(path: Path) -> bool:
    try:
        data = path.read_bytes()
        if b"tool.sayso" not in data:
            return False
        import tomllib  # here and below: seldom needed, and 4 ms

        return "sayso" in tomllib.loads(data.decode()).get("tool", {})
    except (OSError, ValueError):
        # A broken pyproject.toml that is not ours to read is other tools' to report.
        return False


def load(path: str | Path) -> Config:
    """Read and validate a configuration file.

    Raises:
        ConfigError: If it cannot be read, is no TOML, or breaks its schema; names the key and suggests.
    """
    import tomllib

    file = Path(path)
    try:
        data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}", str(path)) from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"not valid UTF-8 at byte {error.start}", str(path)) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not valid TOML: {error}", str(path)) from None
    prefix = ""
    if file.name == "pyproject.toml":
        data, prefix = data.get("tool", {}).get("sayso", {}), "tool.sayso."
    # The schema's library costs more than a whole check: it is loaded only where there is something to validate.
    from sayso.validation import validate

    problems = validate(data, "config")
    if problems:
        first, more = problems[0], len(problems) - 1
        where = (
            prefix + first.pointer.strip("/").replace("~1", "/").replace("~0", "~") if first.pointer else "top level"
        )
        rest = f" (and {more} more; see sayso schema config)" if more else ""
        raise ConfigError(f"{where}: {first.message}{rest}", str(path))
    return from_mapping(data, display(file), str(file.absolute().parent), prefix)


def display(file: Path) -> str:
    """A path as provenance names it: relative to the working folder where it lies below it."""
    try:
        return file.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()
