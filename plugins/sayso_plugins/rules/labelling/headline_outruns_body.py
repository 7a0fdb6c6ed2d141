"""The rule labelling/headline-outruns-body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, rule
from sayso_plugins.rules._near import words_of
from sayso_plugins.rules.labelling._unsettled import unsettled

if TYPE_CHECKING:
    from sayso import Sentence

#: The accusing verbs by which a headline says that somebody did it, with the beginning that all their forms share.
STEMS = {
    **dict.fromkeys(("embezzled", "embezzles"), "embezzl"),
    **dict.fromkeys(("defrauded", "defrauds"), "fraud"),
    **dict.fromkeys(("bribed", "bribes"), "brib"),
    **dict.fromkeys(("stole", "steals"), "st"),
    **dict.fromkeys(("raped", "rapes"), "rap"),
    **dict.fromkeys(("molested", "molests"), "molest"),
    **dict.fromkeys(("tortured", "tortures"), "tortur"),
    **dict.fromkeys(("murdered", "murders"), "murder"),
    **dict.fromkeys(("laundered", "launders"), "launder"),
    **dict.fromkeys(("smuggled", "smuggles"), "smuggl"),
    **dict.fromkeys(("extorted", "extorts"), "extort"),
    **dict.fromkeys(("blackmailed", "blackmails"), "blackmail"),
    **dict.fromkeys(("forged", "forges"), "forg"),
    **dict.fromkeys(("falsified", "falsifies"), "falsif"),
    **dict.fromkeys(("plagiarised", "plagiarises", "plagiarized", "plagiarizes"), "plagiari"),
    **dict.fromkeys(("rigged", "rigs"), "rig"),
    **dict.fromkeys(("harassed", "harasses"), "harass"),
    **dict.fromkeys(("abused", "abuses"), "abus"),
    **dict.fromkeys(("assaulted", "assaults"), "assault"),
    **dict.fromkeys(("cheated", "cheats"), "cheat"),
    **dict.fromkeys(("misled", "misleads"), "misle"),
    **dict.fromkeys(("sabotaged", "sabotages"), "sabotag"),
    **dict.fromkeys(("groomed", "grooms"), "groom"),
    **dict.fromkeys(("poisoned", "poisons"), "poison"),
    **dict.fromkeys(("looted", "loots"), "loot"),
    **dict.fromkeys(
        ("pocketed", "pockets", "siphoned", "siphons", "diverted", "diverts", "swindled", "swindles"), "take"
    ),
    **dict.fromkeys(("fleeced", "fleeces"), "take"),
    **dict.fromkeys(("faked", "fakes", "doctored", "doctors"), "fak"),
    **dict.fromkeys(("torched", "torches"), "torch"),
    **dict.fromkeys(("bullied", "bullies"), "bull"),
    **dict.fromkeys(("hacked", "hacks"), "hack"),
    **dict.fromkeys(("dodged", "dodges", "evaded", "evades"), "dodg"),
    **dict.fromkeys(("leaked", "leaks"), "leak"),
}
#: Beginnings that other words have too: only these are forms of it.
FORMS = {
    "st": frozenset("steal steals stealing stole stolen theft".split()),
    "rap": frozenset("rape rapes raped raping rapist".split()),
    "rig": frozenset("rig rigs rigged rigging".split()),
    "forg": frozenset("forge forges forged forging forgery forgeries".split()),
    "fraud": frozenset("fraud frauds fraudulent defraud defrauds defrauded defrauding".split()),
}
#: What is told by more verbs than one: beginnings of all of them.
KIN = {
    "take": (
        "pocket",
        "siphon",
        "divert",
        "swindl",
        "fleec",
        "embezzl",
        "misappropriat",
        "stol",
        "steal",
        "theft",
        "fraud",
    ),
    "fak": ("fake", "faki", "doctor", "forg", "falsif", "fabricat"),
    "torch": ("torch", "arson", "fire", "burn"),
    "bull": ("bully", "bulli", "harass"),
    "dodg": ("dodg", "evad", "evasion", "avoid"),
}
#: What these must have been done to: other things are stolen, rigged and forged in figures of speech.
OBJECTS = {
    "take": frozenset(
        """money cash millions funds savings pensions wages fares fees aid donations taxes investors pensioners widows
        savers customers clients pay salaries grant grants relief""".split()
    ),
    "fak": frozenset(
        """results documents papers records data signatures certificates receipts invoices degree degrees passports
        minutes accounts tests""".split()
    ),
    "dodg": frozenset("tax taxes duty duties fares fines customs levy".split()),
    "leak": frozenset("letter letters memo emails documents report file files papers secrets exam exams plans".split()),
    "hack": frozenset("emails phones phone accounts database server servers website site computers".split()),
    "st": frozenset(
        """money cash millions funds savings pensions wages jewels jewellery car cars data ledger ledgers documents
        files art paintings votes donations""".split()
    ),
    "rig": frozenset("vote votes election elections tender tenders bid bids auction poll polls exam exams".split()),
    "forg": frozenset("signature signatures document documents papers records passports cheques ledgers".split()),
    "smuggl": frozenset("drugs cocaine weapons guns arms migrants people cash gold cigarettes ivory".split()),
    "launder": frozenset("money cash millions funds profits".split()),
}
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
SETTLED = frozenset(
    """
    convicted convicts conviction convictions guilty sentenced jailed imprisoned confessed confesses confession admitted
    admits admitting verdict ruled found pleaded pled jury executed acknowledged apologised apologized
    """.split()
)
#: Those without words that tell other things too: *found dead*.
DECIDED = SETTLED - {"found", "ruled"}
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
    prevents or causes something, the text must say that this is not shown.
    """
    headline = item.record.headline.value or ""
    if len(headline) > LONGEST or MARKS.search(headline) or item.record.item_type.value in GENRES:
        return
    if DECIDED.isdisjoint(words_of(item)):
        yield from _done_by(item, headline)
    about: list[Sentence] = []
    stem = _accused_of(item, headline)
    if stem is not None and SETTLED.isdisjoint(words_of(item)):
        about = [sentence for sentence in item.analysis.sentences if sentence.is_read and _tells(item, sentence, stem)]
    if about and all(_is_soft(item, sentence) for sentence in about):
        message = f"{headline!r} is stated flatly, and the text only has it from others or in doubt"
    else:
        open_ = unsettled(item, headline) if DECIDED.isdisjoint(words_of(item)) else None
        if open_ is None:
            return
        about, message = [open_], f"{headline!r} is stated flatly, and the text leaves it open"
    yield Finding(
        message,
        spans=item.record.headline.spans,
        facts=("/headline",),
        related=tuple(sentence.span for sentence in about[:3]),
    )


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
