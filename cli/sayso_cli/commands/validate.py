"""``sayso validate``."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

PREFIX = "urn:sayso:schema:"


def validate(
    files: Annotated[list[str], typer.Argument(metavar="FILES...", help="JSON, JSONL or TOML; - for standard input.")],
    schema: Annotated[
        str | None,
        typer.Option("--schema", metavar="NAME", help="record, report, config or item; default: as it says."),
    ] = None,
) -> None:
    """Check records and other documents against their schema: all problems at once, with JSON Pointers."""
    import sayso_schemas
    from sayso.validation import validate as problems_of
    from sayso_cli.terminal import COULD_NOT_WORK, FINDINGS, complain, fail, shown

    if schema is not None and schema not in sayso_schemas.names():
        fail(f"there is no schema {schema!r}; there are {', '.join(sayso_schemas.names())}")
    checked = found = failed = 0
    for file in files:
        for where, data, error in documents(file):
            if error is not None:
                failed += 1
                complain(f"error: {where}: {error}")
                continue
            checked += 1
            for problem in problems_of(data, schema or schema_of(file, data)):
                found += 1
                sys.stdout.write(f"{shown(where)}:{shown(problem.pointer) or '/'}: {shown(problem.message)}\n")
    valid = "valid" if not found else f"{found} {'problem' if found == 1 else 'problems'}"
    sys.stdout.write(f"{checked} {'document' if checked == 1 else 'documents'} checked: {valid}\n")
    sys.stdout.flush()
    if not checked and not failed:
        complain("error: nothing was checked")
    raise typer.Exit(COULD_NOT_WORK if failed or not checked else FINDINGS if found else 0)


def schema_of(file: str, data: Any) -> str:
    """The schema that a document says it follows; a TOML file is configuration, and the rest records."""
    import sayso_schemas

    named = data.get("schema") if isinstance(data, dict) else None
    if isinstance(named, str) and named.startswith(PREFIX):
        name = named.removeprefix(PREFIX).partition(":")[0]
        if name in sayso_schemas.names():
            return name
    return "config" if file.endswith(".toml") else "record"


def documents(file: str) -> Iterator[tuple[str, Any, str | None]]:
    """The documents of a file: where each stands, what it holds, and what is wrong where it cannot be read."""
    import json
    import tomllib

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        yield file, None, f"cannot be read: {error.strerror or error}"
        return
    except UnicodeDecodeError as error:
        yield file, None, f"not valid UTF-8 at byte {error.start}"
        return
    try:
        if file.endswith((".jsonl", ".ndjson")):
            yield from lines(file, text)
        elif file.endswith(".toml"):
            loaded = tomllib.loads(text)
            is_project = Path(file).name == "pyproject.toml"
            yield file, loaded.get("tool", {}).get("sayso", {}) if is_project else loaded, None
        else:
            loaded = json.loads(text)
            for index, one in enumerate(loaded) if isinstance(loaded, list) else [(None, loaded)]:
                yield file if index is None else f"{file}:/{index}", one, None
    except json.JSONDecodeError as error:
        yield file, None, f"not valid JSON at line {error.lineno} column {error.colno}: {error.msg}"
    except tomllib.TOMLDecodeError as error:
        yield file, None, f"not valid TOML: {error}"
    except RecursionError:
        yield file, None, "nested too deeply to be read"
    except ValueError as error:
        yield file, None, f"not valid JSON: {error}"


def lines(file: str, text: str) -> Iterator[tuple[str, Any, str | None]]:
    """The documents of a file with one a line."""
    import json

    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield f"{file}:{number}", json.loads(line), None
        except (ValueError, RecursionError) as error:
            message = getattr(error, "msg", None) or str(error)
            yield f"{file}:{number}", None, f"not valid JSON: {message}"
