"""YAML as front matter has it: no tags, no aliases, and dates as the texts that they are."""

from __future__ import annotations

import re
from typing import Any

import yaml

from sayso import ReadError
from sayso_plugins.readers.markdown.front_matter import DEEPEST

#: What would lose what was written: ``2026-05-04`` and ``0123`` stay as they are.
UNREAD = frozenset(f"tag:yaml.org,2002:{name}" for name in ("timestamp", "int", "float"))
#: PyYAML stops at a tab behind a value, where YAML allows it.
TABS = re.compile(r"[ \t]*\t[ \t]*$", re.MULTILINE)


class Loader(yaml.SafeLoader):
    """The safe loader without what can grow, or loses what was written."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as the base class has it
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in UNREAD]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """As the base class, with a limit to the depth, and without aliases: nine of them can make a billion words."""
        if self.check_event(yaml.AliasEvent):
            raise self._refused("aliases are not read in front matter")
        self.depth += 1
        if self.depth > DEEPEST:
            raise self._refused(f"more than {DEEPEST} levels are not read")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def _refused(self, why: str) -> yaml.MarkedYAMLError:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        return yaml.MarkedYAMLError(problem=why, problem_mark=event.start_mark)


def load(words: str) -> tuple[Any, dict[str, int], dict[str, int]]:
    """The value of a document, the line of each of its keys, and the lines of those standing again with another value.

    Lines count from the one of the mark before the document. Of a key that stands twice the last value counts, as
    generators have it.

    Raises:
        ReadError: ``front-matter`` with the line.
    """
    loader = Loader(TABS.sub("", words))
    try:
        node = loader.get_single_node()
        lines: dict[str, int] = {}
        again: dict[str, int] = {}
        values: dict[str, object] = {}
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            line, name = key.start_mark.line + 2, str(key.value)
            if name in lines and not (isinstance(value, yaml.ScalarNode) and value.value == values[name]):
                again[name] = line
            lines[name], values[name] = line, value.value
        return (loader.construct_document(node) if node is not None else None), lines, again
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        where = f"line {place.line + 2 if place else 1}"
        raise ReadError("front-matter", f"not valid YAML: {error.problem or error.context}", where) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        words_of = " ".join(str(error).split()) or "nested too deeply"
        raise ReadError("front-matter", f"not valid YAML: {words_of}"[:200], "line 1") from None
    finally:
        loader.dispose()
