"""A body from year to year and among others: plan, evidence, peers, region, open data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.domain.erasure import erase_user
from documents.storing import store_bytes
from notifications.models import AddressLetter
from organizations import cooperation_facts
from organizations.cooperation_facts import Fact
from organizations.models import PublicBody
from quality_index.datasets import _indexes, _parts
from quality_index.domain import assessing, evidence, plans, reminding, series
from quality_index.domain.narrative import narrative
from quality_index.domain.presenting import facts_of
from quality_index.models import Action, Assessment
from tests.accounts.factories import UserFactory
from tests.consultations import factories as consultations
from tests.quality_index import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def counties(count: int) -> list[PublicBody]:
    return list(PublicBody.objects.filter(kind="county").order_by("name")[:count])


def queries_of(url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert Client().get(url).status_code == 200
    return len(queries)


def test_recommendations_are_for_low_levels_and_become_actions(as_user: SignIn) -> None:
    assessment = make.settled(make.county_office(), 2024, 3, kontakt=1)
    office = as_user(make.official())

    advice = plans.recommendations(assessment)
    assert [row.indicator.key for row in advice] == ["kontakt"]
    page = office.get(
        reverse("quality_index:add_action", args=[assessment.pk]) + "?wskaznik=kontakt"
    )

    assert advice[0].texts[0] in page.content.decode()


def test_next_year_shows_what_an_action_changed() -> None:
    body = make.county_office()
    before = make.settled(body, 2023, 2, kontakt=1)
    plans.save_action(
        action=Action(
            assessment=before,
            indicator=before.version.indicators.get(key="kontakt"),
            title="Powołać pełnomocnika",
            owner_name="Sekretarz",
            due_on=date(2024, 5, 1),
        ),
        actor=None,
    )
    after = make.settled(body, 2024, 2, kontakt=4)

    (row,) = plans.review_of(after)

    assert (row.before, row.after, row.change) == (1, 4, 3)
    page = Client().get(reverse("quality_index:plan", args=[after.pk])).content.decode()
    assert "(+3,0)" in page


def test_each_term_of_an_action_is_reminded_of_once() -> None:
    assessment = make.settled(make.county_office(), 2024)
    action = plans.save_action(
        action=Action(
            assessment=assessment,
            title="Kalendarz",
            owner_name="Sekretarz",
            owner_email="sekretarz@example.org",
            due_on=timezone.localdate() + timedelta(days=3),
        ),
        actor=None,
    )

    assert [plans.remind_of_terms(), plans.remind_of_terms()] == [1, 0]
    action.due_on += timedelta(days=5)
    plans.save_action(action=action, actor=None)
    assert plans.remind_of_terms() == 1
    assert AddressLetter.objects.filter(address="sekretarz@example.org").count() == 2


def test_members_who_have_not_scored_are_reminded_once_before_the_deadline() -> None:
    soon = timezone.localdate() + timedelta(days=1)
    assessment, ours, _theirs = make.scoring(scores_until_on=soon)
    make.score_all(ours, 2)

    assert [reminding.remind_members(), reminding.remind_members()] == [1, 0]
    letter = AddressLetter.objects.latest("pk")
    assert letter.event.kind == "quality_index.reminder_letter"
    assert assessment.seats.exclude(pk=ours.pk).get().email == letter.address


def test_evidence_is_carried_to_the_next_year_for_confirmation(as_user: SignIn) -> None:
    body = make.county_office()
    before = make.approved(body=body, year=2023)
    indicators = list(before.version.indicators.all()[:2])
    proof = evidence.add_evidence(
        assessment=before,
        seat=None,
        title="Uchwała o radzie",
        indicators=indicators,
        file=store_bytes(b"%PDF-1.4", name="uchwala.pdf", kind="pdf"),
    )

    after = make.in_preparation(body=body, year=2024)

    copy = after.evidence.get()
    assert not copy.is_confirmed
    assert copy.carried_from == proof
    assert list(copy.indicators.all()) == indicators
    as_user(make.official()).post(
        reverse("quality_index:confirm_evidence", args=[after.pk, copy.pk])
    )
    copy.refresh_from_db()
    assert copy.is_confirmed
    evidence.remove_evidence(copy)
    proof.refresh_from_db()
    assert proof.file.file.read() == b"%PDF-1.4"


def test_the_portal_counts_consultations_as_hints() -> None:
    consultation = consultations.open_consultation()
    consultations.remark_on(consultation, "par_1")
    body = consultation.public_body
    assessment = make.in_preparation(body=body, year=consultation.opens_on.year)

    hints = evidence.hints_for(assessment)

    assert [fact.value for fact in hints["zakres-konsultacji"]] == ["1"]
    assert [fact.value for fact in hints["terminy-konsultacji"]] == ["1 z 1"]
    assert [fact.value for fact in hints["odpowiedzi-na-uwagi"]] == ["0 z 1"]


def test_any_activity_may_count_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cooperation_facts, "_counters", [])
    cooperation_facts.register(lambda *_: [Fact("events.held", "Wydarzenia", "7")])

    hints = evidence.hints_for(make.in_preparation())

    assert [fact.value for fact in hints["promocja"]] == ["7"]


def test_similar_bodies_are_compared_from_five_up_without_names() -> None:
    offices = counties(6)
    own = make.settled(offices[0], 2024, 2)
    for office, level in zip(offices[1:5], (1, 1, 3, 4), strict=True):
        make.settled(office, 2024, level)
    assert series.peers_of(own) is None

    make.settled(offices[5], 2024, 3)
    peers = series.peers_of(own, with_rank=True)

    assert peers is not None
    assert (peers.count, peers.total, peers.rank) == (5, Decimal("75.0"), 4)
    page = Client().get(reverse("quality_index:results", args=[own.pk])).content.decode()
    assert "Na tle podobnych urzędów" in page
    assert all(office.name not in page for office in offices[1:])


def test_the_own_rank_is_for_the_office_only(as_user: SignIn) -> None:
    offices = counties(6)
    own, *_others = [make.settled(office, 2024, 2) for office in offices]
    url = reverse("quality_index:results", args=[own.pk])

    assert "miejsce 1" in as_user(make.official(offices[0])).get(url).content.decode()
    for person in (None, make.official(offices[1])):
        assert "miejsce" not in as_user(person).get(url).content.decode()


def test_the_region_shows_counties_and_lists_by_the_alphabet() -> None:
    first, second = counties(2)
    make.settled(first, 2024, 1)
    make.settled(second, 2024, 4)

    page = Client().get(reverse("quality_index:region")).content.decode()

    assert page.index(first.name) < page.index(second.name)
    assert "100 punktów" in page


def test_the_home_page_shows_the_newest_index_of_each_body() -> None:
    first, second = counties(2)
    for body, year in ((first, 2023), (first, 2025), (second, 2024)):
        make.settled(body, year)

    section = BeautifulSoup(Client().get("/").content, "html.parser").find(
        "section", {"aria-labelledby": "dzial-quality-index"}
    )

    cards = [(card.h3.text, card.find(class_="card__kicker").text) for card in section("article")]
    assert cards == [(second.name, "2024"), (first.name, "2025")]


def test_pages_ask_the_same_however_many_bodies_and_years() -> None:
    offices = counties(4)
    for office in offices[:2]:
        make.settled(office, 2023)
        make.settled(office, 2024)
    addresses = [
        reverse("quality_index:region"),
        reverse("quality_index:body", args=[offices[0].slug]),
        reverse("quality_index:results", args=[offices[0].index_assessments.latest("year").pk]),
    ]
    few = [queries_of(url) for url in addresses]

    for office in offices[2:]:
        make.settled(office, 2024)
    make.settled(offices[0], 2022)

    assert [queries_of(url) for url in addresses] == few


def test_targets_stand_beside_the_present_level(as_user: SignIn) -> None:
    assessment = make.settled(make.county_office(), 2024)
    office = as_user(make.official())

    office.post(
        reverse("quality_index:targets", args=[assessment.pk]),
        {"informowanie": "40", "finansowe": "75"},
    )

    facts = facts_of(assessment)
    assert facts.targets == {"informowanie": Decimal("40.0"), "finansowe": Decimal("75.0")}
    assert any("2 obszarów, z tego 1" in sentence for sentence in narrative(facts))


def test_open_data_has_published_indexes_and_their_areas() -> None:
    make.approved(body=counties(2)[1])
    published = make.settled(make.county_office(), 2024)

    assert [row["id"] for row in _indexes()] == [published.pk]
    assert len(list(_parts())) == 14
    answer = Client().get(f"/api/v1/quality-index/{published.pk}").json()
    assert answer["total"] in (50, "50.0", 50.0)
    assert len(answer["indicators"]) == 45


def test_the_offices_own_page_leads_to_its_index() -> None:
    published = make.settled(make.county_office(), 2024)

    page = Client().get(published.body.get_absolute_url()).content.decode()

    assert reverse("quality_index:body", args=[published.body.slug]) in page


def test_an_invited_account_finds_its_scores_in_own_matters(as_user: SignIn) -> None:
    person = UserFactory()
    assessment = make.in_preparation()
    seat = make.seat(assessment, email=person.email)
    make.seat(assessment, "administration")
    make.stages.change_stage(assessment=assessment, target=make.Stage.SCORING)

    page = as_user(person).get("/konto/").content.decode()

    assert seat.user == person
    assert reverse("quality_index:own_scores", args=[assessment.pk]) in page


def test_an_unconfirmed_address_gets_no_seat_by_its_account() -> None:
    stranger = UserFactory(verified_address=False)

    assert make.seat(make.in_preparation(), email=stranger.email).user is None


def test_an_erased_member_leaves_levels_but_no_name() -> None:
    person = UserFactory()
    assessment = make.in_preparation()
    seat = make.seat(assessment, email=person.email)
    make.seat(assessment, "administration")
    make.stages.change_stage(assessment=assessment, target=make.Stage.SCORING)
    for member in assessment.seats.all():
        make.score_all(member, 2)
    make.stages.change_stage(assessment=assessment, target=make.Stage.CONSENSUS)

    erase_user(person)

    seat.refresh_from_db()
    assert (seat.name, seat.user) == ("–", None)
    assert person.email not in seat.email
    assert seat.scores.count() == 45


def test_a_year_is_assessed_once() -> None:
    make.in_preparation()

    with pytest.raises(assessing.YearTaken):
        make.in_preparation()
    assert Assessment.objects.count() == 1
