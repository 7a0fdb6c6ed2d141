"""``sayso explain``."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from sayso_cli.engines import ConfigOption, NoPlugins

if TYPE_CHECKING:
    from sayso import Engine


def explain(
    rule: Annotated[
        str, typer.Argument(metavar="RULE", help="family/name, such as attribution/vague-media, or a family.")
    ],
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="text, or markdown for a page of its own.")
    ] = "text",
    config: ConfigOption = None,
    no_plugins: NoPlugins = False,
) -> None:
    """Say why a rule exists, what it flags and what it lets pass, and what to do; of a family, list the rules."""
    from difflib import get_close_matches

    from sayso import SaysoError
    from sayso_cli.engines import Engines
    from sayso_cli.showing.of_waivers import PAGES, page
    from sayso_cli.terminal import fail, shown

    if format not in ("text", "markdown"):
        fail(f"--format takes text or markdown, not {format!r}")
    try:
        engine = Engines(config, own_only=no_plugins).for_path(None)
    except SaysoError as error:
        fail(str(error))
    host = engine.host
    lines: Iterable[str]
    of_family = {name: one.summary for name, one in host.rules.items() if one.family == rule}
    of_family |= {name: summary for name, (summary, _, _) in PAGES.items() if name.startswith(f"{rule}/")}
    if rule in host.rules:
        lines = _page(engine, rule, format == "markdown")
    elif rule in PAGES:
        lines = page(rule, format == "markdown")
    elif of_family:
        width = 0 if format == "markdown" else max(map(len, of_family))
        lines = (f"{'- ' if not width else ''}{name:<{width}}  {summary}" for name, summary in of_family.items())
    else:
        near = get_close_matches(rule, host.rules, 1, 0.4) or [name for name in host.rules if rule in name]
        fail(f"there is no rule {rule!r}; " + (f"did you mean {near[0]!r}?" if near else "sayso rules lists them"))
    sys.stdout.write("\n".join(shown(line) if line.strip() else "" for line in lines) + "\n")


def _page(engine: "Engine", rule: str, markdown: bool) -> "Iterable[str]":
    """The lines of the page of a rule."""
    host = engine.host
    found, plugin = host.rules[rule], host.owner("sayso_rules", rule)
    if not markdown:
        from sayso_cli.showing.rule_text import rule_text

        return rule_text(found, plugin, host.profiles)
    from sayso_cli.showing.rule_markdown import rule_markdown

    return (part for line in rule_markdown(found, plugin, host.profiles, host.rules) for part in line.split("\n"))
