"""Names in the body of a page with what speaks for their being the byline."""

from __future__ import annotations

from typing import NamedTuple

from sayso import Agent
from sayso_plugins.readers.html.sheet import Sheet
from sayso_plugins.readers.html.signs import BIOGRAPHY, COMMENTS, NAVIGATION, RELATED


class Scored(NamedTuple):
    """Names in the body with what speaks for their being the byline.

    Attributes:
        at: The number of their block.
        said: Whether a word such as *By* says that they are.
    """

    score: float
    at: int
    named: tuple[Agent, ...]
    pointer: str
    said: bool


def place_of(sheet: Sheet, at: int, parts: int) -> float | None:
    """What a place says for or against a byline there; None where none can be."""
    if parts & (COMMENTS | RELATED):
        return None
    start, body = sheet.heading[1], sheet.first_paragraph
    # A column beside the text names others; one above it may hold the byline.
    penalty = (20.0 if at > body else 12.0) * bool(parts & NAVIGATION) + 14.0 * bool(parts & BIOGRAPHY)
    if at in sheet.near:
        return -penalty - (3.0 if at < start else 0.0)
    if at > body:
        return -penalty - 12.0
    return -penalty - 18.0
