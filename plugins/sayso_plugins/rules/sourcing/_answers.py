"""Whether those who are accused answer, or a court has: the words for it. Origin: written for sayso."""

from __future__ import annotations

from sayso import Item, Span, WordList
from sayso_plugins.rules._near import has

#: Words of which one anywhere is enough: a denial, a plea, a judgement, a confession.
SETTLED = WordList(
    """
    deny denies denied denying denial denials refute refutes refuted plead pleads pleaded pled convict convicted
    conviction convictions sentenced guilty acquitted acquittal confess confessed confesses
    confession innocent innocence rebut rebutted unfounded baseless untrue
    groundless rebuffed exonerated defamatory fabrication fabrications smear smears
    """.split()
)
#: These are on other things, too, and on other people: they count with the name, or right behind it.
OWNED_UP = WordList("admit admits admitted admitting nonsense ridiculous absurd".split())
#: Within how many sentences behind the accusation.
SOON = 3
#: Words that are on something else as often: they count where the accused stand, or with another of them.
ANSWERS = WordList(
    """
    reject rejects rejected rejecting dismiss dismisses dismissed dismissing dispute disputes disputed decline
    declines declined refused refuses comment comments commented reached respond responds responded responding
    response responses reply replies replied replying answer answers answered plea pleas admission sentence
    sentences apology defended defends defending insists insisted insist unavailable lawyer lawyers attorney
    attorneys solicitor counsel false apologised apologized apologises apologizes cleared silent silence contacted
    approached request requests questions messages calls statement spokesman spokeswoman spokesperson acknowledged
    acknowledges conceded invented maintains maintained returned
    """.split()
)
#: Who may be the accused without the name.
MEANT = frozenset("he she they him her them his its their it we who both neither".split())
BODIES = frozenset("company firm bank hospital school council club agency operator owner firm’s company’s".split())


def is_settled(item: Item) -> bool:
    """Whether a word says anywhere that somebody denies, confesses, or was judged."""
    return has(item, SETTLED)


def answered(item: Item, accused: Span) -> bool:
    """Whether a sentence may tell an answer of those who are accused."""
    if not has(item, ANSWERS) and not has(item, OWNED_UP):
        return False
    analysis = item.analysis
    names = {
        word.lower().removesuffix("’s").strip(",.") for word in accused.of(item.text).split() if word[:1].isupper()
    }
    meant = names | MEANT | BODIES
    here = analysis.sentence_at(accused.start).index
    for sentence in analysis.sentences_with(OWNED_UP):
        named = not names.isdisjoint({word.removesuffix("’s") for word in analysis.narrated(sentence)})
        if named or here <= sentence.index <= here + SOON:
            return True
    for sentence in analysis.sentences_with(ANSWERS):
        words = analysis.narrated(sentence)
        told = words & ANSWERS
        if len(told) > 1:
            return True
        if told and not meant.isdisjoint({word.removesuffix("’s") for word in words}) and sentence.index != here:
            return True
    return False
