"""Phrases that blame somebody, or tell what only those who were there can know: *stood by while*, *at gunpoint*."""

from __future__ import annotations

from sayso import Pattern
from sayso_plugins.rules.attribution._deed_phrases import BLAME, CRIME, Told

_KIN = (
    r"(?:wife|husband|brother|sister|cousin|nephew|niece|son|daughter|uncle|aunt|father|mother|(?:sister|brother|son|father)-in-law"
    r"|in-laws|girlfriend|boyfriend|mistress|family|relatives?)"
)
_CREW = (
    r"(?:crew|staff|drivers?|nurses?|workers|pilots?|employees|clerks?|teachers|guards?|officers|doctors|pupils|cleaners|cooks|soldiers"
    r"|fishermen|labourers|laborers|migrants|prisoners|detainees|witness(?:es)?|tenants|villagers)"
)
#: What people are told to do that they should not.
_WRONG = (
    r"(?:alter|change|falsify|lie|hide|delete|destroy|ignore|keep\s+quiet|shred|backdate|stay\s+silent|drive\s+on|carry\s+on"
    r"|keep\s+(?:serving|working|driving|selling|pumping)|look\s+away|sign\s+(?:blank|false)|forge|conceal|cover\s+up|work\s+(?:through|\d))"
)
#: What was left undone or done wrongly, and by whom others were made to do it.
NEGLECT = Pattern(
    r"\bthe\s+wrong\s+(?:temperature|dose|patient|address|fuel|altitude|track|lane|speed|pressure|blood|drug|medicine|kidney|leg)\b"
    r"|\b(?:unlicen[cs]ed|unqualified|untrained|uninsured|unregistered|uncertified)\s+(?:[a-z][\w-]{1,20}\s+){1,2}?"
    r"(?:wired|built|flew|drove|treated|operated|ran|installed|fitted|performed|carried|sold|gave|delivered|repaired)\b"
    r"|\b(?:was|were|had\s+been)\s+(?:built|operating|running|flying|driving|sailing|sold|working|driven|flown)\s+without\s+(?:an?\s+|any\s+|valid\s+|the\s+required\s+){0,2}"
    r"(?:licen[cs]es?|permits?|permission|planning\s+permission|insurance|certificates?|authorisation|lights|brakes)\b"
    r"|\b(?:and|but|who|company|firm|council|ministry|school|board|police|managers|bosses|church|hospital)\s+(?:said|did)\s+nothing\b"
    r"|\b(?:had|with)\s+no\s+(?:working\s+|valid\s+)?(?:brakes|lights|licen[cs]e|insurance|permits?|life\s?jackets|lifeboats?|fire\s+(?:exits?|alarms?)"
    r"|smoke\s+(?:alarms?|detectors?)|sprinklers|seat\s?belts?)\b"
    r"|\bhad\s+been\s+(?:told|warned|alerted)\s+(?:twice|(?:three|four|several|many|\d{1,2})\s+times|repeatedly)\b"
    r"|\b(?:stood|stand|looked|sat)\s+(?:by|on)\s+(?:while|as)\b"
    r"|\b(?:against|despite)\s+(?:the\s+|repeated\s+|written\s+|several\s+){0,2}(?:advice|warnings?|complaints?)\s+(?:of|from|by|about|that)\b"
    r"|\b(?:was|were)\s+(?:doing|travelling\s+at|traveling\s+at)\s+(?:about\s+|over\s+|nearly\s+|more\s+than\s+)?\d{2,3}\s*(?:km|kilomet|miles|mph|kph|kmh)"
    r"|\b(?:was|were)\s+(?:drunk|asleep|on\s+(?:his|her|the|a)\s+(?:mobile\s+)?phone)\s+(?:when|at\s+the|while|on\s+duty)\b"
)
#: Whose pocket it went to, and through whom it is held.
SELF_DEALING = Pattern(
    r"\b(?:moved|paid|awarded|went|gone|transferred|steered|wired|given|gave|sold|leased|let|channelled|diverted|contract|contracts|tender|money|funds)\b"
    rf"[^.;]{{0,70}}\b(?:his|her|their|its|[\w-]{{2,20}}[’']s?)\s+(?:own\s+)?(?:[\w-]{{2,20}}[’']s?\s+)?{_KIN}[’']?s?\s+(?:[a-z-]{{3,15}}\s+){{0,2}}?"
    r"(?:firm|company|business|account|accounts|consultancy|farm|hotel)\b"
    rf"|\b(?:own|owns|owned|hold|holds|held|controls?|controlled|bought)\b[^.;]{{0,60}}\bthrough\s+(?:an?|his|her|their)\s+(?:{_KIN}|front\s+(?:man|company)"
    r"|shell\s+(?:firm|company)|proxy|nominee)\b"
    r"|\b(?:money|cash|funds?|grants?|aid|loan|millions?|budget|donations|proceeds|savings)\b[^.;]{0,40}\b(?:spent|went|gone|used|blown|squandered)\s+(?:on|to\s+pay\s+for"
    r"|towards|into)\s+[^.;]{0,40}?\b(?:cars?|weddings?|holidays?|jewell?ery|villas?|flats?|apartment|mansion|cruises?|yacht|school\s+fees|gambling|handbags|watches"
    r"|casino)\b",
)
#: By whose order, and what for.
ORDERED = Pattern(
    r"\bon\s+(?:the\s+)?(?:direct\s+|personal\s+|express\s+)?(?:orders?|instructions?|instigation)\s+(?:of|from)\s+(?!(?:an?|the)\s+(?:court|judge|doctors?|coroner)\b)"
    r"|\b(?:was|were|is|came\s+as)\s+(?:an?\s+)?(?:punishment|payback|reprisal)\s+for\b"
    r"|\bto\s+(?:avoid|escape|evade|dodge|head\s+off)\s+(?:an?\s+|the\s+)?(?:audit|inquiry|investigation|charges|impeachment|disciplinary)\b",
)
#: Where shots came from, and who began it.
ORIGIN = Pattern(
    r"\b(?:shelling|shots?|gunfire|rockets?|missiles?|shells|mortars)\s+(?:came|was\s+coming|were\s+coming|had\s+come)\s+from\s+(?:[\w’'-]{1,20}\s+){0,3}?"
    r"(?:positions?|side|lines|ridge|barracks|camp|territory|roof|base|forces|army|police|rebels?)\b"
    r"|\b(?:rumou?rs?|leak|hoax|panic|stampede|riot|brawl|fight|unrest)\s+(?:was|were|had\s+been)\s+(?:started|spread|planted|staged|provoked|set\s+off)\s+by\b"
    r"|\b(?:consignment|shipment|cargo|rifles|weapons|arms|explosives|drugs|cocaine|ammunition)\b[^.;,]{0,30}?\b(?:was|were)\s+(?:meant|destined|bound|intended)"
    r"\s+for\b|\b(?:hack|cyberattack|cyber-attack|leak)\s+came\s+from\s+(?:an?|the|inside|within)\b",
)
#: What was done to people who could not help it.
ABUSE = Pattern(
    r"\b(?:tied|chained|handcuffed|strapped)\s+(?:the\s+|its\s+|his\s+|her\s+|two\s+)?(?:[a-z]{3,15}\s+)?to\s+(?:their\s+|the\s+|his\s+|her\s+|a\s+)?(?:beds?|chairs?|trees?|radiators?|posts?)\b"
    r"|\bat\s+(?:gun|knife)point\b|\b(?:was|were)\s+set\s+upon\b|\bset\s+upon\s+(?:the|two|three|a|him|her|them)\b"
    r"|\bsold\s+(?:prisoners|inmates|detainees|pupils|patients|babies|children|girls)\b"
    r"|\bplanted\s+(?:the\s+|a\s+)?(?:pistol|gun|drugs|evidence|weapons?|knife|device|cocaine|explosives)\b"
    r"|\b(?:was|were|been)\s+(?:repeatedly\s+)?threatened\s+(?:twice|several\s+times|repeatedly|with|by)\b"
    r"|\b(?:starved|deprived)\s+of\s+(?:food|water|sleep)\b|\bkept\s+in\s+(?:chains|cages|a\s+cage)\b",
)
#: What goes on behind doors and between two people.
BEHIND_DOORS = Pattern(
    r"\b(?:cabinet|party|board|coalition|junta|leadership|dressing\s+room|family|command|council)\s+(?:is|are|was|were|remains?)\s+(?:deeply\s+|bitterly\s+|badly\s+)?"
    r"(?:split|divided|at\s+odds)\s+(?:over|on|about)\b"
    r"|\b(?:walked|stormed)\s+out\s+of\s+(?:[\w’'-]{1,15}\s+){0,2}?(?:meeting|cabinet|board\s+meeting|dinner)\b"
    r"|\b(?:having|had|begun)\s+an\s+affair\b|\bhad\s+a\s+(?:blazing\s+|furious\s+|bitter\s+)?(?:row|shouting\s+match)\s+with\b"
    r"|\b(?:not|no\s+longer)\s+on\s+speaking\s+terms\b|\b(?:fell|fallen)\s+out\s+(?:with|over)\b",
)
#: What people were told to do, and made to do.
TOLD_TO = Pattern(
    rf"\b(?:was|were|been)\s+(?:told|ordered|instructed|pressed|forced|paid|encouraged)\s+to\s+{_WRONG}\b"
    rf"|\b(?:told|ordered|instructed|forced|pressed)\s+(?:the|his|her|their|its|two|three|some)\s+(?:[a-z]{{3,15}}\s+)?{_CREW}\s+to\s+{_WRONG}\b"
)
MADE_TO = Pattern(r"\b(?:was|were|been)\s+made\s+to\s+(?:work|sleep|kneel|strip|stand|sign|drink|eat|crawl|beg)\b")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FAULTS = (
    Told(
        NEGLECT,
        (70, 80),
        BLAME,
        _words(
            """twice times repeatedly wrong unlicensed unlicenced unqualified untrained uninsured unregistered
            uncertified licence licences license licenses permit permits permission insurance certificate
            certificates authorisation lights jackets lifejackets lifeboats exits alarms sprinklers brakes nothing
            stood stand looked sat advice warning warnings complaint complaints doing travelling traveling drunk
            asleep phone"""
        ),
    ),
    Told(
        TOLD_TO,
        (80, 35),
        BLAME,
        _words(
            """alter change falsify lie hide delete destroy ignore quiet shred backdate silent drive carry keep look
            sign forge conceal cover work"""
        ),
        _words("told ordered instructed pressed forced paid encouraged"),
    ),
    Told(
        SELF_DEALING,
        (150, 110),
        CRIME,
        _words(
            """wife’s husband’s brother’s sister’s cousin’s nephew’s niece’s son’s daughter’s uncle’s aunt’s father’s
            mother’s sister-in-law’s brother-in-law’s son-in-law’s father-in-law’s girlfriend’s boyfriend’s
            mistress’s family’s wife husband brother sister cousin nephew niece son daughter uncle aunt father
            mother sister-in-law brother-in-law son-in-law in-laws girlfriend boyfriend mistress family relative
            relatives front shell proxy nominee car cars wedding weddings holiday holidays jewellery jewelry villa
            villas flat flats apartment mansion cruise cruises yacht fees gambling handbags watches casino"""
        ),
        _words(
            """firm company business account accounts consultancy farm hotel through money cash fund funds grant grants
            aid loan millions budget donations proceeds savings"""
        ),
    ),
    Told(
        ORDERED,
        (40, 30),
        BLAME,
        _words(
            """orders order instructions instruction instigation punishment payback reprisal audit inquiry
            investigation impeachment disciplinary"""
        ),
    ),
    Told(
        ORIGIN,
        (5, 110),
        "a cause",
        _words(
            """consignment shipment cargo rifles weapons arms explosives drugs cocaine ammunition hack cyberattack
            cyber-attack shelling shot shots gunfire rocket rockets missile missiles shells mortars rumour rumours
            rumor rumors leak hoax panic stampede riot brawl fight unrest"""
        ),
    ),
    Told(
        ABUSE,
        (45, 60),
        CRIME,
        _words(
            """tied chained handcuffed strapped gunpoint knifepoint upon sold planted threatened starved deprived
            chains cages cage"""
        ),
    ),
    Told(
        MADE_TO, (30, 10), CRIME, _words("work sleep kneel strip stand sign drink eat crawl beg"), frozenset({"made"})
    ),
    Told(
        BEHIND_DOORS,
        (60, 60),
        "a private conversation",
        _words("split divided odds walked stormed affair row shouting speaking fell fallen"),
    ),
)
