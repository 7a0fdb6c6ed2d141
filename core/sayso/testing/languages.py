"""Language packs under test: texts of the language are recognised, and nothing that is written breaks the analysis."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from sayso.analysis.language import LanguagePack
from sayso.config.settings import Config
from sayso.engine import Engine
from sayso.errors import said
from sayso.records.codec import record_to_json
from sayso.records.record import Record
from sayso.testing.contract import Check, require, unfit
from sayso.testing.engines import engine_with
from sayso.testing.hostile import hostile_inputs
from sayso.testing.patience import seconds
from sayso.testing.quiet import watched

#: Characters of an odd text that are looked at.
LONGEST = 4_000
#: Fields of lower-case words.
LOWER = ("function_words", "verbs", "roles", "organisations", "documents", "collectives", "determiners", "prepositions")


def check_language(pack: LanguagePack, texts: Iterable[str], *, others: Iterable[str] = ()) -> None:
    """Assert that texts are taken for this language, that others are not, and that odd texts do no harm.

    Args:
        texts: Of the language, each of some sentences.
        others: Of other languages, above all of its sisters.

    Raises:
        AssertionError: Saying all that is wrong.
    """
    __tracebackhide__ = True
    given = list(texts)
    if not given:
        raise AssertionError(f"language {pack.code}: there is no text to check it with")
    require(f"language {pack.code}", language_checks(pack, given, list(others)))


def language_checks(pack: LanguagePack, texts: Sequence[str] = (), others: Sequence[str] = ()) -> Iterator[Check]:
    """The checks of :func:`check_language`, one by one; without texts only those on the words and on odd texts."""
    if (broken := unfit(pack)) is not None:
        yield broken
        return
    high = [f"{name}: {word!r}" for name in LOWER for word in sorted(getattr(pack, name)) if word != word.lower()]
    yield Check("its words are in lower case", tuple(high))
    engine = engine_with(pack, bundled=("readers", "languages"), config=Config(seconds_per_item=seconds()))
    problems: list[str] = []
    with watched() as tried:
        for text in (*texts, *others):
            try:
                taken = engine.normalize({"text": text}).language.value
            except Exception as error:
                problems.append(f"{said(error)}: {' '.join(text.split())[:60]!r}")
                continue
            if (taken == pack.code) != (text in texts):
                problems.append(f"taken for {taken}: {' '.join(text.split())[:60]!r}")
        odd = [data.decode("utf-8", "replace").replace("\0", " ") for _, data in hostile_inputs()]
        harm = tuple(_harm(pack.code, odd, engine))
    if problems:
        problems.append("function_words and least_shares decide; name more frequent short words, or change the shares")
    if texts or others:
        yield Check(f"{len(texts) + len(others)} texts are taken for what they are", tuple(problems))
    yield Check("odd texts do no harm, and give the same twice", harm)
    yield Check("it reaches for no network and prints nothing", tuple(tried))


def _harm(code: str, texts: list[str], engine: Engine) -> Iterator[str]:
    for text in texts:
        if not text.strip():
            continue
        item = {"text": text[:LONGEST], "language": code}
        try:
            once, again = (list(engine.normalize_many(item)) for _ in range(2))
        except Exception as error:
            yield f"{said(error)}: {text[:60]!r}"
            continue
        for one, other in zip(once, again, strict=True):
            if not isinstance(one, Record):
                yield str(one)
            elif not isinstance(other, Record) or json.dumps(record_to_json(one)) != json.dumps(record_to_json(other)):
                yield f"something else the second time: {text[:60]!r}"
