"""Whether a group without a name really speaks, and whether somebody of it is named."""

from __future__ import annotations

from sayso import Attribution, Item, Pattern, Sentence, Source

#: Words before the house that somebody belongs to.
HOUSE = frozenset({"at", "of", "from", "with", "for", "in", "within"})
#: Heads that count, and say nothing of what is counted.
COUNTS = frozenset({"many", "some", "several", "others"})
#: Behind a count, where its people are: *many in the market*.
WITHIN = frozenset({"in", "on", "within", "inside", "across", "around", "among", "at"})
#: Those who know, and no member of whom holds an office that speaks for another house.
EXPERTS = frozenset("experts analysts observers specialists locals commentators pundits traders economists".split())
#: Of whom an office-holder who speaks next is one.
OFFICIALS = frozenset({"officials", "authorities"})
OFFICES = frozenset(
    """minister mayor president premier governor chancellor senator spokesman spokeswoman spokesperson clerk secretary
    commissioner councillor mp""".split()
)
#: Endings of learned professions.
LEARNED = ("ologists", "ticians", "iatricians", "iatrists", "onomists", "onomers", "ographers", "icists")
#: Callings that are asked for what they know.
CALLINGS = frozenset(
    """doctors physicians surgeons nurses midwives dentists pharmacists therapists dietitians dieticians nutritionists
    researchers lawyers attorneys jurists engineers architects teachers educators vets chemists biologists
    conservationists environmentalists archaeologists developers executives strategists practitioners consultants
    bankers brokers agronomists planners medics leaders""".split()
)
#: Who makes laws or policy, and is told to want something. Origin: written for sayso.
POLITICIANS = frozenset(
    """lawmakers legislators politicians senators congressmen parliamentarians mps msps meps tds councillors councilors
    councilmen aldermen backbenchers frontbenchers deputies delegates ministers governors mayors rebels moderates
    hardliners hard-liners loyalists conservatives liberals progressives strategists whips peers""".split()
)
#: Who trades, and is told to expect something.
MARKET = frozenset(
    """traders investors brokers bankers dealers retailers exporters importers bookmakers punters merchants wholesalers
    manufacturers producers growers shippers refiners economists forecasters fund-managers insurers lenders
    speculators buyers sellers analysts""".split()
)
#: People of a place, a house or a trade. They may tell what befell them; for what is so, one must be named.
NEIGHBOURS = frozenset(
    """residents villagers neighbours neighbors townspeople islanders homeowners tenants parents pupils students
    workers employees staffers farmers fishermen traders shopkeepers motorists commuters cyclists passengers fans
    voters investors shoppers taxpayers parishioners worshippers congregants churchgoers regulars patrons punters diners
    guests customers consumers clients users readers viewers listeners subscribers growers foresters ranchers breeders
    herders pastoralists fishers anglers hunters beekeepers vintners winemakers brewers bakers butchers publicans
    hoteliers restaurateurs retailers wholesalers merchants grocers vendors stallholders dealers manufacturers producers
    suppliers exporters importers shippers builders contractors dockers miners drivers truckers hauliers pilots carers
    caregivers childminders mothers fathers families landlords landowners householders owners players coaches trainers
    managers jockeys gamblers bookmakers gamers collectors artists musicians actors writers authors publishers curators
    veterans volunteers alumni graduates lecturers staff locals townsfolk countryfolk campers hikers walkers climbers
    surfers sailors skippers riders squatters migrants refugees protesters demonstrators strikers unionists
    entrepreneurs startups freelancers buyers sellers renters leaseholders ratepayers pensioners youths""".split()
)
#: By these they state something; what they ask for, expect or recommend is told of them.
STATE = frozenset(
    """say claim complain warn argue allege insist describe call note add maintain contend believe tell blame
    accuse swear reckon hold""".split()
)
#: By these, those of a market tell what will be.
FORESEE = frozenset("expect forecast predict anticipate foresee bet fear".split())
#: Before the noun: how many, and of which kind.
KINDS = frozenset(
    """many some several most few other local senior leading top young older former health medical mental legal public
    child family animal marine climate political military financial independent local rural urban international foreign
    industry market security safety labour labor human rights two three four five six dozens of hundreds thousands
    a number group""".split()
) | frozenset(
    "community opposition business civic church religious tribal union party youth student traditional".split()
)
#: What leaders must lead, to be a group: *leaders* alone are those of whom the item tells.
LED = frozenset("community opposition business civic church religious tribal union industry youth student".split())
#: Beside these words, researchers are those who made them.
STUDY = frozenset("study studies paper research experiment trial report survey".split())
#: Words by which they speak of themselves.
SELVES = frozenset({"they", "their", "them", "he", "she"})
OF_SOMEBODY = frozenset("his her their its my our your".split())
NUMBERS = frozenset("two three four five six seven eight nine ten both".split())
#: How they know, told with their number: *two officials who attended the meeting*.
ACCESS = frozenset("who with familiar briefed involved close present working".split())
#: The same of as many as they may be: *officials close to the talks*.
INSIDE = frozenset({"familiar", "briefed", "close"})
#: What they may not do, or are not.
WITHHELD = frozenset(
    "publicly named identified names authorised authorized barred forbid forbidden press media".split()
)
#: Words that stand for persons: behind *of*, or counted.
THEM = frozenset({"them", "those", "these", "people", "individuals", "folks", "persons"})
#: An estimate: *put the damage at 40 million*.
PUT_AT = Pattern(r"\sat\s(?:[a-z]{2,8}\s){0,3}(?:[^\sa-z]{0,3}\d|an?\s|one\sin|half|nearly|zero)")
#: How many words a name may stand from what its bearer is: *Jo Berg, a senior analyst*.
NEAR = 5
#: Within how many words of its beginning a sentence has its verb, where an office and a name are its subject.
OPENING = 12
#: How many sentences of a long paragraph are looked at on each side.
FAR = 30


