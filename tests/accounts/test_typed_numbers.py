"""Whole numbers in addresses and forms: ours are understood, everything else is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.typed_numbers import LARGEST_KEY, typed_number, typed_numbers


@given(st.integers(min_value=0, max_value=LARGEST_KEY))
def test_digits_are_read(number: int) -> None:
    assert typed_number(str(number)) == number


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(None, id="nothing"),
        pytest.param("", id="empty"),
        pytest.param("-1", id="minus"),
        pytest.param(" 1", id="space"),
        pytest.param("1_0", id="underscore"),
        pytest.param("²", id="superscript"),
        pytest.param("٣", id="digits of another script"),
        pytest.param("1\x00", id="null character"),
        pytest.param(str(LARGEST_KEY + 1), id="no key of the database"),
        pytest.param("9" * 5000, id="more digits than Python reads"),
    ],
)
def test_other_texts_are_no_number(text: str | None) -> None:
    assert typed_number(text) is None


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    number = typed_number(text)

    assert number is None or number == int(text)


def test_a_number_above_the_most_is_none() -> None:
    assert [typed_number(text, most=9999) for text in ("9999", "10000", "99999")] == [
        9999,
        None,
        None,
    ]


def test_odd_texts_among_ticked_keys_are_passed_over() -> None:
    assert typed_numbers(["3", "²", "", "12"]) == [3, 12]
