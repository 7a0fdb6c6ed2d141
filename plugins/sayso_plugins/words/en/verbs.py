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


def _forms() -> dict[str, CueVerb]:
    forms: dict[str, CueVerb] = {}
    for kind, table in (("quoting", QUOTING), ("attitude", ATTITUDE), ("belief", BELIEF), ("speech", SPEECH)):
        for line in table.strip().splitlines():
            lemma, *others = line.split()
            for form in (lemma, *others):
                forms[form] = CueVerb(lemma, kind, form in STRICT, lemma in PERSON)
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
_HOW = ((), ("widely",), ("generally",), ("commonly",), ("long",), ("now",), ("also",), ("still",))
_PASSIVE = ("said", "believed", "thought", "alleged", "reported", "understood", "rumoured", "rumored", "presumed")
HEDGES = (
    ("reportedly",),
    ("allegedly",),
    ("purportedly",),
    ("supposedly",),
    *((be, *how, verb, "to") for be in _BE for how in _HOW for verb in _PASSIVE),
    *(("it", be, *how, verb) for be in ("is", "was") for how in _HOW for verb in _PASSIVE if verb != "understood"),
)

#: Verbs of wanting, deciding and ordering: what somebody intends is no source of it.
INTENTION = """
want wants wanted wanting
plan plans planned planning
intend intends intended intending
decide decides decided deciding
agree agrees agreed agreeing
refuse refuses refused refusing
seek seeks sought seeking
order orders ordered ordering
propose proposes proposed proposing
aim aims aimed aiming
choose chooses chose chosen choosing
vote votes voted voting
threaten threatens threatened threatening
offer offers offered offering
opt opts opted opting
resolve resolves resolved resolving
commit commits committed committing
undertake undertakes undertook undertaken
consider considers considered considering
wish wishes wished wishing
prefer prefers preferred preferring
try tries tried trying
allow allows allowed allowing
approve approves approved approving
support supports supported supporting
oppose opposes opposed opposing
favour favor favours favors favoured favored
encourage encourages encouraged encouraging
invite invites invited inviting
instruct instructs instructed instructing
direct directs directed directing
forbid forbids forbade forbidden
ban bans banned banning
convince convinces convinced convincing
persuade persuades persuaded persuading
need needs needed
like likes liked
love loves loved
hate hates hated
care cares cared
"""
#: Verbs of mind and perception beyond the lists above.
MIND = """
remember remembers remembered remembering
forget forgets forgot forgotten
realise realises realised realising
realize realizes realized realizing
recognise recognises recognised recognising
recognize recognizes recognized recognizing
learn learns learned learnt learning
discover discovers discovered discovering
determine determines determined determining
see sees saw seen seeing
view views viewed viewing
regard regards regarded regarding
deem deems deemed deeming
judge judges judged judging
guess guesses guessed guessing
imagine imagines imagined imagining
suppose supposes supposed supposing
wonder wonders wondered wondering
worry worries worried worrying
dread dreads dreaded
envisage envisages envisaged
foresee foresees foresaw foreseen
project projects projected projecting
convinced concerned worried confident optimistic hopeful unsure aware certain sure surprised disappointed pleased proud
"""
#: Verbs of saying beyond the lists above, that only some shapes make attribute.
SAYING = """
cite cites cited citing
list lists listed listing
detail details detailed detailing
outline outlines outlined outlining
emphasize highlight highlights highlighted highlighting
underline underlines underlined underlining
underscore underscores underscored underscoring
criticise criticize slam slams slammed slamming
attack attacks attacked attacking
challenge challenges challenged challenging
question questions questioned questioning
appeal appeals appealed appealing
plead pleads pleaded pleading
apologise apologises apologised apologising
apologize apologizes apologized apologizing
congratulate congratulates congratulated congratulating
commend commends commended commending
laud lauds lauded lauding
applaud applauds applauded applauding
endorse endorses endorsed endorsing
dispute disputes disputed disputing
refute refutes refuted refuting
rebut rebuts rebutted
contradict contradicts contradicted contradicting
release releases released releasing
publish publishes published publishing
issue issues issued issuing
propose sign signs signed
sue sues sued suing
charge charges charged charging
convict convicts convicted
indict indicts indicted
testify argue invoke invokes invoked
stipulate stipulates stipulated
require requires required requiring
prove proves proved proven
demonstrate demonstrates demonstrated demonstrating
illustrate illustrates illustrated
establish establishes established
confess confesses confessed confessing
chant chants chanted chanting
sing sings sang
tout touts touted touting
promote promotes promoted
discuss discusses discussed discussing
debate debates debated debating
negotiate negotiates negotiated
talk talks talked talking
grumble grumbles grumbled
gush gushes gushed
fume fumes fumed
rail rails railed
lambast lambasts lambasted lambaste lambastes
chide chides chided
scold scolds scolded
rebuke rebukes rebuked
concur concurs concurred
echo echoes echoed echoing
repeat repeats repeated repeating
relay relays relayed
inform teach teaches taught
give gives gave given giving
make makes made making
lay lays laid
set sets
spell spells spelled
weigh weighs weighed
chime chimes chimed
dub dubs dubbed
deem pronounce pronounces pronounced
certify certifies certified
"""
CUE_NOUNS = """
statement statements announcement announcements warning warnings allegation allegations accusation accusations assertion
assertions denial denials admission confession criticism criticisms complaint complaints testimony remark remarks comment
comments claim claims report reports reply response argument arguments suggestion suggestions recommendation
recommendations call calls demand demands request requests appeal appeals declaration ruling decision decisions finding
findings conclusion conclusions estimate estimates prediction predictions forecast assurance assurances message messages
letter tweet post interview speech quote quotes question questions rumour rumours rumor rumors speculation
"""
BELIEF_NOUNS = """
belief beliefs view views opinion opinions idea ideas thought thoughts concern concerns fear fears hope hopes doubt doubts
suspicion suspicions expectation expectations worry worries confidence impression perception understanding conviction
"""
INTENTION_NOUNS = """
plan plans intention intentions proposal proposals promise promises pledge pledges vow vows threat threats offer offers
order orders agreement commitment commitments desire wish wishes effort efforts bid attempt attempts call calls
willingness refusal readiness
"""


def _cue_words() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, table in (
        ("intention", INTENTION_NOUNS),
        ("belief", BELIEF_NOUNS),
        ("speech", CUE_NOUNS),
        ("speech", SAYING),
        ("belief", MIND),
        ("intention", INTENTION),
    ):
        for word in table.split():
            found.setdefault(word, kind)
    return found


CUE_WORDS = _cue_words()
