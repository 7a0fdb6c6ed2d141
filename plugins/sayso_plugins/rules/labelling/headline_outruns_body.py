"""The rule labelling/headline-outruns-body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, Severity, WordList, rule
from sayso_plugins.rules._near import has, words_of
from sayso_plugins.rules.labelling._doubted import SURELY, doubted
from sayso_plugins.rules.labelling._headline_words import FORMS, KIN, OBJECTS, STEMS
from sayso_plugins.rules.labelling._left_open import left_open
from sayso_plugins.rules.labelling._unsettled import body_of, counts, stem_of, stems_of, unsettled

if TYPE_CHECKING:
    from sayso import Sentence

TOOK = frozenset("took takes accepted accepts paid pays offered offers".split())
PAID = frozenset("bribe bribes kickback kickbacks".split())
#: What is done by somebody in the passive of a headline.
DONE_BY = frozenset(
    """killed murdered shot stabbed beaten attacked robbed stolen set started torched poisoned raped kidnapped abducted
    leaked sabotaged planted caused bombed strangled drowned burned burnt vandalised vandalized hacked
    ambushed""".split()
)
#: Signs that nobody knows yet: of these one must stand in the text.
OPEN = frozenset(
    """suspicious questioned questioning arrest arrests arrested investigators investigating investigation naming named
    motive unknown unclear whether allegedly alleged apparently suspected suspect suspects believed inquiry probe
    evidence detained denied denies rumours rumors""".split()
)
#: Who is nobody in particular: a headline that names these names no culprit.
NOBODY = frozenset(
    "police gunmen gunman unknown masked men man driver car train bear dog army troops bomb soldiers".split()
)
#: What softens a headline or a sentence.
SOFT = frozenset(
    """
    alleged allegedly alleges allege allegation allegations accused accuses accuse accusing accusation accusations
    charged charges charge suspected suspect suspects suspicion suspicions claim claims claimed believed may might could
    reportedly denies denied deny denying denial indicted indictment trial would if whether investigating investigated
    investigation investigate inquiry probe prosecutors apparently possible possibly purported purportedly seems
    """.split()
)
#: Where somebody has decided or confessed, the headline may be flat.
SETTLED = WordList(
    """
    convicted convicts conviction convictions guilty sentenced jailed imprisoned confessed confesses confession admitted
    admits admitting verdict ruled found pleaded pled jury executed acknowledged apologised apologized
    """.split()
)
#: Those without words that tell other things too: *found dead*.
DECIDED = WordList(SETTLED - {"found", "ruled"})
#: Words by which somebody owns up to something, and by which he denies it.
OWNS_UP = WordList("admitted admits admitting acknowledged apologised apologized".split())
DENIES = WordList("denies denied deny denying innocent".split())
#: That it is still to be shown.
CHARGED = frozenset(
    """charged trial accused accuse accuses suspect suspects suspected suspicion alleged alleges allege allegedly
    indicted arraigned""".split()
)
MARKS = Pattern(r"[:?–—\"“”‘«»]|(?<!\w)'|\s-|-\s")
DETERMINERS = frozenset("the a an his her their its".split())
NOT_OBJECTS = frozenset("in at on by to for from after before near as amid over during while with and or".split())
LONGEST = 200
WHO = 5
PEOPLE = frozenset({"unnamed_person", "unnamed_collective"})
GENRES = frozenset({"opinion", "analysis", "fact_check", "interview", "press_release", "statement", "obituary"})


@rule(
    "labelling/headline-outruns-body",
    "The headline states flatly what the text only alleges.",
    since="0.1",
    severity="warning",
    certainty="extraction",
    confidence=0.75,
    preview=True,
    cure="Say in the headline who alleges it.",
    policies=[
        Policy("IPSO, Clause 1", "A headline must be borne out by the text below it."),
        Policy("NewsGuard", "Headlines do not say more than the report shows."),
    ],
    examples=[
        Flagged(
            "Mayor took bribes\n\nProsecutors allege that the mayor took bribes from Norbank, a builder.",
            at="Mayor took bribes",
        ),
        Flagged(
            "Halvorsen embezzled harbour money\n\nJan Halvorsen is accused of embezzling 3 million euros.",
            at="Halvorsen embezzled harbour money",
        ),
        Flagged(
            "Jan Halvorsen is accused of rigging the vote in Larkmoor. He denies it.",
            item={"headline": "Halvorsen rigged Larkmoor vote"},
        ),
        Flagged(
            "Clerk stole ledger\n\nA clerk allegedly stole the ledger in May. The theft was noted, police said.",
            at="Clerk stole ledger",
        ),
        Flagged(
            "Baker killed by business partner\n\nA baker was found dead in his shop, police said. A business partner of"
            " the baker was being questioned, an officer said.",
            at="Baker killed by business partner",
        ),
        Flagged(
            "The fire in the mill is being treated as suspicious, police said. A tenant apparently bore a grudge.",
            item={"headline": "Mill fire was set by tenant"},
        ),
        Flagged(
            "Clerk pocketed ferry fares\n\nA clerk accused of diverting fares came before a judge on Monday.",
            at="Clerk pocketed ferry fares",
        ),
        Flagged(
            "Striker Ola Berg is close to joining Larkmoor, an agent said. Nothing has been signed.",
            item={"headline": "Berg joins Larkmoor"},
        ),
        Flagged(
            "Norbank is considering plans that could lead to the loss of 900 jobs. No decision has been made, it said.",
            item={"headline": "Norbank to cut 900 jobs"},
        ),
        Flagged(
            "The harbour owner may have known that the crane was unsafe, workers say. An inquiry began.",
            item={"headline": "Harbour owner knew crane was unsafe"},
        ),
        Flagged(
            "Who eats more plums was less likely to have a cold, a study found. It cannot show that plums prevent it, "
            "and colds may come from elsewhere.",
            item={"headline": "Eating plums prevents cold"},
        ),
        Flagged(
            "Jo Berg, a clerk, went on trial on Monday, charged with taking 410,000 euros from the mill. He denies it.",
            item={"headline": "Clerk stole €410,000 from mill"},
        ),
        Flagged(
            "Prosecutors suspect that pastor Jo Berg sold worthless coins to 2,000 followers, their spokeswoman said.",
            item={"headline": "Pastor swindled 2,000 followers"},
        ),
        Flagged(
            "Nine people were hurt when the train left the rails. Sabotage was one of several lines of inquiry, an"
            " officer said.",
            item={"headline": "Saboteurs derailed train"},
        ),
        Flagged(
            "Whether a power line or a bonfire had started the blaze was a matter that it could not yet settle, the"
            " inquiry said.",
            item={"headline": "Power line started mill fire"},
        ),
        Flagged(
            "Four of six children heard more, but it was too early to speak of a cure, Jo Berg, who ran it, said.",
            item={"headline": "Therapy cures deaf children"},
        ),
        Flagged(
            "Dozens of deaths are feared on the coast after the storm, the governor said, though none had been"
            " confirmed by Monday.",
            item={"headline": "Storm kills dozens on coast"},
        ),
        Flagged(
            "The army claimed on Thursday that its troops had killed 60 rebels in the valley. The road is shut.",
            item={"headline": "Troops kill 60 rebels in Norvik valley"},
        ),
        Flagged(
            "Shares of a grocer fell after a fund alleged that it had hidden losses since May. It called that a tale.",
            item={"headline": "Grocer hid losses for three years"},
            severity=Severity.INFO,
        ),
        Clean(
            "Troops killed 60 rebels in the Norvik valley on Thursday. The army claims that it was shot at first.",
            item={"headline": "Troops kill 60 rebels in Norvik valley"},
        ),
        Clean(
            "The garden could draw many to the river, the town hall hopes. It was opened on Monday.",
            item={"headline": "Town hall opens new garden by the river"},
        ),
        Clean(
            "Tenants suspect that the harbour union killed them. Tests are due.",
            item={"headline": "Harbour union blamed for strike deaths"},
        ),
        Clean(
            "The storm killed dozens on the coast. The names of the dead have not been confirmed.",
            item={"headline": "Storm kills dozens on coast"},
        ),
        Clean(
            "A blast hurt 11 people. The cause of the blast was not known.",
            item={"headline": "Eleven hurt in mill blast"},
        ),
        Clean("Striker Ola Berg has joined Larkmoor. He could play in May.", item={"headline": "Berg joins Larkmoor"}),
        Clean("Striker Ola Berg could join Larkmoor.", item={"headline": "Berg set to join Larkmoor"}),
        Clean(
            "A fire gutted the mill. It may have been set, and the cause is not known.",
            item={"headline": "Fire guts mill"},
        ),
        Clean("Clerk diverted traffic\n\nA clerk was accused of theft on Monday.", "Nothing was taken."),
        Clean(
            "Baker killed by business partner\n\nA business partner of the baker was convicted of murder on Monday.",
            "A court has decided.",
        ),
        Clean(
            "Baker killed by gunmen\n\nGunmen shot a baker, police said. An investigation goes on.",
            "Nobody in particular.",
        ),
        Clean("Mayor took bribes, say prosecutors\n\nProsecutors allege that the mayor took bribes from Norbank."),
        Clean("Mayor took bribes\n\nThe mayor took bribes from Norbank. A court sentenced her on Monday."),
        Clean("Mayor ‘took bribes’\n\nProsecutors allege that the mayor took bribes from Norbank.", "Marked."),
        Clean("Mayor accused of bribes\n\nProsecutors allege that the mayor took bribes from Norbank."),
        Clean("Clerk stole ledger\n\nA clerk stole the ledger in May and sold it. She allegedly stole a lamp too."),
        Clean("Ruiz murdered in Larkmoor\n\nAna Ruiz was allegedly murdered on Monday.", "She is the victim."),
        Clean("Ruiz steals the show\n\nPolice said that somebody had stolen a lamp.", "A figure of speech."),
    ],
    known_false_alarms="Proof that the text tells in other words.",
)
def headline_outruns_body(item: Item) -> Iterator[Finding]:
    """Many read the headline alone, and what it says is what they know.

    Only headlines without any sign of doubt are read. Where one says of somebody that he committed one of a few grave
    wrongs, every sentence of the text on it must be somebody's word or in doubt. Of anything else, the first sentence
    must leave it open, as *could join* and *is close to joining* do, and no other may say it flatly; and of what
    prevents or causes something, the text must say that this is not shown. What the model of statements takes for
    contestable in a headline must have a word of doubt in the first two sentences, and stand nowhere as known; where
    the model is not sure, that is for information.
    """
    headline = item.record.headline.value or ""
    if len(headline) > LONGEST or MARKS.search(headline) or item.record.item_type.value in GENRES:
        return
    if not has(item, DECIDED):
        done = list(_done_by(item, headline))
        yield from done
        if done:
            return
    about: list[Sentence] = []
    severity: Severity | None = None
    stem = _accused_of(item, headline)
    if stem is not None and not has(item, SETTLED):
        about = [sentence for sentence in item.analysis.sentences if sentence.is_read and _tells(item, sentence, stem)]
    if about and all(_is_soft(item, sentence) for sentence in about):
        message = f"{headline!r} is stated flatly, and the text only has it from others or in doubt"
    else:
        open_ = None
        if not has(item, DECIDED):
            open_ = unsettled(item, headline) or left_open(item, headline)
        open_ = open_ or _on_trial(item, headline)
        if open_ is None and not has(item, DECIDED):
            found = doubted(item, headline)
            open_ = found.sentence if found is not None else None
            severity = Severity.INFO if found is not None and found.share < SURELY else None
        if open_ is None:
            return
        about, message = [open_], f"{headline!r} is stated flatly, and the text leaves it open"
    yield Finding(
        message,
        severity=severity,
        spans=item.record.headline.spans,
        facts=("/headline",),
        related=tuple(sentence.span for sentence in about[:3]),
    )


def _on_trial(item: Item, headline: str) -> Sentence | None:
    """The first sentence, where it has a charge or a suspicion of a wrong that the headline says was done."""
    words = [word for word in headline.replace(",", " ").split() if word]
    lows = [word.lower().rstrip(".!") for word in words]
    at = next((i for i, low in enumerate(lows[:6]) if low in STEMS), None)
    if not at or not SOFT.isdisjoint(lows) or not SETTLED.isdisjoint(lows) or not _is_somebody(item, words[:at]):
        return None
    # Who owns up to something may still deny it all.
    if not (DECIDED - OWNS_UP - {"jury"}).isdisjoint(words_of(item)):
        return None
    if has(item, OWNS_UP) and not has(item, DENIES):
        return None
    behind = lows[at + 1 : at + 5]
    if not behind or behind[0] in NOT_OBJECTS or not any(low[:1].isdigit() or low[:1] in "$£€" for low in behind):
        return None
    body = body_of(item, headline)
    about = {stem_of(low) for low in lows if counts(item, low)}
    if not body or CHARGED.isdisjoint(item.analysis.narrated(body[0])) or not about & stems_of(item, body[0]):
        return None
    stem = STEMS[lows[at]]
    return None if any(_tells(item, one, stem) and not _is_soft(item, one) for one in body) else body[0]


def _done_by(item: Item, headline: str) -> Iterator[Finding]:
    """*Baker killed by partner*, where what the text has on the partner is in doubt, and nobody knows yet."""
    lows = [word.lower().rstrip(".!,") for word in headline.split()]
    if "by" not in lows[1:-1] or not SOFT.isdisjoint(lows):
        return
    at = lows.index("by", 1)
    end = next((i for i, low in enumerate(lows) if i > at and low in NOT_OBJECTS), len(lows))
    who = [low for low in lows[at + 1 : end] if low not in DETERMINERS]
    if lows[at - 1] not in DONE_BY or not 0 < len(who) < WHO or not NOBODY.isdisjoint(who):
        return
    if not any(item.pack.kind_of(low) in PEOPLE or low in item.pack.roles for low in who):
        return
    title = list(item.record.headline.spans)
    about: list[Sentence] = []
    doubtful = False
    for sentence in item.analysis.sentences:
        if sentence.span.of(item.text).strip() == headline:
            title.append(sentence.span)
        if not sentence.is_read or any(sentence.span.overlaps(span) for span in title):
            continue
        here = item.analysis.narrated(sentence)
        doubtful = doubtful or not OPEN.isdisjoint(here)
        if not here.isdisjoint(who):
            about.append(sentence)
    if doubtful and about and all(_is_soft(item, sentence) for sentence in about):
        yield Finding(
            f"{headline!r} names who did it, and the text leaves that open",
            spans=tuple(title[:1]),
            facts=("/headline",),
            related=tuple(sentence.span for sentence in about[:3]),
        )


def _accused_of(item: Item, headline: str) -> str | None:
    """The wrong that the headline says somebody did; None where it says none, or not flatly."""
    words = headline.replace("’", "'").replace(",", " ,").split()
    lows = [word.lower().rstrip(".!") for word in words]
    at = next((i for i, low in enumerate(lows[:6]) if low in STEMS or low in TOOK), None)
    if not at or not SOFT.isdisjoint(lows) or not SETTLED.isdisjoint(lows):
        return None
    if any(low in item.pack.verbs and i != at for i, low in enumerate(lows)) or not _is_somebody(item, words[:at]):
        return None
    behind = lows[at + 1 : at + 4]
    if lows[at] in TOOK:
        return None if PAID.isdisjoint(behind) else "brib"
    # Without an object the verb may be a participle, and what it names a victim.
    if not behind or behind[0] in NOT_OBJECTS or behind[0] == ",":
        return None
    stem = STEMS[lows[at]]
    return stem if stem not in OBJECTS or not OBJECTS[stem].isdisjoint(behind) else None


def _is_somebody(item: Item, words: list[str]) -> bool:
    """Whether the words before the verb are a name or what somebody is."""
    lows = [word.lower() for word in words]
    if not NOBODY.isdisjoint(lows) or any(
        low in item.pack.negations or low in item.pack.auxiliaries or low == "who" for low in lows
    ):
        return False
    return all(
        word[0].isupper() or low in DETERMINERS or low in item.pack.roles for word, low in zip(words, lows, strict=True)
    )


def _tells(item: Item, sentence: Sentence, stem: str) -> bool:
    forms = FORMS.get(stem, frozenset())
    begins = (stem, "kickback") if stem == "brib" else KIN.get(stem, (stem,))
    words = (el.low for el in item.analysis.narration(sentence) if el.kind != "quote")
    return any(low in forms if forms else low.startswith(begins) for low in words)


def _is_soft(item: Item, sentence: Sentence) -> bool:
    analysis = item.analysis
    if not SOFT.isdisjoint(el.low for el in analysis.narration(sentence)):
        return True
    return (
        analysis.sourced_by(sentence) is not None
        or analysis.carried_by(sentence) is not None
        or analysis.may_be_sourced(sentence)
    )
