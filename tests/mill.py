"""A record made by hand, with a fact of each status, so that what is shown of it does not hang on the analysis."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from sayso import (
    Agent,
    Attribution,
    Claim,
    ConfigRef,
    Content,
    DateValue,
    Fact,
    Link,
    Note,
    Org,
    PluginRef,
    Record,
    Retrieval,
    Section,
    SourceField,
    Span,
    Speaker,
    Status,
    TextSelector,
)

PLUGIN = PluginRef("plaintext", "1.0.0")


def mill(text: str, **changes: Any) -> Record:
    """The record of a text in which, somewhere, *sources said* that *The mill closed*.

    Args:
        changes: Fields to set otherwise.
    """
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    missing: Fact[Any] = Fact.missing(PLUGIN, looked_in=("metadata: /x is absent", "text"))

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    def found(value: Any, words: str) -> Fact[Any]:
        selector = TextSelector.for_span(at(words), text)
        return Fact.extracted(value, PLUGIN, selectors=(selector,), content_sha256=digest, confidence=0.9)

    author = Fact.asserted((Agent("Ana Ruiz", role="reporter"),), PLUGIN, pointer="/author")
    chain = (Link("author", "writes", "author", False), Link("s1", "say", "unnamed_collective", False))
    fields: dict[str, Any] = {
        "id": "urn:sayso:sha256:" + "0" * 64,
        "content": Content(text, "text/plain", digest, len(text), "decoded from utf-8, line ends kept"),
        "retrieval": Retrieval("plaintext 1.0.0", path="items/a.txt"),
        "language": Fact.inferred("en", PLUGIN, basis="a third of its words are function words", confidence=0.8),
        "item_type": missing,
        "headline": missing,
        "uri": Fact.asserted("https://example.org/mill?a=1&b=2", PLUGIN, pointer="/url"),
        "outlet": Fact(
            Org("Harbour Post", kind="newspaper", owner="Harbour Trust"),
            Status.CONFIGURED,
            PLUGIN,
            config_ref=ConfigRef("sayso.toml", "paths[0].facts.outlet", "override", "news desk"),
        ),
        "author": author.with_alternatives((found((Agent("the mill"),), "The mill"),)),
        "date_published": Fact(
            DateValue("2026-05-04", "day", "4 May 2026"), Status.ASSERTED, PLUGIN, source_field=SourceField("/date")
        ),
        "date_modified": missing,
        "dateline_date": missing,
        "dateline_place": missing,
        "independence": (found(Note("self_statement", "The mill closed"), "The mill closed"),),
        "info_sources": (missing,),
        "sections": (Section("sec1", "news", Span(0, len(text)), missing),),
        "speakers": (Speaker("s1", "sources", "unnamed_collective", False, missing, (at("sources"),)),),
        "attributions": (
            Attribution(
                "a1",
                "indirect",
                "say",
                "reporting",
                (at("sources"),),
                (at("said"),),
                (at("The mill closed"),),
                chain,
                "s1",
                confidence=0.9,
            ),
        ),
        "claims": (
            Claim("c1", at("sent help"), "sec1", found(("military_action",), "sent help"), "unsourced"),
            Claim("c2", at("The mill closed"), "sec1", found(("cause",), "closed"), "attributed", "a1"),
        ),
    }
    return Record(**{**fields, **changes})
