"""The shape of an item in English: labels, bylines, datelines, and how an organisation describes itself.

Origin: written for sayso from reading digests, wire copy and releases; signs, and no publisher's own words.
"""

from __future__ import annotations

import re

from sayso import Pattern

COMMENT_LABELS = {
    **dict.fromkeys(
        (
            "comment",
            "comments",
            "commentary",
            "our comment",
            "our take",
            "our view",
            "editor’s comment",
            "editor’s note",
            "editors’ note",
            "editorial comment",
            "remarks",
            "takeaway",
            "takeaways",
            "the takeaway",
            "our reading",
            "viewpoint",
            "perspective",
            "why it matters",
            "why this matters",
            "what it means",
            "what this means",
            "significance",
            "implications",
            "bottom line",
            "the bottom line",
            "so what",
            "so what?",
            "outlook",
            "the big picture",
            "big picture",
            "take-away",
            "the take-away",
            "our assessment in brief",
            "in our view",
        ),
        "comment",
    ),
    **dict.fromkeys(
        (
            "analysis",
            "news analysis",
            "our analysis",
            "analyst’s comment",
            "analyst comment",
            "analyst’s note",
            "analyst note",
            "assessment",
            "our assessment",
            "interpretation",
            "expert analysis",
            "expert comment",
        ),
        "analysis",
    ),
    **dict.fromkeys(("opinion", "op-ed", "editorial", "leader", "guest opinion", "view"), "opinion"),
}
NEWS_LABELS = frozenset(
    {
        *("news", "summary", "what happened", "the news", "headline", "development", "key development", "event"),
        *("in brief", "for immediate release", "for immediate use", "press release", "news release", "media release"),
        "press statement",
        # Who reads a script out speaks for the outlet.
        *("newsreader", "newscaster", "announcer", "narrator", "voiceover", "voice-over"),
    }
)
TURN_LABELS = {
    **dict.fromkeys(("q", "question", "interviewer"), "asks"),
    **dict.fromkeys(("a", "answer"), "answers"),
}

_ORG_NOUN = (
    r"(?:organi[sz]ation|institut(?:e|ion)|think[ -]tank|foundation|cent(?:re|er)|association|charity|non-?profit"
    r"|not-for-profit|non-for-profit|NGO|network|initiative|group|body|publisher|newsroom|publication|news\s+(?:service|site"
    r"|agency|outlet)|magazine|newspaper|company|council|society|forum|programme|program|project|platform|observatory)"
)
_WORDS = r"[A-Z0-9][\w’'&.-]*(?:\s+(?:(?:of|for|on|and|the|de|in|&)\s+){0,2}[A-Z0-9][\w’'&.-]*){0,8}"
#: A name begins with a capital and is bounded, so that the search stays linear.
_NAME = rf"(?P<organisation>(?:The\s+|the\s+)?{_WORDS}(?:\s+\([^()\n]{{2,60}}\))?)"
_MADE = r"(?:published|produced|compiled|written|prepared|issued|edited|run|provided|brought\s+to\s+you)\s+by"
#: "The X Institute (XI) is an independent …", "Founded in 1999, the X is …", "X describes itself as …".
SELF_DESCRIPTION = Pattern(
    rf"(?:\A|(?<=\n)|(?<=[.!?:]\s)|(?<=[.!?:]\n))(?:[A-Z][^.,\n]{{1,60}},\s+(?=the\s+[A-Z]))?{_NAME}"
    r"(?:,\s+[^.\n]{1,80},)?\s+"
    r"(?:is|are|was\s+(?:founded|established)|works?|publishes|receives|accepts|welcomes|does\s+not|takes?\s+no"
    r"|describes\s+itself)\b"
    rf"(?=(?:(?!\n\n)[^\n]){{0,260}}?\b(?:{_ORG_NOUN}\b|editorial|funded|funding|financed|paid\s+for|donat|non-?partisan"
    r"|independen|positions?\b|published\s+by|written\s+by))",
    needs="""independent partisan profit research policy advocacy fund donor donation editorial educational charity think
    mission members analysis headquartered founded financed published sponsor""".split(),
)
#: "Published by the X", "This digest is produced by X, an independent …".
PUBLISHED_BY = Pattern(
    rf"(?:\A|(?<=[.!?:]\s)|(?<=\n))(?:(?:This|The)\s+[\w -]{{3,40}}\s+(?:is|was)\s+)?(?:[Pp]ublished|[Pp]roduced|[Cc]ompiled"
    rf"|[Pp]repared|[Ii]ssued|[Bb]rought\s+to\s+you)\s+by\s+{_NAME}",
    needs=("lished by", "duced by", "piled by", "pared by", "ssued by", "to you by"),
)
#: Signs that what is said of an organisation is said by the publisher and not reported.
ABOUT_WORDS = Pattern(
    r"\b(?:independent|non-?partisan|nonpartisan|non-?profit|not-for-profit|non-for-profit|research|policy|advocacy|fund(?:ed|ing"
    r"|ers)|financed|donors?|donations|editorial|educational|charity|think[ -]tank|mission|members|analysis|headquartered"
    r"|founded|subscriptions|sponsors?|initiative|newsletter|digest)\b",
    re.IGNORECASE,
)
ABOUT_HEADING = Pattern(
    r"(?:About(?:\s+(?:us|the\s+(?:author|publisher)|[A-Z][\w’'&. -]{1,60}))|Who\s+we\s+are|Disclosures?|Disclaimer|Our\s+funding"
    r"|ABOUT(?:\s+[A-Z][\w’'&. -]{1,60})?|Imprint|Notes?\s+to\s+editors|Media\s+contacts?|Press\s+contacts?|Contacts?)\s*:?\s*"
)
#: "is funded by X and by Y": who pays, in the group ``funders``.
FUNDED_BY = Pattern(
    r"\b(?:funded|financed|supported|paid\s+for|sponsored)\s+(?:mainly\s+|largely\s+|partly\s+|in\s+part\s+)?by\s+(?P<funders>[^.;\n]{3,160})",
    needs=("ed by", "d for by"),
)

