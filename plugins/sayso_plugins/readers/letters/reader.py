"""The readers of e-mail: one letter (RFC 5322 and MIME), and a box of letters (RFC 4155)."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Document, Draft, LeftOut, ReadError, Reading, reader, state_text_facts

if TYPE_CHECKING:
    from sayso_plugins.readers.letters.body import Body
    from sayso_plugins.readers.letters.mime import Part

#: Headers that a letter may begin with.
HEADERS = re.compile(
    rb"(?:from|to|subject|date|message-id|received|mime-version|return-path|delivered-to|dkim-signature|x-[\w-]{1,60}"
    rb"|arc-[\w-]{1,40}|authentication-results|reply-to|sender|list-id|content-type):[ \t]",
    re.IGNORECASE,
)
SURE = re.compile(
    rb"^(?:from|subject|message-id|received|return-path|delivered-to|mime-version):[ \t]", re.IGNORECASE | re.MULTILINE
)
#: The line before each letter of a box.
FROM = re.compile(rb"From \S{1,500} {1,3}\w{3} {1,3}\w{3} {1,3}\d{1,2} [\d:]{5,8}[^\n]{0,60}\n")
BOX = re.compile(FROM.pattern + rb"[\w-]{1,80}:")
#: Headers that are kept as they are.
KEPT = ("To", "Cc", "Reply-To", "Sender", "List-Id", "List-Archive")
#: Letters within letters.
DEEPEST = 10
SHOWN_NAME = 80


def is_letter(head: bytes) -> bool:
    """Whether a document begins with headers of a letter."""
    top = head.lstrip(b"\xef\xbb\xbf\r\n")
    if HEADERS.match(top) is None:
        return False
    return SURE.search(re.split(rb"\r?\n\r?\n", top, maxsplit=1)[0]) is not None


def is_box(head: bytes) -> bool:
    """Whether a document begins as a box of letters does."""
    return BOX.match(head.replace(b"\r\n", b"\n").lstrip(b"\n")) is not None


@reader(
    "email",
    "E-mail: newsletters and releases",
    version="1.1.0",
    media_types=["message/rfc822"],
    suffixes=[".eml"],
    recognises=is_letter,
    over=["html"],
)
def email(document: Document, reading: Reading) -> Iterator[Draft | ReadError | LeftOut]:
    """Read a letter, and each letter that it forwards as one of its parts. Attachments are named and never opened.

    Raises:
        ReadError: ``email`` for what has no headers of a letter.
    """
    from sayso_plugins.readers.letters.body import is_letter_with_headers
    from sayso_plugins.readers.letters.mime import parsed

    data = document.read()
    letter = parsed(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    if not is_letter_with_headers(letter):
        raise ReadError("email", "has none of the headers of a letter (From, Subject, Date)")
    yield from _letters(document, reading, letter, hashlib.sha256(data).hexdigest(), "", 0)


def _letters(
    document: Document, reading: Reading, letter: Part, digest: str, where: str, depth: int
) -> Iterator[Draft | ReadError | LeftOut]:
    from sayso_plugins.readers.letters.body import body_of
    from sayso_plugins.readers.letters.mime import DEEPEST as LEVELS
    from sayso_plugins.readers.letters.mime import MOST_PARTS

    body = body_of(letter)
    if body.text:
        yield _draft(document, reading, letter, body, digest, where)
    elif not body.letters:
        yield ReadError("empty", "the letter has no words", where or None)
    for kind, number in Counter(body.attached).items():
        yield LeftOut("attachment", "attachments are not opened", detail=kind, number=number)
    if body.left:
        yield LeftOut("part", f"a letter is read to {MOST_PARTS:,} parts and {LEVELS} levels of them", number=body.left)
    if depth >= DEEPEST and body.letters:
        words = f"letters within letters are read {DEEPEST} deep"
        if body.text:
            yield LeftOut("letter", words, number=len(body.letters))
        else:
            yield ReadError("nesting", f"holds another letter; {words}", where or None)
        return
    for number, one in enumerate(body.letters, 1):
        yield from _letters(document, reading, one, digest, f"{where}/message {number}".lstrip("/"), depth + 1)


def _draft(document: Document, reading: Reading, letter: Part, body: Body, digest: str, where: str) -> Draft:
    from sayso_plugins.readers.letters.facts import state, state_letter_sections, state_release
    from sayso_plugins.readers.letters.mime import header

    kept: dict[str, object] = {name: words for name in KEPT if (words := header(letter.headers, name))}
    if body.attached:
        kept["attachments"] = list(body.attached)
    draft = reading.draft(
        document,
        body.text,
        media_type="message/rfc822",
        normalisation=body.done,
        raw_sha256=digest,
        locator=where or None,
        record_id=header(letter.headers, "Message-ID").strip("<> ") or None,
        extra=kept,
    )
    for words, target in body.links:
        draft.link(words, target)
    state(draft, letter.headers)
    state_release(draft)
    state_text_facts(draft)
    state_letter_sections(draft)
    return draft


@reader(
    "mbox",
    "A box of letters (mbox)",
    version="1.0.0",
    media_types=["application/mbox"],
    suffixes=[".mbox", ".mbx"],
    recognises=is_box,
    over=["html"],
    container=True,
)
def mbox(document: Document, reading: Reading) -> Iterator[Document | ReadError]:  # noqa: ARG001 - as every reader
    """Hand over the letters of a box one by one, whatever its size.

    Raises:
        ReadError: ``mbox`` for what does not begin as a box.
    """
    lines: list[bytes] = []
    size, number, before = 0, 0, b"\n"
    for at, line in document.lines(keep_ends=True):
        if isinstance(line, ReadError):
            yield line
            continue
        if FROM.match(line.rstrip(b"\r\n") + b"\n") and not before.strip():
            if number:
                yield _from_box(document, lines, number, size)
            lines, size, number, before = [], 0, number + 1, line
            continue
        if not number and line.strip():
            raise ReadError("mbox", "a box of letters begins with a line 'From …'", f"line {at}")
        size += len(line)
        if size <= document.max_bytes:
            # A line of the text that begins so was marked; one mark is taken away again.
            lines.append(line[1:] if line.startswith(b">") and line.lstrip(b">").startswith(b"From ") else line)
        before = line
    if number:
        yield _from_box(document, lines, number, size)


def _from_box(document: Document, lines: list[bytes], number: int, size: int) -> Document | ReadError:
    where = f"message {number}"
    if size > document.max_bytes:
        message = f"a letter larger than {document.max_bytes:,} bytes; raise max-bytes under [limits] in sayso.toml"
        return ReadError("too-large", message, where)
    return document.inner("", where, media_type="message/rfc822", data=b"".join(lines))
