"""Who may act for whom: one matrix for views, templates and API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from organizations.domain import permissions
from organizations.domain.queries import organizations_of, public_bodies_of
from organizations.models import OrganizationRole, PublicBody, PublicBodyRole
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import (
    OrganizationFactory,
    OrganizationMembershipFactory,
    PublicBodyMembershipFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def organization() -> Any:
    """The organization in question."""
    return OrganizationFactory()


@pytest.fixture
def body() -> PublicBody:
    """The office in question."""
    return PublicBody.objects.get(slug="nysa")


@pytest.fixture
def people(organization: Any, body: PublicBody) -> dict[str, Any]:
    """One person of each kind."""
    members = OrganizationMembershipFactory
    officials = PublicBodyMembershipFactory
    another = PublicBody.objects.get(slug="brzeg")
    return {
        "nobody": AnonymousUser(),
        "stranger": UserFactory(),
        "owner": members(organization=organization, role=OrganizationRole.OWNER).user,
        "representative": members(organization=organization).user,
        "former member": members(organization=organization, is_active=False).user,
        "of another organization": members(role=OrganizationRole.OWNER).user,
        "coordinator": officials(public_body=body, role=PublicBodyRole.COORDINATOR).user,
        "official": officials(public_body=body).user,
        "former official": officials(public_body=body, is_active=False).user,
        "of another office": officials(public_body=another).user,
        "administrator": AdministratorFactory(),
    }


@pytest.mark.parametrize(
    ("question", "subject", "allowed"),
    [
        (permissions.can_act_for_organization, "organization", {"owner", "representative"}),
        (
            permissions.can_edit_organization,
            "organization",
            {"owner", "representative", "administrator"},
        ),
        (permissions.can_manage_members, "organization", {"owner", "administrator"}),
        (permissions.can_act_for_public_body, "body", {"coordinator", "official"}),
        (permissions.can_edit_public_body, "body", {"coordinator", "administrator"}),
    ],
)
def test_who_may(
    question: Callable[..., bool],
    subject: str,
    allowed: set[str],
    people: dict[str, Any],
    request: pytest.FixtureRequest,
) -> None:
    thing = request.getfixturevalue(subject)

    assert {name for name, person in people.items() if question(person, thing)} == allowed


def test_who_is_an_official(people: dict[str, Any]) -> None:
    assert {name for name, person in people.items() if permissions.is_official(person)} == {
        "coordinator",
        "official",
        "of another office",
    }


def test_lists_of_what_a_person_may_act_for(
    people: dict[str, Any], organization: Any, body: PublicBody
) -> None:
    assert {
        name for name, person in people.items() if organization in organizations_of(person)
    } == {"owner", "representative"}
    assert {name for name, person in people.items() if body in public_bodies_of(person)} == {
        "coordinator",
        "official",
    }
