"""Write the reference pages: the command line, the configuration, the schemas, the errors.

Run ``python docs/make_reference.py`` after a change to any of them; ``--check`` writes nothing and says what is stale.
What is said of the program is the program's own words; `reference_words.toml` beside it has the rest.
"""

from __future__ import annotations

import ast
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typer.main

from sayso import Config, Document, Engine, Rendering, SaysoError, evolve, report_to_json
from sayso_cli.app import HELP, build
from sayso_cli.walking import NEVER

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "reference"
SCHEMAS = ROOT / "schemas" / "sayso_schemas"
WORDS = tomllib.loads((Path(__file__).parent / "reference_words.toml").read_text("utf-8"))
MADE = "This page is made by `python docs/make_reference.py`."
#: The item of the examples, and formats that are too long to be shown.
TEXT = "The mill will close, sources said."
LONG = frozenset({"jsonl", "sarif", "html"})
#: The input of the example on the page of errors, which cannot be read.
BAD = b"\xff\xfe\xff"


def pages() -> dict[str, str]:
    """Every page by its name."""
    makers = {
        "cli.md": _cli,
        "configuration.md": _configuration,
        "errors.md": _errors,
        "reports.md": _reports,
        "schemas.md": _schemas,
    }
    return {name: _joined((*maker(), MADE)) for name, maker in makers.items()}


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line.rstrip() for line in "\n".join(lines).split("\n")) + "\n"


def kinds() -> set[str]:
    """The kinds of failures: the literal first argument of ReadError, the second of Failure, and those by hand."""
    found = set(WORDS["by-hand"])
    for folder in ("core", "plugins", "cli"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    at = {"ReadError": 0, "Failure": 1}.get(node.func.id, len(node.args))
                    found |= {one.value for one in node.args[at : at + 1] if isinstance(one, ast.Constant)}
    return found


def commands() -> dict[str, Any]:
    """Every command that can be called, by its words behind ``sayso``."""
    return dict(_commands(typer.main.get_command(build()), ()))


def keys() -> dict[str, Mapping[str, Any]]:
    """Every key of the configuration, by its dotted path, with its schema."""
    schema = _schema("config")
    return dict(_keys(schema, "", schema))


# ------------------------------------------------------------------------------------------------ command line


def _cli() -> Iterator[str]:
    yield WORDS["pages"]["cli"].format(help=HELP, never=", ".join(f"`{one}`" for one in sorted(NEVER)))
    for name, command in commands().items():
        yield from _command(name, command)
    yield from ("## Formats", "", "Of `check --format`:", "", "| name | what |", "| --- | --- |")
    host = Engine(own_only=True).host
    yield from (f"| `{one.name}` | {_cell(one.summary)} |" for one in host.formats.values())
    yield from ("", "Of `normalize --to`, see [exporters](../exporters.md):", "", "| name | what |", "| --- | --- |")
    yield from (f"| `{one.name}` | {_cell(one.summary)} |" for one in host.exporters.values())
    yield from ("", "## Profiles", "", "Of `--profile` and `profile`:", "", "| name | what |", "| --- | --- |")
    yield from (f"| `{one.name}` | {_cell(one.summary)} |" for one in host.profiles.values())
    yield from ("", "## Variables of the environment", "", "| name | what |", "| --- | --- |")
    yield from (f"| `{name}` | {said} |" for name, said in WORDS["variables"].items())
    yield ""


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and not one.hidden]
    shown = " ".join(("sayso", name, *("[OPTIONS]" for _ in options[:1]), *map(_argument, arguments)))
    yield from (f"## {name}", "", f"`{shown}`", "", _cell(command.help or ""), "")
    if arguments or options:
        yield from ("| | what |", "| --- | --- |")
    for one in arguments:
        yield f"| `{_argument(one)}` | {_cell(one.help or '')}{_default(one)} |"
    for one in options:
        names = ", ".join(f"`{_option(opt, one)}`" for opt in (*one.opts, *one.secondary_opts))
        yield f"| {names} | {_cell(one.help or '')}{_default(one)} |"
    if arguments or options:
        yield ""
    yield from ("| exit | when |", "| --- | --- |")
    yield from (f"| {code} | {said} |" for code, said in (WORDS["exits"][name] | WORDS["stopped"]).items())
    yield ""


