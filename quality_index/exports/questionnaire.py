"""The questionnaire as a workbook that can be edited and read in again."""

from __future__ import annotations

from typing import Any, BinaryIO

import xlsxwriter

from quality_index.models import Indicator, QuestionnaireVersion
from quality_index.questionnaire_columns import LEVEL_COLUMNS, NAMES

_PARTS = ("plane", "area")
COLUMNS = (
    *(f"{part}_{name}" for part in _PARTS for name in ("key", *NAMES, "weight")),
    "key",
    *NAMES,
    "weight",
    "question",
    "guidance",
    "evidence",
    *LEVEL_COLUMNS,
    "recommendation_1",
    "recommendation_2",
    "hints",
    "replaces",
)
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


def write_questionnaire(version: QuestionnaireVersion, stream: BinaryIO) -> None:
    """One row for each indicator, its plane and area repeated in each."""
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    sheet = book.add_worksheet("LIJW")
    bold = book.add_format({"bold": True, "bg_color": "#E3ECF4"})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(COLUMNS) - 1, 24)
    for column, name in enumerate(COLUMNS):
        sheet.write(0, column, name, bold)
    rows = version.indicators.select_related("area__plane").order_by("position")
    for number, indicator in enumerate(rows, start=1):
        for column, value in enumerate(_row(indicator)):
            sheet.write(number, column, value)
    book.close()


def _row(indicator: Indicator) -> list[Any]:
    area = indicator.area
    named = [
        value
        for part in (area.plane, area, indicator)
        for value in (part.key, part.name, part.name_en, part.name_de, float(part.weight))
    ]
    advice = {row["up_to"]: row["text"] for row in indicator.recommendations}
    return [
        *named,
        indicator.question,
        indicator.guidance,
        indicator.evidence,
        *indicator.levels,
        advice.get(1, ""),
        advice.get(2, ""),
        " ".join(indicator.hints),
        " ".join(indicator.replaces),
    ]