def means_people(item: Item, attribution: Attribution, source: Source) -> bool:
    """Whether *many* or *some* counts people: alone, of *them*, or before a noun for persons, the author not among.

    Bodies say something as people do, and what they think or expect is their plan.
    """
    pack = item.pack
    words = source.span.of(item.text).lower().split()
    if any(word in pack.own_voice or word == "us" for word in words):
        return False
    last = words[-1].strip(",.")
    if source.head not in COUNTS or last in COUNTS or last in THEM or _placed(source, words):
        return True
    if pack.kind_of(last) in ("unnamed_collective", "unnamed_person"):
        return True
    one = last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")
    verb = pack.verbs.get(attribution.cue[0].of(item.text).lower())
    return one in pack.organisations and (verb is None or verb.kind == "speech")


def _placed(source: Source, words: list[str]) -> bool:
    """Whether a count alone is said to be somewhere: *many in the market*."""
    at = words.index(source.head) if source.head in words else -1
    return at >= 0 and words[at + 1 : at + 2] != [] and words[at + 1] in WITHIN


def speaks_as_one(item: Item, attribution: Attribution, source: Source) -> bool:
    """Whether the noun is one for a calling, or for the people of a place who say more than what befell them.

    *Lawyers for the owner* have somebody to be found by, researchers beside a study are its own, and people who are
    *told to* do something say nothing.
    """
    analysis = item.analysis
    words = source.span.of(item.text).lower().split()
    if words[0] in OF_SOMEBODY or words[0] in item.pack.grammar.definite or not attribution.content:
        return False
    at = words.index(source.head) if source.head in words else 0
    if not all(_is_kind(item, word) for word in words[:at]) or (
        source.head == "leaders" and LED.isdisjoint(words[:at])
    ):
        return False
    behind = item.text[attribution.cue[-1].end : attribution.cue[-1].end + 4]
    if source.head in NEIGHBOURS:
        opening = attribution.content[0].of(item.text).lower().split()[:2]
        first = attribution.cue_lemma.split()[0]
        states = first in STATE or attribution.cue_lemma == "according to"
        states = states or (source.head in MARKET and first in FORESEE)
        return states and behind != " to " and SELVES.isdisjoint(opening)
    if (
        not (source.head in CALLINGS | POLITICIANS or source.head.endswith(LEARNED))
        or "for" in words
        or behind == " to "
    ):
        return False
    here = analysis.sentence_at(attribution.cue[0].start)
    near = analysis.sentences[max(0, here.index - 1) : here.index + 2]
    return source.head != "researchers" or all(STUDY.isdisjoint(analysis.narrated(one)) for one in near)


def _is_kind(item: Item, word: str) -> bool:
    """Whether a word before the noun tells how many or which, and leads to none of whom was told: *hill farmers*."""
    if word in KINDS:
        return True
    return word.replace("-", "").isalpha() and word not in item.pack.function_like and word not in item.pack.determiners


def is_said(item: Item, attribution: Attribution, source: Source) -> bool:
    """Whether the verb tells a statement or a belief, and no rule written, trouble found or thing in mind."""
    cue = attribution.cue[0]
    # "Rules written by analysts" are theirs, and no statement.
    if attribution.cue_lemma == "write" and cue < source.span:
        return False
    verb = item.pack.verbs.get(cue.of(item.text).lower())
    if verb is None or verb.kind != "evidence":
        return True
    if attribution.content and attribution.content[-1].end <= cue.start:
        return True
    # "Officials put the toll at 40"; what they put out is none.
    if attribution.cue_lemma == "put":
        return bool(attribution.content) and PUT_AT.search(attribution.content[0].of(item.text)) is not None
    # Documents show; people "find it hard", and "find that" something is so.
    behind = item.text[attribution.cue[-1].end : item.analysis.sentence_at(cue.start).span.end].split(None, 1)
    return bool(behind) and behind[0].lower() in item.pack.grammar.content_openers


