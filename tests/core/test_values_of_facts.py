"""What a draft takes for the value of a fact: what is none is refused, or offered and said to be none."""

from __future__ import annotations

import pytest

from sayso import (
    AGENT_KINDS,
    ITEM_TYPES,
    NOTE_KINDS,
    ORG_KINDS,
    PRECISIONS,
    SECTION_KINDS,
    Agent,
    Config,
    ConfigError,
    DateValue,
    Document,
    Engine,
    InfoSource,
    Note,
    Org,
    Span,
    evolve,
    reader,
    record_from_json,
    record_to_json,
)
from sayso.config.settings import from_mapping
from sayso.testing import check_reader, engine_with

TEXT = "The mill closed on 4 May."
NONE = [
    (
        "date_published",
        DateValue("04/05/2026", "day", "04/05/2026"),
        "of precision day as 2026-05-04, not '04/05/2026'",
    ),
    ("date_published", DateValue("yesterday", "day", "yesterday"), "not 'yesterday'"),
    ("date_published", DateValue("2026-02-30", "day", "x"), "not '2026-02-30'"),
    ("date_published", DateValue("20260504", "day", "x"), "not '20260504'"),
    ("date_published", DateValue("2026-05-04", "second", "x"), "of precision second as 2026-05-04T08:30:15"),
    ("date_modified", DateValue("2026-11-14T07:40", "minute", "x"), "of precision minute as 2026-05-04T08:30:00"),
    ("date_modified", DateValue("2026-11-14T07:40:00", "hour", "x"), "precision is one of year, month"),
    ("dateline_date", DateValue("2026-13", "month", "x"), "of precision month"),
    ("dateline_date", DateValue("26", "year", "x"), "of precision year as 2026"),
    ("dateline_date", DateValue("2026", "year", ""), "whose raw is the words"),
    ("headline", "", "holds words, not ''"),
    ("headline", " \n", "say looked"),
    ("language", "", "holds words"),
    ("dateline_place", " ", "holds words"),
    ("author", (), "at least one Agent, not ()"),
    ("author", (Agent(" "),), "Agents with names"),
    ("author", (Agent("Jo Berg", "human"),), "Agents whose kind is one of person, organization, not 'human'"),
    ("item_type", "bulletin", "holds one of article"),
    ("item_type", "press release", "is 'press_release' meant?"),
    ("outlet", Org(""), "an Org with a name"),
    ("outlet", Org("Harbour Post", kind="think tank"), "is 'think_tank' meant?"),
    ("uri", "no address", "an address with its scheme"),
    ("uri", "www.example.org/mill", "an address with its scheme"),
    ("uri", "https://example.org/a b", "without blanks"),
    ("independence", Note("selfstatement", "x"), "is 'self_statement' meant?"),
    ("independence", Note("ownership"), "with a text or an href"),
    ("info_sources", InfoSource(""), "an InfoSource with a name"),
    ("headline", None, "of type str, not None"),
]
SOME = [
    ("date_published", DateValue("2026-05-04", "day", "4 May 2026")),
    ("date_published", DateValue("2026-11-14T07:40:00", "minute", "14 NOV 26, 07h40")),
    ("date_published", DateValue("2026-11-14T07:40:00+01:00", "minute", "x", "+01:00")),
    ("date_published", DateValue("2026-11-14T07:40:09.25Z", "second", "x", "Z")),
    ("uri", "https://example.org/Mühle?a=b"),
    ("uri", "tag:example.org,2026:mill"),
    ("uri", "urn:x:y"),
    *(("item_type", one) for one in ITEM_TYPES),
    *(("outlet", Org("Harbour Post", kind=one)) for one in ORG_KINDS),
    *(("author", (Agent("Jo Berg", one),)) for one in AGENT_KINDS),
    *(("independence", Note(one, "x")) for one in NOTE_KINDS),
]


def made(change, samples=(b"x",)):
    """The one entry that comes of a reader whose draft is changed."""

    @reader("odd", "Odd", version="1", suffixes=[".odd"])
    def odd(document, reading):
        draft = reading.draft(document, TEXT, locator="item 7")
        change(draft)
        yield draft

    return odd