def _commands(group: Any, above: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if not hasattr(command, "commands") or command.invoke_without_command:
            yield " ".join((*above, name)), command
        if hasattr(command, "commands"):
            yield from _commands(command, (*above, name))


def _argument(one: Any) -> str:
    name = (one.metavar or one.name or "").upper().strip("[]{}")
    many = "..." if one.nargs == -1 and not name.endswith("...") else ""
    return f"{name}{many}" if one.required else f"[{name}{many}]"


def _option(name: str, one: Any) -> str:
    return name if one.is_flag else f"{name} {(one.metavar or one.type.name).upper()}"


def _default(one: Any) -> str:
    value = one.default
    return f" By default `{value}`." if isinstance(value, (str, int)) and value not in (True, False, "") else ""


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|").replace("<", "&lt;")


# ----------------------------------------------------------------------------------------------- configuration


def _configuration() -> Iterator[str]:
    yield WORDS["pages"]["configuration"].rstrip()
    top = {name: one for name, one in keys().items() if "." not in name}
    tables = [name for name in top if any(other.startswith((f"{name}.", f"{name}[")) for other in keys())]
    yield from ("", "## Keys at the top", "")
    yield from _table({name: one for name, one in top.items() if name not in tables})
    for name in tables:
        yield from ("", f"## {'[[' + name + ']]' if top[name].get('type') == 'array' else '[' + name + ']'}", "")
        yield from (_cell(_words(name, top[name])), "")
        yield from _table({key: one for key, one in keys().items() if key.startswith((f"{name}.", f"{name}["))})
    yield from (
        "",
        "Other readers have settings of their own, such as `[reader.ninjs] validate = false`: see the page of each.",
        "",
    )


def _table(some: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield from ("| key | value | what |", "| --- | --- | --- |")
    for name, one in some.items():
        default = _given(name)
        yield f"| `{name.partition('[].')[2] or name}` | {_values(one)} | {_cell(_words(name, one))}{default} |"


def _words(name: str, one: Mapping[str, Any]) -> str:
    return str(one.get("description") or WORDS["keys"][name])


def _given(name: str) -> str:
    if name not in WORDS["defaults"]:
        return ""
    value = attrgetter(WORDS["defaults"][name])(Config())
    return f" By default `{json.dumps(value)}`."


def _keys(table: Mapping[str, Any], above: str, schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, one in table.get("properties", {}).items():
        one = _meant(one, schema)
        name = f"{above}.{key}" if above else key
        yield name, one
        yield from _keys(one, name, schema)
        many = one.get("type") == "array"
        inner = one.get("items", {}) if many else one.get("additionalProperties", {})
        if isinstance(inner, Mapping):
            yield from _keys(_meant(inner, schema), f"{name}[]" if many else f"{name}.NAME", schema)


def _meant(one: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    if not one.get("$ref", "").startswith("#/"):
        return one
    target: Any = schema
    for part in one["$ref"][2:].split("/"):
        target = target[part]
    return {**target, **{key: value for key, value in one.items() if key != "$ref"}}


# ----------------------------------------------------------------------------------------------------- schemas


def _schemas() -> Iterator[str]:
    yield WORDS["pages"]["schemas"]
    for path in sorted(SCHEMAS.glob("*.json")):
        schema = json.loads(path.read_text("utf-8"))
        name, _, version = path.stem.rpartition("-")
        yield from (f"## {name}", "", f"`{schema['$id']}`, version {version}. {_cell(schema['description'])}", "")
        if name == "config":  # it has a page of its own
            yield from ("Its keys: [configuration](configuration.md).", "")
            continue
        yield from _rows(schema)
        for part, one in schema.get("$defs", {}).items():
            yield from (f"### {name}: {part}", "")
            if "description" in one:
                yield from (_cell(one["description"]), "")
            yield from _rows(one)


def _rows(schema: Mapping[str, Any]) -> Iterator[str]:
    inner = schema.get("additionalProperties")
    if isinstance(inner, Mapping) and "properties" in inner:
        yield "A table for each name:"
        yield ""
        schema = inner
    if not schema.get("properties"):
        return
    yield from ("| key | value | what |", "| --- | --- | --- |")
    yield from _members(schema, "")
    yield ""


def _members(schema: Mapping[str, Any], above: str) -> Iterator[str]:
    for key, one in schema.get("properties", {}).items():
        star = " *" if key in schema.get("required", ()) else ""
        yield f"| `{above}{key}`{star} | {_values(one)} | {_cell(one.get('description', ''))} |"
        yield from _below(one, f"{above}{key}")


def _below(one: Mapping[str, Any], name: str) -> Iterator[str]:
    """The members of a value, and of those that it may be instead."""
    yield from _members(one, f"{name}.")
    for part, where in (("items", f"{name}[]"), ("then", name), ("else", name)):
        if isinstance(one.get(part), Mapping):
            yield from _below(one[part], where)


def _values(one: Mapping[str, Any]) -> str:
    """What a value may be, in words."""
    if "$ref" in one:
        return f"*{one['$ref'].rpartition('/')[2].removeprefix('urn:sayso:schema:')}*"
    if "enum" in one or "const" in one:
        values = one.get("enum", [one.get("const")])
        return ", ".join("null" if value is None else f"`{value}`" for value in values)
    refs = [part for part in one.get("allOf", ()) if "$ref" in part]
    if refs and "type" not in one:
        return _values(refs[0])
    for choice in ("oneOf", "anyOf"):
        if choice in one:
            return " or ".join(filter(None, map(_values, one[choice])))
    if "if" in one:
        both = (_values({**one["if"], **one["then"]}), _values(one["else"]))
        return " or ".join(dict.fromkeys(part for both_part in both for part in both_part.split(" or ")))
    kind = one.get("type", "any")
    names = {"object": "table", "array": "list", "null": "null", "string": "text", "integer": "whole number"}
    said = " or ".join(names.get(part, part) for part in ([kind] if isinstance(kind, str) else kind))
    if "patternErrorMessage" in one:
        said += f"; {_cell(one['patternErrorMessage'])}"
    inner = one.get("items")
    if said == "list" and isinstance(inner, Mapping) and inner:
        said = f"list of {_values(inner)}"
    low, high = one.get("minimum", one.get("exclusiveMinimum")), one.get("maximum")
    if low is not None:
        said += (
            f", {low} to {high}"
            if high is not None
            else f", above {low}"
            if "minimum" not in one
            else f", {low} or more"
        )
    return said


def _schema(name: str) -> dict[str, Any]:
    (path,) = SCHEMAS.glob(f"{name}-*.json")
    return json.loads(path.read_text("utf-8"))  # type: ignore[no-any-return]


# ----------------------------------------------------------------------------------------------------- reports


def _reports() -> Iterator[str]:
    yield from (WORDS["pages"]["reports"].lstrip("\n"), "```text", TEXT, "```", "")
    engine = Engine(Config(select=("sourcing/bare-anonymous-source",)), own_only=True)
    report = evolve(engine.check(Document.from_bytes(TEXT.encode(), path="items/mill.txt")), plugins=())
    told = Rendering("VERSION", rules=engine.host.rules)
    for name, one in engine.host.formats.items():
        yield from (f"## {name}", "", WORDS["formats"][name], "")
        if name not in LONG:
            fence = {"json": "json", "junit": "xml"}.get(name, "text")
            yield from (f"```{fence}", "".join(one.render([report], told)).strip("\n"), "```", "")
    yield WORDS["pages"]["reports-end"].lstrip("\n")


# ------------------------------------------------------------------------------------------------------ errors


def _errors() -> Iterator[str]:
    yield WORDS["pages"]["errors"]
    report = report_to_json(Engine(own_only=True).check(BAD), "0")
    yield from ("```json", *json.dumps(report["failures"], indent=2, ensure_ascii=False).splitlines(), "```", "")
    yield WORDS["pages"]["left-out"].rstrip()
    yield from (f"| `{kind}` | {said} |" for kind, said in WORDS["kinds"].items())
    yield from ("", "## In the configuration", "")
    yield "Where the configuration cannot be used, nothing is checked. One line says what is wrong, and where."
    yield from ("", "| written | said |", "| --- | --- |")
    yield from (f"| `{written}` | {_cell(_refused(written))} |" for written in WORDS["config-errors"])
    yield from ("", "## In the library", "")
    yield "All are a `SaysoError`, can be pickled, and have their parts as attributes."
    yield from ("", "| class | when |", "| --- | --- |")
    yield from (f"| `{name}` | {said} |" for name, said in WORDS["raised"].items())
    yield ""


def _refused(written: str) -> str:
    """What is said of a configuration that cannot be used."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "sayso.toml")
        file.write_text(written, "utf-8")
        try:
            list(Engine.from_config(file, own_only=True).check_many([{"text": TEXT}]))
        except SaysoError as error:
            return str(error).replace(str(file), "sayso.toml")
    raise ValueError(f"this can be used: {written}")


def main() -> int:
    """Write what is stale, or with ``--check`` only name it; 1 where there was something to write and it was not."""
    made = pages()
    stale = [name for name in made if not (FOLDER / name).is_file() or (FOLDER / name).read_text("utf-8") != made[name]]
    for name in stale:
        sys.stdout.write(f"docs/reference/{name}\n")
        if "--check" not in sys.argv[1:]:
            FOLDER.mkdir(exist_ok=True)
            (FOLDER / name).write_text(made[name], "utf-8", newline="\n")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
