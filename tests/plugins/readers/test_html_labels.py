"""Bylines that also say who took the pictures: whoever did other work wrote nothing."""

from __future__ import annotations

import pytest

from sayso import Document, Engine

ENGINE = Engine(own_only=True)
TWO = ["Nia Falk", "Tom Orde"]


def authors(line, language="en"):
    """Who signs a page with this line below its headline."""
    page = f"""<!doctype html><html lang="{language}"><head><title>Mill to close</title></head><body><article>
    <h1>Mill to close</h1><p class="byline">{line}</p><p>The mill will close in May, said Jo Berg, who manages it. The
    council had asked in March for a plan to save it, and never got one from the owners of the mill.</p></article>
    </body>    </html>"""
    fact = ENGINE.normalize(Document.from_bytes(page.encode(), path="mill.html")).author
    return [one.name for one in fact.value or ()]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Words: Nia Falk and Tom Orde   Pictures: Lena Brisk", TWO),
        ("Words: Nia Falk and Tom Orde<br>Pictures: Lena Brisk", TWO),
        ("By Nia Falk and Tom Orde, Photos: Lena Brisk", TWO),
        ("By Nia Falk and Tom Orde | Photography by Lena Brisk", TWO),
        ("By Nia Falk and Tom Orde Video: Lena Brisk Graphics: Per Lind", TWO),
        ("Pictures: Lena Brisk Words: Nia Falk and Tom Orde", TWO),
        ("Von Nia Falk und Tom Orde, Fotos: Lena Brisk", TWO),
        ("Text: Nia Falk und Tom Orde; Grafik: Lena Brisk", TWO),
        ("Par Nia Falk et Tom Orde. Photographies par Lena Brisk", TWO),
        ("Por Nia Falk y Tom Orde Fotografía: Lena Brisk", TWO),
        ("Texto: Nia Falk y Tom Orde Imágenes: Lena Brisk", TWO),
        ("Di Nia Falk e Tom Orde, Illustrazioni: Lena Brisk", TWO),
        ("Door Nia Falk en Tom Orde Beeld: Lena Brisk", TWO),
        ("Words and pictures: Nia Falk", ["Nia Falk"]),
        ("Words and pictures by Nia Falk", ["Nia Falk"]),
        ("By Nia Falk", ["Nia Falk"]),
        ("By Art Picture and Tom Orde", ["Art Picture", "Tom Orde"]),
        ("Photos: Lena Brisk", []),
    ],
)
def test_a_label_of_other_work_ends_the_names(line, names):
    """In the languages that bylines are read in; who wrote and took pictures is an author."""
    assert authors(line) == names
