"""sayso: on whose say-so?

Data validation and provenance for news. What ``__all__`` lists is the public API; bundled plugins use that
and nothing else. Importing it reads no configuration, loads no plugin and opens no file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.accepted.baseline import Baseline
    from sayso.accepted.waivers import Waiver, Waivers
    from sayso.analysis.analysis import Analysis
    from sayso.analysis.elements import Element
    from sayso.analysis.grammar import Grammar
    from sayso.analysis.language import Contest, CueVerb, LanguagePack, by_first_word
    from sayso.analysis.outline import Block
    from sayso.analysis.paragraphs import paragraphs
    from sayso.analysis.quotations import Quotation
    from sayso.analysis.sentence import Sentence
    from sayso.analysis.sources import Source
    from sayso.analysis.tokens import Tokens
    from sayso.analysis.transcripts import Turn
    from sayso.config.settings import Config, OutletProfile, PathSetting, RuleSetting
    from sayso.corpus.corpus import Copy, Corpus
    from sayso.corpus.entry import Entry
    from sayso.corpus.rule import Across, CorpusRule, Trace, corpus_rule
    from sayso.corpus.store import CorpusIndex
    from sayso.deprecation import RemovalWarning, RetiredError
    from sayso.engine import Engine
    from sayso.errors import (
        AmbiguousMatch,
        ConfigError,
        NoMatch,
        PluginError,
        ReadError,
        RecordError,
        SaysoError,
        SelectorError,
    )
    from sayso.frozen import evolve
    from sayso.house.word_rules import word_rules
    from sayso.outside.evidence import Evidence, EvidenceDocument
    from sayso.outside.outside import Outside
    from sayso.outside.quoted import Quoted, quoted
    from sayso.outside.register import Organisation, Register
    from sayso.plugins.entries import bundled
    from sayso.plugins.exporter import Exported, Exporter
    from sayso.plugins.format import Format, Rendering
    from sayso.plugins.hooks import API, hookimpl
    from sayso.plugins.profile import Profile
    from sayso.readers.dated import date_in_form
    from sayso.readers.dates import full_date
    from sayso.readers.document import ITEM_MEDIA_TYPE, Document
    from sayso.readers.draft import Draft
    from sayso.readers.left_out import LeftOut
    from sayso.readers.limits import ContainerLimits
    from sayso.readers.reader import Reader, Reading, reader, refiner
    from sayso.readers.text_facts import state_text_facts
    from sayso.readers.values import VALUES, notes
    from sayso.records.codec import record_from_json, record_from_json_leniently, record_to_json
    from sayso.records.fact import ConfigRef, Fact, PluginRef, SourceField, Status
    from sayso.records.parts import (
        SECTION_KINDS,
        Activity,
        Attribution,
        Claim,
        Link,
        Relation,
        Section,
    )
    from sayso.records.record import ITEM_TYPES, Content, Record, Retrieval
    from sayso.records.record import SCHEMA as RECORD_SCHEMA
    from sayso.records.values import (
        AGENT_KINDS,
        INTERESTED_KINDS,
        NOTE_KINDS,
        ORG_KINDS,
        PRECISIONS,
        Agent,
        DateValue,
        InfoSource,
        Note,
        Org,
    )
    from sayso.records.voices import Anonymity, Correction, Quote, Speaker
    from sayso.report import Coverage, Failure, FindingsError, Gap, ItemReport, Place, Report, ReportedFinding, Skip
    from sayso.report_codec import report_to_json
    from sayso.rules.finding import Certainty, Finding, Severity
    from sayso.rules.item import Defect, Item
    from sayso.rules.rule import Clean, Flagged, Judged, Policy, Rule, rule
    from sayso.text.decode import Decoded, decode
    from sayso.text.json_text import JsonText
    from sayso.text.location import Location, Locations, RawText, Shifts
    from sayso.text.pattern import Pattern
    from sayso.text.selectors import TextSelector
    from sayso.text.span import Span, covering
    from sayso.text.strict_json import parse_json
    from sayso.text.visible import columns, visible
    from sayso.text.web_annotation import TextPositionSelector, TextQuoteSelector
    from sayso.text.word_list import WordList

#: Module to the public names that it is the home of (``public=name`` where it has another name there). A name is
#: loaded when it is first asked for, so that listing plugins, reading a record or checking an item each loads what it
#: needs and no more.
_NAMES_OF = {
    "sayso.accepted.baseline": "Baseline",
    "sayso.accepted.waivers": "Waiver Waivers",
    "sayso.analysis.analysis": "Analysis",
    "sayso.analysis.elements": "Element",
    "sayso.analysis.grammar": "Grammar",
    "sayso.analysis.language": "Contest CueVerb LanguagePack by_first_word",
    "sayso.analysis.outline": "Block",
    "sayso.analysis.paragraphs": "paragraphs",
    "sayso.analysis.quotations": "Quotation",
    "sayso.analysis.sentence": "Sentence",
    "sayso.analysis.sources": "Source",
    "sayso.analysis.tokens": "Tokens",
    "sayso.analysis.transcripts": "Turn",
    "sayso.config.settings": "Config OutletProfile PathSetting RuleSetting",
    "sayso.corpus.corpus": "Copy Corpus",
    "sayso.corpus.entry": "Entry",
    "sayso.corpus.rule": "Across CorpusRule Trace corpus_rule",
    "sayso.corpus.store": "CorpusIndex",
    "sayso.deprecation": "RemovalWarning RetiredError",
    "sayso.engine": "Engine",
    "sayso.errors": "AmbiguousMatch ConfigError NoMatch PluginError ReadError RecordError SaysoError SelectorError",
    "sayso.frozen": "evolve",
    "sayso.house.word_rules": "word_rules",
    "sayso.outside.evidence": "Evidence EvidenceDocument",
    "sayso.outside.outside": "Outside",
    "sayso.outside.quoted": "Quoted quoted",
    "sayso.outside.register": "Organisation Register",
    "sayso.plugins.entries": "bundled",
    "sayso.plugins.exporter": "Exported Exporter",
    "sayso.plugins.format": "Format Rendering",
    "sayso.plugins.hooks": "API hookimpl",
    "sayso.plugins.profile": "Profile",
    "sayso.readers.dated": "date_in_form",
    "sayso.readers.dates": "full_date",
    "sayso.readers.document": "ITEM_MEDIA_TYPE Document",
    "sayso.readers.draft": "Draft",
    "sayso.readers.left_out": "LeftOut",
    "sayso.readers.limits": "ContainerLimits",
    "sayso.readers.reader": "Reader Reading reader refiner",
    "sayso.readers.text_facts": "state_text_facts",
    "sayso.readers.values": "VALUES notes",
    "sayso.records.codec": "record_from_json record_from_json_leniently record_to_json",
    "sayso.records.fact": "ConfigRef Fact PluginRef SourceField Status",
    "sayso.records.parts": "SECTION_KINDS Activity Attribution Claim Link Relation Section",
    "sayso.records.voices": "Anonymity Correction Quote Speaker",
    "sayso.records.record": "ITEM_TYPES RECORD_SCHEMA=SCHEMA Content Record Retrieval",
    "sayso.records.values": (
        "AGENT_KINDS INTERESTED_KINDS NOTE_KINDS ORG_KINDS PRECISIONS Agent DateValue InfoSource Note Org"
    ),
    "sayso.report": "Coverage Failure FindingsError Gap ItemReport Place Report ReportedFinding Skip",
    "sayso.report_codec": "report_to_json",
    "sayso.rules.finding": "Certainty Finding Severity",
    "sayso.rules.item": "Defect Item",
    "sayso.rules.rule": "Clean Flagged Judged Policy Rule rule",
    "sayso.text.decode": "Decoded decode",
    "sayso.text.json_text": "JsonText",
    "sayso.text.location": "Location Locations RawText Shifts",
    "sayso.text.pattern": "Pattern",
    "sayso.text.selectors": "TextSelector",
    "sayso.text.span": "Span covering",
    "sayso.text.strict_json": "parse_json",
    "sayso.text.visible": "columns visible",
    "sayso.text.web_annotation": "TextPositionSelector TextQuoteSelector",
    "sayso.text.word_list": "WordList",
}
_HOMES = {
    public: (module, home or public)
    for module, names in _NAMES_OF.items()
    for public, _, home in (name.partition("=") for name in names.split())
}

__version__ = "0.1.0"

__all__ = [
    "AGENT_KINDS",
    "API",
    "INTERESTED_KINDS",
    "ITEM_MEDIA_TYPE",
    "ITEM_TYPES",
    "NOTE_KINDS",
    "ORG_KINDS",
    "PRECISIONS",
    "RECORD_SCHEMA",
    "SECTION_KINDS",
    "VALUES",
    "Across",
    "Activity",
    "Agent",
    "AmbiguousMatch",
    "Analysis",
    "Anonymity",
    "Attribution",
    "Baseline",
    "Block",
    "Certainty",
    "Claim",
    "Clean",
    "Config",
    "ConfigError",
    "ConfigRef",
    "ContainerLimits",
    "Content",
    "Contest",
    "Copy",
    "Corpus",
    "CorpusIndex",
    "CorpusRule",
    "Correction",
    "Coverage",
    "CueVerb",
    "DateValue",
    "Decoded",
    "Defect",
    "Document",
    "Draft",
    "Element",
    "Engine",
    "Entry",
    "Evidence",
    "EvidenceDocument",
    "Exported",
    "Exporter",
    "Fact",
    "Failure",
    "Finding",
    "FindingsError",
    "Flagged",
    "Format",
    "Gap",
    "Grammar",
    "InfoSource",
    "Item",
    "ItemReport",
    "JsonText",
    "Judged",
    "LanguagePack",
    "LeftOut",
    "Link",
    "Location",
    "Locations",
    "NoMatch",
    "Note",
    "Org",
    "Organisation",
    "OutletProfile",
    "Outside",
    "PathSetting",
    "Pattern",
    "Place",
    "PluginError",
    "PluginRef",
    "Policy",
    "Profile",
    "Quotation",
    "Quote",
    "Quoted",
    "RawText",
    "ReadError",
    "Reader",
    "Reading",
    "Record",
    "RecordError",
    "Register",
    "Relation",
    "RemovalWarning",
    "Rendering",
    "Report",
    "ReportedFinding",
    "RetiredError",
    "Retrieval",
    "Rule",
    "RuleSetting",
    "SaysoError",
    "Section",
    "SelectorError",
    "Sentence",
    "Severity",
    "Shifts",
    "Skip",
    "Source",
    "SourceField",
    "Span",
    "Speaker",
    "Status",
    "TextPositionSelector",
    "TextQuoteSelector",
    "TextSelector",
    "Tokens",
    "Trace",
    "Turn",
    "Waiver",
    "Waivers",
    "WordList",
    "bundled",
    "by_first_word",
    "check",
    "columns",
    "corpus_rule",
    "covering",
    "date_in_form",
    "decode",
    "evolve",
    "full_date",
    "hookimpl",
    "notes",
    "paragraphs",
    "parse_json",
    "quoted",
    "reader",
    "record_from_json",
    "record_from_json_leniently",
    "record_to_json",
    "refiner",
    "report_to_json",
    "rule",
    "state_text_facts",
    "visible",
    "word_rules",
]


if not TYPE_CHECKING:  # for a type checker, a module with this function has every name there is

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            if name.startswith("_"):
                raise AttributeError(f"module 'sayso' has no attribute {name!r}")
            from sayso.deprecation import retired

            return retired(name, __version__)
        from importlib import import_module

        module, home = _HOMES[name]
        found = getattr(import_module(module), home)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def check(source: object) -> Report:
    """Check one input with the installed plugins and no configuration.

    Args:
        source: As for :meth:`Engine.check`, which is what to keep where there is more than one input.
    """
    from sayso.engine import Engine

    return Engine().check(source)  # type: ignore[arg-type]
