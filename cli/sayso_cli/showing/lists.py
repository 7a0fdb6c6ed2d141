"""The lists of a page: what is known of each attribution, claim and speaker, in one sentence each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso_cli.showing.facts import QUOTED, quoted, short
from sayso_cli.showing.pieces import Piece, Pieces, fit

if TYPE_CHECKING:
    from sayso import Attribution, Claim, Link, Record, Speaker


#: How a statement stands that is listed though nothing on the closed lists is said in it.
WORTH_A_LINE = frozenset({"unsourced", "hedged", "vague"})


class Lists:
    """The attributions, claims and speakers of a record in words; numbers count from 1, as in the marks."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.numbers = {one.id: number for number, one in enumerate(record.attributions, 1)}
        self.speakers = {one.id: one for one in record.speakers}

    def by_paragraph(self, starts: Sequence[int]) -> dict[int, list[tuple[str, Pieces]]]:
        """By the index of the paragraph that it begins in: each attribution and claim, its number and its words.

        Args:
            starts: Where the paragraphs begin.
        """
        found: dict[int, list[tuple[str, Pieces]]] = {}
        for place, number, words in self._all():
            found.setdefault(max(0, bisect_right(starts, place) - 1), []).append((number, words))
        return found

    def _all(self) -> Iterator[tuple[int, str, Pieces]]:
        for number, one in enumerate(self.record.attributions, 1):
            # It stands where its cue does: content may go on through other paragraphs.
            place = min((span.start for span in one.cue or one.content or one.source), default=0)
            yield place, str(number), list(self.attribution(one))
        for number, claim in enumerate(self.record.claims, 1):
            if not claim.contestable.known and claim.standing not in WORTH_A_LINE:
                continue
            yield claim.span.start, f"c{number}", list(self.claim(claim))

    def attribution(self, one: Attribution) -> Iterator[Piece]:
        """Who, by which cue, through whom, and how sure that is."""
        yield from self._who(one)
        yield Piece(": ")
        yield Piece(fit(one.cue_lemma), "cue")
        yield Piece(fit(f", {', '.join(dict.fromkeys((one.cue_class, one.mode)))}; "))
        yield Piece(fit(" <- ".join(self._link(link) for link in one.chain)))
        if one.via is not None:
            yield Piece(f"; within {self._number(one.via)}")
        if one.carried_over_from is not None:
            yield Piece(f"; carried over from {self._number(one.carried_over_from)}")
        yield Piece(f"; confidence {one.confidence:.2f}")

    def _who(self, one: Attribution) -> Iterator[Piece]:
        speaker = self.speakers.get(one.speaker or "")
        if speaker is not None:
            yield Piece(name(speaker), "source")
            yield Piece(f" ({kind(speaker)})")
        elif one.source:
            words = " … ".join(span.of(self.record.text) for span in one.source)
            yield Piece(f"“{short(words, QUOTED)}”", "source")
            yield Piece(" (not known)")
        else:
            yield Piece("no source", "missing")

    def _link(self, link: Link) -> str:
        speaker = self.speakers.get(link.agent)
        return name(speaker) if speaker else link.agent

    def _number(self, identity: str) -> str:
        return str(self.numbers.get(identity) or fit(identity))

    def claim(self, one: Claim) -> Iterator[Piece]:
        """How a claim stands, why it needs a source, and the words that show it."""
        yield Piece(fit(one.standing), "unsourced" if one.standing == "unsourced" else "")
        if one.attribution is not None:
            yield Piece(f", by {self._number(one.attribution)}")
        needs = one.contestable
        if needs.value:
            yield Piece(f": {fit(', '.join(needs.value))}")
        if needs.selectors:
            yield Piece(f" ({fit(', '.join(quoted(at, self.record.text) for at in needs.selectors))})")
        elif needs.basis:
            yield Piece(f" ({short(needs.basis, QUOTED)})")

    def speaker(self, one: Speaker) -> Iterator[Piece]:
        """A speaker, and how often the item leads to them."""
        number = len(one.mentions)
        yield Piece(name(one), "source")
        role = f"; {short(one.role.value, QUOTED)}" if one.role.value else ""
        yield Piece(f" ({kind(one)}{role}): {number} mention{'' if number == 1 else 's'}")
        if one.anonymity.stated:
            yield Piece(f"; name withheld: {fit(one.anonymity.reason or 'no reason given')}")


def name(speaker: Speaker) -> str:
    """What a speaker is called: by name, else in the words of the first mention."""
    return short(speaker.name or speaker.surface, QUOTED)


def kind(speaker: Speaker) -> str:
    """What a speaker is, and whether a reader could find out who."""
    return f"{fit(speaker.kind)}, {'named' if speaker.named else 'not named'}"
