"""Whether bytes are a page, by how they begin. Nothing is imported for it, since it is asked at every start."""

from __future__ import annotations

from sayso import Pattern

#: Elements of pages with which XML of other kinds does not begin.
ELEMENTS = frozenset(
    "html head body title meta link base style script noscript div p h1 h2 h3 h4 h5 h6 article main section header nav "
    "span a ul ol table center font frameset iframe form img br hr b i em strong blockquote pre aside footer".split()
)
SKIPPED = Pattern(r"(?:\s+|<!--.*?-->|<\?xml[^>]{0,200}\?>|<\?[^>]{0,200}>|<!\[[^>]{0,80}>)*", 16)
FIRST = Pattern(r"<(!doctype\s+)?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>\[])", 2)
#: Further on, where a warning of the server or a stray word stands first.
LATER = Pattern(r"(?:\A\S{0,12}|^[^\S\n]*|[>;]\s{0,20})<(?:!doctype\s+html|html[\s>])", 2 | 8)


def is_page(head: bytes) -> bool:
    """Whether the first bytes are those of a page, or of a fragment of one."""
    if head and not head.strip():
        return True  # the reader says that it is empty
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    else:
        text = head.decode("latin-1").removeprefix("ï»¿")
    at = SKIPPED.match(text)
    start = at.end() if at else 0
    first = FIRST.match(text, start)
    if first:
        name = first[2].lower()
        if first[1] and name == "html":
            # A feed that calls itself a page in its first line is a feed.
            end = text.find(">", first.end())
            behind = SKIPPED.match(text, end + 1) if end >= 0 else None
            root = FIRST.match(text, behind.end()) if behind else None
            return root is None or root[2].lower() in ELEMENTS
        return not first[1] and name in ELEMENTS
    if text[start : start + 1] in ("<", "{", "[", "%", "") or text.startswith(
        ("WARC/", "filedesc:", "HTTP/", "---", "From ")
    ):
        return False
    return LATER.search(text[start : start + 2048]) is not None
