"""Statements that need a source, by their words: the closed lists of the rule on unattributed claims.

Origin: the categories follow what AP, Reuters, AFP and the BBC ask a source for; the words were
chosen for sayso by reading news prose.
"""

from __future__ import annotations

from sayso import Contest
from sayso_plugins.words.en.faults import FAULTS
from sayso_plugins.words.en.wrongs import WRONGS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PEOPLE = _words(
    """people person civilians civilian soldiers soldier fighters fighter militants troops children women men officers
    officer villagers worshippers passengers protesters demonstrators residents workers students rebels police migrants
    others dozens hundreds thousands scores several many # two three four five six seven eight nine ten eleven twelve
    another man woman boy girl guards guard medics journalists miners farmers families operatives crew bystanders
    pedestrians pedestrian motorists drivers driver pilots pilot tourists tourist pupils teenagers teenager baby toddler
    hostages inmates prisoners detainees refugees nationals servicemen personnel troops patients student teacher
    policeman policemen policewoman bride groom cousins couple pensioner pensioners shopkeeper priest priests monk vendor
    vendors boys girls infants herder
    persons pilgrims herders herdsmen traders recruits nurses teachers commuters shoppers youths kids staff mourners
    cyclist climbers sailors fishermen spectators attendees members occupants"""
)
ARMED = _words(
    """forces army troops rebels rebel militants militant militia militias soldiers insurgents gunmen fighters jets
    warplanes drones drone navy aircraft artillery missile missiles rockets rocket guards paramilitaries commandos
    battalion brigade battalions tanks warships separatists jihadists guerrillas mercenaries infantry marines
    helicopters gunships"""
)

