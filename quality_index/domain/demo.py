"""Demo assessments: three years of the marshal's office, counties to compare with, one that runs.

Made by the same functions that the pages call; safe to repeat.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from zlib import crc32

from django.utils import timezone

from notifications.models import AddressLetter, WorkState
from organizations.models import PublicBody, PublicBodyKind
from quality_index.domain import assessing, opinions, plans, scores, stages
from quality_index.domain.gaps import gap_rows
from quality_index.domain.questionnaires import newest_published
from quality_index.models import (
    Action,
    ActionStatus,
    AgreedScore,
    Assessment,
    Group,
    Indicator,
    OpinionAnswer,
    OpinionSurvey,
    Score,
    Seat,
    Side,
    Stage,
)
from quality_index.scoring import mean_level

COUNTIES = 7
REASONS = (
    "Przekonały nas protokoły i raporty z tego roku.",
    "",
    "",
    "Zespół zgodził się, że są zasady, ale nie wszyscy je znają.",
    "",
)
DISSENT = "Przedstawicielka jednej organizacji dałaby o poziom mniej."
YEARS = 3
TEAM = (
    ("Urszula Urzędowska", "", Group.OFFICIAL, Side.ADMINISTRATION, "Departament Społeczny"),
    ("Robert Radny", "radny@example.org", Group.COUNCILLOR, Side.ADMINISTRATION, "Komisja rodziny"),
    ("Zofia Zarządowa", "zarzad@example.org", Group.EXECUTIVE, Side.ADMINISTRATION, "Zarząd"),
    ("Natalia Społeczna", "", Group.NGO, Side.NGO, "Stowarzyszenie"),
    ("Franciszek Fundacyjny", "", Group.NGO, Side.NGO, "Fundacja"),
    ("Rafał Radowski", "rdpp@example.org", Group.COUNCIL, Side.NGO, "Rada pożytku"),
)


@dataclass(frozen=True, slots=True)
class DemoTeam:
    """The people with accounts who sit in demo teams."""

    official: Any
    county_official: Any
    ngo: Any
    second_ngo: Any


def seed_index(marshal: PublicBody, county: PublicBody, people: DemoTeam) -> None:
    """Create what is missing."""
    if Assessment.objects.filter(body=marshal).exists():
        return
    last = timezone.localdate().year - 1
    for year in range(last - YEARS + 1, last + 1):
        _whole_year(marshal, year, people)
    offices = PublicBody.objects.filter(kind=PublicBodyKind.COUNTY).exclude(pk=county.pk)
    for number, office in enumerate(offices.order_by("name")[:COUNTIES]):
        for year in (last - 1, last):
            _agreed_year(office, year, shift=(number + year) % 3 - 1)
    _agreed_year(county, last - 1, shift=0)
    _running(county, last, people)
    _plan(marshal, people)
    _pulse(marshal)
    # The past is not mailed to anybody.
    letters = AddressLetter.objects.filter(event__kind__startswith="quality_index.")
    letters.filter(state=WorkState.PENDING).delete()


def level_of(key: str, *, shift: int = 0) -> int:
    """A level that is always the same for a key, mostly 1 to 3."""
    return min(max(1 + crc32(key.encode()) % 3 + shift, 0), 4)


def _start(body: PublicBody, year: int, actor: Any = None) -> Assessment:
    version = newest_published()
    if version is None:
        raise LookupError("The delivered questionnaire is missing.")
    return assessing.start_assessment(
        assessment=Assessment(
            body=body,
            version=version,
            year=year,
            scores_until_on=timezone.localdate() + timedelta(days=12),
            purpose="Chcemy wiedzieć, co nam przeszkadza, i poprawić to razem.",
        ),
        actor=actor,
    )


def _seats(assessment: Assessment, official: Any, people: DemoTeam) -> list[Seat]:
    accounts = {
        "Urszula Urzędowska": official.email,
        "Natalia Społeczna": people.ngo.email,
        "Franciszek Fundacyjny": people.second_ngo.email,
    }
    return [
        assessing.add_seat(
            seat=Seat(
                assessment=assessment,
                name=str(official) if accounts.get(name) == official.email else name,
                email=accounts.get(name, email),
                group=group,
                side=side,
                represents=represents,
            ),
            actor=official,
        )
        for name, email, group, side, represents in TEAM
    ]


def _whole_year(body: PublicBody, year: int, people: DemoTeam) -> None:
    assessment = _start(body, year, people.official)
    seats = _seats(assessment, people.official, people)
    stages.change_stage(assessment=assessment, target=Stage.SCORING, actor=people.official)
    indicators = list(assessment.version.indicators.all())
    better = year - timezone.localdate().year + YEARS  # 0, 1, 2
    for place, seat in enumerate(seats):
        _score(seat, indicators, year, place, better)
        scores.submit_scores(seat=seat)
    stages.change_stage(assessment=assessment, target=Stage.CONSENSUS, actor=people.official)
    _agree(assessment)
    for target in (Stage.APPROVED, Stage.PUBLISHED):
        stages.change_stage(assessment=assessment, target=target, actor=people.official)


def _score(seat: Seat, indicators: list[Indicator], year: int, place: int, better: int) -> None:
    """The administration sees things brighter than NGOs, as it is in life."""
    brighter = 1 if seat.side == Side.ADMINISTRATION else 0
    Score.objects.bulk_create(
        Score(
            seat=seat,
            indicator=row,
            value=level_of(f"{row.key}{place % 2}", shift=_step(row, better) + brighter),
            comment="Widać poprawę w ostatnim roku."
            if place == 0 and row.position % 9 == 0
            else "",
        )
        for row in indicators
    )


def _agree(assessment: Assessment) -> None:
    """Somewhere between the sides, with a word why here and there."""
    AgreedScore.objects.bulk_create(
        AgreedScore(
            assessment=assessment,
            indicator=row.indicator,
            value=round(mean_level([level for side in Side.values for level in row.levels[side]])
                        or 0),
            reasons=REASONS[row.indicator.position % len(REASONS)],
            dissent=DISSENT if row.indicator.position % 11 == 0 else "",
            revision=1,
        )
        for row in gap_rows(assessment)
    )  # fmt: skip


def _step(row: Indicator, better: int) -> int:
    """Some things improve from year to year, some stay."""
    return sum((row.position + year) % 3 == 0 for year in range(better))


def _agreed_year(body: PublicBody, year: int, *, shift: int) -> None:
    """A year taken over from a sheet: what was agreed, without members."""
    assessment = _start(body, year)
    Assessment.objects.filter(pk=assessment.pk).update(stage=Stage.CONSENSUS, is_imported=True)
    assessment.refresh_from_db()
    AgreedScore.objects.bulk_create(
        AgreedScore(
            assessment=assessment,
            indicator=row,
            value=level_of(f"{body.slug}{row.key}", shift=shift),
            revision=1,
        )
        for row in assessment.version.indicators.all()
    )
    for target in (Stage.APPROVED, Stage.PUBLISHED):
        stages.change_stage(assessment=assessment, target=target)


def _running(body: PublicBody, year: int, people: DemoTeam) -> None:
    """One that takes scores: sign in as anybody of the demo to see your own side of it."""
    assessment = _start(body, year, people.county_official)
    _seats(assessment, people.county_official, people)
    stages.change_stage(assessment=assessment, target=Stage.SCORING, actor=people.county_official)


def _plan(body: PublicBody, people: DemoTeam) -> None:
    before, newest = body.index_assessments.order_by("-year")[:2][::-1]
    today = timezone.localdate()
    planned = (
        (before, -200, ActionStatus.DONE, "Organizacje dostają zapowiedzi co kwartał."),
        (before, -90, ActionStatus.DONE, "Raporty pojawiają się w ciągu miesiąca."),
        (newest, 40, ActionStatus.RUNNING, ""),
        (newest, -10, ActionStatus.RUNNING, ""),
        (newest, 150, ActionStatus.PLANNED, ""),
    )
    advice = {row.pk: plans.recommendations(row) for row in (before, newest)}
    for number, (assessment, days, status, outcome) in enumerate(planned):
        found = advice[assessment.pk]
        row = found[number % len(found)]
        plans.save_action(
            action=Action(
                assessment=assessment,
                indicator=row.indicator,
                title=row.texts[0],
                owner_name="Biuro Dialogu",
                owner_email=people.official.email,
                due_on=today + timedelta(days=days),
                status=status,
                outcome=outcome,
            ),
            actor=people.official,
        )
    areas = newest.version.areas.order_by("position")
    plans.set_targets(
        assessment=newest, targets={area: Decimal(75) for area in areas if area.position % 2 == 0}
    )


def _pulse(body: PublicBody) -> None:
    """Two pulses that are over, with a dozen answers each."""
    for months, shift in ((8, 0), (3, 1)):
        survey = opinions.open_survey(
            body=body, closes_on=timezone.localdate() + timedelta(days=1), actor=None
        )
        OpinionAnswer.objects.bulk_create(
            OpinionAnswer(
                survey=survey,
                values={
                    question["key"]: level_of(f"{question['key']}{number}", shift=shift)
                    for question in survey.questions
                },
            )
            for number in range(12)
        )
        past = timezone.now() - timedelta(days=30 * months)
        OpinionSurvey.objects.filter(pk=survey.pk).update(
            closes_on=timezone.localdate(past), closes_at=past, opened_at=past - timedelta(days=14)
        )
