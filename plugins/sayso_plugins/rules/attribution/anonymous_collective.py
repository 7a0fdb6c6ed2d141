"""The rule attribution/anonymous-collective."""

from collections.abc import Iterator

from sayso import Attribution, Clean, Finding, Flagged, Item, Judged, Policy, Span, rule
from sayso_plugins.rules.attribution._groups import (
    is_bare,
    is_known,
    is_said,
    means_people,
    member_named,
    names_member,
    speaks_as_one,
)
from sayso_plugins.rules.attribution._houses import is_on_record, names_house
from sayso_plugins.rules.attribution._minds import minds
from sayso_plugins.rules.attribution._moods import moods

#: Groups that anybody can be counted into. Witnesses are not among them: they say what they saw.
HEADS = """
    officials critics experts analysts observers locals pundits commentators many some others several specialists
    supporters opponents activists campaigners diplomats insiders economists scientists scholars academics historians
    watchers forecasters advocates stakeholders lobbyists reformers sceptics skeptics
""".split()
ENDS = frozenset(".!;")
#: By these, a group gives a thing its name, in words of its own or not.
CALLS = frozenset({"call", "describe", "brand", "dub", "label", "denounce", "condemn", "dismiss"})


@rule(
    "attribution/anonymous-collective",
    "A group without a name speaks, and no member of it is named.",
    since="0.1",
    certainty="lexical",
    confidence=0.8,
    judged=Judged(right=26, wrong=0, arguable=9),
    cure="Name one of them with role, or say how many were asked and by whom.",
    policies=[
        Policy("NPR", "A bare 'officials say' does not do; say whose officials, and describe them."),
        Policy(
            "Wikipedia, Manual of Style", "'Some say' hides who; a topic sentence that the next ones source is exempt."
        ),
    ],
    examples=[
        Flagged("Analysts stressed that the deal was dead.", at="Analysts"),
        Flagged("Critics wrote that the bridge was unsafe.", at="Critics"),
        Flagged("Analysts expect a split.", at="Analysts"),
        Flagged("Critics say the plan is too expensive.", at="Critics"),
        Flagged("The plan is too expensive, some experts said.", at="some experts"),
        Flagged("Many of them say that the plan is too expensive.", at="Many of them"),
        Flagged("Some individuals said that the plan is too expensive.", at="Some individuals"),
        Flagged(
            "Analysts expect a split.\n\nJo Berg, a baker, said the bank had closed his account.",
            at="Analysts",
        ),
        Flagged("Paediatricians say that the plan is too expensive.", at="Paediatricians"),
        Flagged("Residents say that the bridge is a danger.", at="Residents"),
        Flagged("The bridge will fail, many in the trade believe.", at="many in the trade"),
        Flagged("Some observers see a struggle for the mill.", at="Some observers"),
        Flagged("Many in the party want her to go.", at="Many"),
        Flagged("Everybody says the bridge is unsafe.", at="Everybody"),
        Flagged("Nobody doubts that the bridge will fail.", at="Nobody"),
        Flagged("Most people think the toll is unfair.", at="Most people"),
        Flagged("People in the village say the mayor knew.", at="People"),
        Flagged("Legal experts are divided over the toll.", at="Legal experts"),
        Flagged("The consensus among economists is that rates will fall.", at="The consensus among economists"),
        Flagged("Analysts expect at least one bid.", at="Analysts"),
        Flagged("Experts have long suspected that the bridge is unsafe.", at="Experts"),
        Flagged("Consumer advocates say that the toll is unlawful.", at="Consumer advocates"),
        Flagged("Stakeholders have voiced fears that the toll will drive trade away.", at="Stakeholders"),
        Flagged("Market watchers are betting on a split.", at="Market watchers"),
        Flagged("Community leaders warned that the wall would divide the town.", at="Community leaders"),
        Flagged("It is, pundits agree, a weak bill.", at="pundits"),
        Flagged("Some argue the toll goes too far.", at="Some"),
        Flagged("Officials put the damage at 40 million pounds.", at="Officials"),
        Flagged("The plan has been described by observers as a gamble.", at="observers"),
        Flagged("In the view of most analysts, the bank is too small.", at="most analysts"),
        Flagged("Traders blamed the toll for the loss.", at="Traders"),
        Flagged("Diners were outraged.", at="Diners"),
        Flagged("Former pilots are scathing about the toll.", at="Former pilots"),
        Flagged("Shopkeepers along the quay have lost all patience with the council.", at="Shopkeepers"),
        Flagged("Among bakers on the island there is unease.", at="bakers"),
        Flagged("By experts in harbour law, little faith is put in the talks.", at="experts"),
        Flagged("The loss is held to be temporary, and the toll is blamed by skippers.", at="skippers"),
        Flagged("Silt is the reason most often given by marine engineers.", at="marine engineers"),
        Flagged("The toll has drawn criticism from hauliers.", at="hauliers"),
        Flagged("In the port it is generally felt that the mayor knew.", at="In the port it is generally felt"),
        Flagged("It is widely agreed that the bridge is ugly.", at="It is widely agreed"),
        Flagged("Some councillors want the toll abolished.", at="Some councillors"),
        Flagged("Merchants expect prices to fall by June.", at="Merchants"),
        Flagged("Campaigners called the plan “a disgrace”.", at="Campaigners"),
        Flagged(
            "The bridge is shut, the mayor, Jo Berg, said. It was built in 1960. Anglers are furious.", at="Anglers"
        ),
        Clean(
            "The flood has cut off nine villages, officials said.\n\nInterior Minister Jo Berg told reporters that help"
            " had come.",
            "He is one of them.",
        ),
        Clean(
            "Analysts had expected a profit of $9 million, according to a poll of nine brokers.",
            "It counts.",
        ),
        Clean("Anglers are furious. Lene Holt, who fishes there, said that she had been told nothing."),
        Clean("Growers, whose contracts forbid them to speak publicly, say the price is too low.", "Why is said."),
        Clean("The growers are furious, and her neighbours were outraged.", "They are known."),
        Clean("Anglers were out on the quay at dawn. The fish were sold by merchants.", "They hold no view."),
        Clean("Diners were outraged, the inn's landlord, Jo Berg, said."),
        Clean("The drug is given by doctors, and the fire was put out by sailors."),
        Clean("The plan has been described by observers at the harbour ministry as a gamble.", "Their house."),
        Clean("Officials put the fire out."),
        Clean("Experts agree to meet on Friday, and experts have long worked on it."),
        Clean("Leaders said the talks would go on.", "Those of whom the item tells."),
        Clean("The town trains experts who have long worked with clay. Experts have long worked in the town."),
        Clean(
            "Harbour officials said the bridge was shut. Incident controller Jo Berg told reporters it was unsafe.",
            "One of them, by office and name.",
        ),
        Clean("Everybody in the town knows everybody. Nobody knows how many boats there are."),
        Clean("People in the town are proud of the bridge. Most people walk."),
        Clean("Most people think the toll is unfair, a survey by Norbank found."),
        Clean("The ferry is late. The locals want it back.", "They are known."),
        Flagged("Many agencies say that the plan is too expensive.", at="Many agencies"),
        Clean("Residents said they had heard the fall of the bridge.", "They tell what befell them."),
        Clean("Her friends say that the plan is too expensive.", "They can be found."),
        Clean(
            "The bridge is shut, two officials who attended the meeting said.",
            "Their number, and how they know; other rules ask for the reason.",
        ),
        Clean("The rules were written by analysts who studied the harbour.", "They wrote rules, and said nothing."),
        Clean("Analysts expect a split. Jo Berg of Norbank said the bank would divide its mortgage arm."),
        Clean(
            "Analysts expect a split.\n\nJo Berg, an analyst at Norbank, said the bank would divide its mortgage arm.",
            "The next paragraph names one of them.",
        ),
        Clean("Officials at the harbour ministry said the plan was too expensive.", "Their house is named."),
        Clean("Pentagon officials said it was too expensive. Norwegian officials said it was cheap.", "Theirs, too."),
        Clean("The city shut the bridge. City officials said the bridge was unsafe.", "Those of the city told of."),
        Flagged("Analysts expect her to win the poll by a wide margin.", at="Analysts"),
        Flagged("Local officials said the bridge was unsafe.", at="Local officials"),
        Flagged("Company officials said the bridge was unsafe.", at="Company officials"),
        Flagged("Critics said the survey of residents was flawed.", at="Critics"),
        Flagged("Critics said that the mayor had testified falsely.", at="Critics"),
        Flagged("Senior officials said it was unsafe. Jo Berg won the Senior Cup.", at="Senior officials"),
        Clean("Company officials told the commission under oath that the bridge was unsafe.", "On record."),
        Clean(
            "Economists had forecast growth of 0.3%, according to a Market Ledger poll of 24 economists.",
            "Who asked them, and how many there are.",
        ),
        Clean("Some of the bridges were built in 1960.", "Nobody speaks."),
        Clean("Some of the best known songs of the harbour say “stay” and “go”.", "They are songs."),
        Clean("Many agencies expect that the bridge will open.", "What bodies plan is no statement."),
        Clean("Many of us think that the new bridge is a success.", "The writer is one of them."),
        Clean("Analysts who use the register often find it hard to read.", "A trouble that they have is no statement."),
        Clean(
            "Two officials, who asked not to be named because the talks were secret, said the plan was dead. The"
            " officials said a vote would follow.",
            "That they are not named is said, and other rules ask why.",
        ),
        Clean('"Experts say it is safe," Ana Ruiz said.', "Somebody else's words."),
    ],
    known_false_alarms="A group that asks or offers something in public; a member named below by another word.",
)
def anonymous_collective(item: Item, *, heads: tuple[str, ...] = tuple(HEADS)) -> Iterator[Finding]:
    """A group cannot be asked, and anybody can be counted into it.

    The option `heads` lists nouns beside those for callings and for the people of a place, who may tell what befell
    them. A group whose house is named is described well enough, and one of whom a member is named in the paragraph, or
    at the beginning of the next, is no hiding place.
    """
    analysis = item.analysis
    reported: set[int] = set()
    yield from _in_mind(item, reported)
    told: set[str] = set()
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or attribution.via or source.kind != "unnamed_collective":
            continue
        if source.head not in heads and not speaks_as_one(item, attribution, source):
            continue
        known = is_known(item, source, told)
        told.add(source.head)
        # Words in quotation marks need one speaker, and quotation/orphan-quote reads those; what a group *calls "a
        # gamble"* is told of it.
        if (attribution.mode == "direct" and attribution.cue_lemma not in CALLS) or source.span.start in reported:
            continue
        if not means_people(item, attribution, source) or not is_said(item, attribution, source):
            continue
        if known or not is_bare(item, source) or member_named(item, attribution, source):
            continue
        if _in_a_document(item, attribution) or names_house(item, source):
            continue
        if is_on_record(item, analysis.sentence_at(source.span.start), source, attribution.content):
            continue
        reported.add(source.span.start)
        words = source.span.of(item.text)
        yield Finding(
            f"{words!r} names nobody; who, and how many?", spans=(source.span,), confidence=attribution.confidence
        )


