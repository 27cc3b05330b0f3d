"""The arithmetic of the index, exact and without a database; defined in docs/lijw-scoring.md.

Everything is counted in fractions; rounding happens once, in ``rounded``, for showing and
storing. A level that nobody gave is ``None``; an indicator that does not apply is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import overload

HIGHEST = 4
POINTS = 100
TENTH = Decimal("0.1")

Level = int | Fraction | None


@dataclass(frozen=True, slots=True)
class IndicatorWeight:
    """An indicator in the structure of the questionnaire."""

    key: str
    weight: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class AreaWeights:
    """An area with its indicators."""

    key: str
    indicators: tuple[IndicatorWeight, ...]
    weight: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class PlaneWeights:
    """A plane with its areas."""

    key: str
    areas: tuple[AreaWeights, ...]
    weight: Fraction = Fraction(1)


Structure = Sequence[PlaneWeights]


@dataclass(frozen=True, slots=True)
class Index:
    """The index and its parts in points, 0 to 100; None where nothing could be counted."""

    total: Fraction | None
    planes: dict[str, Fraction | None] = field(default_factory=dict)
    areas: dict[str, Fraction | None] = field(default_factory=dict)
    counted: int = 0
    """How many indicators had a level."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How differently an indicator was seen; ``size`` is 0 for unanimity and 1 at most.

    ``gap`` is the mean of the administration less the mean of NGOs, in levels, or None while
    one of the sides has no level; ``spread`` is the mean difference of two members, in levels.
    """

    gap: Fraction | None
    spread: Fraction
    size: Fraction


def weighted_mean(pairs: Iterable[tuple[Level, Fraction]]) -> Fraction | None:
    """The mean of values with their weights; values that are None are left out."""
    total, weights = Fraction(0), Fraction(0)
    for value, weight in pairs:
        if value is not None:
            total += value * weight
            weights += weight
    return total / weights if weights else None


def index_of(structure: Structure, levels: Mapping[str, Level]) -> Index:
    """Areas from indicators, planes from areas, the total from planes.

    ``levels`` are 0 to 4 by the key of the indicator; a key that is not there is missing.
    """
    areas: dict[str, Fraction | None] = {}
    planes: dict[str, Fraction | None] = {}
    for plane in structure:
        for area in plane.areas:
            mean = weighted_mean((levels.get(row.key), row.weight) for row in area.indicators)
            areas[area.key] = None if mean is None else mean * POINTS / HIGHEST
        planes[plane.key] = weighted_mean((areas[area.key], area.weight) for area in plane.areas)
    total = weighted_mean((planes[plane.key], plane.weight) for plane in structure)
    keys = {row.key for plane in structure for area in plane.areas for row in area.indicators}
    counted = sum(levels.get(key) is not None for key in keys)
    return Index(total, planes, areas, counted)


def mean_level(levels: Iterable[int]) -> Fraction | None:
    """The mean of one side's members, each of them counting the same."""
    return weighted_mean((level, Fraction(1)) for level in levels)


def spread_of(levels: Sequence[int]) -> Fraction:
    """The mean difference of two members (each pair once); 0 for fewer than two."""
    count = len(levels)
    if count < 2:
        return Fraction(0)
    # In order, the one at ``place`` is added ``place`` times and taken away the rest.
    ordered = sorted(levels)
    sums = sum(level * (2 * place - count + 1) for place, level in enumerate(ordered))
    return Fraction(2 * sums, count * (count - 1))


def disagreement(administration: Sequence[int], ngo: Sequence[int]) -> Disagreement:
    """How differently the members saw one indicator."""
    ours, theirs = mean_level(administration), mean_level(ngo)
    gap = None if ours is None or theirs is None else ours - theirs
    spread = spread_of([*administration, *ngo])
    return Disagreement(gap, spread, max(abs(gap or Fraction(0)), spread) / HIGHEST)


@overload
def rounded(points: Fraction) -> Decimal: ...
@overload
def rounded(points: Fraction | None) -> Decimal | None: ...
def rounded(points: Fraction | None) -> Decimal | None:
    """To one decimal place, halves upwards: 62.45 becomes 62.5."""
    if points is None:
        return None
    # Twenty digits more than needed would still miss a half; tenths of a fraction do not.
    tenths = points * 10
    whole = (2 * tenths.numerator + tenths.denominator) // (2 * tenths.denominator)
    return (Decimal(whole) / 10).quantize(TENTH, rounding=ROUND_HALF_UP)
