"""``sayso explain``."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sayso_cli.engines import ConfigOption, NoPlugins

if TYPE_CHECKING:
    from sayso import Rule


def measured(found: "Rule") -> str:
    """What is known of how often a rule is right, in one line."""
    judged = found.judged
    if judged is None:
        return "its findings on real texts have not been judged"
    if judged.precision is None:
        return "it found nothing in the real texts that rules are judged on"
    split = f"; {judged.arguable} arguable" if judged.arguable else ""
    return f"of {judged.total} findings on real texts, {judged.right} were judged right ({judged.precision:.0%}){split}"


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="family/name, such as attribution/vague-media.")],
    config: ConfigOption = None,
    no_plugins: NoPlugins = False,
) -> None:
    """Say why a rule exists, what it flags and what it lets pass, and what to do."""
    from difflib import get_close_matches

    from sayso import Clean, SaysoError
    from sayso_cli.engines import Engines
    from sayso_cli.terminal import fail, shown

    try:
        engine = Engines(config, own_only=no_plugins).for_path(None)
    except SaysoError as error:
        fail(str(error))
    known = engine.host.rules
    if rule not in known:
        near = get_close_matches(rule, known, 1, 0.4) or [name for name in known if rule in name]
        fail(f"there is no rule {rule!r}; " + (f"did you mean {near[0]!r}?" if near else "sayso rules lists them"))
    found = known[rule]
    out = [
        f"{found.name}",
        f"  {found.summary}",
        "",
        f"  severity {found.severity.value}; since {found.since}; from plugin {engine.host.owner('sayso_rules', rule)}",
        *(["  in preview: off until asked for by name or with --preview"] if found.preview else []),
        f"  certainty {found.certainty.value}, which stops at {found.certainty.cap.value} unless you raise it",
        f"  {measured(found)}",
        "",
        "Why",
        *(f"  {line}" for line in found.why.splitlines()),
        "",
        "What to do",
        f"  {found.cure}",
        "",
        "Who asks for it",
        *(f"  {policy.who}{f' ({policy.date})' if policy.date else ''}: {policy.says}" for policy in found.policies),
    ]
    if found.options:
        out += ["", "Options", *(f"  {name} = {default!r}" for name, default in found.options.items())]
    if found.known_false_alarms:
        out += ["", "Known false alarms", f"  {found.known_false_alarms}"]
    out += ["", "Examples"]
    for example in found.examples:
        words = " ⏎ ".join(part for part in example.text.split("\n") if part)
        given = "".join(f"  [{key}: {value}]" for key, value in example.item.items())
        if isinstance(example, Clean):
            out.append(f"  passes   {words}{given}" + (f"  ({example.why})" if example.why else ""))
        else:
            at = f"  -> {', '.join(example.places)}" if example.places else ""
            out.append(f"  flagged  {words}{given}{at}")
    sys.stdout.write("\n".join(shown(line) if line.strip() else "" for line in out) + "\n")
