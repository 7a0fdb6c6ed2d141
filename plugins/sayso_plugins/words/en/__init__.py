"""The English language pack."""

from pathlib import Path

from sayso import LanguagePack, by_first_word
from sayso_plugins.words.en import candidates, contested, grammar, names, people, senses, shape, sureness, times, verbs


def model_data() -> bytes:
    """The file of the learned part; attribution.md says what it was trained on and how good it is."""
    return Path(__file__).with_name("attribution.model").read_bytes()


def statements_data() -> bytes:
    """The file of the model of statements; statements.md says what it was trained on and how good it is."""
    return Path(__file__).with_name("statements.model").read_bytes()


ENGLISH = LanguagePack(
    code="en",
    function_words=grammar.FUNCTION_WORDS,
    abbreviations=grammar.ABBREVIATIONS,
    verbs=verbs.VERBS,
    cue_words=candidates.CUE_WORDS,
    according=by_first_word(verbs.ACCORDING),
    citing=frozenset({"citing", "quoting"}),
    hedges=by_first_word(verbs.HEDGES),
    roles=people.ROLES,
    titles=people.TITLE_WORDS,
    organisations=people.ORGANISATION_WORDS,
    documents=people.DOCUMENT_WORDS,
    media=people.MEDIA_WORDS,
    outlet_words=people.OUTLETS,
    outlet_nouns=frozenset(people.OUTLET_NOUNS.split()),
    hearsay=frozenset(people.HEARSAY.split()),
    negations=frozenset(people.NEGATIONS.split()),
    own_voice=frozenset(people.OWN_VOICE.split()),
    genders=people.GENDERS,
    singular_agents=people.SINGULAR_AGENTS,
    plural_agents=people.PLURAL_AGENTS,
    collectives=people.COLLECTIVE_WORDS,
    anonymous=people.ANONYMOUS_WORDS,
    singular_pronouns=people.SINGULAR,
    plural_pronouns=people.PLURAL,
    clause_words=grammar.CLAUSE_WORDS,
    subordinators=grammar.SUBORDINATORS,
    auxiliaries=grammar.AUXILIARIES,
    adverbs=grammar.ADVERBS,
    adverb_ending="ly",
    determiners=grammar.DETERMINERS,
    prepositions=grammar.PREPOSITIONS,
    particles=people.PARTICLE_WORDS,
    grammar=grammar.GRAMMAR,
    relative_time=times.RELATIVE,
    absolute_time=times.ABSOLUTE,
    time_words=times.TIME_WORDS,
    title_signs=grammar.TITLE_SIGNS,
    comment_labels=shape.COMMENT_LABELS,
    news_labels=shape.NEWS_LABELS,
    turn_labels=shape.TURN_LABELS,
    self_description=shape.SELF_DESCRIPTION,
    published_by=shape.PUBLISHED_BY,
    about_words=shape.ABOUT_WORDS,
    about_heading=shape.ABOUT_HEADING,
    funded_by=shape.FUNDED_BY,
    credit=shape.CREDIT,
    sign_off=shape.SIGN_OFF,
    written_by=shape.WRITTEN_BY,
    independence_signs=shape.INDEPENDENCE,
    interest_signs=shape.INTEREST,
    disclosure_words=shape.DISCLOSURE,
    pointer_words=shape.POINTER,
    byline=shape.BYLINE,
    signer=shape.SIGNER,
    place_name=names.PLACE_NAME,
    given_names=names.GIVEN_NAMES,
    dateline=shape.DATELINE,
    date_line=shape.DATE_LINE,
    full_date=times.FULL_DATE,
    months=times.MONTHS,
    contested=contested.CONTESTED,
    uncontested=contested.UNCONTESTED,
    anonymity=people.ANONYMITY,
    opinion_words=contested.OPINION_WORDS,
    shifts=grammar.SHIFTS,
    sureness=sureness.SURENESS,
    model_data=model_data,
    senses=senses.SENSES,
    statements_data=statements_data,
)
