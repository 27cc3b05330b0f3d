"""Annexes and justifications: where they begin, and what only mentions them."""

from __future__ import annotations

from .outline import outline, reading
from .word import WordFile


def tree(*lines: str) -> str:
    """The outline of paragraphs."""
    word = WordFile()
    word.lines(*lines)
    return outline(reading(word.save(), "x.docx"))


def test_a_header_over_several_lines_and_a_title() -> None:
    assert tree(
        "UCHWAŁA NR 1",
        "§ 1. Przyjmuje się regulamin.",
        "Załącznik",
        "do uchwały nr 1",
        "Rady Gminy Dobrzeń Wielki",
        "z dnia 5 maja 2025 r.",
        "REGULAMIN KONSULTACJI",
        "§ 1. Tekst regulaminu.",
    ) == (
        "par_1 § 1. Przyjmuje się regulamin.\n"
        "zal Załącznik <REGULAMIN KONSULTACJI> do uchwały nr 1 Rady Gminy Dobrzeń Wielki "
        "z dnia 5 maja 2025 r.\n"
        "  zal__par_1 § 1. Tekst regulaminu."
    )


def test_a_sentence_about_an_annex_opens_none() -> None:
    assert tree(
        "UCHWAŁA NR 1",
        "§ 1. W uchwale nr 5 wprowadza się zmiany:",
        "1) załącznik nr 1 otrzymuje brzmienie określone w załączniku do niniejszej uchwały;",
        "2) Załącznik nr 2 uchyla się.",
        "Załącznik nr 3 stanowi integralną część uchwały.",
    ) == (
        "par_1 § 1. W uchwale nr 5 wprowadza się zmiany:\n"
        "  par_1__pkt_1 1) załącznik nr 1 otrzymuje brzmienie określone w załączniku do niniejszej "
        "uchwały;\n"
        "  par_1__pkt_2 2) Załącznik nr 2 uchyla się.\n"
        "  par_1__tekst_1 Załącznik nr 3 stanowi integralną część uchwały."
    )


def test_a_list_of_annexes_opens_none() -> None:
    assert tree(
        "UCHWAŁA NR 1",
        "§ 1. Uchwała ma załączniki:",
        "Załącznik nr 1 – Formularz",
        "Załącznik nr 2 – Regulamin",
        "Załącznik nr 1",
        "Treść formularza.",
        "Załącznik nr 2",
        "Treść regulaminu.",
    ) == (
        "par_1 § 1. Uchwała ma załączniki:\n"
        "  par_1__tekst_1 Załącznik nr 1 – Formularz\n"
        "  par_1__tekst_2 Załącznik nr 2 – Regulamin\n"
        "zal_1 Załącznik nr 1\n"
        "  zal_1__tekst_1 Treść formularza.\n"
        "zal_2 Załącznik nr 2\n"
        "  zal_2__tekst_1 Treść regulaminu."
    )


def test_an_annex_in_a_file_of_its_own_is_the_document() -> None:
    word = WordFile()
    word.lines("Załącznik do uchwały nr 7/2025", "Zarządu Powiatu Nyskiego")
    word.heading("REGULAMIN KONKURSU")
    word.lines("§ 1. Konkurs jest otwarty.", "§ 2. Oceny dokonuje komisja.")

    document = reading(word.save(), "x.docx")

    assert document.title == "REGULAMIN KONKURSU"
    assert document.preface == "Załącznik do uchwały nr 7/2025\nZarządu Powiatu Nyskiego"
    assert outline(document) == (
        "par_1 § 1. Konkurs jest otwarty.\npar_2 § 2. Oceny dokonuje komisja."
    )


def test_an_act_that_follows_an_announcement_without_a_header_is_its_annex() -> None:
    assert tree(
        "OBWIESZCZENIE WÓJTA GMINY",
        "1. Ogłasza się jednolity tekst uchwały.",
        "UCHWAŁA NR 3",
        "RADY GMINY",
        "§ 1. Tekst.",
    ) == (
        "ust_1 1. Ogłasza się jednolity tekst uchwały.\n"
        "zal <UCHWAŁA NR 3 RADY GMINY>\n"
        "  zal__par_1 § 1. Tekst."
    )


def test_a_justification_is_plain_paragraphs_under_its_headings() -> None:
    word = WordFile()
    word.lines("UCHWAŁA NR 1", "§ 1. Tekst.", "U Z A S A D N I E N I E", "Powód:", "§ 1 zmienia")
    word.paragraph("Skutki finansowe", bold=True)
    word.lines("1. Brak skutków.", "2) Żadnych.")

    assert outline(reading(word.save(), "x.docx")) == (
        "par_1 § 1. Tekst.\n"
        "uzas <U Z A S A D N I E N I E>\n"
        "  uzas__tekst_1 Powód:\n"
        "  uzas__tekst_2 § 1 zmienia\n"
        "  uzas__nagl_1 <Skutki finansowe>\n"
        "  uzas__tekst_3 1. Brak skutków.\n"
        "  uzas__tekst_4 2) Żadnych."
    )


def test_a_field_of_a_form_is_no_justification() -> None:
    assert tree(
        "UCHWAŁA NR 1",
        "§ 1. Ustala się wzór formularza.",
        "Załącznik nr 1 do uchwały nr 1",
        "FORMULARZ",
        "Treść uwagi: …………………",
        "Uzasadnienie:",
        "…………………",
    ) == (
        "par_1 § 1. Ustala się wzór formularza.\n"
        "zal_1 Załącznik nr 1 <FORMULARZ> do uchwały nr 1\n"
        "  zal_1__tekst_1 Treść uwagi: …………………\n"
        "  zal_1__tekst_2 Uzasadnienie:\n"
        "  zal_1__tekst_3 …………………"
    )


def test_signatures_stand_outside_the_last_unit() -> None:
    assert tree(
        "UCHWAŁA NR 1",
        "§ 1. Tekst.",
        "§ 2. Uchwała wchodzi w życie z dniem podjęcia.",
        "Wiceprzewodniczący Rady",
        "Jan Przykładowy",
        "UZASADNIENIE",
        "Bo tak trzeba.",
    ) == (
        "par_1 § 1. Tekst.\n"
        "par_2 § 2. Uchwała wchodzi w życie z dniem podjęcia.\n"
        "tekst_1 Wiceprzewodniczący Rady\n"
        "tekst_2 Jan Przykładowy\n"
        "uzas <UZASADNIENIE>\n"
        "  uzas__tekst_1 Bo tak trzeba."
    )


def test_an_office_in_a_sentence_is_no_signature() -> None:
    assert tree(
        "UCHWAŁA NR 1",
        "§ 1. 1. Pracami kieruje przewodniczący.",
        "Przewodniczący zwołuje posiedzenia.",
        "§ 2. Dalej.",
    ) == (
        "par_1 § 1.\n"
        "  par_1__ust_1 1. Pracami kieruje przewodniczący.\n"
        "    par_1__ust_1__tekst_1 Przewodniczący zwołuje posiedzenia.\n"
        "par_2 § 2. Dalej."
    )
