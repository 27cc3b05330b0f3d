"""Mistakes on the map that anybody may report."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

import notifications
from accounts.models import User
from organizations.domain.errors import AlreadyDecided
from organizations.models import Initiative, InitiativeReport, InitiativeStage


@transaction.atomic
def report_initiative(
    initiative: Initiative, *, text: str, email: str = "", by: User | None
) -> InitiativeReport:
    """Tell the moderators; needs no account."""
    report = InitiativeReport.objects.create(
        initiative=initiative, text=text, email=email, reported_by=by
    )
    notifications.publish(
        "organizations.initiative_reported", report, by, {"title": initiative.title, "text": text}
    )
    return report


@transaction.atomic
def close_report(report: InitiativeReport, *, finished: bool) -> None:
    """A moderator has dealt with it; ``finished`` ends the initiative too."""
    row = InitiativeReport.objects.select_for_update().get(pk=report.pk)
    if row.closed_at is not None:
        raise AlreadyDecided
    row.closed_at = timezone.now()
    row.save(update_fields=["closed_at"])
    if finished:
        initiative = Initiative.objects.select_for_update().get(pk=row.initiative_id)
        initiative.stage = InitiativeStage.FINISHED
        initiative.save()
