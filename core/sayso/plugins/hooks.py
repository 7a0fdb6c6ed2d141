"""The hooks. They are called once, at load time, and hand over records; nothing calls them while items pass."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from sayso.analysis.language import LanguagePack
    from sayso.plugins.exporter import Exporter
    from sayso.plugins.format import Format
    from sayso.plugins.profile import Profile
    from sayso.readers.reader import Reader
    from sayso.rules.rule import Rule

PROJECT: str = "sayso"

#: The version of the plugin API. A plugin says in its module which it was built for, with ``requires_api = 1``, or with
#: ``requires_api = (1, 2)`` where it works with several. One that was built for others than this sayso has is left out,
#: and ``sayso plugins`` says so. A hook or a public name that is added does not raise it; one that changes its meaning
#: or is gone does.
API: int = 1

hookspec: pluggy.HookspecMarker = pluggy.HookspecMarker(PROJECT)
#: Marks a function of a plugin as a hook; its name says which.
hookimpl: pluggy.HookimplMarker = pluggy.HookimplMarker(PROJECT)


class Hooks:
    """What a plugin may offer. All hooks take nothing and return an iterable, which may be empty.

    A plugin is a module, or an object, with any of these. They are called once, when the plugin is loaded, so that they
    import what they hand over inside of them. What a hook raises is reported by the name of the plugin, and leaves out
    what that hook would have offered; so is a value of another type, and a name that somebody has.
    """

    @hookspec
    def sayso_readers(self) -> Iterable[Reader]:  # type: ignore[empty-body]
        """Offer readers and refiners.

        Example::

            from sayso import Draft, Org, Span, hookimpl, refiner

            CLOSING = "-- Harbour Post"


            @refiner(
                "harbour-post",
                "Items of Harbour Post",
                version="1.0.0",
                refines=["plaintext"],
                sniff=lambda draft: CLOSING in draft.text,
            )
            def harbour_post(draft: Draft) -> None:
                at = draft.text.index(CLOSING) + 3
                draft.extracted("outlet", Org("Harbour Post"), Span(at, at + 12), confidence=0.95)


            @hookimpl
            def sayso_readers():
                return [harbour_post]
        """

    @hookspec
    def sayso_rules(self) -> Iterable[Rule]:  # type: ignore[empty-body]
        """Offer rules, on one item or on many.

        Example::

            from sayso import Clean, Finding, Flagged, Item, Span, hookimpl, rule


            @rule(
                "harbour-post/no-shouting",
                "An exclamation mark stands outside of quotation marks.",
                since="0.1",
                cure="End the sentence with a full stop.",
                examples=[Flagged("It sails again!", at="!"), Clean("“It sails!” Jo Berg said.")],
            )
            def no_shouting(item: Item):
                '''Readers take the mark for the outlet's own joy or anger.'''
                for at, char in enumerate(item.text):
                    mark = Span(at, at + 1)
                    if char == "!" and not item.analysis.in_quotation(mark):
                        yield Finding("the item shouts", (mark,))


            @hookimpl
            def sayso_rules():
                return [no_shouting]
        """

    @hookspec
    def sayso_formats(self) -> Iterable[Format]:  # type: ignore[empty-body]
        r"""Offer formats of reports, for ``sayso check --format``.

        Example::

            from sayso import Format, hookimpl


            def counted(reports, rendering):
                for report in reports:
                    for item in report.items:
                        yield f"{len(item.findings)}\n"


            @hookimpl
            def sayso_formats():
                return [Format("counted", "How many findings an item has, one a line", counted)]
        """

    @hookspec
    def sayso_exporters(self) -> Iterable[Exporter]:  # type: ignore[empty-body]
        r"""Offer exporters of records, for ``sayso normalize --to``.

        Example::

            from sayso import Exporter, hookimpl


            def headlines(items, rendering):
                for item in items:
                    yield f"{item.record.headline.value or ''}\n"


            @hookimpl
            def sayso_exporters():
                return [Exporter("headlines", "The headline of each item, one a line", headlines)]
        """

    @hookspec
    def sayso_profiles(self) -> Iterable[Profile]:  # type: ignore[empty-body]
        """Offer profiles, which a configuration takes by ``profile = "NAME"``.

        Example::

            from sayso import Profile, hookimpl


            @hookimpl
            def sayso_profiles():
                severities = {"attribution/anonymous-collective": "error"}
                return [Profile("harbour-desk", "As the desk on the coast has it", severities)]
        """

    @hookspec
    def sayso_languages(self) -> Iterable[LanguagePack]:  # type: ignore[empty-body]
        """Offer the words of languages.

        Example::

            from sayso import CueVerb, LanguagePack, hookimpl


            @hookimpl
            def sayso_languages():
                words = frozenset("la kaj de en al ke por ne estas pri".split())
                return [LanguagePack(code="eo", function_words=words, verbs={"diris": CueVerb("diri")})]
        """
