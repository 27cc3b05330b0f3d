"""The Constitution of 1997, as text taken from the Sejm's PDF and set again as DOCX and PDF."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from consultations.acts.tree import DocumentKind, Notice, ParsedDocument, Unit, UnitKind

from .outline import outline, reading
from .typesetting import typeset
from .word import WordFile

FILE = Path(__file__).parent / "documents" / "constitution-1997-as-of-2009-11-16.txt"


@cache
def constitution() -> ParsedDocument:
    """Read once for all tests; none of them changes it."""
    return reading(FILE.read_bytes(), FILE.name)


def find(eid: str) -> Unit:
    """The unit of that address."""
    return next(unit for unit in constitution().walk() if unit.eid == eid)


def printed(unit: Unit) -> list[str]:
    """The paragraphs of a unit as printed; headings are marked for the typesetter."""
    if unit.kind in (UnitKind.CHAPTER, UnitKind.HEADING):
        own = [f"|{unit.label}"] if unit.label else []
        own.append(f"|{unit.heading}")
    else:
        own = [f"{unit.label} {unit.text}".strip()]
    return own + [line for child in unit.children for line in printed(child)]


def paragraphs() -> list[str]:
    """The whole Constitution as paragraphs."""
    title = ["|KONSTYTUCJA", "|RZECZYPOSPOLITEJ POLSKIEJ", "|z dnia 2 kwietnia 1997 r."]
    return title + [line for unit in constitution().units for line in printed(unit)]


def test_it_has_243_articles_in_13_chapters_and_no_word_is_lost() -> None:
    kinds = Counter(unit.kind for unit in constitution().walk())
    articles = [unit for unit in constitution().walk() if unit.kind is UnitKind.ARTICLE]

    assert kinds[UnitKind.CHAPTER] == 13
    assert [unit.eid for unit in articles] == [f"art_{number}" for number in range(1, 244)]
    assert constitution().missing_words == []
    assert constitution().added_words == []


def test_it_is_a_statute_with_its_title_and_preamble() -> None:
    assert constitution().kind is DocumentKind.STATUTE
    assert constitution().title == "KONSTYTUCJA RZECZYPOSPOLITEJ POLSKIEJ z dnia 2 kwietnia 1997 r."
    first, second = (unit for unit in constitution().units if unit.kind is UnitKind.PREAMBLE)
    assert first.text.startswith("W trosce o byt i przyszłość naszej Ojczyzny, odzyskawszy")
    assert second.text.endswith("za niewzruszoną podstawę Rzeczypospolitej Polskiej.")


def test_every_list_of_paragraphs_and_points_counts_from_one_without_gaps() -> None:
    for unit in constitution().walk():
        for kind in (UnitKind.PARAGRAPH, UnitKind.POINT):
            numbers = [child.number for child in unit.children if child.kind is kind]
            assert numbers == [str(number) for number in range(1, len(numbers) + 1)], unit.eid


def test_headings_in_capitals_divide_chapters() -> None:
    second = find("rozdz_II")

    assert second.heading == "WOLNOŚCI, PRAWA I OBOWIĄZKI CZŁOWIEKA I OBYWATELA"
    assert [child.heading for child in second.children] == [
        "ZASADY OGÓLNE",
        "WOLNOŚCI I PRAWA OSOBISTE",
        "WOLNOŚCI I PRAWA POLITYCZNE",
        "WOLNOŚCI I PRAWA EKONOMICZNE, SOCJALNE I KULTURALNE",
        "ŚRODKI OCHRONY WOLNOŚCI I PRAW",
        "OBOWIĄZKI",
    ]


def test_running_headers_leave_no_trace_and_are_announced() -> None:
    everything = outline(constitution())

    assert "Kancelaria Sejmu" not in everything
    assert "2009-11-16" not in everything
    assert constitution().notices == [Notice("running_lines_removed", "111")]


def test_words_broken_at_line_ends_are_whole_and_compounds_keep_their_hyphen() -> None:
    assert "organizacji społeczno-zawodowych rolników" in find("art_12").text
    assert "gospodarczo" not in find("art_12").text
    assert "w celu niezwłocznego ustalenia legalności" in find("art_41__ust_2").text
    assert "nie zostanie mu doręczone postanowienie sądu" in find("art_41__ust_3").text
    assert "art. 74-76" in find("art_81").text


@pytest.mark.parametrize("columns", [1, 2])
def test_the_same_tree_comes_back_from_pdf(columns: int) -> None:
    header = "©Kancelaria Sejmu"
    size = 11 if columns == 1 else 9

    document = reading(typeset(paragraphs(), header=header, columns=columns, size=size), "k.pdf")

    assert outline(document) == outline(constitution())


def test_the_same_tree_comes_back_from_word() -> None:
    word = WordFile()
    for paragraph in paragraphs():
        if paragraph.startswith("|"):
            word.heading(paragraph[1:])
        else:
            word.paragraph(paragraph)

    assert outline(reading(word.save(), "k.docx")) == outline(constitution())
