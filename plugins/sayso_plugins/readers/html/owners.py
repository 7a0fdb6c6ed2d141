"""Whose site a page is, where its own name is a person's, and to whom its licence says that it is credited."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Agent, Org, Pattern
from sayso_plugins.readers.html.bylines import Signed
from sayso_plugins.readers.html.hosts import is_label, label_of
from sayso_plugins.readers.html.houses import is_nobody, is_organisation
from sayso_plugins.readers.html.names import agents_in, looks_like_a_name
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.sheet import Said, Sheet

#: Where a licence names who is to be credited (ccREL, Creative Commons Rights Expression Language, 2008).
CREDITED = "[property~='cc:attributionName'], a[rel~='cc:attributionURL']"
#: How the words of a licence credit somebody: *“Mills” © 2024 by Ana Ruiz is licensed under CC BY-SA 4.0*.
LICENSED = Pattern(
    r"(?:©|\bcopyright)\s(?:\d{4}\s)?by\s(?P<name>[^.,;:()]{4,60}?)\sis\slicen[sc]ed\sunder\s", 2, needs=("licen",)
)
#: Blocks at the end of a page in which it stands, and letters of one.
LAST, LONGEST = 30, 600
TITLE = Pattern(r"(?:(?:prof(?:essor)?|dr|mag|dipl\.-\w+|ing)\.?(?:\s(?:med|phil|jur)\.)?\s+)+(?=[^\W\d_]{2})", 2)
#: Common first names of the countries whose pages are read: a site's name that begins with one can be a person's.
FIRST_NAMES = frozenset(
    """adam adrian alan albert alejandro alessandro alex alexander alexandra alfred alice alicia ana andrea andreas
    andrew andré andy angela anita anja anke ann anna anne annette annika anthony anton antonio arthur astrid
    barbara bastian beate ben benjamin bernd bernhard bettina birgit björn boris brian bruno camille carla carlos
    carmen caroline carsten caterina catherine cathrin charles charlotte chloé chris christa christian christiane
    christina christine christof christoph christopher claire clara claudia clemens cornelia craig cristina daniel
    daniela david davide deborah denis dennis diana diego dieter dirk dominik donald dorothea douglas edward elena
    elisabeth elizabeth elke ellen emily emma enrico erik erika ernst esther eva fabian federico felix fernando
    florian francesca francesco francisco françois frank franz frederik friedrich gabriele gabriel georg george
    gerald gerd gerhard giovanni giulia graham greg gregor gudrun guido guillaume gunnar günter hanna hannah
    hannes hans harald heidi heike heiko heinz helen helena helga helmut hendrik henning henrik holger hugo ian
    ines inga ingo ingrid irene isabel isabelle jack jacob jacques jakob james jan jana jane janet jannis jason
    javier jean jeff jennifer jens jessica joachim jochen joe johann johanna johannes john jonas jonathan jordi
    jörg jorge josef joseph josé juan judith julia julian julie jürgen jutta kai karen karin karl karsten
    katharina katja katrin kate kathrin keith kerstin kevin kim kirsten klaus konrad kristin kurt lars laura
    laurent lea lena leo leon linda lisa lorenzo louis lothar louise luca lucas lucia luis luisa lukas lutz
    magdalena maja manfred manuel marc marcel marco marcus margarete maria marianne marie mario marion mark markus
    marta martin martina mateusz matt matteo matthew matthias maurice max maximilian melanie michael michaela
    michel miguel mike miriam moritz nadine nadja natalie nele nicolas nicole niels nils nina nora norbert olaf
    oliver olivier oscar otto pablo paola paolo pascal patricia patrick paul paula paulo peter petra philip
    philipp philippe pia pierre pilar rafael rainer ralf ralph raphael rebecca regina reinhard renate richard
    robert roberto robin roger roland rolf roman ronald rosa rudolf rüdiger ruth sabine samuel sandra sara sarah
    scott sebastian sergio silke silvia simon simone sonja sophia sophie stefan stefanie stephan stephanie stephen
    steve steven susan susanne svenja sven tanja teresa theresa thomas thorsten tim timo tina tobias tom torben
    torsten udo ulf uli ulrich ulrike ursula ute uwe valentin vanessa vera verena veronika victor victoria vincent
    viola volker walter werner wilhelm william wolfgang yvonne""".split()
)


def owner(sheet: Sheet, outlets: list[Said[Org]]) -> list[Signed]:
    """Who is credited by the licence, or the person whose name is both the site's and its host's."""
    named = list(credited(sheet))
    if named:
        return named[:1]
    label = label_of(sheet.page.host)
    for name, pointer in _names(sheet, outlets):
        bare = TITLE.compiled.sub("", name)
        agents = agents_in(bare, shown=True) if is_label(bare, label) and _is_full_name(bare) else ()
        titled = bare != name or bare.split()[0].casefold() in FIRST_NAMES
        if len(agents) == 1 and titled and agents[0].kind == "person":
            return [Said(agents, pointer)]
    return []


def in_full(sheet: Sheet, signed: Agent) -> list[Signed]:
    """Whoever signs with initials, by the full name that the licence of the page credits."""
    initials = signed.name.replace(".", "").replace(" ", "")
    if not 2 <= len(initials) <= 3 or not initials.isupper():
        return []
    return [
        one
        for one in credited(sheet)
        if "".join(part[0] for part in one.value[0].name.split()).casefold() == initials.casefold()
    ][:1]


def credited(sheet: Sheet) -> Iterator[Signed]:
    """Whom a licence names, in its own properties or in its words."""
    for node in sheet.page.tree.css(CREDITED):
        yield from _people(words(node, 80) or "", sheet.page.pointer(node))
    for block in reversed(sheet.flow.blocks[-LAST:]):
        match = LICENSED.search(block.text) if len(block.text) <= LONGEST else None
        if match is not None:
            yield from _people(match["name"], sheet.page.pointer(block.node))


def _people(text: str, pointer: str) -> Iterator[Signed]:
    agents = agents_in(text, shown=True)
    if agents and all(_is_full_name(one.name) and not is_nobody(one.name) for one in agents):
        yield Said(tuple(Agent(one.name) for one in agents), pointer)


def _names(sheet: Sheet, outlets: list[Said[Org]]) -> Iterator[tuple[str, str]]:
    """What the site calls itself, and where."""
    for one in outlets:
        yield one.value.name, one.pointer
    for meta in sheet.page.meta("msapplication-tooltip"):
        yield meta.content, sheet.page.meta_pointer(meta)


def _is_full_name(name: str) -> bool:
    return len(name.split()) <= 4 and looks_like_a_name(name) and not is_organisation(name)
