"""Verbs that judge what is said and that the analysis does not read as told by anybody, each with what it adds."""

from __future__ import annotations

from sayso import Pattern, WordList

_WHAT = (
    r"(?:claims?|allegations?|accusations?|charges?|suggestions?|reports?|rumou?rs?|forecasts?|predictions?|figures?"
    r"|findings?|criticisms?|ideas?|notions?|theory|theories|versions?|accounts?|assertions?|arguments?|story|stories"
    r"|statements?|estimates?|warnings?|complaints?|conclusions?|views?|speculation|insinuations?|testimony|contention"
    r"|verdict|narrative|talk|line)"
)
#: Origin: written for sayso.
_REFUTED = r"(?:refuted|rebutted|debunked|disproved|disproven)"
REFUTES = Pattern(
    r"\b(?:refute[sd]?|rebut(?:s|ted)?|debunk(?:s|ed)?|disprove[sd]?)(?=\s+(?:(?:the|these|those|such|all|any|his|her|their|its|this|that)\s+)?"
    rf"(?:[\w’'-]+\s+)?{_WHAT}\b)"
    rf"|\b(?:was|were|is|are|been|being)\s+(?:[a-z]+ly\s+|also\s+)?{_REFUTED}(?=\s+(?:[a-z]+\s+)?by\b)",
    needs=(
        *("refute", "refutes", "refuted", "rebut", "rebuts", "rebutted", "debunk", "debunks", "debunked"),
        *("disprove", "disproves", "disproved", "disproven"),
    ),
    whole=True,
)
POINTS_OUT = Pattern(r"(?<!\bbe )(?<!\bbeen )\bpoint(?:s|ed)\s+out(?=\s+that\b)", needs=("out that",), whole=True)
#: What one says against one's will, or to be laughed at: *let slip that*, *was let slip by*, *bragged that*.
SLIPS = Pattern(
    r"(?<!\bnot )(?<!\bnever )(?<!\bto )\b(?:let(?:s)?\s+(?:it\s+)?slip|confess(?:ed|es)"
    r"|bragg(?:ed)|brags|divulge[ds]|blurted\s+out|owned\s+up|let\s+on"
    r"|gloat(?:ed|s)|whin(?:ed|es)|trumpet(?:ed|s)|spout(?:ed|s)|parrot(?:ed|s)|boasted)(?=\s+that\b)"
    r"|\b(?:was|were|is|been)\s+(?:[a-z]+ly\s+|also\s+)?(?:let\s+slip|divulged|blurted\s+out|trumpeted)(?=\s+(?:[a-z]+\s+)?by\b)"
    r"|(?<=[,”\"]\s)(?:confessed|bragged|sneered|whined|gloated|scoffed|crowed|ranted|fumed|moaned|blustered)(?=\s+(?:[A-Z]|an?\s|the\s|one\s|his\s|her\s|its\s))",
    needs=(
        *("slip", "confessed", "confesses", "bragged", "brags", "divulged", "divulges", "blurted", "owned up"),
        *("let on", "gloated", "gloats", "whined", "whines", "trumpeted", "trumpets", "spouted", "spouts"),
        *("parroted", "parrots", "sneered", "scoffed", "crowed", "ranted", "fumed", "moaned", "blustered"),
        "boasted that",
    ),
    whole=True,
)
#: The same verbs that are read where they are active: *that it was safe was claimed by*, *it was conceded by her that*.
PASSIVE = Pattern(
    r"(?<![\w’'])(?P<open>[Tt]hat\s[^.;\n]{4,160}?\s(?:was|is)\s|[Ii]t\s+(?:was|is|has\s+been)\s+)(?:[a-z]+ly\s+|also\s+)?"
    r"(?P<verb>admitted|conceded|claimed|revealed|boasted)(?=\s+(?:[^.;,\n]{0,30}\s)?by\s+(?!(?:[a-z]+\s+){0,2}(?:data|documents?|records|figures|study|report)\b))",
    needs=("admitted ", "conceded ", "claimed ", "revealed ", "boasted "),
    whole=True,
)
#: Words of which one stands in every match.
WORDS = WordList(
    """refute refutes refuted rebut rebuts rebutted debunk debunks debunked disprove disproves disproved disproven slip
    confessed confesses bragged brags divulged divulges blurted owned let gloated gloats whined whines trumpeted
    trumpets spouted spouts parroted parrots boasted sneered scoffed crowed ranted fumed moaned blustered out admitted
    conceded claimed revealed""".split()
)
