"""What stops sayso from doing its work: one line that says what, where and what to do.

Findings are values, not errors. Everything here means exit code 2 on the command line.
Fields are for programs, the text of an error is for people. No field is keyword-only: errors get pickled.
"""

from attrs import define


class SaysoError(Exception):
    """The base of every error that sayso raises on purpose."""


class RecordError(SaysoError):
    """A record value breaks a rule of the record model."""


class SelectorError(SaysoError):
    """A selector does not lead to one place in the text."""


@define(eq=False, repr=False)
class NoMatch(SelectorError):
    """The quoted words do not occur in the text."""

    exact: str

    def __str__(self) -> str:
        return f"{self.exact!r} does not occur in the text; was it taken from another version?"


@define(eq=False, repr=False)
class AmbiguousMatch(SelectorError):
    """The quoted words occur more than once."""

    exact: str
    starts: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.exact!r} occurs {len(self.starts)} times; add a prefix or suffix to say which."


@define(eq=False, repr=False)
class ReadError(SaysoError):
    """An input could not be read as an item.

    Attributes:
        kind: A stable word for programs, such as ``encoding`` or ``json``.
        message: What is wrong and what to do, in one line.
        locator: Where inside a container, such as ``line 12``.
    """

    kind: str
    message: str
    locator: str | None = None

    def __str__(self) -> str:
        return f"{self.locator}: {self.message}" if self.locator else self.message


@define(eq=False, repr=False)
class ConfigError(SaysoError):
    """The configuration cannot be used.

    Attributes:
        message: What is wrong and what to do, in one line.
        file: The configuration file, as it was given or found.
    """

    message: str
    file: str | None = None

    def __str__(self) -> str:
        return f"{self.file}: {self.message}" if self.file else self.message


@define(eq=False, repr=False)
class PluginError(SaysoError):
    """A plugin could not be loaded or hands over something that cannot be used."""

    plugin: str
    message: str

    def __str__(self) -> str:
        return f"plugin {self.plugin!r}: {self.message}"
