"""Words as they are compared: quotation marks, dashes, punctuation and spaces do not count, letters do."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

#: A letter or digit, or what belongs to the one before it: combining marks, and signs that nobody sees.
INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
SIGN = f"(?:[^\\W_]|[\u0300-\u036f{INVISIBLE}])"
APOSTROPHES = "'’‘ʼ´`＇"
#: Words with apostrophes inside, numbers with their separators, and the signs that are read as a word. What comes
#: next tells each alternative, so that the scan is linear.
WORD = re.compile(
    rf"[Pp]er[ -]?cent(?!{SIGN})|[^\W_]{SIGN}*+(?:(?:[{APOSTROPHES}]|(?<=\d)[.,:](?=\d))[^\W_]{SIGN}*+)*+|[%‰$€£¥]"
)
UNSEEN = re.compile(f"[{INVISIBLE}]")
ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
#: What a transcript says beside the words: it is no part of what somebody said.
STAGE = re.compile(
    r"[(\[](?:applause|laughter|laughs|laughing|cheers|cheering|crosstalk|cross-talk|inaudible|pause|music)"
    r"[^()\[\]\n]{0,40}[)\]]",
    re.IGNORECASE,
)


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text that it is from."""

    text: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of a text; a hyphen and a dash part words, an apostrophe does not."""
    found = WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(_plain(match.group()), *match.span()) for match in found]


def folded(text: str) -> str:
    """The words of a text, each with a space on both sides of it; as written, and empty where there are none."""
    found = WORD.findall(STAGE.sub(" ", text))
    return f" {' '.join(map(_plain, found))} " if found else ""


def lowered(text: str) -> str:
    """A folded text without capitals, and of the same length."""
    low = text.casefold()
    return low if len(low) == len(text) else "".join(map(_low, text))


def _low(char: str) -> str:
    low = char.casefold()
    return low if len(low) == 1 else char


def _plain(word: str) -> str:
    if word[:2] in ("pe", "Pe") and word.lower() in ("percent", "per cent", "per-cent"):
        return "%"
    if word.isascii():
        return word.replace("`", "'")
    return unicodedata.normalize("NFC", UNSEEN.sub("", word).translate(ONE_APOSTROPHE))
