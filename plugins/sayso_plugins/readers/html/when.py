"""When a page was published and changed: every place that says so, the most reliable first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from sayso import DateValue, Pattern
from sayso_plugins.readers.html.body import CORRECTIONS
from sayso_plugins.readers.html.dates import day_of, find_date, plausible, read_date
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.signs import CAPTION, COMMENTS, CORRECTION, NAVIGATION, QUOTE, RELATED

Dated = Said[DateValue]

PUBLISHED = (
    "article:published_time og:article:published_time article:published og:published_time og:pubdate "
    "og:publish_date article:publicationdate datepublished parsely-pub-date sailthru.date "
    "cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.issued dc.date.issued dcterms.date "
    "dc.date.created dc.date dcterms.created dc:date dc:created date.issued citation_publication_date "
    "citation_date citation_online_date rnews:datepublished pubdate publishdate publish-date publish_date "
    "publication_date publication-date publisheddate published_date published-date published_at published "
    "article_date_original article.published displaydate originalpublicationdate bt:pubdate pdate ptime "
    "dat release_date releasedate created datecreated article:post_date article.created sort_date lastpub "
    "timestamp date dateoriginal vr:published_time mediator_published_time "
    "shareaholic:article_published_time analytics-article-date article:create_time"
).split()
MODIFIED = (
    "article:modified_time og:article:modified_time article:modified og:updated_time og:modified_time "
    "datemodified dcterms.modified dc.date.modified dc.modified last-modified lastmod modified "
    "lastmodified updated_date article.updated article:updated_time moddate "
    "shareaholic:article_modified_time article_date_updated revised utime"
).split()
#: Fields that say when some version was made, and not plainly the first.
UNSURE = frozenset(
    {
        "date",
        "timestamp",
        "created",
        "dc.date",
        "dcterms.date",
        "dc.date.created",
        "dcterms.created",
        "sort_date",
        "release_date",
        "dat",
        "lastpub",
    }
)
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
#: How news sites head the one date that they show; a page that was *edited* then may be of any age.
STANDING = Pattern(
    r"\b(?:stand|updated?|aktualisiert|mise?\s+à\s+jour|actualizado|aggiornato|atualizado|bijgewerkt|oppdatert|uppdaterad)\b",
    2,
)
EDITED = Pattern(r"edited|modif|geändert|änderung|revision|version|review|checked|geprüft", 2)
BAR = Pattern(r"[|·•]")
#: How the zone of a moment is written that is told by no outlet's own clock.
UTC = ("Z", "+00:00")
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
#: A sentence below the text that says when it was published.
POSTED = Pattern(
    r"\b(?:entry|post|article|story|item|beitrag|artikel|eintrag)\s+(?:was|wurde)\s+(?:\w+\s+)?(?:posted|published|written|am\b)",
    2,
)
#: Letters of a date whose parts stand in elements of their own, with the bars between them.
SPLIT = 32
#: From so many letters beside a date on, a link leads to something else than the page or its day.
LEADING = 16
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


def published(sheet: Sheet) -> list[Dated]:
    """When it was published, by each place that says so, best first."""
    found = _plausible(
        *_linked(sheet, "datePublished"),
        *_metas(sheet, PUBLISHED, skip=UNSURE),
        *_properties(sheet, ("datepublished", "pubdate", "dc:issued", "schema:datepublished")),
    )
    # When it was made is another question, and stands in for the answer only where there is none.
    found = found or _plausible(
        *_linked(sheet, "uploadDate", "dateCreated"),
        *_metas(sheet, [name for name in PUBLISHED if name in UNSURE]),
        *_properties(sheet, ("datecreated",)),
    )
    shown = [one for kind, one in sheet_dates(sheet) if kind == "published"]
    if found and shown:
        # What readers see may be when it was changed, without a word for that.
        changed = {day_of(one.value) for one in _changed(sheet)} - {day_of(one.value) for one in found}
        shown = [one for one in shown if day_of(one.value) not in changed]
    ranked = _best_first([*found, *shown], day_in_address(sheet.page.canonical))
    kept = [*ranked[:1], *found, *_further(sheet, found, shown)]
    return [one for one in ranked if one in kept]


def _plausible(*found: Dated) -> list[Dated]:
    return [one for one in found if plausible(one.value)]


def _further(sheet: Sheet, found: list[Dated], shown: list[Dated]) -> list[Dated]:
    """Of the dates that readers see the first, where there is no other; else one below the headline of another day.

    Up there stand today's, and those of what else there is.
    """
    if not found:
        return shown[:1]
    known = {day_of(one.value) for one in found}
    return [one for one in shown[:1] if day_of(one.value) not in known and one.pointer not in sheet.above]


def modified(sheet: Sheet) -> list[Dated]:
    """When it was changed last, by each place that says so, best first."""
    found = _plausible(*_changed(sheet))
    shown = [one for kind, one in sheet_dates(sheet) if kind == "modified"]
    return _once([*found, *_further(sheet, found, shown)])


def _changed(sheet: Sheet) -> Iterator[Dated]:
    yield from _linked(sheet, "dateModified")
    yield from _metas(sheet, MODIFIED)
    yield from _properties(sheet, ("datemodified", "schema:datemodified"))


def sheet_dates(sheet: Sheet) -> list[tuple[str, Dated]]:
    """The dates that readers see, as *published* or *modified*, looked for once."""
    if sheet.shown_dates is None:
        sheet.shown_dates = list(_shown(sheet, sheet.date_language))
    return sheet.shown_dates


def implausible(sheet: Sheet) -> list[Dated]:
    """Dates of publication that software writes where it has none, such as that of the year 1."""
    return [one for one in (*_linked(sheet, "datePublished"), *_metas(sheet, PUBLISHED)) if not plausible(one.value)][
        :1
    ]


def day_of_update(sheet: Sheet) -> Dated | None:
    """The day of the one date under a headline, which is of an update; None where there is none, or another."""
    blocks = sheet.flow.blocks
    for at in sheet.near:
        block = blocks[at]
        if len(block.text) > 160 or block.parts & (COMMENTS | RELATED | NAVIGATION | QUOTE | CAPTION | CORRECTION):
            continue
        if _corrects(sheet, at):
            continue
        found = STANDING.search(block.text)
        value = find_date(block.text[found.end() :], sheet.date_language) if found else None
        if value is not None and plausible(value) and not EDITED.search(block.text):
            return Said(DateValue(day_of(value), "day", value.raw), sheet.page.pointer(block.node))
    return None


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


def _best_first(found: list[Dated], address: str | None) -> list[Dated]:
    """The first place counts; of those with its day, one that also tells time and zone says more."""
    found = _once(found)
    if not found:
        return []
    first = found[0]
    if address and day_of(first.value) != address and first.value.precision == "day":
        agreeing = next((one for one in found if day_of(one.value) == address), None)
        first = agreeing or first
    if first.value.precision in ("day", "month", "year") or first.value.value[11:19] == "00:00:00":
        # Midnight is what a day becomes in a field that wants a time.
        first = next(
            (
                one
                for one in found
                if one.value.value.startswith(first.value.value[:10])
                and "T" in one.value.value
                and one.value.value[11:19] != "00:00:00"
            ),
            first,
        )
    elif first.value.zone is None:
        same = first.value.value[:16]
        first = next((one for one in found if one.value.zone and one.value.value[:16] == same), first)
    if first.value.zone in UTC:
        # The same moment by the clock of the outlet says on which day it was there.
        own = (one for one in found if one.value.zone not in (None, *UTC) and _is_moment(one, first))
        first = next(own, first)
    return [first, *(one for one in found if one is not first)]


def _is_moment(one: Dated, other: Dated) -> bool:
    """Whether two dates are of one moment; of one minute, where that is on another day."""
    apart = abs(_moment(one) - _moment(other))
    return apart < SECOND or (apart < MINUTE and day_of(one.value) != day_of(other.value))


def _moment(one: Dated) -> datetime:
    return datetime.fromisoformat(one.value.value)


def _once(found: list[Dated]) -> list[Dated]:
    kept: dict[str, Dated] = {}
    for one in found:
        kept.setdefault(one.pointer, one)
    return list(kept.values())[:10]


def _linked(sheet: Sheet, *keys: str) -> Iterator[Dated]:
    for node in sheet.linked.articles[:4]:
        for key in keys:
            for value, pointer in sheet.linked.of(node, key):
                if isinstance(value, dict):
                    value, pointer = value.get("@value"), f"{pointer}/@value"
                text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
                read = read_date(text, sheet.date_language) if isinstance(text, str) else None
                if read is not None:
                    yield Said(read, pointer)
                    break


def _metas(sheet: Sheet, names: Iterable[str], skip: frozenset[str] = frozenset()) -> Iterator[Dated]:
    for name in names:
        if name in skip:
            continue
        for meta in sheet.page.metas.get(name, ())[:20]:
            read = read_date(meta.content, sheet.date_language)
            if read is not None:
                yield Said(read, sheet.page.meta_pointer(meta))
                break


def _properties(sheet: Sheet, names: tuple[str, ...]) -> Iterator[Dated]:
    for name in names:
        for one in sheet.properties.get(name, ())[:3]:
            text, attribute = one.content
            read = read_date(text, sheet.date_language) or find_date(text, sheet.date_language)
            if read is not None:
                yield Said(read, sheet.page.pointer(one.node, attribute))
                break


def _shown(sheet: Sheet, language: str) -> Iterator[tuple[str, Dated]]:
    """Dates that readers see near the headline, and elsewhere where an element is named for it."""
    page = sheet.page
    start = sheet.heading[1]
    address = day_in_address(page.canonical)
    scored: list[tuple[float, int, str, Dated]] = []
    for order, mark in enumerate(sheet.flow.dates[:500]):
        if mark.parts & (COMMENTS | RELATED | QUOTE | CAPTION | CORRECTION) or _corrects(sheet, mark.at):
            continue
        names = mark.names.lower()
        attributes = mark.node.attributes
        exact = next((key for key in EXACT if attributes.get(key)), None)
        read = read_date(attributes.get(exact) or "", language) if exact else None
        text = words(mark.node, 120, apart=True) or _that_it_was_posted(sheet, mark.at)
        near = mark.at in sheet.near
        if read is not None:
            around = f"{text or ''} {_before(sheet, mark.at, near)}"
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
        if block.parts & (COMMENTS | RELATED | CORRECTION) or _corrects(sheet, at):
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


def _corrects(sheet: Sheet, at: int) -> bool:
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


def _before(sheet: Sheet, at: int, near: bool) -> str:
    """The words of the block in which an element stands, where they are few."""
    blocks = sheet.flow.blocks
    if not near or at >= len(blocks):
        return ""
    text = blocks[at].text
    return text if len(text) < 60 else ""
