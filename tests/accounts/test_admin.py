"""Accounts in the admin."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.domain.consents import give_consent
from accounts.models import ConsentPurpose, User
from tests.accounts.factories import AdministratorFactory, UserFactory

USERS = "/admin/accounts/user/"


@pytest.fixture
def administrator(client: Client, db: None) -> Client:
    """An administrator's browser."""
    client.force_login(AdministratorFactory())
    return client


def test_people_are_found_by_name_and_address(administrator: Client) -> None:
    wanted = UserFactory(email="szukany@example.org", display_name="Łucja Szukana")
    UserFactory()

    for words in ("szukany@", "łucja"):
        page = administrator.get(USERS, {"q": words})
        assert [row.pk for row in page.context["cl"].result_list] == [wanted.pk]


def test_an_administrator_makes_an_account(administrator: Client) -> None:
    answers = {
        "email": "nowy@example.org",
        "display_name": "Nowy Urzędnik",
        "usable_password": "true",
        "password1": "Zielony-Most-2026",
        "password2": "Zielony-Most-2026",
    }

    response = administrator.post(f"{USERS}add/", answers)

    made = User.objects.get(email="nowy@example.org")
    assert response.url == f"{USERS}{made.pk}/change/"
    assert administrator.get(response.url).status_code == 200


def test_consents_are_shown_and_never_changed(administrator: Client) -> None:
    consent = give_consent(UserFactory(), ConsentPurpose.NEWS)
    address = f"/admin/accounts/consent/{consent.pk}"

    assert administrator.get("/admin/accounts/consent/").status_code == 200
    assert administrator.get("/admin/accounts/consent/add/").status_code == 403
    assert administrator.post(f"{address}/change/", {"statement": "inne"}).status_code == 403
    assert administrator.post(f"{address}/delete/", {"post": "yes"}).status_code == 403


def test_the_list_costs_the_same_for_few_and_many(
    administrator: Client, django_assert_max_num_queries: pytest.fixture
) -> None:
    UserFactory.create_batch(20, password=None)

    with django_assert_max_num_queries(11):
        administrator.get(USERS)
