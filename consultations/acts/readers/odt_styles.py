"""Styles of an ODT file: bold, centred, raised text; which list a paragraph belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from .odt_xml import FO, STYLE

# "P12": made by LibreOffice for one paragraph, so that its parent's name is the telling one.
_AUTOMATIC = re.compile(r"^P\d+$")
_RAISED = re.compile(r"^(?:super|[1-9]\d*%)")


@dataclass(slots=True)
class OdtStyle:
    """What a paragraph or text style says, inheritance already resolved."""

    name: str = ""
    bold: bool = False
    centered: bool = False
    raised: bool = False
    list_style: str = ""

    @property
    def is_title(self) -> bool:
        """True for the style "Title" and what is made from it."""
        return self.name.lower() in ("title", "tytuł", "subtitle")

    @property
    def is_contents(self) -> bool:
        """True for lines of a table of contents."""
        return self.name.startswith("Contents_20_")


class OdtStyles:
    """All styles of the file by name."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        for root in roots:
            for element in [] if root is None else root.iter(f"{STYLE}style"):
                self._elements[element.get(f"{STYLE}name", "")] = element
        self._resolved: dict[str, OdtStyle] = {}

    def get(self, name: str | None) -> OdtStyle:
        """The style of that name; an unknown one says nothing."""
        name = name or ""
        if name not in self._resolved:
            self._resolved[name] = self._resolve(name)
        return self._resolved[name]

    def _resolve(self, name: str) -> OdtStyle:
        chain: list[str] = []
        current = name
        while current in self._elements and current not in chain:
            chain.append(current)
            current = self._elements[current].get(f"{STYLE}parent-style-name", "")
        style = OdtStyle(name=chain[-1] if chain else name)
        for link in reversed(chain):
            self._apply(style, self._elements[link])
            if not _AUTOMATIC.match(link):
                style.name = link
        return style

    @staticmethod
    def _apply(style: OdtStyle, element: etree._Element) -> None:
        style.list_style = element.get(f"{STYLE}list-style-name") or style.list_style
        paragraph = element.find(f"{STYLE}paragraph-properties")
        if paragraph is not None and paragraph.get(f"{FO}text-align"):
            style.centered = paragraph.get(f"{FO}text-align") == "center"
        text = element.find(f"{STYLE}text-properties")
        if text is not None:
            if weight := text.get(f"{FO}font-weight"):
                style.bold = weight == "bold" or (weight.isdigit() and int(weight) >= 600)
            if position := text.get(f"{STYLE}text-position"):
                style.raised = bool(_RAISED.match(position))
