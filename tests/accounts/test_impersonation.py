"""Acting as somebody else: with a reason, for a while, on record, and never everywhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import ImpersonatedChange, Impersonation, User
from accounts.permissions import may_impersonate
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.accounts.impersonating import REASON

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return UserFactory(display_name="Teresa Pomagana")


@pytest.fixture
def administrator(client: Client) -> User:
    """An administrator who is signed in."""
    user = AdministratorFactory(display_name="Adam Pomocnik")
    client.force_login(user)
    return user


@pytest.fixture
def acting(client: Client, administrator: User, person: User) -> Client:
    """The administrator's browser, acting as the person."""
    client.post(reverse("accounts:impersonate", args=[person.pk]), {"reason": REASON})
    return client


def test_the_portal_is_seen_as_the_person_sees_it(acting: Client, person: User) -> None:
    response = acting.get(reverse("accounts:dashboard"))

    assert response.wsgi_request.user == person
    page = response.content.decode()
    assert "działasz jako <strong>Teresa Pomagana</strong>" in page
    assert "Adam Pomocnik" in page


def test_the_reason_and_the_times_are_on_record(
    acting: Client, administrator: User, person: User
) -> None:
    record = Impersonation.objects.get()
    assert (record.administrator, record.person, record.reason) == (administrator, person, REASON)
    assert record.ended_at is None

    response = acting.post(reverse("accounts:stop_impersonating"))

    record.refresh_from_db()
    assert record.ended_at is not None
    assert response.url == reverse("admin:accounts_user_change", args=[person.pk])
    again = acting.get(reverse("accounts:dashboard"))
    assert again.wsgi_request.user == administrator


def test_each_change_is_on_record_and_looking_is_not(acting: Client) -> None:
    acting.get(reverse("accounts:dashboard"))
    acting.post(reverse("notifications:mark_all_read"))

    (change,) = ImpersonatedChange.objects.all()
    assert (change.method, change.path) == ("POST", reverse("notifications:mark_all_read"))


def test_without_a_reason_nothing_begins(client: Client, administrator: User, person: User) -> None:
    response = client.post(reverse("accounts:impersonate", args=[person.pk]), {"reason": "bo tak"})

    assert set(response.context["form"].errors) == {"reason"}
    assert not Impersonation.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        "accounts:profile",
        "accounts:security",
        "accounts:privacy",
        "accounts:export",
        "accounts:erase",
        "accounts:deactivate",
        "accounts:seen",
        "account_change_password",
        "account_email",
        "mfa_index",
        "usersessions_list",
        "admin:index",
        "notifications:preferences",
        "notifications:devices",
        "notifications:replace_feed",
    ],
)
def test_what_is_the_persons_alone_stays_closed(acting: Client, name: str) -> None:
    assert acting.get(reverse(name)).status_code == 403
    assert acting.post(reverse(name)).status_code == 403


def test_it_ends_after_an_hour(acting: Client, administrator: User) -> None:
    Impersonation.objects.update(started_at=timezone.now() - timedelta(minutes=61))

    response = acting.get(reverse("accounts:dashboard"))

    assert response.wsgi_request.user == administrator


def test_it_ends_when_the_administrator_loses_the_power(
    acting: Client, administrator: User
) -> None:
    User.objects.filter(pk=administrator.pk).update(is_superuser=False)

    assert acting.get(reverse("accounts:dashboard")).wsgi_request.user == administrator


def test_another_ones_record_cannot_be_borrowed(acting: Client, person: User) -> None:
    record = Impersonation.objects.get()
    thief = Client()
    thief.force_login(UserFactory())
    session = thief.session
    session["impersonation"] = record.pk
    session.save()

    assert thief.get(reverse("accounts:dashboard")).wsgi_request.user != person


def test_only_administrators_may_and_never_as_one_another(client: Client, person: User) -> None:
    administrator = AdministratorFactory()
    staff = UserFactory(is_staff=True)

    assert may_impersonate(administrator, person)
    assert not may_impersonate(staff, person)
    assert not may_impersonate(person, UserFactory())
    assert not may_impersonate(administrator, administrator)
    assert not may_impersonate(administrator, AdministratorFactory())
    assert not may_impersonate(administrator, staff)
    assert not may_impersonate(administrator, UserFactory(is_active=False))

    client.force_login(staff)
    answer = client.post(reverse("accounts:impersonate", args=[person.pk]), {"reason": REASON})
    assert answer.status_code == 403


def test_the_admin_leads_there(client: Client, administrator: User, person: User) -> None:
    page = client.get(reverse("admin:accounts_user_change", args=[person.pk])).content.decode()
    own = client.get(reverse("admin:accounts_user_change", args=[administrator.pk]))

    assert reverse("accounts:impersonate", args=[person.pk]) in page
    assert "Działaj jako ta osoba" not in own.content.decode()


def test_the_record_is_read_in_the_admin_and_never_changed(
    acting: Client, administrator: User
) -> None:
    acting.post(reverse("accounts:stop_impersonating"))
    record = Impersonation.objects.get()

    page = acting.get(reverse("admin:accounts_impersonation_change", args=[record.pk]))
    assert REASON in page.content.decode()
    assert acting.get(reverse("admin:accounts_impersonation_changelist")).status_code == 200
    delete = reverse("admin:accounts_impersonation_delete", args=[record.pk])
    assert acting.post(delete, {"post": "yes"}).status_code == 403
