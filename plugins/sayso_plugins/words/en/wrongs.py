"""Wrongs, harms and motives by the verb and by what goes with it: pairs of which neither word alone is contestable.

Origin: the classes are those for which newsrooms ask a source (crime, neglect, concealment, military action, motive); the
words were chosen for sayso.
"""

from __future__ import annotations

from sayso import Contest


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WRONGS = (
    Contest(
        "crime",
        _words("dealing dealt peddled peddling pushed planted planting sold selling ran"),
        _words("drugs cocaine heroin narcotics methamphetamine fentanyl cannabis evidence bomb bombs explosives"),
        _words("company firm pharmaceutical pharmacy drugmaker trees tree medicine medicines patients shares"),
    ),
    Contest(
        "crime",
        _words("bought buying paid paying hired promised"),
        _words("votes hitman hitmen assassin assassins thugs trolls blogger bloggers false fake rumour rumours rumor"),
        _words("shares shareholder shareholders stock gunmen"),
    ),
    Contest(
        "crime",
        _words("told ordered instructed pressured forced asked made"),
        _words("falsify lie backdate shred fabricate perjure forge delete destroy"),
        _words("truth whether"),
    ),
    Contest(
        "crime",
        _words("beat beaten beating punched kicked clubbed whipped choked strangled smothered dragged lashed"),
        _words(
            """prisoner prisoners detainee detainees inmate inmates unconscious consciousness batons baton sticks fists
            rifle protesters protester demonstrators suspect suspects guard guards wife bus car"""
        ),
        _words("ball goal match game final season points penalty team champion election race film novel heels feet"),
    ),
    Contest(
        "crime",
        _words("beat beaten beating kicked punched slapped whipped flogged caned clubbed lashed"),
        _words(
            """student students pupil pupils boy boys girl girls woman man journalist journalists reporter villager villagers
            migrant migrants refugee refugees vendor vendors trader traders lawyer activist activists teenager teenagers
            farmer farmers driver drivers maid servant worker workers photographer"""
        ),
        _words(
            """ball goal match game games final finals season points point penalty team teams champion champions election
            race film novel heels feet round rounds league cup set sets seed seeds votes vote percent odds rival rivals
            defending medal tournament side striker score scored record traffic drum drums time try against"""
        ),
    ),
    Contest(
        "crime",
        _words("broke breached penetrated infiltrated compromised"),
        _words("hackers hacker servers server network networks database databases burglars thieves robbers intruders"),
        _words("record records news ground law silence down"),
    ),
    Contest(
        "crime",
        _words("transferred moved wired funnelled funneled channelled channeled diverted stashed skimmed parked"),
        _words("offshore shell slush"),
    ),
    Contest(
        "crime",
        _words("transferred wired funnelled funneled channelled channeled diverted stashed skimmed"),
        _words("account accounts money funds cash"),
        _words("customers depositors club players player"),
    ),
    Contest(
        "crime",
        _words("dumped dumping dumps discharged discharging pumped pumping"),
        _words(
            """waste sewage toxic chemicals effluent sludge asbestos body bodies corpses tailings river sea acid canal lake
            creek stream manure solvents"""
        ),
        _words("treated hospital water-treatment helped"),
    ),
    Contest(
        "cause",
        _words("leaked spilled spilt spewed leaking spilling"),
        _words("chlorine ammonia oil gas fuel diesel acid chemicals sewage cyanide toxic pipeline"),
        _words("document documents memo report email emails audio video"),
    ),
    Contest(
        "crime",
        _words(
            """extorting embezzling laundering trafficking siphoning defrauding blackmailing falsifying torturing raping
            abducting kidnapping harassing stalking intimidating terrorising terrorizing enslaving"""
        ),
        _words("been is are was were"),
        _words("accused law laws against charges charge film novel for of by without"),
    ),
    Contest(
        "crime",
        _words(
            "faked misled lied deceived tricked duped conned hoodwinked tampered bullied groped overcharged ill-treated"
        ),
        frozenset(),
        _words(
            """film novel series play injury goal claims claim law laws against whether ahead behind match thriller orgasm moon
            painting fear"""
        ),
    ),
    Contest(
        "crime",
        _words("coerced harassed bullied intimidated terrorised terrorized humiliated enslaved overcharged"),
        frozenset(),
        _words("film novel series play claims claim law laws against"),
    ),
    Contest(
        "blame",
        _words("knew aware"),
        _words(
            """fault faults defect defects flaw flaws danger dangers risk risks leak leaks cracks abuse hazard hazards
            contamination wrongdoing overcharging shortfall shortage shortages"""
        ),
        _words("anyone everyone everybody voters readers public people"),
    ),
    Contest(
        "blame",
        _words("skipped bypassed disabled dodged evaded flouted cut cutting"),
        _words("safety test tests checks inspection inspections corners alarm alarms sensor taxes customs quarantine"),
        _words("vat council budget class school ribbon rates rate vote bill match parliament"),
    ),
    Contest(
        "blame",
        _words("faulty defective shoddy substandard overloaded overcrowded unsafe"),
        _words(
            """wiring brake brakes valve valves cable cables equipment engine engines boiler concrete cement materials
            parts pump pumps gas sockets ferry boat bus truck lorry plane aircraft helicopter jet"""
        ),
        _words("recall recalled"),
    ),
    Contest(
        "crime",
        _words("hid hidden hides hiding concealed buried suppressed withheld"),
        _words(
            """losses loans debts debt findings truth defect defects deaths scale extent shortfall report reports abuse flaws
            warnings warning regulator auditors auditor"""
        ),
        _words("funeral cemetery rubble earthquake snow name names church treasure"),
    ),
    Contest(
        "military_action",
        _words("took taken retook fell overran reclaimed regained ceded"),
        _words("rebels militants insurgents separatists jihadists guerrillas militiamen paramilitaries junta"),
        _words("part seats talks office oath responsibility place steps advantage agreement prices hostage"),
    ),
    Contest(
        "military_action",
        _words("hit hits struck pounded rocked targeted levelled leveled flattened razed"),
        _words(
            """drone drones airstrike airstrikes missile missiles shells mortar mortars rockets artillery jets bombers
            warplanes barrage army"""
        ),
        _words("market sales prices film record song storm storms"),
    ),
    Contest(
        "motive",
        _words(
            "called timed staged leaked turned spread started launched closed ordered chose released raised invented"
        ),
        _words("embarrass humiliate silence discredit intimidate punish frighten scare provoke smear sabotage derail"),
    ),
    Contest(
        "motive",
        _words("because"),
        _words(
            """asked owed insulted rejected discovered complained threatened envied despised distrusted disapproved
            bore grudge"""
        ),
        _words("if match game season injury"),
    ),
    Contest(
        "blame",
        _words("failed neglected refused"),
        _words(
            """report warn act inspect maintain disclose check protect prevent investigate notify repair alert supervise
            evacuate treat service replace tell"""
        ),
        _words("match game season goal penalty exam test bid congress senate parliament"),
    ),
    Contest(
        "blame",
        _words("late"),
        _words("called alerted warned summoned evacuated reacted responded acted"),
        _words("match game season goal night film"),
    ),
    Contest("crime", _words("covered covering"), _words("up"), _words("snow dust paint painted")),
    Contest("blame", _words("blind"), _words("eye")),
    Contest(
        "crime", _words("set setting"), _words("fire"), _words("alarm scene stage off accidentally records record")
    ),
    Contest(
        "blame",
        _words("asleep drunk speeding texting intoxicated"),
        _words(
            "driver drivers pilot pilots captain skipper conductor guard guards operator motorist wheel helmsman duty"
        ),
        _words("film novel charged test tests if limit campaign"),
    ),
    Contest(
        "crime",
        _words("work handiwork"),
        _words(
            """gang gangs thieves burglars robbers vandals arsonist arsonists militants militia rebels terrorists criminals
            cartel cartels hackers poachers saboteurs killer killers insider insiders professionals mafia separatists
            extremists smugglers syndicate mob clerk clerks accountant employee employees officers officials crew
            contractor contractors guards police policemen rival rivals ring"""
        ),
        _words("art artist film novel exhibition charity"),
    ),
    Contest(
        "crime",
        _words("handed distributed dished doled"),
        _words("voters polling electorate"),
        _words(
            "ballot ballots leaflet leaflets flyer flyers water masks certificates pamphlets forms cards paper papers booklets"
        ),
    ),
    Contest(
        "private_conversation",
        _words("leaned pressured pressurised pressurized coerced browbeat browbeaten strong-armed arm-twisted"),
        _words(
            """official officials inspector inspectors judge judges auditor auditors appraiser assessor surveyor
            councillor councillors council minister ministers editor editors witness witnesses clerk officer officers
            regulator regulators prosecutor prosecutors staff employees jurors lawmakers commissioner"""
        ),
        _words("public publicly statement televised court film novel"),
    ),
    Contest(
        "casualties",
        _words("lost loses amputated severed"),
        _words("leg legs limb limbs finger fingers eyesight"),
        _words("first second match tie aggregate cup final game season diabetes cancer election race relay"),
    ),
    Contest(
        "cause",
        _words("result"),
        _words(
            """murder murders killing killings death deaths shooting stabbing assault attack attacks fire blaze crash
            explosion collapse derailment accident disaster outage blackout delay closure outbreak"""
        ),
        _words("election match game season test tests named"),
    ),
)
