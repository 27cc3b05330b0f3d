"""A body over the years, and a body among similar ones."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from django.db.models import Count

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
    found_totals = rows.order_by().values_list("total", flat=True)
    totals = [total for total in found_totals if total is not None]
    if len(totals) < FEWEST_PEERS:
        return None
    areas: dict[str, list[Decimal]] = {}
    found = Result.objects.filter(assessment__in=rows, level=ResultLevel.AREA)
    for key, value in found.order_by().values_list("key", "value"):
        if value is not None:
            areas.setdefault(key, []).append(value)
    own = assessment.total or Decimal(0)
    return Peers(
        year=assessment.year,
        count=len(totals),
        total=_tenth(median(totals)),
        areas={key: _tenth(median(values)) for key, values in areas.items()
               if len(values) >= FEWEST_PEERS},
        rank=1 + sum(total > own for total in totals) if with_rank else None,
    )  # fmt: skip


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
