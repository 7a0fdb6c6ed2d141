"""Names that are of no person: agencies, other houses, accounts and placeholders."""

from __future__ import annotations

from sayso import Pattern
from sayso_plugins.readers.html.words import AGENCY_NAMES, ANYWHERE, NOBODY, ORGANISATION_WORDS

#: How words end that name a house where that is one word with what it does, in German and Japanese.
HOUSES = tuple(
    """institut verband verein redaktion universität hochschule akademie verlag agentur ministerium zentrum stiftung
    gesellschaft studio anstalt behörde bündnis fraktion
    geschäftsstelle geschaeftsstelle pressestelle sekretariat vorstand verwaltung büro redaktionen
    社 新聞 編集部 报社""".split()
)
#: *Ana Ruiz of the Associated Press*
OF_HOUSE = Pattern(
    r"(?P<name>[A-ZÀ-ÞŁŚŻČŠŽ][\w.’'-]{0,30}(?:\s[A-ZÀ-ÞŁŚŻČŠŽ][\w.’'-]{0,30}){1,3})\sof\s(?:the\s)?(?P<house>[A-Z].{1,60})\Z"
)


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency."""
    return name.casefold().strip(" .()") in AGENCY_NAMES


def is_organisation(name: str) -> bool:
    """Whether a name is one of an organisation, by its words."""
    if is_agency(name):
        return True
    parts = name.casefold().replace("-", " ").split()
    return bool(parts) and (
        any(part.endswith(HOUSES) for part in parts)
        or parts[-1].strip(".,") in ORGANISATION_WORDS
        or (len(parts) > 1 and any(p.strip(".,") in ANYWHERE for p in parts))
    )


def is_nobody(name: str) -> bool:
    """Whether it is an account or a placeholder, and names nobody."""
    return name.casefold().strip().replace(" ", "_") in NOBODY or not any(c.isalpha() for c in name)


def with_house(part: str, anded: bool) -> list[tuple[str, bool]]:
    """*Ana Ruiz of the Associated Press* as her and the agency, and without any other house."""
    found = OF_HOUSE.match(part)
    if found is None or is_organisation(found["name"]) or not (is_agency(found["house"]) or is_organisation(part)):
        return [(part, anded)]
    return [(found["name"], anded), *([(found["house"], False)] if is_agency(found["house"]) else [])]


def agency_in(brackets: str) -> str:
    """The agency that brackets name, as in *(AP)* and *(avec AFP)*; nothing for any other words."""
    words_in = brackets.strip(" ,;()[]\t").split()
    return words_in[-1] if words_in and is_agency(words_in[-1]) and len(words_in) <= 2 else ""
