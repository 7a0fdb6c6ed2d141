"""The rule independence/promotional-content-unlabelled."""

import re
from collections.abc import Iterator, Sequence

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, Severity, Span, rule
from sayso_plugins.rules._signed import paper

NEWS = frozenset({"article", "wire", "digest_item", "live_entry", "analysis"})
#: A paragraph that opens so is a release; "For immediate release of the crew" is none.
RELEASE = Pattern(
    r"[*_#\s]{0,4}(?:FOR\s+IMMEDIATE\s+RELEASE|[Ff]or\s+[Ii]mmediate\s+[Rr]elease|(?:NEWS|PRESS|MEDIA)\s+RELEASE|[Pp]ress\s+[Rr]elease(?=[*_\s]{0,4}(?:\Z|[:\n])))[*_\s]{0,4}(?=\Z|[:–—|,.\n(-]|[A-Z]?[a-z]*\.?\s?\d)",
    needs=("immediate", "release"),
)
#: Whom the press may call: reports give no such numbers.
CONTACT = Pattern(
    r"[*_#\s]{0,4}(?:(?:For\s+)?(?:[Mm]edia|[Pp]ress|MEDIA|PRESS)\s+(?:[Cc]ontacts?|[Ee]nquiries|[Ii]nquiries|CONTACTS?)"
    r"|[Pp]ress\s+(?:kits?|packs?)(?:\s+and\s+[a-z]{3,12}(?:\s+[a-z]{3,12})?)?"
    r"|[Nn]otes?\s+to\s+[Ee]ditors)[*_]{0,2}\s*(?=\Z|[:–—|\n])"
    # Whom to write to: a report gives no such address.
    r"|[*_#\s]{0,4}(?:[Ff]or\s+(?:more|further|media|press)\s+(?:information|enquiries|inquiries),?\s+(?:please\s+)?(?:contact|call|e-?mail)"
    r"|(?:CONTACTS?|[Cc]ontacts?)(?=:\s[^\n]{0,80}@))",
    needs=("contact", "nquiries", "to editors", "information", "press kit", "press pack"),
)
#: The same by those words alone that no paper uses of itself, and the end of a release.
PRESS_ONLY = Pattern(
    r"[*_#\s]{0,4}(?:(?:(?:For\s+)?(?:[Mm]edia|[Pp]ress|MEDIA|PRESS)\s+(?:[Cc]ontacts?|[Ee]nquiries|[Ii]nquiries|CONTACTS?|ENQUIRIES|INQUIRIES)"
    r"|[Pp]ress\s+(?:kits?|packs?)(?:\s+and\s+[a-z]{3,12}(?:\s+[a-z]{3,12})?)?"
    r"|[Nn]otes?\s+to\s+[Ee]ditors|NOTES?\s+TO\s+EDITORS)[*_]{0,2}\s*(?=\Z|[:–—|\n])|[-–—]{1,3}\s?(?:ENDS?|[Ee]nds)\s?[-–—]{1,3}(?=\s|\Z)"
    r"|(?:STRICTLY\s+)?(?:EMBARGOED|[Ee]mbargoed)\s+(?:UNTIL|until|FOR|for)\b)",
    needs=("contact", "nquiries", "to editors", "ends", "end-", "embargoed", "press kit", "press pack"),
)
#: A line that says that it is paid for is a label.
LABELS = Pattern(r"\b(?:sponsored|paid|advert\w*|promoted|affiliate|commercial|branded|partner\s+\w+)\b", re.IGNORECASE)
#: Who says of it that it is a release has labelled it.
LABEL = Pattern(r"\b(?:press|news|media)\s+release\b|\breleased?\s+by\b|\bissued\s+by\b", re.IGNORECASE)
#: A line that is nothing but a label of paid content.
PAID = Pattern(
    r"[\[(*_#\s]{0,4}(?:(?:[Pp]aid|[Ss]ponsored|[Pp]artner|[Bb]randed|[Pp]romoted|[Aa]dvertiser)\s+(?:[Cc]ontent|[Pp]ost|[Aa]rticle|[Ff]eature)"
    r"|(?:[Aa]d|[Aa]dvert|[Aa]dvertising|[Cc]ommercial)\s+(?:[Ff]eature|[Cc]ontent)|[Aa]dvertorial|ADVERTORIAL|SPONSORED(?:\s+CONTENT)?|PAID\s+(?:CONTENT|POST)|[Aa]dvertisement\s+[Ff]eature"
    r"|(?:[Ii]n\s+(?:paid\s+)?(?:partnership|association|collaboration)\s+with|[Pp]aid\s+partnership\s+with|(?:[Ss]ponsored|[Pp]resented)\s+by|[Bb]rought\s+to\s+you\s+(?:by|in\s+(?:partnership|association|collaboration)\s+with)|[Pp]aid\s+for\s+by|[Cc]ontent\s+(?:provided|supplied)\s+by|[Pp]romoted\s+by)"
    r"\s+[A-Z][^.,;!?\n]{1,60})\.?[\])*_\s]{0,4}\Z",
    needs=(
        "paid",
        "sponsored",
        "partner",
        "branded",
        "promoted",
        "advert",
        "ad feature",
        "ad content",
        "commercial",
        "association",
        "collaboration",
        "presented by",
        "brought to",
        "content ",
    ),
)
#: The outlet's own voice, on whose behalf it speaks: *In partnership with Norbank, we look at …*.
ON_BEHALF = Pattern(
    r"(?:[Ii]n\s+(?:paid\s+)?(?:partnership|association|collaboration)\s+with|(?:[Ss]ponsored|[Ss]upported|[Pp]resented|[Pp]owered|[Ff]unded)\s+by"
    r"|[Tt]hanks\s+to(?:\s+our\s+(?:partners?|friends|sponsors?)(?:\s+at)?)|[Tt]ogether\s+with\s+our\s+(?:partners?|sponsors?))"
    r"\s+[A-Z][^.,;!?\n]{1,60}(?=,\s+(?:we|our|here|discover|find)\b)"
    r"|(?:[Tt]his|[Oo]ur)\s+(?:article|story|feature|guide|post|series|content|page|podcast)\s+(?:is|was|has\s+been)\s+"
    r"(?:(?:brought\s+to\s+you|sponsored|paid\s+for|produced|created|written|provided|supplied|made\s+possible|supported|funded|presented)\s+(?:by|(?:in\s+(?:partnership|association|collaboration)"
    r"\s+)?with))\s+[A-Z][^.,;!?\n]{1,60}"
    # It earns by what readers buy, and tells them to.
    r"|(?:[Tt]his|[Oo]ur)\s+(?:article|story|feature|guide|post|page)\s+(?:contains|may\s+contain|includes)\s+affiliate\s+links"
    r"|(?:[Uu]se|[Ww]ith|[Uu]sing|[Ee]nter|[Qq]uote)\s+(?:the\s+|our\s+)?(?:promo\s+|discount\s+)?code\s+[A-Z][A-Z0-9]{2,20}\b"
    r"|\bto\s+(?:book|order|buy|claim|reserve|win)\s+(?:your|yours)(?:\s+[\w-]{1,20}){0,3}\s+(?:now|today)\b"
    r"|(?:Book|Order|Buy|Shop)\s+(?:yours|(?:your|a)\s+[\w-]{1,20}(?:\s+[\w-]{1,20})?|online)\s+(?:now|today|at\s+www)\b",
    needs=(
        "partnership",
        "association",
        "collaboration",
        "sponsor",
        "supported",
        "presented",
        "powered",
        "funded",
        "thanks to",
        "together with",
        "brought to you",
        "paid for",
        "produced",
        "created",
        "written by",
        "provided by",
        "supplied by",
        " your",
        "made possible",
        "affiliate",
        " code ",
        "book ",
        "order ",
        "buy ",
        "shop ",
    ),
)
#: Labels and signs stand at either end; a line is short.
ENDS = 6
LINE = 100

