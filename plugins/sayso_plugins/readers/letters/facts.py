"""What the headers and the shape of a letter say."""

from __future__ import annotations

import re
from email.message import Message
from email.utils import getaddresses

from sayso import Agent, Draft, Org, Pattern, Span, full_date
from sayso_plugins.readers.html.houses import is_organisation
from sayso_plugins.readers.html.names import agents_in
from sayso_plugins.readers.letters.mime import all_of, header
from sayso_plugins.readers.sectioning import state_sections
from sayso_plugins.readers.sent_dates import sent_date
from sayso_plugins.readers.signed import agents_of_field

RELEASE = Pattern(r"\bFOR\s+(?:IMMEDIATE\s+)?RELEASE\b|\b(?:PRESS|NEWS|MEDIA)\s+RELEASE\b|\bEMBARGO(?:ED)?\b")
#: In how much of a text a release says that it is one; how far behind it its day may stand.
RELEASE_HEAD, NEAR = 1_500, 200
#: What senders write before a subject, and programs too.
PREFIX = Pattern(r"(?:(?:re|aw|sv|fwd?|wg|tr|rv)\s*(?:\[\d{1,3}\])?\s*:\s*)+", re.IGNORECASE)
#: Words of an address or a name that are a body's and no person's.
BODIES = frozenset(
    """
    news newsletter newsletters press media info office editor editors editorial desk team noreply no-reply contact pr
    alerts briefing comms communications hello mail redaktion presse prensa stampa
    """.split()
)
#: "Ana Ruiz at Example Post", "Ana Ruiz | Example Post".
TWO = Pattern(r"(?P<who>.{2,80}?)\s*(?:\s(?:at|from|via|of|@)\s|[|,/]\s|\s[-–—]\s)\s*(?P<body>.{2,80})\Z")
FOOTER = Pattern(
    r"\bunsubscribe\b|\bmanage\s+(?:your\s+)?(?:email\s+|subscription\s+)?preferences\b|\bupdate\s+your\s+preferences\b"
    r"|\byou(?:['’]re|\s+are)\s+receiving\s+this\b|\byou\s+received\s+this\s+(?:e-?mail|message|newsletter)\b"
    r"|\bthis\s+e-?mail\s+was\s+sent\s+(?:to|by)\b|\bopt\s+out\b|\bforward\s+this\s+e-?mail\b|\badd\s+us\s+to\s+your\s+address",
    re.IGNORECASE,
    needs=("unsubscribe", "preferences", "receiving this", "received this", "was sent", "opt out", "forward", "add us"),
)
ONLINE = Pattern(
    r"\b(?:view|read|open|see)\b.{0,30}\b(?:browser|online|web)\b|\bweb\s+version\b|\bview\s+as\s+a\s+web\s*page\b",
    re.IGNORECASE,
)
SIGNATURE = re.compile(r"(?:\A|\n)-- ?\n")
SHORT = 600
LONGEST_FROM = 2_000


def state(draft: Draft, headers: Message) -> None:
    """State what the headers say, and where the rest was looked for."""
    for subject in all_of(headers, "Subject"):
        prefix = PREFIX.match(subject)
        words = subject[prefix.end() :] if prefix else subject
        if words:
            draft.offered("headline", words, "header Subject")
    for written in all_of(headers, "Date"):
        value = sent_date(written)
        if value is None:
            draft.looked("date_published", f"header Date: {written!r:.60} is no date")
        else:
            draft.offered("date_published", value, "header Date")
    _senders(draft, headers)
    for language in all_of(headers, "Content-Language")[:1]:
        draft.offered("language", language.partition(",")[0].strip().replace("_", "-"), "header Content-Language")
    for name in ("Archived-At", "Snapshot-Content-Location", "Content-Location"):
        address = header(headers, name).strip("<> ")
        if address.startswith(("http://", "https://")):
            draft.offered("uri", address, f"header {name}")
    for words, target in ((one.evidence or "", one.target) for one in draft.relations):
        if ONLINE.search(words[:80]) and target.startswith(("http://", "https://")):
            draft.inferred("uri", target, basis=f"link with the words {words!r:.60}", confidence=0.7)
            break
    for fact, places in (
        ("headline", "header Subject"),
        ("date_published", "header Date"),
        ("author", "header From"),
        ("outlet", "headers From, List-Id"),
        ("language", "header Content-Language"),
        ("uri", "headers Archived-At, Content-Location"),
    ):
        draft.looked(fact, places)


