"""Collecting answers: in time, once each, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from surveys.domain import collecting, inviting
from surveys.domain.errors import (
    ChangedMeanwhile,
    ResultsNotReady,
    SurveyClosed,
    SurveyNotOpenYet,
)
from surveys.models import Response, Survey
from surveys.respondents import Respondent
from tests.accounts.factories import UserFactory
from tests.surveys.factories import every_kind

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
COMPLETE = {
    "pytania-forma": "fundacja",
    "pytania-pracownicy": "nie",
    "pytania-zgoda": "on",
    "pytania-opis": "Tego nie wolno zgubić",
}


def ask(opens: int = -1, closes: int = 1) -> Survey:
    now = timezone.now()
    return collecting.open_survey(
        version=every_kind(),
        title="Ankieta próbna",
        opens_at=now + timedelta(hours=opens),
        closes_at=now + timedelta(hours=closes),
    )


def end(survey: Survey) -> None:
    Survey.objects.filter(pk=survey.pk).update(closes_at=timezone.now() - timedelta(seconds=1))


def answer_url(survey: Survey) -> str:
    return reverse("surveys:answer", args=[survey.pk])


def test_a_part_is_saved_and_finished_later(as_user: SignIn) -> None:
    survey, person = ask(), UserFactory()
    client = as_user(person)

    client.post(answer_url(survey), {"pytania-opis": "Zaczynam", "revision": 0, "zapisz": "1"})
    again = client.get(answer_url(survey)).content.decode()
    response = survey.responses.get()
    saved = (response.state, response.answers)
    done = client.post(answer_url(survey), COMPLETE | {"revision": response.revision}, follow=True)

    assert saved == ("draft", {"opis": "Zaczynam"})
    assert "Zaczynam" in again
    response.refresh_from_db()
    assert response.state == "submitted"
    assert response.answers["opis"] == "Tego nie wolno zgubić"
    assert "Dziękujemy" in done.content.decode()
    assert "Fundacja" in done.content.decode()


def autosave(client: Client, url: str, answers: dict[str, Any]) -> Any:
    return client.post(url, answers, headers={"X-Autosave": "1"})


def test_what_is_typed_is_kept_without_pressing_anything(as_user: SignIn) -> None:
    survey = ask()
    client = as_user(UserFactory())
    page = client.get(answer_url(survey)).content.decode()
    assert f'data-autosave="{answer_url(survey)}"' in page

    first = autosave(client, answer_url(survey), {"pytania-opis": "Zaczynam", "revision": 0})
    second = autosave(
        client,
        answer_url(survey),
        {"pytania-opis": "Piszę dalej", "revision": first.json()["revision"]},
    )
    kept = survey.responses.get().answers
    again = client.get(answer_url(survey)).content.decode()
    done = client.post(answer_url(survey), COMPLETE | {"revision": second.json()["revision"]})

    assert kept == {"opis": "Piszę dalej"}
    assert "Piszę dalej" in again
    assert not list(get_messages(first.wsgi_request))
    assert done.status_code == 302
    assert survey.responses.get().state == "submitted"


def test_a_draft_saved_by_itself_overwrites_nobody(as_user: SignIn) -> None:
    survey, person = ask(), UserFactory()
    here, elsewhere = as_user(person), as_user(person)
    autosave(here, answer_url(survey), {"pytania-opis": "Tutaj", "revision": 0})

    late = autosave(elsewhere, answer_url(survey), {"pytania-opis": "Tam", "revision": 0})
    client_after_sending = here.post(answer_url(survey), COMPLETE | {"revision": 1})
    after = autosave(here, answer_url(survey), {"pytania-opis": "Za późno", "revision": 2})

    assert (late.status_code, client_after_sending.status_code, after.status_code) == (
        409,
        302,
        409,
    )
    assert survey.responses.get().answers["opis"] == "Tego nie wolno zgubić"
    assert "data-autosave=" not in here.get(answer_url(survey)).content.decode()


def test_strangers_keep_no_drafts(as_user: SignIn) -> None:
    survey = ask()

    assert autosave(as_user(None), answer_url(survey), {"pytania-opis": "x"}).status_code == 302
    end(survey)
    late = autosave(as_user(UserFactory()), answer_url(survey), {"pytania-opis": "x"})

    assert late.status_code == 409
    assert not survey.responses.exists()


def test_what_is_missing_is_told_and_nothing_is_lost(as_user: SignIn) -> None:
    survey = ask()

    page = as_user(UserFactory()).post(answer_url(survey), {"pytania-opis": "Długo pisane"})

    assert page.status_code == 200
    assert "Długo pisane" in page.content.decode()
    assert "error-summary" in page.content.decode()
    assert not survey.responses.exists()


def test_answers_after_the_end_are_refused_and_kept_on_the_page(as_user: SignIn) -> None:
    survey = ask()
    client = as_user(UserFactory())
    end(survey)

    page = client.post(answer_url(survey), COMPLETE)

    assert page.status_code == 409
    assert "Tego nie wolno zgubić" in page.content.decode()
    assert not survey.responses.exists()


def test_the_databases_clock_decides() -> None:
    early, late = ask(opens=1, closes=2), ask()
    end(late)
    late.closes_at = timezone.now() + timedelta(days=1)  # what this process believes
    me = Respondent("person:1", "Ja")

    with pytest.raises(SurveyNotOpenYet):
        collecting.submit(survey=early, respondent=me, answers={}, user=UserFactory())
    with pytest.raises(SurveyClosed):
        collecting.submit(survey=late, respondent=me, answers={}, user=UserFactory())
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.create(survey=late, respondent="person:2")


def test_one_response_of_a_respondent() -> None:
    survey, me = ask(), Respondent("person:1", "Ja")

    collecting.submit(survey=survey, respondent=me, answers={"opis": "a"}, user=UserFactory())
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.create(survey=survey, respondent="person:1")

    assert survey.responses.count() == 1


def test_two_people_of_one_organization_do_not_overwrite_each_other() -> None:
    survey, we = ask(), Respondent("organization:1", "My")
    first, second = UserFactory(), UserFactory()

    collecting.save_draft(
        survey=survey, respondent=we, answers={"opis": "a"}, user=first, revision=0
    )
    with pytest.raises(ChangedMeanwhile):
        collecting.submit(
            survey=survey, respondent=we, answers={"opis": "b"}, user=second, revision=0
        )

    assert survey.responses.get().answers == {"opis": "a"}


def test_a_form_sent_twice_is_one_response() -> None:
    survey, me, person = ask(), Respondent("person:1", "Ja"), UserFactory()

    for _time in range(2):
        collecting.submit(
            survey=survey, respondent=me, answers={"opis": "a"}, user=person, revision=0
        )

    assert survey.responses.get().revision == 1


def test_a_personal_link_opens_ones_own_response(as_user: SignIn) -> None:
    survey = ask()
    count = inviting.invite_addresses(
        survey=survey, invited=[("a@example.org", "Ala", ""), ("A@example.org", "Ala", "")]
    )
    link = survey.links.get()
    client, url = as_user(None), inviting.address_of(link)

    client.post(url, {"pytania-opis": "Zaczynam", "revision": 0, "zapisz": "1"})
    saved = survey.responses.get()
    client.post(url, COMPLETE | {"revision": saved.revision})

    assert count == 1
    assert survey.responses.get().state == "submitted"
    assert list(inviting.unanswered_links(survey)) == []
    assert as_user(None).get(url[:-3] + "x/").status_code == 404


def test_reminders_go_to_those_who_have_not_answered_and_not_too_often() -> None:
    survey = ask()
    inviting.invite_addresses(
        survey=survey, invited=[(f"{name}@example.org", name, "") for name in "abc"]
    )
    long_ago = timezone.now() - timedelta(days=5)
    survey.links.exclude(name="c").update(created_at=long_ago)
    done = inviting.respondent_of(survey.links.get(name="a"))
    collecting.submit(survey=survey, respondent=done, answers={}, user=UserFactory())

    counts = [inviting.remind(survey=survey), inviting.remind(survey=survey)]

    assert counts == [1, 0]
    assert survey.links.exclude(reminded_at=None).get().name == "b"


def test_results_wait_for_the_end() -> None:
    survey = ask()

    with pytest.raises(ResultsNotReady):
        collecting.publish_results(survey=survey, actor=None)
    end(survey)
    published = collecting.publish_results(survey=survey, actor=None, conclusions="Wniosek")

    assert published.is_published
    assert published.conclusions == "Wniosek"


def test_my_data_and_their_erasure() -> None:
    from accounts import privacy

    person, survey = UserFactory(), ask()
    me = Respondent(f"person:{person.pk}", str(person))
    collecting.submit(survey=survey, respondent=me, answers={"opis": "moje"}, user=person)
    source = next(source for source in privacy.sources() if source.key == "ankiety")

    exported = list(source.export(person))
    source.erase(person)

    assert exported[0]["answers"] == {"Opis": "moje"}
    kept = survey.responses.get()
    assert (kept.user, kept.respondent_name, kept.answers) == (None, "", {"opis": "moje"})
    assert str(person.pk) != kept.respondent.partition(":")[2]


@pytest.mark.django_db(transaction=True)
def test_many_at_once_for_one_organization_make_one_response() -> None:
    survey, people = ask(), [UserFactory() for _ in range(6)]
    barrier = Barrier(len(people))
    outcomes: list[str] = []

    def send(person: Any) -> None:
        try:
            connection.ensure_connection()
            barrier.wait()
            collecting.submit(
                survey=survey,
                respondent=Respondent("organization:1", "My"),
                answers={"opis": str(person.pk)},
                user=person,
                revision=0,
            )
            outcomes.append("stored")
        except ChangedMeanwhile:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=send, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["refused"] * 5 + ["stored"]
    assert survey.responses.count() == 1
