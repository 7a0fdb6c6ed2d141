"""Phrases that tell a wrong, a fault or a motive, of which no single word is contestable: *in the pay of*."""

from __future__ import annotations

from typing import NamedTuple

from sayso import Pattern

# The phrases were chosen for sayso: what newsrooms ask a source for (crime, complicity, blame, motive), as it is said
# where the word for it is avoided.
_OFFICIAL = (
    r"(?:judges?|magistrates?|inspectors?|clerks?|council+ors?|ministers?|officials?|officers?|police(?:m[ae]n)?|guards?"
    r"|referees?|umpires?|jurors?|prosecutors?|witness(?:es)?|regulators?|auditors?|registrars?|surveyors?|wardens?"
    r"|assessors?|editors?|lawmakers|senators?|customs\s+agents?|insiders?|bailiffs?|returning\s+officers?)"
)
_SOME = r"(?:(?:the|an?|one|two|three|four|five|several|some|its|their|his|her)\s+)?(?:[a-z][\w-]{1,20}\s+){0,2}?"
#: What officials are paid for, and should not do.
_FAVOUR = (
    r"(?:lose|drop|look|ignore|sign|approve|overlook|wave|pass|change|alter|rig|fix|forge|leak|acquit|release|free|turn"
    r"|keep|stay|lie|award|tip|throw|shelve|bury|withdraw|recant|hide|destroy|delay|let|certify|falsify|backdate|spike"
    r"|steer|vote|perjure|clear)"
)
_FAVOURING = (
    r"(?:signing|approving|passing|awarding|dropping|looking|ignoring|letting|waving|releasing|steering|overlooking"
    r"|turning|losing|leaking|fixing|rigging|certifying|issuing|granting|clearing|voting)"
)
_MONEY = r"(?:cash|money|payments?|gifts?|favou?rs|envelopes?|kickbacks?|bribes?)"
#: *Paid the judge to lose the file*, *took cash to sign*, *let them through in return for cash*.
BOUGHT = Pattern(
    rf"\b(?:paid|pays|paying|offered|offering)\s+(?:off\s+)?{_SOME}{_OFFICIAL}\s+(?:[^\s.;]{{1,12}}\s+){{0,3}}?(?:not\s+)?to\s+{_FAVOUR}\b"
    rf"|\bpa(?:id|ying)\s+off\s+{_SOME}{_OFFICIAL}\b",
)
TOOK = Pattern(
    rf"\b(?:took|taken|taking|accepted|accepting|demanded|demanding|solicited|received|charged)\s+(?:[^\s.;,]{{1,15}}\s+){{0,3}}?{_MONEY}\s+"
    rf"(?:[^\s.;]{{1,20}}\s+){{0,6}}?(?:to\s+{_FAVOUR}\b|for\s+{_FAVOURING}\b)"
    rf"|\b(?:took|taking|taken)\s+(?:(?:an?|their|his|her|its)\s+)(?:[\w-]{{1,12}}\s+){{0,3}}?cut\s+(?:of|from|on)\s"
    rf"|\b(?:took|taking|taken|accepted|accepting|pocketed)\s+(?:[\w-]{{1,12}}\s+){{0,2}}?{_MONEY}\s+from\s+(?:[\w-]{{1,20}}\s+){{0,2}}?"
    r"(?:contractors?|developers?|bidders?|suppliers?|traffickers|smugglers|gangs?|builders?|loggers|poachers)\b",
)
EXCHANGE = Pattern(
    r"\b(?:let|waved|passed|signed|cleared|approved|freed|awarded|steered|dropped|ignored|leaked|certified|issued|granted|voted"
    rf"|promoted|hired|supplied|gave)\b[^.;]{{0,90}}\bin\s+(?:return|exchange)\s+for\s+(?:an?\s+)?(?:[a-z][\w-]{{1,12}}\s+)?"
    rf"(?:{_MONEY}|cut|share\s+of|fee|sex|votes?|sexual)\b",
)
#: Who helped: *hand in glove with*, *with the connivance of*.
COMPLICIT = Pattern(
    r"\b(?:in\s+the\s+(?:secret\s+)?pay\s+of|on\s+the\s+(?:secret\s+)?payroll\s+of\s+(?:an?|the|foreign|rival)"
    r"|in\s+(?:cahoots|collusion|connivance|league)\s+with|hand\s+in\s+glove\s+with|(?:colluded|connived|conspired)\s+(?:with|to)"
    r"|with\s+the\s+(?:\w+\s+)?(?:connivance|complicity|collusion)\s+of|tipped\s+off\s+(?:by|the\s+(?:gang|robbers|owner|smugglers|suspects?|poachers|dealers))"
    r"|working\s+(?:secretly|covertly|undercover)\s+for)\b",
)
HELPED = Pattern(
    rf"\bwith\s+(?:the\s+)?(?:help|assistance|aid|support|protection)\s+of\s+(?:[\w-]{{1,20}}\s+){{0,4}}?(?:{_OFFICIAL}|employees?|staff|soldiers?)\b",
)
#: The help of officials is a crime where one of these is told.
CRIMES = frozenset(
    """smuggled smugglers smuggling trafficked traffickers trafficking gang gangs poachers poaching poached stole
    stolen thieves looted looters illegally illegal contraband ivory drugs cocaine heroin escaped forged forgers
    fraud fraudsters theft diverted counterfeit robbed robbers syndicate cartel carcasses loggers rustlers pirates
    ring""".split()
)
#: Whose deed it was.
_DEED = (
    r"(?:attacks?|bombings?|ambush(?:es)?|assaults?|killings?|murders?|shootings?|blasts?|explosions?|arson|fires?|break-ins?"
    r"|burglar(?:y|ies)|thefts?|robber(?:y|ies)|heists?|hacks?|cyberattacks?|cyber-attacks?|breach(?:es)?|leaks?|frauds?|sabotage"
    r"|abductions?|kidnappings?|assassinations?|poisonings?|forger(?:y|ies)|vandalism|massacres?|stabbings?|lynchings?|hoax|plot|coup"
    r"|intrusions?|raids?|scams?|swindles?|smear\s+campaign)"
)
DONE_BY = Pattern(
    rf"\b{_DEED}\b[^.;:,]{{0,60}}?\b(?:is|are|was|were|been)\s+(?:(?:also|all|clearly|both)\s+)?(?:the\s+(?:work|handiwork|doing)\s+of|an\s+inside\s+job"
    r"|(?:carried\s+out|perpetrated|masterminded|orchestrated|plotted|ordered|committed|financed|bankrolled|commissioned"
    r"|instigated|engineered)\s+by)\b",
)
#: Why it went wrong, and who is at fault.
FAULT = Pattern(
    r"\b(?:delays?|collapse|failure|failures|deaths?|crash|outage|shortages?|fire|blaze|accident|closures?|backlog|queues?|losses|error"
    r"|errors|mistakes?|disaster|decline)\b[^.;:,]{0,40}?\b(?:is|are|was|were)\s+(?:(?:largely|mostly|partly|mainly|entirely|all)\s+)?"
    r"(?:down\s+to|the\s+fault\s+of|the\s+product\s+of)\s+[a-z]"
    r"|\b(?:the\s+)?(?:fault|blame|responsibility)\s+(?:lies|lay)\s+(?:squarely\s+)?with\b",
)
SLOW = Pattern(
    r"\b(?:ambulances?|paramedics|police|officers|firefighters|fire\s+(?:brigade|crews?|engines?|department|service)|coastguard|lifeboat|rescuers"
    r"|crews?|help|brigade)\b[^.;]{0,30}?\b(?:took|needed)\s+(?:[\w-]{1,15}\s+){0,3}(?:minutes|hours?|days)\s+to\s+(?:arrive|reach|respond|come"
    r"|get|turn|answer|find)\b",
)
NO_CARE = Pattern(
    r"\bturned\s+away\s+(?:[\w-]{1,15}\s+){0,3}(?:patients?|women|mothers|ambulances?|victims|casualties)\b"
    r"|\b(?:was|were)\s+left\s+to\s+(?:die|bleed|burn|drown|starve)\b",
)
#: What a wrong is called where it is not called by its name.
IDIOM = Pattern(
    r"\b(?:swe(?:pt|eping)\b[^.;]{0,40}\bunder\s+the\s+(?:carpet|rug)|hush\s+money|look(?:ed|ing)\s+the\s+other\s+way|kept\s+(?:quiet|silent)\s+about"
    r"|sat\s+on\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?(?:report|findings|complaints?|warnings?|evidence|files?|results)"
    r"|(?:hushed|hushing)\s+(?:it\s+|them\s+)?up|(?:cooked|cooking)\s+the\s+books|lin(?:ed|ing)\s+(?:his|her|their|its)\s+(?:own\s+)?pockets"
    r"|helped\s+(?:himself|herself|themselves)\s+to\s+(?:[\w’-]{1,15}\s+){0,3}?(?:money|funds|till|cash|savings|takings|donations)"
    r"|in\s+the\s+till\b|ma(?:de|king)\s+it\s+look\s+like\s+an\s+accident"
    r"|(?:doctored|massaged|fiddled|padded|inflated)\s+(?:(?:the|its|his|her|their)\s+)?(?:[\w-]{1,15}\s+)?(?:figures|results|books|accounts|invoices|bills|numbers"
    r"|expenses|returns|payrolls?|tenders?|timesheets)"
    r"|(?:ghost|phantom|fictitious|non-existent)\s+(?:workers|employees|voters|patients|invoices|companies|firms|teachers|soldiers|students)"
    r"|(?:skimmed|creamed)\s+(?:money\s+|millions\s+|cash\s+)?off|pull(?:ed|ing)\s+strings"
    r"|under\s+false\s+pretences|stitched\s+up|framed\s+(?:him|her|them|the)\b)",
)
AIM = Pattern(
    r"\bto\s+(?:settle\s+(?:an?\s+|old\s+|some\s+|political\s+|personal\s+){0,2}scores?|teach\s+(?:[\w’-]{1,20}\s+){1,3}?a\s+lesson"
    r"|save\s+(?:his|her|their|its)\s+(?:own\s+)?(?:skins?|jobs?|seats?|face|career)|curry\s+favou?r|cling\s+(?:on\s+)?to\s+(?:power|office)"
    r"|avoid\s+(?:jail|prison|arrest|prosecution|scrutiny|questions|paying)|cover\s+(?:his|her|its|their)\s+(?:own\s+)?tracks"
    r"|buy\s+(?:their|his|her|its)\s+(?:silence|loyalty|votes?|support)|keep\s+(?:him|her|them|it)\s+quiet)\b"
    r"|\b(?:was|were|is)\s+(?:(?:simply|clearly|really|an?\s+act\s+of)\s+)?(?:revenge|payback|retaliation|retribution)\s+for\b"
    r"|\bin\s+a\s+(?:personal|political|family|private)\s+vendetta\b",
)


