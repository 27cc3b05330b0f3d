"""A body over the years, and a body among similar ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, Count, Q

from organizations.models import PublicBody
from quality_index.domain.questionnaires import map_versions
from quality_index.models import Assessment, Result, ResultLevel, Stage

FEWEST_PEERS = 5
"""Below this number of similar bodies nothing is compared: the few would be recognised."""


@dataclass(frozen=True, slots=True)
class Year:
    """One published year of a body; ``is_break`` where the questionnaire before was another."""

    assessment: Assessment
    is_break: bool

    @property
    def total(self) -> Decimal:
        """The index; a settled assessment has one."""
        return self.assessment.total or Decimal(0)


@dataclass(frozen=True, slots=True)
class Peers:
    """Similar bodies of one year, without their names."""

    year: int
    count: int
    total: Decimal
    areas: dict[str, Decimal]
    rank: int | None = None


def published_years(body: PublicBody, *, up_to: Assessment | None = None) -> list[Year]:
    """Settled years of the body that everybody sees, and the one that is shown now."""
    rows = [
        row
        for row in body.index_assessments.with_results().select_related("version").order_by("year")
        if row.is_public or row == up_to
    ]
    if up_to is not None:
        rows = [row for row in rows if row.year <= up_to.year]
    years: list[Year] = []
    for row in rows:
        before = years[-1].assessment if years else None
        years.append(Year(row, before is not None and _is_break(before, row)))
    return years


def peers_of(assessment: Assessment, *, with_rank: bool = False) -> Peers | None:
    """Medians of bodies of the same kind in the same year; None below ``FEWEST_PEERS``.

    ``rank`` is the body's own place, for its own people only.
    """
    rows = Assessment.objects.filter(
        stage=Stage.PUBLISHED, year=assessment.year, body__kind=assessment.body.kind
    ).exclude(body=assessment.body_id)
    own = assessment.total or Decimal(0)
    found = rows.aggregate(
        count=Count("total"),
        **_middle("total"),
        above=Count("pk", filter=Q(total__gt=own)),
    )
    if found["count"] < FEWEST_PEERS:
        return None
    areas = (
        Result.objects.filter(assessment__in=rows, level=ResultLevel.AREA, value__isnull=False)
        .order_by()
        .values("key")
        .annotate(count=Count("pk"), **_middle("value"))
        .filter(count__gte=FEWEST_PEERS)
    )
    return Peers(
        year=assessment.year,
        count=found["count"],
        total=_median(found),
        areas={area["key"]: _median(area) for area in areas},
        rank=1 + found["above"] if with_rank else None,
    )


class _Middle(Aggregate):
    """The middle value, of two the first in the order; exact, where a mean of floats is not."""

    function = "PERCENTILE_DISC"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s%(direction)s)"

    def __init__(self, expression: str, *, direction: str = "") -> None:
        super().__init__(expression, direction=direction)


def _middle(field: str) -> dict[str, _Middle]:
    return {"lower": _Middle(field), "upper": _Middle(field, direction=" DESC")}


def _median(row: Mapping[str, Any]) -> Decimal:
    """The median as the mean of the two middle values, which are one when their number is odd."""
    return _tenth((row["lower"] + row["upper"]) / 2)


def years_with_results() -> list[tuple[int, int]]:
    """Years that have published indexes, newest first, with how many."""
    rows = Assessment.objects.filter(stage=Stage.PUBLISHED).order_by("-year")
    return list(rows.values_list("year").annotate(n=Count("pk")))


def _is_break(before: Assessment, after: Assessment) -> bool:
    if before.version_id == after.version_id:
        return False
    return map_versions(before.version, after.version).is_break


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"))
