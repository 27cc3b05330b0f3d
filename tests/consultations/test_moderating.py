"""Abuse is reported, hidden with a reason, and nobody is silenced without an appeal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from consultations.domain import moderation, stages
from consultations.domain.errors import (
    AppealedAlready,
    NotYourDecision,
    ReasonRequired,
    StageNotAllowed,
)
from consultations.models import (
    AbuseReport,
    AbuseState,
    Appeal,
    AppealState,
    Remark,
    RemarkState,
    Stage,
)
from notifications.models import OutboxEvent
from organizations.models import PublicBody
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations import factories as make
from tests.consultations.test_reading import count_queries

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def url(name: str, remark: Remark, *more: Any) -> str:
    return reverse(f"consultations:{name}", args=[remark.consultation.slug, remark.number, *more])


def queue_url(consultation: Any) -> str:
    return reverse("consultations:moderation", args=[consultation.slug])


def told(kind: str) -> list[dict[str, Any]]:
    events = OutboxEvent.objects.filter(kind=f"consultations.{kind}").order_by("pk")
    return [event.context for event in events]


def hidden_remark(**fields: Any) -> Remark:
    remark = make.remark_on(make.open_consultation(**fields), text="Treść, która znika")
    return moderation.hide_remark(remark=remark, actor=make.official(), reason="Cudze dane.")


def test_a_reported_remark_waits_in_the_queue_with_its_reasons(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation(), text="Obraźliwa treść")

    as_user(UserFactory()).post(
        url("report_abuse", remark), {"reason": "offensive", "details": "Wyzwiska"}
    )
    as_user(UserFactory()).post(url("report_abuse", remark), {"reason": "spam"})
    page = as_user(make.official()).get(queue_url(remark.consultation)).content.decode()

    assert "Obraźliwa treść" in page
    assert "Wyzwiska" in page
    assert "reklama lub spam" in page
    assert len(told("remark_reported")) == 2


def test_one_person_reports_a_remark_once(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation())
    client = as_user(UserFactory())

    for _ in range(2):
        client.post(url("report_abuse", remark), {"reason": "spam"})

    assert AbuseReport.objects.count() == 1
    assert len(told("remark_reported")) == 1


def test_a_hidden_remark_is_off_all_pages_but_its_authors_and_the_offices(
    as_user: SignIn,
) -> None:
    remark = make.remark_on(make.open_consultation(), "par_1", text="Treść, która znika")
    office = make.official()
    as_user(UserFactory()).post(url("report_abuse", remark), {"reason": "personal_data"})

    as_user(office).post(
        url("decide_moderation", remark, "ukryj"), {"reason": "Ujawnia cudzy adres."}
    )

    remark.refresh_from_db()
    slug = remark.consultation.slug
    pages = [
        reverse("consultations:remarks", args=[slug]),
        reverse("consultations:provision", args=[slug, "par_1"]),
    ]
    assert (remark.state, remark.state_reason) == (RemarkState.HIDDEN, "Ujawnia cudzy adres.")
    for page in pages:
        assert "Treść, która znika" not in as_user(None).get(page).content.decode()
    for person, status in ((None, 404), (UserFactory(), 404), (remark.author, 200), (office, 200)):
        assert as_user(person).get(remark.get_absolute_url()).status_code == status
    assert AbuseReport.objects.get().state == AbuseState.UPHELD
    assert told("remark_hidden")[0]["reason"] == "Ujawnia cudzy adres."
    assert told("report_decided")[0]["state"] == "upheld"


def test_a_hidden_remark_offers_no_support_that_would_be_refused(as_user: SignIn) -> None:
    remark = hidden_remark()
    supports = f'action="{url("support_remark", remark)}"'

    page = as_user(AdministratorFactory()).get(remark.get_absolute_url()).text

    assert "Treść, która znika" in page
    assert supports not in page


def test_a_hidden_remark_needs_no_answer_and_a_restored_one_does() -> None:
    remark = hidden_remark()
    consultation = make.close(remark.consultation)
    assert stages.unanswered_count(consultation) == 0

    moderation.restore_remark(remark=remark, actor=make.official(), reason="Pomyłka.")

    assert stages.unanswered_count(consultation) == 1
    assert told("remark_restored")[0]["reason"] == "Pomyłka."


def test_after_the_results_no_unanswered_remark_comes_back() -> None:
    remark = hidden_remark()
    make.publish_results(remark.consultation)

    with pytest.raises(StageNotAllowed):
        moderation.restore_remark(remark=remark, actor=None, reason="Pomyłka.")


def test_every_decision_needs_a_reason() -> None:
    remark = make.remark_on(make.open_consultation())

    with pytest.raises(ReasonRequired):
        moderation.hide_remark(remark=remark, actor=None, reason="  ")

    remark.refresh_from_db()
    assert remark.state == RemarkState.SUBMITTED


def test_dismissed_reports_leave_the_remark_and_are_answered(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation())
    reporter = UserFactory()
    as_user(reporter).post(url("report_abuse", remark), {"reason": "other"})

    as_user(make.official()).post(
        url("decide_moderation", remark, "oddal"), {"reason": "To zwykła krytyka."}
    )

    remark.refresh_from_db()
    assert remark.state == RemarkState.SUBMITTED
    assert AbuseReport.objects.get().state == AbuseState.DISMISSED
    assert told("report_decided")[0]["people"] == [reporter.pk]


def test_the_author_appeals_and_an_administrator_restores(as_user: SignIn) -> None:
    remark = hidden_remark()
    as_user(remark.author).post(url("appeal", remark), {"text": "To mój własny adres."})

    as_user(AdministratorFactory()).post(
        url("decide_appeal", remark), {"granted": "1", "decision": "Autor podał własne dane."}
    )

    remark.refresh_from_db()
    assert remark.state == RemarkState.SUBMITTED
    assert Appeal.objects.get().state == AppealState.GRANTED
    assert told("appeal_decided")[0]["reason"] == "Autor podał własne dane."


def test_nobody_judges_an_appeal_against_an_own_decision() -> None:
    administrator = AdministratorFactory()
    remark = make.remark_on(make.open_consultation())
    moderation.hide_remark(remark=remark, actor=administrator, reason="Spam.")
    appeal = moderation.file_appeal(remark=remark, text="To nie spam.")

    with pytest.raises(NotYourDecision):
        moderation.decide_appeal(
            appeal=appeal, actor=administrator, granted=False, decision="Jednak spam."
        )


def test_results_wait_for_the_appeal() -> None:
    remark = hidden_remark()
    appeal = moderation.file_appeal(remark=remark, text="Proszę sprawdzić.")
    consultation = make.close(remark.consultation)

    with pytest.raises(StageNotAllowed, match="odwołanie"):
        stages.change_stage(consultation=consultation, target=Stage.PUBLISHED)
    moderation.decide_appeal(
        appeal=appeal, actor=AdministratorFactory(), granted=False, decision="Zasadnie ukryta."
    )
    stages.change_stage(consultation=consultation, target=Stage.PUBLISHED)

    remark.refresh_from_db()
    assert remark.state == RemarkState.HIDDEN


def test_one_hiding_one_appeal() -> None:
    remark = hidden_remark()
    appeal = moderation.file_appeal(remark=remark, text="Proszę sprawdzić.")
    moderation.decide_appeal(
        appeal=appeal, actor=AdministratorFactory(), granted=False, decision="Zasadnie."
    )

    with pytest.raises(AppealedAlready):
        moderation.file_appeal(remark=remark, text="Jeszcze raz.")
    moderation.restore_remark(remark=remark, actor=None, reason="Po namyśle.")
    moderation.hide_remark(remark=remark, actor=make.official(), reason="Znowu.")
    assert moderation.file_appeal(remark=remark, text="I znowu.").state == AppealState.OPEN


@pytest.mark.parametrize("stage", [Stage.OPEN, Stage.ANALYSIS])
def test_who_may_do_what(as_user: SignIn, stage: str) -> None:
    consultation = make.open_consultation()
    visible, hidden = make.remark_on(consultation), make.remark_on(consultation)
    moderation.hide_remark(remark=hidden, actor=make.official(), reason="Powód.")
    appeal = moderation.file_appeal(remark=hidden, text="Odwołanie")
    if stage == Stage.ANALYSIS:
        make.close(consultation)
    other = make.official(PublicBody.objects.filter(kind="county").first())
    office, administrator = make.official(), AdministratorFactory()
    everything = reverse("consultations:all_moderation")
    table = {
        queue_url(consultation): (302, 403, 403, 403, 200, 200),
        everything: (302, 403, 403, 403, 403, 200),
        url("report_abuse", visible): (302, 200, 403, 200, 200, 200),
        url("decide_moderation", visible, "ukryj"): (302, 403, 403, 403, 200, 200),
        url("decide_moderation", hidden, "przywroc"): (302, 403, 403, 403, 200, 200),
        url("appeal", appeal.remark): (302, 403, 403, 403, 403, 403),
        url("decide_appeal", hidden): (302, 403, 403, 403, 403, 200),
    }
    people = (None, UserFactory(), visible.author, other, office, administrator)

    for address, expected in table.items():
        seen = tuple(as_user(person).get(address).status_code for person in people)
        assert seen == expected, address
    assert as_user(hidden.author).get(url("appeal", hidden)).status_code == 200


def test_the_queue_costs_the_same_however_long(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    client = as_user(make.official())

    def report_one() -> None:
        remark = make.remark_on(consultation)
        moderation.report_abuse(remark=remark, reporter=UserFactory(), reason="spam")

    report_one()
    client.get(queue_url(consultation))
    cost = count_queries(client, queue_url(consultation))
    for _ in range(5):
        report_one()

    assert count_queries(client, queue_url(consultation)) == cost
