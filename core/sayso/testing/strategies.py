"""Hypothesis strategies for texts, spans, facts, records, documents, plain items, and items with attributions.

Every record that :func:`records` makes is one that a reader could have made: hashes are right, selectors lead
back to their words, and each fact has the evidence that its status needs.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from sayso.engine import Engine
from sayso.readers.document import Document
from sayso.records.fact import ConfigRef, Fact, PluginRef
from sayso.records.parts import Activity, Attribution, Link, Relation, Section
from sayso.records.record import ITEM_TYPES, Content, Record, Retrieval
from sayso.records.values import Agent, DateValue, InfoSource, Note, Org
from sayso.records.voices import Speaker
from sayso.rules.item import Item
from sayso.text.selectors import TextSelector
from sayso.text.span import Span

T = TypeVar("T")

#: Any text that can be written as UTF-8, without NUL, which no text holds.
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")


def texts(min_size: int = 1) -> st.SearchStrategy[str]:
    """Texts with at least one character that is not white space."""
    words = st.sampled_from(["Ana Ruiz said ", "“We won,” ", "the mill ", "\n\n", "’", '"', "…", "🙂", "é", "e\u0301"])
    pieces = st.one_of(words, st.text(CHARACTERS, max_size=12))
    return (
        st.lists(pieces, min_size=1, max_size=12).map("".join).filter(lambda t: len(t) >= min_size and t.strip() != "")
    )


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Spans of a text."""
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def spans_in_text(draw: st.DrawFn) -> tuple[str, Span]:
    """A text, and a span of it."""
    text = draw(texts())
    return text, draw(spans(text))


def plugins() -> st.SearchStrategy[PluginRef]:
    """References to plugins."""
    return st.builds(PluginRef, st.sampled_from(["plaintext", "json", "acme"]), st.just("1.0.0"))


@st.composite
def facts(draw: st.DrawFn, values: st.SearchStrategy[T], text: str, *, alternatives: bool = True) -> Fact[T]:
    """Facts of every status, whose selectors lead back to `text`."""
    plugin, value = draw(plugins()), draw(values)
    at = draw(st.sampled_from([None, "2026-05-04T08:30:00+02:00"]))
    confidence = draw(st.floats(0, 1))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    found = draw(st.lists(spans(text), min_size=1, max_size=3))
    selectors = tuple(TextSelector.for_span(span, text) for span in found)
    ref = ConfigRef("sayso.toml", "paths[0].facts.outlet", draw(st.sampled_from(["default", "override"])), "desk")
    made: Fact[T] = draw(
        st.sampled_from(
            [
                Fact.asserted(value, plugin, pointer="/outlet", at=at),
                Fact.extracted(value, plugin, selectors=selectors, content_sha256=sha256, confidence=confidence, at=at),
                Fact.inferred(value, plugin, basis="the shape of the text", confidence=confidence, at=at),
                Fact.configured(value, plugin, ref=ref, at=at),
                Fact.missing(plugin, looked_in=("metadata: none supplied", "text"), at=at),
            ]
        )
    )
    if alternatives and draw(st.booleans()):
        return made.with_alternatives((draw(facts(values, text, alternatives=False)),))
    return made


