"""The values that facts hold."""

from __future__ import annotations

from sayso.frozen import frozen

#: Of which kinds an outlet can be.
ORG_KINDS = (
    "newspaper",
    "agency",
    "broadcaster",
    "magazine",
    "website",
    "think_tank",
    "advocacy",
    "state_funded",
    "sponsored",
    "party",
    "company",
    "government",
    "public_body",
    "other",
)
#: What somebody who signs can be.
AGENT_KINDS = ("person", "organization")
#: What a note on independence can be.
NOTE_KINDS = (
    "self_statement",
    "funding_statement",
    "funding_pointer",
    "ownership",
    "policy_link",
    "sponsor",
    "third_party_rating",
)
#: How much of a date can be known.
PRECISIONS = ("year", "month", "day", "minute", "second")
#: Kinds of outlet for which readers are owed a word on independence and money (JTI clauses 4, 5 and 8).
INTERESTED_KINDS = frozenset({"think_tank", "advocacy", "state_funded", "sponsored", "party"})


@frozen
class Org:
    """An organisation that publishes (schema.org ``NewsMediaOrganization``).

    Attributes:
        kind: One of :data:`ORG_KINDS`.
        funders: Who pays, where that is known.
        no_bylines_policy: Whether it publishes unsigned by policy (schema.org ``noBylinesPolicy``).
        profile: The operator's outlet profile that was used, as ``file#key``.
    """

    name: str
    short_name: str | None = None
    id: str | None = None
    url: str | None = None
    kind: str | None = None
    owner: str | None = None
    funders: tuple[str, ...] = ()
    no_bylines_policy: bool = False
    profile: str | None = None


@frozen
class Agent:
    """Somebody who wrote, signed or translated: a person or an organisation.

    Attributes:
        kind: One of :data:`AGENT_KINDS`.
    """

    name: str
    kind: str = "person"
    role: str | None = None


@frozen
class DateValue:
    """A date as published.

    Attributes:
        value: ``2026``, ``2026-05`` or ``2026-05-04`` (EDTF). With a time as in RFC 3339,
            ``2026-05-04T08:30:00+02:00``: always with seconds, which count for nothing where `precision` is
            ``minute``, and without an offset where the zone is unknown. So 20:05 on 4 May, of nobody knows which
            zone, is ``DateValue("2026-05-04T20:05:00", "minute", "4 May, 20:05")``.
        precision: One of :data:`PRECISIONS`.
        raw: The words or the metadata value it was read from.
        zone: The offset as published; None means unknown, which is not UTC.
    """

    value: str
    precision: str
    raw: str
    zone: str | None = None

    @property
    def shown(self) -> str:
        """The value for people, without seconds that nobody published."""
        if self.precision != "minute" or self.value[16:19] != ":00":
            return self.value
        return self.value[:16] + self.value[19:]


@frozen
class Note:
    """A note on editorial independence, funding or ownership.

    Attributes:
        kind: One of :data:`NOTE_KINDS`.
        scope: ``outlet`` or ``item``.
        self_asserted: Whether the outlet says it of itself: that is not evidence that it is so.
    """

    kind: str
    text: str | None = None
    href: str | None = None
    scope: str = "outlet"
    self_asserted: bool = True


@frozen
class InfoSource:
    """Who supplied the item or part of it: an agency, a release, a pool (ninjs ``infoSources``).

    Attributes:
        role: Empty where a document does not say it.
    """

    name: str
    role: str = "agency"
    id: str | None = None
