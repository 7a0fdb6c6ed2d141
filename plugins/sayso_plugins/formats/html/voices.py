"""Who says what: attributions with their chains, claims that nobody answers for, and the speakers, in words."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Attribution, Claim, Record, Span, Speaker
from sayso_plugins.formats.html.safe import joined, line, percent
from sayso_plugins.formats.tally import number

#: Characters of somebody's words that stand for all of them, and of a name.
SAID, NAME = 160, 80
#: Attributions of an item that are listed one by one.
MOST = 2_000
#: The confidence below which an attribution is shown as doubtful.
LIKELY = 0.5


class Voices:
    """The attributions and speakers of a record in words.

    Args:
        prefix: Of the ids of what belongs to the item, such as ``item-3``.
    """

    def __init__(self, record: Record, prefix: str) -> None:
        self.record = record
        self.prefix = prefix
        self.speakers = {one.id: one for one in record.speakers}
        self.numbers = {one.id: number for number, one in enumerate(record.attributions, 1)}

    def reference(self, index: int) -> str:
        """The number of an attribution in the text: it leads to the list, and shows the chain."""
        at = f"{self.prefix}-a{index + 1}"
        doubt = "?" if self.record.attributions[index].confidence < LIKELY else ""
        return (
            f'<span class="at" data-a="{index + 1}"><a class="ref" href="#{at}" id="{at}r" aria-describedby="{at}t" '
            f'aria-label="Attribution {index + 1}">{index + 1}{doubt}</a>'
            f'<span class="tip" role="tooltip" id="{at}t" dir="ltr" lang="en"><b>{index + 1}</b> '
            f"{self.who(self.record.attributions[index])}</span></span>"
        )

    def who(self, one: Attribution) -> str:
        """Who is said to have said it, and through whose hands it came, from the origin to the author."""
        links = [link for link in one.chain if link.kind != "author"]
        hands = [self._agent(link.agent, link.kind, link.named) for link in reversed(links)]
        speaker = self.speakers.get(one.speaker or "")
        if not hands:
            hands = [self._named(speaker)] if speaker else [self._unknown(one)]
        words = f"{hands[0]}{''.join(f', through {hand}' for hand in hands[1:])}"
        by = _cue(one, self.record.text)
        kind = one.mode if one.gives_words or one.mode == one.cue_class else f"{one.mode}, {one.cue_class}"
        doubt = ' class="unsure"' if one.confidence < LIKELY else ""
        return joined((f"{words}{by}", line(kind), f"<span{doubt}>{percent(one.confidence)} sure</span>"), "; ")

    def _agent(self, agent: str, kind: str, named: bool) -> str:
        speaker = self.speakers.get(agent)
        if speaker is not None:
            return self._named(speaker)
        return f'<b class="who">{line(agent, NAME)}</b> ({described(kind, named)})'

    def _named(self, speaker: Speaker) -> str:
        return f'<b class="who">{name(speaker)}</b> ({described(speaker.kind, speaker.named)})'

    def _unknown(self, one: Attribution) -> str:
        if one.source:
            said = " … ".join(span.of(self.record.text) for span in one.source)
            return f'<b class="who">“{line(said, NAME)}”</b> (not known who)'
        return '<b class="absent">nobody named</b>' if one.gives_words or one.cue_class == "hedge" else "nobody"

    def listed(self) -> Iterator[str]:
        """All attributions, numbered as in the text."""
        yield '<ol class="says">\n'
        for index, one in enumerate(self.record.attributions[:MOST]):
            at = f"{self.prefix}-a{index + 1}"
            said = " … ".join(span.of(self.record.text) for span in one.content)
            yield f'<li id="{at}" value="{index + 1}" tabindex="-1">{self.who(one)}{self._tied(one)}'
            if said:
                yield f': <span class="said">{line(said, SAID)}</span>'
            label = f"Back to attribution {index + 1} in the text"
            yield f' <a class="back" href="#{at}r" aria-label="{label}">↩</a></li>\n'
        yield "</ol>\n"
        more = len(self.record.attributions) - MOST
        if more > 0:
            yield f"<p>{number(more, 'attribution')} more.</p>\n"

    def _tied(self, one: Attribution) -> str:
        tied = ""
        if one.via is not None:
            tied += f"; within {self._number(one.via)}"
        if one.carried_over_from is not None:
            tied += f"; goes on from {self._number(one.carried_over_from)}"
        return tied

    def _number(self, identity: str) -> str:
        known = self.numbers.get(identity)
        return f'<a href="#{self.prefix}-a{known}">{known}</a>' if known else line(identity, NAME)

    def heard(self) -> Iterator[str]:
        """The speakers, and how often the item leads to them."""
        yield '<ul class="speakers">\n'
        for one in self.record.speakers:
            role = f", {line(one.role.value, NAME)}" if one.role.value else ""
            why = ""
            if one.anonymity.stated:
                why = f"; name withheld: {line(one.anonymity.reason or 'no reason given', SAID)}"
            yield f"<li>{self._named(one)}{role}: {number(len(one.mentions), 'mention')}{why}</li>\n"
        yield "</ul>\n"


def name(speaker: Speaker) -> str:
    """What a speaker is called: by name, else in the words of the first mention."""
    return line(speaker.name or speaker.surface, NAME)


def described(kind: str, named: bool) -> str:
    """What a speaker is, and whether a reader could find out who."""
    return f"{line(kind.replace('_', ' '), NAME)}, {'named' if named else '<em>not named</em>'}"


def claim(one: Claim, text: str) -> str:
    """Why a claim needs a source, and the words that show it."""
    needs = one.contestable
    why = line(", ".join(needs.value or ()).replace("_", " "), SAID)
    shown = ", ".join(f"“{line(Span(at.start, at.end).of(text), SAID)}”" for at in needs.selectors if at.matches(text))
    return joined((why, shown), ": ")


def _cue(one: Attribution, text: str) -> str:
    said = " … ".join(span.of(text) for span in one.cue) or one.cue_lemma
    return f" — <i>{line(said, NAME)}</i>" if said else ""
