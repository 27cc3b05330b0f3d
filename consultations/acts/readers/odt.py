"""ODT: paragraphs, headings, lists numbered by their styles, tables and notes.

Read with zipfile and lxml: odfpy parses uploads with an XML parser that expands entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from ..parser.numbers import TO_SUPERSCRIPT
from ..source import Block, Source
from ..tree import Notice, UnreadableDocument
from .breaks import split_breaks
from .odt_lists import Counters, OdtLists
from .odt_styles import OdtStyles
from .odt_xml import DRAW, OFFICE, TABLE, TEXT, whole
from .package import Package
from .whitespace import clean

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_SKIPPED = frozenset(
    [f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}annotation-end",
     f"{TEXT}sequence-decls", f"{OFFICE}forms", f"{TEXT}alphabetical-index"]
)  # fmt: skip
_CONTENTS = f"{TEXT}table-of-content"


class _Reader:
    def __init__(self, styles: OdtStyles, lists: OdtLists) -> None:
        self.styles = styles
        self.lists = lists
        self.notes: list[Block] = []
        self.labels: list[str] = []
        self.removed: list[str] = []
        self.boxes: list[etree._Element] = []

    def read(self, container: Iterable[etree._Element]) -> list[Block]:
        """The blocks of a body, a cell or a text box."""
        blocks: list[Block] = []
        for child in container:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag in _PARAGRAPHS:
                blocks.extend(self._paragraph(child, None, 0, None))
            elif tag == f"{TEXT}list":
                blocks.extend(self._list(child, None, 1))
            elif tag == f"{TABLE}table":
                blocks.extend(self._table(child))
            elif tag == _CONTENTS:
                self.removed += [clean(_all_text(p)) for p in child.iter(*_PARAGRAPHS)]
            else:
                blocks.extend(self.read(child))
        return blocks

    def _list(self, element: etree._Element, counters: Counters | None, depth: int) -> list[Block]:
        if counters is None:
            first = next(element.iter(*_PARAGRAPHS), None)
            name = "" if first is None else first.get(f"{TEXT}style-name")
            counters = self.lists.open(element, self.styles.get(name).list_style)
        blocks: list[Block] = []
        for item in element:
            numbered = item.tag == f"{TEXT}list-item"
            start = item.get(f"{TEXT}start-value") if numbered else None
            style = element.get(f"{TEXT}style-name") or ""
            for child in item:
                if child.tag == f"{TEXT}list":
                    blocks.extend(self._list(child, counters, depth + 1))
                elif child.tag in _PARAGRAPHS:
                    own = counters if numbered else None
                    blocks.extend(self._paragraph(child, own, depth, start, style))
                    numbered = False
                elif isinstance(child.tag, str):
                    blocks.extend(self.read((child,)))
        return blocks

    def _paragraph(
        self,
        element: etree._Element,
        counters: Counters | None,
        depth: int,
        start: str | None,
        list_style: str = "",
    ) -> Iterator[Block]:
        style = self.styles.get(element.get(f"{TEXT}style-name"))
        label, heading = self._label(element, counters, depth, start, list_style)
        pieces, bold = self._text(element, style.bold)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            yield from self.read(box)
        lines = [line for line in (clean(part) for part in pieces.split("\n")) if line]
        if style.is_contents:
            self.removed.extend(lines)
            return
        self.labels.extend([label] if label else [])
        for position, line in enumerate(split_breaks(lines) or ([""] if label else [])):
            block = Block(line, heading_level=heading, bold=bold)
            block.centered, block.is_title = style.centered, style.is_title
            if position == 0:
                block.label = label
                block.list_level = depth if counters else -1
                block.list_id = counters.identifier if counters else ""
            yield block

    def _label(
        self,
        element: etree._Element,
        counters: Counters | None,
        depth: int,
        start: str | None,
        list_style: str,
    ) -> tuple[str, int]:
        """(number as shown, level of the heading) of a paragraph."""
        heading = 0
        if element.tag == f"{TEXT}h":
            heading = min(9, whole(element.get(f"{TEXT}outline-level"), 1))
        if counters is not None:
            first = whole(start, 1) if start else None
            return clean(self.lists.next_label(counters, depth, first, list_style)), heading
        if heading and element.get(f"{TEXT}is-list-header") != "true":
            return clean(self.lists.next_label(self.lists.outline(), heading, None)), heading
        return "", heading

    def _text(self, element: etree._Element, bold: bool) -> tuple[str, bool]:
        pieces: list[tuple[str, bool]] = []
        self._collect(element, bold, False, pieces)
        text = "".join(piece for piece, _ in pieces)
        length = len("".join(text.split()))
        heavy = sum(len("".join(piece.split())) for piece, is_bold in pieces if is_bold)
        return text, length > 0 and heavy >= 0.9 * length

    def _collect(
        self, element: etree._Element, bold: bool, raised: bool, pieces: list[tuple[str, bool]]
    ) -> None:
        def add(text: str | None) -> None:
            if text:
                digits = raised and text.strip(" )").isdigit()
                pieces.append((text.translate(TO_SUPERSCRIPT) if digits else text, bold))

        add(element.text)
        for child in element:
            tag = child.tag
            if tag == f"{TEXT}s":
                add(" " * min(100, whole(child.get(f"{TEXT}c"), 1)))
            elif tag == f"{TEXT}tab":
                add(" ")
            elif tag == f"{TEXT}line-break":
                add("\n")
            elif tag == f"{TEXT}note":
                add(self._note(child))
            elif tag == f"{DRAW}text-box":
                self.boxes.append(child)
            elif isinstance(tag, str) and tag not in _SKIPPED:
                style = self.styles.get(child.get(f"{TEXT}style-name"))
                self._collect(child, bold or style.bold, raised or style.raised, pieces)
            add(child.tail)

    def _note(self, note: etree._Element) -> str:
        number = str(len(self.notes) + 1)
        body = note.find(f"{TEXT}note-body")
        block = Block(footnote=number)
        self.notes.append(block)
        if body is not None:
            block.text = " ".join(found.full_text for found in self.read(body))
        return f"{number})".translate(TO_SUPERSCRIPT)

    def _table(self, table: etree._Element) -> list[Block]:
        rows: list[list[str]] = []
        frame: list[Block] = []
        for row in table.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table"), None) is not table:
                continue
            cells = [self.read(cell) for cell in row if cell.tag == f"{TABLE}table-cell"]
            texts = ["\n".join(_block_text(block) for block in cell) for cell in cells]
            if any(texts):
                rows.append(texts)
                frame.extend(block for cell in cells for block in cell)
        if rows and len(rows) <= 2 and all(len(row) == 1 for row in rows):
            return frame
        return [Block(rows=rows)] if rows else []


def _block_text(block: Block) -> str:
    if block.rows:
        return "\n".join(" ".join(row) for row in block.rows)
    return block.full_text


def _all_text(element: etree._Element) -> str:
    """Every text of an element, without interpretation."""
    if element.tag in _SKIPPED or not isinstance(element.tag, str):
        return ""
    if element.tag in (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
        return "\n"
    if element.tag == f"{TEXT}note-citation":
        return "\ue000"
    inner = (element.text or "") + "".join(
        _all_text(child) + (child.tail or "") for child in element
    )
    if element.tag == f"{DRAW}text-box":
        return f"\n{inner}"
    return f"{inner}\n" if element.tag in _PARAGRAPHS else inner


def _naive_text(body: etree._Element, labels: list[str], notes: list[Block]) -> str:
    text = _all_text(body)
    for block in notes:
        text = text.replace("\ue000", f"{block.footnote}\n", 1)
    return "\n".join([text, *labels, *(block.footnote for block in notes)])


def read(data: bytes) -> Source:
    """The source of an ODT file."""
    package = Package(data)
    root, styles = package.xml("content.xml"), package.xml("styles.xml")
    body = None if root is None else root.find(f"{OFFICE}body/{OFFICE}text")
    if root is None or body is None:
        raise UnreadableDocument("damaged", "content.xml")
    reader = _Reader(OdtStyles(styles, root), OdtLists(styles, root))
    blocks = [*reader.read(body), *reader.notes]
    raw = _naive_text(body, reader.labels, reader.notes)
    return Source(blocks, raw, reader.removed, _notices(body, reader))


def _notices(body: etree._Element, reader: _Reader) -> list[Notice]:
    counted = {
        "tracked_changes": f"{TEXT}changed-region",
        "comments": f"{OFFICE}annotation",
        "pictures": f"{DRAW}image",
    }
    notices = []
    for code, tag in counted.items():
        if count := sum(1 for _ in body.iter(tag)):
            notices.append(Notice(code, str(count)))
    if reader.removed:
        notices.append(Notice("table_of_contents"))
    return notices
