"""One canonical form for each value of a report, and its look in print.

All writers take values through here; that is why a date cannot be the 5th in one format and
the 4th, by a lost time zone, in another.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from django.utils import timezone
from django.utils.translation import gettext as _

Kind = Literal["text", "integer", "decimal", "date", "datetime"]
Cell = str | int | Decimal | date | datetime | None

_DATE = {"pl": "dd.MM.yyyy", "de": "dd.MM.yyyy", "en": "d MMM yyyy"}
_TIME = "HH:mm"
# Forbidden in XML 1.0, hence in DOCX, XLSX and ODS; lone surrogates cannot be encoded at all.
# Marks that turn the direction of writing could make a report show what nobody wrote.
_LINE_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def clean_text(text: str) -> str:
    """``text`` with one kind of line break and without characters that no document can hold."""
    return _UNPRINTABLE.sub("", _LINE_BREAK.sub("\n", text))


def canonical(value: object, kind: Kind) -> Cell:
    """``value`` as all writers see it: local time, exact decimals, clean text."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return _("tak") if value else _("nie")
    if isinstance(value, datetime):
        moment = timezone.localtime(value) if timezone.is_aware(value) else value
        return moment.date() if kind == "date" else moment
    if isinstance(value, float | Decimal):
        number = Decimal(repr(value)) if isinstance(value, float) else value
        return number if number.is_finite() else None
    if isinstance(value, int | date):
        return value
    return clean_text(str(value))


def display(cell: Cell, language: str) -> str:
    """``cell`` as people of ``language`` write it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return format_datetime(
            cell, f"{_date_pattern(language)}, {_TIME}", tzinfo=cell.tzinfo, locale=language
        )
    if isinstance(cell, date):
        return format_date(cell, _date_pattern(language), locale=language)
    if isinstance(cell, int | Decimal):
        return format_decimal(cell, _number_pattern(cell), locale=language)
    return cell


def _number_pattern(number: int | Decimal) -> str:
    """As many decimal places as the number was given with: 1234.50 stays an amount of money."""
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    places = -int(exponent) if int(exponent) < 0 else 0
    return "#,##0." + "0" * places if places else "#,##0"


def _date_pattern(language: str) -> str:
    return _DATE.get(language, "yyyy-MM-dd")
