"""From points to places: exact arithmetic on plain values, without a database.

Every result is a fraction, never rounded before it is compared: two nominees are equal only if
they are exactly equal, and the order of jurors can change nothing. Percentages for people are
rounded at the very end, by whoever shows them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

# A juror who scored fewer nominations tells too little of how strict they are.
LEAST_FOR_LEVELLING = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """A criterion: its key, weight and scale."""

    key: int
    weight: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One juror's points for one nomination, by key of the criterion."""

    juror: int
    nomination: int
    points: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """A nomination's result. ``raw`` and ``levelled`` are shares of the maximum, 0 to 1.

    Levelled ones may pass these ends, since they are shifted. ``by_criterion`` holds average
    shares, in the order of the criteria; ``chair`` the chair's own share.
    """

    nomination: int
    sheets: int
    raw: Fraction
    levelled: Fraction
    by_criterion: tuple[Fraction, ...]
    chair: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the ranking; equal results share it, and the next one is skipped."""

    place: int
    standing: Standing
    tied_with: tuple[int, ...] = field(default=())


Key = Callable[[Standing], tuple[Fraction, ...]]


def share(sheet: Sheet, rules: Sequence[Rule]) -> Fraction:
    """The weighted share of the maximum that a sheet gives, 0 to 1."""
    total = sum(rule.weight for rule in rules)
    return sum((rule.weight * _part(sheet, rule) for rule in rules), Fraction(0)) / total


def standings(
    sheets: Iterable[Sheet], rules: Sequence[Rule], chair: int | None = None
) -> list[Standing]:
    """Results of all scored nominations, in the order of their keys."""
    scored = [(sheet, share(sheet, rules)) for sheet in sheets]
    shifts = _shifts(scored)
    by_nomination: dict[int, list[tuple[Sheet, Fraction]]] = defaultdict(list)
    for sheet, value in scored:
        by_nomination[sheet.nomination].append((sheet, value))
    return [
        _standing(key, by_nomination[key], rules, shifts, chair) for key in sorted(by_nomination)
    ]


def strictness(sheets: Iterable[Sheet], rules: Sequence[Rule]) -> dict[int, Fraction]:
    """How far each juror's average lies from what others gave to the same nominations.

    Positive is lenient, negative strict. Comparing on the same nominations keeps a juror who
    happened to read the best ones from looking lenient.
    """
    return _strictness([(sheet, share(sheet, rules)) for sheet in sheets])


def rank(
    results: Iterable[Standing], *, levelled: bool = False, tie_rule: str = "shared"
) -> list[Place]:
    """Places by result, equal ones parted as far as the rule can.

    ``criteria`` compares averages in the criteria one after another, ``chair`` the chair's
    scores; ``vote`` and ``shared`` leave equal results on one place. The order on one place
    follows the keys and means nothing.
    """

    def score(result: Standing) -> tuple[Fraction, ...]:
        return (result.levelled if levelled else result.raw,)

    entries = []
    for equal in _groups(sorted(results, key=lambda result: result.nomination), score):
        for group in _groups(equal, _tie_key(equal, tie_rule)):
            names = tuple(result.nomination for result in group)
            for result in group:
                others = tuple(name for name in names if name != result.nomination)
                entries.append((result, others))
    return _numbered(entries)


def _part(sheet: Sheet, rule: Rule) -> Fraction:
    return Fraction(sheet.points[rule.key] - rule.low, rule.high - rule.low)


def _standing(
    nomination: int,
    scored: list[tuple[Sheet, Fraction]],
    rules: Sequence[Rule],
    shifts: Mapping[int, Fraction],
    chair: int | None,
) -> Standing:
    return Standing(
        nomination=nomination,
        sheets=len(scored),
        raw=_mean([value for _sheet, value in scored]),
        levelled=_mean([value - shifts[sheet.juror] for sheet, value in scored]),
        by_criterion=tuple(
            _mean([_part(sheet, rule) for sheet, _value in scored]) for rule in rules
        ),
        chair=next((value for sheet, value in scored if sheet.juror == chair), None),
    )


def _shifts(scored: list[tuple[Sheet, Fraction]]) -> dict[int, Fraction]:
    """What to take from each juror's scores so that all jurors are equally strict."""
    counts: dict[int, int] = defaultdict(int)
    for sheet, _value in scored:
        counts[sheet.juror] += 1
    leanings = _strictness(scored)
    return {
        juror: leanings[juror] if count >= LEAST_FOR_LEVELLING else Fraction(0)
        for juror, count in counts.items()
    }


def _strictness(scored: list[tuple[Sheet, Fraction]]) -> dict[int, Fraction]:
    sums: dict[int, Fraction] = defaultdict(Fraction)
    counts: dict[int, int] = defaultdict(int)
    for sheet, value in scored:
        sums[sheet.nomination] += value
        counts[sheet.nomination] += 1
    distances: dict[int, list[Fraction]] = defaultdict(list)
    for sheet, value in scored:
        distances[sheet.juror].append(value - sums[sheet.nomination] / counts[sheet.nomination])
    return {juror: _mean(values) for juror, values in distances.items()}


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _tie_key(equal: Sequence[Standing], tie_rule: str) -> Key:
    if tie_rule == "criteria":
        return lambda result: result.by_criterion
    # Nobody loses a place because the chair had to stand aside: then the tie remains.
    if tie_rule == "chair" and all(result.chair is not None for result in equal):
        return lambda result: (result.chair or Fraction(0),)
    return lambda result: ()


def _groups(results: Iterable[Standing], key: Key) -> list[list[Standing]]:
    """Equal ones together, the best first; within a group the given order stays."""
    groups: dict[tuple[Fraction, ...], list[Standing]] = defaultdict(list)
    for result in results:
        groups[key(result)].append(result)
    return [groups[value] for value in sorted(groups, reverse=True)]


def _numbered(entries: list[tuple[Standing, tuple[int, ...]]]) -> list[Place]:
    places: list[Place] = []
    for position, (result, others) in enumerate(entries, 1):
        same = places and result.nomination in places[-1].tied_with
        number = places[-1].place if same else position
        places.append(Place(place=number, standing=result, tied_with=others))
    return places
