"""The rule independence/disclosure-pointer-lost."""

import re
from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, rule

ADDRESS = Pattern(r"https?://|www\.|\b[\w-]+\.(?:org|com|net|int|edu|gov|eu|info|news)\b", re.IGNORECASE)


@rule(
    "independence/disclosure-pointer-lost",
    "A disclosure points to something that is not in the record.",
    since="0.1",
    certainty="lexical",
    confidence=0.9,
    judged=Judged(),
    cure="Capture the link with its target when the item is taken in.",
    policies=[
        Policy("JTI (CWA 17493), clause 8", "Sources of revenue are disclosed where readers can find them.", "2019")
    ],
    examples=[
        Flagged("Our donors are listed here.", at="Our donors are listed here."),
        Flagged(
            "The mill closed. For a list of our funders, please click here.",
            at="For a list of our funders, please click here.",
        ),
        Flagged("More about our funding: click here.", at="More about our funding: click here."),
        Flagged(
            "A full list of our sponsors can be found here.",
            "A full list of our sponsors can be found here.",
            {"links": [{"text": "the report", "url": "https://institute.example/report"}]},
        ),
        Clean(
            "Our donors are listed here.",
            "The link was captured.",
            {"links": [{"text": "listed here", "url": "https://institute.example/donors"}]},
        ),
        Clean("Our donors are listed at https://institute.example/donors."),
        Clean("The donors met here in May.", "Nothing is pointed to."),
        Clean("Click here to read the report.", "Nothing is disclosed."),
        Clean("“Our donors are listed here,” Ana Ruiz said.", "Somebody else's words."),
    ],
    known_false_alarms="A link that was captured with other words than those of the sentence it stands in.",
)
def disclosure_pointer_lost(item: Item) -> Iterator[Finding]:
    """A disclosure that leads nowhere discloses nothing.

    The link was usually there when the item was published and did not survive being taken in.
    """
    pack, analysis = item.pack, item.analysis
    if not pack.pointer_words.possible(item.text):
        return
    for index in sorted({analysis.sentence_at(at).index for at in pack.disclosure_words.near(item.text)}):
        sentence = analysis.sentences[index]
        words = sentence.span.of(item.text)
        pointer = pack.pointer_words.search(words) if pack.disclosure_words.search(words) else None
        if pointer is None or ADDRESS.search(words):
            continue
        if any(link.type == "cites" and (link.evidence or "") in words for link in item.record.relations):
            continue
        if not analysis.in_quotation(sentence.span):
            yield Finding(f"{pointer.group()!r} has no target in the record", spans=(sentence.span,))
