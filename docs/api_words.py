"""What the page of public names says beside the docstrings: since when, in which order, and what plain fields mean."""

from __future__ import annotations

#: Version to the names that it brought. A name that is gone stands in ``REMOVED``, with the version that is without it.
SINCE = {
    "0.1.0": """
        API INTERESTED_KINDS ITEM_MEDIA_TYPE RECORD_SCHEMA VALUES Across Activity Agent Analysis Anonymity Attribution
        Baseline Block Certainty Claim Clean Config ConfigError ConfigRef ContainerLimits Content Contest Copy Corpus
        CorpusIndex CorpusRule Correction Coverage CueVerb DateValue Decoded Defect Document Draft Engine Entry Evidence
        EvidenceDocument Exported Exporter Fact Failure Finding Flagged Format Gap Grammar InfoSource Item ItemReport
        JsonText Judged LanguagePack LeftOut Link Location Locations Note Org Organisation Outside Pattern Place
        PluginError PluginRef Policy Profile Quotation Quote Quoted RawText ReadError Reader Reading Record RecordError
        Register Relation RemovalWarning Rendering Report ReportedFinding RetiredError Retrieval Rule SaysoError Section
        SelectorError Sentence Severity Shifts Skip Source SourceField Span Speaker Status TextPositionSelector
        TextQuoteSelector TextSelector Trace Waiver Waivers by_first_word check columns corpus_rule covering decode
        date_in_form evolve full_date hookimpl notes paragraphs parse_json quoted reader record_from_json
        record_from_json_leniently record_to_json refiner report_to_json rule visible word_rules
        AmbiguousMatch FindingsError NoMatch OutletProfile PathSetting RuleSetting

        Element Tokens Turn WordList bundled

        AGENT_KINDS ITEM_TYPES NOTE_KINDS ORG_KINDS PRECISIONS SECTION_KINDS state_text_facts

        At Check assert_rule check_example check_examples check_exporter check_format check_language check_reader
        engine_with json_at
    """,
}
REMOVED: dict[str, str] = {}

#: Heading to the modules whose names stand below it; the longest prefix counts.
PARTS = {
    "Check items": ("sayso", "sayso.engine", "sayso.config", "sayso.report", "sayso.report_codec", "sayso.accepted"),
    "Write rules": ("sayso.rules", "sayso.house"),
    "What rules see of a text": ("sayso.analysis",),
    "Compare items": ("sayso.corpus",),
    "What the operator hands over": ("sayso.outside",),
    "Write readers": ("sayso.readers",),
    "Records and facts": ("sayso.records",),
    "Places in texts": ("sayso.text", "sayso.frozen"),
    "Plugins": ("sayso.plugins",),
    "Errors and warnings": ("sayso.errors", "sayso.deprecation"),
    "Test plugins": ("sayso.testing",),
}

#: Where it is said what each of the values of a constant means.
MEANINGS = {
    "ITEM_TYPES": "../explanation/genre.md#item-types",
    "SECTION_KINDS": "../explanation/genre.md#kinds-of-sections",
}

