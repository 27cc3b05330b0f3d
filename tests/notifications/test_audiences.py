"""Nobody hears of what they may not see."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from notifications import follow, is_following, publish
from notifications.domain.expansion import expand_due_events
from notifications.models import Delivery
from organizations.models import Organization, OrganizationMembership, OrganizationRole
from organizations.models.choices import Publication
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def member() -> User:
    return UserFactory()


@pytest.fixture
def organization(member: User) -> Organization:
    """A published organization with a member and a stranger who follow it."""
    organization = OrganizationFactory(publication=Publication.PUBLISHED)
    OrganizationMembership.objects.create(
        organization=organization, user=member, role=OrganizationRole.OWNER
    )
    for person in (member, UserFactory(email="obcy@example.org"), AdministratorFactory()):
        follow(person, organization)
    return organization


def heard() -> set[str]:
    """Addresses of those who hear of the next event about the organization."""
    publish("tests.news", Organization.objects.get(), context={"title": "x"})
    expand_due_events()
    return set(Delivery.objects.values_list("recipient__email", flat=True))


def test_all_followers_hear_of_what_is_public(organization: Organization) -> None:
    assert len(heard()) == 3


def test_of_what_was_hidden_meanwhile_only_those_hear_who_still_see_it(
    organization: Organization, member: User
) -> None:
    Organization.objects.update(publication=Publication.HIDDEN)

    addresses = heard()

    assert member.email in addresses
    assert "obcy@example.org" not in addresses


def test_what_is_public_costs_one_question_for_everyone(
    organization: Organization, django_assert_num_queries: pytest.fixture
) -> None:
    event = publish("tests.news", organization)

    from notifications.domain.audiences import everyone_who_may_see

    people = User.objects.all()
    with django_assert_num_queries(2):
        assert len(list(everyone_who_may_see(event, people))) == 3


def test_a_person_follows_what_they_see_and_not_what_is_hidden(
    client: Client, organization: Organization
) -> None:
    reader = UserFactory()
    client.force_login(reader)
    address = reverse("notifications:follow", args=["organizations.organization", organization.pk])

    Organization.objects.update(publication=Publication.HIDDEN)
    assert client.post(address).status_code == 404
    assert not is_following(reader, organization)

    Organization.objects.update(publication=Publication.PUBLISHED)
    response = client.post(address, {"next": "/organizacje/"})
    assert response.url == "/organizacje/"
    assert is_following(reader, organization)


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example/", "²", "\0", "-1"]
)
def test_following_does_not_lead_to_other_sites(
    client: Client, organization: Organization, elsewhere: str
) -> None:
    client.force_login(UserFactory())
    address = reverse("notifications:follow", args=["organizations.organization", organization.pk])

    response = client.post(address, {"next": elsewhere})

    assert response.url == reverse("notifications:followed")
    assert str(organization) in client.get(response.url).content.decode()


def test_htmx_gets_the_other_button(client: Client, organization: Organization) -> None:
    client.force_login(UserFactory())
    args = ["organizations.organization", organization.pk]

    answer = client.post(reverse("notifications:follow", args=args), headers={"HX-Request": "true"})

    page = answer.content.decode()
    assert 'aria-pressed="true"' in page
    assert reverse("notifications:unfollow", args=args) in page
