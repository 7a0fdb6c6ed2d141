"""Spanish nouns for those who speak. Origin: written for sayso from reading news prose; no list was copied."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLES = _words(
    """ministro ministra presidente presidenta alcalde alcaldesa gobernador gobernadora senador senadora diputado
    diputada concejal concejala portavoz vocero vocera secretario secretaria director directora jefe jefa fiscal juez
    jueza abogado abogada economista analista profesor profesora investigador investigadora médico médica enfermera
    ingeniero ingeniera arquitecto arquitecta escritor escritora periodista editor editora dueño dueña empresario
    empresaria agricultor agricultora pescador pescadora vecino vecina testigo embajador embajadora general coronel
    capitán comisario comisaria inspector inspectora obispo párroco entrenador entrenadora jugador jugadora cantante
    actor actriz candidato candidata líder dirigente sindicalista consejero consejera rector rectora meteoróloga
    meteorólogo bióloga biólogo geóloga geólogo historiador historiadora víctima madre padre hermano hermana hijo hija
    viuda viudo hombre mujer"""
)
TITLES = _words("sr sra don doña dr dra señor señora monseñor")
ORGANISATIONS = _words(
    """ministerio gobierno ayuntamiento alcaldía policía fiscalía tribunal juzgado consejo comisión parlamento congreso
    senado ejército marina partido sindicato federación asociación club instituto fundación universidad colegio escuela
    hospital empresa compañía banco grupo agencia organización comité consejería junta diputación cámara cooperativa
    bomberos municipio oposición ejecutivo museo iglesia defensoría procuraduría secretaría"""
)
DOCUMENTS = _words(
    """informe informes estudio estudios encuesta encuestas datos cifras documento documentos sentencia auto comunicado
    carta denuncia acta actas investigación registro registros boletín nota sondeo auditoría memoria expediente balance"""
)
MEDIA = _words("medios prensa periódicos diarios periódico diario televisión radio")
OUTLETS = _words("agencia efe diario heraldo gaceta noticias tribuna correo radio televisión")
NEGATIONS = _words("nadie ninguno ninguna ningún nada")
OWN_VOICE = _words("yo nosotros nosotras")
SINGULAR = _words("él ella")
PLURAL = _words("ellos ellas ello")
GENDERS = {"él": "m", "ella": "f", "sr": "m", "sra": "f", "don": "m", "doña": "f", "señor": "m", "señora": "f"}
COLLECTIVES = _words(
    """vecinos vecinas expertos expertas analistas críticos testigos autoridades funcionarios economistas médicos
    agricultores pescadores sindicatos observadores residentes familiares científicos investigadores dirigentes fuentes
    bomberos trabajadores manifestantes estudiantes maestros padres empresarios abogados"""
)
ANONYMOUS = _words("fuente fuentes allegado allegados informante informantes")
PARTICLES = _words("de del la las los y van von")
