"""``sayso show``, on records made by hand, so that golden output does not hang on the analysis."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Attribution, Claim, Fact, Link, PluginRef, Record, Span, Speaker, columns, evolve, record_to_json
from sayso_cli.showing.marks import Mark, pieces
from sayso_cli.showing.page import Look, page
from sayso_cli.showing.pieces import Piece, paint, wrapped
from support import record

GOLDEN = Path(__file__).parent / "golden"
BY_HAND = PluginRef("hand", "1")
LOOKED = Fact.missing(BY_HAND, looked_in=("words before the name",))
TEXT = (
    "The mill in Aldern will close, Ana Ruiz told the council, according to the Aldern Post.\n\n"
    "“We have waited too long,” she added. Two workers were hurt in March.\n"
)
AUTHOR = Link("author", "writes", "author", False)
POST = Link("sp2", "according to", "media", True)
SGR = re.compile("\x1b\\[[0-9;]*m")


def at(words: str, text: str = TEXT) -> tuple[Span, ...]:
    """The one place of words, as an attribution holds it."""
    start = text.index(words)
    return (Span(start, start + len(words)),)


def aldern(text: str = TEXT, **keys: Any) -> Record:
    """The record of an item: two speakers, three attributions, one inside another, and a claim without a source."""
    tell = Link("sp1", "tell", "person", True)
    attributions = (
        Attribution(
            "a1", "indirect", "tell", "reporting", at("Ana Ruiz"), at("told"), at("The mill in Aldern will close"),
            (AUTHOR, POST, tell), "sp1", via="a2", confidence=0.9,
        ),
        Attribution(
            "a2", "indirect", "according to", "reporting", at("the Aldern Post"), at("according to"),
            at("The mill in Aldern will close, Ana Ruiz told the council"), (AUTHOR, POST), "sp2", confidence=0.95,
        ),
        Attribution(
            "a3", "direct", "add", "reporting", at("she"), at("added"), at("“We have waited too long,”"),
            (AUTHOR, POST, tell), "sp1", carried_over_from="a1", confidence=0.8,
        ),
    )  # fmt: skip
    why: Fact[tuple[str, ...]] = Fact.inferred(("casualties",), BY_HAND, basis="'hurt'", confidence=0.7)
    made = record(TEXT, headline="Mill to close", outlet="Harbour Post", date_published="2026-05-04")
    return evolve(
        made,
        item_type=Fact.asserted("article", BY_HAND, pointer="/item_type"),
        author=Fact.missing(BY_HAND, looked_in=("metadata: none supplied", "text: byline")),
        independence=(Fact.missing(BY_HAND, looked_in=("text",)),),
        retrieval=evolve(made.retrieval, path="items/mill.txt"),
        attributions=attributions,
        claims=(Claim("c1", at("Two workers were hurt in March.")[0], "sec1", why, "unsourced"),),
        speakers=(
            Speaker("sp1", "Ana Ruiz", "person", True, LOOKED, (*at("Ana Ruiz"), *at("she")), "Ana Ruiz"),
            Speaker("sp2", "the Aldern Post", "media", True, LOOKED, at("the Aldern Post")),
        ),
        **keys,
    )


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    """A file with the record."""
    file = tmp_path / "mill.json"
    file.write_text(json.dumps(record_to_json(aldern())), "utf-8")
    return file


def marked(text: str, *marks: tuple[str, str, int], color: bool = False) -> str:
    """A text with words of it marked: the words, the kind of the mark, its number."""
    found = []
    for words, kind, number in marks:
        start = text.index(words)
        found.append(Mark(start, start + len(words), kind, number))
    return paint(pieces(text, 0, len(text), found, color), color)


def test_show_prints_what_it_printed(run, mill):
    """The page of a record is its golden file, byte for byte, and a file with a record is shown as an item is."""
    ran = run("show", mill, "--width", 80)
    file = GOLDEN / "show.text"
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == file.read_bytes().decode("utf-8"), f"if this is meant, write it to {file}"


def test_a_plain_text_is_shown(run, tmp_path):
    """What the analysis finds is marked, without configuration and without a record made before."""
    (tmp_path / "a.txt").write_text("The mill will close, Ana Ruiz said.", "utf-8")
    out = run("show", tmp_path / "a.txt", "--no-facts").out
    assert "[1 The mill will close 1], ‹Ana Ruiz›1 _said_1.\n" in out
    assert "looked in" not in out


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([("b c", "content", 1), ("a b c d", "content", 2)], "[2 a [1 b c 1] d 2] e"),
        ([("a b", "content", 1), ("a b c", "content", 2)], "[2 [1 a b 1] c 2] d e"),
        ([("c d", "content", 1), ("b c d", "content", 2)], "a [2 b [1 c d 1] 2] e"),
        ([("b c", "content", 1), ("b c", "content", 2)], "a [1 [2 b c 2] 1] d e"),
        ([("b", "source", 1), ("b", "content", 2), ("b", "cue", 3)], "a [2 ‹_b_3›1 2] c d e"),
        ([("a b c", "content", 1), ("c d", "content", 2)], "[1 a b [2 c 1] d 2] e"),
        ([("a b", "content", 1), ("c d", "content", 1)], "[1 a b 1] [1 c d 1] e"),
        ([(" b ", "content", 1)], "a [1 b 1] c d e"),
        ([("d", "cue", 1), ("a b c d e", "unsourced", 1)], "{c1 a b c _d_1 e c1}"),
    ],
)
def test_marks_nest(marks, expected):
    """A mark inside another is opened after it and closed before it, and where two cross, each closes where it ends."""
    assert marked("a b c d e", *marks) == expected


def test_the_innermost_mark_gives_the_colour():
    """A source inside the content of another attribution is coloured as a source, what is around it as content."""
    printed = marked(
        "A mill closed, Ruiz said", ("A mill closed, Ruiz said", "content", 1), ("Ruiz", "source", 2), color=True
    )
    assert "\x1b[32mA mill closed, \x1b[0m\x1b[1;36mRuiz\x1b[0m" in printed
    assert "\x1b[32m said\x1b[0m" in printed


def test_content_goes_on_in_the_next_paragraph():
    """Content that spans two paragraphs is marked in both, and its attribution is listed once, with its cue."""
    text = "She said: “The mill is old.\n\nIt will close.”\n"
    content = (Span(text.index("“"), text.index("”") + 1),)
    one = Attribution("a1", "direct", "say", "reporting", at("She", text), at("said", text), content, (AUTHOR,))
    made = evolve(record(text), attributions=(one,), claims=(), speakers=())
    out = "".join(page(made, Look(facts=False)))
    assert "[1 “The mill is old. 1]\n     1 “She” (not known): say" in out
    assert "[1 It will close.” 1]\n" in out
    assert out.count(": say, reporting") == 1


def test_colour_is_for_terminals(run, mill, monkeypatch):
    """A pipe gets signs and no colour; FORCE_COLOR asks for colours and NO_COLOR forbids them."""
    plain = run("show", mill, "--width", 120).out
    assert "\x1b" not in plain
    assert "‹Ana Ruiz›1 _told_1" in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    colored = run("show", mill, "--width", 120).out
    for painted in (
        "\x1b[1;36mAna Ruiz\x1b[0m",
        "\x1b[4;33mtold\x1b[0m",
        "\x1b[31mTwo workers were hurt in March.\x1b[0m",
    ):
        assert painted in colored
    assert "\x1b[32mThe mill in Aldern will close\x1b[0m" in colored
    assert "Ana Ruiz¹ told¹ the council 2], according to² the Aldern Post²." in " ".join(SGR.sub("", colored).split())
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("show", mill, "--width", 120).out == plain


def test_the_width_is_the_terminals(run, mill, monkeypatch):
    """Lines end at COLUMNS, --width wins over it, and a width that nothing fits in is refused."""
    monkeypatch.setenv("COLUMNS", "60")
    assert 50 < max(map(columns, run("show", mill).out.splitlines())) <= 60
    assert 60 < max(map(columns, run("show", mill, "--width", 90).out.splitlines())) <= 90
    ran = run("show", mill, "--width", 3)
    assert (ran.code, ran.err) == (2, "sayso: error: --width takes 30 or more, not 3\n")


def test_control_characters_are_made_visible(run, tmp_path):
    """Neither the text, nor a headline, nor a name in a record can steer the terminal: all is shown escaped."""
    made = aldern()
    text = TEXT.replace("in March.", "\x1b[31m\u202e\x07\x85.")
    made = evolve(
        made,
        content=evolve(made.content, text=text),
        headline=Fact.asserted("x\x1b]0;title\x07", BY_HAND, pointer="/\r\x1b"),
        speakers=tuple(evolve(one, name="Ana\x9b2J") for one in made.speakers),
    )
    (tmp_path / "a.json").write_text(json.dumps(record_to_json(made)), "utf-8")
    out = run("show", tmp_path / "a.json").out
    for seen in (
        r"\x1b[31m\u202e\x07\x85.",
        r"x\x1b]0;title\x07 — asserted at / \x1b",
        r"Ana\x9b2J (person, named): tell",
    ):
        assert seen in out


@given(st.text(max_size=60), st.integers(30, 60), st.booleans())
def test_no_record_steers_the_terminal(words, width, color):
    """Whatever a record holds, a page has no control character of its own but line ends and our colours."""
    name = words or "x"
    made = aldern()
    hostile = evolve(
        made,
        content=evolve(made.content, text=TEXT[:40] + words + TEXT[40:]),
        retrieval=evolve(made.retrieval, path=words, locator=words),
        headline=Fact.asserted(name, BY_HAND, pointer=words),
        author=Fact.missing(BY_HAND, looked_in=(words,)),
        attributions=tuple(
            evolve(one, cue_lemma=words, cue_class=words, via=words, chain=(Link(words, words, words, True),))
            for one in made.attributions
        ),
        claims=tuple(evolve(one, standing=words, attribution=words) for one in made.claims),
        speakers=tuple(evolve(one, name=name, kind=words) for one in made.speakers),
    )
    printed = "".join(page(hostile, Look(width, color)))
    for line in (SGR.sub("", printed) if color else printed).split("\n"):
        assert not [char for char in line if ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2028\u200f"]
        assert columns(line) <= width
    printed.encode("utf-8")


@given(st.text(alphabet="ab \n東京。e\u0301🙂\\", max_size=80), st.integers(30, 50))
def test_wrapping_loses_nothing(text, width):
    """Wrapped lines hold all characters but white space, in their order, and none is too wide."""
    lines = [paint(line, False) for line in wrapped(pieces(text, 0, len(text), [], False), width)]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width for line in lines)


def test_wide_characters_take_two_columns():
    """A text without spaces is broken between wide characters, never before what closes a sentence or a mark."""
    text = "東京は大きい都市です。" * 5
    marks = [Mark(0, len(text), "content", 1)]
    lines = [paint(line, False) for line in wrapped(pieces(text, 0, len(text), marks, False), 47)]
    assert [columns(line) for line in lines] == [47, 46, 23]
    assert not any(line.startswith(("。", " 1]")) for line in lines)
    assert lines[-1].endswith("。 1]")


def test_a_word_wider_than_the_line_is_cut():
    """An address of a hundred characters fills its lines, and the words around it stay."""
    lines = [paint(line, False) for line in wrapped([Piece("see " + "a" * 70 + " there")], 30, indent=2)]
    assert lines == ["see", "  " + "a" * 28, "  " + "a" * 28, "  " + "a" * 14 + " there"]


def test_spans_beyond_the_text_are_cut(run, tmp_path):
    """A record whose spans lie outside its text is shown, and every attribution of it listed."""
    made = aldern()
    data = record_to_json(evolve(made, content=evolve(made.content, text="The mill in")))
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    ran = run("show", tmp_path / "a.json")
    assert ran.code == 0
    assert "[1 [2 The mill in 2] 1]\n" in ran.out
    assert [line.split()[0] for line in ran.out.splitlines() if re.match(" +c?[0-9]+ [^ ]", line)] == [
        "1",
        "2",
        "3",
        "c1",
    ]


def test_bad_inputs_are_named_and_the_others_shown(run, mill, tmp_path):
    """Each input that cannot be read is one line on standard error and exit 2; what can be read is shown."""
    (tmp_path / "bad.json").write_text('{"text": 3}', "utf-8")
    (tmp_path / "many.jsonl").write_text('{"text": "One."}\n{\n{"text": "Two."}\n', "utf-8")
    ran = run("show", tmp_path / "bad.json", tmp_path / "none.txt", tmp_path / "many.jsonl", mill)
    assert ran.code == 2
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["error"] * 3
    assert "none.txt: there is no such file or folder" in ran.err
    assert re.findall("^(?:One|Two|speakers)", ran.out, re.M) == ["One", "speakers", "Two", "speakers", "speakers"]


def test_standard_input_is_shown(program):
    """A dash is standard input, with the name that it is given; nothing there is exit 2."""
    ran = program("show", "-", "--stdin-filename", "a.txt", "--no-config", input=b"The mill closed, she said.")
    assert ran.returncode == 0
    assert ran.stdout.startswith(b"a.txt (")
    ran = program("show", "-", input=b"")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.count(b"\n") == 1
