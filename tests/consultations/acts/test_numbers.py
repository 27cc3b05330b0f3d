"""Designations of units: order, succession, Roman numerals."""

from __future__ import annotations

import pytest

from consultations.acts.parser.numbers import (
    follows,
    is_first,
    letter_follows,
    number_key,
    roman_value,
    to_roman,
)


def test_roman_numerals_go_both_ways() -> None:
    assert [to_roman(value) for value in (1, 4, 9, 14, 40, 99)] == [
        "I", "IV", "IX", "XIV", "XL", "XCIX",
    ]  # fmt: skip
    assert all(roman_value(to_roman(value)) == value for value in range(1, 200))


def test_designations_sort_as_lawyers_sort_them() -> None:
    ordered = ["1", "2", "2¹", "2¹a", "2²", "2¹²", "2a", "3", "5a", "5aa", "5b", "10"]

    assert sorted(ordered, key=number_key) == [
        "1", "2", "2a", "2¹", "2¹a", "2²", "2¹²", "3", "5a", "5aa", "5b", "10",
    ]  # fmt: skip


def test_ordinal_words_count() -> None:
    assert number_key("PIERWSZA") == number_key("1")
    assert number_key("drugi") == number_key("II")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1", "2"), ("9", "10"), ("3", "3a"), ("3a", "3b"), ("3a", "4"), ("2", "2¹"),
        ("2¹", "2²"), ("2²", "3"), ("3–5", "6"), ("2", "3–5"), ("I", "II"), ("III", "IIIa"),
        ("5a", "5aa"), ("5aa", "5b"),
    ],
)  # fmt: skip
def test_what_may_follow(before: str, after: str) -> None:
    assert follows(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [("1", "3"), ("2", "1"), ("3b", "3a"), ("2", "2"), ("5", "1999"), ("x", "1"), ("1", "")],
)
def test_what_may_not_follow(before: str, after: str) -> None:
    assert not follows(before, after)


def test_letters_follow_with_the_usual_gaps() -> None:
    assert letter_follows("a", "b")
    assert letter_follows("p", "r")
    assert letter_follows("e", "ea")
    assert letter_follows("ea", "eb")
    assert letter_follows("z", "za")
    assert not letter_follows("a", "d")
    assert not letter_follows("b", "a")


def test_lists_open_with_one_or_a() -> None:
    assert all(is_first(number) for number in ("1", "I", "a", "1–3", "pierwsza", "1¹"))
    assert not any(is_first(number) for number in ("2", "II", "b", "1a", "x"))
