"""Who wrote it: names of people and organisations out of what pages write where authors should be."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import unescape

from sayso import Agent, Pattern
from sayso_plugins.readers.html.dates import find_date, month_of
from sayso_plugins.readers.html.houses import agency_in, is_agency, is_organisation, with_house
from sayso_plugins.readers.html.same import plain, without_tags
from sayso_plugins.readers.html.words import (
    AND,
    BY,
    NO_NAME,
    ROLE_HEADS,
    ROLES,
    TAIL,
    WEAK_AND,
)

ADDRESS = Pattern(r"https?://\S+|www\.\S+|\S+@[\w-]+\.[\w.-]+|\(\s*@\w+\s*\)|@\w+")
BRACKETS = Pattern(r"\s*[(\[][^()\[\]]{0,80}[)\]]\s*")
TRIM = ' \t\n\r\u00a0,;:|·•–—-/\\*_"“”„«»<>()[]'
DASH = Pattern(r" [–—-] ")
CLOCK = Pattern(
    r"\d{1,2}[:.]\d{2}|\b\d+\s*(?:min|mins|minutes?|minuten|comments?|views?|shares?|kommentare?)\b|\b(?:19|20)\d{2}\b"
)
LAST_FIRST = Pattern(
    r"([^\W\d_][\w’'.-]+(?:\s[^\W\d_][\w’'.-]+){0,2}),\s*([^\W\d_][\w’'.-]*(?:\s[^\W\d_][\w’'.-]*){0,2})\Z"
)
#: Small words inside names.
PARTICLES = frozenset(
    "de da do dos das del della di du des la le los las van von der den ter ten te zu zum zur af av al el bin ibn ben "
    "bint y e i of the and und et".split()
)
LONGEST = 300
#: Pieces of a byline of two people.
COUPLE = 2
#: Prepositions that are also the beginnings of names.
WEAK_BY = frozenset("von par por di da door av af do przez by".split()) - {"by"}
#: Where a line goes on with when it was written.
CUT = Pattern(
    r"\s*\b(?:stand(?=\s*:|\Z)|updated|last\s+(?:updated|modified)|published|posted|aktualisiert|veröffentlicht|publié|mis\s+à\s+jour|publicado|actualizado"
    r"|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|follow|read\s+more|view\s+(?:all|profile|bio)|more\s+from|share|min\s+read|permalink|comments?(?=\s*\(|\s*\d|\Z)|leave\s+a|special\s+to|bookmark(?=\s(?:the|de))|ajoutez(?=\sce)|guarda(?=\s(?:el|este))|contrassegna(?=\sil))\b.*\Z|\s*\d+\s*min\b.*\Z|\s+@\s.*\Z"
    r"|\s*\b(?:an?|\d+)\s*(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b.*\Z|\s*\bvor\s+(?:\d+|eine[mr]|einigen)\s+\w+\Z|\s*\bil\s+y\s+a\s+\d+\s+\w+\Z|\s*\bhace\s+\d+\s+\w+\Z",
    2,
)
LABELS = frozenset("author authors autor autorin auteur autore by von writer reporter text texte".split())
ON = Pattern(
    r"[\s,(|·•–—-]*(?:\b(?:on|am|at|le|el|il|den|op|em|vom|the|dnia|dne)\b)?[\s,]*(?:\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)"
    r"|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)|(?:mo|di|mi|do|fr|sa|so)|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|(?:luned|marted|mercoled|gioved|venerd)ì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\b)?[\s,.]*\Z",
    2,
)
INNER_BY = Pattern(r"(?:\A|\s)(?:by|By|BY|von|Von|par|Par|por|Por|door|Door)\s+(?=[A-ZÀ-ÞŁŚŻČŠŽ])")
PICTURES = Pattern(
    r"(?:fotos?|photos?|photograph(?:s|y|er)?|bild(?:er)?|images?|pictures?|illustrations?|grafik|video|kamera|camera|fotografie|fotografía|imagen|foto/)\b",
    2,
)
#: Work that is not writing, as a label with a colon or *by* behind it: who is named there wrote nothing.
WORK = (
    r"(?:edit(?:ing|ed)|(?:additional|further|with)\sreporting|(?:(?:all|main|top|additional|aerial)\s)?(?:pictures?|pics?|photos?|photographs?|photograph(?:y|er)|images?|illustrat(?:ions?|or)"
    r"|(?:info)?graphics?|charts?|maps?|drawings?|videos?|film(?:ed)?|camera|audio|sound|animations?|portraits?|styling|art|design|picture\sresearch"
    r"|fotos?|bild(?:er)?|fotograf(?:ie|ien|in|ía|ías|ia|i|e)?|aufnahmen|(?:info)?grafik(?:en)?|illustrationen|zeichnung(?:en)?|kamera|schnitt|ton"
    r"|photographies?|infographies?|dessins?|vidéos?|montage|imágen(?:es)?|imagen(?:es|s)?|vídeos?|gráficos?|infografías?|ilustraci(?:ón|ones)"
    r"|illustrazion[ei]|immagin[ei]|grafic[ao]|disegni|ilustraç(?:ão|ões)|infográficos?|beeld|foto['’]s|illustraties?|teikning(?:er)?"
    r"|kuvat?|valokuvat?|zdjęci[ea]|ilustracj[ae]|фото|видео|иллюстрации))"
)
OTHERS_WORK = Pattern(
    rf"(?:\A|(?<=[\s,;|·•–—/(]))(?:(?P<label>{WORK})(?:\s?[:：]|\s(?:by|von|par|por|di|door|af|av|przez)\b)|fot\.)\s*",
    2,
)
#: Behind which the writers are named again.
WORDS = Pattern(
    r"[\s,;|·•–—/]*\b(?:words|text|story|report(?:ing)?|writing|texte?|texto|testo|tekst|teksti|текст)\s?(?:[:：]|\s(?:by|von|par|por|di|door|af|av)\b)\s*",
    2,
)
#: Before a label of other work: whoever did both wrote it.
BOTH = Pattern(
    r"\b(?:words|text|story|report(?:ing)?|texte?|texto|testo|tekst)\s?(?:and|und|et|y|e|en|og|och|&|\+|/|,)\s?\Z", 2
)
HOST = Pattern(r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|co|uk|info|news|eu|fr|es|it|nl|at|ch|io|tv|us)", 2)
#: Behind a name and a comma, a part of the name.
GENERATION = Pattern(r"(?:[JS]r|II|III|IV)\.?")
DEGREES = frozenset("md phd ph.d dr mba ma msc bsc rn esq jd llm jr sr dphil mph".split())


def agents_in(
    raw: str, outlets: Collection[str] = (), *, kind: str | None = None, listed: bool = False, shown: bool = False
) -> tuple[Agent, ...]:
    """The people and organisations that a text names as authors, in its order, each once.

    Args:
        outlets: Names under which the page's own outlet is known: it signs only where nobody else does.
        kind: ``organization`` where the page says so: then the text is one name.
        listed: Whether *Ruiz, Ana* is one name, as in library metadata.
        shown: Whether it is a line that readers see, where *Von* before one name introduces it.
    """
    text = (
        " ".join(without_tags(unescape(unescape(raw))).split()) if "<" in raw or "&" in raw else " ".join(raw.split())
    )
    if not text or len(text) > LONGEST:
        return ()
    own = {plain(name) for name in outlets if name}
    text = without_others(ADDRESS.compiled.sub(" ", text))
    if kind == "organization":
        name = " ".join(text.split()).strip(TRIM + ".")
        return (Agent(name, "organization"),) if _is_somebody(name) else ()
    if listed and (match := LAST_FIRST.fullmatch(text.strip())):
        is_part = is_agency(match[2]) or match[2].strip(".").casefold() in DEGREES or GENERATION.fullmatch(match[2])
        if not is_part and not is_organisation(text) and not _is_role(match[2], behind=False):
            return (Agent(f"{match[2]} {match[1]}"),)
    if _joined(_without_by(text, shown)) in {_joined(name) for name in outlets}:
        return (Agent(_without_by(text, shown).strip(TRIM), "organization"),)  # "Pen & Ink"
    found: list[Agent] = []
    pieces = _pieces(_without_by(_undated(text), shown))
    # "Ana Ruiz and Per Lind, Port Larkmoor": where they write from.
    placed = shown and len(pieces) > COUPLE and pieces[-2][1] and _is_behind_comma(text, pieces)
    place = pieces[-1][0] if placed else ""
    for piece, anded in pieces:
        if PICTURES.match(piece):
            break  # who took the pictures did not write it
        if _is_role(piece, behind=bool(found) and not (anded and _begins_with_a_name(piece))):
            if found and found[-1].role is None and found[-1].kind == "person":
                found[-1] = Agent(found[-1].name, found[-1].kind, piece)
            continue
        if found and found[-1].kind == "person" and GENERATION.fullmatch(piece):
            found[-1] = Agent(f"{found[-1].name} {piece}", found[-1].kind, found[-1].role)
            continue
        one = _name(piece, shown)
        one = _without_outlet(one, outlets) if one else None
        if one is None or (found and (_is_behind_a_name(one) or _is_role(one, behind=True))):
            continue
        organisation = _is_own(plain(one), own) or is_organisation(one)
        if place and piece == place and not anded:
            continue
        if found and not organisation and " " not in one and any(" " in a.name for a in found if a.kind == "person"):
            continue  # "Ana Ruiz, Larkmoor": where she writes from
        if found and not organisation and " " not in one and is_agency(found[-1].name):
            continue  # "EFE / Larkmoor"
        if found and not anded and is_agency(one) and found[-1].kind == "person":
            # "Ana Ruiz, Associated Press": whom she writes for. "Ana Ruiz and Associated Press" are two.
            last = found[-1]
            found[-1] = Agent(last.name, last.kind, ", ".join(filter(None, (last.role, one))))
            continue
        if not any(plain(one) == plain(other.name) for other in found):
            found.append(Agent(one, "organization" if organisation else "person"))
    office = _without_by(text, shown).strip(TRIM)
    if not found and _is_role(office, behind=False):
        return (Agent(office, "organization"),)
    people = [one for one in found if one.kind == "person"]
    if people:
        # "Ana Ruiz, Larkmoor Herald": where people sign, the outlet is where they work; an agency may sign with them.
        kept = [one for one in found if one.kind == "person" or is_agency(one.name)]
        return tuple(kept)
    return tuple(found)


def _is_behind_comma(text: str, pieces: list[tuple[str, bool]]) -> bool:
    """Whether the last piece of a byline stands behind a comma, and no other joint."""
    return text[: text.rfind(pieces[-1][0])].rstrip().endswith(",")


def _joined(name: str) -> str:
    return plain(name.replace("&", " and "))


def without_others(text: str) -> str:
    """A line without who took the pictures or did other work, as in *Words: Ana Ruiz Pictures: Per Lind*."""
    for _ in range(4):
        found = next((one for one in OTHERS_WORK.finditer(text) if not BOTH.search(text, 0, one.start())), None)
        if found is None:
            return text
        again = WORDS.search(text, found.end())
        if not text[: found.start()].strip(TRIM):
            if again is None:
                return text  # nobody else is named: whoever asks knows what a label of pictures alone means
            text = text[again.end() :]
        else:
            text = text[: found.start()].rstrip(TRIM) + (f", {text[again.end() :]}" if again is not None else "")
    return text


def _is_own(name: str, own: set[str]) -> bool:
    joined = name.replace(" ", "")
    return name in own or any(
        len(one) > 2 and (name.startswith(f"{one} ") or (len(one) > 6 and joined.startswith(one) and joined != one))
        for one in own
    )


def looks_like_a_name(name: str) -> bool:
    """Whether words of the text, and not of metadata, can be a person's name: two to five words with capitals."""
    parts = name.split()
    if not 2 <= len(parts) <= 6 or len(name) > 60:
        return False
    if any(c.isdigit() for c in name) or any(c in name for c in '?!:;=<>{}#%€$"“”„»«'):
        return False
    if any(month_of(part.strip(",")) and len(part) > 4 for part in parts) and find_date(name) is not None:
        return False
    large = [p for p in parts if p.lower() not in PARTICLES]
    return (
        len(large) >= 2
        and all(p[:1].isupper() or not p[:1].islower() for p in large)
        and parts[0].lower() not in NO_NAME
    )