def is_bare(item: Item, source: Source) -> bool:
    """Whether the phrase names no house: no name, and no body behind *at*, *of* or *from*."""
    words = source.span.of(item.text).split()
    first = words[0].replace(".", "")
    if (
        any(word[0].isupper() for word in words[1:])
        or (len(first) > 1 and any(letter.isupper() for letter in first[1:]))
        or words[0].endswith(("’s", "'s"))
    ):
        return False
    if source.head in COUNTS:
        return True
    behind = next((i for i, word in enumerate(words) if word in HOUSE), len(words))
    return not any(word.strip(",.").lower() in item.pack.organisations for word in words[behind:])


def is_known(item: Item, source: Source, told: set[str]) -> bool:
    """Whether the item says that they are not named, or means a group of which it has told: *the officials*.

    Args:
        told: The heads of the groups that have spoken before.
    """
    sentence = item.analysis.sentence_at(source.span.start)
    if item.pack.anonymity.search(item.text, sentence.span.start, sentence.span.end):
        return True
    words = source.span.of(item.text).lower().split()
    # "Suppliers, whose contracts forbid them to speak publicly": why they are not named.
    if ("who" in words or "whose" in words) and not WITHHELD.isdisjoint(words):
        return True
    if not INSIDE.isdisjoint(words[1:]):
        return True
    if words[0] in NUMBERS and ACCESS.intersection(words[1:]):
        return True
    return words[0] in item.pack.grammar.definite and source.head in told


def member_named(item: Item, attribution: Attribution, source: Source) -> bool:
    """Whether somebody named speaks in the paragraph, or is said to be one of the group there or at the next start."""
    sentence = item.analysis.sentence_at(attribution.cue[0].start)
    return names_member(item, sentence, source.head)


def names_member(item: Item, sentence: Sentence, head: str) -> bool:
    """The same of a group by its noun, for a sentence.

    Who has spoken before is named for himself: *the mayor said so; critics fear …*. So is one in office, where the
    group is asked for what it knows or where it lives.
    """
    analysis = item.analysis
    around = analysis.sentences[max(0, sentence.index - FAR) : sentence.index + FAR]
    near = [one for one in around if one.paragraph == sentence.paragraph]
    apart = head in CALLINGS or head in NEIGHBOURS or head in EXPERTS or head.endswith(LEARNED)
    for one in near:
        if one.index < sentence.index:
            continue
        for who in map(analysis.source_of, analysis.attributions_in(one)):
            if who is None or who.kind != "person" or not who.named:
                continue
            if one.index == sentence.index:
                return True
            if not _told_before(item, sentence, who) and not (apart and _in_office(who)):
                return True
        if _speaks_by_name(item, one.index) or (one.index == sentence.index + 1 and _belongs(item, one.index)):
            return True
    following = next((one for one in around if one.paragraph > sentence.paragraph), None)
    if head in OFFICIALS and following is not None:
        # "87 are dead, officials said.", and below: "Interior Minister Jo Berg told …".
        next_to_speak = map(analysis.source_of, analysis.attributions_in(following))
        if any(who is not None and who.kind == "person" and who.named and _in_office(who) for who in next_to_speak):
            return True
    return any(_introduces(item, one.index, head) for one in (*near, following) if one is not None)


def _told_before(item: Item, sentence: Sentence, who: Source) -> bool:
    """Whether a speaker is the one of whom the item has told: *Ms Huenchul*, *the governor*."""
    if not who.name:
        return True
    return item.text.find(who.name.split()[-1], 0, sentence.span.start) >= 0


def _in_office(who: Source) -> bool:
    return who.role is not None and not OFFICES.isdisjoint(who.role.lower().split())


def _speaks_by_name(item: Item, index: int) -> bool:
    """Whether a sentence begins with an office, a name and a verb of speech: *incident controller Jo Berg told …*."""
    els = item.analysis.elements[index]
    verb = next((i for i, el in enumerate(els[:OPENING]) if el.low in item.pack.verbs and not el.capital), 0)
    told = item.pack.verbs.get(els[verb].low)
    if verb < 3 or told is None or told.kind != "speech":
        return False
    name = els[verb - 2 : verb]
    office = els[verb - 3].low
    return all(el.capital for el in name) and (office in item.pack.roles or office.endswith(("er", "or", "ist", "man")))


def _belongs(item: Item, index: int) -> bool:
    """Whether a sentence has a name and its house: *for Josef Adler of Bankhaus Reuth*."""
    els = item.analysis.elements[index]
    return any(
        els[i].capital and els[i + 1].capital and els[i + 2].low in HOUSE and els[i + 3].capital
        for i in range(len(els) - 3)
    )


def _introduces(item: Item, index: int, head: str) -> bool:
    """Whether a sentence gives a name to one of the group: *analyst Jo Berg*, *Jo Berg, an analyst*."""
    one_of_them = head.removesuffix("s")
    els = item.analysis.elements[index]
    for i, el in enumerate(els):
        if el.low == one_of_them and head not in COUNTS:
            around = els[max(0, i - NEAR) : i + NEAR + 1]
            if any(a.capital and a.low not in item.pack.function_like and a.low != one_of_them for a in around):
                return True
    return False
