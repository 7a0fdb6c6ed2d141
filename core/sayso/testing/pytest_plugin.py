"""The examples of rules as tests of pytest: name the plugins in ``sayso_plugins``, and each example is one.

    [tool.pytest.ini_options]
    sayso_plugins = ["acme_sayso.plugin", "tools/house_rules.py", "tools/words.toml"]

What is named is a module, a file of the house (relative to the folder of the configuration), or an entry point of the
group ``sayso``. The examples run wherever a folder is collected, and not where single files are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from sayso.analysis.language import LanguagePack
    from sayso.rules.rule import Example, Rule

#: Characters of an example that its name has.
SHOWN = 40


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the setting."""
    parser.addini("sayso_plugins", "Plugins whose rule examples are tests: modules, files, entry points.", "linelist")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add a test for each example."""
    named = config.getini("sayso_plugins")
    if named and _whole_folders(config):
        made = list(_items(session, named, config.rootpath))
        items.extend(made)
        # Whoever counts what is collected counts them too.
        config.hook.pytest_collectreport(report=pytest.CollectReport("sayso", "passed", None, list(made)))


def _whole_folders(config: pytest.Config) -> bool:
    """Whether a folder is collected; somebody who names a file or a test wants no other."""
    return any("::" not in one and (config.invocation_params.dir / one).is_dir() for one in config.args)


def _items(session: pytest.Session, named: list[str], root: Path) -> Iterator[pytest.Item]:
    from sayso.errors import SaysoError, said
    from sayso.testing.engines import engine_with

    for name in named:
        try:
            host = engine_with(_plugin(name, root)).host
        except (Exception, SystemExit) as error:
            words = str(error) if isinstance(error, SaysoError) else said(error)
            raise pytest.UsageError(f"sayso_plugins: {name}: {words}") from error
        for rule in host.rules.values():
            for number, example in enumerate(rule.examples, 1):
                called = _name(rule, number, example)
                yield ExampleItem.from_parent(
                    session,
                    name=called,
                    nodeid=f"sayso::{called}",
                    rule=rule,
                    example=example,
                    languages=host.languages,
                )


def _plugin(name: str, root: Path) -> object:
    if name.endswith((".py", ".toml")):
        from sayso.house.local import load_local

        return load_local(str(root / name))
    from sayso.plugins.entries import installed

    for entry in installed():
        if entry.name == name:
            return entry.load()
    from importlib import import_module

    return import_module(name)


def _name(rule: Rule, number: int, example: Example) -> str:
    words = " ".join(example.text.split())
    return f"{rule.name}[{number} {type(example).__name__.lower()}: {words[:SHOWN]}{'…' if words[SHOWN:] else ''}]"


class ExampleItem(pytest.Item):
    """One example of one rule."""

    def __init__(self, *, rule: Rule, example: Example, languages: dict[str, LanguagePack], **given: Any) -> None:
        super().__init__(**given)
        self.rule = rule
        self.example = example
        self.languages = languages

    def runtest(self) -> None:
        """Check the example."""
        from sayso.testing.rules import check_example

        check_example(self.rule, self.example, languages=tuple(self.languages.values()))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was found instead, and no traceback of the kit's; of a rule that failed, the rule's."""
        if isinstance(excinfo.value, AssertionError):
            from traceback import format_exception

            cause = excinfo.value.__cause__
            return "".join(format_exception(cause) if cause is not None else ()) + str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the rule is written."""
        code = getattr(self.rule.check, "__code__", None)
        if code is None:
            return self.path, None, self.name
        return Path(code.co_filename), code.co_firstlineno - 1, self.name
