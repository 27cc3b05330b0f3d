"""Further rounds of a consultation: starting, withdrawing, and what is out of which."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from consultations.models import Consultation, ConsultationRound


def results_out(consultation: Consultation) -> set[int]:
    """Numbers of the rounds whose results were published."""
    rows = consultation.rounds.filter(results_at__isnull=False)
    return set(rows.values_list("number", flat=True))


def were_results_out(consultation: Consultation) -> bool:
    """Whether the results of all rounds before the present one were published."""
    earlier = consultation.rounds.filter(
        number__lt=consultation.round_number, withdrawn_at__isnull=True
    )
    return not earlier.filter(results_at__isnull=True).exists()


def is_same_text(consultation: Consultation) -> bool:
    """Whether the text in force is the one that the latest round opened with."""
    latest = _latest_held(consultation)
    return latest is not None and latest.version_id == consultation.current_version_id


def begin(
    locked: Consultation, *, opens_on: date, closes_on: date, reason: str, actor: Any
) -> None:
    """Number the next round and give the locked consultation its dates; the caller saves."""
    last = locked.rounds.order_by("-number").values_list("number", flat=True).first()
    locked.round_number = (last or 0) + 1
    locked.opens_on, locked.closes_on = opens_on, closes_on
    locked.save()
    locked.rounds.filter(number=locked.round_number).update(reason=reason, started_by=actor)


def take_back(locked: Consultation) -> None:
    """Give up the announced round: the dates are those of the round before it again."""
    locked.rounds.filter(number=locked.round_number).update(withdrawn_at=timezone.now())
    held = _latest_held(locked)
    if held is None:
        raise RuntimeError("A first round cannot be taken back.")
    locked.round_number = held.number
    locked.opens_on, locked.closes_on = held.opens_on, held.closes_on


def note_opening(locked: Consultation) -> None:
    """Fix which text the round is about; from now on it changes only as a new version."""
    current = locked.current_version
    if current is not None:
        locked.versions.filter(pk=current.pk, published_at__isnull=True).update(
            published_at=timezone.now()
        )
    locked.rounds.filter(number=locked.round_number).update(version=current)


def publish_results(locked: Consultation, moment: datetime) -> list[int]:
    """Mark the rounds whose results come out now; their numbers."""
    waiting = locked.rounds.filter(results_at__isnull=True, withdrawn_at__isnull=True)
    numbers = list(waiting.values_list("number", flat=True))
    waiting.update(results_at=moment)
    return numbers


def _latest_held(consultation: Consultation) -> ConsultationRound | None:
    return consultation.rounds.filter(withdrawn_at__isnull=True).order_by("-number").first()
