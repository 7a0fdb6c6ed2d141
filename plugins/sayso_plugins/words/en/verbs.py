"""English verbs that attribute.

Origin: written for sayso. The frame is the classes of speech and cognition verbs of B. Levin, "English Verb
Classes and Alternations" (1993), classes 37 (communication), 29.4 (declare) and 29.5 (conjecture); the members
were chosen by reading news prose. ``strict`` marks forms that are also nouns or everyday verbs.
"""

from __future__ import annotations

from sayso import CueVerb

#: lemma: other forms (third person, past, -ing and, where it differs, participle)
SPEECH = """
say says said saying
tell tells told telling
add adds added adding
announce announces announced announcing
declare declares declared declaring
state states stated stating
explain explains explained explaining
warn warns warned warning
argue argues argued arguing
insist insists insisted insisting
stress stresses stressed stressing
emphasise emphasises emphasised emphasising
emphasize emphasizes emphasized emphasizing
reiterate reiterates reiterated reiterating
confirm confirms confirmed confirming
deny denies denied denying
acknowledge acknowledges acknowledged acknowledging
admit admits admitted admitting
concede concedes conceded conceding
allege alleges alleged alleging
assert asserts asserted asserting
maintain maintains maintained maintaining
contend contends contended contending
testify testifies testified testifying
reply replies replied replying
respond responds responded responding
remark remarks remarked remarking
observe observes observed observing
recall recalls recalled recalling
recount recounts recounted recounting
caution cautions cautioned cautioning
predict predicts predicted predicting
pledge pledges pledged pledging
vow vows vowed vowing
promise promises promised promising
inform informs informed informing
write writes wrote writing written
tweet tweets tweeted tweeting
post posts posted posting
joke jokes joked joking
quip quips quipped quipping
complain complains complained complaining
lament laments lamented lamenting
boast boasts boasted boasting
disclose discloses disclosed disclosing
reveal reveals revealed revealing
proclaim proclaims proclaimed proclaiming
conclude concludes concluded concluding
claim claims claimed claiming
report reports reported reporting
note notes noted noting
mention mentions mentioned mentioning
comment comments commented commenting
estimate estimates estimated estimating
suggest suggests suggested suggesting
ask asks asked asking
answer answers answered answering
urge urges urged urging
request requests requested requesting
demand demands demanded demanding
shout shouts shouted shouting
whisper whispers whispered whispering
mutter mutters muttered muttering
sigh sighs sighed sighing
laugh laughs laughed laughing
cry cries cried crying
continue continues continued continuing
go goes went going
read reads reading
rule rules ruled ruling
advise advises advised advising
assure assures assured assuring
remind reminds reminded reminding
notify notifies notified notifying
brief briefs briefed briefing
counter counters countered countering
retort retorts retorted retorting
elaborate elaborates elaborated elaborating
specify specifies specified specifying
clarify clarifies clarified clarifying
hint hints hinted hinting
signal signals signalled signaled signalling
swear swears swore swearing
protest protests protested protesting
volunteer volunteers volunteered volunteering
agree agrees agreed agreeing
quote quotes quoted
exclaim exclaims exclaimed exclaiming
recommend recommends recommended recommending
speculate speculates speculated speculating
hypothesise hypothesises hypothesised
opine opines opined opining
attest attests attested attesting
reason reasons reasoned
insinuate insinuates insinuated insinuating
imply implies implied implying
point points pointed
express expresses expressed expressing
utter utters uttered uttering
hear hears heard hearing
"""

ATTITUDE = """
know knows knew knowing
fear fears feared fearing
hope hopes hoped hoping
doubt doubts doubted doubting
feel feels felt feeling
consider considers considered considering
understand understands understood understanding
"""

BELIEF = """
believe believes believed believing
think thinks thought thinking
expect expects expected expecting
suspect suspects suspected suspecting
assume assumes assumed assuming
reckon reckons reckoned reckoning
anticipate anticipates anticipated anticipating
forecast forecasts forecasting
"""

EVIDENCE = """
show shows showed showing shown
find finds found finding
indicate indicates indicated indicating
reveal reveals revealed revealing
suggest suggests suggested suggesting
state states stated stating
say says said saying
report reports reported reporting
confirm confirms confirmed confirming
describe describes described describing
estimate estimates estimated estimating
put puts
"""

QUOTING = """
call calls called calling
describe describes described describing
dismiss dismisses dismissed dismissing
praise praises praised praising
condemn condemns condemned condemning
criticise criticises criticised criticising
criticize criticizes criticized criticizing
denounce denounces denounced denouncing
accuse accuses accused accusing
blame blames blamed blaming
hail hails hailed hailing
welcome welcomes welcomed welcoming
reject rejects rejected rejecting
decry decries decried decrying
brand brands branded branding
label labels labelled labeled labelling
term terms termed terming
speak speaks spoke speaking spoken
thank thanks thanked thanking
liken likens likened likening
portray portrays portrayed portraying
characterise characterises characterised characterising
characterize characterizes characterized characterizing
refer refers referred referring
threaten threatens threatened threatening
defend defends defended defending
mock mocks mocked mocking
rate rates rated rating
"""

