"""Officials answer every remark, and never overwrite each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.domain import positions
from consultations.domain.errors import PositionConflict, StageNotAllowed
from consultations.models import Position, PositionState, Remark, Stage, Verdict
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def answer_url(remark: Remark) -> str:
    return reverse("consultations:answer", args=[remark.consultation.slug, remark.number])


def test_an_official_prepares_and_approves_a_position(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation())
    office = as_user(make.official())

    office.post(
        answer_url(remark), {"verdict": "partly", "reasons": "W części słuszna.", "revision": 0}
    )
    prepared = Position.objects.get()
    office.post(
        answer_url(remark),
        {"verdict": "accepted", "reasons": "Słuszna.", "revision": 1, "approve": "1"},
    )

    approved = Position.objects.get()
    assert (prepared.state, approved.state) == (PositionState.PREPARED, PositionState.APPROVED)
    assert (approved.verdict, approved.reasons) == (Verdict.ACCEPTED, "Słuszna.")


def test_reasons_are_required(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation())

    response = as_user(make.official()).post(
        answer_url(remark), {"verdict": "rejected", "reasons": "", "revision": 0}
    )

    assert "reasons" in response.context["form"].errors
    assert not Position.objects.exists()


def test_of_two_officials_the_second_sees_both_texts(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation())
    first, second = as_user(make.official()), as_user(make.official())
    first.post(
        answer_url(remark), {"verdict": "accepted", "reasons": "Pierwsza wersja", "revision": 0}
    )

    response = second.post(
        answer_url(remark), {"verdict": "rejected", "reasons": "Druga wersja", "revision": 0}
    )

    page = response.content.decode()
    assert response.status_code == 409
    assert "Pierwsza wersja" in page
    assert "Druga wersja" in page
    assert Position.objects.get().reasons == "Pierwsza wersja"
    retry = {"verdict": "rejected", "reasons": "Wspólna wersja", "revision": 1}
    assert second.post(answer_url(remark), retry).status_code == 302
    assert Position.objects.get().reasons == "Wspólna wersja"


def test_a_changed_position_needs_approval_anew() -> None:
    remark = make.remark_on(make.open_consultation())
    make.answer(remark)

    positions.save_position(
        remark=remark, verdict=Verdict.REJECTED, reasons="Jednak nie.", actor=None, revision=1
    )

    assert Position.objects.get().state == PositionState.PREPARED


def test_a_stale_revision_is_refused() -> None:
    remark = make.remark_on(make.open_consultation())
    make.answer(remark)

    with pytest.raises(PositionConflict):
        make.answer(remark)


def test_positions_are_settled_once_results_are_out() -> None:
    consultation = make.in_stage(Stage.OPEN)
    remark = make.remark_on(consultation)
    make.publish_results(consultation)

    with pytest.raises(StageNotAllowed):
        positions.save_position(
            remark=remark, verdict=Verdict.REJECTED, reasons="Zmiana", actor=None, revision=1
        )


def test_prepared_positions_are_approved_together(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    for _ in range(3):
        make.answer(make.remark_on(consultation), approve=False)
    url = reverse("consultations:approve_positions", args=[consultation.slug])

    as_user(make.official()).post(url, {"numer": ["1", "3"]})

    approved = Position.objects.filter(state=PositionState.APPROVED)
    assert sorted(approved.values_list("remark__number", flat=True)) == [1, 3]


def test_the_workbench_filters_what_is_unanswered(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    make.answer(make.remark_on(consultation, text="Załatwiona sprawa"))
    make.remark_on(consultation, text="Czekająca sprawa")
    url = reverse("consultations:workbench", args=[consultation.slug])

    page = as_user(make.official()).get(url, {"answer": "none"}).content.decode()

    assert "Czekająca sprawa" in page
    assert "Załatwiona sprawa" not in page


def test_a_letter_is_entered_with_its_date_and_also_during_analysis(as_user: SignIn) -> None:
    consultation = make.in_stage(Stage.ANALYSIS)
    url = reverse("consultations:enter_remark", args=[consultation.slug])
    day = (timezone.localdate() - timedelta(days=2)).isoformat()

    as_user(make.official()).post(
        url,
        {
            "submitter_name": "Klub Seniora w Próbie",
            "channel": "letter",
            "received_on": day,
            "provision": "par_3",
            "text": "Prosimy o wydłużenie.",
        },
    )

    remark = Remark.objects.get()
    assert (remark.channel, remark.received_on.isoformat()) == ("letter", day)
    assert remark.provision.eid == "par_3"


def test_a_letter_from_the_future_is_a_field_error(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = reverse("consultations:enter_remark", args=[consultation.slug])
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()

    response = as_user(make.official()).post(
        url,
        {
            "submitter_name": "Klub Seniora",
            "channel": "letter",
            "received_on": tomorrow,
            "text": "Prosimy.",
        },
    )

    assert "received_on" in response.context["form"].errors


def test_officials_of_other_offices_may_not_answer(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation())
    other = make.official(type(make.marshal_office()).objects.filter(kind="county").first())

    for person in (other, remark.author, UserFactory()):
        assert as_user(person).get(answer_url(remark)).status_code == 403
        posted = {"verdict": "accepted", "reasons": "Nie moje", "revision": 0}
        assert as_user(person).post(answer_url(remark), posted).status_code == 403
    assert not Position.objects.exists()
