"""An administrator's browser, acting as somebody else."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.factories import AdministratorFactory

REASON = "Prośba telefoniczna nr 12 o pomoc z profilem"


def acting_as(person: User) -> Client:
    """The browser of an administrator who gave a reason."""
    client = Client()
    client.force_login(AdministratorFactory())
    client.post(reverse("accounts:impersonate", args=[person.pk]), {"reason": REASON})
    return client
