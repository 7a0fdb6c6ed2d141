"""The rule provenance/selector-does-not-resolve."""

import hashlib
from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, rule

#: The hash of another text.
OTHER = hashlib.sha256(b"another text").hexdigest()


@rule(
    "provenance/selector-does-not-resolve",
    "A place recorded for a fact does not hold the words that it is said to hold.",
    since="0.1",
    severity="error",
    certainty="exact",
    confidence=1.0,
    cure="Compute the offsets in code points on the text that is hashed in content.sha256.",
    policies=[
        Policy(
            "W3C Web Annotation", "A text quote selector gives the exact words at the place it selects.", "2017-02-23"
        )
    ],
    examples=[
        Flagged(
            "LARKMOOR, 4 May 2026 - The bridge is open, the city said.",
            record={"/dateline_date/selectors/0/start": 11, "/dateline_date/selectors/0/end": 21},
        ),
        Flagged(
            "LARKMOOR, 4 May 2026 - The bridge is open, the city said.",
            record={"/dateline_place/selectors/0/exact": "Larkmoor"},
        ),
        Flagged(
            "LARKMOOR, 4 May 2026 - The bridge is open, the city said.",
            record={"/dateline_place/content_sha256": OTHER},
        ),
        Flagged("The bridge was opened in 1992.", record={"/content/sha256": OTHER}),
        Flagged("The bridge was opened in 1992.", record={"/sections/0/span/end": 500}),
        Clean("PARIS, 4 May 2026 - The bridge is open, the city said.", "The dateline's selectors lead back to it."),
        Clean("By Ana Ruiz\n\nThe bridge is open, the city said.", "So does the byline's."),
        Clean("By 𝐀𝐧𝐚 Ruiz\n\nThe bridge is open, the city said.", "Offsets count code points, not bytes."),
        Clean(
            "LARKMOOR, 4 May 2026 - The bridge is open, the city said.",
            "A selector may keep the words to itself.",
            record={"/dateline_place/selectors/0/exact": None},
        ),
        Clean("The bridge was opened in 1992.", "Nothing is said of a place.", {"outlet": "Example Post"}),
    ],
    known_false_alarms="None are known: the words stand at the place, or they do not.",
    languages=(),
)
def selector_does_not_resolve(item: Item) -> Iterator[Finding]:
    """Evidence that does not lead back to the text is none.

    The usual causes are offsets in bytes or UTF-16 units, and a text that was normalised after the offsets
    were computed.
    """
    record, text = item.record, item.text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if record.content.sha256 != digest:
        yield Finding("the hash of the text is not content.sha256", facts=("/content/sha256",))
    for pointer, fact in record.facts():
        for other in (fact, *fact.alternatives) if fact.selectors or fact.alternatives else ():
            wrong = [s for s in other.selectors if not s.matches(text)]
            if wrong:
                place, exact = f"{wrong[0].start}..{wrong[0].end}", wrong[0].exact
                said = f"is not {exact!r:.60}" if exact is not None else f"does not exist: it ends at {len(text)}"
                yield Finding(f"the text at {place} {said}", facts=(pointer,))
            elif other.selectors and other.content_sha256 != record.content.sha256:
                yield Finding("the selectors are of another text", facts=(pointer,))
    for index, section in enumerate(record.sections):
        if section.span.end > len(text):
            yield Finding(
                f"the section ends at {section.span.end}, the text at {len(text)}", facts=(f"/sections/{index}",)
            )
