"""The parts of a record that the text of the item gives: who says what, where, through whom."""

from __future__ import annotations

from sayso.frozen import frozen
from sayso.records.fact import Fact
from sayso.records.values import Agent
from sayso.text.span import Span


@frozen
class Section:
    """A stretch of the text of one kind.

    Attributes:
        kind: One of :data:`SECTION_KINDS`, or ``boilerplate.`` and a word.
        label: The words that announce it, such as ``Comment:``.
        author: Who signs this section, where it is signed apart from the item.
    """

    id: str
    kind: str
    span: Span
    author: Fact[tuple[Agent, ...]]
    label: Span | None = None
    confidence: float | None = None

    @property
    def is_boilerplate(self) -> bool:
        """Whether the publisher speaks here, and not the item."""
        return self.kind.startswith("boilerplate")

    @property
    def is_comment(self) -> bool:
        """Whether somebody comments here."""
        return self.kind in COMMENT_KINDS


COMMENT_KINDS = frozenset({"comment", "analysis", "opinion"})
#: Of which kinds a section can be, beside ``boilerplate`` and ``boilerplate.`` with a word.
SECTION_KINDS = (
    "news",
    "comment",
    "analysis",
    "opinion",
    "question",
    "answer",
    "verdict",
    "correction",
    "promo",
    "headline",
    "byline",
)


@frozen
class Link:
    """One hand that words passed through, in a chain from the item's author to the origin."""

    agent: str
    act: str
    kind: str
    named: bool


#: Classes of cues that give nobody words: what is only rumoured, felt or meant to be done.
WORDLESS = frozenset({"hedge", "attitude", "intention"})


@frozen
class Attribution:
    """Who is said to have said what: source, cue and content, as in PARC (Pareti 2012).

    Each role is a list because it can be discontinuous or absent.

    Attributes:
        mode: ``direct``, ``indirect``, ``mixed``, ``hedge`` or ``collective``.
        cue_lemma: The verb, noun or phrase that attributes, in its dictionary form.
        cue_class: ``reporting``, ``knowing``, ``evidential`` (documents that show), ``attitude``,
            ``intention`` or ``hedge``.
        chain: From the item's author to the origin.
        governs: Whether it stands in the main clause, so that what follows may rest on it.
        quoted: Whether it stands inside somebody's words, who answers for it; no rule reads those.
        carried_over_from: The id of the attribution whose source still speaks.
        via: The id of the attribution that encloses this one.
    """

    id: str
    mode: str
    cue_lemma: str
    cue_class: str
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    chain: tuple[Link, ...] = ()
    speaker: str | None = None
    addressee: Span | None = None
    carried_over_from: str | None = None
    via: str | None = None
    governs: bool = True
    quoted: bool = False
    confidence: float = 0.5

    @property
    def gives_words(self) -> bool:
        """Whether its source says, knows or shows something, and does not only feel or mean to do it."""
        return self.cue_class not in WORDLESS


@frozen
class Claim:
    """A statement of the narration, and what it rests on.

    Attributes:
        contestable: Why it would need a source (``casualties``, ``military_action`` …), with its evidence; missing
            where nothing on the closed lists is said.
        attribution: The id of the attribution that covers it.
        standing: ``attributed``; ``vague``, by a source whom nobody can ask; ``hedged``; ``observation``, the author's
            own and nothing contestable; ``background`` in the public domain; ``opinion``; or ``unsourced``, which is
            contestable, and nobody is said to say it.
    """

    id: str
    span: Span
    section: str
    contestable: Fact[tuple[str, ...]]
    standing: str
    attribution: str | None = None
    quotes: tuple[str, ...] = ()


@frozen
class Relation:
    """A tie to something else.

    Attributes:
        type: ``cites`` (a link in the text), ``duplicate_of``, ``derived_from``, ``revision_of``, ``corrects``,
            ``part_of`` or ``has_part``; what a format has beyond these keeps the name that it has there.
        target: An address, or the id of another record.
        evidence: The words of the link, or what else shows it.
    """

    type: str
    target: str
    evidence: str | None = None


@frozen
class Activity:
    """One step that made the record (PROV ``Activity``); times only where they were asked for."""

    plugin: str
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    started: str | None = None
    ended: str | None = None