#: An item as papers print it, for the examples.
SIGNED = "Works opens second mill\nBy Ana Ruiz, Larkmoor Post\n4 May 2026\n\n"


@rule(
    "independence/promotional-content-unlabelled",
    "An item typed as news has the marks of a release or of paid content.",
    since="0.1",
    preview=True,
    severity="error",
    certainty="exact",
    confidence=0.9,
    cure="Type the item as what it is, such as press_release, or name its sponsor: sponsored_by.",
    policies=[
        Policy("JTI (CWA 17493)", "Paid and sponsored content is told apart from editorial content.", "2019"),
        Policy("NewsGuard", "Advertising is clearly marked as such."),
        Policy("Poynter", "A release is where reporting begins, and what comes from it is attributed.", "2012"),
    ],
    examples=[
        Flagged(
            "FOR IMMEDIATE RELEASE\n\nLarkmoor Works opens its new mill.",
            at="FOR IMMEDIATE RELEASE",
            item={"item_type": "news"},
            severity=Severity.ERROR,
        ),
        Flagged(
            "Larkmoor Works opens its new mill in the east of the town.\n\nMedia contact: Jo Berg, press@works.example",
            at="Media contact",
            item={"item_type": "news"},
            severity=Severity.WARNING,
        ),
        Flagged(
            "A mill for everybody\n\nIn partnership with Larkmoor Works\n\nThe mill is open, and the coffee is free.",
            at="In partnership with Larkmoor Works",
            item={"item_type": "article"},
            severity=Severity.WARNING,
        ),
        Flagged(
            "Sponsored content\n\nThe mill is open, and the coffee is free.",
            at="Sponsored content",
            item={"item_type": "article"},
            severity=Severity.WARNING,
        ),
        Flagged(
            "The mill is open. In partnership with Larkmoor Works, we look at its wheels.",
            at="In partnership with Larkmoor Works",
            item={"item_type": "article"},
            severity=Severity.WARNING,
        ),
        Flagged(
            "The mill is open.\n\nThis article was sponsored by Larkmoor Works.",
            at="This article was sponsored by Larkmoor Works",
            item={"item_type": "article"},
            severity=Severity.WARNING,
        ),
        Flagged(
            "Paid partnership with Larkmoor Works\n\nThe mill is open.",
            at="Paid partnership with Larkmoor Works",
            item={"item_type": "article"},
            severity=Severity.WARNING,
        ),
        Flagged(
            "The mill is open. Get 20% off with the code MILL20 at the gate.",
            at="with the code MILL20",
            item={"item_type": "article"},
            severity=Severity.WARNING,
        ),
        Flagged(
            "The mill is open.\n\nThis content was created by Larkmoor Works.",
            at="This content was created by Larkmoor Works",
            item={"item_type": "article"},
            severity=Severity.WARNING,
        ),
        Flagged(
            "The mill is open.\n\nOrder yours now and save.",
            at="Order yours now",
            item={"item_type": "article"},
            severity=Severity.WARNING,
        ),
        Flagged(
            "The mill is open.\n\nFor more information, contact Jo Berg at press@works.example.",
            at="For more information, contact",
            item={"item_type": "article"},
            severity=Severity.WARNING,
        ),
        Flagged(
            "The mill is open.\n\nBrought to you by Larkmoor Works.",
            at="Brought to you by Larkmoor Works.",
            item={"item_type": "article"},
            severity=Severity.WARNING,
        ),
        Clean(
            "The mill is open.\n\nIn order to save it, the town bought a share. The press release names no builder.",
            "Plain words.",
            {"item_type": "article"},
        ),
        Clean(
            "In partnership with Larkmoor Works, the city built the mill.",
            "A partnership in the news.",
            {"item_type": "article"},
        ),
        Clean(
            "FOR IMMEDIATE RELEASE\n\nLarkmoor Works opens its new mill.",
            "It is typed as what it is.",
            {"item_type": "press_release"},
        ),
        Clean(
            "In partnership with Larkmoor Works\n\nThe mill is open.",
            "The sponsor is named in the record.",
            {"item_type": "article", "sponsored_by": "Larkmoor Works"},
        ),
        Clean(
            "The city built the mill in partnership with Larkmoor Works, it said.",
            "A partnership in the news.",
            {"item_type": "article"},
        ),
        Clean(
            "For immediate release of the crew, the port asked the owner to pay.",
            "Somebody is to be released.",
            {"item_type": "article"},
        ),
        Flagged(
            f"{SIGNED}FOR IMMEDIATE RELEASE\n\nLarkmoor Works opened its mill on Monday.",
            at="FOR IMMEDIATE RELEASE",
            severity=Severity.WARNING,
        ),
        Flagged(
            f"{SIGNED}Larkmoor Works opened its mill on Monday. It is new.\n\nMedia contact: Jo Berg, Larkmoor Works",
            at="Media contact",
            severity=Severity.WARNING,
        ),
        Flagged(
            f"{SIGNED}Larkmoor Works opened its mill on Monday. It is new.\n\n- ENDS -",
            at="- ENDS -",
            severity=Severity.WARNING,
        ),
        Flagged(
            f"{SIGNED}Larkmoor Works opened its mill on Monday.\n\nPress kit and interview requests: Jo Berg",
            at="Press kit and interview requests",
            severity=Severity.WARNING,
        ),
        Flagged(
            f"{SIGNED}Larkmoor Works opened its mill on Monday. It is new.\n\nBrought to you in partnership with"
            " Larkmoor Works.",
            at="Brought to you in partnership with Larkmoor Works.",
            severity=Severity.WARNING,
        ),
        Clean(f"{SIGNED}Larkmoor Works opened its mill on Monday. It is new.\n\nContact: tips@post.example"),
        Clean(f"{SIGNED}Sponsored content\n\nLarkmoor Works opened its mill on Monday.", "It is labelled."),
        Clean(f"{SIGNED}Larkmoor Works opened its mill on Monday.\n\nFor more information, contact the town hall."),
        Clean(f"{SIGNED}Larkmoor Works opened its mill. The press release names no builder. It ends in May."),
        Clean(
            f"{SIGNED}FOR IMMEDIATE RELEASE\n\nLarkmoor Works opened its mill on Monday.",
            "It calls itself one.",
            {"headline": "Press release: Larkmoor Works opens mill"},
        ),
        Clean("FOR IMMEDIATE RELEASE\n\nLarkmoor Works opens its new mill.", "Nothing calls it news."),
    ],
    known_false_alarms="A newsroom that names whom to call for the item.",
)
def promotional_content_unlabelled(item: Item) -> Iterator[Finding]:
    """Readers take what is typed as news for reporting that nobody paid for.

    All marks of an item are one finding; a release that calls itself one is an error. An item of no type is taken for
    news where its byline has the name of a paper.
    """
    record = item.record
    if any(fact.value.kind == "sponsor" for fact in record.independence if fact.value):
        return
    if not record.item_type.value:
        yield from _signed_as_news(item)
        return
    if record.item_type.value not in NEWS:
        return
    released, other = list(_marks(item, RELEASE, LINE * 4)), list(_marks(item, CONTACT, LINE * 4))
    other += [span for span in _marks(item, PAID, LINE) if span not in other]
    other += [span for span in _on_behalf(item) if not any(span.overlaps(one) for one in other)]
    spans = tuple(sorted(released + other))
    if spans:
        yield Finding(
            f"an item typed {record.item_type.value!r} carries {_words(item, spans)}",
            spans=spans,
            facts=("/item_type",),
            severity=None if released else Severity.WARNING,
        )


