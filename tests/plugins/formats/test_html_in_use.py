"""The HTML report as people use it in a browser: filters, the keyboard, the mouse, dark rooms, paper, right to left."""

from __future__ import annotations

import pytest

from chromium import Chromium, browser
from html_pages import ARABIC, TEXT, at, finding, item, page, reports, usual
from sayso import Engine, Report, Severity
from sayso_plugins import plugin

#: What would run, were it markup.
HOSTILE = "The mill <script>alert(1)</script> closed, <img src=x onerror=alert(2)> sources said. </title>\u202e &lt;"
#: The least contrast of the text on a page with the ground that it stands on, with the words that have it (WCAG 2.2).
CONTRAST = """(() => {
  const parts = (color) => (color.match(/[\\d.]+/g) || []).map(Number);
  const light = (color) => parts(color).slice(0, 3).map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (parts(color)[3] !== 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  let least = [99, ""];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    const words = texts.currentNode.textContent.trim();
    if (!words || !one.checkVisibility() || one.closest("svg, script, style, .skip")) continue;
    const [low, high] = [light(getComputedStyle(one).color), light(ground(one))].sort((a, b) => a - b);
    const found = (high + 0.05) / (low + 0.05);
    if (found < least[0]) least = [found, words];
  }
  return least;
})()"""
NOTES = "[...document.querySelectorAll('article.item .note[data-severity]')].filter(one => one.checkVisibility())"
FOCUSED = "document.activeElement"


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A page of a usual run with an item that means harm."""
    hostile = item(HOSTILE, finding("a/b", Severity.WARNING, HOSTILE, at(HOSTILE, "sources")), number=7)
    made = tmp_path_factory.mktemp("used") / "report.html"
    # One as the engine makes it, in whose notes stands where a fact was looked for.
    (real,) = Engine(plugins=[plugin]).check_many([{"text": TEXT}], records=True)
    more = [Report((hostile,)), Report((usual(8),)), real]
    made.write_text(page([*reports(), *more]), "utf-8")
    return made


@pytest.fixture(scope="module")
def program():
    """A browser."""
    name = browser()
    if name is None:
        pytest.skip("there is no Chromium")
    started = Chromium(name)
    yield started
    started.close()


@pytest.fixture
def shown(program, file):
    """The page, opened anew on a large screen."""
    program.look()
    program.open(file)
    return program


def pressed(shown, selector: str, most: int = 80) -> bool:
    """Whether the Tab key leads to an element."""
    for _ in range(most):
        shown.press("Tab")
        if shown.run(f"{FOCUSED}.matches({selector!r})"):
            return True
    return False


def test_a_severity_is_filtered(shown):
    """Notes of it go with their signs and marks, what is left is counted aloud, and all come back."""
    before = shown.run(f"{NOTES}.length")
    shown.run("document.querySelector('input[name=severity][value=warning]').click()")
    assert shown.run(f"{NOTES}.filter(one => one.dataset.severity === 'warning').length") == 0
    left = shown.run(f"{NOTES}.length")
    assert 0 < left < before
    assert shown.run("document.getElementById('shown').textContent").startswith(f"Filtered: {left} of {before} notes")
    assert shown.run("document.getElementById('shown').closest('[role=status], [aria-live]') !== null")
    signs = "[...document.querySelectorAll('article.item .badge.warning')].filter(one => one.checkVisibility()).length"
    assert shown.run(signs) == 0
    shown.run("document.querySelector('input[name=severity][value=warning]').click()")
    assert shown.run(f"{NOTES}.length") == before
    assert shown.run("document.getElementById('shown').checkVisibility()") is False


def test_a_rule_is_filtered(shown):
    """Each rule that found something can be taken out, and all at once."""
    name = "sourcing/bare-anonymous-source"
    shown.run(f"document.querySelector('input[name=rule][value=\"{name}\"]').click()")
    assert name not in shown.run(f"{NOTES}.map(one => one.dataset.rule)")
    shown.run("document.getElementById('no-rules').click()")
    assert set(shown.run(f"{NOTES}.map(one => one.dataset.rule || 'claim')")) <= {"claim"}
    shown.run("document.getElementById('all-rules').click()")
    assert name in shown.run(f"{NOTES}.map(one => one.dataset.rule)")


def test_the_keyboard_reaches_a_chain_and_shows_it(shown):
    """The number behind a cue takes the focus, which can be seen; its chain shows until Escape is pressed."""
    assert pressed(shown, "article.item a.ref")
    assert shown.run(f"getComputedStyle({FOCUSED}).outlineStyle") == "solid"
    tips = "[...document.querySelectorAll('.tip')].filter(one => one.checkVisibility()).length"
    assert shown.run(tips) == 1
    assert shown.run("document.querySelectorAll('span.on').length") >= 2
    shown.press("Escape")
    assert shown.run(tips) == 0
    assert shown.run("document.querySelectorAll('span.on').length") == 0


def test_the_keyboard_filters_and_follows_signs(shown):
    """The first stop leads past the head, rules open with a key, and a sign leads to its note."""
    shown.press("Tab")
    assert shown.run(f"{FOCUSED}.matches('a.skip') && {FOCUSED}.getBoundingClientRect().top >= 0")
    assert pressed(shown, "#filters summary")
    shown.press("Enter")
    assert shown.run(f"{FOCUSED}.parentElement.open")
    assert pressed(shown, "article.item a.badge")
    shown.press("Enter")
    assert shown.run("document.querySelector(':target').matches('.note')")


def test_the_mouse_shows_a_chain(shown):
    """Whoever points at the words of a source sees the chain."""
    shown.point("article.item .source")
    assert shown.run("[...document.querySelectorAll('.tip')].filter(one => one.checkVisibility()).length") == 1


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read(shown, dark):
    """Whatever text is on the page has a contrast of 4.5 to 1 with the ground under it, in light and dark."""
    shown.look(dark=dark)
    shown.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    least, words = shown.run(CONTRAST)
    assert least >= 4.5, words
    ground = shown.run("getComputedStyle(document.body).backgroundColor")
    sum_ = sum(int(one) for one in ground.removeprefix("rgb(").removesuffix(")").split(", "))
    assert (sum_ < 3 * 64) is dark


def test_targets_are_large_enough(shown):
    """What is clicked and stands in no line of text is 24 pixels high (WCAG 2.2, target size)."""
    boxes = "[...document.querySelectorAll('summary, button, nav a, #filters label')]"
    low = "one.checkVisibility() && one.getBoundingClientRect().height < 24"
    assert shown.run(f"{boxes}.filter(one => {low}).map(one => one.outerHTML)") == []


def test_arabic_stands_from_right_to_left(shown):
    """Text, heading and marks of an item go its way, and those of the page theirs."""
    first = ARABIC[:12]
    found = f"[...document.querySelectorAll('article p')].find(one => one.textContent.includes({first!r}))"
    assert shown.run(f"getComputedStyle({found}).direction") == "rtl"
    assert shown.run("getComputedStyle(document.querySelector('main')).direction") == "ltr"


def test_hostile_words_do_nothing(shown):
    """No script of the item ran, nothing was asked for, and the words are there as they were written."""
    assert shown.run("document.querySelectorAll('article img, article script').length") == 0
    words = "[...document.querySelectorAll('article p')].some(one => one.textContent.includes('onerror=alert(2)'))"
    assert shown.run(words)
    assert shown.said == []


def test_paper_has_the_notes_and_no_filters(shown):
    """What serves on a screen only is not printed, and what is found is."""
    shown.look(media="print")
    assert shown.run("document.getElementById('filters').checkVisibility()") is False
    assert shown.run(f"{NOTES}.length") > 3
    assert shown.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("width", [1280, 320])
def test_a_picture_shows_the_page(shown, tmp_path, width):
    """There is something to see in the light and in the dark, also enlarged four times, and nothing outside."""
    pictures = []
    for dark in (False, True):
        shown.look(width=width, height=720, dark=dark)
        shown.picture(tmp_path / "page.png")
        pictures.append((tmp_path / "page.png").read_bytes())
    assert pictures[0] != pictures[1]
    assert min(map(len, pictures)) > 8_000
    assert shown.run("document.scrollingElement.scrollWidth") <= width
    assert TEXT.split(",")[0] in shown.run("document.body.innerText")
