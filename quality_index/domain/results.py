"""Settling the index, and the index as one side or one member would have it."""

from __future__ import annotations

from fractions import Fraction

from quality_index.domain.gaps import SideScores, levels_by_side
from quality_index.domain.questionnaires import structure_of
from quality_index.models import Assessment, Result, ResultLevel, Seat, Side
from quality_index.scoring import Index, Level, index_of, mean_level, rounded


def agreed_levels(assessment: Assessment) -> dict[str, Level]:
    """What was agreed, by the key of the indicator."""
    rows = assessment.agreed_scores.values_list("indicator__key", "value")
    return dict(rows)


def agreed_index(assessment: Assessment) -> Index:
    """The index from what the team agreed."""
    return index_of(structure_of(assessment.version), agreed_levels(assessment))


def index_of_side(assessment: Assessment, side: str, scores: SideScores | None = None) -> Index:
    """The index as one side sees it: of each indicator the mean of its members."""
    known = scores if scores is not None else levels_by_side(assessment)
    levels: dict[str, Level] = {key: mean_level(by[side]) for key, by in known.items()}
    return index_of(structure_of(assessment.version), levels)


def sides_index(assessment: Assessment) -> dict[str, Index]:
    """Both sides' index; the scores are read once."""
    scores = levels_by_side(assessment)
    return {side: index_of_side(assessment, side, scores) for side in Side.values}


def index_of_member(seat: Seat) -> Index:
    """The index as one member sees it; what they left out is left out."""
    levels: dict[str, Level] = dict(seat.scores.values_list("indicator__key", "value"))
    return index_of(structure_of(seat.assessment.version), levels)


def settle(assessment: Assessment) -> None:
    """Write down the index and its parts, inside the move to the approved stage."""
    index = agreed_index(assessment)
    assessment.results.all().delete()
    Result.objects.bulk_create(
        Result(assessment=assessment, level=level, key=key, value=rounded(value))
        for level, parts in ((ResultLevel.PLANE, index.planes), (ResultLevel.AREA, index.areas))
        for key, value in parts.items()
    )
    assessment.total = rounded(index.total)


def unsettle(assessment: Assessment) -> None:
    """Take the index back, when the team returns to agreeing."""
    assessment.results.all().delete()
    assessment.total = None


def points(value: Fraction | None) -> str:
    """Points as they are shown where there is nothing to count."""
    shown = rounded(value)
    return "–" if shown is None else str(shown)
