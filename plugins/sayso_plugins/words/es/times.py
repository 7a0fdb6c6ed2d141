"""Spanish time expressions: those that count from a date, and those that do not. Origin: written for sayso."""

from __future__ import annotations

from sayso import Pattern

MONTHS = {
    name: number
    for number, name in enumerate(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(), 1
    )
} | {"setiembre": 9}
_MONTH = "(?:" + "|".join(MONTHS) + ")"
_DAY = r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
_UNIT = r"(?:días?|noches?|semanas?|mes(?:es)?|años?|horas?)"

RELATIVE = Pattern(
    r"\b(?:[Hh]oy|[Aa]yer|[Aa]nteayer|[Aa]noche"
    rf"|(?:[Ee]l\s+(?:pasado|próximo)\s+|[Ee]ste\s+|[Ee]l\s+){_DAY}(?:\s+(?:pasado|próximo))?(?!,?\s+\d)"
    rf"|(?:[Ee]sta|[Ll]a\s+próxima)\s+(?:mañana|tarde|noche|semana)|(?:[Ll]a|[Ee]l)\s+(?:semana|mes|año)\s+(?:pasada|pasado|próxima|próximo)"
    rf"|[Hh]ace\s+(?:\d{{1,3}}|un|una|dos|tres|cuatro|cinco|seis|varios|varias)\s+{_UNIT})\b"
)
ABSOLUTE = Pattern(
    rf"\b(?:(?:[Ee]l\s+)?(?:{_DAY},?\s+)?\d{{1,2}}\s+de\s+{_MONTH}(?:\s+de\s+\d{{4}})?|(?:[Ee]n\s+)?{_MONTH}\s+de\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|(?:[Ee]n|[Dd]esde|[Hh]asta)\s+(?:1[5-9]|20)\d{2})\b"
)
_DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()
TIME_WORDS = frozenset(
    [
        "hoy",
        "ayer",
        "anteayer",
        "anoche",
        "pasado",
        "pasada",
        "próximo",
        "próxima",
        "esta",
        "hace",
        *_DAYS,
        *MONTHS,
        *map(str, range(1500, 2100)),
    ]
)
