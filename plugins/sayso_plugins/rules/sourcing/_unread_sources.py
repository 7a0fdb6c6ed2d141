"""Sources of whom nothing is told, where the analysis reads no attribution: in brackets, in the passive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso import Item, Pattern, Span
from sayso_plugins.rules._near import matches

#: What they do with what they know, beside the verbs of speech. Origin: written for sayso.
TELL = frozenset(
    """indicate indicates indicated put puts hint hints hinted claim claims claimed say says said tell tells told add
    adds added predict predicts predicted expect expects expected believe believes believed reckon reckons reckoned
    suggest suggests suggested confirm confirms confirmed reveal reveals revealed whisper whispers whispered
    confide confides confided warn warns warned insist insists insisted maintain maintains maintained estimate
    estimates estimated disclose discloses disclosed intimate intimated volunteered let think thinks thought differ
    disagree speak speaks spoke describe describes described call calls called name names named blame blames blamed
    point points pointed allege alleges alleged assert asserts asserted fear fears report reports reported explain
    explained note notes noted recall recalled acknowledge acknowledged concede conceded advise advised""".split()
)
#: They *are adamant*, *have it that*.
SURE = frozenset("adamant certain confident convinced sceptical skeptical sure doubtful divided split".split())
BE = frozenset("is are was were".split())
#: What is done by them to something that is told.
TOLD = frozenset(
    """told said whispered leaked described put claimed hinted indicated suggested confirmed revealed disclosed passed
    given reported alleged supplied predicted named estimated denied mentioned confided provided quoted shown offered
    fed tipped called dismissed explained briefed volunteered intimated""".split()
)
BETWEEN = frozenset("has have had also now later even since privately already further".split())
MARKS = frozenset(".,;:!?—–()")
OPENS = frozenset("but and while whereas though although because so that as".split())
BEFORE_CLAUSE = MARKS | OPENS
#: How many words before *by* its verb stands.
BACK = 6
#: Those who know, and nothing else is told of them.
KNOWING = Pattern(
    r"(?<![\w’'-])(?P<who>(?:[Tt]hose|[Pp]eople|[Pp]ersons|[Ss]omeone|[Ss]omebody|[Aa]nyone|[Aa]\s+person|[Oo]ne\s+person|[Tt]wo\s+people|[Ss]everal\s+people)\s+"
    r"(?:who\s+(?:is|are|were|was)\s+)?(?:in\s+the\s+know|in\s+(?:a\s+)?position\s+to\s+know|who\s+(?:should|ought\s+to|would)\s+know)"
    r"|(?:(?:[Aa]n?|[Ss]ome|[Ss]everal|[Tt]wo)\s+)?(?:(?:[Uu]sually|[Gg]enerally)\s+)?(?:(?:[Ww]ell|[Bb]est)-informed|[Ii]nformed|[Kk]nowledgeable|[Ww]ell-placed|[Hh]ighly\s+placed)\s+"
    r"(?:circles|quarters|persons?|people|individuals?|figures?|observers)|[Aa]\s+little\s+bird)(?![\w-])(?!\s+(?:at|of|in|from|inside|within)\s)",
    needs=(
        *("in the know", "to know", "should know", "would know", "-informed", "informed ", "knowledgeable", "placed "),
        "little bird",
    ),
    whole=True,
)


def knowing(item: Item) -> Iterator[Span]:
    """*Those in the know*, *well-informed circles*."""
    for match in matches(KNOWING, item.analysis, back=50, ahead=60):
        yield Span(*match.span("who"))


def tells(lows: Sequence[str], start: int, at: int) -> bool:
    """Whether the words of a sentence have a source at *start* to *at* tell something, or have it told by them."""
    k = at + 1
    while k < len(lows) and lows[k] in BETWEEN:
        k += 1
    opens = start == 0 or lows[start - 1] in BEFORE_CLAUSE
    behind = lows[k : k + 3]
    if opens and behind:
        if behind[0] in TELL or (behind[0] in BE and not SURE.isdisjoint(behind[1:])):
            return True
        if behind[:1] == ["it"] and lows[k - 1] in ("has", "have", "had"):
            return True
    before = list(lows[:start])
    if before[-1:] == ["by"]:
        near = before[-BACK - 1 : -1]
        return before == ["by"] or not TOLD.isdisjoint(near)
    return before == ["from"] and not {"word", "news"}.isdisjoint(lows[at + 1 : at + 5])
