"""Words of figures, ranks and sums. Origin: written for sayso from reading news prose."""

from __future__ import annotations

from sayso import Pattern

PERCENT = frozenset({"%", "percent", "per-cent", "cent", "percentage", "pct"})
MOVES = frozenset(
    """rose fell grew shrank climbed dropped increased decreased surged plunged slumped soared jumped leapt tumbled
    rocketed ballooned swelled dwindled""".split()
)
#: Moves that are told of with *have*.
MOVED = MOVES | {"risen", "fallen", "grown", "shrunk"}
MARGINS = frozenset({"by", "to", "from", "almost", "nearly", "about", "around", "some", "more", "over", "roughly"})
MONEY = frozenset("$£€¥₦₹₵₱₩₪฿")
#: A share with its unit behind it, as British and Irish papers write it: *40pc*.
SHARE = Pattern(r"\d[\d.]*pc")
#: What many do in the open, and their number, which somebody must have counted.
CROWD = frozenset(
    """marched rallied gathered protested demonstrated demonstrators protesters protestors marchers crowd crowds streets
    turned thronged""".split()
)
THOUSANDS = Pattern(r"\d{1,3}(?:,\d{3})+|[1-9]\d{4,}")
#: Sums as papers of Africa and South Asia write them: *N12bn*, *R1.2 billion*, *Sh41 million*, *Rs 40 crore*.
LOCAL = Pattern(r"(?:n|r|rs\.?|ksh|kshs|sh|sh\.|ghs|rm|tk|usd)\d[\d.,]*(?:m|bn|tn)?")
#: What a share is of, where only a count of many can tell; and the rates that offices publish.
COUNTED = frozenset(
    """people population residents households children women men adults families users students pupils workers schools
    homes patients farmers migrants refugees teenagers girls boys pensioners businesses firms companies jobs employees
    teachers nurses doctors citizens customers villagers drivers motorists parents tenants""".split()
)
#: What is counted by those who keep it, hold it or lost it.
KEPT = COUNTED | frozenset(
    """detainees prisoners inmates troops soldiers houses apartments buildings deaths cases layoffs complaints crimes
    burglaries thefts evictions letters voters cattle livestock hectares acres trees vehicles visitors tourists
    members beds""".split()
)
#: Verbs of what happened to so many, or of who has so many.
COUNTS = frozenset(
    """lost lose loses shed cut claimed claims added add employ employs employed affect affects affected
    affecting displaced evacuated flooded destroyed damaged demolished lack lacks lacked left leaving without
    homeless hold holds house houses serve serves served awaiting closed shut sacked dismissed deported expelled
    stranded dropped fled enrolled defaulted no visited visit visits treated infected received copied created
    create built need needs rely depend used uses currently taken moved remain remains sheltered homes sleep die
    dies suffer suffers smoke commute skip list backlog queue shortage shortfall""".split()
)
COUNTS_NEAR = 9
RATES = frozenset("infection unemployment jobless inflation poverty mortality literacy crime birth prevalence".split())
SHARES = frozenset({"account", "accounts", "accounted", "accounting", "comprise", "comprises", "makes", "make"})
OF_A_MARKET = frozenset({"share", "shares", "usage", "used"})
#: Parts of a whole; of a match, a year or a life they are no statistic.
PARTS = frozenset(
    """half third quarter fifth sixth eighth tenth thirds quarters fifths tenths nine-tenths four-fifths
    three-fifths two-thirds three-quarters one-third one-quarter one-fifth two-fifths""".split()
)
BEFORE_PART = frozenset(
    """five six seven eight nine barely hardly just under fewer close a one two three four about around nearly almost
    roughly over than least some only""".split()
)
NO_WHOLE = frozenset(
    """hour hours minute minutes day week month year years century decade season match game them course mile miles
    dozen million billion life time night afternoon way""".split()
)
SMALL = frozenset("one two three four five six seven eight nine ten".split())
ORDINALS = frozenset("second third fourth fifth sixth tenth".split())
#: One of those of whom *every third* is counted.
EACH_OF = frozenset(
    """person child household family home woman man adult pupil student worker voter driver school patient citizen
    teenager resident company firm business house shop""".split()
)
RATIOS = frozenset("two three four five six seven eight nine ten twelve every".split())
TIMES = frozenset({"double", "twice", "triple", "quadruple", "treble", "thrice"})
MULTIPLIED = frozenset(
    {"rate", "number", "level", "average", "amount", "share", "cost", "size", "proportion", "figure"}
)
#: What a multiple is told by: *nine times the average wage*, *four times more*.
THAN = frozenset("more higher larger bigger faster likelier average national going legal usual normal rate".split())
#: How far from a standard: *40 per cent below average*.
OFF = frozenset("below above less more fewer higher lower up down cheaper dearer".split())
MODALS = frozenset({"may", "might", "can", "could", "would"})
AHEAD = frozenset({"will", "would", "could", "might"})
UP_OR_DOWN = frozenset({"up", "down"})
CURRENCIES = frozenset(
    """pounds euros dollars rupees rand naira pesos yen francs crowns kronor shillings lakh crore cedis kwacha ringgit
    taka rs ksh""".split()
)
#: What is lost, spent and earned; acts such as a bid, a fine or a budget are somebody's own.
SPENT = frozenset(
    """cost costs costing spent wasted lost lose loses losing loss losses damage went siphoned owed owes owing debt
    debts turnover turns earned earns generated generates profit profits revenue revenues worth shelled forked splurged
    splashed swallowed haemorrhaged hemorrhaged squandered frittered footed raked brings saved saves saving
    wiped wipes vanished disappeared evaporated unpaid arrears deficit shortfall overspent overrun bled bleeding
    eaten ate embezzled stolen bilked defrauded""".split()
)
#: By these together, too: *has set growers back $48 million*.
SET_BACK = frozenset({"set", "back"})
#: A measure that has its unit with it, and words for the time in which it moved.
GLUED = Pattern(r"\d[\d.,]*(?:cm|mm|m|km|in|ft|[°º]?c|[°º]f|kg)")
YEARS = frozenset({"years", "decades", "decade", "century"})
#: Said of a bill that others left.
FOOTED = frozenset({"footed"})
OWN_ACT = frozenset(
    """fine fined fines charged bid bids bought sold sell deal package budget approved passed pledged donated bail
    sentence lawsuit sued jackpot contract grant fund""".split()
)
TIME = frozenset("hour hours day days week weeks month months year years".split())
YEARLY = frozenset({"annually", "yearly", "daily", "monthly", "weekly"})
EACH = frozenset({"a", "per", "every", "each"})
#: Within how many words of a figure *a year* makes a rate of it.
YEARLY_NEAR = 12
#: Nouns for a move.
RISES = frozenset("increase rise drop fall decline decrease growth reduction jump surge".split())
#: Who moves it decides about it.
DECIDED = frozenset("pay wage wages budget proposed plan plans raise will bonus spending vat".split())
#: Ranks in time, and those among neighbours.
GRADES = frozenset(
    """highest lowest worst deadliest costliest largest biggest smallest longest shortest tallest oldest youngest
    richest poorest fastest slowest busiest strongest weakest steepest sharpest hottest coldest wettest driest cheapest
    heaviest bloodiest broadest deepest fewest greatest most-visited third-largest second-largest fourth-largest
    fifth-largest second-highest third-highest fastest-growing safest cleanest dirtiest greenest healthiest hungriest
    happiest wealthiest harshest densest emptiest priciest dearest rarest commonest warmest coolest mildest snowiest
    windiest rainiest sunniest stormiest narrowest widest thickest thinnest lightest quietest noisiest loudest tightest
    leanest slimmest best-paid worst-paid highest-paid lowest-paid best-selling longest-running longest-serving
    second-busiest second-poorest second-richest fastest-shrinking highest-earning""".split()
)
SPANS = frozenset({"years", "century", "generation", "months"})
IN_TIME = frozenset({"ever", "since", "history", "decades", "decade", "recorded", "ever-recorded", "memory"})
PLACES = frozenset(
    """world country state region nation continent market province department county district industry globe earth
    sector union north south east west city town capital valley coast islands archipelago peninsula hemisphere borough
    trade profession""".split()
)
OWNERS = frozenset({"world’s", "country’s", "nation’s", "region’s", "state’s", "europe’s", "africa’s", "asia’s"})
MOST = frozenset(
    """valuable profitable polluted visited popular common expensive dangerous populous powerful successful violent
    widespread prolific""".split()
)
#: What everybody can look up on a map.
MAPPED = frozenset(
    """cave caves waterfall glacier canyon bay
    city cities island lake river town planet mountain peak desert volcano ocean sea party opposition language
    religion church democracy moon continent country state economy""".split()
)
EXTENTS = frozenset("longest largest biggest tallest highest deepest oldest smallest".split())
#: What is not yet, and what is wished.
PLANNED = frozenset("will would could may might should must be to become".split())
PEAKS = frozenset({"record-breaking", "record-high", "record-low", "record-setting", "all-time"})
RECORDS = frozenset(
    """low high lows highs number numbers level levels profit profits sales pace amount total loss time""".split()
)
#: Firsts that stand in lists of winners and holders of an office.
WON = frozenset(
    """win won wins winning award awards prize trophy title president premier visit visited goal team player players
    album film star minister astronaut spaceflight elected""".split()
)
#: A count that is worth a source; years are none.
MANY = Pattern(r"(?!(?:19|20)\d\d$)\d[\d,]*\d\d|(?:million|billion|thousand)s?")
LARGE = Pattern(r"(?:n|r|rs|ksh|sh|ghs|rm|tk)?\d[\d.]*(?:m|bn|tn)|(?:million|billion|trillion)s?|lakh|crore")
#: Verbs and prepositions by which a mark is passed, and within how many words *for the first time* is said of it.
PASSES = frozenset(
    """past above over topped tops exceeded exceeds passed passes passing below under crossed crosses broke breached
    reached reaches hit hits""".split()
)
FIRST_NEAR = 9
#: What the word is part of, and no rank.
NO_RANKS = [[word] for word in "light aid class floor name lady minister hand language responders".split()]
#: Of more than any other.
COMPARED = frozenset("more less fewer higher bigger larger".split())
#: Who tells of them tells of itself: *posted a 12 per cent fall in profit*.
TELLS = frozenset("posted posts reported reports announced announces booked recorded unveiled logged declared".split())
#: Of what time a company tells its results, and what they are.
PERIODS = frozenset(
    "full-year half-year first-half second-half quarterly first-quarter second-quarter third-quarter".split()
)
RESULTS = frozenset(
    "profit profits loss losses revenue revenues sales earnings income turnover results takings".split()
)


#: Without one of these a sentence gives no figure and no rank.
SIGNS = (
    MOVED
    | PERCENT
    | PARTS
    | SMALL
    | TIMES
    | COUNTS
    | YEARLY
    | TIME
    | {"times", "per", "estimated", "majority", "every"}
)
SIGNED = SIGNS | MONEY | CURRENCIES | CROWD | {"million", "billion", "trillion"}
RANKS = GRADES | PEAKS | {"most", "record", "first"}
HIGHS = frozenset({"high", "low", "peak"})
#: What the model of statements calls a figure.
FIGURE = frozenset({"statistic", "superlative"})
#: What has its rank by size on every map.
MAPS = frozenset(
    """city cities town towns village port river rivers lake lakes mountain mountains peak hill island islands desert
    forest sea bay valley glacier volcano canal dam bridge tunnel road building tower stadium airport station country
    countries state county province region capital continent""".split()
)
#: By what they are ranked there.
SIZES = frozenset(
    """largest biggest longest tallest highest deepest widest oldest smallest shortest northernmost southernmost
    easternmost westernmost second-largest third-largest second-biggest""".split()
)
