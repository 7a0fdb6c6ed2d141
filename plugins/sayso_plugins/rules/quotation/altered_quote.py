"""The rule quotation/altered-quote."""

import re
from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Quotation, Span, rule

#: Words in brackets, but neither the number of a note nor the words of a link; *sic*; and words left out.
MARK = Pattern(
    r"\[[^\[\]\n]{1,200}\](?![(\[])|\(sic\)|\.(?: ?\.){2,3}|…",
    re.IGNORECASE,
    needs=("[", "(sic)", "..", ". .", "…"),
)
NOTE = Pattern(r"\[\W{0,3}\d{1,4}\W{0,3}\]")
SPEECH = frozenset({"interview"})
WORD = Pattern(r"\w")


@rule(
    "quotation/altered-quote",
    "Brackets, an ellipsis or [sic] show that a quotation was altered.",
    since="0.1",
    severity="info",
    certainty="lexical",
    confidence=0.9,
    judged=Judged(right=18, wrong=1, arguable=1),
    cure="Quote the words as they were said, or paraphrase what needs mending.",
    policies=[
        Policy("AP", "A quotation is never altered, not even to mend its grammar."),
        Policy("Reuters", "Words may only be left out, visibly, and without changing the sense."),
        Policy("NYT", "Where the words do not serve, paraphrase them; do not clean them up."),
        Policy("NPR", "Brackets and ellipses show where a quotation was changed."),
    ],
    examples=[
        Flagged('"We will [never] sign," Ana Ruiz said.', at="[never]"),
        Flagged("“The bridge … will hold,” Ana Ruiz said.", at="…"),
        Flagged("Ana Ruiz wrote: “The brigde [sic] will hold. We [the council] ... checked it.”", at="[sic]"),
        Flagged("“The bridge will hold,” Ana Ruiz said. “It was ... built to last.”", at="..."),
        Clean("The bridge [in Larkmoor] will hold, Ana Ruiz said.", "No quotation."),
        Clean("“The bridge will hold...” Ana Ruiz said, and fell silent.", "She trails off; nothing is left out."),
        Clean("“The bridge held... just,” Ana Ruiz said.", "A pause."),
        Clean("“The bridge will hold,[2] and so will the dam,” the report says.", "The number of a note."),
        Clean("“The bridge will hold,” Ana Ruiz said."),
        Clean("“See [the report](https://larkmoor.example/report) on it,” Ana Ruiz wrote.", "A link."),
    ],
    known_false_alarms="An ellipsis for a pause, and brackets that the speaker wrote.",
)
def altered_quote(item: Item) -> Iterator[Finding]:
    """What stands between quotation marks should be what was said; where it is not, somebody chose what to change.

    All marks in one quotation are one finding. An ellipsis at either end of a quotation leaves nothing out;
    right behind a word, and in an interview, it is a pause.
    """
    if not MARK.possible(item.text) or item.record.item_type.value in SPEECH or item.analysis.turns:
        return
    analysis = item.analysis
    for quotation in analysis.quotations:
        if not quotation.balanced or quotation.mixed or not analysis.sentence_at(quotation.span.start).is_read:
            continue
        spans = tuple(_marks(item.text, quotation))
        if spans:
            shown = " and ".join(repr(span.of(item.text)) for span in spans[:3])
            yield Finding(f"{shown} in the quotation shows that it was altered", spans=spans, related=(quotation.span,))


def _marks(text: str, quotation: Quotation) -> Iterator[Span]:
    found = list(MARK.finditer(text, *quotation.inner))
    words = [match for match in found if WORD.search(match.group())]
    gaps = [match for match in found if not WORD.search(match.group()) and _leaves_out(text, match)]
    spans = [Span(*match.span()) for match in words if not NOTE.fullmatch(match.group())]
    if gaps:
        # An ellipsis leaves words out only where there are words on both sides of it.
        start, end = quotation.inner
        first = next((i for i in range(start, end) if text[i].isalnum()), end)
        last = next((i for i in range(end - 1, start - 1, -1) if text[i].isalnum()), start)
        spans += [Span(*match.span()) for match in gaps if first < match.start() and match.end() <= last]
    yield from sorted(spans)


def _leaves_out(text: str, match: re.Match[str]) -> bool:
    """Whether an ellipsis is set off: in brackets, by a space, or by a full stop; right behind a word it is a pause."""
    sign = match.group()
    return sign[0] == "[" or sign.count(".") > 3 or text[match.start() - 1].isspace()
