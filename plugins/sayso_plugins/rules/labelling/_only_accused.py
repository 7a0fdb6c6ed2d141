"""Headlines that tell a deed of which the text only accuses somebody, or that only nameless people tell.

Origin of the words: written for sayso.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso import Item, Pattern
from sayso_plugins.rules._near import words_of
from sayso_plugins.rules.labelling._headline_words import OBJECTS, STEMS
from sayso_plugins.rules.labelling._unsettled import CAREFUL, MARKS, WORD, body_of, counts, in_doubt, stem_of, stems_of

if TYPE_CHECKING:
    from sayso import Attribution, Sentence

#: What is told as a wrong by the verb alone, in either tense.
WRONGS = frozenset(STEMS) | frozenset(
    """lied preyed prey preys drugged drugs bilked bilks conned cons duped dupes spied spies bled massacred massacre
    massacres poisoned ambushed framed frames plundered plunders ransacked raided fiddled fiddles skimmed skims
    trafficked traffics pimped terrorised terrorized stalked stalks butchered strangled suffocated smothered clubbed
    groped gropes flogged beat defaced fleeced robbed scammed scams cooked gouged overcharged overbilled underpaid
    tipped-off bugged wiretapped silenced threatened menaced intimidated blackmailed bullied covered hid hides buried
    dumped dumps torched""".split()
)
#: The past of irregular verbs that is no participle: what headlines tell in it is no news of the day.
PAST = frozenset(
    """stole took ran drove hid gave wrote broke chose drew drank flew grew knew rode shook spoke swore threw tore wore
    went did saw fell rang sang swam began blew ate forgot withdrew mistook""".split()
)
#: Others whose past stands before an object: *sold fakes*, *kept the change*.
BOTH = frozenset(
    "used sold kept spent paid made built bought lent bled fed led lost sent shot struck swung taught told won".split()
)
#: A participle of these has an object in the passive: *handed a ban*, *fined 200 euros*.
PASSIVE = frozenset(
    """handed given fined awarded ordered told banned denied granted refused offered left named called elected made
    sentenced cleared stripped asked sent shown taught lent appointed crowned dubbed owed promised spared
    charged accused suspected alleged indicted arraigned arrested held remanded bailed freed released acquitted
    convicted jailed sacked suspended urged warned backed vowed denounced demanded pleaded agreed signed announced
    joined rejected welcomed defended dismissed filed launched opened closed reached extended delayed""".split()
)
NOT_OBJECTS = frozenset(
    """in on at by over after for from as amid with under before during since until near and or but while when if to
    against again about following despite behind out up down off into onto""".split()
)
ADVERBS = frozenset("also then once twice secretly openly quietly repeatedly illegally falsely".split())
NOBODY = frozenset("police man men woman women gunman gunmen thieves thief driver car train dog army troops".split())
#: Of these one stands in a sentence that only accuses.
ACCUSES = frozenset(
    """accused accuses accuse accusing accusation charged alleged alleges allege alleging allegation allegations
    allegedly suspected suspects suspect suspicion indicted indictment arraigned prosecutors prosecutor prosecution
    lawsuit complaint trial wanted sought sued suing""".split()
)
ALLEGES = frozenset("alleges allege alleged alleging allegedly accuses accuse accusing".split())
#: Whose word alone the sentence then is.
ACCUSERS = frozenset(
    """prosecutors prosecutor prosecution indictment lawsuit complaint petition plaintiff plaintiffs writ suit filing
    jury court tribunal opponents rivals family relatives""".split()
)
CLAIMS = frozenset({"claim", "allege", "suspect", "contend"})
POLICE = frozenset({"police", "investigators", "detectives"})
#: What shows that it is to be tried or is denied.
CONTESTED = Pattern(
    r"\b(?:den(?:y|ies|ied|ying)|pleaded\s+not\s+guilty|pleads\s+not\s+guilty|not\s+guilty|no\s+plea|on\s+trial|trial"
    r"|due\s+in\s+court|will\s+appear|appeared\s+(?:in|before)|came\s+before|(?:is|was|were|been)\s+(?:\w+ly\s+)?(?:accused|charged|suspected|alleged|indicted|arrested)"
    r"|sued|negligence|claims?|claimed|alleges?|alleging|alleged|suspects?|accuse[sd]?|baseless|rejects?|rejected|fight\s+the\s+charges?|presumed\s+innocent|no\s+charges)\b",
)
#: Somebody has decided it or owned up to it.
DECIDED = Pattern(
    r"(?<!if )(?<!not )(?<!when )(?<!be )\b(?:convicted|convicts|sentenced|jailed|imprisoned|confess(?:ed|es|ion))\b"
    r"|(?<!not )(?<!if found )(?<!proven )(?<!proved )\bguilty\b(?!\s+or\b)"
    r"|\b(?:conviction|verdict\s+of\s+guilty|struck\s+off)\b"
    r"|\b(?:court|judge|jury|jurors|tribunal|inquiry|panel|magistrates?|commission|ombudsman|regulator|watchdog|audit|auditors?|inspectors?)\s+(?:\w+\s+){0,3}?(?:found|finds|ruled|concluded|convict|held)\b",
    needs=(
        *("convict", "sentenced", "jailed", "imprisoned", "confess", "guilty", "struck off", "court", "judge", "jury"),
        *("juror", "tribunal", "inquiry", "panel", "magistrate", "commission", "ombudsman", "regulator", "watchdog"),
        *("audit", "inspector"),
    ),
)
OWNS_UP = frozenset("admitted admits admitting acknowledged acknowledges apologised apologized apologises".split())
DENIES = Pattern(r"\b(?:den(?:y|ies|ied|ying)|not\s+guilty|no\s+plea|baseless)\b")
#: That those who must know do not bear it out.
UNCONFIRMED = Pattern(
    r"\b(?:(?:declined|refused)\s+to\s+(?:comment|discuss|say|confirm)|(?:would|could|did)\s*(?:not|n[’']t)\s+(?:comment|confirm|discuss|respond|reply|return|answer|say)"
    r"|no\s+comment|not\s+(?:yet\s+)?(?:been\s+)?(?:seen|confirmed|announced|signed|returned|commented)|neither\s+(?:\w+\s+){1,3}(?:would|has|had|responded|commented|confirmed|replied)"
    r"|(?:un)?reach(?:ed|able)\s+for\s+comment|(?:is|are)\s+yet\s+to\s+(?:comment|confirm|sign|announce)|denied|denies|nothing\s+(?:was|has\s+been|is)\s+(?:signed|agreed))\b",
    re.IGNORECASE,
)
#: What a headline says with care where it tells no accusation.
GUARDED = (CAREFUL - {"agree", "agrees", "close", "closes", "set", "can"}) | frozenset(
    """told hears heard hearing jury jurors judge prosecutors prosecutor lawsuit suit sued sues sue insiders sources
    source finds found suggests guilty convicted jailed sentenced admits admitted confesses""".split()
)
CONFIRMS = frozenset("confirmed confirms announced announces confirming statement".split())
#: What shows that they are no office that speaks, as *officials* may be, but somebody in the know.
INSIDE = frozenset(
    "familiar briefed knowledge close source sources insider insiders anonymity privy involved present aware".split()
)
UNNAMED = frozenset({"unnamed_person", "unnamed_collective"})
#: How many words of a headline the sentence has, at least, that is taken for what it is of.
SHARED = 2
LONGEST = 14


def only_accused(item: Item, headline: str) -> Sentence | None:
    """The first sentence, where it has the deed from those who accuse, and nobody has decided it or owned up to it."""
    words = [word.lower() for word in WORD.compiled.findall(headline)]
    if not 3 <= len(words) <= LONGEST or MARKS.search(headline) or not GUARDED.isdisjoint(words):
        return None
    verb = _deed(words)
    if verb is None or ACCUSES.isdisjoint(words_of(item)) or not NOBODY.isdisjoint(words[:verb]):
        return None
    body = body_of(item, headline)
    subject = {stem_of(word) for word in words[:verb] if counts(item, word)}
    done = {stem_of(word) for word in words[verb + 1 :] if counts(item, word)} - subject
    if not body or not _is_accused(item, body[0], words[:verb], done):
        return None
    if not CONTESTED.search(item.text) or DECIDED.search(item.text):
        return None
    if not OWNS_UP.isdisjoint(words_of(item)) and not DENIES.search(item.text):
        return None
    if not _is_wrong(words, verb) and not done & _told(item, body[:3]):
        return None
    # Where the text says it as flatly, it is the text that outruns what is known, or somebody else's deed.
    stem = stem_of(words[verb])
    return None if any(stem in stems_of(item, one) and _is_flat(item, one, stem) for one in body) else body[0]


def only_unnamed(item: Item, headline: str) -> Sentence | None:
    """The first sentence, where nameless people tell it, who must know does not bear it out, and no other tells it."""
    words = [word.lower() for word in WORD.compiled.findall(headline)]
    if not 3 <= len(words) <= LONGEST or MARKS.search(headline) or not GUARDED.isdisjoint(words):
        return None
    body = body_of(item, headline)
    if not body or not _is_unnamed(item, body[0]):
        return None
    about = {stem_of(word) for word in words if counts(item, word)}
    if len(about & stems_of(item, body[0])) < SHARED or not UNCONFIRMED.search(item.text):
        return None
    return None if any(_bears_out(item, one, about) for one in body[1:]) else body[0]


def _bears_out(item: Item, sentence: Sentence, about: set[str]) -> bool:
    """Whether a sentence tells the same by somebody else, or that it was confirmed."""
    shared = len(about & stems_of(item, sentence))
    confirmed = shared and not CONFIRMS.isdisjoint(item.analysis.narrated(sentence))
    confirmed = confirmed and not UNCONFIRMED.search(item.text, sentence.span.start, sentence.span.end)
    return bool(confirmed) or (shared > SHARED and not _is_unnamed(item, sentence))


def _deed(words: Sequence[str]) -> int | None:
    """Where a headline has the verb for a deed of the past: *stole to pay*, *pocketed cash*, *helped himself*."""
    for i, word in enumerate(words[:7]):
        if word in ("who", "that", "which"):
            return None
        if i == 0 or word in ADVERBS:
            continue
        behind = words[i + 1] if i + 1 < len(words) else ""
        object_ = bool(behind) and behind not in NOT_OBJECTS
        if word in PAST or (word in BOTH and object_ and word not in PASSIVE):
            return i
        if word in WRONGS and (object_ or not word.endswith("ed") or behind in ("on", "to", "up", "off", "into")):
            return i
        if word.endswith("ed") and len(word) > 4 and object_ and word not in PASSIVE:
            return i
    return None


def _is_wrong(words: Sequence[str], verb: int) -> bool:
    """Whether the verb alone tells a wrong, or with its object: *diverted* traffic is none."""
    objects = OBJECTS.get(STEMS.get(words[verb], ""))
    return words[verb] in WRONGS and (objects is None or not objects.isdisjoint(words[verb + 1 : verb + 4]))


def _is_accused(item: Item, lead: Sentence, subject: Sequence[str], done: set[str]) -> bool:
    """Whether a sentence accuses whom the headline names, who is not the one that accuses."""
    nouns = [word.removeprefix("ex-") for word in subject if word not in ADVERBS and counts(item, word)]
    head = stem_of(nouns[-1]) if nouns else None
    if head is None or not _is_accusing(item, lead):
        return False
    here = stems_of(item, lead)
    # "Union boss" may be "the head of the union", where the deed is told in the same words.
    if head not in here and (here.isdisjoint(map(stem_of, nouns)) or len(done & here) < SHARED):
        return False
    attribution = item.analysis.sourced_by(lead)
    return attribution is None or all(head != stem_of(word) for word in _source(item, attribution))


def _is_accusing(item: Item, sentence: Sentence) -> bool:
    """Whether what a sentence tells is an accusation, or the word of those who accuse."""
    analysis = item.analysis
    if not ACCUSES.isdisjoint(analysis.narrated(sentence)):
        return True
    source = analysis.sourced_by(sentence) or analysis.carried_by(sentence)
    if source is None:
        return False
    return source.cue_lemma in CLAIMS or not (ACCUSERS | POLICE).isdisjoint(_source(item, source))


def _is_flat(item: Item, sentence: Sentence, stem: str) -> bool:
    """Whether a sentence tells a deed as one that was done: *a clerk suspected of theft took a boat*."""
    source = item.analysis.sourced_by(sentence) or item.analysis.carried_by(sentence)
    if source is not None and not ACCUSERS.isdisjoint(_source(item, source)):
        return False
    return ALLEGES.isdisjoint(item.analysis.narrated(sentence)) and not in_doubt(item, sentence, stem)


def _source(item: Item, attribution: Attribution) -> set[str]:
    """The words of a source."""
    return {word.strip(",.").lower() for span in attribution.source for word in span.of(item.text).split()}


def _told(item: Item, sentences: Sequence[Sentence]) -> set[str]:
    return set().union(*(stems_of(item, one) for one in sentences if _is_accusing(item, one)))


def _is_unnamed(item: Item, sentence: Sentence) -> bool:
    attribution = item.analysis.sourced_by(sentence)
    source = None if attribution is None else item.analysis.source_of(attribution)
    if source is None or source.kind not in UNNAMED or source.named:
        return False
    return not INSIDE.isdisjoint(source.span.of(item.text).lower().replace(",", "").split())
