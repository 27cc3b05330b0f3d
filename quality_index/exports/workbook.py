"""The workbook whose formulas count the index again: change a score, see what happens.

Formulas are written with their results, so that readers which do not calculate show them too.
The sheet of indicators is also what past years are read in from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter
from django.utils.translation import gettext as _

from quality_index.exports.report import IndicatorLine
from quality_index.models import HIGHEST_LEVEL, Assessment, IndexArea, Plane
from quality_index.sheet_columns import KEY_COLUMN, NOT_APPLICABLE, REASONS_COLUMN, SCORE_COLUMN

INDICATOR_SHEET, AREA_SHEET, PLANE_SHEET = "wskaźniki", "obszary", "płaszczyzny"
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """What the workbook needs besides the assessment; values are settled ones, by key."""

    planes: Sequence[Plane]
    areas: Sequence[IndexArea]
    lines: Sequence[IndicatorLine]
    values: Mapping[str, Decimal | None]
    total: Decimal | None


def write_workbook(assessment: Assessment, facts: WorkbookFacts, stream: BinaryIO) -> None:
    """Write three sheets: indicators, areas, planes with the index."""
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({"title": str(assessment), "author": assessment.body.name})
    looks = {
        "head": book.add_format(
            {"bold": True, "bg_color": "#E3ECF4", "border": 1, "text_wrap": True, "valign": "top"}
        ),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "input": book.add_format({"bg_color": "#FFF7DC", "border": 1, "align": "center"}),
        "points": book.add_format({"num_format": "0.0", "bold": True}),
    }
    _indicators(book.add_worksheet(INDICATOR_SHEET), facts, looks)
    _areas(book.add_worksheet(AREA_SHEET), facts, looks)
    _planes(book.add_worksheet(PLANE_SHEET), facts, looks, assessment)
    book.close()


def _indicators(sheet: Any, facts: WorkbookFacts, looks: dict[str, Any]) -> None:
    titles = (
        KEY_COLUMN, SCORE_COLUMN, "waga", "obszar", _("Wskaźnik"), _("Obszar"), _("Płaszczyzna"),
        _("Administracja"), _("Organizacje"), REASONS_COLUMN, _("Zdanie odrębne"),
    )  # fmt: skip
    _head(sheet, titles, (22, 8, 8, 22, 40, 34, 30, 12, 12, 60, 40), looks)
    for row, line in enumerate(facts.lines, start=1):
        sheet.write_string(row, 0, line.key)
        shown = NOT_APPLICABLE if line.value is None else line.value
        sheet.write(row, 1, shown, looks["input"])
        sheet.write_number(row, 2, float(line.weight))
        sheet.write_string(row, 3, line.area_key)
        for column, text in enumerate((line.name, line.area, line.plane), start=4):
            sheet.write_string(row, column, text, looks["text"])
        for column, mean in enumerate((line.administration, line.ngo), start=7):
            if mean is not None:
                sheet.write_number(row, column, float(mean))
        sheet.write_string(row, 9, line.reasons, looks["text"])
        sheet.write_string(row, 10, line.dissent, looks["text"])
    sheet.data_validation(
        1,
        1,
        len(facts.lines),
        1,
        {"validate": "list", "source": [*range(HIGHEST_LEVEL + 1), NOT_APPLICABLE]},
    )


def _areas(sheet: Any, facts: WorkbookFacts, looks: dict[str, Any]) -> None:
    titles = (KEY_COLUMN, "punkty", "waga", "płaszczyzna", _("Obszar"), "punkty dokładne")
    _head(sheet, titles, (24, 10, 8, 24, 44, 16), looks)
    last = len(facts.lines) + 1
    keys, scores, weights = (
        f"'{INDICATOR_SHEET}'!${column}$2:${column}${last}" for column in ("D", "B", "C")
    )
    for row, area in enumerate(facts.areas, start=1):
        number = row + 1
        sheet.write_string(row, 0, area.key)
        sheet.write_number(row, 2, float(area.weight))
        sheet.write_string(row, 3, area.plane.key)
        sheet.write_string(row, 4, area.label, looks["text"])
        counted = f"SUMPRODUCT(({keys}=A{number})*ISNUMBER({scores})*{weights})"
        added = f"SUMPRODUCT(({keys}=A{number})*ISNUMBER({scores})*{weights},{scores})"
        exact = f'=IF({counted}=0,"",{added}/{counted}*100/{HIGHEST_LEVEL})'
        value = facts.values.get(area.key)
        sheet.write_formula(row, 5, exact, None, "" if value is None else float(value))
        _rounded(sheet, row, "F", value, looks)


def _planes(
    sheet: Any, facts: WorkbookFacts, looks: dict[str, Any], assessment: Assessment
) -> None:
    titles = (KEY_COLUMN, "punkty", "waga", _("Płaszczyzna"), "punkty dokładne")
    _head(sheet, titles, (28, 10, 8, 60, 16), looks)
    last = len(facts.areas) + 1
    for row, plane in enumerate(facts.planes, start=1):
        sheet.write_string(row, 0, plane.key)
        sheet.write_number(row, 2, float(plane.weight))
        sheet.write_string(row, 3, plane.label, looks["text"])
        names, exact, weights = (
            f"'{AREA_SHEET}'!${column}$2:${column}${last}" for column in ("D", "F", "C")
        )
        value = facts.values.get(f"plane:{plane.key}")
        formula = _mean(f"({names}=A{row + 1})*", exact, weights)
        sheet.write_formula(row, 4, formula, None, "" if value is None else float(value))
        _rounded(sheet, row, "E", value, looks)
    row = len(facts.planes) + 1
    end = len(facts.planes) + 1
    sheet.write_string(row, 0, "indeks")
    sheet.write_string(row, 3, f"{_('Indeks')}: {assessment}", looks["text"])
    value = facts.total
    sheet.write_formula(
        row,
        4,
        _mean("", f"$E$2:$E${end}", f"$C$2:$C${end}"),
        None,
        "" if value is None else float(value),
    )
    _rounded(sheet, row, "E", value, looks)


def _mean(chosen: str, values: str, weights: str) -> str:
    """A weighted mean of the numbers among ``values``; texts are left out."""
    counted = f"SUMPRODUCT({chosen}ISNUMBER({values})*{weights})"
    return (
        f'=IF({counted}=0,"",SUMPRODUCT({chosen}ISNUMBER({values})*{weights},{values})/{counted})'
    )


def _rounded(
    sheet: Any, row: int, column: str, value: Decimal | None, looks: dict[str, Any]
) -> None:
    # The inner rounding takes away the dust of binary fractions, so that halves go upwards.
    cell = f"{column}{row + 1}"
    formula = f'=IF(ISNUMBER({cell}),ROUND(ROUND({cell},9),1),"nd")'
    result = NOT_APPLICABLE if value is None else float(value)
    sheet.write_formula(row, 1, formula, looks["points"], result)


def _head(sheet: Any, titles: Sequence[str], widths: Sequence[int], looks: dict[str, Any]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, (title, width) in enumerate(zip(titles, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, looks["head"])
