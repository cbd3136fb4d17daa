"""XML from outside, parsed within bounds.

No entity is ever declared or fetched, so none can grow; those that HTML knows by name are looked up. How deep elements
lie in each other and how many there are is bounded while parsing, before anything is built of them.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html import unescape
from xml.parsers import expat

from compare.errors import SourceBroken, SourceTooHeavy

DEPTH = 100
"""Elements within each other. Pages and documents have some twenty levels, tables in tables forty."""

ELEMENTS = 200_000
"""Elements in all the parts of a file. A report of ten thousand words has fifty thousand where each word is a run of
its own, a weekly's issue some thirty thousand."""


class Parser:
    """Parses the parts of one file, whose elements count together."""

    def __init__(self, name: str, what: str, elements: int | None = None) -> None:
        """Take the source and its format, as "an EPUB file", for the messages, and another bound than ELEMENTS."""
        self._name, self._what = name, what
        self._bound = self._left = ELEMENTS if elements is None else elements
        self._depth = 0
        self._builder = ET.TreeBuilder()

    def parse(self, data: bytes | str) -> ET.Element:
        """Parse XML. Tags are ``{namespace}local``, as everywhere in ElementTree.

        Args:
            data: the whole of it; a string is taken as it is, whatever encoding it declares.

        Raises:
            SourceBroken: it is not well-formed, or declares an entity of its own.
            SourceTooHeavy: the file has too many elements, or more than :data:`DEPTH` within each other.
        """
        self._depth, self._builder = 0, ET.TreeBuilder()
        try:
            self._expat().Parse(data, True)
            return self._builder.close()
        except (expat.ExpatError, AssertionError, ValueError, LookupError) as error:
            why = expat.ErrorString(error.code) if isinstance(error, expat.ExpatError) else "no XML"
            raise SourceBroken(self._name, self._what, f"its XML cannot be read: {why}") from None

    def _expat(self) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.UseForeignDTD(True)  # an unknown entity is handed on instead of being an error
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.SkippedEntityHandler = self._entity
        parser.EntityDeclHandler = self._declared
        return parser

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._left -= 1
        if self._depth > DEPTH:
            raise SourceTooHeavy(self._name, f"nests more than {DEPTH} elements of XML within each other")
        if self._left < 0:
            raise SourceTooHeavy(self._name, f"holds more than {self._bound:,} elements of XML")
        self._builder.start(_named(tag), {_named(key): value for key, value in attributes.items()})

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(_named(tag))

    def _entity(self, entity: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._builder.data(unescape(f"&{entity};"))

    def _declared(self, *_: object) -> None:
        raise SourceBroken(self._name, self._what, "its XML declares entities of its own")


def _named(tag: str) -> str:
    return "{" + tag if "}" in tag else tag


def local(tag: str) -> str:
    """Return a tag or the key of an attribute without its namespace.

    >>> local("{http://www.w3.org/1999/xhtml}p"), local("p")
    ('p', 'p')
    """
    return tag.rpartition("}")[2]


def attribute(element: ET.Element, key: str) -> str:
    """Return an attribute by its local name, empty if there is none."""
    return next((value for name, value in element.items() if local(name) == key), "")


def text_of(root: ET.Element | None, key: str) -> str | None:
    """Return the text of the first element of a local name within another, ``None`` if it has none."""
    found = root.iter() if root is not None else ()
    return next((element.text for element in found if local(element.tag) == key and element.text), None)
