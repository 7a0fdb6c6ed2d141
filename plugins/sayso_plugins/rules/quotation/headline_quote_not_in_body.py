"""The rule quotation/headline-quote-not-in-body."""

import re
import unicodedata
from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Severity, Span, rule

#: Words between marks. Single marks are none inside a word, and a single mark that opens stands before one.
QUOTED = Pattern(
    r"“([^“”\"\n]{3,200})”|\"([^\"“”\n]{3,200})\"|«([^«»\n]{3,200})»|„([^„“”\n]{3,200})[“”]"
    r"|(?<!\w)[‘'](?=\w)((?:[^‘’'\n]|(?<=\w)['’](?=\w)){3,200})(?<=\S)['’](?!\w)"
)
#: What a quotation leaves out or puts in.
GAP = Pattern(r"\[[^\[\]]{0,200}\]|\.\.+|…")
WORD = Pattern(r"\w+")
APOSTROPHES = str.maketrans("", "", "'’‘`´")
CUT_OFF = ("…", "...", "[…]", "[...]", "…]", "...]")
#: A single word of fewer letters is left alone.
SHORT = 5
#: A longer headline is no headline.
LONGEST = 300
GOES_ON = Pattern(r"[ \t]*\n[ \t]*[a-zà-ý]")
TEXT = (
    "Two cranes came down on the quay in the night, and nobody could reach the ferry in the morning. Boats lay across "
    "the road, and the harbour office had no light. The harbour master, Ana Ruiz, "
)
REST = (
    "The ferries will stay where they are until Friday, and the road to the quay is closed. Work on the cranes begins "
    "on Monday."
)


@rule(
    "quotation/headline-quote-not-in-body",
    "Words that the headline quotes are not in the text.",
    since="0.1",
    severity="error",
    certainty="exact",
    confidence=0.9,
    judged=Judged(right=2, wrong=0, arguable=0),
    cure="Quote in the headline what the text quotes, or take the marks away.",
    policies=[
        Policy("IPSO, Clause 1", "A headline must be borne out by the text below it."),
        Policy("NYT", "Everything between the marks is what somebody said, word for word."),
    ],
    examples=[
        Flagged(TEXT + "called it a bad day. " + REST, item={"headline": "‘Utter chaos’ at port"}),
        Flagged(TEXT + "called it a bad day. " + REST, item={"headline": "Ruiz: “Nobody warned us” of the storm"}),
        Flagged(
            "Ruiz sees 'utter chaos' at port\n\n" + TEXT + "called it a bad day. " + REST,
            at="'utter chaos'",
        ),
        Flagged(TEXT + "called it “utter and total chaos”. " + REST, item={"headline": '"Utter chaos" at port'}),
        Flagged(
            TEXT + "said that boats were being lost. " + REST,
            item={"headline": "‘Lost boats’ at port"},
            severity=Severity.WARNING,
        ),
        Clean(TEXT + "called it “utter chaos”. " + REST, "Other capitals.", {"headline": "‘Utter Chaos’ at port"}),
        Clean(TEXT + "said: “It’s utter\nchaos.” " + REST, "Other marks.", {"headline": "Port: ‘It's utter chaos’"}),
        Clean(TEXT + "called it a bad day. " + REST, "One word.", {"headline": "‘Chaos’ at port"}),
        Flagged(TEXT + "said that half of the boats were gone. " + REST, item={"headline": "Storm ‘halves’ the fleet"}),
        Clean(TEXT + "called it chaotic. " + REST, "Another form.", {"headline": "A ‘chaos’ at port"}),
        Clean("Two cranes came down.", "Too short to be the whole item.", {"headline": "‘Utter chaos’ at port"}),
        Clean(
            TEXT + "called it a bad day. " + REST, "A name.", {"headline": "Ruiz wins ‘Lantern Primary’ by 9 points"}
        ),
        Clean(TEXT + "called it a bad day. " + REST, "No quotation.", {"headline": "Workers' boats, owners' cranes"}),
        Clean(TEXT + "said it was… " + "“utter chaos”", "The words are there.", {"headline": "‘Utter ... chaos’"}),
        Clean(TEXT + "called it a bad day. Read on …", "The text is cut off.", {"headline": "‘Utter chaos’ at port"}),
    ],
    known_false_alarms="A text cut short without a sign, words that only a film has, a nickname in another number.",
    languages=(),
)
def headline_quote_not_in_body(item: Item, *, least_body: int = 200) -> Iterator[Finding]:
    """A headline that puts words between marks promises that somebody in the text says them.

    Capitals, accents, punctuation and spaces are no difference, and what the headline leaves out with an ellipsis
    need not be there. Where the text has the words in another form or order, it is a warning. Quotations with figures
    are left alone, for headlines write numbers in their own way. The option `least_body` is by how many letters the
    text must be longer than the headline, so that no snippet is blamed.
    """
    headline = item.record.headline.value or ""
    # A line that goes on in the next one is the beginning of a text that has no headline.
    goes_on = any(GOES_ON.match(item.text, span.end) for span in item.record.headline.spans)
    if len(headline) > LONGEST or goes_on:
        return
    quoted = list(QUOTED.finditer(headline))
    if not quoted:
        return
    body = _body(item, _fold(headline))
    if len(body) < len(_fold(headline)) + least_body or item.text.rstrip().endswith(CUT_OFF):
        return
    for match in quoted:
        words = next(group for group in match.groups() if group is not None)
        single = len(WORD.findall(words)) < 2
        if any(map(str.isdigit, words)) or (single and _is_told(words, body)):
            continue
        if _is_name(words, headline[: match.start()] + headline[match.end() :]):
            continue
        if all(_fold(part) in body for part in GAP.split(words)):
            continue
        yield Finding(
            f"the headline quotes {words!r}, which the text does not have",
            _place(item, match),
            ("/headline",),
            severity=Severity.WARNING if _is_reworded(words, body) else None,
        )


