"""The grammar of labels: what opens a unit and what only looks like it."""

from __future__ import annotations

import pytest

from consultations.acts.parser.labels import labels_of_line, outline_label, read_label
from consultations.acts.tree import UnitKind

FOUND = [
    ("Art. 5. Tekst.", UnitKind.ARTICLE, "5", "Art. 5.", "Tekst."),
    ("Art. 13a.", UnitKind.ARTICLE, "13a", "Art. 13a.", ""),
    ("Art.  2¹. Tekst", UnitKind.ARTICLE, "2¹", "Art. 2¹.", "Tekst"),
    ("Art. 5aa. Tekst", UnitKind.ARTICLE, "5aa", "Art. 5aa.", "Tekst"),
    ("Artykuł 7", UnitKind.ARTICLE, "7", "Artykuł 7", ""),
    ("Art. 3 - 5. (uchylone)", UnitKind.ARTICLE, "3–5", "Art. 3 - 5.", "(uchylone)"),
    ("§ 4. Tekst.", UnitKind.SECTION, "4", "§ 4.", "Tekst."),
    ("§4.Tekst", UnitKind.SECTION, "4", "§4.", "Tekst"),
    ("§ 4", UnitKind.SECTION, "4", "§ 4", ""),
    ("§§ 3–5. (uchylone)", UnitKind.SECTION, "3–5", "§§ 3–5.", "(uchylone)"),
    ("§ 2.¹⁾ Tekst", UnitKind.SECTION, "2", "§ 2.¹⁾", "Tekst"),
    ("12. Rada opiniuje.", UnitKind.PARAGRAPH, "12", "12.", "Rada opiniuje."),
    ("3a. Rada", UnitKind.PARAGRAPH, "3a", "3a.", "Rada"),
    ("1.Rada", UnitKind.PARAGRAPH, "1", "1.", "Rada"),
    ("2) wniosek;", UnitKind.POINT, "2", "2)", "wniosek;"),
    ("2a) wniosek;", UnitKind.POINT, "2a", "2a)", "wniosek;"),
    ("b) wniosek,", UnitKind.LETTER, "b", "b)", "wniosek,"),
    ("ea) wniosek,", UnitKind.LETTER, "ea", "ea)", "wniosek,"),
    ("– wniosek,", UnitKind.INDENT, "", "–", "wniosek,"),
    ("- wniosek,", UnitKind.INDENT, "", "-", "wniosek,"),
    ("• wniosek,", UnitKind.INDENT, "", "•", "wniosek,"),
    ("–– wniosek,", UnitKind.SUBINDENT, "", "––", "wniosek,"),
    ("– – wniosek,", UnitKind.SUBINDENT, "", "– –", "wniosek,"),
    ("Rozdział 2", UnitKind.CHAPTER, "2", "Rozdział 2", ""),
    ("Rozdział 2a. Tryb", UnitKind.CHAPTER, "2a", "Rozdział 2a.", "Tryb"),
    ("ROZDZIAŁ IV – TRYB", UnitKind.CHAPTER, "IV", "ROZDZIAŁ IV –", "TRYB"),
    ("Rozdział 1 Przepisy ogólne", UnitKind.CHAPTER, "1", "Rozdział 1", "Przepisy ogólne"),
    ("DZIAŁ IIa", UnitKind.DIVISION, "IIa", "DZIAŁ IIa", ""),
    ("Oddział 3", UnitKind.SUBCHAPTER, "3", "Oddział 3", ""),
    ("Tytuł I", UnitKind.TITLE, "I", "Tytuł I", ""),
    ("KSIĘGA PIERWSZA", UnitKind.BOOK, "PIERWSZA", "KSIĘGA PIERWSZA", ""),
    ("CZĘŚĆ OGÓLNA", UnitKind.PART, "OGÓLNA", "CZĘŚĆ OGÓLNA", ""),
]
NOT_FOUND = [
    "Art. 5 ustawy stosuje się odpowiednio.",
    "§ 5 ust. 2 uchwały",
    "art. 5. ustawy",
    "rozdział 3 ustawy",
    "Rozdział 3 ustawy stosuje się odpowiednio.",
    "Dział promocji przygotuje plakat.",
    "Tytuł projektu",
    "Część wspólna",
    "12.05.2025 r.",
    "1.250 zł",
    "2025 r. – rok wolontariatu",
    "–",
    "-5 stopni",
    "Rada (nr 5) opiniuje.",
]


@pytest.mark.parametrize(("text", "kind", "number", "shown", "rest"), FOUND)
def test_labels(text: str, kind: UnitKind, number: str, shown: str, rest: str) -> None:
    label = read_label(text)

    assert label is not None
    assert (label.kind, label.number, label.shown, label.rest) == (kind, number, shown, rest)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_look_alikes(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Art. 1. 1. Tekst", ["Art. 1.", "1."]),
        ("§ 1. 1) tekst", ["§ 1.", "1)"]),
        ("Art. 8. [Właściwość] § 1. 1) a) tekst", ["Art. 8.", "§ 1.", "1)", "a)"]),
        ("§ 1. 15. dnia miesiąca", ["§ 1."]),
        ("1. 2) tekst", ["1."]),
    ],
)
def test_several_labels_on_a_line_open_only_with_their_first_number(
    line: str, shown: list[str]
) -> None:
    assert [label.shown for label in labels_of_line(line)] == shown


@pytest.mark.parametrize(
    ("text", "number", "depth"),
    [
        ("1.2. Metoda", "1.2", 2),
        ("2.1.3 Fundusz", "2.1.3", 3),
        ("IV. Budżet", "IV", 1),
        ("B. Cele", "B", 1),
    ],
)
def test_outline_numbers_of_plans(text: str, number: str, depth: int) -> None:
    found = outline_label(text)

    assert found is not None
    assert (found[0].number, found[1]) == (number, depth)


def test_what_is_no_outline_number() -> None:
    texts = ["1. Cele", "1.2.2025 r.", "1.5 mln", "I", "A", "ok. 3"]

    assert [text for text in texts if outline_label(text)] == ["1.5 mln"]
