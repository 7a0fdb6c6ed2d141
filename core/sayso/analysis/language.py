"""A language pack: the words of one language that the analysis reads with. Data, and no algorithm."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.analysis.flags import CANDIDATE, CONTESTED, DATE_WORD, OPENING, OPINION, TIME_WORD, VERB
from sayso.analysis.grammar import NO_GRAMMAR, Grammar, Words, with_words
from sayso.text.pattern import Pattern

if TYPE_CHECKING:
    from sayso.analysis.learned import Model
    from sayso.analysis.statements import Statements, WordSenses
    from sayso.analysis.word_classes import WordClasses

NOTHING = Pattern(r"(?!)")


#: Phrases by their first word, the longest first.
Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
NO_PHRASES: Phrases = {}


def by_first_word(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(group) for word, group in found.items()}


class CueVerb(NamedTuple):
    """A verb that can attribute.

    Attributes:
        lemma: Its dictionary form.
        kind: ``speech`` (say, announce), ``belief`` (think, expect), ``attitude`` (know, hope: what somebody has
            in mind, and no source of it), ``evidence`` (show, find: a document's verbs) or ``quoting`` (call,
            praise: it attributes words in quotation marks, or what somebody makes of a thing).
        strict: Whether the form is also a noun or an everyday verb, so that it must stand before *that*, a
            quotation or a colon, or after what was said.
        takes_person: Whether it names the one spoken to (tell, inform).
        names: Whether what it makes of a thing follows it without *as* (call, term).
        only_quoted: Whether it is an everyday verb that attributes only what stands in quotation marks (*laugh*).
        deeds: Words behind it with which it tells what somebody did, and nothing that was said: *lives* and *title*
            of claim, *with* of argue.
    """

    lemma: str
    kind: str = "speech"
    strict: bool = False
    takes_person: bool = False
    names: bool = False
    only_quoted: bool = False
    deeds: frozenset[str] = frozenset()


class Contest(NamedTuple):
    """A kind of statement that needs a source, by the words that make it one.

    Attributes:
        name: The category, such as ``casualties``.
        triggers: Words one of which must be there.
        companions: Words one of which must be there too; empty asks for none. ``#`` stands for any number.
        unless: Words that make it something else.
    """

    name: str
    triggers: frozenset[str]
    companions: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


@with_words
class LanguagePack(Words):
    """What the analysis knows of a language. Words are lower case unless their case says something.

    Every field has a default that knows nothing, so that a language can start small; what a pack leaves out
    is not found, and never found wrongly.

    Attributes:
        code: The BCP 47 code.
        function_words: Frequent short words by which a text is recognised as of this language.
        least_shares: The share of them from which a text is of this language, and that for a short text, which may have
            few by chance. Higher where sister languages have many of the words.
        abbreviations: Forms that end in a full stop and no sentence, without that stop.
        verbs: Inflected form to cue.
        cue_words: Further words that may attribute, to their class: intentions, and nouns such as *statement*. Only the
            learned part looks at them.
        according: Phrases that take a source after them (*according to*), by :func:`by_first_word`.
        citing: Those of them by which the one who speaks names whom the words are from (*citing*).
        hedges: Words and phrases that say a thing was said and hide by whom, likewise.
        roles: Nouns for what a person is (*minister, spokesman, farmer*).
        titles: Words before a name (*Mr, General*).
        organisations: Nouns for bodies (*ministry, police, company*).
        documents: Nouns for what can be read (*report, indictment*).
        media: Nouns for press and broadcasters in general (*media, newspapers*).
        outlet_words: Words that end the name of an outlet (*Times, Radio*), or are one (*Reuters*).
        outlet_nouns: Nouns before the name of an outlet (*the daily, the news agency*).
        hearsay: Nouns for reports that are nobody's (*reports, accounts*).
        negations: Words by which nobody speaks (*no, none*).
        own_voice: Pronouns of the item's own author (*we, I*).
        genders: Pronouns, titles and roles to the gender that they tell, so that *she* is not taken for *Mr Berg*.
        collectives: Nouns for people without a name in the plural (*officials, critics*).
        singular_agents: Endings of nouns for one who does something (*-er, -ist*).
        plural_agents: The same for several.
        anonymous: Nouns that mean only that somebody said it (*source, insider*).
        singular_pronouns: *he, she* and the like.
        plural_pronouns: *they* and the like, and *it* for bodies.
        clause_words: Words that begin a clause, so that a subject does not reach across them.
        subordinators: Those of them that begin a clause which does not govern the sentence.
        auxiliaries: Forms that show a finite verb, or stand between a subject and its verb.
        adverbs: Words that may stand between a subject and its verb; those in `adverb_ending` come too.
        determiners: Words that begin a noun phrase.
        prepositions: Words that begin a phrase after a noun.
        particles: Small words inside names (*van, al*).
        grammar: Small words and endings by what they do around a cue.
        relative_time: Time expressions that need a date to count from.
        absolute_time: Dates and years that do not.
        time_words: Words one of which stands in every time expression, the years as digits included.
        title_signs: Words before a quotation that is a name, a title or an inscription.
        comment_labels: Labels that open a comment, as written in lower case, to the section kind.
        news_labels: Labels that open the news part.
        turn_labels: Labels of an interview that name nobody, in lower case, to ``asks`` or ``answers``.
        self_description: Signs that an organisation describes itself: an ``organisation`` group is its name.
        published_by: *Published by …*: an ``organisation`` group is the publisher.
        about_words: Words of which a publisher's description of itself has one.
        about_heading: A line that stands above such a description.
        funded_by: Who pays, in the group ``funders``.
        credit: A line in which an agency says who reported and edited.
        sign_off: A line behind the item that signs it: groups ``signed``, ``bracketed`` and ``plain``.
        written_by: A sentence of the publisher that names who writes, in the group ``signed``.
        independence_signs: Words of such a description on independence, money or control.
        interest_signs: Words that tell the kind of outlet, to that kind.
        disclosure_words: What a disclosure discloses.
        pointer_words: Words that send the reader somewhere else.
        byline: A line that names the author, in the group ``name``.
        signer: A line that may name the author without a word like *by*, in the group ``name``; a group ``as`` has what
            makes that sure: a role, a place that is reported from.
        place_name: The whole name of a place, where it shows that it is one (*New Delhi, Kuala Lumpur*).
        given_names: Given names of people, by which a second name in a byline is known for one who signs.
        dateline: The opening of a report: groups ``place``, ``date``, ``agency``.
        date_line: A line that gives the date of publication, in the group ``date``; of a change, where ``updated``
            matches.
        full_date: A date with its year: groups ``day``, ``last`` (of a range), ``month``, ``year``; ``month2``,
            ``day2``, ``year2``; ``day3``, ``month3``, ``year3`` in figures; or ``iso``.
        months: Month name to number.
        contested: Kinds of statement that need a source (ATT-001).
        uncontested: Words of statements that need none, such as a court's own acts, or that are not flat.
        sureness: How often attributions of each pattern were right: points from raw score to measured share. A key with
            `` without source`` behind it is for those that have none.
        model_data: Gives the file of the learned part; None where there is none, or it is switched off.
        senses: By name of a sense, words that have it, for the model of statements.
        statements_data: Gives the file of the model of statements; None where there is none, or it is switched off.
        anonymity: Words that say a name is withheld, with why in the group ``reason``.
        opinion_words: Words by which an author judges or advises (*should, must*).
        shifts: Words that open a sentence and turn to something else, so that no source is carried over.
    """

    code: str
    function_words: frozenset[str] = frozenset()
    least_shares: tuple[float, float] = (0.2, 0.1)
    abbreviations: frozenset[str] = frozenset()
    verbs: Mapping[str, CueVerb] = {}
    cue_words: Mapping[str, str] = {}
    according: Phrases = NO_PHRASES
    citing: frozenset[str] = frozenset()
    hedges: Phrases = NO_PHRASES
    roles: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    outlet_words: frozenset[str] = frozenset()
    outlet_nouns: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    own_voice: frozenset[str] = frozenset()
    genders: Mapping[str, str] = {}
    collectives: frozenset[str] = frozenset()
    singular_agents: tuple[str, ...] = ()
    plural_agents: tuple[str, ...] = ()
    anonymous: frozenset[str] = frozenset()
    singular_pronouns: frozenset[str] = frozenset()
    plural_pronouns: frozenset[str] = frozenset()
    clause_words: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    adverb_ending: str = ""
    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    grammar: Grammar = NO_GRAMMAR
    relative_time: Pattern = NOTHING
    absolute_time: Pattern = NOTHING
    time_words: frozenset[str] = frozenset()
    title_signs: frozenset[str] = frozenset()
    comment_labels: Mapping[str, str] = {}
    news_labels: frozenset[str] = frozenset()
    turn_labels: Mapping[str, str] = {}
    self_description: Pattern = NOTHING
    published_by: Pattern = NOTHING
    about_words: Pattern = NOTHING
    about_heading: Pattern = NOTHING
    funded_by: Pattern = NOTHING
    credit: Pattern = NOTHING
    sign_off: Pattern = NOTHING
    written_by: Pattern = NOTHING
    independence_signs: Pattern = NOTHING
    interest_signs: Mapping[str, Pattern] = {}
    disclosure_words: Pattern = NOTHING
    pointer_words: Pattern = NOTHING
    byline: Pattern = NOTHING
    signer: Pattern = NOTHING
    place_name: Pattern = NOTHING
    given_names: frozenset[str] = frozenset()
    dateline: Pattern = NOTHING
    date_line: Pattern = NOTHING
    full_date: Pattern = NOTHING
    months: Mapping[str, int] = {}
    contested: tuple[Contest, ...] = ()
    uncontested: frozenset[str] = frozenset()
    anonymity: Pattern = NOTHING
    opinion_words: frozenset[str] = frozenset()
    shifts: frozenset[str] = frozenset()
    sureness: Mapping[str, tuple[tuple[float, float], ...]] = {}
    model_data: Callable[[], bytes] | None = None
    senses: Mapping[str, str] = {}
    statements_data: Callable[[], bytes] | None = None

    if not TYPE_CHECKING:

        def __init__(self, code: str, **words: object) -> None:
            super().__init__(code=code, **words)

    def replaced(self, **words: Any) -> LanguagePack:
        """The same pack with other words."""
        mine = {name: value for name, value in self.__dict__.items() if name in LanguagePack.__annotations__}
        return LanguagePack(**(mine | words))

    @cached_property
    def flags(self) -> dict[str, int]:
        """Lower-case word to what it may be, as bits: one look-up a token tells which sentences need a closer one."""
        dates = {word for word in self.time_words if word.isdigit() or word.removesuffix("’s") in self.months}
        flags: dict[str, int] = {}
        for bit, words in (
            (VERB, self.verbs),
            (OPENING, self.according),
            (OPENING, self.hedges),
            (OPINION, self.opinion_words),
            (CANDIDATE, self.verbs),
            (CANDIDATE, self.cue_words),
            (DATE_WORD, dates),
            (TIME_WORD, self.time_words - dates),
            (CONTESTED, frozenset().union(*(contest.triggers for contest in self.contested))),
        ):
            for word in words:
                flags[word] = flags.get(word, 0) | bit
        return flags

    @cached_property
    def contested_by(self) -> dict[str, list[int]]:
        """Trigger to the numbers of the kinds of statement in `contested` that it makes, ascending."""
        found: dict[str, list[int]] = {}
        for number, contest in enumerate(self.contested):
            for word in contest.triggers:
                found.setdefault(word, []).append(number)
        return found

    @cached_property
    def model(self) -> Model | None:
        """The learned part, read at the first need.

        Raises:
            SaysoError: If its file is broken.
        """
        if self.model_data is None:
            return None
        from sayso.analysis.learned import load

        return load(self.model_data())

    @cached_property
    def statements(self) -> Statements | None:
        """The model of statements, read at the first need.

        Raises:
            SaysoError: If its file is broken.
        """
        if self.statements_data is None:
            return None
        from sayso.analysis.statements import unpacked

        return unpacked(self.statements_data())

    @cached_property
    def word_senses(self) -> WordSenses:
        """The senses of words for the model of statements."""
        from sayso.analysis.statements import WordSenses

        return WordSenses(self.senses)

    @cached_property
    def word_classes(self) -> WordClasses:
        """The classes of words for the learned part."""
        from sayso.analysis.word_classes import WordClasses

        return WordClasses(self)

    @cached_property
    def openings(self) -> frozenset[tuple[str, ...]]:
        """The first two words of each hedge and each phrase like *according to*, or its only one: *reportedly*."""
        return frozenset(
            phrase[:2] for group in (self.hedges, self.according) for phrases in group.values() for phrase in phrases
        )

    @cached_property
    def cue_openers(self) -> frozenset[str]:
        """The words with which the rules' cues begin."""
        return frozenset(word for word, flag in self.flags.items() if flag & (VERB | OPENING))

    @cached_property
    def nameless(self) -> frozenset[str]:
        """Nouns for those who speak without a name: *experts, insiders, media, reports*."""
        return self.collectives | self.anonymous | self.media | self.hearsay

    @cached_property
    def before_participles(self) -> frozenset[str]:
        """What stands before the participle of a hedge and is no part of the cue: *it is* in *it is said*."""
        return self.auxiliaries | self.singular_pronouns | self.plural_pronouns | self.grammar.contracted

    @cached_property
    def function_like(self) -> frozenset[str]:
        """Words that a capital at the beginning of a sentence makes no name."""
        return (
            self.determiners
            | self.prepositions
            | self.clause_words
            | self.adverbs
            | self.auxiliaries
            | self.function_words
        )

    @cached_property
    def name_like(self) -> frozenset[str]:
        """Words of the grammar as a name has them, with a capital: *Per, Will, So*; no articles, nor *I*."""
        lows = (self.function_like | self.pronouns) - self.grammar.articles - self.grammar.definite - self.own_voice
        return frozenset(low.capitalize() for low in lows)

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """All pronouns, the author's own and *this* and *that* included: none is a name."""
        return self.singular_pronouns | self.plural_pronouns | self.own_voice | self.determiners - {"the"}

    @cached_property
    def before_nouns(self) -> frozenset[str]:
        """Determiners and prepositions."""
        return self.determiners | self.prepositions

    def is_common(self, low: str) -> bool:
        """Whether a lower-case word is a common noun for somebody or something that speaks."""
        return self.kind_of(low) is not None or low in self.media

    def kind_of(self, noun: str) -> str | None:
        """The kind of speaker that a lower-case noun means: the lists first, then the endings."""
        if noun in self.documents:
            return "document"
        if noun in self.collectives or (noun in self.anonymous and noun.endswith("s")):
            return "unnamed_collective"
        if noun in self.roles or noun in self.anonymous:
            return "unnamed_person"
        if noun in self.organisations:
            return "organization"
        if len(noun) > 5 and self.plural_agents and noun.endswith(self.plural_agents):
            return "unnamed_collective"
        if len(noun) > 5 and self.singular_agents and noun.endswith(self.singular_agents):
            return "unnamed_person"
        return None

    def share(self, words: Sequence[str]) -> float:
        """The share of this language's function words among lower-case words, 0 to 1."""
        return sum(map(self.function_words.__contains__, words)) / len(words) if words else 0.0


#: The pack for a text in no language that is known: words, sentences and quotation marks, and nothing else.
NO_LANGUAGE = LanguagePack("und")
