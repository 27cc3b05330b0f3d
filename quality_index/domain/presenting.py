"""Reading everything that the page of results, its pictures and its reports show."""

from __future__ import annotations

from decimal import Decimal

from quality_index.domain.charts import ChartFacts
from quality_index.domain.gaps import gap_rows
from quality_index.domain.results import agreed_index, sides_index
from quality_index.domain.series import peers_of, published_years
from quality_index.models import Assessment, ResultLevel


def facts_of(assessment: Assessment, *, with_rank: bool = False) -> ChartFacts:
    """The facts in a fixed number of queries, whatever the number of indicators or years."""
    years = published_years(assessment.body, up_to=assessment)
    before = years[-2].assessment if len(years) > 1 else None
    return ChartFacts(
        assessment=assessment,
        planes=list(assessment.version.planes.order_by("position")),
        areas=list(assessment.version.areas.select_related("plane").order_by("position")),
        index=agreed_index(assessment),
        sides=sides_index(assessment),
        rows=gap_rows(assessment, by_disagreement=False),
        targets=targets_of(assessment),
        years=years,
        before=area_results(before) if before else {},
        peers=peers_of(assessment, with_rank=with_rank),
    )


def area_results(assessment: Assessment) -> dict[str, Decimal]:
    """Settled values of areas by key."""
    rows = assessment.results.filter(level=ResultLevel.AREA, value__isnull=False)
    return {key: value for key, value in rows.values_list("key", "value") if value is not None}


def targets_of(assessment: Assessment) -> dict[str, Decimal]:
    """Levels wanted next year, by the key of the area."""
    return dict(assessment.targets.values_list("area__key", "value"))
