"""When what nobody needs any more is collected."""

from __future__ import annotations

import gc

#: New objects between two looks for circles. An item makes some ten thousand, most of which go by themselves.
SELDOM = 20_000


def settle() -> None:
    """Everything that stays is loaded: from here on, what items leave behind is collected again."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
