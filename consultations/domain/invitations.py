"""Inviting chosen organizations: counting them first, writing to each once, reminding once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from celery import current_app
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

import notifications
from consultations.domain.errors import NobodyToInvite, StageNotAllowed
from consultations.models import (
    Consultation,
    Invitation,
    InvitationBatch,
    Remark,
    RemarkState,
    Stage,
)
from organizations.domain.queries import organizations_of
from organizations.models import (
    Organization,
    OrganizationMembership,
    PublicBenefitField,
)
from territory.models import Area

INVITING = (Stage.ANNOUNCED, Stage.OPEN)
REMIND_DAYS = 3
SEND_AT_ONCE = 200
SEND_TASK = "consultations.tasks.send_invitations"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which organizations: of any of the fields, seated or active in any of the areas."""

    fields: Sequence[PublicBenefitField] = ()
    areas: Sequence[Area] = ()
    only_opp: bool = False

    def __str__(self) -> str:
        parts = [str(row) for row in (*self.fields, *self.areas)]
        return "; ".join([*parts, *(["OPP"] if self.only_opp else [])])


@dataclass(frozen=True, slots=True)
class Preview:
    """What an invitation would reach."""

    chosen: int
    invited_before: int
    with_account: int
    by_letter: int

    @property
    def reachable(self) -> int:
        """Organizations that would be written to."""
        return self.with_account + self.by_letter

    @property
    def unreachable(self) -> int:
        """New ones with neither an account nor an address."""
        return self.chosen - self.invited_before - self.reachable


def organizations_chosen(choice: Choice) -> QuerySet[Organization]:
    """Published organizations that the choice means; nothing chosen means all of them."""
    rows = Organization.objects.published().filter(status="active")
    if choice.fields:
        rows = rows.filter(_linked("benefit_fields", "publicbenefitfield", choice.fields))
    if choice.areas:
        keys = [area.pk for area in choice.areas]
        seated = Q(county__in=keys) | Q(gmina__in=keys)
        rows = rows.filter(seated | _linked("areas_of_action", "area", choice.areas))
    if choice.only_opp:
        rows = rows.with_opp_status()
    return rows


def preview(consultation: Consultation, choice: Choice) -> Preview:
    """Numbers to decide by."""
    chosen = organizations_chosen(choice)
    fresh = _not_invited(chosen, consultation)
    return Preview(
        chosen=chosen.count(),
        invited_before=chosen.count() - fresh.count(),
        with_account=fresh.filter(_has_member()).count(),
        by_letter=fresh.filter(~_has_member()).exclude(email="").count(),
    )


@transaction.atomic
def invite(
    *, consultation: Consultation, choice: Choice, message: str, actor: Any
) -> InvitationBatch:
    """Write down whom to invite, and have workers write to them.

    Whoever was invited to this round is left out, and the database refuses a double of a
    parallel request. Raises StageNotAllowed before the announcement and after the term,
    NobodyToInvite when nobody new can be reached.
    """
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    if locked.stage not in INVITING:
        raise StageNotAllowed
    fresh = _not_invited(organizations_chosen(choice), locked)
    keys = list(
        fresh.filter(Q(_has_member()) | ~Q(email="")).order_by("pk").values_list("pk", flat=True)
    )
    if not keys:
        raise NobodyToInvite
    batch = InvitationBatch.objects.create(
        consultation=locked,
        round_number=locked.round_number,
        choice=str(choice),
        message=message,
        created_by=actor,
    )
    Invitation.objects.bulk_create(
        [
            Invitation(
                batch=batch,
                consultation=locked,
                round_number=locked.round_number,
                organization_id=key,
            )
            for key in keys
        ],
        batch_size=500,
    )
    transaction.on_commit(lambda: _ask_worker(batch.pk))
    return batch


def send_invitations(batch_id: int) -> int:
    """Write to everybody in the batch who was not written to; safe to repeat and to kill."""
    sent = 0
    while count := _send_some(batch_id):
        sent += count
    return sent


def resume_invitations() -> int:
    """Send what a lost worker left."""
    batches = list(_waiting().order_by().values_list("batch", flat=True).distinct())
    return sum(send_invitations(batch) for batch in batches)


def remind_invited() -> int:
    """Remind organizations that have not remarked, once, shortly before the end."""
    last = timezone.localdate() + timedelta(days=REMIND_DAYS)
    ending = Consultation.objects.filter(
        stage=Stage.OPEN, closes_on__lte=last, closes_at__gt=timezone.now()
    )
    return sum(_remind(consultation) for consultation in ending)


