"""The rule quotation/unbalanced-quote-marks."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, rule

MOST = 20


@rule(
    "quotation/unbalanced-quote-marks",
    "Quotation marks do not pair within the paragraph, or pair across styles.",
    since="0.1",
    severity="info",
    certainty="lexical",
    confidence=0.9,
    cure="Close the quotation, with a mark of the style that opens it.",
    policies=[Policy("practice", "A lost mark makes a program, and a reader, give words to the wrong one.")],
    examples=[
        Flagged('“We won," he said.', at='“We won,"'),
        Flagged("“We won, he said.", at="“We won, he said."),
        Clean("“We won,” he said."),
        Clean("“We won. It was late.\n\n“We went home,” he said.", "A long quotation opens each paragraph anew."),
        Clean("The farmers’ market isn’t open in the ’90s style.", "Apostrophes."),
    ],
    languages=(),
)
def unbalanced_quote_marks(item: Item) -> Iterator[Finding]:
    """Where a quotation ends decides whose words they are.

    Marks are paired within paragraphs; a long quotation may open each paragraph anew. Of many such marks in one
    item the first are shown and the others counted: they have one cause.
    """
    wrong = [quotation for quotation in item.analysis.quotations if not quotation.balanced or quotation.mixed]
    if len(wrong) > MOST:
        rest = len(wrong) - MOST
        yield Finding(f"{rest} more quotations are not closed or mix marks", spans=(wrong[MOST].span,))
    for quotation in wrong[:MOST]:
        if not quotation.balanced:
            yield Finding(f"the quotation that {quotation.opener} opens is not closed", spans=(quotation.span,))
        else:
            message = f"the quotation is opened by {quotation.opener} and closed by {quotation.closer}"
            yield Finding(message, spans=(quotation.span,))
