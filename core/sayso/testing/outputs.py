"""Exporters and report formats under test, on items with everything, with nothing, and with odd characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from itertools import islice
from typing import Any, TypeVar

from sayso.config.settings import Config
from sayso.errors import said
from sayso.plugins.exporter import Exported, Exporter
from sayso.plugins.format import Format, Rendering, pieces_of
from sayso.report import Failure
from sayso.stopping import asked_to_stop
from sayso.testing.contract import Check, grouped, require, unfit
from sayso.testing.engines import engine_with
from sayso.testing.patience import within
from sayso.testing.quiet import watched
from sayso.time_limit import TookTooLong
from sayso.traces import kept

T = TypeVar("T")
#: Pieces of text that a few items may come to.
MOST = 100_000

#: Plain items: with all that an item can have, with next to nothing, with characters that break careless writers.
ITEMS: tuple[dict[str, Any], ...] = (
    {
        "text": "The mill will close, Jo Berg, the owner, said on Monday. “We lost the river,” she added. "
        "Sources said that forty jobs will go.",
        "headline": "Mill to close",
        "outlet": {"name": "Harbour Post", "kind": "newspaper", "url": "https://post.example/", "owner": "Berg & Sons"},
        "authors": ["Ana Ruiz", "Per Aasen"],
        "date_published": "2026-05-04T08:30:00+02:00",
        "date_modified": "2026-05-05",
        "url": "https://post.example/mill",
        "item_type": "news",
        "language": "en",
        "info_sources": ["Town council"],
        "links": [{"text": "the plan", "url": "https://council.example/plan"}],
        "corrections": [{"text": "Forty jobs, not fourteen.", "date": "2026-05-05"}],
    },
    {"text": "It closed."},
    {
        "text": "Odd: <b>&amp;</b> ]]> -- \"x\" 'y' \\ `z` =SUM(A1) \u2028 \u202e 🙂 e\u0301 \x1b[31mred\x07 "
        ", sources said.",
        "headline": "=1+1, \"quoted\"\t<script>alert('x')</script>",
        "outlet": "Post “A”, and\u00a0more",
        "language": "en",
    },
)


def check_exporter(exporter: Exporter, *, parse: Callable[[str], object] | None = None) -> None:
    """Assert that an exporter writes text, the same twice, for any items and for none.

    Args:
        parse: Reads what was written, and raises where it is not of its standard; ``json.loads`` will often do.

    Raises:
        AssertionError: Saying all that is wrong.
    """
    __tracebackhide__ = True
    require(f"exporter {exporter.name}", exporter_checks(exporter, parse))


def check_format(format: Format, *, parse: Callable[[str], object] | None = None) -> None:  # noqa: A002 - it is one
    """Assert that a report format writes text, the same twice, for any reports and for none, safe for a terminal.

    Args:
        parse: Reads what was written, and raises where it is not in the format.

    Raises:
        AssertionError: Saying all that is wrong.
    """
    __tracebackhide__ = True
    require(f"format {format.name}", format_checks(format, parse))


def exporter_checks(exporter: Exporter, parse: Callable[[str], object] | None = None) -> Iterator[Check]:
    """The checks of :func:`check_exporter`, one by one."""
    if (broken := unfit(exporter)) is not None:
        yield broken
        return
    engine = engine_with(bundled=("readers", "languages", "rules"))
    items: list[Exported] = []
    for item in ITEMS:
        for one in engine.exported(item, findings=exporter.findings):
            assert not isinstance(one, Failure), one  # noqa: S101 - they are the kit's own
            items.append(one)
    yield from _checks(exporter.render, items, Rendering("0", engine.host.refs), parse)


def format_checks(format: Format, parse: Callable[[str], object] | None = None) -> Iterator[Check]:  # noqa: A002 - as above
    """The checks of :func:`check_format`, one by one."""
    if (broken := unfit(format)) is not None:
        yield broken
        return
    engine = engine_with(bundled=("readers", "languages", "rules"), config=Config(preview=True))
    reports = [engine.check(item) for item in (*ITEMS, {"text": 3})]
    rendering = Rendering("0", engine.host.refs, rules=engine.host.rules)
    written: list[str] = []
    yield from _checks(format.render, reports, rendering, parse, written)
    steering = sorted({char for char in "".join(written) if not char.isprintable() and char not in "\n\r\t\u2028\xa0"})
    raw = [f"it writes {char!r} as it came" for char in steering if char < " " or char == "\x7f"]
    yield Check("it lets nothing through that steers a terminal", tuple(raw))


def _checks(
    render: Callable[[Any, Rendering], Iterator[str]],
    values: Sequence[T],
    rendering: Rendering,
    parse: Callable[[str], object] | None,
    written: list[str] | None = None,
) -> Iterator[Check]:
    problems: list[tuple[str, str]] = []
    cause: BaseException | None = None
    as_they_were = deepcopy(list(values))
    with watched() as tried:
        for given in (values, *([one] for one in values), ()):
            what = f"{len(given)} item{'' if len(given) == 1 else 's'}"
            try:
                with within():
                    once, again = (list(islice(pieces_of(render(iter(given), rendering)), MOST)) for _ in range(2))
                if len(once) == MOST:
                    problems.append((what, f"it yields {MOST:,} pieces and more"))
                    continue
                texts = [piece for piece in once if isinstance(piece, str)]
                if len(texts) != len(once):
                    odd = next(type(piece).__name__ for piece in once if not isinstance(piece, str))
                    problems.append((what, f"it yields {odd}, not text"))
                    continue
                if once != again:
                    problems.append((what, "something else the second time"))
                if parse is not None and given:
                    parse("".join(texts))
                if written is not None:
                    written += texts
            except TookTooLong as error:
                problems.append((what, f"it {error}"))
                break
            except BaseException as error:
                if asked_to_stop(error):
                    raise
                problems.append((what, said(error)))
                cause = cause or kept(error)
    yield Check("it writes text, and the same twice", grouped(problems), cause)
    changed = () if list(values) == as_they_were else ("something of them is another after it than before",)
    yield Check("it leaves what it writes as it was", changed)
    yield Check("it reaches for no network and prints nothing itself", tuple(tried))
