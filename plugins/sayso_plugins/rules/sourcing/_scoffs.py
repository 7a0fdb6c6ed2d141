"""More ways to run somebody or something down from behind a noun, and what is foretold. Origin: written for sayso."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso import Attribution, Item, Pattern, Span

if TYPE_CHECKING:
    from sayso import Quotation

_DEAD = r"(?:dead|doomed|toast|in\s+tatters|going\s+nowhere|a\s+fiction|a\s+sham)"
#: Figures of speech and flat verdicts, of people and of what they make.
SCOFFS = Pattern(
    r"\b(?:(?:lost|losing|loses)\s+(?:the|that|this|his|her)\s+(?:whole\s+)?(?:(?:dressing|locker|changing)\s+)?(?:room|players|squad|crowd|board)\b"
    r"|mak(?:e|es|ing)\s+(?:it|this|things)\s+up\b|ma(?:d|k)e\s+(?:a\s+mess|fools?|a\s+fool|a\s+mockery|a\s+hash)\s+of\b"
    r"|(?:nobody|no\s+one|everybody|everyone)\s+(?:[\w’'-]+\s+){0,4}?(?:believes|trusts|knows\s+it|can\s+see|is\s+laughing|hates|despises|takes\s+(?:him|her|them|it)\s+seriously"
    r"|wants\s+(?:him|her|them))\b|wouldn[’']t\s+(?:trust|follow|hire)\s|\b(?:stinks|reeks)\b"
    r"|(?:does|do)(?:n[’']t|\s+not)\s+know\s+(?:one|his|her|their|the\s+first|a\s+thing|anything)\b|(?:sold|selling)\s+(?:us|them|everyone)\s+(?:all\s+)?(?:down|out|short)\b"
    r"|heart\s+(?:was|is|has)\s+(?:never|not)\s+(?:been\s+)?in\s+(?:it|the)\b|in\s+all\s+but\s+name\b|dead\s+(?:in\s+the\s+water|and\s+buried|letter|duck)\b"
    rf"|(?:deal|plan|bill|ceasefire|truce|merger|project|pact|treaty|process|idea|scheme|reform|inquiry|campaign)\s+(?:is|was|looks)\s+(?:already\s+|as\s+good\s+as\s+)?{_DEAD}"
    r"|(?:the\s+)(?:charm|charisma|warmth|brains?|spine|vision|backbone|manners|tact|imagination|judge?ment)\s+of\s+an?\b"
    r"|could(?:n[’']t|\s+not)\s+(?:find|hit|run|spot|sell|win)\s+(?:[\w’'-]+\s+){1,4}?(?:in\s+a|with\s+a|if)\b|would\s+(?:rather|sooner)\s+[a-z]+\s+(?:[\w’'-]+\s+){0,4}?than\b"
    r"|(?:reads?|hears?|knows?|does|learns?|understands?)\s+nothing\s+and\b|surrounded\s+(?:him|her)self\s+with\b|(?:living\s+in\s+(?:a|the)\s+(?:bubble|past|dream)|(?:on|from)\s+another\s+planet)\b"
    r"|into\s+the\s+ground\b|(?:writing|handwriting)\s+(?:is|was)\s+on\s+the\s+wall\b|beginning\s+of\s+the\s+end\b|(?:game|party|show)\s+is\s+(?:up|over)\b"
    r"|out\s+to\s+dry\b|under\s+the\s+bus\b|in\s+the\s+back\b(?!\s+(?:of|seat|row))|bottled\s+it\b|flip-flopped\b|lost\s+(?:all|any|what\s+little)\s+(?:credibility|respect|authority|trust)\b"
    r"|(?:power|land)\s+grab\b|vanity\s+project\b|witch\Whunt\b|whitewash\b|stitch-up\b|cover-up\b|white\s+elephant\b|ego\s+trip\b|photo\s+(?:call|op)\b|kangaroo\s+court\b|sell-out\b|(?:real|true)\s+(?:culprit|villain)\b"
    r"|(?:torn\s+up|thrown\s+out|dead|gone|out|finished|forgotten)\s+(?:by|before|within)\s+(?:the\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|summer|autumn|winter|spring|weekend|week|end)\b)",
    re.IGNORECASE,
    needs=(
        *(
            "lost ",
            "losing",
            "loses",
            "mak",
            "made ",
            "nobody",
            "no one",
            "everybody",
            "everyone",
            "wouldn",
            "stinks",
            "reeks",
            "know",
        ),
        *(
            "sold ",
            "selling",
            "heart",
            "all but name",
            "dead",
            "doomed",
            "toast",
            "tatters",
            "nowhere",
            "fiction",
            "sham",
            " of a",
            "could",
        ),
        *(
            "would ",
            "nothing and",
            "surrounded",
            "living in",
            "planet",
            "the ground",
            "wall",
            "of the end",
            " is up",
            " is over",
            "to dry",
            "the bus",
        ),
        *(
            "the back",
            "bottled",
            "flip-",
            "grab",
            "vanity",
            "witch",
            "whitewash",
            "stitch",
            "cover-",
            "elephant",
            "ego ",
            "photo ",
            "kangaroo",
            "sell-",
        ),
        *("culprit", "villain", "torn up", "thrown out", "gone ", "out by", "out before", "finished", "forgotten"),
    ),
)
_ROLE = r"(?:he|she|they|the\s+\w+|this\s+\w+|nobody|no\s+one)"
#: What is an opinion by its form, though it may be a mild one: advice, forecasts, what something is called outright.
OPINIONS = Pattern(
    r"\b(?:(?:should(?:n[’']t|\s+not|\s+never)?\s+(?:have\s+)?(?!be\b|take\b|arrive\b|know\b|last\b)|ought\s+to\s+(?!be\b))(?:[a-z]+)\b|no\s+way\s+(?:he|she|they|it|this|that)\b"
    rf"|{_ROLE}(?:[’']ll|\s+will|\s+would|\s+(?:is|are)\s+going\s+to)\s+(?:lose|regret|suffer|pay\s+for|break|fall|sink|quit|cave|blink|fold|struggle)\b"
    r"|(?:it|this|that)(?:[’']ll|\s+will|\s+would|\s+is\s+going\s+to)\s+(?:end\s+(?:in|badly)|blow\s+up|backfire|cost\s+(?:him|her|them|us)|fail|fall|never|get\s+worse|be\s+(?:remembered|ugly|messy|bloody))\b"
    r"|(?:it|this|that)(?:[’']s|\s+is|\s+was)\s+(?:just\s+|simply\s+|really\s+|so\s+|very\s+|pretty\s+|absolutely\s+|utterly\s+|all\s+)?"
    r"(?:(?:embarrass|humiliat|disappoint|frighten|worry|shock|insult|depress|disgust|infuriat|frustrat|stagger|sicken)ing"
    r"|[a-z]{3,}(?:ful|less|ous|able|ible)|chaos|madness|nonsense|theatre|blackmail|bullying|suicide|anarchy|treason|revenge|spin|mad|insane|absurd|awful|bonkers|crazy|pathetic|rubbish|weak|cruel|wrong"
    r"|an?\s+(?:\w+\s+)?(?:coup|purge|trap|mistake|gamble|scandal|circus|tragedy|shame|outrage|surrender|humiliation|charade|distraction|cop-out|power\s+play|carve-up|fudge|bluff|fantasy|non-starter))\b"
    r"|more\s+(?:interested|concerned|worried|comfortable|bothered|at\s+home)\s+(?:in|with|about)\s+(?:[\w’'-]+\s+){1,5}?than\b"
    r"|(?:lied|lies|lying)\s+to\s+(?:us|all|everyone|everybody|the|them)\b|(?:betrayed|misled|deceived|humiliated|abandoned|insulted|ignored|bullied)\s+(?:us|all|everyone|everybody|them)\b"
    r"|drunk\s+on\s+(?:his|her|their)\b|no\s+(?:plan|strategy|leadership|direction|ideas|answers|mandate|authority|credibility|appetite)\b"
    rf"|{_ROLE}\s+(?:treats|bullies|ignores|blames|panics|dithers|sulks|shouts|screams|lies|cheats|hides|thinks|pretends|wastes|loves|hates|fears|despises)\s"
    r"|like\s+watching\s|had\s+one\s+job\b|never\s+(?:seen|met|set\s+foot|done|read|run|milked|worn)\s+(?:an?|in|on)\b|(?:do|does)(?:n[’']t|\s+not)\s+add\s+up\b|busted\s+flush\b"
    r"|the\s+(?!best\b|latest\b|west\b|rest\b|east\b|nearest\b|interest\b|request\b|forest\b|guest\b|priest\b|harvest\b|protest\b|contest\b|arrest\b)[a-z]{3,}est\s+\w+\s+(?:since|ever|in|I|we|of)\b"
    r"|giv(?:e|es|ing)\s+(?:him|her|it|them|this)\s+(?:two|three|four|six|a\s+few|a)\s+(?:days|weeks|months|week|month|year)\b|better\s+off\s+(?:without|with\s+an?)\b|bled\s+(?:him|her|us|them|\w+)\s+dry\b"
    r"|(?:he|she)\s+(?:cannot|can[’']t|could\s+not|couldn[’']t)\s+(?:count|lead|manage|listen|decide|think|add|take\s+criticism|handle|help\s+(?:him|her)self|tell\s+\w+\s+from)\b"
    r"|(?:only|nothing)\s+(?:but|else\s+than)\s+(?:an?\s+)?(?:revenge|spite|greed|fear|show|noise|talk|politics)\b|(?:amateur|desperate|pathetic|cheap|childish|shabby|pitiful)\s+(?:stuff|theatre|behaviour|tactics|politics|hour|excuse)\b"
    rf"|{_ROLE}(?:[’']s|[’']re|\s+is|\s+are|\s+was|\s+were)\s+(?:\w+\s+)?(?:asleep|hiding|dithering|panicking|bluffing|drowning|lost|clueless|desperate|jealous|scared|frightened|obsessed|deaf|blind|broken)\b)",
    re.IGNORECASE,
)
#: By these something is foretold, whatever the words are.
FORETELLS = frozenset({"predict", "foretell", "forecast", "prophesy", "bet", "wager"})
FUTURE = Pattern(r"\b(?:will|won[’']t|would|going\s+to)\b|[’']ll\b")
#: Before a quotation that says what something is like.
LIKENS = frozenset("is are was were be been being as like".split())
CALLS = frozenset({"describe", "call", "brand", "dub", "dismiss", "label"})
#: What is no verdict though it begins with an article.
LITERAL = frozenset(
    """step meeting talks member part citizen resident candidate suspect witness building house street school statement
    deal agreement draft plan proposal report letter list map copy test trial visit call bomb device vehicle vessel
    plane person man woman people number range series set group result sign matter question case way one first second
    high low large small new former big good great kind sort type form""".split()
)
#: How many words a verdict of this kind has at least.
LEAST = 4


def foretold(item: Item, attribution: Attribution, content: Span) -> Span | None:
    """What somebody is said to predict."""
    if attribution.cue_lemma.split()[0] not in FORETELLS:
        return None
    found = FUTURE.search(item.text, content.start, content.end)
    return Span(*found.span()) if found is not None else None


def likened(item: Item, attribution: Attribution, content: Span) -> Span | None:
    """*The plan was “a fantasy drawn on a napkin”*: quoted words of an article and a figure of speech."""
    for quotation in item.analysis.quotations:
        if not content.contains(quotation.span):
            continue
        if _is_figure(item, attribution, quotation) or _is_habit(item, quotation):
            return Span(*quotation.inner)
        found = OPINIONS.search(item.text, *quotation.inner)
        if found is not None:
            return Span(*found.span())
    return None


def _is_habit(item: Item, quotation: Quotation) -> bool:
    """*The envoy “reads nothing in the files”*: what somebody with an office is said to do all the time."""
    before = item.text[max(0, quotation.span.start - 40) : quotation.span.start].lower().split()
    words = item.text[slice(*quotation.inner)].split()
    if len(words) < LEAST or not before or before[-1] not in item.pack.roles:
        return False
    first = words[0]
    return first.islower() and first.endswith("s") and len(first) > 3 and not any(map(str.isdigit, words[0]))


def _is_figure(item: Item, attribution: Attribution, quotation: Quotation) -> bool:
    before = item.text[max(0, quotation.span.start - 40) : quotation.span.start].lower().split()
    if (
        not before
        or before[-1] == "for"
        or (before[-1] not in LIKENS and attribution.cue_lemma.split()[0] not in CALLS)
    ):
        return False
    words = [word.strip(".,;:!?") for word in item.text[slice(*quotation.inner)].split()]
    lows = [word.lower() for word in words]
    if len(words) < LEAST or words[0] not in ("a", "an", "nothing", "little"):
        return False
    if any(word[:1].isupper() or word[:1].isdigit() for word in words):
        return False
    return LITERAL.isdisjoint(lows[1:4]) and not any(map(item.pack.kind_of, lows[1:3]))
