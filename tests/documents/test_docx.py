"""Word reports: real styles, language, turned pages and repeated headers."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from documents.exports import Column, Heading, Paragraph, Table
from tests.documents.reports import full_report, many_rows, remarks_table, report_of
from tests.documents.written import docx_table, written


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def test_headings_are_real_headings() -> None:
    document = opened(written(full_report(), "docx"))

    styled = [
        (paragraph.style.name, paragraph.text.replace("\u00a0", " "))
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith(("Title", "Subtitle", "Heading"))
    ]
    assert styled == [
        ("Title", "Raport z konsultacji"),
        ("Subtitle", "Program współpracy na 2027 rok"),
        ("Heading 1", "Podstawa prawna"),
        ("Heading 2", "Fakty"),
        ("Heading 1", "Zestawienie uwag"),
        ("Heading 1", "Podpis"),
    ]


def test_the_language_is_set_for_spelling_and_screen_readers() -> None:
    document = opened(written(full_report(), "docx"))

    language = document.styles.element.find(".//" + qn("w:docDefaults")).find(".//" + qn("w:lang"))
    assert language.get(qn("w:val")) == "pl-PL"
    assert document.core_properties.language == "pl-PL"
    assert document.core_properties.title == "Raport z konsultacji"
    assert document.core_properties.created == datetime(2026, 10, 20, 12, 30, tzinfo=UTC)


def test_header_rows_repeat_and_tables_are_named() -> None:
    document = opened(written(full_report(), "docx"))

    for table, name in zip(
        document.tables, ["Dane wykresu: Stanowiska", "Zestawienie uwag"], strict=True
    ):
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == name


def test_a_wide_table_turns_the_page() -> None:
    document = opened(written(full_report(), "docx"))

    turned = [section.page_width > section.page_height for section in document.sections]
    assert turned == [False, True, False]
    table = document.tables[1]
    section = document.sections[1]
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(column.width for column in table.columns) == pytest.approx(room, rel=0.01)


def test_pages_are_numbered_by_fields() -> None:
    document = opened(written(full_report(), "docx"))

    footer = document.sections[0].footer
    xml = etree.tostring(footer._element).decode()
    assert [line.text for line in footer.paragraphs] == [
        "Projekt współfinansowany przez Unię Europejską.",
        "Strona 1 z 1",
    ]
    assert " PAGE " in xml
    assert " NUMPAGES " in xml


def test_a_chart_is_a_picture_with_words() -> None:
    document = opened(written(full_report(), "docx"))

    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "Stanowiska. Większość uwag uwzględniono."
    assert docx_table(written(full_report(), "docx"), 0) == [
        ["Kategoria", "uwzględnione", "nieuwzględnione"],
        ["Organizacje", "20", "9"],
        ["Osoby prywatne", "11", "1"],
    ]


@pytest.mark.parametrize(
    "text", ["<w:p/>", "ax & bx < cx", "]]>", "<?report-rows 0 1?>", "\x0b\x00x"]
)
def test_text_is_never_markup(text: str) -> None:
    table = Table("t", text, [Column("a", text)], [(text,)])

    content = written(report_of(Heading(1, text), Paragraph(text), table, title=text), "docx")

    clean = text.replace("\x0b", "").replace("\x00", "")
    document = opened(content)
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        [clean],
        [clean],
    ]
    assert [paragraph.text for paragraph in document.paragraphs].count(clean) == 4


def test_no_mark_for_rows_is_left_in_the_file() -> None:
    content = written(report_of(remarks_table(many_rows(3)), remarks_table([])), "docx")

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        xml = package.read("word/document.xml")
    assert b"<?report-rows" not in xml
    etree.fromstring(xml)


def test_lines_and_tabs_stay_in_cells() -> None:
    table = Table("t", "T", [Column("a", "A")], [("a\nb\tc  d",)])

    assert docx_table(written(report_of(table), "docx"), 0)[1] == ["a\nb\tc  d"]


def test_an_empty_table_says_that_it_is_empty() -> None:
    document = opened(written(report_of(remarks_table([])), "docx"))

    assert "Brak pozycji." in [paragraph.text for paragraph in document.paragraphs]
