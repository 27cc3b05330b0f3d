"""The private Atom feed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from xml.etree import ElementTree

from django.test import Client
from django.urls import reverse

from accounts.models import User
from notifications.domain.preferences import settings_of
from notifications.models import OutboxEvent

Happen = Callable[..., OutboxEvent]
ATOM = "{http://www.w3.org/2005/Atom}"


def feed_of(user: User) -> str:
    """The address of a person's feed."""
    return reverse("notifications:feed", args=[settings_of(user).feed_token])


def test_the_token_alone_opens_the_feed(client: Client, follower: User, happen: Happen) -> None:
    happen(context={"title": "nowa & ważna"})

    response = client.get(feed_of(follower))

    root = ElementTree.fromstring(response.content)
    titles = [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]
    assert titles == ["Nowość: nowa & ważna"]
    assert response["Content-Type"].startswith("application/atom+xml")
    assert response["X-Robots-Tag"] == "noindex"
    assert "private" in response["Cache-Control"]


def test_a_wrong_token_opens_nothing(client: Client, follower: User) -> None:
    assert client.get(reverse("notifications:feed", args=[uuid.uuid4()])).status_code == 404


def test_a_new_address_closes_the_old_one(client: Client, follower: User) -> None:
    old = feed_of(follower)
    client.force_login(follower)

    client.post(reverse("notifications:replace_feed"))

    assert client.get(old).status_code == 404
    assert client.get(feed_of(follower)).status_code == 200


def test_the_feed_of_a_closed_account_is_closed(client: Client, follower: User) -> None:
    address = feed_of(follower)
    User.objects.filter(pk=follower.pk).update(is_active=False)

    assert client.get(address).status_code == 404
