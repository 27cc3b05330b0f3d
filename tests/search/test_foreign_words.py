"""English and German words are found in their inflections too; Polish ones stay Polish."""

from __future__ import annotations

import pytest

from search.lemmas import lemmas, word_forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("volunteers", "volunteering"),
        ("neighbours", "neighbour"),
        ("strategies", "strategy"),
        ("consultation", "consultations"),
        ("funding", "funded"),
        ("Bürgern", "Bürger"),
        ("Stiftungen", "Stiftung"),
        ("Vereinen", "Vereine"),
        ("Freiwilligen", "Freiwillige"),
        ("Gemeinden", "Gemeinde"),
    ],
)
def test_forms_of_a_foreign_word_meet(one: str, other: str) -> None:
    assert set(lemmas(one)) & set(lemmas(other))


@pytest.mark.parametrize("word", ["stowarzyszenie", "gminie", "organizacjami", "dom", "ngo"])
def test_polish_and_short_words_get_no_foreign_stem(word: str) -> None:
    assert all(form[:3] == word[:3] and len(form) >= len(word) - 4 for form in word_forms(word))
