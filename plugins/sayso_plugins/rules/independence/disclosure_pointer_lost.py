"""The rule independence/disclosure-pointer-lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, rule

if TYPE_CHECKING:
    from sayso import Sentence

ADDRESS = Pattern(r"https?://|www\.|\b[\w-]+\.(?:org|com|net|int|edu|gov|eu|info|news)\b", re.IGNORECASE)

#: Words that lead back to who was told of.
LEADS_BACK = frozenset("their its they them who which whom sums amounts names list full details all".split())
#: What the sentence itself goes on to list.
LIST = Pattern(r":\s+(?:\S+\s+){2}")


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
        Flagged(
            "The institute has had grants from bottlers. Their names can be read through the link under this item.",
            at="Their names can be read through the link under this item.",
        ),
        Flagged(
            "Conflict statement: a shareholder of this title owns a mill. See the box on the right for which.",
            at="See the box on the right for which.",
        ),
        Flagged(
            "Some of our support comes from mills; which ones you can read here.",
            at="Some of our support comes from mills; which ones you can read here.",
        ),
        Clean("The clinics have received grants. Their patients can see the box in which the letters are kept."),
        Clean("Our donors are listed here, in gilt letters: the county council, Ana Ruiz and Norbank.", "So they are."),
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
        if not pack.disclosure_words.search(sentence.span.of(item.text)):
            continue
        pointer = _pointer(item, sentence)
        if pointer is None and index + 1 < len(analysis.sentences):
            # "Our backers are listed. See the box on the right for which."
            following = analysis.sentences[index + 1]
            own = following.paragraph == sentence.paragraph and not ADDRESS.search(sentence.span.of(item.text))
            pointer = _pointer(item, following, leads_back=True) if own else None
            sentence = following if pointer else sentence
        words = sentence.span.of(item.text)
        if pointer is None or any(
            link.type == "cites" and (link.evidence or "") in words for link in item.record.relations
        ):
            continue
        if not analysis.in_quotation(sentence.span):
            yield Finding(f"{pointer!r} has no target in the record", spans=(sentence.span,))


def _pointer(item: Item, sentence: Sentence, *, leads_back: bool = False) -> str | None:
    """The words of a sentence that point somewhere, where neither an address nor a list goes with them.

    Args:
        leads_back: Whether it must say that it is on what the sentence before tells.
    """
    words = sentence.span.of(item.text)
    pointer = item.pack.pointer_words.search(words)
    if pointer is None or ADDRESS.search(words) or LIST.search(words, pointer.end()):
        return None
    lows = item.analysis.narrated(sentence)
    return None if leads_back and LEADS_BACK.isdisjoint(lows) else pointer.group()
