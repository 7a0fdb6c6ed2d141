"""How a rule is declared: name, reason, examples and check in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from attrs import field

from sayso import declared
from sayso.errors import ConfigError, SaysoError
from sayso.frozen import frozen
from sayso.rules.finding import Certainty, Finding, Severity
from sayso.rules.item import Item

Check = Callable[..., Iterable[Finding]]


@frozen
class Policy:
    """A position of a newsroom or standard that a rule rests on, in our own words."""

    who: str
    says: str
    date: str | None = None


@frozen
class Flagged:
    """An example on which the rule must fire, where `at` says: these words, in this order, and no others.

    Attributes:
        text: The item's text.
        at: The words of each finding's first span; empty for a finding about the item as a whole.
        item: Further keys of a plain JSON item, such as ``{"outlet": "Example Post"}``.
        severity: The severity expected, where the rule has more than one.
        beside: Plain items of the same corpus, for a rule on many items; the finding is at this one.
        evidence: Plain items that the operator hands over as evidence.
        register: The TOML text of the register that the operator hands over; empty for none.
        record: What the item's record holds otherwise when it comes as a record, by JSON Pointer, such as
            ``{"/outlet": "Example Post"}`` for a value without its provenance.
    """

    text: str
    at: str | tuple[str, ...] = ()
    item: Mapping[str, Any] = field(factory=dict)
    severity: Severity | None = None
    beside: tuple[Mapping[str, Any], ...] = ()
    evidence: tuple[Mapping[str, Any], ...] = ()
    register: str = ""
    record: Mapping[str, Any] = field(factory=dict)

    @property
    def places(self) -> tuple[str, ...]:
        """`at` as the words of each finding."""
        return (self.at,) if isinstance(self.at, str) else self.at


@frozen
class Clean:
    """An example on which the rule must stay silent, with the reason where it is not plain."""

    text: str
    why: str = ""
    item: Mapping[str, Any] = field(factory=dict)
    beside: tuple[Mapping[str, Any], ...] = ()
    evidence: tuple[Mapping[str, Any], ...] = ()
    register: str = ""
    record: Mapping[str, Any] = field(factory=dict)


Example = Flagged | Clean


@frozen
class Judged:
    """How findings of a rule on texts by others were judged, one by one, in a sample drawn at random.

    Attributes:
        arguable: Careful editors would differ on them; each counts as half right.
    """

    right: int = 0
    wrong: int = 0
    arguable: int = 0

    @property
    def total(self) -> int:
        """How many were judged."""
        return self.right + self.wrong + self.arguable

    @property
    def precision(self) -> float | None:
        """The share that is right, 0 to 1; None where there was nothing to judge."""
        return (self.right + self.arguable / 2) / self.total if self.total else None


@frozen
class Rule:
    """One check with all that explains it.

    Attributes:
        name: ``family/kebab-name``, never reused.
        summary: What it flags, in one sentence.
        severity: What a finding gets unless it says otherwise or the operator raises or lowers it.
        certainty: How sure the check can be; caps the severity.
        confidence: From 0 to 1, for findings that do not give their own.
        languages: BCP 47 codes it can read; none means that it does not depend on the language.
        preview: Whether it is off until the operator asks for it by name or for all such rules: what a rule finds on
            real text is judged before it is on for everybody.
        judged: What came of that; None where nobody has looked yet.
        options: Keyword-only parameters of the check with their defaults.
    """

    name: str
    summary: str
    check: Check
    since: str
    severity: Severity
    certainty: Certainty
    confidence: float
    cure: str = ""
    policies: tuple[Policy, ...] = ()
    examples: tuple[Example, ...] = ()
    known_false_alarms: str = ""
    languages: tuple[str, ...] = ()
    preview: bool = False
    judged: Judged | None = None
    options: Mapping[str, Any] = field(factory=dict)

    #: Whether the check takes one item; rules on many items say no.
    on_items: ClassVar[bool] = True

    @property
    def family(self) -> str:
        """The first half of the name."""
        return self.name.partition("/")[0]

    @property
    def why(self) -> str:
        """Why it matters: the docstring of the check."""
        from inspect import cleandoc

        return cleandoc(self.check.__doc__ or "")

    def __call__(self, item: Item, **options: Any) -> Iterable[Finding]:
        """Run the check on one item."""
        return self.check(item, **options)

    def checked_options(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The options as the check takes them: a list becomes a tuple, or the collection that the default is.

        Raises:
            ConfigError: If an option is unknown, or not of the type that its annotation or its default says.
        """
        from sayso.rules.options import OptionError, taken

        try:
            return taken(self.options, self.check, given)
        except OptionError as error:
            what = "" if error.key is None else f": option {error.key!r}"
            raise ConfigError(f"rule {self.name}{what} {error.words}") from None


