"""Hundreds of remarks are a table that officials filter, share and answer together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.domain import groups, likeness
from consultations.domain.errors import GroupTooSmall, NotAColleague
from consultations.models import Position, PositionState, RemarkGroup, ReplyTemplate, Stage
from notifications.domain.expansion import expand_due_events
from notifications.models import Delivery, OutboxEvent
from organizations.models import Deputation, PublicBody
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations import factories as make
from tests.consultations import versions
from tests.consultations.test_reading import count_queries, many_remarks
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def url(name: str, consultation: Any, *arguments: Any) -> str:
    return reverse(f"consultations:{name}", args=[consultation.slug, *arguments])


def numbers_in(response: Any) -> list[int]:
    return [remark.number for remark in response.context["page"]]


# --- filters


def test_the_table_is_filtered_by_unit_organization_person_group_and_answer(
    as_user: SignIn,
) -> None:
    consultation = make.open_consultation()
    office = make.official()
    organization = OrganizationFactory()
    make.remark_on(consultation, "par_1")
    second = make.remark_on(consultation, "par_3", organization=organization)
    third = make.remark_on(consultation)
    make.answer(third, approve=False)
    group = groups.group_remarks(
        consultation=consultation, numbers=[1, 3], title="Razem", actor=office
    )
    groups.assign_remarks(consultation=consultation, numbers=[1], assignee=office, actor=office)
    client, table = as_user(office), url("workbench", consultation)

    def found(**filters: Any) -> list[int]:
        return numbers_in(client.get(table, filters))

    assert found() == [1, 2, 3]
    assert found(provision=second.provision.lineage) == [second.number]
    assert found(provision="whole") == [3]
    assert found(organization=organization.pk) == [2]
    assert found(organization="none") == [1, 3]
    assert found(assigned_to="me") == [1]
    assert found(assigned_to="none") == [2, 3]
    assert found(group=group.pk) == [1, 3]
    assert found(group="none") == [2]
    assert found(answer="none") == [1, 2]
    assert found(answer="prepared") == [3]
    assert found(answer="open") == [1, 2, 3]


def test_the_table_costs_the_same_with_10_and_with_500_remarks(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    many_remarks(consultation, 10)
    client, table = as_user(make.official()), url("workbench", consultation)
    client.get(table)
    cost = count_queries(client, table)

    consultation.last_remark_number = 10
    many_remarks(consultation, 490)

    assert count_queries(client, table) == cost
    assert cost <= 25


def test_the_filter_of_a_unit_follows_it_to_its_new_number(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation, "par_3", text="Do starego numeru")
    versions.publish(versions.uploaded_version(consultation))
    consultation.refresh_from_db()
    make.remark_on(consultation, "par_4", text="Do nowego numeru")
    make.remark_on(consultation, "par_3", text="Do innej jednostki")
    client, table = as_user(make.official()), url("workbench", consultation)
    moved = consultation.current_version.provisions.get(eid="par_4")

    offered = client.get(table).context["filter"].form.fields["provision"].choices

    assert (str(moved.lineage), "§ 4") in list(offered)
    assert numbers_in(client.get(table, {"provision": moved.lineage})) == [1, 2]


def test_after_an_answer_comes_the_next_remark_of_the_same_filter(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    for unit in ("par_1", "par_3", "par_1"):
        make.remark_on(consultation, unit)
    unit_key = consultation.current_version.provisions.get(eid="par_1").lineage

    response = as_user(make.official()).post(
        url("answer", consultation, 1) + f"?provision={unit_key}",
        {"verdict": "accepted", "reasons": "Tak.", "revision": 0, "next": "1"},
    )

    assert response["Location"] == url("answer", consultation, 3) + f"?provision={unit_key}"


def test_the_live_count_tells_what_is_unanswered(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    make.answer(make.remark_on(consultation))
    make.answer(make.remark_on(consultation), approve=False)
    make.remark_on(consultation)

    response = as_user(make.official()).get(url("answer_progress", consultation))

    progress = response.context["progress"]
    assert (progress.total, progress.unanswered, progress.prepared) == (3, 2, 1)
    assert "na zatwierdzone stanowisko" in response.content.decode()


# --- groups


def test_equal_remarks_get_one_position_in_one_step(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    office = make.official()
    remarks = [make.remark_on(consultation, "par_1") for _ in range(3)]
    client = as_user(office)

    made = client.post(
        url("make_group", consultation), {"numer": ["1", "2", "3"], "nazwa": "Dłuższy termin"}
    )
    page = client.get(made["Location"])
    client.post(
        made["Location"],
        {
            "verdict": "partly",
            "reasons": "Wydłużymy o tydzień.",
            "seen": page.context["form"].initial["seen"],
            "approve": "1",
        },
    )

    assert RemarkGroup.objects.get().title == "Dłuższy termin"
    positions = Position.objects.order_by("remark__number")
    assert [position.remark for position in positions] == remarks
    assert {(p.verdict, p.reasons, p.state) for p in positions} == {
        ("partly", "Wydłużymy o tydzień.", PositionState.APPROVED)
    }


def test_a_position_saved_meanwhile_stops_the_answer_of_the_whole_group(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    first, second = (make.remark_on(consultation) for _ in range(2))
    office = make.official()
    group = groups.group_remarks(
        consultation=consultation, numbers=[1, 2], title="Razem", actor=office
    )
    make.answer(second, "rejected")

    response = as_user(office).post(
        url("group", consultation, group.pk),
        {"verdict": "accepted", "reasons": "Inaczej", "seen": f"{first.pk}:0 {second.pk}:0"},
    )

    page = response.content.decode()
    assert response.status_code == 409
    assert "Inaczej" in page
    assert "Zmiana zostanie wprowadzona." in page
    assert list(Position.objects.values_list("remark", "verdict")) == [(second.pk, "rejected")]


def test_a_remark_that_joined_meanwhile_is_not_answered_unseen(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    first, second, _third = (make.remark_on(consultation) for _ in range(3))
    office = make.official()
    group = groups.group_remarks(
        consultation=consultation, numbers=[1, 2], title="Razem", actor=office
    )
    groups.add_to_group(group=group, numbers=[3])

    response = as_user(office).post(
        url("group", consultation, group.pk),
        {"verdict": "accepted", "reasons": "Tak", "seen": f"{first.pk}:0 {second.pk}:0"},
    )

    assert response.status_code == 409
    assert not Position.objects.exists()


def test_a_group_joins_at_least_two_remarks_of_its_own_consultation() -> None:
    consultation, other = make.open_consultation(), make.open_consultation()
    make.remark_on(consultation)
    make.remark_on(other)
    make.remark_on(other)

    with pytest.raises(GroupTooSmall):
        groups.group_remarks(consultation=consultation, numbers=[1, 2], title="", actor=None)


def test_a_remark_leaves_its_group_and_an_empty_group_goes(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    for _ in range(2):
        make.remark_on(consultation)
    office = make.official()
    groups.group_remarks(consultation=consultation, numbers=[1, 2], title="Razem", actor=office)
    client = as_user(office)

    client.post(url("take_out_of_group", consultation, 1))
    assert list(RemarkGroup.objects.get().remarks.values_list("number", flat=True)) == [2]
    client.post(url("take_out_of_group", consultation, 2))
    assert not RemarkGroup.objects.exists()


def test_likely_equal_remarks_are_suggested_within_a_unit() -> None:
    consultation = make.open_consultation()
    campaign = "Proszę o wydłużenie terminu na składanie ofert z 14 do 30 dni, bo organizacje {}."
    make.remark_on(consultation, "par_1", text=campaign.format("nie zdążą"))
    make.remark_on(consultation, "par_1", text=campaign.format("nie zdążą!"))
    make.remark_on(consultation, "par_1", text="Dzień dobry. " + campaign.format("nie zdążą"))
    make.remark_on(consultation, "par_1", text="Należy dodać zadania z zakresu ekologii.")
    make.remark_on(consultation, "par_3", text=campaign.format("nie zdążą"))

    suggested = likeness.likely_groups(consultation)

    assert [group.numbers for group in suggested] == [[1, 2, 3]]
    assert suggested[0].likeness >= likeness.LEAST_LIKENESS


def test_what_is_grouped_is_not_suggested_again() -> None:
    consultation = make.open_consultation()
    for _ in range(2):
        make.remark_on(consultation, "par_1", text="To samo zdanie.")
    groups.group_remarks(consultation=consultation, numbers=[1, 2], title="", actor=None)

    assert likeness.likely_groups(consultation) == []


# --- sharing the work


def test_remarks_are_assigned_to_a_colleague_who_hears_of_it(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    for _ in range(3):
        make.remark_on(consultation)
    boss, colleague = make.official(), make.official()

    as_user(boss).post(
        url("assign_remarks", consultation), {"numer": ["1", "3"], "komu": colleague.pk}
    )

    mine = consultation.remarks.filter(assigned_to=colleague)
    event = OutboxEvent.objects.get(kind="consultations.remarks_assigned")
    assert list(mine.values_list("number", flat=True)) == [1, 3]
    assert (event.context["count"], event.context["people"]) == (2, [colleague.pk])


def test_nobody_from_outside_the_office_is_given_remarks(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation)
    stranger = make.official(PublicBody.objects.filter(kind="county").first())

    response = as_user(make.official()).post(
        url("assign_remarks", consultation), {"numer": ["1"], "komu": stranger.pk}
    )

    assert response.status_code == 404
    with pytest.raises(NotAColleague):
        groups.assign_remarks(consultation=consultation, numbers=[1], assignee=stranger, actor=None)


def test_notes_are_read_by_the_office_only(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation)
    office = as_user(make.official())

    office.post(url("add_note", consultation, 1), {"text": "Zapytać radcę prawnego"})

    assert "Zapytać radcę" in office.get(url("answer", consultation, 1)).content.decode()
    for person in (remark.author, None):
        page = as_user(person).get(remark.get_absolute_url()).content.decode()
        assert "Zapytać radcę" not in page


def test_a_note_that_is_too_long_stays_beside_the_position(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation)
    office = as_user(make.official())
    address = url("add_note", consultation, 1)

    page = office.post(address, {"text": "Zapytać radcę" + "!" * 4000})

    assert "Zapytać radcę!" in page.text
    assert page.context["note_form"].errors
    assert not remark.notes.exists()
    # A reload, or another language, asks without the form.
    assert office.get(address).url == url("answer", consultation, 1)


# --- two steps


def test_where_two_people_are_asked_for_nobody_approves_an_own_position(as_user: SignIn) -> None:
    consultation = make.open_consultation(approval_by_another=True)
    make.remark_on(consultation)
    author, colleague = as_user(make.official()), as_user(make.official())
    answer = url("answer", consultation, 1)
    words = {"verdict": "accepted", "reasons": "Słusznie."}

    at_once = author.post(answer, words | {"revision": 0, "approve": "1"})
    author.post(answer, words | {"revision": 0})
    author.post(url("approve_positions", consultation), {"numer": ["1"]})
    alone = Position.objects.get()
    colleague.post(url("approve_positions", consultation), {"numer": ["1"]})
    together = Position.objects.get()

    assert at_once.status_code == 409
    assert "inna osoba" in at_once.content.decode()
    assert (alone.state, together.state) == (PositionState.PREPARED, PositionState.APPROVED)
    assert together.prepared_by != together.approved_by


def test_approving_with_another_text_makes_it_ones_own(as_user: SignIn) -> None:
    consultation = make.open_consultation(approval_by_another=True)
    make.answer(make.remark_on(consultation), approve=False)
    client = as_user(make.official())
    answer = url("answer", consultation, 1)

    changed = client.post(
        answer, {"verdict": "rejected", "reasons": "Nie.", "revision": 1, "approve": "1"}
    )
    unchanged = client.post(
        answer,
        {
            "verdict": "accepted",
            "reasons": "Zmiana zostanie wprowadzona.",
            "revision": 1,
            "approve": "1",
        },
    )

    assert (changed.status_code, unchanged.status_code) == (409, 302)
    assert Position.objects.get().state == PositionState.APPROVED


# --- reply templates


def test_a_template_is_put_into_the_reasons_without_losing_what_was_typed(
    as_user: SignIn,
) -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation)
    template = ReplyTemplate.objects.create(
        public_body=consultation.public_body,
        title="Poza zakresem",
        verdict="out_of_scope",
        text="Uwaga dotyczy innego aktu.",
    )

    response = as_user(make.official()).post(
        url("answer", consultation, 1),
        {"reasons": "Dziękujemy.", "revision": 0, "wstaw": template.pk},
    )

    form = response.context["form"]
    assert form.initial["reasons"] == "Dziękujemy.\n\nUwaga dotyczy innego aktu."
    assert form.initial["verdict"] == "out_of_scope"
    assert not Position.objects.exists()


def test_an_office_keeps_its_templates_and_no_other_may(as_user: SignIn) -> None:
    body = make.marshal_office()
    address = reverse("consultations:reply_templates", args=[body.slug])
    words = {"title": "Dziękujemy", "verdict": "", "text": "Dziękujemy za uwagę."}

    as_user(make.official()).post(address, words)
    template = ReplyTemplate.objects.get()
    again = as_user(AdministratorFactory()).post(address, words)
    other = make.official(PublicBody.objects.filter(kind="county").first())
    delete = reverse("consultations:delete_reply_template", args=[body.slug, template.pk])

    assert "title" in again.context["form"].errors
    for person in (other, UserFactory()):
        assert as_user(person).get(address).status_code == 403
        assert as_user(person).post(delete).status_code == 403
    as_user(make.official()).post(delete)
    assert not ReplyTemplate.objects.exists()


# --- who may


@pytest.mark.parametrize("stage", Stage.values)
def test_the_desk_is_the_offices_alone(as_user: SignIn, stage: str) -> None:
    """Reading the desk needs the office; changing needs a stage in which remarks are answered."""
    consultation = make.in_stage(stage)
    office = make.official()
    other = make.official(PublicBody.objects.filter(kind="county").first())
    answering = stage in (Stage.OPEN, Stage.ANALYSIS)
    reads = [url("answer_progress", consultation), url("workbench", consultation)]
    changes = [url("groups", consultation)]
    actions = [url("make_group", consultation), url("assign_remarks", consultation)]

    for person, may in ((None, 302), (UserFactory(), 403), (other, 403), (office, 200)):
        hidden = stage == Stage.DRAFT and may == 403
        client = as_user(person)
        for address in reads:
            assert client.get(address).status_code == (404 if hidden else may)
        expected = 403 if may == 200 and not answering else may
        for address in changes:
            assert client.get(address).status_code == (404 if hidden else expected)
        posted = 302 if expected == 200 else expected
        for address in actions:
            assert client.post(address).status_code == (404 if hidden else posted)


def test_a_deputy_has_the_assigned_remarks_of_who_is_on_leave(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    absent, deputy, actor = (make.official() for _number in range(3))
    make.remark_on(consultation)
    make.remark_on(consultation)
    table = url("workbench", consultation)
    today = timezone.localdate()
    deputation = Deputation.objects.create(
        public_body=consultation.public_body,
        official=absent,
        deputy=deputy,
        starts_on=today,
        ends_on=today,
    )

    groups.assign_remarks(consultation=consultation, numbers=[2], assignee=absent, actor=actor)

    expand_due_events()
    told = Delivery.objects.filter(event__kind="consultations.remarks_assigned")
    assert set(told.values_list("recipient", flat=True)) == {absent.pk, deputy.pk}
    page = as_user(deputy).get(table, {"assigned_to": "me"})
    assert numbers_in(page) == [2]
    assert "Działasz w zastępstwie" in page.content.decode()
    mine = as_user(deputy).get(reverse("accounts:dashboard")).content.decode()
    assert "Uwagi przydzielone Tobie" in mine
    Deputation.objects.filter(pk=deputation.pk).update(
        starts_on=today - timedelta(days=2), ends_on=today - timedelta(days=1)
    )
    assert numbers_in(as_user(deputy).get(table, {"assigned_to": "me"})) == []
    assert numbers_in(as_user(absent).get(table, {"assigned_to": "me"})) == [2]
