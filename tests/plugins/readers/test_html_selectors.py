"""Pages of one outlet, by CSS selectors of the operator: what is left out, and where the body is."""

from __future__ import annotations

import pytest

import sayso

pytest.importorskip("selectolax", reason="selectolax is not installed (sayso[html])")

PAGE = """<!doctype html><html lang="en"><head><title>Mill to close</title></head><body>
<h1>Mill to close</h1><p class="by">By Ana Ruiz</p>
<div class="x1"><p>The mill will close in May, its owner Jo Berg said on Monday, and forty people
will look for work.</p>
<div class="x2"><p>By Rex Bargain: Buy two loaves and get the third one for nothing
at every shop of ours this week.</p></div>
<p>The council had asked in March for a plan to save it.</p></div>
<div class="x3"><p>Other news of the day: the ferry sails again, and the weir is mended
after a long and wet winter here.</p></div>
</body></html>"""


def read(**options):
    """The text of the page under some options of the reader."""
    engine = sayso.Engine(sayso.Config(reader={"html": options}))
    return engine.normalize(sayso.Document.from_bytes(PAGE.encode(), path="mill.html")).content.text


def test_what_is_dropped_is_not_in_the_text():
    """Nor is anything in it; the rest is as it was."""
    assert "loaves" in read(body="own")
    dropped = read(drop=[".x2", ".x3"])
    assert "loaves" not in dropped
    assert "ferry" not in dropped
    assert "for a plan to save it" in dropped


def test_the_body_is_where_it_is_said_to_be():
    """An element that nothing else marks holds it, however short."""
    text = read(text=".x1", drop=["div.x2"])
    assert text.startswith("Mill to close\n\nThe mill will close")
    assert text.endswith("to save it.")


def test_selectors_that_meet_nothing_change_nothing():
    """Pages that are built in another way are read as any other."""
    assert read(body="own", text="main.none", drop=["#none"]) == read(body="own")


@pytest.mark.parametrize("options", [{"drop": ["div["]}, {"text": ".."}, {"drop": ".x2"}, {"drop": [2]}, {"text": 3}])
def test_what_is_no_selector_is_refused(options):
    """In one line that names the key."""
    with pytest.raises(sayso.ReadError, match=r"\[reader.html\] (drop|text)"):
        read(**options)
