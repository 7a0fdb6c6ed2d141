"""Spanish function words, by what they do to a clause. Origin: closed classes of any grammar of Spanish."""

from __future__ import annotations

from sayso import Grammar


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    """el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella su sus mi mis nuestro nuestra
    nuestros nuestras algún alguna algunos algunas ningún ninguna cada todo toda todos todas otro otra otros otras dos
    tres cuatro cinco seis siete ocho nueve diez varios varias muchos muchas ambos ambas lo"""
)
PREPOSITIONS = _words(
    """a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por sin sobre tras según"""
)
SUBORDINATORS = _words("mientras aunque cuando porque si como donde pues")
CLAUSE_WORDS = SUBORDINATORS | _words("que y e o u pero sino ni quien quienes cuyo cuya cual cuales cómo qué")
AUXILIARIES = _words(
    """es son era eran fue fueron será serán sería ser sido está están estaba estaban estuvo ha han había habían hubo
    haber hay tiene tienen tenía puede pueden podía podrá podrán podría podrían debe deben deberá no se le les lo"""
)
ADVERBS = _words(
    """también después luego ayer hoy mañana ya aún todavía siempre nunca ahora entonces además incluso así asimismo
    mientras tanto antes tarde pronto allí aquí ahí"""
)
FUNCTION_WORDS = _words(
    """de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre
    este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo
    hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada e vida otro después te otros
    aunque esa eso hace otra gobierno tan durante siempre día tanto ella tres sí dijo sido según"""
)
ABBREVIATIONS = _words("sr sra srta dr dra d dña ud uds pág núm art etc ee uu av prof gral cnel tte")
GRAMMAR = Grammar(
    that=_words("que"),
    content_openers=_words("que cómo si"),
    relatives=_words("quien quienes cuyo cuya que"),
    who=_words("quien quienes"),
    joins=_words("y e o u"),
    both=_words("y e"),
    goes_on=_words("y e pero"),
    by=_words("por"),
    likens=_words("como"),
    characterises=_words("como de"),
    articles=_words("el la los las un una unos unas"),
    definite=_words("el la los las"),
    within=_words("de del"),
    in_bodies=_words("de del para y e"),
    they=_words("ellos ellas"),
    unreal=_words("será serán sería podrá podrán podría podrían puede pueden debe deben deberá"),
    passive=_words("es son era eran fue fueron ser sido"),
    drops_subject=True,
    participles=("ando", "iendo"),
    finite=("ó", "aron", "ieron", "aba", "aban", "ía", "ían"),
)
