"""What a plugin author writes: everything here passes, in the strictest mode."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import assert_type

from sayso import (
    Across,
    Clean,
    CorpusRule,
    CueVerb,
    DateValue,
    Decoded,
    Document,
    Draft,
    Exported,
    Exporter,
    Finding,
    Flagged,
    Format,
    Item,
    LanguagePack,
    Org,
    Policy,
    Profile,
    Reader,
    ReadError,
    Reading,
    Rendering,
    Report,
    Rule,
    Span,
    decode,
    hookimpl,
    reader,
    refiner,
    rule,
    word_rules,
)


@rule(
    "house/no-cant",
    "A word says nothing.",
    since="0.1",
    cure="Leave it out.",
    policies=[Policy("The desk", "Say what it does.")],
    examples=[Flagged("A game changer.", at="game changer"), Clean("A mill.", "It is one.")],
)
def no_cant(item: Item, *, allowed: int = 0) -> Iterator[Finding]:
    """Nobody can check it."""
    at = item.text.find("game changer")
    if at >= 0 and not allowed and not item.analysis.in_quotation(Span(at, at + 12)):
        yield Finding("cant", (Span(at, at + 12),))


@refiner(
    "house", "The house's items", version="1.0.0", refines="plaintext", sniff=lambda draft: "-- House" in draft.text
)
def house(draft: Draft) -> None:
    """Take the outlet from the last line."""
    at = draft.text.index("-- House") + 3
    draft.extracted("outlet", Org("House"), Span(at, at + 5), confidence=0.9)
    draft.looked("author", "text: no byline")
    draft.inferred("date_published", DateValue("2026", "year", "2026"), basis="the folder", confidence=0.5)


@reader("lines", "An item a line", version="1.0.0", suffixes=[".lines"])
def lines(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read each line as an item."""
    decoded = decode(document.read(), document.encoding)
    assert_type(decoded, Decoded)
    for number, line in enumerate(decoded.text.splitlines(), 1):
        if line.strip():
            yield reading.draft(document, line, locator=f"line {number}")
        else:
            yield ReadError("empty", "there is nothing in it", f"line {number}")


def counted(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """Write how many findings there are."""
    for report in reports:
        yield f"{len(report.findings)}\n"


def ids(items: Iterable[Exported], rendering: Rendering) -> Iterator[str]:
    """Write ids."""
    for item in items:
        yield f"{item.record.id}\n"


@hookimpl
def sayso_rules() -> Iterable[Rule]:
    """Offer rules."""
    return [no_cant, *word_rules("words.toml")]


@hookimpl
def sayso_readers() -> list[Reader]:
    """Offer readers."""
    return [house, lines]


@hookimpl
def sayso_formats() -> Iterator[Format]:
    """Offer formats."""
    yield Format("counted", "How many", counted)


@hookimpl
def sayso_exporters() -> tuple[Exporter, ...]:
    """Offer exporters."""
    return (Exporter("ids", "Ids", ids, findings=True),)


@hookimpl
def sayso_profiles() -> Iterable[Profile]:
    """Offer profiles."""
    return [Profile("house", "Ours", {"house/no-cant": "info"}, {"house/no-cant": {"allowed": 1}})]


@hookimpl
def sayso_languages() -> Iterable[LanguagePack]:
    """Offer languages."""
    return [LanguagePack(code="eo", verbs={"diris": CueVerb("diri")})]


requires_api = (1, 2)

assert_type(no_cant, Rule)
assert_type(house, Reader)
assert_type(lines, Reader)
assert_type(sayso_rules(), Iterable[Rule])
assert_type(word_rules("words.toml"), list[Rule])
across: Callable[[Across], str] = lambda one: one.entry.id  # noqa: E731
kinds: list[type[Rule]] = [Rule, CorpusRule]
