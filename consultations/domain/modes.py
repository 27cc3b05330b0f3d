"""Choosing the mode of a consultation: the board's decision, or the council's request."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from consultations.domain import notices_of_procedure as notices
from consultations.domain.errors import MeetingsStand, StageNotAllowed
from consultations.models import Consultation, Mode, ModeDecision, Stage

# The council may ask for meetings while remarks are still taken.
CHANGING = (Stage.DRAFT, Stage.ANNOUNCED, Stage.OPEN)


@transaction.atomic
def decide_mode(*, decision: ModeDecision, actor: Any) -> ModeDecision:
    """Put a decision into force and into the log.

    Raises StageNotAllowed after the term, MeetingsStand when meetings that are still to come
    would have no place in the basic mode.
    """
    rows = Consultation.objects.select_for_update(no_key=True)
    consultation = rows.get(pk=decision.consultation_id)
    if consultation.stage not in CHANGING:
        raise StageNotAllowed
    if decision.mode == Mode.BASIC and consultation.meetings.filter(cancelled_at=None).exists():
        raise MeetingsStand
    is_new = consultation.mode != decision.mode
    consultation.mode, consultation.mode_origin = decision.mode, decision.origin
    consultation.save()
    decision.actor = actor
    decision.save()
    if is_new and consultation.stage != Stage.DRAFT:
        notices.mode_changed(consultation, decision, actor)
    return decision
