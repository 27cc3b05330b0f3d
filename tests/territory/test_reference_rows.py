"""Territorial units come with the schema."""

from __future__ import annotations

import pytest

from territory.models import Area, AreaKind
from territory.polish_order import polish_key
from territory.reference import county_choices, gmina_choices, load_areas, read_areas

pytestmark = pytest.mark.django_db


def test_migrating_brings_the_voivodeship_its_counties_and_gminas() -> None:
    by_kind = {kind: Area.objects.filter(kind=kind).count() for kind in AreaKind}

    assert by_kind == {
        AreaKind.VOIVODESHIP: 1,
        AreaKind.COUNTY: 11,
        AreaKind.CITY_COUNTY: 1,
        AreaKind.URBAN_GMINA: 3,
        AreaKind.MIXED_GMINA: 34,
        AreaKind.RURAL_GMINA: 34,
    }


def test_loading_again_changes_nothing() -> None:
    before = list(Area.objects.order_by("teryt").values())

    load_areas()

    assert list(Area.objects.order_by("teryt").values()) == before


def test_every_gmina_lies_in_its_county_and_has_a_seat_on_the_map() -> None:
    for area in read_areas():
        if len(area.teryt) == 7:
            assert area.parent_id == area.teryt[:4]
        assert area.seat
        assert 49.9 < (area.latitude or 0) < 51.3, area
        assert 16.8 < (area.longitude or 0) < 18.8, area


def test_names_come_in_polish_alphabetical_order() -> None:
    names = [name for _code, name in gmina_choices()]

    assert len(names) == 71
    assert names == list(Area.objects.gminas().values_list("name", flat=True))
    assert sorted(["Łubniany", "Lubsza", "Ćma", "Cisek"], key=polish_key) == [
        "Cisek",
        "Ćma",
        "Lubsza",
        "Łubniany",
    ]


def test_counties_for_filters_are_twelve() -> None:
    assert [code for code, _name in county_choices()] == list(
        Area.objects.counties().values_list("teryt", flat=True)
    )
    assert len(county_choices()) == 12
