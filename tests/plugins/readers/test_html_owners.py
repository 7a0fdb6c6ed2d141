"""Pages that name nobody who signs, of sites that are a person's or whose licence says whom to credit."""

from __future__ import annotations

import pytest
from tests.plugins.readers.test_html_mastheads import names, read, site

CREDIT = (
    "<p>{} by <a xmlns:cc=http://creativecommons.org/ns# href=/ property=cc:attributionName rel=cc:attributionURL>"
    "Greta Holm</a> is under a <a rel=license href=http://creativecommons.org/licenses/by/4.0/>licence</a>.</p>"
)


@pytest.mark.parametrize(
    ("head", "host", "author"),
    [
        (site("Helga Holm"), "helga-holm.net", "Helga Holm"),
        (site("Dr. Tarek Ostby"), "tarekostby.de", "Tarek Ostby"),
        # The blog has a name of its own, and the host is a person's.
        (
            "<meta name=msapplication-tooltip content='Helga Holm'>" + site("Words and water"),
            "helgaholm.wordpress.com",
            "Helga Holm",
        ),
    ],
)
def test_a_page_of_a_site_named_after_somebody_is_theirs(head: str, host: str, author: str) -> None:
    """The name is the site's and the host's, and a person's: by a title before it or a common first name."""
    assert names(read(head=head, host=host)) == [author]


@pytest.mark.parametrize(
    ("head", "host"),
    [
        # Run together the host, as of every paper, but no first name.
        (site("Larkmoor Holm"), "larkmoorholm.com"),
        (site("Helga Holm"), "larkmoorpost.com"),
        (site("Martin Herald"), "martinherald.com"),
        (site("Helga"), "helga.com"),
    ],
)
def test_an_outlet_s_name_is_no_author(head: str, host: str) -> None:
    """What is no person's full name, or not the host's, signs nothing."""
    assert names(read(head=head, host=host)) == []


def test_whoever_signs_comes_before_the_site() -> None:
    """A byline is about the page, the name of the site about all of them."""
    assert names(read(head=site("Helga Holm"), host="helgaholm.com", shown="<p>By Ana Ruiz</p>")) == ["Ana Ruiz"]


def test_the_licence_names_whom_to_credit() -> None:
    """The attribution name of a licence stands for an author that the page does not name elsewhere."""
    record = read(after=CREDIT.format("Mills of the river"), shown="")
    assert names(record) == ["Greta Holm"]


def test_the_licence_gives_initials_in_full() -> None:
    """*GH* signs and the licence credits Greta Holm: one person; of other initials it is another."""
    signed = "<p class=byline>Written by <a rel=author href=/author/holm>{}</a></p>"
    after = CREDIT.format("This post")
    assert names(read(shown=signed.format("GH"), after=after)) == ["Greta Holm"]
    assert names(read(shown=signed.format("AR"), after=after)) == ["AR"]
