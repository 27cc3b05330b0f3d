"""Automatic numbering of an ODT file, computed as LibreOffice shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from .counters import format_number, shown_bullet
from .odt_xml import STYLE, TEXT, XML_ID, whole

_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "": "none",
}  # fmt: skip


@dataclass(slots=True)
class OdtLevel:
    """One level of a list style."""

    number_format: str = "none"
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    display_levels: int = 1
    bullet: str = ""


@dataclass(slots=True)
class Counters:
    """A list in use and how far each of its levels has counted."""

    style: str
    identifier: str
    numbers: dict[int, int] = field(default_factory=dict)


def _read_level(element: etree._Element) -> OdtLevel:
    if element.tag == f"{TEXT}list-level-style-bullet":
        return OdtLevel(bullet=element.get(f"{TEXT}bullet-char") or "•")
    number_format = element.get(f"{STYLE}num-format") or ""
    return OdtLevel(
        number_format=_FORMATS.get(number_format, "decimal"),
        prefix=element.get(f"{STYLE}num-prefix") or "",
        suffix=element.get(f"{STYLE}num-suffix") or "",
        start=whole(element.get(f"{TEXT}start-value"), 1),
        display_levels=whole(element.get(f"{TEXT}display-levels"), 1),
    )


class OdtLists:
    """The list styles of a file and the lists that use them."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[str, dict[int, OdtLevel]] = {}
        for root in roots:
            for element in [] if root is None else root.iter(f"{TEXT}list-style"):
                self._read_style(element.get(f"{STYLE}name", ""), element)
            for element in [] if root is None else root.iter(f"{TEXT}outline-style"):
                self._read_style("", element)
        self._by_id: dict[str, Counters] = {}
        self._latest: dict[str, Counters] = {}
        self._count = 0

    def _read_style(self, name: str, element: etree._Element) -> None:
        self._styles[name] = {
            whole(level.get(f"{TEXT}level"), 1): _read_level(level)
            for level in element
            if isinstance(level.tag, str) and level.get(f"{TEXT}level")
        }

    def open(self, element: etree._Element, fallback_style: str) -> Counters:
        """The counters for an outermost list: its own, or those of the list that it continues."""
        style = element.get(f"{TEXT}style-name") or fallback_style
        continued = self._by_id.get(element.get(f"{TEXT}continue-list") or "")
        if continued is None and element.get(f"{TEXT}continue-numbering") == "true":
            continued = self._latest.get(style)
        if continued is None:
            self._count += 1
            continued = Counters(style, f"list{self._count}")
        self._latest[style] = continued
        self._by_id[element.get(XML_ID) or ""] = continued
        return continued

    def outline(self) -> Counters:
        """The counters of numbered headings, which run through the whole document."""
        return self._latest.setdefault("", Counters("", "outline"))

    def next_label(self, counters: Counters, depth: int, start: int | None, style: str = "") -> str:
        """Count one more item at a depth (from 1) and give its number as shown."""
        levels = self._styles.get(style or counters.style, {})
        level = levels.get(depth, OdtLevel())
        numbers = counters.numbers
        numbers[depth] = numbers[depth] + 1 if depth in numbers else level.start
        if start is not None:
            numbers[depth] = start
        for deeper in [other for other in numbers if other > depth]:
            del numbers[deeper]
        if level.bullet:
            return shown_bullet(level.bullet)
        return self._shown(levels, numbers, depth)

    @staticmethod
    def _shown(levels: dict[int, OdtLevel], numbers: dict[int, int], depth: int) -> str:
        level = levels.get(depth, OdtLevel())
        if level.number_format == "none":
            return f"{level.prefix}{level.suffix}".strip()
        first = max(1, depth - level.display_levels + 1)
        shown = []
        for place in range(first, depth + 1):
            other = levels.get(place, OdtLevel())
            number = format_number(numbers.get(place, other.start), other.number_format)
            if number:
                shown.append(number)
        return f"{level.prefix}{'.'.join(shown)}{level.suffix}"
