"""The Spanish language pack: small on purpose, without a learned part.

It finds who said what with the commonest verbs of speech, *según* and its kin, hedges and time expressions. Bylines,
boilerplate and the words of contestable claims are not in it, so that none of these is found in a Spanish text.
"""

from sayso import LanguagePack, by_first_word
from sayso_plugins.words.es import grammar, people, times, verbs

SPANISH = LanguagePack(
    code="es",
    function_words=grammar.FUNCTION_WORDS,
    # Catalan and Galician have 0.31 of them, Portuguese and French 0.27; Spanish news 0.38 and more.
    least_shares=(0.35, 0.35),
    abbreviations=grammar.ABBREVIATIONS,
    verbs=verbs.VERBS,
    according=by_first_word(verbs.ACCORDING),
    hedges=by_first_word(verbs.HEDGES),
    roles=people.ROLES,
    titles=people.TITLES,
    organisations=people.ORGANISATIONS,
    documents=people.DOCUMENTS,
    media=people.MEDIA,
    outlet_words=people.OUTLETS,
    negations=people.NEGATIONS,
    own_voice=people.OWN_VOICE,
    genders=people.GENDERS,
    collectives=people.COLLECTIVES,
    anonymous=people.ANONYMOUS,
    singular_pronouns=people.SINGULAR,
    plural_pronouns=people.PLURAL,
    clause_words=grammar.CLAUSE_WORDS,
    subordinators=grammar.SUBORDINATORS,
    auxiliaries=grammar.AUXILIARIES,
    adverbs=grammar.ADVERBS,
    adverb_ending="mente",
    determiners=grammar.DETERMINERS,
    prepositions=grammar.PREPOSITIONS,
    particles=people.PARTICLES,
    grammar=grammar.GRAMMAR,
    relative_time=times.RELATIVE,
    absolute_time=times.ABSOLUTE,
    time_words=times.TIME_WORDS,
    months=times.MONTHS,
)