def _in_a_document(item: Item, attribution: Attribution) -> bool:
    """Whether a document says what the group thinks: *…, according to a poll of nine brokers*."""
    analysis = item.analysis
    own = analysis.attributions_in(analysis.sentence_at(attribution.source[0].start))
    held = [one for one in own if one is not attribution and any(map(attribution.source[0].overlaps, one.content))]
    return any((source := analysis.source_of(one)) is not None and source.kind == "document" for one in held)


def _in_mind(item: Item, reported: set[int]) -> Iterator[Finding]:
    """What nameless people fear, see or advise, which is no statement that the analysis reads."""
    analysis = item.analysis
    phrases: list[Span] = []
    for head, who in minds(item):
        begins = (
            not item.text[analysis.sentence_at(who.start).span.start : who.start].strip()
            or item.text[: who.start].rstrip()[-1:] in ",;:—–"
            or item.text[: who.start].endswith((" by ", " of "))
        )
        if begins and _is_nobody(item, head, who):
            reported.add(who.start)
            phrases.append(who)
            yield Finding(f"{who.of(item.text)!r} names nobody; who, and how many?", spans=(who,), confidence=0.6)
    for head, who in moods(item):
        new = not any(who.start <= start < who.end for start in reported) and not any(map(who.overlaps, phrases))
        if new and _is_nobody(item, head, who):
            reported.add(who.start)
            yield Finding(f"{who.of(item.text)!r} names nobody; who, and how many?", spans=(who,), confidence=0.6)


def _is_nobody(item: Item, head: str, who: Span) -> bool:
    """Whether the item itself tells of a group, with no source of its own, and of none of whom one is named."""
    analysis = item.analysis
    sentence = analysis.sentence_at(who.start)
    if not sentence.is_read or analysis.in_quotation(who) or sentence.section.is_comment:
        return False
    own = [one for one in analysis.attributions_in(sentence) if one.source]
    carried = analysis.carried_by(sentence)
    # Who spoke two sentences before does not say that others are alarmed.
    near = carried is not None and analysis.sentence_at(carried.cue[0].start).index >= sentence.index - 1
    if near or any(not part.overlaps(who) for one in own for part in one.source):
        return False
    # "…, the inn's landlord, Jo Berg, said": who says it stands at the end.
    els = [el for el in analysis.narration(sentence) if el.low not in ENDS]
    last = item.pack.verbs.get(els[-1].low) if len(els) > 1 else None
    if last is not None and last.kind == "speech" and (els[-2].text == "," or els[-2].capital):
        return False
    # "It is generally held" has no members; "it is thought" is a hedge, which another rule reads.
    if not head:
        return all(one.mode != "hedge" for one in analysis.attributions_in(sentence))
    return not names_member(item, sentence, head)
