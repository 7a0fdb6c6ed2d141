"""``sayso validate``."""

import sys
from collections.abc import Iterator
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
    from sayso.text.strict_json import MAX_DEPTH, deeper_than
    from sayso.validation import validate as problems_of
    from sayso_cli.terminal import COULD_NOT_WORK, FINDINGS, complain, fail, shown

    if schema is not None and schema not in sayso_schemas.names():
        fail(f"there is no schema {schema!r}; there are {', '.join(sayso_schemas.names())}")
    checked = found = failed = 0
    for file in files:
        nameless = 0
        for where, data, error in documents(file):
            name = schema or schema_of(file, data)
            if name == "item" and deeper_than(data, MAX_DEPTH):
                error = f"nested too deeply: an item has at most {MAX_DEPTH} levels of lists and objects"
            if error is not None:
                failed += 1
                complain(f"error: {where}: {error}")
            elif name is None:
                # Of a thousand lines without a schema, the first says it for all.
                nameless += 1
                failed += 1
                if nameless == 1:
                    complain(f"error: {where}: no schema is named here; use --schema {'|'.join(sayso_schemas.names())}")
            else:
                checked += 1
                for problem in problems_of(data, name):
                    found += 1
                    sys.stdout.write(f"{shown(where)}:{shown(problem.pointer) or '/'}: {shown(problem.message)}\n")
    if checked:
        sys.stdout.write(summary(checked, found, failed))
        sys.stdout.flush()
    elif not failed:
        complain("error: nothing was checked")
    raise typer.Exit(COULD_NOT_WORK if failed or not checked else FINDINGS if found else 0)


def summary(checked: int, found: int, failed: int) -> str:
    """One line: what was checked and what came of it."""
    valid = "valid" if not found else f"{found} {'problem' if found == 1 else 'problems'}"
    unread = f"; {failed} could not be checked" if failed else ""
    return f"{checked} {'document' if checked == 1 else 'documents'} checked: {valid}{unread}\n"


def schema_of(file: str, data: Any) -> str | None:
    """The schema that a document says it follows, or that its keys show; None where neither does."""
    import sayso_schemas

    if file.endswith(".toml"):
        return "config"
    if not isinstance(data, dict):
        return None
    named = data.get("schema")
    if isinstance(named, str) and named.startswith(PREFIX):
        name = named.removeprefix(PREFIX).partition(":")[0]
        return name if name in sayso_schemas.names() else None
    # Both may say "text" somewhere; only a record keeps it under "content".
    return "record" if "content" in data else "item" if "text" in data else None


def documents(file: str) -> Iterator[tuple[str, Any, str | None]]:
    """The documents of a file: where each stands, what it holds, and what is wrong where it cannot be read."""
    from sayso import ConfigError, ReadError, parse_json

    try:
        if file.endswith(".toml"):
            yield file, table(file), None
            return
        text = text_of(file)
        if file.endswith((".jsonl", ".ndjson")):
            yield from lines(file, text)
            return
        loaded = parse_json(text)
        for index, one in enumerate(loaded) if isinstance(loaded, list) else [(None, loaded)]:
            yield file if index is None else f"{file}:/{index}", one, None
    except (ConfigError, ReadError) as error:
        yield file, None, error.message


def lines(file: str, text: str) -> Iterator[tuple[str, Any, str | None]]:
    """The documents of a file with one a line."""
    from sayso import ReadError, parse_json

    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield f"{file}:{number}", parse_json(line), None
        except ReadError as error:
            yield f"{file}:{number}", None, error.message


def table(file: str) -> Any:
    """The configuration in a TOML file."""
    from sayso import ConfigError
    from sayso.config.toml import read_toml

    found, prefix = read_toml(file)
    if prefix and not found:
        raise ConfigError("has no table [tool.sayso]", file)
    return found


def text_of(file: str) -> str:
    """The text of a file, or of standard input.

    Raises:
        ReadError: If there is none.
    """
    from sayso import ReadError
    from sayso.readers.document import irregular

    kind = irregular(file) if file != "-" else None
    if kind:
        raise ReadError("unreadable", f"is {kind}, not a regular file; - reads standard input")
    if file == "-" and sys.stdin is None:
        raise ReadError("unreadable", "standard input is closed")
    try:
        if file == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(file, "rb") as opened:
                data = opened.read()
    except OSError as error:
        raise ReadError("unreadable", f"cannot be read: {error.strerror or error}") from None
    if not data.strip():
        raise ReadError("empty", "there is nothing in it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError("encoding", f"not valid UTF-8 at byte {error.start}") from None
