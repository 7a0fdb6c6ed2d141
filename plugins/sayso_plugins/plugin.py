"""The hooks of the bundled plugins: they come in by the same door as a stranger's."""

from __future__ import annotations

from collections.abc import Iterable

from sayso import Exporter, Format, LanguagePack, Profile, Reader, Rule, hookimpl

requires_api = 1


@hookimpl
def sayso_readers() -> Iterable[Reader]:
    """Offer the bundled readers."""
    from sayso_plugins.readers.containers.readers import containers
    from sayso_plugins.readers.digest import digest
    from sayso_plugins.readers.feeds.json_feed import json_feed
    from sayso_plugins.readers.feeds.reader import feed
    from sayso_plugins.readers.html.reader import html
    from sayso_plugins.readers.json_items import json_items, jsonl_items
    from sayso_plugins.readers.letters.reader import email, mbox
    from sayso_plugins.readers.linked_data.reader import claimreview, jsonld
    from sayso_plugins.readers.markdown.reader import markdown
    from sayso_plugins.readers.ninjs.reader import ninjs
    from sayso_plugins.readers.own_output import own_output
    from sayso_plugins.readers.plaintext import plaintext
    from sayso_plugins.readers.tables.csv_items import csv_items
    from sayso_plugins.readers.tables.parquet import parquet
    from sayso_plugins.readers.transcript import transcript
    from sayso_plugins.readers.warc.reader import warc
    from sayso_plugins.readers.wire_xml.newsml_g2 import newsml_g2
    from sayso_plugins.readers.wire_xml.nitf import nitf

    return [
        plaintext,
        json_items,
        jsonl_items,
        markdown,
        feed,
        json_feed,
        ninjs,
        jsonld,
        claimreview,
        newsml_g2,
        nitf,
        email,
        mbox,
        digest,
        transcript,
        *containers,
        warc,
        html,
        csv_items,
        parquet,
        own_output,
    ]


@hookimpl
def sayso_rules() -> Iterable[Rule]:
    """Offer the bundled rules."""
    from sayso_plugins.rules import rules

    return rules()


@hookimpl
def sayso_formats() -> Iterable[Format]:
    """Offer the bundled report formats."""
    from sayso_plugins.formats import formats

    return formats()


@hookimpl
def sayso_exporters() -> Iterable[Exporter]:
    """Offer the bundled exporters."""
    from sayso_plugins.exporters import exporters

    return exporters()


@hookimpl
def sayso_profiles() -> Iterable[Profile]:
    """Offer the bundled profiles."""
    from sayso_plugins.profiles import PROFILES

    return PROFILES


@hookimpl
def sayso_languages() -> Iterable[LanguagePack]:
    """Offer the bundled language packs."""
    from sayso_plugins.words.en import ENGLISH
    from sayso_plugins.words.es import SPANISH

    return [ENGLISH, SPANISH]
