"""What stands around the items: head and foot, the legend, the filters, failures and the rules."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from sayso import Failure, LeftOut, Rendering, Rule, evolve
from sayso_plugins.formats.html import wording
from sayso_plugins.formats.html.facts import STATUSES
from sayso_plugins.formats.html.notes import RELATED, SIGNS
from sayso_plugins.formats.html.safe import attribute, joined, line
from sayso_plugins.formats.tally import Tally, number
from sayso_plugins.formats.text import CAVEAT

NAME = "Sourcing report"


@cache
def asset(name: str) -> str:
    """A file of this package that becomes part of the page."""
    return (files("sayso_plugins.formats.html") / name).read_text("utf-8")


def policy() -> str:
    """The content security policy: nothing from elsewhere, and of what stands in the page only our style and script."""
    digests = []
    for name in ("style.css", "script.js"):
        made = sha256(asset(name).encode()).digest()
        digests.append(f"'sha256-{base64.b64encode(made).decode('ascii')}'")
    style, script = digests
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def head(rendering: Rendering, tally: Tally, parts: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The beginning of the page.

    Args:
        tally: What was checked and what came of it.
        parts: Ids and names of the parts of the page.
    """
    totals = tally.totals()
    summary = totals[:1].upper() + totals[1:]
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
    yield f'<meta name="generator" content="sayso {attribute(rendering.version)}">\n'
    yield f"<title>{NAME}: {summary}</title>\n<style>{asset('style.css')}</style>\n</head>\n<body>\n"
    yield '<a class="skip" href="#main">Skip to the report</a>\n'
    yield f'<header class="top">\n<h1>{NAME}</h1>\n<p class="summary">{summary}</p>\n'
    for one in (*tally.exceeded(), *tally.gaps()):
        yield f'<p class="lacks">{line(one[:1].upper() + one[1:])}.</p>\n'
    yield f'<p class="caveat">{CAVEAT}</p>\n'
    if len(parts) > 1:
        links = "".join(f'<li><a href="#{at}">{name}</a></li>' for at, name in parts)
        yield f'<nav aria-label="Parts of the report"><ul>{links}</ul></nav>\n'
    yield '</header>\n<main id="main" tabindex="-1">\n'


def foot(rendering: Rendering) -> Iterator[str]:
    """The end of the page."""
    plugins = ", ".join(line(f"{one.name} {one.version}") for one in rendering.plugins)
    made = joined((f"Made by sayso {line(rendering.version)}", f"with the plugins {plugins}" if plugins else ""), ", ")
    yield f"</main>\n<footer>\n<p>{CAVEAT}</p>\n<p>{made}. The page asks nothing of any server.</p>\n</footer>\n"
    yield f"<script>{asset('script.js')}</script>\n</body>\n</html>\n"


def filters(*, many: bool, only_found: bool) -> Iterator[str]:
    """What chooses the notes that are shown; the script fills it in, and without script all are shown.

    Args:
        many: Whether there is more than one item.
        only_found: Whether those with nothing to show are folded away at first.
    """
    yield '<form id="filters" aria-labelledby="filters-h" hidden>\n<h2 id="filters-h">Show</h2>\n'
    yield '<fieldset><legend>Severity</legend>\n<ul class="choices">'
    for severity, sign in SIGNS.items():
        name = severity.value
        yield f'<li><label><input type="checkbox" name="severity" value="{name}" checked> '
        yield f'<span class="{name}">{sign} {name}</span> <span class="count"></span></label></li>'
    yield '<li><label><input type="checkbox" name="severity" value="claim" checked> '
    yield '? unsourced claim without a finding <span class="count"></span></label></li></ul></fieldset>\n'
    yield "<details><summary>Rules</summary>\n<fieldset><legend>Rules</legend>\n"
    yield '<p><button type="button" id="all-rules">All</button> <button type="button" id="no-rules">None</button></p>\n'
    yield '<ul class="choices" id="filter-rules"></ul></fieldset></details>\n'
    if many:
        chosen = " checked" if only_found else ""
        yield f'<p><label><input type="checkbox" id="only-found"{chosen}> '
        yield "Only items with something to show</label></p>\n"
    yield '</form>\n<p id="shown" role="status" hidden></p>\n'