def _undated(text: str) -> str:
    """Without the dates in it, and the words that lead to them."""
    for _ in range(2):
        when = find_date(text)
        at = text.find(when.raw) if when is not None else -1
        if when is None or at < 0:
            break
        text = f"{ON.compiled.sub('', text[:at])} , {text[at + len(when.raw) :]}".strip(TRIM)
    return text


def _without_by(text: str, shown: bool) -> str:
    """Without what introduces the names, such as *Written by*; what stands before it is a date or a label."""
    for _ in range(3):
        text = text.lstrip(TRIM)
        match = BY.match(text)
        if match and 0 < match.end() < len(text):
            rest = text[match.end() :]
            word = match.group().strip(TRIM).casefold()
            if shown or word not in WEAK_BY or (match.group()[0].isupper() and _capitals(rest) >= 2):
                text = rest
                continue
        first, _, rest = text.partition(" ")
        if shown and first.casefold() in LABELS and rest[:1].isupper():
            text = rest
            continue
        break
    return text


def _capitals(text: str) -> int:
    return sum(part[:1].isupper() for part in text.split()[:3])


def _pieces(text: str) -> list[tuple[str, bool]]:
    """A byline at its joints, each piece with whether a word such as *and* is before it; brackets are taken out."""
    text = BRACKETS.compiled.sub(lambda match: f" , {agency_in(match.group())}, ", text)
    made: list[tuple[str, bool]] = []
    start, anded = 0, False
    for match in AND.compiled.finditer(text):
        joint = match.group().strip().strip(",").strip().lower()
        if joint in WEAK_AND:
            before, after = text[start : match.start()].split(), text[match.end() :].split()
            if not (len(before) >= 2 and len(after) >= 2 and before[-1][:1].isupper() and after[0][:1].isupper()):
                continue
        made.append((text[start : match.start()], anded))
        start, anded = match.end(), joint.isalpha()
    made.append((text[start:], anded))
    parts = [
        (part.strip(TRIM), anded and not number)
        for one, anded in made
        for number, part in enumerate(DASH.compiled.split(one))
    ]
    return [one for part, anded in parts if part for one in with_house(part, anded)]


