"""Whether a claim that has no source of its own has one nearby, or is on the public record there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso import Claim, Item, Pattern, Sentence
from sayso_plugins.rules.consistency.content_words import content_words, matter

#: How many words two sentences share that are about one matter.
SHARED = 2
#: In how many paragraphs behind a lead its source is high up.
PARAGRAPHS = 2
#: How many sentences behind a lead are looked at for its source.
HIGH = 20
#: How many sentences before may have told the same with a source.
BACK = 6
#: Months between what happened and the item, from which on it is background.
OLD = 2
#: What strikes before everybody's eyes.
NATURE = frozenset(
    """storm storms hurricane typhoon cyclone tornado tornadoes earthquake quake tsunami flood floods flooding wildfire
    wildfires winds rain rains snow blizzard lightning landslide landslides avalanche eruption volcano""".split()
)
#: For how many sentences a source goes on to speak.
CARRIES = 2
#: Words that lead back to the sentence before.
LEADS_BACK = frozenset(
    """this these those such both another other others most some one neither all but and also however its their his
    her""".split()
)
#: Words by which a sentence turns to what was known before.
KNOWN = frozenset({"previous", "previously", "historic", "historically", "history"})
WORLD_WAR = frozenset({"world", "war"})
PAST_OF_PAST = frozenset({"had"})
#: What courts do in public; with the act beside it, the act is on the record.
COURT = frozenset(
    """convicted sentenced pleaded charged acquitted indicted jailed inquest trial conviction convictions verdict court
    ruling""".split()
)
#: Possessives by which the one who speaks belongs to what was told of.
ITS = frozenset({"its", "their"})
#: Words by which a sentence goes on with people who were told of.
MORE = ITS | {"his", "her", "they", "both", "all"}
#: What is told from its beginning to its end, and among how many words of a paragraph it stands.
ACCOUNTS, ACCOUNT_NEAR = frozenset("version account letter report judgment judgement statement indictment".split()), 6
ACCOUNT = Pattern(
    r"[A-Z][^.:;\n]{0,120}?\s(?:begins|began|opens|opened|starts|started|goes\s+on|went\s+on|continues|continued|runs|ran)\b"
)
#: By these a court has found what somebody did.
CONVICTED = frozenset("convicted sentenced jailed guilty".split())
#: Who takes people to hospital, or has them there.
RESCUERS = frozenset("fire firefighters ambulance paramedics police hospital rescue rescuers coastguard".split())
#: What police do in public; it is on the record, and what it was for is not.
POLICE = frozenset({"arrested", "detained"})


def sourced_nearby(item: Item, claim: Claim) -> bool:
    """Whether a lead is sourced below it, or the claim by what stands directly behind or was told before."""
    sentences = item.analysis.sentences
    here = item.analysis.sentence_at(claim.span.start)
    ours = matter(item, here)
    if _lead_sourced(item, here, ours):
        return True
    following = sentences[here.index + 1] if here.index + 1 < len(sentences) else None
    if following is not None and following.section.id == here.section.id:
        shared = len(ours & matter(item, following))
        near = following.paragraph == here.paragraph
        if near and shared >= SHARED and _sourced(item, following):
            return True
        if shared and _is_quotation(item, following):
            return True
        if near and _opens_with_its(item, following) and _sourced(item, following):
            return True
        if near and "casualties" in (claim.contestable.value or ()) and _goes_on_sourced(item, following):
            return True
        if near and "hospital" in _lows(item, here) and _rescues(item, following):
            return True
    if in_account(item, here) or _of_convict(item, claim):
        return True
    words = set(content_words(item, claim.contestable.spans))
    return any(_tells_the_same(item, one, words, ours) for one in sentences[max(0, here.index - BACK) : here.index])


def _opens_with_its(item: Item, sentence: Sentence) -> bool:
    """Whether a sentence begins with who speaks for what the one before tells of: *Its director, Jo Berg, said*."""
    first = next((el for el in item.analysis.elements[sentence.index] if el.kind == "word"), None)
    own = item.analysis.sourced_by(sentence) if first is not None and first.low in ITS else None
    return own is not None and bool(own.source) and first is not None and own.source[0].start == first.start


def _goes_on_sourced(item: Item, following: Sentence) -> bool:
    """Whether somebody tells more of those who are gone: *Three are missing. Their boat had left, the port said*."""
    first = next((el for el in item.analysis.elements[following.index] if el.kind == "word"), None)
    return first is not None and first.low in MORE and _sourced(item, following)


def in_account(item: Item, here: Sentence) -> bool:
    """Whether the paragraph is somebody's account throughout: *The army's version begins*, *The letter goes on*."""
    first = here
    for index in range(here.index - 1, max(-1, here.index - BACK), -1):
        if item.analysis.sentences[index].paragraph != here.paragraph:
            break
        first = item.analysis.sentences[index]
    if first is here:
        return False
    lows = [el.low for el in item.analysis.elements[first.index]]
    told = not ACCOUNTS.isdisjoint(lows[:ACCOUNT_NEAR]) or lows[0] == "it"
    return told and ACCOUNT.match(item.text, first.span.start, first.span.end) is not None


def _of_convict(item: Item, claim: Claim) -> bool:
    """Whether a claim begins with the surname of one who was convicted: what he did is on the record of a court."""
    name = claim.span.of(item.text).split(maxsplit=1)[0]
    low, pack = name.lower().removesuffix("’s"), item.pack
    if not name[0].isupper() or low in pack.function_like or low in pack.pronouns or pack.is_common(low):
        return False
    convicted = item.analysis.sentences_with(CONVICTED)
    return any(low in _lows(item, one) for one in convicted)


def turns_away(item: Item, claim: Claim) -> bool:
    """Whether a claim that only the sentences before give a source for turns to something else than they tell.

    It begins with no word that leads back (*it, his, both, others*), shares none of their words, and has no verb of
    speech: *Floods killed nine, the mayor said. Illegal logging was to blame.*
    """
    analysis = item.analysis
    here = analysis.sentence_at(claim.span.start)
    lows = [el.low for el in analysis.elements[here.index] if el.kind == "word"]
    if not lows or lows[0] in LEADS_BACK or lows[0] in item.pack.pronouns:
        return False
    if analysis.attributions_in(here) or analysis.carried_by(here) is None:
        return False
    if any(low in item.pack.verbs and item.pack.verbs[low].kind == "speech" for low in lows):
        return False
    before = analysis.sentences[max(0, here.index - CARRIES) : here.index]
    own = matter(item, here)
    return not any(own & matter(item, one) for one in before if one.paragraph == here.paragraph)


def tells_other(item: Item, here: Sentence, behind: Sentence) -> bool:
    """Whether the sentence behind tells something else: no word in common, and none that leads back to this one."""
    lows = [el.low for el in item.analysis.elements[behind.index] if el.kind == "word"]
    if lows and (lows[0] in LEADS_BACK or lows[0] in item.pack.pronouns):
        return False
    return not matter(item, here) & matter(item, behind)


def _sourced(item: Item, sentence: Sentence) -> bool:
    return item.analysis.sourced_by(sentence) is not None or item.analysis.may_be_sourced(sentence)


def _lead_sourced(item: Item, here: Sentence, ours: frozenset[str]) -> bool:
    """Whether the first paragraph has a source behind the claim, or the next two source the same matter."""
    sentences = item.analysis.sentences
    if here.paragraph != lead_of(item, here).paragraph:
        return False
    behind = [one for one in sentences[here.index + 1 : here.index + HIGH] if one.is_read]
    own = [one for one in behind if one.paragraph == here.paragraph]
    if any(_sourced(item, one) and ours & matter(item, one) for one in own):
        return True
    following = behind[len(own) :]
    return any(
        len(ours & matter(item, one)) >= SHARED and _sourced(item, one)
        for one in following
        if one.paragraph < following[0].paragraph + PARAGRAPHS
    )


def lead_of(item: Item, here: Sentence) -> Sentence:
    """The first sentence of the news of an item; the given one where there is none."""
    return next((one for one in item.analysis.sentences if one.is_read), here)


def _is_quotation(item: Item, sentence: Sentence) -> bool:
    """Whether a sentence begins with words in quotation marks that somebody is said to have said."""
    quotations = item.analysis.quotations
    at = bisect_left(quotations, sentence.span.start, key=lambda one: one.span.start)
    if at == len(quotations) or quotations[at].span.start != sentence.span.start:
        return False
    return item.analysis.owner(quotations[at]) is not None


def _rescues(item: Item, sentence: Sentence) -> bool:
    """Whether those speak in a sentence who take people to hospital, and so tell that they did."""
    one = item.analysis.sourced_by(sentence)
    words = " ".join(span.of(item.text) for span in one.source).lower().split() if one is not None else []
    return not RESCUERS.isdisjoint(word.strip(",’'s") for word in words)


def _tells_the_same(item: Item, before: Sentence, words: set[str], ours: frozenset[str]) -> bool:
    """Whether a sentence before has told the same with a source: a word that makes the claim, and what it is about."""
    theirs = matter(item, before)
    return bool(words & theirs) and len((ours & theirs) - words) >= SHARED and _sourced(item, before)


def on_record(item: Item, claim: Claim, *, lasting: bool = False) -> bool:
    """Whether a lead tells of what nature did, or a claim is background of long ago, or beside a court or an arrest.

    Args:
        lasting: Whether the claim is one that no month makes public, such as a bribe that no court has heard of.
    """
    here = item.analysis.sentence_at(claim.span.start)
    if here is lead_of(item, here) and NATURE & _lows(item, here):
        return True
    near = list(_beside(item.analysis.sentences, here))
    if POLICE & _lows(item, here) or any(COURT & _lows(item, one) for one in (here, *near)):
        return True
    # The First World War is in every book.
    if KNOWN & _lows(item, here) or _lows(item, here) >= WORLD_WAR:
        return True
    if lasting:
        return False
    if _is_old(item, here):
        return True
    els = item.analysis.elements[here.index]
    if any(el.kind == "time" for el in els):
        return False
    # "In 1951 he led the raid. He was wounded …" goes on; "The mill opened in 1951. Rebels shelled it" does not.
    pronouns = (item.pack.singular_pronouns, item.pack.plural_pronouns)
    goes_on = bool(els) and any(els[0].low in words for words in pronouns)
    told = [one for one in near if PAST_OF_PAST & _lows(item, here) or (goes_on and one.index < here.index)]
    return any(_is_old(item, one) and not _sourced(item, one) for one in told)


def _beside(sentences: Sequence[Sentence], here: Sentence) -> Iterator[Sentence]:
    """The sentences directly before and behind, in the same paragraph."""
    for index in (here.index - 1, here.index + 1):
        if 0 <= index < len(sentences) and sentences[index].paragraph == here.paragraph:
            yield sentences[index]


def _lows(item: Item, sentence: Sentence) -> frozenset[str]:
    return item.analysis.narrated(sentence)


def _is_old(item: Item, sentence: Sentence) -> bool:
    """Whether the dates of a sentence lie months before the item's, or years."""
    anchor = item.record.anchor
    if anchor is None or len(anchor.value) < len("2016-05"):
        return False
    year, month = int(anchor.value[:4]), int(anchor.value[5:7])
    found = False
    for el in item.analysis.elements[sentence.index]:
        if el.kind != "time" or el.low.startswith("since "):
            continue
        words = el.low.replace(",", " ").split()
        years = [int(word) for word in words if word.isdigit() and len(word) == len("2016")]
        months = [item.pack.months[word] for word in words if word in item.pack.months]
        months_ago = (month - months[0]) % 12 if months else 0
        if not (years and years[-1] < year) and not (months_ago >= OLD and not years):
            return False
        found = True
    return found
