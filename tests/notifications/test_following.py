"""Following and unfollowing."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from notifications import follow, is_following, unfollow
from notifications.domain.subscriptions import follower_count
from notifications.models import Subscription
from tests.accounts.factories import UserFactory


def test_following_twice_is_following_once(subject: User) -> None:
    person = UserFactory()

    assert follow(person, subject) == follow(person, subject)

    assert is_following(person, subject)
    assert follower_count(subject) == 1


def test_unfollowing_ends_it(subject: User, follower: User) -> None:
    assert unfollow(follower, subject)

    assert not is_following(follower, subject)
    assert not unfollow(follower, subject)


def test_strangers_follow_nothing(subject: User, follower: User) -> None:
    assert not is_following(AnonymousUser(), subject)
    assert not is_following(UserFactory(), subject)


@pytest.mark.parametrize("label", ["accounts.user", "no.such", "nonsense", "accounts.consent"])
def test_what_is_not_public_cannot_be_followed_by_address(
    client: Client, subject: User, label: str
) -> None:
    client.force_login(UserFactory())

    response = client.post(reverse("notifications:follow", args=[label, subject.pk]))

    assert response.status_code == 404
    assert not Subscription.objects.exists()


def test_the_list_of_followed_things_ends_a_following(
    client: Client, subject: User, follower: User
) -> None:
    client.force_login(follower)
    subscription = Subscription.objects.get()

    client.post(reverse("notifications:stop_following", args=[subscription.pk]))

    assert not is_following(follower, subject)


def test_nobody_ends_what_another_follows(client: Client, follower: User, subject: User) -> None:
    client.force_login(UserFactory())
    subscription = Subscription.objects.get()

    response = client.post(reverse("notifications:stop_following", args=[subscription.pk]))

    assert response.status_code == 404
    assert is_following(follower, subject)


def button(person: object, subject: User) -> str:
    """The follow button as a page shows it."""
    request = RequestFactory().get("/strona/?a=b")
    request.user = person
    template = Template("{% load following %}{% follow_button subject %}")
    return template.render(Context({"request": request, "subject": subject}))


def test_the_button_knows_what_the_person_does(subject: User, follower: User) -> None:
    assert 'aria-pressed="true"' in button(follower, subject)
    assert 'aria-pressed="false"' in button(UserFactory(), subject)
    assert "/strona/%3Fa%3Db" in button(AnonymousUser(), subject)
