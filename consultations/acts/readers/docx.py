"""DOCX: paragraphs as Word shows them, numbers included.

Only the parts that carry text are opened (document, styles, numbering, notes), with lxml
directly: a damaged picture or a missing relation, over which python-docx stumbles, must not
cost anybody their draft.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from ..parser.numbers import TO_SUPERSCRIPT
from ..source import Block, Source
from ..tree import Notice, UnreadableDocument
from .docx_numbering import Numbering
from .docx_runs import ParagraphText, collect
from .docx_styles import Style, Styles, left_indent
from .package import Package, parse_xml
from .whitespace import clean
from .word_xml import W, integer, unify_namespaces, value

_OFFICE_DOCUMENT = "/officeDocument"
_NOTE_MARK = re.compile("\ue000(e?-?\\d+)\ue001")
_CHANGES = ("ins", "del", "moveFrom", "moveTo")


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels")
    for relation in [] if relations is None else relations:
        if str(relation.get("Type", "")).endswith(_OFFICE_DOCUMENT):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


class _Reader:
    def __init__(self, package: Package) -> None:
        main = _main_part(package)
        folder = posixpath.dirname(main)
        self.package = package
        document = self._part(main)
        if document is None:
            raise UnreadableDocument("not_a_docx")
        self.document = document
        self.styles = Styles(self._part(f"{folder}/styles.xml"))
        self.numbering = Numbering(self._part(f"{folder}/numbering.xml"))
        self.notes = self._notes(f"{folder}/footnotes.xml", "footnote", "")
        self.notes |= self._notes(f"{folder}/endnotes.xml", "endnote", "e")
        self.note_numbers: dict[str, str] = {}
        self.blocks: list[Block] = []
        self.removed: list[str] = []
        self.raw: list[str] = []
        self.carried: str = ""

    def _part(self, name: str) -> etree._Element | None:
        data = self.package.read(name)
        return None if data is None else parse_xml(unify_namespaces(data), name)

    def _notes(self, name: str, tag: str, prefix: str) -> dict[str, etree._Element]:
        root = self._part(name)
        if root is None:
            return {}
        return {
            f"{prefix}{value(note, 'id')}": note
            for note in root.iterfind(f"{W}{tag}")
            if value(note, "type") in (None, "normal")
        }

    def read(self) -> Source:
        body = self.document.find(f"{W}body")
        if body is None:
            raise UnreadableDocument("not_a_docx")
        self._read_container(body)
        self._read_notes()
        return Source(self.blocks, "\n".join(self.raw), self.removed, self._notices())

    def _read_container(self, container: etree._Element) -> None:
        for child in container:
            if child.tag == f"{W}p":
                self._read_paragraph(child)
            elif child.tag == f"{W}tbl":
                self._read_table(child)
            elif child.tag == f"{W}sdt" and self._is_contents(child):
                self._drop_contents(child)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo",
                               f"{W}customXml", f"{W}smartTag"):  # fmt: skip
                self._read_container(child)

    @staticmethod
    def _is_contents(element: etree._Element) -> bool:
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        return value(gallery) == "Table of Contents"

    def _drop_contents(self, element: etree._Element) -> None:
        for paragraph in element.iter(f"{W}p"):
            text = clean(self._text(paragraph, Style()).text)
            self.raw.append(text)
            self.removed.append(text)

    def _text(self, paragraph: etree._Element, style: Style) -> ParagraphText:
        collected = ParagraphText()
        collect(paragraph, style.bold, collected)
        collected.pieces = [_NOTE_MARK.sub(self._note_mark, collected.text)]
        return collected

    def _note_mark(self, match: re.Match[str]) -> str:
        identifier = match[1]
        if identifier not in self.notes:
            return ""
        number = self.note_numbers.setdefault(identifier, str(len(self.note_numbers) + 1))
        return f"{number})".translate(TO_SUPERSCRIPT)

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        style_id = None if properties is None else value(properties.find(f"{W}pStyle"))
        style = self.styles.get(style_id)
        collected = self._text(paragraph, style)
        for box in collected.boxes:
            self._read_container(box)
        text = self.carried + collected.text
        self.carried = ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            # The paragraph mark is deleted: what is left belongs to the next paragraph.
            self.carried = text
            return
        if style.is_contents:
            self.raw.append(text)
            self.removed.append(clean(text))
            return
        self._add(text, collected, style, style_id or self.styles.default, properties)

    def _add(
        self,
        text: str,
        collected: ParagraphText,
        style: Style,
        style_id: str,
        properties: etree._Element | None,
    ) -> None:
        numbering, depth = self._list_of(style, style_id, properties)
        label = clean(self.numbering.next_label(numbering, depth)) if numbering else ""
        alignment = None if properties is None else value(properties.find(f"{W}jc"))
        lines = [line for line in (clean(part) for part in text.split("\n")) if line]
        if not lines and not label:
            return
        for position, line in enumerate(_joined_breaks(lines) or [""]):
            block = Block(
                text=line,
                label=label if position == 0 else "",
                heading_level=self._heading_level(style, properties),
                list_level=depth if numbering and position == 0 else -1,
                list_id=str(numbering) if numbering else "",
                indent=self._indent(style, numbering, depth, properties),
                bold=collected.bold,
                centered=style.centered if alignment is None else alignment == "center",
                is_title=style.is_title,
            )
            self.blocks.append(block)
            self.raw.append(block.full_text)

    @staticmethod
    def _heading_level(style: Style, properties: etree._Element | None) -> int:
        outline = None if properties is None else integer(properties.find(f"{W}outlineLvl"))
        if outline is None:
            return style.heading_level
        return outline + 1 if outline < 9 else 0

    def _list_of(
        self, style: Style, style_id: str, properties: etree._Element | None
    ) -> tuple[int, int]:
        """(list, level) of a paragraph; list 0 is none, also when it overrules the style."""
        own = None if properties is None else properties.find(f"{W}numPr")
        identifier = None if own is None else integer(own.find(f"{W}numId"))
        level = None if own is None else integer(own.find(f"{W}ilvl"))
        if identifier is None:
            identifier = style.numbering_id or 0
            level = style.numbering_level if level is None else level
            if level is None and identifier:
                level = self.numbering.depth_for_style(identifier, style_id)
        return identifier, level or 0

    def _indent(
        self, style: Style, numbering: int, depth: int, properties: etree._Element | None
    ) -> float:
        indent = None if properties is None else left_indent(properties)
        if indent is None and numbering:
            level = self.numbering.level(numbering, depth)
            indent = None if level is None else level.indent
        indent = style.indent if indent is None else indent
        return (indent or 0) / 20

    def _read_table(self, table: etree._Element) -> None:
        rows: list[list[str]] = []
        for row in table.iter(f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None or _parent_table(row) is not table:
                continue
            rows.append([self._cell(cell) for cell in _cells(row)])
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        self.raw.append("\n".join("\n".join(row) for row in rows))
        if _is_frame(rows):
            lines = [line for row in rows for cell in row for line in cell.split("\n") if line]
            self.blocks.extend(Block(text=line) for line in lines)
        else:
            self.blocks.append(Block(rows=rows))

    def _cell(self, cell: etree._Element) -> str:
        inner = _Reader.__new__(_Reader)
        inner.__dict__.update(self.__dict__, blocks=[], raw=[], carried="")
        inner._read_container(cell)
        return "\n".join(
            "\n".join(" ".join(row) for row in block.rows) if block.rows else block.full_text
            for block in inner.blocks
        )

    def _read_notes(self) -> None:
        for identifier, number in list(self.note_numbers.items()):
            pieces = [
                clean(self._text(paragraph, Style()).text)
                for paragraph in self.notes[identifier].iter(f"{W}p")
            ]
            text = " ".join(piece for piece in pieces if piece).removeprefix(f"{number})").strip()
            self.blocks.append(Block(text=text, footnote=number))
            self.raw.append(f"{number}) {text}")

    def _notices(self) -> list[Notice]:
        notices = []
        changes = sum(1 for name in _CHANGES for _ in self.document.iter(f"{W}{name}"))
        if changes:
            notices.append(Notice("tracked_changes", str(changes)))
        comments = {value(mark, "id") for mark in self.document.iter(f"{W}commentReference")}
        if comments:
            notices.append(Notice("comments", str(len(comments))))
        pictures = sum(1 for _ in self.document.iter("{*}blip"))
        if pictures:
            notices.append(Notice("pictures", str(pictures)))
        if self.removed:
            notices.append(Notice("table_of_contents"))
        return notices


def _joined_breaks(lines: list[str]) -> list[str]:
    """A manual line break ends a paragraph in effect, unless the sentence runs on."""
    joined: list[str] = []
    for line in lines:
        if joined and line[0].islower() and line[1:2] != ")":
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _cells(child)


def _parent_table(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(f"{W}tbl"), None)


def _is_frame(rows: list[list[str]]) -> bool:
    """One cell around the text is a box, not a table."""
    return len(rows) == 1 and len(rows[0]) == 1


def read(data: bytes) -> Source:
    """The source of a DOCX file."""
    return _Reader(Package(data)).read()
