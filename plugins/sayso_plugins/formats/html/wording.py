"""What readers, rules and failures say of keys, paths and options, in words for people who only read news.

The exact place stands behind the words, in the title of an element or in a part that can be opened.
"""

from __future__ import annotations

import re

from sayso import Rule
from sayso_plugins.formats.html.safe import BLANKS, attribute, line, words

#: The facts of a record under their names for people.
NAMES = {
    "outlet": "Outlet",
    "author": "Author",
    "date_published": "Published",
    "date_modified": "Modified",
    "headline": "Headline",
    "dateline_place": "Dateline, place",
    "dateline_date": "Dateline, date",
    "item_type": "Kind of item",
    "language": "Language",
    "uri": "Address",
    "independence": "Independence",
    "info_sources": "Supplied by",
    "sections": "Parts",
    "corrections": "Corrections",
    "content": "Text",
    "extra": "Further keys",
}
#: Keys in the words on what to do, with what an editor understands; longest first.
KEYS = {
    "configure it for the path in sayso.toml": "have it set in the configuration",
    "[reader.json.map]": "the configuration of the reader",
    "in mode override": "that overrides both",
    "date_published": "the day of publication",
    "content.sha256": "the record",
    "press_release": "a press release",
    ": info_sources": "",
    ": sponsored_by": "",
    ": dateline.": ".",
}
#: A setting with its value at the end of a sentence, such as ``: no-bylines-policy = true``.
SETTING = re.compile(r": [a-z][a-z_-]{0,60} = [^.\s]{1,200}(?=\.|$)")
#: What only those write who run the check.
TYPED = ("--", "Engine(", "sayso.toml", "[[", "sayso ", "@reader")
SENTENCE = re.compile(r"(?<=[.!?]) ")
EMPHASIS = re.compile(r"(?<!\w)\*(?=\w)[^*\n]{1,200}(?<=\w)\*(?!\w)")
CODE = re.compile(r"`{1,2}([^`\n]{1,200})`{1,2}")
#: How the places of metadata begin, and what they are called.
PLACES = (
    ("/html", "the page itself"),
    ("//", "the page itself"),
    ("JSON-LD", "the page’s own data"),
    ("front matter", "the front matter of its file"),
    ("/rss", "the feed"),
    ("/feed", "the feed"),
    ("/items", "the feed"),
    ("header", "the head of the message"),
    ("row", "its row of the table"),
    ("column", "its row of the table"),
)
#: Of a page, what nobody sees who reads it.
INVISIBLE = ("/head", "script", "@", "#/")


def origin(pointer: str) -> str:
    """Where a value of metadata is from, in words, with the exact place as title."""
    said = next((known for begin, known in PLACES if pointer.startswith(begin)), "its metadata")
    if pointer.startswith("/html") and any(mark in pointer for mark in INVISIBLE):
        said = "the page’s own data"
    return f'<span class="place" title="{attribute(pointer)}">{said}</span>'


def about(pointer: str) -> str:
    """What a JSON Pointer into a record leads to, in words: the name of a fact, or of its list and the number in it."""
    parts = pointer.split("/")[1:] or [pointer]
    said = NAMES.get(parts[0], parts[0].replace("_", " "))
    if len(parts) > 1 and parts[1].isascii() and parts[1].isdigit():
        said += f" {int(parts[1][:9]) + 1}"
    return f'<span class="place" title="{attribute(pointer)}">{line(said, 80)}</span>'


def searched(places: tuple[str, ...]) -> str:
    """Where a fact was looked for, as a part that can be opened."""
    rows = "".join(f"<li>{line(place, 600)}</li>" for place in places)
    return f"<details><summary>Where it was looked for</summary><ul>{rows}</ul></details>"


def told(message: str) -> tuple[str, str]:
    """The message of a finding, and where was looked, which is empty where it does not say."""
    said, _, places = message.partition("; looked in: ")
    return said, places


def failed(message: str) -> tuple[str, str]:
    """What went wrong, and what whoever runs the check can do, which is empty where no clause says it."""
    first, *clauses = message.split("; ")
    typed = [any(mark in clause for mark in TYPED) for clause in clauses]
    if not any(typed):
        return message, ""
    at = typed.index(True)
    return "; ".join([first, *clauses[:at]]), "; ".join(clauses[at:])


def cure(said: str) -> str:
    """What to do, without keys of records and of the configuration."""
    said = SETTING.sub("", said)
    for key, meant in KEYS.items():
        said = said.replace(key, meant)
    return said


def reasons(rule: Rule) -> list[str]:
    """Why there is a rule, and what it leaves alone, a paragraph each; nothing on its options."""
    found = []
    for paragraph in (rule.why or "").split("\n\n"):
        sentences = SENTENCE.split(BLANKS.sub(" ", paragraph).strip())
        kept = [one for one in sentences if not _technical(one, rule)]
        if kept:
            found.append(" ".join(kept))
    return found


def _technical(sentence: str, rule: Rule) -> bool:
    named = {found[1] for found in CODE.finditer(sentence)}
    return any(one in rule.options or one.startswith("--") for one in named)


def marked(said: str) -> str:
    """The words of a rule as HTML: what stands between backticks as code, what stands between asterisks stressed."""
    made, at = [], 0
    for found in sorted((*CODE.finditer(said), *EMPHASIS.finditer(said)), key=lambda one: one.start()):
        if found.start() < at:
            continue
        made.append(words(said[at : found.start()]))
        inside = words(found[0].strip("`*"))
        made.append(f"<code>{inside}</code>" if found[0][0] == "`" else f"<em>{inside}</em>")
        at = found.end()
    return f"<bdi>{''.join(made)}{words(said[at:])}</bdi>"
