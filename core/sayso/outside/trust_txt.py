"""``trust.txt``, by which a site says whom it belongs to (JournalList): lines of ``name=value``."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import ReadError
from sayso.outside.profile_lines import Line, one_line

#: What each attribute says, for somebody who reads the profile.
ATTRIBUTES = {
    "member": "a member of this association",
    "belongto": "an association that it says it belongs to",
    "control": "a site that it says it controls",
    "controlledby": "who it says controls it",
    "social": "an account that it says is its own",
    "vendor": "a supplier",
    "customer": "a customer",
    "disclosure": "a disclosure of its own",
    "contact": "how to reach it",
    "datatrainingallowed": "whether models may be trained on it",
}
#: Lines of one attribute that are listed; an association may have thousands of members.
LISTED = 20


def trust_txt(text: str) -> Iterator[Line]:
    """What a trust.txt says, as lines of an outlet profile.

    It gives addresses and no names: the address of who controls the site stands for the owner until somebody writes
    the name. Nothing in it is proved by it; whoever is named may say otherwise in a trust.txt of their own.

    Raises:
        ReadError: ``format`` or ``value``, with the line, for what is no trust.txt.
    """
    if text.lstrip()[:1] == "<":
        raise ReadError("format", "is a web page, and no trust.txt; save the file itself")
    counts = dict.fromkeys(ATTRIBUTES, 0)
    lines: list[Line] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        entry = line.strip().partition(" #")[0].strip()
        if entry and not entry.startswith("#"):
            lines += _line(entry, f"line {number}", counts)
    if not any(counts.values()):
        raise ReadError("format", f"is no trust.txt: no line begins with any of {', '.join(ATTRIBUTES)}")
    more = [(name, count - LISTED) for name, count in counts.items() if count > LISTED]
    yield from lines
    yield from (Line(f"and {rest:,} more lines of {name}=") for name, rest in more)


def _line(entry: str, where: str, counts: dict[str, int]) -> Iterator[Line]:
    name, equals, given = entry.partition("=")
    name = name.strip().lower()
    if not equals or not name:
        raise ReadError("format", "is no 'name=value' and no comment; is this a trust.txt?", where)
    if name not in ATTRIBUTES:
        yield Line(f"{where}: {one_line(name, where)!r:.60} is no attribute of trust.txt; left out")
        return
    value = one_line(given, where)
    counts[name] += 1
    if name == "datatrainingallowed" and value.lower() not in ("yes", "no"):
        raise ReadError("value", f"datatrainingallowed is yes or no, not {value!r:.60}", where)
    if name == "controlledby" and counts[name] == 1:
        yield Line(f"{where}: controlledby=; an address, write the owner's name for it", "owner", value)
    elif name == "disclosure":
        hint = "if it tells who owns and pays, it is the independence-url"
        yield Line(f"{where}: disclosure={value}: {ATTRIBUTES[name]}; {hint}")
    elif counts[name] <= LISTED:
        yield Line(f"{where}: {name}={value}: {ATTRIBUTES[name]}")
