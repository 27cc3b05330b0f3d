"""Agreed scores of a past year from a workbook like the one that reports give out."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from quality_index.models import HIGHEST_LEVEL
from quality_index.sheet_columns import KEY_COLUMN, NOT_APPLICABLE, REASONS_COLUMN, SCORE_COLUMN

MOST_ROWS = 500
MOST_PROBLEMS = 20


class SheetUnreadable(Exception):
    """Nothing was taken over; ``problems`` are sentences for people."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems[:MOST_PROBLEMS]


def read_past_year(data: bytes, keys: Collection[str]) -> dict[str, tuple[int | None, str]]:
    """Level (None for "does not apply") and reasons by the key of the indicator.

    Every one of ``keys`` must be there, once; raises SheetUnreadable with all problems found.
    """
    found: dict[str, tuple[int | None, str]] = {}
    problems: list[str] = []
    for number, row in _rows(data):
        key = str(row.get(KEY_COLUMN) or "").strip()
        if not key:
            continue
        if key not in keys or key in found:
            why = _("powtarza się") if key in found else _("nie ma go w kwestionariuszu")
            problems.append(
                _("Wiersz %(number)d: klucz „%(key)s” %(why)s.")
                % {"number": number, "key": key, "why": why}
            )
            continue
        try:
            found[key] = (_level(row.get(SCORE_COLUMN)), str(row.get(REASONS_COLUMN) or "").strip())
        except ValueError:
            problems.append(
                _("Wiersz %(number)d: ocena ma być liczbą od 0 do 4 albo „nd”, a jest „%(given)s”.")
                % {"number": number, "given": row.get(SCORE_COLUMN)}
            )
    missing = [key for key in keys if key not in found]
    if missing and not problems:
        problems.append(_("Brakuje wskaźników: %(keys)s.") % {"keys": ", ".join(missing)})
    if problems:
        raise SheetUnreadable(problems)
    return found


def _rows(data: bytes) -> list[tuple[int, dict[str, Any]]]:
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise SheetUnreadable([_("To nie jest arkusz XLSX.")]) from error
    rows = book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS)
    head = [str(cell or "").strip().lower() for cell in next(rows, ())]
    if KEY_COLUMN not in head or SCORE_COLUMN not in head:
        raise SheetUnreadable(
            [_("W pierwszym wierszu pierwszego arkusza brakuje kolumn „klucz” i „ocena”.")]
        )
    table = [
        (number, dict(zip(head, cells, strict=False))) for number, cells in enumerate(rows, start=2)
    ]
    book.close()
    return table


def _level(value: Any) -> int | None:
    """A level, or None for "does not apply"; raises ValueError."""
    if str(value or "").strip().lower() == NOT_APPLICABLE:
        return None
    if isinstance(value, bool) or value is None:
        raise ValueError(value)
    number = float(str(value).replace(",", "."))
    if number != int(number) or not 0 <= number <= HIGHEST_LEVEL:
        raise ValueError(value)
    return int(number)