def _signed_as_news(item: Item) -> Iterator[Finding]:
    """An item of no type that a paper's reporter signs, with the marks of a release or an offer."""
    signed = paper(item)
    if signed is None or LABEL.search(item.record.headline.value or ""):
        return
    spans = [*_marks(item, RELEASE, LINE * 4), *_marks(item, PRESS_ONLY, LINE * 4)]
    spans += [
        span
        for span in (*_marks(item, PAID, LINE), *_on_behalf(item))
        if not LABELS.search(span.of(item.text)) and not any(span.overlaps(one) for one in spans)
    ]
    spans = sorted(spans)
    if spans:
        yield Finding(
            f"an item signed for {signed.of(item.text)!r} carries {_words(item, spans)}",
            spans=tuple(spans),
            confidence=0.8,
            severity=Severity.WARNING,
        )


def _words(item: Item, spans: Sequence[Span]) -> str:
    return " and ".join(repr(" ".join(span.of(item.text).split())) for span in spans[:3])


def _on_behalf(item: Item) -> Iterator[Span]:
    """Where a sentence at either end of the item opens with its sponsor, in the outlet's own voice."""
    parts = item.analysis.paragraphs
    last = parts[-1].end if parts else 0
    for match in ON_BEHALF.finditer(item.text):
        span = Span(*match.span())
        sentence = item.analysis.sentence_at(span.start)
        at_an_end = any(part.start <= span.start < part.end for part in (*parts[:ENDS], *parts[-ENDS:]))
        # An offer may stand anywhere in its sentence: "with the code MILL20", "to book your tour today".
        opens = sentence.span.start == span.start or match.group()[0].islower()
        if opens and span.start <= last and at_an_end and not item.analysis.in_quotation(span):
            yield span


def _marks(item: Item, pattern: Pattern, longest: int) -> Iterator[Span]:
    """Where paragraphs at either end of the item open with a mark."""
    if not pattern.possible(item.text):
        return
    parts = item.analysis.paragraphs
    for part in (*parts[:ENDS], *parts[max(ENDS, len(parts) - ENDS) :]):
        match = pattern.match(item.text, part.start, part.end) if len(part) <= longest else None
        if match is None or item.analysis.section_at(part.start).kind == "promo":
            continue
        start, end = part.start, part.start + len(match.group().rstrip(" *_#\n"))
        start += len(match.group()) - len(match.group().lstrip(" *_#\n"))
        if not item.analysis.in_quotation(Span(start, end)):
            yield Span(start, end)
