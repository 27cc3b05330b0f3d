"""Moving a consultation through its stages; the table of moves stands beside the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.domain import moderation_queue, notices, surveys
from consultations.domain.errors import ReasonRequired, StageNotAllowed, TermTooEarly
from consultations.models import Consultation, DraftState, Remark, Stage, StageChange
from consultations.models.stages import TRANSITIONS, Transition

Guard = Callable[[Consultation], str | None]


def allowed_moves(consultation: Consultation) -> list[Transition]:
    """Moves that an official may try from the present stage, in the order of the table."""
    return [move for move in TRANSITIONS if move.source == consultation.stage]


def refusal(consultation: Consultation, move: Transition) -> str | None:
    """Why ``move`` is not possible now, or None."""
    for name in move.guards:
        if reason := GUARDS[name](consultation):
            return reason
    return None


@transaction.atomic
def change_stage(
    *, consultation: Consultation, target: Stage, actor: Any = None, reason: str = ""
) -> Consultation:
    """Move to ``target``; raises StageNotAllowed or ReasonRequired.

    The row lock makes two officials (or an official and beat) take turns.
    """
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    move = next((m for m in allowed_moves(locked) if m.target == target), None)
    if move is None:
        raise StageNotAllowed
    if move.needs_reason and not reason.strip():
        raise ReasonRequired
    if why_not := refusal(locked, move):
        raise StageNotAllowed(why_not)
    locked.stage = target
    locked.save(update_fields=["stage", "updated_at", "opens_at", "closes_at"])
    if target == Stage.OPEN and locked.current_version_id:
        # From now on the text changes only as a new version.
        locked.versions.filter(pk=locked.current_version_id).update(published_at=timezone.now())
    StageChange.objects.create(
        consultation=locked, source=move.source, target=target, actor=actor, reason=reason.strip()
    )
    surveys.follow_stage(locked, actor)
    notices.stage_changed(locked, actor, reason.strip())
    consultation.stage = target
    return locked


def announce(*, consultation: Consultation, actor: Any) -> Consultation:
    """Announce, and open at once when the opening day has come."""
    with transaction.atomic():
        announced = change_stage(consultation=consultation, target=Stage.ANNOUNCED, actor=actor)
        if announced.opens_at <= timezone.now():
            announced = change_stage(consultation=announced, target=Stage.OPEN)
    consultation.stage = announced.stage
    return announced


def move_on_time() -> int:
    """Open and close everything whose moment has come, also after downtime.

    Each consultation moves in its own transaction, so that one failure stops no other.
    Returns the number of moves made.
    """
    now = timezone.now()
    due = [
        *Consultation.objects.filter(stage=Stage.ANNOUNCED, opens_at__lte=now),
        *Consultation.objects.filter(stage=Stage.OPEN, closes_at__lte=now),
    ]
    moved = 0
    for consultation in due:
        moved += _move_automatically(consultation)
    return moved


def _move_automatically(consultation: Consultation) -> int:
    """Follow automatic moves from here as far as they are due."""
    moved = 0
    while move := next((m for m in allowed_moves(consultation) if m.automatic), None):
        try:
            change_stage(consultation=consultation, target=move.target)
        except StageNotAllowed:
            return moved
        moved += 1
    return moved


@transaction.atomic
def extend_term(
    *, consultation: Consultation, closes_on: Any, reason: str, actor: Any
) -> Consultation:
    """Move the last day forward, with a reason that participants read."""
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    if locked.stage not in (Stage.ANNOUNCED, Stage.OPEN):
        raise StageNotAllowed
    if not reason.strip():
        raise ReasonRequired
    if closes_on <= locked.closes_on or closes_on < timezone.localdate():
        raise TermTooEarly
    locked.closes_on = closes_on
    locked.save()
    StageChange.objects.create(
        consultation=locked,
        source=locked.stage,
        target=locked.stage,
        actor=actor,
        reason=reason.strip(),
    )
    surveys.follow_term(locked)
    notices.term_extended(locked, actor, reason.strip())
    return locked


def unanswered_count(consultation: Consultation) -> int:
    """Remarks that still wait for an approved position."""
    return Remark.objects.filter(consultation=consultation).unanswered().count()


def _draft_text_ready(consultation: Consultation) -> str | None:
    version = consultation.current_version
    if version is None or version.state != DraftState.READY:
        return _("Najpierw dodaj projekt i sprawdź, czy został dobrze odczytany.")
    return None


def _dates_set(consultation: Consultation) -> str | None:
    if consultation.opens_on is None or consultation.closes_on is None:
        return _("Najpierw ustal początek i koniec konsultacji.")
    return None


def _not_over(consultation: Consultation) -> str | None:
    if consultation.closes_at <= timezone.now():
        return _("Termin konsultacji już minął. Ustal nowy, zanim je ogłosisz.")
    return None


def _opening_time_come(consultation: Consultation) -> str | None:
    if consultation.opens_at > timezone.now():
        return _("Konsultacje otworzą się same w dniu początku.")
    return None


def _closing_time_come(consultation: Consultation) -> str | None:
    if consultation.closes_at > timezone.now():
        return _("Konsultacje zamkną się same po ostatnim dniu.")
    return None


def _all_remarks_answered(consultation: Consultation) -> str | None:
    count = unanswered_count(consultation)
    if not count:
        return None
    return ngettext(
        "Nie można ogłosić wyników: %(count)d uwaga nie ma zatwierdzonego stanowiska.",
        "Nie można ogłosić wyników: %(count)d uwag nie ma zatwierdzonego stanowiska.",
        count,
    ) % {"count": count}


def _no_open_appeals(consultation: Consultation) -> str | None:
    """Whoever appeals against the hiding of a remark may still get an answer to it."""
    count = moderation_queue.open_appeals(consultation).count()
    if not count:
        return None
    return ngettext(
        "Nie można ogłosić wyników: %(count)d odwołanie od ukrycia uwagi czeka na decyzję.",
        "Nie można ogłosić wyników: %(count)d odwołań od ukrycia uwag czeka na decyzję.",
        count,
    ) % {"count": count}


GUARDS: dict[str, Guard] = {
    "draft_text_ready": _draft_text_ready,
    "dates_set": _dates_set,
    "not_over": _not_over,
    "opening_time_come": _opening_time_come,
    "closing_time_come": _closing_time_come,
    "all_remarks_answered": _all_remarks_answered,
    "no_open_appeals": _no_open_appeals,
}
