"""Write the reference of the public API: every name of ``sayso`` and ``sayso.testing``, and the hooks.

Run ``python docs/make_api.py`` after a change to any of them; ``--check`` writes nothing and says what is stale. What
it cannot say of a name (:func:`silent`) is to be written into the docstring, or into ``api_words.py``.
"""

from __future__ import annotations

import inspect
import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property
from pathlib import Path
from types import GenericAlias
from typing import Any, NamedTuple

import attrs

import sayso
import sayso.testing
from sayso.plugins.hooks import API, Hooks

sys.path.insert(0, str(Path(__file__).parent))
from api_words import FIELDS, MEANINGS, PARTS, SINCE

FOLDER = Path(__file__).parent / "reference"
MADE = "This page is made by `python docs/make_api.py`."
HEAD = re.compile(r"^(Args|Attributes|Raises|Returns|Yields):$")
ENTRY = re.compile(r"(\*{0,2}\w+(?:, \w+)*)(?: \([^)]*\))?: (.*)")
ROLE = re.compile(r":\w+:`~?([^`]+)`")


class Doc(NamedTuple):
    """A docstring, taken apart.

    Attributes:
        words: Its paragraphs.
        fields: What *Args* and *Attributes* say, by name.
        raises: What *Raises* says.
    """

    words: str
    fields: dict[str, str]
    raises: str


def public() -> dict[str, tuple[str, object]]:
    """Name to its module and what it stands for."""
    found: dict[str, tuple[str, object]] = {}
    for module in (sayso, sayso.testing):
        for name in module.__all__:
            found[name] = (module.__name__, getattr(module, name))
    return found


def home(name: str) -> str:
    """The module that a name comes from."""
    if name in sayso.__all__:
        return str(sayso._HOMES[name][0]) if name in sayso._HOMES else "sayso"
    return f"sayso.testing.{sayso.testing._HOMES[name]}"


def since(name: str) -> str | None:
    """The version that brought a name."""
    return next((version for version, names in SINCE.items() if name in names.split()), None)


def doc(value: object) -> Doc:
    """The docstring of something."""
    words: list[str] = []
    fields: dict[str, str] = {}
    raises: list[str] = []
    section = name = ""
    for line in inspect.cleandoc(getattr(value, "__doc__", None) or "").splitlines():
        head = HEAD.match(line)
        if head:
            section = head[1]
        elif line and not line.startswith(" "):
            section = ""
            words.append(line)
        elif not section:
            words.append(line)
        else:
            entry = ENTRY.fullmatch(line.strip()) if not line.startswith(" " * 5) else None
            if section == "Raises":
                raises.append(f"`{entry[1]}`: {entry[2]}" if entry else line.strip())
            elif entry:
                name = entry[1]
                fields.update(dict.fromkeys(name.split(", "), entry[2]))
            elif name and line.strip():
                fields.update({one: f"{fields[one]} {line.strip()}" for one in name.split(", ")})
    return Doc("\n".join(words).strip(), fields, " ".join(filter(None, raises)))


def constant(name: str) -> str:
    """What the lines above a constant say of it."""
    module, own = sayso._HOMES[name] if name in sayso._HOMES else (home(name), name)
    lines = Path(str(inspect.getsourcefile(sys.modules[module]))).read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if re.match(rf"{own}\b.*=", line))
    said: list[str] = []
    while lines[at - 1].startswith("#: "):
        at -= 1
        said.insert(0, lines[at].removeprefix("#: "))
    return " ".join(said)


def fields(value: type) -> dict[str, str]:
    """The fields of a value, with their types; none for a class that is no value."""
    if attrs.has(value):
        names = [one.name for one in attrs.fields(value) if not one.name.startswith("_")]
    else:
        names = list(getattr(value, "_fields", ()))
    types: dict[str, Any] = {}
    for one in reversed(value.__mro__):
        types.update(vars(one).get("__annotations__", {}))
    return {name: _type(types.get(name)) for name in names}


def meaning(value: type, name: str) -> str:
    """What a field means."""
    for one in value.__mro__:
        said = doc(one).fields.get(name)
        if said:
            return said
    return FIELDS.get(f"{value.__name__}.{name}") or FIELDS.get(name, "")


