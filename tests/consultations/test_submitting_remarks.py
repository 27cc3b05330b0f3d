"""A remark is stored when it comes in time, and clearly refused otherwise."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.domain import remarks
from consultations.domain.errors import ConsultationClosed, ConsultationNotOpenYet
from consultations.domain.remarks import RemarkContent
from consultations.models import Consultation, Participation, Remark, RemarkState, Stage
from organizations.models import OrganizationMembership, OrganizationRole
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.consultations.remark_form import proven, send
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def submit_url(consultation: Consultation, eid: str = "") -> str:
    url = reverse("consultations:submit_remark", args=[consultation.slug])
    return f"{url}?jednostka={eid}" if eid else url


def test_a_remark_on_a_unit_is_stored_with_its_unit_and_number(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    author = UserFactory(display_name="Anna Testowa")

    response = send(
        as_user(author),
        submit_url(consultation, "par_2__ust_2"),
        {"text": "Proszę dodać tryb pozakonkursowy.", "proposed_wording": "2. Zadania zleca się…"},
    )

    remark = Remark.objects.get()
    assert response.status_code == 302
    assert response["Location"] == remark.get_absolute_url()
    assert (remark.number, remark.provision.eid) == (1, "par_2__ust_2")
    assert (remark.submitter_name, remark.state) == ("Anna Testowa", RemarkState.SUBMITTED)
    assert remark.version == consultation.current_version


def test_a_remark_for_an_organization_carries_its_name(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    author, organization = UserFactory(), OrganizationFactory(name="Fundacja Próba")
    OrganizationMembership.objects.create(
        user=author, organization=organization, role=OrganizationRole.REPRESENTATIVE
    )

    send(
        as_user(author),
        submit_url(consultation),
        {"text": "Popieramy.", "organization": organization.pk},
    )

    remark = Remark.objects.get()
    assert (remark.organization, remark.submitter_name) == (organization, "Fundacja Próba")


def test_nobody_speaks_for_an_organization_of_others(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    mine, others = OrganizationFactory(), OrganizationFactory()
    author = UserFactory()
    OrganizationMembership.objects.create(
        user=author, organization=mine, role=OrganizationRole.OWNER
    )

    response = send(
        as_user(author), submit_url(consultation), {"text": "Popieramy.", "organization": others.pk}
    )

    assert response.status_code == 200
    assert "organization" in response.context["form"].errors
    assert not Remark.objects.exists()


def test_an_empty_remark_is_a_field_error(as_user: SignIn) -> None:
    consultation = make.open_consultation()

    response = send(as_user(UserFactory()), submit_url(consultation), {"text": "   "})

    assert response.context["form"].errors["text"] == ["To pole jest wymagane."]


def test_after_the_last_second_the_text_is_kept_and_the_reason_told(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    Consultation.objects.update(closes_at=timezone.now() - timedelta(microseconds=1))

    response = send(
        as_user(UserFactory()),
        submit_url(consultation, "par_1"),
        {"text": "Spóźniona, ale ważna uwaga"},
    )

    page = response.content.decode()
    assert response.status_code == 409
    assert "termin minął" in page
    assert "Spóźniona, ale ważna uwaga" in page
    assert not Remark.objects.exists()


def test_the_term_ends_with_the_last_second_of_its_last_day_in_warsaw() -> None:
    consultation = make.open_consultation()

    local = timezone.localtime(consultation.closes_at)

    assert local.date() == consultation.closes_on + timedelta(days=1)
    assert (local.hour, local.minute, local.second) == (0, 0, 0)


def test_before_the_opening_a_remark_is_refused() -> None:
    consultation = make.in_stage(Stage.ANNOUNCED)

    with pytest.raises(ConsultationNotOpenYet):
        make.remark_on(consultation)


def test_the_database_itself_refuses_a_late_remark() -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation)
    Consultation.objects.update(closes_at=timezone.now() - timedelta(seconds=1))

    with pytest.raises(IntegrityError, match="takes no remarks"), transaction.atomic():
        Remark.objects.filter(pk=remark.pk).update(text="Dopisane po terminie")


def test_a_repeated_submission_is_stored_once(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    client, form = as_user(UserFactory()), proven({"text": "Raz"})

    first = client.post(submit_url(consultation), form)
    second = client.post(submit_url(consultation), form)

    assert first["Location"] == second["Location"]
    assert Remark.objects.count() == 1


def test_somebody_without_an_organization_cannot_remark_where_only_ngos_may(
    as_user: SignIn,
) -> None:
    consultation = make.open_consultation(participation=Participation.NGO_ONLY)

    response = send(as_user(UserFactory()), submit_url(consultation), {"text": "Uwaga"})

    assert response.status_code == 403


def test_a_stranger_is_asked_to_sign_in_and_comes_back(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = submit_url(consultation, "par_1")

    response = as_user(None).get(url)

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))
    assert "jednostka%3Dpar_1" in response["Location"]


def test_an_unknown_unit_is_not_found(as_user: SignIn) -> None:
    consultation = make.open_consultation()

    assert as_user(UserFactory()).get(submit_url(consultation, "par_99")).status_code == 404


def test_the_author_changes_an_own_remark_until_the_deadline() -> None:
    remark = make.remark_on(make.open_consultation())

    remarks.change_remark(remark=remark, content=RemarkContent(text="Inaczej"))
    make.close(remark.consultation)

    assert Remark.objects.get().text == "Inaczej"
    with pytest.raises(ConsultationClosed):
        remarks.change_remark(remark=remark, content=RemarkContent(text="Za późno"))


def test_nobody_changes_a_remark_of_others(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation())
    url = reverse("consultations:change_remark", args=[remark.consultation.slug, remark.number])

    response = as_user(UserFactory()).post(url, {"text": "Podmiana"})

    assert response.status_code == 403
    assert Remark.objects.get().text == "Proszę o doprecyzowanie."


def test_a_withdrawn_remark_is_not_counted_and_its_number_not_used_again() -> None:
    consultation = make.open_consultation()
    first = make.remark_on(consultation)

    remarks.withdraw_remark(remark=first)
    second = make.remark_on(consultation)

    assert second.number == 2
    assert list(consultation.remarks.counted()) == [second]


def test_support_counts_each_person_once() -> None:
    remark = make.remark_on(make.open_consultation())
    supporter = UserFactory()

    remarks.support_remark(remark=remark, user=supporter)
    assert remarks.support_remark(remark=remark, user=supporter) == 1
    assert remarks.support_remark(remark=remark, user=UserFactory()) == 2
    assert remarks.stop_supporting_remark(remark=remark, user=supporter) == 1
    assert remarks.stop_supporting_remark(remark=remark, user=supporter) == 1


def test_authors_do_not_support_themselves(as_user: SignIn) -> None:
    author = UserFactory()
    remark = make.remark_on(make.open_consultation(), author=author)
    url = reverse("consultations:support_remark", args=[remark.consultation.slug, remark.number])

    assert as_user(author).post(url).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_of_parallel_submissions_around_the_deadline_each_is_stored_or_refused() -> None:
    """Two hundred people on a hundred connections race the last second of the database's clock."""
    consultation = make.open_consultation()
    authors = UserFactory.create_batch(200)
    pairs = [authors[index : index + 2] for index in range(0, len(authors), 2)]
    outcomes: list[str] = []

    def one_second_to_go() -> None:
        Consultation.objects.update(closes_at=timezone.now() + timedelta(seconds=1))

    # The second begins when everybody is connected, however slow the machine.
    start = threading.Barrier(len(pairs), action=one_second_to_go)

    def submit_until_refused(people: list[Any]) -> None:
        connection.ensure_connection()
        start.wait()
        try:
            while people:
                author = people.pop(0)
                try:
                    make.remark_on(consultation, author=author)
                except ConsultationClosed:
                    outcomes.append("refused")
                else:
                    outcomes.append("stored")
                    people.append(author)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=submit_until_refused, args=[pair]) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    stored = Remark.objects.order_by("number").values_list("number", flat=True)
    assert outcomes.count("refused") == len(authors)
    assert outcomes.count("stored") > 0
    assert list(stored) == list(range(1, outcomes.count("stored") + 1))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM consultations_remark r JOIN consultations_consultation c"
            " ON c.id = r.consultation_id WHERE r.created_at > c.closes_at"
        )
        assert cursor.fetchone() == (0,)
