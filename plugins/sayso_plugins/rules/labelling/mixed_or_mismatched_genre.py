"""The rule labelling/mixed-or-mismatched-genre."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, Section, Span, rule

NEWS = frozenset({"article", "wire", "live_entry"})
#: Labels that can open nothing but comment.
LABELS = frozenset(
    (
        *("comment", "commentary", "our comment", "editor’s comment", "editorial comment", "opinion", "editorial"),
        *("our view", "our take", "viewpoint", "in our view", "analyst’s comment", "analyst comment", "op-ed"),
    )
)
#: A comment that is worth the name has so many characters behind its label.
LEAST = 40
HEADING = Pattern(
    r"(?:Opinion|OPINION|Op-[Ee]d|OP-ED|Editorial|EDITORIAL|Commentary|COMMENTARY|Comment|Guest (?:essay|column))"
    r"\s*[:|]\s",
    needs=("opinion", "op-ed", "editorial", "comment", "guest "),
)
#: Parts of an outlet that hold opinion, as its metadata and addresses name them.
SECTIONS = frozenset(
    """opinion opinions op-ed op-eds oped editorial editorials commentisfree columnists letters guest-essays
    viewpoints""".split()
)
PATH = Pattern(r"[/?#]")


@rule(
    "labelling/mixed-or-mismatched-genre",
    "An item typed as news holds comment, or is headed as comment.",
    since="0.1",
    preview=True,
    certainty="lexical",
    confidence=0.85,
    cure="Type the parts one by one, or give the item the type that its heading gives it.",
    policies=[
        Policy("IPSO, Clause 1", "Comment, conjecture and fact are told apart."),
        Policy("BBC", "A personal view is announced before it begins."),
        Policy("NewsGuard", "News and opinion are handled so that readers can tell them apart."),
    ],
    examples=[
        Flagged(
            "The mill closed, the city said.\n\nCommentary: It was time, and the council should have said so long ago.",
            at="Commentary:",
            item={"item_type": "news"},
        ),
        Flagged(
            "Opinion: The mill must close\n\nIt is time, and the council should say so.",
            at="Opinion:",
            item={"item_type": "article"},
        ),
        Flagged(
            "The council must close the mill.",
            item={"item_type": "article", "headline": "Editorial: Close it", "author": "Ana Ruiz"},
        ),
        Flagged("The council must close the mill.", item={"item_type": "news", "section": "Opinion"}),
        Flagged(
            "The council must close the mill.",
            item={"item_type": "news", "url": "https://herald.example/opinion/close-the-mill"},
        ),
        Clean("Opinion: The mill must close\n\nIt is time.", item={"item_type": "opinion"}),
        Clean(
            "The mill closed, the city said.\n\nCommentary: It was time, and the council should have said so long ago.",
            "A digest has news and comment, each labelled.",
            {"item_type": "digest"},
        ),
        Clean("The mill closed, the city said.\n\nComment: none was given.", item={"item_type": "news"}),
        Clean(
            "The mill closed, the city said. Public opinion: divided.",
            "A word of the news.",
            {"item_type": "news", "url": "https://herald.example/news/opinion-polls-on-the-mill"},
        ),
        Clean("The mill closed.\n\nCommentary: It was time, and the council should have said so.", "It has no type."),
    ],
    known_false_alarms="A section that an outlet calls opinion and in which it also prints news.",
)
def mixed_or_mismatched_genre(item: Item) -> Iterator[Finding]:
    """Readers, and programs that sort for them, take comment in an item typed as news for news.

    Where the reader of a record typed the sections one by one, without guessing, nothing is mixed up.
    """
    record = item.record
    if record.item_type.value not in NEWS or not record.item_type.vouched:
        return
    typed = record.item_type.value
    spans, facts, said = _heading(item)
    if not said:
        labels = [section.label for section in record.sections if section.label and _is_mixed(item, section)]
        if labels:
            spans, said = tuple(labels), " and ".join(repr(label.of(item.text)) for label in labels[:3])
    if said:
        yield Finding(f"the item is typed {typed!r} and has {said}", spans=spans, facts=("/item_type", *facts))


def _heading(item: Item) -> tuple[tuple[Span, ...], tuple[str, ...], str]:
    """What heads the item as comment: its headline, its section or its address."""
    record = item.record
    match = HEADING.match(record.headline.value or "")
    if match:
        label = match.group().strip()
        spans = tuple(Span(span.start, span.start + len(label)) for span in record.headline.spans)
        return spans, ("/headline",), f"the heading {label!r}"
    section = record.extra.get("section")
    if isinstance(section, str) and _slug(section) in SECTIONS:
        return (), (), f"the section {section!r}"
    folder = next((part for part in PATH.split(record.uri.value or "")[3:-1] if _slug(part) in SECTIONS), None)
    return ((), ("/uri",), f"the section {folder!r} in its address") if folder else ((), (), "")


def _slug(words: str) -> str:
    return "-".join(words.lower().split())


def _is_mixed(item: Item, section: Section) -> bool:
    """Whether the shape of the text shows a comment, and nobody typed it."""
    if section.label is None or not section.is_comment or section.confidence is None:
        return False
    words = " ".join(section.label.of(item.text).strip("[]*_#:|–—-. \n").lower().replace("'", "’").split())
    # A bare "Comment" heads what readers wrote.
    if words == "comment" and section.label.of(item.text)[-1].isalpha():
        return False
    return words in LABELS and section.span.end - section.label.end >= LEAST
