"""Whole documents, each hitting structures of its own, against trees read by a person."""

from __future__ import annotations

import pytest

from .outline import DOCUMENTS, description, expected, outline, reading
from .typesetting import typeset
from .word import WordFile

NAMES = [
    # a code: books, titles, divisions, § under art., letters, superscripts, repealed, tirets
    "kodeks-wspolpracy.txt",
    # an order set by hand: "§ 1" without a dot, centred, common parts with and without a dash
    "zarzadzenie-z-czesciami-wspolnymi.txt",
    # an announcement with a consolidated text, footnotes typed by hand, a list made by HTML
    "obwieszczenie-tekst-jednolity.html",
    # a plan: Roman headings with paragraphs, then with numbered headings
    "program-wspolpracy.txt",
    # a plan: outline numbers three deep, dashes
    "zalozenia-strategii.txt",
    # look like acts and are not
    "umowa-o-realizacje-zadania.txt",
    "artykul-prasowy.html",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_tree_is_as_a_person_read_it(name: str) -> None:
    document = reading((DOCUMENTS / name).read_bytes(), name)

    assert description(document) == expected(name)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1250", "iso-8859-2"])
def test_the_encoding_of_a_text_makes_no_difference(encoding: str) -> None:
    text = (DOCUMENTS / "kodeks-wspolpracy.txt").read_text(encoding="utf-8")
    text = text.replace("¹", "a").replace("–", "-")

    document = reading(text.encode(encoding), "kodeks.txt")

    assert outline(document) == outline(reading(text.encode(), "kodeks.txt"))


@pytest.mark.parametrize("name", ["kodeks-wspolpracy.txt", "zalozenia-strategii.txt"])
def test_the_same_tree_comes_from_word_and_pdf(name: str) -> None:
    lines = (DOCUMENTS / name).read_text(encoding="utf-8").splitlines()
    word = WordFile()
    word.lines(*lines)

    from_word = reading(word.save(), "x.docx")
    from_pdf = reading(typeset(lines), "x.pdf")

    whole = expected(name).split("\n\n", 1)[1]
    assert outline(from_word) == whole
    assert outline(from_pdf) == whole
