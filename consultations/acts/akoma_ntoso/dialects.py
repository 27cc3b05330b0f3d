"""What an element is: in our own exports by agreement, in acts of other countries by context.

Legislatures use the same elements differently: a ``paragraph`` is "1." under a Swiss article,
"(a)" under a Kenyan subsection and "1" in a British schedule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from ..tree import UnitKind
from .vocabulary import KINDS_BY_ELEMENT, KINDS_BY_NAME

_LIST_RANKS = (
    UnitKind.PARAGRAPH,
    UnitKind.POINT,
    UnitKind.LETTER,
    UnitKind.INDENT,
    UnitKind.SUBINDENT,
)
_FOREIGN_KINDS: dict[str, UnitKind] = {
    "part": UnitKind.PART,
    "book": UnitKind.BOOK,
    "tome": UnitKind.BOOK,
    "title": UnitKind.TITLE,
    "subtitle": UnitKind.DIVISION,
    "division": UnitKind.DIVISION,
    "subdivision": UnitKind.SUBCHAPTER,
    "chapter": UnitKind.CHAPTER,
    "subpart": UnitKind.CHAPTER,
    "subchapter": UnitKind.SUBCHAPTER,
    "article": UnitKind.ARTICLE,
    "section": UnitKind.SECTION,
    "rule": UnitKind.SECTION,
    "clause": UnitKind.SECTION,
    "level": UnitKind.HEADING,
    "alinea": UnitKind.TEXT,
    "proviso": UnitKind.TEXT,
    "transitional": UnitKind.TEXT,
    "tblock": UnitKind.TEXT,
    "blockContainer": UnitKind.TEXT,
}
_FOREIGN_LIST_KINDS: dict[str, UnitKind] = {
    "subsection": UnitKind.PARAGRAPH,
    "subrule": UnitKind.PARAGRAPH,
    "subclause": UnitKind.PARAGRAPH,
    "paragraph": UnitKind.PARAGRAPH,
    "subparagraph": UnitKind.POINT,
    "point": UnitKind.POINT,
    "item": UnitKind.POINT,
    "indent": UnitKind.INDENT,
    "li": UnitKind.INDENT,
}
_FOREIGN_CONTAINERS: dict[str, UnitKind] = {
    "schedule": UnitKind.ANNEX,
    "schedules": UnitKind.ANNEX,
    "annex": UnitKind.ANNEX,
    "appendix": UnitKind.ANNEX,
    "crossheading": UnitKind.HEADING,
    "subheading": UnitKind.HEADING,
}
_LETTERED = re.compile(r"\(?[a-z]{1,3}\)|[a-z]\.")
# Lists and the like: their items belong to the unit around them.
TRANSPARENT = ("list", "sublist", "blockList", "ul", "ol", "recitals", "citations")


class PortalDialect:
    """Exports of ours: each element means one kind."""

    exact = True

    def kind(self, element: etree._Element, name: str, path: Sequence[UnitKind]) -> UnitKind:
        """The kind that the element or the name of the container stands for."""
        if name == "hcontainer":
            return KINDS_BY_NAME.get(element.get("name", ""), UnitKind.TEXT)
        return KINDS_BY_ELEMENT.get(name, UnitKind.TEXT)


class ForeignDialect:
    """Everybody else's documents: the element, its number and its place decide together."""

    exact = False

    def kind(self, element: etree._Element, name: str, path: Sequence[UnitKind]) -> UnitKind:
        """The kind that fits best below the kinds in ``path``."""
        if name == "hcontainer":
            container = element.get("name", "").casefold()
            return _FOREIGN_CONTAINERS.get(container, UnitKind.TEXT)
        below = [_LIST_RANKS.index(kind) + 1 for kind in path if kind in _LIST_RANKS]
        if name in _FOREIGN_LIST_KINDS or (name == "level" and below):
            return self._list_kind(element, name, below)
        if name == "section" and element.find(".//{*}article") is not None:
            # Where articles are the basic units, sections group them.
            return UnitKind.SUBCHAPTER if UnitKind.CHAPTER in path else UnitKind.CHAPTER
        return _FOREIGN_KINDS.get(name, UnitKind.TEXT)

    def _list_kind(self, element: etree._Element, name: str, below: Sequence[int]) -> UnitKind:
        """The usual kind, or a deeper one so that it stays below its parent."""
        rank = _LIST_RANKS.index(_FOREIGN_LIST_KINDS.get(name, UnitKind.PARAGRAPH))
        if below:
            rank = max(rank, below[-1])
        elif name == "paragraph" and _is_lettered(element):
            rank = _LIST_RANKS.index(UnitKind.POINT)
        return _LIST_RANKS[min(rank, len(_LIST_RANKS) - 1)]


Dialect = PortalDialect | ForeignDialect


def _is_lettered(element: etree._Element) -> bool:
    number = element.find("{*}num")
    text = "" if number is None else "".join(number.itertext()).strip()
    return bool(_LETTERED.fullmatch(text))
