"""The rule sourcing/anonymous-opinion-or-attack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Attribution, Clean, Finding, Flagged, Item, Judged, Policy, Span, rule
from sayso_plugins.rules.sourcing._slurs import CALLED, DOOM, NAMES, SCORN, unread
from sayso_plugins.rules.sourcing._verdicts import (
    BEINGS,
    CALLS,
    EXTREMES,
    HEADS,
    IDIOMS,
    IS,
    IS_SHORT,
    JUDGES,
    JUDGING,
    KINDS,
    ONLY,
    PHRASES,
    PLAIN,
    SLIGHTS,
    TOKEN,
    TRAITS,
    WANTS,
    WORD,
)

if TYPE_CHECKING:
    from sayso import Quotation, Source

#: Words that open the first mention of somebody without a name.
OPENS = frozenset("a an one another two three someone somebody".split())
PLURALS = frozenset({"they", "them", "they’re", "they're"})
#: Who speaks for a house, and who tells what it saw.
OTHERS = frozenset(
    """spokesman spokeswoman spokesperson spokespeople statement witness witnesses resident residents passenger
    passengers survivor survivors neighbour neighbours neighbor neighbors protester protesters demonstrator fan fans
    spectator tourist customer visitor bystander caller reader viewer pupil child boy girl mother father man woman
    widow relative commentator announcer contributor judge court""".split()
)


@rule(
    "sourcing/anonymous-opinion-or-attack",
    "Somebody unnamed judges, insults or foretells.",
    since="0.1",
    severity="warning",
    certainty="extraction",
    judged=Judged(right=2),
    confidence=0.8,
    cure="Name who judges, or keep an unnamed source to what it knows.",
    policies=[
        Policy("AP", "An unnamed source is there for information, and not for opinion or speculation.", "2004-2009"),
        Policy("NYT", "Nobody attacks a person or a party from behind anonymity.", "2004"),
        Policy("NPR", "Unnamed people make no attacks on others."),
    ],
    examples=[
        Flagged('"He is finished," a party insider said.', at="a party insider"),
        Flagged("A senior aide called the mayor an “incompetent fool”.", at="A senior aide"),
        Flagged("The governor will not survive the vote, two officials said.", at="two officials"),
        Flagged("“The whole office is a disgrace,” said one official.", at="one official"),
        Flagged("“He is a dead man walking,” said a senior strategist.", at="a senior strategist"),
        Flagged("“She thinks she is bigger than the club,” an insider said.", at="an insider"),
        Flagged("“They cannot be trusted,” one member said.", at="one member"),
        Flagged(
            "“He ran the mill like a lemonade stand,” said one person close to the talks.",
            at="one person close to the talks",
        ),
        Flagged("“She is a small woman in a big chair,” said a senior member.", at="a senior member"),
        Flagged("“He’s a weathercock,” an aide said.", at="an aide"),
        Flagged("An aide described the governor as “a dead hand”.", at="An aide"),
        Flagged("A chieftain of the party said Berg was “a spent force”.", at="A chieftain of the party"),
        Clean("“He is a baker from Larkmoor,” an official said.", "His trade."),
        Clean("“The bang was like thunder,” an official said."),
        Clean("An official described the mill as “a listed building”.", "No person."),
        Clean("The governor will sign the bill on Monday, two officials said.", "They tell what will be done."),
        Flagged("“The man has no judgement,” a ministry adviser remarked.", at="a ministry adviser"),
        Flagged("‘He hasn’t got a clue,’ said one insider.", at="one insider"),
        Flagged("“Her career is over,” said a person close to the port.", at="a person close to the port"),
        Flagged("“It’s the worst decision of this board,” said a club insider.", at="a club insider"),
        Flagged("“The mayor was rude and petty,” an official said.", at="an official"),
        Flagged("A member described the mayor as “a passenger in his own party”.", at="A member"),
        Flagged("“He runs the mill like a jail,” a clerk in the port office said.", at="a clerk in the port office"),
        Flagged("The captain was called “a bully with a whistle” by one team-mate.", at="one team-mate"),
        Flagged("By one team-mate, who left in May, the captain was called “a small-town lord”.", at="one team-mate"),
        Flagged("To a teacher who left in May, the mayor seemed “hopelessly out of touch”.", at="a teacher"),
        Flagged("His successor, a port insider predicted, would be “another yes-man”.", at="a port insider"),
        Flagged("The coach, sneered one player, “has never read a map in his life”.", at="one player"),
        Flagged("“By May there will be no mill,” said an executive of the port.", at="an executive of the port"),
        Flagged("“She couldn’t run a raffle,” one distributor remarked.", at="one distributor"),
        Clean("The mill was called “a listed building” by one clerk.", "No person."),
        Flagged("“He is tone-deaf and hears nobody,” a clerk said.", at="a clerk"),
        Flagged("“He is finished,” another club figure said.", at="another club figure"),
        Flagged(
            "The coach is ninth. Two players left, according to insiders. “He is finished,” one of them said.",
            at="one of them",
        ),
        Clean("“It will start in the courts,” one official said of the tender."),
        Clean("“The board meets on Friday,” an investor said."),
        Clean("“They had one car,” a league official said."),
        Clean("“We lost the match in the first half,” another club figure said."),
        Clean("The three left at noon. “He is safe,” one of them said."),
        Clean("A diplomat said that the truce was “in force since noon”."),
        Clean("“The bill will be read in June,” a port official said.", "What is planned."),
        Clean("A board member said the plan was “drawn up on Friday”."),
        Clean("“The talks are over for today,” a senior official said.", "Until tomorrow."),
        Clean("Foreign ministers of two states called for “an end to the fighting on the river”.", "A demand."),
        Clean("“It will be ready in May. She is ill,” a clerk said. “He is stable, and he was born here.”"),
        Clean("The mayor was described by one clerk as “a baker from Larkmoor”.", "His trade."),
        Clean("“The captain was a bully,” a passenger said.", "A bystander, and left to the item."),
        Clean("“It was the worst storm for years,” an official said.", "No person, and nothing that one did."),
        Clean("“The bridge was weak in the middle,” an official said."),
        Clean("“She has no car,” a colleague said."),
        Clean('"He is finished," Ana Ruiz, the party chair, said.', "She has a name."),
        Clean('A party insider said 40 members had left. "He is finished," Ana Ruiz said.'),
        Clean("The bridge is finished, a city official said.", "A building that is ready."),
        Clean("A source in the harbour ministry said the crane had cost 3 million euros."),
    ],
    known_false_alarms="A person who is named elsewhere in the item; a word that is itself quoted from somebody else.",
)
def anonymous_opinion_or_attack(
    item: Item, *, heads: tuple[str, ...] = tuple(HEADS), judging: tuple[str, ...] = tuple(JUDGING)
) -> Iterator[Finding]:
    """Facts can be checked elsewhere; the worth of a judgement hangs on who makes it, and here nobody can tell.

    The option `heads` lists the nouns for people without a name, `judging` the words that judge by themselves.
    """
    analysis = item.analysis
    passed_on = {one.via for one in analysis.attributions if one.via}
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None:
            continue
        # "One person close to the talks": the noun is not always what ends the phrase.
        opening = source.span.of(item.text).lower().split()[:4]
        figure = _is_figure_of(item, source, frozenset(heads))
        if not figure and (source.kind not in KINDS or source.named):
            continue
        if source.head not in heads and set(opening).isdisjoint(heads) and not _is_one(source, opening):
            continue
        if attribution.quoted or attribution.id in passed_on or not (figure or _is_unknown(item, attribution)):
            continue
        found = _judgement(item, attribution, frozenset(judging))
        if found is not None:
            yield Finding(
                f"{source.span.of(item.text)!r} is not named and judges or foretells: {found.of(item.text)!r}",
                spans=(source.span,) if found.overlaps(source.span) else (source.span, found),
                confidence=min(0.8, attribution.confidence),
            )

    yield from _unread(item, frozenset(heads), frozenset(judging))


def _is_figure_of(item: Item, source: Source, heads: frozenset[str]) -> bool:
    """*Another club figure*: somebody of a house, and not the house."""
    words = source.span.of(item.text).split()
    first, last = words[0].lower(), words[-1].lower()
    return (
        first in OPENS and last in heads and 2 < len(words) < 5 and not any(map(str.isupper, (w[0] for w in words[1:])))
    )


def _is_one(source: Source, opening: list[str]) -> bool:
    """Whether it is somebody of whatever calling, who is no bystander: *a clerk in the estate office*."""
    if source.kind != "unnamed_person" or opening[0] not in OPENS:
        return False
    return source.head not in OTHERS and OTHERS.isdisjoint(word.strip(",") for word in opening)


def _unread(item: Item, heads: frozenset[str], judging: frozenset[str]) -> Iterator[Finding]:
    """Quoted judgements whose source stands where the analysis reads none: *was called “a bully” by one team-mate*."""
    for who, quotation in unread(item, heads):
        inner = Span(*quotation.inner)
        found = _verdict(item, inner, judging) or _phrase(item, inner) or _is_dubbed(item, quotation)
        if found is not None:
            yield Finding(
                f"{who.of(item.text)!r} is not named and judges or foretells: {found.of(item.text)!r}",
                spans=(who, found),
            )


def _is_dubbed(item: Item, quotation: Quotation) -> Span | None:
    """*Was described by one clerk as “a small-town lord”*: a person, and a noun in quotation marks that is no trade."""
    sentence = item.analysis.sentence_at(quotation.span.start)
    elements = item.analysis.narration(sentence)
    if (CALLED | IS).isdisjoint(el.low for el in elements):
        return None
    noun = item.text[slice(*quotation.inner)].lower().split()[:5]
    if not noun or noun[0] not in ("a", "an", "another") or PLAIN & set(noun) or item.pack.roles & set(noun):
        return None
    person = any(el.low in BEINGS or el.low in item.pack.roles or (el.capital and i) for i, el in enumerate(elements))
    return Span(*quotation.inner) if person else None


def _is_unknown(item: Item, attribution: Attribution) -> bool:
    return (
        item.analysis.speaker_kind(attribution.speaker) in KINDS
        and item.analysis.sentence_at(attribution.cue[0].start if attribution.cue else 0).is_read
    )


def _judgement(item: Item, attribution: Attribution, judging: frozenset[str]) -> Span | None:
    for content in attribution.content:
        if attribution.mode in ("direct", "mixed"):
            judged = _verdict(item, content, judging) or _is_called(item, attribution, content)
        else:
            judged = _insult(item, content, judging)
        if judged is not None:
            return judged
        trait = TRAITS.search(item.text, content.start, content.end)
        if trait is not None and _is_person(item, trait["who"], attribution.mode != "indirect"):
            return Span(*trait.span())
        phrase = _phrase(item, content)
        if phrase is not None:
            return phrase
    return None


def _phrase(item: Item, content: Span) -> Span | None:
    """A judgement or a forecast of more than a word, not on a thing."""
    found = PHRASES.search(item.text, content.start, content.end)
    return Span(*found.span()) if found is not None and not _is_thing(item, found.start()) else None


def _insult(item: Item, content: Span, judging: frozenset[str]) -> Span | None:
    for word in WORD.finditer(item.text, content.start, content.end):
        if word.group().lower() in judging:
            return Span(*word.span())
    return None


def _verdict(item: Item, content: Span, judging: frozenset[str]) -> Span | None:
    """A judgement or a forecast in quoted words."""
    insult = _insult(item, content, judging)
    if insult is not None:
        return insult
    for word in TOKEN.finditer(item.text, content.start, content.end):
        if word.group().lower() in NAMES:
            return Span(*word.span())
    for pattern in (IDIOMS, WANTS, EXTREMES, SLIGHTS, SCORN, DOOM):
        found = pattern.search(item.text, content.start, content.end)
        if found is not None:
            return Span(*found.span())
    return _is_judged(item, content)


def _is_person(item: Item, word: str, quoted: bool) -> bool:
    """Whether a subject is somebody: a pronoun, an office, or in a quotation a name."""
    low = word.lower()
    if low in BEINGS or low in item.pack.roles:
        return True
    return quoted and word[:1].isupper() and low not in item.pack.function_like and low not in item.pack.pronouns


def _is_judged(item: Item, content: Span) -> Span | None:
    """*He is a small man*: what somebody is said to be, where it is no trade or office."""
    words = list(TOKEN.finditer(item.text, content.start, content.end))
    lows = [word.group().lower() for word in words]
    for i, low in enumerate(lows[:-2]):
        at = i + 1
        if low in BEINGS and lows[at] in IS:
            at += 1
        elif low not in IS_SHORT:
            continue
        while at < len(lows) - 1 and lows[at] in ONLY:
            at += 1
        if lows[at] not in JUDGES:
            continue
        noun = lows[at + 1 : at + 4]
        if noun and not any(item.pack.is_common(one) or one in PLAIN for one in noun):
            return Span(words[i].start(), words[min(at + 3, len(words) - 1)].end())
    return None


def _is_called(item: Item, attribution: Attribution, content: Span) -> Span | None:
    """*Described the governor as “a dead weight”*: a person, and a noun in quotation marks."""
    if attribution.cue_lemma.split()[0] not in CALLS or not attribution.cue:
        return None
    text = item.text[content.start : content.end].lstrip("“\"‘'").lower()
    between = item.text[attribution.cue[-1].end : content.start].lower().split()
    whom = [word for word in between if word in item.pack.roles or word in BEINGS]
    noun = [word.strip("”\"’',.") for word in text.split()[:4]]
    if not whom or noun[:1] not in (["a"], ["an"]) or PLAIN & set(noun):
        return None
    # A trade, and where it is: "a baker from Larkmoor", and not "a passenger in his own party".
    role = next((i for i, word in enumerate(noun) if word in item.pack.roles), None)
    if role is not None and noun[role + 1 : role + 2] not in (["in"], ["on"]):
        return None
    return content


def _is_thing(item: Item, at: int) -> bool:
    """Whether what is finished is no person: *the bridge is finished*."""
    if "finished" not in item.text[at : at + 20]:
        return False
    before = item.text[max(0, at - 40) : at].split()
    subject = before[-1].strip("“\"'‘") if before else ""
    if item.text[at : at + 2].lower() in ("he", "sh"):
        return False
    is_person = subject.lower() in ("he", "she", "they") or subject.lower() in item.pack.roles
    return not (is_person or subject[:1].isupper())