ACCIDENT = _words(
    """crash crashed crashing collision collided explosion explosions exploded blast blasts blaze fire attack attacks
    shooting shootings shot stabbing stabbed bomb bombs bombing bombings gunfire airstrike airstrikes strike collapse
    collapsed capsized sank drowned derailed derailment avalanche landslide landslides quake earthquake flood floods
    accident ambush ambushed raid stampede shelling cholera outbreak crossfire clashes clash"""
)
ATTACKERS = _words(
    """gunman gunmen assailant assailants attacker attackers militants militant rebels taliban mob protesters
    demonstrators rioters youths robbers robber thieves masked armed unidentified unknown bandits men man police
    supporters crowd crowds passenger intruder intruders hijacker hijackers kidnappers captors"""
)
DAMAGE = _words(
    """delay delays delayed cancelled canceled cancellation shortage shortages outage outages damage damaged damaging
    loss losses lost collapse collapsed deaths killed died failure failures resignation protests unrest trouble
    crisis closure closed closures decline shut layoffs disruption disrupted panic suspended postponed grounded
    bottlenecks unnoticed pollution bankruptcy injuries injured illness dropped fell plunged slump accident accidents
    crash scrapped abandoned reschedule angered overcrowding flooded blackout blackouts derailment sinking drowning
    drownings stampede sank bankruptcy fire blaze explosion burst capsized derailed shooting stabbing killing killings
    failed"""
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
        _words(
            """aged age anniversary widow obituary peacefully illness cancer born memorial years plan proposal bill
            motion amendment idea"""
        ),
    ),
    Contest(
        "casualties",
        _words("dead"),
        _words("shot found beaten"),
        _words("anniversary heat end stuffed obituary peacefully illness cancer"),
    ),
    Contest(
        "casualties",
        _words("dead died killed killing deaths"),
        ACCIDENT,
        _words(
            """aged age anniversary widow widower obituary peacefully illness cancer born memorial film novel penalty
            commemorating commemorated plan proposal bill motion amendment idea"""
        ),
    ),
    Contest(
        "casualties",
        _words("injured injuries injury hurt hospitalised hospitalized wounds"),
        _words(
            """serious seriously critical critically severe severely grave gravely minor slight slightly sustained
            suffered head burns none nobody gunshot stab"""
        ),
        _words("season match game club coach knee hamstring ankle calf groin injury-time squad career tourist economy"),
    ),
    Contest(
        "casualties",
        _words("missing trapped stranded unaccounted"),
        _words(
            """# two three four five six seven eight nine ten eleven twelve dozens hundreds thousands miners fishermen
            sailors climbers mountaineers hikers passengers crew workers villagers survivors landslide landslides
            avalanche rubble"""
        ),
        _words("link links data file files letter letters piece pieces link game season match painting trial"),
    ),
    Contest(
        "casualties",
        _words("evacuated homeless displaced uprooted"),
        _words("# dozens hundreds thousands families villagers residents"),
        _words("shelter shelters charity charities drill drills exercise"),
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
            mined burned burnt demolished razed levelled leveled dynamited flattened
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
            forged blackmailed bribery kickbacks siphoned pocketed falsified sabotaged vandalised vandalized
            groomed molested poisoned poisoning hijacked carjacked mugged assaulted burgled robbed looted stalked"""
        ),
        frozenset(),
        _words("film novel series play thriller"),
    ),
    Contest(
        "crime",
        _words("rigged"),
        _words(
            """vote votes ballot ballots election elections poll polls count tender tenders auction auctions bid bids
            contest competition market markets match matches race races draw lottery results result trial jury prices
            price rates meter meters scales test tests exam exams data figures"""
        ),
        _words("film novel series play thriller"),
    ),
    Contest(
        "military_action",
        _words("fighting clashes gunfire shelling battle battles firefight gun-battle attacks raids hostilities"),
        _words(
            """erupted broke broken heavy fierce continued continues raged raging rages intensified intensifies resumed
            ongoing stepped launched carried repelled came escalated"""
        ),
        _words(
            """fire fires wildfire wildfires film novel court legal election campaign cancer disease exercise exercises
            parliament racism custody match game heart panic verbal cyber"""
        ),
    ),
    Contest(
        "military_action",
        _words(
            """attack attacks attacked fired firing shot shots shelled bombed raided stormed seized captured battled
            erupted fighting fought struck intercepted scrambled moved massed stopped occupied patrolled retaliated"""
        ),
        _words(
            """troops soldiers militants rebels insurgents taliban al-qaeda al-shabaab hezbollah hamas isis artillery
            warplanes airplanes peacekeepers peacekeeper fighters warships tanks tank armoured armored convoys convoy
            missiles missile mortars mortar gunboats gunboat jihadists separatists paramilitaries junta rounds teargas
            f-16s shells"""
        ),
        _words(
            """exercise exercises drill drills parade ceremony museum film memory anniversary heart cyber scored goal
            award awards photograph documentary movie fireworks ceremonial"""
        ),
    ),
    Contest(
        "crime",
        _words(
            """shot stabbed gunned stormed attacked beaten ambushed threw hurled pelted torched ransacked vandalised
            vandalized smashed fired abducted kidnapped seized detonated hostage hostages stole stolen robbed raped
            murdered threatened"""
        ),
        ATTACKERS | _words("head dead assailant gunpoint knifepoint knife"),
        _words(
            """film films photo photographed goal goals basket penalty save scored novel series play thriller game
            match season coach club fireworks manager job jobs striker shot-stopper video exercise canister canisters
            tear teargas flare flares salute rubber blank blanks"""
        ),
    ),
    Contest("crime", _words("opened"), _words("fire"), _words("station museum exhibition inquiry investigation hall")),
    Contest(
        "crime",
        _words("exploded detonated ablaze alight"),
        _words("bomb bombs bomber bombers explosive explosives grenade grenades explosives set mob suicide"),
        _words("film popularity controlled disposal safely debate lightning off stage"),
    ),
    Contest(
        "military_action",
        _words("entered crossed rolled bombing bombarding attacking storming ambushing besieging firing shelling"),
        _words(
            """troops rebels militants insurgents separatists tanks paramilitaries warplanes artillery missiles
            guerrillas mercenaries jihadists peacekeepers gunmen"""
        ),
        _words("exercise exercises drill drills parade ceremony museum film stage service talks agreement"),
    ),
    Contest(
        "crime",
        _words(
            """hacked defaced arson ransomware robbery robberies burglary burglaries carjacking kidnapping kidnappings
            swindled scammed evaded plagiarised plagiarized fabricated counterfeited perjured looting bribing cheated
            spied smuggling vandalism doping forgery"""
        ),
        frozenset(),
        _words("film novel series play thriller law laws bill warns campaign against charges charge unit squad"),
    ),
    Contest(
        "crime",
        _words("violated violating breached flouted defied broke"),
        _words("law laws act copyright ceasefire truce sanctions embargo treaty airspace border constitution rights"),
        _words("court judge judges film claim claims plea"),
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
        "blame", _words("blamed mishandled botched misread misjudged bungled"), frozenset(), _words("nobody film if")
    ),
    Contest(
        "blame",
        _words("ignored overlooked neglected disregarded"),
        _words("warning warnings complaints safety rules orders instructions alarms inspectors pleas duty duties"),
    ),
    Contest(
        "cause",
        _words("caused triggered sparked"),
        _words(
            """fire blaze explosion blast crash collapse accident outbreak derailment leak spill flood flooding deaths
            stampede outage disaster sinking poisoning clashes unrest riot riots collision landslide
            failure shortage blackout"""
        ),
    ),
    Contest(
        "cause",
        _words("fire blaze explosion outbreak leak breach rupture derailment collapse crash"),
        _words("began started because"),
        _words("season alarm drill crew service station ceasefire campaign"),
    ),
    Contest(
        "cause",
        _words(
            """because due result caused causing triggered triggering sparked sparking resulted resulting led leading
            prompting prompted leads causes owing stemmed fuelled fueled"""
        ),
        DAMAGE,
        _words("if rain snow storm storms winds fog weather named called election match game season goal"),
    ),
    Contest(
        "motive",
        _words("response retaliation revenge reprisal protest bid"),
        _words(
            """attack attacks attacked fired shot shots quit resigned walked boycotted withdrew killing killings shelled
            bombed raided raid expelled arrested strikes airstrikes"""
        ),
    ),
    Contest(
        "motive",
        _words("retaliation revenge reprisal motivated intimidate punish cover-up"),
        _words(
            """attack attacks attacked killing killed shelled arrested fired dismissed sacked raid raided murder burned
            burnt bombing beaten expelled ordered wanted sought designed aimed meant move moved sent closed"""
        ),
    ),
    Contest(
        "motive",
        _words("spite anger revenge protest jealousy greed vengeance envy"),
        _words(
            """acted quit resigned killed shot stabbed murdered burned burnt torched attacked leaked poisoned destroyed
            smashed fired sacked invented lied"""
        ),
        _words("film novel goal scored penalty"),
    ),
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
        _words("phone telephone telephoned phoned dined dinner lunch privately e-mailed texted"),
        _words(
            """asked offered promised urged settled discussed agreed assuring assured threatened pressed persuaded
            begged pleaded instructions instructed ordered warned demanded"""
        ),
        _words("public publicly statement televised court hotline number survey reporters users customers company"),
    ),
    Contest(
        "motive",
        _words("because"),
        _words(
            "wanted feared fearing angry angered hated refused jealous hoped disliked criticised criticized resented"
        ),
        _words("if match game season injury"),
    ),
    Contest(
        "motive",
        _words("attempt bid effort efforts ploy"),
        _words(
            """silence hide conceal deflect distract intimidate influence appease placate discredit weaken undermine
            punish embarrass provoke deter"""
        ),
    ),
    Contest("motive", _words("pretext smokescreen"), frozenset(), _words("novel film play band album")),
    Contest("private_conversation", _words("confided whispered"), frozenset(), _words("novel film play")),
    Contest(
        "private_conversation",
        _words("argued clashed discussed warned told met asked urged"),
        _words("privately secretly secret closed-door backroom"),
        _words("public publicly statement televised court"),
    ),
    Contest(
        "private_conversation",
        _words("threatened refused"),
        _words("delegation delegations negotiators envoys talks"),
        _words("public publicly statement televised court strike strikes"),
    ),
    Contest(
        "private_conversation",
        _words("offered begged pleaded threatened settled quarrelled quarreled"),
        _words("privately secretly private phone telephone dinner calls"),
        _words("public publicly statement televised court"),
    ),
    *WRONGS,
    *FAULTS,
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
