"""WARC and ARC files: each page that was answered with is a document of its own."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Document, LeftOut, ReadError, Reading, reader
from sayso_plugins.readers.containers.kinds import is_web_archive


@reader(
    "warc",
    "Web archives (WARC and ARC): the pages in them",
    version="1.0.0",
    media_types=["application/warc", "application/x-internet-archive"],
    suffixes=[".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz"],
    recognises=is_web_archive,
    over=["html"],
    container=True,
    options=["pages", "truncated"],
)
def warc(document: Document, reading: Reading) -> Iterator[Document | ReadError | LeftOut]:
    """Hand over the pages in their order; other records are left out with a reason, and counted."""
    from sayso_plugins.readers.warc.pages import pages_of

    yield from pages_of(document, reading)
