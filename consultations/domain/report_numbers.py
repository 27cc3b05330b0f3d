"""Who took part and what the remarks were about: the numbers of the report."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.utils.translation import gettext as _

from consultations.domain import queries
from consultations.exports.report_numbers import ReportNumbers, Senders, UnitNumbers
from consultations.models import (
    Consultation,
    PositionState,
    Provision,
    Remark,
    RemarkState,
    Verdict,
)

_TAKEN_IN = Q(
    position__state=PositionState.APPROVED,
    position__verdict__in=[Verdict.ACCEPTED, Verdict.PARTLY],
)


def report_numbers(
    consultation: Consultation, rounds: Collection[int] | None = None
) -> ReportNumbers:
    """Count everything in seven queries, however many remarks there are.

    ``rounds`` narrows to the remarks of some rounds; None counts all.
    """
    remarks = queries.counted_in(consultation, rounds)
    mine = Q(organization__isnull=False)
    counts = remarks.aggregate(
        total=Count("pk"),
        organizations=Count("organization", distinct=True),
        by_organizations=Count("pk", filter=mine),
        people=Count("submitter_name", distinct=True, filter=~mine),
    )
    total = counts.pop("total")
    organizations: Any = (
        remarks.filter(mine)
        .values_list("organization__name")
        .annotate(n=Count("pk"))
        .order_by("-n", "organization__name")
    )
    return ReportNumbers(
        total=total,
        hidden=consultation.remarks.filter(state=RemarkState.HIDDEN).count(),
        senders=Senders(by_people=total - counts["by_organizations"], **counts),
        organizations=list(organizations),
        by_verdict=_counted(
            remarks.filter(position__state=PositionState.APPROVED), "position__verdict"
        ),
        by_channel=_counted(remarks, "channel"),
        by_unit=_by_unit(consultation, remarks),
    )


def _counted(remarks: Any, field: str) -> dict[str, int]:
    return dict(remarks.values_list(field).annotate(n=Count("pk")).order_by())


def _by_unit(consultation: Consultation, remarks: QuerySet[Remark]) -> list[UnitNumbers]:
    """Units in the order of the text in force; removed ones at the end, the whole draft first."""
    rows = list(
        remarks.values("provision__lineage")
        .annotate(
            n=Count("pk"),
            taken_in=Count("pk", filter=_TAKEN_IN),
            citation=Min("provision__citation"),
        )
        .order_by()
    )
    places = _places(consultation, [row["provision__lineage"] for row in rows])
    placed = []
    for row in rows:
        citation = row["citation"]
        place: tuple[int, str] = (-1, _("całość projektu"))
        if row["provision__lineage"]:
            removed = (2**31, _("%(unit)s (usunięta)") % {"unit": citation})
            place = places.get(row["provision__lineage"], removed)
        placed.append((place, UnitNumbers(place[1], row["n"], row["taken_in"])))
    return [numbers for _place, numbers in sorted(placed, key=lambda item: item[0])]


def _places(
    consultation: Consultation, lineages: list[uuid.UUID | None]
) -> dict[uuid.UUID, tuple[int, str]]:
    """Position and citation of the units that the text in force has."""
    units = Provision.objects.filter(
        version=consultation.current_version_id, lineage__in=[key for key in lineages if key]
    )
    return {
        lineage: (position, citation)
        for lineage, position, citation in units.values_list("lineage", "position", "citation")
    }
