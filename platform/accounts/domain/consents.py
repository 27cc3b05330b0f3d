"""Giving and withdrawing consents."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

from accounts.models import Consent, ConsentPurpose, User


@dataclass(frozen=True)
class ConsentText:
    """A sentence as it is shown now; a change of words needs a new version."""

    purpose: ConsentPurpose
    version: str
    statement: StrPromise
    is_optional: bool = True


CURRENT_TEXTS = {
    text.purpose: text
    for text in (
        ConsentText(
            ConsentPurpose.TERMS,
            "1",
            _("Akceptuję regulamin portalu i znam zasady przetwarzania moich danych."),
            is_optional=False,
        ),
        ConsentText(
            ConsentPurpose.NEWS,
            "1",
            _("Chcę otrzymywać wiadomości o działaniach organizacji i urzędów w regionie."),
        ),
        ConsentText(
            ConsentPurpose.PUBLIC_NAME,
            "1",
            _("Zgadzam się, by moje uwagi i głosy były podpisane moim imieniem i nazwiskiem."),
        ),
    )
}


class ConsentIsRequired(Exception):
    """The account cannot exist without this consent; it ends by erasing the account."""


def current_text(purpose: ConsentPurpose) -> ConsentText:
    """The sentence now in force for a purpose."""
    return CURRENT_TEXTS[purpose]


@transaction.atomic
def give_consent(user: User, purpose: ConsentPurpose) -> Consent:
    """Record that the person agreed to the current sentence, in the language they read."""
    # Two clicks at once would both find nothing; the lock on the person makes them queue.
    User.objects.select_for_update().get(pk=user.pk)
    text = current_text(purpose)
    now = timezone.now()
    valid = Consent.objects.valid().filter(user=user, purpose=purpose)
    consent = valid.filter(text_version=text.version).first()
    if consent:
        return consent
    valid.update(withdrawn_at=now)  # consent to the new words replaces that to the old ones
    return Consent.objects.create(
        user=user,
        purpose=purpose,
        text_version=text.version,
        statement=str(text.statement),
        language=(translation.get_language() or user.language)[:2],
        given_at=now,
    )


def withdraw_consent(user: User, purpose: ConsentPurpose) -> bool:
    """Withdraw an optional consent; whether there was one. As easy as giving it (art. 7 RODO)."""
    if not current_text(purpose).is_optional:
        raise ConsentIsRequired
    valid = Consent.objects.valid().filter(user=user, purpose=purpose)
    return bool(valid.update(withdrawn_at=timezone.now()))


def optional_texts() -> list[ConsentText]:
    """The sentences that a person may agree to or not."""
    return [text for text in CURRENT_TEXTS.values() if text.is_optional]


def valid_purposes(user: User) -> set[str]:
    """The purposes whose present sentence the person agrees to."""
    valid = Consent.objects.valid().filter(user=user).values_list("purpose", "text_version")
    current = {(text.purpose.value, text.version) for text in CURRENT_TEXTS.values()}
    return {purpose for purpose, version in valid if (purpose, version) in current}


@transaction.atomic
def choose_consents(user: User, chosen: Collection[ConsentPurpose]) -> None:
    """Give the optional consents chosen and withdraw the others."""
    for text in optional_texts():
        if text.purpose in chosen:
            give_consent(user, text.purpose)
        else:
            withdraw_consent(user, text.purpose)


def has_consented(user: User, purpose: ConsentPurpose) -> bool:
    """Whether the person agrees to the sentence now in force."""
    return purpose in valid_purposes(user)
