"""A baseline: the findings that stand today, so that only new ones count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import field

from sayso.accepted.identity import file_of, hashes, names, resemblance, root_of, sketch
from sayso.errors import ConfigError
from sayso.frozen import evolve, frozen
from sayso.report import ItemReport, ReportedFinding, fingerprint

SCHEMA = "urn:sayso:schema:baseline:1.0.0"
#: From which share of common shingles two texts count as one that was edited.
ALIKE = 0.6
#: A shingle of more items than this is a form of words, and leads to none of them.
COMMON = 64


@frozen
class Standing:
    """The findings of one item that are accepted.

    Attributes:
        names: What the item is known by.
        findings: Fingerprint to rule; no text of the item is kept.
        parts: The fingerprints that findings with several places would have with one of them alone, so that mending
            one of the places does not make the others new.
        path: The file that holds the item, so that it can be told when it is gone; relative to the baseline's folder.
        sketch: What an item without id and address is known by when some of its words change.
    """

    names: tuple[str, ...]
    findings: Mapping[str, str] = field(factory=dict)
    parts: frozenset[str] = frozenset()
    path: str | None = None
    sketch: str = ""

    def accepts(self, finding: ReportedFinding) -> bool:
        """Whether a finding stood there, as a whole or with more places than it has now."""
        if finding.fingerprint in self.findings or finding.fingerprint in self.parts:
            return True
        return len(finding.spans) > 1 and bool(self.parts) and self.parts.issuperset(parts(finding))


class Baseline:
    """The accepted findings of many items.

    A finding is accepted where its item is known again, by any of its names or, if it has neither id nor address, by
    most of its words, and its fingerprint stood there. A fingerprint holds the rule, the quoted words without regard
    to white space, and the facts, and neither line nor path: so it survives that an item is moved, laid out anew, or
    changed elsewhere.

    Args:
        failures: How many inputs of a file, or parts of it, may fail with an error, by path and error; what cannot be
            read is not known by its words, so these are known by their file alone.
        root: The folder that paths are relative to, which is that of the file; None leaves paths as they are.
    """

    def __init__(
        self,
        standings: Iterable[Standing] = (),
        failures: Mapping[str, Mapping[str, int]] | None = None,
        root: str | None = None,
    ) -> None:
        self.root = root
        self.standings: tuple[Standing, ...] = tuple(standings)
        self.failures: Mapping[str, Mapping[str, int]] = failures or {}
        self._by_name: dict[str, list[Standing]] = {}
        for standing in self.standings:
            for name in standing.names:
                self._by_name.setdefault(name, []).append(standing)
        self._by_hash: dict[str, list[int]] | None = None

    def of(self, item: ItemReport, is_free: Callable[[Standing], bool] | None = None) -> Standing | None:
        """What is accepted of an item, by the surest name that is known; of several items with it, of all.

        Args:
            is_free: As for :meth:`alike`.
        """
        known = self.known(names(item, self.root))
        return known if known is not None or not self.standings else self.alike(sketch(item), is_free)

    def known(self, known_by: Iterable[str]) -> Standing | None:
        """As :meth:`of`, for an item's names."""
        for name in known_by:
            found = self._by_name.get(name)
            if found:
                accepted = {print_: rule for one in found for print_, rule in one.findings.items()}
                return Standing(found[0].names, accepted, frozenset().union(*(one.parts for one in found)))
        return None

    def alike(self, sketched: str, is_free: Callable[[Standing], bool] | None = None) -> Standing | None:
        """What is accepted of the item that an item was edited from, as far as its words tell.

        Args:
            is_free: Whether an item is there no more as it was, so that another may come of it; asked of the most
                alike first, until one is. None for all: two items that share most of their words are then one.
        """
        if not sketched:
            return None
        if self._by_hash is None:
            self._by_hash = {}
            for number, one in enumerate(self.standings):
                for hash_ in hashes(one.sketch):
                    self._by_hash.setdefault(hash_, []).append(number)
        wanted = hashes(sketched)
        having = (self._by_hash.get(hash_, ()) for hash_ in wanted)
        candidates = {number for numbers in having if len(numbers) <= COMMON for number in numbers}
        shares = [(resemblance(wanted, hashes(self.standings[number].sketch)), -number) for number in candidates]
        best = (self.standings[-number] for share, number in sorted(shares, reverse=True) if share >= ALIKE)
        return next((one for one in best if is_free is None or is_free(one)), None)

    def split(
        self, item: ItemReport, is_free: Callable[[Standing], bool] | None = None
    ) -> tuple[ItemReport, tuple[ReportedFinding, ...]]:
        """The item with its new findings alone, and those that are accepted.

        Args:
            is_free: As for :meth:`alike`.
        """
        standing = self.of(item, is_free) if item.findings else None
        if standing is None:
            return item, ()
        new = tuple(one for one in item.findings if not standing.accepts(one))
        accepted = tuple(one for one in item.findings if standing.accepts(one))
        return evolve(item, findings=new), accepted

    @property
    def size(self) -> int:
        """How many findings are accepted."""
        return sum(len(standing.findings) for standing in self.standings)

    @property
    def broken(self) -> int:
        """How many inputs that cannot be read are accepted."""
        return sum(number for kinds in self.failures.values() for number in kinds.values())