def members(value: type) -> Iterator[tuple[str, Any, str]]:
    """Public methods and properties of a class: name, function, ``property`` or ``method``."""
    for name, one in vars(value).items():
        if name.startswith("_"):
            continue
        if isinstance(one, property):
            yield name, one.fget, "property"
        elif isinstance(one, cached_property):
            yield name, one.func, "property"
        elif isinstance(one, classmethod | staticmethod):
            yield name, one.__func__, "method"
        elif inspect.isfunction(one):
            yield name, one, "method"


def silent() -> Iterator[str]:
    """What the page cannot say: names without a docstring, without since, without a place; fields without words."""
    for name, (_, value) in public().items():
        if since(name) is None:
            yield f"{name}: since which version? (SINCE in docs/api_words.py)"
        if not _about(name, value)[0]:
            yield f"{name}: it has no docstring"
        if inspect.isclass(value):
            yield from (f"{name}.{one}: what is it?" for one in fields(value) if not meaning(value, one))
            yield from (f"{name}.{one}: it has no docstring" for one, how, _ in members(value) if not doc(how).words)
    yield from (f"{version} brought {one}, which is gone" for version, one in _brought() if one not in public())


def _brought() -> Iterator[tuple[str, str]]:
    for version, names in SINCE.items():
        for one in names.split():
            yield version, one


def pages() -> dict[str, str]:
    """Both pages."""
    return {"api.md": _joined(_api()), "hooks.md": _joined(_hooks())}


def _api() -> Iterator[str]:
    yield from ("# Public API", "")
    yield "What `sayso.__all__` lists, and for tests `sayso.testing.__all__`, is kept; all else may change at any time."
    yield "Spans count Unicode code points of the record's text, from 0. Values are frozen."
    yield ""
    yield "A name goes in three steps: one version warns of it (a `RemovalWarning` that says what to use, and whose"
    yield "class is named after the version without it, such as `sayso.RemovedIn0_4Warning`), the last one before that"
    yield "refuses it (`RetiredError`), then it is gone. With `python -W error::DeprecationWarning -m pytest` you find"
    yield "what you use of the first kind."
    names = public()
    for part in PARTS:
        yield from ("", f"## {part}")
        for name in sorted((one for one in names if _part(home(one)) == part), key=str.lower):
            module, value = names[name]
            yield from ("", f"### {name}", "", f"`from {module} import {name}` · since {since(name)}", "")
            yield from _class(name, value) if inspect.isclass(value) else _other(name, value)
    yield from ("", MADE)


def _part(module: str) -> str:
    prefixes = ((prefix, part) for part, those in PARTS.items() for prefix in those)
    return max((prefix, part) for prefix, part in prefixes if f"{module}.".startswith(f"{prefix}."))[1]


def _other(name: str, value: object) -> Iterator[str]:
    if inspect.isroutine(value):
        yield from (f"`{name}{_signature(value)}`", "", *_about(name, value), *_arguments(value))
    else:
        yield from _about(name, value)
        if isinstance(value, GenericAlias):
            yield from ("", f"It is `{str(value).replace('collections.abc.', '')}`.")
        if isinstance(value, str | int):
            yield from ("", f"It is `{value!r}`.")
        elif isinstance(value, tuple | frozenset):
            told = f" [What each means]({MEANINGS[name]})." if name in MEANINGS else ""
            yield from ("", f"It holds {', '.join(f'`{one}`' for one in _in_order(value))}.{told}")


def _in_order(values: tuple[object, ...] | frozenset[object]) -> list[object]:
    return sorted(values, key=str) if isinstance(values, frozenset) else list(values)


def _class(name: str, value: type) -> Iterator[str]:
    own = fields(value)
    if not own and "__init__" in vars(value):
        yield from (f"`{name}{_signature(value.__init__)}`", "")
    yield from _about(name, value)
    yield from _raises(value)
    described = own or dict.fromkeys(doc(value).fields, "")
    if described:
        yield ""
    for one, kind in described.items():
        yield f"- `{one}`{f' (`{kind}`)' if kind else ''}: {_prose(meaning(value, one))}"
    if issubclass(value, Enum):
        yield from ("", "- " + ", ".join(f"`{one.name}` (`{one.value}`)" for one in value))
    listed = list(members(value))
    if listed:
        yield ""
    for one, how, kind in listed:
        about = doc(how)
        shown = f"{one}{_signature(how)}" if kind == "method" else f"{one}: {_type(_annotations(how).get('return'))}"
        raised = f" Raises {_prose(about.raises)}" if about.raises else ""
        yield f"- `{shown}`: {_prose(' '.join(about.words.split()))}{raised}"
        yield from (f"    - `{argument}`: {_prose(words)}" for argument, words in about.fields.items())


