"""The rule quotation/orphan-quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, rule
from sayso_plugins.rules.quotation._beside import puts_it
from sayso_plugins.rules.quotation._marks import is_closed
from sayso_plugins.rules.quotation._passed_on import is_called
from sayso_plugins.rules.quotation._voices import (
    is_chatty,
    is_joint,
    is_judged,
    is_many,
    is_nobodys,
    speaks_to_readers,
    told_by_others,
)

if TYPE_CHECKING:
    from sayso import Quotation

#: Words before a quotation that is a term, a rule or a sample.
TERMS = frozenset(
    """terms policy rule rules law act principle clause option button link section page concept idea notion adage
    saying proverb question questions example instance such like category
    cards card leaflets flags stickers screen screens board boards t-shirt badge badges""".split()
)
#: The name of who is quoted, behind a dash: *“…” —Ana Ruiz*.
SIGNED = Pattern(r"\s{0,3}[—–-]{1,2}\s?[A-ZÀ-Ý][\w’'.-]{1,30}\s[A-ZÀ-Ý]")
#: Words by which something is named, right before its name; with what is called in between, it is judged.
NAMING = frozenset({"called", "named", "dubbed", "titled", "entitled", "known"})
#: Nothing is named *called for “…”*, or *called it “…”*.
NO_NAME = frozenset("for it him her them this that".split())
WORD = Pattern(r"[^\W\d_][\w’'-]*")


@rule(
    "quotation/orphan-quote",
    "Quoted words belong to no single speaker.",
    since="0.1",
    certainty="extraction",
    confidence=0.75,
    judged=Judged(right=5, wrong=0, arguable=1),
    cure="Say who said it, in the same sentence; or drop the marks and paraphrase.",
    policies=[
        Policy("Reuters", "Name the speaker at once, and do not run the quotations of different speakers together."),
        Policy("NYT", "Everything between the marks is what somebody said, word for word."),
    ],
    examples=[
        Flagged('The two sides promised "a new chapter of trust".', at='"a new chapter of trust"'),
        Flagged(
            "The talks ended with a pledge of “full and lasting support” for the towns.",
            at="“full and lasting support”",
        ),
        Flagged("They said “we were never told of it”.", at="“we were never told of it”"),
        Flagged("The bridge was closed. “It was never going to last.”", at="“It was never going to last.”"),
        Flagged(
            "Critics spoke of “a very serious breach of trust”.",
            at="“a very serious breach of trust”",
        ),
        Flagged(
            "The city and the port promised “a green quay for all”.",
            at="“a green quay for all”",
        ),
        Flagged("“We were never told of it,” residents said.", at="“We were never told of it,”"),
        Flagged("The new bridge should lead to “less noise and cleaner air”.", at="“less noise and cleaner air”"),
        Flagged("Jo Berg was described as “a danger to the whole port”.", at="“a danger to the whole port”"),
        Flagged("It was predicted that “half of the boats will be gone”.", at="“half of the boats will be gone”"),
        Flagged("Ministers from six states called for “an end to the toll”.", at="“an end to the toll”"),
        Flagged("The film has been hailed as “a gift to the whole town”.", at="“a gift to the whole town”"),
        Flagged("Residents called the plan “a gift to the dredgers”.", at="“a gift to the dredgers”"),
        Flagged("The mayor’s rivals speak of “a gift to the dredgers”.", at="“a gift to the dredgers”"),
        Flagged(
            "Jo Berg said the bridge was old.\n\nThe plan has been hailed as “a gift to the whole town”.",
            at="“a gift to the whole town”",
        ),
        Flagged("Members of both houses went on to promise “a long and frank talk”.", at="“a long and frank talk”"),
        Flagged("Passengers recalled a jolt “like a wall coming down”.", at="“like a wall coming down”"),
        Flagged(
            "18:05 People in Mill Lane described a bang “like a wall coming down”.", at="“like a wall coming down”"
        ),
        Flagged(
            "In the corridors of the council there was talk of “a sale by another name”.",
            at="“a sale by another name”",
        ),
        Flagged("Fans and players alike called it “the best night of our lives”.", at="“the best night of our lives”"),
        Flagged("The mill is widely seen as “too big to be let go”.", at="“too big to be let go”"),
        Flagged("On the quay the mood was “get out while you can”.", at="“get out while you can”"),
        Flagged(
            "The bridge was closed. “There’ll be nothing left to look at.” The port office said in a statement that a"
            " fund would be set up.",
            at="“There’ll be nothing left to look at.”",
        ),
        Flagged("Staff were told to “keep their heads down”. The hall was full.", at="“keep their heads down”"),
        Flagged("Parents were warned that the school “may not open in May”.", at="“may not open in May”"),
        Flagged("The budget has been called “a raid on the poor”.", at="“a raid on the poor”"),
        Flagged("The findings were greeted with “a mixture of relief and rage”.", at="“a mixture of relief and rage”"),
        Flagged(
            "The mill has come under fire for “treating its men like parcels”.", at="“treating its men like parcels”"
        ),
        Flagged(
            "The hall opened in 1912.\n\nRelations are “at their lowest point in a decade”. Jo Berg said it was late.",
            at="“at their lowest point in a decade”",
        ),
        Flagged(
            "Clerk Jo Berg said there would be a vote. The plan has been derided as “a car park with a river in it”.",
            at="“a car park with a river in it”",
        ),
        Clean("Relations are “at their lowest point in a decade”. Jo Berg said it was late.", "The lead sums him up."),
        Clean("Jo Berg said the staff were afraid. They were told to “keep their heads down”.", "He tells it."),
        Clean("Staff were told to “keep their heads down” by their manager, Jo Berg. The hall was full."),
        Clean("Staff were told to “keep their heads down”, a letter from the director shows.", "A letter's words."),
        Clean("The course is called “bread for the whole town”. It runs until May.", "A name."),
        Clean("The tower was called “a monument to one man’s pride” by Ana Ruiz. It has 40 floors."),
        Clean("The driver was charged with “causing death by careless driving”. The trial is in May.", "A charge."),
        Clean("The prize is given for “a lasting contribution to the study of rivers”.", "What it is for."),
        Clean("Voters were asked “should the mill be shut by 2030”. They said no.", "A question of a ballot."),
        Clean("The mood of the mayor was “get out while you can”."),
        Clean("There were calls of “give us back our land” from Jo Berg."),
        Clean("Residents are asked to dial a number and say “the lamp is broken here”.", "What they are to say."),
        Clean("“The bridge is very old by now,” Desters, a historian, said.", "A surname that ends as farmers does."),
        Clean("Ana Ruiz promised “a new chapter of trust”."),
        Clean("“We will rebuild the bridge,” Ana Ruiz said. “It will take a year.”", "The second half goes on."),
        Clean("The song, called “A River Runs Through the Town”, was sung.", "A title."),
        Clean("The so-called “tin can” bridge was closed.", "A coined term."),
        Clean("A sign at the gate read “Keep out of the mill”.", "What stands on a sign."),
        Clean("The march went on under the slogan “no mill and no town”.", "A slogan."),
        Clean("The bridge was opened with “great joy”.", "Two words are no speech."),
        Clean(
            "Ana Ruiz said the bridge was old. It was “a disaster waiting to happen”.",
            "A speaker in the sentence before.",
        ),
        Clean("The bridge was “a disaster waiting to happen”, in the words of Ana Ruiz."),
        Clean("The plan was dismissed as “a gift to the dredgers” by Jo Berg."),
        Clean("Jo Berg, the mayor, put out a pledge of “clean water for every street”."),
        Clean("Jo Berg said the council will act. It wants “clean water for every street”."),
        Clean("Harbour office: “The bridge will stay shut.”", "The label says who."),
        Clean("“The bridge will stay shut.” — Harbour office", "The name behind says who."),
        Clean("The port is old. “It was a good place to work for all of us.” —Jo Berg “So it was.” —Ana Ruiz"),
        Clean("Chairman and owner Jo Berg said “we will not sign it”.", "One person with two offices."),
        Clean("The authors of the report say “we found no oil in the basin”.", "A document speaks."),
        Clean(
            "Some boats reported that all they got was a message saying “the harbour is now closed”.",
            "It is the message's.",
        ),
        Clean("Lenders sold “buy now, pay later” loans to the young.", "It tells of which kind something is."),
        Clean("When people ask us “when will the bridge be open”, we have no answer.", "What many ask, as a sample."),
        Clean(
            "We run the ferry, and you can book it here. The aim is “one step at a time for all”. Tell us more.",
            "A text that talks to its readers: an idiom.",
        ),
        Clean(
            "Under the treaty, states must take “all measures that are needed to keep the peace”.",
            "A document's words.",
        ),
        Clean("Her play is called “a slow walk to the gallows”. It opens in May.", "Its name."),
        Clean("Ana Ruiz was blunt. The tower was “a monument to one man’s pride”."),
        Clean("Berg was blunt. “We cannot afford it, and we never could.”"),
        Clean("The mayor, Jo Berg, was at the gate.\n\nBerg had no doubts. “We cannot afford it.”", "Named before."),
        Flagged("Traffic was heavy. “It was never going to last.”", at="“It was never going to last.”"),
        Clean("As Ana Ruiz put it, the guilds are “the most polite of all mobs”.", "She puts it so."),
        Flagged(
            "As critics put it, the guilds were seen as “the most polite of all mobs”.",
            at="“the most polite of all mobs”",
        ),
        Clean("She was blunt. “This is a disgrace and it must end.”", "The sentence before says who."),
    ],
    known_false_alarms="Slogans, proverbs and words of a document that nothing marks as such.",
)
def orphan_quote(item: Item, *, least_words: int = 4) -> Iterator[Finding]:
    """Quotation marks promise that somebody said exactly this.

    The option `least_words` is the length from which a fragment counts as speech. Titles, slogans and coined
    terms are exempt, and so is the second half of a split quotation. It is an orphan where several are said to have
    said it at once, or where nobody is and no sentence near it has a speaker.
    """
    analysis = item.analysis
    if analysis.turns:
        return
    chatty: bool | None = None
    for quotation in analysis.quotations:
        sentence = analysis.sentence_at(quotation.span.start)
        if not sentence.is_read or quotation.continues:
            continue
        owner = analysis.owner(quotation)
        if owner is not None:
            source = analysis.source_of(owner)
            if source is None or not is_many(item, owner, source):
                continue
        words = [m.group() for m in WORD.finditer(item.text, *quotation.inner)]
        if SIGNED.match(item.text, quotation.span.end):
            continue
        if len(words) < least_words or _is_title(item, quotation, words) or _is_cut_short(item, quotation):
            continue
        if owner is not None:
            if speaks_to_readers(item, sentence) or told_by_others(item, owner, quotation):
                continue
        elif puts_it(item, sentence):
            continue
        elif not is_joint(item, quotation, sentence):
            if chatty is None:
                chatty = is_chatty(item)
            if not is_nobodys(item, quotation, sentence, chatty=chatty):
                continue
        yield Finding("nobody is said to have said this", spans=(quotation.span,))


def _is_cut_short(item: Item, quotation: Quotation) -> bool:
    """Whether marks within a quotation end it too early, so that its speaker may stand behind its true end."""
    return (quotation.mixed or not quotation.balanced) and is_closed(item.text, quotation)


def _is_title(item: Item, quotation: Quotation, words: list[str]) -> bool:
    """A name, title or inscription: announced as one, or written with capitals throughout."""
    near = item.text[max(0, quotation.span.start - 60) : quotation.span.start].lower()
    before = [m.group() for m in WORD.finditer(near)][-5:]
    # "Called the plan" and "called for" lead to no name.
    unnamed = NAMING.isdisjoint(before[-2:]) or before[-1] in NO_NAME
    signs = [low for low in before if low in item.pack.title_signs or low in TERMS]
    judged = is_judged(before) or is_called(before, item.text[slice(*quotation.inner)])
    if any(not unnamed or low not in NAMING for low in signs) and not judged:
        return True
    long = [word for word in words if len(word) > 3]
    return len(words) <= 12 and sum(word[0].isupper() for word in long) > 0.6 * len(long)
