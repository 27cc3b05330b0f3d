"""The body of a DOCX file: paragraphs, lists, tables and text boxes in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..source import Block
from .breaks import split_breaks
from .docx_notes import Notes
from .docx_numbering import Numbering
from .docx_runs import ParagraphText, collect
from .docx_styles import Style, Styles, left_indent
from .whitespace import clean
from .word_xml import W, integer, value

_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_CELL_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml"))
_NO_PROPERTIES = etree.Element(f"{W}pPr")


class BodyReader:
    """Turns the elements of a body into blocks; counts the automatic numbers on the way."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self.styles = styles
        self.numbering = numbering
        self.notes = notes
        self.labels: list[str] = []
        self.removed: list[str] = []

    def read(self, container: etree._Element) -> list[Block]:
        """The blocks of a body, a cell or a text box."""
        blocks: list[Block] = []
        carried = ""
        for element in self._elements(container):
            if element.tag == f"{W}tbl":
                blocks.extend(self._table(element))
            elif element.tag == f"{W}sdt":
                self._drop_contents(element)
            else:
                carried = self._paragraph(element, carried, blocks)
        if carried.strip():
            blocks.append(Block(text=clean(carried)))
        return blocks

    def _elements(self, container: etree._Element) -> Iterator[etree._Element]:
        for child in container:
            if child.tag in (f"{W}p", f"{W}tbl") or self._is_contents(child):
                yield child
            elif child.tag in _WRAPPERS:
                yield from self._elements(child)

    @staticmethod
    def _is_contents(element: etree._Element) -> bool:
        if element.tag != f"{W}sdt":
            return False
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        return value(gallery) == "Table of Contents"

    def _drop_contents(self, element: etree._Element) -> None:
        for paragraph in element.iter(f"{W}p"):
            collected = ParagraphText()
            collect(paragraph, False, collected)
            self.removed.append(clean(collected.text))

    def _paragraph(self, paragraph: etree._Element, carried: str, blocks: list[Block]) -> str:
        """Read one paragraph; the text to carry on when its paragraph mark is deleted."""
        found = paragraph.find(f"{W}pPr")
        properties = _NO_PROPERTIES if found is None else found
        style_id = value(properties.find(f"{W}pStyle")) or self.styles.default
        style = self.styles.get(style_id)
        collected = ParagraphText()
        collect(paragraph, style.bold, collected)
        for box in collected.boxes:
            blocks.extend(self.read(box))
        text = carried + self.notes.mark(collected.text)
        if properties.find(f"{W}rPr/{W}del") is not None:
            return text
        if style.is_contents:
            self.removed.append(clean(text))
        else:
            numbering, depth = self._list_of(style, style_id, properties)
            shape = self._shape(collected, style, numbering, depth, properties)
            blocks.extend(self._blocks(text, shape, numbering, depth))
        return ""

    def _shape(
        self,
        collected: ParagraphText,
        style: Style,
        numbering: int,
        depth: int,
        properties: etree._Element,
    ) -> Block:
        """A block without text that has the looks of the paragraph."""
        alignment = value(properties.find(f"{W}jc"))
        outline = integer(properties.find(f"{W}outlineLvl"))
        level = style.heading_level
        if outline is not None:
            level = outline + 1 if outline < 9 else 0
        return Block(
            heading_level=level,
            indent=self._indent(style, numbering, depth, properties),
            bold=collected.bold,
            centered=style.centered if alignment is None else alignment == "center",
            is_title=style.is_title,
        )

    def _blocks(self, text: str, shape: Block, numbering: int, depth: int) -> Iterator[Block]:
        lines = [line for line in (clean(part) for part in text.split("\n")) if line]
        label = clean(self.numbering.next_label(numbering, depth)) if numbering else ""
        if label:
            self.labels.append(label)
        parts = split_breaks(lines) or ([""] if label else [])
        for position, part in enumerate(parts):
            first = position == 0 and bool(numbering)
            yield Block(
                text=part,
                label=label if first else "",
                heading_level=shape.heading_level,
                list_level=depth if first else -1,
                list_id=str(numbering) if first else "",
                indent=shape.indent,
                bold=shape.bold,
                centered=shape.centered,
                is_title=shape.is_title,
            )

    def _list_of(self, style: Style, style_id: str, properties: etree._Element) -> tuple[int, int]:
        """(list, level) of a paragraph; list 0 is none, also when it overrules the style."""
        own = properties.find(f"{W}numPr")
        identifier = None if own is None else integer(own.find(f"{W}numId"))
        level = None if own is None else integer(own.find(f"{W}ilvl"))
        if identifier is None:
            identifier = style.numbering_id or 0
            level = style.numbering_level if level is None else level
            if level is None and identifier:
                level = self.numbering.depth_for_style(identifier, style_id)
        return identifier, level or 0

    def _indent(
        self, style: Style, numbering: int, depth: int, properties: etree._Element
    ) -> float:
        indent = left_indent(properties)
        if indent is None and numbering:
            level = self.numbering.level(numbering, depth)
            indent = None if level is None else level.indent
        indent = style.indent if indent is None else indent
        return (indent or 0) / 20

    def _table(self, table: etree._Element) -> list[Block]:
        rows: list[list[str]] = []
        cells_read: list[list[list[Block]]] = []
        for row in _rows(table):
            cells = [self.read(cell) for cell in _cells(row)]
            texts = [_cell_text(cell) for cell in cells]
            if any(texts):
                rows.append(texts)
                cells_read.append(cells)
        if rows and all(len(row) == 1 for row in rows) and len(rows) <= 2:
            # A box drawn around text is not a table.
            return [block for row in cells_read for cell in row for block in cell]
        return [Block(rows=rows)] if rows else []


def _cell_text(blocks: list[Block]) -> str:
    return "\n".join(
        "\n".join(" ".join(row) for row in block.rows) if block.rows else block.full_text
        for block in blocks
    )


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in _CELL_WRAPPERS:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _CELL_WRAPPERS:
            yield from _cells(child)
