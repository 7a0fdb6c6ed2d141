"""The rule independence/source-affiliation-undisclosed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, Sentence, Span, rule

if TYPE_CHECKING:
    from sayso import Organisation, Register

#: Kinds of which a name does not tell whose voice it is. Of others the register says so by a descriptor.
ASKED = frozenset({"think_tank", "lobby", "advocacy", "party_body"})
#: What a kind is called, where that is not its word.
KINDS = {"lobby": "lobby group", "advocacy": "advocacy group", "party_body": "body of a party", "state": "state body"}
#: Words by which an item says what somebody is, who pays or where it stands.
DESCRIBES = Pattern(
    r"\bthink[- ]?tanks?\b|\blobby(?:ing|ists?)?\b|\badvoca(?:cy|tes?)\b"
    r"|\b(?:campaign(?:ing)?|pressure|interest|front|trade|industry|business|employers[’'])"
    r"[ -](?:group|body|bodies|association|federation|organi[sz]ation|union|arm)s?\b"
    r"|\w-(?:funded|backed|financed|sponsored|owned|run|linked|affiliated|aligned|controlled|leaning|supported)\b"
    r"|\b(?:funded|financed|backed|sponsored|owned|run|paid|bankrolled|controlled|founded|supported|set up)"
    r" (?:\w+ )?by\b"
    r"|\b(?:affiliated|aligned|associated|linked|close|belong(?:s|ing)?|tied) (?:with|to)\b"
    r"|\b(?:left|right)[- ]wing\b|\bcent(?:re|er)-(?:left|right)\b|\b(?:conservative|liberal|libertarian|progressive"
    r"|free[- ]market|socialist|green|partisan|non-?partisan|non-?profit|charity|subsidiary)\b|\b(?:pro|anti)-\w"
    r"|\bpart(?:y|ies)[’']s?(?: own)? (?:foundation|institute|youth|research)|\bparty (?:foundation|institute)"
    r"|\bcampaign(?:s|ing|ers?)\b|\b(?:its|whose|their) money\b|\bmoney from\b|\bpaid for\b"
    r"|\brepresent(?:s|ing)\b|\bspeaks? for\b|\bfunders?\b|\bdonors?\b|\b(?:its|whose) (?:owner|backer|sponsor)s?\b",
    re.IGNORECASE,
)
#: Names with one of these words say it themselves.
PLAIN = frozenset("party lobby lobbyists union campaign employers manufacturers association federation chamber".split())
#: Words of a descriptor that say nothing of whose it is.
EMPTY = frozenset("institute institution group organisation organization foundation centre center body network".split())
LEGAL = Pattern(r",?\s+(?:Inc|Ltd|Limited|LLC|plc|PLC|GmbH|AG|SA|Corp|Corporation|Co)\.?\Z")
WORD = Pattern(r"[^\W_][\w’'-]*")
#: Characters around a name in its sentence in which words describe it.
BEFORE, BEHIND = 80, 160
REGISTER = """
[[organisation]]
name = "Institute for Sound Growth"
aliases = ["ISG"]
kind = "think_tank"
funders = ["Harlan Mills Ltd", "Larkmoor Works"]
descriptor = "industry-funded institute"
as_of = 2026-05-04
where = "its annual report, page 12"

[[organisation]]
name = "Harbour Voices"
kind = "lobby"
as_of = 2026-05-04
where = "https://lobby.example/register/17"

[[organisation]]
name = "Harbour Employers Federation"
kind = "lobby"
as_of = 2026-05-04
where = "https://lobby.example/register/18"

