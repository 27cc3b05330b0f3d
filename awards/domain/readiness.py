"""What still stands between an edition and its next stage."""

from __future__ import annotations

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from awards.models import (
    Declaration,
    Distinction,
    Edition,
    Evaluation,
    Nomination,
    NominationState,
)

_WAITING = (NominationState.SUBMITTED, NominationState.COMPLETION, NominationState.APPEALED)


def unchecked(edition: Edition) -> QuerySet[Nomination]:
    """Nominations without a formal decision."""
    return Nomination.objects.filter(category__edition=edition, state__in=_WAITING)


def underscored(edition: Edition) -> QuerySet[Nomination]:
    """Standing nominations with fewer counted scores than the rules want."""
    counted = Evaluation.objects.counted().values("pk")
    return (
        Nomination.objects.standing()
        .filter(category__edition=edition)
        .annotate(sheets=Count("evaluations", filter=Q(evaluations__in=counted)))
        .filter(sheets__lt=F("category__least_evaluations"))
    )


def missing_verdict(edition: Edition) -> str | None:
    """The first category in which nothing is decided, or None.

    A category may end without a laureate; then the jury says so in a motion.
    """
    for category in edition.categories.all():
        decided = category.awards.exclude(distinction=Distinction.AUDIENCE).exists()
        said_none = category.motions.filter(nomination__isnull=True, closed_at__isnull=False)
        if not decided and not said_none.exists():
            return _("Kategoria „%(name)s” nie ma rozstrzygnięcia.") % {"name": category.name}
    return None


def declared_conflicts(edition: Edition) -> QuerySet[Declaration]:
    """Declarations of conflict in the edition, for the protocol."""
    return Declaration.objects.filter(
        nomination__category__edition=edition, answer=Declaration.Answer.CONFLICT
    ).select_related("juror", "nomination")
