"""Moving an edition through its stages; the table of moves stands beside the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from awards.domain import notices, readiness
from awards.domain.clock import ClockTimestamp
from awards.domain.errors import ReasonRequired, StageNotAllowed
from awards.models import EDITION_MOVES, Edition, EditionChange, EditionMove, EditionStage

Guard = Callable[[Edition], str | None]


def allowed_moves(edition: Edition) -> list[EditionMove]:
    """Moves from the present stage, in the order of the table."""
    return [move for move in EDITION_MOVES if move.source == edition.stage]


def refusal(edition: Edition, move: EditionMove) -> str | None:
    """Why ``move`` is not possible now, or None."""
    for name in move.guards:
        if reason := GUARDS[name](edition):
            return reason
    return None


@transaction.atomic
def change_stage(
    *, edition: Edition, target: EditionStage, actor: Any = None, reason: str = ""
) -> Edition:
    """Move to ``target``; raises StageNotAllowed or ReasonRequired.

    The row lock makes two officials (or an official and beat) take turns.
    """
    locked = (
        Edition.objects.select_for_update(no_key=True, of=("self",))
        .select_related("competition__public_body")
        .get(pk=edition.pk)
    )
    move = next((m for m in allowed_moves(locked) if m.target == target), None)
    if move is None:
        raise StageNotAllowed
    if move.needs_reason and not reason.strip():
        raise ReasonRequired
    if why_not := refusal(locked, move):
        raise StageNotAllowed(why_not)
    locked.stage = target
    locked.save(update_fields=["stage", "updated_at", "opens_at", "closes_at"])
    EditionChange.objects.create(
        edition=locked, source=move.source, target=target, actor=actor, reason=reason.strip()
    )
    notices.edition_moved(locked, actor, reason.strip())
    edition.stage = target
    return locked


def announce(*, edition: Edition, actor: Any) -> Edition:
    """Announce, and open at once when the opening day has come."""
    with transaction.atomic():
        announced = change_stage(edition=edition, target=EditionStage.ANNOUNCED, actor=actor)
        _follow(announced)
    edition.stage = announced.stage
    return announced


def move_on_time() -> int:
    """Make all automatic moves whose moment has come, also after downtime."""
    due = Edition.objects.filter(
        stage__in=[move.source for move in EDITION_MOVES if move.automatic]
    )
    return sum(_follow(edition) for edition in due)


def _follow(edition: Edition) -> int:
    """Automatic moves from here as far as they are due."""
    moved = 0
    while move := next((m for m in allowed_moves(edition) if m.automatic), None):
        try:
            change_stage(edition=edition, target=move.target)
        except StageNotAllowed:
            return moved
        moved += 1
    return moved


def _has_come(edition: Edition, field: str) -> bool:
    """Whether the moment in ``field`` has passed by the database's clock."""
    due = Edition.objects.filter(pk=edition.pk, **{f"{field}__lte": ClockTimestamp()})
    return due.exists()


def _has_categories(edition: Edition) -> str | None:
    for category in edition.categories.prefetch_related("criteria"):
        if not category.without_nomination and not category.criteria.all():
            return _("Kategoria „%(name)s” nie ma kryteriów.") % {"name": category.name}
    return None if edition.categories.exists() else _("Najpierw dodaj kategorię.")


def _has_regulations(edition: Edition) -> str | None:
    return None if edition.regulations.exists() else _("Najpierw dodaj regulamin.")


def _not_over(edition: Edition) -> str | None:
    return _("Termin zgłoszeń już minął.") if _has_come(edition, "closes_at") else None


def _opening_come(edition: Edition) -> str | None:
    if _has_come(edition, "opens_at"):
        return None
    return _("Zgłoszenia otworzą się same w dniu początku.")


def _closing_come(edition: Edition) -> str | None:
    if _has_come(edition, "closes_at"):
        return None
    return _("Zgłoszenia zamkną się same po ostatnim dniu.")


def _moment_come(edition: Edition) -> str | None:
    if _has_come(edition, "results_at"):
        return None
    return _("Wyniki ogłoszą się same w wyznaczonej chwili.")


def _all_checked(edition: Edition) -> str | None:
    count = readiness.unchecked(edition).count()
    if not count:
        return None
    return ngettext(
        "%(count)d zgłoszenie czeka na ocenę formalną.",
        "%(count)d zgłoszeń czeka na ocenę formalną.",
        count,
    ) % {"count": count}


def _jury_ready(edition: Edition) -> str | None:
    need = max(edition.categories.values_list("jury_size", flat=True), default=0)
    have = edition.jurors.filter(left_on__isnull=True).count()
    if have >= need:
        return None
    return _("Kapituła ma %(have)d jurorów, regulamin wymaga %(need)d.") % {
        "have": have,
        "need": need,
    }


def _all_scored(edition: Edition) -> str | None:
    count = readiness.underscored(edition).count()
    if not count:
        return None
    return ngettext(
        "%(count)d zgłoszenie ma za mało ocen.", "%(count)d zgłoszeń ma za mało ocen.", count
    ) % {"count": count}


def _results_complete(edition: Edition) -> str | None:
    return readiness.missing_verdict(edition)


GUARDS: dict[str, Guard] = {
    "has_categories": _has_categories,
    "has_regulations": _has_regulations,
    "not_over": _not_over,
    "opening_come": _opening_come,
    "closing_come": _closing_come,
    "moment_come": _moment_come,
    "all_checked": _all_checked,
    "jury_ready": _jury_ready,
    "all_scored": _all_scored,
    "results_complete": _results_complete,
}