WORDS = st.text(CHARACTERS, min_size=1, max_size=20)
AGENTS = st.lists(st.builds(Agent, WORDS, st.sampled_from(["person", "organization"])), max_size=2).map(tuple)
DATES = st.dates().map(lambda day: DateValue(day.isoformat(), "day", day.isoformat()))
NOTES = st.builds(Note, st.sampled_from(["self_statement", "ownership", "sponsor"]), WORDS)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Records, with sections, speakers and attributions in their text."""
    text = draw(texts())
    sha256 = hashlib.sha256(text.encode()).hexdigest()

    def fact(values: st.SearchStrategy[Any]) -> Any:
        return draw(facts(values, text))

    where = draw(spans(text))
    section = Section("sec1", draw(st.sampled_from(["news", "comment", "boilerplate.about"])), where, fact(AGENTS))
    speaker = Speaker("sp1", where.of(text), "person", True, fact(WORDS), (where,), draw(WORDS))
    attribution = Attribution(
        id="a1",
        mode=draw(st.sampled_from(["direct", "indirect", "mixed", "hedge", "collective"])),
        cue_lemma="say",
        cue_class="reporting",
        source=(where,),
        cue=(draw(spans(text)),),
        content=tuple(draw(st.lists(spans(text), max_size=2))),
        chain=(Link("author", "writes", "author", False), Link("sp1", "say", "person", True)),
        speaker="sp1",
        confidence=draw(st.floats(0, 1)),
    )
    return Record(
        id=f"urn:sayso:sha256:{sha256}",
        content=Content(text, "text/plain", sha256, len(text), "none"),
        retrieval=Retrieval("plaintext 1.0.0", path=draw(st.sampled_from([None, "a.txt"]))),
        language=fact(st.sampled_from(["en", "fr", "und"])),
        item_type=fact(st.sampled_from(ITEM_TYPES)),
        headline=fact(WORDS),
        uri=fact(WORDS),
        outlet=fact(st.builds(Org, WORDS, kind=st.sampled_from([None, "newspaper", "think_tank"]))),
        author=fact(AGENTS),
        date_published=fact(DATES),
        date_modified=fact(DATES),
        dateline_date=fact(DATES),
        dateline_place=fact(WORDS),
        independence=(fact(NOTES),),
        info_sources=(fact(st.builds(InfoSource, WORDS)),),
        sections=(section,),
        speakers=(speaker,),
        attributions=(attribution,),
        relations=(Relation("cites", draw(WORDS), "here"),),
        activities=(Activity("plaintext 1.0.0", (sha256,), (sha256,)),),
        extra=draw(st.dictionaries(WORDS, st.one_of(st.integers(), WORDS, st.none()), max_size=2)),
    )


@st.composite
def plain_items(draw: st.DrawFn, text: st.SearchStrategy[str] | None = None) -> dict[str, Any]:
    """Plain JSON items, that any of the keys may be absent from, and that can be read."""
    keys = {
        "headline": WORDS,
        "outlet": st.one_of(WORDS, st.fixed_dictionaries({"name": WORDS}, optional={"owner": WORDS})),
        "authors": st.lists(WORDS, min_size=1, max_size=2),
        "date_published": st.dates().map(lambda day: day.isoformat()),
        "language": st.sampled_from(["en", "es", "und"]),
        "item_type": st.sampled_from(ITEM_TYPES),
        "extra": st.dictionaries(WORDS, st.one_of(st.integers(-9, 9), WORDS), max_size=2),
    }
    made: dict[str, Any] = draw(st.fixed_dictionaries({"text": texts() if text is None else text}, optional=keys))
    return {key: value for key, value in made.items() if not isinstance(value, str) or value.strip()}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents in memory: plain texts in several encodings, plain items as JSON, a line each, or as they are."""
    kind = draw(st.sampled_from(["text", "json", "jsonl", "item"]))
    if kind == "text":
        encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
        return Document.from_bytes(draw(texts()).encode(encoding), path="made.txt")
    if kind == "item":
        return Document.from_item(draw(plain_items()))
    if kind == "json":
        return Document.from_bytes(json.dumps(draw(plain_items())).encode(), path="made.json")
    lines = draw(st.lists(plain_items(), min_size=1, max_size=3))
    return Document.from_bytes("".join(json.dumps(one) + "\n" for one in lines).encode(), path="made.jsonl")


NAMES = ("Ana Ruiz", "Jo Berg", "Per Aasen", "Lea Norlund", "the harbour office", "the transport ministry")
CONTENTS = ("the mill will close", "forty jobs will go", "the bridge is safe", "the ferry sails again next week")


@st.composite
def attributed_texts(draw: st.DrawFn) -> tuple[str, tuple[tuple[str, str], ...]]:
    """English texts of sentences that attribute, with source and cue of each, in their order."""
    sentences, pairs = [], []
    for _ in range(draw(st.integers(1, 4))):
        source, content = draw(st.sampled_from(NAMES)), draw(st.sampled_from(CONTENTS))
        cue = draw(st.sampled_from(["said", "announced", "warned"]))
        begun = content[0].upper() + content[1:]
        form = draw(
            st.sampled_from(["{begun}, {source} {cue}.", "{named} {cue} that {content}.", "“{begun},” {source} {cue}."])
        )
        named = source[0].upper() + source[1:]
        sentences.append(form.format(begun=begun, content=content, source=source, named=named, cue=cue))
        pairs.append((named if "{named}" in form else source, cue))
    return draw(st.sampled_from([" ", "\n\n"])).join(sentences), tuple(pairs)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """Items as rules see them, with at least one attribution."""
    text, _ = draw(attributed_texts())
    made = draw(plain_items(st.just(text)))
    (item,) = _engine().items({**made, "language": "en"})
    assert isinstance(item, Item), item  # noqa: S101 - a plain item can be read
    return item


@cache
def _engine() -> Engine:
    from sayso.testing.engines import engine_with

    return engine_with(bundled=("readers", "languages"))
