"""The rule provenance/agency-credit-unrecorded."""

from collections.abc import Iterator
from itertools import pairwise

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, Span, rule
from sayso_plugins.rules._near import everywhere, matches

#: Names and signs of agencies, as they stand in credits.
AGENCIES = frozenset(
    (
        *"Reuters AP AFP UPI dpa DPA PA EFE ANSA TASS Xinhua Kyodo Yonhap Interfax AAP PTI ANI ANP NTB Ritzau".split(),
        *"Belga Anadolu Bernama Antara Tanjug Ukrinform Lusa".split(),
        *("Associated Press", "Agence France-Presse", "Press Association", "Canadian Press", "Kyodo News"),
        *("United Press", "PA Media", "Anadolu Agency", "Xinhua News", "Yonhap News"),
    )
)
#: A phrase that credits what stands behind it.
CREDIT = Pattern(
    r"\b(?:[Aa]dditional (?:reporting|material) (?:by|from)|(?<=\n)[Rr]eporting by"
    r"|(?:With (?:additional )?(?:reporting|material|files|inputs?|copy)|[Mm]aterial) (?:by|from)"
    r"|(?:story|report|article) (?:was )?(?:first|originally) (?:published|appeared) (?:by|on|at|in)"
    r"|(?:story|report|article) (?:includes|contains|uses) (?:reporting|material|copy) (?:by|from)"
    r"|[Cc]opy (?:supplied|provided|distributed) by)\s",
    needs=("reporting ", "material ", "files ", "input ", "inputs ", "copy ", "published ", "appeared "),
    whole=True,
)
#: "The Associated Press contributed to this report."
CONTRIBUTED = Pattern(
    r"\bcontributed (?:reporting )?to this (?:report|story|article|dispatch)\b", needs=("contributed ",), whole=True
)
#: A line of its own, or the close of one: "(Reuters)", "Source: Xinhua", "– AFP".
SIGNED = Pattern(r"(?:\A|[.!?”\"]\s+)(?P<mark>[(\[–—-]\s*(?P<name>[A-Z][\w. -]{1,24}?)\s*[)\]]?)\s*\Z")
SOURCE_LINE = Pattern(
    r"(?P<mark>(?:Source:|Credit:|From:?(?:\s+the)?|©(?:\s*\d{4})?|Copyright(?:\s*©)?(?:\s*\d{4})?)\s*(?:[Tt]he\s+)?"
    r"(?P<name>[A-Z][\w. -]{1,24}?))\s*\.?\Z"
)
#: What opens a text with its place: *LARKMOOR, May 4 (Meridian Press) -*.
DATELINE = Pattern(
    r"[A-ZÀ-Ý][A-ZÀ-Ý .'’-]{2,40}(?:,\s*[A-Z][\w .]{2,30}){0,2}\s*"
    r"(?P<mark>[(/](?P<name>[A-Z][\w. -]{1,30}?)[)/])\s*[-–—]"
)
#: Agencies without a name: *with inputs from agencies*, *compiled from wire reports*, and their bare word as a line.
_WIRES = (
    r"(?:(?:news\s+|press\s+)?agencies|agency\s+(?:reports|copy|inputs)|wire\s+(?:reports|services|copy)|newswires"
    r"|wires)"
)
UNNAMED = Pattern(
    rf"(?P<mark>(?:[Ww]ith\s+(?:additional\s+)?(?:inputs?|files|material|reporting|reports)\s+from|[Aa]dditional\s+reporting\s+by|[Cc]ompiled\s+from"
    rf"|From|[Bb]y\s+[^\n]{{2,50}}\s+and|[Ss]taff\s+and)\s+(?:the\s+|various\s+|news\s+)?{_WIRES})\W{{0,2}}\Z"
    r"|\A(?P<alone>[(–—-]?\s*Agencies\)?)\.?\Z"
)
WORD = Pattern(r"[A-Za-z][\w-]*")
#: Names of agencies that no list has end in one of these.
AGENCY_WORDS = frozenset({"press", "agency", "wire", "newswire", "wires", "syndicate"})
#: In how many paragraphs from the beginning a byline or a dateline stands.
FIRST = 4
#: How far names of a credit may stand from its phrase.
NEAR = 120


