"""Wrongs that are told by more than a verb. Origin: written for sayso."""

from __future__ import annotations

from sayso import Pattern

#: What is told of somebody by more than a verb: kin who profit, harm that is hidden, staff who are made to do it.
DEED = Pattern(
    r"\b(?:(?:steer|funnel|channel|award|g[ai]v|hand|direct|divert|leak|sold|sell)\w{0,4}\s+(?:[\w’'-]+\s+){1,6}?to\s+(?:his|her|their|its)\s+"
    r"(?:own\s+)?(?:brother|sister|cousin|wife|husband|son|daughter|nephew|niece|family|friend|friends|father|mother|uncle|in-laws|cronies|associates"
    r"|firm|company|business|campaign)(?:[’']s)?\b"
    r"|kept\s+(?:[\w’'-]+\s+){1,5}?in\s+the\s+dark\b|(?:sat|sits|sitting)\s+on\s+(?:them|it|the\s+(?:report|findings|losses|complaints?|warnings?|evidence"
    r"|money|results|file))\b"
    r"|used\s+(?:[\w’'-]+\s+){1,6}?to\s+(?:pay\s+for\s+(?:his|her|their)|enrich)\b|hush(?:ed|es)\s+(?:[\w’'-]+\s+){0,3}?up\b|hushed\s+up\b"
    r"|(?:turn(?:ed|s)|turning)\s+a\s+blind\s+eye\b|cut\s+off\s+(?:the|their|his|her)\s+(?:heat|water|power|gas|electricity|supply)\b"
    r"|(?:bill|charg|invoic)\w{1,3}\s+(?:[\w’'-]+\s+){1,5}?for\s+(?:[\w’'-]+\s+){1,4}?(?:never|not)\b"
    r"|(?:told|order\w{0,3}|instruct\w{0,3}|forc\w{1,3}|pressur\w{1,4}|press\w{0,3})\s+(?:its\s+|their\s+|the\s+|his\s+|her\s+)?(?:employees"
    r"|staff|workers|crews?|drivers|nurses|clerks|agents|managers|salespeople|sellers|teachers|pilots|officers|recruits)\s+to\s+"
    r"(?:add\s+an?\s+(?:[\w$£€.,’'“”\"-]+\s+){0,5}?(?:fee|charge)|lie|falsify|hide|skip|shred|overcharge|fake|backdate|ignore|delete|mislead|work\s+without)\b"
    r"|made\s+(?:its\s+|their\s+|the\s+)?(?:employees|staff|workers|crews?|drivers|nurses|pilots|cleaners)\s+work\b"
    r"|pocket(?:ed|s)\s+(?:the|an?|their|his|her|public|fares|cash|money|fees|[$£€]|[A-Z]{0,3}[$£€]?\d)|fiddl(?:ed|es|ing)\s+(?:his|her|their|its|the)\s"
    r"|(?:lied|lies)\s+(?:to|about|under)\s|doctored\s+(?:the|his|her|their|its)|groped\s|helped\s+(?:himself|herself|themselves)\s+to\b"
    # Favours to one's own, and other people's money on oneself.
    r"|(?:steer|funnel|channel|award|g[ai]v|hand|direct|divert)\w{0,4}\s+(?:[\w’'-]+\s+){1,6}?to\s+(?:a\s+|the\s+)?(?:firms?|company|companies"
    r"|businesses|contractors?)\s+(?:run|owned|controlled|linked|registered|belonging|connected|tied)\s+(?:by|to)\s+(?:his|her|their)\b"
    r"|(?:paid|transferred|moved|wired|put|deposited)\s+(?:[\w’'$£€.,-]+\s+){1,8}?in(?:to)?\s+(?:his|her|their)\s+(?:own\s+|personal\s+|private\s+)"
    r"|(?:used|spent|charged)\s+(?:[\w’'-]+\s+){0,6}?(?:card|money|funds?|account|donations|grant|grants|budget|purse)\s+(?:to\s+(?:pay|buy|fund|cover"
    r"|settle|finance|build|renovate)|on\s+(?:his|her|their|a|an|himself|herself|themselves))\b"
    r"|used\s+(?:police|council|army|company|state|public|official|government|ministry|church|school|city|taxpayers?[’']?|charity|club|union)\s+[\w’'-]+\s+"
    r"(?:for\s+(?:(?:[\w’'-]+\s+){0,2}?(?:holidays?|family|friends|parties|party|business|campaign|errands|shopping|wedding|trips?))|to\s+(?:ferry|fly|guard|build))\b"
    r"|(?:sold|selling)\s+(?:[\w’'-]+\s+){0,2}?(?:exam\s+papers|jobs|places|votes|passports|visas|licen[cs]es|permits|babies|secrets|answers|posts|favours|favors)\b"
    r"|(?:seized|grabbed|took)\s+(?:their|the\s+villagers[’']|the\s+farmers[’']|his|her|our|families[’'])\s+(?:land|homes?|houses?|farms?|cattle|wages|passports)\b"
    # Papers that are made to say something else.
    r"|(?:changed|altered|rewrote|backdated|relabelled|relabeled|falsified|tampered\s+with|fabricated|shredded|destroyed)\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+)?"
    r"(?:[\w’'-]+\s+){0,2}?(?:records?|charts?|notes|results?|labels?|dates|minutes|books|meat|logs?|figures|accounts|files|samples|data|evidence|documents|certificates)\b"
    r"|(?:bill|charg|invoic)\w{1,3}\s+(?:[\w’'-]+\s+){1,5}?for\s+(?:[\w’'-]+\s+){1,3}?(?:nobody|no\s+one)\b"
    r"|(?:operated|drove|flew|sailed|treated|worked)\s+(?:[\w’'-]+\s+){0,3}?(?:while|when)\s+(?:\w+\s+)?(?:drunk|high|intoxicated|under\s+the\s+influence)\b"
    r"|(?:starved|beat|kicked|slapped|flogged|molested|humiliated|whipped|choked|locked|mocked|taunted|threatened)\s+(?:up\s+)?(?:(?:the|his|her|their)\s+)?"
    r"(?:inmates|prisoners|detainees|pupils|children|boys|girls|patients|residents|workers|staff|recruits|maids?|servants?|wife|wives|him|her|them|women|students|migrants)\b"
    # People in one's care, and what they said.
    r"|left\s+(?:patients|residents|children|pupils|prisoners|inmates|passengers|workers|babies|animals|dogs|horses)\s+(?:in|without|for|lying|unattended|to)\b"
    r"|ignor(?:ed|ing)\s+(?:[\w’'-]+\s+){0,3}?(?:warnings?|complaints?|results?|pleas?|reports?|alarms?|symptoms|advice|safety|concerns|emails|letters)\b"
    r"|made\s+(?:[\w’'-]+\s+){0,2}?(?:racist|sexist|homophobic|antisemitic|obscene|lewd|sexual|derogatory|abusive|threatening)\s"
    r"|used\s+(?:a\s+)?(?:racist|racial|sexist|homophobic|antisemitic)\s|touched\s+(?:him|her|them|girls|boys|women|staff|pupils)\b"
    r"|(?:never|not)\s+(?:declared|disclosed|repaid|paid\s+back)\b"
    r"|cooked\s+the\s+books|lined\s+(?:his|her|their)\s+(?:own\s+)?pockets?|bought\s+(?:votes|silence|off)\b|rigged\s)",
)
#: Verbs of them.
DEEDS = frozenset(
    """steered funnelled funneled channelled channeled awarded gave given handed directed diverted leaked sold kept sat
    sits sitting used hushed turned turns turning cut billed charged invoiced told ordered instructed paid
    transferred moved wired put deposited spent changed altered rewrote backdated relabelled relabeled falsified
    seized grabbed took operated drove flew sailed treated starved beat kicked slapped flogged molested humiliated
    whipped choked locked mocked taunted threatened selling tampered fabricated shredded destroyed left ignored
    ignoring touched never not forced pressured pressed made pocketed pockets fiddled lied lies doctored groped
    helped cooked lined bought rigged""".split()
)
#: Of these one stands in the item, where the narration itself tells of such a deed.
FLAT = frozenset(
    """sat sitting hushed pocketed pockets fiddled doctored groped lied lies cooked rigged blind dark enrich
    in-laws cronies cousin cousin’s brother’s sister’s nephew nephew’s son’s wife’s employees crews drivers
    billed invoiced""".split()
)
