"""Paragraph styles of a DOCX file: headings, alignment, numbering that styles carry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from .word_xml import W, integer, is_on, value

_HEADING_NAME = re.compile(r"^(?:heading|nagłówek)\s*(\d)$", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"^(?:toc|spis treści)\s*\d", re.IGNORECASE)


@dataclass(slots=True)
class Style:
    """What a paragraph style says, inheritance already resolved."""

    name: str = ""
    heading_level: int = 0
    is_title: bool = False
    is_contents: bool = False
    bold: bool = False
    centered: bool = False
    indent: int | None = None
    numbering_id: int | None = None
    numbering_level: int | None = None


class Styles:
    """All paragraph styles by identifier."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default = ""
        for element in [] if root is None else root.iterfind(f"{W}style"):
            identifier = value(element, "styleId") or ""
            self._elements[identifier] = element
            if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true"):
                self.default = identifier

    def get(self, identifier: str | None) -> Style:
        """The style, or the document's default one."""
        identifier = identifier or self.default
        if identifier not in self._resolved:
            self._resolved[identifier] = self._resolve(identifier)
        return self._resolved[identifier]

    def _resolve(self, identifier: str) -> Style:
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while identifier in self._elements and identifier not in seen:
            seen.add(identifier)
            chain.append(self._elements[identifier])
            identifier = value(chain[-1].find(f"{W}basedOn")) or ""
        style = Style()
        for element in reversed(chain):
            self._apply(style, element)
        return style

    @staticmethod
    def _apply(style: Style, element: etree._Element) -> None:
        style.name = value(element.find(f"{W}name")) or style.name
        if match := _HEADING_NAME.match(style.name):
            style.heading_level = int(match[1])
        style.is_title = style.name.lower() in ("title", "tytuł")
        style.is_contents = bool(_CONTENTS_NAME.match(style.name))
        run = element.find(f"{W}rPr")
        if run is not None and run.find(f"{W}b") is not None:
            style.bold = is_on(run.find(f"{W}b"))
        if (properties := element.find(f"{W}pPr")) is not None:
            _apply_paragraph(style, properties)


def _apply_paragraph(style: Style, properties: etree._Element) -> None:
    outline = integer(properties.find(f"{W}outlineLvl"))
    if outline is not None:
        style.heading_level = outline + 1 if outline < 9 else 0
    if (alignment := value(properties.find(f"{W}jc"))) is not None:
        style.centered = alignment == "center"
    if (indent := left_indent(properties)) is not None:
        style.indent = indent
    numbering = properties.find(f"{W}numPr")
    if numbering is not None:
        identifier = integer(numbering.find(f"{W}numId"))
        level = integer(numbering.find(f"{W}ilvl"))
        style.numbering_id = style.numbering_id if identifier is None else identifier
        style.numbering_level = style.numbering_level if level is None else level


def left_indent(properties: etree._Element) -> int | None:
    """The left indent of a paragraph in twentieths of a point."""
    indent = properties.find(f"{W}ind")
    left = integer(indent, "left")
    return integer(indent, "start") if left is None else left
