"""Writing the report of an assessment in every format."""

from __future__ import annotations

from typing import BinaryIO

from django.conf import settings
from django.utils import timezone, translation

from documents.exports import write_report
from quality_index.domain import plans
from quality_index.domain.charts import ChartFacts, charts_of
from quality_index.domain.gaps import GapRow
from quality_index.domain.narrative import narrative
from quality_index.domain.presenting import facts_of
from quality_index.domain.stages import submitted_by_side
from quality_index.exports.report import IndicatorLine, ReportFacts, describe_report
from quality_index.exports.workbook import WorkbookFacts, write_workbook
from quality_index.models import Assessment, Side
from quality_index.scoring import mean_level, rounded


def write_index_report(assessment: Assessment, format: str, stream: BinaryIO) -> None:
    """The report as ``format``; the workbook has formulas that count the index again."""
    facts = facts_of(assessment)
    if format == "xlsx":
        write_workbook(assessment, _for_workbook(facts), stream)
    else:
        write_report(describe_report(assessment, _for_report(facts)), format, stream)


def _for_workbook(facts: ChartFacts) -> WorkbookFacts:
    values = {key: rounded(value) for key, value in facts.index.areas.items()}
    values |= {f"plane:{key}": rounded(value) for key, value in facts.index.planes.items()}
    return WorkbookFacts(
        planes=facts.planes,
        areas=facts.areas,
        lines=[_line(row) for row in facts.rows],
        values=values,
        total=rounded(facts.index.total),
    )


def _for_report(facts: ChartFacts) -> ReportFacts:
    index, assessment = facts.index, facts.assessment
    submitted = submitted_by_side(assessment)
    return ReportFacts(
        language=(translation.get_language() or settings.LANGUAGE_CODE)[:2],
        created_at=timezone.now(),
        sentences=narrative(facts),
        charts=list(charts_of(facts).values()),
        total=rounded(index.total),
        planes=[(row.label, rounded(index.planes.get(row.key))) for row in facts.planes],
        areas=[
            (row.label, rounded(index.areas.get(row.key)), facts.targets.get(row.key))
            for row in facts.areas
        ],
        lines=[_line(row) for row in facts.rows],
        advice=[
            (row.indicator.label, row.value, text)
            for row in plans.recommendations(assessment)
            for text in row.texts
        ],
        actions=list(assessment.actions.select_related("indicator")),
        members=[(str(side.label), submitted[side]) for side in Side],
    )


def _line(row: GapRow) -> IndicatorLine:
    indicator, agreed = row.indicator, row.agreed
    return IndicatorLine(
        plane=indicator.area.plane.label,
        area=indicator.area.label,
        area_key=indicator.area.key,
        key=indicator.key,
        name=indicator.label,
        weight=indicator.weight,
        value=agreed.value if agreed else None,
        not_applicable=bool(agreed and agreed.not_applicable),
        administration=rounded(mean_level(row.levels[Side.ADMINISTRATION])),
        ngo=rounded(mean_level(row.levels[Side.NGO])),
        reasons=agreed.reasons if agreed else "",
        dissent=agreed.dissent if agreed else "",
    )
