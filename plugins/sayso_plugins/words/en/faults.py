"""What went wrong before an accident, and orders and what they were for: pairs of words that blame somebody.

Origin: the circumstances that reports of inquiries name (rules broken, machines that failed, checks left out, alarms off)
and the aims that are given for what somebody did; the words were chosen for sayso.
"""

from __future__ import annotations

from sayso import Contest


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VEHICLES = _words(
    """train trains tram lorry lorries truck trucks bus buses car cars coach coaches van plane aircraft jet ferry boat
    vessel ship helicopter motorbike motorcycle minibus tanker trailer"""
)
PARTS = _words(
    """brakes brake engine engines valve valves cable cables pump pumps alarm alarms sensor sensors signal signals
    steering sluice spillway generator generators rudder boiler radar chain hinge bolt bolts weld welds rope ropes
    parachute gearbox transformer regulator sprinklers"""
)
SAFETY = _words(
    """alarm alarms exit exits lifeboat lifeboats extinguisher extinguishers detector detectors sprinkler sprinklers
    hydrant hydrants barrier barriers sensor sensors cctv siren sirens"""
)
AT_WORK = _words(
    """driver drivers pilot pilots captain skipper conductor signalman signaller dispatcher controller lifeguard
    lifeguards motorist helmsman operator guard guards nurse nurses surgeon officer officers crew engineer"""
)
#: Things that are looked after, and people who are prepared.
KEPT = (
    VEHICLES
    | PARTS
    | SAFETY
    | AT_WORK
    | _words(
        "crane lift lifts elevator elevators dam bridge tunnel tower roof ride scaffold scaffolding staff tyres tires"
    )
)

