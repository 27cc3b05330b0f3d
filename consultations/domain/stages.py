"""Moving a consultation through its stages; the table of moves stands beside the model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.domain import (
    announcements,
    council,
    meetings,
    moderation_queue,
    notices,
    report_files,
    rounds,
    surveys,
)
from consultations.domain.errors import ReasonRequired, StageNotAllowed, TermTooEarly
from consultations.models import Consultation, DraftState, Remark, Stage, StageChange
from consultations.models.stages import TRANSITIONS, Transition

Guard = Callable[[Consultation], str | None]

AFTER_TERM = (Stage.ANALYSIS, Stage.PUBLISHED)


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
    *,
    consultation: Consultation,
    target: Stage,
    actor: Any = None,
    reason: str = "",
    missing: Sequence[str] = (),
) -> Consultation:
    """Move to ``target``; raises StageNotAllowed or ReasonRequired.

    ``missing`` names what the checklist missed and the reason speaks of.
    The row lock makes two officials (or an official and beat) take turns.
    """
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    move = next((m for m in allowed_moves(locked) if m.target == target), None)
    if move is None or move.starts_round:
        raise StageNotAllowed
    if move.needs_reason and not reason.strip():
        raise ReasonRequired
    if why_not := refusal(locked, move):
        raise StageNotAllowed(why_not)
    enter_stage(locked, move, actor=actor, reason=reason.strip(), missing=missing)
    consultation.stage = target
    return locked


def enter_stage(
    locked: Consultation,
    move: Transition,
    *,
    actor: Any,
    reason: str,
    missing: Sequence[str] = (),
) -> None:
    """Carry out a move that the caller has checked on a consultation that it has locked."""
    is_withdrawal = move.source == Stage.ANNOUNCED and move.target in AFTER_TERM
    change = StageChange.objects.create(
        consultation=locked,
        source=move.source,
        target=move.target,
        actor=actor,
        reason=reason,
        missing=list(missing),
        round_number=locked.round_number,
    )
    if is_withdrawal:
        meetings.call_off(locked, reason, round_number=locked.round_number)
        rounds.take_back(locked)
    if move.target == Stage.CANCELLED:
        meetings.call_off(locked, reason)
    locked.stage = move.target
    locked.save()
    surveys.follow_stage(locked, actor)
    if move.target == Stage.OPEN:
        rounds.note_opening(locked)
    if move.target == Stage.ANNOUNCED:
        announcements.issue(locked, actor)
        council.tell_when_public(locked, actor)
    if is_withdrawal:
        notices.round_withdrawn(locked, actor, reason)
    elif move.target == Stage.PUBLISHED:
        notices.results_published(locked, actor, rounds.publish_results(locked, change.changed_at))
        report_files.prepare_all(locked)
    else:
        notices.stage_changed(locked, actor, reason)


def announce(
    *, consultation: Consultation, actor: Any, reason: str = "", missing: Sequence[str] = ()
) -> Consultation:
    """Announce, and open at once when the opening day has come."""
    with transaction.atomic():
        announced = change_stage(
            consultation=consultation,
            target=Stage.ANNOUNCED,
            actor=actor,
            reason=reason,
            missing=missing,
        )
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
        round_number=locked.round_number,
    )
    surveys.follow_term(locked)
    announcements.issue(locked, actor)
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


def _first_round(consultation: Consultation) -> str | None:
    if consultation.round_number > 1:
        return _("Kolejną turę można tylko wycofać albo odwołać całe konsultacje.")
    return None


def _results_wait(consultation: Consultation) -> str | None:
    if consultation.round_number == 1 or rounds.were_results_out(consultation):
        return _("Tak wycofuje się tylko kolejną turę zapowiedzianą podczas analizy.")
    return None


def _results_are_out(consultation: Consultation) -> str | None:
    if consultation.round_number == 1 or not rounds.were_results_out(consultation):
        return _("Tak wycofuje się tylko kolejną turę zapowiedzianą po wynikach.")
    return None


GUARDS: dict[str, Guard] = {
    "first_round": _first_round,
    "results_wait": _results_wait,
    "results_are_out": _results_are_out,
    "draft_text_ready": _draft_text_ready,
    "dates_set": _dates_set,
    "not_over": _not_over,
    "opening_time_come": _opening_time_come,
    "closing_time_come": _closing_time_come,
    "all_remarks_answered": _all_remarks_answered,
    "no_open_appeals": _no_open_appeals,
}
