"""The rule provenance/author-missing."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, rule

_NAME = r"[A-ZÀ-Ý][\w’'-]{1,20}(?:[ \t]+[A-ZÀ-Ý][\w’'.-]{0,20}){1,3}"
#: A signature that is no byline: *Reporting by Ana Ruiz; editing by Jo Berg*, *Ana Ruiz reports from Larkmoor*, and a
#: name above an office.
SIGNATURE = Pattern(
    r"(?:\A|\n)\W{0,3}(?:(?:Reporting|Report|Words|Story|Text|Written|Filed|Compiled)(?:[ \t]+and[ \t]+[a-z]{4,12})?"
    rf"(?:[ \t]+by\b|:)[ \t]*{_NAME}"
    rf"|{_NAME}[ \t]+(?:reports|writes)(?:[ \t]+(?:from|in|on)[ \t][^.\n]{{2,40}})?\.?[ \t]*(?=\n|\Z)"
    rf"|{_NAME}[ \t]*(?:,[ \t]*|\n)(?:[A-Z][\w’'&-]{{1,20}}[ \t]+){{0,3}}"
    r"(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist)[ \t]*(?=\n|\Z))"
)
#: How far from the beginning or the end it stands.
HEAD, TAIL = 400, 300
#: Items that are attributed as a whole to the one who issues them.
ISSUED = frozenset({"press_release", "statement"})


@rule(
    "provenance/author-missing",
    "No author, byline or sign-off, and no policy of the outlet to publish without.",
    since="0.1",
    certainty="exact",
    confidence=1.0,
    cure="Sign the item, or say in the outlet's profile that it publishes unsigned: no-bylines-policy = true.",
    policies=[
        Policy("NPR", "Every story should have a byline; a staff byline should be rare."),
        Policy("AP", "A story that quotes an unnamed source carries a byline.", "2004-2009"),
        Policy("NewsGuard", "Names of those who create the content are given."),
    ],
    examples=[
        Flagged("The bridge was opened in 1992.", item={"outlet": "Example Post"}),
        Flagged("The mill closed.", item={"author": []}),
        Flagged("Ana Ruiz opened the bridge, the city said."),
        Flagged("The council must act.", item={"item_type": "opinion", "outlet": "Example Post"}),
        Clean("The bridge was opened in 1992.", item={"author": "Ana Ruiz"}),
        Clean(
            "Bridge opens\n\nBy Ana Ruiz\n\nThe bridge was opened on 4 May 2026, the city said.",
            "The byline is in the text.",
        ),
        Clean("The mill closed.\n\nReporting by Ana Ruiz; editing by Jo Berg", "It is signed at its end."),
        Clean("Mill closes\nAna Ruiz\nHarbour correspondent\n\nThe mill closed, the city said."),
        Clean("Ana Ruiz reports from Larkmoor\n\nThe mill closed, the city said."),
        Flagged("Jo Berg reports to the council. The mill closed, the city said."),
        Clean(
            "The council must act.",
            "A leader of an outlet that signs none.",
            {"outlet": {"name": "Example Post", "no_bylines_policy": True}},
        ),
        Clean("Example Works opens a mill.", "A release is signed by its issuer.", {"item_type": "press_release"}),
        Clean(
            "The mill closed.", "Only the option `generic` makes such a byline count for nothing.", {"author": "Admin"}
        ),
        Clean(
            "The mill closed.",
            "An author without provenance is provenance/fact-without-provenance's.",
            record={"/author": [{"name": "Ana Ruiz"}]},
        ),
    ],
    known_false_alarms="A sign-off in a form that no reader knows, such as initials behind the text.",
    languages=(),
)
def author_missing(item: Item, *, generic: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Somebody answers for a report, and readers may know who.

    The option `generic` lists bylines that name nobody, such as "Admin" or "Staff Reporter"; they then count
    as missing.
    """
    record = item.record
    outlet = record.outlet.value
    if item.has_defect("/author") or record.item_type.value in ISSUED or (outlet and outlet.no_bylines_policy):
        return
    if not record.author.known:
        if any(
            SIGNATURE.search(item.text, *ends) for ends in ((0, HEAD), (max(0, len(item.text) - TAIL), len(item.text)))
        ):
            return
        looked = "; ".join(record.author.looked_in)
        yield Finding(f"no author, byline or sign-off; looked in: {looked}", facts=("/author",))
        return
    names = {agent.name.casefold() for agent in record.author.value or ()}
    if names and names <= {name.casefold() for name in generic}:
        yield Finding(f"the byline {', '.join(sorted(names))!r} names nobody", facts=("/author",))