#: What a field means that its class does not describe, where the same holds for all: by name, or by class and name.
FIELDS = {
    "addressee": "The words for whom it was said to.",
    "agent": "Who the words passed through: the id of a speaker, ``author``, or words of the text.",
    "anonymity": "Whether and how the item says why no name is given.",
    "beside": "Plain items of the same corpus.",
    "by": "Who decided it.",
    "check": "The function that yields findings.",
    "column": "From 1, in code points.",
    "confidence": "How sure, from 0 to 1.",
    "content": "The places of what is said; several where it is in pieces, none where it is not given.",
    "content_sha256": "The hash of the text in UTF-8, in hexadecimal.",
    "cue": "The places of the words that attribute, such as *said*; none where a colon or a label does.",
    "cure": "What to do about a finding, in a sentence.",
    "date": "A day or a part of one, as EDTF.",
    "disable": "Names of entry points that are not loaded.",
    "enable": "Names of entry points that are loaded; None for all that are installed.",
    "encoding": "The name of the encoding, as Python knows it.",
    "end": "Behind the last code point.",
    "ended": "When it ended, RFC 3339; None where no time was asked for.",
    "end_column": "Behind the last character, from 1, in code points.",
    "entry": "The item.",
    "error": "A stable word for programs, such as ``encoding``: see [Errors](errors.md).",
    "evidence": "What it rests on, in words of the text or plain items.",
    "exact": "The words themselves.",
    "examples": "Texts on which it must fire, and texts on which it must not.",
    "include": "Patterns of the paths that are items, as in a .gitignore; empty for all.",
    "exclude": "Patterns of paths that are left out, as in a .gitignore.",
    "extra": "What came with the item and is no fact, as JSON values.",
    "facts": "JSON Pointers into the record.",
    "fail_on": "The severity from which the exit code is 1: ``info``, ``warning``, ``error`` or ``never``.",
    "finding": "What was found.",
    "findings": "In the order of the text; those about the item as a whole first.",
    "help": "What to do about it, in a sentence.",
    "href": "Where it stands.",
    "id": "What others refer to it by; unique where it stands.",
    "index": "From 0.",
    "inputs": "Hashes of what went in, SHA-256 in hexadecimal.",
    "item": "Further keys of a plain item.",
    "items": "In the order in which they were read.",
    "kind": "Of what kind it is.",
    "known_false_alarms": "Where it is wrong, in a sentence.",
    "line": "From 1.",
    "locator": "Where inside a container, such as ``line 12``; None outside of any.",
    "max_bytes": "The largest document that is read, in bytes.",
    "media_type": "Such as ``text/html``.",
    "message": "One line: what, where, what to do.",
    "name": "What it is called.",
    "named": "Whether by name.",
    "normalisation": "What was done between the bytes and the text.",
    "outputs": "Hashes of what came out, SHA-256 in hexadecimal.",
    "owner": "Who owns it.",
    "paragraph": "From 0.",
    "path": "Of the file, as it was given; None for an item in memory.",
    "plugin": "Who states it.",
    "plugins": "Those that took part.",
    "policies": "Who asks for it.",
    "prefix": "The words before it.",
    "reader": "Which reader read it.",
    "reason": "Why, in words.",
    "record": "The record, or what it holds otherwise by JSON Pointer.",
    "refine": "For a refiner: what adds to a draft.",
    "read": "For a reader of a format: what makes drafts of a document.",
    "register": "A register, as TOML.",
    "related": "Places that help to understand it.",
    "retrieved_at": "When it was fetched, RFC 3339.",
    "right": "How many were right.",
    "role": "What somebody is, such as *the harbour master*.",
    "rule": "The name of the rule.",
    "section": "The section that holds it.",
    "severity": "How grave it is.",
    "short_name": "A short form of the name.",
    "since": "The version of its distribution that brought it.",
    "skips": "Rules that did not look at it, with the reason.",
    "source": "The places of the words for who said it; none where there are none.",
    "span": "Where it stands in the record's text.",
    "spans": "Places in the text, in order.",
    "speaker": "The id of who said it; None where nobody is known.",
    "start": "The first code point, from 0.",
    "started": "When it began, RFC 3339; None where no time was asked for.",
    "stated": "Whether the item says so itself.",
    "status": "How it is known.",
    "suffix": "The words behind it.",
    "summary": "What it is or flags, in one line.",
    "text": "The words.",
    "translated": "Whether the words were translated for the item.",
    "uri": "Its address.",
    "url": "Its address.",
    "value": "What is known; None where the status is ``missing``.",
    "version": "Of the plugin or sayso, as its distribution has it.",
    "who": "A newsroom or a standard.",
    "says": "What it asks for, in our own words.",
    "why": "The reason, where it is not plain.",
    "wrong": "How many were wrong.",
    "original_language": "The language in which it was said, as a BCP 47 code.",
    "failures": "What could not be read or checked.",
    "quotes": "The ids of the quotations in it.",
    "act": "What was done with the words, such as *say*.",
    "parts": "The pieces of the quotation, in order.",
    "retriever": "Name and version of the reader.",
    "Record.quotes": "The quotations, in the order of the text.",
    "Attribution.id": "``a1``, ``a2`` … in the order of the text.",
    "Claim.section": "The id of the section that holds it.",
    "Config.profile": "The name of a profile.",
    "Config.outlets": "Names to profiles of outlets.",
    "Config.reader": "Reader to its options.",
    "Content.media_type": "Of the document, such as ``text/html``.",
    "Record.content": "The text, and what it came from.",
    "Record.retrieval": "Where it came from, and which reader read it.",
    "Record.sections": "What each stretch of the text is, in order.",
    "Record.language": "A BCP 47 code.",
    "Record.item_type": "Such as ``article``; the schema has all.",
    "Record.headline": "Its words.",
    "Record.outlet": "Who publishes it.",
    "Record.author": "Who wrote or signed it.",
    "Record.date_published": "When it was published.",
    "Record.date_modified": "When it was changed last.",
    "Record.dateline_date": "The day in the dateline.",
    "Record.dateline_place": "The place in the dateline.",
    "Record.independence": "Notes on independence, ownership and money; never empty.",
    "Record.info_sources": "Who supplied it; never empty.",
    "Record.claims": "Statements that need a source.",
    "Record.attributions": "Who is said to have said what, in the order of the text.",
    "Record.corrections": "Notes that say what was wrong.",
    "Record.relations": "Links to other works.",
    "Record.activities": "What made the record, as PROV activities.",
    "Record.schema_version": "Of the schema ``record``.",
    "Record.id": "A URN; ``urn:sayso:sha256:`` and the hash of the text where the item has none.",
    "PluginRef.name": "Of the reader, the analysis or the entry point.",
    "Activity.plugin": "Name and version.",
    "Sentence.section": "The section that holds it.",
    "Fact.source_field": "Where supplied metadata says so.",
    "Fact.selectors": "Where the text says so.",
    "Fact.config_ref": "Which key of which configuration says so.",
    "Fact.looked_in": "Where it was looked for in vain.",
    "Record.speakers": "Everybody to whom the item attributes words.",
    "Record.speakers_searched": "Where speakers were looked for in vain.",
}
