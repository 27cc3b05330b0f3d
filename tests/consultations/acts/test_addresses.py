"""Addresses of units by the Akoma Ntoso naming convention."""

from __future__ import annotations

from consultations.acts.addresses import assign_eids, number_slug
from consultations.acts.tree import Unit, UnitKind


def addressed(*units: Unit) -> list[str]:
    """The addresses of the units and all below."""
    assign_eids(units)
    return [unit.eid for top in units for unit in top.walk()]


def unit(kind: UnitKind, number: str = "", *children: Unit) -> Unit:
    """A unit with what is inside it."""
    return Unit(kind, number, children=list(children))


def test_numbers_in_addresses() -> None:
    numbers = ["5", "13a", "2¹", "2¹a", "3–5", "IV", "PIERWSZA", "ósma", "1.2"]

    assert [number_slug(number) for number in numbers] == [
        "5", "13a", "2-1", "2-1a", "3-5", "IV", "pierwsza", "osma", "1-2",
    ]  # fmt: skip


def test_articles_leave_out_the_chapters_above_them() -> None:
    point = unit(UnitKind.POINT, "1", unit(UnitKind.LETTER, "a", unit(UnitKind.INDENT)))
    article = unit(UnitKind.ARTICLE, "5", unit(UnitKind.PARAGRAPH, "2", point))
    chapter = unit(UnitKind.CHAPTER, "1", article)

    assert addressed(unit(UnitKind.DIVISION, "I", chapter)) == [
        "dzial_I",
        "dzial_I__rozdz_1",
        "art_5",
        "art_5__ust_2",
        "art_5__ust_2__pkt_1",
        "art_5__ust_2__pkt_1__lit_a",
        "art_5__ust_2__pkt_1__lit_a__tir_1",
    ]


def test_sections_that_start_anew_in_each_chapter_keep_their_chapter() -> None:
    chapters = [
        unit(UnitKind.CHAPTER, number, unit(UnitKind.SECTION, "1"), unit(UnitKind.SECTION, last))
        for number, last in (("1", "2"), ("2", "3"))
    ]

    assert addressed(*chapters) == [
        "rozdz_1", "rozdz_1__par_1", "par_2", "rozdz_2", "rozdz_2__par_1", "par_3",
    ]  # fmt: skip


def test_a_section_under_an_article_belongs_to_it() -> None:
    article = unit(UnitKind.ARTICLE, "1", unit(UnitKind.SECTION, "1"))

    assert addressed(article) == ["art_1", "art_1__par_1"]


def test_annexes_and_quotations_are_worlds_of_their_own() -> None:
    quoted = unit(UnitKind.QUOTED, "", unit(UnitKind.SECTION, "5"))
    section = unit(UnitKind.SECTION, "1", unit(UnitKind.POINT, "1", quoted))
    annex = unit(UnitKind.ANNEX, "2", unit(UnitKind.CHAPTER, "1", unit(UnitKind.SECTION, "1")))

    assert addressed(section, annex, unit(UnitKind.JUSTIFICATION)) == [
        "par_1",
        "par_1__pkt_1",
        "par_1__pkt_1__cyt_1",
        "par_1__pkt_1__cyt_1__par_5",
        "zal_2",
        "zal_2__rozdz_1",
        "zal_2__par_1",
        "uzas",
    ]


def test_what_has_no_number_is_counted_by_its_kind() -> None:
    section = unit(
        UnitKind.SECTION, "1", unit(UnitKind.TEXT), unit(UnitKind.TABLE), unit(UnitKind.TEXT),
        unit(UnitKind.CLOSING), unit(UnitKind.FOOTNOTE, "3"),
    )  # fmt: skip

    assert addressed(section, unit(UnitKind.TEXT)) == [
        "par_1", "par_1__tekst_1", "par_1__tab_1", "par_1__tekst_2", "par_1__wsp_1",
        "par_1__przyp_3", "tekst_1",
    ]  # fmt: skip


def test_repeated_numbers_get_distinct_addresses() -> None:
    sections = [unit(UnitKind.SECTION, "1", unit(UnitKind.POINT, "1")) for _ in range(3)]

    assert addressed(*sections) == [
        "par_1", "par_1__pkt_1", "par_1-dup2", "par_1-dup2__pkt_1", "par_1-dup3",
        "par_1-dup3__pkt_1",
    ]  # fmt: skip


def test_naming_again_changes_nothing() -> None:
    section = unit(UnitKind.SECTION, "1", unit(UnitKind.POINT, "1"), unit(UnitKind.POINT, "1"))

    assert addressed(section) == addressed(section)
