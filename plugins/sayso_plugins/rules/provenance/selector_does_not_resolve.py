"""The rule provenance/selector-does-not-resolve."""

import hashlib
from collections.abc import Iterator

from sayso import Clean, Finding, Item, Policy, rule


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
        Clean("PARIS, 4 May 2026 - The bridge is open, the city said.", "The dateline's selectors lead back to it."),
        Clean("By Ana Ruiz\n\nThe bridge is open, the city said.", "So does the byline's."),
    ],
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
        for other in (fact, *fact.alternatives):
            wrong = [s for s in other.selectors if not s.matches(text)]
            if wrong:
                place = f"{wrong[0].start}..{wrong[0].end}"
                yield Finding(f"the text at {place} is not {wrong[0].exact!r:.60}", facts=(pointer,))
            elif other.selectors and other.content_sha256 != record.content.sha256:
                yield Finding("the selectors are of another text", facts=(pointer,))
    for index, section in enumerate(record.sections):
        if section.span.end > len(text):
            yield Finding(
                f"the section ends at {section.span.end}, the text at {len(text)}", facts=(f"/sections/{index}",)
            )
