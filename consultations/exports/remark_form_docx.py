"""The remark form as a Word document."""

from __future__ import annotations

from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from consultations.exports.remark_form import KEY_CLOSES, KEY_OPENS, FormRow, RemarkForm
from documents.exports.cells import clean_text
from documents.exports.typography import bound

# Twentieths of a point; together the width of a turned A4 page without its margins.
_WIDTHS = (600, 1900, 4000, 3500, 2700, 2700)
_SHADE = "E3ECF4"
_ACCENT = RGBColor(0x1B, 0x4F, 0x8A)


def write(form: RemarkForm, stream: BinaryIO) -> None:
    """Write the form."""
    document = Document()
    _set_page(document, form)
    title = document.add_paragraph(form.title, style="Title")
    _hide(title, form.consultation_key)
    document.add_paragraph(clean_text(form.subtitle), style="Subtitle")
    for name, value in form.facts:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(bound(clean_text(value)))
    for text in form.instructions:
        document.add_paragraph(bound(text), style="List Bullet")
    _add_questions(document, form)
    document.add_paragraph()
    _add_rows(document, form)
    document.save(stream)


def _set_page(document: Any, form: RemarkForm) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.3)
    section.top_margin = section.bottom_margin = Cm(1.6)
    for name, size in (("Normal", 10.5), ("Title", 20), ("Subtitle", 13)):
        font = document.styles[name].font
        font.name, font.size = "Calibri", Pt(size)
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    document.styles["Title"].font.color.rgb = _ACCENT
    language = document.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:lang"))
    language.set(qn("w:val"), "pl-PL")
    properties = document.core_properties
    properties.title, properties.author = form.title, clean_text(form.publisher)[:255]
    properties.language, properties.comments = "pl-PL", ""
    if form.notice:
        footer = section.footer.paragraphs[0].add_run(clean_text(form.notice))
        footer.font.size = Pt(8.5)


def _hide(paragraph: Any, key: str) -> None:
    """Words that Word neither shows nor prints, but keeps with the paragraph."""
    paragraph.add_run(f"{KEY_OPENS}{key}{KEY_CLOSES}").font.hidden = True


def _add_questions(document: Any, form: RemarkForm) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    _describe(table, form.questions[0])
    for question in form.questions:
        table._tbl.append(_row([question, ""], (4500, 10900), "", shaded=(0,)))


def _add_rows(document: Any, form: RemarkForm) -> None:
    table = document.add_table(rows=0, cols=len(form.columns), style="Table Grid")
    table.autofit = False
    _describe(table, form.title)
    head = _row(list(form.columns), _WIDTHS, "", shaded=range(len(form.columns)))
    head.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table._tbl.append(head)
    for number, row in enumerate(form.rows, start=1):
        table._tbl.append(_unit_row(number, row))
    document.add_paragraph()


def _unit_row(number: int, row: FormRow) -> Any:
    texts = [str(number), row.citation, row.text, "", "", ""]
    return _row(texts, _WIDTHS, row.key, shaded=())


def _row(texts: list[str], widths: tuple[int, ...], key: str, *, shaded: Any) -> Any:
    """A row as XML: python-docx searches the whole table for every cell it is asked for."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_fill(place in shaded)}</w:tcPr>'
        f"<w:p>{_run(text, bold=place in shaded)}{_key_run(key if place == 1 else '')}</w:p></w:tc>"
        for place, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    return parse_xml(f"<w:tr {nsdecls('w')}>{cells}</w:tr>")


def _fill(is_shaded: bool) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>' if is_shaded else ""


def _run(text: str, *, bold: bool) -> str:
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line.replace(chr(9), " "))}</w:t>'
        for line in bound(clean_text(text)).split("\n")
    )
    return f"<w:r><w:rPr>{'<w:b/>' if bold else ''}</w:rPr>{lines}</w:r>"


def _key_run(key: str) -> str:
    if not key:
        return ""
    words = escape(f"{KEY_OPENS}{key}{KEY_CLOSES}")
    return f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{words}</w:t></w:r>"


def _describe(table: Any, caption: str) -> None:
    element = OxmlElement("w:tblCaption")
    element.set(qn("w:val"), caption)
    table._tbl.tblPr.append(element)
