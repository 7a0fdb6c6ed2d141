"""What a text shows without the words of a language: tokens, paragraphs, quotation marks. Made once, for all."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sayso.analysis.flags import Flags
from sayso.analysis.paragraphs import paragraphs
from sayso.analysis.quotations import Quotation, quotations
from sayso.analysis.tokens import Tokens
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.analysis.language import LanguagePack


class Layout:
    """The layout of one text; everything is made at its first use."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._flags: dict[LanguagePack, Flags] = {}

    @cached_property
    def tokens(self) -> Tokens:
        """Words and marks."""
        return Tokens(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Paragraphs, without the white space around them."""
        return paragraphs(self.text)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations, in order."""
        return quotations(self.text, self.paragraphs)

    def flags(self, pack: LanguagePack) -> Flags:
        """What each token may be by the words of a language."""
        flags = self._flags.get(pack)
        if flags is None:
            flags = self._flags[pack] = Flags(self.tokens.lows, pack.flags)
        return flags