def answer(change):
    """What the engine makes of it."""
    (one,) = engine_with(made(change), bundled=["languages"]).normalize_many(Document.from_bytes(b"x", path="a.odd"))
    return one


@pytest.mark.parametrize(("name", "value", "said"), NONE)
def test_a_value_that_is_none_is_refused_by_its_fact(name, value, said):
    """However it is stated, the message names the fact, the reader and what is expected; the item is named too."""
    for state in (
        lambda d: d.asserted(name, value, "/x"),
        lambda d: d.extracted(name, value, Span(0, 3), confidence=0.9),
        lambda d: d.inferred(name, value, basis="b", confidence=0.9),
    ):
        failure = answer(state)
        assert failure.error == "reader-crash"
        assert failure.locator == "item 7"
        assert failure.message.startswith(f"its reader odd is wrong: the fact {name} holds ")
        assert said in failure.message
    with pytest.raises(AssertionError, match=name):
        check_reader(made(lambda d: d.asserted(name, value, "/x")), [b"x"])


@pytest.mark.parametrize(
    ("name", "value", "said"), [one for one in NONE if one[0] != "language" and one[1] is not None]
)
def test_what_is_offered_and_is_none_is_missing(name, value, said):
    """The record says what stood there, so that a value from outside needs no try."""
    record = answer(lambda d: d.offered(name, value, "/x"))
    fact = dict(record.facts()).get(f"/{name}") or getattr(record, name)[0]
    assert not fact.known
    assert said in fact.looked_in[0]
    assert fact.looked_in[0].startswith("/x: it holds ")


@pytest.mark.parametrize(("name", "value"), SOME)
def test_a_value_that_is_one_is_taken(name, value):
    """Stated or offered."""
    for state in (lambda d: d.asserted(name, value, "/x"), lambda d: d.offered(name, value, "/x")):
        record = answer(state)
        fact = dict(record.facts()).get(f"/{name}") or getattr(record, name)[0]
        assert fact.value == value


@pytest.mark.parametrize("kind", ["ad", "nonsense", "", None, "boilerplate.", "boilerplate.A b"])
def test_a_section_has_a_kind_that_is_one(kind):
    """The record's schema has no other."""
    failure = answer(lambda d: d.section(kind, Span(0, 3)))
    assert failure.error == "reader-crash"
    assert "the kind of a section is one of news, comment" in failure.message


@pytest.mark.parametrize("kind", [*SECTION_KINDS, "boilerplate", "boilerplate.legal"])
def test_every_kind_of_section_is_taken(kind):
    """And comes out as it was stated."""
    (section,) = answer(lambda d: d.section(kind, Span(0, 3))).sections
    assert section.kind == kind


@pytest.mark.parametrize(("name", "value", "said"), [one for one in NONE if one[1] is not None])
def test_a_record_that_is_supplied_holds_values_too(name, value, said):
    """A record that came whole is held to the same, and the place in it is named."""
    record = answer(lambda d: None)
    fact = answer(lambda d: d.asserted("headline", "x", "/x")).headline
    fact = evolve(fact, value=value)
    record = evolve(record, **{name: (fact,) if name in ("independence", "info_sources") else fact})
    failure = answer(lambda d: d.supply(record))
    assert failure.error == "reader-crash"
    assert f"/{name}" in failure.message
    assert said in failure.message


def test_a_record_of_a_user_is_the_users():
    """What a file holds is no mistake of its reader: the failure is the record's."""
    plain = record_to_json(answer(lambda d: d.asserted("headline", "x", "/x")))
    assert record_from_json(plain)
    plain["headline"]["value"] = ""
    (failure,) = Engine().check(plain).failures
    assert failure.error == "record"
    assert "/headline: the fact headline holds words" in failure.message


