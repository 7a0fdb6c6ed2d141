"""Which of the supplied documents an item cites for a quotation: by a link, by name, or by who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sayso import Pattern, Span

if TYPE_CHECKING:
    from sayso import Attribution, Evidence, EvidenceDocument, Item, Quotation, Sentence, Speaker

#: An address in the text itself.
URL = Pattern(r"https?://[^\s<>\"“”«»|\\^`{}\[\]]{3,2000}", needs=("http",))
BEHIND_URL = ".,;:!?'’)*_"
#: Words before the name of the outlet that somebody spoke to, or that printed it.
SPOKE_TO = Pattern(
    r"\b(?:told|interview (?:with|to|in|by|for)|according to|(?:quoted|reported|published|printed|cited) (?:by|in)"
    r"|(?:spoke|speaking|talking|talked|said|wrote|writing) (?:to|in|with|for|on))\s+(?:[Tt]he\s+)?\Z"
)
#: Words of an occasion: what somebody said there need not be in a transcript of another.
OCCASIONS = frozenset(
    """statement interview email e-mail emails tweet tweeted tweets post posted posts letter book memoir diary column
    op-ed podcast message texted blog facebook twitter instagram telegram testimony filing lawsuit memo wrote
    released release""".split()
)
WORD = Pattern(r"[^\W_][\w’'-]*")
#: A sentence with a link and a few words, one of these among them, only points to what was quoted.
POINTS = frozenset(
    """source sources minutes transcript transcripts read full here video recording watch listen see via link more
    interview speech remarks text original document documents report letter statement""".split()
)
FEW_WORDS = 8
#: Shorter titles are words of every day.
LEAST_TITLE = 3


class Citing(NamedTuple):
    """A document that is cited, by ``link``, ``title``, ``outlet`` or ``speaker``, and the words that cite it."""

    document: EvidenceDocument
    by: str
    place: Span


class Cited:
    """What an item cites of the supplied documents, sentence by sentence."""

    def __init__(self, item: Item, evidence: Evidence) -> None:
        self.item = item
        self.analysis = item.analysis
        self.evidence = evidence
        record = item.record
        own = {one.name for url in (record.uri.value, record.retrieval.uri) if url for one in evidence.at(url)}
        own.add(":".join(filter(None, (record.retrieval.path, record.retrieval.locator))))
        language = record.language.value
        #: All documents but the item itself and those in another language, which have no words of it.
        self.documents: dict[str, EvidenceDocument] = {
            one.name: one
            for one in evidence.documents
            if one.name not in own and (language is None or one.language is None or _same(one.language, language))
        }

    def of(self, quotation: Quotation) -> list[Citing]:
        """The documents that are cited for a quotation; none where what is cited was not supplied."""
        first = self.analysis.sentence_at(quotation.span.start)
        last = self.analysis.sentence_at(quotation.span.end - 1)
        here = self.analysis.sentences[first.index : last.index + 1]
        owner = self.analysis.owner(quotation)
        links = [link for sentence in here for link in self._links.get(sentence.index, ())]
        links = links or self._beside(first, last, owner)
        found = [Citing(document, "link", span) for span, url in links for document in self._at(url)]
        found += [one for sentence in here for one in self._named(sentence, quotation)]
        if found or links or owner is None or any(map(self._another_occasion, here)):
            return found
        return [Citing(one, "speaker", quotation.span) for one in self._in_which_speaks(owner)]

    def labels(self, document: EvidenceDocument, owner: Attribution | None) -> tuple[str, ...]:
        """Under which labels of a document the speaker of an attribution speaks; none where several speak at once."""
        speaker = self._speakers.get(owner.speaker or "") if owner is not None else None
        source = self.analysis.source_of(owner) if owner is not None else None
        if speaker is None or (source is not None and source.plural):
            return ()
        return tuple(label for label in document.labels if self._is(label, speaker))

    def _at(self, url: str) -> Iterator[EvidenceDocument]:
        return (one for one in self.evidence.at(url) if one.name in self.documents)

    def _in_which_speaks(self, owner: Attribution) -> list[EvidenceDocument]:
        speaker = self._speakers.get(owner.speaker or "")
        known = (speaker.surface, speaker.name, speaker.role.value) if speaker is not None else ()
        found = {one.name: one for words in known if words for one in self.evidence.speaking(words)}
        return [one for name, one in sorted(found.items()) if name in self.documents and self.labels(one, owner)]

    @cached_property
    def _speakers(self) -> dict[str, Speaker]:
        return {speaker.id: speaker for speaker in self.analysis.speakers}

    @cached_property
    def _links(self) -> dict[int, list[tuple[Span, str]]]:
        """The links of each sentence: those whose words stand in the text once, and addresses in the text."""
        text = self.item.text
        found = [(span, link.target) for link in self.item.record.relations if (span := _only(text, link.evidence))]
        for match in URL.finditer(text):
            url = match.group().rstrip(BEHIND_URL)
            found.append((Span(match.start(), match.start() + len(url)), url))
        links: dict[int, list[tuple[Span, str]]] = {}
        for span, url in sorted(set(found)):
            if url.lower().startswith(("http:", "https:")):
                links.setdefault(self.analysis.sentence_at(span.start).index, []).append((span, url))
        return links

    def _beside(self, first: Sentence, last: Sentence, owner: Attribution | None) -> list[tuple[Span, str]]:
        """The links of the sentence behind, if it only points, or of the one before, if the same one speaks there."""
        behind = self.analysis.sentences[last.index + 1 : last.index + 2]
        if behind and behind[0].paragraph == last.paragraph:
            links = self._links.get(behind[0].index, [])
            words = behind[0].span.of(self.item.text)
            for span, url in links:
                if span.of(self.item.text) == url:
                    words = words.replace(url, " ")
            said = WORD.findall(words.lower())
            if not said or (len(said) <= FEW_WORDS and not POINTS.isdisjoint(said)):
                return links
        before = self.analysis.sentences[first.index - 1] if first.index else None
        if before is None or before.paragraph != first.paragraph or owner is None or owner.speaker is None:
            return []
        same = any(one.speaker == owner.speaker for one in self.analysis.attributions_in(before))
        return self._links.get(before.index, []) if same else []

    def _named(self, sentence: Sentence, quotation: Quotation) -> Iterator[Citing]:
        """The documents whose title stands in a sentence, or whose outlet somebody speaks to or through there."""
        span = sentence.span
        low = span.of(self.item.text).casefold()
        for title, documents in self.evidence.titles.items():
            at = low.find(title) if len(title.split()) >= LEAST_TITLE and len(low) == len(span) else -1
            place = Span(span.start + at, span.start + at + len(title)) if at >= 0 else None
            if place is not None and not quotation.span.contains(place):
                yield from (Citing(one, "title", place) for one in documents if one.name in self.documents)
        own = self.item.record.outlet.value
        for outlet, documents in self.evidence.outlets.items():
            # What somebody told the outlet of the item itself need not be in another item of it.
            mine = own is not None and own.name.removeprefix("The ") == outlet
            place = None if mine else self._outlet(sentence, outlet)
            if place is not None:
                yield from (Citing(one, "outlet", place) for one in documents if one.name in self.documents)

    def _outlet(self, sentence: Sentence, name: str) -> Span | None:
        text = self.item.text
        at = text.find(name, sentence.span.start, sentence.span.end)
        while at >= 0:
            place = Span(at, at + len(name))
            around = text[at - 1 : at], text[place.end : place.end + 1]
            if not any(map(str.isalnum, around)) and self._speaks_through(sentence, place):
                return place
            at = text.find(name, place.end, sentence.span.end)
        return None

    def _speaks_through(self, sentence: Sentence, place: Span) -> bool:
        if self.analysis.in_quotation(place):
            return False
        if SPOKE_TO.search(self.item.text, max(sentence.span.start, place.start - 60), place.start):
            return True
        for one in self.analysis.attributions_in(sentence):
            source = self.analysis.source_of(one)
            if one.addressee is not None and one.addressee.contains(place):
                return True
            if source is not None and source.kind != "person" and source.span.contains(place):
                return True
        return False

    def _another_occasion(self, sentence: Sentence) -> bool:
        """Whether a sentence says that the words are from elsewhere: a letter, an interview, another outlet."""
        pack = self.item.pack
        for element in self.analysis.narration(sentence):
            if element.kind == "word" and element.low in OCCASIONS:
                return True
        for one in self.analysis.attributions_in(sentence):
            source = self.analysis.source_of(one)
            if source is not None and source.kind in ("media", "document"):
                return True
            words = one.addressee.of(self.item.text).split() if one.addressee is not None else []
            if words and words[-1][0].isupper() and words[-1].lower() in pack.outlet_words:
                return True
        return False

    def _is(self, label: str, speaker: Speaker) -> bool:
        """Whether a label of a transcript means a speaker: the same surname or the same role."""
        if speaker.kind == "person" and _alike(self._name(label), self._name(speaker.name or "")):
            return True
        known = (speaker.surface, speaker.name, speaker.role.value)
        return self._bare(label) in [self._bare(words) for words in known if words]

    def _name(self, words: str) -> list[str]:
        """The words of a name, without titles and roles."""
        pack = self.item.pack
        found = words.lower().replace(".", " ").replace("'", "’").split()
        return [word for word in found if word not in pack.titles and word not in pack.roles]

    def _bare(self, words: str) -> tuple[str, ...]:
        return tuple(word for word in words.lower().split() if word not in self.item.pack.determiners)


def _same(language: str, other: str) -> bool:
    return language.lower().replace("_", "-").partition("-")[0] == other.lower().replace("_", "-").partition("-")[0]


def _alike(one: list[str], other: list[str]) -> bool:
    """Whether two names may be one person's; an initial stands for a first name."""
    if not one or not other or one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1 or one[0] == other[0]:
        return True
    return 1 in (len(one[0]), len(other[0])) and one[0][0] == other[0][0]


def _only(text: str, words: str | None) -> Span | None:
    """Where the words of a link stand, if they do so once: of several places, nobody knows which one is meant."""
    if not words or not words.strip():
        return None
    words = words.strip()
    at = text.find(words)
    return Span(at, at + len(words)) if at >= 0 and text.find(words, at + 1) < 0 else None
