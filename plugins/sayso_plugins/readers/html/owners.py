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
from sayso_plugins.words.en.names import GIVEN_NAMES

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
FIRST_NAMES = GIVEN_NAMES | frozenset(
    """alessandro alfred andré anja anke annette annika anton astrid bastian beate bernd bernhard bettina birgit
    björn boris bruno camille carsten caterina cathrin chloé christa christiane christof christoph clemens
    cornelia cristina davide denis dieter dirk dominik dorothea elisabeth elke enrico erika ernst fabian
    federico florian francesco francisco franz françois frederik friedrich gabriel gabriele georg gerd gerhard
    gregor gudrun guido guillaume gunnar günter hanna hannes harald heike heiko heinz helga helmut hendrik
    henning henrik holger hugo inga ingo ingrid isabelle jacques jakob jana jannis jens joachim jochen johann
    johannes jonas jordi josef jutta jörg jürgen kai karin karsten katharina kathrin katja katrin kerstin
    kirsten klaus konrad kristin kurt laurent lea lena lothar luca luisa lukas lutz maja manfred manuel marcel
    marcus margarete marianne markus martina mateusz matteo matthias maurice maximilian michaela miriam moritz
    nadine nadja nele nicolas niels nils norbert olaf olivier otto paola paolo pascal paulo petra philipp
    philippe pia pilar rafael rainer ralf raphael regina reinhard renate roland rolf roman rudolf rüdiger
    sabine sebastian sergio silke silvia simone sonja stefan stefanie stephan susanne sven svenja tanja
    theresa thorsten timo tobias torben torsten udo ulf uli ulrich ulrike ursula ute uwe valentin verena
    veronika viola volker werner wilhelm wolfgang""".split()
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
