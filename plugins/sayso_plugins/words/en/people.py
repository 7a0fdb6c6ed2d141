"""English nouns for those who speak: persons by role, bodies, documents, the press, and nobody in particular.

Origin: written for sayso from reading news prose; no list was copied.
"""

from __future__ import annotations

import re

from sayso import Pattern


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SINGULAR_ROLES = """
spokesman spokeswoman spokesperson boss minister president premier chancellor mayor governor senator congressman
congresswoman lawmaker legislator councillor councilor councilman councilwoman deputy ambassador envoy diplomat consul
secretary commissioner chairman chairwoman chair chairperson chief head director manager executive ceo founder owner
partner economist analyst scientist researcher professor lecturer historian author writer editor journalist reporter
correspondent columnist critic lawyer attorney solicitor barrister prosecutor judge justice magistrate sheriff officer
constable inspector detective commander general colonel captain lieutenant major sergeant admiral marshal brigadier
soldier fighter pilot doctor physician surgeon nurse epidemiologist virologist engineer architect teacher principal
headteacher student farmer fisherman worker driver shopkeeper trader broker banker investor resident neighbour neighbor
witness survivor victim activist campaigner organiser organizer volunteer pastor priest bishop archbishop cardinal pope
imam rabbi monk king queen prince princess sultan emir sheikh ayatollah coach player striker goalkeeper
midfielder defender batsman bowler runner swimmer athlete referee umpire singer actor actress artist musician composer
poet novelist filmmaker producer candidate leader aide adviser advisor counsel negotiator mediator official
administrator superintendent coordinator organizer coroner pathologist biologist ecologist geologist physicist chemist
astronomer seismologist hydrologist meteorologist forecaster climatologist conservationist ranger warden curator
archaeologist anthropologist sociologist psychologist psychiatrist therapist counsellor counselor accountant auditor
actuary treasurer clerk registrar translator interpreter counterpart widow widower mother father son daughter brother
sister husband wife cousin uncle aunt grandson granddaughter mum mom dad grandmother grandfather someone somebody friend colleague teammate neighbour tenant landlord
plaintiff defendant whistleblower hacker man woman boy girl teenager pensioner retiree veteran refugee migrant
policeman policewoman firefighter paramedic vet baker butcher grocer vendor hotelier skipper sailor miner
negotiators speaker chieftain elder stalwart grandee backbencher mp msp td senator
"""

ORGANISATIONS = """
jury juries inquest inquests county
ministry department office agency bureau authority authorities council committee commission parliament senate congress
assembly government cabinet administration police court tribunal prosecutors army navy force forces military command
corps guard guards party union federation association society league club institute institution foundation centre
center university college school hospital clinic company corporation firm group bank fund trust board panel regulator
operator airline railway utility charity organisation organization ngo embassy consulate palace kremlin pentagon church
diocese service brigade team centers centres airlines airways foods pharmaceuticals motors holdings network coalition alliance front movement campaign chamber exchange museum observatory
laboratory lab mission delegation secretariat directorate inspectorate ombudsman watchdog un nato eu defence defense
inc ltd plc llc gmbh municipality prefecture province region city town council’s state house treasury ports port
coastguard gendarmerie constabulary
chain retailer carrier lender insurer giant consortium conglomerate subsidiary start-up startup venture outfit business
mill factory plant cooperative co-operative nations union republic kingdom bench archive observatory
"""

DOCUMENTS = """
report reports study survey poll census data figures statistics records record document documents indictment charge-sheet sheet
complaint filing filings affidavit verdict judgment judgement ruling order law bill treaty agreement statement release
communique communiqué letter memo memorandum email emails transcript transcripts minutes review audit inquiry
investigation assessment analysis paper research article account accounts footage video images photographs photos
tests results findings estimates projections forecast bulletin notice warrant petition lawsuit book memoir diary
plan budget accounts dossier files papers evidence registry register message messages
"""

#: The press in general. Names of outlets are capitalised and end in one of `OUTLET_WORDS`.
MEDIA = """
media press newspaper newspapers broadcasters tabloids tabloid dailies outlets magazines websites broadcaster channel
channels radio television outlet portal portals stations
"""

OUTLET_WORDS = """
reuters afp bbc cnn npr xinhua tass interfax aljazeera jazeera bloomberg dpa efe ansa kyodo yonhap pti upi politico
axios vox guardian times post herald tribune gazette telegraph courier chronicle observer examiner journal mirror
inquirer dispatch bulletin mail news radio television tv broadcasting ledger sentinel argus echo advertiser monitor
weekly daily nation standard star sun globe mercury clarion enquirer buzz bugle beacon messenger packet digest review
citizen vanguard spectator pioneer express newswire record register intelligencer today
"""

