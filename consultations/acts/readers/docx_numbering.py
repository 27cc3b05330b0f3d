"""Automatic numbering of a DOCX file, computed as Word shows it: "§ 1.", "1)", "a)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from .counters import format_number, shown_bullet
from .word_xml import W, integer, is_on, value

_PLACEHOLDER = re.compile(r"%(\d)")


@dataclass(slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    legal: bool = False  # all numbers in Arabic digits
    restart_after: int | None = None
    indent: int | None = None


@dataclass(slots=True)
class Definition:
    """An abstract list with its running counters, which all its instances share."""

    levels: dict[int, Level] = field(default_factory=dict)
    style_levels: dict[str, int] = field(default_factory=dict)
    style_link: str = ""
    counters: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Instance:
    """A list in use: a definition and what it overrides."""

    definition: Definition
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def level(self, depth: int) -> Level | None:
        """The level as this list shows it."""
        return self.levels.get(depth) or self.definition.levels.get(depth)


def _read_level(element: etree._Element) -> Level:
    properties = element.find(f"{W}pPr")
    indent = None if properties is None else properties.find(f"{W}ind")
    left = integer(indent, "left")
    start = integer(element.find(f"{W}start"))
    return Level(
        start=1 if start is None else start,
        style=value(element.find(f"{W}numFmt")) or "decimal",
        text=value(element.find(f"{W}lvlText")) or "",
        legal=is_on(element.find(f"{W}isLgl")),
        restart_after=integer(element.find(f"{W}lvlRestart")),
        indent=integer(indent, "start") if left is None else left,
    )


def _read_definition(element: etree._Element) -> Definition:
    definition = Definition(style_link=value(element.find(f"{W}numStyleLink")) or "")
    for level in element.iterfind(f"{W}lvl"):
        depth = integer(level, "ilvl") or 0
        definition.levels[depth] = _read_level(level)
        if style := value(level.find(f"{W}pStyle")):
            definition.style_levels[style] = depth
    return definition


class Numbering:
    """The lists of a document; ask for each numbered paragraph in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        self.instances: dict[int, Instance] = {}
        if root is None:
            return
        definitions: dict[int, Definition] = {}
        links: dict[str, Definition] = {}
        for element in root.iterfind(f"{W}abstractNum"):
            definition = _read_definition(element)
            definitions[integer(element, "abstractNumId") or 0] = definition
            if name := value(element.find(f"{W}styleLink")):
                links[name] = definition
        for identifier, definition in definitions.items():
            if definition.style_link in links:
                definitions[identifier] = links[definition.style_link]
        for element in root.iterfind(f"{W}num"):
            self._read_instance(element, definitions)

    def _read_instance(self, element: etree._Element, definitions: dict[int, Definition]) -> None:
        definition = definitions.get(integer(element.find(f"{W}abstractNumId")) or 0)
        if definition is None:
            return
        instance = Instance(definition)
        for override in element.iterfind(f"{W}lvlOverride"):
            depth = integer(override, "ilvl") or 0
            if (start := integer(override.find(f"{W}startOverride"))) is not None:
                instance.starts[depth] = start
            if (level := override.find(f"{W}lvl")) is not None:
                instance.levels[depth] = _read_level(level)
        self.instances[integer(element, "numId") or 0] = instance

    def depth_for_style(self, identifier: int, style: str) -> int:
        """The level that a list ties to a paragraph style."""
        instance = self.instances.get(identifier)
        return instance.definition.style_levels.get(style, 0) if instance else 0

    def level(self, identifier: int, depth: int) -> Level | None:
        """The level of a list, if there is one."""
        instance = self.instances.get(identifier)
        return instance.level(depth) if instance else None

    def next_label(self, identifier: int, depth: int) -> str:
        """Count one more paragraph and give its number as shown."""
        instance = self.instances.get(identifier)
        level = instance.level(depth) if instance else None
        if instance is None or level is None:
            return ""
        self._count(instance, depth, level)
        if level.style == "bullet":
            return shown_bullet(level.text)
        return self._shown(instance, level)

    @staticmethod
    def _count(instance: Instance, depth: int, level: Level) -> None:
        counters = instance.definition.counters
        if depth in instance.starts and depth not in instance.used:
            counters[depth] = instance.starts[depth]
        elif depth in counters:
            counters[depth] += 1
        else:
            counters[depth] = level.start
        instance.used.add(depth)
        for deeper in [other for other in counters if other > depth]:
            below = instance.level(deeper)
            limit = None if below is None else below.restart_after
            # 0 never restarts; otherwise only a level at or above the named one restarts it.
            if limit is None or (limit and depth < limit):
                del counters[deeper]

    @staticmethod
    def _shown(instance: Instance, level: Level) -> str:
        def number(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            other = instance.level(depth)
            if other is None:
                return ""
            counter = instance.definition.counters.get(depth, other.start)
            return format_number(counter, "decimal" if level.legal else other.style)

        return _PLACEHOLDER.sub(number, level.text)
