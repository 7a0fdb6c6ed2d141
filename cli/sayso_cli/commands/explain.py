"""``sayso explain``."""

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from sayso_cli.engines import ConfigOption, NoPlugins


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="family/name, such as attribution/vague-media.")],
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="text, or markdown for a page of its own.")
    ] = "text",
    config: ConfigOption = None,
    no_plugins: NoPlugins = False,
) -> None:
    """Say why a rule exists, what it flags and what it lets pass, and what to do."""
    from difflib import get_close_matches

    from sayso import SaysoError
    from sayso_cli.engines import Engines
    from sayso_cli.terminal import fail, shown

    if format not in ("text", "markdown"):
        fail(f"--format takes text or markdown, not {format!r}")
    try:
        engine = Engines(config, own_only=no_plugins).for_path(None)
    except SaysoError as error:
        fail(str(error))
    host = engine.host
    if rule not in host.rules:
        near = get_close_matches(rule, host.rules, 1, 0.4) or [name for name in host.rules if rule in name]
        fail(f"there is no rule {rule!r}; " + (f"did you mean {near[0]!r}?" if near else "sayso rules lists them"))
    found, plugin = host.rules[rule], host.owner("sayso_rules", rule)
    if format == "markdown":
        from sayso_cli.showing.rule_markdown import rule_markdown

        lines: Iterable[str] = (
            part for line in rule_markdown(found, plugin, host.profiles, host.rules) for part in line.split("\n")
        )
    else:
        from sayso_cli.showing.rule_text import rule_text

        lines = rule_text(found, plugin, host.profiles)
    sys.stdout.write("\n".join(shown(line) if line.strip() else "" for line in lines) + "\n")
