"""The demo directory looks real and names nobody."""

from __future__ import annotations

from collections import Counter

import pytest

from organizations.domain.demo import DEMO_SIZE, seed_organizations
from organizations.models import Organization, OrganizationPerson, Plenipotentiary, PublicBody
from territory.models import Area

pytestmark = pytest.mark.django_db


def test_it_fills_every_county_and_a_second_run_changes_nothing() -> None:
    seed_organizations()
    rows = Organization.objects.order_by("pk").values("pk", "name", "nip", "updated_at")
    first = list(rows.all())
    people = Plenipotentiary.objects.count()

    seed_organizations()

    assert (
        list(Organization.objects.order_by("pk").values("pk", "name", "nip", "updated_at")) == first
    )
    assert Plenipotentiary.objects.count() == people
    assert len(first) == DEMO_SIZE
    assert OrganizationPerson.objects.count() == DEMO_SIZE
    counties = set(Organization.objects.values_list("county", flat=True))
    assert counties == set(Area.objects.counties().values_list("teryt", flat=True))
    vacant = PublicBody.objects.filter(plenipotentiaries__isnull=True).count()
    assert 0 < vacant < PublicBody.objects.count() / 3


def test_nothing_in_it_can_reach_a_real_person_or_organization() -> None:
    organizations = seed_organizations()

    assert all(row.email.endswith(".example") for row in organizations)
    assert all(row.website.endswith(".example") for row in organizations)
    # No Polish subscriber number begins with a zero.
    assert all(row.phone.startswith("77 0") for row in organizations)
    assert all(row.krs == "" or row.krs.startswith("00099") for row in organizations)
    assert max(Counter(row.name for row in organizations).values()) == 1
