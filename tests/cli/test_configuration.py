"""Configuration files that somebody got wrong, or that are not there though they seem to be."""

from __future__ import annotations

import os
import time

import pytest

TEXT = "The bridge was opened today, the city said."


@pytest.fixture
def item(tmp_path):
    """An item in a folder of its own."""
    file = tmp_path / "item.txt"
    file.write_text(TEXT, "utf-8")
    return file


def refused(run, item):
    """The one line that a check of the item ends with."""
    ran = run("check", item)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    return line


@pytest.mark.parametrize(("kind", "words"), [("link", "leads nowhere"), ("folder", "a folder"), ("pipe", "named pipe")])
def test_a_configuration_that_is_no_file_is_not_overlooked(run, item, kind, words):
    """A sayso.toml that is a broken link, a folder or a pipe is an error."""
    place = item.parent / "sayso.toml"
    if kind == "link":
        place.symlink_to("nowhere.toml")
    elif kind == "folder":
        place.mkdir()
    elif hasattr(os, "mkfifo"):
        os.mkfifo(place)
    else:
        pytest.skip("no named pipes")
    assert words in refused(run, item)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[tool.sayso]\nprofile =", "not valid TOML"),
        ("[[ tool . 'sayso' ]]\nprofile =", "not valid TOML"),
        ("[tool]\nsayso = 1", "must be a table"),
        ('tool.sayso = "wire"', "must be a table"),
        ("[tool]\nsayso.profil = 1", "tool.sayso.profil: unknown key"),
    ],
)
def test_what_a_project_says_to_us_is_not_overlooked(run, item, text, words):
    """A pyproject.toml that would configure sayso and cannot is an error."""
    (item.parent / "pyproject.toml").write_text(text, "utf-8")
    assert words in refused(run, item)


@pytest.mark.parametrize("text", ['dependencies = ["sayso"', "tool = 1\nsayso = 2", "[tool.other]\nsayso ="])
def test_a_project_that_is_not_ours_is_left_alone(run, item, text):
    """A pyproject.toml without our table is other tools' to complain about."""
    (item.parent / "pyproject.toml").write_text(text, "utf-8")
    assert run("check", item).code == 1


HARD = {
    "a number of 5000 digits": ("fail-on = " + "9" * 5000, "too many digits"),
    "deep lists": ("x = " + "[" * 5000, "nested too deeply"),
    "deep tables": ("x = " + ("{" + ".".join("a" * 90) + " = ") * 30 + "1" + "}" * 30, "nested too deeply"),
    "a long key": (".".join("a" * 20_000) + " = 1", "more than 100 dots"),
    "a long quoted key": ("x = {" + '."b"' * 20_000 + " = 1}", "more than 100 dots"),
    "a long header": ("[" + " . ".join("a" * 20_000) + "]", "more than 100 dots"),
    "a large file": ("# " + "x" * 1_000_000, "larger than 1,000,000 bytes"),
    "no number": ('[rules."a/b"]\nx = inf', 'rules."a/b".x: inf is no finite number'),
}


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("how", ["found", "named", "validated"])
def test_what_is_hard_to_read_is_refused_quickly(run, item, name, how):
    """A configuration made to be hard to read is one line and exit 2, within two seconds."""
    text, words = HARD[name]
    file = item.parent / ("sayso.toml" if how == "found" else "other.toml")
    file.write_text(text, "utf-8")
    start = time.process_time()
    arguments = {"found": ["check", item], "named": ["check", item, "--config", file], "validated": ["validate", file]}
    ran = run(*arguments[how])
    assert time.process_time() - start < 2
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert words in line
    assert len(line) < 300 + len(str(file))


def test_dots_in_values_and_comments_are_no_keys(run, item):
    """A text, a comment and a multi-line text may have as many dots as they like."""
    dots = "a." * 200
    text = f'# {dots}\nexclude = ["{dots}", \'{dots}\', """\n{dots}""", "\\"{dots}"]\n'
    (item.parent / "sayso.toml").write_text(text, "utf-8")
    assert run("check", item).code == 1


