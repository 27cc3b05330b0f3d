"""We and they, the meeting, two recorders at once, and what is settled in the end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from quality_index.domain import consensus, results, stages
from quality_index.domain.errors import AgreementConflict, ReasonRequired, StageNotAllowed
from quality_index.domain.gaps import gap_rows
from quality_index.models import AgreedScore, Side, Stage
from tests.quality_index import factories as make

SignIn = Callable[[Any], Client]


@pytest.mark.django_db
def test_indicators_stand_from_the_greatest_disagreement() -> None:
    assessment, _ours, _theirs = make.in_consensus()

    rows = gap_rows(assessment)

    assert rows[0].disagreement.gap == Fraction(2)
    assert rows[0].disagreement.size == Fraction(1, 2)
    assert rows[-1].indicator.key == "kontakt"
    assert rows[-1].disagreement.size == 0
    assert rows[0].comments == [
        ("administracja", "Myślę, że 3."),
        ("organizacje", "Myślę, że 1."),
    ]


@pytest.mark.django_db
def test_the_two_sides_have_an_index_of_their_own() -> None:
    assessment, ours, _theirs = make.in_consensus()

    sides = results.sides_index(assessment)

    assert sides[Side.ADMINISTRATION].total == 75
    assert results.index_of_member(ours).total == 75
    assert sides[Side.NGO].areas["finansowe"] == 25


@pytest.mark.django_db
def test_whatever_everybody_scored_the_same_is_accepted_at_once(as_user: SignIn) -> None:
    assessment, _ours, _theirs = make.in_consensus()

    as_user(make.official()).post(reverse("quality_index:agree_unanimous", args=[assessment.pk]))

    assert list(assessment.agreed_scores.values_list("indicator__key", "value")) == [("kontakt", 3)]


@pytest.mark.django_db
def test_a_second_recorder_sees_both_versions_and_loses_nothing(as_user: SignIn) -> None:
    assessment, _ours, _theirs = make.in_consensus()
    url = reverse("quality_index:agree", args=[assessment.pk, "diagnoza"])
    first, second = as_user(make.official()), as_user(make.official())

    first.post(url, {"level": 3, "reasons": "Pierwszy zapis.", "revision": 0})
    refused = second.post(url, {"level": 1, "reasons": "Drugi zapis.", "revision": 0})

    assert refused.status_code == 409
    page = refused.content.decode()
    assert "Pierwszy zapis." in page
    assert "Drugi zapis." in page
    assert AgreedScore.objects.get().value == 3
    again = second.post(url, {"level": 1, "reasons": "Drugi zapis.", "revision": 1})
    assert again.status_code == 302
    assert AgreedScore.objects.get().reasons == "Drugi zapis."


@pytest.mark.django_db(transaction=True)
def test_of_two_recorders_at_the_same_moment_one_is_told_of_the_other() -> None:
    assessment, _ours, _theirs = make.in_consensus()
    indicator = assessment.version.indicators.get(key="diagnoza")
    ready, outcomes = threading.Barrier(2), []

    def record(value: int) -> None:
        connection.ensure_connection()
        ready.wait()
        try:
            consensus.save_agreed(assessment=assessment, indicator=indicator, value=value)
            outcomes.append("saved")
        except AgreementConflict:
            outcomes.append("conflict")
        finally:
            connection.close()

    threads = [threading.Thread(target=record, args=[value]) for value in (1, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["conflict", "saved"]
    assert AgreedScore.objects.get().revision == 1


@pytest.mark.django_db
def test_a_recorder_of_the_team_records_and_other_members_do_not() -> None:
    assessment, ours, theirs = make.in_consensus()
    theirs.is_recorder = True
    theirs.save()
    url = reverse("quality_index:agree", args=[assessment.pk, "diagnoza"])
    recorder, member = Client(), Client()
    recorder.get(reverse("quality_index:join", args=[theirs.link_key]))
    member.get(reverse("quality_index:join", args=[ours.link_key]))

    assert recorder.post(url, {"level": 2, "revision": 0}).status_code == 302
    assert member.post(url, {"level": 4, "revision": 1}).status_code == 403
    assert AgreedScore.objects.get().value == 2


@pytest.mark.django_db
def test_nothing_is_approved_before_everything_is_agreed() -> None:
    assessment, _ours, _theirs = make.in_consensus()

    with pytest.raises(StageNotAllowed, match="45"):
        stages.change_stage(assessment=assessment, target=Stage.APPROVED)

    make.agree_all(assessment, None)
    with pytest.raises(StageNotAllowed, match="nie ma z czego"):
        stages.change_stage(assessment=assessment, target=Stage.APPROVED)


@pytest.mark.django_db
def test_the_index_is_settled_with_its_parts_and_taken_back_with_a_reason() -> None:
    assessment = make.approved()
    assert assessment.total == Decimal("50.0")
    assert assessment.results.filter(value=50).count() == 3 + 11

    with pytest.raises(ReasonRequired):
        stages.change_stage(assessment=assessment, target=Stage.CONSENSUS)
    stages.change_stage(assessment=assessment, target=Stage.CONSENSUS, reason="Błąd w zapisie.")

    assert assessment.total is None
    assert not assessment.results.exists()
    assert assessment.stage_changes.last().reason == "Błąd w zapisie."


@pytest.mark.django_db
def test_the_database_keeps_what_was_agreed_after_the_approval() -> None:
    assessment = make.approved()

    with pytest.raises(IntegrityError), transaction.atomic():
        assessment.agreed_scores.update(value=4)
    assert set(assessment.agreed_scores.values_list("value", flat=True)) == {2}
