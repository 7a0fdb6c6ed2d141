"""A hook of the site: the marks of blocks, which are comments in the pages, become words."""

from __future__ import annotations

import html
import re
from typing import Any

MARK = re.compile(
    r"^<!-- (?P<what>file|run|output|holds|python|shown)(?:: (?P<name>[^\n]*))? -->\n(?=```)", re.MULTILINE
)
CODES = {"0": "", "1": "This exits with 1:", "2": "This exits with 2:"}
OUTPUTS = {"": "Among what it prints:", "all": "It prints:", "errors": "On standard error:"}


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Name files, and say what a command exits with, what it prints, and why a block is not run."""
    return MARK.sub(_words, markdown)


def _words(mark: re.Match[str]) -> str:
    what, name = mark["what"], html.escape(mark["name"] or "")
    words = {
        "file": f"The file <code>{name}</code>:",
        "holds": f"In <code>{name}</code>:",
        "output": OUTPUTS.get(name, ""),
        "run": CODES.get(name, ""),
        "shown": f"Not run by the tests: {name}.",
    }.get(what, "")
    return f'<p class="mark {what}">{words}</p>\n\n' if words else ""
