"""The small words and endings of a language, by what they do around a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, dataclass_transform

C = TypeVar("C")
NONE: frozenset[str] = frozenset()


@dataclass_transform(frozen_default=True)
def with_words(cls: type[C]) -> type[C]:
    """A class whose fields have their defaults on it: sixty fields of a tuple or an attrs class cost 2 ms at start."""
    return cls


class Words:
    """What classes of :func:`with_words` do alike: they take their fields by name and do not change."""

    if not TYPE_CHECKING:

        def __init__(self, **words: object) -> None:
            unknown = words.keys() - type(self).__annotations__.keys()
            if unknown:
                raise TypeError(f"a {type(self).__name__} has no {sorted(unknown)[0]!r}")
            self.__dict__.update(words)

        def __setattr__(self, name: str, value: object) -> None:
            raise AttributeError(f"a {type(self).__name__} does not change")


@with_words
class Grammar(Words):
    """Words in lower case. Whatever is left empty is not looked for.

    Attributes:
        that: Conjunctions that part a cue from its content (*that*).
        content_openers: All words by which content may begin behind a cue (*that, how, whether*).
        relatives: Relative pronouns (*who, which*).
        who: Those of them that only persons have (*who*).
        joins: Words that join phrases of one kind (*and, or*).
        both: Those of them that make several voices of two (*and*).
        goes_on: Words behind which the subject of the sentence goes on (*and, but, then*).
        infinitive_signs: Words before an infinitive (*to*).
        by: Words before the one who does what a passive verb says (*by*).
        likens: Words before what somebody is said to be (*as*).
        characterises: Words by which a verb such as *describe* says what somebody makes of a thing (*as, for*).
        articles: Definite and indefinite articles.
        definite: Articles and the like for somebody who was named before (*the*).
        within: Prepositions inside a phrase for persons (*of*).
        in_bodies: Words inside the names of bodies (*of, for, and*).
        saying: Forms of *say* in *quoted as saying*.
        quoted: The verbs before them.
        they: Pronouns for several persons.
        unreal: Auxiliaries by which nothing has been said yet (*will, may*).
        passive: Auxiliaries of the passive voice (*was*).
        contracted: Pronouns written together with one of these (*it’s*); nobody speaks by them.
        drops_subject: Whether a verb needs no subject, so that the one who spoke goes on in *«…», añadió*.
        past: Endings of verbs of the past (*-ed*).
        doubles: Pasts that are participles, too (*made, held, found*): verbs where an object stands behind them.
        impersonal: Verbs whose *it* stands for nobody (*it emerged that*).
        participles: Endings of the verb in *…, adding that* (*-ing*).
        customs: Words behind *as per* and the like that are nobody (*usual*).
        approximates: Words before a number that make it about so many or a bound (*at least, as many as, about*).
        numbers: Numbers in words, and nouns of quantity (*forty, dozen, half*).
        finite: Endings by which any verb can attribute a quotation before it.
    """

    that: frozenset[str] = NONE
    content_openers: frozenset[str] = NONE
    relatives: frozenset[str] = NONE
    who: frozenset[str] = NONE
    joins: frozenset[str] = NONE
    both: frozenset[str] = NONE
    goes_on: frozenset[str] = NONE
    infinitive_signs: frozenset[str] = NONE
    by: frozenset[str] = NONE
    likens: frozenset[str] = NONE
    characterises: frozenset[str] = NONE
    articles: frozenset[str] = NONE
    definite: frozenset[str] = NONE
    within: frozenset[str] = NONE
    in_bodies: frozenset[str] = NONE
    saying: frozenset[str] = NONE
    quoted: frozenset[str] = NONE
    they: frozenset[str] = NONE
    unreal: frozenset[str] = NONE
    passive: frozenset[str] = NONE
    contracted: frozenset[str] = NONE
    drops_subject: bool = False
    past: tuple[str, ...] = ()
    doubles: frozenset[str] = NONE
    impersonal: frozenset[str] = NONE
    participles: tuple[str, ...] = ()
    customs: frozenset[str] = NONE
    approximates: frozenset[str] = NONE
    numbers: frozenset[str] = NONE
    finite: tuple[str, ...] = ()


NO_GRAMMAR = Grammar()
