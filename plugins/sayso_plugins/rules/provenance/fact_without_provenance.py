"""The rule provenance/fact-without-provenance."""

from collections.abc import Iterator

from sayso import Clean, Finding, Item, Policy, rule


@rule(
    "provenance/fact-without-provenance",
    "A fact of a supplied record has a value without the evidence that its status needs.",
    since="0.1",
    severity="error",
    certainty="exact",
    confidence=1.0,
    cure="Say how the value is known: its status, and the evidence that the record schema asks for.",
    policies=[
        Policy("W3C PROV", "An entity is tied to the activity and the agent it comes from.", "2013"),
        Policy("NewsML-G2", "The means by which a value was obtained can be given with it.", "2025"),
    ],
    examples=[
        Clean(
            "The bridge was opened in 1992.",
            "The reader states every fact of a plain item with its pointer.",
            {"outlet": "Example Post"},
        ),
        Clean("The bridge was opened in 1992.", "What is absent is recorded as looked for."),
    ],
    languages=(),
)
def fact_without_provenance(item: Item) -> Iterator[Finding]:
    """A value that nobody accounts for cannot be weighed, however plausible it looks.

    Such a value is not used by any other rule; it is kept in the report of this one.
    """
    for defect in item.defects:
        given = f"; given: {defect.given!r:.80}" if defect.given is not None else ""
        yield Finding(f"{defect.pointer}: {defect.problem}{given}", facts=(defect.pointer,))
