"""The rule sourcing/one-sided-sourcing."""

from collections.abc import Iterator

from sayso import Attribution, Clean, Finding, Flagged, Item, Policy, rule

#: What somebody else would tell otherwise.
AGAINST = frozenset({"blame", "crime", "military_action"})
#: Items that are one voice by nature.
OTHER_GENRES = frozenset({"interview", "press_release", "statement", "fact_check", "opinion"})
SIDES = frozenset({"person", "organization"})
#: Who reports crimes for a living.
AUTHORITIES = frozenset({"police", "prosecutors", "sheriff", "court", "constabulary"})


@rule(
    "sourcing/one-sided-sourcing",
    "Claims against somebody all come from one side.",
    since="0.1",
    severity="info",
    certainty="judgement",
    confidence=0.7,
    preview=True,
    cure="Ask the other side, or say that it was asked; and look for somebody who belongs to neither.",
    policies=[
        Policy("SPJ", "Those who are accused are sought out and given room to answer.", "2014"),
        Policy("BBC", "Who is criticised gravely has a right of reply.", "2019"),
    ],
    examples=[
        Flagged(
            "Rebels shelled the depot on Monday, the army said. Militants attacked two villages, the army said. Rebels "
            "torched a mosque, the army added.",
            at="the army",
        ),
        Flagged(
            "Gunmen looted nine shops, mayor Ana Ruiz said.\n\nThe militia stormed the town hall on Sunday, Ruiz said. "
            "Its fighters extorted the farmers, she added.",
            at="mayor Ana Ruiz",
        ),
        Flagged(
            "The ministry said militants shelled the port. It said rebels seized a bridge. Fighters attacked the mill, "
            "the ministry said.",
            at="The ministry",
        ),
        Flagged(
            "The contractor bribed two clerks, the mill said. The contractor stole cement, the mill said. It "
            "falsified the books, the mill added.",
            at="the mill",
        ),
        Clean(
            "Rebels shelled the depot on Monday, the army said. Militants attacked two villages, the army said. Rebels "
            "torched a mosque, the army added. The rebels said the mosque was empty.",
            "The other side is heard.",
        ),
        Clean("Rebels shelled the depot on Monday, the army said. The army said it would rain.", "One claim."),
        Clean("The mill will close, Norbank said. It has 40 clerks, the bank said. It will sell the land, it said."),
        Clean(
            "Rebels shelled the depot, the army said. Militants attacked two villages, the army said. Rebels torched a "
            "mosque, the army added.",
            "A release is one voice.",
            {"item_type": "press_release"},
        ),
    ],
    known_false_alarms="A side that was asked and whose silence is told in words without an attribution.",
)
def one_sided_sourcing(item: Item, *, least: int = 3) -> Iterator[Finding]:
    """Of what two sides dispute, one of them does not give the whole.

    The option `least` is how many attributions, and how many claims of blame, crime or military action, one
    speaker must have in an item in which nobody else speaks.
    """
    analysis = item.analysis
    if item.record.item_type.value in OTHER_GENRES or analysis.turns:
        return
    first = _sole_voice(analysis.attributions, least)
    if first is None or analysis.speaker_kind(first.speaker) not in SIDES:
        return
    against = [claim for claim in analysis.claims if AGAINST & set(claim.contestable.value or ())]
    source = analysis.source_of(first)
    if (
        len(against) < least
        or source is None
        or source.head in AUTHORITIES
        or _sole_voice(analysis.fuller.attributions, least) is None
    ):
        return
    yield Finding(
        f"{len(against)} claims against somebody, and nobody but {source.span.of(item.text)!r} speaks",
        spans=(source.span,),
        related=tuple(claim.span for claim in against),
    )


def _sole_voice(attributions: tuple[Attribution, ...], least: int) -> Attribution | None:
    """The first attribution, where one speaker has them all and there are enough of them."""
    voices = [one for one in attributions if one.gives_words and (one.source or one.speaker)]
    spoke = [one for one in voices if one.speaker is not None]
    if len(spoke) < least or any(one.speaker != spoke[0].speaker or one.via for one in voices):
        return None
    return spoke[0]
