"""Administrators see what failed and send it again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User
from notifications.models import Channel, Delivery, OutboxEvent, WorkState
from tests.accounts.factories import AdministratorFactory, UserFactory

Happen = Callable[..., OutboxEvent]
DELIVERIES = "/admin/notifications/delivery/"


@pytest.fixture
def administrator(client: Client, db: None) -> Client:
    """An administrator's browser."""
    client.force_login(AdministratorFactory())
    return client


def test_parked_letters_are_found_and_sent_again(
    administrator: Client, follower: User, happen: Happen
) -> None:
    happen()
    letter = Delivery.objects.get(channel=Channel.EMAIL, recipient=follower)
    Delivery.objects.filter(pk=letter.pk).update(state=WorkState.PARKED, attempts=12)

    page = administrator.get(DELIVERIES, {"state__exact": "parked"})
    assert [row.pk for row in page.context["cl"].result_list] == [letter.pk]

    answer = {"action": "send_again", "_selected_action": [letter.pk]}
    response = administrator.post(DELIVERIES, answer, follow=True)
    assert "Do kolejki wróci" in response.content.decode()
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (WorkState.PENDING, 0)


@pytest.mark.parametrize(
    "model",
    [
        "outboxevent",
        "delivery",
        "digest",
        "subscription",
        "suppressedaddress",
        "addressreport",
        "maildomain",
        "addressletter",
    ],
)
def test_lists_open_and_search(
    administrator: Client, follower: User, happen: Happen, model: str
) -> None:
    happen()

    response = administrator.get(f"/admin/notifications/{model}/", {"q": "obserwator"})

    assert response.status_code == 200


def test_the_list_of_deliveries_costs_the_same_for_few_and_many(
    administrator: Client,
    follower: User,
    happen: Happen,
    django_assert_max_num_queries: pytest.fixture,
) -> None:
    UserFactory.create_batch(10, password=None)
    happen("tests.for_all")

    with django_assert_max_num_queries(8):
        administrator.get(DELIVERIES)
