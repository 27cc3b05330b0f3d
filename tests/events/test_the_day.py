"""The day itself: the door, lists, certificates, opinions, thanks."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.domain import checking_in, mailings, papers, registering
from events.domain.errors import NoFreePlace
from events.domain.links import key_of, ticket_address
from events.models import Certificate, CheckIn, Evaluation, Event, Registration, SessionFeedback
from notifications.models import AddressLetter
from surveys.domain.importing import load_questionnaire
from tests.events import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
SURVEY = """
key: ocena
title: Ocena
sections:
  - title: Jak było
    questions:
      - key: calosc
        kind: scale
        text: Całość
        required: true
        scale: {from: 1, to: 5}
"""


def synced(client: Client, event: Event, *entries: dict[str, Any]) -> list[dict[str, Any]]:
    response = client.post(
        reverse("events:sync", args=[event.slug]),
        json.dumps({"entries": list(entries)}),
        content_type="application/json",
    )
    assert response.status_code == 200
    answers: list[dict[str, Any]] = response.json()["answers"]
    return answers


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_two_phones_that_were_offline_make_one_entry_and_say_so(as_user: SignIn) -> None:
    event = make.announced()
    registration = make.registered(event, full_name="Ewa Wchodząca")
    make.moved(event, timezone.now() - timedelta(hours=1))
    door = as_user(make.helper(event, "door"))
    early = timezone.now() - timedelta(minutes=30)
    late = early + timedelta(minutes=10)
    scanned = {"code": ticket_address(registration)}

    first = synced(door, event, scanned | {"at": late.isoformat(), "device": "telefon A"})
    again = synced(door, event, scanned | {"at": late.isoformat(), "device": "telefon A"})
    second = synced(door, event, scanned | {"at": early.isoformat(), "device": "telefon B"})

    assert [answer["outcome"] for answer in first + again + second] == [
        "accepted",
        "known",
        "known",
    ]
    assert "Ewa Wchodząca: ten bilet już wszedł" in second[0]["sentence"]
    assert "telefon A" in second[0]["sentence"]
    assert CheckIn.objects.get().happened_at == early


def test_the_door_refuses_what_is_no_valid_ticket(as_user: SignIn) -> None:
    event = make.announced(capacity=1)
    make.registered(event)
    waiting = make.registered(event)
    stranger = make.registered(make.announced(title="Inne"))
    door = as_user(make.helper(event, "door"))

    answers = synced(door, event, {"code": waiting.code}, {"code": stranger.code}, {"code": "?"})
    broken = door.post(reverse("events:sync", args=[event.slug]), "x", "application/json")

    assert [answer["outcome"] for answer in answers] == ["refused", "unknown", "unknown"]
    assert broken.status_code == 400
    assert not CheckIn.objects.exists()


def test_a_phones_wrong_clock_moves_nobody_into_next_year(as_user: SignIn) -> None:
    event = make.announced()
    registration = make.registered(event)
    door = as_user(make.helper(event, "door"))

    synced(door, event, {"code": registration.code, "at": "2099-01-01T00:00:00+00:00"})

    assert CheckIn.objects.get().happened_at <= timezone.now()


def test_the_phone_gets_names_of_those_expected_and_nothing_more(as_user: SignIn) -> None:
    event = make.announced(capacity=1)
    placed, waiting = make.registered(event), make.registered(event)
    door = as_user(make.helper(event, "door"))

    people = door.get(reverse("events:door_data", args=[event.slug])).json()["people"]

    assert people == [
        {
            "code": placed.code,
            "name": placed.full_name,
            "whom": placed.organization_name,
            "since": None,
        }
    ]
    assert waiting.code not in str(people)


def test_whoever_comes_without_a_registration_needs_a_free_place(as_user: SignIn) -> None:
    event = make.announced(capacity=1)
    door = as_user(make.helper(event, "door"))
    url = reverse("events:walk_in", args=[event.slug])

    door.post(url, {"full_name": "Ola z Ulicy", "sector": "citizen"})
    refused = door.post(url, {"full_name": "Ala Druga", "sector": "citizen"})

    walk_in = event.registrations.get()
    assert (walk_in.is_walk_in, walk_in.check_ins.count()) == (True, 1)
    assert "Nie ma wolnego miejsca." in refused.content.decode()
    with pytest.raises(NoFreePlace):
        registering.add_walk_in(event=event, newcomer=make.newcomer(), actor=None)


def test_papers_say_what_they_should(as_user: SignIn) -> None:
    event = make.announced(title="Szkolenie o łąkach")
    session = make.session(event, capacity=3)
    registration = make.registered(event, full_name="Żaneta Gęślą")
    checking_in.check_in(event=event, text=registration.code, actor=None)
    checking_in.check_in(event=event, text=registration.code, actor=None, session=session)
    (certificate,) = papers.issue_certificates(event=event)
    assert papers.issue_certificates(event=event) == []
    client, team = as_user(None), as_user(make.helper(event, "participants"))
    key = key_of(registration)

    ticket = client.get(reverse("events:ticket_pdf", args=[key])).content
    image = client.get(reverse("events:ticket_image", args=[key])).content
    paper = client.get(reverse("events:certificate_pdf", args=[key])).content
    badge = team.get(reverse("events:badges", args=[event.slug]) + "?rozmiar=karta").content
    door = team.get(reverse("events:attendance_file", args=[event.slug, "pdf"]))
    check = client.get(reverse("events:certificate", args=[certificate.key])).content.decode()

    assert registration.code in text_of(ticket)
    assert image.startswith(b"\x89PNG")
    assert "Żaneta Gęślą" in text_of(paper)
    assert certificate.full_number in text_of(paper)
    assert "Żaneta Gęślą" in text_of(badge)
    assert "Żaneta Gęślą" in text_of(b"".join(door.streaming_content))
    assert "Zaświadczenie jest prawdziwe" in check
    assert "Żaneta G." in check
    assert "Gęślą" not in check
    false = client.get(reverse("events:certificate", args=["ffffffffffff"]))
    assert false.status_code == 404
    assert Certificate.objects.count() == 1


def test_opinions_are_given_once_and_without_a_name(as_user: SignIn) -> None:
    event = make.announced(evaluation=load_questionnaire(SURVEY))
    session = make.session(event)
    make.published_programme(event)
    registration = make.registered(event)
    key, client = key_of(registration), as_user(None)
    url = reverse("events:evaluate", args=[key])

    client.post(url, {"pytania-calosc": "5"})
    assert not Evaluation.objects.exists()

    make.moved(event, timezone.now() - timedelta(hours=9))
    client.post(url, {"pytania-calosc": "5"})
    client.post(url, {"pytania-calosc": "1"})
    client.post(reverse("events:rate_session", args=[key, session.pk]), {"rating": 4})

    evaluation = Evaluation.objects.get()
    assert evaluation.answers == {"calosc": 5}
    named = {registration.code, registration.full_name, registration.email, str(registration.pk)}
    assert named & {evaluation.token_hash, str(evaluation.answers)} == set()
    assert SessionFeedback.objects.get().rating == 4


def test_an_opinion_that_comes_too_early_keeps_its_words(as_user: SignIn) -> None:
    event = make.announced()
    session = make.session(event)
    make.published_programme(event)
    address = reverse("events:rate_session", args=[key_of(make.registered(event)), session.pk])

    page = as_user(None).post(address, {"rating": 4, "comment": "Pisane długo"})

    assert page.context["form"].non_field_errors()
    assert "Pisane długo" in page.text
    assert not SessionFeedback.objects.exists()


def test_reminders_and_thanks_go_once_to_the_right_people() -> None:
    event = make.announced(starts_at=make.in_days(1), reminder_days=2)
    present, absent = make.registered(event), make.registered(event)
    AddressLetter.objects.all().delete()

    assert (mailings.remind(), mailings.remind()) == (2, 0)
    make.moved(event, timezone.now() - timedelta(hours=11))
    checking_in.check_in(event=event, text=present.code, actor=None)
    assert (mailings.thank(), mailings.thank()) == (1, 0)

    sent = AddressLetter.objects.values_list("event__kind", "address").order_by("pk")
    assert list(sent) == [
        ("events.reminder_letter", present.email),
        ("events.reminder_letter", absent.email),
        ("events.thanks_letter", present.email),
    ]
    assert Registration.objects.filter(thanked_at__isnull=False).count() == 1