@declared.asking_since
def rule(
    name: str,
    summary: str,
    *,
    since: str,
    severity: str = "warning",
    certainty: str = "lexical",
    confidence: float = 0.8,
    cure: str = "",
    policies: Iterable[Policy] = (),
    examples: Iterable[Example] = (),
    known_false_alarms: str = "",
    languages: str | Iterable[str] = ("en",),
    preview: bool = False,
    judged: Judged | None = None,
) -> Callable[[Check], Rule]:
    """Declare a rule: the decorated function takes an item and yields findings.

    Its docstring is the reason that ``sayso explain`` shows, its keyword-only parameters are options. A rule
    keeps nothing between items, fetches nothing and raises nothing on purpose.

    Args:
        since: The version that brought it, of the distribution that it is in.
        languages: BCP 47 codes it can read, one or several; none where it does not depend on the language.

    Raises:
        SaysoError: If the name is not ``family/kebab-name``, `since` is missing, the severity is above what the
            certainty allows, a language, a policy or an example is none, or the function takes no item or has an option
            that could not be given or left out, or whose default it does not take itself.
    """
    return declaration(
        "an item",
        name,
        summary,
        since=since,
        severity=severity,
        certainty=certainty,
        confidence=confidence,
        cure=cure,
        policies=policies,
        examples=examples,
        known_false_alarms=known_false_alarms,
        languages=languages,
        preview=preview,
        judged=judged,
    )


def declaration(
    takes: str,
    name: str,
    summary: str,
    *,
    since: str,
    severity: str,
    certainty: str,
    confidence: float,
    cure: str,
    policies: Iterable[Policy],
    examples: Iterable[Example],
    known_false_alarms: str,
    languages: str | Iterable[str],
    preview: bool,
    judged: Judged | None,
) -> Callable[[Check], Rule]:
    """What declares a rule whose check takes what is said here in words; the others are as for :func:`rule`."""
    if not is_rule_name(str(name)):
        raise SaysoError(f"a rule is named family/kebab-name, not {name!r:.60}")
    what = f"rule {name}"
    declared.one_of(what, "severity", severity, (one.value for one in Severity))
    declared.one_of(what, "certainty", certainty, (one.value for one in Certainty))
    grave, sure = Severity(severity), Certainty(certainty)
    if grave.rank > sure.cap.rank:
        raise SaysoError(f"{what}: a rule that is {sure.value} stops at {sure.cap.value}, not {grave.value}")
    codes = declared.languages(what, languages)
    held, shown = (
        declared.members(what, "policies", policies, (Policy,)),
        declared.members(what, "examples", examples, (Flagged, Clean)),
    )

    def declare(check: Check) -> Rule:
        options = declared.options(what, check, takes)
        refuse_defaults(what, check, options)
        return Rule(
            name=name,
            summary=summary,
            check=check,
            since=since,
            severity=grave,
            certainty=sure,
            confidence=confidence,
            cure=cure,
            policies=held,
            examples=shown,
            known_false_alarms=known_false_alarms,
            languages=codes,
            preview=preview,
            judged=judged,
            options=options,
        )

    return declare


def refuse_defaults(what: str, check: Check, options: Mapping[str, Any]) -> None:
    """Refuse defaults that no configuration could give.

    Raises:
        SaysoError: Naming the first.
    """
    if not options:
        return
    from sayso.rules.options import of_no_configuration

    for name, default in options.items():
        problem = of_no_configuration(check, name, default)
        if problem is not None:
            raise SaysoError(f"{what}: option {name!r} {problem}")


def is_rule_name(name: str) -> bool:
    """Whether a name is ``family/kebab-name``: two parts of words in small letters and digits, tied by hyphens."""
    parts = name.split("/")
    words = [word for part in parts for word in part.split("-")]
    return len(parts) == 2 and name.islower() and all(word.isascii() and word.isalnum() for word in words)
