"""When a page was published and changed: every place that says so, the most reliable first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sayso import DateValue, Pattern
from sayso_plugins.readers.html.dates import day_of, find_date, plausible, read_date
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.shown_dates import UTC, corrects, day_in_address, sheet_dates
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
#: How a text opens with the place and the day.
OPENS = Pattern(
    r"(?P<place>[A-ZÀ-ÞŁŚŻČŠŽ][\w.’'/ -]{1,40}),\s(?:den\s|le\s|am\s|il\s)?"
    r"(?P<date>[^–—:()]{6,32}?\d{4})\s?(?:[.:)–—/]|-\s)"
)
#: How news sites head the one date that they show; a page that was *edited* then may be of any age.
STANDING = Pattern(
    r"\b(?:stand|updated?|aktualisiert|mise?\s+à\s+jour|actualizado|aggiornato|atualizado|bijgewerkt|oppdatert|uppdaterad)\b",
    2,
)
EDITED = Pattern(r"edited|modif|geändert|änderung|revision|version|review|checked|geprüft", 2)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def published(sheet: Sheet) -> list[Dated]:
    """When it was published, by each place that says so, best first."""
    found = _plausible(
        *_linked(sheet, "datePublished"),
        *_metas(sheet, PUBLISHED, skip=UNSURE),
        *_properties(sheet, ("datepublished", "pubdate", "dc:issued", "schema:datepublished")),
    )
    # When it was made is another question, and stands in for the answer only where there is none.
    sure = bool(found)
    found = found or _plausible(
        *_linked(sheet, "uploadDate", "dateCreated"),
        *_metas(sheet, [name for name in PUBLISHED if name in UNSURE]),
        *_properties(sheet, ("datecreated",)),
    )
    shown = [one for kind, one in sheet_dates(sheet) if kind == "published"]
    if found and shown and not sure and _is_sooner(sheet, shown[0], found):
        # What some version has as its day is no sooner than the first.
        found = []
    if found and shown and not sure and {day_of(one.value) for one in found} <= _changed_days(sheet):
        # A field for some version has the day on which, as readers see, it was changed.
        found = []
    if found and shown:
        # What readers see may be when it was changed, without a word for that.
        changed = {day_of(one.value) for one in _changed(sheet)} - {day_of(one.value) for one in found}
        shown = [one for one in shown if day_of(one.value) not in changed]
    if not found and not shown:
        return list(_dateline(sheet))
    ranked = _best_first([*found, *shown], day_in_address(sheet.page.canonical))
    kept = [*ranked[:1], *found, *_further(sheet, found, shown)]
    return [one for one in ranked if one in kept]


def _dateline(sheet: Sheet) -> Iterator[Dated]:
    """The date behind a place that opens the text, as releases have it: *Larkmoor, 4 May 2026. The mill …*."""
    blocks = sheet.flow.blocks
    if sheet.first_paragraph < len(blocks):
        block = blocks[sheet.first_paragraph]
        match = OPENS.match(block.text)
        value = find_date(match["date"], sheet.date_language) if match else None
        if value is not None and plausible(value):
            yield Said(value, sheet.page.pointer(block.node))


def _is_sooner(sheet: Sheet, shown: Dated, found: list[Dated]) -> bool:
    """Whether a date right below the headline is of a day before all of those."""
    start = sheet.heading[1]
    below = {sheet.page.pointer(block.node) for block in sheet.flow.blocks[start + 1 : start + 4]}
    near = any(shown.pointer.startswith(one) for one in below)
    return near and all(day_of(shown.value) < day_of(one.value) for one in found)


def _changed_days(sheet: Sheet) -> set[str]:
    return {day_of(one.value) for kind, one in sheet_dates(sheet) if kind == "modified"}


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
        if corrects(sheet, at):
            continue
        found = STANDING.search(block.text)
        value = find_date(block.text[found.end() :], sheet.date_language) if found else None
        if value is not None and plausible(value) and not EDITED.search(block.text):
            return Said(DateValue(day_of(value), "day", value.raw), sheet.page.pointer(block.node))
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
