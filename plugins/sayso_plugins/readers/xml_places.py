"""Where elements of an XML document stand in its file, by the XPath of local names that readers write."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cached_property
from typing import Any

from sayso import Location, Locations, RawText, Span

#: Elements whose places are kept; what comes behind them has none.
MOST = 200_000
CHUNK = 65_536
STEP = re.compile(r"([^\[\]]+)(?:\[([1-9]\d{0,6})\])?\Z", re.ASCII)
LINE_END = re.compile(r"\r\n|\n|\r")


class XmlText:
    """An XML document that has been read already, gone through when it is first asked for a place.

    Args:
        data: As text, or as bytes in the encoding that they are known or declare to be in.
    """

    def __init__(self, data: bytes | str, encoding: str | None = None) -> None:
        self._data = data
        self._encoding = encoding

    def item(self, element: str | None, words: str, text: str) -> Locations:
        """The places of one item.

        Args:
            element: The path of the item; None where it is the whole document.
            words: The path of the element that the text was made of.
            text: The text.
        """
        return _Item(self, element, words, text)

    def at(self, path: str) -> tuple[int, int] | None:
        """Line and column of an element, for an error."""
        stretch = self.stretch(path)
        found = self.raw.location(stretch[0]) if stretch is not None else None
        return (found.line, found.column or 1) if found is not None else None

    @cached_property
    def raw(self) -> RawText:
        """The document as a text."""
        if isinstance(self._data, str):
            return RawText(self._data)
        from sayso_plugins.readers.feeds.tree import decoded

        return RawText(decoded(self._data, self._encoding))

    def stretch(self, path: str) -> tuple[int, int] | None:
        """From where an element begins to where its end tag does; of an attribute its element."""
        found = 0
        for step in path.split(" | ")[0].partition("/@")[0].split("/")[1:]:
            match = STEP.match(step)
            child = self._scan.children.get((found, match[1], int(match[2] or 1))) if match else None
            if child is None:
                return None
            found = child
        return self._scan.stretches[found] if found else None

    @cached_property
    def _scan(self) -> _Scan:
        return _Scan(self.raw.text)


class _Scan:
    """Every element by its parent, its local name and its number among those; 0 is above the root."""

    def __init__(self, text: str) -> None:
        from xml.parsers import expat

        self.children: dict[tuple[int, str, int], int] = {}
        self.stretches: list[tuple[int, int]] = [(0, len(text))]
        self._text = text
        self._starts = [0, *(found.end() for found in LINE_END.finditer(text))]
        self._open: list[tuple[int, dict[str, int]]] = [(0, {})]
        parser: Any = expat.ParserCreate("utf-8")
        self._parser = parser
        parser.UseForeignDTD(True)  # so that names such as &nbsp; are passed over; nothing is asked for
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        given = text.encode("utf-8", "surrogatepass")
        with suppress(expat.ExpatError, OverflowError):  # what was found until then is right
            for start in range(0, len(given), CHUNK):
                parser.Parse(given[start : start + CHUNK], False)
            parser.Parse(b"", True)

    def _start(self, name: str, _: object) -> None:
        if len(self.stretches) > MOST:
            raise OverflowError
        parent, counts = self._open[-1]
        local = name.rpartition(":")[2]
        counts[local] = counts.get(local, 0) + 1
        number = len(self.stretches)
        self.children[parent, local, counts[local]] = number
        at = self._at()
        self.stretches.append((at, at))
        self._open.append((number, {}))

    def _end(self, _: str) -> None:
        number, _counts = self._open.pop()
        self.stretches[number] = self.stretches[number][0], self._at()

    def _at(self) -> int:
        """The offset in the text, which the parser counts in lines and columns."""
        return int(self._starts[self._parser.CurrentLineNumber - 1] + self._parser.CurrentColumnNumber)


class _Item(Locations):
    def __init__(self, document: XmlText, element: str | None, words: str, text: str) -> None:
        self.document = document
        self.element = element
        self.words = words
        self.text = text

    def of_words(self, span: Span) -> Location | None:
        stretch = self.document.stretch(self.words)
        if stretch is None:
            return self.of_item()
        found = self.document.raw.again(span, self.text, *stretch)
        if found is not None:
            return self.document.raw.location(*found)
        return self.document.raw.location(stretch[0], exact=False)

    def of_value(self, pointer: str) -> Location | None:
        found = self.document.stretch(pointer) if pointer.startswith("/") else None
        return self.document.raw.location(found[0], exact=False) if found is not None else None

    def of_item(self) -> Location | None:
        return self.of_value(self.element) if self.element is not None else None
