"""Rankings of categories, and how strict each juror was, read from the score sheets."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from awards.domain import scoring
from awards.domain.scoring import Place, Rule, Sheet
from awards.models import (
    Ballot,
    Category,
    Evaluation,
    Juror,
    JurorRole,
    Nomination,
    Ranking,
    TieRule,
)


@dataclass(frozen=True, slots=True)
class RankedNomination:
    """A line of the ranking: the deciding place beside the place by the other average."""

    place: int
    other_place: int
    nomination: Nomination
    result: scoring.Standing
    tied_with: tuple[int, ...]
    is_below_minimum: bool
    lacks_sheets: bool

    @property
    def raw_percent(self) -> float:
        """For people; comparisons are made with exact fractions."""
        return float(self.result.raw * 100)

    @property
    def levelled_percent(self) -> float:
        """For people; may pass 0 or 100, since it is shifted."""
        return float(self.result.levelled * 100)


@dataclass(frozen=True, slots=True)
class JurorLeaning:
    """How one juror scores beside the others."""

    juror: Juror
    sheets: int
    average: float
    leaning: float

    @property
    def is_levelled(self) -> bool:
        """Whether there were enough sheets to level."""
        return self.sheets >= scoring.LEAST_FOR_LEVELLING


def ranking_of(category: Category) -> list[RankedNomination]:
    """Nominations with counted scores, by the rule of the category."""
    rules, sheets = rules_of(category), sheets_of(category)
    if not sheets or not rules:
        return []
    results = scoring.standings(sheets, rules, chair=_chair(category))
    levelled = category.ranking == Ranking.NORMALISED
    places = scoring.rank(results, levelled=levelled, tie_rule=category.tie_rule)
    if category.tie_rule == TieRule.VOTE:
        places = _parted_by_vote(category, places)
    others = scoring.rank(results, levelled=not levelled, tie_rule=category.tie_rule)
    other_places = {place.standing.nomination: place.place for place in others}
    return _lines(category, places, other_places)


def leanings_of(category: Category) -> list[JurorLeaning]:
    """Strict and lenient jurors of a category."""
    rules, sheets = rules_of(category), sheets_of(category)
    if not sheets or not rules:
        return []
    leanings = scoring.strictness(sheets, rules)
    shares: dict[int, list[Fraction]] = defaultdict(list)
    for sheet in sheets:
        shares[sheet.juror].append(scoring.share(sheet, rules))
    jurors = Juror.objects.in_bulk(list(shares))
    return [
        JurorLeaning(
            juror=jurors[key],
            sheets=len(values),
            average=float(sum(values, Fraction(0)) / len(values) * 100),
            leaning=float(leanings[key] * 100),
        )
        for key, values in sorted(shares.items(), key=lambda item: jurors[item[0]].number)
    ]


def rules_of(category: Category) -> list[Rule]:
    """The criteria in their order."""
    return [
        Rule(row.pk, row.weight, row.scale_min, row.scale_max)
        for row in category.criteria.order_by("position", "pk")
    ]


def sheets_of(category: Category) -> list[Sheet]:
    """Counted sheets of standing nominations."""
    evaluations = (
        Evaluation.objects.counted()
        .filter(nomination__in=Nomination.objects.standing().filter(category=category))
        .prefetch_related("scores")
    )
    return [
        Sheet(row.juror_id, row.nomination_id, {s.criterion_id: s.value for s in row.scores.all()})
        for row in evaluations
    ]


def _lines(
    category: Category, places: list[Place], other_places: dict[int, int]
) -> list[RankedNomination]:
    nominations = Nomination.objects.select_related("county", "organization").in_bulk(
        [place.standing.nomination for place in places]
    )
    return [
        RankedNomination(
            place=place.place,
            other_place=other_places[place.standing.nomination],
            nomination=nominations[place.standing.nomination],
            result=place.standing,
            tied_with=place.tied_with,
            is_below_minimum=place.standing.raw * 100 < category.least_score,
            lacks_sheets=place.standing.sheets < category.least_evaluations,
        )
        for place in places
    ]


def _parted_by_vote(category: Category, places: list[Place]) -> list[Place]:
    """Part equal ones by the balance of votes in closed motions, where they were voted on."""
    balance: dict[int, int] = defaultdict(int)
    ballots = Ballot.objects.filter(
        motion__category=category,
        motion__closed_at__isnull=False,
        motion__nomination__isnull=False,
    ).values_list("motion__nomination", "choice")
    for nomination, choice in ballots:
        balance[nomination] += {Ballot.Choice.FOR: 1, Ballot.Choice.AGAINST: -1}.get(
            Ballot.Choice(choice), 0
        )
    if not balance:
        return places
    ordered = sorted(places, key=lambda p: (p.place, -balance[p.standing.nomination]))
    parted: list[Place] = []
    for position, place in enumerate(ordered, 1):
        same = [
            other.standing.nomination
            for other in ordered
            if other.place == place.place
            and balance[other.standing.nomination] == balance[place.standing.nomination]
            and other is not place
        ]
        shares_last = parted and place.standing.nomination in parted[-1].tied_with
        number = parted[-1].place if shares_last else position
        parted.append(Place(number, place.standing, tuple(same)))
    return parted


def _chair(category: Category) -> int | None:
    seat = category.edition.jurors.filter(role=JurorRole.CHAIR, left_on__isnull=True).first()
    return seat.pk if seat else None