def standing(item: ItemReport, accepted: Iterable[ReportedFinding]) -> Standing:
    """An item with those of its findings that are to be accepted."""
    stands = tuple(accepted)
    several = frozenset(part for one in stands if len(one.spans) > 1 for part in parts(one))
    prints = {one.fingerprint: one.rule for one in stands}
    return Standing(tuple(names(item)), prints, several, file_of(item.path), sketch(item))


def parts(finding: ReportedFinding) -> Iterator[str]:
    """The fingerprints that a finding would have with each of its places alone."""
    return (fingerprint(finding.rule, (place.exact,), finding.facts, 0) for place in finding.spans)


def to_json(baseline: Baseline) -> dict[str, Any]:
    """A baseline as JSON; sorted, so that the same findings give the same file."""
    items = [
        {
            "names": list(one.names),
            **({"path": one.path} if one.path is not None else {}),
            "findings": dict(sorted(one.findings.items(), key=lambda pair: pair[::-1])),
            **({"parts": sorted(one.parts)} if one.parts else {}),
            **({"sketch": one.sketch} if one.sketch else {}),
        }
        for one in sorted(baseline.standings, key=lambda one: one.names[::-1])
        if one.findings
    ]
    failures = {path: dict(sorted(kinds.items())) for path, kinds in sorted(baseline.failures.items()) if kinds}
    return {"schema": SCHEMA, "items": items, **({"failures": failures} if failures else {})}


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
    standings = (
        Standing(
            tuple(one["names"]),
            one["findings"],
            frozenset(one.get("parts", ())),
            one.get("path"),
            one.get("sketch", ""),
        )
        for one in data["items"]
    )
    return Baseline(standings, data.get("failures"), root_of(file))


def _is_sound(data: Any) -> bool:
    items = data.get("items") if isinstance(data, Mapping) and data.get("schema") == SCHEMA else None
    if items is not None and "failures" in data and not _are_sound(data["failures"]):
        return False
    return isinstance(items, list) and all(
        isinstance(one, Mapping)
        and (one.get("path") is None or isinstance(one["path"], str))
        and isinstance(one.get("sketch", ""), str)
        and isinstance(one.get("parts", []), list)
        and all(isinstance(part, str) for part in one.get("parts", ()))
        and isinstance(one.get("names"), list)
        and all(isinstance(name, str) for name in one["names"])
        and isinstance(one.get("findings"), Mapping)
        and all(isinstance(rule, str) for rule in one["findings"].values())
        for one in items
    )


def _are_sound(failures: Any) -> bool:
    return isinstance(failures, Mapping) and all(
        isinstance(kinds, Mapping) and all(type(number) is int and number > 0 for number in kinds.values())
        for kinds in failures.values()
    )


def load(path: str) -> Baseline:
    """The baseline of a file.

    Raises:
        ConfigError: If it cannot be read or is none; it names the file and what is wrong.
    """
    from sayso.errors import ReadError
    from sayso.readers.document import irregular
    from sayso.text.strict_json import parse_json

    try:
        if kind := irregular(path):
            raise ConfigError(f"is {kind}, and no baseline", path)
        with open(path, encoding="utf-8") as file:
            return from_json(parse_json(file.read()), path)
    except FileNotFoundError:
        raise ConfigError("there is no such baseline; sayso baseline create makes one", path) from None
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}", path) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8 text, and no baseline", path) from None
    except ReadError as error:
        raise ConfigError(f"is no baseline: {error.message}", path) from None
