"""The rule dating/incomplete-correction."""

from collections.abc import Iterator, Sequence

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Span, rule
from sayso_plugins.rules._notes import EARLIER, FORMULA, LABEL, MADE

NOTES = (FORMULA, EARLIER, MADE)
#: Words of a note that tell only that there was something.
EMPTY = frozenset(
    """correction corrections clarification clarifications erratum corrected correct amended clarified updated note
    editor editor’s editors editors’ s this that the a an it its our we has have had been was were is are be story
    article report post item piece page column version earlier previous original headline text copy of in for to and
    on at since after before publication published first some several one two error errors mistake mistakes
    inaccuracy inaccuracies factual accuracy clarity contained fixed made regret regrets apologise apologize
    apologises apologizes sorry editing because technical production result any fix confusion inconvenience caused
    now online later minor small typo typos information details wording due there with paragraph
    paragraphs version changed change altered modified above below""".split()
)
WORD = Pattern(r"[^\W\d_](?:[\w’'-]*\w)?")
LONGEST = 900
#: Notes without a label stand among the first or the last paragraphs.
FIRST, LAST = 2, 4


@rule(
    "dating/incomplete-correction",
    "A correction does not say when it was made, or what was wrong.",
    since="0.1",
    certainty="lexical",
    judged=Judged(right=4),
    confidence=0.85,
    cure="Give the day of the correction, what was wrong, and what is right.",
    policies=[
        Policy("Reuters", "Every correction says what was wrong and where; none is hidden."),
        Policy("The New York Times", "A correction is complete and repeats the error only as far as it must."),
        Policy("IPSO, Clause 1", "A significant inaccuracy is corrected promptly and with due prominence."),
    ],
    examples=[
        Flagged(
            "The mill closed, the city said.\n\nCorrection: this story has been amended.",
            at="Correction: this story has been amended.",
        ),
        Flagged(
            "The mill closed, the city said.\n\nThis story was updated after publication to correct a mistake.",
            at="This story was updated after publication to correct a mistake.",
        ),
        Clean("The mill closed, the city said.\n\nThis story was updated at noon with more from the mayor."),
        Flagged(
            "The mill closed, the city said.\n\nThis article was corrected on 4 May 2026 to fix an error.",
            at="This article was corrected on 4 May 2026 to fix an error.",
        ),
        Flagged(
            "The mill closed, the city said.\n\nCorrection: The fine was 300, not 3,000 euros.",
            at="Correction: The fine was 300, not 3,000 euros.",
        ),
        Flagged(
            "The mill closed, the city said.\n\nAn earlier version of this article misspelled the mayor's name.",
            at="An earlier version of this article misspelled the mayor's name.",
        ),
        Clean("The mill closed, the city said.\n\nCorrection, 4 May: the fine was 300, not 3,000 euros."),
        Clean(
            "The mill closed, the city said.\n\nThis article was amended on 4 May 2026 to give the mayor's full name."
        ),
        Clean(
            "The mill closed, the city said.\n\nCorrection: The fine was 300, not 3,000 euros.",
            "The record has the day of the change.",
            {"date_modified": "2026-05-04"},
        ),
        Flagged(
            "The mill closed, the city said.\n\nA correction has been made to this article.",
            at="A correction has been made to this article.",
        ),
        Flagged(
            "The mill closed, the city said.\n\n(This version corrects an error in paragraph 3)",
            at="(This version corrects an error in paragraph 3)",
        ),
        Clean("The mill closed.\n\nThis version corrects, as of 4 May 2026, the mayor's name.", "It tells what."),
        Clean("The Herald ran no correction: the fine was paid, it said.", "News of a correction that is another's."),
        Clean("An earlier version of this bill failed in March, the clerk said.", "A bill, and no item."),
        Clean('"This story has been amended," the Herald wrote.', "Somebody else's note."),
    ],
    known_false_alarms="The day of the correction is given outside the note, as in a list of corrections by day.",
)
def incomplete_correction(item: Item) -> Iterator[Finding]:
    """Readers who saw the wrong version can tell neither which one they saw nor what to forget.

    A note that says what was wrong may leave its day to the record's date of change.
    """
    words = item.analysis.tokens
    formulas = [one for one in NOTES if one.needed(words)]
    if not (formulas or LABEL.possible(item.text)):
        return
    for note in _notes(item, formulas):
        dated = _is_dated(item, note)
        told = _tells(item, note)
        if dated and told:
            continue
        lacks = " and ".join(
            words for words, there in (("when it was made", dated), ("what was wrong", told)) if not there
        )
        yield Finding(f"this correction does not say {lacks}", spans=(note,))


def _notes(item: Item, formulas: Sequence[Pattern]) -> Iterator[Span]:
    """The paragraphs that put something of the item right; a label on its own line has the next one with it."""
    parts, text = item.analysis.paragraphs, item.text
    taken = -1
    for index, part in enumerate(parts):
        section = item.analysis.section_at(part.start)
        if index <= taken or section.is_boilerplate or section.kind == "headline" or len(part) > LONGEST:
            continue
        label = LABEL.match(text, part.start, part.end)
        if label is None and (FIRST <= index < len(parts) - LAST or not _puts_right(item, part, formulas)):
            continue
        if label and len(list(_words(item, part))) < 2 and index + 1 < len(parts):
            taken = index + 1
            yield Span(part.start, parts[taken].end)
        elif not item.analysis.in_quotation(part):
            yield part


def _puts_right(item: Item, part: Span, formulas: Sequence[Pattern]) -> bool:
    for pattern in formulas:
        match = pattern.search(item.text, part.start, part.end)
        if match and not item.analysis.in_quotation(Span(*match.span())):
            return True
    return False


def _is_dated(item: Item, note: Span) -> bool:
    return item.record.date_modified.known or any(note.contains(time) for time in _times(item))


def _times(item: Item) -> tuple[Span, ...]:
    return (*item.analysis.absolute_times, *item.analysis.relative_times)


def _tells(item: Item, note: Span) -> bool:
    """Whether a note says more than that there was an error, and when."""
    return any(word not in EMPTY for word in _words(item, note))


def _words(item: Item, note: Span) -> Iterator[str]:
    """The words of a note but those of its dates, in lower case."""
    times = [time for time in _times(item) if note.contains(time)]
    for match in WORD.finditer(item.text, note.start, note.end):
        if not any(time.start <= match.start() < time.end for time in times):
            yield match.group().lower().replace("'", "’")
