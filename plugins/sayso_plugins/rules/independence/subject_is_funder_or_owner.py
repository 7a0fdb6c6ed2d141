"""The rule independence/subject-is-funder-or-owner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Org, Pattern, Policy, Span, rule

if TYPE_CHECKING:
    from sayso import Attribution, Organisation

#: Words of a sentence that tells the tie, wherever in the item it stands.
DISCLOSING = frozenset(
    """own owns owned owner owners owning ownership co-owner co-owns co-owned funds funded funder funders funding
    finances financed financier donor donors donated donates donation sponsor sponsors sponsored backer backers
    backs shareholder shareholders stake parent subsidiary publisher publishes subsidises subsidizes grant grants
    investor invested disclosure""".split()
)
#: One who is in the first sentence and so often in the item is what it is about.
OFTEN = 3
#: Items that are attributed as a whole to the one who issues them.
ISSUED = frozenset({"press_release", "statement"})
SUFFIX = Pattern(r",?\s+(?:Inc|Ltd|Limited|LLC|plc|PLC|GmbH|AG|SA|Corp|Corporation|Co)\.?\Z")
#: Whose somebody is, where the sentence has named the house.
OWN = frozenset({"its", "their"})
HOUSES = frozenset("company’s group’s firm’s fund’s foundation’s bank’s".split())
NEXT = Pattern(r" ([A-Z][\w]*)")
BEFORE = Pattern(r"([A-Z][a-z]+) \Z")
WORD = Pattern(r"[^\W_][\w-]*")
REGISTER = """
[[organisation]]
name = "Larkmoor Herald"
kind = "media"
owner = "Harlan Mills Ltd"
as_of = 2026-05-04
where = "the company register, entry 17"
"""


@rule(
    "independence/subject-is-funder-or-owner",
    "The item is about the outlet's owner or funder, or quotes it, and does not say so.",
    since="0.1",
    preview=True,
    certainty="extraction",
    confidence=0.85,
    cure="Say in the item what ties the outlet to it: “Example Corp, which owns this newspaper”.",
    policies=[
        Policy("SPJ", "Conflicts of interest that cannot be avoided are disclosed."),
        Policy("NPR", "Ties that might seem to influence coverage are told to the audience."),
        Policy("JTI (CWA 17493)", "Owners and sources of revenue are disclosed.", "2019"),
    ],
    examples=[
        Flagged(
            "Harlan Mills bids for the port\n\nHarlan Mills has offered 3 million euros, the port said.",
            at="Harlan Mills",
            item={"outlet": {"name": "Larkmoor Herald", "owner": "Harlan Mills Ltd"}},
        ),
        Flagged(
            "The port will close in May, a spokesman for Harlan Mills said.",
            at="Harlan Mills",
            item={"outlet": {"name": "Larkmoor Herald", "owner": "Harlan Mills"}},
        ),
        Flagged(
            "The tariff should fall, the Ostrava Fund said in a report.",
            at="Ostrava Fund",
            item={"outlet": {"name": "Larkmoor Institute", "funders": ["The Ostrava Fund", "members"]}},
        ),
        Flagged(
            "Tilda Crane said she would run for mayor.",
            at="Tilda Crane",
            item={"outlet": {"name": "Larkmoor Herald", "owner": "Tilda Crane"}},
        ),
        Flagged(
            "Harlan Mills will buy the port, its chief executive, Jo Berg, said.",
            at="Harlan Mills",
            item={"outlet": {"name": "Larkmoor Herald", "owner": "Harlan Mills"}},
        ),
        Clean(
            "Harlan Mills will buy the port, Jo Berg, the mayor, said.",
            "It is named once, and he is no voice of it.",
            {"outlet": {"name": "Larkmoor Herald", "owner": "Harlan Mills"}},
        ),
        Clean(
            "Harlan Mills, which owns this newspaper, has offered 3 million euros, the port said.",
            item={"outlet": {"name": "Larkmoor Herald", "owner": "Harlan Mills"}},
        ),
        Clean(
            "The tariff should fall, the Ostrava Fund said.\n\nThe Ostrava Fund is among the funders of this site.",
            item={"outlet": {"name": "Larkmoor Institute", "funders": ["Ostrava Fund"]}},
        ),
        Clean(
            "The port will close, the city said. It stands where Harlan Mills once had a yard.",
            "It is named in passing.",
            {"outlet": {"name": "Larkmoor Herald", "owner": "Harlan Mills"}},
        ),
        Clean(
            "Harlan Mills has offered 3 million euros, Harlan Mills said.",
            "The name of the outlet tells the tie.",
            {"outlet": {"name": "Harlan Mills Today", "owner": "Harlan Mills"}},
        ),
        Clean("Harlan Mills has offered 3 million euros, Harlan Mills said.", item={"outlet": "Larkmoor Herald"}),
        Flagged(
            "The port will close in May, a spokesman for Harlan Mills said.",
            at="Harlan Mills",
            item={"outlet": "The Larkmoor Herald"},
            register=REGISTER,
        ),
        Clean(
            "The port will close in May, a spokesman for Harlan Mills, the owner of this newspaper, said.",
            item={"outlet": "Larkmoor Herald"},
            register=REGISTER,
        ),
        Clean(
            "The port will close in May, a spokesman for Harlan Mills said.",
            "The register knows another outlet.",
            {"outlet": "Larkmoor Mercury"},
            register=REGISTER,
        ),
    ],
    known_false_alarms="Somebody else of the same name, and a tie that the item tells in other words.",
)
def subject_is_funder_or_owner(item: Item) -> Iterator[Finding]:
    """Readers weigh what an outlet writes about those whom it depends on, if they know.

    Owner and funders come from the outlet's profile, its metadata or the operator's register. A subject is in the
    headline, or in the first sentence and twice more; a source is one to whom words are attributed.
    """
    record = item.record
    outlet = record.outlet.value
    register = item.outside.register
    if outlet is None or record.item_type.value in ISSUED:
        return
    known = (register.find(outlet.name) or register.find(outlet.short_name)) if register is not None else None
    for name, tie, told in _ties(outlet, known):
        spans = _mentions(item, item.text, name)
        if not spans or _discloses(item, name, spans):
            continue
        spans = [span for span in spans if not item.analysis.in_quotation(span)]
        part = _part(item, name, spans)
        if part:
            role, span = part
            yield Finding(
                f"{name!r}, {tie} of {outlet.name!r}{told}, is {role} here, and the item does not say so",
                spans=(span,),
                facts=("/outlet",),
            )


def _ties(outlet: Org, known: Organisation | None) -> Iterator[tuple[str, str, str]]:
    """The names that can be looked for: those of somebody, and none that stands in the outlet's own name.

    Each comes with its tie, and with what says so where that is the operator's register.
    """
    named = [(outlet.owner, "owner", ""), *((funder, "funder", "") for funder in outlet.funders)]
    if known is not None:
        told = f" ({known.where}; as of {known.as_of})"
        named += [(known.owner, "owner", told), *((funder, "funder", told) for funder in known.funders)]
    seen: set[str] = set()
    for given, tie, told in named:
        name = _short(given or "")
        if name in seen or not name[:1].isupper() or len(name) < 3 or name.casefold() in outlet.name.casefold():
            continue
        seen.add(name)
        yield name, tie, told


def _short(name: str) -> str:
    """A name without article and legal form, where two words are left of it."""
    bare = name.strip().removeprefix("The ").removeprefix("the ")
    short = SUFFIX.sub("", bare)
    return short if " " in short else bare


def _mentions(item: Item, text: str, name: str) -> list[Span]:
    """Where a text has the name as a whole, and not as a part of a longer one."""
    found, at = [], text.find(name)
    while at >= 0:
        end = at + len(name)
        if not _goes_on(item, text, end) and not _is_joined(text[at - 1 : at]) and not _is_surname(item, text, at):
            found.append(Span(at, end))
        at = text.find(name, end)
    return found


def _is_joined(sign: str) -> bool:
    return sign.isalnum() or sign in ("-", "_", "@", "#", "/")


def _goes_on(item: Item, text: str, end: int) -> bool:
    """Whether more of a name follows, other than a legal form or what somebody is."""
    if _is_joined(text[end : end + 1]):
        return True
    word = NEXT.match(text, end)
    if word is None or word[1].isupper():
        return False
    return word[1].lower() not in item.pack.roles and not SUFFIX.match(f" {word[1]}")


def _is_surname(item: Item, text: str, at: int) -> bool:
    """Whether another name stands before it, of which it is a part."""
    word = BEFORE.search(text, max(0, at - 30), at)
    if word is None:
        return False
    low = word[1].lower()
    pack = item.pack
    return not any(low in words for words in (pack.function_words, pack.roles, pack.determiners, pack.titles))


def _discloses(item: Item, name: str, spans: list[Span]) -> bool:
    """Whether a sentence with the name, or a note on independence, tells the tie."""
    if any(fact.value and name in (fact.value.text or "") for fact in item.record.independence):
        return True
    for span in spans:
        words = item.analysis.sentence_at(span.start).span.of(item.text).lower()
        if not DISCLOSING.isdisjoint(WORD.findall(words.replace(name.lower(), " "))):
            return True
    return False


def _speaks_through(item: Item, attribution: Attribution, spans: list[Span]) -> Span | None:
    """The name that opens a sentence of which somebody of its own is the source: *…, its chief executive, said*."""
    for source in attribution.source:
        words = source.of(item.text).lower().replace("'", "’").split()
        if not (words[0] in OWN or (words[:1] == ["the"] and words[1:2] and words[1] in HOUSES)):
            continue
        start = item.analysis.sentence_at(source.start).span.start
        opening = start + len("The ") if item.text.startswith("The ", start) else start
        named = next((span for span in spans if span.start == opening), None)
        if named is not None:
            return named
    return None


def _part(item: Item, name: str, spans: list[Span]) -> tuple[str, Span] | None:
    """What the one of that name is in the item, and where; None where it is only mentioned."""
    inside = [span for span in spans if not item.analysis.section_at(span.start).is_boilerplate]
    if not inside:
        return None
    for attribution in item.analysis.attributions:
        if attribution.gives_words and not attribution.quoted:
            named = next((s for s in inside if any(source.contains(s) for source in attribution.source)), None)
            named = named or _speaks_through(item, attribution, inside)
            if named:
                return "a source", named
    if _mentions(item, item.record.headline.value or "", name):
        return "a subject", inside[0]
    lead = next((sentence for sentence in item.analysis.sentences if sentence.is_read), None)
    opens = lead is not None and any(lead.span.contains(span) for span in inside)
    return ("a subject", inside[0]) if opens and len(inside) >= OFTEN else None
