"""Organizations, offices and their people for tests of every part."""

from __future__ import annotations

import factory

from organizations.models import (
    Initiative,
    LegalForm,
    Organization,
    OrganizationMembership,
    OrganizationRole,
    Plenipotentiary,
    PublicBodyMembership,
    PublicBodyRole,
)
from tests.accounts.factories import UserFactory


class OrganizationFactory(factory.django.DjangoModelFactory):
    """An association that says nothing more of itself."""

    class Meta:
        model = Organization

    name = factory.Sequence(lambda number: f"Stowarzyszenie Próbne {number}")
    slug = factory.Sequence(lambda number: f"stowarzyszenie-probne-{number}")
    legal_form = LegalForm.ASSOCIATION


class OrganizationMembershipFactory(factory.django.DjangoModelFactory):
    """Somebody who acts for an organization."""

    class Meta:
        model = OrganizationMembership

    user = factory.SubFactory(UserFactory)
    organization = factory.SubFactory(OrganizationFactory)
    role = OrganizationRole.REPRESENTATIVE


class PublicBodyMembershipFactory(factory.django.DjangoModelFactory):
    """Somebody who works for an office; name the office, they come with the schema."""

    class Meta:
        model = PublicBodyMembership

    user = factory.SubFactory(UserFactory)
    role = PublicBodyRole.OFFICIAL


class PlenipotentiaryFactory(factory.django.DjangoModelFactory):
    """Somebody whom NGOs may call; name the office."""

    class Meta:
        model = Plenipotentiary

    person_name = factory.Sequence(lambda number: f"Osoba Wzorcowa {number}")
    function = "pełnomocnik ds. organizacji pozarządowych"


class InitiativeFactory(factory.django.DjangoModelFactory):
    """A published initiative in Nysa."""

    class Meta:
        model = Initiative

    title = factory.Sequence(lambda number: f"Inicjatywa {number}")
    slug = factory.Sequence(lambda number: f"inicjatywa-{number}")
    summary = "Robimy coś razem."
    informal_group = "Sąsiedzi"
    gmina_id = "1607053"
    county_id = "1607"
    latitude = 50.47
    longitude = 17.33
    publication = "published"
