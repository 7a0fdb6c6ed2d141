"""The page of a rule as Markdown, in the form of CommonMark with tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from sayso import Clean, Flagged
from sayso_cli.showing.rule_facts import command, facts, given, marked, measured, options, settings

if TYPE_CHECKING:
    from sayso import Profile, Rule

#: What Markdown could take for its own.
SPECIAL = re.compile(r"[\\`*_\[\]<>&#|~]")
#: The beginning of a line that would make it an item of a list, or the line above a heading.
OPENING = re.compile(r"^([ \t]*(?:\d{1,9}(?=[.)]\s))?)([-+=.)])", re.MULTILINE)
RULE = re.compile(r"(?<![\w`/.-])[a-z]+/[a-z]+(?:-[a-z]+)*(?![\w`/.-])")
INDENT = "  "


def rule_markdown(rule: Rule, plugin: str, profiles: Mapping[str, Profile], known: Iterable[str] = ()) -> Iterator[str]:
    """The page of a rule, line by line, without their ends.

    Args:
        rule: The rule.
        plugin: Whose it is.
        profiles: The profiles that are known, by name.
        known: Names of rules; where the page names one of them, it links to ``../FAMILY/NAME.md``.
    """
    names = frozenset(known) - {rule.name}
    yield from (f"# {rule.name}", "", escaped(rule.summary), "")
    yield from table(("setting", "value"), (map(escaped, one) for one in facts(rule, plugin, profiles)))
    yield from ("", "## Why", "", linked(rule.why, names))
    yield from ("", "## What to do", "", linked(escaped(rule.cure), names))
    yield from ("", "## Who asks for it", "")
    if not rule.policies:
        yield "Nobody outside: see above."
    for policy in rule.policies:
        date = f" ({policy.date})" if policy.date else ""
        yield f"- **{escaped(policy.who)}**{date}: {escaped(policy.says)}"
    if rule.options:
        rows = ((f"`{name}`", kind, code(default)) for name, kind, default in options(rule))
        yield from ("", "## Options", "", *table(("option", "kind", "default"), rows))
    yield from _examples(rule, names)
    if rule.known_false_alarms:
        yield from ("", "## Known false alarms", "", linked(escaped(rule.known_false_alarms), names))
    yield from ("", "## How often it is right", "", measured(rule))
    yield from ("", "## Switch it on or off, or change it", "", "In `sayso.toml`:")
    for piece in settings(rule):
        yield from ("", "```toml", *piece.splitlines(), "```")
    yield from ("", "For one run:", "", "```sh", command(rule), "```")
    yield from ("", f"This page is made from the module `{rule.check.__module__}`; every example is run as a test.")


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table; what stands in its cells is Markdown."""
    names = tuple(head)
    yield f"| {' | '.join(names)} |"
    yield f"|{' --- |' * len(names)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def escaped(words: str) -> str:
    """Somebody's words, so that Markdown leaves them as they are; where they begin a line, see :func:`unlisted`."""
    return SPECIAL.sub(r"\\\g<0>", words)


def unlisted(words: str) -> str:
    """Escaped words, so that none of their lines becomes an item of a list or a heading."""
    return OPENING.sub(r"\1\\\2", words)


def code(words: str) -> str:
    """Words on one line as code, whatever marks they have; a bar in them would end a cell of a table."""
    fence = "`" * (max((len(run) for run in re.findall(r"`+", words)), default=0) + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{pad}{words}{pad}{fence}".replace("|", "\\|")


def linked(words: str, names: frozenset[str]) -> str:
    """Markdown in which the names of rules lead to their pages."""
    return RULE.sub(lambda found: f"[{found[0]}](../{found[0]}.md)" if found[0] in names else found[0], words)


def _examples(rule: Rule, names: frozenset[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    yield from ("", "## Examples")
    for kind, title in ((Flagged, "Flagged, at the words in bold"), (Clean, "Passes")):
        yield from ("", f"### {title}", "")
        for example in rule.examples:
            if isinstance(example, kind):
                yield from _example(example, names, seen)


def _example(example: Clean | Flagged, names: frozenset[str], seen: dict[str, int]) -> Iterator[str]:
    words = "".join(f"**{escaped(piece)}**" if is_flagged else escaped(piece) for piece, is_flagged in marked(example))
    note = _note(example, names)
    # A line end of the text is a hard break here, an empty line a new paragraph of the list item.
    lines = f"{unlisted(words)} {note}".replace("\r", "").rstrip().split("\n")
    for number, line in enumerate(lines):
        head = "- " if number == 0 else INDENT
        hard = "\\" if line and number + 1 < len(lines) and lines[number + 1] else ""
        yield f"{head}{line}{hard}" if line else ""
    for label, value in given(example, seen):
        if not value:
            yield from ("", f"{INDENT}{escaped(label)}")
        elif "\n" in value:
            yield from ("", f"{INDENT}{escaped(label)}:", "", f"{INDENT}```toml")
            yield from (f"{INDENT}{line}" if line else "" for line in value.splitlines())
            yield f"{INDENT}```"
        else:
            yield from ("", f"{INDENT}{escaped(label)} {code(value)}")


def _note(example: Clean | Flagged, names: frozenset[str]) -> str:
    if isinstance(example, Clean):
        return f"*({linked(escaped(example.why), names)})*" if example.why else ""
    notes = [] if example.places else ["the item as a whole"]
    notes += [example.severity.value] if example.severity else []
    return f"*({'; '.join(notes)})*" if notes else ""
