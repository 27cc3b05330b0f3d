"""The road of a standard: no step without its evidence, whoever tries and however."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from consultations.domain.version_queries import compare
from standards.domain import queries, road
from standards.domain.errors import EvidenceMissing, ReasonRequired, StepNotAllowed
from standards.domain.road import Proof
from standards.models import ROAD, TRANSITIONS, Evidence, EvidenceKind, Stage, Standard
from tests.standards import factories as make

pytestmark = pytest.mark.django_db
FORWARD = [move for move in TRANSITIONS if move.evidence]


def force(standard: Standard, stage: str) -> None:
    """Try to move past the domain, as a script or an administrator would."""
    with transaction.atomic():
        Standard.objects.filter(pk=standard.pk).update(stage=stage)


def test_a_standard_walks_the_whole_road() -> None:
    standard = make.at_stage(Stage.REPLACED)

    assert [step.stage for step in queries.timeline(standard)] == list(ROAD)
    assert all(step.state == "done" and step.evidence for step in queries.timeline(standard))
    assert standard.stage_changes.count() == len(ROAD)


@pytest.mark.parametrize("move", FORWARD, ids=lambda move: f"{move.source}-{move.target}")
def test_no_step_without_evidence(move: Any) -> None:
    standard = make.at_stage(move.source)

    with pytest.raises(EvidenceMissing):
        road.take_step(standard=standard, target=move.target, actor=None)
    with pytest.raises(IntegrityError, match="no evidence"):
        force(standard, move.target)


def test_steps_cannot_be_skipped() -> None:
    standard = make.new_standard()

    with pytest.raises(StepNotAllowed):
        make.take(standard, Stage.ADOPTED)
    with pytest.raises(ProgrammingError, match="transition"):
        force(standard, Stage.ADOPTED)


def test_no_standard_is_born_on_the_way() -> None:
    with pytest.raises(IntegrityError, match="begins its road"):
        make.new_standard(stage=Stage.IN_USE)


def test_a_consultation_that_runs_proves_nothing() -> None:
    standard = make.at_stage(Stage.INTERNAL)
    running = make.consultations.open_consultation()

    with pytest.raises(EvidenceMissing):
        make.take(
            standard,
            Stage.CONSULTED,
            proof=Proof(dated_on=timezone.localdate(), consultation=running),
        )


def test_a_training_without_people_proves_nothing() -> None:
    standard = make.at_stage(Stage.PUBLISHED)
    empty = make.training_of(standard, people=0)

    with pytest.raises(EvidenceMissing):
        make.take(
            standard, Stage.IN_USE, proof=Proof(dated_on=timezone.localdate(), training=empty)
        )


@pytest.mark.parametrize("kind", [EvidenceKind.APPOINTMENT, EvidenceKind.RESOLUTION])
def test_acts_have_a_number_and_a_file(kind: EvidenceKind) -> None:
    standard = make.new_standard()

    with pytest.raises(IntegrityError, match="evidence_act_has_number_and_file"):
        road.keep_evidence(
            standard=standard,
            kind=kind,
            proof=Proof(dated_on=timezone.localdate(), number="1/2026"),
            actor=None,
        )


def test_evidence_never_changes() -> None:
    standard = make.at_stage(Stage.TEAM)

    with pytest.raises(ProgrammingError), transaction.atomic():
        Evidence.objects.filter(standard=standard).update(number="inny")


def test_a_draft_sent_back_needs_new_evidence() -> None:
    standard = make.at_stage(Stage.CONSULTED)

    with pytest.raises(ReasonRequired):
        road.take_step(standard=standard, target=Stage.TEAM, actor=None)
    make.take(standard, Stage.TEAM)

    with pytest.raises(EvidenceMissing):
        road.take_step(standard=standard, target=Stage.DRAFT, actor=None)
    assert standard.stage_changes.last().reason == "Bo tak ustalono"


def test_a_review_keeps_in_force_once() -> None:
    standard = make.at_stage(Stage.REVIEWED)

    make.take(standard, Stage.IN_USE)

    assert standard.adopted_text is not None
    with pytest.raises(EvidenceMissing):
        road.take_step(standard=standard, target=Stage.REVIEWED, actor=None)


def test_the_adopted_text_shows_what_changed_since_consultation() -> None:
    standard = make.at_stage(Stage.COUNCIL)

    make.take(standard, Stage.ADOPTED, adopted_source=make.paper(make.ADOPTED, "przyjety.txt"))

    adopted = standard.adopted_text
    consulted = adopted.consultation.current_version
    changed = compare(consulted, adopted, only_changes=True)
    assert [unit.new.eid for unit in changed] == ["par_2"]
    assert "30 dni" in changed[0].new.text
    assert consulted.pk != adopted.pk


def test_a_late_step_shows_itself() -> None:
    standard = make.at_stage(Stage.TEAM)
    yesterday = timezone.localdate() - timedelta(days=1)

    road.plan_steps(standard=standard, dates={Stage.DRAFT: yesterday, Stage.TEAM: None})

    late = [step.stage for step in queries.timeline(standard) if step.is_overdue]
    assert late == [Stage.DRAFT]
    assert queries.next_overdue(standard) == yesterday
