"""The bundled rules: one file a rule, one folder a family."""

from __future__ import annotations

from sayso import Rule


def rules() -> list[Rule]:
    """All bundled rules. They are imported here and not above, so that listing plugins stays quick."""
    from sayso_plugins.rules.attribution.anonymous_collective import anonymous_collective
    from sayso_plugins.rules.attribution.hedge_for_source import hedge_for_source
    from sayso_plugins.rules.attribution.late_attribution import late_attribution
    from sayso_plugins.rules.attribution.loaded_attribution_verb import loaded_attribution_verb
    from sayso_plugins.rules.attribution.metonym_as_speaker import metonym_as_speaker
    from sayso_plugins.rules.attribution.outlet_has_learned import outlet_has_learned
    from sayso_plugins.rules.attribution.poll_without_method import poll_without_method
    from sayso_plugins.rules.attribution.statistic_without_source import statistic_without_source
    from sayso_plugins.rules.attribution.unattributed_contestable_claim import unattributed_contestable_claim
    from sayso_plugins.rules.attribution.unidentified_study_or_document import unidentified_study_or_document
    from sayso_plugins.rules.attribution.vague_media import vague_media
    from sayso_plugins.rules.consistency.attribution_drift import attribution_drift
    from sayso_plugins.rules.consistency.circular_citation import circular_citation
    from sayso_plugins.rules.consistency.internal_contradiction import internal_contradiction
    from sayso_plugins.rules.consistency.one_origin_many_items import one_origin_many_items
    from sayso_plugins.rules.consistency.uncredited_copy import uncredited_copy
    from sayso_plugins.rules.dating.date_missing import date_missing
    from sayso_plugins.rules.dating.dateline_missing import dateline_missing
    from sayso_plugins.rules.dating.impossible_or_conflicting_date import impossible_or_conflicting_date
    from sayso_plugins.rules.dating.incomplete_correction import incomplete_correction
    from sayso_plugins.rules.dating.relative_date_unanchored import relative_date_unanchored
    from sayso_plugins.rules.dating.silent_change import silent_change
    from sayso_plugins.rules.independence.disclosure_pointer_lost import disclosure_pointer_lost
    from sayso_plugins.rules.independence.independence_note_missing import independence_note_missing
    from sayso_plugins.rules.independence.promotional_content_unlabelled import promotional_content_unlabelled
    from sayso_plugins.rules.independence.source_affiliation_undisclosed import source_affiliation_undisclosed
    from sayso_plugins.rules.independence.subject_is_funder_or_owner import subject_is_funder_or_owner
    from sayso_plugins.rules.labelling.comment_unsigned import comment_unsigned
    from sayso_plugins.rules.labelling.headline_outruns_body import headline_outruns_body
    from sayso_plugins.rules.labelling.mixed_or_mismatched_genre import mixed_or_mismatched_genre
    from sayso_plugins.rules.labelling.opinion_in_news import opinion_in_news
    from sayso_plugins.rules.labelling.unsourced_fact_in_opinion import unsourced_fact_in_opinion
    from sayso_plugins.rules.provenance.agency_credit_unrecorded import agency_credit_unrecorded
    from sayso_plugins.rules.provenance.author_missing import author_missing
    from sayso_plugins.rules.provenance.conflicting_assertions import conflicting_assertions
    from sayso_plugins.rules.provenance.fact_without_provenance import fact_without_provenance
    from sayso_plugins.rules.provenance.outlet_unknown import outlet_unknown
    from sayso_plugins.rules.provenance.placeholder_value import placeholder_value
    from sayso_plugins.rules.provenance.selector_does_not_resolve import selector_does_not_resolve
    from sayso_plugins.rules.provenance.unknown_key import unknown_key
    from sayso_plugins.rules.quotation.altered_quote import altered_quote
    from sayso_plugins.rules.quotation.headline_quote_not_in_body import headline_quote_not_in_body
    from sayso_plugins.rules.quotation.orphan_quote import orphan_quote
    from sayso_plugins.rules.quotation.quote_not_in_cited_source import quote_not_in_cited_source
    from sayso_plugins.rules.quotation.quotes_run_together import quotes_run_together
    from sayso_plugins.rules.quotation.unbalanced_quote_marks import unbalanced_quote_marks
    from sayso_plugins.rules.quotation.undisclosed_translation import undisclosed_translation
    from sayso_plugins.rules.sourcing.accusation_without_response import accusation_without_response
    from sayso_plugins.rules.sourcing.anonymity_without_reason import anonymity_without_reason
    from sayso_plugins.rules.sourcing.anonymous_opinion_or_attack import anonymous_opinion_or_attack
    from sayso_plugins.rules.sourcing.bare_anonymous_source import bare_anonymous_source
    from sayso_plugins.rules.sourcing.one_sided_sourcing import one_sided_sourcing
    from sayso_plugins.rules.sourcing.plural_sources_one_voice import plural_sources_one_voice
    from sayso_plugins.rules.sourcing.second_hand_chain import second_hand_chain
    from sayso_plugins.rules.sourcing.single_anonymous_source import single_anonymous_source
    from sayso_plugins.rules.sourcing.social_post_unverified import social_post_unverified
    from sayso_plugins.rules.sourcing.source_role_missing import source_role_missing

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
        late_attribution,
        loaded_attribution_verb,
        metonym_as_speaker,
        poll_without_method,
        statistic_without_source,
        unidentified_study_or_document,
        internal_contradiction,
        silent_change,
        circular_citation,
        one_origin_many_items,
        uncredited_copy,
        attribution_drift,
        dateline_missing,
        impossible_or_conflicting_date,
        incomplete_correction,
        promotional_content_unlabelled,
        source_affiliation_undisclosed,
        subject_is_funder_or_owner,
        headline_outruns_body,
        mixed_or_mismatched_genre,
        opinion_in_news,
        agency_credit_unrecorded,
        placeholder_value,
        altered_quote,
        headline_quote_not_in_body,
        quote_not_in_cited_source,
        quotes_run_together,
        undisclosed_translation,
        accusation_without_response,
        anonymity_without_reason,
        anonymous_opinion_or_attack,
        one_sided_sourcing,
        plural_sources_one_voice,
        single_anonymous_source,
        social_post_unverified,
        source_role_missing,
    ]