COLLECTIVES = """
officials critics experts analysts observers locals insiders sources diplomats economists scientists researchers
residents witnesses supporters opponents activists campaigners commentators historians lawmakers politicians traders
investors aides advisers advisors commanders officers lawyers doctors villagers people many some others several
specialists pundits scholars advocates stakeholders reformers lobbyists sceptics skeptics
delegates envoys medics candidates nurses bosses victims guests clients inmates detainees trainees academics relatives friends colleagues neighbours neighbors employees workers farmers
teachers students parents voters fans users watchers forecasters everybody everyone
staff elders regulars folk folks townsfolk
"""

ANONYMOUS = "source sources insider insiders"

PRONOUNS = "he she i"
PLURAL_PRONOUNS = "they we it"

TITLES = """
mr mrs ms miss dr prof sir dame lord lady madam rev reverend hon gen col lt sgt capt maj adm sen rep gov pres
father brother sister fr st president king queen prince pope
"""

OUTLET_NOUNS = "agency daily weekly newspaper broadcaster website magazine outlet tabloid paper channel station"
HEARSAY = "reports accounts rumours rumors"
NEGATIONS = "no nobody none neither"
OWN_VOICE = "we i our my"
GENDERS = {
    **dict.fromkeys(
        "he him mr sir lord father brother king prince chairman spokesman businessman congressman".split(), "m"
    ),
    **dict.fromkeys("policeman councilman alderman husband son uncle grandson widower fisherman".split(), "m"),
    **dict.fromkeys(
        "she her mrs ms miss dame lady madam sister mother queen princess chairwoman spokeswoman".split(), "f"
    ),
    **dict.fromkeys(
        "businesswoman congresswoman policewoman councilwoman wife daughter aunt widow actress".split(), "f"
    ),
}

PARTICLES = "de del della der den di da dos das du van von al el bin ibn ben la le ter ten zu of"

#: "officer, organiser, analyst, physician", and their plurals; the lists above come first.
SINGULAR_AGENTS = ("er", "or", "ist", "ian", "ant", "man", "woman")
PLURAL_AGENTS = ("ers", "ors", "ists", "ians", "ants", "men", "women")
ROLES = _words(SINGULAR_ROLES)
ORGANISATION_WORDS = _words(ORGANISATIONS) - {"council’s"}
DOCUMENT_WORDS = _words(DOCUMENTS)
MEDIA_WORDS = _words(MEDIA)
OUTLETS = _words(OUTLET_WORDS)
COLLECTIVE_WORDS = _words(COLLECTIVES)
ANONYMOUS_WORDS = _words(ANONYMOUS)
SINGULAR = _words(PRONOUNS)
PLURAL = _words(PLURAL_PRONOUNS)
TITLE_WORDS = _words(TITLES)
PARTICLE_WORDS = _words(PARTICLES) - {"of"}

#: How items say that a name is withheld, and why: "on condition of anonymity because she was not authorised to speak".
_ITS_NAME = r"(?:his|her|their)\s+names?"
ANONYMITY = Pattern(
    r"\b(?=[abcdgioprsuw])(?:(?:on\s+(?:the\s+)?)?condition\s+of\s+anonymity"
    rf"|asked\s+(?:that\s+{_ITS_NAME}\s+not|not\s+to)\s+be\s+(?:named|identified|used|quoted\s+by\s+name|mentioned)"
    r"|(?:declin|refus)(?:ed|es|ing)\s+to\s+be\s+(?:named|identified|quoted\s+by\s+name|mentioned)"
    r"|(?:did|does|do)(?:\s+not|n[’']t)\s+(?:want|wish|like)\s+(?:to\s+be\s+(?:named|identified|mentioned|quoted\s+by\s+name)"
    rf"|{_ITS_NAME}\s+(?:to\s+be\s+)?(?:used|published|printed|mentioned|disclosed|revealed|in\s+(?:print|the\s+(?:paper|papers|press))))"
    r"|(?:spoke|speaking|requested|granted|pleaded|pleading|preferred|preferring|craved|sought|seeking|insisted\s+on|insisting\s+on"
    r"|demanded|begged\s+for|asked\s+for|opted\s+for|under\s+(?:the\s+)?(?:cover|cloak|condition)\s+of)\s+(?:anonymity|anonymously)"
    rf"|(?:would|could)\s+not\s+give\s+{_ITS_NAME}|who\s+(?:cannot|could\s+not)\s+be\s+(?:named|identified)"
    r"|(?:wished|wishes|wishing|asked|asking|preferred|chose|wanted|requested)\s+to\s+(?:remain|stay|be)\s+(?:nameless|unnamed|unidentified)"
    rf"|withh(?:eld|olding)\s+{_ITS_NAME}|whose\s+names?\s+(?:is|are)\s+being\s+withheld)"
    r"[\s,]*(?P<reason>(?:because|since|as|having|for\s+fear|out\s+of\s+fear|citing|for\s+(?:legal|security|privacy)|so\s+as|to\s+"
    r"(?:discuss|describe|speak|protect))\b[^.,;:”\"]{3,160})?",
    re.IGNORECASE,
    needs=(*("anonym", "named", "identified", "withh", "mentioned", "nameless", "s name", "r name", "quoted by"),),
)
