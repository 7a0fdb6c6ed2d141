"""The rule independence/independence-note-missing."""

from collections.abc import Iterator

from sayso import INTERESTED_KINDS, Clean, Finding, Flagged, Item, Policy, rule


@rule(
    "independence/independence-note-missing",
    "An outlet with an interest says nothing about its independence or its money.",
    since="0.1",
    certainty="exact",
    confidence=0.9,
    cure="Carry the publisher's note along, or give it in the outlet's profile: independence = \"…\".",
    policies=[
        Policy("JTI (CWA 17493), clauses 4, 5 and 8", "Ownership and sources of revenue are disclosed.", "2019"),
        Policy(
            "BBC 4.3.12", "Do not take academics, charities and think tanks for unbiased; say who funds them.", "2019"
        ),
        Policy("NewsGuard", "Ownership and financing are disclosed."),
    ],
    examples=[
        Flagged("The tariff will fall.", item={"outlet": {"name": "Larkmoor Institute", "kind": "think_tank"}}),
        Flagged("The tariff will fall.", item={"outlet": {"name": "Voice of Larkmoor", "kind": "state-funded"}}),
        Flagged("The tariff will fall.", item={"outlet": {"name": "Larkmoor Growers", "kind": "advocacy"}}),
        Flagged("The tariff will fall.", item={"outlet": {"name": "The Larkmoor Banner", "kind": "party"}}),
        Clean("The tariff will fall.", item={"outlet": {"name": "Example Post", "kind": "newspaper"}}),
        Clean(
            "The tariff will fall.",
            item={
                "outlet": {"name": "Larkmoor Institute", "kind": "think_tank"},
                "independence": "Funded by its members.",
            },
        ),
        Clean(
            "The tariff will fall, the port said.\n\n"
            "The Larkmoor Institute is an independent research organisation, funded by its members.",
            "The note stands in the text.",
            {"outlet": {"name": "Larkmoor Institute", "kind": "think_tank"}},
        ),
        Clean(
            "The tariff will fall.",
            "It says where its money is disclosed.",
            {
                "outlet": {"name": "The Larkmoor Banner", "kind": "party"},
                "independence": {"href": "https://banner.example/who-pays"},
            },
        ),
        Clean("The tariff will fall.", "Nobody said what kind of outlet it is.", {"outlet": "Larkmoor Institute"}),
    ],
    known_false_alarms="A note that the publisher gives elsewhere and not with the item, where nobody configured it.",
    languages=(),
)
def independence_note_missing(item: Item) -> Iterator[Finding]:
    """Readers weigh a think tank's news by who pays for it.

    Only kinds of outlet that owe such a note are asked: think tanks, advocacy, state-funded, sponsored and
    party outlets. A note is not evidence of independence; it is what the outlet says.
    """
    outlet = item.record.outlet.value
    if outlet is None or outlet.kind not in INTERESTED_KINDS or any(fact.known for fact in item.record.independence):
        return
    looked = "; ".join(place for fact in item.record.independence for place in fact.looked_in)
    kind = outlet.kind.replace("_", " ")
    yield Finding(
        f"{outlet.name!r} ({kind}) gives no note on independence or funding; looked in: {looked}",
        facts=("/independence",),
    )
