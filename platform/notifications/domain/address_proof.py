"""Showing that an address that refused our mail takes it again."""

from __future__ import annotations

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from notifications.domain.publishing import publish_to_address
from notifications.domain.suppression import is_suppressed, resume
from notifications.models import AddressLetter, OutboxEvent, ReportSource

CONFIRM_ADDRESS = "notifications.confirm_address"
SALT = "notifications.address-proof"
VALID_FOR = timedelta(days=2)
PAUSE = timedelta(minutes=10)


class NothingToConfirm(Exception):
    """The address gets mail already."""


class AskedJustNow(Exception):
    """A letter is on its way; one in ten minutes is enough."""


class BadProof(Exception):
    """The link is mistyped, too old, or the account has another address by now."""


@transaction.atomic
def ask_for_proof(user: User) -> AddressLetter:
    """Send a letter with a link to the stopped address; who opens it has shown that mail comes."""
    User.objects.select_for_update().get(pk=user.pk)  # two quick clicks send one letter
    if not is_suppressed(user.email):
        raise NothingToConfirm
    recent = AddressLetter.objects.filter(
        event__kind=CONFIRM_ADDRESS,
        address__iexact=user.email,
        created_at__gt=timezone.now() - PAUSE,
    )
    if recent.exists():
        raise AskedJustNow
    return publish_to_address(
        CONFIRM_ADDRESS, user, address=user.email, language=user.language, actor=user
    )


def proof_address(event: OutboxEvent) -> str:
    """The link in the letter, made when it is written and stored nowhere."""
    user = event.subject
    if not isinstance(user, User):
        raise BadProof
    token = signing.dumps([user.pk, user.email], salt=SALT)
    return reverse("notifications:confirm_address", args=[token])


def open_proof(token: str) -> User:
    """Whose address the link confirms."""
    try:
        pk, email = signing.loads(token, salt=SALT, max_age=VALID_FOR)
        return User.objects.get(pk=pk, email=email, is_active=True)
    except (signing.BadSignature, User.DoesNotExist) as error:
        raise BadProof from error


def accept_proof(user: User) -> bool:
    """Let mail flow again; whether it had been stopped."""
    return resume(user.email, source=ReportSource.PERSON, actor=user)