#: Forms that are also nouns, or verbs of everyday doing: they attribute only in a telling shape.
STRICT = frozenset(
    """states report reports note notes comment comments estimate estimates claim claims answer answers ask asks asked
    asking demand demands request requests requested urge urges urged post posts posted promise promises pledge pledges
    vow vows observe observes observed maintain maintains maintained remark remarks rule rules ruled recall recalls
    recalled suggest suggests suggested read reads continue continues continued go goes went shout shouts shouted
    whisper whispers whispered mutter mutters muttered sigh sighs sighed laugh laughs laughed cry cries cried caution
    complain complains lament boast boasts joke jokes write writes wrote mention mentions mentioned stress stresses
    know knows knew think feel feels felt find finds found show shows expect expects expected consider considers
    considered understand understands hope hopes hoped fear fears feared doubt doubts suspect suspects reckon
    forecast forecasts assume assumes brief briefs briefed counter counters countered hint hints signal signals
    signalled signaled swear swears swore protest protests protested volunteer volunteers volunteered specify
    elaborate recommend recommends reason reasons reasoned point points pointed express expresses expressed expressing agree agrees agreed hear hears heard welcome welcomes welcomed reject rejects rejected speak speaks spoke thank
    thanks thanked refer refers referred threaten threatens threatened defend defends defended term terms termed advise advises advised respond responds responded reply replies conclude concludes concluded put puts
    """.split()
)

PERSON = frozenset("tell inform assure remind notify advise warn brief urge ask".split())

#: What they make of a thing follows them without *as*.
NAMES = frozenset("call brand label term".split())
#: Verbs of everyday doing that attribute only what stands in quotation marks.
ONLY_QUOTED = frozenset("continue go read cry laugh sigh shout whisper mutter ask answer demand mention".split())

#: Words behind a verb with which it tells what somebody did, and nothing that was said. Origin: our own, from the
#: senses of these verbs in general dictionaries that are none of speaking.
DEEDS = {
    lemma: frozenset(words.split())
    for lemma, words in {
        "claim": "life lives victim victims casualty casualties prize prizes title titles medal medals gold silver bronze "
        "crown trophy seat seats throne benefit benefits pension pensions subsidy subsidies expenses allowance allowances "
        "refund refunds damages compensation luggage baggage point points goal goals wicket wickets asylum",
        "add": "up weight goal goals run runs point points floor floors seat seats",
        "admit": "patient patients pupil pupils student students visitor visitors guest guests refugee refugees",
        "concede": "goal goals point points run runs penalty penalties corner corners try tries",
        "acknowledge": "crowd crowds applause cheers",
        "observe": "silence minute fast sabbath holiday custom customs ceasefire truce",
        "recall": "ambassador ambassadors envoy envoys product products car cars vehicle vehicles batch batches toys",
        "reveal": "face faces tattoo",
        "deny": "entry access visa visas permission bail",
        "dismiss": "staff employee employees worker workers",
        "call": "police ambulance ambulances doctor taxi helicopter meeting meetings election elections referendum strike "
        "strikes summit vote inquest",
        "argue": "with",
        "contend": "with",
        "defend": "title titles goal lead crown trophy border borders",
        "welcome": "visitor visitors guest guests passenger passengers customers pupils baby son daughter",
        "refer": "case cases matter patient patients",
        "hear": "evidence testimony case cases appeal appeals",
        "rule": "country island province kingdom empire region land",
        "post": "bail",
        "swear": "oath allegiance",
        "point": "gun guns rifle rifles pistol weapon weapons",
    }.items()
}


def _forms() -> dict[str, CueVerb]:
    forms: dict[str, CueVerb] = {}
    for kind, table in (("quoting", QUOTING), ("attitude", ATTITUDE), ("belief", BELIEF), ("speech", SPEECH)):
        for line in table.strip().splitlines():
            lemma, *others = line.split()
            for form in (lemma, *others):
                forms[form] = CueVerb(
                    lemma,
                    kind,
                    form in STRICT,
                    lemma in PERSON,
                    lemma in NAMES,
                    lemma in ONLY_QUOTED,
                    DEEDS.get(lemma, frozenset()),
                )
    for line in EVIDENCE.strip().splitlines():
        lemma, *others = line.split()
        for form in (lemma, *others):
            # A verb that people say too stays theirs: a report that "says" reads as one that is said.
            forms.setdefault(form, CueVerb(lemma, "evidence", form in STRICT))
    return forms


VERBS = _forms()

ACCORDING = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("as", "per"),
    ("as", "reported", "by"),
    ("as", "quoted", "by"),
    ("quoted", "by"),
    ("as", "cited", "by"),
    ("cited", "by"),
    ("citing",),
    ("quoting",),
)

#: Words and phrases that tell that something was said, and hide by whom. Origin: as above, with the "weasel"
#: list that editors of reference works share and the advice of NPR's ethics handbook against "reportedly".
_BE = ("is", "are", "was", "were")
_THEY_ARE = ("he’s", "she’s", "they’re")
_HAS = ("has", "have", "had")
_IT_IS = (("it", "is"), ("it", "was"), ("it’s",))
_IT_HAS = (("it", "has"), ("it", "had"), ("it’s",))
_HOW = ((), ("widely",), ("generally",), ("commonly",), ("long",), ("now",), ("also",), ("still",))
_PASSIVE = tuple("said believed thought alleged reported understood rumoured rumored presumed feared claimed".split())
HEDGES = (
    ("reportedly",),
    ("allegedly",),
    ("purportedly",),
    ("supposedly",),
    *((be, *how, verb, "to") for be in _BE for how in _HOW for verb in _PASSIVE),
    *((one, *how, verb, "to") for one in _THEY_ARE for how in _HOW for verb in _PASSIVE),
    *((has, *how, "been", verb, "to") for has in _HAS for how in _HOW for verb in _PASSIVE),
    *((*it, *how, verb) for it in _IT_IS for how in _HOW for verb in _PASSIVE if verb != "understood"),
    *((*it, *how, "been", verb) for it in _IT_HAS for how in _HOW for verb in _PASSIVE if verb != "understood"),
)
