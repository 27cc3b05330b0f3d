"""Telling readers' browsers that a page of a consultation is not what it was."""

from __future__ import annotations

from consultations.domain.clock import ClockTimestamp
from consultations.models import Consultation


def note_public_change(consultation_id: int) -> None:
    """Something that anonymous readers see changed, though no field of the consultation did.

    Locks the consultation, so call it before locking one of its remarks: everybody takes the
    two in this order, and nobody waits for somebody who waits for them.
    """
    Consultation.objects.filter(pk=consultation_id).update(updated_at=ClockTimestamp())
