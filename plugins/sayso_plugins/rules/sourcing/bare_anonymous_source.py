"""The rule sourcing/bare-anonymous-source."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, rule

#: Words that count or praise a source and tell nothing about it.
EMPTY = (
    "a an the one two three four five six seven eight nine ten eleven twelve several multiple many some various "
    "numerous our its his her their other another separate "
    "well-placed well-informed reliable informed trusted credible anonymous unnamed unidentified undisclosed"
).split()
HEADS = ("source", "sources", "insider", "insiders")


@rule(
    "sourcing/bare-anonymous-source",
    "An unnamed source is not described at all.",
    since="0.1",
    certainty="lexical",
    confidence=0.95,
    judged=Judged(right=3, wrong=0, arguable=2),
    cure="Describe the source: how it knows, on whose side it stands, why it is not named.",
    policies=[
        Policy("AP", "'A source' alone is almost never acceptable.", "2004-2009"),
        Policy("Reuters", "A source is described as closely as can be; 'sources' only where there are several."),
    ],
    examples=[
        Flagged("Sources said the deal was dead.", at="Sources"),
        Flagged("The deal is dead, a reliable source said.", at="a reliable source"),
        Flagged("According to insiders, the deal is dead.", at="insiders"),
        Flagged("Three well-placed sources confirmed the sale.", at="Three well-placed sources"),
        Flagged("“The deal is dead,” an insider told the Larkmoor Gazette.", at="an insider"),
        Flagged("The source said the deal was dead.", at="The source"),
        Flagged("At the port, six sources said the deal was dead.", at="six sources"),
        Flagged("The deal is dead, 14 separate sources said.", at="14 separate sources"),
        Clean("Two people who attended the meeting said the deal was dead."),
        Clean("A source in the harbour ministry said the deal was dead."),
        Clean("Renewable sources supply a third of the power, the grid operator said.", "Energy."),
        Clean("Open source software runs the lock, the council said."),
        Clean("The river has its source in Norvik, the guide said."),
        Clean("Party insiders said the deal was dead.", "It says whose."),
        Clean("A source in the ministry said the deal was dead. The source said it had been for weeks."),
        Clean('"Sources said it was dead," Ana Ruiz said.', "Somebody else's words."),
    ],
    known_false_alarms="A source that another sentence describes, before or behind the one that quotes it.",
)
def bare_anonymous_source(item: Item, *, empty: tuple[str, ...] = tuple(EMPTY)) -> Iterator[Finding]:
    """Readers cannot tell a minister's aide from a passer-by.

    The option `empty` lists words that describe nothing.
    """
    analysis = item.analysis
    introduced = False
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or source.head not in HEADS or source.named:
            continue
        words = [word.lower().strip(",") for word in source.span.of(item.text).split()]
        # "The source" is the one that was introduced before, where one was.
        known, introduced = introduced and words[0] == "the", True
        if not known and all(word in empty or word in HEADS or word.isdigit() for word in words):
            shown = source.span.of(item.text)
            yield Finding(f"{shown!r} tells nothing about who it is", spans=(source.span,))
