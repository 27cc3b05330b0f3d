"""A draft resolution as an office writes it: automatic numbers, chapters, annex, justification."""

from __future__ import annotations

from consultations.acts.tree import DocumentKind

from .outline import outline, reading
from .word import WordFile


def resolution() -> bytes:
    """Twelve paragraphs of the consulting standard, numbered by Word."""
    word = WordFile()
    units = word.new_list()
    word.paragraph("Projekt z dnia 3 marca 2025 r.")
    word.heading("UCHWAŁA NR ....../2025")
    word.heading("SEJMIKU WOJEWÓDZTWA OPOLSKIEGO")
    word.paragraph("z dnia 25 marca 2025 r.", centered=True)
    word.heading(
        "w sprawie szczegółowego sposobu konsultowania z radami działalności pożytku publicznego "
        "lub organizacjami pozarządowymi projektów aktów prawa miejscowego"
    )
    word.paragraph(
        "Na podstawie art. 5 ust. 5 ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku "
        "publicznego i o wolontariacie (Dz. U. z 2024 r. poz. 1491) uchwala się, co następuje:"
    )
    word.heading("Rozdział 1")
    word.heading("Przepisy ogólne")
    word.item(units, 0, "Ilekroć w uchwale jest mowa o:")
    word.item(units, 2, "Województwie – należy przez to rozumieć Województwo Opolskie;")
    word.item(units, 2, "organizacjach – należy przez to rozumieć:")
    word.item(units, 3, "organizacje pozarządowe,")
    word.item(units, 3, "podmioty, o których mowa w art. 3 ust. 3 ustawy")
    word.paragraph("– prowadzące działalność na terenie Województwa;")
    word.item(units, 2, "Radzie – należy przez to rozumieć Radę Działalności Pożytku.")
    word.heading("Rozdział 2")
    word.heading("Tryby konsultacji")
    word.item(units, 0, "")
    word.item(units, 1, "Konsultacje prowadzi się w trybie podstawowym albo rozszerzonym.")
    word.item(units, 1, "Tryb rozszerzony stosuje się na wniosek Rady, który zawiera:")
    word.item(units, 2, "wskazanie projektu;")
    word.item(units, 2, "uzasadnienie.")
    word.item(units, 0, "Termin zgłaszania uwag wynosi co najmniej 14 dni.")
    word.heading("Rozdział 3")
    word.heading("Przepisy końcowe")
    word.item(units, 0, "Wykonanie uchwały powierza się Zarządowi Województwa Opolskiego.")
    word.item(units, 0, "Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.")
    word.lines("Przewodniczący Sejmiku", "Województwa Opolskiego")
    word.paragraph("Załącznik nr 1 do uchwały nr ....../2025")
    word.lines("Sejmiku Województwa Opolskiego", "z dnia 25 marca 2025 r.")
    word.heading("FORMULARZ ZGŁASZANIA UWAG")
    word.table(("Lp.", "Jednostka redakcyjna", "Uwaga"), ("1.", "", ""))
    word.paragraph("Załącznik nr 2 do uchwały nr ....../2025")
    word.heading("REGULAMIN SPOTKAŃ KONSULTACYJNYCH")
    rules = word.new_list()
    word.item(rules, 0, "Spotkanie otwiera osoba wyznaczona przez Marszałka.")
    word.item(rules, 0, "")
    word.item(rules, 1, "Ze spotkania sporządza się protokół.")
    word.item(rules, 1, "Do protokołu dołącza się listę obecności.")
    word.heading("UZASADNIENIE")
    word.paragraph("Obowiązek określenia sposobu konsultacji wynika z ustawy.")
    word.paragraph("1. Dotychczasowa uchwała nie przewidywała trybu rozszerzonego.")
    return word.save()


EXPECTED = """
rozdz_1 Rozdział 1 <Przepisy ogólne>
  par_1 § 1. Ilekroć w uchwale jest mowa o:
    par_1__pkt_1 1) Województwie – należy przez to rozumieć Województwo Opolskie;
    par_1__pkt_2 2) organizacjach – należy przez to rozumieć:
      par_1__pkt_2__lit_a a) organizacje pozarządowe,
      par_1__pkt_2__lit_b b) podmioty, o których mowa w art. 3 ust. 3 ustawy
      par_1__pkt_2__wsp_1 – prowadzące działalność na terenie Województwa;
    par_1__pkt_3 3) Radzie – należy przez to rozumieć Radę Działalności Pożytku.
rozdz_2 Rozdział 2 <Tryby konsultacji>
  par_2 § 2.
    par_2__ust_1 1. Konsultacje prowadzi się w trybie podstawowym albo rozszerzonym.
    par_2__ust_2 2. Tryb rozszerzony stosuje się na wniosek Rady, który zawiera:
      par_2__ust_2__pkt_1 1) wskazanie projektu;
      par_2__ust_2__pkt_2 2) uzasadnienie.
  par_3 § 3. Termin zgłaszania uwag wynosi co najmniej 14 dni.
rozdz_3 Rozdział 3 <Przepisy końcowe>
  par_4 § 4. Wykonanie uchwały powierza się Zarządowi Województwa Opolskiego.
  par_5 § 5. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.
tekst_1 Przewodniczący Sejmiku
tekst_2 Województwa Opolskiego
zal_1 Załącznik nr 1 <FORMULARZ ZGŁASZANIA UWAG> do uchwały nr ....../2025 Sejmiku \
Województwa Opolskiego z dnia 25 marca 2025 r.
  zal_1__tab_1 Lp. | Jednostka redakcyjna | Uwaga / 1. |  |
zal_2 Załącznik nr 2 <REGULAMIN SPOTKAŃ KONSULTACYJNYCH> do uchwały nr ....../2025
  zal_2__par_1 § 1. Spotkanie otwiera osoba wyznaczona przez Marszałka.
  zal_2__par_2 § 2.
    zal_2__par_2__ust_1 1. Ze spotkania sporządza się protokół.
    zal_2__par_2__ust_2 2. Do protokołu dołącza się listę obecności.
uzas <UZASADNIENIE>
  uzas__tekst_1 Obowiązek określenia sposobu konsultacji wynika z ustawy.
  uzas__tekst_2 1. Dotychczasowa uchwała nie przewidywała trybu rozszerzonego.
"""


def test_every_unit_has_its_place_number_and_address() -> None:
    document = reading(resolution(), "projekt.docx")

    assert outline(document) == EXPECTED.strip()


def test_title_and_legal_basis_stand_before_the_units() -> None:
    document = reading(resolution(), "projekt.docx")

    assert document.title == (
        "UCHWAŁA NR ....../2025 SEJMIKU WOJEWÓDZTWA OPOLSKIEGO z dnia 25 marca 2025 r. "
        "w sprawie szczegółowego sposobu konsultowania z radami działalności pożytku publicznego "
        "lub organizacjami pozarządowymi projektów aktów prawa miejscowego"
    )
    assert document.preface.splitlines() == [
        "Projekt z dnia 3 marca 2025 r.",
        "Na podstawie art. 5 ust. 5 ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku "
        "publicznego i o wolontariacie (Dz. U. z 2024 r. poz. 1491) uchwala się, co następuje:",
    ]


def test_it_is_recognised_as_a_resolution_with_the_signals_that_say_so() -> None:
    document = reading(resolution(), "projekt.docx")

    assert document.kind is DocumentKind.RESOLUTION
    assert document.confidence > 0.9
    assert document.signals == ["resolution_head", "sections", "legal_basis", "enacting_formula"]
