"""A hook of MkDocs: the marks of blocks, which are comments in the pages, become words on the site."""

from __future__ import annotations

import re
from typing import Any

MARK = re.compile(r"^<!-- (?P<what>file|run|output|shown)(?:: (?P<name>[^\n]*))? -->\n(?=```)", re.MULTILINE)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Name files, and say what a command exits with and why a block is not run."""
    return MARK.sub(_words, markdown)


def _words(mark: re.Match[str]) -> str:
    what, name = mark["what"], mark["name"]
    if what == "file":
        return f"The file `{name}`:\n\n"
    if what == "shown":
        return f"*Not run by the tests: {name}.*\n\n"
    if what == "output":
        return "Among what it prints:\n\n"
    return f"It exits with {name}:\n\n" if name else ""