def legend(has_records: bool) -> Iterator[str]:
    """What the marks mean, each shown on its own name."""
    yield '<section class="legend" aria-labelledby="legend-h">\n<h3 id="legend-h">How to read it</h3>\n<ul>\n'
    if has_records:
        yield '<li><span class="source">source</span>: who is said to have said it</li>\n'
        yield '<li><span class="cue">cue</span>: the words that attribute</li>\n'
        yield '<li><span class="content">content</span>: what is attributed; the number behind the cue shows through '
        yield "whose hands it came (point at it, or go there with the Tab key); with ? it is less than half sure</li>\n"
        yield '<li><span class="unsourced">unsourced claim</span><span class="badge claim">? 1</span>: it needs a '
        yield "source, nobody is said to say it, and no finding here is about it</li>\n"
    shown = (
        f'<span class="{one.value}">{one.value}</span><span class="badge {one.value}">{sign} 1</span>'
        for one, sign in SIGNS.items()
    )
    yield f"<li>{', '.join(shown)}: a finding, with its note beside or below the paragraph; the sign leads to it. "
    yield f'<span class="badge also">{RELATED} 1</span> stands where something else belongs to it</li>\n'
    if has_records:
        for name, means in STATUSES.items():
            yield f'<li><span class="chip {name}">{name}</span> {means}</li>\n'
    yield "</ul>\n</section>\n"


def failures(known: Sequence[Failure], count: int) -> Iterator[str]:
    """Inputs that could not be checked."""
    if not known:
        return
    yield '<section id="failures" aria-labelledby="failures-h">\n<h2 id="failures-h">Could not be checked</h2>\n<ul>\n'
    for one in known:
        said, todo = wording.failed(one.message)
        where = str(evolve(one, message="")).removesuffix(": ")
        yield f"<li>{line(': '.join(part for part in (where, said) if part), 2000)}"
        if todo:
            yield f"<details><summary>For whoever runs the check</summary>{line(todo, 2000)}</details>"
        yield "</li>\n"
    yield f"</ul>\n{_more(count - len(known), 'input')}</section>\n"


def seen(tally: Tally, left_out: Sequence[LeftOut], count: int) -> str:
    """What the run saw beside the items, and what the inputs hold and was not read; empty where there is neither.

    Args:
        left_out: What is named of what was not read.
        count: How much was not read in all.
    """
    said = [*tally.seen(), *map(str, left_out)]
    if not said:
        return ""
    rows = "".join(f"<li>{line(one, 2000)}</li>\n" for one in said)
    begin = '<section id="seen" aria-labelledby="seen-h">\n<h2 id="seen-h">What was seen, and what was not read</h2>\n'
    return f"{begin}<ul>\n{rows}</ul>\n{_more(count - len(left_out), 'line')}</section>\n"


def rules(ids: Mapping[str, str], known: Mapping[str, Rule]) -> Iterator[str]:
    """Of each rule that found something, what it asks for, why, and what to do."""
    if not ids:
        return
    yield '<section id="rules" aria-labelledby="rules-h">\n<h2 id="rules-h">The rules</h2>\n<dl class="rules">\n'
    for name, at in ids.items():
        yield f'<div><dt id="{at}" tabindex="-1">{line(name)}</dt>\n<dd>'
        rule = known.get(name)
        if rule is not None:
            for said in (rule.summary, *wording.reasons(rule)):
                yield f"<p>{wording.marked(said)}</p>"
            yield f"<p><b>What to do:</b> {wording.marked(wording.cure(rule.cure))}</p>" if rule.cure else ""
        yield "</dd></div>\n"
    yield "</dl>\n</section>\n"


def _more(count: int, noun: str) -> str:
    return f"<p><b>{number(count, noun)} more.</b></p>\n" if count > 0 else ""