#: What makes such a description a note on independence: control, money, partisanship, whose views they are.
INDEPENDENCE = Pattern(
    r"\b(?:independen(?:t|ce|tly)|non-?partisan|editorial\s+(?:control|independence|line|decisions)|donat(?:ions?|ed)"
    r"|donors?|funded|funders?|funding|grants?\s+from|sponsor(?:s|ed|ship)?|takes?\s+no\s+(?:money|positions?|institutional)"
    r"|(?:does|do)\s+not\s+(?:engage\s+in\s+advocacy|take|accept)|views\s+(?:expressed|are)|owned\s+by|membership\s+fees"
    r"|opinions\s+are\s+their\s+own)\b",
    re.IGNORECASE,
)
INTEREST = {
    "think_tank": Pattern(
        r"\b(?:think[ -]tank|policy\s+(?:institute|research|cent(?:re|er)|studies)|research\s+(?:institut(?:e|ion)|cent(?:re|er)"
        r"|organi[sz]ation)|institute\s+for|scholars|fellows|educational\s+organi[sz]ation|institute)\b",
        re.IGNORECASE,
    ),
    "advocacy": Pattern(
        r"\b(?:advocacy\s+(?:group|organi[sz]ation)|campaign\s+group|campaigns?\s+for|lobby)\b", re.IGNORECASE
    ),
    "state_funded": Pattern(
        r"\b(?:state[- ](?:funded|owned|run)|funded\s+by\s+the\s+(?:government|state)|government[- ]funded)\b",
        re.IGNORECASE,
    ),
    "party": Pattern(r"\b(?:party[- ](?:affiliated|run)|affiliated\s+with\s+the\s+\w+\s+Party)\b"),
}

