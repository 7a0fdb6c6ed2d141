"""The bundled rules: one file a rule, one folder a family."""

from __future__ import annotations

from sayso import Rule


def rules() -> list[Rule]:
    """All bundled rules. They are imported here and not above, so that listing plugins stays quick."""
    from sayso_plugins.rules.attribution.anonymous_collective import anonymous_collective
    from sayso_plugins.rules.attribution.hedge_for_source import hedge_for_source
    from sayso_plugins.rules.attribution.outlet_has_learned import outlet_has_learned
    from sayso_plugins.rules.attribution.unattributed_contestable_claim import unattributed_contestable_claim
    from sayso_plugins.rules.attribution.vague_media import vague_media
    from sayso_plugins.rules.dating.date_missing import date_missing
    from sayso_plugins.rules.dating.relative_date_unanchored import relative_date_unanchored
    from sayso_plugins.rules.independence.disclosure_pointer_lost import disclosure_pointer_lost
    from sayso_plugins.rules.independence.independence_note_missing import independence_note_missing
    from sayso_plugins.rules.labelling.comment_unsigned import comment_unsigned
    from sayso_plugins.rules.labelling.unsourced_fact_in_opinion import unsourced_fact_in_opinion
    from sayso_plugins.rules.provenance.author_missing import author_missing
    from sayso_plugins.rules.provenance.conflicting_assertions import conflicting_assertions
    from sayso_plugins.rules.provenance.fact_without_provenance import fact_without_provenance
    from sayso_plugins.rules.provenance.outlet_unknown import outlet_unknown
    from sayso_plugins.rules.provenance.selector_does_not_resolve import selector_does_not_resolve
    from sayso_plugins.rules.provenance.unknown_key import unknown_key
    from sayso_plugins.rules.quotation.orphan_quote import orphan_quote
    from sayso_plugins.rules.quotation.unbalanced_quote_marks import unbalanced_quote_marks
    from sayso_plugins.rules.sourcing.bare_anonymous_source import bare_anonymous_source
    from sayso_plugins.rules.sourcing.second_hand_chain import second_hand_chain

    return [
        outlet_unknown,
        author_missing,
        fact_without_provenance,
        selector_does_not_resolve,
        conflicting_assertions,
        unknown_key,
        unattributed_contestable_claim,
        vague_media,
        hedge_for_source,
        anonymous_collective,
        outlet_has_learned,
        bare_anonymous_source,
        second_hand_chain,
        orphan_quote,
        unbalanced_quote_marks,
        date_missing,
        relative_date_unanchored,
        independence_note_missing,
        disclosure_pointer_lost,
        comment_unsigned,
        unsourced_fact_in_opinion,
    ]
