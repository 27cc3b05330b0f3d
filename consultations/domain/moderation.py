"""Reporting abuse, hiding and restoring remarks, and the author's appeal.

The office that runs the consultation moderates it. So that no office can silence what it does
not like, hiding needs a reason, is counted in the report, and the author may appeal to an
administrator of the portal; results wait until the appeal is decided.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from consultations.domain import moderation_notices as notices
from consultations.domain.errors import (
    AppealedAlready,
    NotYourDecision,
    ReasonRequired,
    StageNotAllowed,
)
from consultations.domain.public_changes import note_public_change
from consultations.models import (
    AbuseReason,
    AbuseReport,
    AbuseState,
    Appeal,
    AppealState,
    ModerationAction,
    ModerationDecision,
    PositionState,
    Remark,
    RemarkState,
    Stage,
)


@transaction.atomic
def report_abuse(
    *, remark: Remark, reporter: Any, reason: AbuseReason, details: str = ""
) -> AbuseReport:
    """Ask the moderators to look at a remark; a second report of one person changes nothing."""
    report, created = AbuseReport.objects.get_or_create(
        remark=remark, reporter=reporter, defaults={"reason": reason, "details": details}
    )
    if created:
        notices.remark_reported(report)
    return report


@transaction.atomic
def hide_remark(*, remark: Remark, actor: Any, reason: str) -> Remark:
    """Take a remark off the pages; it is not answered while hidden. Upholds open reports."""
    _require_reason(reason)
    locked = _lock(remark)
    if locked.state != RemarkState.SUBMITTED:
        raise StageNotAllowed
    locked.state = RemarkState.HIDDEN
    locked.state_reason = reason
    locked.save(update_fields=["state", "state_reason", "updated_at"])
    _record(locked, ModerationAction.HIDE, actor, reason)
    _decide_reports(locked, AbuseState.UPHELD, reason)
    notices.remark_hidden(locked, actor)
    return locked


@transaction.atomic
def restore_remark(*, remark: Remark, actor: Any, reason: str) -> Remark:
    """Put a hidden remark back on the pages and in the queue of answers.

    After the results only a remark that was answered before can come back.
    """
    _require_reason(reason)
    return _restore(_lock(remark), actor, reason)


@transaction.atomic
def dismiss_reports(*, remark: Remark, actor: Any, reason: str) -> int:
    """Leave the remark where it is; returns how many reports that answers."""
    _require_reason(reason)
    locked = _lock(remark)
    count = _decide_reports(locked, AbuseState.DISMISSED, reason)
    if count:
        _record(locked, ModerationAction.DISMISS, actor, reason)
    return count


@transaction.atomic
def file_appeal(*, remark: Remark, text: str) -> Appeal:
    """The author asks somebody else to look; once for each hiding. Raises AppealedAlready."""
    locked = _lock(remark)
    if locked.state != RemarkState.HIDDEN:
        raise StageNotAllowed
    hidden_at = _last_hiding(locked).decided_at
    if locked.appeals.filter(created_at__gt=hidden_at).exists():
        raise AppealedAlready
    appeal = Appeal.objects.create(remark=locked, text=text)
    notices.appeal_filed(appeal)
    return appeal


@transaction.atomic
def decide_appeal(*, appeal: Appeal, actor: Any, granted: bool, decision: str) -> Appeal:
    """Restore the remark or leave it hidden. Raises NotYourDecision for whoever hid it."""
    _require_reason(decision)
    remark = _lock(appeal.remark)
    locked = Appeal.objects.select_for_update().get(pk=appeal.pk)
    if locked.state != AppealState.OPEN:
        raise StageNotAllowed
    if _last_hiding(remark).actor == actor:
        raise NotYourDecision
    locked.state = AppealState.GRANTED if granted else AppealState.DENIED
    locked.decision, locked.decided_by, locked.decided_at = decision, actor, timezone.now()
    locked.save()
    if granted and remark.state == RemarkState.HIDDEN:
        _restore(remark, actor, decision)
    notices.appeal_decided(locked)
    return locked


def _restore(remark: Remark, actor: Any, reason: str) -> Remark:
    if remark.state != RemarkState.HIDDEN:
        raise StageNotAllowed
    position = getattr(remark, "position", None)
    is_answered = position is not None and position.state == PositionState.APPROVED
    if remark.consultation.stage in (Stage.PUBLISHED, Stage.ARCHIVED) and not is_answered:
        raise StageNotAllowed
    remark.state = RemarkState.SUBMITTED
    remark.state_reason = ""
    remark.save(update_fields=["state", "state_reason", "updated_at"])
    _record(remark, ModerationAction.RESTORE, actor, reason)
    notices.remark_restored(remark, actor, reason)
    return remark


def _lock(remark: Remark) -> Remark:
    """The consultation first, then the remark: the order in which everybody takes the two."""
    note_public_change(remark.consultation_id)
    return (
        Remark.objects.select_for_update(of=("self",))
        .select_related("consultation", "author", "position")
        .get(pk=remark.pk)
    )


def _last_hiding(remark: Remark) -> ModerationDecision:
    return remark.moderation_decisions.filter(action=ModerationAction.HIDE).latest("decided_at")


def _record(remark: Remark, action: ModerationAction, actor: Any, reason: str) -> None:
    ModerationDecision.objects.create(remark=remark, action=action, actor=actor, reason=reason)


def _decide_reports(remark: Remark, state: AbuseState, reason: str) -> int:
    reports = remark.abuse_reports.select_for_update().filter(state=AbuseState.OPEN)
    people = [report.reporter_id for report in reports if report.reporter_id]
    count = remark.abuse_reports.filter(state=AbuseState.OPEN).update(
        state=state, decided_at=timezone.now()
    )
    if people:
        notices.reports_decided(remark, people, state, reason)
    return count


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise ReasonRequired
