"""The index of a corpus: one file, safe to kill, refused where it is not ours."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap

import pytest

import sayso_plugins.plugin
from sayso import Config, ConfigError, CorpusRule, Engine, Finding, SaysoError, Trace, corpus_rule

BODY = "Eleven crews fought the fire in the old tannery until dawn, and two sheds on the other bank burned down too. "
ITEMS = [
    {"id": str(n), "text": BODY * 3, "outlet": name, "date_published": f"2026-05-0{n + 1}", "language": "en"}
    for n, name in enumerate(["Example Post", "Daily Sample", "Lindow Herald"])
]


@pytest.fixture
def checker() -> Engine:
    return Engine(Config(select=("consistency/uncredited-copy",)), plugins=[sayso_plugins.plugin])


def rules(report):
    return [f.rule for item in report.across for f in item.findings]


def test_an_index_is_gone_on_with(tmp_path, checker):
    """Items collected in one run count in the next."""
    file = tmp_path / "corpus.sqlite"
    with checker.index(file) as index:
        checker.check(ITEMS[0], index=index)
    with checker.index(file) as index:
        checker.check(ITEMS[1], index=index)
        assert len(index) == 2
        assert rules(checker.conclude(index)) == ["consistency/uncredited-copy"]


def test_the_same_item_from_two_places_is_one_entry(tmp_path, checker):
    """An item that was moved is not its own copy; it is listed under the first of its paths."""
    text = (BODY * 3).encode()
    from sayso import Document

    for order in (("a.txt", "b.txt"), ("b.txt", "a.txt")):
        with checker.index() as index:
            for path in order:
                checker.check(Document.from_bytes(text, path=path), index=index)
            assert len(index) == 1
            assert index.entry(1).path == "a.txt"


def test_a_killed_run_leaves_an_index_to_go_on_with(tmp_path):
    """What was flushed before a kill -9 is there, and the file opens."""
    file = tmp_path / "corpus.sqlite"
    script = textwrap.dedent(f"""
        import os, signal
        import sayso_plugins.plugin
        from sayso import Config, Engine
        engine = Engine(Config(select=("consistency/uncredited-copy",)), plugins=[sayso_plugins.plugin])
        index = engine.index({str(file)!r})
        for number in range(450):
            engine.check({{"text": f"Item {{number}} says this.", "language": "en"}}, index=index)
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    killed = subprocess.run([sys.executable, "-c", script], check=False, env={**os.environ})
    assert killed.returncode == -signal.SIGKILL
    engine = Engine(Config(select=("consistency/uncredited-copy",)), plugins=[sayso_plugins.plugin])
    with engine.index(file) as index:
        assert len(index) == 400


@pytest.mark.parametrize("kind", ["text", "other database", "folder"])
def test_what_is_no_index_is_refused_and_left_alone(tmp_path, checker, kind):
    """A file of another kind is named in one line, and not one byte of it changes."""
    file = tmp_path / "thing"
    if kind == "text":
        file.write_text("nothing of the sort, and long enough to be read as a page of something" * 20)
    elif kind == "folder":
        file.mkdir()
    else:
        with sqlite3.connect(file) as other:
            other.execute("CREATE TABLE mine (value)")
    before = file.read_bytes() if file.is_file() else None
    with pytest.raises(ConfigError, match="index"):
        checker.index(file)
    assert (file.read_bytes() if file.is_file() else None) == before


def test_an_index_for_other_rules_is_refused(tmp_path, checker):
    """Items whose traces a rule did not collect would be silently missed."""
    file = tmp_path / "corpus.sqlite"
    with checker.index(file) as index:
        checker.check(ITEMS[0], index=index)
    other = Engine(Config(select=("dating/silent-change",)), plugins=[sayso_plugins.plugin])
    with pytest.raises(ConfigError, match="not collected for dating/silent-change"):
        other.index(file)


class Plugin:
    """A plugin whose rules on many items fail, one while collecting, one at the end."""

    __name__ = "broken"

    def __init__(self, *offered: CorpusRule) -> None:
        self.offered = offered

    from sayso import hookimpl

    @hookimpl
    def sayso_rules(self):
        return self.offered


ABOUT = {"since": "0.1", "languages": (), "cure": "Mend it."}


def test_a_rule_that_fails_at_the_end_is_named():
    """The report has what others found, and a failure that names the rule."""

    @corpus_rule("acme/at-the-end", "Fails.", **ABOUT)
    def fails(corpus):
        """A rule that cannot work says so and takes nobody else down."""
        raise ZeroDivisionError("no items")

    engine = Engine(plugins=[sayso_plugins.plugin, Plugin(fails)])
    with engine.index() as index:
        assert not engine.check(ITEMS[0], index=index).failures
        (failure,) = engine.conclude(index).failures
    assert failure.error == "rule-crash"
    assert (
        failure.message
        == "rule acme/at-the-end (plugin broken) failed over all items: ZeroDivisionError: no items (test_index.py:128)"
    )


@pytest.mark.parametrize(
    ("collect", "said"),
    [
        (lambda item: [3], "SaysoError: a rule collects Trace(topic, value) with a text for its topic, not 3"),
        (lambda item: [Trace(3, "x")], "with a text for its topic, not Trace(topic=3"),
        (lambda item: [Trace("", {1})], "TypeError: Object of type set is not JSON serializable"),
        (lambda item: None, "TypeError: 'NoneType' object is not iterable"),
        (lambda item: sys.exit(3), "SystemExit: 3"),
    ],
)
def test_what_no_index_can_keep_is_named_with_its_rule(collect, said):
    """Whatever a rule hands over or does; whoever adds to an index of his own is told too."""

    @corpus_rule("acme/odd", "Odd.", collect=collect, **ABOUT)
    def odd(corpus):
        """It never comes to this, since nothing is collected."""
        return ()

    engine = Engine(plugins=[sayso_plugins.plugin, Plugin(odd)])
    with engine.index() as index:
        (failure,) = engine.check(ITEMS[0], index=index).failures
        assert failure.message.startswith("rule acme/odd (plugin broken) failed while collecting: ")
        assert said in failure.message
        (item,) = engine.items(ITEMS[0])
        with pytest.raises(SaysoError, match=r"^rule acme/odd failed while collecting: "):
            index.add(item)
        assert len(index) == 0


def test_a_rule_that_fails_while_collecting_is_reported_with_the_item():
    """Nothing of that item is kept, the others are."""

    def collect(item):
        if "two" in item.text:
            raise ValueError("not two")
        yield Trace("", len(item.text))

    @corpus_rule("acme/collects", "Counts.", collect=collect, **ABOUT)
    def counts(corpus):
        """The lengths of all items, which nobody needs to know but this test."""
        for _, entry, value in corpus.traces("acme/collects"):
            from sayso import Across

            yield Across(entry, Finding(f"{value} characters."))

    engine = Engine(plugins=[sayso_plugins.plugin, Plugin(counts)])
    with engine.index() as index:
        reports = list(engine.check_many([{"text": "item one"}, {"text": "item two"}], index=index))
        assert [[one.message for one in report.failures] for report in reports] == [
            [],
            ["rule acme/collects (plugin broken) failed while collecting: ValueError: not two (test_index.py:175)"],
        ]
        across = engine.conclude(index).across
    assert [f.message for item in across for f in item.findings if f.rule == "acme/collects"] == ["8 characters."]
