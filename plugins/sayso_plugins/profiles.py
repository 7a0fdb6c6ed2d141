"""The bundled profiles: what a kind of newsroom asks for beyond or below the rules' own severities."""

from sayso import Profile

PROFILES = (
    Profile("default", "The severities of the rules themselves."),
    Profile(
        "wire",
        "Agency copy: a bare source is an error, and so is a report without a known outlet.",
        {"sourcing/bare-anonymous-source": "error", "provenance/author-missing": "info"},
    ),
    Profile(
        "broadsheet",
        "A newspaper: hedges and unnamed media in place of a source are errors.",
        {"attribution/hedge-for-source": "error", "attribution/vague-media": "error"},
    ),
    Profile(
        "thinktank",
        "Digests and commentary of institutes: independence and signed comment come first.",
        {"independence/independence-note-missing": "error", "labelling/comment-unsigned": "error"},
    ),
    Profile(
        "aggregator",
        "Items of others: what they carry along matters, how they are written does not.",
        {
            "provenance/author-missing": "info",
            "quotation/unbalanced-quote-marks": "off",
            "labelling/comment-unsigned": "info",
        },
    ),
    Profile(
        "archive",
        "Old items: dates matter, the rest is for information.",
        {
            "provenance/author-missing": "info",
            "attribution/unattributed-contestable-claim": "info",
            "attribution/hedge-for-source": "info",
        },
    ),
)
