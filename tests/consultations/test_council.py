"""The council's opinion: asked with a term, reminded, recorded, shown to all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.domain import council, stages
from consultations.domain.errors import CouncilAskedAlready, StageNotAllowed
from consultations.models import (
    Consultation,
    CouncilOpinion,
    CouncilState,
    CouncilVerdict,
    Stage,
)
from consultations.tasks import move_on_time
from notifications.models import AddressLetter, OutboxEvent
from organizations.models import PublicBody
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def asked(consultation: Consultation, **fields: Any) -> CouncilOpinion:
    values: dict[str, Any] = {
        "consultation": consultation,
        "council_name": "Rada Pożytku",
        "council_email": "rada@example.org",
        "delivered_on": timezone.localdate(),
    }
    return council.ask_council(opinion=CouncilOpinion(**(values | fields)), actor=None)


def letters(kind: str) -> int:
    return AddressLetter.objects.filter(
        event__kind=f"consultations.{kind}", address="rada@example.org"
    ).count()


def test_the_council_of_the_voivodeship_has_thirty_days_others_fourteen() -> None:
    today = timezone.localdate()
    county = PublicBody.objects.filter(kind="county").first()

    region = asked(make.open_consultation())
    local = asked(make.open_consultation(public_body=county))

    assert region.due_on == today + timedelta(days=30)
    assert local.due_on == today + timedelta(days=14)


def test_the_official_asks_and_the_council_gets_one_letter(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = reverse("consultations:ask_council", args=[consultation.slug])
    form = {
        "council_name": "Rada Pożytku",
        "council_email": "rada@example.org",
        "delivered_on": timezone.localdate().isoformat(),
        "note": "Prosimy o opinię.",
    }
    office = as_user(make.official())

    office.post(url, form)
    again = office.post(url, form)

    assert letters("council_asked") == 1
    assert "jeszcze na nią nie odpowiedziała" in again.content.decode()


def test_the_council_asked_about_a_draft_gets_its_letter_with_the_announcement() -> None:
    consultation = make.in_stage(Stage.DRAFT)
    asked(consultation)
    assert letters("council_asked") == 0

    stages.announce(consultation=consultation, actor=None)

    assert letters("council_asked") == 1


def test_one_question_at_a_time_holds_in_the_database() -> None:
    consultation = make.open_consultation()
    first = asked(consultation)

    with pytest.raises(CouncilAskedAlready):
        asked(consultation)
    with pytest.raises(IntegrityError), transaction.atomic():
        CouncilOpinion.objects.create(
            consultation=consultation,
            council_name="Druga",
            delivered_on=first.delivered_on,
            due_on=first.due_on,
        )
    with pytest.raises(StageNotAllowed):
        asked(make.in_stage(Stage.PUBLISHED))


def test_the_opinion_is_recorded_once_told_and_public(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    opinion = asked(consultation)
    url = reverse("consultations:council_opinion", args=[consultation.slug, opinion.pk])
    office = as_user(make.official())
    form = {
        "verdict": "remarks",
        "given_on": timezone.localdate().isoformat(),
        "resolution_number": "7/2026",
        "content": "Rada prosi o dłuższy termin.",
    }

    office.post(url, form)
    office.post(url, form | {"content": "Rada prosi o dłuższy termin naboru."})

    page = as_user(None).get(reverse("consultations:course", args=[consultation.slug]))
    assert "Opinia pozytywna z uwagami" in page.content.decode()
    assert "dłuższy termin naboru" in page.content.decode()
    assert OutboxEvent.objects.filter(kind="consultations.council_opinion").count() == 1


def test_strangers_neither_ask_nor_record(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    opinion = asked(consultation)
    other = as_user(make.official(PublicBody.objects.filter(kind="county").first()))

    for name in ("council_opinion", "remind_council"):
        url = reverse(f"consultations:{name}", args=[consultation.slug, opinion.pk])
        assert other.post(url, {"verdict": "negative"}).status_code == 403
    opinion.refresh_from_db()
    assert (opinion.state, opinion.reminded_at) == (CouncilState.ASKED, None)


def test_beat_reminds_once_and_notes_a_term_that_passed_in_silence() -> None:
    consultation = make.open_consultation()
    opinion = asked(consultation)
    today = timezone.localdate()
    CouncilOpinion.objects.update(due_on=today + timedelta(days=5))

    move_on_time()
    move_on_time()

    assert letters("council_reminder") == 1
    CouncilOpinion.objects.update(
        delivered_on=today - timedelta(days=40), due_on=today - timedelta(days=1)
    )
    move_on_time()
    opinion.refresh_from_db()
    assert opinion.state == CouncilState.LAPSED
    assert OutboxEvent.objects.filter(kind="consultations.council_silent").count() == 1


def test_an_opinion_that_comes_late_is_recorded_all_the_same() -> None:
    opinion = asked(make.open_consultation())
    today = timezone.localdate()
    CouncilOpinion.objects.update(
        delivered_on=today - timedelta(days=40), due_on=today - timedelta(days=1)
    )
    council.note_lapse(opinion=opinion)

    late = council.record_opinion(
        opinion=opinion,
        verdict=CouncilVerdict.NEGATIVE,
        given_on=today,
        content="Jednak przeciw.",
        actor=None,
    )

    assert late.get_verdict_display() == "negatywna"
