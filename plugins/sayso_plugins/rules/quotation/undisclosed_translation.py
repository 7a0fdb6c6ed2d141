"""The rule quotation/undisclosed-translation."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, Quote, rule

#: The names of languages by their codes (ISO 639).
_PAIRS = """
    ar arabic bg bulgarian bn bengali ca catalan cs czech da danish de german el greek en english es spanish et
    estonian fi finnish fr french he hebrew hi hindi hr croatian hu hungarian hy armenian id indonesian it italian
    ja japanese ka georgian ko korean ku kurdish lt lithuanian lv latvian nl dutch no norwegian pl polish ps pashto
    pt portuguese ro romanian ru russian sk slovak sl slovenian sq albanian sr serbian sv swedish sw swahili th thai
    tr turkish uk ukrainian ur urdu vi vietnamese
""".split()
NAMES = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
#: Names that one language has besides: any of them is a word on it.
OTHER_NAMES = {
    "zh": ("chinese", "mandarin", "cantonese"),
    "fa": ("persian", "farsi", "dari"),
    "es": ("spanish", "castilian"),
    "no": ("norwegian", "bokmål", "nynorsk"),
    "nb": ("norwegian", "bokmål"),
}
#: Beginnings of the words for somebody or something that translates.
TRANSLATES = ("translat", "interpret", "subtitl", "dubbed")
#: Words beside which the name of a language is one, and not that of a people.
BEFORE = frozenset("in from into spoke speak speaks speaking original native fluent broken".split())
BEHIND = frozenset("language original word words phrase text transcript version speaking translation".split())


@rule(
    "quotation/undisclosed-translation",
    "Words said in another language are quoted without a word on the translation.",
    since="0.1",
    severity="warning",
    certainty="lexical",
    confidence=0.9,
    preview=True,
    cure="Say in which language it was said, and who translated it.",
    policies=[
        Policy("practice", "Readers are told the language, and that somebody translated."),
        Policy("Global Press", "What is quoted is verbatim; only a translation need not be word for word."),
    ],
    examples=[
        Flagged(
            "“We will rebuild the bridge,” Ana Ruiz said.",
            at="“We will rebuild the bridge,”",
            item={"language": "en", "original_language": "fr"},
        ),
        Flagged(
            "“We will rebuild the bridge,” Ana Ruiz said. “It will take a year,” she added.",
            at="“We will rebuild the bridge,”",
            item={"language": "en", "original_language": "es-MX"},
        ),
        Flagged(
            "“We will rebuild the bridge,” the French engineer Ana Ruiz said.",
            at="“We will rebuild the bridge,”",
            item={"language": "en", "original_language": "fr"},
        ),
        Flagged(
            "Ana Ruiz wrote that she would “rebuild the whole bridge” in a year.",
            at="“rebuild the whole bridge”",
            item={"language": "en-GB", "original_language": "de"},
        ),
        Clean(
            "“We will rebuild the bridge,” Ana Ruiz said, speaking in French.",
            item={"language": "en", "original_language": "fr"},
        ),
        Clean(
            "“We will rebuild the bridge,” Ana Ruiz said through an interpreter.",
            item={"language": "en", "original_language": "fr"},
        ),
        Clean(
            "“We will rebuild the bridge,” Ana Ruiz said.",
            "The same language.",
            {"language": "en-GB", "original_language": "en"},
        ),
        Clean("“We will rebuild the bridge,” Ana Ruiz said.", "Nothing is known of the language.", {"language": "en"}),
        Clean(
            "“We will rebuild the bridge,” Ana Ruiz said.",
            "The metadata names who translated it.",
            {"language": "en", "original_language": "fr", "translated_by": "Jo Berg"},
        ),
        Clean("Ana Ruiz will rebuild the bridge.", "No quotation.", {"language": "en", "original_language": "fr"}),
    ],
    known_false_alarms="A speaker who changed into the item's language for these words.",
)
def undisclosed_translation(item: Item) -> Iterator[Finding]:
    """A translated quotation holds the translator's words, and readers take them for the speaker's.

    All quotations of an item are one finding. A word on the language or on a translator anywhere in the item is
    enough, and so is a translator in the metadata.
    """
    record = item.record
    given = any(quote.original_language.known for quote in record.quotes)
    if not record.language.value or not (given or record.extra.get("original_language")):
        return
    quotes = record.quotes if given else item.analysis.quotes
    own = _code(record.language.value)
    foreign = [
        (i, quote) for i, quote in enumerate(quotes) if _is_speech(item, quote) and _language(quote) not in ("", own)
    ]
    if not foreign or record.extra.get("translated_by") or _has_translator(item):
        return
    codes = {_language(quote) for _, quote in foreign}
    names = {name for code in codes for name in _names(code)}
    if not names or _is_disclosed(item, names):
        return
    said = " and ".join(sorted(_names(code)[0].capitalize() for code in codes if _names(code)))
    yield Finding(
        f"the words were said in {said}, and the text names neither the language nor a translator",
        spans=tuple(quote.span for _, quote in foreign),
        facts=tuple(f"/quotes/{index}/original_language" for index, _ in foreign),
    )


def _code(tag: str) -> str:
    """The language of a BCP 47 tag, without script and region."""
    return tag.replace("_", "-").partition("-")[0].lower()


def _language(quote: Quote) -> str:
    if quote.translated.value is False:
        return ""
    return _code(quote.original_language.value or "")


def _names(code: str) -> tuple[str, ...]:
    return OTHER_NAMES.get(code) or ((NAMES[code],) if code in NAMES else ())


def _is_speech(item: Item, quote: Quote) -> bool:
    """Whether the quotation holds somebody's words, and no name, title or single term."""
    if quote.kind in ("scare", "title") or item.analysis.section_at(quote.span.start).is_boilerplate:
        return False
    return quote.speaker is not None and len(quote.span.of(item.text).split()) > 2


def _has_translator(item: Item) -> bool:
    return any("translat" in (agent.role or "").lower() for agent in item.record.author.value or ())


def _is_disclosed(item: Item, names: set[str]) -> bool:
    """Whether the text has a word on a translation, or names the language as one."""
    lows = item.analysis.tokens.lows
    for index, low in enumerate(lows):
        if low.startswith(TRANSLATES):
            return True
        first, _, rest = low.partition("-")
        if first not in names:
            continue
        if rest in BEHIND or BEFORE.intersection(lows[max(0, index - 3) : index]):
            return True
        if BEHIND.intersection(lows[index + 1 : index + 2]):
            return True
    return False
