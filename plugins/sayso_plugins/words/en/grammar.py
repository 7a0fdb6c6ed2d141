"""English function words, by what they do to a clause. Origin: closed classes of any grammar of English."""

from __future__ import annotations

from sayso import Grammar


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    """the a an this these those his her its their our my your some any no each every another both either one two three
    four five six seven eight nine ten several many most all whose"""
)
PREPOSITIONS = _words(
    """of in on at to for from by with about into over under after before during between among against through
    without within near along across behind beyond since until till via per amid despite toward towards upon inside
    outside around ahead following including like as than"""
)
SUBORDINATORS = _words("while although though when whenever because unless whereas if until since before after once as")
CLAUSE_WORDS = SUBORDINATORS | _words("that which where who whom how why whether and but or so nor yet than")
AUXILIARIES = _words(
    """is are was were be been being am has have had having do does did will would shall should can could may might
    must isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t"""
) | _words(
    # Pasts that are no participle: wherever they stand, somebody did it.
    """took gave went stole hid broke chose fell flew froze grew threw rose shook tore wore woke began became drove ate ran
    drew withdrew overtook undertook mistook swore drank swam sank shrank arose overthrew oversaw forgot forgave"""
)
ADVERBS = _words(
    """also later then once again already still just even never not always often soon now here there earlier first
    finally further furthermore instead meanwhile moreover however therefore thus indeed besides nevertheless
    nonetheless too yesterday today tomorrow tonight flatly since perhaps maybe separately elsewhere afterwards
    twice repeatedly bluntly"""
)
FUNCTION_WORDS = _words(
    """the of and to in a is that it for was on as with by at from are be this have an or had not but were which his
    her their has will been its he she they who would said there when more no if out so up into than them can only
    other about after also we what some could these over under all any most"""
)
ABBREVIATIONS = _words(
    """mr mrs ms dr prof rev hon gen col lt sgt capt cpl maj adm sen rep gov pres st jr sr vs etc inc ltd co corp no
    nos vol pp ed eds fig al cf ca e.g i.e a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu
    thur thurs fri sat sun messrs supt insp det bros dept univ assn approx est min max ave blvd rd sq ft cmdr brig
    pvt spc pte ing engr u.n u.k u.s"""
) - {"sun", "sat", "mar", "may", "no", "fig", "al", "min", "max", "est", "ed", "u.s", "u.n", "u.k"}
#: Openings that turn to something else, so that the source of the sentence before is not carried over.
SHIFTS = _words("meanwhile separately elsewhere recently earlier previously moreover indeed additionally")
TITLE_SIGNS = _words(
    """called titled call calls entitled named dubbed nicknamed known referred so-called slogan slogans banner banners sign signs placard
    placards song songs book film movie series play album novel headline headlined headlines motto hashtag phrase word
    words term chant chanted chanting chants label labelled labeled exhibition show programme program campaign project
    painting poem memoir essay article documentary opera titled christened billed reads graffiti plaque inscription
    inscribed caption subtitle chapter track single episode game operation report paper study t-shirts shirts posters
    poster entitled theme"""
)
GRAMMAR = Grammar(
    that=_words("that"),
    content_openers=_words("that how why whether"),
    relatives=_words("who whose which whom"),
    who=_words("who"),
    joins=_words("and or"),
    both=_words("and"),
    goes_on=_words("and but then"),
    infinitive_signs=_words("to"),
    by=_words("by"),
    likens=_words("as"),
    characterises=_words("as of for"),
    articles=_words("a an the"),
    definite=_words("the"),
    within=_words("of"),
    in_bodies=_words("of for and"),
    saying=_words("saying"),
    quoted=_words("quoted cited reported"),
    they=_words("they"),
    unreal=_words("will would shall should can could may might must won’t wouldn’t can’t couldn’t"),
    passive=_words("is are was were be been being"),
    contracted=_words("it’s he’s she’s they’re"),
    past=("ed",),
    doubles=_words(
        """made built held left found paid sent kept lost met won bought brought caught taught led set cut put shut hit hurt
        let sold laid fought spent lent dug struck shot fed burnt hung stuck swung sought bound wound ground heard used
        owed tied bred bled fled rid shed slid split spread thrust cast cost quit burst clung flung slung stung wrung
        dealt leapt swept wept bent spilt withheld bit beat overcame rode blew rang saw bore forbade wove"""
    ),
    impersonal=_words(
        "emerge emerges emerged transpires transpired appears appeared seems seemed follows happens happened"
    ),
    participles=("ing",),
    customs=_words("usual normal custom tradition standard schedule plan practice protocol"),
    approximates=_words(
        """at least most as many much few about around over under nearly almost some roughly approximately up to more
        fewer less than between only just well a the"""
    ),
    numbers=_words(
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
        million millions billion billions dozen dozens scores half third quarter tenth fifth two-thirds three-quarters
        twenty-one twenty-two twenty-three twenty-four twenty-five"""
    ),
    finite=("ed", "s"),
)
