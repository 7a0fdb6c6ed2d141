"""The voices of an item and their words: needed when a record is written, and seldom by a check."""

from __future__ import annotations

from sayso.errors import RecordError
from sayso.frozen import frozen
from sayso.records.fact import Fact, SourceField
from sayso.records.values import DateValue
from sayso.text.span import Span


@frozen
class Anonymity:
    """Whether a name is withheld openly, and why."""

    stated: bool = False
    reason: str | None = None


@frozen
class Speaker:
    """Somebody to whom the item attributes words: attributed here, not necessarily said.

    Attributes:
        surface: The words of the first mention.
        kind: ``person``, ``organization``, ``document``, ``unnamed_person``, ``unnamed_collective``,
            ``media`` or ``account``.
        named: Whether a reader could find out who it is.
        mentions: Every source span that leads to this speaker; none overlaps another.
    """

    id: str
    surface: str
    kind: str
    named: bool
    role: Fact[str]
    mentions: tuple[Span, ...]
    name: str | None = None
    anonymity: Anonymity = Anonymity()


@frozen
class Quote:
    """A quotation, with its marks.

    Attributes:
        kind: ``direct``, ``direct.split``, ``fragment``, ``scare`` or ``title``.
        speaker: The id of the one who is said to have said it.
        via: The id of whoever passes it on.
        altered: Whether brackets, an ellipsis or [sic] show an intervention.
        continues: The id of the quotation that this one goes on with.
    """

    id: str
    span: Span
    kind: str
    altered: bool
    original_language: Fact[str]
    translated: Fact[bool]
    speaker: str | None = None
    via: str | None = None
    continues: str | None = None


@frozen
class Correction:
    """A note that says what was wrong.

    Attributes:
        span: Where the note stands in the text; None for one that only the metadata have.
        date: The day or the time of the correction, where the note says it.
        what: The words of the note.
        replaces_sha256: The hash of the text that was wrong, where that is known.
        source_field: Where in the metadata it stands; None for one that stands in the text.

    Raises:
        RecordError: If it stands nowhere.
    """

    span: Span | None
    date: Fact[DateValue]
    what: str | None = None
    replaces_sha256: str | None = None
    source_field: SourceField | None = None

    def __attrs_post_init__(self) -> None:
        if self.span is None and self.source_field is None:
            raise RecordError("a correction needs a span of the text, or the source_field that it stands in")
