"""Evidence and register: what is read, what is found in it, and what is refused."""

from __future__ import annotations

import json
import os
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso_plugins.plugin
from sayso import Config, ConfigError, Engine, EvidenceDocument, Outside, Span, quoted
from sayso.config.load import load
from sayso.outside.addresses import address
from sayso.outside.folding import folded, lowered
from support import item

TRANSCRIPT = (
    "RUIZ: We will rebuild the bridge – it’s old – by 2031. (Applause.) Nobody should doubt it.\n\n"
    "BERG: The dam cost 3,000 euros, and was “never” safe, not for one day.\n\n"
    "RUIZ: I don’t agree. The Council looked at it twice, and it found nothing.\n"
)
ENTRY = '[[organisation]]\nname = "{}"\nkind = "lobby"\nas_of = 2026-05-04\nwhere = "its report"\n'


def document(text=TRANSCRIPT, **keys):
    """Evidence of one passage that nobody in particular says."""
    return EvidenceDocument.of("a.txt", [(None, text)], **keys)


def made(config):
    """An engine with the bundled plugins."""
    return Engine(config, plugins=[sayso_plugins.plugin])


def refused(**config):
    """The one line with which evidence or a register is refused."""
    with pytest.raises(ConfigError) as error:
        _ = made(Config(**config)).outside
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“It’s ‘over’,” she", "\"It's \u00ab over \u00bb she", True),
        ("well-known – and old", "well\u2011known\u2014and\u00a0old", True),
        ("cafe\u0301 so\u00adlid", "caf\u00e9 solid", True),
        ("the workers' boats", "the workers’ boats", True),
        ("3,000 euros", "3000 euros", False),
        ("we're here", "were here", False),
        ("5% of it", "5 per cent of it", True),
        ("5% of it", "5 percentage of it", False),
        ("The bridge", "the bridge", False),
        ("safe (Applause.) and sound", "safe and sound", True),
    ],
)
def test_marks_do_not_count_and_letters_do(one, other, same):
    """Two texts fold to one if they differ in marks, dashes, spaces and composition, and not in letters or figures."""
    assert (folded(one) == folded(other)) is same


@given(st.text())
def test_capitals_take_no_room(text):
    """A folded text without capitals has its length, so that offsets in one are offsets in the other."""
    assert len(lowered(folded(text))) == len(folded(text))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://post.example/a", "HTTP://WWW.Post.Example:80/a/?utm_source=x&fbclid=1#top", True),
        ("https://post.example/a?id=1", "https://post.example/a?id=1&gclid=2", True),
        ("https://post.example/a?id=1", "https://post.example/a?id=2", False),
        ("https://post.example/a", "https://post.example/A", False),
        ("https://post.example/a", "https://post.example:8080/a", False),
        ("ftp://post.example/a", "https://post.example/a", False),
        ("http://[broken", "http://[broken", True),
        ("https://post.example:99999999/a", "https://post.example/a", False),
    ],
)
def test_addresses_that_lead_to_one_place_are_one(one, other, same):
    """Scheme, host's capitals, usual port, closing slash, fragment and tracking do not count; path and query do."""
    assert (address(one) == address(other)) is same


@pytest.mark.parametrize(
    "words",
    [
        "we will rebuild the bridge",
        "We will rebuild the bridge - it's old - by 2031. Nobody should doubt it",
        "it was never safe"[7:],
        "We will rebuild … Nobody should doubt it",
        "We will rebuild [...] Nobody should doubt it",
        "We will rebuild . . . Nobody should doubt it",
        "[w]e will rebuild the bridge",
        "[The council] looked at it twice",
        "We will rebuild [the old thing that fell] by 2031",
        "We will rebuild the bridge [sic] it's old [2]",
        "rebuild[ing] the bridge"[:7] + " the [bri]dge",
        "We will [rebuild](https://post.example/a) the bridge",
        "… was never safe …",
    ],
)
def test_words_that_are_there_are_found(words):
    """What is marked as left out or put in may be anything, near by; all other words stand there in this order."""
    assert document().find(quoted(words, 0, len(words)))


