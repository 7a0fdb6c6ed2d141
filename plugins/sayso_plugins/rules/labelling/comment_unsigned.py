"""The rule labelling/comment-unsigned."""

import re
from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Span, rule

DISCLAIMER = Pattern(
    r"\b(?:(?:views|opinions)\s+(?:expressed\s+)?(?:\w+\s+){0,5}?(?:are|is|remain)\s+(?:solely\s+|entirely\s+)?(?:those\s+of\s+)?the\s+"
    r"(?:author|writer)(?:[’']s?\s+own|[’']s|s|\b)"
    r"|(?:represents?|reflects?|expresses|gives?)\s+(?:only\s+)?the\s+(?:personal\s+)?(?:views|opinions?)\s+of\s+(?:the|its)\s+(?:author|writer)s?\b"
    r"|(?:author|writer)[’']s\s+(?:views|opinions)\s+are\s+(?:his|her|their)\s+own|(?:[Vv]iews|[Oo]pinions)(?:\s+expressed(?:\s+here)?)?\s+are\s+personal)",
    re.IGNORECASE,
    needs=("author", "writer", "personal"),
)
#: A name behind it, which signs.
NAMED = Pattern(r"[,:]?\s+(?:[A-ZÀ-Ý][\w’'.-]+\s+){1,3}?[A-ZÀ-Ý]\w+|,\s+[A-ZÀ-Ý]\w+")


@rule(
    "labelling/comment-unsigned",
    "Comment is labelled, and nobody signs it.",
    since="0.1",
    certainty="lexical",
    confidence=0.9,
    judged=Judged(),
    cure="Sign the comment, or say that it is the outlet's own view.",
    policies=[
        Policy("IPSO, Clause 1", "Comment, conjecture and fact are told apart."),
        Policy("NewsGuard", "Readers can learn who writes."),
    ],
    examples=[
        Flagged("The mill closed, the city said.\n\nComment: It will not be missed.", at="Comment:"),
        Flagged(
            "The mill will not be missed.\n\nThe views expressed are those of the author.",
            at="views expressed are those of the author",
        ),
        Flagged("The mill closed, the city said.\n\nAnalysis: It will not be missed.", at="Analysis:"),
        Flagged(
            "It will not be missed.\n\nOpinions expressed are the writer’s own.",
            at="Opinions expressed are the writer’s own",
        ),
        Flagged(
            "The mill closed, it said.\n\nComment: It was time.\n\nThe views expressed above are those of the author.",
            at="Comment:",
        ),
        Flagged(
            "It will not be missed.\n\nThis article represents the views of the writer.",
            at="represents the views of the writer",
        ),
        Flagged("It will not be missed.\n\nThe author’s views are her own.", at="author’s views are her own"),
        Clean("It will not be missed.\n\nThe views are those of the author, Ana Ruiz."),
        Clean("The mill closed, the city said.\n\nComment: It will not be missed.", item={"author": "Ana Ruiz"}),
        Clean("By Ana Ruiz\n\nThe mill closed, the city said.\n\nComment: It will not be missed."),
        Clean("The mill closed, the city said.\n\nComment by Ana Ruiz: It will not be missed."),
        Clean(
            "The mill closed, the city said.\n\nComment: It will not be missed.",
            "Leaders of this outlet are unsigned by policy.",
            {"outlet": {"name": "Example Post", "no_bylines_policy": True}},
        ),
        Clean("The mill closed. Ana Ruiz declined to comment: she was away."),
        Clean("“The views are those of the author,” the paper said.", "Somebody else's words, and no disclaimer."),
    ],
    known_false_alarms="A sign-off in a form that no reader knows: a name in parentheses, a note on who wrote.",
)
def comment_unsigned(item: Item) -> Iterator[Finding]:
    """An opinion is somebody's.

    All labels of an item are one finding. Comment in an item that somebody signs is signed. An item that is opinion as
    a whole and has no label lacks its author, which provenance/author-missing says.
    """
    record = item.record
    outlet = record.outlet.value
    if record.author.known or (outlet and outlet.no_bylines_policy):
        return
    spans = tuple(
        section.label
        for section in record.sections
        if section.is_comment and section.label and not section.author.known
    )
    disclaimed = _disclaimed(item)
    if spans:
        spans += disclaimed
        yield Finding("this comment is labelled and nobody signs it", spans=spans, facts=("/author",))
    elif disclaimed:
        yield Finding("the views are given to an author whom nobody names", spans=disclaimed, facts=("/author",))


def _disclaimed(item: Item) -> tuple[Span, ...]:
    """Where the views are said to be those of an author who has no name there."""
    match = DISCLAIMER.search(item.text)
    if match is None or item.analysis.in_quotation(Span(*match.span())) or NAMED.match(item.text, match.end()):
        return ()
    return (Span(*match.span()),)
