"""Fields, target groups and offices come with the schema."""

from __future__ import annotations

from collections import Counter

import pytest

from organizations.models import (
    PublicBenefitField,
    PublicBody,
    PublicBodyKind,
    TargetGroup,
)
from organizations.reference import load_reference_rows
from territory.models import Area

pytestmark = pytest.mark.django_db


def test_the_act_has_39_points_in_its_own_order() -> None:
    codes = list(PublicBenefitField.objects.values_list("code", flat=True))

    assert len(codes) == 39
    assert codes[:4] == ["1", "1a", "1b", "2"]
    assert codes[-3:] == ["32", "32a", "33"]
    assert {"5a", "22a", "29a"} <= set(codes)


def test_every_county_and_gmina_has_its_office() -> None:
    kinds = Counter(PublicBody.objects.values_list("kind", flat=True))

    assert kinds == {
        PublicBodyKind.MARSHAL: 1,
        PublicBodyKind.COUNTY: 11,
        PublicBodyKind.CITY_COUNTY: 1,
        PublicBodyKind.GMINA: 70,
    }
    without = Area.objects.gminas().filter(public_bodies__isnull=True)
    # Opole has one office for both the city and the county that it is.
    assert list(without.values_list("teryt", flat=True)) == ["1661011"]


def test_offices_bear_their_real_names() -> None:
    names = dict(PublicBody.objects.values_list("area__teryt", "name"))

    assert names["16"] == "Urząd Marszałkowski Województwa Opolskiego"
    assert names["1607"] == "Starostwo Powiatowe w Nysie"
    assert names["1607053"] == "Urząd Miejski w Nysie"
    assert names["1601022"] == "Urząd Gminy Skarbimierz"


def test_loading_again_keeps_what_people_filled_in() -> None:
    PublicBody.objects.filter(slug="nysa").update(phone="77 000 00 01")

    load_reference_rows()

    assert PublicBody.objects.get(slug="nysa").phone == "77 000 00 01"
    assert PublicBody.objects.count() == 83
    assert TargetGroup.objects.count() == 16