def _about(name: str, value: object) -> list[str]:
    plain = not (inspect.isclass(value) or inspect.isroutine(value))
    return [_prose(constant(name) if plain else doc(value).words)]


def _arguments(value: object) -> Iterator[str]:
    said = doc(value).fields
    if said:
        yield ""
        yield from (f"- `{name}`: {_prose(words)}" for name, words in said.items())
    yield from _raises(value)


def _raises(value: object) -> Iterator[str]:
    if doc(value).raises:
        yield from ("", f"Raises {_prose(doc(value).raises)}")


def _signature(value: Callable[..., object]) -> str:
    """Arguments and what comes back; a default is shown where it says something."""
    signature = inspect.signature(value)
    shown: list[str] = []
    stars = False
    for one in signature.parameters.values():
        if one.name in ("self", "cls"):
            continue
        if one.kind is one.KEYWORD_ONLY and not stars:
            shown.append("*")
        stars = stars or one.kind in (one.KEYWORD_ONLY, one.VAR_POSITIONAL)
        name = {one.VAR_POSITIONAL: "*", one.VAR_KEYWORD: "**"}.get(one.kind, "") + one.name
        typed = f"{name}: {_type(one.annotation)}" if one.annotation is not one.empty else name
        shown.append(typed if one.default is one.empty else f"{typed} = {_default(one.default)}")
    returned = _type(signature.return_annotation)
    return f"({', '.join(shown)})" + (f" -> {returned}" if returned else "")


def _default(value: object) -> str:
    if isinstance(value, Enum):
        return str(f"{type(value).__name__}.{value.name}")
    return repr(value) if value is None or isinstance(value, bool | int | float | str) or value == () else "..."


def _annotations(value: object) -> dict[str, Any]:
    return getattr(value, "__annotations__", {})


def _type(annotation: Any) -> str:
    if annotation is None or annotation is inspect.Parameter.empty:
        return ""
    if isinstance(annotation, str):
        return annotation
    return str(getattr(annotation, "__forward_arg__", None) or getattr(annotation, "__name__", annotation))


def _prose(words: str) -> str:
    """A docstring's words as Markdown: the same, with its names in backticks."""
    plain = ROLE.sub(r"`\1`", words).replace("``", "`")
    return "".join(
        part if number % 2 else part.replace("<", "&lt;") for number, part in enumerate(re.split("(`[^`]*`)", plain))
    )


def _hooks() -> Iterator[str]:
    yield from ("# Hooks", "", _prose(doc(Hooks).words), "")
    yield from ("## The version of the API", "", f"It is {API}. {_prose(constant('API'))}")
    for name, hook in vars(Hooks).items():
        if name.startswith("sayso_"):
            about, _, code = inspect.cleandoc(hook.__doc__ or "").partition("Example::\n")
            yield from (
                "",
                f"## {name}",
                "",
                f"{_prose(about.strip())} It returns `{_annotations(hook)['return']}`.",
                "",
            )
            # The docstring that it stands in takes the marks that the linter wants.
            code = textwrap.dedent(code).strip("\n").replace("'''", '"""')
            yield from ("<!-- python -->", "```python", code, "```")
    yield from ("", MADE)


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def main() -> int:
    """Write what is stale, or with ``--check`` only name it; 1 where something is stale or not said."""
    unsaid = list(silent())
    for one in unsaid:
        sys.stdout.write(f"{one}\n")
    check = "--check" in sys.argv[1:]
    made = pages()
    stale = [n for n, text in made.items() if not (FOLDER / n).is_file() or (FOLDER / n).read_text("utf-8") != text]
    for name in stale:
        sys.stdout.write(f"docs/reference/{name}\n")
        if not check:
            (FOLDER / name).write_text(made[name], "utf-8", newline="\n")
    return 1 if unsaid or (stale and check) else 0


if __name__ == "__main__":
    sys.exit(main())
