"""The values that facts hold."""

from __future__ import annotations

from sayso.frozen import frozen

#: Kinds of outlet for which readers are owed a word on independence and money (JTI clauses 4, 5 and 8).
INTERESTED_KINDS = frozenset({"think_tank", "advocacy", "state_funded", "sponsored", "party"})


@frozen
class Org:
    """An organisation that publishes (schema.org ``NewsMediaOrganization``).

    Attributes:
        kind: Such as ``newspaper``, ``agency``, ``broadcaster``, ``think_tank``, ``advocacy``,
            ``state_funded``, ``sponsored``, ``party``, ``company``, ``government``.
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
    """Somebody who wrote, signed or translated: a person or an organisation."""

    name: str
    kind: str = "person"
    role: str | None = None


@frozen
class DateValue:
    """A date as published.

    Attributes:
        value: EDTF (a date or part of one) or RFC 3339 where a time is known.
        precision: ``year``, ``month``, ``day``, ``minute`` or ``second``.
        raw: The words or the metadata value it was read from.
        zone: The offset as published; None means unknown, which is not UTC.
    """

    value: str
    precision: str
    raw: str
    zone: str | None = None


@frozen
class Note:
    """A note on editorial independence, funding or ownership.

    Attributes:
        kind: ``self_statement``, ``funding_statement``, ``funding_pointer``, ``ownership``,
            ``policy_link``, ``sponsor`` or ``third_party_rating``.
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
    """Who supplied the item or part of it: an agency, a release, a pool (ninjs ``infoSources``)."""

    name: str
    role: str = "agency"
    id: str | None = None
