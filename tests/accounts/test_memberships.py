"""Memberships over all activities, and the power they give."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from accounts.domain.memberships import memberships_of
from accounts.models import User
from accounts.permissions import holds_power, is_administrator, is_official
from organizations.models import (
    OrganizationMembership,
    OrganizationRole,
    PublicBody,
    PublicBodyMembership,
    PublicBodyRole,
)
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def official() -> User:
    """An official who also represents an organization."""
    person = UserFactory()
    PublicBodyMembership.objects.create(
        public_body=PublicBody.objects.order_by("pk")[0],
        user=person,
        role=PublicBodyRole.OFFICIAL,
        unit="Referat Dialogu",
    )
    OrganizationMembership.objects.create(
        organization=OrganizationFactory(name="Koło Próbne"),
        user=person,
        role=OrganizationRole.REPRESENTATIVE,
    )
    return person


def test_memberships_of_every_activity_are_found(official: User) -> None:
    held = {(str(found.institution), str(found.role_label)) for found in memberships_of(official)}

    office = PublicBody.objects.order_by("pk")[0]
    assert held == {(str(office), "urzędnik"), ("Koło Próbne", "przedstawiciel")}


def test_a_membership_that_ended_gives_nothing(official: User) -> None:
    PublicBodyMembership.objects.update(is_active=False)

    assert [str(found.institution) for found in memberships_of(official)] == ["Koło Próbne"]
    assert not is_official(official)


def test_officials_and_administrators_hold_power(official: User) -> None:
    representative = UserFactory()
    OrganizationMembership.objects.create(
        organization=OrganizationFactory(), user=representative, role=OrganizationRole.OWNER
    )

    assert holds_power(official)
    assert holds_power(AdministratorFactory())
    assert not holds_power(representative)
    assert not holds_power(UserFactory())
    assert not holds_power(AnonymousUser())


def test_a_closed_account_holds_none() -> None:
    assert not is_administrator(AdministratorFactory(is_active=False))


def test_the_profile_names_the_institutions(official: User, client: Client) -> None:
    client.force_login(official)

    page = client.get(reverse("accounts:profile")).content.decode()

    for words in (
        str(PublicBody.objects.order_by("pk")[0]),
        "Referat Dialogu",
        "Koło Próbne",
        "przedstawiciel",
    ):
        assert words in page
