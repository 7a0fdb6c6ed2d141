"""Write the reference pages: the command line, the configuration, the schemas, the errors.

Run ``python docs/make_reference.py`` after a change to any of them; ``--check`` writes nothing and says what is stale.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer.main

from sayso_cli.app import build

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "reference"
MADE = "This page is made by `python docs/make_reference.py`."
#: What an input, an item or a part of sayso could not do, and what to do about it.
ERRORS = {
    "ambiguous": "Two readers claim it. Name one with `--reader`, or by `[[paths]] reader`.",
    "analysis-crash": "The words of a language failed on it, which is a defect of that plugin. Tell its author.",
    "binary": "It is no text. Exclude it, or name its reader.",
    "bomb": "It unpacks to many times its size. `ratio` under `[limits]` allows more.",
    "compression": "It is damaged, or not of the kind that its name says.",
    "content-length": "A captured answer says another length than it has.",
    "duplicate-column": "Two columns of the table have one name. Give a `header` in the configuration.",
    "duplicate-key": "A key stands twice in one object; one value would be lost. Repair it.",
    "email": "It is no letter. Name another reader.",
    "empty": "There are no words in it.",
    "encoding": "Its bytes are not in the encoding. Give `--encoding`, or `encoding` in the configuration.",
    "encrypted": "It needs a password. Unpack it yourself.",
    "entities": "Its XML declares entities, which are never expanded.",
    "feed": "It is no feed, or not a whole one. `sayso[feeds]` reads broken ones.",
    "format": "It is not of the form that its reader reads. Name another reader.",
    "frames": "The page is a frame around others. Check those.",
    "front-matter": "The lines between the marks at its head are no YAML, TOML or JSON.",
    "http": "A captured answer is no page: it redirects, failed, or is cut off.",
    "input": "It is none of what the library takes: a path, bytes, a dict, a document, a record.",
    "items": "It holds another number of items than were asked for. Use the method for many.",
    "json": "It is no JSON; line and column say where.",
    "mbox": "It is no box of letters.",
    "missing": "There is no such file.",
    "missing-extra": "Its reader needs a library that is not installed; the message names the extra.",
    "missing-key": "A plain item needs its `text`.",
    "nesting": "It is nested more deeply than anything honest.",
    "nitf": "It is NITF that cannot be used; the message says which part.",
    "no-column": "The table has no column of that name. Map one to `text`.",
    "no-items": "Its reader found no item in it.",
    "no-reader": "No reader takes it. `sayso readers` lists what is read; `--reader` names one.",
    "no-text": "The page has no words that are its own, such as one that a script fills.",
    "not-its-kind": "The reader that was named does not read it; the message says what it is.",
    "option": "A reader was given a setting that it does not have, or a value that does not fit.",
    "other-kind": "Its content is of another kind than its name says. Rename it, or name its reader.",
    "parquet": "The table is damaged, or of a kind that is not read.",
    "process-lost": "A process of `--jobs` was ended from outside. Try `--jobs 1`.",
    "ragged": "A row has more cells than the table has columns.",
    "reader-crash": "A reader failed on it, which is a defect of its plugin. Tell its author.",
    "record": "A record that was supplied is not whole. `sayso validate` names each problem.",
    "rule-crash": "A rule failed on it, which is a defect of its plugin. The other rules went on.",
    "schema": "It is not valid by the schema of its standard; the pointer says where.",
    "timeout": "A reader or rule took longer than `--timeout-per-item`.",
    "too-large": "It is larger than a limit; the message names the key under `[limits]`.",
    "too-many": "It has more parts than a limit allows; the message names it.",
    "truncated": "It ends in the middle.",
    "type": "A value is of another type than its key takes.",
    "unknown-reader": "There is no reader of that name; `sayso readers` lists them.",
    "unreadable": "It could not be opened: its path, its rights, or what it is.",
    "unsupported": "No reader takes it. `sayso readers` lists what is read.",
    "value": "A value cannot be used; the pointer says where.",
    "version": "It is of a version that is not known.",
    "warc": "A record of the archive is damaged; the next one is looked for.",
    "xml": "It is no well-formed XML; the line says where.",
}
KIND = re.compile(
    r"""(?:ReadError|NoMatch)\(\s*"([a-z]+(?:-[a-z]+)*)"|Failure\((?:[^()"]|\([^()]*\))*?,\s*"([a-z]+(?:-[a-z]+)*)","""
)


def pages() -> dict[str, str]:
    """Every page by its name."""
    return {
        "cli.md": _joined(_cli()),
        "configuration.md": _joined(_configuration()),
        "errors.md": _joined(_errors()),
        "schemas.md": _joined(_schemas()),
    }


def kinds() -> set[str]:
    """The kinds of errors that the code gives."""
    found = set()
    for folder in ("core", "plugins", "cli"):
        for path in (ROOT / folder).rglob("*.py"):
            found |= {one or other for one, other in KIND.findall(path.read_text("utf-8"))}
    return found


def _cli() -> Iterator[str]:
    yield from ("# Command line", "", "Exit codes: 0 nothing found, 1 findings, 2 could not work.", "")
    group: Any = typer.main.get_command(build())
    yield from _commands(group, ("sayso",))
    yield MADE


def _commands(group: Any, above: tuple[str, ...]) -> Iterator[str]:
    for name, command in group.commands.items():
        words = (*above, name)
        if getattr(command, "commands", None):
            yield from _commands(command, words)
            continue
        arguments = [one for one in command.params if one.param_type_name == "argument"]
        options = [one for one in command.params if one.param_type_name == "option" and not one.hidden]
        shown = " ".join((*words, *(_argument(one) for one in arguments)))
        yield from (f"## {' '.join(words[1:])}", "", f"`{shown}`", "", _cell(command.help or ""), "")
        if options:
            yield from ("| option | what |", "| --- | --- |")
            for one in options:
                names = ", ".join(f"`{_option(opt, one)}`" for opt in (*one.opts, *one.secondary_opts))
                yield f"| {names} | {_cell(one.help or '')} |"
            yield ""


def _argument(one: Any) -> str:
    name = (one.metavar or one.name or "").upper()
    many = "..." if one.nargs == -1 and not name.endswith("...") else ""
    return f"{name}{many}" if one.required else f"[{name}{many}]"


def _option(name: str, one: Any) -> str:
    return name if one.is_flag else f"{name} {(one.metavar or one.type.name).upper()}"


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|").replace("<", "&lt;")


def _configuration() -> Iterator[str]:
    yield from ("# Configuration", "")
    yield "`sayso.toml`, or `[tool.sayso]` in `pyproject.toml`. Paths are relative to it; unknown keys are errors."
    yield ""
    schema = _schema("config")
    yield from ("| key | value | what |", "| --- | --- | --- |")
    yield from _keys(schema, "", schema)
    yield from ("", MADE)


def _keys(table: Mapping[str, Any], above: str, schema: Mapping[str, Any]) -> Iterator[str]:
    for key, one in table.get("properties", {}).items():
        one = _meant(one, schema)
        name = f"{above}.{key}" if above else key
        yield f"| `{name}` | {_values(one)} | {_cell(one.get('description', ''))} |"
        yield from _keys(one, name, schema)
        inner = one.get("items", {}) if one.get("type") == "array" else one.get("additionalProperties", {})
        if isinstance(inner, Mapping):
            yield from _keys(
                _meant(inner, schema), f"{name}[]" if one.get("type") == "array" else f"{name}.NAME", schema
            )


def _meant(one: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in one or not one["$ref"].startswith("#/"):
        return one
    target: Any = schema
    for part in one["$ref"][2:].split("/"):
        target = target[part]
    return {**target, **{key: value for key, value in one.items() if key != "$ref"}}


def _values(one: Mapping[str, Any]) -> str:
    if "enum" in one:
        return " or ".join(f"`{value}`" for value in one["enum"])
    kind = one.get("type", "")
    return {"object": "table", "array": "list"}.get(kind, kind if isinstance(kind, str) else " or ".join(kind))


def _schemas() -> Iterator[str]:
    yield from (
        "# Schemas",
        "",
        "`sayso schema NAME` prints one; `sayso validate FILE` checks records against theirs.",
        "",
    )
    yield from ("| name | version | what |", "| --- | --- | --- |")
    for path in sorted((ROOT / "schemas" / "sayso_schemas").glob("*.json")):
        name, _, version = path.stem.rpartition("-")
        about = json.loads(path.read_text("utf-8"))
        yield f"| `{name}` | {version} | {_cell(about.get('description') or about.get('title', ''))} |"
    yield from ("", "A schema that was released is not edited: a new version is a new file.", "", MADE)


def _schema(name: str) -> dict[str, Any]:
    (path,) = (ROOT / "schemas" / "sayso_schemas").glob(f"{name}-*.json")
    return json.loads(path.read_text("utf-8"))  # type: ignore[no-any-return]


def _errors() -> Iterator[str]:
    yield from ("# Errors", "")
    yield "What could not be done is one line: what, where, and what to do. The other inputs are still checked, and the"
    yield "exit code is 2."
    yield "Reports name the kind, as `error` of a failure or of what was left out."
    yield from ("", "| kind | what to do |", "| --- | --- |")
    yield from (f"| `{kind}` | {words} |" for kind, words in ERRORS.items())
    yield from ("", MADE)


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def main() -> int:
    """Write what is stale, or with ``--check`` only name it; 1 where there was something to write and it was not."""
    stale = [n for n, made in pages().items() if not (FOLDER / n).is_file() or (FOLDER / n).read_text("utf-8") != made]
    for name in stale:
        sys.stdout.write(f"docs/reference/{name}\n")
        if "--check" not in sys.argv[1:]:
            FOLDER.mkdir(exist_ok=True)
            (FOLDER / name).write_text(pages()[name], "utf-8", newline="\n")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
