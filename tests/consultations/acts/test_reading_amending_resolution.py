"""Amending provisions quote units of another act; the quotation keeps its own structure."""

from __future__ import annotations

from .outline import outline, reading
from .typesetting import typeset
from .word import WordFile

TEXT = """UCHWAŁA NR VII/82/2025
SEJMIKU WOJEWÓDZTWA OPOLSKIEGO
z dnia 29 kwietnia 2025 r.
zmieniająca uchwałę w sprawie trybu powoływania Rady Działalności Pożytku Publicznego
Na podstawie art. 41e ustawy o działalności pożytku publicznego uchwala się, co następuje:
§ 1. W uchwale nr XX/300/2020 Sejmiku Województwa Opolskiego wprowadza się następujące zmiany:
1) w § 2 wyrazy „Departament Zdrowia” zastępuje się wyrazami „Departament Współpracy”;
2) § 5 otrzymuje brzmienie:
„§ 5. 1. Kandydatów zgłaszają organizacje zwane dalej „zgłaszającymi”.
2. Zgłoszenie zawiera:
1) imię i nazwisko kandydata;
2) zgodę kandydata na:
a) kandydowanie,
b) przetwarzanie danych.”;
3) w § 6:
a) ust. 2 otrzymuje brzmienie:
„2. Głosowanie jest tajne.”,
b) po ust. 3 dodaje się ust. 3a i 3b w brzmieniu:
„3a. Głosowanie trwa 7 dni.
3b. Głos oddaje się na karcie.”,
c) uchyla się ust. 4;
4) w § 7 pkt 2 otrzymuje brzmienie: „2) przedstawiciele jednostek samorządu;”.
§ 2. Wykonanie uchwały powierza się Zarządowi Województwa.
§ 3. Uchwała wchodzi w życie z dniem podjęcia."""

EXPECTED = """
par_1 § 1. W uchwale nr XX/300/2020 Sejmiku Województwa Opolskiego wprowadza się następujące zmiany:
  par_1__pkt_1 1) w § 2 wyrazy „Departament Zdrowia” zastępuje się wyrazami „Departament \
Współpracy”;
  par_1__pkt_2 2) § 5 otrzymuje brzmienie:
    par_1__pkt_2__cyt_1 „
      par_1__pkt_2__cyt_1__par_5 § 5.
        par_1__pkt_2__cyt_1__par_5__ust_1 1. Kandydatów zgłaszają organizacje zwane dalej \
„zgłaszającymi”.
        par_1__pkt_2__cyt_1__par_5__ust_2 2. Zgłoszenie zawiera:
          par_1__pkt_2__cyt_1__par_5__ust_2__pkt_1 1) imię i nazwisko kandydata;
          par_1__pkt_2__cyt_1__par_5__ust_2__pkt_2 2) zgodę kandydata na:
            par_1__pkt_2__cyt_1__par_5__ust_2__pkt_2__lit_a a) kandydowanie,
            par_1__pkt_2__cyt_1__par_5__ust_2__pkt_2__lit_b b) przetwarzanie danych.”;
  par_1__pkt_3 3) w § 6:
    par_1__pkt_3__lit_a a) ust. 2 otrzymuje brzmienie:
      par_1__pkt_3__lit_a__cyt_1 „
        par_1__pkt_3__lit_a__cyt_1__ust_2 2. Głosowanie jest tajne.”,
    par_1__pkt_3__lit_b b) po ust. 3 dodaje się ust. 3a i 3b w brzmieniu:
      par_1__pkt_3__lit_b__cyt_1 „
        par_1__pkt_3__lit_b__cyt_1__ust_3a 3a. Głosowanie trwa 7 dni.
        par_1__pkt_3__lit_b__cyt_1__ust_3b 3b. Głos oddaje się na karcie.”,
    par_1__pkt_3__lit_c c) uchyla się ust. 4;
  par_1__pkt_4 4) w § 7 pkt 2 otrzymuje brzmienie:
    par_1__pkt_4__cyt_1 „
      par_1__pkt_4__cyt_1__pkt_2 2) przedstawiciele jednostek samorządu;”.
par_2 § 2. Wykonanie uchwały powierza się Zarządowi Województwa.
par_3 § 3. Uchwała wchodzi w życie z dniem podjęcia.
"""


def test_plain_text() -> None:
    document = reading(TEXT.encode(), "zmiana.txt")

    assert outline(document) == EXPECTED.strip()


def test_word_file() -> None:
    word = WordFile()
    word.lines(*TEXT.splitlines())

    assert outline(reading(word.save(), "zmiana.docx")) == EXPECTED.strip()


def test_pdf_with_lines_of_any_length() -> None:
    document = reading(typeset(TEXT.splitlines()), "zmiana.pdf")

    assert outline(document) == EXPECTED.strip()


def test_other_quotation_marks_close_as_well() -> None:
    for opening, closing in (('"', '"'), ("»", "«"), ("„", "“"), ("”", "”"), (",,", "''")):
        text = TEXT.replace("„§", f"{opening}§").replace("danych.”;", f"danych.{closing};")
        text = text.replace("zwane dalej „zgłaszającymi”.", "zwane dalej zgłaszającymi.")

        document = reading(text.encode(), "zmiana.txt")

        quoted = next(unit for unit in document.walk() if unit.kind.value == "quoted")
        assert (quoted.label, quoted.children[0].eid) == (
            opening,
            "par_1__pkt_2__cyt_1__par_5",
        )
        after = [unit.eid for unit in document.units]
        assert after == ["par_1", "par_2", "par_3"]


def test_a_quotation_that_never_closes_swallows_nothing_more_than_itself() -> None:
    text = TEXT.replace("danych.”;", "danych.;")

    document = reading(text.encode(), "zmiana.txt")

    assert [unit.eid for unit in document.units] == ["par_1", "par_2", "par_3"]
