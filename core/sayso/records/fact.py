"""A fact: a value, how it is known, and the evidence for it; or "looked for here, and absent"."""

from __future__ import annotations

from enum import Enum
from typing import Any, Generic, TypeVar

from attrs import field

from sayso.errors import RecordError
from sayso.frozen import evolve, frozen
from sayso.text.selectors import TextSelector
from sayso.text.span import Span

T = TypeVar("T")


class Status(str, Enum):
    """How a value is known (compare NewsML-G2 ``@how``)."""

    ASSERTED = "asserted"
    EXTRACTED = "extracted"
    INFERRED = "inferred"
    CONFIGURED = "configured"
    MISSING = "missing"


@frozen
class PluginRef:
    """The plugin that stated a fact (a PROV ``SoftwareAgent``)."""

    name: str
    version: str


@frozen
class SourceField:
    """Where in supplied metadata a value stood.

    Attributes:
        pointer: A JSON Pointer (RFC 6901), an XPath or a header name.
        document_sha256: The document that held it; None for values handed over in memory.
    """

    pointer: str
    document_sha256: str | None = None


@frozen
class ConfigRef:
    """Which line of the operator's configuration set a value.

    Attributes:
        file: The configuration file.
        key: The key in it, such as ``paths[0].facts.outlet``.
        mode: ``override`` beats what the item says, ``default`` fills in where it says nothing.
        who: Who answers for it, where the configuration says.
    """

    file: str
    key: str
    mode: str = "default"
    who: str | None = None


@frozen
class Fact(Generic[T]):
    """One value of a record with its provenance.

    The status decides which evidence is mandatory: `source_field` for asserted, `selectors` with
    `content_sha256` for extracted, `basis` for inferred, `config_ref` for configured and `looked_in` for
    missing. A missing fact has no value, and only a missing fact has none.

    Attributes:
        basis: What an inferred value follows from; of an extracted one that does not stand in its words, how it
            follows from them.
        confidence: From 0 to 1, for extracted and inferred facts only.
        derived_from: JSON Pointers of the facts that an inferred value rests on.
        at: When it was stated, RFC 3339 with offset; None where no time was asked for, so that the same
            input gives the same bytes.
        alternatives: Values that other evidence gives and that lost to this one, best first.

    Raises:
        RecordError: If a value or the evidence that the status needs is absent, or does not belong to it.
    """

    value: T | None
    status: Status
    plugin: PluginRef
    source_field: SourceField | None = None
    selectors: tuple[TextSelector, ...] = ()
    content_sha256: str | None = None
    basis: str | None = None
    derived_from: tuple[str, ...] = ()
    config_ref: ConfigRef | None = None
    looked_in: tuple[str, ...] = ()
    confidence: float | None = field(default=None)
    at: str | None = None
    alternatives: tuple[Fact[T], ...] = ()

    def __attrs_post_init__(self) -> None:
        if not all(getattr(self, name) for name in MANDATORY[self.status]):
            raise RecordError(lacks(self.status, {name: getattr(self, name) for name in EVIDENCE_FIELDS}) or "")
        if (self.value is None) != (self.status is Status.MISSING):
            raise RecordError(f"a fact that is {self.status.value} and has the value {self.value!r} cannot be")
        if self.confidence is not None:
            if self.status not in (Status.EXTRACTED, Status.INFERRED):
                raise RecordError(f"only extracted and inferred facts have a confidence, not {self.status.value}")
            if not 0 <= self.confidence <= 1:
                raise RecordError(f"a confidence lies between 0 and 1, not at {self.confidence}")

    @classmethod
    def asserted(
        cls, value: T, plugin: PluginRef, *, pointer: str, document_sha256: str | None = None, at: str | None = None
    ) -> Fact[T]:
        """A value that supplied metadata gives at `pointer`."""
        return cls(value, Status.ASSERTED, plugin, source_field=SourceField(pointer, document_sha256), at=at)

    @classmethod
    def extracted(
        cls,
        value: T,
        plugin: PluginRef,
        *,
        selectors: tuple[TextSelector, ...],
        content_sha256: str,
        confidence: float,
        at: str | None = None,
        basis: str | None = None,
    ) -> Fact[T]:
        """A value that stands in the text at `selectors`, or follows from it as `basis` says."""
        return cls(
            value,
            Status.EXTRACTED,
            plugin,
            selectors=selectors,
            content_sha256=content_sha256,
            confidence=confidence,
            at=at,
            basis=basis,
        )

    @classmethod
    def inferred(
        cls,
        value: T,
        plugin: PluginRef,
        *,
        basis: str,
        confidence: float,
        derived_from: tuple[str, ...] = (),
        at: str | None = None,
    ) -> Fact[T]:
        """A value concluded from other facts or from the shape of the text, as `basis` says."""
        return cls(value, Status.INFERRED, plugin, basis=basis, confidence=confidence, derived_from=derived_from, at=at)

    @classmethod
    def configured(cls, value: T, plugin: PluginRef, *, ref: ConfigRef, at: str | None = None) -> Fact[T]:
        """A value that the operator's configuration sets."""
        return cls(value, Status.CONFIGURED, plugin, config_ref=ref, at=at)

    @classmethod
    def missing(cls, plugin: PluginRef, *, looked_in: tuple[str, ...], at: str | None = None) -> Fact[Any]:
        """No value, and the places where it was looked for."""
        return cls(None, Status.MISSING, plugin, looked_in=looked_in, at=at)

    @property
    def known(self) -> bool:
        """Whether there is a value."""
        return self.status is not Status.MISSING

    @property
    def vouched(self) -> bool:
        """Whether somebody answers for the value: the publisher's metadata or the operator."""
        return self.status in (Status.ASSERTED, Status.CONFIGURED)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of the text that carry the value."""
        return tuple(selector.span for selector in self.selectors)

    def with_alternatives(self, others: tuple[Fact[T], ...]) -> Fact[T]:
        """The same fact with the values that lost to it."""
        return evolve(self, alternatives=others) if others else self


#: Which evidence each status cannot be without.
MANDATORY: dict[Status, tuple[str, ...]] = {
    Status.ASSERTED: ("source_field",),
    Status.EXTRACTED: ("selectors", "content_sha256"),
    Status.INFERRED: ("basis",),
    Status.CONFIGURED: ("config_ref",),
    Status.MISSING: ("looked_in",),
}
EVIDENCE_FIELDS = tuple(dict.fromkeys(name for names in MANDATORY.values() for name in names))


def lacks(status: Status, evidence: dict[str, Any]) -> str | None:
    """What a fact of this status lacks, in words; None where its evidence is complete.

    Args:
        status: The status that the fact claims.
        evidence: What it gives, by field name; absent keys and empty values count as not given.
    """
    absent = [name for name in MANDATORY[status] if not evidence.get(name)]
    return f"a fact that is {status.value} needs {' and '.join(absent)}" if absent else None