def test_a_fact_without_a_tuple_is_the_readers_mistake():
    """Reader and item are named, as for any other mistake in its code."""
    failure = answer(lambda d: d.asserted("author", Agent("Jo Berg"), "/a"))
    assert (failure.error, failure.locator) == ("reader-crash", "item 7")
    assert failure.message.startswith(
        "its reader odd is wrong: the fact author holds a value of type tuple of Agent, not Agent("
    )
    failure = answer(lambda d: d.looked("url", "/url"))
    assert failure.message.startswith("its reader odd is wrong: a record has no fact 'url'; it has language, ")
    failure = answer(lambda d: d.extra.update(a={1}))
    assert failure.message.startswith("its reader odd is wrong: extra holds what JSON cannot")


@pytest.mark.parametrize(
    ("given", "value"),
    [("think tank", "think_tank"), ("Think-Tank", "think_tank"), ("thinktank", "think_tank"), ("weekly zine", "other")],
)
def test_a_plain_items_kind_of_outlet_is_one_of_the_records(given, value):
    """By a common word, else `other`, so that no spelling hides an outlet from the rules."""
    record = Engine().normalize({"text": TEXT, "outlet": {"name": "Institute", "kind": given}})
    assert record.outlet.value.kind == value


@pytest.mark.parametrize(
    ("item", "name", "said"),
    [
        ({"url": "mill.html"}, "uri", "/url: it holds an address with its scheme"),
        ({"headline": "  "}, "headline", "metadata: /headline is empty"),
        ({"outlet": " "}, "outlet", "metadata: /outlet is empty"),
        ({"outlet": {"name": ""}}, "outlet", "/outlet: it holds an Org with a name"),
    ],
)
def test_a_plain_items_value_that_is_none_is_missing(item, name, said):
    """The item is read all the same, and the record says what stood there."""
    fact = getattr(Engine().normalize({"text": TEXT, **item}), name)
    assert not fact.known
    assert any(said in place for place in fact.looked_in)


def test_the_operators_facts_are_values_too():
    """What the configuration sets for a path is refused where it is read."""
    with pytest.raises(ConfigError, match=r"paths\[0\].facts.headline: the fact holds words"):
        from_mapping({"paths": [{"match": "**", "facts": {"headline": " "}}]}, "sayso.toml", "/", "")
    assert isinstance(Config(), Config)


def test_precisions_are_those_that_dates_are_checked_by():
    """Each has a form."""
    forms = {"year": "2026", "month": "2026-05", "day": "2026-05-04"}
    for one in PRECISIONS:
        value = DateValue(forms.get(one, "2026-05-04T08:30:00"), one, "x")
        assert answer(lambda d, value=value: d.asserted("date_published", value, "/x")).date_published.value == value


@pytest.mark.parametrize("sure", [(0.6, 0.95), (0.95, 0.6)])
def test_what_is_found_twice_in_one_place_is_one_fact(sure):
    """The surer of the two counts, whichever comes first, and stands beside itself as no alternative."""

    def change(draft):
        for confidence in sure:
            draft.extracted("headline", "The mill", Span(0, 8), confidence=confidence)

    record = answer(change)
    assert (record.headline.value, record.headline.confidence, record.headline.alternatives) == ("The mill", 0.95, ())


def test_what_is_found_in_two_places_is_an_alternative():
    """The same words elsewhere are evidence too, and are kept."""

    def change(draft):
        draft.extracted("headline", "The mill", Span(0, 8), confidence=0.9)
        draft.asserted("headline", "The mill", "/title")

    (other,) = answer(change).headline.alternatives
    assert other.selectors[0].span == Span(0, 8)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda d: d.extracted("headline", "x", Span(0, 3), confidence=9),
            "a confidence is a number from 0 to 1, not 9",
        ),
        (lambda d: d.inferred("headline", "x", basis="b", confidence="high"), "from 0 to 1, not 'high'"),
        (lambda d: d.asserted("headline", "x", ""), "is asserted at a place such as /outlet or line 3, not at ''"),
    ],
)
def test_evidence_that_is_none_is_refused_by_its_fact(change, said):
    """The message names the fact, and the failure the item."""
    failure = answer(change)
    assert (failure.error, failure.locator) == ("reader-crash", "item 7")
    assert failure.message.startswith("its reader odd is wrong: the fact headline")
    assert said in failure.message
