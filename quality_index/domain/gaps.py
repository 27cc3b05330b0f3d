""" "We and they": where the two sides see the same thing differently."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from quality_index.models import (
    LEVEL_COUNT,
    AgreedScore,
    Assessment,
    Indicator,
    Score,
    Side,
)
from quality_index.scoring import Disagreement, disagreement

SideScores = dict[str, dict[str, list[int]]]
"""Levels by the key of the indicator and by side, in no order that would tell who gave them."""


@dataclass(slots=True)
class GapRow:
    """One indicator with what both sides think of it."""

    indicator: Indicator
    levels: dict[str, list[int]]
    not_applicable: dict[str, int]
    comments: list[tuple[str, str]]
    disagreement: Disagreement
    agreed: AgreedScore | None = None

    @property
    def administration(self) -> list[int]:
        """How many of the administration gave each level, from 0 to 4."""
        return _distribution(self.levels[Side.ADMINISTRATION])

    @property
    def ngo(self) -> list[int]:
        """How many of NGOs gave each level, from 0 to 4."""
        return _distribution(self.levels[Side.NGO])

    @property
    def distribution(self) -> list[tuple[int, int, int]]:
        """Level, how many of the administration, how many of NGOs."""
        return [
            (level, self.administration[level], self.ngo[level]) for level in range(LEVEL_COUNT)
        ]

    @property
    def not_applicable_count(self) -> int:
        """How many said that it does not apply."""
        return sum(self.not_applicable.values())


def levels_by_side(assessment: Assessment) -> SideScores:
    """Levels that members handed in; one query."""
    found: SideScores = defaultdict(lambda: {side: [] for side in Side.values})
    rows = _handed_in(assessment)
    for key, side, value in rows.order_by("value").values_list(
        "indicator__key", "seat__side", "value"
    ):
        if value is not None:
            found[key][side].append(value)
    return found


def gap_rows(assessment: Assessment, *, by_disagreement: bool = True) -> list[GapRow]:
    """All indicators, those seen most differently first; a fixed number of queries."""
    indicators = list(assessment.version.indicators.select_related("area__plane"))
    agreed = {row.indicator_id: row for row in assessment.agreed_scores.all()}
    scores: dict[int, list[tuple[str, int | None, str]]] = defaultdict(list)
    for indicator, side, value, comment in _handed_in(assessment).values_list(
        "indicator_id", "seat__side", "value", "comment"
    ):
        scores[indicator].append((side, value, comment))
    rows = [_row(item, scores[item.pk], agreed.get(item.pk)) for item in indicators]
    if by_disagreement:
        rows.sort(key=_most_disputed_first)
    return rows


def _handed_in(assessment: Assessment) -> QuerySet[Score]:
    return Score.objects.filter(seat__assessment=assessment, seat__submitted_at__isnull=False)


def _row(
    indicator: Indicator, scores: list[tuple[str, int | None, str]], agreed: AgreedScore | None
) -> GapRow:
    levels: dict[str, list[int]] = {side: [] for side in Side.values}
    left_out = dict.fromkeys(Side.values, 0)
    for side, value, _comment in scores:
        if value is None:
            left_out[side] += 1
        else:
            levels[side].append(value)
    comments = sorted((side, comment) for side, _value, comment in scores if comment)
    return GapRow(
        indicator=indicator,
        levels=levels,
        not_applicable=left_out,
        comments=[(str(Side(side).label), comment) for side, comment in comments],
        disagreement=disagreement(levels[Side.ADMINISTRATION], levels[Side.NGO]),
        agreed=agreed,
    )


def _most_disputed_first(row: GapRow) -> tuple[object, ...]:
    gap = abs(row.disagreement.gap or 0)
    return (-row.disagreement.size, -gap, row.indicator.position)


def _distribution(levels: list[int]) -> list[int]:
    return [levels.count(level) for level in range(LEVEL_COUNT)]
