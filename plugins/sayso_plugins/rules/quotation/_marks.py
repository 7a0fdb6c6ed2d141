"""Where a quotation ends that the pairing within paragraphs leaves open, or closes by another style."""

from __future__ import annotations

from sayso import Pattern, Quotation

CLOSERS = {"“": "”", "„": "“”", "«": "»", "``": "''", '"': '"'}
MARK = Pattern(r"[“”„«»\"\n]|``|''")
#: What stands behind a closing mark, beside gaps.
AFTER = frozenset(".,;:!?)")
#: The furthest from its opening mark that a closing one is looked for, in code points.
FAR = 5_000
#: How deep quotations stand within one another, at most.
DEEP = 4


def is_closed(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is closed before the next blank line, over quotations within it and over line ends."""
    closers = CLOSERS.get(quotation.opener)
    if closers is None:
        return False
    depth, inner = 1, False
    for mark in MARK.finditer(text, quotation.inner[0], min(len(text), quotation.inner[0] + FAR)):
        sign = mark.group()
        if sign == "\n":
            if not text[mark.end() : mark.end() + 200].partition("\n")[0].strip():
                return False
        elif sign == '"':
            opens = _opens(text, mark.start())
            if quotation.opener == '"':
                return not opens
            if opens == inner:
                return False  # no pair within: it closes the quotation itself, in the wrong style
            inner = opens
        elif sign in closers:
            depth -= 1
        elif sign == quotation.opener:
            depth += 1
            if depth > DEEP:
                return False
        if not depth:
            return not inner
    return False


def _opens(text: str, at: int) -> bool:
    """Whether a mark looks as one that opens: a gap before it and none behind."""
    before, behind = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    return (before.isspace() or before in "([{—–-“") and not behind.isspace() and behind not in AFTER


def is_turned_round(text: str, quotation: Quotation) -> bool:
    """Whether the mark that seems to open a quotation closes the one before it: *“We won.“ he said*."""
    before, behind = (
        text[max(0, quotation.span.start - 1) : quotation.span.start],
        text[quotation.inner[0] : quotation.inner[0] + 1],
    )
    return bool(before.strip()) and (not behind.strip() or behind in AFTER)
