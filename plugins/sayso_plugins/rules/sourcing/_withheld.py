"""Words by which a name is withheld. Origin: written for sayso."""

from __future__ import annotations

from sayso import Pattern

_WHOSE = r"(?:his|her|their|the|a|any|no|its|own)"
_NAME = r"(?:(?:full|real|last|own|first|second)\s+){0,2}(?:names?|identity|identities)"
_NAMED = r"(?:named|identified|quoted(?:\s+by\s+name)?|mentioned(?:\s+by\s+name)?|cited|credited|recorded)"
_UNKNOWN = r"(?:anonymous|nameless|unnamed|unidentified|in\s+the\s+shadows)"
_TOLD = (
    r"(?:used|published|printed|disclosed|revealed|mentioned|given|divulged|quoted|attached|made\s+public"
    r"|released|known|appear(?:ing)?)"
)
#: What somebody does who would rather not be known: in the present, the past and as a participle.
_WANT = (
    r"(?:ask|request|insist|prefer|want|wish|demand|cho[os]|opt|plead|beg|agree|stipulat|elect|mean|hop|decid|seek)(?:e|en|s|es|ed|d|ing|red|ring)?"
    r"(?:\s+only)?"
)
_NEG = r"(?:(?:would|will|did|does|do|could|has|had)(?:\s+not|n[’']t|\s+never)|(?:would|will)\s+rather\s+not|not|never)"
_SHUN = r"(?:declin|refus|unwilling|reluctant|loath|fear|not\s+car)(?:e|s|es|ed|d|ing)?"

