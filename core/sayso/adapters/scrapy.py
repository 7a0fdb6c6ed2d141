"""For Scrapy: an item as a plain item, and a pipeline that checks each.

In the project's settings::

    ITEM_PIPELINES = {"sayso.adapters.scrapy.SaysoPipeline": 300}
    SAYSO_CONFIG = "sayso.toml"          # None by default: nothing is read
    SAYSO_FIELDS = {"body": "text"}      # names of the project's fields, to keys of plain items
    SAYSO_REPORT_FIELD = "sayso"         # where the findings go; None keeps items as they are
    SAYSO_DROP_ON = "error"              # drop items with findings of this severity or above; None drops none
"""

from __future__ import annotations

import dataclasses
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


def to_item(item: Any, names: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A plain item of a Scrapy item: a dict, an ``Item``, a dataclass or an attrs object.

    Args:
        names: Names of its fields to keys of plain items. A field that is named in neither is kept under ``extra``.
    """
    given = {(names or {}).get(key, key): one for key, one in _fields(item).items()}
    found = {key: _plain(one) for key, one in given.items() if key in KEYS and one is not None}
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
    if isinstance(given, str | int | float | bool) or given is None:
        return given
    if isinstance(given, Mapping):
        return {str(key): _plain(one) for key, one in given.items()}
    if isinstance(given, list | tuple | set | frozenset):
        return [_plain(one) for one in given]
    return fields.when(given) or str(given)


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
        self.engine: Engine = Engine.from_config(config) if config else Engine()
        self.names = names
        self.report_field = report_field
        self.drop_on: Severity | None = Severity(drop_on) if drop_on else None
        self.stats = stats

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
            if isinstance(item, MutableMapping):
                item[self.report_field] = said
            else:
                setattr(item, self.report_field, said)
        if self.drop_on is not None and (report.failures or report.at_least(self.drop_on)):
            from scrapy.exceptions import DropItem  # type: ignore[import-not-found,unused-ignore]

            rules = ", ".join(sorted({f.rule for f in report.findings if f.severity.rank >= self.drop_on.rank}))
            raise DropItem(f"sayso: {rules or '; '.join(map(str, report.failures))}")
        return item

    def _count(self, report: Report) -> None:
        if self.stats is None:
            return
        self.stats.inc_value("sayso/items")
        for finding in report.findings:
            self.stats.inc_value(f"sayso/findings/{finding.rule}")
        for failure in report.failures:
            self.stats.inc_value(f"sayso/failures/{failure.error}")
