"""The rule provenance/unknown-key."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, rule


@rule(
    "provenance/unknown-key",
    "A plain item has keys that sayso does not know.",
    since="0.1",
    severity="info",
    certainty="exact",
    confidence=1.0,
    cure="Map the key with [reader.NAME.map] of its reader, put it under 'extra', or leave it: its value is kept.",
    policies=[Policy("practice", "A misspelt key looks like a missing fact.")],
    examples=[
        Flagged("The mill closed.", item={"autor": "Ana Ruiz"}),
        Flagged("The mill closed.", item={"date_publised": "2026-05-04", "outlett": "Example Post"}),
        Flagged("The mill closed.", item={"datePublished": "2026-05-04"}),
        Flagged("The mill closed.", item={"author": "Ana Ruiz", "Author": "Jo Berg"}),
        Clean("The mill closed.", item={"author": "Ana Ruiz"}),
        Clean("The mill closed.", "What is meant to be extra is no mistake.", {"extra": {"desk": "north"}}),
        Clean("The mill closed.", "What is absent may be said to be.", {"author": None, "date_published": None}),
        Clean("The mill closed.", item={"section": "Business", "translated_by": "Jo Berg", "info_sources": ["XYZ"]}),
    ],
    known_false_alarms="A field of the newsroom's own that nobody meant for sayso, and that is not under 'extra'.",
    languages=(),
)
def unknown_key(item: Item) -> Iterator[Finding]:
    """A key that nobody reads may hold a fact under a wrong name.

    All unknown keys of an item are one finding; their values are kept in the record under ``extra``.
    """
    unknown = item.record.extra.get("unknown_keys")
    if isinstance(unknown, list | tuple) and unknown:
        yield Finding(f"unknown keys: {', '.join(str(key) for key in unknown)}"[:300], facts=("/extra",))