def _name(piece: str, shown: bool) -> str | None:
    piece = _without_by(piece, shown)
    cut = CUT.search(piece)
    if cut:
        piece = piece[: cut.start()].strip(TRIM)
    inner = INNER_BY.search(piece)
    if inner and not is_organisation(piece):
        piece = piece[inner.end() :]
    parts = _without_role(piece.split())
    piece = " ".join(parts)
    # Metadata names the field once; the word at the end of a name there is a part of it.
    label = not shown and parts[-1:] == ["Author"]
    if len(parts) > 2 and not label and parts[-1].casefold().strip(".,") in ROLE_HEADS:
        while len(parts) > 2 and parts[-1].casefold().strip(".,") in ROLES | ROLE_HEADS:
            parts.pop()
        piece = " ".join(parts)
    for size in (2, 3):
        if len(parts) >= size + 2 and is_agency(" ".join(parts[-size:])):
            piece = " ".join(parts[:-size])
    if not is_organisation(piece) or TAIL.search(piece):
        shorter = TAIL.compiled.sub("", piece).strip(TRIM)
        if shorter and (len(shorter.split()) >= 2 or not piece[:1].isupper()):
            piece = shorter
    if len(piece.split()) > 1 and CLOCK.search(piece):
        when = find_date(piece)
        if when is None:
            return None
        piece = piece.replace(when.raw, " ").strip(TRIM)
        if CLOCK.search(piece):
            return None
    parts = piece.split()
    parts = parts[: _capitals_of(parts) or None]
    half = len(parts) // 2
    if half >= 2 and parts[:half] == parts[half:]:
        parts = parts[:half]  # once as a picture's name, once as words
    piece = " ".join(parts).strip(TRIM)
    if piece.endswith(".") and len(piece.split()[-1]) > 3:
        piece = piece[:-1]
    return piece if _is_somebody(piece) else None


