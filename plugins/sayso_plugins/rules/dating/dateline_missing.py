"""The rule dating/dateline-missing."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, rule

#: What sets off a dateline at the opening, however its place is written.
MARKS = ("–", "—", "--", " - ", ".-", "):", "/")
OPENING = 60


@rule(
    "dating/dateline-missing",
    "Wire copy does not say where it was written.",
    since="0.1",
    preview=True,
    severity="info",
    certainty="exact",
    confidence=0.8,
    cure="Open with the place where the reporter was, or give it in the record: dateline.",
    policies=[
        Policy("Reuters", "A dateline stands where staff or freelancers were on the spot, and only there."),
        Policy("AP", "The dateline tells from where the facts were obtained."),
    ],
    examples=[
        Flagged("The mill in Larkmoor closed on 4 May 2026, the city said.", item={"item_type": "wire"}),
        Flagged("Mill closes\n\nThe mill closed on 4 May 2026, the city said.", item={"item_type": "wire copy"}),
        Flagged("Striking dockers went back to work, the port said.", item={"item_type": "agency"}),
        Flagged("By Ana Ruiz\n\nThe mill closed, the city said.", item={"item_type": "wire"}),
        Clean("LARKMOOR, 4 May 2026 - The mill closed, the city said.", item={"item_type": "wire"}),
        Clean("The mill closed, the city said.", item={"item_type": "wire", "dateline": "Larkmoor"}),
        Clean("The mill in Larkmoor closed, the city said.", "No wire copy.", {"item_type": "article"}),
        Clean("The mill in Larkmoor closed, the city said.", "Nothing says that it is."),
        Clean("Larkmoor – The mill closed, the city said.", "A place that is not in capitals.", {"item_type": "wire"}),
    ],
    known_false_alarms="Tables, lists and reports put together at the desk, which have no place by custom.",
    languages=(),
)
def dateline_missing(item: Item) -> Iterator[Finding]:
    """A dateline tells readers whether somebody was there.

    Only items that are typed as wire copy are asked. An opening that looks like a dateline counts as one.
    """
    record = item.record
    if record.item_type.value != "wire" or record.dateline_place.known or item.has_defect("/dateline_place"):
        return
    if any(mark in _opening(item) for mark in MARKS):
        return
    looked = "; ".join(record.dateline_place.looked_in)
    yield Finding(f"wire copy without the place of its dateline; looked in: {looked}", facts=("/dateline_place",))


def _opening(item: Item) -> str:
    """The first words behind headline and byline."""
    for section in item.record.sections:
        if section.kind not in ("headline", "byline") and not section.is_boilerplate:
            return item.text[section.span.start : section.span.start + OPENING]
    return item.text[:OPENING]
