"""A plan drawn elsewhere (Inkscape, CAD): read as SVG, and nothing but shapes and words kept.

Only named elements and attributes go on; scripts, styles, pictures, links and everything that
points outside fall away and are counted, so that the organiser hears of it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
MOST_BYTES = 1_000_000
_MOST_ELEMENTS = 5_000
_DEEPEST = 40
_LONGEST_VALUE = 20_000
# A stand is whatever carries such an id: “stoisko-A1”; a number is part of it.
_STAND_ID = re.compile(r"(?:stoisko|stand)[-_](?=[\w-]*\d)(\w[\w-]{0,7})", re.IGNORECASE)

_SHAPES = {"rect", "circle", "ellipse", "line", "polyline", "polygon", "path"}
_ELEMENTS = _SHAPES | {"svg", "g", "text", "tspan"}
_GEOMETRY = {
    "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height",
    "points", "d", "transform", "viewBox",
}  # fmt: skip
_LOOKS = {
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-size",
    "font-weight", "text-anchor", "dominant-baseline", "display", "visibility",
}  # fmt: skip
# Numbers, lists of them, colours and words; no url(), no expressions, no escapes.
_PLAIN_VALUE = re.compile(r"[\w\s.,#%+()-]*")
_CLASS_RULE = re.compile(r"\.([\w-]+)\s*(?:,[^{]*)?\{([^}]*)\}")


class DrawingRefused(Exception):
    """The file is no drawing that the portal can show; ``reason`` names why."""

    def __init__(self, reason: str, label: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.label = label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A clean drawing, the stands on it in their order, and what fell away."""

    svg: str
    labels: list[str]
    removed: Counter[str] = field(default_factory=Counter)


def read_drawing(data: bytes) -> Drawing:
    """The clean drawing in ``data``; raises DrawingRefused."""
    source = _parsed(data)
    reading = _Reading(_class_looks(source))
    root = reading.copy(source, None, 0)
    root.set("viewBox", _view_box(source))
    for name in ("width", "height", "x", "y"):
        root.attrib.pop(name, None)
    if not reading.labels:
        raise DrawingRefused("no_stands")
    svg = etree.tostring(root, encoding="unicode")
    return Drawing(svg=svg, labels=reading.labels, removed=reading.removed)


class _Reading:
    """One walk over a foreign drawing."""

    def __init__(self, looks: dict[str, str]) -> None:
        self._looks = looks
        self._count = 0
        self.labels: list[str] = []
        self.removed: Counter[str] = Counter()

    def copy(
        self, source: etree._Element, parent: etree._Element | None, depth: int
    ) -> etree._Element:
        """Copy what may stay of ``source`` and of what it holds."""
        self._count += 1
        if self._count > _MOST_ELEMENTS or depth > _DEEPEST:
            raise DrawingRefused("too_large")
        name = etree.QName(source).localname
        made = (
            etree.Element(f"{{{SVG}}}{name}", nsmap={None: SVG})
            if parent is None
            else etree.SubElement(parent, f"{{{SVG}}}{name}")
        )
        self._copy_attributes(source, made)
        if name in ("text", "tspan"):
            made.text = source.text
        for child in source:
            if self._may_stay(child):
                copied = self.copy(child, made, depth + 1)
                copied.tail = child.tail if name in ("text", "tspan") else None
        return made

    def _may_stay(self, child: etree._Element) -> bool:
        if not isinstance(child.tag, str):
            return False
        tag = etree.QName(child)
        if tag.namespace == SVG and tag.localname in _ELEMENTS:
            return True
        # Notes of the drawing program and words for readers are no loss to tell of.
        is_told = tag.namespace == SVG and tag.localname not in ("title", "desc", "metadata")
        if is_told and tag.localname not in ("style", "defs"):
            self.removed[tag.localname] += 1
        return False

    def _copy_attributes(self, source: etree._Element, made: etree._Element) -> None:
        for name, value in source.attrib.items():
            if name == "id":
                self._note_stand(value, made)
            elif name in _GEOMETRY and _is_plain(value):
                made.set(name, value)
            elif name.startswith("on") or name.endswith("href"):
                self.removed[etree.QName(name).localname] += 1
        for name, value in self._looks_of(source).items():
            made.set(name, value)

    def _note_stand(self, name: str, made: etree._Element) -> None:
        found = _STAND_ID.fullmatch(name.strip())
        if found is None:
            return
        label = found[1].upper()
        if label in self.labels:
            raise DrawingRefused("twice", label)
        self.labels.append(label)
        made.set("data-stand", label)

    def _looks_of(self, source: etree._Element) -> dict[str, str]:
        """Colours and lines, from attributes, classes and styles: the later ones win."""
        named = {name: value for name, value in source.attrib.items() if name in _LOOKS}
        for class_name in source.get("class", "").split():
            named |= _declarations(self._looks.get(class_name, ""))
        named |= _declarations(source.get("style", ""))
        return {name: value for name, value in named.items() if _is_plain(value)}


def _parsed(data: bytes) -> etree._Element:
    if len(data) > MOST_BYTES:
        raise DrawingRefused("too_large")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DrawingRefused("unreadable") from error
    if root.tag != f"{{{SVG}}}svg":
        raise DrawingRefused("unreadable")
    return root


def _view_box(source: etree._Element) -> str:
    numbers = re.split(r"[\s,]+", source.get("viewBox", "").strip())
    if len(numbers) != 4:
        numbers = ["0", "0", source.get("width", ""), source.get("height", "")]
    try:
        left, top, width, height = (float(re.sub(r"(px|mm|pt|cm)$", "", n)) for n in numbers)
    except ValueError as error:
        raise DrawingRefused("no_size") from error
    if not (0 < width < 100_000 and 0 < height < 100_000 and abs(left) + abs(top) < 1_000_000):
        raise DrawingRefused("no_size")
    return f"{left:g} {top:g} {width:g} {height:g}"


def _class_looks(source: etree._Element) -> dict[str, str]:
    """Rules of one class (“.st0{fill:#eee}”), which drawing programs write for their shapes."""
    looks: dict[str, str] = {}
    for style in source.iter(f"{{{SVG}}}style"):
        text = (style.text or "")[: _LONGEST_VALUE * 5]
        for name, declarations in _CLASS_RULE.findall(text):
            looks[name] = f"{looks.get(name, '')};{declarations}"
    return looks


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style[:_LONGEST_VALUE].split(";"))
    return {name.strip(): value.strip() for name, _colon, value in pairs if name.strip() in _LOOKS}


def _is_plain(value: str) -> bool:
    return (
        len(value) <= _LONGEST_VALUE
        and _PLAIN_VALUE.fullmatch(value) is not None
        and "url" not in value.lower()
    )
