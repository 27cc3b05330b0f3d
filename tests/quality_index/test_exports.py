"""Reports in every format say the same; the workbook's formulas count the same index."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from quality_index.domain.presenting import facts_of
from quality_index.domain.questionnaires import structure_of
from quality_index.domain.reporting import write_index_report
from quality_index.exports.workbook import AREA_SHEET, INDICATOR_SHEET, PLANE_SHEET
from quality_index.models import Assessment
from quality_index.scoring import index_of, rounded
from tests.quality_index import factories as make

pytestmark = pytest.mark.django_db

OFFICE = shutil.which("soffice")
LEVELS = {"kontakt": 4, "diagnoza": 0, "rada_pozytku": None, "konkursy": 3, "lokale": 1}


@pytest.fixture
def uneven() -> Assessment:
    """A year whose areas differ, with an indicator that does not apply."""
    return make.settled(make.county_office(), 2024, 2, **LEVELS)


def written(assessment: Assessment, format: str) -> bytes:
    stream = BytesIO()
    write_index_report(assessment, format, stream)
    return stream.getvalue()


def evaluate(data: bytes) -> dict[str, Decimal]:
    """Do what the formulas say, from the cells that they read, in exact numbers."""
    book = load_workbook(BytesIO(data))
    assert str(book[AREA_SHEET]["F2"].value).startswith("=IF(SUMPRODUCT")
    rows = list(book[INDICATOR_SHEET].iter_rows(min_row=2, values_only=True))
    areas = list(book[AREA_SHEET].iter_rows(min_row=2, values_only=True))
    planes = [row for row in book[PLANE_SHEET].iter_rows(min_row=2, values_only=True) if row[2]]
    points = {area[0]: mean([(r[1], r[2]) for r in rows if r[3] == area[0]], 25) for area in areas}
    found = {
        plane[0]: mean([(points[a[0]], a[2]) for a in areas if a[3] == plane[0]])
        for plane in planes
    }
    found["indeks"] = mean([(found[plane[0]], plane[2]) for plane in planes])
    return {key: rounded(value) for key, value in found.items()}


def mean(pairs: list[tuple[Any, Any]], factor: int = 1) -> Any:
    counted = [(Fraction(v), Fraction(w)) for v, w in pairs if not isinstance(v, str)]
    return sum(v * w for v, w in counted) / sum(w for _v, w in counted) * factor


def test_the_formulas_count_the_settled_index(uneven: Assessment) -> None:
    values = evaluate(written(uneven, "xlsx"))

    assert values["indeks"] == uneven.total
    index = facts_of(uneven).index
    assert {key: values[key] for key in index.planes} == {
        key: rounded(value) for key, value in index.planes.items()
    }


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_counts_the_same_index_again(uneven: Assessment, tmp_path: Path) -> None:
    book = load_workbook(BytesIO(written(uneven, "xlsx")))
    sheet = book[INDICATOR_SHEET]
    sheet["B2"].value = 4 if sheet["B2"].value != 4 else 0
    changed = {row[0]: row[1] for row in sheet.iter_rows(min_row=2, values_only=True)}
    # Written by openpyxl, formulas have no results any more: LibreOffice must count them.
    book.save(tmp_path / "zmieniony.xlsx")

    subprocess.run(
        [OFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", tmp_path / "nowy",
         tmp_path / "zmieniony.xlsx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    counted = load_workbook(tmp_path / "nowy" / "zmieniony.xlsx", data_only=True)[PLANE_SHEET]
    shown = {row[0]: row[1] for row in counted.iter_rows(min_row=2, values_only=True)}

    levels = {key: None if level == "nd" else int(level) for key, level in changed.items()}
    expected = index_of(structure_of(uneven.version), levels)
    assert Decimal(str(shown["indeks"])).quantize(Decimal("0.1")) == rounded(expected.total)
    assert rounded(expected.total) != uneven.total


def test_the_report_is_a_tagged_pdf_with_its_charts(uneven: Assessment) -> None:
    pdf = pikepdf.open(BytesIO(written(uneven, "pdf")))

    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang).startswith("pl")


def test_json_and_csv_have_every_indicator(uneven: Assessment) -> None:
    document = json.loads(written(uneven, "json"))

    text = json.dumps(document, ensure_ascii=False)
    assert all(row.name in text for row in uneven.version.indicators.all())
    assert "rada-pozytku" in written(uneven, "csv").decode("utf-8-sig", errors="ignore")


def test_a_chart_comes_as_svg_and_as_png(uneven: Assessment) -> None:
    urls = [
        reverse("quality_index:chart", args=[uneven.pk, "obszary", format])
        for format in ("svg", "png")
    ]

    assert Client().get(urls[0]).content.startswith(b"<svg")
    assert Client().get(urls[1]).content.startswith(b"\x89PNG")


def test_a_workbook_comes_back_as_a_past_year(
    uneven: Assessment, as_user: Callable[[Any], Client]
) -> None:
    office = as_user(make.official())
    sheet = BytesIO(written(uneven, "xlsx"))
    sheet.name = "lijw.xlsx"
    url = reverse("quality_index:past_year", args=[uneven.body.slug])

    answer = office.post(url, {"year": 2020, "version": uneven.version_id, "sheet": sheet})

    assert answer.status_code == 302
    taken = Assessment.objects.get(year=2020)
    assert taken.is_imported
    assert taken.total == uneven.total
    assert taken.agreed_scores.get(indicator__key="rada-pozytku").not_applicable


@pytest.mark.parametrize(
    ("cell", "value", "problem"),
    [
        ("B3", 7, "Wiersz 3"),
        ("A3", "nieznany", "nie ma go w kwestionariuszu"),
        ("B3", "dużo", "ocena ma być liczbą"),
    ],
)
def test_a_wrong_sheet_is_explained_row_by_row_and_nothing_is_taken(
    uneven: Assessment, as_user: Callable[[Any], Client], cell: str, value: Any, problem: str
) -> None:
    book = load_workbook(BytesIO(written(uneven, "xlsx")))
    book[INDICATOR_SHEET][cell].value = value
    sheet = BytesIO()
    book.save(sheet)
    sheet.seek(0)
    sheet.name = "lijw.xlsx"
    url = reverse("quality_index:past_year", args=[uneven.body.slug])

    answer = as_user(make.official()).post(
        url, {"year": 2020, "version": uneven.version_id, "sheet": sheet}
    )

    assert answer.status_code == 200
    assert problem in answer.content.decode()
    assert not Assessment.objects.filter(year=2020).exists()
