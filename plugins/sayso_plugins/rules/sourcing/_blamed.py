"""Who is blamed by name: deeds that a list of phrases has, and those that the model of statements takes for a wrong.

Origin of the words: written for sayso.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso import Item, Pattern, Span
from sayso_plugins.rules.sourcing._accused import BE, NOT, PLAY, at_a_place, recurs, subject_of
from sayso_plugins.rules.sourcing._charges import known_body

if TYPE_CHECKING:
    from sayso import Attribution, Element, Sentence

_WHOSE = r"(?:his|her|their|its)"
_PEOPLE = (
    r"(?:boys?|girls?|child(?:ren)?|pupils?|students?|trainees?|staff|workers?|nurses?|clerks?|drivers?|recruits?|patients?"
    r"|residents?|inmates?|prisoners?|players?|apprentices?|teachers?|women|men|him|her|them|officials?|officers?|witness(?:es)?)"
)
_MONEY = (
    r"(?:money|funds?|savings|donations|cash|deposits?|takings|collection|grants?|dues|fees|pensions?|[$£€₦]\s?[\d.,]+\w*"
    r"|\d[\d.,]*\s+(?:million|dollars|euros|pounds))"
)
#: A wrong that is told by a verb with what it was done to.
WRONG = Pattern(
    r"\b(?:(?:lean(?:ed|t|s)\s+on|press(?:ed|ured)|coaxed|bull(?:ied)|told|ordered|forced|asked|got|made|instructed)\s+"
    rf"(?:the\s+|{_WHOSE}\s+|two\s+|three\s+|young\s+|junior\s+)?{_PEOPLE}\s+(?:to\s+)?"
    r"(?:alter|change|undress|strip|kneel|lie|forge|falsify|fake|inflate|destroy|shred|delete|hide|withdraw|drop\s+the|sign\s+(?:for|false|blank)|vote|backdate|pay\s+for|perjure"
    r"|ignore|cheat|beg|crawl|mark\s+(?:up|down)|keep\s+quiet|stay\s+silent|look\s+away|work\s+(?:for\s+nothing|unpaid|without)|scrub|stand\s+(?:in|for|outside)|drink|beg|sleep\s+(?:in|on))\b"
    rf"|(?:blew|blown|gambled|frittered|squandered|splashed|wasted|drank)\s+(?:away\s+)?(?:[\w’'-]+\s+){{0,4}}?{_MONEY}\s+(?:on|at|away)\b"
    rf"|(?:moved|wired|put|paid|channell?ed|transferred|hid|parked|funnell?ed|diverted|banked)\s+(?:[\w’'-]+\s+){{0,4}}?{_MONEY}\s+(?:[\w’'-]+\s+){{0,3}}?"
    r"(?:in(?:to)?|through|offshore|abroad)\s+(?:an?\s+)?(?:account|accounts|shell|offshore|company|secret|dummy|trust)\b"
    rf"|(?:traced|lifted|copied|passed\s+off|ripped\s+off|plagiari[sz]ed)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_WHOSE}|from|as)\s"
    r"|(?:slept|had\s+sex|had\s+an\s+affair)\s+with\s+(?:[\w’'-]+\s+){0,4}?(?:trainees?|pupils?|students?|patients?|interns?|girls?|boys?|players?)\b"
    r"|(?:watched|filmed|photographed)\s+(?:the\s+)?(?:girls|boys|women|them|pupils|players|tenants|guests)\s+(?:change|undress|shower|bathe|sleep|in\s+the\s+shower)\b"
    rf"|(?:sold|rented|leased|let|gave|given|awarded|handed|steered)\s+(?:[\w’'-]+\s+){{1,5}}?to\s+(?:an?\s+(?:friend|crony|relative|ally|cousin|old\s+friend)|{_WHOSE}\s+own)\b"
    r"|(?:signed|wrote|cashed)\s+(?:[\w’'-]+\s+){0,2}?(?:blank|false|forged|fake|bad|dud)\s+(?:cheques?|checks?|invoices?|receipts?|papers|statements?)\b"
    r"|(?:kept|ran|had)\s+(?:two|a\s+second|a\s+double)\s+(?:sets?\s+of\s+)?(?:books|accounts|ledgers?|payroll)\b"
    r"|with\s+(?:a\s+)?(?:forged|fake|false|doctored)\s+(?:certificate|passport|papers|licen[cs]e|invoices?|documents?|degree|diploma|signatures?)\b"
    rf"|(?:took|taken|carried)\s+(?:[\w’'-]+\s+){{0,2}}?{_MONEY}\s+home\b"
    r"|(?:dodged|evaded)\s+(?:the\s+)?(?:draft|tax|taxes|duty|duties|customs|sanctions)\b"
    r"|(?:let|allowed|released|pumped|poured|discharged|piped)\s+(?:[\w’'-]+\s+){0,2}?(?:sewage|slurry|waste|effluent|chemicals|oil|acid|gas)\s+(?:[\w’'-]+\s+)?(?:into|in)\b"
    rf"|sent\s+(?:[\w’'-]+\s+){{0,2}}?(?:men|crews?|divers?|miners|workers|staff|nurses|drivers|recruits|them|him|her)\s+(?:[\w’'-]+\s+){{0,4}}?without\b"
    r"|left\s+(?:a|the)\s+(?:[\w’'-]+\s+)?(?:valve|gate|door|tap|hatch)\s+(?:open|unlocked|unguarded)\b"
    rf"|had\s+{_WHOSE}\s+signature\s+(?:copied|forged)|removed\s+(?:a|the|{_WHOSE})\s+(?:healthy|wrong)\b"
    r"|(?:poisoned|strangled|drugged|drowned|kidnapped|abducted|smothered|torched|firebombed|blackmailed|stalked|bugged|shoved"
    r"|slapped|punched|headbutted|spat\s+at|groomed|framed|swindled|fleeced|conned|duped)\s+(?:a|an|the|one|two|three|four|several|his|her|their|him|them|dozens|hundreds|\d+)\b"
    r"|burn(?:ed|t)\s+(?:down\s+)?(?:the\s+|two\s+|three\s+|four\s+|several\s+|their\s+)?(?:huts?|houses?|homes|village|shops?|ballots?|records|files|ledgers?|crops)\b"
    r"|(?:failed|neglected|refused|declined)\s+to\s+(?:act|warn|report|repair|fix|inspect|disclose|evacuate|protect|treat|maintain|secure|call\s+(?:a|an|the)|stop\s+(?:the|him|her|them))\b"
    r"|knew\s+(?:that\s+|of\s+|about\s+)?(?:[\w’'-]+\s+){1,6}?(?:leaked|leaks?|faults?|faulty|cracks?|cracked|unsafe|defects?|defective|broken|poison\w*|contaminat\w+|asbestos|rotten|fake|false|forged|stolen|danger\w*|risks?)\b"
    rf"|threatened\s+to\s+(?:kill|burn|shoot|sack|evict|beat|harm|ruin|expose|hurt)\b"
    r"|(?:rigged|threw|fixed)\s+(?:the|a|two|three)\s+(?:[\w’'-]+\s+)?(?:match(?:es)?|game|games|race|races|vote|count|tender|auction|exams?|draw|ballot|bids?|prices)\b"
    r"|fell(?:ed|ing)\s+(?:[\w’'-]+\s+){0,3}?(?:at\s+night|without\s+(?:leave|consent|a\s+permit))\b"
    rf"|ran\s+(?:a|an)\s+(?:brothel|racket|cartel|pyramid|scam|extortion|smuggling|protection|ponzi)\b)",
)
#: Verbs of them: where none stands in a sentence, the expression is not tried.
VERBS = frozenset(
    """lean leaned leant leans pressed pressured coaxed bullied told ordered forced asked got made instructed blew blown
    gambled frittered squandered splashed wasted drank moved wired put paid channelled channeled transferred hid parked
    funnelled funneled diverted banked traced lifted copied passed ripped plagiarised plagiarized slept had watched
    filmed photographed sold rented leased let gave given awarded handed steered signed wrote cashed kept ran with took
    taken carried dodged evaded allowed released pumped poured discharged piped sent left removed poisoned strangled
    drugged drowned kidnapped abducted smothered torched firebombed blackmailed stalked bugged shoved slapped punched
    headbutted spat groomed framed swindled fleeced conned duped burned burnt threatened rigged threw fixed felled
    felling failed neglected refused declined knew""".split()
)
#: Those who are hired for a wrong.
HANDS = frozenset(
    """boys thugs gunmen hoodlums attackers arsonists hitmen killers militiamen youths louts rioters raiders assailants
    mob gang henchmen shooters robbers burglars vandals""".split()
)
HIRED = frozenset("hired paid sent armed bankrolled recruited sponsored unleashed bussed".split())
#: To accuse, in the verb; and papers and people whose work is to blame.
ACCUSING = frozenset({"accuse", "allege", "blame", "testify", "complain"})
BLAMERS = frozenset(
    """lawsuit suit complaint writ affidavit audit auditor auditors inspectorate inspectors watchdog ombudsman inquiry
    petition whistleblower inquest tribunal regulator indictment""".split()
)
#: They speak of the dead.
HISTORIANS = frozenset("historian historians archaeologist archaeologists biographer chronicler book".split())
#: Kinds of statements that blame somebody.
KINDS = frozenset({"crime", "blame"})
#: What is only meant, feared or offered is no deed.
UNDONE = frozenset("would will could may might should must shall if whether when who".split())
#: Words of games, courts and long ago; and wrongs that were suffered, or help that was given.
UNMEANT = PLAY | frozenset(
    """won win beat beaten scored strokes died dies born convicted sentenced jailed court saved rescued helped novel
    film play king queen century arrested detained charged battle troops war""".split()
)
NEAR = 60
AHEAD = 3
#: Within how many words a form of *to be* tells what was suffered, where only the model speaks.
LONG = 8
#: What an outlet does with what it tells.
GATHERS = frozenset("gathered learned learnt understands reports reported says said".split())
APPOSED = 9


class Blamed(NamedTuple):
    """Who is blamed.

    Attributes:
        who: The name or the body.
        deed: The words for the deed; None where only the model of statements takes it for one.
        sure: Whether more than the model says so.
    """

    who: Span
    deed: Span | None = None
    sure: bool = True

    @property
    def spans(self) -> tuple[Span, ...]:
        """What a finding shows."""
        return (self.who,) if self.deed is None else (self.who, self.deed)


def blamed(item: Item, attribution: Attribution) -> Blamed | None:
    """The name or the known body of which a source says a wrong.

    What only the model takes for one is sure where the source accuses, by the verb or by its work.
    """
    content = attribution.content[0]
    sentence = item.analysis.sentence_at((attribution.cue or attribution.content)[0].start)
    source = item.analysis.source_of(attribution)
    if not sentence.is_read or source is None or source.head in HISTORIANS:
        return None
    end = content.end
    if attribution.cue and attribution.cue[-1].end <= content.start < sentence.span.end:
        end = max(end, sentence.span.end)
    elements = [el for el in item.analysis.narration(sentence) if content.start <= el.start < end]
    found = _blamed(item, sentence, elements)
    if found is None or found.deed is not None:
        return found
    return found._replace(sure=attribution.cue_lemma in ACCUSING or source.head in BLAMERS)


def blamed_flatly(item: Item, sentence: Sentence) -> Blamed | None:
    """The name or the known body of which the narration itself tells a wrong; sure where a list has it."""
    found = _hirer(item, sentence) or _blamed(item, sentence, item.analysis.narration(sentence), flat=True)
    return found._replace(sure=found.deed is not None) if found is not None else None


def _blamed(item: Item, sentence: Sentence, elements: Sequence[Element], *, flat: bool = False) -> Blamed | None:
    label = next((i for i, el in enumerate(elements[:3]) if el.text == ":"), None)
    if label is not None:
        elements = elements[label + 1 :]
    first, size = subject_of(item, list(elements))
    if not size:
        first, size = 0, known_body(item, elements) or _of_a_house(item, elements)
    elif (
        size == 1
        and elements[first].start == sentence.span.start
        and not recurs(item, elements[first].text, elements[first].start)
    ):
        return None
    if not size:
        return None
    who = Span(elements[first].start, elements[first + size - 1].end)
    behind = _behind(elements, first, first + size)
    if not behind:
        return None
    lows = [el.low for el in behind]
    if lows[0] == "to" or not (BE | UNDONE).isdisjoint(lows[:AHEAD]) or not NOT.isdisjoint(lows[: AHEAD * 2]):
        return None
    if not UNMEANT.isdisjoint(lows):
        return None
    has_verb = not VERBS.isdisjoint(lows)
    end = min(elements[-1].end, sentence.span.end)
    deed = WRONG.compiled.search(item.text, behind[0].start, end) if has_verb else None
    if deed is not None and deed.start() - behind[0].start <= NEAR:
        return Blamed(who, Span(*deed.span()))
    if not BE.isdisjoint(lows[:LONG]) or lows[0] in GATHERS or lows[:2] in (["had", "a"], ["had", "an"]):
        return None
    if flat:
        judged = item.analysis.statement(sentence)
        return Blamed(who) if judged is not None and not KINDS.isdisjoint(judged.names) else None
    return Blamed(who) if _is_wrong(item, [*elements[first : first + size], *behind]) else None


def _of_a_house(item: Item, elements: Sequence[Element]) -> int:
    """How many words at the beginning are people of a house with a name: *guards at Idra Beach*."""
    who = at_a_place(item, list(elements))
    return sum(el.start < who.end for el in elements) if who is not None else 0


def _behind(elements: Sequence[Element], first: int, end: int) -> Sequence[Element]:
    """What follows a name, behind an age or what explains it between commas."""
    if elements[end : end + 1] and elements[end].text.isdigit():
        end += 1
    if elements[end : end + 1] and elements[end].text != ",":
        return elements[end:]
    if first and elements[first - 1].text == ",":
        return elements[end + 1 :]
    close = next((i for i in range(end + 1, min(end + APPOSED, len(elements))) if elements[i].text == ","), None)
    return elements[close + 1 :] if close is not None else ()


def _is_wrong(item: Item, elements: Sequence[Element]) -> bool:
    """Whether the model of statements takes a clause for a crime or for blame."""
    model = item.pack.statements
    judged = model.judge(elements, item.pack) if model is not None else None
    return judged is not None and not KINDS.isdisjoint(judged.names)


def _hirer(item: Item, sentence: Sentence) -> Blamed | None:
    """*The boys were hired by the chairman, Jo Berg*."""
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    if HANDS.isdisjoint(lows) or HIRED.isdisjoint(lows) or not (UNDONE - {"who", "when"} | {"to"}).isdisjoint(lows):
        return None
    at = next((i for i, low in enumerate(lows) if low in HIRED and not BE.isdisjoint(lows[max(0, i - 3) : i])), None)
    if at is None or lows[at + 1 : at + 2] != ["by"] or HANDS.isdisjoint(lows[:at]) or not NOT.isdisjoint(lows[:at]):
        return None
    behind = elements[at + 2 :]
    first, size = subject_of(item, list(behind))
    if not size:
        first, size = 0, known_body(item, behind)
    if not size:
        return None
    return Blamed(Span(behind[first].start, behind[first + size - 1].end), Span(elements[at].start, elements[at].end))
