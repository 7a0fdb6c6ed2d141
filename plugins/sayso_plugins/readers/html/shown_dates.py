"""The dates that readers see in a page, each as published or modified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from selectolax.lexbor import LexborNode

from sayso import DateValue, Pattern
from sayso_plugins.readers.html.body import CORRECTIONS
from sayso_plugins.readers.html.dates import day_of, find_date, plausible, read_date
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.signs import CAPTION, COMMENTS, CORRECTION, NAVIGATION, QUOTE, RELATED

Dated = Said[DateValue]

#: How the zone of a moment is written that is told by no outlet's own clock.
UTC = ("Z", "+00:00")
UPDATED = Pattern(
    r"\b(?:updated?|last\s+(?:updated|modified|edited)|modified|aktualisiert|zuletzt|stand|geändert|mis(?:e)?\s+à\s+jour|modifié|actualizado|actualización|modificado"
    r"|aggiornato|aggiornamento|ultima\s+modifica|atualizado|bijgewerkt|oppdatert|opdateret|uppdaterad|päivitetty|zaktualizowano|aktualizacja|обновлено)\b",
    2,
)
PUBLISHED_WORDS = Pattern(
    r"\b(?:published|posted|first\s+published|created|date|veröffentlicht|erstellt|erschienen|publié|publicado|pubblicato|gepubliceerd|publisert|publicerad|udgivet|julkaistu"
    r"|opublikowano|опубликовано|submitted)\b",
    2,
)
ADDRESS = Pattern(
    r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|\Z)|[/_-]((?:19|20)\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\Z)"
)
BAR = Pattern(r"[|·•]")
#: A sentence below the text that says when it was published.
POSTED = Pattern(
    r"\b(?:entry|post|article|story|item|beitrag|artikel|eintrag)\s+(?:was|wurde)\s+(?:\w+\s+)?(?:posted|published|written|am\b)",
    2,
)
#: Letters of a date whose parts stand in elements of their own, with the bars between them.
SPLIT = 32
#: From so many letters beside a date on, a link leads to something else than the page or its day.
LEADING = 16
#: Elements above a date that may be such a link.
ABOVE = 4
#: Letters of a line that is about its dates.
SHORT = 60
#: Letters of a sentence beside a date in it.
PROSE = 60
#: Letters of a line that may be one of dates.
LINE = 120
#: Attributes that give a date exactly.
EXACT = ("datetime", "content", "data-datetime", "data-date", "data-time", "data-timestamp", "title")
CLASSES = Pattern(
    r"publish|pubdate|posted|entry-date|post-date|article-date|created|issued|dt-published|byline-date|dateline|timestamp|(?:\A|[\s_-])(?:date|datum|fecha|data)(?=\Z|[\s_-])"
)
CHANGED = Pattern(r"updat|modif|revis|edited")


def sheet_dates(sheet: Sheet) -> list[tuple[str, Dated]]:
    """The dates that readers see, as *published* or *modified*, looked for once."""
    if sheet.shown_dates is None:
        sheet.shown_dates = list(_shown(sheet, sheet.date_language))
    return sheet.shown_dates


def day_in_address(uri: str | None) -> str | None:
    """The day that stands in an address, as in ``/2014/05/18/``."""
    if not uri:
        return None
    if "//web.archive.org/web/" in uri:
        uri = uri.split("/web/", 1)[1].partition("/")[2]
    for match in ADDRESS.finditer(uri.partition("?")[0]):
        y, m, d = match.groups()[:3] if match[1] else match.groups()[3:]
        value = read_date(f"{y}-{int(m):02d}-{int(d):02d}")
        if value is not None and plausible(value):
            return value.value
    return None


def _shown(sheet: Sheet, language: str) -> Iterator[tuple[str, Dated]]:
    """Dates that readers see near the headline, and elsewhere where an element is named for it."""
    page = sheet.page
    start = sheet.heading[1]
    address = day_in_address(page.canonical)
    scored: list[tuple[float, int, str, Dated]] = []
    for order, mark in enumerate(sheet.flow.dates[:500]):
        if mark.parts & (COMMENTS | RELATED | QUOTE | CAPTION | CORRECTION) or corrects(sheet, mark.at):
            continue
        names = mark.names.lower()
        attributes = mark.node.attributes
        exact = next((key for key in EXACT if attributes.get(key)), None)
        read = read_date(attributes.get(exact) or "", language) if exact else None
        text = words(mark.node, 120, apart=True) or _that_it_was_posted(sheet, mark.at)
        near = mark.at in sheet.near
        if mark.at > sheet.first_paragraph and _leads_away(mark.node, text):
            continue
        if read is not None:
            around = f"{text or ''} {_before(sheet, mark.at, near, text)}"
            changed = UPDATED.search(around) and not PUBLISHED_WORDS.search(around)
            kind = "modified" if changed or (CHANGED.search(names) and not CLASSES.search(names)) else "published"
            dates = [(kind, read)]
        else:
            exact = None
            dates = labelled(text, language) if text else []
            if text and not dates and len(text) <= SPLIT:
                # "07 | Oct | 2017", each in an element of its own.
                dates = labelled(text.replace(" | ", " "), language)
            if text and len(dates) == 1 and CHANGED.search(names) and not CLASSES.search(names):
                dates = [("modified", dates[0][1])]
        score = 10.0 * near + 4.0 * (mark.node.tag == "time") + 3.0 * bool(CLASSES.search(names)) + 2.0 * bool(exact)
        below = mark.at > sheet.first_paragraph and text is not None
        score += 3.0 * (below and PUBLISHED_WORDS.match((text or "").lstrip()) is not None)
        score += 6.0 * ("pubdate" in attributes) - 14.0 * bool(mark.parts & NAVIGATION)
        score -= 0.02 * order + (3.0 if mark.at < start else 0.0)
        if exact is None and text and not CLASSES.search(names):
            # A sentence with a date in it is about something else, but for one that says when it was posted.
            posted = POSTED.search(text) is not None
            score += 6.0 if posted else -6.0 * (bool(dates) and len(text) - len(dates[0][1].raw) > PROSE)
        for kind, value in dates:
            if plausible(value):
                bonus = 5.0 * _is_on(value, address)
                one = Said(value, page.pointer(mark.node, exact))
                scored.append((score + bonus, order, kind, one))
                if mark.at < start:
                    sheet.above.add(one.pointer)
    blocks = sheet.flow.blocks
    for at in sheet.near:
        block = blocks[at]
        if block.parts & (COMMENTS | RELATED | CORRECTION) or corrects(sheet, at):
            continue
        if len(block.text) > 160 or at == start:
            # In old pages one element has headline, byline and date, one a line.
            lines = [line for line in block.lines[:12] if len(line) <= LINE]
        else:
            lines = [words(block.node, 170, apart=True) or block.text]
        for kind, value in (one for line in lines for one in labelled(line, language)):
            # The words of a link that are more than a date tell when that was to which it leads.
            leads = any(value.raw in text and len(text) - len(value.raw) >= LEADING for text, _ in block.links)
            if plausible(value) and not leads:
                score = 8.0 + 5.0 * (day_of(value) == address) + 2.0 * bool(PUBLISHED_WORDS.search(block.text))
                score -= 8.0 * bool(block.parts & NAVIGATION) + 0.3 * abs(at - start) + 2.0 * (len(block.text) > 90)
                scored.append((score, 1000 + at, kind, Said(value, page.pointer(block.node))))
                if at < start:
                    sheet.above.add(page.pointer(block.node))
    for score, _, kind, one in sorted(scored, key=lambda entry: (-entry[0], entry[1])):
        if score >= 4:
            yield kind, one


def _leads_away(node: LexborNode, text: str | None) -> bool:
    """Whether a date stands in a link with other words, and so tells when that was to which it leads."""
    above = node.parent
    for _ in range(ABOVE):
        if above is None or above.tag in ("body", "article", "header"):
            return False
        if above.tag == "a" and above.attributes.get("href"):
            return len(words(above, 200) or "") - len(text or "") >= LEADING
        above = above.parent
    return False


def _that_it_was_posted(sheet: Sheet, at: int) -> str | None:
    """The beginning of a long block that says when it was posted, in small type below the text."""
    text = sheet.flow.blocks[at].text[:LINE] if at < len(sheet.flow.blocks) else ""
    return text if POSTED.search(text) else None


def _is_on(value: DateValue, address: str | None) -> bool:
    """Whether a date is of a day; a moment by the clock of Greenwich may be of the day before or behind it."""
    if address is None or day_of(value) == address or value.zone not in UTC or value.precision == "day":
        return day_of(value) == address
    day = date.fromisoformat(address)
    return abs((date.fromisoformat(day_of(value)) - day).days) <= 1


def corrects(sheet: Sheet, at: int) -> bool:
    """Whether a block says what was wrong with the page: its date is when that was put right."""
    blocks = sheet.flow.blocks
    return at < len(blocks) and CORRECTIONS.match(blocks[at].text) is not None


def labelled(text: str, language: str) -> list[tuple[str, DateValue]]:
    """The dates of a line, each ``published`` or ``modified`` by the word that stands before it."""
    if find_date(text, language) is None:
        return []
    bars = (m.start() for m in BAR.finditer(text) if find_date(text[m.end() :], language) is not None)
    starts = sorted({0, *bars, *(m.start() for p in (UPDATED, PUBLISHED_WORDS) for m in p.finditer(text))})
    found: list[tuple[str, DateValue]] = []
    kind = "published"
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        if UPDATED.search(piece):
            kind = "modified"
        elif PUBLISHED_WORDS.search(piece):
            kind = "published"
        value = find_date(piece, language)
        if value is not None:
            found.append((kind, value))
            kind = "published"
    if not found:
        whole = find_date(text, language)
        return (
            [("modified" if UPDATED.search(text) and not PUBLISHED_WORDS.search(text) else "published", whole)]
            if whole
            else []
        )
    return found


def _before(sheet: Sheet, at: int, near: bool, own: str | None) -> str:
    """The words before an element in its block, where the block is short."""
    blocks = sheet.flow.blocks
    if not near or at >= len(blocks):
        return ""
    text = blocks[at].text
    if len(text) >= SHORT:
        return ""
    before, found, _ = text.partition(own) if own else (text, "", "")
    return BAR.compiled.split(before)[-1] if found else text