FAULTS = (
    Contest(
        "crime",
        _words("hid hidden concealed withheld buried"),
        _words(
            """insurers insurer regulators regulator auditors auditor inspectors investors shareholders parliament
            customers patients voters taxpayers ratepayers lawmakers"""
        ),
        _words("treasure cemetery funeral"),
    ),
    Contest(
        "crime",
        _words("shot stabbed strangled bludgeoned knifed throttled"),
        _words(
            """neighbour neighbor neighbours neighbors wife husband girlfriend boyfriend brother sister partner rival rivals
            stepfather landlord tenant"""
        ),
        _words("film novel series play match game season goal camera photographer photo scored"),
    ),
    Contest(
        "crime",
        _words("recruited conscripted press-ganged enslaved"),
        _words("boys girls children minors child teenagers"),
        _words("school choir team club study trial charity scouts"),
    ),
    Contest(
        "blame",
        _words("ran jumped"),
        _words("red"),
        _words("carpet team party army flag jersey shirt cross bulls tape start sea market race marathon"),
    ),
    Contest(
        "blame",
        _words("travelling traveling speeding driving"),
        _words("limit mph kph km/h"),
        _words("wind winds storm test tests record race train trains will charged"),
    ),
    Contest(
        "cause",
        _words("failed snapped jammed malfunctioned misfired seized overheated ruptured"),
        PARTS,
        _words("test tests series race lap qualifying season match government talks photographers exercise exam"),
    ),
    Contest(
        "motive",
        _words("because"),
        _words("forced ousted sacked dropped removed axed"),
        _words("if match game season injury evacuate close closed weather film illness coach captain squad debts"),
    ),
    Contest(
        "blame",
        _words("knew aware"),
        _words("unstable unsafe cracked rotten leaking overloaded contaminated faulty defective"),
        _words("anyone everyone everybody voters readers public people"),
    ),
    Contest(
        "cause",
        _words("outbreak infection blaze leak spill"),
        _words("came originated stemmed arose"),
        _words("season alarm service station home back when after"),
    ),
    Contest(
        "blame",
        _words("contract contracts tender tenders licence license plot plots quota land"),
        _words("brother-in-law son-in-law sister-in-law nephew cronies crony in-laws"),
        _words("inherited will wedding film novel"),
    ),
    Contest("cause", _words("gave"), _words("way"), _words("tears goal penalty vote defence kick traffic")),
    Contest(
        "blame",
        _words(
            """locked chained shut padlocked bolted blocked obstructed disconnected unplugged switched turned bypassed
            missing removed expired broken"""
        ),
        SAFETY,
        _words("museum show exhibition will sale roads road traffic police snow border poll"),
    ),
    Contest(
        "blame",
        _words("working inspected serviced maintained trained licensed insured tested checked functioning"),
        KEPT,
        _words("museum hours week holidays"),
    ),
    Contest(
        "cause",
        _words("barriers barrier signals signal gates crossing"),
        _words("green red up raised lifted open stuck"),
        _words("will installed replaced renewed plan plans festival parade fair season stock prices"),
    ),
    Contest(
        "blame",
        _words("phone smartphone mobile"),
        AT_WORK,
        _words(
            """calls number spoke interview told survey company network hotline users app reached contacted line
            stolen seized recovered found camera filmed"""
        ),
    ),
    Contest(
        "blame",
        _words("drinking drank"),
        _words("driver drivers pilot pilots captain skipper conductor guard guards operator motorist surgeon helmsman"),
        _words("water film novel limit charged campaign test"),
    ),
    Contest(
        "cause",
        _words("bald frayed rusted corroded rotten cracked"),
        _words(
            "tyres tyre tires tire cable cables rope ropes beam beams hull pipe pipes weld welds brakes brake bolts"
        ),
        _words("museum restored restoration"),
    ),
    Contest(
        "blame",
        _words("took"),
        _words("ambulance ambulances firefighters paramedics brigade pumper rescuers"),
        _words("race award hospital part place"),
    ),
    Contest(
        "blame",
        _words("wrong"),
        _words("dose drug medicine medication kidney leg limb patient organ lane track"),
        _words("right nothing if test tests film side"),
    ),
    Contest(
        "blame",
        _words("unattended unsupervised unmanned"),
        _words("ward child children boiler stove candle patients post tower fire crossing"),
    ),
    Contest(
        "blame",
        _words("nobody"),
        _words("cleared checked inspected warned noticed maintained serviced reported"),
        _words("hurt knows"),
    ),
    Contest(
        "military_action",
        _words("ordered order orders"),
        _words(
            """retreat retreats withdrawal pull attack attacks assault shelling bombardment execution executions massacre
            killing killings murder coup raid ambush shoot offensive evict torch"""
        ),
        _words(
            "court judge judges tribunal executive restraining alphabetical public pre-order mail police investigation inquiry"
        ),
    ),
    Contest(
        "motive",
        _words(
            """sacked fired dismissed quit resigned ordered moved cancelled canceled axed suspended banned withdrew leaked
            raided jailed arrested delayed"""
        ),
        _words(
            """bury hide conceal dodge evade escape forestall pre-empt placate appease reward avenge
            save spare protect please"""
        ),
        _words("money lives time jobs energy water match game season goal data environment consumers wildlife"),
    ),
    Contest(
        "motive",
        _words("resigned quit fled emigrated stepped"),
        _words("avoid escape"),
        _words("war fighting violence flood fire"),
    ),
    Contest(
        "motive",
        _words("fearing eager anxious desperate determined hoping"),
        _words("coup defeat arrest prosecution scandal revolt uprising exposure mutiny"),
        _words("match game season goal residents civilians people"),
    ),
    Contest(
        "motive",
        _words("meant designed intended aimed calculated"),
        _words("scare frighten intimidate deter silence provoke embarrass humiliate weaken divide"),
        _words("bill law money lives time energy water match game season building programme program"),
    ),
    Contest(
        "motive",
        _words("wanted"),
        _words("spare save"),
        _words("money lives time energy water match game season building jobs"),
    ),
)
