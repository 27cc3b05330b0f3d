"""What of consultations waits on the page of moderators."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from consultations.domain import moderation_queue, permissions
from consultations.models import Consultation
from pages.moderation import SHOWN, Queue, Waiting

EXCERPT = 120


def reported_remarks(user: User) -> Queue | None:
    """Reported remarks: an office's own, or all for administrators."""
    rows = moderation_queue.reported_remarks()
    is_administrator = permissions.can_decide_appeals(user)
    if not is_administrator:
        own = Consultation.objects.run_by(user)
        if not own.exists():
            return None
        rows = rows.filter(consultation__in=own)
    first = rows.first()
    if is_administrator:
        address = reverse("consultations:all_moderation")
    elif first:
        address = reverse("consultations:moderation", args=[first.consultation.slug])
    else:
        address = reverse("consultations:list")
    return Queue(
        key="consultations-reports",
        label=_("Zgłoszone uwagi w konsultacjach"),
        url=address,
        count=rows.count(),
        oldest=[
            Waiting(
                title=f"{remark}: {remark.consultation.title}",
                url=reverse("consultations:moderation", args=[remark.consultation.slug]),
                since=remark.waiting_since,  # type: ignore[attr-defined]
                note=Truncator(remark.text).chars(EXCERPT),
            )
            for remark in rows[:SHOWN]
        ],
    )


def appeals(user: User) -> Queue | None:
    """Appeals against hidden remarks, for administrators."""
    if not permissions.can_decide_appeals(user):
        return None
    rows = moderation_queue.open_appeals()
    return Queue(
        key="consultations-appeals",
        label=_("Odwołania w konsultacjach"),
        url=reverse("consultations:all_moderation"),
        count=rows.count(),
        oldest=[
            Waiting(
                title=f"{appeal.remark}: {appeal.remark.consultation.title}",
                url=reverse(
                    "consultations:decide_appeal",
                    args=[appeal.remark.consultation.slug, appeal.remark.number],
                ),
                since=appeal.created_at,
                note=Truncator(appeal.text).chars(EXCERPT),
            )
            for appeal in rows[:SHOWN]
        ],
    )
