"""In which language a text is, by the words that every text of it has."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress
from operator import itemgetter

from sayso.analysis.language import LanguagePack
from sayso.readers.draft import Draft

#: Code points of a text that may have few function words by chance.
SHORT = 160
#: Of how many words and marks of the beginning of a text.
SAMPLE = 330


def state_language(draft: Draft, languages: Mapping[str, LanguagePack]) -> None:
    """Infer the language of a draft that has none from its function words, or say that they were looked for."""
    if draft.states("language"):
        return
    sample = draft.layout.tokens.lows[:SAMPLE]
    words = [*compress(sample, map(str.isalpha, map(itemgetter(0), sample)))]
    short = len(draft.text) <= SHORT
    shares = {code: pack.share(words) for code, pack in languages.items()}
    likely = [code for code, share in shares.items() if share >= languages[code].least_shares[short]]
    if likely:
        # Of equals the first counts: "a" is a word of many languages.
        code = max(likely, key=shares.__getitem__)
        share = shares[code]
        # Half of an English text are function words at most; at that share nothing else comes close.
        confidence = round(min(0.99, 0.5 + share * 1.25), 2)
        draft.inferred("language", code, basis=f"{share:.0%} of its words are function words", confidence=confidence)
    else:
        draft.looked("language", "function words of: " + ", ".join(languages))
