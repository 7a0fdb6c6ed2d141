"""Records to JSON and back, in the shape of the record schema. cattrs does the walking, and is loaded here only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from operator import is_
from typing import TYPE_CHECKING, Any

from sayso.errors import RecordError, SaysoError
from sayso.records.fact import Status, lacks
from sayso.records.record import LIST_FACTS, SCHEMA, SINGLE_FACTS, Record

if TYPE_CHECKING:
    from cattrs import Converter

#: Where facts stand inside the parts of a record: list, then key.
PART_FACTS = (
    ("sections", "author"),
    ("speakers", "role"),
    ("quotes", "original_language"),
    ("quotes", "translated"),
    ("claims", "contestable"),
    ("corrections", "date"),
)
REPAIRED: dict[str, Any] = {
    "value": None,
    "status": "missing",
    "plugin": {"name": "codec", "version": "1.0.0"},
    "looked_in": ["supplied record: a value without its provenance"],
}


def record_to_json(record: Record) -> dict[str, Any]:
    """A record as JSON-ready values, keys in the order of the classes; evidence that a fact has none of is left out."""
    plain: dict[str, Any] = _converter().unstructure(record)
    return {"schema": SCHEMA, **plain}


def record_from_json(data: Mapping[str, Any]) -> Record:
    """The record that :func:`record_to_json` wrote.

    Raises:
        RecordError: Naming the JSON Pointer of the first thing that is wrong; ``sayso validate`` gives all.
    """
    if data.get("schema") != SCHEMA:
        raise RecordError(f"/schema: a record says {SCHEMA!r} here")
    try:
        made: Record = _converter().structure({key: value for key, value in data.items() if key != "schema"}, Record)
    except RecordError:
        raise
    except Exception as error:
        pointer, message = _first(error)
        raise RecordError(f"{pointer or '/'}: {message}") from None
    return made


def record_from_json_leniently(data: Mapping[str, Any]) -> tuple[Record, tuple[tuple[str, str, object], ...]]:
    """A record, with facts that lack their evidence taken out and listed: pointer, problem and the value given.

    Nothing else is forgiven. In the record, such a fact is missing: a value that nobody accounts for is none.

    Raises:
        RecordError: As for :func:`record_from_json`.
    """
    defects: list[tuple[str, str, object]] = []
    if not isinstance(data, Mapping):
        raise RecordError("a record is an object")
    repaired = dict(data)
    for name in SINGLE_FACTS:
        if name in repaired:
            repaired[name] = _sound(repaired[name], f"/{name}", defects)
    for name in LIST_FACTS:
        if isinstance(repaired.get(name), list):
            repaired[name] = [_sound(one, f"/{name}/{i}", defects) for i, one in enumerate(repaired[name])]
    for name, key in PART_FACTS:
        if isinstance(repaired.get(name), list):
            repaired[name] = [
                {**part, key: _sound(part[key], f"/{name}/{i}/{key}", defects)}
                if isinstance(part, Mapping) and key in part
                else part
                for i, part in enumerate(repaired[name])
            ]
    if "attributions" in repaired and not repaired.get("speakers") and not repaired.get("speakers_searched"):
        defects.append(("/speakers", "an empty list needs speakers_searched, that says who looked", None))
    return record_from_json(repaired), tuple(defects)


def _sound(given: Any, pointer: str, defects: list[tuple[str, str, object]]) -> Any:
    if not isinstance(given, Mapping):
        if given is None:
            return given
        defects.append((pointer, "a value without status or evidence", given))
        return REPAIRED
    status = given.get("status")
    if status is None:
        problem: str | None = "a value without a status"
    elif status not in {one.value for one in Status}:
        return given
    else:
        problem = lacks(Status(status), dict(given))
        if problem is None and "plugin" not in given:
            problem = "a fact needs the plugin that states it"
    if problem is None:
        return given
    defects.append((pointer, problem, given.get("value")))
    return REPAIRED


@cache
def _converter() -> Converter:
    import attrs
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

    from sayso.records import voices
    from sayso.records.fact import Fact
    from sayso.text.selectors import TextSelector

    attrs.resolve_types(Record, localns=vars(voices))  # type: ignore[type-var]
    converter = Converter(forbid_extra_keys=True, detailed_validation=True, unstruct_collection_overrides={tuple: list})

    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(Fact)  # type: ignore[arg-type]

    def brief(cls: type) -> Any:
        return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)

    # What a fact or a selector has none of is left out; every other key is always there, so that shapes are stable.
    def fact_to_json(fact: Fact[Any]) -> dict[str, Any]:
        plain: dict[str, Any] = {"value": converter.unstructure(fact.value), "status": fact.status.value}
        for attribute in fields[2:]:
            value = getattr(fact, attribute.name)
            if attribute.name == "plugin" or (value is not None and value != ()):
                plain[attribute.name] = converter.unstructure(value)
        return plain

    def is_fact(cls: Any) -> bool:
        return cls is Fact or getattr(cls, "__origin__", None) is Fact

    converter.register_unstructure_hook_func(is_fact, fact_to_json)
    selector = brief(TextSelector)
    converter.register_unstructure_hook(TextSelector, lambda value: {"type": "text", **selector(value)})
    read = make_dict_structure_fn(TextSelector, converter)

    def selector_from_json(value: Any, cls: Any) -> TextSelector:
        if not isinstance(value, Mapping) or value.get("type") != "text":
            raise ValueError("a selector has the type 'text'")
        made: TextSelector = read({key: one for key, one in value.items() if key != "type"}, cls)
        return made

    converter.register_structure_hook(TextSelector, selector_from_json)
    # By identity: a hook for str would also take the enumerations that derive from it.
    for kind, name in ((str, "a text"), (bool, "a truth value"), (int, "a whole number")):
        converter.register_structure_hook_func(partial(is_, kind), _exactly(kind, name))
    converter.register_structure_hook_func(partial(is_, float), _number)
    return converter


def _exactly(kind: type, name: str) -> Any:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"must be {name}, not {value!r:.60}")
        return value

    return structure


def _number(value: Any, _: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"must be a number, not {value!r:.60}")
    return value


def _first(error: BaseException) -> tuple[str, str]:
    """The JSON Pointer and message of the innermost error that cattrs collected first."""
    pointer = ""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
        for note in getattr(error, "__notes__", ()):
            name = getattr(note, "name", None)
            index = getattr(note, "index", None)
            part = name if name is not None else index
            if part is not None:
                pointer += f"/{part}"
    if isinstance(error, KeyError):
        return pointer, f"the key {error.args[0]!r} is absent"
    words = " ".join(str(error).split()) or type(error).__name__
    return pointer, words if isinstance(error, SaysoError | ValueError) else f"{words}"[:200]
