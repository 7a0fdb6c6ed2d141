"""The house that a byline gives behind the names: *By Ana Ruiz, Harbour Forum*."""

from __future__ import annotations

from sayso import Item, Pattern, Span

#: A name of two words and more at the end of the line.
LAST = Pattern(
    r"[^\n]{0,200}?(?:,|\||·|\s[–—-])\s*(?:for\s+)?(?P<name>(?:[Tt]he\s+)?[A-ZÀ-Ý][\w&’'-]*(?:\s+(?:of|and|&|[A-ZÀ-Ý][\w&’'-]*)){1,4})"
    r"[ \t]*(?=\n|\Z)"
)
#: Last words of the names of papers, sites and houses, beside those that mark an outlet anywhere.
WORDS = frozenset(
    """forum review meridian trumpet digest page pages record register leader world today online network wire agency
    institute centre center report reports live insider watch voice press media newspaper magazine service punch
    vanguard gleaner pioneer patriot citizen independent outlook spectator post-gazette compass lantern signal
    dispatches quarterly monthly business finance markets economy politics science health technology tech sport sports
    insight insights""".split()
)


def house(item: Item) -> Span | None:
    """The name that ends the byline, by its last word that of an outlet; None where there is none."""
    for span in item.record.author.spans[:1]:
        match = LAST.match(item.text, span.start)
        if match is not None:
            last = match["name"].lower().split()[-1]
            if last in WORDS or last in item.pack.outlet_words:
                return Span(*match.span("name"))
    return None


def paper(item: Item) -> Span | None:
    """The name that ends the byline, where it is that of an outlet or of one that the item does not tell about."""
    known = house(item)
    if known is not None:
        return known
    outlet = item.record.outlet
    name = outlet.value.name if outlet.value is not None else None
    if name is None or not outlet.spans or item.text.count(name) > 1:
        return None
    return outlet.spans[0]