def _capitals_of(parts: list[str]) -> int:
    """How many words a name in capitals has that others follow, as in *ANA RUIZ Associated Press*; else 0."""
    large = next((n for n, part in enumerate(parts) if not part.isupper()), len(parts))
    follows = 2 <= large < len(parts) and parts[large].istitle()
    return large if follows and parts[large - 1].isalpha() and len(parts[large - 1]) > 2 else 0


def _without_outlet(name: str, outlets: Iterable[str]) -> str:
    """A name without the outlet that stands right behind it."""
    for outlet in outlets:
        head = name[: -len(outlet)].rstrip(TRIM) if outlet and name.casefold().endswith(f" {outlet.casefold()}") else ""
        if looks_like_a_name(head):
            return head
    return name


def _without_role(parts: list[str]) -> list[str]:
    """A name without what stands before it in small letters, as in *our correspondent Ana Ruiz*."""
    start = next((n for n, part in enumerate(parts) if not part.islower()), 0)
    if 0 < start <= len(parts) - 2 and any(part in ROLE_HEADS for part in parts[:start]):
        return parts[start:]
    return parts


#: What is left of words such as *written on 4 May by* without the date.
_DONE = frozenset(
    "verfasst geschrieben veröffentlicht erstellt gepostet publiziert eingestellt écrit publié rédigé posté escrito "
    "publicado redactado scritto pubblicato inserito geschreven geplaatst skrevet publisert skriven publicerad written "
    "submitted created filed".split()
)


