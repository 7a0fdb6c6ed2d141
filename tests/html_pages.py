"""Pages of the HTML report to test, and a strict reader of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html.parser import HTMLParser

from mill import mill
from sayso import (
    Failure,
    ItemReport,
    PluginRef,
    Record,
    Rendering,
    Report,
    ReportedFinding,
    Rule,
    Severity,
    Skip,
    Span,
    rule,
)
from sayso.report import place
from sayso.text.lines import Lines
from sayso_plugins.formats.html.format import HTML

TEXT = "The mill closed, sources said.\n\nIt was “a long time coming for all of us”, and the army sent help.\n"
#: Invented, and written from right to left; with words from left to right in between.
ARABIC = "قالت البلدية إن المصنع سيغلق أبوابه.\n\nوأضافت أن 120 عاملا سيفقدون وظائفهم (ABC 2026)."
VOID = frozenset({"meta", "input", "br", "rect"})
ALLOWED = frozenset(
    "html head meta title style body script a header h1 h2 h3 h4 h5 p nav ul ol li main section div article span bdi b "
    "i em code dl dt dd table caption thead tbody tr th td svg rect form fieldset legend label input details summary "
    "button footer br".split()
)
ATTRIBUTES = frozenset(
    "class id href rel lang dir value tabindex hidden role scope type name checked content charset viewbox width "
    "height x y preserveaspectratio focusable http-equiv title".split()
)


def of(*languages: str) -> Callable[[str], Rule]:
    """Makes rules that read languages and find nothing."""

    def made(name: str) -> Rule:
        declared = rule(name, "None.", since="0.1", severity="info", certainty="lexical", languages=languages)
        return declared(lambda item: ())

    return made


#: What is known of rules: two for English, and one of the house for German.
RULES = {**{name: of("en")(name) for name in ("acme/one", "acme/two")}, "acme/rule": of("de")("acme/rule")}


def finding(rule: str, severity: Severity, text: str, *spans: tuple[int, int], message: str = "") -> ReportedFinding:
    """A finding at places of a text."""
    lines = Lines(text)
    places = tuple(place(Span(*span), text, lines) for span in spans)
    facts = () if spans else ("/date_published",)
    return ReportedFinding(rule, severity, 0.9, message or f"about {rule}", "Mend it.", places, (), facts, "0" * 32)


def at(text: str, words: str) -> tuple[int, int]:
    """Where words stand first."""
    return text.index(words), text.index(words) + len(words)


def item(
    text: str, *findings: ReportedFinding, number: int = 1, record: Record | None = None, skips: tuple[Skip, ...] = ()
) -> ItemReport:
    """A report on an item."""
    return ItemReport(
        id=f"urn:example:{number}",
        path=f"items/{number}.txt",
        locator=None,
        content_sha256="0" * 64,
        reader=PluginRef("plaintext", "1.0.0"),
        findings=findings,
        skips=skips,
        text=text,
        record=record,
    )


def usual(number: int = 1) -> ItemReport:
    """An item with a finding of each severity, one of them on the whole, and an unsourced claim."""
    found = (
        finding("dating/date-missing", Severity.ERROR, TEXT),
        finding("sourcing/bare-anonymous-source", Severity.WARNING, TEXT, at(TEXT, "sources")),
        finding("quotation/orphan-quote", Severity.INFO, TEXT, at(TEXT, "“a long time coming for all of us”")),
    )
    return item(TEXT, *found, number=number, record=mill(TEXT))


def reports() -> list[Report]:
    """A run of several items, one of them from right to left, one without record, and a failure."""
    second = item(ARABIC, finding("a/b", Severity.WARNING, ARABIC, at(ARABIC, "المصنع")), number=2)
    third = item("Nothing here.", number=3, skips=(Skip("acme/rule", "the rule reads de"),))
    across = item(TEXT, finding("consistency/copy", Severity.INFO, TEXT), number=1)
    return [
        Report((usual(),)),
        Report((second,)),
        Report((third,), (Failure("b.json", "json", "not valid JSON at line 1 column 2", "line 3"),)),
        Report(across=(across,)),
    ]


def page(given: Iterable[Report]) -> str:
    """The page of reports."""
    return "".join(HTML.render(given, Rendering("0.1.0", (PluginRef("bundled", "0.1.0"),), rules=RULES)))


class Read(HTMLParser):
    """A page, read strictly: every element is closed in its turn, and every id is there once.

    Attributes:
        ids: All ids.
        links: What links and ARIA attributes refer to on the page.
        outside: Addresses that links lead to.
        paragraphs: The words of the item's text, a paragraph each, without numbers and tips.
        tags, attributes: Names that the page uses.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.outside: list[str] = []
        self.paragraphs: list[str] = []
        self.titles: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert self._open == [], f"not closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs), f"an attribute stands twice on {tag}"
        self.tags.add(tag)
        self.attributes.update(given)
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("aria-labelledby", "aria-describedby"):
            self.links += given.get(name, "").split()
        target = given.get("href")
        if target is not None:
            if target.startswith("#"):
                self.links.append(target[1:])
            else:
                self.outside.append(target)
        if tag not in VOID:
            self._open.append((tag, given.get("class", "") if tag != "p" else given.get("id", "")))
            if tag == "p" and "-p" in given.get("id", ""):
                self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        assert [one for one, _ in self._open[-1:]] == [tag], f"</{tag}> in {self._open}"
        self._open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        names = [name for _, name in self._open]
        if self._open and self._open[-1][0] == "title":
            self.titles.append(data)
        elif not self._open or self._open[-1][0] not in ("style", "script"):
            self.words.append(data)
        inside = any(tag == "p" and "-p" in name for tag, name in self._open)
        if inside and not any(name in ("at", "ctl") or name.startswith("badge") for name in names):
            self.paragraphs[-1] += data

    @property
    def text(self) -> str:
        """All that a reader sees, with its white space folded."""
        return " ".join("".join(self.words).split())
