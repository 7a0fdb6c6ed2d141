"""What is found in the waivers themselves: no rule looks for it, and it has a page all the same."""

from __future__ import annotations

from collections.abc import Iterator

#: Name to summary, reason, and what to do.
PAGES = {
    "waivers/expired": (
        "A waiver held until a day that is over, and its finding stands.",
        "Whoever wrote it wanted somebody to look again on that day.",
        "Mend the item, or give the waiver another day.",
    ),
    "waivers/unused": (
        "A waiver, or a comment that waives, lets nothing stand.",
        "What it was for is mended or gone, and the next finding that it fits would pass unseen.",
        "Remove it: sayso waivers prune does, or delete the comment.",
    ),
}


def page(name: str, markdown: bool) -> Iterator[str]:
    """The lines of the page, without their ends."""
    summary, why, cure = PAGES[name]
    off = ("[rules]", f'"{name}" = "off"  # or "info", "warning", "error"')
    if markdown:
        yield from (f"# {name}", "", summary, "", "## Why", "", why, "", "## What to do", "", cure)
        yield from ("", "## Switch it off, or change it", "", "```toml", *off, "```")
        return
    yield from (name, f"  {summary}", "", "Why", f"  {why}", "", "What to do", f"  {cure}", "")
    yield from (
        "Switch it off, or change it",
        *(f"  {line}" for line in off),
        "",
        f"  sayso check PATHS --ignore {name}",
    )
