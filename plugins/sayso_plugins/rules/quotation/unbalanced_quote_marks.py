"""The rule quotation/unbalanced-quote-marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, rule
from sayso_plugins.rules.quotation._marks import is_closed, is_turned_round

if TYPE_CHECKING:
    from sayso import Quotation

MOST = 20


@rule(
    "quotation/unbalanced-quote-marks",
    "Quotation marks do not pair within the paragraph, or pair across styles.",
    since="0.1",
    severity="info",
    certainty="lexical",
    confidence=0.9,
    judged=Judged(right=14, wrong=0, arguable=1),
    cure="Close the quotation, with a mark of the style that opens it.",
    policies=[Policy("practice", "A lost mark makes a program, and a reader, give words to the wrong one.")],
    examples=[
        Flagged('“We won," he said.', at='“We won,"'),
        Flagged("“We won, he said.", at="“We won, he said."),
        Flagged('"We won, he said.', at='"We won, he said.'),
        Flagged("«We won” he said.", at="«We won”"),
        Flagged("“We won.\n\nWe went home,” he said.", at="“We won."),
        Flagged("“We won.“\n\nThe mill stood empty.", at="“We won."),
        Clean("“We won,” he said."),
        Clean("“We won. It was late.\n\n“We went home,” he said.", "A long quotation opens each paragraph anew."),
        Clean("The farmers’ market isn’t open in the ’90s style.", "Apostrophes."),
        Clean("“She said ‘no’ and left,” he said.", "One quotation within another."),
        Clean("“The “tin can” bridge is closed,” he said.", "One within another of the same style."),
        Clean('“The sign "mind the gap" is gone,” he said.', "One within another of another style."),
        Clean("“We won.\nWe went home,” he said.", "Closed behind a line end."),
        Clean('The board is 6" wide and 2" thick.', "Inches."),
    ],
    known_false_alarms="Marks that stand for something else, such as ditto marks and minutes of arc.",
    languages=(),
)
def unbalanced_quote_marks(item: Item) -> Iterator[Finding]:
    """Where a quotation ends decides whose words they are.

    Marks are paired within paragraphs; a long quotation may open each paragraph anew, and one that is closed before the
    next blank line is in order, whatever is quoted within it. Of many such marks in one item the first are shown and
    the others counted: they have one cause. A mark that closes what nothing opens is not found: it may be an
    apostrophe, or feet and inches.
    """
    wrong = _wrong(item)
    if len(wrong) > MOST:
        rest = len(wrong) - MOST
        yield Finding(f"{rest} more quotations are not closed or mix marks", spans=(wrong[MOST].span,))
    for quotation in wrong[:MOST]:
        if not quotation.balanced:
            yield Finding(f"the quotation that {quotation.opener} opens is not closed", spans=(quotation.span,))
        else:
            message = f"the quotation is opened by {quotation.opener} and closed by {quotation.closer}"
            yield Finding(message, spans=(quotation.span,))


def _wrong(item: Item) -> list[Quotation]:
    found: list[Quotation] = []
    end = -1
    for quotation in item.analysis.quotations:
        if quotation.balanced and not quotation.mixed:
            continue
        # A closing mark turned round seems to open a quotation of its own: one cause, one finding.
        second = quotation.span.start == end and is_turned_round(item.text, quotation)
        if not second and not is_closed(item.text, quotation):
            found.append(quotation)
        end = quotation.span.end
    return found
