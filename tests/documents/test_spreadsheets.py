"""Spreadsheets: comfortable to work with, and no text in them ever runs."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import openpyxl
import pytest
from lxml import etree

from documents.exports import Chart, Column, KeyValues, Series, Table
from documents.exports.csv import MACHINE, neutralised
from documents.exports.csv import write as write_csv
from documents.exports.sheets import character_widths, sheet_names
from tests.documents.reports import COLUMNS, full_report, many_rows, remarks_table, report_of
from tests.documents.written import NS, csv_rows, ods_table, written, xlsx_table

FORMULAS = [
    "=1+1",
    "+48 77 541 65 10 lub cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("https://example.org";"kliknij")',
    "\t=1+1",
    "＝1+1",
]


def text_table(*texts: str) -> Table:
    return Table("t", "Teksty", [Column("a", "Tekst")], [(text,) for text in texts])


def book(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_text_is_never_a_formula(text: str) -> None:
    rows = csv_rows(written(report_of(text_table(text)), "csv"))

    assert rows == [["Tekst"], [f"'{text}"]]


@pytest.mark.parametrize("text", ["-5", "+5", "-1234,50", "-0.5", "+48771234567"])
def test_csv_plain_numbers_stay(text: str) -> None:
    assert neutralised(text) == text


@pytest.mark.parametrize("text", ["a=1", "koszt - 5 zł", "§ 1", "'już", " =1"])
def test_csv_harmless_text_stays(text: str) -> None:
    assert neutralised(text) == text


def test_csv_titles_and_captions_are_neutralised_too() -> None:
    table = Table("t", "=2+2", [Column("a", "=1+1")], [])

    rows = csv_rows(written(report_of(table, table), "csv"))

    assert rows == [["'=2+2"], ["'=1+1"], [], ["'=2+2"], ["'=1+1"]]


def test_csv_of_several_tables_names_each() -> None:
    rows = csv_rows(written(report_of(text_table("a"), text_table("b")), "csv"))

    assert rows == [["Teksty"], ["Tekst"], ["a"], [], ["Teksty"], ["Tekst"], ["b"]]


def test_csv_quotes_what_would_break_the_table() -> None:
    text = 'a;b"c\nd'

    assert csv_rows(written(report_of(text_table(text)), "csv"))[1] == [text]


def test_csv_without_a_table_has_facts_and_charts() -> None:
    chart = Chart("bar", "Uwagi", "Opis", ["Opole", "Nysa"], [Series("Liczba", [3, 1.5])])
    report = report_of(KeyValues([("Termin", "21 dni")]), chart)

    assert csv_rows(written(report, "csv")) == [
        ["Raport z konsultacji"],
        ["Nazwa", "Wartość"],
        ["Termin", "21 dni"],
        [],
        ["Uwagi"],
        ["Kategoria", "Liczba"],
        ["Opole", "3"],
        ["Nysa", "1,5"],
    ]


def test_csv_for_machines() -> None:
    stream = io.BytesIO()

    write_csv(report_of(remarks_table()), stream, MACHINE)

    text = stream.getvalue().decode("utf-8")
    assert text.startswith("Lp.,Jednostka redakcyjna,")
    assert list(csv.reader(io.StringIO(text, newline="")))[1][3] == "1234567.50"


@pytest.mark.parametrize("text", FORMULAS)
def test_xlsx_text_is_never_a_formula_or_link(text: str) -> None:
    content = written(report_of(text_table(text, "https://example.org")), "xlsx")

    cell = book(content)["Teksty"]["A2"]
    assert cell.data_type != "f"
    assert cell.value == text
    assert book(content)["Teksty"]["A3"].hyperlink is None


@pytest.mark.parametrize("text", FORMULAS)
def test_ods_text_is_never_a_formula(text: str) -> None:
    content = written(report_of(text_table(text)), "ods")

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"formula" not in package.read("content.xml")
    assert ods_table(content, "Teksty") == [["Tekst"], [text]]


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "]]>", "<!-- x -->", "\"'&<>"])
@pytest.mark.parametrize("format", ["xlsx", "ods"])
def test_markup_in_text_is_text(format: str, text: str) -> None:
    content = written(report_of(text_table(text)), format)

    read = xlsx_table if format == "xlsx" else ods_table
    assert read(content, "Teksty") == [["Tekst"], [text]]


def test_xlsx_header_is_frozen_and_filtered() -> None:
    sheet = book(written(report_of(remarks_table(many_rows(5))), "xlsx"))["Zestawienie uwag"]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F6"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet["A1"].font.bold
    assert sheet["C2"].alignment.wrap_text
    assert sheet.column_dimensions["C"].width > sheet.column_dimensions["A"].width


def test_ods_header_is_frozen_filtered_and_repeated() -> None:
    content = written(report_of(remarks_table(many_rows(5))), "ods")

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        settings = package.read("settings.xml").decode()
        root = etree.fromstring(package.read("content.xml"))
    assert 'config:name="Zestawienie uwag"' in settings
    assert 'config:name="VerticalSplitPosition" config:type="int">1<' in settings
    (filtered,) = root.iterfind(".//table:database-range", NS)
    assert filtered.get(f"{{{NS['table']}}}display-filter-buttons") == "true"
    assert len(list(root.iterfind(".//table:table-header-rows/table:table-row", NS))) == 1


def test_ods_is_recognised_by_its_first_bytes() -> None:
    content = written(report_of(remarks_table()), "ods")

    mark = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
    assert content[30 : 30 + len(mark)] == mark


def test_the_telling_sheet_has_facts_and_the_numbers_of_charts() -> None:
    content = written(full_report(), "xlsx")

    rows = [[cell for cell in row if cell is not None] for row in xlsx_table(content, "Raport")]
    assert rows[0] == ["Raport z konsultacji"]
    assert ["Uwag", 1234] in rows
    assert ["Organizacje", 20, 9] in rows
    assert rows[-1] == ["Projekt współfinansowany przez Unię Europejską."]
    same = [
        [cell for cell in row if cell is not None]
        for row in ods_table(written(full_report(), "ods"), "Raport")
    ]
    assert [str(cell) for row in same for cell in row if not hasattr(cell, "year")] == [
        str(cell) for row in rows for cell in row if not hasattr(cell, "year")
    ]


def test_sheet_names_are_allowed_and_differ() -> None:
    captions = ["Raport", "Uwagi: [§ 1/2]?", "x" * 40, "x" * 50, "", "'ujęte'"]
    tables = [Table(f"t{n}", caption, COLUMNS, []) for n, caption in enumerate(captions)]

    names = sheet_names(tables)

    assert names == [
        "Raport (2)",
        "Uwagi § 1 2",
        "x" * 31,
        "x" * 27 + " (2)",
        "t4",
        "ujęte",
    ]
    assert list(book(written(report_of(*tables), "xlsx")).sheetnames) == ["Raport", *names]


def test_a_text_longer_than_excel_holds_says_so() -> None:
    text = "ą" * 40_000

    content = written(report_of(text_table(text)), "xlsx")

    value = book(content)["Teksty"]["A2"].value
    assert len(value) <= 32_767
    assert value.startswith("ą" * 32_000)
    assert value.endswith("jest on w raporcie PDF i DOCX.")
    assert ods_table(written(report_of(text_table(text)), "ods"), "Teksty")[1] == [text]


@pytest.mark.parametrize("format", ["xlsx", "ods"])
def test_a_number_too_long_for_a_spreadsheet_stays_exact_as_text(format: str) -> None:
    number = 12345678901234567890
    table = Table("t", "Liczby", [Column("a", "Liczba", kind="integer")], [(number,)])

    content = written(report_of(table), format)

    value = (xlsx_table if format == "xlsx" else ods_table)(content, "Liczby")[1][0]
    assert str(value).replace("\u00a0", "") == str(number)


def test_rows_are_as_high_as_their_longest_text() -> None:
    content = written(report_of(text_table("krótko", "słowo " * 60)), "xlsx")

    sheet = book(content)["Teksty"]
    assert sheet.row_dimensions[2].height is None
    assert sheet.row_dimensions[3].height >= 4 * 15


def test_no_column_is_too_narrow_to_read() -> None:
    widths = character_widths([Column("a", "A", 0.01, "datetime"), Column("b", "B", 100)])

    assert widths == [18, 70]
