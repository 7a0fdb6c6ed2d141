"""Words by what they tell, for the model of statements: *pocket* takes, *doctor* falsifies, *buckle* breaks.

Origin: the senses follow the closed list of claims that need a source (casualties, military action, crime, blame,
cause, motive, private conversation) and what resembles these and needs none (courts, ceremonies, sport, culture,
weather, procedure). The words were chosen for sayso. A word may have several; regular endings are left out.
"""

SENSES = {
    "kill": """
        kill murder slay slain slaughter massacre assassinate execute behead lynch strangle smother suffocate
        drown poison electrocute butcher exterminate gun die died death dead deadly fatal fatality corpse body
        bodies perish succumb mortuary morgue
    """,
    "hurt": """
        hurt injure injury wound maim burn burnt scald scar bruise fracture break broke broken cripple disfigure
        blind paralyse paralyze bleed bled bloodied concussion collapse faint choke infect infection sicken ill
        illness hospitalise hospitalize hospital ward intensive-care stretcher ambulance casualty victim toll
        trample crush mutilate sprain swollen
    """,
    "lost": """
        missing vanish disappear trapped stranded buried swept unaccounted displaced homeless evacuate uproot
        flee fled survivor rubble debris wreckage
    """,
    "strike": """
        attack assault strike struck hit bomb bombard shell shoot shot fire ambush raid storm besiege torch raze
        blast explode explosion detonate grenade mortar rocket missile drone airstrike gunfire crossfire
        shrapnel sniper ram stab slash beat beaten punch kick slap whip flog club bludgeon batter hurl throw
        threw pelt lob spray tear-gas teargas bayonet machete ransack loot pillage smash vandalise vandalize
        hijack carjack mug rape molest grope assail
    """,
    "armed": """
        army soldier troops troop rebel militant militia insurgent gunman gunmen fighter jihadist guerrilla
        paramilitary separatist commando marine battalion brigade regiment squadron warplane jet helicopter
        gunship tank warship frigate artillery infantry armour armored armoured platoon garrison outpost
        checkpoint militiaman militiamen mercenary warlord junta bandit pirate raider gang cartel mob thug
        assailant attacker intruder robber burglar kidnapper hijacker poacher smuggler trafficker
    """,
    "manoeuvre": """
        advance retreat withdraw withdrew overrun overran capture recapture seize besiege encircle shell deploy
        mass invade incursion offensive counter-offensive counterattack push frontline front clash battle
        skirmish firefight fighting fought occupy hold held cross patrol intercept scramble repel reinforce dig
        dug trench barricade blockade annex infiltrate
    """,
    "take": """
        steal stole stolen pocket embezzle siphon skim divert misappropriate misuse launder loot plunder filch
        pilfer shoplift burgle rob swindle defraud cheat scam fleece con dupe trick extort blackmail ransom
        overcharge short-change smuggle traffic poach hoard fence skimp plagiarise plagiarize copy pirate
        counterfeit evade dodge
    """,
    "bribe": """
        bribe bribery kickback backhander sweetener payoff inducement envelope payroll graft corrupt corruption
        slush hush crony cronies nepotism favour favor commission cut retainer
    """,
    "falsify": """
        forge forgery falsify fake fabricate doctor alter tamper rig fix fiddle massage pad inflate backdate
        doctored invent concoct stage manipulate distort misreport understate overstate lie lied perjure mislead
        misled deceive pretend bogus phoney phony sham phantom ghost fictitious nonexistent false falsely dummy
        front impersonate pose spoof hoax whitewash launder photoshop edit delete erase shred wipe redact
    """,
    "hide": """
        hide hid hidden conceal cover bury suppress hush withhold withheld destroy shred burn secret secretly
        quietly covert covertly clandestine undisclosed unreported undeclared offshore unregistered unlicensed
        illegal illegally illicit unlawful unlawfully unauthorised unauthorized off-books behind-the-scenes
        discreetly blind silence gag sweep swept
    """,
    "coerce": """
        force coerce threaten threat intimidate bully harass stalk menace pressure pressurise lean strong-arm
        evict expel oust blacklist punish retaliate sack dismiss demote sideline purge detain beat torture abuse
        humiliate exploit enslave groom dragoon conscript lock chain confiscate strip ban gag muzzle silence
    """,
    "spy": """
        spy bug wiretap eavesdrop snoop tap hack breach leak phish infiltrate surveil tail monitor intercept
        passwords password malware ransomware backdoor plant planted informer informant mole
    """,
    "rule": """
        violate breach flout break broke broken defy ignore disregard bypass circumvent skirt dodge evade exceed
        contravene trespass unpaid overtime overloaded speeding drunk drink-driving uninsured unroadworthy
        uncertified expired illegally
    """,
    "neglect": """
        neglect fail failed failure ignore overlook skip skimp omit forget forgot forgotten disregard dismiss
        downplay shrug delay dither dawdle stall sit sat drag shelve bungle botch mishandle mismanage squander
        waste fumble flout underfund understaff understaffed unmaintained uninspected unchecked untested
        unlocked unattended untrained unqualified asleep careless reckless slack lax negligent incompetent late
        slow sluggish warn warning warned complaint complain red-flag alarm unanswered unheeded nobody no-one
        none never
    """,
    "fault": """
        blame fault responsible responsibility culpable guilty liable error mistake blunder lapse oversight flaw
        defect faulty defective shoddy substandard poorly badly rotten rusted rusty corroded cracked worn loose
        leaky leaking jammed blocked wrong wrongly misread miscalculate mislabel misprogram misdiagnose
        oversleep
    """,
    "cause": """
        cause because due owing spark trigger ignite start begin began begun stem arise result lead led prompt
        provoke unleash fuel drive drove driven contribute thanks blame trace root origin reason culprit behind
        follow consequence knock-on snowball set-off precipitate produce bring brought hasten worsen aggravate
        undermine sink sank doom cost
    """,
    "break": """
        break broke broken snap crack burst rupture buckle collapse crumble give gave fail short-circuit
        overheat melt explode leak spill derail capsize sink sank sunk crash collide overturn plunge skid veer
        topple tip slip catch caught ignite blaze blow blew blown jam stall malfunction flood overflow breach
        fracture shear detach
    """,
    "device": """
        valve pump boiler cable wiring wire fuse brake engine gearbox rotor blade wing hull hatch bolt weld
        girder beam scaffold crane boom chimney dam embankment pipeline pipe tank reactor transformer battery
        charger heater stove generator sensor alarm sprinkler extinguisher software signal switch circuit tyre
        axle rail track gas spark cigarette match candle lightning-rod
    """,
    "want": """
        want wish hope seek sought aim intend intention plan plot scheme conspire bid try attempt purpose order
        avoid escape evade prevent win gain secure protect save punish revenge avenge retaliate settle score
        grudge vendetta jealous jealousy envy greed greedy ambition ambitious ego pride spite rivalry feud
        desperate eager keen bent determined motive pretext excuse ploy ruse tactic distract distraction deflect
        divert curry appease please impress embarrass humiliate discredit undermine sabotage
    """,
    "feel": """
        fear afraid scared frightened worry anxious angry anger furious fury resent resentment hate hatred love
        despise distrust mistrust loathe regret ashamed embarrass disappointed dismay panic nervous tire tired
        weary fed-up frustrated frustration homesick bored lonely heartbroken grief guilt upset offended
        insulted humiliated lose lost patience nerve confidence faith
    """,
    "know": """
        know knew known aware realise realize suspect believe think thought expect understand understood
        remember recall notice see saw discover learn learnt guess assume doubt convince persuade foresaw
        foresee mind privately inwardly
    """,
    "private": """
        private privately closed behind-closed-doors closed-door phone telephone call text message whatsapp
        email e-mail dinner lunch breakfast corridor backroom back-channel backchannel huddle tete-a-tete
        face-to-face aside confidential confide confided secret deal pact promise promised offer offered urge
        urged beg begged plead pleaded warn warned tell told ask asked agree agreed refuse refused reject demand
        demanded threaten row rows argue quarrel shout storm stormed swear swore vow vowed bargain haggle
        persuade talk talks negotiate assure assured instruct instructed order ordered
    """,
    "oust": """
        resign quit oust topple remove force edge ease push sack fire dismiss drop axe bench replace stand-down
        step-down suspend walkout walk
    """,
    "person_hit": """
        civilian villager passenger protester demonstrator resident pedestrian cyclist motorist miner worker
        farmer fisherman fishermen sailor migrant refugee prisoner inmate detainee hostage patient child
        children baby toddler infant boy girl teenager woman women man men family pupil student teacher nurse
        doctor medic journalist reporter shopkeeper vendor trader herder tourist pilgrim worshipper mourner
        bystander driver pilot guard policeman policemen officer firefighter people person
    """,
    "count": """
        dozen dozens hundred hundreds thousand thousands score scores several many two three four five six seven
        eight nine ten eleven twelve twenty thirty forty fifty
    """,
    "official": """
        minister mayor governor president premier chancellor senator lawmaker deputy councillor councilor
        official clerk commissioner inspector judge magistrate prosecutor bailiff ambassador envoy aide adviser
        advisor secretary treasurer chairman chairwoman chair chief director executive manager boss owner
        founder landlord contractor developer supplier trustee bishop priest imam pastor headteacher principal
        rector coach captain referee agent broker trader banker auditor accountant lawyer colonel general major
        sergeant warden guard
    """,
    "money": """
        money cash fund funds budget account payment pay paid salary wage bonus bribe loan debt grant subsidy
        donation contract tender invoice bill tax duty fee fine rent deposit savings pension share dividend
        profit million billion crown dollar euro pound rupee naira peso
    """,
    "evidence": """
        evidence file record document ledger log logbook minutes report memo receipt certificate licence license
        permit passport visa sample test result footage tape video recording email data hard-drive laptop weapon
        gun knife drug drugs cocaine heroin ivory explosive ballot vote seal signature
    """,
    "court": """
        court judge jury trial verdict convict sentence jail prison appeal plead acquit indict charge arraign
        hearing testify testimony witness tribunal magistrate prosecutor prosecution defendant plaintiff lawsuit
        sue ruling injunction bail remand inquest coroner lawyer barrister docket
    """,
    "arrest": """
        arrest detain custody cuff handcuff question suspect police warrant bail extradite
    """,
    "procedure": """
        vote elect appoint approve adopt pass sign ratify table debate sit convene adjourn meet met session
        reading committee bill motion amendment parliament council assembly congress senate ballot nominate
        swear inaugurate open opened launch unveil announce publish release issue schedule due agenda consult
        consultation hearing license register file apply application petition deadline quorum
    """,
    "ceremony": """
        funeral burial memorial wreath anthem parade festival procession ceremony anniversary wedding birthday
        prayer mass vigil candle choir hymn flag tribute medal award prize honour honor banquet toast ribbon
        plaque statue monument museum exhibition gallery
    """,
    "sport": """
        match game season league cup final semi-final goal score point penalty free-kick corner header striker
        midfielder defender goalkeeper keeper winger batsman bowler wicket innings run runs over overs try
        conversion scrum set tie-break serve ace lap race sprint relay marathon medal champion championship
        tournament title club team squad side coach manager referee pitch stadium crowd fans fixture kick-off
        half-time injury-time transfer seed round knockout playoff quarterback touchdown inning homer puck
    """,
    "culture": """
        film movie novel book play opera ballet symphony concert album song band singer actor actress director
        painter sculptor poet poem museum exhibition gallery orchestra theatre theater stage scene character
        plot chapter episode series documentary festival premiere cartoon comic game video-game recipe dish
        restaurant
    """,
    "weather": """
        rain snow wind storm cyclone typhoon hurricane flood drought heatwave heat frost fog hail thunder
        lightning earthquake quake tremor eruption volcano landslide avalanche tide tsunami wildfire temperature
        degree sunshine cloud monsoon
    """,
    "place": """
        street road bridge river hill valley square market harbour harbor port station airport school hospital
        church mosque temple hall town village city district province island coast border farm field forest park
        building tower house flat roof gate wall corner shop stall
    """,
    "describe": """
        stand stood sit sits lie lies lay run runs stretch flow cover overlook border measure weigh cost date
        built build founded found open house seat hold contain feature include consist form shape colour color
        old new tall wide long small large narrow wooden brick stone red white blue green
    """,
    "scene": """
        crowd queue smoke siren shutter banner placard chant sing sang cheer wave gather march line lined stood
        watched waited carried scattered empty deserted silent outside morning afternoon evening dusk dawn
    """,
    "biography": """
        born raised studied graduated married daughter son father mother brother sister wife husband joined
        served retired career degree university age aged founded taught wrote
    """,
    "plan": """
        will would shall plan due expect expected schedule scheduled open close begin next tomorrow later until
    """,
    "negate": """
        not no never nobody none neither nor without deny denied unknown unclear unconfirmed investigating
        investigate inquiry probe
    """,
    "superlative": """
        most biggest largest worst best first only highest lowest oldest longest deadliest record unprecedented
        ever never greatest fastest richest poorest cheapest
    """,
    "health": """
        virus bacteria salmonella cholera measles outbreak contaminate contamination tainted toxic lead arsenic
        mercury sewage chemical pesticide asbestos mould mold dose overdose vaccine surgery surgeon anaesthetic
        transfusion needle poisoning fumes fume vomit rash fever
    """,
    "environment": """
        dump dumped pollute pollution spill effluent waste sewage log logging clear-cut bulldoze drain dredge
        poach kill-off wipe-out fell felled drift sludge tailings ash runoff bleach trawl overfish encroach
    """,
    "work": """
        shift overtime unpaid strike walkout layoff redundancy wage contract child-labour sweatshop recruit
        union foreman supervisor toilet break hour hours uniform helmet harness
    """,
    "benefit": """
        benefit profit gain enrich reward own relative brother cousin nephew son wife friend ally crony
        classmate neighbour business-partner firm company villa yacht car jewellery racehorse holiday mansion
        apartment
    """,
    "doubt_word": """
        apparently reportedly allegedly supposedly possible possibly perhaps maybe likely probably may might
        could seem appear
    """,
}
