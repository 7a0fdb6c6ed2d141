"""Statements that need a source, by their words: the closed lists of the rule on unattributed claims.

Origin: the categories follow what AP, Reuters, AFP and the BBC ask a source for; the words were
chosen for sayso by reading news prose.
"""

from __future__ import annotations

from sayso import Contest


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PEOPLE = _words(
    """people person civilians civilian soldiers soldier fighters fighter militants troops children women men officers
    officer villagers worshippers passengers protesters demonstrators residents workers students rebels police migrants
    others dozens hundreds thousands scores several many # two three four five six seven eight nine ten eleven twelve
    another man woman boy girl guards guard medics journalists miners farmers families"""
)
ARMED = _words(
    """forces army troops rebels rebel militants militant militia militias soldiers insurgents gunmen fighters jets
    warplanes drones drone navy aircraft artillery missile missiles rockets rocket guards paramilitaries commandos
    battalion brigade battalions tanks warships separatists jihadists guerrillas mercenaries infantry marines
    helicopters gunships"""
)

CONTESTED = (
    Contest(
        "casualties",
        _words(
            """killed killing wounded wounding injured injuring massacred slaughtered maimed casualties
            kidnapped abducted executed drowned displaced stabbed beheaded hospitalised hospitalized trampled"""
        ),
        PEOPLE,
        _words("aged age anniversary widow widower obituary peacefully illness cancer born memorial marathon"),
    ),
    Contest(
        "casualties",
        _words("dead died deaths bodies fatalities lives toll"),
        _words(
            "# dozens hundreds thousands scores two three four five six seven eight nine ten eleven twelve thirteen"
        ),
        _words("aged age anniversary widow obituary peacefully illness cancer born memorial years"),
    ),
    Contest(
        "casualties",
        _words("dead"),
        _words("shot found beaten"),
        _words("anniversary heat end stuffed obituary peacefully illness cancer"),
    ),
    Contest(
        "casualties",
        _words("hospital hospitals intensive"),
        _words("taken rushed airlifted treated care wounds burns inhalation"),
        _words("board boards managers strike funding beds budget shortage nurses unions insurance"),
    ),
    Contest(
        "military_action",
        _words(
            """shelled bombed bombarded attacked ambushed raided stormed seized captured recaptured
            overran advanced intensified launched dispatched invaded besieged struck torched looted deployed
            retreated withdrew destroyed massed control hold battled clashed fought fired fighting clashes shelling
            airstrike airstrikes offensive traded boarded intercepted"""
        ),
        ARMED,
        _words("exercise exercises drill drills parade ceremony museum film"),
    ),
    Contest(
        "crime",
        _words(
            """bribed bribes embezzled stole raped murdered defrauded laundered smuggled extorted tortured trafficked
            forged blackmailed bribery kickbacks siphoned pocketed rigged falsified sabotaged vandalised vandalized
            groomed molested poisoned poisoning hijacked carjacked mugged assaulted burgled robbed looted stalked"""
        ),
        frozenset(),
        _words("film novel series play thriller"),
    ),
    Contest(
        "crime",
        _words("diverted concealed hid hushed doctored destroyed shredded burned burnt covered"),
        _words("money funds cash aid evidence results documents records files ledgers invoices proceeds"),
        _words("fire flood archive museum"),
    ),
    Contest(
        "crime",
        _words("seized beaten burned torched ransacked looted stoned"),
        _words("pirates pirate gunmen militiamen thugs mob villages homes houses shops mosque church agents suspected"),
        _words("fire-fighters museum shop exhibition store celebrates insurance accidentally wildfire wildfires"),
    ),
    Contest(
        "crime",
        _words("scam bribe bribes extortion ransom thieves smugglers traffickers"),
        frozenset(),
        _words("film novel series play thriller law bill warns"),
    ),
    Contest("blame", _words("blame culpable negligence negligent recklessly"), frozenset()),
    Contest(
        "cause",
        _words("caused triggered sparked"),
        _words(
            """fire blaze explosion blast crash collapse accident outbreak derailment leak spill flood flooding deaths
            stampede outage disaster sinking poisoning clashes unrest riot riots"""
        ),
    ),
    Contest(
        "cause",
        _words("fire blaze explosion outbreak leak breach rupture derailment collapse crash"),
        _words("began started because"),
        _words("season alarm drill crew service station ceasefire campaign"),
    ),
    Contest(
        "motive",
        _words("retaliation revenge reprisal motivated intimidate punish cover-up"),
        _words(
            """attack attacks attacked killing killed shelled arrested fired dismissed sacked raid raided murder burned
            burnt bombing beaten expelled ordered wanted sought designed aimed meant move moved sent closed"""
        ),
    ),
    Contest("motive", _words("spite anger revenge protest jealousy greed"), _words("acted quit resigned killed")),
    Contest(
        "private_conversation",
        _words("agreed decided promised quarrelled quarreled plotted conspired privately"),
        _words(
            """leaders ministers counterpart counterparts presidents sides phone telephone doors privately secretly
            dinner aides"""
        ),
        _words("summit publicly communique communiqué statement televised court panel council parliament"),
    ),
    Contest(
        "private_conversation",
        _words("offered begged pleaded threatened settled quarrelled quarreled"),
        _words("privately secretly private phone telephone dinner calls"),
        _words("public publicly statement televised court"),
    ),
    Contest(
        "statistic",
        _words(
            """percent per-cent % percentage doubled tripled quadrupled halved averaged totalled totaled outnumbered
            rose fell grew shrank climbed dropped increased decreased surged plunged slumped soared"""
        ),
        frozenset({"#"}),
        _words("score scored goals points seconds minutes metres meters degrees aged temperature"),
    ),
    Contest(
        "superlative",
        _words("highest lowest largest biggest worst deadliest costliest unprecedented record fastest-growing"),
        _words("ever since history country world region decade decades century years ever-recorded recorded"),
        _words("court album holder breaking label off-the-record criminal"),
    ),
    Contest(
        "prediction",
        _words("likely unlikely inevitable inevitably bound poised"),
        frozenset(),
        _words("if weather rain showers"),
    ),
)

#: What flags a sentence as the author's judgement or advice.
OPINION_WORDS = _words(
    """should must ought hopefully sadly regrettably unfortunately shameful disgraceful outrageous admirable deplorable
    absurd wrongheaded laughable"""
)

#: A court's own acts are on the public record; conditionals, plans and rules are no flat statements.
UNCONTESTED = _words(
    """conviction convictions upheld quashed overturned trial convicted sentenced pleaded charged acquitted indicted jailed verdict inquest if would could might may should
    must accused accuses accuse alleged suspected whether unless denies denied sued fictional hypothetical
    feared commemorate commemorates commemorated"""
)
