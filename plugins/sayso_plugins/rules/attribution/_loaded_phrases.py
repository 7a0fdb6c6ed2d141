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
POINTS_OUT = Pattern(
    r"(?<!\bbe )(?<!\bbeen )\bpoint(?:s|ed)\s+out(?=\s+(?:that|how|why)\b)"
    r"|(?<=\b[Aa]s\s)(?P<who>[^.,;:\n]{2,40}\s)point(?:s|ed)\s+out(?=,)",
    needs=("points out", "pointed out"),
)
#: Said under a force, or with a judgement of how it was said.
FORCED = Pattern(
    r"\b(?:was|were|been|is|are)\s+(?:forced|obliged|compelled)\s+to\s+(?:admit|concede|acknowledge|accept|confess)(?=\s+(?:that|the|a|it|he|she|they|his|her|its|their)\b)"
    r"|\bha(?:d|s)\s+to\s+admit(?=\s+that\b)"
    r"|\b(?:grudgingly|reluctantly|belatedly|rightly|wrongly|correctly|falsely|lamely|feebly|smugly|brazenly|absurdly|shamelessly|conveniently|sheepishly|petulantly|defensively)"
    r"\s+(?:said|says|accepted|accepts|acknowledged|noted|notes|stated|states|argued|argues|suggested|suggests|warned|predicted|agreed|conceded|admitted|claimed|claims)(?=\s+(?:that|the|it|he|she|they|its|his|her|their)\b)",
    needs=("forced to", "obliged to", "compelled to", "to admit", "ly "),
)
#: *Claims to have read it*.
CLAIMS_TO = Pattern(r"\bclaim(?:s|ed)\s+to\s+(?:be|have)\b", needs=("to be", "to have"))
#: What one says against one's will, or to be laughed at: *let slip that*, *was let slip by*, *bragged that*.
SLIPS = Pattern(
    r"(?<!\bnot )(?<!\bnever )(?<!\bto )\b(?:let(?:s)?\s+(?:it\s+)?slip|confess(?:ed|es)"
    r"|bragg(?:ed)|brags|divulge[ds]|blurted\s+out|owned\s+up|let\s+on"
    r"|gloat(?:ed|s)|whin(?:ed|es)|whing(?:ed|es)|moan(?:ed|s)|grumbl(?:ed|es)|bleat(?:ed|s)|carp(?:ed|s)|gush(?:ed|es)|blather(?:ed|s)|fulminat(?:ed|es)|trumpet(?:ed|s)|spout(?:ed|s)|parrot(?:ed|s)|boasted)(?=\s+that\b)"
    r"|\bown(?:ed|s)\s+up(?=\s+to\b)|\b(?:trumpet(?:ed|s)|whin(?:ed|es)|whing(?:ed|es)|gloat(?:ed|s)|bragged|brags|gush(?:ed|es))(?=\s+(?:about|over|of)\s)"
    r"|\b(?:was|were|is|been)\s+(?:[a-z]+ly\s+|also\s+)?(?:let\s+slip|divulged|blurted\s+out|trumpeted)(?=\s+(?:[a-z]+\s+)?by\b)"
    r"|(?<=[,”\"]\s)(?:confessed|bragged|sneered|whined|gloated|scoffed|crowed|ranted|fumed|moaned|blustered|sniffed|huffed|snapped|snarled|barked|thundered|grumbled|bleated|gushed|preened|purred|whinged|bristled)(?=\s+(?:[A-Z]|an?\s|the\s|one\s|his\s|her\s|its\s))"
    # "We had no plan," the mayor confessed.
    r"|(?<=[”\"]\s)(?P<whose>(?:[Tt]he\s+|[Aa]n?\s+)?(?:[\w’'-]+\s+){1,3}?)(?:confessed|sneered|whined|gloated|scoffed|crowed|ranted|bleated|moaned|whinged|grumbled|sniffed|huffed|gushed|blustered|bragged)(?=[.,;])",
    needs="""
    slip let confessed confesses bragged brags divulged divulges blurted owned owns gloated gloats whined whines
    whinged whinges moaned moans grumbled grumbles bleated bleats carped carps gushed gushes blathered blathers
    fulminated fulminates trumpeted trumpets spouted spouts parroted parrots boasted sneered scoffed crowed ranted
    fumed blustered sniffed huffed snapped snarled barked thundered preened purred bristled
    """.split(),
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
    conceded claimed revealed claims sniffed huffed snapped snarled barked thundered grumbled grumbles bleated bleats
    gushed gushes preened purred whinged whinges bristled moans carped carps blathered fulminated owns admit concede
    acknowledge accept confess grudgingly reluctantly belatedly rightly wrongly correctly falsely lamely feebly smugly
    brazenly absurdly shamelessly conveniently sheepishly petulantly defensively""".split()
)
