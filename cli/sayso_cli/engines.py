"""Engines for the files of a run: the nearest configuration of each, and one engine a configuration."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from sayso import Config, ConfigError, Engine, Failure, evolve, time_limit
from sayso_cli import guard
from sayso_cli.walking import Patterns

time_limit.give_up = guard.end

ConfigOption = Annotated[
    str | None, typer.Option("--config", metavar="FILE", help="Use this configuration for every input.")
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no configuration.")]
NoPlugins = Annotated[bool, typer.Option("--no-plugins", help="Load no plugins but sayso's own.")]
ReaderOption = Annotated[
    str | None, typer.Option("--reader", metavar="NAME", help="Read every input with this reader.")
]
EncodingOption = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="What inputs without a byte order mark are in.")
]
Profile = Annotated[str | None, typer.Option("--profile", metavar="NAME", help="A profile; see sayso rules.")]
Preview = Annotated[
    bool | None, typer.Option("--preview", help="Run the rules too whose findings nobody has judged yet.")
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE", help="Only these rules: names, families or all; commas between several."),
]
ExtendSelect = Annotated[
    list[str] | None, typer.Option("--extend-select", metavar="RULE", help="These rules too, names or families.")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not these rules, names or families.")
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=1, help="Read the first N items of each input, and say so.")
]
TimeoutOption = Annotated[
    float | None,
    typer.Option("--timeout-per-item", metavar="SECONDS", help="How long an item may take, 0.01 or more (POSIX only)."),
]
Paths = Annotated[list[str], typer.Argument(metavar="PATHS...", help="Files, folders, or - for standard input.")]
StdinName = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="NAME", help="The name that standard input would have.")
]


def listed(given: list[str] | None) -> tuple[str, ...] | None:
    """Names that were given with commas, in several options, or both; None where the option was not given.

    Raises:
        ConfigError: If it was given and names nothing, which would check less than was meant.
    """
    if not given:
        return None
    names = tuple(name.strip() for one in given for name in one.split(",") if name.strip())
    if not names:
        raise ConfigError(f"{', '.join(map(repr, given))} names no rule")
    return names


def seconds(given: float | None) -> float | None:
    """A limit of time that can be kept; None where none is asked for.

    Raises:
        ConfigError: If it is no time, or there is no timer here.
    """
    if given is not None:
        from sayso.time_limit import refuse_where_impossible

        refuse_where_impossible(given)
    return given


def why_no_rule(engine: Engine) -> str | None:
    """Why nothing would be checked with an engine, whatever is read; None where a rule runs on some paths at least."""
    from sayso.active import active_rules

    config = engine.config
    if engine.rules or any(active_rules(engine.host, config, (one,)) for one in config.paths):
        return None
    where = f"{config.file}: " if config.file else ""
    if engine.host.broken and not engine.host.rules:
        lost = "; ".join(f"plugin {one.name} failed: {one.error}" for one in engine.host.broken)
        return f"no rule is left to check with: {lost}; sayso plugins shows more"
    return (
        f"{where}no rule is left to check with: select, ignore, profile and rules turn off all; sayso rules lists them"
    )


def _no_reader(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1, 0.5)
    cure = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
    return f"--reader: there is no reader {name!r}; {cure}"


def named_in(config: Config, key: str, by_option: bool, error: ConfigError) -> ConfigError:
    """The error on a file, with who names the file: an option, or a key of the configuration."""
    if by_option or config.file is None:
        return ConfigError(str(error), None, f"--{key}" if by_option else None)
    at = "tool.sayso." if os.path.basename(config.file) == "pyproject.toml" else ""
    return ConfigError(str(error), config.file, f"{at}{key}")


class Engines:
    """Engines by configuration file, made at the first need.

    Args:
        changes: Fields of the configuration that the command line sets; None leaves one as it is.

    Raises:
        ConfigError: From every method, where a configuration cannot be used.
    """

    def __init__(
        self,
        config: str | None = None,
        no_config: bool = False,
        encoding: str | None = None,
        own_only: bool = False,
        reader: str | None = None,
        at: str | None = None,
        changes: Mapping[str, object] | None = None,
    ) -> None:
        self.config = config
        self.no_config = no_config
        self.encoding = encoding
        self.own_only = own_only
        self.reader = reader
        self.at = at
        self.changes = {name: value for name, value in (changes or {}).items() if value is not None}
        self.made: dict[str | None, Engine] = {}
        self._written: dict[str | None, Config] = {}
        self._found: dict[Path, str | None] = {}
        self._patterns: dict[str | None, Patterns] = {}

    def for_path(self, path: str | None) -> Engine:
        """The engine for a file, by the nearest configuration above it."""
        return self._engine(self._file(path))

    def written(self, path: str | None) -> Config:
        """The configuration for a file without what the command line sets."""
        self.for_path(path)
        return self._written[self._file(path)]

    def _file(self, path: str | None) -> str | None:
        if self.config is not None and self.no_config:
            raise ConfigError(f"--config {self.config} and --no-config contradict each other; leave out one of them")
        if self.config is not None:
            return self.config
        if self.no_config:
            return None
        place = Path(path).absolute() if path and path != "<stdin>" else Path.cwd()
        folder = place if place.is_dir() else place.parent
        if folder not in self._found:
            from sayso.config.load import find

            found = find(folder)
            self._found[folder] = str(found) if found else None
        return self._found[folder]

    def _engine(self, file: str | None) -> Engine:
        if file not in self.made:
            config = Config()
            if file is not None:
                from sayso.config.load import load

                config = load(file)
                self._refuse_strange_code(config, file)
            self._written[file] = config
            if self.changes:
                config = evolve(config, **self.changes)
            if self.encoding:
                from sayso.text.decode import is_encoding, unknown_encoding

                if not is_encoding(self.encoding):
                    raise ConfigError(f"--encoding: {unknown_encoding(self.encoding)}")
                config = evolve(config, encoding=self.encoding)
            try:
                made = Engine(config, own_only=self.own_only, reader=self.reader, at=self.at)
            except ConfigError as error:
                raise self._of_the_option(error) from None
            if self.reader is not None and self.reader not in made.readers:
                raise ConfigError(_no_reader(self.reader, sorted(made.readers)))
            self.made[file] = made
        return self.made[file]

    def read_outside(self, engine: Engine) -> None:
        """Read evidence and registers; where one is not there, say who names it."""
        from sayso.config.load import display

        try:
            _ = engine.outside
        except ConfigError as error:
            for key in ("evidence", "register"):
                if any(display(Path(one)) == error.file for one in getattr(engine.config, key)):
                    raise named_in(engine.config, key, key in self.changes, error) from None
            raise

    def _of_the_option(self, error: ConfigError) -> ConfigError:
        """The error, under the name of the option where it is the command line that names what is not there."""
        key = (error.key or "").removeprefix("tool.sayso.")
        if key.replace("-", "_") not in self.changes:
            return error
        return ConfigError(error.message, None, f"--{key}")

    def _refuse_strange_code(self, config: Config, file: str) -> None:
        """Refuse Python that a configuration among the items names: who sends an item may not run a program here."""
        if self.config is not None or not any(name.endswith(".py") for name in config.local_plugins):
            return
        folder = Path(file).resolve().parent
        if folder not in (Path.cwd(), *Path.cwd().parents):
            raise ConfigError(
                "names local-plugins in Python, and lies below the folder that sayso was started in; "
                f"they run only with --config {config.file}",
                config.file,
            )

    def left_out(self) -> tuple[Failure, ...]:
        """The plugins that were left out, wholly or in part, of all engines that were made, each once."""
        return tuple(dict.fromkeys(one for engine in self.made.values() for one in engine.host.failures))

    def tell_left_out(self) -> bool:
        """Name them on standard error; whether there are any, so that the work was not done whole."""
        from sayso_cli.terminal import complain, trace

        found = self.left_out()
        for one in found:
            trace(one.cause)
            complain(f"error: {one.message}")
        return bool(found)

    def patterns(self, path: Path) -> Patterns:
        """What the configuration of a file, or of a folder to be walked, says of paths."""
        engine = self.for_path(str(path))
        file = engine.config.file
        if file not in self._patterns:
            self._patterns[file] = Patterns(engine.config)
        return self._patterns[file]

    def unread(self, path: str) -> str | None:
        """Why files of this name are not read, by their suffix or by what the configuration says; None if they are."""
        from sayso.readers.choose import unread

        engine = self.for_path(path)
        reason = unread(path, engine.readers)
        named = [one.reader for one in engine.config.for_path(path) if one.reader]
        return None if reason and named and not engine.readers[named[-1]].lacks else reason
