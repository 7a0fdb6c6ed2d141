"""Studies, tests, documents and books of no name that tell something, in front of their verb or behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso import Item, Span, WordList

if TYPE_CHECKING:
    from sayso import Element, Sentence

#: What is found out, by whomsoever. Origin: written for sayso.
STUDIES = frozenset(
    """study studies trial trials experiment experiments research measurements modelling modeling
    simulation simulations estimate estimates projections projection calculations calculation analyses analysis
    observations meta-analysis meta-analyses review assessment evaluation audit excavations autopsy audits
    reviews""".split()
)
#: The same, where a word before tells what kind of them it is: *laboratory tests*, *satellite data*, *earlier work*.
OF_A_KIND = frozenset(
    """tests test data figures statistics images imagery photographs scans samples readings work findings models model
    evidence results""".split()
)
#: Papers that somebody wrote.
PAPERS = frozenset(
    """document documents memo memos memorandum papers paper email emails e-mail e-mails letter letters file files
    minutes message messages texts transcript transcripts recording recordings presentation slides spreadsheet
    spreadsheets ledger ledgers invoices contract contracts map maps draft drafts dossier dossiers briefing briefings
    note notes manuscript diary diaries correspondence blueprint blueprints cable cables script plan plans""".split()
)
REPORTS = frozenset({"report", "reports", "paper", "dossier", "memo", "thesis"})
BOOKS = frozenset(
    """biography biographies book books textbook textbooks history histories chronicle chronicles article articles essay
    essays guidebook guidebooks encyclopedia encyclopaedia handbook memoir memoirs""".split()
)
NOUNS = WordList(STUDIES | OF_A_KIND | PAPERS | REPORTS | BOOKS)
#: Papers are anybody's where one of these stands before them.
SECRET = frozenset(
    """leaked internal confidential classified secret unpublished private company corporate draft official hidden
    unreleased suppressed unseen restricted redacted archive archival declassified stolen hacked purported""".split()
)
KINDS = frozenset(
    """laboratory lab blood dna genetic satellite radar aerial archive archival clinical chemical forensic toxicology
    soil water seismic drone sonar radiocarbon carbon isotope field wind-tunnel crash animal early earlier previous
    prior recent later other separate unpublished published preliminary provisional historical statistical new latest
    official leaked internal confidential medical scientific academic computer climate weather tide tidal sensor
    geological archaeological epidemiological mortality traffic sales survey polling economic experimental
    independent initial further subsequent past existing similar repeated thermal infrared x-ray mobile-phone""".split()
)
QUANTITIES = frozenset("a an one another two three four five several some many most few numerous various".split())
SERIES = frozenset("series number string handful dozens host batch set pair couple spate raft".split())
#: What they do with what they tell.
TELL = frozenset(
    """show shows showed shown suggest suggests suggested find finds found indicate indicates indicated reveal reveals
    revealed conclude concludes concluded put puts link links linked tie ties tied list lists listed mention
    mentions mentioned name names named describe describes described detail details detailed date dates dated place
    places placed estimate estimates estimated warn warns warned say says said state states stated tell tells told
    call calls called claim claims claimed record records recorded confirm confirms confirmed prove proves proved
    proven support supports supported contradict contradicts contradicted identify identifies identified trace
    traces traced attribute attributes attributed blame blames blamed allege alleges alleged note notes noted argue
    argues argued recommend recommends recommended give gives gave depict depicts depicted portray portrays
    portrayed demonstrate demonstrates demonstrated establish establishes established imply implies implied hint
    hints hinted cite cites cited refer refers referred point points pointed contain contains speak speaks predict
    predicts predicted set sets paint paints bear bears bore cast casts""".split()
)
#: What was done to something in them or by them.
TOLD = frozenset(
    """shown found confirmed linked proved proven demonstrated established documented supported described named
    mentioned recorded listed declared revealed stated disclosed detailed estimated identified borne contradicted
    predicted called reported suggested put warned traced set concluded observed measured seen detected visible raised
    made noted alleged taken drawn""".split()
)
SAYS = frozenset("says said suggests suggested shows finds claims concludes concluded warns".split())
AUXILIARIES = frozenset(
    """have has had also now clearly consistently repeatedly apparently further then even already itself themselves
    would could may might do does did""".split()
)
BE = frozenset("is are was were be been being".split())
OPENS = frozenset("but and while whereas although though because since where as".split())
MARKS = frozenset(".,;:!?—–()")
ENDS = frozenset(".;!?")
#: Between a noun and its verb, these do not name it: *a paper made public this week*, *a study of 400 nurses*.
IDENTITY = frozenset(
    """by at university institute institution foundation professor dr commissioned obtained seen compiled released
    headed led co-authored college hospital laboratory journal http https www obtained""".split()
)
#: A trial may be held in a court.
COURT = frozenset("guilty acquitted court jury judge defendant verdict convicted".split())
LONG = 5
REACH = 12


BEFORE_CLAUSE = MARKS | OPENS
#: What tells the kind of a paper, and no verb.
OF_PAPERS = KINDS | SECRET
VERBS = (TELL | TOLD) - OF_PAPERS


class Paper(NamedTuple):
    """What tells something: its words with its verb, what is shown to people, and where its own words are."""

    phrase: Span
    what: Span
    own: Span


def papers(item: Item) -> Iterator[Paper]:
    """Where studies and documents that nothing identifies in their own phrase tell something; quotations too."""
    analysis = item.analysis
    for sentence in analysis.sentences_with(NOUNS):
        found = _paper(item, sentence) if sentence.is_read else None
        if found is not None:
            yield found


def _paper(item: Item, sentence: Sentence) -> Paper | None:
    els = item.analysis.narration(sentence)
    lows = [el.low for el in els]
    if not COURT.isdisjoint(lows):
        return None
    for i, low in enumerate(lows):
        if low not in NOUNS or (i and els[i].capital):
            continue
        first = _first(item, els, lows, i)
        if first is None or not _is_anybodys(lows, first, i):
            continue
        end, verb = _verb(lows, i)
        own = els[i + 1 : end]
        behind = lows[i + 1 : end]
        if any(el.capital or any(map(str.isdigit, el.low)) for el in own) or not IDENTITY.isdisjoint(behind):
            continue
        if not item.pack.organisations.isdisjoint(behind):
            continue
        what = Span(els[first].start, els[i].end)
        opens = first == 0 or lows[first - 1] in BEFORE_CLAUSE
        if opens and verb is not None:
            return Paper(Span(els[first].start, els[verb].end), what, Span(els[first].start, els[end - 1].end))
        if _behind(lows, first, i):
            return Paper(what, what, Span(els[first].start, els[end - 1].end))
    return None


def _first(item: Item, els: Sequence[Element], lows: Sequence[str], i: int) -> int | None:
    """Where the phrase begins; None where it leads back, or tells whose it is: *the study*, *police figures*."""
    pack = item.pack
    first = i
    while first and i - first < LONG:
        before = lows[first - 1]
        if before in QUANTITIES:
            return first - 1
        if before == "of" and first > 2 and lows[first - 2] in SERIES:
            return max(0, first - 3)
        if before in pack.determiners or before in pack.grammar.definite or before.endswith(("’s", "'s", "s’")):
            return None
        if before in MARKS or (before in pack.function_like and before not in OF_PAPERS):
            break
        if els[first - 1].kind != "word" or (els[first - 1].capital and first > 1) or before.isdigit():
            return None
        if before in pack.organisations and before not in OF_PAPERS:
            return None
        if before in VERBS:
            break
        first -= 1
    return first


def _is_anybodys(lows: Sequence[str], first: int, i: int) -> bool:
    """Whether what stands before a noun makes it one that readers cannot find."""
    low, before = lows[i], set(lows[first:i])
    bare = not before & QUANTITIES
    if low in PAPERS and SECRET & before:
        return True
    if low in OF_A_KIND:
        return bool(before & (KINDS | SECRET))
    if low in STUDIES:
        return not bare or low.endswith("s") or low in ("research", "modelling", "modeling") or bool(before & KINDS)
    # One at a kiosk is the matter of another rule, and "some reports" are hearsay.
    if low == "paper" and not before <= QUANTITIES | KINDS | SECRET | {"research", "working", "discussion"}:
        return False
    if low == "reports":
        return bool(before & (KINDS - {"recent", "latest", "new", "early", "initial", "further"} | SECRET))
    if low in REPORTS or low in BOOKS:
        return not bare or (low.endswith("s") and bool(before & (KINDS | SECRET)))
    return False


def _verb(lows: Sequence[str], i: int) -> tuple[int, int | None]:
    """Where the phrase ends, and its verb, if it has one that tells: *a paper made public this week says*."""
    k = i + 1
    if lows[k : k + 1] == [","]:
        return k, None
    while k < len(lows) and k - i < REACH and lows[k] not in MARKS:
        if lows[k] in AUXILIARIES or lows[k] in TELL:
            end = k
            while k < len(lows) and lows[k] in AUXILIARIES:
                k += 1
            tells = k < len(lows) and lows[k] in TELL and lows[k - 1] not in ("be", "been", "to", "is", "are")
            return end, k if tells else None
        if lows[k] in ("is", "are", "was", "were", "that", "which", "who", "will"):
            return k, None
        k += 1
    return k, None


def _behind(lows: Sequence[str], first: int, i: int) -> bool:
    """Whether something is told *in*, *by* or *according to* it: *in earlier work, …*, *shown by a recent trial*."""
    before = lows[:first]
    if before[-2:] == ["according", "to"]:
        return True
    if before in (["in"], ["by"], ["from"], ["on"]):
        return lows[i + 1 : i + 2] == [","] and (lows[i] in STUDIES | OF_A_KIND | PAPERS | REPORTS)
    # "…, says a report": behind a comma the verb comes first.
    if before[-2:-1] == [","] and before[-1] in SAYS:
        return True
    if before[-1:] not in (["in"], ["by"], ["from"]):
        return False
    near = before[-7:-1]
    for k in range(len(near) - 1, -1, -1):
        if near[k] in MARKS:
            near = near[k + 1 :]
            break
    return not TOLD.isdisjoint(near) and not BE.isdisjoint(near)
