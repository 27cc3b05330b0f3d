"""A consultation opens again as a new round; what belongs to earlier rounds stays with them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.domain import permissions, remarks, stages, starting_rounds, versions
from consultations.domain.errors import (
    ConsultationClosed,
    PositionPublished,
    ReasonRequired,
    RoundNeedsText,
    StageNotAllowed,
    TermTooEarly,
)
from consultations.domain.remarks import RemarkContent
from consultations.domain.report import write_consultation_report
from consultations.models import Consultation, ConsultationRound, Remark, Stage
from notifications.models import OutboxEvent
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def later(consultation: Consultation) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "consultation": consultation,
        "opens_on": today + timedelta(days=2),
        "closes_on": today + timedelta(days=20),
        "reason": "Nowy tekst",
        "actor": None,
        "same_text": True,
    }


def whole_report(consultation: Consultation) -> str:
    stream = io.BytesIO()
    write_consultation_report(consultation, "json", stream)
    return json.dumps(json.loads(stream.getvalue()), ensure_ascii=False)


def report_rows(consultation: Consultation, rounds: set[int] | None) -> list[int]:
    stream = io.BytesIO()
    write_consultation_report(consultation, "json", stream, rounds)
    text = json.dumps(json.loads(stream.getvalue()), ensure_ascii=False)
    return [number for number in range(1, 5) if f"Uwaga z numerem {number}." in text]


def test_every_consultation_begins_with_a_first_round_that_follows_its_dates() -> None:
    consultation = make.open_consultation()
    longer = consultation.closes_on + timedelta(days=5)

    stages.extend_term(consultation=consultation, closes_on=longer, reason="Święta", actor=None)

    first = consultation.rounds.get()
    assert (first.number, first.closes_on) == (1, longer)
    assert first.version == consultation.current_version


def test_remarks_keep_their_round_and_numbers_go_on() -> None:
    consultation = make.open_consultation()
    early = make.remark_on(consultation)
    make.close(consultation)

    make.next_round(consultation)
    late = make.remark_on(consultation)

    early.refresh_from_db()
    assert (early.number, early.round_number) == (1, 1)
    assert (late.number, late.round_number) == (2, 2)
    assert consultation.stage == Stage.OPEN
    assert [row.number for row in consultation.rounds.all()] == [1, 2]


def test_a_remark_of_an_earlier_round_is_not_changed_in_a_later_one() -> None:
    consultation = make.open_consultation()
    early = make.remark_on(consultation)
    make.close(consultation)
    make.next_round(consultation)

    early = Remark.objects.get(pk=early.pk)
    assert not permissions.can_change_remark(early.author, early)
    with pytest.raises(ConsultationClosed):
        remarks.change_remark(remark=early, content=RemarkContent(text="Po czasie"))
    with pytest.raises(IntegrityError, match="takes no remarks"), transaction.atomic():
        Remark.objects.filter(pk=early.pk).update(text="Po czasie")


def test_the_database_lets_no_remark_into_another_round() -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation)
    make.close(consultation)
    make.next_round(consultation)

    with pytest.raises(IntegrityError, match="takes no remarks"), transaction.atomic():
        Remark.objects.create(
            consultation=consultation,
            number=99,
            version=remark.version,
            text="Do pierwszej tury",
            submitter_name="Spóźniony",
            round_number=1,
        )


def test_time_opens_and_closes_an_announced_round() -> None:
    consultation = make.in_stage(Stage.ANALYSIS)
    starting_rounds.start_round(**later(consultation))
    consultation.refresh_from_db()
    assert consultation.stage == Stage.ANNOUNCED
    consultation.opens_on = timezone.localdate() - timedelta(days=9)
    consultation.closes_on = timezone.localdate() - timedelta(days=1)
    consultation.save()

    assert stages.move_on_time() == 2

    consultation.refresh_from_db()
    assert consultation.stage == Stage.ANALYSIS
    assert consultation.rounds.get(number=2).closes_on == consultation.closes_on


def test_a_round_after_the_results_leaves_them_public_and_fixed(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    early = make.remark_on(consultation)
    make.publish_results(consultation)

    make.next_round(consultation)
    late = make.remark_on(consultation)

    page = as_user(None).get(reverse("consultations:remarks", args=[consultation.slug]))
    assert page.content.decode().count("Stanowisko urzędu") == 1
    with pytest.raises(PositionPublished):
        make.answer(early)
    make.answer(late)
    page = as_user(None).get(reverse("consultations:remark", args=[consultation.slug, 2]))
    assert "Stanowisko urzędu" not in page.content.decode()


def test_second_results_are_told_to_authors_of_the_second_round_only() -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation)
    make.publish_results(consultation)
    make.next_round(consultation)
    late = make.remark_on(consultation)
    OutboxEvent.objects.all().delete()

    make.publish_results(consultation)

    answered = OutboxEvent.objects.filter(kind="consultations.remark_answered")
    assert [event.subject_id for event in answered] == [str(late.pk)]


def test_the_report_tells_of_one_round_or_of_all() -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation, text="Uwaga z numerem 1.")
    make.publish_results(consultation)
    make.next_round(consultation)
    make.remark_on(consultation, text="Uwaga z numerem 2.")

    assert report_rows(consultation, None) == [1, 2]
    assert '"Tura"' in whole_report(consultation)
    assert report_rows(consultation, {1}) == [1]
    assert report_rows(consultation, {2}) == [2]


def test_readers_get_the_report_of_published_rounds_alone(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation, text="Uwaga z numerem 1.")
    make.publish_results(consultation)
    make.next_round(consultation)
    make.remark_on(consultation, text="Uwaga z numerem 2.")
    url = reverse("consultations:report", args=[consultation.slug, "csv"])

    text = b"".join(as_user(None).get(url).streaming_content).decode()

    assert "Uwaga z numerem 1." in text
    assert "Uwaga z numerem 2." not in text
    assert as_user(None).get(f"{url}?tura=2").status_code == 404
    assert as_user(make.official()).get(f"{url}?tura=2").status_code == 200


def test_an_announced_round_can_be_withdrawn_back_to_where_it_came_from() -> None:
    consultation = make.in_stage(Stage.ANALYSIS)
    dates = (consultation.opens_on, consultation.closes_on)
    starting_rounds.start_round(**later(consultation))

    with pytest.raises(StageNotAllowed):
        stages.change_stage(consultation=consultation, target=Stage.PUBLISHED, reason="Nie")
    stages.change_stage(consultation=consultation, target=Stage.ANALYSIS, reason="Nie trzeba")

    consultation.refresh_from_db()
    assert consultation.stage == Stage.ANALYSIS
    assert (consultation.opens_on, consultation.closes_on) == dates
    assert consultation.round_number == 1
    assert ConsultationRound.objects.get(number=2).withdrawn_at is not None
    assert OutboxEvent.objects.filter(kind="consultations.round_withdrawn").count() == 1
    make.next_round(consultation)
    assert consultation.round_number == 3


def test_a_round_announced_after_results_is_withdrawn_to_the_results() -> None:
    consultation = make.in_stage(Stage.PUBLISHED)
    starting_rounds.start_round(**later(consultation))
    OutboxEvent.objects.all().delete()

    stages.change_stage(consultation=consultation, target=Stage.PUBLISHED, reason="Nie trzeba")

    consultation.refresh_from_db()
    assert consultation.stage == Stage.PUBLISHED
    kinds = set(OutboxEvent.objects.values_list("kind", flat=True))
    assert kinds == {"consultations.round_withdrawn"}


def test_a_later_round_never_goes_back_to_a_draft() -> None:
    consultation = make.in_stage(Stage.ANALYSIS)
    starting_rounds.start_round(**later(consultation))

    with pytest.raises(StageNotAllowed, match="wycofać"):
        stages.change_stage(consultation=consultation, target=Stage.DRAFT, reason="Nie")


def test_a_round_needs_a_new_text_a_reason_and_a_term_to_come() -> None:
    consultation = make.in_stage(Stage.ANALYSIS)
    values = later(consultation)
    past = timezone.localdate() - timedelta(days=1)

    with pytest.raises(RoundNeedsText):
        starting_rounds.start_round(**(values | {"same_text": False}))
    with pytest.raises(ReasonRequired):
        starting_rounds.start_round(**(values | {"reason": " "}))
    with pytest.raises(TermTooEarly):
        starting_rounds.start_round(**(values | {"opens_on": past}))
    with pytest.raises(StageNotAllowed):
        starting_rounds.start_round(**later(make.open_consultation()))


def test_a_round_opens_with_the_version_published_after_the_results() -> None:
    consultation = make.in_stage(Stage.PUBLISHED)
    second = versions.start_corrections(consultation=consultation, actor=None)
    versions.publish_version(version=second, note="Zmieniony § 1", revision=0, actor=None)

    make.next_round(consultation, same_text=False)

    assert consultation.rounds.get(number=2).version == second
    second.refresh_from_db()
    assert second.published_at is not None
    assert not permissions.can_edit_draft(make.official(), consultation)


def test_the_official_announces_a_round_and_readers_see_it(as_user: SignIn) -> None:
    consultation = make.in_stage(Stage.PUBLISHED)
    today = timezone.localdate()
    url = reverse("consultations:new_round", args=[consultation.slug])
    office = as_user(make.official())
    form = {
        "opens_on": today.isoformat(),
        "closes_on": (today + timedelta(days=14)).isoformat(),
        "reason": "Rada prosiła o drugą turę.",
    }

    refused = office.post(url, form)
    office.post(url, form | {"same_text": "on"})

    assert "Tekst nie zmienił się" in refused.content.decode()
    page = as_user(None).get(reverse("consultations:course", args=[consultation.slug]))
    assert "Tura 2" in page.content.decode()
    assert "Rada prosiła o drugą turę." in page.content.decode()
    assert "tura=1" in page.content.decode()


def test_the_table_of_remarks_is_filtered_by_round(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation, text="Wczesna")
    make.close(consultation)
    make.next_round(consultation)
    make.remark_on(consultation, text="Późna")
    url = reverse("consultations:workbench", args=[consultation.slug])

    page = as_user(make.official()).get(f"{url}?round_number=2").content.decode()

    assert "Późna" in page
    assert "Wczesna" not in page