[[organisation]]
name = "Norvik Institute"
kind = "company"
descriptor = "an institute that the mills pay for"
as_of = 2026-05-04
where = "its annual report, page 3"
"""


@rule(
    "independence/source-affiliation-undisclosed",
    "A think tank, lobby or party body of the register is a source, and nothing says what it is.",
    since="0.1",
    severity="info",
    certainty="extraction",
    confidence=0.8,
    preview=True,
    cure="Say beside the name what it is, whose it is, or who pays for it.",
    policies=[
        Policy(
            "BBC 4.3.12", "Do not take academics, charities and think tanks for unbiased; say who funds them.", "2019"
        ),
        Policy("BBC", "Where it matters to the story, tell a contributor’s ties, money and standpoint.", "2013"),
    ],
    examples=[
        Flagged(
            "The Institute for Sound Growth said taxes are too high.",
            at="Institute for Sound Growth",
            register=REGISTER,
        ),
        Flagged(
            "Ana Ruiz, director of the ISG, said taxes are too high. The port will pay more, the ISG said.",
            at="ISG",
            register=REGISTER,
        ),
        Flagged("A report by Harbour Voices found that the port is slow.", at="Harbour Voices", register=REGISTER),
        Flagged(
            "The dam will hold, the city said. According to Harbour Voices, it was never safe.",
            at="Harbour Voices",
            register=REGISTER,
        ),
        Flagged("The Norvik Institute said that taxes are too high.", at="Norvik Institute", register=REGISTER),
        Flagged(
            "A report by the Norvik Institute found that taxes are too high.", at="Norvik Institute", register=REGISTER
        ),
        Clean("The Norvik Institute, for which mills pay, said that taxes are too high.", register=REGISTER),
        Clean("The industry-funded Institute for Sound Growth said taxes are too high.", register=REGISTER),
        Clean(
            "Ana Ruiz of the ISG said taxes are too high. The institute is paid for by Harlan Mills.",
            "The next sentence names who pays.",
            register=REGISTER,
        ),
        Clean(
            "Harbour Voices said the port is slow.\n\nHarbour Voices, a lobby group, moved to Larkmoor in May.",
            "It is said further down.",
            register=REGISTER,
        ),
        Flagged(
            "The ISG said a lobby group close to the mayor wrote the plan.",
            at="ISG",
            register=REGISTER,
        ),
        Clean("The city gave money to Harbour Voices, the mayor said.", "It is no source.", register=REGISTER),
        Clean("The Harbour Employers Federation said wages are high.", "Its name says so.", register=REGISTER),
        Clean("The Institute for Sound Growth said taxes are too high.", "Nothing was handed over."),
        Clean(
            "The Institute for Sound Growth said taxes are too high.",
            "It speaks for itself.",
            {"outlet": "Institute for Sound Growth"},
            register=REGISTER,
        ),
    ],
    known_false_alarms="A description in words that the rule does not know, and another body of the same name.",
)
def source_affiliation_undisclosed(item: Item) -> Iterator[Finding]:
    """Readers weigh what a think tank or a lobby says by who pays for it, if they are told.

    It needs the operator's register: `--register`, or `register` in the configuration. Asked are think tanks, lobbies,
    advocacy and bodies of parties, and any other organisation to which the register gives a descriptor. All places
    where one is a source are one finding.
    """
    register = item.outside.register
    if register is None:
        return
    mentions = _mentions(item, register)
    outlet = item.record.outlet.value
    own = (register.find(outlet.name), register.find(outlet.short_name)) if outlet is not None else ()
    for one, spans in mentions.items():
        if one in own or not (one.kind in ASKED or one.descriptor) or _says_itself(item, spans):
            continue
        places = tuple(span for span in spans if _is_source(item, span))
        if places and not any(_described(item, register, one, span) for span in spans):
            yield Finding(
                f"{places[0].of(item.text)!r} is a source, and nothing near its name says what it is: {_what(one)} "
                f"({one.where}; as of {one.as_of})",
                spans=places,
                help=f"Say beside the name whose voice it is, such as “{one.descriptor}”." if one.descriptor else None,
            )


def _mentions(item: Item, register: Register) -> dict[Organisation, list[Span]]:
    """Where the item names organisations of the register, and not somebody of whose name theirs is a part."""
    tokens = item.analysis.tokens
    found: dict[Organisation, list[Span]] = {}
    for one, span in register.mentions(tokens.words, tokens.starts, tokens.ends):
        if not _goes_on(item, span):
            found.setdefault(one, []).append(span)
    return found


def _goes_on(item: Item, span: Span) -> bool:
    """Whether more of a name stands directly before or behind the words."""
    text, pack = item.text, item.pack
    before = re.search(r"([^\W\d_][\w’'-]*) \Z", text[max(0, span.start - 40) : span.start])
    behind = re.match(r" ([^\W\d_][\w’'-]*)", text[span.end : span.end + 40])
    for word in (before and before[1], behind and behind[1]):
        if word and word[0].isupper():
            known = (pack.function_words, pack.roles, pack.titles, pack.determiners, pack.prepositions, pack.adverbs)
            if not any(word.lower() in words for words in (*known, pack.clause_words)):
                return True
    return False


def _is_source(item: Item, span: Span) -> bool:
    analysis = item.analysis
    sentence = analysis.sentence_at(span.start)
    if not sentence.is_read:
        return False
    for one in analysis.attributions_in(sentence):
        if one.gives_words and not one.quoted and any(source.contains(span) for source in one.source):
            return True
    return False


def _says_itself(item: Item, spans: list[Span]) -> bool:
    return any(not PLAIN.isdisjoint(span.of(item.text).lower().split()) for span in spans)


def _described(item: Item, register: Register, one: Organisation, span: Span) -> bool:
    """Whether the sentence with a name, or the one behind it, says what it is, who pays or whose it is."""
    sentence = item.analysis.sentence_at(span.start)
    start = sentence.span.start
    words = _around(item, sentence, span)
    if DESCRIBES.search(words, max(0, span.start - start - BEFORE), span.end - start + BEHIND):
        return True
    if _tells(item, words, register, one):
        return True
    following = item.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    if not following or following[0].paragraph != sentence.paragraph:
        return False
    behind = following[0].span.of(item.text)
    return _tells(item, behind, register, one) or (_goes_on_about(behind) and DESCRIBES.search(behind) is not None)


def _around(item: Item, sentence: Sentence, span: Span) -> str:
    """A sentence with neither the name in it nor what the one of that name says there: that describes others."""
    words = list(sentence.span.of(item.text))
    contents = [
        content
        for one in item.analysis.attributions_in(sentence)
        if any(source.contains(span) for source in one.source)
        for content in one.content
    ]
    for taken in (span, *contents):
        first, last = max(0, taken.start - sentence.span.start), max(0, taken.end - sentence.span.start)
        words[first:last] = " " * (min(last, len(words)) - first)
    return "".join(words)


def _goes_on_about(sentence: str) -> bool:
    """Whether a sentence opens with *it*, *they*, *the institute*: with what the one before was about."""
    words = [word.lower() for word in WORD.findall(sentence[:60])]
    return words[:1] in (["it"], ["they"], ["its"]) or (
        words[:1] in (["the"], ["this"]) and not EMPTY.isdisjoint(words[1:2])
    )


def _tells(item: Item, words: str, register: Register, one: Organisation) -> bool:
    """Whether words name the owner or a funder, or have a telling word of the register's descriptor."""
    low = words.lower()
    for name in filter(None, (one.owner, *one.funders)):
        other = register.find(name)
        forms = other.names if other is not None else (name,)
        if any(LEGAL.sub("", form) in words for form in forms):
            return True
    named = {word for name in one.names for word in name.lower().split()} | EMPTY
    named |= item.pack.function_like | item.pack.pronouns
    telling = {word for word in WORD.findall((one.descriptor or "").lower()) if len(word) > 3} - named
    return not telling.isdisjoint(WORD.findall(low))


def _what(one: Organisation) -> str:
    kind = KINDS.get(one.kind, one.kind.replace("_", " "))
    paid = f", funded by {', '.join(one.funders[:3])}" if one.funders else ""
    owned = f", owned by {one.owner}" if one.owner else ""
    return f"{one.descriptor or kind}{paid}{owned}"
