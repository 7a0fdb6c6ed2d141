"""Names, dates and JSON as pages write them."""

from __future__ import annotations

import pytest

from sayso_plugins.readers.html.dates import find_date, read_date
from sayso_plugins.readers.html.lenient_json import load
from sayso_plugins.readers.html.names import agents_in


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Ruiz", ["Ana Ruiz"]),
        ("By Ana Ruiz and Karl Roth, Staff Writers", ["Ana Ruiz", "Karl Roth"]),
        ("Von Hanna Deich, Emden", ["Hanna Deich"]),
        ("Ana Ruiz, The Larkmoor Herald", ["Ana Ruiz"]),
        ("Ana Ruiz (@anaruiz)", ["Ana Ruiz"]),
        ("ana@larkmoorherald.example", []),
        ("https://example.org/ana", []),
        ("Posted in Markets by ana on 3 May 2026", ["ana"]),
        ("Marco Rossi e Elena Bianchi", ["Marco Rossi", "Elena Bianchi"]),
        ("Maria de la Cruz y José Pérez", ["Maria de la Cruz", "José Pérez"]),
        ("par Luc Petit, envoyé spécial à Vandstad", ["Luc Petit"]),
        ("Text: Anna Blau, Fotos: Karl Rot", ["Anna Blau"]),
        ("Ana Ruiz | May 4, 2026", ["Ana Ruiz"]),
        ("May 4, 2026 at 6:08 PM ET by Ana Ruiz", ["Ana Ruiz"]),
        ("By Ana Ruiz Updated Jan. 5, 2026 10:31 am ET", ["Ana Ruiz"]),
        ("Ana Ruiz · 5 min read", ["Ana Ruiz"]),
        ("Von Max Muster, dpa", ["Max Muster"]),
        ("Larkmoor Herald", ["Larkmoor Herald"]),
        ("14. Februar 2026", []),
    ],
)
def test_names_in_bylines(line: str, names: list[str]) -> None:
    """Prepositions, roles, places, outlets, handles, addresses, pictures and dates are no authors."""
    found = agents_in(line, ["Larkmoor Herald", "The Larkmoor Herald"], shown=True)
    if line.startswith("Posted in"):
        found = agents_in(line.partition(" by ")[2], shown=True)
    assert [agent.name for agent in found] == names


@pytest.mark.parametrize(
    ("raw", "language", "value", "zone"),
    [
        ("2026-04-30T15:10:10+0200", "", "2026-04-30T15:10:10+02:00", "+02:00"),
        ("2026-04-30T15:10:10Z", "", "2026-04-30T15:10:10+00:00", "Z"),
        ("2026-04-30 15:10", "", "2026-04-30T15:10:00", None),
        ("Thu, 30 Apr 2026 15:10:10 GMT", "", "2026-04-30T15:10:10+00:00", "+00:00"),
        ("Thu Apr 30 2026 15:10:10 GMT+0200 (CEST)", "", "2026-04-30T15:10:10+02:00", "+02:00"),
        ("1777561810", "", "2026-04-30T15:10:10+00:00", "+00:00"),
        ("20260430", "", "2026-04-30", None),
        ("03/04/2026", "en-us", "2026-03-04", None),
        ("03/04/2026", "fr", "2026-04-03", None),
        ("30. April 2026, 18:20 Uhr", "de", "2026-04-30T18:20:00", None),
        ("1er avril 2026 à 14h35", "fr", "2026-04-01T14:35:00", None),
        ("2 de mayo de 2026, 10:31 h", "es", "2026-05-02T10:31:00", None),
        ("April 30, 2026 at 6:08 PM ET", "en", "2026-04-30T18:08:00", None),
        ("April 30, 2026 6:08 p.m. EDT", "en", "2026-04-30T18:08:00-04:00", "-04:00"),
        ("2026年4月30日 10:20", "ja", "2026-04-30T10:20:00", None),
    ],
)
def test_dates_as_pages_write_them(raw: str, language: str, value: str, zone: str | None) -> None:
    """A date is read with its time, and with its zone where one offset is meant."""
    found = read_date(raw, language)
    assert found is not None
    assert (found.value, found.zone, found.raw) == (value, zone, raw)


@pytest.mark.parametrize(
    "raw", ["03/04/2026", "soon", "31.02.2026", "2026-13-01", "April 2026", "yesterday", "0/0/2026"]
)
def test_what_is_no_whole_date_is_none(raw: str) -> None:
    """Day and month are not guessed, and no day is made up."""
    assert find_date(raw, "en") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, 2,],}', {"a": [1, 2]}),
        ('<!-- {"a": "b"} -->', {"a": "b"}),
        ('{"a": "one\ntwo"}', {"a": "one\ntwo"}),
        ('{"a": "She said "no", and left"}', {"a": 'She said "no", and left'}),
        ('{"a": "She said "no", then left"}', {"a": 'She said "no", then left'}),
        ('{"a": 1} {"a": 2}', [{"a": 1}, {"a": 2}]),
        ('{"a": "x" "b": "y"}', {"a": "x", "b": "y"}),
        ("{'a': 'x', b: true}", {"a": "x", "b": True}),
        ('{"a": "it\\\'s"}', {"a": "it's"}),
        ('{"a": {"b": "cut off', {"a": {"b": "cut off"}}),
        ("{&quot;a&quot;: &quot;b&quot;}", {"a": "b"}),
        ('var data = {"a": 1};', {"a": 1}),
        ('/* c */ {"a": /* c */ 1} // c', {"a": 1}),
    ],
)
def test_broken_json_is_repaired(text: str, value: object) -> None:
    """What templates get wrong is read as it was meant."""
    assert load(text) == value
