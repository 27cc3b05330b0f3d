"""PDF: lines from the places of characters, tables from their ruling, small print from its size."""

from __future__ import annotations

from consultations.acts.readers import pdf
from consultations.acts.tree import Notice

from .outline import DOCUMENTS, description, expected, outline, reading
from .typesetting import typeset

LONG = (
    "Konsultacje prowadzi się w sposób zapewniający organizacjom pozarządowym działającym w "
    "Kędzierzynie-Koźlu, w tym organizacjom społeczno-gospodarczym i polsko-niemieckim, możliwość "
    "wypowiedzenia się o każdej jednostce redakcyjnej projektu w latach 2025-2027."
)


def test_a_page_printed_by_a_browser() -> None:
    name = "uchwala-konkurs-ofert.pdf"

    document = reading((DOCUMENTS / name).read_bytes(), name)

    assert description(document) == expected(name)


def test_no_word_stays_broken_at_any_width() -> None:
    for size in range(9, 19):
        document = reading(typeset([f"§ 1. {LONG}", "§ 2. Koniec."], size=size), "x.pdf")

        assert outline(document) == f"par_1 § 1. {LONG}\npar_2 § 2. Koniec."


def test_a_table_is_read_by_its_cells_and_goes_on_over_a_page_break() -> None:
    cells = ", ".join(f"[{n}.], [Zadanie numer {n}], [{n} 000 zł]" for n in range(60))
    lines = [
        "§ 1. Kwoty określa tabela:",
        f"#table(columns: 3, [Lp.], [Zadanie], [Kwota], {cells})",
    ]

    document = reading(typeset([*lines, "§ 2. Koniec."]), "x.pdf")

    section, last = document.units
    (table,) = section.children
    assert (section.text, last.text) == ("Kwoty określa tabela:", "Koniec.")
    assert table.rows == [
        ["Lp.", "Zadanie", "Kwota"],
        *([f"{number}.", f"Zadanie numer {number}", f"{number} 000 zł"] for number in range(60)),
    ]


def test_a_cell_merged_over_columns_counts_once() -> None:
    table = "#table(columns: 3, table.cell(colspan: 3)[Koszty], [a], [b], [c])"

    document = reading(typeset(["§ 1. Tabela:", table]), "x.pdf")

    assert document.units[0].children[0].rows == [["Koszty"], ["a", "b", "c"]]


def test_a_frame_without_columns_is_no_table() -> None:
    document = reading(typeset(["#rect[§ 1. Tekst w ramce.]", "§ 2. Koniec."]), "x.pdf")

    assert outline(document) == "par_1 § 1. Tekst w ramce.\npar_2 § 2. Koniec."


def test_footnotes_leave_the_text_and_hang_on_their_unit() -> None:
    note = "#[§ 1. Program przyjmuje Sejmik#footnote[Zgodnie z ustawą.], a opiniuje Rada.]"

    document = reading(typeset([note, "§ 2. Koniec."]), "x.pdf")

    assert outline(document) == (
        "par_1 § 1. Program przyjmuje Sejmik¹, a opiniuje Rada.\n"
        "  par_1__przyp_1 1) Zgodnie z ustawą.\n"
        "par_2 § 2. Koniec."
    )


def test_a_raised_digit_makes_another_article() -> None:
    lines = [f"#[Art. 2{mark}. Tekst artykułu.]" for mark in ("", "#super[1]", "#super[12]")]

    document = reading(typeset(["Art. 1. Tekst.", *lines, "Art. 3. Koniec."]), "x.pdf")

    assert [unit.eid for unit in document.units] == [
        "art_1",
        "art_2",
        "art_2-1",
        "art_2-12",
        "art_3",
    ]


def test_running_headers_and_page_numbers_are_left_out() -> None:
    lines = [f"§ {number}. {LONG}" for number in range(1, 31)]

    document = reading(typeset(lines, header="Dziennik Urzędowy – Poz. 12"), "x.pdf")

    assert [unit.text for unit in document.units] == [LONG] * 30
    assert [notice.code for notice in document.notices] == ["running_lines_removed"]


def test_what_two_pages_share_is_not_taken_for_a_running_header() -> None:
    lines = [LONG, "#pagebreak()", "Formularz.", "#pagebreak()", "Formularz."]

    blocks = pdf.read(typeset(lines)).blocks

    assert [block.text for block in blocks] == [LONG, "Formularz.", "Formularz."]


def test_a_picture_is_announced() -> None:
    pixel = (
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image "
        "width='9' height='9' href='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAf"
        'FcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\'/></svg>"), format: "svg")'
    )

    document = reading(typeset(["§ 1. Ustala się następujący wzór znaku:", pixel]), "x.pdf")

    assert document.notices == [Notice("pictures", "1")]
