"""The rule provenance/fact-without-provenance."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, rule

#: The plugin that states the facts of the examples.
FEED = {"name": "feed", "version": "1"}


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
        Flagged("The bridge was opened in 1992.", record={"/outlet": "Example Post"}),
        Flagged(
            "The bridge was opened in 1992.", record={"/outlet": {"value": {"name": "Example Post"}, "plugin": FEED}}
        ),
        Flagged(
            "The bridge was opened in 1992.",
            record={"/outlet": {"value": {"name": "Example Post"}, "status": "extracted", "plugin": FEED}},
        ),
        Flagged("The bridge was opened in 1992.", record={"/independence/0": "Funded by its members."}),
        Flagged(
            "The bridge was opened in 1992.", record={"/author": {"value": None, "status": "missing", "plugin": FEED}}
        ),
        Clean(
            "The bridge was opened in 1992.",
            "The reader states every fact of a plain item with its pointer.",
            {"outlet": "Example Post"},
        ),
        Clean("The bridge was opened in 1992.", "What is absent is recorded as looked for."),
        Clean(
            "The bridge was opened in 1992.",
            "The operator's configuration vouches for it.",
            record={
                "/outlet": {
                    "value": {"name": "Example Post"},
                    "status": "configured",
                    "plugin": FEED,
                    "config_ref": {"file": "sayso.toml", "key": "paths[0].facts.outlet"},
                }
            },
        ),
        Clean(
            "The bridge was opened in 1992.",
            "A conclusion says what it rests on.",
            record={
                "/outlet": {
                    "value": {"name": "Example Post"},
                    "status": "inferred",
                    "plugin": FEED,
                    "basis": "the address of the feed",
                    "confidence": 0.7,
                }
            },
        ),
    ],
    known_false_alarms="None are known: a record says how each value is known, or it does not.",
    languages=(),
)
def fact_without_provenance(item: Item) -> Iterator[Finding]:
    """A value that nobody accounts for cannot be weighed, however plausible it looks.

    Such a value is not used by any other rule; it is kept in the report of this one.
    """
    for defect in item.defects:
        given = f"; given: {defect.given!r:.80}" if defect.given is not None else ""
        yield Finding(f"{defect.pointer}: {defect.problem}{given}", facts=(defect.pointer,))