DISCLOSURE = Pattern(
    r"\b(?:donors?|donations?|funders?|funding|funded|supporters|sponsors?|sponsorship|backers|financ(?:ed|ing|ial)|grants"
    r"|ownership|shareholders|conflicts?\s+of\s+interest|interests|disclosures?|accounts|contributors|corrections?\s+policy"
    r"|our\s+support|conflict\s+statement|editorial\s+policy|ethics\s+policy|standards)\b",
    re.IGNORECASE,
    needs=tuple(
        "donor donation fund support sponsor backers financ grants ownership shareholder conflict interests disclosure"
        " accounts contributors policy standards".split()
    ),
)
POINTER = Pattern(
    r"\b(?:click\s+(?:here|on)|(?:see|listed|available|found|published|read|go|shown|details?|disclosed|posted)\s+(?:\w+\s+){0,4}here"
    r"|here\s+for|(?:this|the\s+following)\s+link|link\s+(?:below|above|under|beneath|at\s+the)|(?:see|in)\s+the\s+box\s+(?:on|below|above|opposite|beside|at|to)|on\s+(?:our|this|the)\s+(?:web\s?site|site|page|funding\s+page"
    r"|about\s+page)|visit\s+our)\b",
    re.IGNORECASE,
    needs=("here", "link", "page", "site", "click", "visit", "the box"),
)
#: Capitals of the languages in Latin letters: *Élise, Óscar, Åsa, Łukasz, Žarko*.
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĹĻĽŃŅŇŌŐŒŔŘŚŞȘŠŢȚŤŪŮŰŲŹŻŽ]"
_PERSON = (
    rf"(?:(?:Dr|Prof|Professor|Sir|Dame|Mr|Mrs|Ms)\.?\s+)?{_CAPITAL}[\w’'.-]+"
    rf"(?:\s+(?:(?:de|van|von|al|bin|der|da|del)\s+)?{_CAPITAL}[\w’'.-]*){{1,4}}"
)
#: A byline that names nobody, which may stand without *by*.
_DESK = (
    r"(?:(?:From\s+)?[Oo]ur\s+)?(?:Staff|Special|Own|Senior|Chief|Political|Business|Sports|Court|Crime|City|Foreign|News|Web|Online)\s+"
    r"(?:Reporter|Correspondent|Writer|Desk|Bureau|Team)s?\b"
)
#: The same behind *from* or *by*: *our correspondent*, *the business desk*, *Norbank press office*.
_STAFF = (
    r"(?:(?:[Oo]ur|[Tt]he|[Aa])\s+(?:[a-z’'-]{2,14}\s+){0,2}?(?:correspondents?|reporters?|staff|desk|bureau|newsroom)"
    rf"|{_CAPITAL}[\w&’'-]*(?:\s+{_CAPITAL}[\w&’'-]*){{0,3}}\s+(?:press|communications|media)\s+(?:office|team|department|service)"
    rf"|(?:{_CAPITAL}[\w&’'-]*\s+){{1,3}}(?:Bureau|Agency|Service)(?:\s+of\s+(?:the\s+)?{_CAPITAL}[\w’'-]*)?)\b"
)
#: *In Lom*, *at Quirke Park*, *aboard the Aurora*: where somebody reports from.
_FROM = rf"\s+(?:in|at|on|aboard|outside|near|from)\s+(?:the\s+)?{_CAPITAL}[\w’' .-]{{1,40}}?"
BYLINE = Pattern(
    rf"(?:(?:[Bb]y|BY|[Ww]ords\s+by|[Rr]eport(?:ed|ing)?\s+by|[Ww]ritten\s+by|[Cc]ompiled\s+by|[Ii]nterview(?:ed)?\s+by|[Rr]eview(?:ed)?\s+by|[Ll]ive\s+with|[Ll]ive\s+(?:updates|coverage|reports?)\s+(?:from|by))[:\s]\s*"
    rf"(?:(?!{_STAFF})(?:the|our)\s+[a-z’' -]{{3,30}},\s+)?"
    r"|(?:Author|Reporter|Correspondent|Writer|Presenter|Newsreader|Newscaster|Anchor)s?:\s+"
    rf"|(?:{_CAPITAL}[\w’'-]*\s+){{1,3}}(?:[a-z]+\s+)?(?:staff|team|desk|reporters):\s+|(?={_PERSON},?\s+reporting\s+(?:from|in|at)\s)"
    rf"|[Ff]rom\s+(?:(?:the|our)\s+[a-z’' -]{{3,30}},\s+(?={_PERSON},)|(?={_STAFF}|{_PERSON}(?:,\s+[a-z]|\s+of\s)))|(?={_DESK}))"
    rf"(?P<name>{_DESK}|{_STAFF}|{_PERSON}(?:(?:{_FROM})?(?:,|\s+and|,\s+and)\s+{_PERSON}){{0,4}})"
    rf"(?:\s+and\s+(?:[a-z]+\s+)?(?:staff|agencies|reporters|correspondents))?(?:(?:,?\s+reporting)?{_FROM}|\s+of\s+(?:[Tt]he\s+)?{_CAPITAL}[\w’' -]{{1,40}}?)?"
    rf"(?:\s+for\s+(?:[Tt]he\s+)?{_CAPITAL}[\w’' -]{{1,40}}?)?"
    r"(?:\s*[,;|–—-]\s*[^\n]{0,100})?\s*\Z"
)
#: The same in as few words as may be, so that "Ana Ruiz Political editor" is Ana Ruiz.
_BRIEFLY = _PERSON + "?"
#: "Ana Ruiz and Jo Berg", "Ana Ruiz, courts correspondent", "Ana Ruiz in Larkmoor".
SIGNER = Pattern(
    rf"(?P<name>{_BRIEFLY}(?:(?:,|\s+and|,\s+and)\s+{_BRIEFLY}){{0,3}}?)"
    r"(?P<as>,?\s+(?:[\w’'-]+\s+){0,4}(?:editor|correspondent|reporter|writer|columnist|critic|producer|contributor)s?"
    r"(?:\s+(?:at|in|of|for)\s+[\w ’'.-]{2,40})?|\s+in\s+[A-Z][\w’' -]{1,40})?\s*\Z"
)
CREDIT = Pattern(
    r"\(?(?:[Aa]dditional\s+)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled)\s+by\s+[A-Z][^\n]{2,200}\)?\s*",
    needs=("reporting by", "writing by", "editing by", "compiled by"),
)
#: Words with capitals that are a greeting, and nobody.
_GREETING = (
    r"(?:(?:Best|Kind|Kindest|Warm|Warmest)\s(?:Wishes|Regards)|(?:Many\s|With\s)?Thank(?:s|\sYou)|Yours\s\w+|(?:Happy|Merry|Good)\s\w+"
    r"|See\sYou|Stay\s\w+|Vielen\sDank|Merci\s\w+)\b"
)
#: Signed behind the last paragraph, on a line of its own.
SIGN_OFF = Pattern(
    rf"(?:(?:[Bb]y|[Ww]ritten\s+by|[Ss]igned:?|[Aa]uthors?:|[Rr]eport(?:ed|ing)\s+by|[–—-]{{1,2}})\s*(?P<signed>{_PERSON}(?:(?:,|\s+and|,\s+and)\s+{_PERSON}){{0,4}})"
    rf"|\((?P<bracketed>{_PERSON})\)|(?P<plain>(?!{_GREETING}){_PERSON}|(?:[A-Z]\.\s?){{2,4}}))"
    r"(?:\s*,\s*[a-z][^\n.]{0,80})?\s*\.?\s*\Z"
)
#: "The Ledger is written by Sam Okafor and Lucy Brandt.", "(Reporting by Ana Ruiz; Editing by Jo Berg)".
WRITTEN_BY = Pattern(
    rf"(?:\b(?:is|was)\s+(?:written|edited|compiled)|(?<!dditional )\b(?:[Rr]eporting|[Rr]eported|[Ww]riting|[Ww]ritten))\s+by\s+(?P<signed>{_PERSON}(?:(?:,|\s+and|,\s+and)\s+{_PERSON}){{0,4}})",
    needs=("written by", "edited by", "compiled by", "reporting by", "reported by", "writing by"),
)
_DATE = (
    r"(?:[A-Z][A-Za-z]{2,8}day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th)?)?\s+[A-Z][A-Za-z]{2,8}\.?,?\s+\d{4}"
    r"|[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})"
)
#: A line that is nothing but a date, with what may announce it: "Issue 31 – 2 August 2026", "Monitor | 6 February 2026".
DATE_LINE = Pattern(
    r"(?!(?:Born|Died|Deadline|Next|Until|Closing|Closes|Due|Expires|Since)\b)"
    r"(?:(?P<updated>(?:[Ll]ast\s+)?(?:[Uu]pdated|UPDATED|[Mm]odified))|(?:[A-Z0-9][\w’'.&/-]*|of|the|for|and|in|from)(?:\s+(?:[A-Z0-9][\w’'.&/-]*|of|the|for|and|in|from)){0,7}?(?:,\s+[A-Z][A-Za-z.]{1,19})?)?"
    rf"(?:(?:\s+on)?\s*[:,|–—-]\s*|\s+(?:on\s+)?|(?<![^\n]))(?P<date>{_DATE})(?:[ ,T|–—-]{{1,3}}(?:at\s+)?\d[^\n]{{0,30}}|\.\s+[A-Z][^\n]{{0,80}})?\s*\Z",
    needs=tuple("0123456789"),
)
_PLACE = rf"{_CAPITAL}[A-Za-zÀ-ž’'.-]+(?:\s+{_CAPITAL}[A-Za-zÀ-ž’'.-]+){{0,3}}"
#: What stands before a colon and is no place: *CLAIM: The gates were opened*.
_NO_PLACE = (
    r"(?!(?i:claims?|verdict|ruling|rating|fact|updated?|corrections?|clarification|notes?|breaking|live|exclusive|watch|photos?"
    r"|video|opinion|analysis|explainer|comment|questions?|answers?|context|background|summary|cue|slug|intro|headline|standfirst|teaser|presenter|reporter|anchor|host|editor[’']?s?)(?i:\s+(?:check|note|statement|points?))?\s*:)"
)
DATELINE = Pattern(
    rf"{_NO_PLACE}(?P<place>{_PLACE}(?:,\s+(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d){_PLACE})?)"
    r"(?:,?\s+(?P<date>(?:\d{1,2}\s+[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s+\d{1,2})(?:,?\s+\d{4})?))?"
    r"(?:,?\s+\((?P<agency>[A-Z][\w &’'.-]{1,40})\))?"
    r"\s*(?:[–—:]|--|-(?=\s))\s*(?=[A-Z“\"‘'\d])"
)
