"""What moderation tells to whom; published in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import notifications
from consultations.models import AbuseReport, Appeal, Remark


def remark_reported(report: AbuseReport) -> None:
    """Tell the office that somebody asks for a decision."""
    context = _about(report.remark) | {"reason": report.reason}
    notifications.publish("consultations.remark_reported", report.remark, report.reporter, context)


def remark_hidden(remark: Remark, actor: Any) -> None:
    """Tell the author why, and that an appeal is possible."""
    context = _about(remark) | {"reason": remark.state_reason}
    notifications.publish("consultations.remark_hidden", remark, actor, context)


def remark_restored(remark: Remark, actor: Any, reason: str) -> None:
    """Tell the author that the remark is back."""
    context = _about(remark) | {"reason": reason}
    notifications.publish("consultations.remark_restored", remark, actor, context)


def reports_decided(remark: Remark, people: Sequence[int], state: str, reason: str) -> None:
    """Tell those who reported what became of it."""
    context = _about(remark) | {"people": list(people), "state": state, "reason": reason}
    notifications.publish("consultations.report_decided", remark, None, context)


def appeal_filed(appeal: Appeal) -> None:
    """Tell the administrators of the portal, who decide."""
    remark = appeal.remark
    notifications.publish("consultations.appeal_filed", remark, remark.author, _about(remark))


def appeal_decided(appeal: Appeal) -> None:
    """Tell the author the decision."""
    context = _about(appeal.remark) | {"state": appeal.state, "reason": appeal.decision}
    notifications.publish("consultations.appeal_decided", appeal.remark, appeal.decided_by, context)


def _about(remark: Remark) -> dict[str, Any]:
    return {"title": remark.consultation.title, "number": remark.number}