class Told(NamedTuple):
    """An expression, what it claims, and what keeps it from being tried everywhere.

    Attributes:
        reach: How many characters before and behind the beginning of its word it may stand.
        keys: Words of which one stands in every match; they are rare, and it is tried near them alone.
        also: Words of which one must be somewhere in the item, too, where there are any.
    """

    pattern: Pattern
    reach: tuple[int, int]
    why: str
    keys: frozenset[str]
    also: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CRIME, BLAME, MOTIVE = "a crime", "blame", "a motive"
DEEDS = (
    Told(BOUGHT, (5, 130), CRIME, _words("paid pays paying offered offering")),
    Told(
        TOOK,
        (90, 110),
        CRIME,
        _words(
            """cash money payment payments gift gifts favour favours favor favors envelope envelopes kickback kickbacks
            bribe bribes cut"""
        ),
        _words("took taken taking accepted accepting demanded demanding solicited received charged pocketed"),
    ),
    Told(EXCHANGE, (140, 60), CRIME, _words("return exchange")),
    Told(
        COMPLICIT,
        (40, 60),
        CRIME,
        _words(
            """pay payroll cahoots collusion connivance league glove colluded connived conspired complicity tipped
            secretly covertly undercover"""
        ),
    ),
    Told(HELPED, (20, 120), CRIME, _words("help assistance aid support protection"), CRIMES),
    Told(
        DONE_BY,
        (120, 45),
        CRIME,
        _words(
            """work handiwork doing inside carried perpetrated masterminded orchestrated plotted ordered committed
            financed bankrolled commissioned instigated engineered"""
        ),
    ),
    Told(FAULT, (90, 50), BLAME, _words("down fault product lies lay")),
    Told(SLOW, (110, 45), BLAME, _words("minutes hour hours days"), _words("took needed")),
    Told(NO_CARE, (20, 60), BLAME, _words("away die bleed burn drown starve"), _words("turned left")),
    Told(
        IDIOM,
        (60, 70),
        CRIME,
        _words(
            """carpet rug hush looked looking quiet silent sat hushed hushing books pockets himself herself themselves
            till accident doctored massaged fiddled padded inflated ghost phantom fictitious non-existent skimmed
            creamed strings pretences stitched framed"""
        ),
    ),
    Told(
        AIM,
        (60, 35),
        MOTIVE,
        _words(
            """score scores lesson skin skins job jobs seat seats face career curry cling jail prison arrest
            prosecution scrutiny questions paying tracks silence loyalty quiet revenge payback retaliation
            retribution vendetta"""
        ),
    ),
)
