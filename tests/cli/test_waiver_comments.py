"""Waivers in the text: comments of Markdown and HTML."""

from __future__ import annotations

import json

import pytest

from sayso import Span
from sayso.accepted.comments import MOST, comments, placed

FIRST = "Sources said the mill closed. Sources said it was sold."
SECOND = "Sources said the ferry sank in the harbour."
WAIVE = "<!-- sayso: waive sourcing/bare-anonymous-source: They are named below. -->"
PAGE = "<!doctype html><html lang=en><head><title>Mill</title></head><body><article>{0}</article></body></html>"
CHECK = ("--no-config", "--select", "sourcing/bare-anonymous-source", "--fail-on", "never")


@pytest.fixture
def report(run, tmp_path, monkeypatch):
    """Checks one file, and gives its findings as words of the text, and what is said of waivers."""
    monkeypatch.chdir(tmp_path)

    def go(name: str, text: str, *words: str) -> tuple[list[str], list[tuple[str, int]]]:
        (tmp_path / name).write_text(text, "utf-8")
        ran = run("check", name, *CHECK, "--format", "json", *(words or ("--waiver-comments",)))
        made = json.loads(ran.out)
        found = [finding["spans"][0]["exact"] for item in made["items"] for finding in item["findings"]]
        idle = [
            (one["message"], one["spans"][0]["line"]) for item in made.get("across", ()) for one in item["findings"]
        ]
        return found, idle

    return go


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("item.md", f"# Mill\n\n{WAIVE}\n{FIRST}\n\n{SECOND}\n"),
        ("item.md", f"# Mill\n\nSources said the mill {WAIVE}closed. Sources said it was sold.\n\n{SECOND}\n"),
        ("item.md", f"# Mill\n\n{FIRST} {WAIVE}\n\n{SECOND}\n"),
        ("item.md", f"# Mill\n\n{FIRST}\n{WAIVE}\n\n{SECOND}\n"),
        ("item.md", f"---\ntitle: Mill\n---\n{WAIVE}\n{FIRST}\n\n{SECOND}\n"),
        ("item.md", f"# Mill\n{WAIVE}\n{FIRST}\n\n{SECOND}\n"),
        ("item.html", PAGE.format(f"<h1>Mill</h1><p>{FIRST}{WAIVE}</p><p>{SECOND}</p>")),
        ("item.html", PAGE.format(f"<h1>Mill</h1>{WAIVE}<p>{FIRST}</p><p>{SECOND}</p>")),
        (
            "item.html",
            PAGE.format(f"<h1>Mill</h1><p>{WAIVE}<script>var a = 'Sources';</script>{FIRST}</p><p>{SECOND}</p>"),
        ),
    ],
)
def test_a_comment_lets_the_findings_of_its_paragraph_stand(report, name, text):
    """Those of the rule that it names, in the paragraph behind or around it, and no others."""
    pytest.importorskip("selectolax" if name.endswith("html") else "yaml")
    found, idle = report(name, text)
    assert len(found) == 1
    assert idle == []
    before, _ = report(name, text, "--no-waiver-comments")
    assert len(before) == 3


def test_comments_count_only_where_they_are_asked_for(run, report, tmp_path):
    """Whoever writes an item cannot hide what is found in it, unless the operator lets him."""
    pytest.importorskip("yaml")
    text = f"{WAIVE}\n{FIRST}\n"
    found, _ = report("item.md", text, "--no-waiver-comments")
    assert len(found) == 2
    (tmp_path / "sayso.toml").write_text("waiver-comments = true\n")
    ran = run("check", "item.md", *CHECK[1:], "--format", "json")
    assert not json.loads(ran.out)["items"][0]["findings"]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- sayso: waive sourcing/bare-anonymous-source -->", "gives no reason"),
        ("<!-- sayso: waive sourcing/bare-anonymous-source: -->", "gives no reason"),
        ("<!-- sayso: waive sourcing/nothing: Because. -->", "there is no rule 'sourcing/nothing'"),
        ("<!-- sayso: waive everything -->", "names no rule"),
    ],
)
def test_a_comment_that_lets_nothing_stand_is_a_finding(report, comment, said):
    """Without a rule, a reason or a finding it is told, at its line of the file."""
    pytest.importorskip("yaml")
    found, idle = report("item.md", f"# Mill\n\n{comment}\n{FIRST}\n")
    assert len(found) == 2
    ((message, line),) = idle
    assert said in message
    assert line == 3


def test_a_comment_at_a_paragraph_without_findings_lets_nothing_stand(report):
    """Its rule looked, and found nothing there."""
    pytest.importorskip("yaml")
    comment = "<!-- sayso: waive sourcing/bare-anonymous-source: Named to the editor. -->"
    found, idle = report("item.md", f"# Mill\n\n{comment}\nThe mill closed.\n\n{FIRST}\n")
    assert len(found) == 2
    assert [(line, "lets nothing stand: remove it" in message) for message, line in idle] == [(3, True)]


