"""The same table in every format, each opened by a reader that is not ours."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from documents.exports import FORMATS, UnknownFormat, write_report
from tests.documents.reports import (
    COLUMNS,
    EXPECTED,
    full_report,
    many_rows,
    remarks_table,
    report_of,
)
from tests.documents.written import (
    csv_rows,
    docx_table,
    json_tables,
    ods_table,
    written,
    xlsx_table,
)

TITLES = [column.title for column in COLUMNS]


def test_xlsx_has_the_table_with_real_numbers_and_dates() -> None:
    rows = xlsx_table(written(full_report(), "xlsx"), "Zestawienie uwag")

    assert rows[0] == TITLES
    assert [[_as_given(cell) for cell in row] for row in rows[1:]] == [
        [_as_given(cell) for cell in row] for row in EXPECTED
    ]
    assert isinstance(rows[1][5], datetime)


def test_ods_has_the_table_with_real_numbers_and_dates() -> None:
    rows = ods_table(written(full_report(), "ods"), "Zestawienie uwag")

    assert rows == [TITLES, *EXPECTED]


def test_json_has_the_table_by_column_keys() -> None:
    (table,) = json_tables(written(full_report(), "json"))

    assert [column["title"] for column in table["columns"]] == TITLES
    assert table["rows"] == [
        {
            "no": 1,
            "unit": "§ 1 ust. 2",
            "remark": "Zażółć gęślą jaźń, „ŁÓDŹ”",
            "cost": 1234567.5,
            "day": "2026-10-05",
            "moment": "2026-10-06T01:30:00+02:00",
        },
        {
            "no": 2,
            "unit": None,
            "remark": "Pierwszy wiersz\nDrugi\twiersz  z odstępem",
            "cost": -0.05,
            "day": "1999-12-31",
            "moment": "2026-01-05T13:00:00+01:00",
        },
        {
            "no": 30000,
            "unit": "art. 5",
            "remark": "=1+1",
            "cost": None,
            "day": None,
            "moment": None,
        },
    ]


def test_csv_opens_in_polish_excel() -> None:
    content = written(full_report(), "csv")

    assert content.startswith(b"\xef\xbb\xbf")
    assert csv_rows(content) == [
        TITLES,
        [
            "1",
            "§ 1 ust. 2",
            "Zażółć gęślą jaźń, „ŁÓDŹ”",
            "1234567,50",
            "2026-10-05",
            "2026-10-06 01:30:00",
        ],
        [
            "2",
            "",
            "Pierwszy wiersz\nDrugi\twiersz  z odstępem",
            "-0,05",
            "1999-12-31",
            "2026-01-05 13:00:00",
        ],
        ["30000", "art. 5", "'=1+1", "", "", ""],
    ]


def test_docx_has_the_table_as_people_write_it() -> None:
    rows = docx_table(written(full_report(), "docx"), 1)

    assert [[cell.replace("\u00a0", " ") for cell in row] for row in rows] == [
        TITLES,
        [
            "1",
            "§ 1 ust. 2",
            "Zażółć gęślą jaźń, „ŁÓDŹ”",
            "1 234 567,50",
            "05.10.2026",
            "06.10.2026, 01:30",
        ],
        [
            "2",
            "",
            "Pierwszy wiersz\nDrugi\twiersz  z odstępem",
            "-0,05",
            "31.12.1999",
            "05.01.2026, 13:00",
        ],
        ["30 000", "art. 5", "=1+1", "", "", ""],
    ]


def test_lazily_read_rows_are_the_same_for_all_formats() -> None:
    report = report_of(remarks_table(many_rows(300)))
    expected = [str(number) for number in range(1, 301)]

    assert [str(row[0]) for row in xlsx_table(written(report, "xlsx"), "Zestawienie uwag")][
        1:
    ] == expected
    assert [str(row[0]) for row in ods_table(written(report, "ods"), "Zestawienie uwag")][
        1:
    ] == expected
    assert [row[0] for row in csv_rows(written(report, "csv"))][1:] == expected
    assert [row[0] for row in docx_table(written(report, "docx"), 0)][1:] == expected
    (table,) = json_tables(written(report, "json"))
    assert [str(row["no"]) for row in table["rows"]] == expected


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_an_empty_table_is_still_a_table(format: str) -> None:
    content = written(report_of(remarks_table([])), format)

    readers = {
        "xlsx": lambda: xlsx_table(content, "Zestawienie uwag"),
        "ods": lambda: ods_table(content, "Zestawienie uwag"),
        "csv": lambda: csv_rows(content),
        "docx": lambda: docx_table(content, 0),
        "json": lambda: [[c["title"] for c in json_tables(content)[0]["columns"]]],
    }
    if format in readers:
        assert readers[format]() == [TITLES]
    else:
        assert content.startswith(b"%PDF-")


def test_labels_speak_the_language_of_the_report_not_of_the_reader() -> None:
    report = full_report()

    with translation.override("de"):
        content = written(report, "xlsx")

    facts = xlsx_table(content, "Raport")
    assert ["Wydawca", "Urząd Przykładowy"] in [row[:2] for row in facts]


def test_each_format_has_its_own_extension_and_type() -> None:
    assert {key: format.extension for key, format in FORMATS.items()} == {
        key: key for key in ("pdf", "docx", "xlsx", "ods", "csv", "json")
    }
    assert len({format.content_type for format in FORMATS.values()}) == len(FORMATS)


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Any) -> None:
    target = tmp_path / "report"

    with target.open("wb") as stream, pytest.raises(UnknownFormat):
        write_report(full_report(), "exe", stream)

    assert target.read_bytes() == b""


def _as_given(cell: Any) -> Any:
    """Excel has one kind of number and one kind of date."""
    if isinstance(cell, int | float | Decimal):
        return round(float(cell), 9)
    if hasattr(cell, "year") and not isinstance(cell, datetime):
        return datetime(cell.year, cell.month, cell.day)
    return cell
