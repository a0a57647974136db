"""
An XMP packet -> its properties, under limits.

Pure: bytes in, values out.  The parser is expat, in one pass.  A document type is refused
where it begins, so no entity is ever declared, be it a bomb or a file to fetch; the
bytes are read as UTF-8 whatever they call themselves, as XMP has it in pictures.  What
is broken, or more than a packet needs, has no properties.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

MAX_PACKET_BYTES: Final = 1024 * 1024
"""Editing programs keep the whole history of a picture there; some are half as long."""
_MOST_ELEMENTS: Final = 20_000
_DEEPEST: Final = 32
_MOST_LETTERS: Final = 4_000
"""Of one text; the rest of it is left out."""
_BETWEEN: Final = " "
"""Between namespace and name, as expat gives them; in neither of them."""
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns# "
_LISTS: Final = frozenset({f"{RDF}{each}" for each in ("Alt", "Seq", "Bag")})
_LANGUAGE: Final = "http://www.w3.org/XML/1998/namespace lang"


class _UnwantedError(Exception):
    """
    The packet is more than we read.
    """


@dataclass(slots=True)
class _Element:
    name: str
    attributes: Mapping[str, str]
    children: "list[_Element]" = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """
    What is said of one thing: a text, or several, or parts with names.
    """

    text: str = ""
    language: str = ""
    items: "tuple[Property, ...]" = ()
    parts: "Mapping[str, tuple[Property, ...]]" = field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, ...]:
        """
        Give its texts: those of its items, or its own.
        """
        several = tuple(each.text for each in self.items if each.text)
        return several or ((self.text,) if self.text else ())

    @property
    def line(self) -> str:
        """
        Give its text.

        Of several languages it is the one that stands for all, or the first.
        """
        default = (each.text for each in self.items if each.language == "x-default")
        return next(default, "") or next(iter(self.texts), "")


def properties_in(packet: bytes) -> Mapping[str, tuple[Property, ...]]:
    """
    Give every property by namespace and name, a space between them.

    Nothing for what is no packet; never raises.
    """
    if len(packet) > MAX_PACKET_BYTES:
        return {}
    reader = _Reader()
    try:
        reader.read(packet.strip(b"\0 \t\r\n"))
    except (expat.ExpatError, _UnwantedError, ValueError):
        return {}
    return _parts_of(reader.described)


class _Reader:
    """
    Build a tree of what is described, and forget the rest.
    """

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._count = 0
        self.described: list[_Element] = []

    def read(self, packet: bytes) -> None:
        parser = expat.ParserCreate("utf-8", _BETWEEN)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add
        parser.Parse(packet, True)  # noqa: FBT003 -- the parser takes it by its place

    def _refuse(self, *_declared: object) -> None:
        raise _UnwantedError

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1 + len(attributes)
        if self._count > _MOST_ELEMENTS or len(self._open) >= _DEEPEST:
            raise _UnwantedError
        element = _Element(name, attributes)
        if self._open:
            parent = self._open[-1]
            parent.children.append(element)
            if name == f"{RDF}Description" and parent.name == f"{RDF}RDF":
                self.described.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _add(self, letters: str) -> None:
        element = self._open[-1]
        element.text += letters[: max(0, _MOST_LETTERS - len(element.text))]


def _parts_of(elements: list[_Element]) -> dict[str, tuple[Property, ...]]:
    """
    Give what is said in elements and in their attributes, which say the same.
    """
    found: dict[str, list[Property]] = {}
    for element in elements:
        for name, value in element.attributes.items():
            if _BETWEEN in name and not name.startswith(RDF) and name != _LANGUAGE:
                found.setdefault(name, []).append(Property(value[:_MOST_LETTERS].strip()))
        for child in element.children:
            found.setdefault(child.name, []).append(_property(child))
    return {name: tuple(several) for name, several in found.items()}


def _property(element: _Element) -> Property:
    language = element.attributes.get(_LANGUAGE, "")
    for child in element.children:
        if child.name in _LISTS:
            return Property(language=language, items=tuple(map(_property, child.children)))
    for child in element.children:
        if child.name == f"{RDF}Description":
            return Property(language=language, parts=_parts_of([child]))
    linked = element.attributes.get(f"{RDF}resource", "")[:_MOST_LETTERS]
    return Property((linked or element.text).strip(), language, parts=_parts_of([element]))
