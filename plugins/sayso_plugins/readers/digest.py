"""Digests: news, a labelled comment on it, and the publisher about itself. Written as a third party would."""

from __future__ import annotations

from sayso import Draft, Org, Pattern, refiner

FUNDER = Pattern(r"(?:the\s+)?(?P<name>[A-Z][\w’'&.-]*(?:\s+(?:(?:of|for|the|de)\s+){0,2}[A-Z][\w’'&.-]*){0,6})")
NAME = Pattern(r"(?:[Tt]he\s+)?(?P<name>[^()]+?)(?:\s+\((?P<short>[^()]+)\))?\Z")


def is_digest(draft: Draft) -> bool:
    """Whether an organisation describes itself in the text, as a note on independence or beside a labelled comment."""
    comments = [block for block in draft.blocks if block.kind in ("comment", "analysis", "opinion") and block.label]
    about = draft.blocks_of("boilerplate")
    return any(block.name for block in about) and bool(comments or draft.blocks_of("boilerplate.independence"))


@refiner(
    "digest",
    "A digest item with its publisher's self-description",
    version="1.0.0",
    refines=["plaintext", "json", "jsonl"],
    sniff=is_digest,
)
def digest(draft: Draft) -> None:
    """Take the outlet from the publisher's self-description; the note in it is a fact of any text that has one."""
    about = next(block for block in draft.blocks_of("boilerplate") if block.name)
    words, match = about.span.of(draft.text), NAME.match(about.name.of(draft.text)) if about.name else None
    if about.name and match:
        name, short = match["name"], match["short"]
        if short and name.isupper() and not short.isupper():
            name, short = short, name  # "CAPG (Central Asia Policy Group)"
        kind = next((kind for kind, signs in draft.pack.interest_signs.items() if signs.search(words)), None)
        draft.extracted(
            "outlet", Org(name, short, kind=kind, funders=_funders(draft, words)), about.name, confidence=0.9
        )
    if any(block.label for block in draft.blocks):
        basis = "news paragraph, labelled comment, publisher boilerplate"
        draft.inferred("item_type", "digest_item", basis=basis, confidence=0.85)


def _funders(draft: Draft, words: str) -> tuple[str, ...]:
    """The bodies that are said to pay, in *funded by the X and by Y*; a word such as *grants* names nobody."""
    paid = draft.pack.funded_by.search(words)
    return tuple(match["name"] for match in FUNDER.finditer(paid.group("funders"))) if paid else ()
