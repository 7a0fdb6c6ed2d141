"""Words that somebody was told or that a thing is called, and nobody is said to have said them.

*Staff were told to “…”*; *the plan has been called “a …”*; *fears of “…” are growing*. Origin: written for sayso.
"""

from __future__ import annotations

from collections.abc import Sequence

BE = frozenset("is are was were been being be".split())
#: What is done to those who hear the words.
BIDDEN = frozenset(
    """told ordered instructed warned advised urged asked reminded assured promised informed taught commanded directed
    encouraged pressed cautioned threatened forced made""".split()
)
#: Participles by which a thing is judged, with what leads to the words.
JUDGED = {
    "as": frozenset(
        """described hailed branded dismissed praised criticised criticized denounced condemned derided decried
        welcomed characterised characterized seen regarded viewed touted portrayed slammed lauded lambasted mocked
        ridiculed celebrated remembered billed attacked rejected summed labelled labeled written""".split()
    ),
    "with": frozenset("greeted met received".split()),
}
#: What something is called, where the words for it begin with an article: a name has a capital instead.
CALLED = frozenset("called labelled labeled dubbed branded termed deemed pronounced".split())
ARTICLES = ("a ", "an ", "the worst ", "the most ", "the best ", "the last ", "one of ", "nothing ", "little ")
#: What has a name of several words.
MADE = frozenset(
    """play film song book novel poem painting show series album exhibition exhibit dish drink cocktail game course
    lecture talk sermon dance piece sculpture episode chapter opera""".split()
)
#: What is about, in somebody's words: *fears of “…”*.
ABOUT = frozenset(
    """fears complaints claims accusations allegations rumours rumors talk whispers mutterings warnings hopes
    predictions cries suspicions gossip suggestions""".split()
)
#: What somebody is blamed for.
BLAMED = frozenset({("fire", "for"), ("criticism", "for"), ("flak", "for"), ("instructions", "to"), ("orders", "to")})
#: Before these the words are those of a charge, a form or a court.
FORMAL = frozenset(
    """charge charges charged count counts offence offences offense offenses convicted indicted guilty jury jurors
    form scale questionnaire ballot citation prize award medal motto treaty statute listed rated ranked classed
    classified categorised categorized covers bans verse verses line lyric lyrics chorus hymn prayer riddle clue clues
    answer""".split()
)
#: How many words a participle may stand before what leads to the quotation, and its form of *to be* before that.
NEAR, BE_NEAR = 5, 4


def is_formal(lows: Sequence[str]) -> bool:
    """Whether words before a quotation announce a charge, a question of a form or the words for a prize."""
    return not FORMAL.isdisjoint(lows) or list(lows[-1:]) == ["asked"] or list(lows[-2:]) == ["accused", "of"]


def is_told(lows: Sequence[str]) -> bool:
    """Whether words before a quotation say who was told it: *staff were told to*, *were told that the school*."""
    return any(
        low in BIDDEN
        and not BE.isdisjoint(lows[max(0, i - 3) : i])
        and lows[i + 1 : i + 2] != ["by"]
        and (lows[i + 1 : i + 2] in (["to"], ["that"]) or low in ("told", "warned", "assured", "promised"))
        for i, low in enumerate(lows)
        if i
    )


def is_called(lows: Sequence[str], said: str) -> bool:
    """Whether a quotation is what something is judged to be, in the passive."""
    if tuple(lows[-2:]) in BLAMED:
        return True
    if lows[-1:] and lows[-1] in JUDGED:
        told = lows[-NEAR - 1 : -1]
        at = next((len(lows) - 2 - i for i, low in enumerate(reversed(told)) if low in JUDGED[lows[-1]]), None)
        return at is not None and not BE.isdisjoint(lows[max(0, at - BE_NEAR) : at])
    if lows[-1:] and lows[-1] in CALLED:
        # "Her play is called": its name.
        named = list(lows[-2:]) in (["is", "called"], ["are", "called"]) or not MADE.isdisjoint(lows)
        return not named and said.startswith(ARTICLES) and not BE.isdisjoint(lows[-BE_NEAR - 1 : -1])
    return False


def is_about(lows: Sequence[str]) -> bool:
    """Whether a quotation is what is feared or rumoured, and not by whom: *amid claims of*."""
    at = next((i for i in range(len(lows) - 1, max(-1, len(lows) - 7), -1) if lows[i] in ABOUT), None)
    return at is not None and lows[at + 1 : at + 2] in (["of"], ["that"], ["about"])
