"""What a plugin author writes: everything here passes, in the strictest mode."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import assert_type

from sayso import (
    ITEM_TYPES,
    SECTION_KINDS,
    VALUES,
    Across,
    Agent,
    Clean,
    Corpus,
    CorpusRule,
    Correction,
    CueVerb,
    DateValue,
    Decoded,
    Document,
    Draft,
    Entry,
    Exported,
    Exporter,
    Finding,
    Flagged,
    Format,
    Item,
    JsonText,
    LanguagePack,
    LeftOut,
    Location,
    Locations,
    Org,
    Policy,
    Profile,
    RawText,
    Reader,
    ReadError,
    Reading,
    Rendering,
    Report,
    Rule,
    Section,
    Sentence,
    Span,
    Speaker,
    Trace,
    corpus_rule,
    date_in_form,
    decode,
    full_date,
    hookimpl,
    parse_json,
    reader,
    refiner,
    rule,
    state_text_facts,
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
def lines(document: Document, reading: Reading) -> Iterator[Draft | ReadError | LeftOut]:
    """Read each line as an item."""
    decoded = decode(document.read(), document.encoding)
    assert_type(decoded, Decoded)
    for number, line in enumerate(decoded.text.splitlines(), 1):
        if line.strip():
            yield reading.draft(document, line, locator=f"line {number}")
        elif line:
            yield LeftOut("a line of blanks", f"line {number}")
        else:
            yield ReadError("empty", "there is nothing in it", f"line {number}")
            yield ReadError("empty", "there is nothing in it", at=RawText(decoded.text).location(0))


class Lines(Locations):
    """The places of an item that is a stretch of its file."""

    def __init__(self, raw: RawText, start: int) -> None:
        self.raw = raw
        self.start = start

    def of_words(self, span: Span) -> Location | None:
        """Where the words stand."""
        return self.raw.location(self.start + span.start, self.start + span.end)


@reader("stories", "A story, as JSON", version="1.0.0", suffixes=[".story"], media_types=["application/x-story"])
def stories(document: Document, reading: Reading) -> Iterator[Draft]:
    """Read one story."""
    data = document.read()
    raw = JsonText(data, document.encoding)
    draft = reading.draft(
        document,
        raw.text_at("/text") or "",
        media_type="application/x-story",
        normalisation="the value of text",
        record_id="story",
        extra={"kinds": list(SECTION_KINDS), "types": list(ITEM_TYPES)},
        locations=raw.item("", ["/text"], between=" "),
    )
    draft.asserted("author", (Agent("Ana Ruiz"),), "/by")
    day = date_in_form("4 May 2026", "%d %B %Y", "%d.%m.%Y")
    assert_type(day, DateValue | None)
    if day is not None:
        draft.offered("date_published", day, "/day")
        draft.correction("/note", date=day, what=day.shown)
    draft.offered("outlet", VALUES["outlet"]("House"), "/outlet")
    draft.section("news", Span(0, 1))
    draft.extracted("headline", "Mill", Span(0, 4), confidence=0.9, basis="the first word")
    state_text_facts(draft)
    yield draft


@reader("bulletin", "A bulletin", version="1.0.0", suffixes=[".bulletin"], over=["json"])
def bulletin(document: Document, reading: Reading) -> Iterator[Draft]:
    """Read the one item, where its text stands, what was corrected, and what the text gives by its shape."""
    written = JsonText(document.read())
    assert_type(written.value("/text"), Location | None)
    draft = reading.draft(document, str(parse_json(written.raw.text)["text"]))
    draft.section("body", Span(0, len(draft.text)))
    draft.correction(Span(0, 4), date=full_date("14 November 2026", draft.pack))
    assert_type(draft.corrections, tuple[Correction, ...])
    state_text_facts(draft)
    yield draft


@corpus_rule("house/again", "Said again.", since="0.1", collect=lambda item: [Trace("said", item.text)])
def again(corpus: Corpus, *, least: int = 2) -> Iterator[Across]:
    """Nobody can check it."""
    for entry in corpus.entries():
        assert_type(entry, Entry)
        yield Across(entry, Finding("again"))


def looks(item: Item) -> Iterator[str]:
    """Look at what the analysis gives."""
    assert_type(item.analysis.speakers[0], Speaker)
    assert_type(item.analysis.sentences[0], Sentence)
    assert_type(item.record.sections[0], Section)
    for one in item.analysis.attributions:
        yield item.text[one.source[0].start : one.source[0].end]


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
    return [house, lines, stories]


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
