"""Further English words that may attribute, for the learned part of the analysis: it decides where they do.

Origin: written for sayso, by the classes of B. Levin (1993) for verbs of wanting, mind and communication, and the nouns
that are made of verbs of speech. The rules do not look at them.
"""

from __future__ import annotations

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
accept accepts accepted accepting
contemplate contemplates contemplated contemplating
prepare prepares prepared preparing
mean means meant
hold holds held holding
look looks looked looking
treat treats treated treating
designate designates designated
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
known unknown
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
put puts putting
decline declines declined declining
confide confides confided confiding
alert alerts alerted alerting
inquire inquires inquired inquiring
beg begs begged begging
press presses pressed pressing
push pushes pushed pushing
lobby lobbies lobbied lobbying
object objects objected objecting
credit credits credited crediting
post posts posted posting
emerge emerges emerged
state raise raises raised raising
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
insinuation explanation objection objections consensus evidence words
letter tweet post interview speech quote quotes question questions rumour rumours rumor rumors speculation
"""
BELIEF_NOUNS = """
belief beliefs view views opinion opinions idea ideas thought thoughts concern concerns fear fears hope hopes doubt doubts
knowledge suspicion suspicions expectation expectations worry worries confidence impression perception understanding conviction
"""
INTENTION_NOUNS = """
plan plans intention intentions proposal proposals promise promises pledge pledges vow vows threat threats offer offers
order orders agreement commitment commitments desire wish wishes effort efforts bid attempt attempts call calls
willing willingness unwilling refusal readiness reluctant reluctance desires goal goals purpose aim aims instructions
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
