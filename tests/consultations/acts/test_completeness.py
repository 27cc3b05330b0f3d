"""What was lost and what was made up, word by word."""

from __future__ import annotations

from consultations.acts.completeness import compare_words
from consultations.acts.source import Source
from consultations.acts.tree import DocumentKind, ParsedDocument, Unit, UnitKind


def compared(raw: str, *units: Unit, removed: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    """(missing, added) for a source text and the units made of it."""
    document = ParsedDocument(DocumentKind.OTHER, "", list(units))
    compare_words(Source([], raw, list(removed)), document)
    return document.missing_words, document.added_words


def text(words: str) -> Unit:
    """A unit of plain text."""
    return Unit(UnitKind.TEXT, text=words)


def test_nothing_is_missing_when_all_words_are_there_in_any_order() -> None:
    assert compared("§ 1. Rada opiniuje projekt.", text("projekt Rada § opiniuje 1")) == ([], [])


def test_missing_and_added_words_are_listed_in_the_order_of_the_text() -> None:
    raw = "Zarząd ogłasza konsultacje, a Rada opiniuje."

    assert compared(raw, text("Zarząd ogłasza nabór, a Rada")) == (
        ["konsultacje", "opiniuje"],
        ["nabór"],
    )


def test_repeated_words_count() -> None:
    assert compared("raz raz raz", text("raz")) == (["raz", "raz"], [])


def test_labels_headings_cells_and_children_hold_words() -> None:
    unit = Unit(
        UnitKind.SECTION, "1", "§ 1.", "Cel", "Tabela:", children=[
            Unit(UnitKind.TABLE, rows=[["a", "b"], ["c", ""]])
        ],
    )  # fmt: skip

    assert compared("§ 1. Cel Tabela: a b c", unit) == ([], [])


def test_broken_words_and_hyphens_are_no_difference() -> None:
    raw = "Kędzierzyn-\nKoźle przewi-\ndywać społeczno-\n-prawny e-mail"

    assert compared(raw, text("Kędzierzyn-Koźle przewidywać społeczno-prawny e-mail")) == ([], [])


def test_a_word_broken_around_a_removed_header_is_whole() -> None:
    raw = "nie zosta-\n©Kancelaria Sejmu\n2009-11-16\nnie doręczone"
    removed = ("©Kancelaria Sejmu", "2009-11-16")

    assert compared(raw, text("nie zostanie doręczone"), removed=removed) == ([], [])


def test_removed_lines_are_forgiven_once_each() -> None:
    assert compared("Projekt\nProjekt\ntekst", text("tekst"), removed=("Projekt",)) == (
        ["Projekt"],
        [],
    )


def test_letters_are_never_lost_in_joining() -> None:
    assert compared("przewi dywać", text("przewidywa")) == (["przewi", "dywać"], ["przewidywa"])


def test_superscripts_are_digits() -> None:
    assert compared("art. 21", text("art. 2¹")) == ([], [])
