"""A reader or a rule that takes too long: it is named, and the others go on."""

from __future__ import annotations

import signal
import sys
import threading
import time

import pytest

from sayso import Config, ConfigError, Engine, Finding, ReadError, decode, reader, rule, time_limit
from sayso.config.load import load
from sayso.testing.engines import engine_with
from sayso.time_limit import LEAST, Budget, TookTooLong, each_within, limited
from sayso.validation import validate

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer signal here")
SHORT = 0.05


@rule("acme/slow", "Slow.", since="1", languages=())
def slow(item):
    """Sleep where the text says so, and catch whatever can be caught."""
    while "Slow" in item.text:
        try:
            time.sleep(5)
        except Exception:
            continue
    yield Finding("slow was here")


@rule("acme/works", "Works.", since="1", languages=())
def works(item):
    """Say that it was here."""
    yield Finding("works was here")


def sleeper(item):
    """Sleep where the text says so."""
    if "Slow" in item.text:
        time.sleep(5)
    return iter(())


@reader("lines", "A line an item", version="1", suffixes=[".lines"])
def lines(document, reading):
    """Sleep before a line that says so."""
    for number, line in document.lines():
        if isinstance(line, ReadError):
            yield line
        elif line.strip():
            text = decode(line).text
            if text.startswith("Hang"):
                time.sleep(5)
            yield reading.draft(document, text, locator=f"line {number}")


def engine(**given) -> Engine:
    """An engine with both rules and the reader, and a short limit."""
    config = Config(**{"seconds_per_item": SHORT, **given})
    return engine_with(slow, works, lines, bundled=["readers"], config=config)


def test_a_slow_rule_is_named_and_the_others_find():
    """On the item it hangs on it is a failure, and on the next it works again."""
    first, second = engine().check_many([{"text": "Slow mill."}, {"text": "Mill."}])
    assert [f.rule for f in first.findings] == ["acme/works"]
    (failure,) = first.failures
    assert (failure.error, failure.message) == (
        "timeout",
        "rule acme/slow (plugin tests) was stopped: the item took longer than 0.05 s",
    )
    assert [f.rule for f in second.findings] == ["acme/slow", "acme/works"]
    assert not second.failures


def test_a_slow_reader_is_named_and_other_inputs_are_read(tmp_path):
    """What it had read stays; that the rest of the input is not read is said."""
    for name, text in (("a", "One.\nHang.\nThree.\n"), ("b", "Two.\n")):
        (tmp_path / f"{name}.lines").write_text(text)
    first, second = (engine().check(tmp_path / f"{name}.lines") for name in "ab")
    assert [item.text for item in first.items] == ["One."]
    assert first.failures[0].message == (
        "its reader lines was stopped: the item took longer than 0.05 s; what follows there is not read"
    )
    assert [item.text for item in second.items] == ["Two."]


def test_without_a_limit_there_is_no_timer():
    """Nothing is interrupted, and no signal handler is touched."""
    before = signal.getsignal(signal.SIGALRM)
    (report,) = engine(seconds_per_item=None).check_many([{"text": "Mill."}])
    assert not report.failures
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_somebody_elses_timer_is_given_back():
    """The handler and the timer that were there before are there afterwards, whether it rang or not."""
    rung = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    signal.setitimer(signal.ITIMER_REAL, 100)
    try:
        with pytest.raises(TookTooLong), limited(SHORT):
            time.sleep(5)
        with limited(50):
            pass
        assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= 100
        assert not rung
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_what_swallows_it_is_interrupted_again():
    """A bare except does not win: what ends by itself was stopped all the same, and long before it would have ended."""

    def stubborn():
        for _ in range(20):
            try:
                time.sleep(5)
            except BaseException:
                continue
        yield 1
        yield 2

    found, began = each_within(stubborn(), Budget(SHORT)), time.monotonic()
    with pytest.raises(TookTooLong, match=r"the item took longer than 0\.05 s"):
        next(found)
    assert time.monotonic() - began < 20
    assert list(found) == []


@pytest.mark.parametrize("error", [None, ValueError("mine"), StopIteration()])
def test_a_rule_that_swallows_it_is_a_timeout_whatever_it_does_then(error):
    """It found nothing, or raises an error of its own: that would be said of a rule that had its time."""

    @rule("acme/bare", "Bare.", since="1", languages=())
    def bare(item):
        """Sleep, and catch what comes."""
        try:
            time.sleep(5)
        except BaseException:
            if error is not None:
                raise error from None
        return []

    made = engine_with(bare, works, bundled=["readers"], config=Config(seconds_per_item=SHORT))
    report = made.check({"text": "Mill."})
    (failure,) = report.failures
    assert failure.error == "timeout"
    assert failure.message == "rule acme/bare (plugin tests) was stopped: the item took longer than 0.05 s"
    assert [one.rule for one in report.findings] == ["acme/works"]


def test_who_asks_to_stop_is_heard_also_behind_a_swallowed_ring():
    """An interruption by the user is no slow rule."""

    def interrupted():
        try:
            time.sleep(5)
        except TookTooLong:
            raise KeyboardInterrupt from None

    with pytest.raises(KeyboardInterrupt), Budget(SHORT).step():
        interrupted()


