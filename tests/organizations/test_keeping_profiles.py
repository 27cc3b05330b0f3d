"""Keepers edit and confirm their profile; others may not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organizations.models import Organization
from tests.accounts.factories import UserFactory
from tests.organizations.factories import OrganizationFactory, OrganizationMembershipFactory

pytestmark = pytest.mark.django_db

MANAGEMENT = {
    f"{prefix}-{field}": value
    for prefix in ("ludzie", "projekty")
    for field, value in {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"}.items()
}


def _form(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Fundacja Łąka",
        "legal_form": "foundation",
        "status": "active",
        "reach": "gmina",
        **MANAGEMENT,
        **changes,
    }


def test_a_member_edits_everything_on_one_page(as_user: Callable[..., Client]) -> None:
    organization = OrganizationFactory(name="Fundacja Łąka", legal_form="foundation")
    browser = as_user(OrganizationMembershipFactory(organization=organization).user)
    address = reverse("organizations:edit", args=[organization.slug])
    assert browser.get(address).status_code == 200

    response = browser.post(
        address,
        _form(
            phone="77 000 00 09",
            gmina="1607053",
            benefit_fields=["18"],
            languages=["pl", "szl"],
            **{
                "ludzie-TOTAL_FORMS": "1",
                "ludzie-0-person_name": "Otylia Malwińska",
                "ludzie-0-function": "prezeska",
                "ludzie-0-has_consented": "on",
            },
        ),
    )

    assert response.status_code == 302
    organization = Organization.objects.get()
    assert (organization.phone, organization.county_id) == ("77 000 00 09", "1607")
    assert organization.languages == ["pl", "szl"]
    assert [field.pk for field in organization.benefit_fields.all()] == ["18"]
    assert organization.people.get().has_consented
    assert organization.confirmed_at
    confirmed = organization.value_sources.filter(is_confirmed=True)
    assert "phone" in confirmed.values_list("field", flat=True)
    assert "name" not in confirmed.values_list("field", flat=True)


def test_mistakes_are_told_and_nothing_is_saved(as_user: Callable[..., Client]) -> None:
    organization = OrganizationFactory(name="Fundacja Łąka", nip="1234563218")
    browser = as_user(OrganizationMembershipFactory(organization=organization).user)

    page = browser.post(
        reverse("organizations:edit", args=[organization.slug]),
        _form(nip="1234563219", postal_code="48-300"),
    )

    assert page.status_code == 200
    assert "poprawny NIP" in page.content.decode()
    organization.refresh_from_db()
    assert (organization.nip, organization.postal_code) == ("1234563218", "")


def test_one_click_confirms(as_user: Callable[..., Client]) -> None:
    organization = OrganizationFactory()
    browser = as_user(OrganizationMembershipFactory(organization=organization).user)

    browser.post(reverse("organizations:confirm", args=[organization.slug]))

    organization.refresh_from_db()
    assert organization.confirmed_at


@pytest.mark.parametrize("name", ["organizations:edit", "organizations:confirm"])
def test_others_may_not(as_user: Callable[..., Client], name: str) -> None:
    organization = OrganizationFactory(phone="77 000 00 01")
    address = reverse(name, args=[organization.slug])
    former = OrganizationMembershipFactory(organization=organization, is_active=False).user

    for person in (UserFactory(), former, OrganizationMembershipFactory().user):
        assert as_user(person).post(address, _form(phone="1")).status_code == 403
    assert as_user(None).post(address).status_code == 302

    organization.refresh_from_db()
    assert (organization.phone, organization.confirmed_at) == ("77 000 00 01", None)


def test_own_matters_list_organizations_and_what_waits(as_user: Callable[..., Client]) -> None:
    membership = OrganizationMembershipFactory()

    page = as_user(membership.user).get(reverse("accounts:dashboard")).content.decode()

    assert membership.organization.name in page
