"""Words that bylines, labels and names of organisations are made of, in the languages in which they are read.

General words of the trade; no outlet's own.
"""

from __future__ import annotations

from sayso import Pattern

#: What stands before the names in a byline. Longest first, so that *written by* is not taken for *written*.
BY = Pattern(
    r"""(?:
    (?:(?:words|story|text|report|reporting|writing|article|photos?|pictures?|video|opinion|analysis|review|commentary|column|essay|post|blog\ post
        |words\ and\ pictures|exclusive|guest\ post)\s+)?
        (?:(?:originally\s+|first\s+)?(?:written|posted|published|reported|authored|submitted|created|contributed|edited|compiled|added
        |uploaded|shared|posted\ on\ .{4,40}?|published\ on\ .{4,40}?|filed|produced|presented)\s+)?by(?:\s+the)?(?:\s+author)?\b
    |(?:article\s+|post\s+|story\s+)?(?:author|authors|writer|writers|reporter|reporters|contributor|contributors|byline|columnist|blogger)(?:\(s\))?\b(?=\s*[:\-–—|]|\s*$)
    |about\s+the\s+authors?\b | from\ our\ correspondent | (?:words|text|interview|testo|texto|texte|tekst|bericht|report|reportage)(?:\s+(?:and|&|und|et|y|e)\s+[^\W\d_]{3,15})?\s*: | (?-i:WORDS\s(?=[A-Z]{2}))
    |(?:ein\ |eine\ )?(?:(?:gast)?(?:beitrag|artikel|kommentar|kolumne|analyse|text|bericht|reportage|interview|rezension|glosse|essay|protokoll))\s+von\b
    |(?:geschrieben|gespeichert|verfasst|veröffentlicht|gepostet|erstellt|publiziert|eingestellt|eingetragen)\s+(?:am\s.{4,40}?\s)?(?:von|durch)\b
    |von\b | autor(?:in|en|innen|:in)?\b(?=\s*[:\-–—|]|\s*$) | verfasser(?:in)?\b(?=\s*:) | aus\ der\ feder\ von
    |(?:écrit|publié|posté|rédigé|proposé|créé)\s+(?:le\s.{4,40}?\s)?par\b | (?:un\ article|propos\ recueillis|textes?)\s+(?:de|par)\b | propos\ recueillis(?:\ et\ textes?)?\s*: | par\b
        | auteur(?:e|s|\(s\))?\b(?=\s*[:\-–—|]|\s*$)
    |(?:escrito|publicado|redactado|elaborado|enviado)\s+(?:el\s.{4,40}?\s)?por\b | por\b | autor(?:a|es)?\b(?=\s*[:\-–—|]|\s*$) | texto\s*:
    |(?:scritto|pubblicato|inserito|postato)\s+(?:il\s.{4,40}?\s)?da\b | (?:articolo\s+)?di\b | da\b | autor[ei]\b(?=\s*[:\-–—|]|\s*$) | a\ cura\ di
    |(?:escrito|publicado|postado)\s+(?:em\s.{4,40}?\s)?por\b
    |(?:geschreven|geplaatst|gepubliceerd|door)\s+door\b | door\b | auteurs?\b(?=\s*:)
    |skribent(?:er)?\b | (?:skrevet|skriven|skrivet|publisert|publicerad|udgivet|postet)\s+(?:av|af)\b | (?:av|af)\b(?=\s*:?\s+\S) | (?:tekst|text|foto)\b(?=\s*:\s+\S)
    |(?:opublikował(?:a)?|napisał(?:a)?|dodał(?:a)?|autorzy|autor|autorka|tekst|przez)\b\s*:?
    |(?:автор(?:ы)?|текст|опубликовал(?:а)?|корреспондент)\b\s*:? | yazan\b\s*: | haber\s*: | szerző\s*: | írta\s*: | scris\ de\b | (?:kirjoittaja|toimittaja)\s*:
    |(?:作者|文|記者|记者|글쓴이|기자)\s*[:：]
    )\s*[:：\-–—|]?\s*""",
    2 | 64,
)
#: What stands between two names.
AND = Pattern(
    r"\s*(?:;|\||/|·|•|\n|\s&\s|\s\+\s|,?\s(?:and|AND|und|UND|et|ET|y|e|en|i|och|og|ve|и|та|sowie|with|mit|con|avec|com|met|med|és|și|ja|a)\s|，|、|,)\s*"
)
#: Conjunctions that are names' own letters elsewhere: they join only where words with capitals are on both sides.
WEAK_AND = frozenset({"e", "en", "i", "y", "a", "ja", "ve"})
#: Behind a name, what it goes on with.
TAIL = Pattern(
    r"""\s+(?:for|in|at|from|is|was|has|writes|reports|reporting|reported|covers|on|explains|via|near|under|unter|aus|für|ist|schreibt
    |berichtet|para|desde|pour|est|voor|för|w|w\ firmie)\s.*\Z|\s+(?:am|um|le|il|el|op|den|dne|dnia|,\s*am)\s+\d.*\Z""",
    2 | 64,
)
#: What names somebody's work, not somebody.
ROLES = frozenset(
    """writer editor reporter correspondent columnist journalist contributor producer photographer staff senior chief
    deputy assistant associate managing executive news political politics economics business technology tech science
    health education environment sports sport culture arts travel investigative foreign national international local
    digital special diplomatic defence defense security royal bureau head lead freelance guest contributing intern
    fellow researcher analyst professor lecturer director founder co-founder ceo president author critic blogger host
    anchor presenter multimedia data opinion features entertainment community general assignment democracy web online social
    media video audio podcast copy breaking city state crime court courts religion affairs editor-in-chief publisher
    redakteur redakteurin redaktor redaktorin chefredakteur chefredakteurin korrespondent korrespondentin journalistin
    reporterin autor autorin volontär volontärin ressortleiter ressortleiterin freier freie mitarbeiter mitarbeiterin
    kolumnist kolumnistin leiter leiterin stellvertretende stellvertretender
    journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée spécial spéciale chef cheffe grand
    chroniqueur chroniqueuse redactor redactora periodista corresponsal jefe jefa enviado enviada especial columnista
    redattore redattrice giornalista inviato corrispondente redacteur verslaggever journalistka dziennikarz redaktor
    by the of for and at in our your der die das für und de la le des en von et du del""".split()
)
#: Those of the roles without which a phrase is none.
ROLE_HEADS = frozenset(
    """writer editor reporter correspondent columnist journalist contributor producer photographer staff intern fellow
    researcher analyst professor lecturer director founder co-founder ceo president author critic blogger host anchor
    presenter editor-in-chief publisher redakteur redakteurin redaktor redaktorin chefredakteur chefredakteurin
    korrespondent korrespondentin journalistin reporterin autorin volontär volontärin ressortleiter ressortleiterin
    mitarbeiter mitarbeiterin kolumnist kolumnistin leiter leiterin journaliste rédacteur rédactrice correspondant correspondante
    chroniqueur chroniqueuse redactor redactora periodista corresponsal columnista redattore redattrice giornalista
    corrispondente redacteur verslaggever journalistka dziennikarz freelance freelancer writers reporters editors
    correspondents""".split()
)
#: News agencies, by the names under which they sign.
AGENCIES = frozenset(
    """dpa|afp|ap|apa|ansa|efe|reuters|sid|epd|kna|sda|keystone-sda|ats|belga|anp|tt|ntb|ritzau|stt|lusa|pap|ctk|čtk|mti
    |tass|xinhua|pti|ani|ians|uni|kyodo|jiji|yonhap|bernama|antara|afp-sid|pa|pa media|aap|upi|tanjug|hina|agerpres
    |bta|unian|ukrinform|interfax|ria novosti|anadolu|anadolu agency|associated press|the associated press
    |agence france-presse|agence france presse|press association|deutsche presse-agentur|europa press|agencia efe
    |bloomberg|bloomberg news|canadian press|the canadian press|agencia|agencias|agenturen|agence|agences|agenzie
    |ots|dpa-afx|dts|dts nachrichtenagentur|adnkronos|agi|prensa latina|télam|telam|notimex""".replace("\n", "").split(
        "|"
    )
)
AGENCY_NAMES = frozenset(name.strip() for name in AGENCIES)
#: Words that make a name one of an organisation.
ORGANISATION_WORDS = frozenset(
    """news media agency press redaktion newsroom newsdesk webdesk team desk editorial editors board staff university institute
    foundation ministry department office committee association society council center centre group company
    corporation inc inc. ltd ltd. gmbh ag llc plc magazine newspaper tv radio network blog times post herald tribune
    gazette journal observer zeitung nachrichten verlag rundfunk agentur redacción redaccion redazione rédaction
    redaction redactie redakcja redaksi редакция agencia agence agenzia online digital project bureau reporters
    writers contributors authors correspondents collective coalition union bank ministerium presse medien stiftung
    verein institut universität université universidad ministère ministerio gobierno government wire daily today
    studio studios channel service services sponsored partner content advertorial werbung anzeige agencies agenturen agencias agences""".split()
)
#: Words that do so anywhere in a name of several.
ANYWHERE = frozenset(
    "redaktion newsroom newsdesk webdesk team staff university institute foundation ministry department office committee association "
    "council college school gmbh inc ltd llc editorial agency press redazione redacción rédaction redactie redakcja contributors "
    "editors reporters news media desk ministerium agencia universität".split()
)
#: First words of what looks like a name and is none.
NO_NAME = frozenset(
    """the a an this that more read see all our your my share follow sign view about posted published updated last
    in on at to for from with what why how when who is are der die das ein eine mehr alle zum zur im am le la les el los
    las un una il lo gli new breaking top latest related photo photos image images video videos advertisement
    copyright continue click subscribe newsletter getty""".split()
)
#: Accounts of software and words that stand where a name should.
NOBODY = frozenset(
    """john_doe jane_doe admin administrator webmaster wordpress root superuser super_user default unknown anonymous anonym anonyme guest
    gast null none undefined nil n/a na - -- – — ? test user editor author autor auteur autore by von par redactor
    site_admin siteadmin web_admin webadmin wpadmin wp_admin wpengine adm demo system no_author unbekannt visiteur
    name_pflichtfeld name hidden private posts view_all_posts see_all follow contact kontakt comments share home
    login log_in sign_in more mehr read_more
    lien_permanent permalink permanent_link wire_reports staff_reports staff_and_wire_reports""".replace(
        "-- –", "--  –"
    ).split()
)
#: Labels of paid content.
SPONSORED = Pattern(
    r"\s*(?:sponsored(?:\s+(?:content|post|article|story|feature))?(?:\s+by\s+.{2,60})?|paid\s+(?:content|post|partner(?:ship)?|program(?:me)?)"
    r"(?:\s+(?:by|for|from)\s+.{2,60})?|advertorial|advertisement\s+feature|partner\s+content|branded\s+content|promoted(?:\s+by\s+.{2,60})?"
    r"|brought\s+to\s+you\s+by\s+.{2,60}|in\s+partnership\s+with\s+.{2,60}|anzeige|werbung|bezahlter\s+inhalt|sonderveröffentlichung"
    r"|contenido\s+(?:patrocinado|de\s+marca)|publirreportaje|publicidad|contenu\s+(?:sponsorisé|partenaire)|publireportage|publi-?rédactionnel"
    r"|contenuto\s+sponsorizzato|conteúdo\s+patrocinado|partnerinhalt|in\s+samenwerking\s+met\s+.{2,60}|annonsinnehåll|annonse)\s*[:.|]?\s*",
    2,
)
#: Labels and sections of opinion, and of other kinds of item.
KINDS = {
    **dict.fromkeys(
        """opinion opinions op-ed oped opinión opinião opinie editorial editorials commentary comment comments
        commentisfree kommentar kommentare kommentti meinung meinungen column columns columnists columna columnas
        kolumne leitartikel debate debatt letters tribune tribunes édito editoriale editoriales leader viewpoint
        viewpoints perspectives mening ledare opinions-editorials opinion-columns publicystyka мнение мнения""".split(),
        "opinion",
    ),
    **dict.fromkeys("analysis analyse analyses análisis analisi analiza analys".split(), "analysis"),
    **dict.fromkeys("interview interviews entrevista entretien intervista wywiad".split(), "interview"),
    **dict.fromkeys(("obituary", "obituaries", "nachruf", "obituario", "nécrologie", "necrologio"), "obituary"),
    **dict.fromkeys(
        ("fact check", "fact-check", "factcheck", "faktencheck", "fact checks", "verificación"), "fact_check"
    ),
    **dict.fromkeys(
        ("press release", "press releases", "pressemitteilung", "comunicado", "news release"), "press_release"
    ),
}
#: What parts a name from what its bearer is: *Saalblatt. Magazin für Musik*.
TAGLINE = Pattern(r"[.,:]\s")
#: What parts the pieces of a title: *Pier to close - News | Larkmoor Echo*.
SUFFIX = Pattern(r"\s+[|·•»›:✩—–-]+\s+|\s*[|»›｜]\s*|:\s+|：|_(?=[\u3040-\u9fff\uac00-\ud7af])")
#: Names of parts and of software, which are no outlet's.
NO_OUTLET = frozenset(
    "home homepage startseite news blog wordpress my site website start index main page default site untitled inicio "
    "accueil aktuelles".split()
) | {"my site", "home page", "my blog", "facebook", "twitter", "drupal", "joomla", "blogger", "wix", "google"}


def is_outlet_name(name: str) -> bool:
    """Whether words can be the name of an outlet: of no part of a site, no address, account or byline."""
    return (
        1 < len(name) <= 80
        and any(c.isalpha() for c in name)
        and name.casefold() not in NO_OUTLET
        and "://" not in name
        and not name.startswith(("@", "by ", "By "))
    )