@pytest.mark.parametrize(
    "words",
    [
        "we will not rebuild the bridge",
        "Nobody should doubt it … We will rebuild",
        "We will rebuild … the dam was sold",
        "rebuild[ing] the tower",
        "We [sic] rebuild the bridge",
        "will rebuild the bridges",
        "",
        "… [the mayor] …",
    ],
)
def test_words_that_are_not_there_are_not_found(words):
    """A word more, less, other or in another order is none of what is there, and no words are nowhere."""
    assert not document().find(quoted(words, 0, len(words)))


def test_pieces_that_stand_far_apart_are_not_one_quotation():
    """An ellipsis leaves out what is near: two ends of a long document make no quotation."""
    words = "the bridge fell ... the dam held"
    looked = quoted(words, 0, len(words))
    assert document("The bridge fell. " + "So it was. " * 20 + "The dam held.").find(looked)
    assert not document("The bridge fell. " + "So it was. " * 1000 + "The dam held.").find(looked)


@given(
    st.lists(st.sampled_from("the bridge we’ll rebuild it 3,000 É e\u0301 x-y – … “ ” ( ) . , [ ] 'tis".split())),
    st.data(),
)
def test_every_stretch_of_a_text_is_found_in_it(pieces, data):
    """Whatever words of a text are quoted, whole and as they stand, the text has them, with these capitals."""
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(pieces))] * 2)))
    words = " ".join(pieces[first:last])
    looked = quoted(words, 0, len(words))
    found = document(" ".join(pieces)).find(looked)
    assert bool(found) is bool(looked.parts)


@pytest.mark.parametrize(
    ("words", "differ"),
    [
        ("we will rebuild that bridge", [("that", "the")]),
        ("we will rebuild the old bridge it's", [("old", None)]),
        ("was never safe for one day", [(None, "not")]),
        ("we must rebuild the bridge it's old by 2032", [("must", "will"), ("2032", "2031")]),
        ("we must repair that bridge", None),
        ("must not", None),
    ],
)
def test_what_differs_is_named(words, differ):
    """Where one word of a few, or two of many, differ, they are named with what stands there; else nothing is."""
    near = document().near(quoted(words, 0, len(words)))
    named = [(d.here and d.here.text, d.there) for d in near.differences] if near else None
    assert named == differ


def test_no_quotation_takes_long():
    """A quotation of nothing but ellipses and common words is looked for in a long text, and given up."""
    text = "the dam and " * 10_000
    words = "the … " * 15 + "bridge"
    assert not document(text).find(quoted(words, 0, len(words)))
    assert not quoted("a … " * 500, 0, 2_000).parts
    assert not quoted("橋は安全だと市長は言った。", 0, 13).parts
    words = "the dam and " * 2_000 + "the sea"
    assert document(text).near(quoted(words, 0, len(words)))


# Reading


def folder(tmp_path, **notes):
    """A folder with a transcript, a plain item and notes on them."""
    (tmp_path / "council.txt").write_text(TRANSCRIPT, "utf-8")
    (tmp_path / "post.jsonl").write_text(
        json.dumps({"text": "The dam held.", "url": "https://post.example/dam", "outlet": "Example Post"}) + "\n"
        '{"text": "The bridge fell.", "headline": "Bridge down"}\n'
    )
    lines = [f'["{name}"]\n' + "".join(f"{k} = {v}\n" for k, v in keys.items()) for name, keys in notes.items()]
    if lines:
        (tmp_path / "evidence.toml").write_text("\n".join(lines), "utf-8")
    return tmp_path


def test_documents_are_read_by_the_readers(tmp_path):
    """A folder gives each item of each file, with its place, address, title, outlet and who speaks."""
    notes = {"url": '"https://council.example/12"', "speakers": '{ RUIZ = "Ana Ruiz" }'}
    place = folder(tmp_path, **{"council.txt": notes})
    council, dam, bridge = made(Config(evidence=(str(place),))).outside.evidence.documents
    assert council.addresses == ("council.example/12",)
    assert council.labels == ("Ana Ruiz", "BERG")
    assert (dam.outlet, dam.addresses, dam.title) == ("Example Post", ("post.example/dam",), None)
    assert bridge.name == f"{(place / 'post.jsonl').as_posix()}:line 2"
    assert bridge.title == "Bridge down"


