"""What a rule yields, and how grave and how sure it is."""

from __future__ import annotations

from enum import Enum

from sayso.errors import SaysoError
from sayso.frozen import frozen
from sayso.text.span import Span


class Severity(str, Enum):
    """How grave a finding is; `info` is SARIF's ``note``."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return _RANK[self]


_RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Certainty(str, Enum):
    """How sure a check can be, which caps the severity that a rule may give."""

    EXACT = "exact"
    """Metadata, span integrity and exact markers."""
    LEXICAL = "lexical"
    """Words and their surroundings."""
    EXTRACTION = "extraction"
    """Attributions, quotations or claims that were extracted."""
    JUDGEMENT = "judgement"
    """A matter on which careful editors differ."""

    @property
    def cap(self) -> Severity:
        """The gravest severity that a rule of this certainty may give by itself."""
        return _CAPS[self]


_CAPS = {
    Certainty.EXACT: Severity.ERROR,
    Certainty.LEXICAL: Severity.WARNING,
    Certainty.EXTRACTION: Severity.WARNING,
    Certainty.JUDGEMENT: Severity.INFO,
}


@frozen
class Finding:
    """What a rule has to say about one cause.

    Attributes:
        message: One sentence that says what is the matter here.
        spans: The places in the text; none for a finding about the item as a whole.
        facts: JSON Pointers of the facts it is about.
        severity: Only where it differs from the rule's own; the rule's certainty caps it.
        confidence: From 0 to 1; None takes the rule's.
        help: What to do, where the rule's own cure can be said more exactly.
        related: Places that help to understand it.

    Raises:
        SaysoError: If the message has no words.
    """

    message: str
    spans: tuple[Span, ...] = ()
    facts: tuple[str, ...] = ()
    severity: Severity | None = None
    confidence: float | None = None
    help: str | None = None
    related: tuple[Span, ...] = ()

    def __attrs_post_init__(self) -> None:
        message: object = self.message  # whatever a rule put there; the engine refuses what is no text
        if isinstance(message, str) and not message.strip():
            raise SaysoError("a finding needs a message that says what is the matter, not an empty one")