def test_what_swallows_it_on_and_on_is_given_up(monkeypatch):
    """What a program does about it, such as to end, is done with the frame that runs."""
    seen = []

    def end(at):
        seen.append(at.f_code.co_name)
        raise SystemExit(3)

    monkeypatch.setattr(time_limit, "MOST", 3)
    monkeypatch.setattr(time_limit, "give_up", end)

    def deaf():
        while not seen:
            try:
                time.sleep(5)
            except TookTooLong:
                continue

    with pytest.raises(TookTooLong), Budget(SHORT).step():
        deaf()
    assert seen == ["deaf"]


def test_in_a_thread_it_is_refused_and_not_ignored():
    """The limit would not be kept there, so it is an error that says what to do."""
    said = []

    def go():
        try:
            engine().check({"text": "Slow mill."})
        except ConfigError as error:
            said.append(str(error))

    thread = threading.Thread(target=go)
    thread.start()
    thread.join()
    assert said == ["seconds-per-item works in the main thread alone; leave it out, or use processes (--jobs)"]


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), 1e-9, 1e-4, LEAST * 0.99])
def test_what_is_no_time_is_refused(seconds):
    """There is no configuration with a limit that means nothing, or that nothing could be done in."""
    with pytest.raises(ConfigError, match=r"seconds-per-item is a number of seconds, 0\.01 or more"):
        Config(seconds_per_item=seconds)
    assert Config(seconds_per_item=LEAST).seconds_per_item == LEAST


def test_the_configuration_has_it(tmp_path):
    """It stands with the other limits, and what is no time is an error of the configuration."""
    file = tmp_path / "sayso.toml"
    file.write_text("[limits]\nseconds-per-item = 1.5\nmembers = 3\n")
    config = load(file)
    assert (config.seconds_per_item, config.containers.members) == (1.5, 3)
    for seconds in (0, 1e-6, LEAST * 0.99):
        assert validate({"limits": {"seconds-per-item": seconds}}, "config") != ()
    assert validate({"limits": {"seconds-per-item": LEAST}}, "config") == ()


@pytest.mark.parametrize("seconds", [1e-9, 1e-6, 1e-5, 1e-4])
def test_a_ring_is_heard_in_what_is_limited_and_nowhere_else(seconds):
    """However often the timer rings, nothing is raised around the context, and behind it there is no timer."""
    before = signal.getsignal(signal.SIGALRM)
    rung = 0
    for _ in range(300):
        try:
            with limited(seconds):
                sum(range(1000))
        except TookTooLong:
            rung += 1
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    with pytest.raises(TookTooLong), limited(seconds):
        time.sleep(5)


def test_an_import_is_not_interrupted_in_the_midst_of_its_machinery():
    """What Python locks while it imports is unlocked again; the ring comes later."""
    limit = limited(SHORT)
    source = compile("ring(0, sys._getframe())", "<frozen importlib._bootstrap>", "exec")
    exec(source, {"ring": limit._ring, "sys": sys})
    with pytest.raises(TookTooLong):
        limit._ring(0, sys._getframe())


@pytest.mark.parametrize("ask", ["normalize_many", "exported"])
def test_a_record_that_takes_too_long_is_a_failure(ask, monkeypatch):
    """The analysis for it is stopped like any step, named, and the next item has its record."""
    from sayso import Failure, checking

    Engine().normalize({"text": "Mill."})  # what is imported at the first is no item's
    whole = checking.enriched

    def enriched(item):
        if "Slow" in item.text:
            time.sleep(5)
        return whole(item)

    monkeypatch.setattr(checking, "enriched", enriched)
    made = [one for text in ("Slow mill.", "Mill.") for one in getattr(engine(), ask)({"text": text})]
    failure, other = made
    assert isinstance(failure, Failure)
    assert failure.error == "timeout"
    assert failure.message == "the analysis for the record was stopped: the item took longer than 0.05 s"
    assert not isinstance(other, Failure)


def test_reading_and_rules_share_the_time_of_an_item():
    """What one step took is no longer there for the next; the next item has all of it again."""
    budget = Budget(1)
    with budget.step():
        budget.spend(1)
    with pytest.raises(TookTooLong, match=r"the item took longer than 1 s"), budget.step():
        time.sleep(5)
    budget.stopped()
    assert not budget.over
    budget.spend(1)
    with pytest.raises(TookTooLong, match=r"the item took longer than twice 1 s"), budget.step():
        time.sleep(5)
    budget.stopped()
    assert budget.over
    budget.begin()
    assert not budget.over


def test_an_item_is_over_in_twice_its_time():
    """Where a second rule is stopped, those behind it do not look, and the report says so; the next item is checked."""
    made = [rule(f"acme/s{n}", "Slow.", since="1", languages=())(sleeper) for n in range(3)]
    limits = Config(seconds_per_item=SHORT)
    both = engine_with(*made, works, bundled=["readers"], config=limits)
    first, second = both.check_many([{"text": "Slow mill."}, {"text": "Mill."}])
    assert [one.message for one in first.failures] == [
        f"rule acme/{name} (plugin tests) was stopped: the item took longer than {end}"
        for name, end in (("s0", "0.05 s"), ("s1", "twice 0.05 s; the rules behind it did not look"))
    ]
    assert [(one.rule, one.reason) for one in first.items[0].skips] == [
        ("acme/s2", "the item took longer than twice 0.05 s"),
        ("acme/works", "the item took longer than twice 0.05 s"),
    ]
    assert [one.rule for one in second.findings] == ["acme/works"]
