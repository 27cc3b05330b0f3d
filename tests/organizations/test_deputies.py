"""An official on leave has a deputy of the same office; what follows ends by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from notifications.domain.expansion import expand_due_events
from notifications.models import Delivery
from organizations.domain import deputies as domain
from organizations.domain.errors import AlreadyDecided, DeputationRefused
from organizations.domain.permissions import can_edit_public_body, can_name_all_deputies
from organizations.models import Deputation, PublicBody, PublicBodyRole
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import PublicBodyMembershipFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def office() -> PublicBody:
    """An office with a coordinator and two officials."""
    return PublicBody.objects.get(kind="marshal")


@pytest.fixture
def coordinator(office: PublicBody) -> User:
    """Who runs the office on the portal."""
    return PublicBodyMembershipFactory(public_body=office, role=PublicBodyRole.COORDINATOR).user


@pytest.fixture
def colleague(office: PublicBody) -> User:
    """Works beside the coordinator."""
    return PublicBodyMembershipFactory(public_body=office).user


def name(
    office: PublicBody, official: User, deputy: User, *, start: int = 0, end: int = 7, **more: Any
) -> Deputation:
    """A deputation from ``start`` to ``end`` days from today."""
    today = timezone.localdate()
    return domain.name_deputy(
        Deputation(
            public_body=office,
            official=official,
            deputy=deputy,
            starts_on=today + start * DAY,
            ends_on=today + end * DAY,
            **more,
        ),
        by=official,
    )


def move(deputation: Deputation, start: int, end: int) -> None:
    """Let time pass: the deputation lies elsewhere."""
    today = timezone.localdate()
    Deputation.objects.filter(pk=deputation.pk).update(
        starts_on=today + start * DAY, ends_on=today + end * DAY
    )


def test_the_deputy_has_the_officials_rights_from_the_first_to_the_last_day(
    office: PublicBody, coordinator: User, colleague: User
) -> None:
    assert not can_edit_public_body(colleague, office)

    deputation = name(office, coordinator, colleague)

    assert can_edit_public_body(colleague, office)
    assert can_edit_public_body(coordinator, office)
    assert domain.acting_for(colleague) == [colleague.pk, coordinator.pk]
    move(deputation, -7, 0)
    assert can_edit_public_body(colleague, office)
    for start, end in ((1, 7), (-7, -1)):
        move(deputation, start, end)
        assert not can_edit_public_body(colleague, office)
        assert domain.acting_for(colleague) == [colleague.pk]


@pytest.mark.parametrize("who", ["official", "deputy"])
def test_it_ends_when_one_of_the_two_leaves_the_office(
    office: PublicBody, coordinator: User, colleague: User, who: str
) -> None:
    deputation = name(office, coordinator, colleague)

    office.memberships.filter(user=getattr(deputation, who)).update(is_active=False)

    assert not can_edit_public_body(colleague, office)


def test_a_deputy_names_no_deputies_of_others(
    office: PublicBody, coordinator: User, colleague: User
) -> None:
    name(office, coordinator, colleague)

    assert not can_name_all_deputies(colleague, office)


def test_the_deputy_is_of_the_same_office(
    office: PublicBody, coordinator: User, colleague: User
) -> None:
    elsewhere = PublicBody.objects.exclude(pk=office.pk).first()
    stranger = PublicBodyMembershipFactory(public_body=elsewhere).user

    for official, deputy in ((coordinator, stranger), (stranger, colleague)):
        with pytest.raises(DeputationRefused):
            name(office, official, deputy)
    with pytest.raises(DeputationRefused):
        name(office, coordinator, coordinator)
    with pytest.raises(DeputationRefused):
        name(office, coordinator, colleague, start=-5, end=-1)
    with pytest.raises(DeputationRefused):
        name(office, coordinator, colleague, start=0, end=800)


def test_the_database_knows_one_deputy_at_a_time(
    office: PublicBody, coordinator: User, colleague: User
) -> None:
    other = PublicBodyMembershipFactory(public_body=office).user
    first = name(office, coordinator, colleague)

    with pytest.raises(DeputationRefused):
        name(office, coordinator, other, start=7, end=9)
    with pytest.raises(IntegrityError):
        Deputation.objects.bulk_create(
            [Deputation(public_body=office, official=coordinator, deputy=other,
                        starts_on=first.starts_on, ends_on=first.ends_on)]
        )  # fmt: skip


def test_days_next_to_each_other_and_called_off_ones_do_not_collide(
    office: PublicBody, coordinator: User, colleague: User
) -> None:
    first = name(office, coordinator, colleague)
    name(office, coordinator, colleague, start=8, end=9)

    domain.call_off(first, by=coordinator)

    assert not can_edit_public_body(colleague, office)
    name(office, coordinator, colleague, start=0, end=3)
    with pytest.raises(AlreadyDecided):
        domain.call_off(first, by=coordinator)


def test_an_official_names_their_own_deputy_and_sees_it_told(
    office: PublicBody, coordinator: User, colleague: User, as_user: Callable[..., Client]
) -> None:
    today = timezone.localdate()
    days = {"starts_on": today.isoformat(), "ends_on": (today + 3 * DAY).isoformat()}
    address = reverse("organizations:deputies", args=[office.slug])
    browser = as_user(colleague)
    assert "official" not in browser.get(address).context["form"].fields

    wrong = days | {"ends_on": (today - DAY).isoformat(), "note": "Sprawa X", "deputy": ""}
    again = browser.post(address, wrong)
    assert again.context["form"].errors
    assert 'value="Sprawa X"' in again.content.decode()
    browser.post(address, days | {"deputy": coordinator.pk, "note": "Sprawa X"})

    (row,) = Deputation.objects.all()
    assert (row.official, row.deputy, row.named_by) == (colleague, coordinator, colleague)
    expand_due_events()
    told = Delivery.objects.filter(channel="inbox").values_list("recipient", flat=True)
    assert coordinator.pk in told
    mine = as_user(coordinator).get(reverse("accounts:dashboard")).content.decode()
    assert "Działasz w zastępstwie" in mine
    assert "Sprawa X" in mine
    page = as_user(coordinator).get(office.get_absolute_url()).content.decode()
    assert "Działasz w zastępstwie" in page
    twice = browser.post(address, days | {"deputy": coordinator.pk})
    assert "Tę osobę zastępuje już ktoś" in twice.content.decode()


def test_a_coordinator_names_for_a_colleague_and_calls_off(
    office: PublicBody, coordinator: User, colleague: User, as_user: Callable[..., Client]
) -> None:
    today = timezone.localdate().isoformat()
    browser = as_user(coordinator)
    other = PublicBodyMembershipFactory(public_body=office).user
    browser.post(
        reverse("organizations:deputies", args=[office.slug]),
        {"official": colleague.pk, "deputy": other.pk, "starts_on": today, "ends_on": today},
    )
    row = Deputation.objects.get()
    call_off = reverse("organizations:call_off_deputation", args=[office.slug, row.pk])

    assert as_user(other).post(call_off).status_code == 403
    assert browser.post(call_off).status_code == 302

    row.refresh_from_db()
    assert row.called_off_by == coordinator


def test_only_the_office_reads_it(
    office: PublicBody, coordinator: User, colleague: User, as_user: Callable[..., Client]
) -> None:
    address = reverse("organizations:deputies", args=[office.slug])
    elsewhere = PublicBody.objects.exclude(pk=office.pk).first()
    stranger = PublicBodyMembershipFactory(public_body=elsewhere).user

    for person, status in (
        (coordinator, 200), (colleague, 200), (AdministratorFactory(), 200),
        (stranger, 403), (UserFactory(), 403),
    ):  # fmt: skip
        assert as_user(person).get(address).status_code == status
    assert Client().get(address).status_code == 302


def test_the_list_costs_the_same_for_many(
    office: PublicBody,
    coordinator: User,
    colleague: User,
    as_user: Callable[..., Client],
    django_assert_max_num_queries: Any,
) -> None:
    for week in range(10):
        name(office, coordinator, colleague, start=week * 10, end=week * 10 + 5)
    browser = as_user(coordinator)
    address = reverse("organizations:deputies", args=[office.slug])
    browser.get(address)

    with django_assert_max_num_queries(15):
        browser.get(address)
