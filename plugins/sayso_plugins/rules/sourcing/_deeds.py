"""Wrongs that are told by more than a verb. Origin: written for sayso."""

from __future__ import annotations

from sayso import Pattern, WordList

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
    # Goods that are not what they seem, what is copied or kept from others, and people who are beaten.
    r"|s(?:old|ell|ells|elling)\s+(?:[\w’'-]+\s+){0,2}?(?:worthless|fake|bogus|counterfeit|rotten|tainted|expired|contaminated"
    r"|adulterated|stolen|forged|sham|dud|mouldy|substandard|unsafe|diseased)\b"
    r"|(?:cop(?:y|ied|ying|ies)|plagiari[sz]\w{1,3}|pirated|pirating)\s+(?:his|her|their|its|the|our|from)\s"
    r"|(?:beat|kicked|whipped|flogged|tortured|raped|molested|groped|starved|robbed|shot\s+at)\s+(?:up\s+)?(?:a|an|one|two|three|four|five|six|several|dozens\s+of|\d+)\s+"
    r"(?:[\w’'-]+\s+){0,2}?(?:men|women|man|woman|boys?|girls?|child(?:ren)?|workers?|villagers?|farmers?|prisoners?|detainees?|pupils?|students?|residents?|reporters?|journalists?|brothers?|people)\b"
    r"|(?:hid|hides|hiding|conceal(?:ed|s|ing)|cover(?:ed|s|ing)\s+up|bur(?:ied|ying)|suppress(?:ed|es|ing)|kept\s+quiet\s+about|played\s+down)\s+"
    r"(?:the|a|an|its|his|her|their|earlier|two|three|several|\w+\s+of)\s+(?:[\w’'-]+\s+){0,2}?(?:leaks?|spills?|reports?|faults?|defects?|risks?|losses|debts?|deaths?|cases?|complaints?|outbreak"
    r"|damage|cracks?|findings?|results?|evidence|truth|costs?|accident|illness|test|tests|warnings?|records?|abuse)\b"
    r"|(?:knew|known)\s+(?:of|about)\s+[^.;]{1,60}?\b(?:and|but|yet)\s+(?:kept|did\s+nothing|went\s+on|said\s+nothing|carried\s+on|failed|chose|let)\b"
    r"|(?:paid|paying|bribed|bribing)\s+(?:off\s+)?(?:the\s+|two\s+|three\s+|several\s+)?(?:[\w’'-]+\s+){0,2}?(?:inspectors?|officials?|witness(?:es)?|judges?|voters|jurors?|referees?|customs|policem[ae]n|clerks?)\s+(?:to|not|for)\b"
    r"|(?:sacked|fired|dismissed|punished|demoted)\s+(?:[\w’'-]+\s+){1,4}?for\s+(?:reporting|complaining|speaking|joining|refusing|asking|blowing|testifying)\b"
    r"|(?:flout|breach|br[oe]ak|skirt|dodg)\w{0,4}\s+(?:the\s+|its\s+|their\s+|safety\s+|planning\s+|labour\s+)(?:\w+\s+)?(?:law|laws|rules|quota|quotas|ban|sanctions|regulations|tax|taxes)\b"
    r"|kept\s+(?:half|part|most|some|all|a\s+(?:share|cut|slice|third|fifth))\s+of\s+(?:every|each|the|their|his|her|our)\b"
    r"|(?:locked|chained|blocked|bolted)\s+(?:the\s+|its\s+|all\s+)?(?:fire|emergency|exit|back|factory)\s+(?:doors?|exits?|gates?)\b"
    r"|(?:cut|cutting|cuts)\s+corners|skipp(?:ed|ing)\s+(?:[\w’'-]+\s+){0,2}?(?:inspections?|checks?|tests?|maintenance)\b"
    r"|dump(?:ed|s|ing)\s+(?:[\w’'-]+\s+){0,3}?(?:waste|sewage|slurry|sludge|chemicals|oil|rubble|acid|ash)\b"
    r"|(?:withheld|withholding|docked|docking)\s+(?:[\w’'-]+\s+){0,2}?(?:wages|pay|salaries|tips|passports|evidence|documents)\b"
    r"|cooked\s+the\s+books|lined\s+(?:his|her|their)\s+(?:own\s+)?pockets?|bought\s+(?:votes|silence|off)\b|rigged\s)",
)
#: Verbs of them.
DEEDS = WordList(
    """steered funnelled funneled channelled channeled awarded gave given handed directed diverted leaked sold kept
    sat sits sitting used hushed turned turns turning cut billed charged invoiced told ordered instructed paid
    transferred moved wired put deposited spent changed altered rewrote backdated relabelled relabeled falsified
    seized grabbed took operated drove flew sailed treated starved beat kicked slapped flogged molested humiliated
    whipped choked locked mocked taunted threatened selling tampered fabricated shredded destroyed left ignored
    ignoring touched never not forced pressured pressed made pocketed pockets fiddled lied lies doctored groped
    helped cooked lined bought rigged sells selling copy copied copying copies pirated tortured raped robbed hid
    hides hiding concealed conceals concealing covered covering buried burying suppressed suppresses suppressing
    kept played knew known bribed bribing paying sacked fired dismissed punished demoted flouted breached broke
    broken breaking chained blocked bolted dodged dodging skipped skipping cutting cuts dumped dumps dumping
    withheld withholding docked docking""".split()
)
#: Of these one stands in the item, where the narration itself tells of such a deed.
FLAT = WordList(
    """sat sitting hushed pocketed pockets fiddled doctored groped lied lies cooked rigged blind dark enrich
    in-laws cronies cousin cousin’s brother’s sister’s nephew nephew’s son’s wife’s employees crews drivers
    billed invoiced bogus worthless counterfeit copying copied concealed hid hiding suppressed skipped flouted dumped
    corners withheld docked bribed plagiarised plagiarized""".split()
)
