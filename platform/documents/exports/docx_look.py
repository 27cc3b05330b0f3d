"""The look of a Word report: styles, language, header, footer with page numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from documents.exports.cells import canonical, clean_text, display
from documents.exports.description import Report

FACT = "Report Fact"
SIGNATURE = "Report Signature"
CELL = "Report Cell"
CELL_ID = "ReportCell"
_INK = RGBColor(0x1D, 0x27, 0x33)
_ACCENT = RGBColor(0x1B, 0x4F, 0x8A)
_QUIET = RGBColor(0x4D, 0x59, 0x66)
_LOCALES = {"pl": "pl-PL", "de": "de-DE", "en": "en-GB"}


def prepare(document: Any, report: Report) -> None:
    """Give an empty document its styles, language, properties, header and footer."""
    _set_styles(document)
    _set_language(document, _LOCALES.get(report.language, report.language))
    properties = document.core_properties
    # Word keeps these in fields of 255 characters.
    properties.title = clean_text(report.title)[:255]
    properties.author = clean_text(report.publisher)[:255]
    properties.language = _LOCALES.get(report.language, report.language)
    properties.created = properties.modified = _in_utc(report.created_at)
    properties.comments = ""
    _fill_header(document.sections[0], report)
    _fill_footer(document.sections[0], report)


def _in_utc(moment: datetime) -> datetime:
    """The file's properties are marked as UTC whatever is put there."""
    return moment.astimezone(UTC) if timezone.is_aware(moment) else moment


def _set_styles(document: Any) -> None:
    sizes = {"Title": 22, "Subtitle": 13, "Heading 1": 15, "Heading 2": 13, "Heading 3": 11.5}
    sizes |= {"Heading 4": 11, "Caption": 10, "Normal": 11}
    for name, size in sizes.items():
        style = document.styles[name]
        _set_font(style, size)
        if name.startswith("Heading") or name == "Title":
            style.font.color.rgb = _ACCENT
    document.styles["Caption"].font.color.rgb = _INK
    document.styles["Subtitle"].font.color.rgb = _QUIET
    for name, size, after in ((FACT, 11, 2), (SIGNATURE, 10, 0), (CELL, 9, 0)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _set_font(style, size)
        style.paragraph_format.space_after = Pt(after)
    fact = document.styles[FACT].paragraph_format
    fact.left_indent, fact.first_line_indent = Cm(5), Cm(-5)
    fact.tab_stops.add_tab_stop(Cm(5))


def _set_font(style: Any, size: float) -> None:
    style.font.size = Pt(size)
    style.font.name = "Calibri"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        # A theme's font would win over the named one.
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _set_language(document: Any, locale: str) -> None:
    """For spelling and for screen readers, which choose the voice by it."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    language = defaults.find(".//" + qn("w:lang"))
    for attribute in ("val", "eastAsia"):
        language.set(qn(f"w:{attribute}"), locale)


def _fill_header(section: Any, report: Report) -> None:
    paragraph = section.header.paragraphs[0]
    created = display(canonical(report.created_at, "datetime"), report.language)
    _add_quiet(paragraph, f"{clean_text(report.publisher)} · {created}")


def _fill_footer(section: Any, report: Report) -> None:
    paragraph = section.footer.paragraphs[0]
    if report.notice:
        _add_quiet(paragraph, clean_text(report.notice))
        paragraph = section.footer.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, between, after = _page_label()
    _add_quiet(paragraph, before)
    _add_field(paragraph, "PAGE")
    _add_quiet(paragraph, between)
    _add_field(paragraph, "NUMPAGES")
    _add_quiet(paragraph, after)


def _page_label() -> tuple[str, str, str]:
    before, rest = _("Strona {page} z {pages}").split("{page}")
    between, after = rest.split("{pages}")
    return before, between, after


def _add_quiet(paragraph: Any, text: str) -> Any:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8.5), _QUIET
    return run


def _add_field(paragraph: Any, instruction: str) -> None:
    """A number that Word works out; “1” until it does."""
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        if kind == "separate":
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = f" {instruction} "
            _add_quiet(paragraph, "")._r.append(text)
        _add_quiet(paragraph, "")._r.append(mark)
        if kind == "separate":
            _add_quiet(paragraph, "1")
