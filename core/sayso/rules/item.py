"""What a rule sees: the record, what was wrong with it when it came, and the analysis of its text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from sayso.analysis.analysis import Analysis
from sayso.analysis.language import LanguagePack
from sayso.analysis.layout import Layout
from sayso.frozen import frozen
from sayso.outside.outside import NOTHING, Outside
from sayso.records.record import Record
from sayso.text.location import Locations


@frozen
class Defect:
    """A fact of a supplied record that came with a value but without its provenance.

    Attributes:
        pointer: The JSON Pointer of the fact.
        problem: What it lacks, in words.
        given: The value as it came, so that nothing is lost.
    """

    pointer: str
    problem: str
    given: object = None


class Item:
    """One item under check. Rules read it; nothing changes it, since all rules are given the same one.

    Attributes:
        record: Every fact, with its evidence. Speakers, quotations, attributions and claims are in the analysis alone;
            only :meth:`sayso.Engine.normalize` writes them into a record.
        pack: The words of its language.
        defects: What was wrong with a record that was supplied whole.
    """

    record: Record
    pack: LanguagePack
    defects: tuple[Defect, ...]
    _layout: Layout | None
    _outside: Callable[[], Outside] | None
    locations: Locations | None

    def __init__(
        self,
        record: Record,
        pack: LanguagePack,
        defects: tuple[Defect, ...] = (),
        layout: Layout | None = None,
        outside: Callable[[], Outside] | None = None,
        locations: Locations | None = None,
    ) -> None:
        self.__dict__.update(record=record, pack=pack, defects=defects, _layout=layout, _outside=outside)
        self.__dict__["locations"] = locations

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an item is read and not changed; its {name} stays as it is")

    @cached_property
    def text(self) -> str:
        """The reader's text, that all spans count in."""
        return self.record.content.text

    @cached_property
    def analysis(self) -> Analysis:
        """The analysis of the text, made at the first look and shared by all rules."""
        return Analysis(self.record, self.pack, self._layout)

    @property
    def outside(self) -> Outside:
        """What the operator handed over to check against; empty where nothing was."""
        return self._outside() if self._outside is not None else NOTHING

    def has_defect(self, pointer: str) -> bool:
        """Whether a supplied fact came without its provenance, so that its absence has that one cause."""
        return any(defect.pointer == pointer for defect in self.defects)
