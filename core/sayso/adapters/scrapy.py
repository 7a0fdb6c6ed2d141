"""For Scrapy: an item as a plain item, and a pipeline that checks each.

In the project's settings::

    ITEM_PIPELINES = {"sayso.adapters.scrapy.SaysoPipeline": 300}
    SAYSO_CONFIG = "sayso.toml"          # None by default: nothing is read
    SAYSO_FIELDS = {"body": "text"}      # names of the project's fields, to keys of plain items
    SAYSO_REPORT_FIELD = "sayso"         # where the findings go, if items can have it; None keeps items as they are
    SAYSO_DROP_ON = "error"              # drop items with findings of this severity or above; None drops none
"""

from __future__ import annotations

import dataclasses
import logging
import math
from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

import attrs

from sayso.adapters import fields
from sayso.errors import ConfigError
from sayso.report import Report
from sayso.rules.finding import Severity

if TYPE_CHECKING:
    from sayso.engine import Engine

#: Keys of plain items that a field of the same name fills by itself.
KEYS = frozenset(
    "id text headline outlet author authors date_published date_modified dateline url section item_type language"
    " original_language translated_by sponsored_by info_sources links independence corrections extra".split()
)
#: Keys of which there may be several values; of others in a list, as ItemLoader makes them, the first counts.
MANY = frozenset("author authors info_sources links independence corrections extra".split())
LOG = logging.getLogger(__name__)


def to_item(item: Any, names: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A plain item of a Scrapy item: a dict, an ``Item``, a dataclass or an attrs object.

    A text in a list is its paragraphs; of any other list, where a plain item has one value, the first is taken.

    Args:
        names: Names of its fields to keys of plain items. A field that is named in neither is kept under ``extra``.

    Raises:
        ReadError: If it is no item.
    """
    item = fields.handed(item, "an item of Scrapy")
    given = {(names or {}).get(key, key): one for key, one in _fields(item).items()}
    found = {key: _one(key, _plain(one)) for key, one in given.items() if key in KEYS and not _is_nothing(one)}
    rest = {key: _plain(one) for key, one in given.items() if key not in KEYS}
    extra = found.pop("extra", None)
    kept = extra if isinstance(extra, Mapping) else {}
    return {"text": "", **found, "extra": {**rest, **kept, "extractor": "scrapy"}}


def _fields(item: Any) -> dict[str, Any]:
    given: Any = item  # what is no mapping and no such class may still be taken by dict()
    if isinstance(item, Mapping):
        return dict(item)
    if dataclasses.is_dataclass(item) and not isinstance(item, type):
        return {one.name: getattr(item, one.name) for one in dataclasses.fields(item)}
    if attrs.has(type(item)):
        return {one.name: getattr(item, one.name) for one in attrs.fields(type(item))}
    return dict(given)


def _plain(given: Any) -> Any:
    """Dates as text; what JSON cannot hold as the text that it gives of itself."""
    if isinstance(given, float) and not math.isfinite(given):
        return str(given)
    if isinstance(given, str | int | float | bool) or given is None:
        return given
    if isinstance(given, Mapping):
        return {str(key): _plain(one) for key, one in given.items()}
    if isinstance(given, list | tuple | set | frozenset):
        return [_plain(one) for one in given]
    return fields.when(given) or str(given)


def _is_nothing(given: Any) -> bool:
    return given is None or (isinstance(given, float) and math.isnan(given))


def _one(key: str, given: Any) -> Any:
    if not isinstance(given, list) or key in MANY:
        return given
    if key == "text" and all(isinstance(part, str) for part in given):
        return "\n\n".join(part.strip() for part in given if part.strip())
    return given[0] if given else None


def _near(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, sorted(KEYS), 1, 0.5)
    return f"; did you mean {near[0]!r}?" if near else "; see sayso schema item"


class SaysoPipeline:
    """Checks each item as it comes; findings go into a field of the item, and into the crawler's statistics."""

    def __init__(
        self,
        config: str | None = None,
        names: Mapping[str, str] | None = None,
        report_field: str | None = "sayso",
        drop_on: str | None = None,
        stats: Any = None,
    ) -> None:
        from sayso.engine import Engine

        if drop_on is not None and drop_on not in {one.value for one in Severity}:
            raise ConfigError(f"SAYSO_DROP_ON takes error, warning, info or None, not {drop_on!r}")
        for field, key in (names or {}).items():
            if key not in KEYS:
                raise ConfigError(f"SAYSO_FIELDS: {field!r} goes to {key!r}, which is no key of an item{_near(key)}")
        self.engine: Engine = Engine.from_config(config) if config else Engine()
        self.names = names
        self.report_field = report_field
        self.drop_on: Severity | None = Severity(drop_on) if drop_on else None
        self.stats = stats
        self._told: set[type] = set()

    @classmethod
    def from_crawler(cls, crawler: Any) -> SaysoPipeline:
        """As Scrapy makes it, with the settings of the project."""
        settings = crawler.settings
        return cls(
            config=settings.get("SAYSO_CONFIG"),
            names=settings.getdict("SAYSO_FIELDS"),
            report_field=settings.get("SAYSO_REPORT_FIELD", "sayso"),
            drop_on=settings.get("SAYSO_DROP_ON"),
            stats=crawler.stats,
        )

    def process_item(self, item: Any, spider: Any = None) -> Any:
        """Check an item and hand it on.

        Raises:
            DropItem: Of Scrapy, where findings are as grave as ``SAYSO_DROP_ON``, or the item could not be checked
                while that is set.
        """
        del spider
        from sayso.report_codec import failure_to_json, item_to_json

        report = self.engine.check(to_item(item, self.names))
        self._count(report)
        if self.report_field is not None:
            said = {
                "findings": [finding for one in report.items for finding in item_to_json(one)["findings"]],
                "failures": [failure_to_json(failure) for failure in report.failures],
            }
            self._report(item, self.report_field, said)
        if self.drop_on is not None and (report.failures or report.at_least(self.drop_on)):
            from scrapy.exceptions import DropItem  # type: ignore[import-not-found,unused-ignore]

            rules = ", ".join(sorted({f.rule for f in report.findings if f.severity.rank >= self.drop_on.rank}))
            raise DropItem(f"sayso: {rules or '; '.join(map(str, report.failures))}")
        return item

    def _report(self, item: Any, name: str, said: dict[str, Any]) -> None:
        """Put the findings into an item; one that cannot have them goes on as it is, which is told once for its class.

        Its findings are in the statistics all the same.
        """
        try:
            if isinstance(item, MutableMapping):
                item[name] = said
            else:
                setattr(item, name, said)
        except (KeyError, AttributeError, TypeError):
            if type(item) not in self._told:
                self._told.add(type(item))
                LOG.warning(
                    "items of %s have no field %r for the findings: declare it, or set SAYSO_REPORT_FIELD to one that "
                    "there is, or to None",
                    type(item).__name__,
                    name,
                )

    def _count(self, report: Report) -> None:
        if self.stats is None:
            return
        self.stats.inc_value("sayso/items")
        for finding in report.findings:
            self.stats.inc_value(f"sayso/findings/{finding.rule}")
        for failure in report.failures:
            self.stats.inc_value(f"sayso/failures/{failure.error}")
