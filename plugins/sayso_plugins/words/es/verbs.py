"""Spanish verbs that attribute, in the forms of the third person that reports use. Origin: written for sayso."""

from __future__ import annotations

from sayso import CueVerb

#: lemma: forms of the third person and the gerund; ``*`` before a form that is also a noun or an everyday word
SPEECH = """
decir dijo dijeron dice dicen diciendo decía decían dicho
afirmar afirmó afirmaron afirma afirman afirmando afirmado
asegurar aseguró aseguraron asegura aseguran asegurando asegurado
explicar explicó explicaron explica explican explicando explicado
señalar señaló señalaron señala señalan señalando señalado
declarar declaró declararon declara declaran declarando declarado
añadir añadió añadieron añade añaden añadiendo añadido
agregar agregó agregaron agrega agregan agregando
indicar indicó indicaron indica indican indicando indicado
manifestar manifestó manifestaron manifiesta manifiestan manifestando manifestado
sostener sostuvo sostuvieron sostiene sostienen sosteniendo sostenido
anunciar anunció anunciaron *anuncia anuncian anunciando anunciado
advertir advirtió advirtieron advierte advierten advirtiendo advertido
reconocer reconoció reconocieron reconoce reconocen reconociendo reconocido
admitir admitió admitieron admite admiten admitiendo admitido
negar negó negaron niega niegan negando negado
denunciar denunció denunciaron *denuncia denuncian denunciando denunciado
insistir insistió insistieron insiste insisten insistiendo insistido
subrayar subrayó subrayaron subraya subrayan subrayando subrayado
recordar recordó recordaron recuerda recuerdan recordando recordado
confirmar confirmó confirmaron confirma confirman confirmando confirmado
informar informó informaron informa informan informando informado
comentar comentó comentaron comenta comentan comentando comentado
precisar precisó precisaron *precisa precisan precisando precisado
responder respondió respondieron responde responden respondiendo respondido
prometer prometió prometieron promete prometen prometiendo prometido
relatar relató relataron *relata relatan relatando relatado
contar contó contaron *cuenta *cuentan contando *contado
apuntar apuntó apuntaron *apunta apuntan apuntando *apuntado
concluir concluyó concluyeron concluye concluyen concluyendo concluido
defender defendió defendieron *defiende *defienden
criticar criticó criticaron *critica critican
lamentar lamentó lamentaron lamenta lamentan lamentando
reclamar reclamó reclamaron *reclama reclaman
acusar *acusó *acusaron *acusa *acusan
publicar *publicó *publicaron
"""
BELIEF = """
creer cree creen creyó creía creían
considerar considera consideran consideró consideraba
opinar opina opinan opinó
estimar estima estiman estimó
pensar piensa piensan pensó pensaba
prever prevé prevén
calcular calcula calculan calculó
temer teme temen temía temían
"""
EVIDENCE = """
mostrar muestra muestran mostró mostraron
revelar revela revelan reveló revelaron
demostrar demuestra demuestran demostró
reflejar refleja reflejan
"""


def _forms() -> dict[str, CueVerb]:
    forms: dict[str, CueVerb] = {}
    for kind, table in (("speech", SPEECH), ("belief", BELIEF), ("evidence", EVIDENCE)):
        for line in table.strip().splitlines():
            lemma, *others = line.split()
            for form in others:
                forms[form.removeprefix("*")] = CueVerb(lemma, kind, form.startswith("*"))
    return forms


VERBS = _forms()
ACCORDING = (
    ("según",),
    ("de", "acuerdo", "con"),
    ("conforme", "a"),
    ("a", "juicio", "de"),
    ("en", "opinión", "de"),
    ("en", "palabras", "de"),
)
HEDGES = (
    ("supuestamente",),
    ("presuntamente",),
    ("al", "parecer"),
    ("por", "lo", "visto"),
    ("se", "cree", "que"),
    ("se", "dice", "que"),
    ("se", "rumorea", "que"),
    ("habría",),
    ("habrían",),
)
