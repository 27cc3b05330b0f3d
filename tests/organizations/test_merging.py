"""Doubles become one profile, and two again when that was a mistake."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from organizations.domain.doubles import likely_doubles, similar_to
from organizations.domain.errors import AlreadyDecided
from organizations.domain.merging import SameProfile, merge, undo_merge
from organizations.models import MergeRecord, Organization, Publication
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import OrganizationFactory, OrganizationMembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> tuple[Organization, Organization]:
    """The profile that stays, and its double with more to tell."""
    kept = OrganizationFactory(name="Fundacja Łąka", phone="77 000 00 01", county_id="1607")
    double = OrganizationFactory(
        name="Fundacja „ŁĄKA”",
        krs="0000123456",
        phone="77 000 00 02",
        email="biuro@laka.example",
        county_id="1607",
        registered_on="2010-02-01",
    )
    kept.benefit_fields.set(["1"])
    double.benefit_fields.set(["1", "18"])
    double.projects.create(title="Projekt dubletu", year_from=2020)
    both = UserFactory()
    OrganizationMembershipFactory(organization=kept, user=both)
    OrganizationMembershipFactory(organization=double, user=both)
    OrganizationMembershipFactory(organization=double)
    return kept, double


def _fresh(*organizations: Organization) -> list[Organization]:
    return [Organization.objects.get(pk=row.pk) for row in organizations]


def test_the_kept_profile_takes_what_it_lacks(pair: tuple[Organization, Organization]) -> None:
    merge(kept=pair[0], merged=pair[1], by=AdministratorFactory())

    kept, merged = _fresh(*pair)
    assert (kept.krs, kept.phone, kept.email) == (
        "0000123456",
        "77 000 00 01",
        "biuro@laka.example",
    )
    assert kept.former_names == ["Fundacja „ŁĄKA”"]
    assert {field.pk for field in kept.benefit_fields.all()} == {"1", "18"}
    assert kept.projects.count() == 1
    assert kept.memberships.count() == 2  # the person who was in both stays once
    assert (merged.publication, merged.krs, merged.merged_into_id) == (
        Publication.MERGED,
        "",
        kept.pk,
    )


def test_undoing_brings_everything_back(pair: tuple[Organization, Organization]) -> None:
    before = [
        list(Organization.objects.order_by("pk").values("pk", "name", "krs", "email", "phone")),
        [row.memberships.count() for row in pair],
        [row.projects.count() for row in pair],
        [set(row.benefit_fields.values_list("pk", flat=True)) for row in pair],
        [row.former_names for row in _fresh(*pair)],
    ]
    administrator = AdministratorFactory()
    record = merge(kept=pair[0], merged=pair[1], by=administrator)

    undo_merge(record, by=administrator)

    assert before == [
        list(Organization.objects.order_by("pk").values("pk", "name", "krs", "email", "phone")),
        [row.memberships.count() for row in pair],
        [row.projects.count() for row in pair],
        [set(row.benefit_fields.values_list("pk", flat=True)) for row in pair],
        [row.former_names for row in _fresh(*pair)],
    ]
    assert {row.publication for row in _fresh(*pair)} == {Publication.PUBLISHED}
    with pytest.raises(AlreadyDecided):
        undo_merge(record, by=administrator)


def test_a_profile_is_not_merged_with_itself_or_twice(
    pair: tuple[Organization, Organization],
) -> None:
    administrator = AdministratorFactory()
    with pytest.raises(SameProfile):
        merge(kept=pair[0], merged=pair[0], by=administrator)
    merge(kept=pair[0], merged=pair[1], by=administrator)
    with pytest.raises(SameProfile):
        merge(kept=pair[1], merged=pair[0], by=administrator)


def test_likely_doubles_are_found_and_strangers_are_not(
    pair: tuple[Organization, Organization],
) -> None:
    OrganizationFactory(name="Fundacja Łąka", county_id="1601")
    OrganizationFactory(name="Klub Sportowy Meta", county_id="1607")

    found = [{double.first.pk, double.second.pk} for double in likely_doubles()]

    assert found == [{row.pk for row in pair}]
    assert pair[1] in similar_to(pair[0])


def test_moderators_see_what_will_happen_and_can_take_it_back(
    pair: tuple[Organization, Organization], as_user: Callable[..., Client]
) -> None:
    browser = as_user(AdministratorFactory())
    address = reverse("organizations:merge", args=[pair[0].slug, pair[1].slug])

    assert "biuro@laka.example" in browser.get(address).content.decode()
    browser.post(address)
    record = MergeRecord.objects.get()
    assert pair[1].name in browser.get(reverse("organizations:doubles")).content.decode()
    browser.post(reverse("organizations:undo_merge", args=[record.pk]))

    assert _fresh(pair[1])[0].publication == Publication.PUBLISHED


def test_others_may_not(
    pair: tuple[Organization, Organization], as_user: Callable[..., Client]
) -> None:
    keeper = OrganizationMembershipFactory(organization=pair[0], role="owner").user

    for name, args in (
        ("merge", [pair[0].slug, pair[1].slug]),
        ("doubles", []),
        ("similar", [pair[0].slug]),
    ):
        assert as_user(keeper).get(reverse(f"organizations:{name}", args=args)).status_code == 403
