"""Builds DOCX files for tests as Word writes them: automatic lists, notes, tracked changes."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

ACT_LEVELS = (("decimal", "§ %1."), ("decimal", "%2."), ("decimal", "%3)"), ("lowerLetter", "%4)"))
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class WordFile:
    """A DOCX file in the making; each method appends one thing and is named for it."""

    def __init__(self) -> None:
        self.document = docx.Document()
        self.notes: list[str] = []
        self._numbering = self.document.part.numbering_part.element
        self._lists = 100

    def paragraph(self, text: str = "", **looks: Any) -> Any:
        """A paragraph: ``centered``, ``bold``, ``style``, ``indent`` in points."""
        paragraph = self.document.add_paragraph(style=looks.get("style"))
        if text:
            paragraph.add_run(text).bold = looks.get("bold")
        if looks.get("centered"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if "indent" in looks:
            paragraph.paragraph_format.left_indent = Pt(looks["indent"])
        return paragraph

    def heading(self, text: str) -> Any:
        """A line in bold, centred, as chapters and titles are set."""
        return self.paragraph(text, bold=True, centered=True)

    def lines(self, *texts: str) -> None:
        """Plain paragraphs, one after the other."""
        for text in texts:
            self.paragraph(text)

    def new_list(self, levels: tuple[tuple[str, str], ...] = ACT_LEVELS) -> int:
        """A multi-level list; its number is what ``item`` wants."""
        self._lists += 1
        number = self._lists
        xml = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for depth, (style, text) in enumerate(levels)
        )
        self._numbering.insert(
            0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{xml}'
                         "</w:abstractNum>")
        )  # fmt: skip
        self.instance(number, number)
        return number

    def instance(self, number: int, definition: int, overrides: str = "") -> None:
        """A further use of a list definition, with overrides as XML."""
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{definition}"/>'
                f"{overrides}</w:num>"
            )
        )

    def item(self, number: int, level: int, text: str, **looks: Any) -> Any:
        """A paragraph numbered automatically."""
        paragraph = self.paragraph(text, **looks)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
                "</w:numPr>"
            )
        )
        return paragraph

    def append_xml(self, paragraph: Any, xml: str) -> None:
        """Raw WordprocessingML at the end of a paragraph."""
        wrapped = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
        for child in list(wrapped):
            paragraph._p.append(child)

    def delete_mark(self, paragraph: Any) -> None:
        """Mark the end of a paragraph as deleted, in tracked changes."""
        mark = parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="Urząd"/></w:rPr>')
        paragraph._p.get_or_add_pPr().append(mark)

    def note(self, paragraph: Any, text: str) -> None:
        """A footnote referred to at the end of a paragraph."""
        self.notes.append(text)
        self.append_xml(paragraph, f'<w:r><w:footnoteReference w:id="{len(self.notes)}"/></w:r>')

    def table(self, *rows: tuple[str, ...]) -> Any:
        """A table of texts."""
        table = self.document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        return table

    def _add_notes_part(self) -> None:
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
            f"<w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>"
            for number, text in enumerate(self.notes, start=1)
        )
        xml = f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>"
        part = Part(
            PackURI("/word/footnotes.xml"), _FOOTNOTES, xml.encode(), self.document.part.package
        )
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def save(self) -> bytes:
        """The file."""
        if self.notes:
            self._add_notes_part()
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()