def test_who_speaks_can_be_said_in_notes(tmp_path):
    """Of one name without labels all words are; labels that the operator knows are turns, though there are only two."""
    (tmp_path / "a.txt").write_text("We will rebuild the bridge.")
    (tmp_path / "b.txt").write_text("RUIZ: We will rebuild it.\n\nIt is old.\n\nBERG: It is not.")
    (tmp_path / "evidence.toml").write_text(
        '["a.txt"]\nspeakers = ["Ana Ruiz"]\n["b.txt"]\nspeakers = ["Ana Ruiz", "Jo Berg"]\n'
    )
    a, b = made(Config(evidence=(str(tmp_path),))).outside.evidence.documents
    assert a.turns == ((0, "Ana Ruiz"),)
    assert b.labels == ("Ana Ruiz", "Jo Berg")
    words = "It is old"
    assert b.find(quoted(words, 0, 9))[0].labels == ("Ana Ruiz",)


def test_evidence_is_read_when_it_is_needed_and_once(tmp_path):
    """An engine that only reads items opens no evidence; one that checks opens it once."""
    engine = made(Config(evidence=(str(tmp_path / "absent"),)))
    assert engine.normalize({"text": "The dam held."})
    with pytest.raises(ConfigError):
        engine.check({"text": "The dam held."})
    engine = made(Config(evidence=(str(folder(tmp_path)),)))
    (one,) = engine.items({"text": "The dam held."})
    assert one.outside is engine.outside


def test_an_item_without_evidence_has_none():
    """What was not handed over is not there, and no rule says a word of it."""
    assert item("The dam held.").outside == Outside()


def test_the_limit_and_the_reader_of_a_run_are_not_those_of_evidence(tmp_path):
    """`limit` and `reader` are about the items: evidence is read whole, each file by its own reader."""
    place = folder(tmp_path)
    engine = Engine(Config(evidence=(str(place),), limit=1), plugins=[sayso_plugins.plugin], reader="json")
    assert len(engine.outside.evidence.documents) == 3


def test_an_engine_with_evidence_is_pickled_by_its_configuration(tmp_path):
    """The copy has the configuration, not the documents, and reads them anew."""
    engine = Engine(Config(evidence=(str(folder(tmp_path)),)), own_only=True)
    assert engine.outside.evidence is not None
    copy = pickle.loads(pickle.dumps(engine))
    assert len(pickle.dumps(engine)) < 2_000
    assert "outside" not in vars(copy)
    assert [d.name for d in copy.outside.evidence.documents] == [d.name for d in engine.outside.evidence.documents]


def test_paths_are_relative_to_the_configuration(tmp_path, monkeypatch):
    """Keys of sayso.toml name files beside it, wherever the program is started."""
    place = folder(tmp_path)
    (tmp_path / "known.toml").write_text(ENTRY.format("Harbour Voices"), "utf-8")
    (tmp_path / "sayso.toml").write_text('evidence = ["council.txt"]\nregister = ["known.toml"]\n')
    monkeypatch.chdir(os.sep)
    outside = made(load(place / "sayso.toml")).outside
    assert len(outside.evidence.documents) == 1
    assert outside.register.find("harbour voices").ref.key == "organisation[0]"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"\xff\xfe\xff", "cannot be used as evidence"),
        ("a.json", b'{"text": 3}', "'text' must be a text"),
        ("a.jsonl", b'{"text": "x"}\n{"text"', "line 2: cannot be used as evidence: not valid JSON"),
        ("a.xyz", b"x", "no reader for"),
        ("evidence.toml", b"a =", "not valid TOML"),
        (
            "evidence.toml",
            b'["b.txt"]\nurl = 3\ntitel = "x"',
            "b.txt.titel: unknown key 'titel'; did you mean 'title'?",
        ),
        ("evidence.toml", b'["c.txt"]\nurl = "x"', "'c.txt': there is no such file beside it"),
        ("evidence.toml", b'["../b.txt"]\nurl = "x"', "there is no such file beside it"),
    ],
)
def test_evidence_that_cannot_be_read_is_named(tmp_path, name, content, words):
    """One line names the file and says what is the matter with it; nothing is left out in silence."""
    (tmp_path / "b.txt").write_text("The dam held.")
    (tmp_path / name).write_bytes(content)
    line = refused(evidence=(str(tmp_path),))
    assert words in line
    assert name in line


