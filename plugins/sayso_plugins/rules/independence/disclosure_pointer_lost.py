"""The rule independence/disclosure-pointer-lost."""

import re
from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, rule
from sayso_plugins.rules._near import words_of

ADDRESS = Pattern(r"https?://|www\.|\b[\w-]+\.(?:org|com|net|int|edu|gov|eu|info|news)\b", re.IGNORECASE)

#: In whose voice it is disclosed: beside one of these, more is a disclosure and more a pointer.
OWN = Pattern(
    r"\b(?:our|we|us)\b|\bthis\s+(?:site|website|project|series|newspaper|article|story|page|podcast|programme|reporting|newsroom|publication|magazine)\b"
    r"|\bthe\s+(?:newspaper|paper|site|magazine|station|outlet|programme|writer|author|reporter|editor|publisher)s?[’']s?\b",
    re.IGNORECASE,
)
DISCLOSES = Pattern(
    r"\b(?:partners|advertisers|shareholdings|corporate\s+members|founding\s+members|patrons|underwriters|supporters|owners?|affiliate|commission|interests|backing|advertising\s+policy"
    r"|who\s+(?:pays?|funds?|supports?|finances?|owns?|backs?)|those\s+who\s+(?:pay|fund|support|finance|back)|how\s+(?:we\s+are|we[’']re|this\s+\w+\s+is)\s+(?:funded|paid|financed|owned)"
    r"|paid\s+for\s+by|(?:supported|financed|underwritten|owned)\s+by|our\s+(?:money|income|revenue)|independence\s+policy)\b",
    re.IGNORECASE,
    needs=(
        *(
            "partners",
            "advertis",
            "shareholding",
            " members",
            "patrons",
            "underwrit",
            "support",
            "owne",
            "affiliate",
            "commission",
            "interests",
        ),
        *(
            "backing",
            "who pay",
            "who fund",
            "who financ",
            "who own",
            "who back",
            "are funded",
            "re funded",
            "is funded",
        ),
        *("are paid", "re paid", "is paid", "financed", "paid for", "money", "income", "revenue", "independence"),
    ),
)
POINTS = Pattern(
    r"\b(?:(?:named|declared|disclosed|explained|set\s+out|given|told|linked|read|terms|more|policy\s+is|us|site|advertisers|sponsors|them)\s+here(?=[\s.,;)]|\Z)"
    r"|(?:linked|listed|link|named|given|found)\s+below|click\s+(?:here|through|the\s+link)|(?:listed|found|named|read|see|available|shown|posted)\s+(?:\w+\s+){0,3}here\b|on\s+this\s+page|[Hh]ere\s+is\s+a\s+list)"
    r"|\(\s*(?:details\s+)?here\s*\)"
    # The words of a link, without it.
    r"|\A(?:Find\s+out|Read|Learn|See)\s+(?:more\s+)?(?:about\s+)?(?:how\s+we\s+are\s+(?:funded|paid|financed)|our\s+(?:funding|funders|donors|sponsors|owners|partners)|who\s+(?:funds|pays|supports|owns)\s+us)\.?\Z",
    re.IGNORECASE,
)
#: Of these one stands in every pointer.
SIGNS = frozenset({"here", "below", "click", "page", "link"})
#: Or one of these, of a link that lost its address.
LINKS = frozenset({"funded", "paid", "financed", "funding", "funders", "donors", "sponsors", "funds"})
#: A question and its pointer are lines, and no talk.
SHORT = 100
#: What sends a reader, and tells also where somebody is: *they are here for the vote*.
PRESENT = "here for"


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
        Flagged("Our commercial partners are listed here.", at="Our commercial partners are listed here."),
        Flagged("Read who pays for this site here.", at="Read who pays for this site here."),
        Flagged("Find out more about how we are funded.", at="Find out more about how we are funded."),
        Flagged("The writer's interests are declared here.", at="The writer's interests are declared here."),
        Flagged("Click through for those who finance us.", at="Click through for those who finance us."),
        Flagged(
            "This project has backing from Norbank (details here).",
            at="This project has backing from Norbank (details here).",
        ),
        Flagged("Who funds us? Click here.", at="Who funds us?"),
        Clean("The partners of the mill met here in May, and its advertisers are listed in a yearbook."),
        Clean("The sponsors of the bill are here for the vote.", "They are there."),
        Clean("We met our partners here. Our supporters gathered here in May."),
        Clean("Find out more about how the mill is run. Read more about our town below."),
        Clean("Jo Berg, who funds the club, lives here, and we are paid here in kroner."),
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
    heard = words_of(item)
    if SIGNS.isdisjoint(heard) and LINKS.isdisjoint(heard) and not pack.pointer_words.possible(item.text):
        return
    places = set(pack.disclosure_words.near(item.text))
    if not SIGNS.isdisjoint(heard) or not LINKS.isdisjoint(heard):
        places |= set(DISCLOSES.near(item.text))
    for index in sorted({analysis.sentence_at(at).index for at in places}):
        sentence = analysis.sentences[index]
        words = sentence.span.of(item.text)
        if words.endswith("?") and index + 1 < len(analysis.sentences):
            # "Who funds us? Click here."
            answer = analysis.sentences[index + 1].span.of(item.text)
            if len(words) + len(answer) < SHORT and answer.startswith(("Click", "Read", "See", "Find")):
                words = f"{words} {answer}"
        own = OWN.search(words)
        pointer = None
        if pack.disclosure_words.search(words):
            pointer = pack.pointer_words.search(words)
        if pointer is not None and pointer.group().lower() == PRESENT and not own:
            continue
        if pointer is None and own and (DISCLOSES.search(words) or pack.disclosure_words.search(words)):
            pointer = POINTS.search(words.strip())
        if pointer is None or ADDRESS.search(words):
            continue
        if any(link.type == "cites" and (link.evidence or "") in words for link in item.record.relations):
            continue
        if not analysis.in_quotation(sentence.span):
            yield Finding(f"{pointer.group()!r} has no target in the record", spans=(sentence.span,))
