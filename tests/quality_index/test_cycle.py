"""The whole year of an assessment, as its people live it, page by page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from notifications.models import AddressLetter
from quality_index.models import Assessment, Score, Seat, Stage
from tests.quality_index import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def page(name: str, *args: Any) -> str:
    return reverse(f"quality_index:{name}", args=args)


def link_in_letter(seat: Seat) -> str:
    """The personal link as the member reads it."""
    letter = AddressLetter.objects.filter(address=seat.email).latest("pk")
    return str(letter.event.context["link"])


def score_everything(client: Client, assessment: Assessment, level: int) -> None:
    for area in assessment.version.areas.all():
        answers = {f"ocena_{row.key}": str(level) for row in area.indicators.all()}
        client.post(page("area_scores", assessment.pk, area.key), answers)
    client.post(page("submit", assessment.pk))


def test_a_whole_year(as_user: SignIn) -> None:
    office = as_user(make.official())
    form = {
        "body": make.county_office().pk,
        "year": 2025,
        "version": make.delivered().pk,
        "scores_until_on": timezone.localdate().isoformat(),
        "minimum_administration": 1,
        "minimum_ngo": 1,
    }
    assert office.post(page("start"), form).status_code == 302
    assessment = Assessment.objects.get()
    for name, group in (("Ola", "official"), ("Norbert", "ngo")):
        member = {"name": name, "email": f"{name}@example.org", "group": group}
        assert office.post(page("team", assessment.pk), member).status_code == 302
    office.post(page("change_stage", assessment.pk, "scoring"))

    members = [Client(), Client()]
    for client, seat, level in zip(members, assessment.seats.order_by("side"), (3, 1), strict=True):
        assert client.get(link_in_letter(seat), follow=True).status_code == 200
        score_everything(client, assessment, level)
    office.post(page("change_stage", assessment.pk, "consensus"))
    assert members[0].get(page("gaps", assessment.pk)).status_code == 200

    for row in assessment.version.indicators.all():
        agreed = {"level": "2", "reasons": "Pośrodku.", "revision": 0}
        office.post(page("agree", assessment.pk, row.key), agreed)
    office.post(page("change_stage", assessment.pk, "approved"))
    action = {
        "title": "Kalendarz konsultacji",
        "owner_name": "Pełnomocnik",
        "due_on": "2026-12-01",
        "status": "planned",
    }
    office.post(page("add_action", assessment.pk), action)
    office.post(page("change_stage", assessment.pk, "published"))

    assessment.refresh_from_db()
    assert assessment.stage == Stage.PUBLISHED
    assert assessment.total == 50
    public = Client().get(page("body", assessment.body.slug)).content.decode()
    assert "Kalendarz konsultacji" in public
    assert re.search(r"50,0", public)
    assert Client().get(page("results", assessment.pk)).status_code == 200
    assert Client().get(page("region")).status_code == 200


def test_members_are_invited_by_letter_with_a_link_of_their_own() -> None:
    assessment, ours, theirs = make.scoring()

    assert link_in_letter(ours) != link_in_letter(theirs)
    assert Client().get(link_in_letter(ours)).url == page("own_scores", assessment.pk)


def test_a_renewed_link_closes_the_old_one(as_user: SignIn) -> None:
    assessment, ours, _theirs = make.scoring()
    old = link_in_letter(ours)
    member = Client()
    member.get(old)

    as_user(make.official()).post(page("renew_link", assessment.pk, ours.pk))

    assert Client().get(old).status_code == 404
    assert member.get(page("own_scores", assessment.pk)).status_code == 404
    ours.refresh_from_db()
    assert Client().get(link_in_letter(ours)).status_code == 302


def test_what_does_not_apply_needs_a_reason() -> None:
    assessment, ours, _theirs = make.scoring()
    member = Client()
    member.get(link_in_letter(ours))
    url = page("area_scores", assessment.pk, "informowanie")

    refused = member.post(url, {"ocena_kontakt": "nd"})
    assert refused.status_code == 200
    assert not Score.objects.exists()

    member.post(url, {"ocena_kontakt": "nd", "komentarz_kontakt": "Nie ma urzędników."})
    score = Score.objects.get()
    assert score.not_applicable
    assert score.value is None


def test_nothing_is_handed_in_half_done() -> None:
    assessment, ours, _theirs = make.scoring()
    member = Client()
    member.get(link_in_letter(ours))

    answer = member.post(page("submit", assessment.pk), follow=True)

    assert "odpowiedz na wszystkie" in answer.content.decode()
    ours.refresh_from_db()
    assert ours.submitted_at is None
