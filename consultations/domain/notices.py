"""What is told to whom; each notice is published inside the caller's transaction."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

import notifications
from consultations.domain.identity import public_author
from consultations.models import Consultation, Remark, Stage

_KINDS_BY_STAGE = {
    Stage.ANNOUNCED: "consultations.announced",
    Stage.OPEN: "consultations.opened",
    Stage.ANALYSIS: "consultations.closed",
    Stage.CANCELLED: "consultations.cancelled",
}


def stage_changed(consultation: Consultation, actor: Any, reason: str) -> None:
    """Tell followers."""
    kind = _KINDS_BY_STAGE.get(Stage(consultation.stage))
    if kind is None:
        return
    context = _about(consultation) | {"reason": reason}
    if kind == "consultations.announced" and consultation.round_number > 1:
        kind = "consultations.next_round"
    notifications.publish(kind, consultation, actor=actor, context=context)


def results_published(consultation: Consultation, actor: Any, rounds: list[int]) -> None:
    """Tell followers, and every author of the ``rounds`` about their own remark."""
    context = _about(consultation) | {"rounds": rounds}
    notifications.publish("consultations.results", consultation, actor=actor, context=context)
    _tell_authors(consultation, actor, rounds)


def round_withdrawn(consultation: Consultation, actor: Any, reason: str) -> None:
    """Tell followers that the announced round will not take place."""
    context = _about(consultation) | {"reason": reason}
    notifications.publish(
        "consultations.round_withdrawn", consultation, actor=actor, context=context
    )


def term_extended(consultation: Consultation, actor: Any, reason: str) -> None:
    """Tell followers about the new last day."""
    notifications.publish(
        "consultations.extended",
        consultation,
        actor=actor,
        context=_about(consultation) | {"reason": reason},
    )


def remark_submitted(remark: Remark) -> None:
    """Confirm to the author, let them hear of what follows, and tell the office."""
    consultation = remark.consultation
    unit = remark.provision.citation if remark.provision else _("całość projektu")
    context = {
        "title": consultation.title,
        "number": remark.number,
        "author": public_author(remark, consultation),
        "unit": unit,
    }
    if remark.author is not None:
        notifications.follow(remark.author, consultation)
        notifications.publish("consultations.remark_received", remark, remark.author, context)
    notifications.publish("consultations.remark_to_answer", remark, remark.author, context)


def _tell_authors(consultation: Consultation, actor: Any, rounds: list[int]) -> None:
    """One event for each author's remark, with the position on it."""
    answered = (
        consultation.remarks.counted()
        .filter(author__isnull=False, round_number__in=rounds)
        .select_related("position")
    )
    notifications.publish_many(
        "consultations.remark_answered",
        (
            (
                remark,
                {
                    "title": consultation.title,
                    "number": remark.number,
                    "verdict": remark.position.verdict,
                    "reasons": remark.position.reasons,
                },
            )
            for remark in answered.iterator(chunk_size=500)
        ),
        actor=actor,
    )


def _about(consultation: Consultation) -> dict[str, Any]:
    return {
        "title": consultation.title,
        "opens_on": consultation.opens_on.isoformat(),
        "closes_on": consultation.closes_on.isoformat(),
        "round": consultation.round_number,
    }
