"""ODT: lists numbered by their styles, notes, tracked changes, frames and tables."""

from __future__ import annotations

import pytest

from consultations.acts.tree import Notice, UnreadableDocument

from .opendocument import items, opendocument, paragraph
from .outline import description, expected, reading

BODY = "".join(
    (
        """<text:tracked-changes><text:changed-region><text:deletion><text:p>Zdanie usunięte
        z projektu.</text:p></text:deletion></text:changed-region></text:tracked-changes>""",
        paragraph("UCHWAŁA NR 5/2025", "P1"),
        paragraph("ZARZĄDU POWIATU BRZESKIEGO", "P1"),
        paragraph("z dnia 14 stycznia 2025 r.", "Centred"),
        paragraph("w sprawie otwartego konkursu ofert", "P1"),
        paragraph("Na podstawie art. 11 ustawy o pożytku uchwala się, co następuje:"),
        items(
            (1, "Ogłasza się konkurs na zadania z zakresu:"),
            (3, "kultury;"),
            (3, "sportu, w tym:"),
            (4, "zajęć dla dzieci,"),
            (4, "zawodów:"),
            (5, "biegowych,"),
            (5, "pływackich;"),
            (3, "turystyki."),
        ),
        paragraph("Postanowienia końcowe", "P1"),
        """<text:list text:style-name="Act" text:continue-numbering="true"><text:list-item>
        <text:p>Zasady określa art. 2<text:span text:style-name="T1">1</text:span> ustawy<!--
        --><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
        <text:note-body><text:p>Zmieniona w 2024 r.</text:p></text:note-body></text:note>.</text:p>
        <text:p>Do konkursu stosuje się ogłoszenie.<office:annotation><text:p>Sprawdzić!</text:p>
        </office:annotation></text:p></text:list-item>
        <text:list-item text:start-value="5"><text:p>Uchwała wchodzi w życie z dniem
        podjęcia.</text:p></text:list-item></text:list>""",
        """<text:p>Starosta Brzeski<draw:frame><draw:text-box><text:p>w z. Wicestarosta</text:p>
        </draw:text-box></draw:frame></text:p>""",
        paragraph("Załącznik nr 1 do uchwały nr 5/2025"),
        """<table:table><table:table-row><table:table-cell><text:p>Zadanie</text:p>
        </table:table-cell><table:table-cell><text:p>Kwota</text:p></table:table-cell>
        </table:table-row><table:table-row><table:table-cell><text:p>kultura</text:p>
        </table:table-cell><table:table-cell><text:p>10 000 zł</text:p></table:table-cell>
        </table:table-row></table:table>""",
    )
)


def test_the_whole_tree() -> None:
    document = reading(opendocument(BODY), "uchwała.odt")

    assert description(document) == expected("uchwala-zarzadu-powiatu.odt")


def test_a_new_list_starts_again_and_a_continued_one_goes_on() -> None:
    first = items((1, "Pierwszy."), list_attributes='xml:id="a"')
    again = items((1, "Znów pierwszy."))
    on = items((1, "Drugi."), list_attributes='text:continue-list="a"')

    document = reading(opendocument(first + again + on), "x.odt")

    assert [unit.label for unit in document.units] == ["§ 1.", "§ 1.", "§ 2."]


def test_a_table_of_contents_is_left_out_and_announced() -> None:
    contents = f"<text:table-of-content>{paragraph('Rozdział 1 ..... 3')}</text:table-of-content>"

    document = reading(opendocument(contents + items((1, "Tekst."))), "x.odt")

    assert [unit.text for unit in document.units] == ["Tekst."]
    assert document.notices == [Notice("table_of_contents")]


def test_a_protected_file_says_so() -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        reading(opendocument(BODY, encrypted=True), "x.odt")

    assert refusal.value.code == "password_protected"