@pytest.mark.parametrize("name", ["sayso.toml", "pyproject.toml"])
def test_a_byte_order_mark_is_no_fault(run, item, name):
    """A configuration that an editor on Windows saved is used like any other."""
    table = "[tool.sayso.rules]" if name == "pyproject.toml" else "[rules]"
    rules = "dating/date-missing dating/relative-date-unanchored provenance/outlet-unknown provenance/author-missing"
    text = "\n".join([table, *(f'"{rule}" = "off"' for rule in rules.split())])
    (item.parent / name).write_text(text, "utf-8-sig")
    assert run("check", item).code == 0
    assert run("validate", item.parent / name).code == 0


@pytest.mark.parametrize("date", ["2026-05-04", "2026-05-04T08:30:00+02:00", "2026-05-04 08:30:00", '"2026-05-04"'])
def test_a_date_of_toml_is_a_date(run, item, date):
    """A date may be written as TOML writes dates, or as a text; either fixes the days that the item speaks of."""
    file = item.parent / "sayso.toml"
    file.write_text(f'[[paths]]\nmatch = "*"\nfacts = {{ date_published = {date} }}\n', "utf-8")
    out = run("check", item, "--format", "concise").out
    assert "provenance/outlet-unknown" in out
    assert "dating/" not in out
    assert run("validate", file).code == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '[rules]\n"attribution/vague-media" = 7',
            "7 is not a severity (off, info, warning, error) or a table",
        ),
        (
            '[[paths]]\nmatch = "*"\n[paths.rules]\n"attribution/vague-media" = true',
            "true is not a severity (off, info, warning, error) or a table",
        ),
        ("[[paths]]\nmatch = 7", "7 is not a pattern or a list of patterns"),
        ('encoding = "base64"', "there is no encoding 'base64' for texts"),
    ],
)
def test_a_value_of_the_wrong_kind_says_what_is_expected(run, item, text, words):
    """Where a key takes more than one kind of value, the message names them all."""
    (item.parent / "sayso.toml").write_text(text, "utf-8")
    assert words in refused(run, item)


@pytest.mark.parametrize("name", ["undefined", "base64", "zzz", "a\x00b"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_an_encoding_that_is_none_is_refused_before_anything_is_read(run, item, name, mark):
    """A name of no text encoding is one line, even where a byte order mark would have decided."""
    item.write_bytes(mark + TEXT.encode())
    ran = run("check", item, "--encoding", name)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert "--encoding: there is no encoding" in line


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "utf-32-be", "cp1252", "utf-7", "UTF8", "shift_jis"])
def test_an_encoding_that_is_one_is_used(run, item, name):
    """Every text encoding is taken, those too for which a byte is not enough to begin with."""
    item.write_bytes(TEXT.encode(name))
    ran = run("check", item, "--encoding", name, "--format", "concise")
    assert ran.code == 1
    assert ":1:23: error dating/relative-date-unanchored" in ran.out


def test_a_reader_that_is_named_says_what_it_needs(run, item):
    """A refining reader that finds nothing of its kind says so, for each item; an unknown one has all listed."""
    line = run("check", item, "--reader", "digest").err.splitlines()[0]
    assert "the reader digest found no digest here: it reads" in line
    lines = item.parent / "items.jsonl"
    lines.write_text('{"text": "The mill closed."}\n{"text": "It did."}\n', "utf-8")
    assert [
        f"line {number}: the reader digest" in line
        for number, line in zip((1, 2), run("check", lines, "--reader", "digest").err.splitlines(), strict=True)
    ] == [True, True]
    refused = run("check", item, "--reader", "zzz").err
    assert "there is no reader 'zzz'; there are " in refused
    assert " digest, " in refused


