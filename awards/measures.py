"""What of awards is measured: pages read, and who nominates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count as Number
from django.utils.translation import gettext_lazy as _

from awards.models import NominationState, Nominator, NominatorKind
from insight import participation, places
from insight.participation import Side
from insight.places import Place

_SIDES = {
    NominatorKind.ANYONE: Side.CITIZEN,
    NominatorKind.ORGANIZATION: Side.NGO,
    NominatorKind.OFFICE: Side.ADMINISTRATION,
}


def register_measures() -> None:
    """Tell the reports what awards know."""
    places.register(Place(view_name="awards:list", label=_("konkursy")))
    participation.register(
        participation.Source(
            key="nominations", label=_("Zgłaszający do nagród"), counted=_nominators, order=30
        )
    )


def _nominators(since: date, until: date) -> Iterator[participation.Count]:
    """By the county of the organization in whose name they act; others tell none."""
    rows = (
        Nominator.objects.exclude(nomination__state=NominationState.DRAFT)
        .filter(nomination__submitted_at__date__range=(since, until))
        .order_by()
        .values_list("organization__county", "kind")
        .annotate(n=Number("pk"))
    )
    for county, kind, number in rows:
        yield participation.Count(county or "", _SIDES[NominatorKind(kind)], number)
