"""``sayso validate``."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

if TYPE_CHECKING:
    from sayso import JsonText, ReadError
    from sayso.text.toml_text import TomlText
    from sayso.validation import Problem

PREFIX = "urn:sayso:schema:"


def validate(
    files: Annotated[list[str], typer.Argument(metavar="FILES...", help="JSON, JSONL or TOML; - for standard input.")],
    schema: Annotated[
        str | None,
        typer.Option("--schema", metavar="NAME", help="record, report, config or item; default: as it says."),
    ] = None,
) -> None:
    """Check records and other documents against their schema: all problems at once, with line, column and pointer."""
    import sayso_schemas
    from sayso.text.strict_json import MAX_DEPTH, deeper_than
    from sayso.validation import validate as problems_of
    from sayso_cli.terminal import COULD_NOT_WORK, FINDINGS, complain, fail, shown

    if schema is not None and schema not in sayso_schemas.names():
        fail(f"there is no schema {schema!r}; there are {', '.join(sayso_schemas.names())}")
    checked = found = failed = 0
    for file in files:
        nameless = 0
        for one in documents(file):
            where, data, error = one.where, one.data, one.error
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
                    sys.stdout.write(f"{shown(one.place(problem))}: {shown(problem.message)}\n")
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


class Found(NamedTuple):
    """A document of a file.

    Attributes:
        where: The file, and where in it the document is.
        error: What is wrong where it cannot be read.
        raw: The text that holds it.
        base: The pointer of the document in it.
        hidden: What of it is understood.
    """

    file: str
    where: str
    data: Any = None
    error: str | None = None
    raw: "JsonText | TomlText | None" = None
    base: str = ""
    hidden: str = ""

    def place(self, problem: "Problem") -> str:
        """File, line and column, and the pointer; for people and their editors."""
        pointer = self.base + problem.pointer
        unknown = problem.keyword == "additionalProperties"
        found = None
        if self.raw is not None:
            found = (self.raw.key(pointer) if unknown else None) or self.raw.value(pointer)
        if found is None:
            return f"{self.where}:{problem.pointer or '/'}"
        return f"{self.file}:{found}: {pointer.removeprefix(self.hidden) or '/'}"


def documents(file: str) -> Iterator[Found]:
    """The documents of a file."""
    from sayso import ConfigError, JsonText, ReadError, parse_json
    from sayso.text.toml_text import TomlText

    try:
        if file.endswith(".toml"):
            data, prefix = table(file)
            base = f"/{prefix.replace('.', '/')}".rstrip("/")
            with open(file, encoding="utf-8-sig", newline="") as opened:  # which was just read
                yield Found(file, file, data, raw=TomlText(opened.read()), base=base, hidden=base)
            return
        text = text_of(file)
        if file.endswith((".jsonl", ".ndjson")):
            yield from lines(file, text)
            return
        loaded = parse_json(text)
        raw = JsonText(text)
        if not isinstance(loaded, list):
            yield Found(file, file, loaded, raw=raw)
            return
        for index, one in enumerate(loaded):
            yield Found(file, f"{file}:/{index}", one, raw=raw, base=f"/{index}")
    except ConfigError as error:
        yield Found(file, file, error=error.message)
    except ReadError as error:
        yield Found(file, at_of(file, error), error=error.beside())


def lines(file: str, text: str) -> Iterator[Found]:
    """The documents of a file with one a line."""
    from sayso import JsonText, ReadError, parse_json

    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{file}:{number}"
        try:
            yield Found(file, where, parse_json(line, number), raw=JsonText(line, line=number))
        except ReadError as error:
            yield Found(file, at_of(file, error, where), error=error.beside())


def at_of(file: str, error: "ReadError", where: str | None = None) -> str:
    """The file with line and column of an error, where it has them."""
    return f"{file}:{error.at[0]}:{error.at[1]}" if error.at is not None else where or file


def table(file: str) -> tuple[Any, str]:
    """The configuration in a TOML file, and what precedes its keys there."""
    from sayso import ConfigError
    from sayso.config.toml import read_toml

    found, prefix = read_toml(file)
    if prefix and not found:
        raise ConfigError("has no table [tool.sayso]", file)
    return found, prefix


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