def invitations_of(consultation: Consultation) -> QuerySet[Invitation]:
    """Who was invited, with whether they have remarked since."""
    return (
        consultation.invitations.select_related("organization", "batch__created_by")
        .annotate(has_remarked=Exists(_remarks_of_invited()))
        .order_by("-round_number", "organization__name", "pk")
    )


def open_invitations_of(user: Any) -> QuerySet[Invitation]:
    """Invitations of the person's organizations that can still be answered and were not."""
    return (
        Invitation.objects.filter(
            ~Exists(_remarks_of_invited()),
            organization__in=organizations_of(user),
            consultation__stage=Stage.OPEN,
            consultation__round_number=F("round_number"),
        )
        .select_related("consultation", "organization")
        .order_by("consultation__closes_at", "pk")
    )


@transaction.atomic
def _send_some(batch_id: int) -> int:
    waiting = _waiting().filter(batch=batch_id)
    some = list(
        waiting.select_for_update(skip_locked=True, of=("self",))
        .select_related("organization", "consultation__public_body", "batch")
        .order_by("pk")[:SEND_AT_ONCE]
    )
    if not some:
        return 0
    Invitation.objects.filter(pk__in=[row.pk for row in some]).update(sent_at=timezone.now())
    with_account = set(
        OrganizationMembership.objects.filter(
            organization__in=[row.organization_id for row in some], is_active=True
        ).values_list("organization", flat=True)
    )
    members = [row for row in some if row.organization_id in with_account]
    actor = some[0].batch.created_by
    notifications.publish_many(
        "consultations.invited", ((row, _about(row)) for row in members), actor=actor
    )
    for row in some:
        if row.organization_id not in with_account and row.organization.email:
            notifications.publish_to_address(
                "consultations.invited_letter",
                row,
                address=row.organization.email,
                actor=actor,
                context=_about(row),
            )
    return len(some)


@transaction.atomic
def _remind(consultation: Consultation) -> int:
    silent = (
        Invitation.objects.filter(
            consultation=consultation,
            round_number=consultation.round_number,
            sent_at__isnull=False,
            reminded_at=None,
        )
        .filter(~Exists(_remarks_of_invited()))
        .select_for_update(skip_locked=True, of=("self",))
        .select_related("consultation__public_body", "batch")
        .order_by("pk")
    )
    rows = list(silent[:SEND_AT_ONCE])
    Invitation.objects.filter(pk__in=[row.pk for row in rows]).update(reminded_at=timezone.now())
    if rows:
        notifications.publish_many(
            "consultations.invited_reminder", ((row, _about(row)) for row in rows)
        )
    return len(rows)


def _waiting() -> QuerySet[Invitation]:
    """Not sent yet; what is over or was called off invites nobody any more."""
    return Invitation.objects.filter(sent_at=None, consultation__stage__in=INVITING)


def _remarks_of_invited() -> QuerySet[Remark]:
    return Remark.objects.filter(
        consultation=OuterRef("consultation"),
        organization=OuterRef("organization"),
        round_number=OuterRef("round_number"),
        state=RemarkState.SUBMITTED,
    )


def _not_invited(
    rows: QuerySet[Organization], consultation: Consultation
) -> QuerySet[Organization]:
    invited = Invitation.objects.filter(
        consultation=consultation,
        round_number=consultation.round_number,
        organization=OuterRef("pk"),
    )
    return rows.filter(~Exists(invited))


def _has_member() -> Exists:
    members = OrganizationMembership.objects.filter(organization=OuterRef("pk"), is_active=True)
    return Exists(members)


def _linked(name: str, column: str, rows: Sequence[Any]) -> Exists:
    """Whether a many-to-many relation leads to any of ``rows``; makes no doubles."""
    through = getattr(Organization, name).through
    return Exists(
        through.objects.filter(
            **{"organization": OuterRef("pk"), f"{column}__in": [row.pk for row in rows]}
        )
    )


def _about(row: Invitation) -> dict[str, Any]:
    consultation = row.consultation
    return {
        "title": consultation.title,
        "body": consultation.public_body.name,
        "closes_on": consultation.closes_on.isoformat(),
        "message": row.batch.message,
    }


def _ask_worker(batch_id: int) -> None:
    try:
        current_app.send_task(SEND_TASK, args=[batch_id])
    except BrokerError:
        return  # the sweep by beat does it later
