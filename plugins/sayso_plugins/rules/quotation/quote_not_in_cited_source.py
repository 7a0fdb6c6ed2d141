"""The rule quotation/quote-not-in-cited-source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, Severity, Span, rule

if TYPE_CHECKING:
    from sayso import Attribution, EvidenceDocument, Quotation, Quoted
    from sayso_plugins.rules.quotation.cited_documents import Cited, Citing

WORD = Pattern(r"[^\W_][\w’'-]*")
#: What stands between two sentences of a quotation, and words that each has at least.
BETWEEN = Pattern(r"[.!?…][”’\"')]*\s+")
LEAST_APART = 3
#: How sure it is, by what cites the document, that it is the one with the words.
SURE = {"link": 0.95, "title": 0.95, "speaker": 0.85, "outlet": 0.7}
MEETING = {
    "url": "https://council.example/meetings/12",
    "headline": "Minutes of the bridge meeting",
    "text": "MAYOR RUIZ: The bridge is sound, and it will stay open until May.\n\n"
    "MR. BERG: The dam was never safe, not for one day.\n\n"
    "MAYOR RUIZ: I don’t agree – not at all. The engineers looked at it twice, and they found nothing.",
}
STORY = {
    "url": "https://post.example/bridge",
    "headline": "Bridge to stay open",
    "outlet": "The Example Post",
    "text": "The mayor sat by the window. “We will keep the bridge open for as long as it stands,” she told us.",
}
MINUTES = {"links": [{"text": "the council heard", "url": "http://council.example/meetings/12/?utm_source=x#top"}]}


@rule(
    "quotation/quote-not-in-cited-source",
    "Quoted words are not in the document that the item cites for them.",
    since="0.1",
    severity="error",
    certainty="exact",
    confidence=0.9,
    cure="Quote the words as the document has them, cite the one that has them, or take the marks away.",
    policies=[
        Policy("NYT", "Everything between the marks is what somebody said, word for word."),
        Policy("Reuters", "Quotations are not touched; what is left out is marked, and must not change the sense."),
    ],
    examples=[
        Flagged(
            "“The bridge is safe, and it will stay open until May,” Ana Ruiz said, the council heard.",
            at="“The bridge is safe, and it will stay open until May,”",
            item=MINUTES,
            evidence=(MEETING,),
        ),
        Flagged(
            "“We are going to close the dam for good,” said Jo Berg.",
            at="“We are going to close the dam for good,”",
            evidence=(MEETING,),
        ),
        Flagged(
            "“The dam was never safe, not for one day,” Ana Ruiz said.",
            at="“The dam was never safe, not for one day,”",
            evidence=(MEETING,),
        ),
        Flagged(
            "“The engineers looked at it twice,” said Ana Ruiz, as https://post.example/bridge reports.",
            at="“The engineers looked at it twice,”",
            evidence=(STORY, {**MEETING, "text": "The report says: The engineers looked at it twice."}),
        ),
        Flagged(
            "“We will tear the bridge down next week,” Ana Ruiz told The Example Post.",
            at="“We will tear the bridge down next week,”",
            evidence=(STORY,),
            severity=Severity.WARNING,
        ),
        Flagged(
            "“The Bridge is sound, and it will stay open,” Ana Ruiz said.",
            at="“The Bridge is sound, and it will stay open,”",
            evidence=(MEETING,),
            severity=Severity.INFO,
        ),
        Clean("“I don't agree -- not at all,” Ana Ruiz said.", "Other marks.", evidence=(MEETING,)),
        Clean(
            "“[T]he engineers looked at [the dam] twice ... they found nothing,” Ruiz said, the council heard.",
            "What was changed is marked.",
            MINUTES,
            evidence=(MEETING,),
        ),
        Clean(
            "“We will keep the bridge open for as long as it stands,” Ana Ruiz told the Example Post.",
            evidence=(STORY, MEETING),
        ),
        Clean("“We are going to close the dam for good,” said Pia Holm.", "She is not in it.", evidence=(MEETING,)),
        Clean(
            "“We are going to close the dam for good,” Jo Berg told the Harbour Times.",
            "What is cited was not supplied.",
            evidence=(MEETING,),
        ),
        Clean("“We are going to close the dam for good,” said Jo Berg.", "Nothing was supplied."),
    ],
    known_false_alarms="A speaker who said it on an occasion that the item does not tell from the one supplied, "
    "another article of the outlet that is named, and words that only a recording has.",
    languages=(),
)
def quote_not_in_cited_source(item: Item, *, least_words: int = 4) -> Iterator[Finding]:
    """Words that were never said are invented, and words of somebody else are pinned to the wrong one.

    It needs the documents that items cite: `--evidence`, or `evidence` in the configuration. Cited is what a link in
    the sentence leads to, what the attribution names by title or outlet, and a transcript in which the speaker
    speaks; of quotations for which something else is cited nothing is said. Marks, dashes, punctuation and spaces do
    not count, an ellipsis and brackets stand for other words. The option `least_words` is the length of a quotation
    from which it is checked.
    """
    evidence = item.outside.evidence
    if evidence is None or item.analysis.turns:
        return
    # Seldom needed: most runs have no evidence.
    from sayso import quoted
    from sayso_plugins.rules.quotation.cited_documents import Cited

    cited = Cited(item, evidence)
    for quotation in item.analysis.quotations:
        complete = quotation.balanced and not quotation.mixed
        if not complete or not item.analysis.sentence_at(quotation.span.start).is_read:
            continue
        looked = quoted(item.text, *quotation.inner)
        if looked.length < least_words or _is_title(item, quotation):
            continue
        citing = cited.of(quotation)
        if citing:
            yield from _judged(cited, quotation, looked, citing)


def _judged(cited: Cited, quotation: Quotation, looked: Quoted, citing: Sequence[Citing]) -> Iterator[Finding]:
    """What is to be said of a quotation for which documents are cited; nothing where one of them has it."""
    owner = cited.analysis.owner(quotation)
    documents = {one.document.name: one.document for one in citing}
    capitals, others = [], []
    for name, document in {**documents, **cited.documents}.items():
        for found in document.find(looked):
            mine = set(cited.labels(document, owner))
            if not mine.isdisjoint(found.labels) or (name in documents and (not mine or None in found.labels)):
                if found.exact:
                    return
                capitals.append(name)
            else:
                others.append((name, next((label for label in found.labels if label), None)))
    severity = None
    sure = max(SURE[one.by] for one in citing)
    places = [one.place for one in citing if one.place != quotation.span]
    names = " and ".join(map(repr, list(documents)[:2]))
    if capitals:
        message, severity = f"{capitals[0]!r} has these words with other capitals", Severity.INFO
    elif others:
        name, label = others[0]
        whose = f"{label}’s, in {name!r}" if label else f"in {name!r}"
        instead = "" if name in documents else f"not in {names} but "
        message = f"these words are {instead}{whose}: the quotation is misattributed"
    elif apart := _apart(cited, owner, quotation, documents.values()):
        message = f"{apart!r} has each of these sentences, but in another order or with others between them"
    elif differences := _almost(cited, owner, looked, documents.values()):
        message, sure = " and ".join(said for said, _ in differences), SURE["link"]
        places += [place for _, place in differences if place is not None]
    elif not all(document.whole for document in documents.values()):
        return  # the words may be in the rest of it
    else:
        message = f"these words are not in {names}, nor in any other document that was supplied"
        severity = Severity.WARNING if {one.by for one in citing} == {"outlet"} else None
    yield Finding(message, (quotation.span,), (), severity, sure, related=tuple(dict.fromkeys(places)))


def _apart(
    cited: Cited, owner: Attribution | None, quotation: Quotation, documents: Iterable[EvidenceDocument]
) -> str | None:
    """The name of a document that has every sentence of a quotation of several, by the one who is quoted."""
    from sayso import quoted

    text, (start, end) = cited.item.text, quotation.inner
    ends = [start, *(found.end() for found in BETWEEN.finditer(text, start, end)), end]
    pieces = [quoted(text, first, last) for first, last in pairwise(ends)]
    if len(pieces) < 2 or any(piece.length < LEAST_APART for piece in pieces):
        return None
    for document in documents:
        mine = {*cited.labels(document, owner)}
        if all(
            any(not mine or None in found.labels or not mine.isdisjoint(found.labels) for found in document.find(piece))
            for piece in pieces
        ):
            return document.name
    return None


def _almost(
    cited: Cited, owner: Attribution | None, looked: Quoted, documents: Iterable[EvidenceDocument]
) -> list[tuple[str, Span | None]]:
    """The words that differ, where a document has all others, and where they stand in the item."""
    for document in documents:
        near = document.near(looked)
        mine = cited.labels(document, owner)
        if near is not None and (not mine or document.label_at(near.offset) in (*mine, None)):
            here = [one.here for one in near.differences]
            said = [_differs(document.name, one.here and one.here.text, one.there) for one in near.differences]
            return [(words, Span(w.start, w.end) if w else None) for words, w in zip(said, here, strict=True)]
    return []


def _differs(name: str, here: str | None, there: str | None) -> str:
    if here is None:
        return f"{name!r} has {there!r}, which the quotation leaves out"
    if there is None:
        return f"the quotation has {here!r}, which {name!r} does not have"
    return f"{name!r} has {there!r} where the quotation has {here!r}"


def _is_title(item: Item, quotation: Quotation) -> bool:
    """A name, title or inscription: announced as one, or written with capitals throughout."""
    near = item.text[max(0, quotation.span.start - 60) : quotation.span.start].lower()
    if set(WORD.findall(near)[-1:]) & item.pack.title_signs:
        return True
    words = WORD.findall(item.text[slice(*quotation.inner)])
    long = [word for word in words if len(word) > 3]
    return len(words) <= 12 and sum(word[0].isupper() for word in long) > 0.6 * len(long)
