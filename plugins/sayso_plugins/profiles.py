"""The bundled profiles: what a kind of newsroom asks for beyond or below the rules' own severities.

A rule in preview that a profile names is on in it. What such a rule finds in texts has not been judged enough, so that
it is for information; one that compares metadata with each other may be graver.
"""

from sayso import Profile

PROFILES = (
    Profile("default", "The severities of the rules themselves."),
    Profile(
        "wire",
        "Agency copy: a bare source is an error, and so is a report without a known outlet.",
        {
            "sourcing/bare-anonymous-source": "error",
            "provenance/author-missing": "info",
            "provenance/agency-credit-unrecorded": "info",
            "dating/dateline-missing": "warning",
            "dating/impossible-or-conflicting-date": "error",
            "sourcing/anonymity-without-reason": "info",
            "sourcing/plural-sources-one-voice": "info",
            "sourcing/single-anonymous-source": "info",
        },
    ),
    Profile(
        "broadsheet",
        "A newspaper: hedges and unnamed media in place of a source are errors.",
        {
            "attribution/hedge-for-source": "error",
            "attribution/vague-media": "error",
            "attribution/poll-without-method": "info",
            "dating/incomplete-correction": "info",
            "labelling/headline-outruns-body": "info",
            "quotation/headline-quote-not-in-body": "info",
            "sourcing/accusation-without-response": "info",
            "sourcing/anonymity-without-reason": "info",
        },
    ),
    Profile(
        "thinktank",
        "Digests and commentary of institutes: independence and signed comment come first.",
        {
            "independence/independence-note-missing": "error",
            "independence/subject-is-funder-or-owner": "info",
            "labelling/comment-unsigned": "error",
            "labelling/mixed-or-mismatched-genre": "info",
        },
    ),
    Profile(
        "aggregator",
        "Items of others: what they carry along matters, how they are written does not.",
        {
            "provenance/author-missing": "info",
            "provenance/agency-credit-unrecorded": "info",
            "provenance/placeholder-value": "warning",
            "quotation/unbalanced-quote-marks": "off",
            "labelling/comment-unsigned": "info",
            "independence/promotional-content-unlabelled": "warning",
            "consistency/one-origin-many-items": "info",
            "consistency/uncredited-copy": "info",
        },
    ),
    Profile(
        "archive",
        "Old items: dates matter, the rest is for information.",
        {
            "provenance/author-missing": "info",
            "attribution/unattributed-contestable-claim": "info",
            "attribution/hedge-for-source": "info",
            "attribution/vague-media": "info",
            "attribution/anonymous-collective": "info",
            "dating/impossible-or-conflicting-date": "error",
            "dating/incomplete-correction": "info",
            "dating/silent-change": "info",
        },
        {"dating/relative-date-unanchored": {"anchored": True}},
    ),
    Profile(
        "dataset",
        "Rows for a corpus or a model: facts that are missing, made up or at odds are errors, style is nothing.",
        {
            "dating/impossible-or-conflicting-date": "error",
            "provenance/author-missing": "info",
            "provenance/conflicting-assertions": "error",
            "provenance/placeholder-value": "error",
            "provenance/unknown-key": "off",
            "consistency/one-origin-many-items": "info",
            "consistency/uncredited-copy": "info",
            "attribution/anonymous-collective": "info",
            "attribution/hedge-for-source": "info",
            "attribution/unattributed-contestable-claim": "info",
            "attribution/vague-media": "info",
            "quotation/orphan-quote": "info",
            "quotation/unbalanced-quote-marks": "off",
            "sourcing/second-hand-chain": "info",
        },
    ),
)
