"""Assessments in every stage, made the way the portal makes them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from organizations.models import PublicBody
from quality_index.domain import assessing, scores, stages
from quality_index.domain.scores import Answer
from quality_index.models import (
    AgreedScore,
    Assessment,
    Group,
    QuestionnaireVersion,
    Score,
    Seat,
    Side,
    Stage,
)
from tests.accounts.factories import UserFactory
from tests.organizations.factories import PublicBodyMembershipFactory

YEAR = 2025


def county_office(number: int = 0) -> PublicBody:
    """A county's office; a reference row."""
    return PublicBody.objects.filter(kind="county").order_by("name")[number]


def delivered() -> QuestionnaireVersion:
    """The questionnaire that comes with the schema."""
    return QuestionnaireVersion.objects.get(number=1)


def official(body: PublicBody | None = None, **fields: Any) -> User:
    """An official of ``body``."""
    user = UserFactory(**fields)
    PublicBodyMembershipFactory(user=user, public_body=body or county_office())
    return user


def in_preparation(**fields: Any) -> Assessment:
    """An assessment without a team."""
    values: dict[str, Any] = {
        "body": county_office(),
        "version": delivered(),
        "year": YEAR,
        "scores_until_on": timezone.localdate() + timedelta(days=10),
        "minimum_administration": 1,
        "minimum_ngo": 1,
    }
    return assessing.start_assessment(assessment=Assessment(**(values | fields)), actor=None)


def seat(assessment: Assessment, side: str = Side.NGO, **fields: Any) -> Seat:
    """A member on one of the sides."""
    number = Seat.objects.count()
    group = Group.NGO if side == Side.NGO else Group.OFFICIAL
    values = {"name": f"Osoba {number}", "email": f"czlonek{number}@example.org", "group": group}
    return assessing.add_seat(
        seat=Seat(assessment=assessment, side=side, **(values | fields)), actor=None
    )


def scoring(**fields: Any) -> tuple[Assessment, Seat, Seat]:
    """An assessment that takes scores, with one member on each side."""
    assessment = in_preparation(**fields)
    ours, theirs = seat(assessment, Side.ADMINISTRATION), seat(assessment, Side.NGO)
    stages.change_stage(assessment=assessment, target=Stage.SCORING)
    return assessment, ours, theirs


def score_all(member: Seat, value: int, **others: int | None) -> Seat:
    """Score every indicator with ``value`` except ``others``, and hand in."""
    Score.objects.bulk_create(
        Score(
            seat=member,
            indicator=row,
            value=others.get(row.key.replace("-", "_"), value),
            comment=f"Myślę, że {value}.",
        )
        for row in member.assessment.version.indicators.all()
    )
    return scores.submit_scores(seat=member)


def in_consensus(**fields: Any) -> tuple[Assessment, Seat, Seat]:
    """The administration gave 3 everywhere, NGOs 1; only "kontakt" was unanimous."""
    assessment, ours, theirs = scoring(**fields)
    score_all(ours, 3)
    score_all(theirs, 1, kontakt=3)
    stages.change_stage(assessment=assessment, target=Stage.CONSENSUS)
    return assessment, ours, theirs


def agree_all(assessment: Assessment, value: int | None = 2, **others: int | None) -> None:
    """Agree on every indicator on which nobody has agreed yet."""
    known = assessment.agreed_scores.values("indicator")
    AgreedScore.objects.bulk_create(
        AgreedScore(
            assessment=assessment,
            indicator=row,
            value=(level := others.get(row.key.replace("-", "_"), value)),
            not_applicable=level is None,
            reasons="Tak ustaliliśmy.",
            revision=1,
        )
        for row in assessment.version.indicators.exclude(pk__in=known)
    )


def approved(**fields: Any) -> Assessment:
    """An assessment whose index is settled: 50 points."""
    assessment, _ours, _theirs = in_consensus(**fields)
    agree_all(assessment)
    stages.change_stage(assessment=assessment, target=Stage.APPROVED)
    return assessment


def published(**fields: Any) -> Assessment:
    """An assessment that everybody sees."""
    assessment = approved(**fields)
    stages.change_stage(assessment=assessment, target=Stage.PUBLISHED)
    return assessment


def settled(body: PublicBody, year: int, value: int = 2, **others: int | None) -> Assessment:
    """A published year with agreed scores alone, as one taken over from a sheet."""
    assessment = in_preparation(body=body, year=year)
    Assessment.objects.filter(pk=assessment.pk).update(stage=Stage.CONSENSUS)
    assessment.refresh_from_db()
    agree_all(assessment, value, **others)
    for target in (Stage.APPROVED, Stage.PUBLISHED):
        stages.change_stage(assessment=assessment, target=target)
    return assessment


def pass_deadline(assessment: Assessment) -> None:
    """Let the deadline be a moment ago."""
    Assessment.objects.filter(pk=assessment.pk).update(
        scores_until_at=timezone.now() - timedelta(seconds=1)
    )
    assessment.refresh_from_db()


def answer(value: int | None, comment: str = "") -> Answer:
    """What a member says of an indicator."""
    return Answer(value, comment)
