"""``sayso check``."""

# Here and in the other commands annotations are no strings: typer would have to evaluate each of them again.

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sayso_cli.engines import (
    ConfigOption,
    EncodingOption,
    ExtendSelect,
    Ignore,
    LimitOption,
    NoConfig,
    NoPlugins,
    Paths,
    Preview,
    Profile,
    ReaderOption,
    Select,
    StdinName,
    TimeoutOption,
)

if TYPE_CHECKING:
    from sayso import Engine, Rendering


def check(
    paths: Paths,
    format: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="NAME[:FILE]", help="text (default), json, sarif …; several."),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="How often each rule fires, with rates: --format statistics.")
    ] = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report there.")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar="LEVEL", help="error, warning, info or never; default error.")
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option("--min-confidence", metavar="SHARE", help="Leave out findings that are less sure, 0 to 1."),
    ] = None,
    max_rate: Annotated[
        list[str] | None,
        typer.Option("--max-rate", metavar="RULE=SHARE", help="Fail where a rule fires on more of the items, as 2%."),
    ] = None,
    index: Annotated[
        str | None,
        typer.Option("--index", metavar="FILE", help="Keep what rules on many items need, and go on from there."),
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", metavar="PATH", help="Check quotations against these documents; can be repeated."),
    ] = None,
    register: Annotated[
        list[str] | None,
        typer.Option("--register", metavar="FILE", help="Whose organisations are, and who pays; can be repeated."),
    ] = None,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="FILE", help="Findings that are accepted; see sayso baseline.")
    ] = None,
    waivers: Annotated[
        str | None, typer.Option("--waivers", metavar="FILE", help="Findings that may stand; see sayso waivers.")
    ] = None,
    waiver_comments: Annotated[
        bool | None,
        typer.Option(
            "--waiver-comments/--no-waiver-comments",
            help="Whether comments such as <!-- sayso: waive RULE: reason --> count; off by default.",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="The day that the waivers expire from; today by default."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="Processes; by default as many as pay. At most two for each processor, or 8, and one for each input.",
        ),
    ] = None,
    cache: Annotated[
        str | None, typer.Option("--cache", metavar="FOLDER", help="Keep reports there, and check only what changed.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="REF", help="Only what changed since a commit of git, by item.")
    ] = None,
    accepted: Annotated[
        str | None, typer.Option("--accepted", metavar="FILE", help="Write the items that pass there, a line each.")
    ] = None,
    quarantine: Annotated[
        str | None, typer.Option("--quarantine", metavar="FILE", help="Write the others there, and what failed.")
    ] = None,
    profile: Profile = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    preview: Preview = None,
    limit: LimitOption = None,
    timeout_per_item: TimeoutOption = None,
    config: ConfigOption = None,
    no_config: NoConfig = False,
    reader: ReaderOption = None,
    encoding: EncodingOption = None,
    no_plugins: NoPlugins = False,
    stdin_filename: StdinName = None,
    force_exclude: Annotated[
        bool,
        typer.Option(
            "--force-exclude",
            help="Leave out files named here too that a walk would: hidden, excluded, read by nothing.",
        ),
    ] = False,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Do not fail where nothing was checked.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but what exit code 2 is for.")] = False,
) -> None:
    """Find missing attribution and unsourced claims. Exit 0: nothing found, 1: findings, 2: could not work."""
    import os

    from sayso import SaysoError
    from sayso.config.settings import LEVELS
    from sayso_cli import guard
    from sayso_cli.accepting import Accepting
    from sayso_cli.engines import Engines, listed, seconds, why_no_rule
    from sayso_cli.inputs import Inputs
    from sayso_cli.memory import settle
    from sayso_cli.outputs import outputs, write
    from sayso_cli.progress import Progress
    from sayso_cli.rates import Rates
    from sayso_cli.run import Run, Together
    from sayso_cli.sparing import Sparing, targets
    from sayso_cli.splitting import Splitting
    from sayso_cli.terminal import COULD_NOT_WORK, FINDINGS, complain, fail
    from sayso_cli.walking import is_replaceable
    from sayso_cli.work import Work

    if fail_on is not None and fail_on not in LEVELS:
        fail(f"--fail-on takes {', '.join(LEVELS)}, not {fail_on!r}")
    if min_confidence is not None and not 0 <= min_confidence <= 1:
        fail(f"--min-confidence takes a share from 0 to 1, not {min_confidence:g}")
    named = list(format or ())
    if statistics and "statistics" not in named:
        named.append("statistics")
    try:
        rates = Rates(max_rate or ())
        changes = {
            "profile": profile,
            "min_confidence": min_confidence,
            "select": listed(select),
            "extend_select": listed(extend_select),
            "ignore": listed(ignore),
            "preview": preview,
            "evidence": tuple(evidence) if evidence else None,
            "register": tuple(register) if register else None,
            "limit": limit,
            "seconds_per_item": seconds(timeout_per_item),
        }
    except (ValueError, SaysoError) as error:
        fail(str(error))
    engines = Engines(config, no_config, encoding, no_plugins, reader, changes=changes)
    try:
        first = engines.for_path(next((p for p in paths if p != "-"), stdin_filename))
        if (why := why_no_rule(first)) is not None:
            fail(why)
        engines.read_outside(first)  # what cannot be used is said before anything is printed
        chosen = outputs(named or ["text"], first.host.formats, output)
        for name in rates.allowed:
            if name not in first.host.rules:
                fail(f"--max-rate: there is no rule {name!r}; sayso rules lists them")
            if not first.config.paths and name not in {active.rule.name for active in first.rules}:
                fail(f"--max-rate: {name} does not run here; --extend-select {name} turns it on")
        settle()
        records = any(one.format.records for one in chosen)
        folder = first.config.cache if cache is None else cache
        kept = None
        if folder and not records:  # it keeps no records
            from sayso_cli.caching import Cache

            kept = Cache(folder)
        looked_at = () if since or force_exclude else paths
        accepting = Accepting(first, baseline, waivers, as_of, waiver_comments, looked_at, engines)
        if as_of is not None and accepting.waivers is None:
            fail(f"--as-of {as_of} is the day that waivers expire from, and there are none; name them with --waivers")
        splitting = Splitting(accepted, quarantine, first.config.max_bytes)
        own = [(index, "the index"), (folder, "the cache"), *accepting.named]
        sparing = Sparing(targets(chosen, output, splitting.named), engines, own)
        written = [*(one.file for one in chosen if one.file), *(one.file for one in sparing.files)]
        own += [(file, "written anew") for file in written if is_replaceable(file, first)]
        inputs = Inputs(paths, engines, stdin_filename, allow_empty, force_exclude=force_exclude, own=own)
        progress = Progress()
        guard.tell(not quiet)
        progress.shows = progress.shows and not quiet and not os.environ.get("CI")
        changed = None
        if since is not None:
            from sayso_cli.since import Since

            changed = Since(since, engines, paths)
        work = Work(engines, jobs, kept, changed, records)
        together = Together(first, index)
        run = Run(work, inputs, fail_on, sparing, rates, together, accepting, splitting, progress)
        whole = chosen[0].format.name in ("json", "jsonl")
        with splitting.writing():
            reports = run.reports(complain_failures=not whole)
            told = rendering(first, chosen[0].file, fail_on, frozenset(rates.allowed))
            write(chosen, reports, told, quiet, first.host)
    except (ValueError, SaysoError) as error:
        fail(str(error), error.__cause__)
    exceeded = rates.exceeded()
    code = FINDINGS if run.findings or exceeded else 0
    if kept is not None:
        kept.close()
    notes = [f"error: {line}" for line in exceeded]
    if folder and records:
        notes.append(f"the cache in {folder} is not used: it keeps no records, which the format needs")
    notes += [*run.inputs.notes(), *accepting.notes(), *(kept.notes if kept else ())]
    for note in () if quiet else (*notes, *(changed.notes() if changed else ())):
        complain(note)
    for engine in engines.made.values():
        if (why := why_no_rule(engine)) is not None:
            complain(f"error: {why}")
            code = COULD_NOT_WORK
    if engines.tell_left_out() or run.failed:
        code = COULD_NOT_WORK
    elif not run.checked and not allow_empty and changed is None:
        complain(f"error: nothing was checked in {' '.join(paths)}: no items there; --allow-empty lets that pass")
        code = COULD_NOT_WORK
    raise typer.Exit(code)


def rendering(engine: "Engine", output: str | None, fail_on: str | None, rated: frozenset[str]) -> "Rendering":
    """What the format is told of the run."""
    from sayso import Rendering, __version__
    from sayso_cli.terminal import wants_color

    color = output is None and wants_color(sys.stdout)
    return Rendering(__version__, engine.host.refs, color, engine.host.rules, fail_on or engine.config.fail_on, rated)
