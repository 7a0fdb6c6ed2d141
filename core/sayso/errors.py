"""What stops sayso from doing its work: one line that says what, where and what to do.

Findings are values, not errors. Everything here means exit code 2 on the command line.
Fields are for programs, the text of an error is for people. Every field goes to ``Exception`` too, in order, so that
errors can be pickled. They are plain classes, since attrs takes longer to make five of them than to read an item.
"""

from typing import TYPE_CHECKING

from sayso.traces import place

if TYPE_CHECKING:
    from typing import Protocol

    class Located(Protocol):
        """What a place in a file has, which is told of in a module above this one."""

        @property
        def line(self) -> int:
            """From 1."""
            ...

        @property
        def column(self) -> int | None:
            """From 1; None where only the line is known."""
            ...


class SaysoError(Exception):
    """The base of every error that sayso raises on purpose."""


class RecordError(SaysoError):
    """A record value breaks a rule of the record model.

    Attributes:
        locator: Where inside a container the item stands, if it was the draft of one that refused the value.
    """

    locator: str | None = None


class SelectorError(SaysoError):
    """A selector does not lead to one place in the text."""


class NoMatch(SelectorError):
    """The quoted words do not occur in the text.

    Attributes:
        exact: The words.
    """

    def __init__(self, exact: str) -> None:
        super().__init__(exact)
        self.exact = exact

    def __str__(self) -> str:
        return f"{self.exact!r} does not occur in the text; was it taken from another version?"


class AmbiguousMatch(SelectorError):
    """The quoted words occur more than once.

    Attributes:
        exact: The words.
        starts: Where they begin.
    """

    def __init__(self, exact: str, starts: tuple[int, ...]) -> None:
        super().__init__(exact, starts)
        self.exact = exact
        self.starts = starts

    def __str__(self) -> str:
        return f"{self.exact!r} occurs {len(self.starts)} times; add a prefix or suffix to say which."


class ReadError(SaysoError):
    """An input could not be read as an item.

    Attributes:
        kind: A stable word for programs, such as ``encoding`` or ``json``.
        message: What is wrong and what to do, in one line.
        locator: Where inside a container, such as ``line 12``.
        at: Line and column in the document, from 1, where they are known. It may be given as a
            :class:`sayso.Location`, such as :meth:`sayso.RawText.location` makes; of one without a column, the line
            becomes the locator.
    """

    def __init__(
        self, kind: str, message: str, locator: str | None = None, at: "tuple[int, int] | Located | None" = None
    ) -> None:
        if at is not None and not isinstance(at, tuple):
            locator = locator if locator or at.column is not None else f"line {at.line}"
            at = None if at.column is None else (at.line, at.column)
        super().__init__(kind, message, locator, at)
        self.kind = kind
        self.message = message
        self.locator = locator
        self.at: tuple[int, int] | None = at

    def __str__(self) -> str:
        where = self.locator or ""
        if self.at is not None and self._place not in self.message:
            line, column = self.at
            where = f"{where} column {column}" if where == f"line {line}" else f"{where} {self._place}".strip()
        return f"{where}: {self.message}" if where else self.message

    @property
    def _place(self) -> str:
        return f"line {self.at[0]} column {self.at[1]}" if self.at is not None else ""

    def beside(self) -> str:
        """The message for where line and column of `at` are shown beside it, so that they are not said twice."""
        return self.message.replace(f" at {self._place}", "", 1) if self.at is not None else self.message


class ConfigError(SaysoError):
    """The configuration cannot be used.

    Attributes:
        message: What is wrong and what to do, in one line.
        file: The configuration file, as it was given or found.
        key: The key in it, where the message does not begin with it.
    """

    def __init__(self, message: str, file: str | None = None, key: str | None = None) -> None:
        super().__init__(message, file, key)
        self.message = message
        self.file = file
        self.key = key

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.key, self.message) if part)


class PluginError(SaysoError):
    """A plugin could not be loaded or hands over something that cannot be used."""

    def __init__(self, plugin: str, message: str) -> None:
        super().__init__(plugin, message)
        self.plugin = plugin
        self.message = message

    def __str__(self) -> str:
        return f"plugin {self.plugin!r}: {self.message}"


#: Characters of what a plugin's exception says that are told.
MOST_SAID = 300


def cut(value: object, most: int = 60) -> str:
    """A value as Python writes it, on one line, the same in each run; what is too long ends with a mark of it."""
    try:
        written = " ".join(repr(value).split())
    except Exception:  # even that is the plugin's
        written = f"a value of the type {type(value).__name__}"
    written = written if " at 0x" not in written else f"a value of the type {type(value).__name__}"
    return written if len(written) <= most else f"{written[: most - 1].rstrip()}…"


def said(error: BaseException) -> str:
    """What a plugin's exception says, on one line and not without end, and which line of the plugin it came from."""
    try:
        words = str(error)
    except Exception:  # even that is the plugin's
        words = "no words"
    line = " ".join(f"{type(error).__name__}: {words}".split())
    if len(line) > MOST_SAID:
        line = f"{line[:MOST_SAID].rsplit(' ', 1)[0]} …"
    return placed(line.removesuffix(":"), error)


def placed(words: str, error: BaseException) -> str:
    """Words on an error, with the line of the plugin that it came from, as ``… (r.py:5)``, where that is known."""
    at = place(error)
    return f"{words} ({at})" if at else words
