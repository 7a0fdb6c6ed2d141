"""What the classes, ids, roles and names of elements say of the part of a page that they hold."""

from __future__ import annotations

from sayso import Pattern

#: Parts of a page, as bits.
NAVIGATION, RELATED, COMMENTS, BIOGRAPHY, CAPTION, FURNITURE, CORRECTION, QUOTE = 1, 2, 4, 8, 16, 32, 64, 128
#: Parts in which no article stands.
OUTSIDE = NAVIGATION | RELATED | COMMENTS | FURNITURE

_SIGNS = (
    (
        COMMENTS,
        (
            r"comm|comments?|comment-?list|comments?-(?:area|section|wrapper|container|form|thread)|respond|disqus|replies|reply|kommentare?|commentaires|comentarios|post-comments"
        ),
    ),
    (
        RELATED,
        (
            r"related\w*|recommend\w*|recirc\w*|read-?(?:more|next|also|on)|more-?(?:from|on|stories|news|articles|posts|like)|most-?(?:read|popular|viewed|shared)"
            r"|popular\w*|trending|elementor-posts-container|posts-(?:container|list|grid|loop)|latest-\w+|teasers?|teaser-\w+|outbrain|taboola|newsletters?|signup|sign-up|subscribe|subscription|paywall|recent-(?:posts|comments|articles)"
            r"|you-may-\w+|next-?(?:post|article|story)|prev(?:ious)?-?(?:post|article)|post-navigation|nav-links|further-reading|see-?also|similar\w*|jp-relatedposts|yarpp\w*"
        ),
    ),
    (
        BIOGRAPHY,
        (
            r"author-?(?:bio|box|info|description|card|about|details|profile|block|area)s?|about-?(?:the-?)?authors?|authorbox|bio|biography|entry-author-info|writer-bio|contributor-bio"
        ),
    ),
    (
        CAPTION,
        (
            r"caption|captions?-text|wp-caption-?(?:text|dd)?|figcaption|photo-?credits?|image-?credits?|bildunterschrift|leyenda|legende"
        ),
    ),
    (CORRECTION, r"corrections?|clarification|editors?-note|correction-\w+"),
    (
        NAVIGATION,
        (
            r"nav|navbar|navigation|main-menu|menu|submenu|mega-?menu|menu-item|breadcrumbs?|pagination|pager|page-numbers|site-footer|page-footer|footer-\w+|sidebar\w*"
            r"|side-bar|skip-link|sitemap|toc|table-of-contents|search-?form|lang(?:uage)?-switch\w*|navbox|catlinks|mw-jump\w*|printfooter|reflist|infobox|hatnote|siteSub"
        ),
    ),
    (
        FURNITURE,
        (
            r"cookies?|cookie-\w+|consent|gdpr|advert\w*|ads?|ad-\w+|adsense|banner|popup|pop-up|modal|overlay|share|sharing|share-\w+|sharedaddy|social|social-\w+|shariff"
            r"|post-?tags|entry-?tags|tag-?list|tags|tagcloud|article-?tags|post-?categories|flattr|jp-post-flair|addtoany\w*|addthis\w*|tools|toolbar|screen-reader-text|sr-only|visually-?hidden"
            r"|entry-(?:meta|footer|utility)|post-?(?:meta|footer|info|data)|postmeta(?:data)?|postinfo|meta-info|post-?edit-link|edit-link|rating|post-?ratings|poll|donate|support-us|authority-control|mw-editsection|noprint"
        ),
    ),
)
SIGNS = Pattern(
    "|".join(
        f"(?P<p{bit}>(?:\\A|[\\s_-])(?:{signs})(?=\\Z|[\\s_]|-(?!open|closed|content-body)))" for bit, signs in _SIGNS
    )
)
CAMEL = Pattern(r"(?<=[a-z0-9])(?=[A-Z])")
ROLE_PARTS = {
    "navigation": NAVIGATION,
    "complementary": NAVIGATION,
    "contentinfo": NAVIGATION,
    "search": NAVIGATION,
    "menu": NAVIGATION,
    "dialog": FURNITURE,
    "banner": 0,
}
TAG_PARTS = {
    "nav": NAVIGATION,
    "aside": NAVIGATION,
    "footer": NAVIGATION,
    "form": FURNITURE,
    "figcaption": CAPTION,
    "button": FURNITURE,
    "dialog": FURNITURE,
    "blockquote": QUOTE,
    "menu": NAVIGATION,
}
#: Elements of which a class says nothing about what they hold.
WHOLE = frozenset({"html", "body", "main", "article"})
#: Classes that hold the body of an article.
BODY = Pattern(
    r"(?:\A|[\s_-])(?:article-?(?:body|content|text|copy|main|inner|wysiwyg)|entry-?(?:content|body|text)|post-?(?:content|body|text|entry|article|bodycopy)|story-?(?:body|content|text)"
    r"|body-?(?:copy|content|text|main)|news-?(?:body|content|text|detail)|content-?(?:body|text|article|main|detail)|single-?(?:content|post-content)|blog-?(?:content|body|post-body)"
    r"|field-?name-?body|field--name-body|node-?(?:content|body)|page-?content|main-?content|td-post-content|the-?content|rich-?text-?body|texte-?article|cuerpo|cuerpo-noticia|mw-parser-output|mw-body-content|mw-content-text|paragraphs|artikel-?(?:text|inhalt|body)|beitrag(?:stext)?|text-?content|e-content|prose)(?=\Z|[\s_-])"
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Marks by which people and dates are found; what they mean is for whoever looks at them.
AUTHORS = Pattern(
    r"author|byline|by-line|writer|autor|auteur|verfasser|redakteur|journalist|reporter|contributor|user-?name|vcard|(?:glyphicon|fa|icon|bi)-(?:user|person|pen)|(?:\A|[\s_-])(?:fn|auth|by|firma|signature|creator|credits?)(?=\Z|[\s_-])|posted-by|submitted|meta|info"
)
DATES = Pattern(
    r"date|time|publish|posted|datum|fecha|meta|info|submitted|created|updated|day|byline|tarih|data(?=\Z|[\s_-])"
)

#: What a style hides for good; larger elements are often shown later by a script.
UNSHOWN = Pattern(r"display\s*:\s*none", 2)
SMALL = frozenset("p span li a td th small em strong b i h1 h2 h3 h4 h5 h6 ul ol dt dd label".split())
