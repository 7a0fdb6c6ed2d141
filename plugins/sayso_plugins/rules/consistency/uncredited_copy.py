"""The rule consistency/uncredited-copy."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Across, Clean, Copy, Corpus, Finding, Flagged, Policy, corpus_rule

FIRE = (
    "A fire in the old tannery of Lindow kept eleven crews busy until dawn. The roof of the eastern hall came down "
    "shortly after midnight, and sparks set two sheds on the other bank alight. Neighbours carried furniture into the "
    "street and soaked their gates with garden hoses. By six the last flames were out; the smell of burnt hides hung "
    "over the market, where traders opened their stalls as on every Thursday."
)
POST = {"text": FIRE, "outlet": "Example Post", "date_published": "2026-05-04T06:30:00Z"}
LATER = {"outlet": "Daily Sample", "date_published": "2026-05-05T06:30:00Z"}
OWN = (
    "Eleven fire crews fought a blaze at the tannery in Lindow. Our reporter met the owner, who stood before the ruin "
    "and counted the vats that were left. He will rebuild, he said; the insurance will pay for half of it at most."
)
WORDS = '"{}" The mayor read this statement twice, and then went home without taking a single question from anybody.'


@corpus_rule(
    "consistency/uncredited-copy",
    "A text stood elsewhere before, nearly word for word, and is not credited.",
    since="0.1",
    preview=True,
    certainty="extraction",
    confidence=0.85,
    languages=(),
    cure="Name the outlet or the agency that the text is from.",
    policies=[
        Policy("NPR", "Wire copy is not used word for word without credit."),
        Policy("Associated Press", "Credit goes to the outlet that broke the news, whoever it is.", "2010"),
        Policy("Reuters", "Material of others is never passed off as one's own."),
    ],
    examples=[
        Flagged(FIRE, item=LATER, beside=(POST,)),
        Flagged(FIRE.replace("eleven", "twelve"), item=LATER, beside=(POST,)),
        Flagged(FIRE + " It was the third fire there.", item=LATER, beside=(POST,)),
        Flagged(FIRE, item=LATER, beside=({**POST, "info_sources": ["Norbank News Agency"]},)),
        Clean(FIRE, "The agency is credited.", {**LATER, "info_sources": ["Example Post"]}, (POST,)),
        Clean(f"{FIRE} This report first appeared in the Example Post.", "The text says so.", LATER, (POST,)),
        Clean(OWN, "Another text about the same event.", LATER, (POST,)),
        Clean(f"{FIRE} It is the third.", "This one was first.", {**LATER, "date_published": "2026-05-03"}, (POST,)),
        Clean(FIRE, "The same outlet.", {**LATER, "outlet": "Example Post"}, (POST,)),
        Clean(
            WORDS.format(FIRE),
            "Only a quotation is shared.",
            LATER,
            ({**POST, "text": f'Before the press, the mayor read out a long text. "{FIRE}" Nobody asked anything.'},),
        ),
    ],
    known_false_alarms="A text that both have from a third, such as a release, which neither names.",
)
def uncredited_copy(corpus: Corpus, *, share: float = 0.8, least_words: int = 40) -> Iterator[Across]:
    """Who takes a text over word for word takes over its errors with it.

    Readers who meet it twice believe that two reporters found the same. Quotations and the publisher's boilerplate are
    not compared. Both items must have an outlet and a date, and the earlier one, or one that it credits itself, must
    not be credited or named.

    `share` is how much of the text must have stood there before, 0 to 1; `least_words` keeps short notices out.
    """
    for copy in corpus.copies(share):
        origin, later = copy.origin, copy.copy
        if len(later.text.split()) < least_words or not origin.precedes(later) or _credited(copy):
            continue
        where = f" ({origin.path})" if origin.path else ""
        said = (
            f"About {copy.share:.0%} of this text stood in {origin.outlet}{where} before, and it credits nobody for it."
        )
        yield Across(later, Finding(said, facts=("/info_sources", "/date_published")))


def _credited(copy: Copy) -> bool:
    """Whether the outlets are one, are not known, or the later one names where it has the text from."""
    origin, later = copy.origin, copy.copy
    if not origin.outlet or not later.outlet or _folded(origin.outlet) == _folded(later.outlet):
        return True
    if origin.uri is not None and origin.uri == later.uri:
        return True
    givers = {_folded(origin.outlet), *map(_folded, origin.credits)}
    text = later.text.casefold()
    return any(giver in text for giver in givers) or not givers.isdisjoint(map(_folded, later.credits))


def _folded(name: str) -> str:
    return name.casefold().removeprefix("the ")
