"""Coarse classes of the elements of a sentence, for the learned part of the analysis."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from sayso.analysis.elements import MARK, QUOTE, TIME, Element
from sayso.analysis.language import LanguagePack
from sayso.analysis.phrases import bare
from sayso.analysis.templates import mixed

NAMES = (
    "edge quote time comma semicolon colon dash open close stop mark pronoun plural speech strict belief attitude "
    "evidence quoting cue auxiliary determiner preposition subordinator conjunction that role title organisation "
    "document media collective anonymous name number adverb ing ed to plain"
).split()
CLASS = {name: number for number, name in enumerate(NAMES)}
MARKS = {",": "comma", ";": "semicolon", ":": "colon", "(": "open", ")": "close", "[": "open", "]": "close"}
MARKS |= dict.fromkeys("–—-", "dash") | dict.fromkeys(".!?…", "stop")
#: A capital inside a sentence makes a name of these.
NAMEABLE = frozenset(CLASS[name] for name in ("plain", "ing", "ed", "adverb", "number", "strict", "cue"))
LARGEST_CACHE = 50_000


class WordClasses:
    """What words are to the fields, each looked up in the lists of a language once."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self._known: dict[str, tuple[int, int]] = {}
        self._stems: dict[str, int] = {}

    def stem(self, low: str) -> int:
        """The number of a verb's dictionary form, or of a word without the ending that its forms differ in."""
        found = self._stems.get(low)
        if found is None:
            if len(self._stems) > LARGEST_CACHE:
                self._stems.clear()
            verb = self.pack.verbs.get(low)
            found = self._stems[low] = self.word(verb.lemma if verb else stem(low))
        return found

    def of(self, elements: Sequence[Element]) -> tuple[list[int], list[int]]:
        """The class of each element, and its word as templates mix first values."""
        classes, words = [], []
        known = self._known
        if len(known) > LARGEST_CACHE:
            known.clear()
        for i, el in enumerate(elements):
            if el.kind == QUOTE or el.kind == TIME:
                classes.append(CLASS[el.kind])
                words.append(mixed(CLASS[el.kind]))
                continue
            entry = known.get(el.low)
            if entry is None:
                entry = known[el.low] = self._look_up(el)
            number = entry[0]
            if i and number in NAMEABLE and el.text[0].isupper():
                number = CLASS["name"]
            classes.append(number)
            words.append(entry[1])
        return classes, words

    @staticmethod
    def word(low: str) -> int:
        """The number of a lower-case word."""
        return crc32(low.encode())

    def _look_up(self, el: Element) -> tuple[int, int]:
        low = el.low
        if el.kind == MARK:
            return CLASS[MARKS.get(low, "mark")], mixed(self.word(low))
        return CLASS[self._name(low)], mixed(self.word(low))

    def _name(self, low: str) -> str:
        pack = self.pack
        if low == "that":
            return "that"
        if low == "to":
            return "to"
        for name, words in (
            ("pronoun", pack.singular_pronouns),
            ("plural", pack.plural_pronouns),
            ("auxiliary", pack.auxiliaries),
            ("determiner", pack.determiners),
            ("subordinator", pack.subordinators),
            ("preposition", pack.prepositions),
            ("conjunction", pack.clause_words),
        ):
            if low in words:
                return name
        verb = pack.verbs.get(low)
        if verb is not None:
            return "strict" if verb.strict and verb.kind == "speech" else verb.kind
        if low in pack.cue_words:
            return "cue"
        noun = bare(low)
        for name, words in (
            ("title", pack.titles),
            ("anonymous", pack.anonymous),
            ("media", pack.media),
            ("document", pack.documents),
            ("collective", pack.collectives),
            ("role", pack.roles),
            ("organisation", pack.organisations),
            ("adverb", pack.adverbs),
        ):
            if noun in words:
                return name
        if low[0].isdigit():
            return "number"
        kind = pack.kind_of(noun)
        if kind is not None:
            return "collective" if kind == "unnamed_collective" else "role"
        if pack.adverb_ending and low.endswith(pack.adverb_ending) and len(low) > 4:
            return "adverb"
        if low.endswith("ing"):
            return "ing"
        return "ed" if low.endswith("ed") else "plain"


def stem(low: str) -> str:
    """A lower-case word without the ending that its forms differ in."""
    for ending in ("ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) > 2:
            low = low.removesuffix(ending)
            break
    return low[:-1] if len(low) > 3 and (low[-1] == "e" or low[-1] == low[-2]) else low
