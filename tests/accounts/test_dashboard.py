"""“Moje sprawy” gathers what activities register."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts import dashboard
from accounts.dashboard import Item, Section
from accounts.models import User
from tests.accounts.factories import AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dashboard, "_builders", [])


def section(key: str, rank: int) -> Section:
    """A section with one line."""
    return Section(key=key, title=f"Dział {key}", rank=rank, items=[Item(title="Wpis", url="/x/")])


def test_nobody_sees_it_without_signing_in(client: Client) -> None:
    response = client.get(reverse("accounts:dashboard"))

    assert response.url == f"{reverse('account_login')}?next={reverse('accounts:dashboard')}"


def test_sections_stand_in_order_and_only_for_whom_they_concern(client: Client) -> None:
    user = UserFactory()
    dashboard.register(lambda person: section("drugi", 50))
    dashboard.register(lambda person: section("pierwszy", 10))
    dashboard.register(lambda person: section("cudzy", 1) if person.is_staff else None)
    client.force_login(user)

    response = client.get(reverse("accounts:dashboard"))

    assert [found.key for found in response.context["sections"]] == ["pierwszy", "drugi"]
    assert "Dział pierwszy" in response.content.decode()
    assert "Dział cudzy" not in response.content.decode()


def test_registering_twice_shows_once() -> None:
    def builder(person: User) -> Section:
        return section("jeden", 1)

    dashboard.register(builder)
    dashboard.register(builder)

    assert len(dashboard.sections_for(UserFactory())) == 1


def test_an_empty_page_says_so(client: Client) -> None:
    client.force_login(UserFactory())

    response = client.get(reverse("accounts:dashboard"))

    assert "Nic na Ciebie nie czeka" in response.content.decode()


def test_administrators_are_asked_for_a_second_factor(client: Client) -> None:
    client.force_login(AdministratorFactory())

    response = client.get(reverse("accounts:security"))

    assert "Włącz drugi składnik logowania" in response.content.decode()


def test_participants_are_not(client: Client) -> None:
    client.force_login(UserFactory())

    response = client.get(reverse("accounts:security"))

    assert "Włącz drugi składnik logowania" not in response.content.decode()
