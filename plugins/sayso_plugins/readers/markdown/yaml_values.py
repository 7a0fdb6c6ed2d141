"""YAML as front matter has it: no tags, no aliases, and dates as the texts that they are."""

from __future__ import annotations

from typing import Any

import yaml

from sayso import ReadError
from sayso_plugins.readers.markdown.front_matter import DEEPEST

TIMESTAMP = "tag:yaml.org,2002:timestamp"


class Loader(yaml.SafeLoader):
    """The safe loader without what can grow, or loses what was written."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as the base class has it
        first: [(tag, pattern) for tag, pattern in resolvers if tag != TIMESTAMP]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """As the base class, with a limit to the depth, and without aliases: nine of them can make a billion words."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read in front matter")
        self.depth += 1
        if self.depth > DEEPEST:
            raise yaml.YAMLError(f"more than {DEEPEST} levels are not read")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def load(words: str) -> tuple[Any, dict[str, int]]:
    """The value of a document, and the line of each of its keys, counted from the line of the mark before it.

    Raises:
        ReadError: ``front-matter`` with the line.
    """
    loader = Loader(words)
    try:
        node = loader.get_single_node()
        lines: dict[str, int] = {}
        if isinstance(node, yaml.MappingNode):
            values: dict[str, Any] = {}
            for key, value in node.value:
                name = str(key.value)
                if name in lines and value.value != values[name]:
                    mark = key.start_mark.line + 2
                    raise ReadError("front-matter", f"the key {name!r:.60} stands twice", f"line {mark}")
                lines[name], values[name] = key.start_mark.line + 2, value.value
        return (loader.construct_document(node) if node is not None else None), lines
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        where = f"line {place.line + 2}" if place else None
        raise ReadError("front-matter", f"not valid YAML: {error.problem or error.context}", where) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        words_of = " ".join(str(error).split()) or "nested too deeply"
        raise ReadError("front-matter", f"not valid YAML: {words_of}"[:200]) from None
    finally:
        loader.dispose()