def test_a_comment_for_a_rule_that_does_not_run_is_of_use(report):
    """Only a rule that looked can say that it lets nothing stand."""
    pytest.importorskip("yaml")
    comment = "<!-- sayso: waive dating/date-missing: It has none. -->"
    assert report("item.md", f"# Mill\n\n{comment}\n{FIRST}\n")[1] == []


def test_a_comment_at_the_end_stands_before_nothing(report):
    """There are no words that it could be about."""
    pytest.importorskip("yaml")
    found, idle = report("item.md", f"{FIRST}\n\n{WAIVE}\n")
    assert len(found) == 2
    assert "stands before no words" in idle[0][0]


def test_the_second_of_equal_paragraphs_is_the_second():
    """Comments are placed in their order."""
    raw = f"{WAIVE}\n{WAIVE}\n{SECOND}\n\n{WAIVE}\n{SECOND}\n"
    text = f"{SECOND}\n\n{SECOND}"
    first, same, second = placed(tuple(comments(raw)), text)
    assert first == same == Span(0, len(SECOND))
    assert second == Span(len(SECOND) + 2, len(text))


@pytest.mark.parametrize(
    "raw",
    [
        "<!--" * 100_000,
        "<!-- sayso: waive a/b: c -->" * 50_000,
        WAIVE + "<script" * 50_000,
        WAIVE + "&#x3c;" * 50_000,
        "<!-- sayso: waive " + "a/b," * 90_000 + "-->",
    ],
    ids=["open", "many", "script", "entities", "rules"],
)
def test_hostile_comments_are_answered(raw):
    """However many and however broken, they are read once, and no more than some count."""
    assert len(list(comments(raw))) <= MOST


@pytest.mark.parametrize("shown", [f"```\n{WAIVE}\n```", f"~~~~\n{WAIVE}\n~~~~", f"Write `{WAIVE}` there."])
def test_a_comment_that_is_shown_as_code_waives_nothing(report, shown):
    """A page on waivers lets no finding of its own stand."""
    pytest.importorskip("yaml")
    found, idle = report("item.md", f"# Mill\n\n{shown}\n\n{FIRST}\n")
    assert len(found) == 2
    assert idle == []


LIST = "- The mill will close, sources said.\n- The ferry will stop, an insider said. {0}\n- The dam will stay.\n"
#: Where one paragraph or line is just as another, or goes on from it: what is left behind the comment is waived.
TWINS = [
    ("item.html", PAGE, "<p>The mill closes, sources said.<br>The ferry stops, an insider said.{0}</p>", ["sources"]),
    ("item.html", PAGE, "<p>The mill closes, sources said.<br>{0}The ferry stops, an insider said.</p>", ["sources"]),
    ("item.html", PAGE, "<ul><li>A mill closes, sources said.<li>A mill stops, an insider said.{0}</ul>", ["sources"]),
    ("item.md", "# Mill\n\n{0}", LIST, ["sources"]),
    ("item.md", "# Mill\n\n{0}", LIST.replace("- ", "1. "), ["sources"]),
    ("item.md", "# Mill\n\n{0}", LIST.replace("- The ferry", "- {0} The ferry").replace(". {0}", "."), ["sources"]),
]


@pytest.mark.parametrize(("name", "frame", "text", "left"), TWINS)
def test_a_comment_at_the_end_of_a_line_is_about_that_line(report, name, frame, text, left):
    """The words before it may reach into the line above, which is another paragraph."""
    pytest.importorskip("selectolax" if name.endswith("html") else "yaml")
    found, idle = report(name, frame.format(text.format(WAIVE)))
    assert [one.lower() for one in found] == left
    assert idle == []


@pytest.mark.parametrize("which", range(4))
@pytest.mark.parametrize("name", ["item.html", "item.md", "numbers.md"])
def test_of_equal_paragraphs_the_one_with_the_comment_is_meant(run, tmp_path, name, which):
    """What stands around it tells which of them it is, be it the first, one in the midst or the last."""
    pytest.importorskip("selectolax" if name.endswith("html") else "yaml")
    equal = ["The mill will close, sources said."] * 4
    equal[which] += WAIVE
    if name == "item.html":
        text = PAGE.format("<h1>Mill</h1>" + "".join(f"<p>{one}</p>" for one in equal))
    else:
        text = "# Mill\n\n" + "".join(f"1. {one}\n" if name != "item.md" else f"{one}\n\n" for one in equal)
    (tmp_path / name).write_text(text)
    ran = run("check", tmp_path / name, *CHECK, "--format", "json", "--waiver-comments")
    (item,) = json.loads(ran.out)["items"]
    starts = [one["spans"][0]["start"] for one in item["findings"]]
    whole = run("check", tmp_path / name, *CHECK, "--format", "json")
    every = [one["spans"][0]["start"] for one in json.loads(whole.out)["items"][0]["findings"]]
    assert starts == [start for number, start in enumerate(every) if number != which]
