"""English time expressions: those that count from a date, and those that do not. Origin: written for sayso."""

from __future__ import annotations

from sayso import Pattern

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_UNIT = r"(?:days?|nights?|weeks?|weekends?|months?|years?|quarters?|fortnights?|hours?|decades?|seasons?|terms?)"
_FEW = r"(?:the\s+)?(?:past|last|next|coming|recent)"
_COUNT = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|few|couple\s+of)"

#: Each alternative begins with a word, and none repeats without bound.
RELATIVE = Pattern(
    r"\b(?:"
    # today, tonight; not USA Today nor Larkmoor Today, today's youth, the Today programme
    r"(?<!the )(?:today|yesterday|tomorrow|tonight|(?<![^\W_] )(?:Today|Yesterday|Tomorrow|Tonight))"
    r"(?![’']s\b(?!\s+(?:meeting|vote|session|hearing|match|game|talks|strike|attack|announcement|decision|ruling)))"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
    # early next month, earlier this week, last Tuesday, this morning
    r"|(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id)[ -])?"
    rf"(?:[Tt]his|[Ll]ast|[Nn]ext)\s+(?:{_DAY}|day|night|weekend|week|month|year|quarter|morning|afternoon|evening|spring"
    rf"|summer|autumn|fall|winter|{_MONTH}(?!\s+\d{{4}}))\b"
    # in recent days, over the past two weeks, in the coming months
    rf"|(?:(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin)\s+{_FEW}|[Tt]he\s+(?:past|last|coming|next))"
    rf"(?!(?<=[Tt]he next)\s+(?:day|night|week|month|year)\b)\s+(?:{_COUNT}\s+)?{_UNIT}\b"
    # three days ago, two weeks earlier
    rf"|(?:{_COUNT}\s+){_UNIT}\s+ago\b"
    # on Tuesday, late Friday, Tuesday evening; not Tuesday, 4 June 2024 and not Black Friday
    rf"|(?:(?:[Oo]n|[Ll]ate|[Ee]arly|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom)\s+)?(?<!Black )(?<!Good )(?<!Ash )(?<!Palm )(?<!Bloody )"
    rf"{_DAY}(?:\s+(?:morning|afternoon|evening|night))?\b"
    r"(?!,?\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z]|[A-Z][a-z]{2,8}\.?\s+\d{1,2}\b))"
    r"(?![’']s\b)(?!\s+[A-Z][a-z]+\s+(?:[Cc]lub|[Gg]roup))"
    r")"
)

#: A month alone is no date (*May* is a verb): a day before or behind it, a year, or *in, since, by* before it makes it one.
#: It stands in the expression once, since each time it costs half a millisecond to compile.
ABSOLUTE = Pattern(
    rf"\b(?:(?P<by>(?:[Ii]n|[Ss]ince|[Bb]y)\s+)|(?:[Oo]n|[Uu]ntil|[Ff]rom)\s+)?(?:{_DAY},?\s+)?(?:"
    rf"(?P<before>\d{{1,2}}(?:st|nd|rd|th)?[^\S\n]+(?:of\s+)?)?{_MONTH}(?P<behind>\s+\d{{1,2}}(?:st|nd|rd|th)?\b)?"
    r"(?P<year>,?\s+\d{4})?(?![a-z])(?(before)|(?(behind)|(?(year)|(?(by)|(?!)))))"
    r"|\d{4}-\d{2}-\d{2}"
    r")\b"
    r"|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring)\s+(?:1[5-9]|20)\d{2}\b"
)

_DAYS = "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday".split()
TIME_WORDS = frozenset(
    [
        *"this last next past coming recent ago".split(),
        *(word + ending for word in (*_DAYS, *MONTHS) for ending in ("", "’s")),
        *map(str, range(1500, 2100)),
    ]
)

#: A whole date as a line of its own may have it: months in capitals too, and days with dots, as much of Europe writes them.
FULL_DATE = Pattern(
    r"(?:[A-Z][a-z]{2,8}day,?\s+)?(?:"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?[–-]\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?\s+(?:of\s+)?(?P<month>[A-Z][A-Za-z]{2,8})\.?,?\s+(?P<year>\d{4})"
    r"|(?P<month2>[A-Z][A-Za-z]{2,8})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<day3>\d{1,2})\.(?P<month3>\d{1,2})\.(?P<year3>\d{4})"
    r")(?!\d)"
)
