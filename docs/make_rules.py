"""Write the page of each bundled rule and their index, from the rules' own files.

Run ``python docs/make_rules.py`` after a change to a rule; ``--check`` writes nothing and says what would change.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import sayso_plugins.plugin
from sayso import Engine, Rule
from sayso_cli.showing.rule_facts import share
from sayso_cli.showing.rule_markdown import escaped, rule_markdown, table

FOLDER = Path(__file__).parent / "rules"
FAMILIES = {
    "provenance": "Provenance: who publishes and who wrote, and how that is known",
    "attribution": "Attribution: who is said to have said it",
    "sourcing": "Sourcing: how good the sources are",
    "quotation": "Quotation: words between marks",
    "dating": "Dates and versions",
    "independence": "Independence and disclosure",
    "labelling": "News and opinion",
    "consistency": "Consistency, within items and across them",
}
INDEX = """\
# Rules

What sayso looks for, one page a rule: why, what to do, who asks for it, examples that are run as tests, where it is
known to be wrong, and how to switch it off. `sayso explain RULE` says the same.

A rule's *severity* is what a finding gets unless you, or a profile, say otherwise. Its *certainty* is how sure the
check can be, and stops its severity: `exact` at error, `lexical` and `extraction` at warning, `judgement` at info. A
rule in *preview* is off until it is asked for by name, by a profile or with `--preview`, since too few of its
findings have been judged. *Precision* is the share of its findings on texts by others that were judged right, where an
arguable one counts as half; a dash means that none was judged. That no rule fires means that the sourcing is visible,
and never that an item is true.
"""
#: What bundled rules come from, as an installed sayso says it.
PLUGIN = "bundled"
MADE = "These pages are made by `python docs/make_rules.py`, from the files in `plugins/sayso_plugins/rules`."


def pages() -> dict[str, str]:
    """Every page by its path below ``docs/rules``, with forward slashes."""
    host = Engine(plugins=[sayso_plugins.plugin]).host
    made = {
        f"{rule.name}.md": _joined(rule_markdown(rule, PLUGIN, host.profiles, host.rules))
        for rule in host.rules.values()
    }
    return {"index.md": _joined(_index(list(host.rules.values()))), **made}


def stale(made: dict[str, str]) -> list[str]:
    """Paths below ``docs/rules`` that are missing, that are otherwise, or that no rule has."""
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md")}
    return sorted(
        path
        for path in there | set(made)
        if path not in there or path not in made or (FOLDER / path).read_text("utf-8") != made[path]
    )


def _index(rules: list[Rule]) -> Iterator[str]:
    yield INDEX
    for family in sorted({rule.family for rule in rules}, key=_place):
        yield from (f"## {FAMILIES.get(family, family)}", "")
        members = sorted((rule for rule in rules if rule.family == family), key=lambda rule: rule.name)
        yield from table(
            ("rule", "what it flags", "severity", "certainty", "by itself", "precision"), map(_row, members)
        )
        yield ""
    yield MADE


def _place(family: str) -> tuple[int, str]:
    known = list(FAMILIES)
    return (known.index(family) if family in known else len(known), family)


def _row(rule: Rule) -> tuple[str, ...]:
    link = f"[{rule.name.partition('/')[2]}]({rule.name}.md)"
    by_itself = "preview" if rule.preview else "on"
    return link, escaped(rule.summary), rule.severity.value, rule.certainty.value, by_itself, share(rule)


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(line.rstrip() for line in "\n".join(lines).split("\n")).rstrip("\n") + "\n"


def main() -> int:
    """Write what is stale, or with ``--check`` only name it; 1 where there was something to write and it was not."""
    made = pages()
    for path in stale(made):
        sys.stdout.write(f"docs/rules/{path}\n")
        if "--check" in sys.argv[1:]:
            continue
        file = FOLDER / path
        if path in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made[path], "utf-8", newline="\n")
        else:
            file.unlink()
    return 1 if stale(made) else 0


if __name__ == "__main__":
    sys.exit(main())
