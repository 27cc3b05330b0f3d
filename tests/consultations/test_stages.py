"""A consultation moves only as its table of transitions allows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from consultations.domain import stages
from consultations.domain.errors import ReasonRequired, StageNotAllowed, TermTooEarly
from consultations.models import Consultation, Stage, StageChange
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db


def test_announcing_opens_at_once_when_the_day_has_come() -> None:
    consultation = make.open_consultation()

    assert consultation.stage == Stage.OPEN
    moves = list(consultation.stage_changes.values_list("source", "target"))
    assert moves == [("draft", "announced"), ("announced", "open")]


def test_announcing_a_later_day_waits_for_it() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    consultation = make.new_consultation(opens_on=tomorrow)
    make.with_draft(consultation)

    stages.announce(consultation=consultation, actor=None)

    assert Consultation.objects.get().stage == Stage.ANNOUNCED
    assert stages.move_on_time() == 0


def test_announcing_needs_a_draft() -> None:
    consultation = make.new_consultation()

    with pytest.raises(StageNotAllowed, match="dodaj projekt"):
        stages.announce(consultation=consultation, actor=None)

    assert Consultation.objects.get().stage == Stage.DRAFT


def test_announcing_after_the_term_is_refused() -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    consultation = make.new_consultation(opens_on=yesterday, closes_on=yesterday)
    make.with_draft(consultation)

    with pytest.raises(StageNotAllowed, match="minął"):
        stages.announce(consultation=consultation, actor=None)


def test_time_moves_a_consultation_through_both_stages_after_long_downtime() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    consultation = make.new_consultation(opens_on=tomorrow)
    make.with_draft(consultation)
    stages.announce(consultation=consultation, actor=None)
    consultation.refresh_from_db()
    consultation.opens_on = consultation.closes_on = timezone.localdate() - timedelta(days=3)
    consultation.save()

    assert stages.move_on_time() == 2

    consultation.refresh_from_db()
    assert consultation.stage == Stage.ANALYSIS


def test_an_official_cannot_close_before_the_term() -> None:
    consultation = make.open_consultation()

    with pytest.raises(StageNotAllowed, match="zamkną się same"):
        stages.change_stage(consultation=consultation, target=Stage.ANALYSIS)


def test_results_wait_for_every_position() -> None:
    consultation = make.open_consultation()
    answered, waiting = make.remark_on(consultation), make.remark_on(consultation)
    make.close(consultation)
    make.answer(answered)
    make.answer(waiting, approve=False)

    with pytest.raises(StageNotAllowed, match="1 uwaga nie ma"):
        stages.change_stage(consultation=consultation, target=Stage.PUBLISHED)


def test_the_database_itself_refuses_results_with_an_unanswered_remark() -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation)
    make.close(consultation)

    with pytest.raises(IntegrityError, match="unanswered"), transaction.atomic():
        Consultation.objects.update(stage=Stage.PUBLISHED)


def test_the_database_itself_refuses_a_move_outside_the_table() -> None:
    make.open_consultation()

    with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
        Consultation.objects.update(stage=Stage.DRAFT)


def test_cancelling_needs_a_reason_and_keeps_it() -> None:
    consultation = make.open_consultation()

    with pytest.raises(ReasonRequired):
        stages.change_stage(consultation=consultation, target=Stage.CANCELLED, reason="  ")
    stages.change_stage(consultation=consultation, target=Stage.CANCELLED, reason="Błąd w tekście")

    assert StageChange.objects.last().reason == "Błąd w tekście"


def test_an_extension_moves_the_last_day_and_is_logged() -> None:
    consultation = make.open_consultation()
    later = consultation.closes_on + timedelta(days=7)

    stages.extend_term(consultation=consultation, closes_on=later, reason="Święta", actor=None)

    consultation.refresh_from_db()
    assert consultation.closes_on == later
    assert consultation.stage_changes.last().reason == "Święta"


def test_a_term_cannot_be_shortened() -> None:
    consultation = make.open_consultation()
    earlier = consultation.closes_on - timedelta(days=1)

    with pytest.raises(TermTooEarly):
        stages.extend_term(
            consultation=consultation, closes_on=earlier, reason="Pośpiech", actor=None
        )
