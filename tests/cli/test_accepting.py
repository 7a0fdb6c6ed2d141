"""Adopting sayso on what is there: a baseline for all of it, waivers for single findings."""

from __future__ import annotations

import json

import pytest

BAD = "The {0} closed on Monday, sources said. Critics called it a scandal.\n\nIt stood there for {1} years.\n"
NOUNS = "mill ferry bank harbour bridge tannery market depot".split()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Items of several kinds, all with findings."""
    monkeypatch.chdir(tmp_path)
    items = tmp_path / "items"
    items.mkdir()
    for number, noun in enumerate(NOUNS):
        (items / f"{noun}.txt").write_text(BAD.format(noun, number + 2))
    lines = [{"id": f"n{n}", "text": BAD.format(f"old {noun}", n)} for n, noun in enumerate(NOUNS)]
    (items / "lines.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    (items / "one.json").write_text(json.dumps({"text": BAD.format("inn", 9), "url": "https://post.example/inn"}))
    return items


def check(run, *words):
    return run("check", "items", "--baseline", "sayso.baseline.json", "--format", "concise", *words)


def test_only_the_new_item_fails_the_build(run, folder):
    """After a baseline the same items pass, and one new bad item fails alone."""
    assert run("check", "items").code == 1
    made = run("baseline", "create", "items")
    assert made.code == 0
    assert "of 17 items are accepted" in made.out
    clean = check(run)
    assert (clean.code, clean.out) == (0, "")
    assert "accepted by the baseline" in clean.err
    (folder / "new.txt").write_text("The castle burned down, an insider said.\n")
    failed = check(run)
    assert failed.code == 1
    assert {line.partition(":")[0] for line in failed.out.splitlines()} == {"items/new.txt"}


def test_a_baseline_survives_moving_and_reformatting(run, folder):
    """Items under other names, with other white space, and lines in another order are known again."""
    run("baseline", "create", "items")
    (folder / "deep").mkdir()
    for noun in NOUNS[:4]:
        (folder / f"{noun}.txt").rename(folder / "deep" / f"was-{noun}.txt")
    for noun in NOUNS[4:]:
        file = folder / f"{noun}.txt"
        file.write_text(file.read_text().replace(" ", "\n", 3).replace("\n\n", "\n\n\n\n"))
    lines = (folder / "lines.jsonl").read_text().splitlines()
    again = [json.dumps(dict(reversed(json.loads(line).items())), indent=None) for line in reversed(lines)]
    (folder / "lines.jsonl").write_text("\n\n".join(again))
    (folder / "one.json").write_text(json.dumps(json.loads((folder / "one.json").read_text()), indent=4))
    assert check(run).out == ""


def test_an_edit_elsewhere_keeps_what_is_accepted_and_shows_what_is_new(run, folder):
    """In an item that was changed, only the new claim counts."""
    run("baseline", "create", "items")
    file = folder / "mill.txt"
    file.write_text("Nothing new.\n\n" + file.read_text() + "\nAn insider said it was arson.\n")
    found = check(run).out.splitlines()
    assert [line.split(" ")[2] for line in found] == ["sourcing/bare-anonymous-source"]
    assert "'An insider'" in found[0]


def test_an_update_prunes_and_adds_nothing(run, folder):
    """What is gone is taken out; what is new goes in only where that is asked for, and is counted."""
    run("baseline", "create", "items")
    (folder / "mill.txt").write_text("The mill closed on Monday, 4 May 2026, owner Ana Ruiz said.\n")
    (folder / "ferry.txt").write_text(BAD.format("ferry", 3) + "\nAn insider said more.\n")
    pruned = run("baseline", "update", "items")
    assert "+0/-" in pruned.out
    assert "+0/-0" not in pruned.out
    assert "An insider" in check(run, "--fail-on", "warning").out
    assert "+1/-0" in run("baseline", "update", "items", "--accept-new").out
    assert check(run).out == ""
    assert "+0/-0" in run("baseline", "update", "items", "--accept-new").out


def test_an_update_of_some_paths_keeps_the_rest(run, folder):
    """Items that were not looked at keep what is accepted of them."""
    run("baseline", "create", "items")
    before = (folder.parent / "sayso.baseline.json").read_text()
    assert "+0/-0" in run("baseline", "update", "items/mill.txt").out
    assert (folder.parent / "sayso.baseline.json").read_text() == before


def test_a_baseline_holds_no_text_and_is_not_replaced_by_accident(run, folder):
    """It can be public where items cannot; creating one over another needs force."""
    run("baseline", "create", "items")
    written = (folder.parent / "sayso.baseline.json").read_text()
    assert "scandal" not in written
    assert run("baseline", "create", "items").code == 2
    assert run("baseline", "create", "items", "--force").code == 0
    assert (folder.parent / "sayso.baseline.json").read_text() == written


@pytest.mark.parametrize("broken", ["", "[]", '{"schema": "x", "items": []}', '{"items": [{"names": 3}]}', "\xff"])
def test_a_broken_baseline_is_named(run, folder, broken):
    """A baseline that cannot be read must not pass for an empty one."""
    (folder.parent / "sayso.baseline.json").write_text(broken, "latin-1")
    ran = check(run)
    assert ran.code == 2
    assert "sayso.baseline.json" in ran.err
    assert ran.out == ""


def waive(run, *words):
    """Waive a finding of the mill."""
    rule = ("sourcing/bare-anonymous-source", "items/mill.txt")
    return run("waivers", "add", *rule, "--reason", 'They "fear" for their jobs', *words)


def waived(run, *words):
    """The rules that the mill still has, and the run."""
    ran = run("check", "items/mill.txt", "--waivers", "sayso.waivers.toml", "--format", "concise", *words)
    return [line.split(" ")[2] for line in ran.out.splitlines()], ran


def test_a_waived_finding_stands(run, folder):
    """The one finding is gone, the others are there, and the run says how many were waived."""
    assert waive(run, "--quote", "sources", "--by", "Desk", "--until", "2026-12-31").code == 0
    rules, ran = waived(run, "--as-of", "2026-12-31")
    assert "sourcing/bare-anonymous-source" not in rules
    assert "attribution/anonymous-collective" in rules
    assert "waived: 1 finding" in ran.err
    listed = run("waivers", "list", "--as-of", "2027-01-01").out
    assert "until 2026-12-31 (expired)" in listed
    assert "Desk" in listed


def test_an_expired_waiver_is_a_finding(run, folder):
    """From the next day on, its finding is back, and the waiver is reported at its line."""
    waive(run, "--until", "2026-12-31")
    rules, ran = waived(run, "--as-of", "2027-01-01")
    assert {"sourcing/bare-anonymous-source", "waivers/expired"} <= set(rules)
    assert "sayso.waivers.toml:1:1: warning waivers/expired" in ran.out


def test_an_unused_waiver_is_a_finding_where_its_item_was_checked(run, folder):
    """A waiver that lets nothing stand is reported, unless its item was not looked at."""
    waive(run, "--quote", "words that are not there")
    assert "waivers/unused" in waived(run)[0]
    other = run("check", "items/ferry.txt", "--waivers", "sayso.waivers.toml", "--format", "concise")
    assert "waivers/" not in other.out


def test_pruning_leaves_everything_else_as_it_is(run, folder):
    """Expired and unused waivers go; comments and the others stay byte for byte."""
    waive(run)
    file = folder.parent / "sayso.waivers.toml"
    kept = "# why we have these\n" + file.read_text()
    file.write_text(kept)
    waive(run, "--quote", "nothing like it")
    file.write_text(
        file.read_text()
        + "\n[[waivers]]\nrule = 'dating/date-missing'\nitem = 'items/mill.txt'\nreason = 'old'\nuntil = 2020-01-01\n"
    )
    assert "1 waiver stays" in run("waivers", "prune", "items").out
    assert file.read_text().rstrip() == kept.rstrip()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[waivers]]\nrule = 'a/b'\nitem = 'x'\n", "reason"),
        ("[[waivers]]\nrule = 'no/such-rule'\nitem = 'x'\nreason = 'y'\n", "there is no rule 'no/such-rule'"),
        ("[[waivers]]\nrule = 'dating/date-missing'\nitem = 'x'\nreason = ' '\n", "say why"),
        ("[[waivers]]\nrule = 'dating/date-missing'\nitem = 'x'\nreason = 'y'\nuntil = '2026-02-30'\n", "no day"),
        ("[[waiver]]\n", "waiver"),
        ("[[waivers\n", "sayso.waivers.toml"),
    ],
)
def test_a_broken_file_of_waivers_is_named(run, folder, text, said):
    """What a waiver lacks is said in one line, and nothing is checked without it."""
    (folder.parent / "sayso.waivers.toml").write_text(text)
    rules, ran = waived(run)
    assert ran.code == 2
    assert said in ran.err
    assert not rules


def test_both_can_stand_in_the_configuration(run, folder):
    """The files are named relative to sayso.toml, and an empty option switches one off."""
    run("baseline", "create", "items")
    (folder.parent / "sayso.toml").write_text('baseline = "sayso.baseline.json"\n')
    assert run("check", "items", "--format", "concise").out == ""
    assert run("check", "items", "--format", "concise", "--baseline", "").out


def test_a_baseline_holds_whoever_stands_where(run, folder, monkeypatch):
    """Items are known by their place as seen from the baseline, from whichever folder and in whichever spelling."""
    (folder.parent / "sayso.toml").write_text('baseline = "sayso.baseline.json"\n')
    (folder / "broken.json").write_text("{")
    (folder / "deep").mkdir()
    (folder / "deep" / "mill.txt").write_text(BAD.format("deep mill", 3))
    assert run("baseline", "create", ".", "--accept-failures").code == 0
    written = (folder.parent / "sayso.baseline.json").read_text()
    mill = folder / "mill.txt"
    mill.write_text(mill.read_text() + "\nNothing else is known of it.\n")
    words = ("--format", "concise", "--fail-on", "info")
    assert (run("check", str(folder), *words).code, run("check", "items/mill.txt", *words).code) == (0, 0)
    monkeypatch.chdir(folder)
    assert (run("check", ".", *words).code, run("check", "mill.txt", *words).code) == (0, 0)
    updated = run("baseline", "update", "deep").out
    assert updated.endswith("+0/-0 findings; 108 are accepted; +0/-0 failures; 1 are accepted\n")
    assert (folder.parent / "sayso.baseline.json").read_text() == written
    monkeypatch.chdir(folder / "deep")
    (folder / "deep" / "ferry.txt").write_text("The ferry sank on Monday, sources said.\n")
    assert run("check", "ferry.txt", *words).code == 1, "another file of the same name is another item"


def test_what_was_edited_is_known_by_most_of_its_words(run, folder):
    """A row without an id, and a file that was moved and edited, keep what is accepted; another row does not get it."""
    text = (
        "The {0} of Hallin will close in {1}, sources said on Friday. Its owner paid {2} crowns for the roof, and "
        "the council, which had asked for a new one, gave nothing. Critics called that a scandal. The building "
        "stood empty for {3} years before a baker rented its ground floor.\n"
    )
    old, new = text.format("mill", "May", 400, 12), text.format("mill", "May", 500, 12)
    other = (
        "A ferry between Vell and Orsa will stop in June, sources said on Friday. Nobody asked. Critics called "
        "that a scandal, and the port office did not answer. Tickets that were bought stay good until the autumn.\n"
    )
    rows = folder / "rows.jsonl"
    rows.write_text(json.dumps({"text": old}) + "\n" + json.dumps({"text": other}) + "\n")
    (folder / "barn.txt").write_text(text.format("barn", "July", 300, 9))
    run("baseline", "create", "items")
    rows.write_text(json.dumps({"text": other}) + "\n" + json.dumps({"text": new}) + "\n")
    (folder / "barn.txt").unlink()
    (folder / "moved.txt").write_text(text.format("barn", "August", 300, 9))
    assert check(run, "--fail-on", "info").out == ""
    assert "+0/-0" in run("baseline", "update", "items").out
    stranger = (
        "The bank in Lund will shut its doors, sources said on Friday. Critics called that a scandal. " + "x " * 40
    )
    rows.write_text(rows.read_text() + json.dumps({"text": stranger}) + "\n")
    assert check(run, "--fail-on", "info").code == 1


def test_a_sketch_tells_no_words_and_is_of_nothing_known(folder):
    """It is made of hashes; what has an id or an address of its own has none, and a short text neither."""
    from sayso import Engine
    from sayso.accepted.identity import hashes, resemblance, sketch

    engine = Engine()
    long = " ".join(f"word{n}" for n in range(60))
    (item,) = engine.check({"text": long}).items
    (edited,) = engine.check({"text": long.replace("word30", "other")}).items
    (half,) = engine.check({"text": long.replace("word1", "one").replace("word3", "three")}).items
    assert len(sketch(item)) == 120
    alike = [resemblance(hashes(sketch(item)), hashes(sketch(one))) for one in (item, edited, half)]
    assert alike[0] == 1 > alike[1] > 0.6 > alike[2]
    for given in ({"text": long, "id": "n1"}, {"text": long, "url": "https://post.example/1"}, {"text": "Too short."}):
        assert sketch(engine.check(given).items[0]) == ""


def test_without_a_name_the_configured_files_are_used(run, folder, monkeypatch):
    """Creating, updating, adding and pruning from a folder below use the files that the configuration names."""
    (folder.parent / "ci").mkdir()
    (folder.parent / "sayso.toml").write_text('baseline = "ci/accepted.json"\nwaivers = "ci/let.toml"\n')
    missing = run("check", "items")
    assert (missing.code, "sayso baseline create" in missing.err) == (2, True)
    monkeypatch.chdir(folder)
    (folder.parent / "ci" / "let.toml").write_text("")
    rule = "sourcing/bare-anonymous-source"
    assert run("waivers", "add", rule, "mill.txt", "--reason", "known").code == 0
    assert 'item = "../items/mill.txt"' in (folder.parent / "ci" / "let.toml").read_text()
    assert "lets the same stand" in run("waivers", "add", rule, "mill.txt", "--reason", "known").err
    assert "is over" in run("waivers", "add", rule, "ferry.txt", "--reason", "known", "--until", "2020-01-01").err
    assert "no file nothing.txt" in run("waivers", "add", rule, "nothing.txt", "--reason", "known").err
    assert run("waivers", "list").out.count("\n") == 2
    assert run("baseline", "create", ".").code == 0
    assert [one.name for one in sorted((folder.parent / "ci").iterdir())] == ["accepted.json", "let.toml"]
    assert "+0/-0" in run("baseline", "update", ".").out


def test_a_waiver_of_no_item_is_unused_where_all_were_looked_at(run, folder):
    """A run over the whole folder of the file sees that there is no such item; one over a part cannot."""
    run("waivers", "add", "sourcing/bare-anonymous-source", "items/gone.txt", "--reason", "known")
    words = ("--waivers", "sayso.waivers.toml", "--format", "concise")
    assert "waivers/unused" in run("check", ".", *words).out
    assert "waivers/unused" not in run("check", "items", *words).out
    assert "waivers/unused" not in run("check", ".", *words, "--select", "dating").out
    assert "1 waiver stays" in run("waivers", "prune", "items").out
    assert "0 waivers stay" in run("waivers", "prune", ".").out


@pytest.mark.parametrize("broken", ["null", "3", '"x"', "[1]", "{}"])
def test_what_is_no_baseline_is_told_without_a_fuss(run, folder, broken):
    """Whatever JSON stands there, it is one line about the file."""
    (folder.parent / "sayso.baseline.json").write_text(broken)
    ran = check(run)
    assert (ran.code, ran.err.count("\n"), "bug" in ran.err) == (2, 1, False)


def test_a_pipe_is_no_baseline(run, folder):
    """Nobody waits for somebody to write into it."""
    import os

    os.mkfifo(folder.parent / "sayso.baseline.json")
    ran = check(run)
    assert (ran.code, "a named pipe" in ran.err) == (2, True)


def test_what_is_waived_is_not_accepted_too(run, folder):
    """A baseline that is made beside a file of waivers leaves to it what it lets stand."""
    (folder.parent / "sayso.toml").write_text('baseline = "sayso.baseline.json"\nwaivers = "sayso.waivers.toml"\n')
    assert "sayso waivers add" in run("check", "items", "--baseline", "").err
    waive(run, "--quote", "sources")
    assert "101 findings of 17 items" in run("baseline", "create", "items").out
    assert run("check", "items", "--format", "concise").out == ""
    (folder.parent / "sayso.waivers.toml").write_text("")
    back = run("check", "items", "--format", "concise").out
    assert back.splitlines() == [line for line in back.splitlines() if "items/mill.txt" in line and "'sources'" in line]
    assert back


def test_a_form_of_words_leads_to_no_item():
    """Of very many items made by one form, an edited one is found by what is its own, and not compared with all."""
    from sayso import Baseline, Engine
    from sayso.accepted.baseline import COMMON, standing

    engine = Engine()
    form = "The {0} of {1} shut on Monday, sources said. " + " ".join(f"word{n} {{0}}" for n in range(40))
    items = [engine.check({"text": form.format(f"mill{n}", f"town{n}")}).items[0] for n in range(COMMON + 3)]
    baseline = Baseline([standing(one, one.findings) for one in items])
    (edited,) = engine.check({"text": form.format("mill7", "town7").replace("Monday", "Tuesday")}).items
    assert baseline.of(edited).names == standing(items[7], ()).names
    (stranger,) = engine.check({"text": form.format("quay", "port")}).items
    assert baseline.of(stranger) is None


def test_a_short_item_is_known_in_another_folder_and_layout(run, folder):
    """One that is too short for a sketch, with neither id nor address, is known by its words alone."""
    (folder / "short.txt").write_text("The mill\nclosed, sources said.\n")
    run("baseline", "create", "items")
    words = ("check", "items", "--baseline", "sayso.baseline.json", "--fail-on", "info")
    assert run(*words).code == 0
    (folder / "short.txt").unlink()
    (folder / "deep").mkdir()
    (folder / "deep" / "other.txt").write_text("The mill closed,\nsources   said.\n")
    assert run(*words).code == 0
    (folder / "deep" / "other.txt").write_text("The dam closed,\nsources   said.\n")
    assert run(*words).code == 1
