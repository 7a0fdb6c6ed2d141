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
#: What a reporter slips in: *heads must roll*, *owes the town an answer*, *nor should it*.
SLIPPED = Pattern(
    r"\b(?:(?:must|should|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to)\s+(?:now\s+|surely\s+)?(?:answer\s+for\s+(?:this|it|that|what|how|his|her|their|its)\b|be\s+held\s+(?:to\s+account|accountable|responsible)|face\s+up\s+to)"
    r"|owes?\s+(?:[\w’'-]+\s+){1,4}?(?:answers?|an?\s+(?:answer|apology|explanation)|(?:answers?|apology))\b"
    r"|[Hh]eads\s+(?:should|must|ought\s+to|need\s+to|have\s+to)\s+roll|(?:beggars|defies)\s+belief"
    r"|(?:cannot|can[’']t|must\s+not|should\s+not)\s+be\s+allowed\s+to\s+(?:go\s+on|continue|stand|happen|get\s+away)"
    r"|(?:is|was|are|were)\s+(?:simply\s+|just\s+|frankly\s+)?not\s+good\s+enough(?=[.;!])"
    r"|[Nn]o\s+(?:[a-z]+\s+){1,2}should\s+(?:ever\s+)?have\s+to\s+(?:put\s+up|endure|suffer|live|wait|go\s+through|choose|beg)"
    r"|would\s+do\s+well\s+to|[Dd]eserves?\s+the\s+truth\b|[Nn]ot\s+before\s+time,|[Ss]ilence\s+(?:is|was|has\s+been)\s+deafening|[Ii]t\s+is\s+(?:much\s+)?to\s+be\s+hoped\b|[Qq]uestions\s+(?:must|should|need\s+to)\s+(?:now\s+)?be\s+(?:asked|answered)|must\s+(?:now\s+)?act\s+before\b|[Ll]et[’']s\s+(?:hope|not\s+forget|be\s+clear|face\s+it)|,\s+(?:quite\s+)?frankly,"
    r"|[Oo]ne\s+(?:wonders|shudders|despairs|hopes|marvels)\b|[Dd]eserves?\s+every\s+(?:cent|penny|dollar|pound|euro|bit|minute|vote|ounce|credit)"
    r"|nor\s+should\s+(?:it|he|she|they|we|anyone)\b(?=[.;])|[Aa]nd\s+rightly\s+so\b|as\s+well\s+(?:it|he|she|they)\s+should\b|nothing\s+short\s+of\s+(?:an?\s+)?[a-z]+"
    r"|(?:is|was)\s+(?:hard|difficult|impossible)\s+not\s+to\s+(?:feel|admire|conclude|wonder|suspect|pity|laugh|despair))",
    needs=(
        *("answer for", "be held", "face up", "owe", "roll", "belief", "be allowed", "good enough", "should ever have"),
        *("should have to", "do well to", "let's", "let’s", "frankly", "one wonders", "one shudders", "one despairs"),
        *(
            "the truth",
            "before time",
            "deafening",
            "be hoped",
            "questions",
            "act before",
            "one hopes",
            "one marvels",
            "deserve",
            "nor should",
            "rightly so",
            "as well",
            "nothing short",
            " not to ",
        ),
    ),
)
#: Without one of these none of that is tried.
SLIPPED_SIGNS = frozenset(
    """truth time deafening hoped questions act answer held face owe owes roll beggars defies allowed enough
    endure suffer should well let's let’s frankly
    wonders shudders despairs hopes marvels deserve deserves rightly nothing hard difficult impossible""".split()
)
