"""The arithmetic as docs/lijw-scoring.md defines it, and the example counted by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from quality_index.scoring import (
    AreaWeights,
    IndicatorWeight,
    PlaneWeights,
    Structure,
    disagreement,
    index_of,
    rounded,
    spread_of,
)

quickly = settings(max_examples=25, deadline=None)
LEVELS = st.integers(0, 4)
GIVEN = st.one_of(st.none(), LEVELS)
WEIGHTS = st.fractions(min_value=Fraction(1, 100), max_value=100, max_denominator=100)


@st.composite
def structures(draw: st.DrawFn) -> Structure:
    """One to three planes of one to three areas of one to four indicators."""
    planes = []
    for plane in range(draw(st.integers(1, 3))):
        areas = []
        for area in range(draw(st.integers(1, 3))):
            keys = [f"{plane}-{area}-{row}" for row in range(draw(st.integers(1, 4)))]
            rows = tuple(IndicatorWeight(key, draw(WEIGHTS)) for key in keys)
            areas.append(AreaWeights(f"{plane}-{area}", rows, draw(WEIGHTS)))
        planes.append(PlaneWeights(str(plane), tuple(areas), draw(WEIGHTS)))
    return planes


def keys_of(structure: Structure) -> list[str]:
    return [row.key for plane in structure for area in plane.areas for row in area.indicators]


@st.composite
def scored(draw: st.DrawFn) -> tuple[Structure, dict[str, int | None]]:
    structure = draw(structures())
    return structure, {key: draw(GIVEN) for key in keys_of(structure)}


@quickly
@given(scored())
def test_every_number_stays_between_0_and_100(case: tuple[Structure, dict]) -> None:
    index = index_of(*case)

    values = [index.total, *index.planes.values(), *index.areas.values()]
    assert all(value is None or 0 <= value <= 100 for value in values)
    assert (index.total is None) == (index.counted == 0)


@quickly
@given(structures(), LEVELS)
def test_the_same_level_everywhere_is_the_index_whatever_the_weights(
    structure: Structure, level: int
) -> None:
    assert index_of(structure, dict.fromkeys(keys_of(structure), level)).total == level * 25


@quickly
@given(scored(), st.data())
def test_a_higher_level_never_lowers_the_index(
    case: tuple[Structure, dict], data: st.DataObject
) -> None:
    structure, levels = case
    key = data.draw(st.sampled_from(keys_of(structure)))
    before = levels | {key: levels[key] or 0}
    after = before | {key: min(before[key] + 1, 4)}

    assert index_of(structure, after).total >= index_of(structure, before).total


@quickly
@given(scored(), st.randoms())
def test_order_does_not_matter(case: tuple[Structure, dict], random: object) -> None:
    structure, levels = case
    turned = [
        PlaneWeights(
            plane.key,
            tuple(
                AreaWeights(area.key, area.indicators[::-1], area.weight)
                for area in plane.areas[::-1]
            ),
            plane.weight,
        )
        for plane in reversed(structure)
    ]

    assert index_of(turned, levels).total == index_of(structure, levels).total


@quickly
@given(scored(), WEIGHTS)
def test_only_proportions_of_weights_matter(case: tuple[Structure, dict], factor: Fraction) -> None:
    structure, levels = case
    scaled = [
        PlaneWeights(
            plane.key,
            tuple(
                AreaWeights(
                    area.key,
                    tuple(IndicatorWeight(r.key, r.weight * factor) for r in area.indicators),
                    area.weight * factor,
                )
                for area in plane.areas
            ),
            plane.weight * factor,
        )
        for plane in structure
    ]

    assert index_of(scaled, levels).total == index_of(structure, levels).total


@quickly
@given(scored())
def test_what_does_not_apply_counts_as_if_it_were_not_asked(
    case: tuple[Structure, dict],
) -> None:
    structure, levels = case
    asked = {key: level for key, level in levels.items() if level is not None}

    assert index_of(structure, levels) == index_of(structure, asked)


@quickly
@given(st.lists(LEVELS, max_size=6), st.lists(LEVELS, max_size=6))
def test_disagreement_is_symmetric_and_bounded(ours: list[int], theirs: list[int]) -> None:
    one, other = disagreement(ours, theirs), disagreement(theirs, ours)

    assert 0 <= one.size <= 1
    assert one.size == other.size
    assert one.gap is None or one.gap == -other.gap
    assert (one.size == 0) == (len({*ours, *theirs}) <= 1)


@quickly
@given(st.lists(LEVELS, min_size=2, max_size=8))
def test_spread_is_the_mean_difference_of_two_members(levels: list[int]) -> None:
    pairs = [abs(one - other) for place, one in enumerate(levels) for other in levels[place + 1 :]]

    assert spread_of(levels) == Fraction(sum(pairs), len(pairs))


@quickly
@given(st.fractions(min_value=0, max_value=100))
def test_rounding_is_to_the_nearest_tenth_with_halves_upwards(value: Fraction) -> None:
    shown = Fraction(rounded(value))

    assert -Fraction(1, 20) < shown - value <= Fraction(1, 20)


def test_the_example_counted_by_hand() -> None:
    """The one of docs/lijw-scoring.md."""
    structure = [
        PlaneWeights(
            "polityki",
            (
                AreaWeights(
                    "informowanie",
                    (IndicatorWeight("a1", Fraction(2)), IndicatorWeight("a2")),
                ),
                AreaWeights("konsultowanie", (IndicatorWeight("b1"), IndicatorWeight("b2"))),
            ),
        ),
        PlaneWeights("zadania", (AreaWeights("finansowe", (IndicatorWeight("c1"),)),), Fraction(2)),
    ]

    index = index_of(structure, {"a1": 3, "a2": 1, "b1": 4, "b2": None, "c1": 2})

    assert index.areas["informowanie"] == Fraction(175, 3)
    assert index.areas["konsultowanie"] == 100
    assert index.planes["polityki"] == Fraction(475, 6)
    assert index.total == Fraction(1075, 18)
    assert rounded(index.total) == Decimal("59.7")
    seen = disagreement([3, 4], [1, 2, 1])
    assert seen.gap == Fraction(13, 6)
    assert seen.spread == Fraction(8, 5)
    assert seen.size == Fraction(13, 24)


def test_halves_are_rounded_upwards() -> None:
    assert rounded(Fraction(6245, 100)) == Decimal("62.5")
    assert rounded(Fraction(6244, 100)) == Decimal("62.4")
    assert rounded(None) is None
