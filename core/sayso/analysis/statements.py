"""The model of statements: whether what a sentence says needs a source, by all of its words and not by single ones.

For each group of kinds one linear model (logistic regression) over hashed features, in whole numbers. Features are the
words of the narration and their forms, beginnings and endings, pairs of neighbours, the senses of words (*pocket*
takes, *doctor* falsifies) and each sense with the words beside it: *in the pay of*, *kept one bag for himself* have no
word that is contestable alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from sayso.analysis.elements import MARK, QUOTE, TIME, Element, elements
from sayso.analysis.tokens import Tokens
from sayso.analysis.word_classes import stem
from sayso.errors import SaysoError
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.analysis.language import LanguagePack

MAGIC = b"sayso-statements 2\n"
#: Words beside a sense that are looked at with it, before and behind.
BESIDE = 3
#: Elements of a sentence that are looked at: no sentence of edited news has as many.
MOST = 120
#: A statement shorter than this says too little to be judged.
FEWEST = 4
#: What stands for a figure, a name, a quotation, a time, and the edges of the sentence.
NUMBER, NAME, QUOTED, WHEN, EDGE = (crc32(word) for word in (b"#", b"^", b'"', b"@", b"|"))
MULTIPLIER, MASK, SEED = 0x9E3779B1, 0xFFFFFFFF, 0x85EBCA6B
#: Letters of the beginning and of the ending of a word that is longer than four.
HEAD, TAIL, LONG = 4, 3, 4
#: Words that are remembered; then all are forgotten, so that memory stays within bounds.
REMEMBERED = 50_000
#: Groups that are asked for by their name alone: a judgement needs no source.
APART = frozenset({"opinion"})
#: The group that comes first, and from which share on.
FIRST, SURELY = "figure", 0.8
#: What a weight of nothing is in :attr:`Kind.weights`, and the bytes of a file, which are signed, raised by it.
ZERO = 128
RAISED = bytes((byte + ZERO) % 256 for byte in range(256))
#: Marks that part clauses or belong to a figure; others are not looked at.
MARKS = frozenset(",;:$€£%")


class Kind(NamedTuple):
    """One linear model.

    Attributes:
        name: What it recognises: a group (``contestable``, ``figure``, ``prediction``, ``opinion``), or a kind within
            it, which is asked only of what the group takes for its own.
        bias: Added to the sum of the weights.
        threshold: The probability from which a statement is one; for kinds, from which it is named.
        weights: By feature, times the scale and raised by `ZERO`: bytes are added up faster than signed numbers.
    """

    name: str
    bias: int
    threshold: float
    weights: bytes

    def share(self, features: Sequence[int], scale: float) -> float:
        """The probability of a statement with these features."""
        # A getter of many takes an eighth of the time of as many look-ups; one of a single place gives no tuple.
        total = self.bias + sum(itemgetter(0, *features)(self.weights)) - self.weights[0] - ZERO * len(features)
        return 1 / (1 + exp(-total / scale))


class Statement(NamedTuple):
    """What a statement is taken for.

    Attributes:
        names: The kinds, as the record names them.
        share: The probability of the group, 0 to 1.
        trigger: The word that counted most.
    """

    names: tuple[str, ...]
    share: float
    trigger: Span


class Statements:
    """The models of a language.

    Args:
        bits: How many of the leading bits of a feature name its weight.
        scale: What a weight of one is in whole numbers.
        groups: The models that decide, and the kinds within each.
    """

    def __init__(self, bits: int, scale: float, groups: dict[str, tuple[Kind, tuple[Kind, ...]]]) -> None:
        self.scale: float = scale
        self.shift: int = 32 - bits
        self.groups: dict[str, tuple[Kind, tuple[Kind, ...]]] = groups

    def share_of(self, words: str, group: str, pack: LanguagePack) -> float:
        """The same as :meth:`share` of words that stand by themselves, such as a headline."""
        els = elements(words, Span(0, len(words)), Tokens(words), [], [], pack.abbreviations)
        return self.share(els, group, pack)

    def share(self, statement: Sequence[Element], group: str, pack: LanguagePack) -> float:
        """How surely a statement belongs to a group, 0 to 1; 0 for one of too few words.

        Args:
            group: ``contestable``, ``figure``, ``prediction``, or ``opinion``: a judgement of whoever tells it.
        """
        read = _read(statement)
        if len(read) < FEWEST or group not in self.groups:
            return 0
        hashes = {feature >> self.shift for feature in features(words_of(read, pack))}
        return self.groups[group][0].share([*hashes], self.scale)

    def judge(self, statement: Sequence[Element], pack: LanguagePack) -> Statement | None:
        """What a statement is taken for, by the surest of the groups that take it; None where none does.

        One that is surely a figure is asked who counted, whatever else it claims.
        """
        read = _read(statement)
        if len(read) < FEWEST:
            return None
        words = words_of(read, pack)
        found = features(words)
        hashes = [*{feature >> self.shift for feature in found}]
        shares = [
            (decides.share(hashes, self.scale), name) for name, (decides, _) in self.groups.items() if name not in APART
        ]
        taken = [(share, name) for share, name in shares if share >= self.groups[name][0].threshold]
        if not taken:
            return None
        share, name = max(taken, key=lambda one: (one[1] == FIRST and one[0] >= SURELY, one[0]))
        decides, kinds = self.groups[name]
        told = [0] * len(read)
        for feature, at in zip(found, places(words), strict=True):
            told[at] += decides.weights[feature >> self.shift] - ZERO
        most = read[max(range(len(read)), key=told.__getitem__)]
        within = [(kind.share(hashes, self.scale), kind.name) for kind in kinds]
        named = tuple(kind.name for (sure, _), kind in zip(within, kinds, strict=True) if sure >= kind.threshold)
        names = named or ((max(within)[1],) if within else (name,))
        return Statement(names, round(share, 3), Span(most.start, most.end))


def _read(statement: Sequence[Element]) -> list[Element]:
    """The elements of a statement that are looked at."""
    return [el for el in statement[:MOST] if el.kind != MARK or el.text in MARKS]


class Word(NamedTuple):
    """What is looked at in an element. A feature is a hash of what it is made of, and these are its parts.

    Attributes:
        own: Features of the word alone: its stem, its senses, its form, beginning and ending.
        first: What it adds to the pair with the word behind it.
        second: What it adds to the pair with the word before it.
        beside: What it adds to a feature with a sense beside it.
        senses: What each of its senses adds to a feature with a word before it, and with one behind it.
    """

    own: tuple[int, ...]
    first: int
    second: int
    beside: int
    senses: tuple[tuple[int, int], ...] = ()


def word_of(code: int, senses: Sequence[int] = (), own: Sequence[int] = ()) -> Word:
    """A word by the code of its stem or of what stands for it, the codes of its senses, and features of its form."""
    alone = [_hashed(code, 1), *(_hashed(sense, 3) for sense in senses), *own]
    paired = tuple((_hashed(sense, 4), _hashed(sense, 5)) for sense in senses)
    return Word(tuple(alone), _hashed(code * 31, 0), _hashed(code, 2), _hashed(code * 131, 0), paired)


def _hashed(value: int, template: int) -> int:
    return (value * MULTIPLIER + template * SEED) & MASK


A_NUMBER, A_NAME, A_QUOTATION, A_TIME, AN_EDGE = map(word_of, (NUMBER, NAME, QUOTED, WHEN, EDGE))


def words_of(statement: Sequence[Element], pack: LanguagePack) -> list[Word]:
    """What is looked at in each element of a statement."""
    senses = pack.word_senses
    found: list[Word] = []
    for at, el in enumerate(statement):
        if el.kind == QUOTE:
            found.append(A_QUOTATION)
        elif el.kind == TIME:
            found.append(A_TIME)
        elif el.kind == MARK:
            found.append(senses.mark(el.text))
        elif el.text[0].isdigit():
            found.append(A_NUMBER)
        elif at and el.capital:
            found.append(A_NAME)
        else:
            found.append(senses[el.low])
    return found


def features(words: Sequence[Word]) -> list[int]:
    """The features of a statement, numbers of 32 bits: of each word, of each two neighbours, of words near a sense."""
    found = [feature for word in words for feature in word.own]
    found += [
        (before.first + word.second) & MASK for before, word in zip((AN_EDGE, *words), (*words, AN_EDGE), strict=True)
    ]
    for at, word in enumerate(words):
        for ahead, behind in word.senses:
            found += [(near.beside + ahead) & MASK for near in words[max(0, at - BESIDE) : at]]
            found += [(near.beside + behind) & MASK for near in words[at + 1 : at + 1 + BESIDE]]
    return found


def places(words: Sequence[Word]) -> list[int]:
    """The place of the word that each of the features belongs to."""
    count = len(words)
    found = [at for at, word in enumerate(words) for _ in word.own]
    found += [*range(count), count - 1]
    for at, word in enumerate(words):
        near = min(at, BESIDE) + min(count - at - 1, BESIDE)
        found += [at] * (near * len(word.senses))
    return found


class WordSenses(dict[str, Word]):
    """Lower-case word to what is looked at in it, each looked up once.

    Args:
        senses: By name of a sense, the words that have it, parted by blanks; regular endings are left out.
    """

    def __init__(self, senses: Mapping[str, str]) -> None:
        super().__init__()
        self._marks: dict[str, Word] = {mark: word_of(crc32(mark.encode())) for mark in MARKS}
        self._senses: dict[str, list[int]] = {}
        for name, words in senses.items():
            for word in words.split():
                for form in {word, stem(word)}:
                    self._senses.setdefault(form, []).append(crc32(name.encode()))

    def mark(self, text: str) -> Word:
        """What is looked at in a mark."""
        return self._marks.get(text) or word_of(crc32(text.encode()))

    def __missing__(self, low: str) -> Word:
        if len(self) >= REMEMBERED:
            self.clear()
        bare = low.removesuffix("’s")
        root = stem(bare)
        own = [(7, low)]
        if len(low) > LONG:
            own += [(8, low[:HEAD]), (9, low[-TAIL:])]
        entry = word_of(
            crc32(root.encode()),
            self._senses.get(bare) or self._senses.get(root) or (),
            [_hashed(crc32(piece.encode()), template) for template, piece in own],
        )
        self[low] = entry
        return entry


def packed(bits: int, scale: float, kinds: Sequence[tuple[str, str, int, float, bytes]]) -> bytes:
    """The models as one file: a line each (group, name, bias, threshold), an empty line, weights in signed bytes."""
    lines = [f"{bits} {scale}", *(" ".join(map(str, kind[:4])) for kind in kinds)]
    return MAGIC + "\n".join(lines).encode() + b"\n\n" + b"".join(kind[4] for kind in kinds)


def unpacked(data: bytes) -> Statements:
    """Read what :func:`packed` wrote. The first model of a group decides.

    Raises:
        SaysoError: If it is something else, or cut short.
    """
    try:
        if not data.startswith(MAGIC):
            raise SaysoError("this is no model of statements, or one of another version")
        end = data.index(b"\n\n")
        first, *rest = data[len(MAGIC) : end].decode().splitlines()
        bits, scale = first.split()
        size = 1 << int(bits)
        weights = data[end + 2 :].translate(RAISED)
        if len(weights) != size * len(rest):
            raise SaysoError("the model of statements is cut short")
        groups: dict[str, list[Kind]] = {}
        for at, line in enumerate(rest):
            group, name, bias, threshold = line.split()
            kind = Kind(name, int(bias), float(threshold), weights[at * size : (at + 1) * size])
            groups.setdefault(group, []).append(kind)
        return Statements(int(bits), float(scale), {name: (own[0], tuple(own[1:])) for name, own in groups.items()})
    except (ValueError, UnicodeDecodeError):
        raise SaysoError("the model of statements is broken") from None
