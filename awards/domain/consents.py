"""The nominee's consent: asked by a personal link, reminded, and expired by the clock."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from awards.domain import letters, notices
from awards.domain.clock import ClockTimestamp
from awards.domain.errors import ConsentDecided, NoNomineeAddress
from awards.domain.moves import move_nomination
from awards.models import Consent, Nomination, NominationState, NomineeKind
from organizations.domain.permissions import can_act_for_organization, can_act_for_public_body

_ASKABLE = (NominationState.SUBMITTED, NominationState.COMPLETION)


def begin(nomination: Nomination) -> None:
    """Ask the nominee at submission, unless the author speaks for the nominee."""
    if nomination.consent != Consent.NOT_ASKED:
        return
    if agrees_by_nominating(nomination):
        nomination.consent = Consent.GIVEN
        nomination.consent_decided_at = timezone.now()
        nomination.save()
    elif nomination.nominee_email:
        _ask(nomination)


def agrees_by_nominating(nomination: Nomination) -> bool:
    """Whether the author is the nominee or acts for them on the portal."""
    author = nomination.created_by
    if author is None or nomination.channel != "portal":
        return False
    if nomination.organization and can_act_for_organization(author, nomination.organization):
        return True
    if nomination.nominee_body and can_act_for_public_body(author, nomination.nominee_body):
        return True
    is_person = nomination.nominee_kind == NomineeKind.PERSON
    return is_person and nomination.nominee_email.lower() == author.email.lower()


@transaction.atomic
def ask(*, nomination: Nomination) -> Nomination:
    """Ask (again) from the beginning of the term; earlier links stop working."""
    locked = _lock(nomination)
    if locked.consent == Consent.GIVEN or locked.state not in _ASKABLE:
        raise ConsentDecided
    if not locked.nominee_email:
        raise NoNomineeAddress
    _ask(locked)
    return locked


def find_asked(key: str) -> Nomination | None:
    """The nomination behind a letter's key; None for a false key or a link asked anew."""
    value = letters.read_key(key, "consent")
    if not isinstance(value, list) or len(value) != 2:
        return None
    found = (
        Nomination.objects.filter(pk=value[0])
        .select_related("category__edition__competition__public_body", "photo", "county")
        .first()
    )
    if found is None or found.consent_asked_at is None:
        return None
    return found if found.consent_asked_at.timestamp() == value[1] else None


@transaction.atomic
def answer(*, nomination: Nomination, agrees: bool) -> Nomination:
    """The nominee's own word, within the term; raises ConsentDecided otherwise.

    Who agreed may still refuse as long as the nomination stands.
    """
    locked = _lock(nomination)
    in_time = Nomination.objects.filter(pk=locked.pk, consent_until__gt=ClockTimestamp())
    withdraws = locked.consent == Consent.GIVEN and not agrees and not locked.is_settled
    if not withdraws and (locked.consent != Consent.ASKED or not in_time.exists()):
        raise ConsentDecided
    if not agrees:
        # First the state: nobody is accepted without consent.
        move_nomination(
            locked,
            NominationState.WITHDRAWN,
            by="nominator",
            actor=None,
            reason=str(Consent.REFUSED.label),
        )
    locked.consent = Consent.GIVEN if agrees else Consent.REFUSED
    locked.consent_decided_at = timezone.now()
    locked.save()
    notices.consent_decided(locked)
    return locked


@transaction.atomic
def record_paper_consent(*, nomination: Nomination, actor: Any) -> Nomination:
    """The office received a signed consent on paper."""
    locked = _lock(nomination)
    if locked.consent == Consent.GIVEN or locked.is_settled:
        raise ConsentDecided
    locked.consent = Consent.GIVEN
    locked.consent_decided_at = timezone.now()
    locked.save()
    notices.consent_decided(locked)
    return locked


def remind_and_expire() -> int:
    """By beat: remind after half of the term, expire at its end; how many were touched."""
    return _remind() + _expire()


def _remind() -> int:
    waiting = _waiting().filter(
        consent_reminded_at__isnull=True, consent_until__gt=ClockTimestamp()
    )
    count = 0
    for pk in list(waiting.values_list("pk", flat=True)):
        with transaction.atomic():
            locked = _waiting().select_for_update(of=("self",)).filter(pk=pk).first()
            if locked and not locked.consent_reminded_at and _half_passed(locked):
                locked.consent_reminded_at = timezone.now()
                locked.save(update_fields=["consent_reminded_at", "updated_at"])
                notices.nominee_asked(locked, again=True)
                count += 1
    return count


def _expire() -> int:
    due = _waiting().filter(consent_until__lte=ClockTimestamp())
    count = 0
    for pk in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            locked = due.select_for_update(of=("self",)).filter(pk=pk).first()
            if locked:
                locked.consent = Consent.EXPIRED
                locked.save(update_fields=["consent", "updated_at"])
                notices.consent_decided(locked)
                count += 1
    return count


def _waiting() -> Any:
    return Nomination.objects.filter(consent=Consent.ASKED, state__in=_ASKABLE).select_related(
        "category__edition__competition__public_body"
    )


def _half_passed(nomination: Nomination) -> bool:
    asked, until = nomination.consent_asked_at, nomination.consent_until
    return bool(asked and until and timezone.now() >= asked + (until - asked) / 2)


def _ask(nomination: Nomination) -> None:
    now = timezone.now()
    nomination.consent = Consent.ASKED
    nomination.consent_asked_at = now
    nomination.consent_until = now + timedelta(days=nomination.edition.consent_days)
    nomination.consent_reminded_at = None
    nomination.save()
    notices.nominee_asked(nomination)


def _lock(nomination: Nomination) -> Nomination:
    return (
        Nomination.objects.select_for_update(of=("self",))
        .select_related("category__edition__competition__public_body")
        .get(pk=nomination.pk)
    )
