"""A baseline: the findings that stand today, so that only new ones count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field

from sayso.accepted.identity import names
from sayso.errors import ConfigError
from sayso.frozen import evolve, frozen
from sayso.report import ItemReport, ReportedFinding

SCHEMA = "urn:sayso:schema:baseline:1.0.0"


@frozen
class Standing:
    """The findings of one item that are accepted.

    Attributes:
        names: What the item is known by.
        findings: Fingerprint to rule; no text of the item is kept.
    """

    names: tuple[str, ...]
    findings: Mapping[str, str] = field(factory=dict)


class Baseline:
    """The accepted findings of many items.

    A finding is accepted where its item is known again, by any of its names, and its fingerprint stood there. A
    fingerprint holds the rule, the quoted words without regard to white space, and the facts, and neither line nor
    path: so it survives that an item is moved, laid out anew, or changed elsewhere.
    """

    def __init__(self, standings: Iterable[Standing] = ()) -> None:
        self.standings: tuple[Standing, ...] = tuple(standings)
        self._by_name: dict[str, list[Standing]] = {}
        for standing in self.standings:
            for name in standing.names:
                self._by_name.setdefault(name, []).append(standing)

    def of(self, item: ItemReport) -> Standing | None:
        """What is accepted of an item, by the surest name that is known; of several items with it, of all."""
        for name in names(item):
            found = self._by_name.get(name)
            if found:
                accepted = {print_: rule for one in found for print_, rule in one.findings.items()}
                return Standing(found[0].names, accepted)
        return None

    def split(self, item: ItemReport) -> tuple[ItemReport, tuple[ReportedFinding, ...]]:
        """The item with its new findings alone, and those that are accepted."""
        standing = self.of(item)
        if standing is None or not item.findings:
            return item, ()
        new = tuple(one for one in item.findings if one.fingerprint not in standing.findings)
        accepted = tuple(one for one in item.findings if one.fingerprint in standing.findings)
        return evolve(item, findings=new), accepted

    @property
    def size(self) -> int:
        """How many findings are accepted."""
        return sum(len(standing.findings) for standing in self.standings)


def standing(item: ItemReport, accepted: Iterable[ReportedFinding]) -> Standing:
    """An item with those of its findings that are to be accepted."""
    return Standing(tuple(names(item)), {one.fingerprint: one.rule for one in accepted})


def to_json(baseline: Baseline) -> dict[str, Any]:
    """A baseline as JSON; sorted, so that the same findings give the same file."""
    items = [
        {"names": list(one.names), "findings": dict(sorted(one.findings.items(), key=lambda pair: pair[::-1]))}
        for one in sorted(baseline.standings, key=lambda one: one.names[::-1])
        if one.findings
    ]
    return {"schema": SCHEMA, "items": items}


def from_json(data: Any, file: str) -> Baseline:
    """The baseline that :func:`to_json` wrote.

    Raises:
        ConfigError: If it is none; all that is wrong with it is said.
    """
    if not _is_sound(data):
        # The schema's library costs more than a whole check: it is loaded where there is something to say.
        from sayso.validation import validate

        problems = [f"{one.pointer or '/'}: {one.message}" for one in validate(data, "baseline")]
        raise ConfigError("; ".join(problems[:5]) or "is no baseline", file)
    return Baseline(Standing(tuple(one["names"]), one["findings"]) for one in data["items"])


def _is_sound(data: Any) -> bool:
    items = data.get("items") if isinstance(data, Mapping) and data.get("schema") == SCHEMA else None
    return isinstance(items, list) and all(
        isinstance(one, Mapping)
        and isinstance(one.get("names"), list)
        and all(isinstance(name, str) for name in one["names"])
        and isinstance(one.get("findings"), Mapping)
        and all(isinstance(rule, str) for rule in one["findings"].values())
        for one in items
    )


def load(path: str) -> Baseline:
    """The baseline of a file.

    Raises:
        ConfigError: If it cannot be read or is none; it names the file and what is wrong.
    """
    from sayso.errors import ReadError
    from sayso.text.strict_json import parse_json

    try:
        with open(path, encoding="utf-8") as file:
            return from_json(parse_json(file.read()), path)
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}", path) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8 text, and no baseline", path) from None
    except ReadError as error:
        raise ConfigError(f"is no baseline: {error.message}", path) from None
