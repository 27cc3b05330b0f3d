"""A survey on a consultation: asked while it is open, its results with the consultation's."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.domain import stages, surveys
from consultations.domain.errors import StageNotAllowed
from consultations.models import Participation, Stage
from surveys.domain import collecting
from surveys.models import Questionnaire, Survey
from surveys.respondents import Respondent
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.surveys.factories import every_kind

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def with_survey(**fields: Any) -> tuple[Any, Survey]:
    consultation = make.open_consultation(**fields)
    survey = surveys.add_survey(
        consultation=consultation, version=every_kind(), title="Co o tym sądzisz?"
    )
    return consultation, survey


def answered(survey: Survey, count: int) -> None:
    for number in range(count):
        collecting.submit(
            survey=survey,
            respondent=Respondent(f"person:{number}", "Ktoś"),
            answers={"forma": "fundacja", "pracownicy": False, "zgoda": True},
            user=UserFactory(),
        )


def tab(client: Client, consultation: Any) -> str:
    page = client.get(reverse("consultations:surveys", args=[consultation.slug]))
    assert page.status_code == 200
    return page.content.decode()


def test_an_official_adds_a_survey_of_a_questionnaire_of_the_office(as_user: SignIn) -> None:
    consultation, version = make.open_consultation(), every_kind()
    Questionnaire.objects.update(owner_id=None)
    questionnaire = version.questionnaire
    questionnaire.owner = consultation.public_body
    questionnaire.save()
    client = as_user(make.official())

    client.post(
        reverse("consultations:add_survey", args=[consultation.slug]),
        {"version": version.pk, "title": "Co o tym sądzisz?"},
    )

    survey = surveys.surveys_of(consultation).get()
    assert (survey.opens_at, survey.closes_at) == (consultation.opens_at, consultation.closes_at)
    assert "Co o tym sądzisz?" in tab(as_user(None), consultation)


def test_people_answer_while_it_is_open_and_see_no_results_yet(as_user: SignIn) -> None:
    consultation, survey = with_survey()
    answered(survey, 6)

    page = as_user(UserFactory()).get(survey.get_absolute_url()).content.decode()

    assert "Odpowiedz na pytania" in page
    assert "survey-result" not in tab(as_user(None), consultation)
    assert "survey-result" in tab(as_user(make.official()), consultation)


def test_results_are_published_with_the_consultation_and_stand_in_its_report(
    as_user: SignIn,
) -> None:
    consultation, survey = with_survey()
    answered(survey, 6)
    make.publish_results(consultation)

    survey.refresh_from_db()
    page = tab(as_user(None), consultation)
    url = reverse("consultations:report", args=[consultation.slug, "json"])
    report = b"".join(as_user(None).get(url).streaming_content)

    assert survey.is_published
    assert "survey-result" in page
    assert "Co o tym sądzisz?" in json.dumps(json.loads(report), ensure_ascii=False)


def test_the_survey_follows_the_term() -> None:
    consultation, survey = with_survey()
    later = consultation.closes_on + timedelta(days=7)

    stages.extend_term(consultation=consultation, closes_on=later, reason="Prośby", actor=None)

    consultation.refresh_from_db()
    survey.refresh_from_db()
    assert survey.closes_at == consultation.closes_at


def test_a_cancelled_consultation_asks_no_more() -> None:
    consultation, survey = with_survey()

    make.move(consultation, Stage.CANCELLED)

    survey.refresh_from_db()
    assert survey.closes_at <= timezone.now()


def test_where_only_organizations_remark_only_they_answer() -> None:
    _consultation, survey = with_survey(participation=Participation.NGO_ONLY)

    assert survey.respondent_kind == "organization"


def test_a_survey_of_a_draft_is_not_seen(as_user: SignIn) -> None:
    consultation = make.new_consultation()
    survey = surveys.add_survey(
        consultation=consultation, version=every_kind(), title="Jeszcze nie"
    )

    assert as_user(UserFactory()).get(survey.get_absolute_url()).status_code == 404
    assert as_user(make.official()).get(survey.get_absolute_url()).status_code == 200


def test_an_answered_survey_stays(as_user: SignIn) -> None:
    consultation, survey = with_survey()
    unanswered = surveys.add_survey(
        consultation=consultation, version=survey.version, title="Zbędna"
    )
    answered(survey, 1)
    client = as_user(make.official())

    for one in (survey, unanswered):
        client.post(reverse("consultations:remove_survey", args=[consultation.slug, one.pk]))

    assert list(surveys.surveys_of(consultation)) == [survey]


def test_no_survey_is_added_after_the_end() -> None:
    consultation = make.close(make.open_consultation())

    with pytest.raises(StageNotAllowed):
        surveys.add_survey(consultation=consultation, version=every_kind(), title="Za późno")


@pytest.mark.parametrize("role", ["other office", "office"])
def test_only_the_office_runs_its_survey(as_user: SignIn, role: str) -> None:
    from organizations.models import PublicBody

    consultation, survey = with_survey()
    other = PublicBody.objects.filter(kind="county").first()
    client = as_user(make.official(other if role == "other office" else None))
    inside = role == "office"

    assert client.get(reverse("surveys:manage", args=[survey.pk])).status_code == (
        200 if inside else 403
    )
    client.post(reverse("consultations:remove_survey", args=[consultation.slug, survey.pk]))
    assert surveys.surveys_of(consultation).exists() != inside
