"""How items say that something in them was put right."""

from __future__ import annotations

from sayso import Pattern

#: What opens a note: a label in its own right.
LABEL = Pattern(
    r"[(\[*_]{0,3}(?:Correction|Clarification|Erratum|CORRECTION|CLARIFICATION|ERRATUM|CORRECTED)[sS]?[*_]{0,2}"
    r"(?:\s*[:–—]|\s*(?=\Z|\n)|[\s,(\[]{1,3}(?=[^:\n]{0,24}\d)[\w ,./]{3,24}[)\]]?\s*[:–—])",
    needs=("correct", "clarif", "errat"),
)
#: That something of the item itself was put right.
FORMULA = Pattern(
    r"\b[Tt]his\s+(?:story|article|report|post|item|piece|page|column|headline)\s+(?:has\s+(?:since\s+)?been|was)\s+"
    r"(?:(?:corrected|amended)\b(?!\s+by\s)|(?:updated|edited|revised)(?=[^.\n]{0,60}\b(?:to\s+correct|to\s+fix|an?\s+error|a\s+mistake)\b))",
    needs=("corrected", "amended", "updated", "edited", "revised"),
    whole=True,
)
#: The same with another subject: *a correction has been made to this article*, *we have corrected an error*.
MADE = Pattern(
    r"\b(?:(?:[Aa]|[Oo]ne|[Ss]everal)\s+(?:corrections?|clarifications?|amendments?)\s+(?:has\s+been|have\s+been|was|were)\s+made\s+(?:to|in)\s+(?:this|the)\s+"
    r"(?:story|article|report|post|item|piece|page|column|headline)"
    r"|[Ww]e\s+(?:have\s+(?:since\s+)?)?(?:corrected|amended|fixed)\s+(?:an?|the|some|several|one)\s+(?:[a-z]+\s+)?(?:errors?|mistakes?|inaccurac\w+|typos?)"
    r"|[Tt]his\s+version\s+(?:corrects|fixes)\b|[Tt]his\s+(?:story|article|report|post|piece)\s+(?:has\s+been|was)\s+(?:changed|altered|modified)\s+(?:since|after)\b"
    r"|[Tt]he\s+headline\s+(?:of|on)\s+this\s+(?:story|article|report|piece)\s+(?:has\s+been|was)\s+(?:corrected|amended|changed))",
    needs=(
        *("correction", "corrections", "clarification", "clarifications", "amendment", "amendments", "we corrected"),
        *("have corrected", "we amended", "have amended", "we fixed", "have fixed", "have since", "this version"),
        *("changed after", "changed since", "altered after", "altered since", "modified after", "modified since"),
        *("headline of this", "headline on this"),
    ),
    whole=True,
)
EARLIER = Pattern(
    r"\b(?:An\s+earlier|A\s+previous|The\s+original|In\s+an\s+earlier)\s+version\s+of\s+this\s+"
    r"(?:story|article|report|post|item|piece|page|column)\b",
    needs=("version of this",),
    whole=True,
)
