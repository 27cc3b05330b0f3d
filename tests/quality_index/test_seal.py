"""Until scoring is over nobody but the member sees what the member scored, at any address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import URLPattern, reverse

from documents.storing import store_bytes
from quality_index.domain import evidence, scores, stages
from quality_index.domain.errors import ScoringClosed, StageNotAllowed
from quality_index.models import Assessment, Score, Seat, Side, Stage
from quality_index.web.urls import urlpatterns
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.accounts.impersonating import acting_as
from tests.quality_index import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]

SECRET = "Tego komentarza nikt nie może jeszcze zobaczyć"
PROOF = "Tajny dowód członka"
ADDRESSES = [pattern for pattern in urlpatterns if isinstance(pattern, URLPattern)]


def addresses(assessment: Assessment, seat: Seat) -> Iterator[str]:
    """Every address of the app, with values that lead to the other member's things."""
    proof = seat.evidence.first()
    values: dict[str, list[Any]] = {
        "pk": [assessment.pk],
        "slug": [assessment.body.slug],
        "number": [1],
        "seat": [seat.pk],
        "key": [proof.pk],
        "target": ["consensus"],
        "area": ["informowanie"],
        "indicator": ["kontakt"],
        "name": ["strony"],
        "format": ["json", "xlsx", "svg"],
    }
    for pattern in ADDRESSES:
        names = list(pattern.pattern.converters)
        if pattern.name in ("join", "survey"):
            continue
        combinations: list[dict[str, Any]] = [{}]
        for name in names:
            combinations = [row | {name: value} for row in combinations for value in values[name]]
        for row in combinations:
            yield reverse(f"quality_index:{pattern.name}", kwargs=row)


@pytest.fixture
def sealed() -> tuple[Assessment, Seat, Seat]:
    """One side has scored with a comment and evidence, the other has not."""
    assessment, ours, theirs = make.scoring()
    indicators = list(assessment.version.indicators.all())
    scores.save_scores(seat=theirs, answers={row: make.answer(4, SECRET) for row in indicators})
    evidence.add_evidence(
        assessment=assessment,
        seat=theirs,
        title=PROOF,
        indicators=indicators[:1],
        file=store_bytes(b"tajne", name="tajne.txt", kind="txt"),
    )
    scores.submit_scores(seat=theirs)
    return assessment, ours, theirs


@pytest.mark.parametrize("role", ["nobody", "member", "office", "administrator", "stranger"])
def test_no_address_shows_anothers_scores(
    as_user: SignIn, sealed: tuple[Assessment, Seat, Seat], role: str
) -> None:
    assessment, ours, theirs = sealed
    people: dict[str, Callable[[], Any]] = {
        "office": make.official,
        "administrator": AdministratorFactory,
        "stranger": UserFactory,
    }
    client = as_user(people[role]() if role in people else None)
    if role == "member":
        client.get(reverse("quality_index:join", args=[ours.link_key]))

    for url in addresses(assessment, theirs):
        answer = client.get(url)
        body = b"".join(answer) if answer.streaming else answer.content
        text = body.decode(errors="ignore")
        assert SECRET not in text, url
        assert PROOF not in text, url
        assert theirs.link_key not in text, url
        assert answer.status_code < 500, url


def test_the_member_sees_their_own(sealed: tuple[Assessment, Seat, Seat]) -> None:
    assessment, _ours, theirs = sealed
    client = Client()
    client.get(reverse("quality_index:join", args=[theirs.link_key]))

    page = client.get(reverse("quality_index:area_scores", args=[assessment.pk, "informowanie"]))

    assert SECRET in page.content.decode()
    assert PROOF in page.content.decode()


def test_who_acts_as_the_member_does_not(sealed: tuple[Assessment, Seat, Seat]) -> None:
    assessment, _ours, theirs = sealed
    member = UserFactory()
    Seat.objects.filter(pk=theirs.pk).update(user=member)
    scored = reverse("quality_index:area_scores", args=[assessment.pk, "informowanie"])
    themselves = Client()
    themselves.force_login(member)

    assert themselves.get(scored).status_code == 200
    assert acting_as(member).get(scored).status_code == 403


def test_the_seal_opens_for_the_team_only_when_scoring_is_over(
    sealed: tuple[Assessment, Seat, Seat],
) -> None:
    assessment, ours, _theirs = sealed
    member = Client()
    member.get(reverse("quality_index:join", args=[ours.link_key]))
    gaps = reverse("quality_index:agree", args=[assessment.pk, "kontakt"])
    assert member.get(gaps).status_code == 403
    with pytest.raises(StageNotAllowed):
        stages.change_stage(assessment=assessment, target=Stage.CONSENSUS)

    make.score_all(ours, 2)
    stages.change_stage(assessment=assessment, target=Stage.CONSENSUS)

    assert SECRET in member.get(gaps).content.decode()
    assert Client().get(gaps).status_code == 404


def test_nothing_of_a_running_assessment_is_in_the_api(
    sealed: tuple[Assessment, Seat, Seat],
) -> None:
    assessment, _ours, _theirs = sealed

    assert Client().get("/api/v1/quality-index").json()["items"] == []
    assert Client().get(f"/api/v1/quality-index/{assessment.pk}").status_code == 404


def test_the_database_refuses_scores_after_the_deadline(
    sealed: tuple[Assessment, Seat, Seat],
) -> None:
    assessment, ours, theirs = sealed
    make.pass_deadline(assessment)
    indicator = assessment.version.indicators.first()

    with pytest.raises(IntegrityError), transaction.atomic():
        Score.objects.create(seat=ours, indicator=indicator, value=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Score.objects.filter(seat=theirs).update(value=0)
    ours.refresh_from_db()
    with pytest.raises(ScoringClosed):
        scores.save_scores(seat=ours, answers={indicator: make.answer(1)})


def test_a_late_form_keeps_what_was_typed(sealed: tuple[Assessment, Seat, Seat]) -> None:
    assessment, ours, _theirs = sealed
    client = Client()
    client.get(reverse("quality_index:join", args=[ours.link_key]))
    make.pass_deadline(assessment)

    answer = client.post(
        reverse("quality_index:area_scores", args=[assessment.pk, "informowanie"]),
        {"ocena_kontakt": "2", "komentarz_kontakt": "Pisane do ostatniej chwili"},
    )

    assert answer.status_code == 409
    assert "Pisane do ostatniej chwili" in answer.content.decode()
    assert not ours.scores.exists()


def test_the_deadline_ends_scoring_by_itself_when_enough_have_scored() -> None:
    assessment, ours, _theirs = make.scoring()
    make.seat(assessment, Side.NGO)
    for seat in assessment.seats.exclude(pk=ours.pk)[:1]:
        make.score_all(seat, 2)
    make.pass_deadline(assessment)

    assert stages.move_on_time() == 0

    Assessment.objects.filter(pk=assessment.pk).update(scores_until_at="2099-01-01T00:00:00Z")
    ours.assessment.refresh_from_db()
    make.score_all(ours, 3)
    make.pass_deadline(assessment)
    assert stages.move_on_time() == 1
    assessment.refresh_from_db()
    assert assessment.stage == Stage.CONSENSUS
    assert assessment.stage_changes.last().actor is None