def _is_somebody(name: str) -> bool:
    if not name or len(name) > 80 or len(name.split()) > 9 or not any(c.isalpha() for c in name):
        return False
    if len(name) < 2 or name.casefold() in _DONE or (month_of(name) is not None and len(name) > 3):
        return False
    if (
        HOST.fullmatch(name)
        or find_date(name) is not None
        or "://" in name
        or name.lower().startswith(("www.", "updated", "published", "posted"))
    ):
        return False
    return not any(c in name for c in "{}<>=\\")


def is_role(line: str) -> bool:
    """Whether a line under a name says what somebody does."""
    return len(line) <= 80 and _is_role(line, behind=True)


def _is_role(piece: str, *, behind: bool) -> bool:
    """Whether it says what somebody does.

    Args:
        behind: Whether a name stands before it: then *Herald science editor* is one too.
    """
    parts = [part.strip(".,'’").removesuffix("'s").removesuffix("’s") for part in piece.casefold().split()]
    if not parts or not any(p in ROLE_HEADS for p in parts):
        return False
    return all(p in ROLES or p in ROLE_HEADS for p in parts) or (
        behind and len(parts) <= 8 and (parts[-1] in ROLE_HEADS or piece[:1].islower() or parts[0] in ROLE_HEADS)
    )


def _begins_with_a_name(piece: str) -> bool:
    """Whether the words before what somebody does are two or three that name nobody's work and no body."""
    parts = piece.split()
    if _capitals_of(parts):
        return True
    work = next((n for n, part in enumerate(parts) if part.casefold().strip(".,") in ROLES | ROLE_HEADS), len(parts))
    return work in (2, 3) and looks_like_a_name(" ".join(parts[:work])) and not is_organisation(" ".join(parts[:work]))


def _is_behind_a_name(name: str) -> bool:
    """Whether it only follows a name: a degree, an abbreviation, or words in small letters."""
    first = name.split()[0]
    if " " in name and first.isupper() and 2 <= len(first) <= 5 and first.isalpha() and not name.isupper():
        return not is_agency(name)  # "ARD Berlin"
    if name.isupper() and len(name.replace(".", "")) <= 4:
        return not is_agency(name)
    return (name[:1].islower() and len(name.split()) > 1 and name.split()[0] not in PARTICLES) or name.casefold().strip(
        "."
    ) in DEGREES
