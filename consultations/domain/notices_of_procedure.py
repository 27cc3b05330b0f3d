"""What is told of meetings, modes, the council and invitations."""

from __future__ import annotations

from typing import Any

import notifications
from consultations.models import (
    Consultation,
    ConsultationMeeting,
    CouncilOpinion,
    ModeDecision,
)


def meeting_announced(meeting: ConsultationMeeting, actor: Any) -> None:
    """Followers hear of a new meeting."""
    _of_meeting("consultations.meeting_announced", meeting, actor)


def meeting_moved(meeting: ConsultationMeeting, actor: Any) -> None:
    """Followers hear of a new time or place."""
    _of_meeting("consultations.meeting_moved", meeting, actor)


def meeting_cancelled(meeting: ConsultationMeeting, actor: Any) -> None:
    """Followers hear that there will be no meeting."""
    _of_meeting("consultations.meeting_cancelled", meeting, actor)


def mode_changed(consultation: Consultation, decision: ModeDecision, actor: Any) -> None:
    """Followers hear that the mode is another one, and why."""
    notifications.publish(
        "consultations.mode_changed",
        consultation,
        actor=actor,
        context={
            "title": consultation.title,
            "mode": decision.mode,
            "decided_by": decision.decided_by,
            "reason": decision.reason,
        },
    )


def council_asked(opinion: CouncilOpinion, actor: Any) -> None:
    """A letter to the council with the term."""
    _letter_to_council("consultations.council_asked", opinion, actor)


def council_reminded(opinion: CouncilOpinion, actor: Any) -> None:
    """A second letter before the term ends."""
    _letter_to_council("consultations.council_reminder", opinion, actor)


def council_answered(opinion: CouncilOpinion, actor: Any) -> None:
    """Followers hear what the council thinks."""
    notifications.publish(
        "consultations.council_opinion",
        opinion.consultation,
        actor=actor,
        context=_about_opinion(opinion) | {"verdict": opinion.verdict},
    )


def council_silent(opinion: CouncilOpinion) -> None:
    """The office hears that the term passed."""
    notifications.publish(
        "consultations.council_silent", opinion.consultation, context=_about_opinion(opinion)
    )


def _of_meeting(kind: str, meeting: ConsultationMeeting, actor: Any) -> None:
    notifications.publish(
        kind,
        meeting.consultation,
        actor=actor,
        context={
            "title": meeting.consultation.title,
            "meeting": meeting.title,
            "key": meeting.pk,
            "slug": meeting.consultation.slug,
            "starts_at": meeting.starts_at.isoformat(),
            "place": meeting.place or meeting.online_url,
            "reason": meeting.cancel_reason,
        },
    )


def _letter_to_council(kind: str, opinion: CouncilOpinion, actor: Any) -> None:
    notifications.publish_to_address(
        kind,
        opinion.consultation,
        address=opinion.council_email,
        actor=actor,
        context=_about_opinion(opinion),
    )


def _about_opinion(opinion: CouncilOpinion) -> dict[str, Any]:
    return {
        "title": opinion.consultation.title,
        "body": opinion.consultation.public_body.name,
        "council": opinion.council_name,
        "due_on": opinion.due_on.isoformat(),
        "note": opinion.note,
    }
