"""Words by which an author judges. Origin: written for sayso."""

from __future__ import annotations

from sayso import Pattern, WordList

#: What something *was a …* or *has never been more …*: words that judge and tell nothing else.
JUDGING = frozenset(
    """gutless dishonest cowardly craven spineless squalid sordid shabby grubby tawdry petty mean-spirited spiteful
    heartless callous cynical pathetic wretched dismal feeble inept clumsy arrogant foolish foolhardy stupid
    senseless absurd mindless ridiculous ludicrous preposterous grotesque monstrous vile odious despicable
    scandalous inexcusable unforgivable unconscionable indefensible unpardonable reprehensible deplorable
    abominable appalling atrocious lamentable regrettable disgraceful shameful shameless outrageous contemptible
    hypocritical dishonourable dishonorable irresponsible reckless short-sighted magnificent splendid glorious
    noble heroic courageous admirable laudable commendable praiseworthy exemplary brilliant superb heart-warming
    heartening inspiring disgusting sickening woeful pitiful laughable farcical botched bungled""".split()
)
#: What *this was*, without an article.
VICES = frozenset(
    """cowardice folly madness lunacy nonsense hypocrisy incompetence vandalism robbery treachery vanity greed arrogance
    spite cruelty stupidity heroism genius negligence callousness cynicism recklessness shamelessness bullying
    barbarism blackmail""".split()
)
#: What something *is a … of*, beside *disgrace* and the like.
NOUNS = frozenset(
    """disgrace scandal shame farce outrage travesty insult joke embarrassment mockery abomination fiasco pity disaster
    triumph shambles betrayal humiliation nonsense swindle stain blot dereliction obscenity slap affront charade sham
    blunder folly debacle catastrophe miracle masterpiece tragedy crime""".split()
)
#: These are news, too, and a judgement only of a whole people's: *a national tragedy*.
ONLY_NATIONAL = frozenset({"disaster", "catastrophe", "tragedy", "crime", "miracle", "masterpiece"})
NATIONAL = frozenset({"national", "public", "moral", "absolute", "utter", "complete", "total", "sheer", "crying"})
#: Without one of these none of the next is tried.
VOICED_SIGNS = WordList(
    """deserve deserves owe blame guilty ought pure sheer decent sane self-respecting shame riddance overdue despair
    applaud excuse justify redeem""".split()
)
#: More of what somebody says in his own voice.
VOICED = Pattern(
    r"\b(?:[Dd]eserves?\s+to\s+be\s+(?:applauded|praised|congratulated|commended|thanked|celebrated|remembered|punished|sacked|condemned|jailed|heard|pitied|scrapped)"
    r"|[Ww]e\s+(?:all\s+)?(?:owe|deserve|cannot\s+(?:let|go|pretend|ignore)|have\s+(?:all\s+)?failed|are\s+all\s+(?:to\s+blame|guilty)|ought)\b|[Ww]e\s+who\s+[a-z]+\s[^.;]{1,40}\s(?:owe|must|should|ought)\b"
    r"|(?:[Ii]t|[Tt]his|[Tt]hat)\s+(?:is|was)\s+(?:pure|sheer|plain|simply|nothing\s+but|nothing\s+less\s+than|little\s+short\s+of)\s+[a-z]+"
    r"|[Nn]o\s+(?:decent|serious|sane|self-respecting)\s+[a-z]+\s+(?:would|could|should|can)|[Nn]othing\s+(?:can|could|will)\s+(?:excuse|justify|redeem)"
    r"|[Ss]hame\s+on\b|[Gg]ood\s+riddance|[Oo]ne\s+can\s+only\s+(?:hope|wonder|despair|admire|applaud)|[Hh]ow\s+(?:long|many\s+more|much\s+longer)\s+must\b"
    r"|[Tt]he\s+(?:least|worst|saddest)\s+(?:that\s+)?(?:can|they|he|she|it|one)\s+[^.;]{0,30}\s(?:is|do)\b(?=\s+to\s)|(?:is|are|was|were)\s+(?:long\s+)?overdue\b(?=[.;!]))",
    needs=(
        *("to be ", "we ", "pure", "sheer", "plain", "simply", "nothing", "little short", "decent", "serious", "sane"),
        *("self-respecting", "shame on", "riddance", "can only", "how long", "how many", "how much", "the least"),
        *("the worst", "the saddest", "overdue"),
    ),
)