def test_evidence_that_is_no_file_is_refused(tmp_path):
    """Nothing, an empty folder and a pipe are no evidence, and the pipe is not waited for."""
    assert "no such file or folder" in refused(evidence=(str(tmp_path / "absent"),))
    assert "no evidence in this folder" in refused(evidence=(str(tmp_path),))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        assert "a named pipe" in refused(evidence=(str(tmp_path),))


# The register


def register(tmp_path, *texts):
    """Registers as files."""
    paths = []
    for number, text in enumerate(texts):
        path = tmp_path / f"register-{number}.toml"
        path.write_text(text, "utf-8")
        paths.append(str(path))
    return tuple(paths)


def test_all_that_is_wrong_with_a_register_is_said_at_once(tmp_path):
    """Each problem has its place, as `organisation[1].kind`."""
    bad = ENTRY.format("A1").replace("lobby", "loby") + ENTRY.format("B1").replace("where", "wher")
    line = refused(register=register(tmp_path, bad + ENTRY.format("C1") + 'funders = "D"\n'))
    assert "organisation[0].kind: 'loby' is not one of" in line
    assert "organisation[1]: the key 'where' is absent" in line
    assert "organisation[1].wher: unknown key 'wher'" in line
    assert "organisation[2].funders: 'D' is not a list" in line
    assert "register-0.toml" in line


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ([ENTRY.format("A1").replace("2026-05-04", '"yesterday"')], "organisation[0].as_of: 'yesterday' is no day"),
        ([ENTRY.format("The A1") + ENTRY.format("a1")], "organisation[1]: 'a1' is a name of organisation[0] too"),
        ([ENTRY.format("A1"), ENTRY.format("A1")], "is a name of organisation[0] in"),
        (["organisation = []"], "organisation: must not be empty"),
        (
            [ENTRY.format("A1").replace("its report", "x")],
            "organisation[0].where: 'x' is too short: at least 3 characters",
        ),
        (["x = 1"], "top level: the key 'organisation' is absent"),
        (["[["], "not valid TOML"),
    ],
)
def test_a_register_that_cannot_be_trusted_is_refused(tmp_path, texts, words):
    """A day that is none, and a name that means two, are refused with their places."""
    assert words in refused(register=register(tmp_path, *texts))


def test_names_are_found_as_whole_words(tmp_path):
    """With their capitals, over a line end, before *’s*, the longest first; not in a longer word or small letters."""
    text = ENTRY.format("Larkmoor Institute") + 'aliases = ["LI"]\n' + ENTRY.format("Larkmoor Institute for Growth")
    known = made(Config(register=register(tmp_path, text))).outside.register
    words = "The Larkmoor\nInstitute for Growth, Larkmoor Institute’s LI, LI-funded, larkmoor institute, LIP"
    tokens = item(words).analysis.tokens
    found = [(m.organisation.name, m.span) for m in known.mentions(tokens.words, tokens.starts, tokens.ends)]
    assert [(name, span.of(words)) for name, span in found] == [
        ("Larkmoor Institute for Growth", "Larkmoor\nInstitute for Growth"),
        ("Larkmoor Institute", "Larkmoor Institute"),
        ("Larkmoor Institute", "LI"),
    ]
    assert found[0][1] == Span(4, 33)