@rule(
    "provenance/agency-credit-unrecorded",
    "The text credits an agency, and the record names none.",
    since="0.1",
    preview=True,
    certainty="lexical",
    confidence=0.9,
    cure="Record who supplied the copy: info_sources.",
    policies=[
        Policy("AP", "What comes from somebody else is credited, whoever that is.", "2010"),
        Policy("NPR", "Agency copy is credited and never passed off as one's own."),
        Policy("NewsML-G2, infoSource", "The parties that gave information for the item are listed."),
    ],
    examples=[
        Flagged(
            "The mill closed, the city said.\n\nAdditional reporting by Reuters.", at="Additional reporting by Reuters"
        ),
        Flagged("The mill closed, the city said.\n\n(AFP)", at="(AFP)"),
        Flagged("The mill closed, the city said. – AP", at="– AP"),
        Flagged(
            "The mill closed, the city said.\n\nThe Associated Press contributed to this report.",
            at="Associated Press contributed to this report",
        ),
        Flagged("The mill closed, the city said.\n\nSource: Xinhua", at="Source: Xinhua"),
        Flagged(
            "LARKMOOR, May 4 (Meridian Press) - The mill closed, the city said.",
            at="(Meridian Press)",
            item={"outlet": "Example Post"},
        ),
        Flagged("The mill closed, the city said.\n\nWith inputs from agencies", at="With inputs from agencies"),
        Flagged("The mill closed, the city said.\n\nAgencies", at="Agencies"),
        Clean("LARKMOOR (Tasmania) - The mill closed, the city said."),
        Clean("The mill closed, the city said.\n\nIt got letters from agencies of the state."),
        Flagged("The mill closed, the city said.\n\n(Meridian News Agency)", at="(Meridian News Agency)"),
        Clean("The mill closed, the city said.\n\n(Larkmoor, 4 May)"),
        Clean(
            "PARIS (AFP) - Ministers met, the palace said.",
            "The reader records what a dateline credits, and there is no other record.",
        ),
        Clean("Reuters shares fell 2% on Monday.", "A company in the news."),
        Clean("The mill closed, the city said.\n\n(AFP)", item={"info_sources": ["AFP"]}),
        Clean("The mill closed, the city said.\n\n(AP)", "Its own copy.", {"outlet": "The Associated Press"}),
        Clean("The mill closed, the city told the AFP. Additional reporting by Jo Berg."),
        Clean("The mill will close, the city told Reuters.", "The agency is a source here, as the text says."),
    ],
    known_false_alarms="A credit of an agency's photograph, or of its figures under a table.",
)
def agency_credit_unrecorded(item: Item) -> Iterator[Finding]:
    """Copy that others supplied is others' work, and their corrections must find it.

    Credits lie where the publisher speaks, so they are read there too. All marks of an item are one finding.
    """
    record = item.record
    # What only the dateline tells is recorded as read from there; a record that somebody has filled in lacks it still.
    if any(fact.vouched or (fact.known and not record.outlet.vouched) for fact in record.info_sources):
        return
    marks = list(_marks(item))
    if not marks:
        return
    own = _own(item)
    spans = sorted({span for span, name in marks if own.isdisjoint((name.casefold(), _initials(name)))})
    spans = [span for span in spans if not item.analysis.in_quotation(span)]
    if spans:
        words = " and ".join(repr(span.of(item.text)) for span in spans[:4])
        yield Finding(
            f"{words} credits an agency, and the record names no information source",
            spans=tuple(spans),
            facts=("/info_sources",),
        )


def _own(item: Item) -> set[str]:
    """The outlet and who signs: an agency that is named there is recorded."""
    outlet = item.record.outlet.value
    names = [outlet.name, outlet.short_name or ""] if outlet else []
    names += [agent.name for agent in item.record.author.value or ()]
    return {part for name in names if name for part in (_initials(name), *_parts(name.casefold()))}


def _initials(name: str) -> str:
    """*ap* of *The Associated Press*; a name of one word as it is."""
    words = name.casefold().removeprefix("the ").replace("-", " ").split()
    return "".join(word[0] for word in words) if len(words) > 1 else "".join(words)


def _parts(words: str) -> list[str]:
    """Each word, and each two that stand together."""
    found = WORD.findall(words)
    return found + [" ".join(pair) for pair in pairwise(found)]


def _marks(item: Item) -> Iterator[tuple[Span, str]]:
    text = item.text
    for match in matches(CREDIT, item.analysis, back=60, ahead=40):
        yield from _named(text, match.start(), match.end(), _stop(text, match.end()))
    for match in everywhere(CONTRIBUTED, item.analysis):
        first = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start())) + 1
        for _, name, at in _names(text, max(first, match.start() - NEAR), match.start()):
            yield Span(at, match.end()), name
            break
    parts = item.analysis.paragraphs
    for part in parts[:FIRST]:
        opening = DATELINE.match(text, part.start, part.end)
        if opening and (opening["name"] in AGENCIES or _is_agency(opening["name"])):
            yield Span(*opening.span("mark")), opening["name"]
    for part in dict.fromkeys((*parts[:FIRST], *parts[-2:])):
        line = text[part.start : part.end] if len(part) <= NEAR else ""
        unnamed = UNNAMED.search(line) if "genc" in line or "wire" in line else None
        if unnamed:
            start, end = unnamed.span("mark" if unnamed["mark"] else "alone")
            yield Span(part.start + start, part.start + end), "agencies"
    for part in parts[-2:]:
        tail = text[max(part.start, part.end - NEAR) : part.end]
        offset = part.end - len(tail)
        signed = SIGNED.search(tail) or SOURCE_LINE.match(tail)
        if signed and (signed["name"] in AGENCIES or (signed["mark"][0] in "([" and _is_agency(signed["name"]))):
            yield Span(offset + signed.start("mark"), offset + signed.end("mark")), signed["name"]


def _is_agency(name: str) -> bool:
    """Whether a name that no list has is one for an agency, by its last word."""
    words = name.lower().split()
    return len(words) > 1 and words[-1] in AGENCY_WORDS


def _stop(text: str, start: int) -> int:
    """Where a credit ends: at its sentence's or its line's end."""
    ends = [at for at in (text.find(". ", start), text.find("\n", start)) if at >= 0]
    return min([*ends, start + NEAR, len(text)])


def _named(text: str, first: int, start: int, stop: int) -> Iterator[tuple[Span, str]]:
    for end, name, _ in _names(text, start, stop):
        yield Span(first, end), name
        return


def _names(text: str, start: int, stop: int) -> Iterator[tuple[int, str, int]]:
    """The agencies in a stretch: where each ends, its name, where it begins; the longer name first."""
    words = [*WORD.finditer(text, start, stop), None]
    for word, pair in pairwise(words):
        if word is None:
            return
        both = f"{word.group()} {pair.group()}" if pair else ""
        if pair and both in AGENCIES:
            yield pair.end(), both, word.start()
        elif word.group() in AGENCIES:
            yield word.end(), word.group(), word.start()
