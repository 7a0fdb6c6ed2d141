"""``sayso rules``."""

import sys
from typing import Annotated

import typer

from sayso_cli.engines import ConfigOption, NoPlugins

STATES = ("error", "warning", "info", "off", "preview")
CERTAINTIES = ("exact", "lexical", "extraction", "judgement")


def rules(
    format: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text or json.")] = "text",
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="NAME", help="Severities of this profile.")
    ] = None,
    family: Annotated[str | None, typer.Option("--family", metavar="NAME", help="Only this family.")] = None,
    severity: Annotated[
        str | None,
        typer.Option("--severity", metavar="LEVEL", help="Only these: error, warning, info, off or preview."),
    ] = None,
    certainty: Annotated[
        str | None,
        typer.Option("--certainty", metavar="NAME", help="Only these: exact, lexical, extraction or judgement."),
    ] = None,
    config: ConfigOption = None,
    no_plugins: NoPlugins = False,
) -> None:
    """List the rules with their severities, and the profiles."""
    import json

    from sayso import SaysoError
    from sayso_cli.engines import Engines
    from sayso_cli.terminal import fail

    if format not in ("text", "json"):
        fail(f"--format takes text or json, not {format!r}")
    if severity not in (None, *STATES):
        fail(f"--severity takes {', '.join(STATES)}, not {severity!r}")
    if certainty not in (None, *CERTAINTIES):
        fail(f"--certainty takes {', '.join(CERTAINTIES)}, not {certainty!r}")
    try:
        engines = Engines(config, own_only=no_plugins, changes={"profile": profile})
        engine = engines.for_path(None)
    except SaysoError as error:
        fail(str(error))
    if profile is not None and profile not in engine.host.profiles:
        fail(f"there is no profile {profile!r}; there are {', '.join(engine.host.profiles)}")
    engines.tell_left_out()
    active = {one.rule.name: one.severity or one.rule.severity for one in engine.rules}
    families = {rule.family for rule in engine.host.rules.values()}
    if family is not None and family not in families:
        fail(f"there is no family {family!r}; there are {', '.join(sorted(families))}")
    listed = [
        {
            "rule": name,
            "severity": active[name].value if name in active else "preview" if rule.preview else "off",
            "certainty": rule.certainty.value,
            "summary": rule.summary,
            "plugin": engine.host.owner("sayso_rules", name),
            "languages": list(rule.languages),
            "preview": rule.preview,
            "precision": rule.judged.precision if rule.judged else None,
        }
        for name, rule in engine.host.rules.items()
        if family in (None, rule.family)
    ]
    listed = [one for one in listed if severity in (None, one["severity"]) and certainty in (None, one["certainty"])]
    if format == "json":
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, allow_nan=False, indent=2) + "\n")
        return
    width = max((len(str(one["rule"])) for one in listed), default=0)
    for one in listed:
        sys.stdout.write(f"{one['rule']!s:<{width}}  {one['severity']!s:<7}  {one['summary']}\n")
    sys.stdout.write("\nprofiles:\n")
    for name, known in sorted(engine.host.profiles.items()):
        mark = "*" if name == engine.config.profile else " "
        sys.stdout.write(f"{mark} {name:<12} {known.summary}\n")
