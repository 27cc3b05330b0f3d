"""Units keep their identity from one version of a draft to the next."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.acts.matching import Match, MatchStatus, UnitView, match_units
from consultations.acts.tree import UnitKind

KINDS = {
    "rozdz": UnitKind.CHAPTER,
    "art": UnitKind.ARTICLE,
    "par": UnitKind.SECTION,
    "ust": UnitKind.PARAGRAPH,
    "pkt": UnitKind.POINT,
    "lit": UnitKind.LETTER,
    "tab": UnitKind.TABLE,
    "tekst": UnitKind.TEXT,
}

OFFERS = "Ofertę składa się w terminie 21 dni od dnia ogłoszenia otwartego konkursu ofert."
COMMISSION = "Komisja konkursowa ocenia oferty według kryteriów określonych w ogłoszeniu."
COUNCIL = "Rada Działalności Pożytku Publicznego wyraża opinię o projekcie programu współpracy."
EXECUTION = "Wykonanie uchwały powierza się Zarządowi Województwa Opolskiego."
FORCE = "Uchwała wchodzi w życie z dniem podjęcia."
REPORT = "Sprawozdanie z realizacji zadania publicznego zatwierdza właściwy departament."


def act(**texts: str) -> list[UnitView]:
    """Units by address; a unit lies below the longest other address that it begins with."""
    units = []
    for eid, text in texts.items():
        parents = [other for other in texts if eid.startswith(other + "__")]
        step = eid.rpartition("__")[2]
        units.append(
            UnitView(
                key=eid,
                eid=eid,
                kind=KINDS[step.partition("_")[0]],
                label=step.partition("_")[2],
                text=text,
                parent_key=max(parents, key=len) if parents else None,
            )
        )
    return units


def story(matches: Sequence[Match]) -> list[tuple[str | None, str | None, str]]:
    return [
        (match.old.eid if match.old else None, match.new.eid if match.new else None, match.status)
        for match in matches
    ]


def test_same_address_and_similar_text_stay_a_pair() -> None:
    old = act(par_1=OFFERS, par_2=FORCE)
    new = act(par_1=OFFERS.replace("21", "30"), par_2=FORCE)

    first, second = match_units(old, new)

    assert story([first, second]) == [
        ("par_1", "par_1", "changed"),
        ("par_2", "par_2", "unchanged"),
    ]
    assert first.is_text_changed
    assert not second.is_text_changed
    assert 0.8 < first.similarity < 1
    assert second.similarity == 1


def test_an_inserted_section_renumbers_those_behind_it() -> None:
    old = act(par_1=OFFERS, par_2=COMMISSION, par_3=EXECUTION, par_4=FORCE)
    new = act(par_1=OFFERS, par_2=COUNCIL, par_3=COMMISSION, par_4=EXECUTION, par_5=FORCE)

    assert story(match_units(old, new)) == [
        ("par_1", "par_1", "unchanged"),
        (None, "par_2", "added"),
        ("par_2", "par_3", "renumbered"),
        ("par_3", "par_4", "renumbered"),
        ("par_4", "par_5", "renumbered"),
    ]


def test_a_removed_section_is_told_where_it_stood() -> None:
    old = act(par_1=OFFERS, par_2=COUNCIL, par_3=FORCE)
    new = act(par_1=OFFERS, par_2=FORCE)

    assert story(match_units(old, new)) == [
        ("par_1", "par_1", "unchanged"),
        ("par_2", None, "removed"),
        ("par_3", "par_2", "renumbered"),
    ]


def test_a_renumbered_section_that_was_also_amended_is_recognised() -> None:
    old = act(par_1=OFFERS, par_2=COMMISSION)
    new = act(par_1=COUNCIL, par_2=OFFERS.replace("21 dni", "30 dni"), par_3=COMMISSION)

    matches = match_units(old, new)

    assert story(matches) == [
        (None, "par_1", "added"),
        ("par_1", "par_2", "renumbered"),
        ("par_2", "par_3", "renumbered"),
    ]
    assert [match.is_text_changed for match in matches] == [False, True, False]


def test_a_paragraph_moved_to_another_section_is_recognised() -> None:
    old = act(par_1="", par_1__ust_1=OFFERS, par_1__ust_2=REPORT, par_2="", par_2__ust_1=COMMISSION)
    new = act(par_1="", par_1__ust_1=OFFERS, par_2="", par_2__ust_1=COMMISSION, par_2__ust_2=REPORT)

    moved = [match for match in story(match_units(old, new)) if match[2] == "moved"]

    assert moved == [("par_1__ust_2", "par_2__ust_2", "moved")]


def test_sections_stay_where_they_are_when_chapters_are_put_around_them() -> None:
    old = act(par_1=OFFERS, par_2=COMMISSION)
    chapter = UnitView("c", "rozdz_1", UnitKind.CHAPTER, "Rozdział 1", heading="Przepisy ogólne")
    sections = [
        UnitView(unit.key, unit.eid, unit.kind, unit.label, unit.text, parent_key="c")
        for unit in old
    ]

    assert story(match_units(old, [chapter, *sections])) == [
        (None, "rozdz_1", "added"),
        ("par_1", "par_1", "unchanged"),
        ("par_2", "par_2", "unchanged"),
    ]


def test_another_text_at_the_same_address_is_another_unit() -> None:
    old = act(par_1=OFFERS, par_2=EXECUTION)
    new = act(par_1=OFFERS, par_2=COUNCIL)

    assert story(match_units(old, new)) == [
        ("par_1", "par_1", "unchanged"),
        ("par_2", None, "removed"),
        (None, "par_2", "added"),
    ]


def test_short_items_are_told_apart_by_their_place() -> None:
    old = act(
        art_1=OFFERS, art_1__pkt_1="nazwa;", art_1__pkt_2="(uchylony)", art_1__pkt_3="adres;",
        art_2=COMMISSION, art_2__pkt_1="(uchylony)", art_2__pkt_2="adres;",
    )  # fmt: skip
    new = act(
        art_1=COUNCIL,
        art_2=OFFERS, art_2__pkt_1="nazwa;", art_2__pkt_2="(uchylony)", art_2__pkt_3="adres;",
        art_3=COMMISSION, art_3__pkt_1="(uchylony)", art_3__pkt_2="adres;",
    )  # fmt: skip

    assert story(match_units(old, new)) == [
        (None, "art_1", "added"),
        ("art_1", "art_2", "renumbered"),
        ("art_1__pkt_1", "art_2__pkt_1", "renumbered"),
        ("art_1__pkt_2", "art_2__pkt_2", "renumbered"),
        ("art_1__pkt_3", "art_2__pkt_3", "renumbered"),
        ("art_2", "art_3", "renumbered"),
        ("art_2__pkt_1", "art_3__pkt_1", "renumbered"),
        ("art_2__pkt_2", "art_3__pkt_2", "renumbered"),
    ]


def test_inflected_words_do_not_make_another_unit() -> None:
    old = act(par_1="Organizacje pozarządowe składają oferty wspólne Zarządowi Województwa.")
    new = act(
        par_1=FORCE, par_2="Organizacja pozarządowa składa ofertę wspólną Zarządowi Województwa."
    )

    assert ("par_1", "par_2", "renumbered") in story(match_units(old, new))


def test_kinds_are_crossed_only_when_nothing_of_the_kind_fits() -> None:
    old = act(par_1="", par_1__pkt_1=COMMISSION, par_2=COUNCIL)
    new = act(par_1="", par_1__tekst_1=COMMISSION, par_1__pkt_1=COMMISSION, par_2=COUNCIL)

    assert story(match_units(old, new)) == [
        ("par_1", "par_1", "unchanged"),
        (None, "par_1__tekst_1", "added"),
        ("par_1__pkt_1", "par_1__pkt_1", "unchanged"),
        ("par_2", "par_2", "unchanged"),
    ]

    without_point = act(par_1="", par_1__ust_1=COMMISSION, par_2=COUNCIL)
    assert ("par_1__pkt_1", "par_1__ust_1", "renumbered") in story(match_units(old, without_point))


def test_a_table_is_never_taken_for_a_paragraph() -> None:
    old = act(par_1=OFFERS, par_1__tab_1=COMMISSION)
    new = act(par_1=OFFERS, par_1__ust_1=COMMISSION)

    statuses = {match.status for match in match_units(old, new)}

    assert statuses == {MatchStatus.UNCHANGED, MatchStatus.ADDED, MatchStatus.REMOVED}


def test_a_higher_threshold_asks_for_more_of_the_same_words() -> None:
    old = act(par_1=OFFERS, par_2=FORCE)
    new = act(par_1=FORCE, par_2=OFFERS.replace("21 dni od dnia ogłoszenia", "tygodnia od"))

    assert ("par_1", "par_2", "renumbered") in story(match_units(old, new, threshold=0.6))
    assert ("par_1", None, "removed") in story(match_units(old, new, threshold=0.95))


def test_nothing_matches_nothing() -> None:
    old = act(par_1=OFFERS)

    assert match_units([], []) == []
    assert story(match_units(old, [])) == [("par_1", None, "removed")]
    assert story(match_units([], old)) == [(None, "par_1", "added")]


units = st.lists(
    st.tuples(
        st.sampled_from(list(KINDS)),
        st.integers(1, 6),
        st.sampled_from([OFFERS, COMMISSION, COUNCIL, EXECUTION, "(uchylony)", "adres;", ""]),
    ),
    max_size=12,
    unique_by=lambda unit: unit[:2],
).map(lambda drawn: act(**{f"{name}_{number}": text for name, number, text in drawn}))


@given(units, units)
@settings(max_examples=150, deadline=None)
def test_every_unit_is_told_exactly_once(old: list[UnitView], new: list[UnitView]) -> None:
    matches = match_units(old, new)

    assert [match.new for match in matches if match.new] == new
    assert sorted(match.old.eid for match in matches if match.old) == sorted(u.eid for u in old)
    assert all((match.old is None) == (match.status is MatchStatus.ADDED) for match in matches)
    assert all((match.new is None) == (match.status is MatchStatus.REMOVED) for match in matches)


@given(units)
@settings(max_examples=50, deadline=None)
def test_a_version_matches_itself_without_changes(version: list[UnitView]) -> None:
    matches = match_units(version, version)

    assert [(match.old, match.new) for match in matches] == [(unit, unit) for unit in version]
    assert {match.status for match in matches} <= {MatchStatus.UNCHANGED}


def large_act(articles: int, seed: int) -> dict[str, str]:
    chance = random.Random(seed)
    vocabulary = [f"słowo{number}" for number in range(400)] + ["organizacja", "zadanie"] * 60
    texts: dict[str, str] = {}
    for article in range(1, articles + 1):
        texts[f"art_{article}"] = " ".join(chance.choices(vocabulary, k=8))
        for paragraph in range(1, 4):
            eid = f"art_{article}__ust_{paragraph}"
            texts[eid] = " ".join(chance.choices(vocabulary, k=30))
            for point in range(1, 3):
                texts[f"{eid}__pkt_{point}"] = " ".join(chance.choices(vocabulary, k=12))
    return texts


def test_two_thousand_units_that_moved_by_one_are_all_known_again() -> None:
    texts = large_act(articles=200, seed=7)
    old = act_without_search(texts)
    shifted = {"art_1": COUNCIL} | {
        f"art_{int(eid.split('_')[1]) + 1}{eid[len('art_' + eid.split('_')[1]) :]}": text
        for eid, text in texts.items()
    }
    new = act_without_search(shifted)
    assert len(old) == 2000

    matches = match_units(old, new)

    assert [match.status for match in matches] == ["added"] + ["renumbered"] * 2000
    assert not any(match.is_text_changed for match in matches)


def act_without_search(texts: dict[str, str]) -> list[UnitView]:
    return [
        UnitView(
            key=eid,
            eid=eid,
            kind=KINDS[eid.rpartition("__")[2].partition("_")[0]],
            text=text,
            parent_key=eid.rpartition("__")[0] or None,
        )
        for eid, text in texts.items()
    ]
