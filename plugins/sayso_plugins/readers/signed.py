"""Who signs by a field of metadata that may hold one name, its last part first, or a line with several."""

from __future__ import annotations

from collections.abc import Collection

from sayso import Agent
from sayso_plugins.readers.html.names import PARTICLES, agents_in


def agents_of_field(words: str, outlets: Collection[str] = ()) -> tuple[Agent, ...]:
    """The people and organisations that a field names.

    Only *Ruiz, Ana* is one name: where two words stand before the comma, they are a name already.

    Args:
        outlets: As for :func:`agents_in`.
    """
    before, comma, _ = words.partition(",")
    is_surname = bool(comma) and sum(part.lower() not in PARTICLES for part in before.split()) == 1
    return agents_in(words, outlets, listed=is_surname)
