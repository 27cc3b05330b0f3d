"""A person turns the account off for a while and on again."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import reverse

from accounts.domain.deactivation import deactivate_user, find_deactivated, reactivation_link
from accounts.domain.erasure import CannotEraseYet
from accounts.models import User
from tests.accounts.factories import PASSWORD, AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db


def key_of(user: User) -> str:
    """The signed part of the link."""
    return urlsplit(reactivation_link(user)).path.rstrip("/").rpartition("/")[2]


def test_off_and_on_again_by_the_letters_link(
    client: Client, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    user = UserFactory()
    client.force_login(user)
    elsewhere = Client()
    elsewhere.force_login(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    client.post(reverse("accounts:deactivate"))

    user.refresh_from_db()
    assert not user.is_active
    assert elsewhere.get(reverse("accounts:dashboard")).status_code == 302
    sign_in = {"login": user.email, "password": PASSWORD}
    assert client.post(reverse("account_login"), sign_in, follow=True).status_code == 200
    assert "_auth_user_id" not in client.session
    link = re.search(r"/konto/wlacz/\S+", str(mailoutbox[0].body))
    assert link
    assert client.get(link[0]).status_code == 200
    client.post(link[0])
    assert client.post(reverse("account_login"), sign_in).url == reverse("accounts:dashboard")
    assert client.get(link[0]).status_code == 404


def test_an_open_session_alone_cannot(client: Client) -> None:
    user = UserFactory()
    client.force_login(user)

    response = client.post(reverse("accounts:deactivate"))

    assert response.url.startswith(reverse("account_reauthenticate"))
    assert User.objects.get(pk=user.pk).is_active


def test_the_last_administrator_stays() -> None:
    with pytest.raises(CannotEraseYet):
        deactivate_user(AdministratorFactory())


def test_the_link_opens_no_account_that_an_administrator_closed() -> None:
    user = deactivate_user(UserFactory())
    key = key_of(user)
    assert find_deactivated(key) == user

    User.objects.filter(pk=user.pk).update(deactivated_at=None)

    assert find_deactivated(key) is None
    assert find_deactivated("zmyslony") is None
