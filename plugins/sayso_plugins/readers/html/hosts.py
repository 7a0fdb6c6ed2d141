"""The host of a page, and whether a name goes with it."""

from __future__ import annotations

from sayso import Pattern
from sayso_plugins.readers.html.same import plain

#: What stands for *&* in a host.
AND = (" and ", " und ", " et ", " y ", " e ", " en ", " och ", " og ")
HOSTLIKE = Pattern(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/?\Z")


def label_of(host: str) -> str:
    """The telling part of a host: *larkmoorherald* of *news.larkmoorherald.co.uk*."""
    parts = host.split(".")
    # The last part is a domain of the top, whatever it is; before it may stand one such as *co*.
    parts = parts[:-1] or parts
    while len(parts) > 1 and len(parts[-1]) <= 3:
        parts.pop()
    if (
        parts
        and parts[-1]
        in (
            "wordpress",
            "blogspot",
            "hypotheses",
            "github",
            "substack",
            "medium",
            "tumblr",
            "typepad",
            "wikidot",
            "blogger",
            "over-blog",
            "livejournal",
        )
        and len(parts) > 1
    ):
        parts.pop()
    return plain(parts[-1]).replace(" ", "") if parts else ""


def is_label(name: str, label: str) -> bool:
    """Whether a name run together is the host's, with or without an article."""
    return bool(label) and any(
        plain(one).replace(" ", "").removeprefix("the") == label.removeprefix("the") for one in _spelt(name)
    )


def _spelt(name: str) -> list[str]:
    """A name as a host may write it: *Pen & Ink* as *penink*, *penandink* and the like."""
    return [name, *(name.replace("&", word) for word in AND)] if "&" in name else [name]


def fits(name: str, label: str) -> bool:
    """Whether a name and the host go together: the name run together, a telling word of it, or its initials."""
    if not label:
        return False
    if "&" in name and is_label(name, label):
        return True
    parts = plain(name).split()
    joined = "".join(parts)
    bare = label.replace("the", "", 1) if label.startswith("the") else label
    if joined and (joined in label or label in joined or bare in joined):
        return True
    if any(len(part) >= 4 and part in label for part in parts):
        return True
    initials = "".join(part[0] for part in parts if part not in ("the", "of", "and", "der", "die", "und"))
    full = "".join(part[0] for part in parts)
    return len(initials) >= 2 and bare in (initials, full)
