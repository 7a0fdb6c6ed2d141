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
            "outlook",
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
    {"news", "summary", "what happened", "the news", "headline", "development", "key development", "event", "in brief"}
)

_ORG_NOUN = (
    r"(?:organi[sz]ation|institut(?:e|ion)|think[ -]tank|foundation|cent(?:re|er)|association|charity|non-?profit"
    r"|not-for-profit|non-for-profit|NGO|network|initiative|group|body|publisher|newsroom|publication|news\s+(?:service|site"
    r"|agency|outlet)|magazine|newspaper|company|council|society|forum|programme|program|project|platform|observatory)"
)
#: "The X Institute (XI) is an independent ... organisation", "About X:", "X is funded by". The name begins with a
#: capital and is bounded, so that the search stays linear.
_NAME = r"(?P<organisation>(?:The\s+)?[A-Z][\w’'&.-]*(?:\s+(?:(?:of|for|on|and|the|de|in|&)\s+){0,2}[A-Z0-9][\w’'&.-]*){0,8}(?:\s+\([^()\n]{2,40}\))?)"
SELF_DESCRIPTION = Pattern(
    rf"(?:\A|(?<=\n)|(?<=[.!?:]\s)){_NAME}"
    r"(?:,\s+[^.\n]{1,80},)?\s+"
    r"(?:is|are|was\s+(?:founded|established)|works?|publishes|receives|accepts|welcomes|does\s+not|takes?\s+no)\b"
    rf"(?=(?:(?!\n\n)[^\n]){{0,260}}?\b(?:{_ORG_NOUN}\b|editorial|funded|funding|donat|non-?partisan|independen|positions?\b))"
    r"(?=(?:(?!\n\n)[^\n]){0,700}?\b(?:independent|non-?partisan|nonpartisan|non-?profit|not-for-profit|non-for-profit"
    r"|research|policy|advocacy|funded|funding|funders|donors?|donations|editorial\s+(?:control|independence|line)"
    r"|educational|charity|think[ -]tank|mission|members|analysis|headquartered|founded)\b)",
    needs="""independent partisan profit research policy advocacy fund donor donation editorial educational charity think
    mission members analysis headquartered founded""".split(),
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
    r"|editorial\s+policy|ethics\s+policy|standards)\b",
    re.IGNORECASE,
)
POINTER = Pattern(
    r"\b(?:click\s+(?:here|on)|(?:see|listed|available|found|published|read|go|shown|details?|disclosed|posted)\s+(?:\w+\s+){0,2}here"
    r"|here\s+for|(?:this|the\s+following)\s+link|link\s+below|on\s+(?:our|this|the)\s+(?:web\s?site|site|page|funding\s+page"
    r"|about\s+page)|visit\s+our)\b",
    re.IGNORECASE,
    needs=("here", "link", "page", "site", "click", "visit"),
)
_PERSON = r"[A-Z][\w’'.-]+(?:\s+(?:(?:de|van|von|al|bin|der|da|del)\s+)?[A-Z][\w’'.-]*){1,4}"
BYLINE = Pattern(
    rf"(?:[Bb]y|BY|[Ww]ords\s+by|[Rr]eport(?:ed|ing)?\s+by|[Ww]ritten\s+by)[:\s]\s*(?P<name>{_PERSON}(?:(?:,|\s+and|,\s+and)\s+{_PERSON}){{0,4}})"
    r"(?:\s*[,|–—-]\s*[^\n]{0,100}|\s+in\s+[A-Z][\w ]+)?\s*\Z"
)
DATE_LINE = Pattern(
    r"(?:(?:Published|Updated|Posted|Date|Released?|Issued|Last\s+updated|PUBLISHED|DATE)(?:\s+on)?:?\s+)?"
    r"(?:[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3},\s+)?"
    r"(?P<date>(?:[A-Z][a-z]{2,8}day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d{2}-\d{2}))(?:[ ,T|–—-]{1,3}[^\n]{0,40})?\s*\Z"
)
_PLACE = r"[A-Z][A-Za-zÀ-ÿ’'.-]+(?:\s+[A-Z][A-Za-zÀ-ÿ’'.-]+){0,3}"
DATELINE = Pattern(
    rf"(?P<place>{_PLACE}(?:,\s+(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d){_PLACE})?)"
    r"(?:,?\s+(?P<date>(?:\d{1,2}\s+[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s+\d{1,2})(?:,?\s+\d{4})?))?"
    r"(?:,?\s+\((?P<agency>[A-Z][\w &’'.-]{1,40})\))?"
    r"\s*(?:[–—:]|--|-(?=\s))\s*(?=[A-Z“\"‘'\d])"
)
