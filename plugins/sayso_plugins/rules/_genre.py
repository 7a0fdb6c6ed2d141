"""What kind of item its headline says it is: *Opinion: The port needs dredging*."""

from __future__ import annotations

from functools import lru_cache

from sayso import Item, Pattern

LABEL = Pattern(r"\s*(?P<label>[^\W\d_][^:|–—\n]{1,24}?)\s*(?::|\||\s[–—-])\s*\S")
#: Labels of columns beside those of comments.
COLUMNS = frozenset({"column", "my view", "guest column", "your view", "letter", "letters", "essay"})


def labelled(item: Item) -> str | None:
    """The kind of comment that a label at the head of the headline announces; None where there is none."""
    label = _label(item.record.headline.value or "")
    if label is None:
        return None
    return "opinion" if label in COLUMNS else item.pack.comment_labels.get(label)


@lru_cache(maxsize=2)
def _label(headline: str) -> str | None:
    """The label, in lower case: several rules ask for that of the item under check."""
    match = LABEL.compiled.match(headline)
    return match["label"].lower().replace("'", "’") if match else None


def is_column(item: Item) -> bool:
    """Whether an item is a comment as a whole, by its type or by its headline's label where it has no other type."""
    kind = item.record.item_type.value
    return kind == "opinion" or (kind in (None, "article") and labelled(item) is not None)
