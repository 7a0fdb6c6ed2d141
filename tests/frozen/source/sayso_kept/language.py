"""A language pack."""

from __future__ import annotations

from sayso import CueVerb, LanguagePack, by_first_word

esperanto = LanguagePack(
    code="eo",
    function_words=frozenset("la kaj de en al ke por ne estas pri ili ni li ŝi ĝi sed aŭ per post antaŭ".split()),
    verbs={"diris": CueVerb("diri"), "anoncis": CueVerb("anonci")},
    according=by_first_word([("laŭ",)]),
    roles=frozenset({"ministro", "prezidanto"}),
    organisations=frozenset({"ministerio", "firmao"}),
    determiners=frozenset({"la"}),
    prepositions=frozenset({"de", "en", "al", "por", "pri"}),
    clause_words=frozenset({"ke", "kiu"}),
    auxiliaries=frozenset({"estas", "estis", "estos"}),
)