@pytest.mark.parametrize(
    "text",
    [
        "[[paths]",
        'colour = "red"\n',
        'profile = "no-such"\n',
        '[reader.csv]\ncolour = "red"\n',
        '[plugins]\ndisable = ["x"]\n',
    ],
)
@pytest.mark.parametrize("given", [(), ("--config", "sayso.toml")])
def test_the_configuration_is_called_the_same_in_every_message(run, item, monkeypatch, text, given):
    """From the folder that sayso was started in, whatever is wrong in it, and whether it was found or given."""
    monkeypatch.chdir(item.parent)
    (item.parent / "sayso.toml").write_text(text, "utf-8")
    ran = run("check", item.name, *given)
    assert ran.code == 2
    assert ran.err.startswith("sayso: error: sayso.toml: ")


FACTS = '[[paths]]\nmatch = "*"\nfacts = {{ {} }}'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (FACTS.format('item_type = "opnion"'), "there is no item type 'opnion'; did you mean 'opinion'?"),
        (FACTS.format('item_type = "qqq"'), "there is no item type 'qqq'; there are article, "),
        (FACTS.format('language = "english"'), "must be a language by its code (BCP 47)"),
        ('[reader.json.map]\nbody = "txt"', "reader.json.map.body: 'txt' must be a key of a plain item"),
        ('[reader.csv.map]\nbody = "txt"', "reader.csv.map.body: 'txt' must be a key of a plain item"),
        ('[outlets.Herald]\nregister = "nope.toml"', "register"),
        ('[outlets]\n"" = {}', "must be the name of an outlet"),
    ],
)
def test_what_would_do_nothing_is_refused(run, item, text, words):
    """A word that nobody knows is a slip: it would be kept, and nothing would come of it."""
    (item.parent / "sayso.toml").write_text(text, "utf-8")
    ran = run("check", item)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize(
    "fact", ['item_type = "Op-Ed"', 'item_type = "other"', 'language = "pt-BR"', 'language = "en_US"']
)
def test_common_words_for_a_fact_are_taken(run, item, fact):
    """Synonyms, and a code of a language in either spelling."""
    (item.parent / "sayso.toml").write_text(FACTS.format(fact), "utf-8")
    assert run("check", item).code == 1


def test_a_rate_is_given_once(run, item):
    """Of two for one rule, nobody knows which was meant."""
    rates = [word for share in ("10%", "90%") for word in ("--max-rate", f"dating/date-missing={share}")]
    ran = run("check", item, *rates)
    assert (ran.code, "names dating/date-missing twice" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('evidence = ["nope"]', "sayso.toml: evidence: nope: there is no such file"),
        ('register = ["nope.toml"]', "sayso.toml: register: nope.toml: cannot be read"),
        ('waivers = "."', "sayso.toml: waivers: "),
        ('baseline = "nope.json"', "sayso.toml: baseline: "),
        ("fail-on = true", "sayso.toml: fail-on: true is not one of"),
        ("min-confidence = nan", "sayso.toml: min-confidence: nan is no finite number"),
    ],
)
def test_what_is_wrong_has_the_file_and_the_key_that_say_so(run, item, monkeypatch, text, words):
    """Whoever has only the line finds the place, in words of the configuration."""
    monkeypatch.chdir(item.parent)
    (item.parent / "sayso.toml").write_text(text, "utf-8")
    ran = run("check", item.name)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert words in ran.err
    key = text.partition(" ")[0]
    (item.parent / "pyproject.toml").write_text(f"[tool.sayso]\n{text}\n", "utf-8")
    (item.parent / "sayso.toml").unlink()
    assert f"pyproject.toml: tool.sayso.{key}: " in run("check", item.name).err


@pytest.mark.parametrize("option", ["--evidence", "--register", "--waivers", "--baseline"])
def test_a_file_of_an_option_that_is_not_there_has_its_name(run, item, option):
    """The configuration has nothing to do with it."""
    ran = run("check", item, option, "nope")
    assert (ran.code, ran.err.startswith(f"sayso: error: {option}: nope: ")) == (2, True)
