"""Short surveys: anonymous, closed by the database, shown from five answers up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from notifications.models import OutboxEvent
from quality_index.domain import opinions
from quality_index.models import OpinionAnswer, OpinionSurvey, OpinionTurnout
from tests.organizations.factories import OrganizationMembershipFactory
from tests.quality_index import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def pulse() -> OpinionSurvey:
    return opinions.open_survey(
        body=make.county_office(), closes_on=timezone.localdate() + timedelta(days=2), actor=None
    )


def answered(survey: OpinionSurvey, *levels: int) -> None:
    for level in levels:
        opinions.answer_survey(
            survey=survey,
            user=OrganizationMembershipFactory().user,
            values={question["key"]: level for question in survey.questions},
        )


def close(survey: OpinionSurvey) -> None:
    past = timezone.now() - timedelta(minutes=1)
    OpinionSurvey.objects.filter(pk=survey.pk).update(closes_at=past)
    survey.refresh_from_db()


def test_an_office_asks_five_questions_and_its_followers_hear(as_user: SignIn) -> None:
    url = reverse("quality_index:open_pulse", args=[make.county_office().slug])

    as_user(make.official()).post(url, {"closes_on": timezone.localdate().isoformat()})

    assert len(OpinionSurvey.objects.get().questions) == 5
    assert OutboxEvent.objects.filter(kind="quality_index.survey_opened").exists()


def test_an_answer_says_neither_who_nor_when(as_user: SignIn) -> None:
    survey = pulse()
    person = OrganizationMembershipFactory().user
    answers = {question["key"]: "3" for question in survey.questions}

    as_user(person).post(survey.get_absolute_url(), answers)

    names = {field.name for field in OpinionAnswer._meta.get_fields()}
    assert names == {"id", "survey", "values"}
    assert OpinionTurnout.objects.get().user == person
    again = as_user(person).post(survey.get_absolute_url(), answers)
    assert again.status_code == 409
    assert OpinionAnswer.objects.count() == 1


def test_nothing_is_shown_below_five_answers_nor_while_the_survey_lasts() -> None:
    survey = pulse()
    answered(survey, 1, 2, 3, 4)
    close(survey)
    assert opinions.results_of(survey) is None

    another = pulse()
    answered(another, 1, 2, 3, 4, 4)
    assert opinions.results_of(another) is None
    close(another)
    result = opinions.results_of(another)
    assert result is not None
    assert (result.count, str(result.mean)) == (5, "2.8")


def test_a_question_that_few_answered_stays_hidden() -> None:
    survey = pulse()
    answered(survey, 4, 4, 4, 4)
    opinions.answer_survey(
        survey=survey,
        user=OrganizationMembershipFactory().user,
        values={"informacja": 0, "wplyw": None},
    )
    close(survey)

    result = opinions.results_of(survey)

    assert result is not None
    assert [row.mean is None for row in result.questions] == [False, True, True, True, True]


def test_the_database_refuses_late_answers(as_user: SignIn) -> None:
    survey = pulse()
    close(survey)

    with pytest.raises(IntegrityError), transaction.atomic():
        OpinionAnswer.objects.create(survey=survey, values={})
    late = as_user(OrganizationMembershipFactory().user).post(survey.get_absolute_url(), {})
    assert late.status_code == 409
    assert not OpinionTurnout.objects.exists()


def test_pulses_make_a_trend_on_the_public_page() -> None:
    for level in (2, 3):
        survey = pulse()
        answered(survey, *[level] * 5)
        close(survey)

    page = Client().get(reverse("quality_index:body", args=[make.county_office().slug]))

    assert "Krótkie ankiety wśród organizacji" in page.content.decode()


def test_who_reads_without_an_account_sees_at_once_that_a_survey_began_or_ended() -> None:
    reader, url = Client(), reverse("quality_index:body", args=[make.county_office().slug])
    first = reader.get(url)
    assert reader.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 304

    survey = pulse()
    assert "Wypełnij anonimowo" in reader.get(url).content.decode()

    answered(survey, 1, 2, 3, 4, 4)
    close(survey)
    page = reader.get(url).content.decode()
    assert "Wypełnij anonimowo" not in page
    assert "2,8" in page


def test_a_broad_survey_asks_about_each_area(as_user: SignIn) -> None:
    assessment, _ours, _theirs = make.scoring()

    as_user(make.official()).post(
        reverse("quality_index:open_broad", args=[assessment.pk]),
        {"closes_on": timezone.localdate().isoformat()},
    )

    survey = assessment.broad_surveys.get()
    assert len(survey.questions) == assessment.version.areas.count()