def _is_reworded(words: str, body: str) -> bool:
    """Whether the text has each of the longer words, in another form or place: told, and not in these words."""
    long = [_fold(word) for word in WORD.findall(words) if len(word) > 3]
    return bool(long) and all(word[: max(4, len(word) - 3)] in body for word in long)


def _is_name(words: str, rest: str) -> bool:
    """Whether all words have capitals in a headline that else has none: what something is called."""
    long = [word for word in WORD.findall(words) if len(word) > 3]
    others = [word for word in WORD.findall(rest) if len(word) > 3]
    return len(long) > 1 and all(word[0].isupper() for word in long) and any(word.islower() for word in others)


def _is_told(word: str, body: str) -> bool:
    """Whether the text has one word in another form, or the word is too short, or a name."""
    folded = _fold(word)
    return len(folded) < SHORT or word[:1].isupper() or folded[: max(4, len(folded) - 3)] in body


def _fold(text: str) -> str:
    """A text without what does not count: capitals, accents, punctuation and spaces."""
    plain = unicodedata.normalize("NFKD", text.translate(APOSTROPHES).casefold())
    return "".join(WORD.findall(plain))


def _body(item: Item, headline: str) -> str:
    """The folded text below the headline, wherever the headline stands in it."""
    text = item.text
    above = [section.span for section in item.record.sections if section.kind == "headline"]
    above += item.record.headline.spans
    parts = (part for part in item.analysis.paragraphs if not any(span.overlaps(part) for span in above))
    folded = (_fold(part.of(text)) for part in parts)
    return "".join(part for part in folded if part != headline)


def _place(item: Item, match: re.Match[str]) -> tuple[Span, ...]:
    """Where in the text the headline has these words; nowhere, where it comes from metadata alone."""
    places = item.record.headline.spans or tuple(s.span for s in item.record.sections if s.kind == "headline")
    for place in places:
        at = item.text.find(match.group(), place.start, place.end)
        if at >= 0:
            return (Span(at, at + len(match.group())),)
    return ()
