"""Plain text: lines to paragraphs, running lines left out, labels told from chance."""

from __future__ import annotations

import textwrap

import pytest

from consultations.acts.tree import Notice

from .outline import outline, reading


def tree(text: str) -> str:
    """The outline of a text."""
    return outline(reading(textwrap.dedent(text).strip().encode(), "x.txt"))


def test_a_number_at_a_line_start_is_a_label_only_where_one_is_due() -> None:
    assert tree(
        """
        § 1. 1. Do wniosku stosuje się przepisy art.
        5. ustawy oraz przepisy o dostępie do informacji, a ponadto ust.
        2. niniejszego paragrafu.
        2. Termin liczy się od dnia 12 maja
        2025. Nie przedłuża się go.
        """
    ) == (
        "par_1 § 1.\n"
        "  par_1__ust_1 1. Do wniosku stosuje się przepisy art. 5. ustawy oraz przepisy o dostępie "
        "do informacji, a ponadto ust. 2. niniejszego paragrafu.\n"
        "  par_1__ust_2 2. Termin liczy się od dnia 12 maja 2025. Nie przedłuża się go."
    )


def test_a_section_sign_at_a_line_start_may_be_a_reference() -> None:
    assert tree(
        """
        § 1. Wniosek, o którym mowa w
        § 5. składa się na portalu w terminie określonym w
        § 2 ust. 1 regulaminu.
        § 2. Dalej.
        """
    ) == (
        "par_1 § 1. Wniosek, o którym mowa w § 5. składa się na portalu w terminie określonym w "
        "§ 2 ust. 1 regulaminu.\n"
        "par_2 § 2. Dalej."
    )


def test_a_dash_at_a_line_start_may_be_the_middle_of_a_sentence() -> None:
    assert tree(
        """
        § 1. Konsultacje, które prowadzi się w całym województwie opolskim
        – także w powiatach – są jawne, a ich wyniki ogłasza się na portalu.
        § 2. Dalej.
        """
    ) == (
        "par_1 § 1. Konsultacje, które prowadzi się w całym województwie opolskim – także w "
        "powiatach – są jawne, a ich wyniki ogłasza się na portalu.\n"
        "par_2 § 2. Dalej."
    )


def test_gaps_in_numbering_are_accepted_after_a_full_sentence() -> None:
    assert tree(
        """
        § 1. 1. Pierwszy.
        4. Czwarty, gdyż poprzednie uchylono.
        § 7. Siódmy.
        """
    ) == (
        "par_1 § 1.\n"
        "  par_1__ust_1 1. Pierwszy.\n"
        "  par_1__ust_4 4. Czwarty, gdyż poprzednie uchylono.\n"
        "par_7 § 7. Siódmy."
    )


def test_blank_lines_separate_paragraphs_but_not_within_a_sentence() -> None:
    assert tree(
        """
        § 1. Rada opiniuje projekt uchwały, którą

        przedkłada Zarząd.

        Opinia jest jawna.
        """
    ) == (
        "par_1 § 1. Rada opiniuje projekt uchwały, którą przedkłada Zarząd.\n"
        "  par_1__tekst_1 Opinia jest jawna."
    )


@pytest.mark.parametrize(
    "running",
    [
        "©Kancelaria Sejmu\n2009-11-16",
        "Dziennik Urzędowy Województwa Opolskiego – 2 – Poz. 1234",
        "Strona 2 z 5",
        "s. 2/5",
        "- 2 -",
        "Id: 7C2F4A10-93D1-4B8E-A6F0-55D0C3B7E912. Projekt Strona 2",
        "O\ns\nr\n2\np",
    ],
)
def test_running_lines_leave_the_text(running: str) -> None:
    text = f"§ 1. Rada opiniuje projekt, który przed-\n{running}\nkłada Zarząd.\n§ 2. Dalej."

    document = reading(text.encode(), "x.txt")

    assert outline(document) == (
        "par_1 § 1. Rada opiniuje projekt, który przedkłada Zarząd.\npar_2 § 2. Dalej."
    )
    count = len(running.splitlines())
    assert document.notices == [Notice("running_lines_removed", str(count))]


def test_pages_between_form_feeds_lose_what_they_share() -> None:
    pages = [f"Projekt nr 7\n§ {n}. Tekst paragrafu.\nDruk 12 – {n}" for n in range(1, 6)]

    document = reading("\f".join(pages).encode(), "x.txt")

    assert [unit.text for unit in document.units] == ["Tekst paragrafu."] * 5


def test_dates_and_numbers_inside_the_text_are_no_running_lines() -> None:
    assert (
        tree(
            """
        § 1. Wykaz:
        1) 2009-11-16
        2) 14
        """
        )
        == "par_1 § 1. Wykaz:\n  par_1__pkt_1 1) 2009-11-16\n  par_1__pkt_2 2) 14"
    )


def test_headings_in_capitals_over_two_lines_are_one() -> None:
    assert tree(
        """
        Rozdział 1
        PRZEPISY PRZEJŚCIOWE
        I KOŃCOWE
        § 1. Tekst.
        WSPÓŁPRACA
        § 2. Tekst.
        """
    ) == (
        "rozdz_1 Rozdział 1 <PRZEPISY PRZEJŚCIOWE I KOŃCOWE>\n"
        "  par_1 § 1. Tekst.\n"
        "  rozdz_1__nagl_1 <WSPÓŁPRACA>\n"
        "    par_2 § 2. Tekst."
    )
