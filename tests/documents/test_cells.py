"""Values in their one form, and as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import gettext_lazy

from documents.exports.cells import canonical, clean_text, display


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("", "text", None),
        (None, "integer", None),
        (0.1, "decimal", Decimal("0.1")),
        (float("nan"), "decimal", None),
        (Decimal("Infinity"), "decimal", None),
        (True, "text", "tak"),
        (False, "text", "nie"),
        (0, "integer", 0),
        (gettext_lazy("Uwaga"), "text", "Uwaga"),
        ("a\r\nb\rc", "text", "a\nb\nc"),
        ("\x00a\x0bb\ud800\uffff", "text", "ab"),
        ("brak", "integer", "brak"),
    ],
)
def test_the_one_form(value: Any, kind: Any, expected: Any) -> None:
    assert canonical(value, kind) == expected


def test_a_day_is_the_day_in_warsaw() -> None:
    assert canonical(datetime(2026, 7, 5, 22, 30, tzinfo=UTC), "date") == date(2026, 7, 6)


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        (1234567, "pl", "1\u00a0234\u00a0567"),
        (1234567, "en", "1,234,567"),
        (1234, "de", "1.234"),
        (Decimal("1234.50"), "pl", "1\u00a0234,50"),
        (Decimal("-0.05"), "de", "-0,05"),
        (Decimal("1E+3"), "pl", "1\u00a0000"),
        (date(2026, 3, 5), "pl", "05.03.2026"),
        (date(2026, 3, 5), "en", "5 Mar 2026"),
        (date(2026, 3, 5), "uk", "2026-03-05"),
        (datetime(2026, 3, 5, 14, 7), "pl", "05.03.2026, 14:07"),
        ("tekst", "pl", "tekst"),
        (None, "pl", ""),
    ],
)
def test_as_people_write_it(value: Any, language: str, expected: str) -> None:
    assert display(value, language) == expected


def test_polish_letters_and_signs_pass_untouched() -> None:
    text = "ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż „” – — … § ½ €"

    assert clean_text(text) == text
