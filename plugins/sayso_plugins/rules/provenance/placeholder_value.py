"""The rule provenance/placeholder-value."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sayso import Clean, DateValue, Finding, Flagged, Item, Org, Policy, Record, Status, rule

#: What software writes where it has nothing to write.
EMPTY = frozenset(
    (
        *"null none nil undefined unknown untitled n/a n.a. tbd - -- – — ?".split(),
        *("no title", "no headline", "no author", "no description", "no description found", "not available"),
        *("not provided", "unknown author", "lorem ipsum", "[object object]", "tk", "tk tk", "tktk", "xxx", "author"),
        *(
            "enter title here",
            "enter headline here",
            "headline here",
            "headline goes here",
            "title here",
            "insert headline",
        ),
        *("headline", "title", "test", "test headline", "test post", "your name", "author name", "firstname lastname"),
    )
)
#: Accounts of a publishing system.
ACCOUNTS = frozenset({"admin", "administrator", "webmaster", "wordpress", "root", "superuser", "default user"})
#: Bylines that an outlet may choose, and that name nobody.
STAFF = frozenset(
    (
        *("staff", "staff reporter", "staff reporters", "staff writer", "staff writers", "staff correspondent"),
        *("our reporter", "our correspondent", "news desk", "newsdesk", "web desk", "newsroom", "news staff"),
        *("online desk", "digital desk", "city desk", "national desk", "sports desk", "foreign desk", "desk", "bureau"),
        *("agency", "agencies", "wire", "wires", "wire reports", "wire service", "reporter", "correspondent", "editor"),
        *(
            "special correspondent",
            "our special correspondent",
            "a correspondent",
            "own correspondent",
            "our own reporter",
        ),
        *(
            "a reporter",
            "a staff reporter",
            "our bureau",
            "our staff reporter",
            "our staff correspondent",
            "contributor",
        ),
        *(
            "guest author",
            "guest contributor",
            "guest writer",
            "editorial team",
            "editorial staff",
            "news team",
            "team",
        ),
        *("the newsroom", "online staff", "web staff", "digital team", "content team", "an editor", "staff report"),
    )
)
#: Where the counting of computers begins.
EPOCHS = frozenset({"1970-01-01", "0001-01-01", "1601-01-01"})
#: Items, and kinds of outlet, that are signed by the body that issues them.
ISSUED = frozenset({"press_release", "statement"})
ISSUERS = frozenset({"government", "company", "public_body"})
DATES = ("date_published", "date_modified", "dateline_date")


@rule(
    "provenance/placeholder-value",
    "A fact holds a word that stands where its value should.",
    since="0.1",
    preview=True,
    certainty="exact",
    confidence=0.95,
    cure="Give the value, or leave the field empty: what is missing can then be seen.",
    policies=[
        Policy("NPR", "A staff byline should be rare."),
        Policy("NewsGuard", "Those who create the content are named."),
        Policy("practice", "Templates fill empty fields, and what they fill in is taken for a value."),
    ],
    examples=[
        Flagged("The mill closed.", item={"author": "Staff Reporter"}),
        Flagged("The mill closed.", item={"author": "Admin"}),
        Flagged("The mill closed.", item={"author": "Ana Ruiz", "headline": "No description found."}),
        Flagged("The mill closed.", item={"author": "Ana Ruiz", "date_published": "1970-01-01"}),
        Flagged("The mill closed.", item={"author": "The Larkmoor Herald", "outlet": "Larkmoor Herald"}),
        Flagged("The mill closed.", item={"author": "Ana Ruiz", "outlet": "N/A"}),
        Flagged("The mill closed.", item={"author": "Our Special Correspondent"}),
        Flagged("The mill closed.", item={"author": "Ana Ruiz", "headline": "[Headline here]"}),
        Clean("The mill closed.", item={"author": "Ana Ruiz", "outlet": "Larkmoor Herald"}),
        Clean(
            "The council must act.",
            "The outlet signs nothing, and says so.",
            {"author": "Larkmoor Herald", "outlet": {"name": "Larkmoor Herald", "no_bylines_policy": True}},
        ),
        Clean(
            "The works open a mill.",
            "A release is signed by its issuer.",
            {"author": "Larkmoor Works", "outlet": "Larkmoor Works", "item_type": "press_release"},
        ),
        Clean("The mill closed.", "A name beside the desk.", {"author": ["Ana Ruiz", "Newsroom"]}),
        Clean("The mill closed.", "A part of a headline.", {"headline": "Unknown man closes the mill"}),
    ],
    known_false_alarms="A report of 1 January 1970, and a person who is called Null.",
    languages=(),
)
def placeholder_value(item: Item, *, generic: tuple[str, ...] = ()) -> Iterator[Finding]:
    """A placeholder looks like a value and hides that there is none.

    An outlet with a policy to publish unsigned may sign with its own name or its desk. The option `generic` lists
    further values that say nothing.
    """
    record = item.record
    more = frozenset(_plain(word) for word in generic)
    found: list[tuple[str, str]] = [("author", name) for name in _authors(record, more)]
    # A template at the head of a text is a picture or a video more often than a headline.
    if record.headline.value and not record.headline.spans and _says_nothing(record.headline.value, more):
        found.append(("headline", record.headline.value))
    if record.outlet.value and _says_nothing(record.outlet.value.name, more):
        found.append(("outlet", record.outlet.value.name))
    # What the text itself dates to that day is of that day.
    for name in DATES:
        fact = getattr(record, name)
        if fact.status is Status.ASSERTED and _is_epoch(fact.value):
            found.append((name, fact.value.raw))
    for pointer in dict.fromkeys(name for name, _ in found):
        shown = " and ".join(repr(value) for name, value in found if name == pointer)
        spans = getattr(record, pointer).spans
        label = pointer.replace("_", " ")
        yield Finding(f"the {label} is given as {shown}, which says nothing", spans=spans, facts=(f"/{pointer}",))


def _plain(words: str) -> str:
    return " ".join(words.split()).rstrip(".").casefold()


def _says_nothing(words: str, more: frozenset[str]) -> bool:
    plain = _plain(words)
    return plain in EMPTY or plain in more or words.casefold() in EMPTY or _is_template(words.strip())


def _is_template(words: str) -> bool:
    if words.startswith("[") and words.endswith("]"):
        inner = words[1:-1].strip().casefold()
        return not EMPTY.isdisjoint((inner, f"{inner} here"))
    filled = words.startswith(("{{", "<%", "${")) and words.endswith(("}", ">"))
    return filled or words[:12].casefold() == "lorem ipsum "


def _authors(record: Record, more: frozenset[str]) -> list[str]:
    """The names that name nobody: those of no one at all, and those of the desk where nobody else signs."""
    names = [agent.name for agent in record.author.value or ()]
    nobody = [name for name in names if _says_nothing(name, more) or _plain(name) in ACCOUNTS]
    outlet = record.outlet.value
    if nobody or (outlet and outlet.no_bylines_policy):
        return nobody
    own = _own_names(record, outlet)
    return names if all(_plain(name) in STAFF or _bare(name) in own for name in names) else []


def _own_names(record: Record, outlet: Org | None) -> set[str]:
    if outlet is None or record.item_type.value in ISSUED or outlet.kind in ISSUERS:
        return set()
    own = {_bare(name) for name in (outlet.name, outlet.short_name) if name}
    return own | {f"{name} {word}" for name in own for word in ("staff", "newsroom", "news desk")}


def _bare(name: str) -> str:
    return _plain(name).removeprefix("the ")


def _is_epoch(value: Any) -> bool:
    if not isinstance(value, DateValue):
        return False
    if value.value[:10] in EPOCHS:
        return True
    if not value.value.startswith("1969-12-31T"):
        return False
    try:
        moment = datetime.fromisoformat(value.value)
    except ValueError:
        return False
    return moment.tzinfo is not None and moment.timestamp() == 0
