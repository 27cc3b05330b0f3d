"""DOCX by python-docx: real styles, repeated header rows, turned pages for wide tables.

Rows are not built as a tree with the document: the finished file gets them poured in where a
mark stands, so that ten thousand rows take no more memory than ten.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from documents.exports import docx_look
from documents.exports.cells import canonical, clean_text, display
from documents.exports.charts import chart_svg
from documents.exports.description import (
    Block,
    Chart,
    Heading,
    KeyValues,
    Paragraph,
    Report,
    Signature,
    Table,
)
from documents.exports.docx_rows import add_table, save_with_rows
from documents.exports.paper import sections
from documents.exports.typography import bound
from documents.typesetting.orders import pictures

_SHORT, _LONG = Cm(21), Cm(29.7)


def write(report: Report, stream: BinaryIO) -> None:
    """Write ``report`` as a Word document."""
    document = Document()
    docx_look.prepare(document, report)
    document.add_paragraph(_printed(report.title), style="Title")
    if report.subtitle:
        document.add_paragraph(_printed(report.subtitle), style="Subtitle")
    tables: list[Table] = []
    with tempfile.TemporaryDirectory(prefix="report-") as folder:
        parts = list(sections(report))
        charts = [block for part in parts for block in part.blocks if isinstance(block, Chart)]
        writer = _Writer(document, report.language, tables, _drawn(charts, report, Path(folder)))
        for number, section in enumerate(parts):
            if number:
                document.add_section(WD_SECTION.NEW_PAGE)
            _turn(document.sections[-1], section.turned)
            for block in section.blocks:
                writer.add(block)
        save_with_rows(document, tables, report.language, stream)


def _drawn(charts: Sequence[Chart], report: Report, folder: Path) -> list[Path]:
    """The charts as PNG files, in order."""
    drawn = {}
    for number, chart in enumerate(charts):
        drawing = folder / f"{number}.svg"
        drawing.write_text(chart_svg(chart, language=report.language), encoding="utf-8")
        drawn[drawing] = drawing.with_suffix(".png")
    pictures(drawn)
    return list(drawn.values())


def _turn(section: Any, turned: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if turned else (_SHORT, _LONG)
    section.left_margin = section.right_margin = Cm(1.6 if turned else 2.2)
    section.top_margin = section.bottom_margin = Cm(2.2)


class _Writer:
    """Adds blocks to a document one after the other."""

    def __init__(
        self, document: Any, language: str, tables: list[Table], drawn: list[Path]
    ) -> None:
        self._document = document
        self._language = language
        self._tables = tables
        self._drawn = iter(drawn)

    def add(self, block: Block) -> None:
        """Add one block at the end."""
        match block:
            case Heading(level, text):
                self._document.add_heading(_printed(text), level)
            case Paragraph(text):
                self._document.add_paragraph(_printed(text))
            case KeyValues():
                self._add_facts(block)
            case Table():
                self._add_table(block)
            case Chart():
                self._add_chart(block)
            case Signature():
                self._add_signature(block)

    def _add_facts(self, facts: KeyValues) -> None:
        for name, value in facts.items:
            paragraph = self._document.add_paragraph(style=docx_look.FACT)
            paragraph.add_run(_printed(name) + ":").bold = True
            shown = display(canonical(value, "text"), self._language)
            paragraph.add_run("\t" + bound(shown))

    def _add_table(self, table: Table) -> None:
        caption = self._document.add_paragraph(_printed(table.caption), style="Caption")
        caption.paragraph_format.keep_with_next = True
        section = self._document.sections[-1]
        width = section.page_width - section.left_margin - section.right_margin
        add_table(self._document, table, number=len(self._tables), width=width)
        self._tables.append(table)
        if next(iter(table.read_rows()), None) is None:
            self._document.add_paragraph(_("Brak pozycji."))

    def _add_chart(self, chart: Chart) -> None:
        shape = self._document.add_picture(str(next(self._drawn)), width=Cm(16))
        description = clean_text(f"{chart.title}. {chart.description}")
        shape._inline.docPr.set("descr", description)
        self._document.paragraphs[-1].paragraph_format.keep_with_next = True
        self._add_table(chart.as_table("chart", _("Kategoria"), caption=_("Dane wykresu: {title}")))

    def _add_signature(self, signature: Signature) -> None:
        before = self._document.paragraphs[-1]
        if before.style.name == "Normal":
            # A signature alone on a page would sign nothing.
            before.paragraph_format.keep_with_next = True
        lines = ["", "", "." * 60, clean_text(signature.name), clean_text(signature.role)]
        for line in lines[:3] + [line for line in lines[3:] if line]:
            paragraph = self._document.add_paragraph(line, style=docx_look.SIGNATURE)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.left_indent = Cm(8)
            paragraph.paragraph_format.keep_with_next = line != lines[-1]


def _printed(text: str) -> str:
    return bound(clean_text(text))
