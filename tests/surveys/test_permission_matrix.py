"""Every role × every address: nobody sees or does what is not theirs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from surveys.domain import building, collecting, inviting
from surveys.models import PersonalLink, Survey
from surveys.web.urls import urlpatterns
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.surveys.factories import every_kind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_refusals")]
SignIn = Callable[[Any], Client]

OPEN_TO_ALL = {"list", "survey", "by_link"}
SIGNED_IN = {"answer"}
AFTER_RESULTS = {"results", "export"}
OWN_ANSWER = {"thanks"}
NAMES = [str(pattern.name) for pattern in urlpatterns]


def survey_for(*, open_days: int = 7, is_over: bool = False) -> Survey:
    now = timezone.now()
    survey = collecting.open_survey(
        version=every_kind(),
        title="Ankieta próbna",
        opens_at=now - timedelta(days=open_days),
        closes_at=now + timedelta(days=1),
    )
    if is_over:
        Survey.objects.filter(pk=survey.pk).update(closes_at=now - timedelta(hours=1))
        survey.refresh_from_db()
    return survey


def address(name: str, survey: Survey) -> str:
    draft = building.begin_version(survey.version.questionnaire)
    link, _made = PersonalLink.objects.get_or_create(survey=survey, email="ktos@example.org")
    values: dict[str, Any] = {
        "token": inviting.token_of(link),
        "format": "json",
        "response": 999_999,
        "key": survey.version.questionnaire.key,
        "number": 1,
        "part": "pytanie",
        "direction": "wyzej",
        "action": "kopiuj",
    }
    pk = draft.questions.all()[0].pk if "question" in name or name == "move" else survey.pk
    if name == "edit_section":
        pk = draft.sections.all()[0].pk
    wanted = next(p for p in urlpatterns if p.name == name).pattern.regex.groupindex
    return reverse(f"surveys:{name}", kwargs={k: values.get(k, pk) for k in wanted})


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize("role", ["nobody", "person", "administrator"])
def test_reading(as_user: SignIn, role: str, published: bool) -> None:
    survey = survey_for(is_over=published)
    if published:
        collecting.publish_results(survey=survey, actor=None)
    user = {"nobody": None, "person": UserFactory, "administrator": AdministratorFactory}[role]
    client = as_user(user() if user else None)
    insider = role == "administrator"

    for name in NAMES:
        response = client.get(address(name, survey))
        status = response.status_code
        assert status < 500, (name, status)
        if name in OPEN_TO_ALL:
            assert status == 200, (name, status)
        elif name in SIGNED_IN:
            assert status == (302 if role == "nobody" else 200), (name, status)
        elif name in AFTER_RESULTS:
            assert status == (200 if published or insider else 403), (name, status)
        elif name in OWN_ANSWER:
            assert status == 302, (name, status)
        elif insider:
            assert status in (200, 302, 404, 405), (name, status)
        else:
            assert status in (302, 403, 404, 405), (name, status)


@pytest.mark.parametrize("role", ["nobody", "person"])
def test_what_others_send_changes_nothing(as_user: SignIn, role: str) -> None:
    survey = survey_for(is_over=True)
    client = as_user(UserFactory() if role == "person" else None)
    addresses = {name: address(name, survey) for name in NAMES}
    before = state(survey)

    for name in set(NAMES) - OPEN_TO_ALL - SIGNED_IN:
        status = client.post(addresses[name], {"closes_at": "2030-01-01T10:00"}).status_code
        assert status in (302, 403, 404, 405), (name, status)

    assert state(survey) == before


def state(survey: Survey) -> list[Any]:
    survey.refresh_from_db()
    versions = survey.version.questionnaire.versions
    return [
        survey.closes_at,
        survey.results_published_at,
        list(versions.values_list("pk", "state", "questions__key", "questions__position")),
    ]
