"""Common parts after lists, against tirets, against further paragraphs."""

from __future__ import annotations

import pytest

from .outline import outline, reading
from .word import WordFile

CASES = {
    "a dash after an item without punctuation closes its list": (
        ["§ 1. Dotację dzieli się między:", "1) gminy", "2) powiaty", "– po połowie."],
        """par_1 § 1. Dotację dzieli się między:
  par_1__pkt_1 1) gminy
  par_1__pkt_2 2) powiaty
  par_1__wsp_1 – po połowie.""",
    ),
    "a dash after a colon opens a tiret": (
        ["§ 1. Koszty:", "1) osobowe:", "– płace,", "– składki;", "2) inne."],
        """par_1 § 1. Koszty:
  par_1__pkt_1 1) osobowe:
    par_1__pkt_1__tir_1 – płace,
    par_1__pkt_1__tir_2 – składki;
  par_1__pkt_2 2) inne.""",
    ),
    "a list that goes on is not the one that was closed": (
        ["§ 1. Podmioty:", "1) gminy:", "a) miejskie,", "b) wiejskie", "– do 20 000 mieszkańców;",
         "2) powiaty."],
        """par_1 § 1. Podmioty:
  par_1__pkt_1 1) gminy:
    par_1__pkt_1__lit_a a) miejskie,
    par_1__pkt_1__lit_b b) wiejskie
    par_1__pkt_1__wsp_1 – do 20 000 mieszkańców;
  par_1__pkt_2 2) powiaty.""",
    ),
    "two lists closed one after the other": (
        ["§ 1. 1. Wniosek składa:", "1) organizacja:", "a) krajowa,", "b) zagraniczna",
         "– która ma oddział w kraju,", "2) gmina", "– jeżeli spełnia warunki.", "2. Dalej."],
        """par_1 § 1.
  par_1__ust_1 1. Wniosek składa:
    par_1__ust_1__pkt_1 1) organizacja:
      par_1__ust_1__pkt_1__lit_a a) krajowa,
      par_1__ust_1__pkt_1__lit_b b) zagraniczna
      par_1__ust_1__pkt_1__wsp_1 – która ma oddział w kraju,
    par_1__ust_1__pkt_2 2) gmina
    par_1__ust_1__wsp_1 – jeżeli spełnia warunki.
  par_1__ust_2 2. Dalej.""",
    ),
    "words in small letters close a list without a dash": (
        ["§ 1. Urząd odmawia, gdy:", "1) brak podpisu,", "2) minął termin", ", chyba że strona to "
         "usprawiedliwi."],
        """par_1 § 1. Urząd odmawia, gdy:
  par_1__pkt_1 1) brak podpisu,
  par_1__pkt_2 2) minął termin
  par_1__wsp_1 , chyba że strona to usprawiedliwi.""",
    ),
    "a sentence after a list belongs to the unit that has the list": (
        ["§ 1. 1. Rada:", "1) opiniuje;", "2) wnioskuje.", "Rada działa jawnie.", "2. Dalej."],
        """par_1 § 1.
  par_1__ust_1 1. Rada:
    par_1__ust_1__pkt_1 1) opiniuje;
    par_1__ust_1__pkt_2 2) wnioskuje.
    par_1__ust_1__tekst_1 Rada działa jawnie.
  par_1__ust_2 2. Dalej.""",
    ),
    "a tiret list is closed by its common part": (
        ["§ 1. Środki:", "1) własne:", "– gminy,", "– powiatu", "– jeżeli są w budżecie;",
         "2) obce."],
        """par_1 § 1. Środki:
  par_1__pkt_1 1) własne:
    par_1__pkt_1__tir_1 – gminy,
    par_1__pkt_1__tir_2 – powiatu
    par_1__pkt_1__wsp_1 – jeżeli są w budżecie;
  par_1__pkt_2 2) obce.""",
    ),
    "points under a letter when the letter opens them": (
        ["§ 1. Zakres:", "a) zadania:", "1) stałe,", "2) doraźne;", "b) środki."],
        """par_1 § 1. Zakres:
  par_1__lit_a a) zadania:
    par_1__lit_a__pkt_1 1) stałe,
    par_1__lit_a__pkt_2 2) doraźne;
  par_1__lit_b b) środki.""",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_in_paragraphs(name: str) -> None:
    lines, tree = CASES[name]
    word = WordFile()
    word.lines("UCHWAŁA NR 1", *lines)

    assert outline(reading(word.save(), "x.docx")) == tree


def test_the_indent_of_the_layout_tells_which_list_is_meant() -> None:
    def closed(indent: int) -> str:
        word = WordFile()
        for text, left in (
            ("§ 1. Podmioty:", 0), ("1) gminy:", 20), ("a) miejskie,", 40), ("b) wiejskie", 40),
            ("– do których skierowano zaproszenie.", indent),
        ):  # fmt: skip
            word.paragraph(text, indent=left)
        last = list(reading(word.save(), "x.docx").walk())[-1]
        return last.eid

    assert closed(20) == "par_1__pkt_1__wsp_1"
    assert closed(0) == "par_1__wsp_1"
