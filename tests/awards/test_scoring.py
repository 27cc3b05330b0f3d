"""From points to places: a table worked out by hand, and laws that hold for any scores."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awards.domain.scoring import Place, Rule, Sheet, Standing, rank, share, standings, strictness

RULES = [Rule(key=1, weight=3, low=0, high=10), Rule(key=2, weight=1, low=1, high=5)]

# Worked out on paper. Juror 1 is strict, juror 2 lenient, juror 3 in between.
#        nomination: points (0–10, weight 3), (1–5, weight 1) → share of the maximum
TABLE = [
    (1, 101, (8, 5)),  # (3·0.8 + 1·1.00) / 4 = 0.85
    (1, 102, (6, 3)),  # (3·0.6 + 1·0.50) / 4 = 0.575
    (1, 103, (4, 1)),  # (3·0.4 + 1·0.00) / 4 = 0.3
    (2, 101, (10, 5)),  # 1
    (2, 102, (10, 5)),  # 1
    (2, 103, (8, 3)),  # (2.4 + 0.5) / 4 = 0.725
    (3, 101, (9, 3)),  # (2.7 + 0.5) / 4 = 0.8
    (3, 102, (7, 4)),  # (2.1 + 0.75) / 4 = 0.7125
    (3, 103, (5, 2)),  # (1.5 + 0.25) / 4 = 0.4375
]
SHEETS = [Sheet(juror, nomination, {1: a, 2: b}) for juror, nomination, (a, b) in TABLE]


def decimals(value: Fraction) -> float:
    return round(float(value), 6)


def places(results: Sequence[Place]) -> list[tuple[int, int]]:
    return [(row.place, row.standing.nomination) for row in results]


def test_the_hand_made_table() -> None:
    shares = [decimals(share(sheet, RULES)) for sheet in SHEETS]
    assert shares == [0.85, 0.575, 0.3, 1, 1, 0.725, 0.8, 0.7125, 0.4375]

    results = standings(SHEETS, RULES, chair=3)
    assert [decimals(row.raw) for row in results] == [0.883333, 0.7625, 0.4875]
    assert [decimals(row.chair or Fraction(0)) for row in results] == [0.8, 0.7125, 0.4375]
    assert [decimals(part) for part in results[0].by_criterion] == [0.9, 0.833333]

    # Averages of the distances from each nomination's mean:
    # juror 1: (−0.033333 − 0.1875 − 0.1875) / 3, juror 2: (0.116667 + 0.2375 + 0.2375) / 3, …
    leanings = strictness(SHEETS, RULES)
    assert [decimals(leanings[juror]) for juror in (1, 2, 3)] == [-0.136111, 0.197222, -0.061111]

    # Everybody scored everything, so levelling moves nobody against anybody.
    assert [decimals(row.levelled) for row in results] == [0.883333, 0.7625, 0.4875]
    assert places(rank(results)) == [(1, 101), (2, 102), (3, 103)]


def test_levelling_helps_whoever_met_only_strict_jurors() -> None:
    # Juror 1 gives 2 points fewer than juror 2 to the same nominations; A met juror 1 alone.
    points = [(1, 1, 7), (1, 2, 5), (1, 3, 4), (2, 2, 7), (2, 3, 6), (2, 4, 8)]
    rules = [Rule(1, 1, 0, 10)]
    sheets = [Sheet(juror, nomination, {1: value}) for juror, nomination, value in points]

    results = standings(sheets, rules)

    assert places(rank(results)) == [(1, 4), (2, 1), (3, 2), (4, 3)]
    assert [decimals(row.levelled) for row in results] == [0.766667, 0.6, 0.5, 0.733333]
    assert places(rank(results, levelled=True)) == [(1, 1), (2, 4), (3, 2), (4, 3)]


def standing(
    nomination: int, raw: int, by: tuple[int, ...] = (), chair: int | None = None
) -> Standing:
    return Standing(
        nomination,
        3,
        Fraction(raw, 100),
        Fraction(raw, 100),
        tuple(Fraction(part, 100) for part in by),
        None if chair is None else Fraction(chair, 100),
    )


def test_equal_ones_share_a_place_and_the_next_is_skipped() -> None:
    equal = [standing(1, 80), standing(2, 90), standing(3, 80), standing(4, 70)]

    result = rank(equal, tie_rule="shared")

    assert places(result) == [(1, 2), (2, 1), (2, 3), (4, 4)]
    assert [row.tied_with for row in result] == [(), (3,), (1,), ()]


def test_criteria_part_equal_ones_one_after_another() -> None:
    equal = [standing(1, 80, (70, 90)), standing(2, 80, (70, 95)), standing(3, 80, (60, 99))]

    assert places(rank(equal, tie_rule="criteria")) == [(1, 2), (2, 1), (3, 3)]


def test_the_chair_decides_only_when_the_chair_scored_all_of_them() -> None:
    scored = [standing(1, 80, chair=60), standing(2, 80, chair=70)]
    assert places(rank(scored, tie_rule="chair")) == [(1, 2), (2, 1)]

    stood_aside = [standing(1, 80, chair=60), standing(2, 80)]
    assert places(rank(stood_aside, tie_rule="chair")) == [(1, 1), (1, 2)]


def test_thirds_are_never_rounded_into_a_tie() -> None:
    rules = [Rule(1, 1, 0, 3), Rule(2, 1, 0, 7)]
    sheets = [Sheet(1, 1, {1: 1, 2: 5}), Sheet(1, 2, {1: 2, 2: 3}), Sheet(1, 3, {1: 1, 2: 5})]

    result = rank(standings(sheets, rules))

    assert places(result) == [(1, 2), (2, 1), (2, 3)]


@st.composite
def scored(draw: st.DrawFn) -> list[Sheet]:
    """Some jurors score some nominations."""
    pairs = draw(
        st.lists(
            st.tuples(st.integers(1, 4), st.integers(1, 5)), min_size=2, max_size=20, unique=True
        )
    )
    return [
        Sheet(juror, nomination, {1: draw(st.integers(0, 10)), 2: draw(st.integers(1, 5))})
        for juror, nomination in pairs
    ]


# Slow machines may take their time.
ANY_SPEED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TIE_RULES = st.sampled_from(["criteria", "chair", "vote", "shared"])


@ANY_SPEED
@given(scored(), st.randoms(use_true_random=False), TIE_RULES, st.booleans())
def test_the_order_of_sheets_and_the_names_of_jurors_change_nothing(
    sheets: list[Sheet], random: object, tie_rule: str, levelled: bool
) -> None:
    def ranking(of: list[Sheet], chair: int) -> list[tuple[int, int]]:
        results = standings(of, RULES, chair=chair)
        return places(rank(results, levelled=levelled, tie_rule=tie_rule))

    shuffled = list(sheets)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    renamed = [Sheet(sheet.juror + 100, sheet.nomination, sheet.points) for sheet in shuffled]

    assert ranking(renamed, chair=101) == ranking(sheets, chair=1)


@ANY_SPEED
@given(scored(), st.data(), TIE_RULES, st.booleans())
def test_a_better_score_never_costs_a_place(
    sheets: list[Sheet], data: st.DataObject, tie_rule: str, levelled: bool
) -> None:
    chosen = data.draw(st.integers(0, len(sheets) - 1))
    sheet = sheets[chosen]
    better = {
        1: data.draw(st.integers(sheet.points[1], 10)),
        2: data.draw(st.integers(sheet.points[2], 5)),
    }
    raised = [*sheets]
    raised[chosen] = Sheet(sheet.juror, sheet.nomination, better)

    def place_in(of: list[Sheet]) -> int:
        ranked = rank(standings(of, RULES, chair=1), levelled=levelled, tie_rule=tie_rule)
        return next(p.place for p in ranked if p.standing.nomination == sheet.nomination)

    assert place_in(raised) <= place_in(sheets)


@ANY_SPEED
@given(scored(), TIE_RULES)
def test_places_count_those_who_are_better(sheets: list[Sheet], tie_rule: str) -> None:
    ranked = rank(standings(sheets, RULES, chair=1), tie_rule=tie_rule)

    assert {row.standing.nomination for row in ranked} == {sheet.nomination for sheet in sheets}
    for position, row in enumerate(ranked):
        assert 0 <= row.standing.raw <= 1
        ahead = [other for other in ranked[:position] if other.place != row.place]
        assert row.place == len(ahead) + 1
        assert all(other.standing.raw >= row.standing.raw for other in ahead)
