"""Words by which somebody is judged or something foretold. Origin: written for sayso."""

from __future__ import annotations

import re

from sayso import Pattern

#: Who hides behind the noun. Critics, experts and analysts are left to attribution/anonymous-collective.
HEADS = """
    source sources insider insiders official officials aide aides adviser advisers advisor advisors diplomat diplomats
    executive executives staffer staffers employee employees colleague colleagues ally allies lawmaker lawmakers
    politician politicians commander commanders manager managers strategist strategists operative operatives member
    members rival rivals teammate teammates friend friends lobbyist lobbyists consultant consultants donor donors
    person people individual chieftain elder elders stalwart mp mps director directors figure figures grandee veteran
    senator senators councillor councillors player players peer peers delegate delegates negotiator negotiators envoy
    envoys ambassador ambassadors banker bankers investor investors trustee trustees attendee attendees courtier
    courtiers confidant confidante associate associates
    backbencher backbenchers minister ministers organiser organisers organizer organizers agent agents
""".split()
#: Words that judge, whatever stands around them.
JUDGING = """
    incompetent clueless delusional pathetic dishonest liar liars coward cowards cowardly idiot idiots idiotic stupid
    fools foolish moron clown crook disgrace disgraceful shameful laughable ridiculous hopeless arrogant spineless
    unhinged vindictive paranoid despicable disgusting appalling shambles fiasco farce hypocrite hypocritical traitor
    shambolic amateurish lunatic narcissist egomaniac bully megalomaniac crooked corrupt useless toxic untrustworthy
    gutless two-faced treacherous impossible unbearable laughing-stock lightweight puppet tyrant cheat cheats charlatan
    fraudster greedy lazy ruthless
""".split()
#: Judgements and forecasts that take more than a word.
PHRASES = Pattern(
    r"\b(?:(?:is|are|was|were|s?he[’']s)\s+(?:finished|doomed|toast|insane|crazy|unfit)\b"
    r"|(?:is|was|been)\s+an?\s+(?:joke|fool|bully)\b|days\s+are\s+numbered\b"
    r"|dead\s+(?:man|woman)\s+walking\b|lame\s+duck\b|laughing\s+stock\b|bigger\s+than\s+the\b"
    r"|sick\s+(?:and\s+tired\s+)?of\b"
    r"|fed\s+up\s+with\b|had\s+enough\s+of\b|out\s+of\s+touch\b|not\s+(?:up\s+to|fit\s+for)\b|washed\s+up\b"
    r"|past\s+(?:it|his|her)\b"
    r"|(?:will|[’']ll)\s+be\s+(?:lucky|gone|out(?!\s+(?:on|in|at|soon)\b)|finished|history)\b|losing\s+(?:his|her|their|the)\s+(?:grip|mind)\b"
    r"|(?:a|an\s+absolute|a\s+complete|a\s+total)\s+(?:disaster|nightmare|embarrassment|liability|mess)\b"
    r"|(?:can[’']t|cannot|could\s+not|couldn[’']t|nobody)\s+(?:be\s+trusted|trusts?|stands?|bear)\b"
    r"|only\s+(?:cares?|thinks?)\s+(?:about|of)\b|in\s+over\s+(?:his|her|their)\s+head\b|makes?\s+(?:it|things)\s+up\b"
    r"|out\s+of\s+(?:his|her|their)\s+depth\b|lost\s+the\s+plot\b"
    r"|(?:(?:will|would)\s+(?:not|never)|won[’']t|cannot|can[’']t)\s+(?:survive|win|last)\b"
    r"|will\s+(?:lose(?!\s+(?:its|their|\d))|collapse|fail|be\s+gone)\b"
    r"|going\s+to\s+(?:lose|win|fail|collapse)\b|no\s+chance\s+of\s+(?:winning|surviving))",
    re.IGNORECASE,
    needs=(
        "finished doomed toast insane crazy unfit joke fool bully last numbered depth plot surviv win lose collapse"
        " fail gone walking duck laughing bigger sick fed enough touch not washed past lucky history losing disaster"
        " nightmare embarrassment liability mess trust stand bear only over up out"
    ).split(),
)
#: Figures of speech by which somebody is run down.
IDIOMS = Pattern(
    r"\b(?:spent\s+force|dead\s*wood|dead\s?weight|loose\s+cannon|headless\s+chickens?|amateur\s+hour|all\s+hat|empty\s+suit"
    r"|paper\s+tiger|yesterday[’']s\s+(?:man|woman|men)|one[- ]trick\s+pony|bull\s+in\s+a\s+china"
    r"|no\s+clothes|snake\s+oil"
    r"|deck\s?chairs|asleep\s+at\s+the\s+wheel|sell-by\s+date|small\s+(?:man|woman)|wolf\s+in\s+sheep"
    r"|(?:is|are|was|were|[’']s|[’']re)\s+(?:just\s+|simply\s+|nothing\s+but\s+)?an?\s+(?:circus|farce|snake|dinosaur|parasite"
    r"|rubber\s+stamp|weathercock|dictator|has-been|nobody|non-?entity|waste\s+of)\b"
    r"|could(?:n[’']t|\s+not)\s+(?:organi[sz]e|run|lead)\s|not\s+fit\s+to\b|ha(?:s|ve)\s+nothing\s+(?:upstairs|to\s+offer)\b"
    r"|ha(?:s|ve)\s+no\s+(?:idea|clue|backbone|spine|shame|vision|principles|conscience)\b"
    r"|ha(?:s|ve)\s+the\s+(?:spine|brains?|charisma|charm|backbone|attention\s+span|morals|grace|judge?ment|manners|maturity|wit|imagination|tact|mind|temper"
    r"|temperament|patience|empathy|vision|warmth|scruples|loyalty)\s+of\b"
    r"|out\s+for\s+(?:him|her|them)sel(?:f|ves)\b|lost\s+(?:his|her|their|its)\s+(?:marbles|nerve|touch|way|grip|mind)\b"
    r"|(?:should|ought\s+to|needs?\s+to)\s+(?:go\s+home|step\s+down|resign|retire|quit)\b"
    r"|(?:runs?|ran|running|treats?|treated|treating|behaves?|behaved|acts?|acted|manages?|managed|governs?|governed|handles?|handled)\b"
    r"[^.;“”\"]{0,40}?\s(?:like\s+(?:an?|his|her|their|its)|as\s+(?:if|though)|as\s+(?:his|her|their)\s+(?:own|private|personal))\s)",
    re.IGNORECASE,
    needs=(
        *(
            "spent",
            "dead",
            "loose",
            "headless",
            "amateur",
            "all hat",
            "empty",
            "paper",
            "yesterday",
            "trick",
            "bull",
            "clothes",
        ),
        *(
            "snake",
            "deck",
            "asleep",
            "sell-by",
            "small",
            "wolf",
            "circus",
            "farce",
            "dinosaur",
            "parasite",
            "rubber",
            "weathercock",
        ),
        *(
            "dictator",
            "has-been",
            "nobody",
            "entity",
            "waste",
            "could",
            "not fit",
            "nothing",
            " no ",
            "ve the",
            "as the",
            "out for",
        ),
        *("lost", "should", "ought", "need", "like ", " as "),
    ),
)
#: What somebody is said to be without, and whose want is a judgement: *has no judgement*, *hasn’t got a clue*.
WANTS = Pattern(
    r"\b(?:(?:ha(?:s|ve|d)|[’']s\s+got|[’']ve\s+got)\s+(?:absolutely\s+)?(?:no|zero|not\s+an?|little)"
    r"|(?:has|have|had|does|do|did)(?:n[’']t|\s+not)\s+(?:have\s+|got\s+)?(?:an?|any|the|much|an\s+ounce\s+of|a\s+shred\s+of)|lack(?:s|ed)?(?:\s+the|\s+any)?)"
    r"\s+(?:\w+\s+)?(?:judge?ment|clue|idea|backbone|spine|shame|vision|principles|conscience|talent|integrity|credibility|morals|scruples"
    r"|loyalty|hono[u]?r|class|dignity|guts|courage|brains?|decency|empathy|manners|patience|discipline|temperament|intellect|charisma"
    r"|charm|imagination|humility|gravitas|nous|competence|self-awareness|stomach|grasp|feel)\b",
    re.IGNORECASE,
    needs=("has", "have", "had", "ve got", "s got", "do ", "does", "did", "don", "lack"),
)
#: What is foretold of somebody, and what is called the worst there ever was.
EXTREMES = Pattern(
    r"\b(?:(?:his|her|their|\w+[’']s)\s+(?:\w+\s+)?(?:career|time|days|race|campaign|reign|presidency|premiership|candidacy|leadership"
    r"|authority|reputation)\s+(?:is|are|was|were|looks?|has\s+been)\s+(?:all\s+but\s+|as\s+good\s+as\s+)?(?:over|finished|numbered|done|doomed|dead|gone|shot|in\s+tatters)"
    r"|(?:worst|weakest)\s+(?:\w+\s+){0,2}?(?:decision|mistake|deal|idea|policy|plan|leader|boss"
    r"|manager|coach|captain|minister|government|president|appointment|campaign|team|board|choice|move|call|administration|chairman|mayor"
    r"|governor|owner|owners|director|signing)\b)",
    re.IGNORECASE,
    needs=("over", "finished", "numbered", "done", "doomed", "dead", "gone", "shot", "tatters", "worst", "weakest"),
)
#: What somebody is, where it is said of a person.
TRAITS = Pattern(
    r"(?P<who>[\w-]+)(?:[’'](?:s|re)|\s+(?:is|are|was|were|has\s+been|can\s+be))\s+(?:(?!not\b)\w+\s+(?:and\s+)?){0,3}?(?:vain|rude|weak|cruel|petty|reckless"
    r"|na[iï]ve|cynical|immature|irrational|erratic|nasty|inept|unprofessional|unfit|deluded|thin-skinned|self-serving|power-hungry"
    r"|selfish|devious|slippery|sly|manipulative|abrasive|unstable|overrated|mediocre|pompous|conceited|self-obsessed|indecisive"
    r"|out\s+of\s+control|past\s+it|all\s+(?:talk|show|mouth|bluster))\b",
    re.IGNORECASE,
    needs=(
        *("vain", "rude", "weak", "cruel", "petty", "reckless", "na", "cynical", "immature", "rational", "erratic"),
        *("nasty", "inept", "professional", "unfit", "deluded", "thin-", "self-", "power-", "selfish", "devious"),
        *("slippery", "sly", "manipulative", "abrasive", "unstable", "overrated", "mediocre", "pompous", "conceited"),
        *("control", "past it", "indecisive", " all "),
    ),
)
#: Comparisons by which somebody or something is run down, and the worst that is foretold.
SLIGHTS = Pattern(
    r"\b(?:(?:a|any|no|much|far|even|is|was|been|could(?:n[’']t)?)\s+worse\b(?!\s+(?:off|than\s+\w+\s+(?:year|week|month)))|such\s+an?\s+\w+\s+(?:man|woman|person|leader|boss|minister"
    r"|coach|manager|president|decision|idea|board)|like\s+(?:dirt|rubbish|garbage|trash|children|slaves|servants|fools|idiots|cattle|animals|kings?|royalty)\b"
    r"|(?:is|was|[’']s|are|were|been)\s+(?:just\s+|simply\s+|nothing\s+but\s+|turning\s+into\s+)?an?\s+(?:complete\s+|total\s+|absolute\s+|utter\s+)?(?:car\s+crash|train\s+wreck"
    r"|dog[’']s\s+(?:dinner|breakfast)|shambles|mess|gimmick|stunt|con|sham|insult|betrayal|catastrophe|disaster|debacle|pantomime|soap\s+opera|fig\s+leaf|cop-out)\b"
    r"|(?:will|[’']ll|would|going\s+to)\s+(?:be|get)\s+(?:wiped\s+out|hammered|thrashed|crushed|routed|destroyed|annihilated|slaughtered|eaten\s+alive|found\s+out)\b)",
    re.IGNORECASE,
    needs=(
        *("worse", "such a", "like ", "crash", "wreck", "dinner", "breakfast", "shambles", "mess", "gimmick", "stunt"),
        *(
            " con",
            "sham",
            "insult",
            "betrayal",
            "catastrophe",
            "disaster",
            "debacle",
            "pantomime",
            "soap",
            "fig ",
            "cop-",
        ),
        *("wiped", "hammered", "thrashed", "crushed", "routed", "destroyed", "annihilated", "slaughtered", "eaten"),
        "found out",
    ),
)
#: By these a person is called something.
CALLS = frozenset({"describe", "call", "brand", "dub", "dismiss", "label"})
BEINGS = frozenset({"he", "she", "they", "him", "her", "them"})
IS = frozenset("is was are were".split())
IS_SHORT = frozenset("he’s she’s they’re he's she's they're".split())
#: What may stand before the noun by which somebody is judged.
ONLY = frozenset("not just only simply nothing but all always no really basically".split())
JUDGES = frozenset("a an all no nothing".split())
KINDS = frozenset({"unnamed_person", "unnamed_collective"})
TOKEN = Pattern(r"[\w’'-]+")
#: What somebody may be said to be that is no judgement.
PLAIN = frozenset(
    "member part citizen resident native candidate suspect father mother man woman boy girl bit few lot".split()
)
WORD = Pattern(r"[^\W\d_]+")