#: A way to say it that no reason follows at once. What it asks for first: to be unknown, then what is done to a name.
REMAIN = Pattern(
    rf"\b(?:{_WANT}\s+(?:to\s+(?:(?:remain|stay|be\s+(?:kept|left)|go)\s+{_UNKNOWN}|(?:be\s+(?:kept|left)\s+)?off\s+the\s+record)|for\s+anonymity|anonymity)"
    rf"|{_WANT}\s+(?:(?:that|if)\s+)?(?:he|she|they|s/he|{_WHOSE}\s+{_NAME})\s+(?:should\s+)?"
    rf"(?:not\s+be\s+(?:{_NAMED}|{_TOLD})|not\s+appear|be\s+(?:withheld|left\s+out|omitted|kept\s+(?:out|back|secret|private|from\s+print))|remain\s+(?:{_UNKNOWN}|secret|private))"
    rf"|{_WANT}\s+(?:not\s+to|to\s+not)\s+(?:be\s+{_NAMED}|(?:give|have|see|use|reveal|disclose|share|put)\s+{_WHOSE}\s+{_NAME}(?:\s+(?:printed|published|used|in\s+print))?)"
    rf"|{_NEG}\s+(?:want|wish|agree|care|consent|like)?\s*(?:to\s+)?(?:be\s+(?:named|identified|quoted\s+by\s+name)|(?:give|gave|given|offer|provide|supply|reveal|disclose)\s+"
    rf"{_WHOSE}\s+{_NAME}|(?:have\s+|see\s+)?{_WHOSE}\s+{_NAME}\s+(?:to\s+(?:be\s+)?)?(?:{_TOLD}|in\s+print))"
    rf"|{_SHUN}\s+to\s+(?:be\s+{_NAMED}|(?:give|offer|provide|supply|reveal|disclose|share)\s+{_WHOSE}\s+{_NAME})"
    rf"|(?:would|will)\s+(?:give|offer|supply|leave)\s+no\s+{_NAME}|g(?:ave|iving)\s+no\s+{_NAME}"
    rf"|without\s+(?:wishing\s+to\s+be|wanting\s+to\s+be|being|giving|revealing|disclosing)\s+(?:{_NAMED}|{_WHOSE}\s+{_NAME})"
    rf"|(?:[Ss]poke|[Ss]peaking|[Tt]alked|[Tt]alking|[Ww]rote|[Ww]riting)\s+(?:only\s+)?(?:anonymously|off\s+the\s+record|not\s+for\s+attribution)|off\s+the\s+record(?=[,.])"
    rf"|on\s+(?:deep\s+)?background(?=\s+said|[,.])"
    rf"|on\s+(?:the\s+|a\s+)?(?:condition|understanding|promise|terms|proviso|agreement|basis|stipulation)\s+(?:that\s+)?(?:(?:he|she|they)|{_WHOSE}\s+{_NAME}|no\s+{_NAME})\s+"
    rf"(?:(?:would|will|should|was|were|is|are|be|remain)\s+)?(?:(?:not|never)\s+)?(?:be\s+)?(?:{_TOLD}|{_NAMED}|withheld|{_UNKNOWN}|left\s+out|kept\s+(?:out|back|secret))"
    rf"|(?:only\s+)?(?:if|provided(?:\s+that)?|as\s+long\s+as|so\s+long\s+as)\s+(?:{_WHOSE}\s+{_NAME}\s+(?:was|were|is|are)\s+(?:not\s+)?(?:{_TOLD}|left\s+out|kept\s+(?:out|back))"
    rf"|(?:he|she|they)\s+(?:was|were|is|are)\s+not\s+{_NAMED})|unless\s+{_WHOSE}\s+{_NAME}\s+(?:was|were)\s+(?:withheld|kept\s+(?:out|back)|left\s+out)"
    rf"|whose\s+{_NAME}\s+(?:\w+\s+){{1,5}}?(?:withhold|not\s+to\s+(?:use|publish|print|disclose))"
    rf"|whose\s+{_NAME}\s+(?:has|have|is|are|was|were|we\s+(?:have|are))\s+(?:\w+\s+)?(?:been\s+|being\s+)?(?:withheld|withholding|kept\s+(?:back|out|secret|private)|changed|left\s+out|omitted|suppressed|not\s+(?:given|printed|published|known))"
    rf"|(?:gave|giving|g[ai]ven)\s+only\s+{_WHOSE}\s+first\s+names?|(?:granted|given|promised|assured\s+of|offered|allowed)\s+anonymity"
    rf"|(?:under|behind|with|in|protected\s+by|shielded\s+by)\s+(?:the\s+)?(?:(?:cloak|cover|veil|shield|mask|condition|promise|guarantee)\s+of\s+)?anonymity"
    rf"|(?:insist|insisted|insists|insisting)\s+(?:up)?on\s+(?:remaining\s+|staying\s+)?(?:anonymity|anonymous|nameless|unnamed|unidentified)"
    rf"|but\s+not\s+(?:to\s+be\s+|be\s+)?(?:named|identified)\b|but\s+not\s+by\s+name\b)"
    rf"(?P<reason>\s+(?:because|since|as|for|due|out|to\s+(?!th[ei]))\b)?",
    needs=(
        *("anonym", "nameless", "unnamed", "unidentified", " name", "identi", "off the record", "background"),
        *("attribution", "to be quoted", "not be quoted", "cited", "mentioned", "credited"),
    ),
)
#: Words that give a reason where they stand in the sentence itself.
REASONS_HERE = frozenset(
    """barred forbidden forbid forbids forbade prohibited prohibits bound banned gagged jeopardise jeopardize
    jeopardised endanger danger dangers backlash punished punishment consequences stigma careers career harassment
    intimidation threats threatened prosecution dismissal dismissed fired sacked reprimand disciplined shame
    contract contracts clause pending ongoing protection losing harm""".split()
)
#: These are as often on what is told: they count where they stand with what is said of the name.
WEAK = frozenset(
    """legal private internal policy rules job risk announced announcement protect security safety ongoing discussing
    describing protocol privacy""".split()
)
#: Of a sentence with one of these, what is told is told by somebody.
TELLING = frozenset(
    """judgment judgement view verdict opinion assessment account prediction warning complaint claim words version
    predicted warned told put called described seemed remarked""".split()
)