def _senders(draft: Draft, headers: Message) -> None:
    """Who wrote: a person is the author, a body the outlet; of *Ana Ruiz, Example Post* each is what it is."""
    people: list[Agent] = []
    bodies: list[str] = []
    for written in all_of(headers, "From")[:1]:
        for name, address in _addresses(written):
            who = " ".join(name.strip().strip("\"'").split())
            if not who:
                if address:
                    draft.looked("author", f"header From: {address} has no name")
                continue
            found = TWO.match(who)
            if found and not _is_body(found["who"], "") and (_is_body(found["body"], address) or " at " in who):
                people += agents_in(found["who"]) or (Agent(found["who"]),)
                bodies.append(found["body"])
            elif _is_body(who, address):
                bodies.append(who)
            else:
                people += agents_of_field(who) or (Agent(who),)
    if people:
        draft.offered("author", tuple(people), "header From")
    for body in bodies:
        draft.offered("outlet", Org(body), "header From")
    listed = header(headers, "List-Id").partition("<")[0].strip().strip('"')
    if listed:
        draft.inferred("outlet", Org(listed), basis="header List-Id: the name of the list", confidence=0.7)


def _addresses(written: str) -> list[tuple[str, str]]:
    name, bracket, rest = written.partition("<")
    if bracket and "<" not in rest and rest.endswith(">") and "@" not in name:
        return [(name.replace('\\"', '"'), rest[:-1])]  # "Ana Ruiz, Larkmoor News <a@b.example>", comma and all
    try:
        return getaddresses([written[:LONGEST_FROM]])[:5]
    except RecursionError:  # thousands of brackets within each other
        return []


def _is_body(name: str, address: str) -> bool:
    """Whether a name is that of a body: by its words, or as the address tells."""
    if {word.lower() for word in re.findall(r"[\w-]+", name)} & BODIES or is_organisation(name):
        return True
    local, _, domain = address.lower().partition("@")
    parts = [part for part in re.findall(r"\w+", name.lower()) if part != "the"]
    if any(len(part) > 2 and part in local for part in parts):
        return False  # "ana.ruiz@", whoever else's name the domain is
    return bool(parts) and ("".join(parts) in re.sub(r"\W", "", domain) or local in BODIES)


def state_release(draft: Draft) -> None:
    """That it is a press release, where it says so; and its day and embargo, where they stand beside."""
    found = RELEASE.search(draft.text, 0, min(len(draft.text), RELEASE_HEAD))
    if found is None:
        return
    basis = f"text: {found.group()!r} ({found.start()}-{found.end()})"
    draft.inferred("item_type", "press_release", basis=basis, confidence=0.9)
    line = draft.text[found.start() : found.start() + NEAR].partition("\n\n")[0]
    if "EMBARGO" in found.group():
        draft.extra["embargo"] = " ".join(line.split())
    elif (day := full_date(line, draft.pack)) is not None:
        at = found.start() + line.index(day.raw)
        if any(block.kind == "byline" and block.span.start <= at < block.span.end for block in draft.blocks):
            return  # it is a line of its own, that says so by itself
        draft.extracted("date_published", day, Span(at, at + len(day.raw)), confidence=0.8)


def state_letter_sections(draft: Draft) -> None:
    """The sections of a letter, with what the sender's program says to subscribers apart from the item."""
    paragraphs = draft.layout.paragraphs
    told = {
        number: "boilerplate.subscription" for number, part in enumerate(paragraphs) if _is_footer(draft.text, part)
    }
    late = [number for number in told if number * 5 >= len(paragraphs) * 3]
    told.update(dict.fromkeys(range(min(late, default=len(paragraphs)), len(paragraphs)), "boilerplate.subscription"))
    signature = next(reversed(list(SIGNATURE.finditer(draft.text))), None)
    if signature is not None and signature.start() * 2 >= len(draft.text):
        for number, part in enumerate(paragraphs):
            if part.start >= signature.start():
                told.setdefault(number, "boilerplate.contact")
    if told:
        state_sections(draft, told)


def _is_footer(text: str, part: Span) -> bool:
    if part.end - part.start > SHORT:
        return False
    words = part.of(text)
    return bool(FOOTER.search(words) or (len(words) <= 90 and ONLINE.search(words)))
