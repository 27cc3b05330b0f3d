"""Chosen organizations are invited once, counted before, reminded if they are silent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.domain import invitations
from consultations.domain.errors import NobodyToInvite, StageNotAllowed
from consultations.domain.invitations import Choice
from consultations.models import Consultation, Invitation, Stage
from notifications.models import AddressLetter, OutboxEvent
from organizations.models import (
    Organization,
    OrganizationMembership,
    OrganizationRole,
    PublicBenefitField,
)
from territory.models import Area
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def organization(*, member: bool = True, **fields: Any) -> Organization:
    made = OrganizationFactory(**fields)
    if member:
        OrganizationMembership.objects.create(
            user=UserFactory(), organization=made, role=OrganizationRole.OWNER
        )
    return made


def invite(consultation: Consultation, choice: Choice | None = None) -> list[str]:
    batch = invitations.invite(
        consultation=consultation, choice=choice or Choice(), message="Zapraszamy.", actor=None
    )
    invitations.send_invitations(batch.pk)
    return [row.organization.name for row in batch.invitations.order_by("organization__name")]


def told(kind: str) -> int:
    return OutboxEvent.objects.filter(kind=f"consultations.{kind}").count()


def test_fields_and_territory_choose_without_doubles() -> None:
    consultation = make.open_consultation()
    first, second = PublicBenefitField.objects.all()[:2]
    nysa = Area.objects.get(pk="1607")
    here = organization(name="Nasza", county=nysa)
    here.benefit_fields.set([first, second])
    here.areas_of_action.set([nysa])
    organization(name="Bez sfery", county=nysa)
    elsewhere = organization(name="Daleka")
    elsewhere.benefit_fields.set([first])

    assert invite(consultation, Choice(fields=[first, second], areas=[nysa])) == ["Nasza"]


def test_the_preview_counts_whom_the_invitation_reaches(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    organization(email="")
    organization(member=False, email="biuro@example.org")
    organization(member=False, email="")
    url = reverse("consultations:invitations", args=[consultation.slug])

    page = as_user(make.official()).post(url, {"count": "1"})

    preview = page.context["preview"]
    assert (preview.chosen, preview.with_account, preview.by_letter) == (3, 1, 1)
    assert (preview.reachable, preview.unreachable) == (2, 1)
    assert not Invitation.objects.exists()


def test_members_get_a_notice_and_an_address_alone_gets_a_letter() -> None:
    consultation = make.open_consultation()
    organization()
    organization(member=False, email="biuro@example.org")

    invite(consultation)

    assert told("invited") == 1
    letter = AddressLetter.objects.get()
    assert letter.address == "biuro@example.org"


def test_nobody_is_invited_twice_to_a_round(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    organization()
    url = reverse("consultations:invitations", args=[consultation.slug])
    office = as_user(make.official())

    office.post(url, {"send": "1"})
    again = office.post(url, {"send": "1"})

    assert "już zaproszone" in again.content.decode()
    assert Invitation.objects.count() == 1
    batch = consultation.invitation_batches.get()
    invitations.send_invitations(batch.pk)
    invitations.send_invitations(batch.pk)
    assert told("invited") == 1
    make.close(consultation)
    make.next_round(consultation)
    assert len(invite(consultation)) == 1


def test_only_public_consultations_invite() -> None:
    organization()
    for stage in (Stage.DRAFT, Stage.ANALYSIS):
        with pytest.raises(StageNotAllowed):
            invite(make.in_stage(stage))
    with pytest.raises(NobodyToInvite):
        invite(make.open_consultation(), Choice(only_opp=True))


def test_silent_organizations_are_reminded_once_before_the_end() -> None:
    today = timezone.localdate()
    consultation = make.open_consultation(closes_on=today + timedelta(days=2))
    silent, heard = organization(name="Cicha"), organization(name="Słyszana")
    invite(consultation)
    make.remark_on(consultation, organization=heard)

    assert invitations.remind_invited() == 1
    assert invitations.remind_invited() == 0

    event = OutboxEvent.objects.get(kind="consultations.invited_reminder")
    assert Invitation.objects.get(pk=event.subject_id).organization == silent


def test_no_reminder_while_there_is_time() -> None:
    consultation = make.open_consultation()
    organization()
    invite(consultation)

    assert invitations.remind_invited() == 0


def test_what_a_lost_worker_left_is_sent_by_the_sweep() -> None:
    consultation = make.open_consultation()
    organization()
    invitations.invite(consultation=consultation, choice=Choice(), message="", actor=None)

    assert invitations.resume_invitations() == 1
    assert invitations.resume_invitations() == 0


def test_the_list_of_invited_asks_as_often_for_many(
    as_user: SignIn, django_assert_max_num_queries: Any
) -> None:
    consultation = make.open_consultation()
    for _number in range(8):
        organization()
    invite(consultation)
    office = as_user(make.official())

    with django_assert_max_num_queries(18):
        page = office.get(reverse("consultations:invitations", args=[consultation.slug]))
    assert page.content.decode().count("jeszcze nie") == 8


def test_members_see_open_invitations_among_their_matters(as_user: SignIn) -> None:
    consultation = make.open_consultation(title="Program na rok 2027")
    silent, heard = organization(name="Cicha"), organization(name="Słyszana")
    invite(consultation)
    make.remark_on(consultation, organization=heard)
    url = reverse("accounts:dashboard")

    def page_of(row: Organization) -> str:
        return as_user(row.memberships.get().user).get(url).content.decode()

    assert "Zaproszenia do konsultacji" in page_of(silent)
    assert "Zaproszenia do konsultacji" not in page_of(heard)
