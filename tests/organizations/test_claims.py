"""Asking for a profile: proof, decision, dispute, letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from notifications.domain.sending import send_due_letters
from notifications.models import OutboxEvent
from organizations.domain import claims
from organizations.domain.errors import (
    AlreadyAsked,
    AlreadyDecided,
    AlreadyMember,
    NoRegisterEmail,
    ReasonMissing,
)
from organizations.domain.permissions import can_act_for_organization
from organizations.models import (
    ClaimProof,
    ClaimStatus,
    Organization,
    OrganizationRole,
    ProfileClaim,
)
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import OrganizationFactory, OrganizationMembershipFactory

pytestmark = pytest.mark.django_db


def _submit(organization: Organization, user: Any, **options: Any) -> ProfileClaim:
    options = {"function": "prezeska", "proof": ClaimProof.OFFICIAL, **options}
    return claims.submit_claim(organization=organization, user=user, **options)


def _published() -> list[str]:
    return list(OutboxEvent.objects.order_by("pk").values_list("kind", flat=True))


def test_an_accepted_claim_makes_a_keeper_who_hears_of_it() -> None:
    organization, person = OrganizationFactory(), UserFactory()
    claim = _submit(organization, person)

    claims.accept_claim(claim, decided_by=AdministratorFactory())

    assert can_act_for_organization(person, organization)
    assert organization.memberships.get().role == OrganizationRole.OWNER
    assert _published() == ["organizations.claim_submitted", "organizations.claim_accepted"]


def test_a_second_request_for_a_profile_keeps_what_was_typed(client: Client) -> None:
    organization, person = OrganizationFactory(), UserFactory()
    _submit(organization, person)
    client.force_login(person)

    page = client.post(
        reverse("organizations:claim", args=[organization.slug]),
        {"function": "prezeska", "proof": ClaimProof.OFFICIAL, "message": "Pisane długo"},
    )

    assert page.context["form"].non_field_errors() == [str(AlreadyAsked())]
    assert "Pisane długo" in page.text


def test_a_refusal_needs_its_reason_and_gives_nothing() -> None:
    organization, person = OrganizationFactory(), UserFactory()
    claim = _submit(organization, person)

    with pytest.raises(ReasonMissing):
        claims.reject_claim(claim, decided_by=AdministratorFactory(), reason=" ")
    claims.reject_claim(claim, decided_by=AdministratorFactory(), reason="Brak podpisu.")

    claim.refresh_from_db()
    assert (claim.status, claim.reason) == (ClaimStatus.REJECTED, "Brak podpisu.")
    assert not can_act_for_organization(person, organization)


def test_a_matter_is_decided_once() -> None:
    claim = _submit(OrganizationFactory(), UserFactory())
    claims.withdraw_claim(claim)

    with pytest.raises(AlreadyDecided):
        claims.accept_claim(claim, decided_by=AdministratorFactory())


def test_one_claim_of_a_person_waits_at_a_time() -> None:
    organization, person = OrganizationFactory(), UserFactory()
    _submit(organization, person)

    with pytest.raises(AlreadyAsked):
        _submit(organization, person)

    assert ProfileClaim.objects.count() == 1


def test_members_need_not_ask() -> None:
    membership = OrganizationMembershipFactory()

    with pytest.raises(AlreadyMember):
        _submit(membership.organization, membership.user)


def test_a_profile_without_an_address_cannot_confirm_by_letter() -> None:
    with pytest.raises(NoRegisterEmail):
        _submit(OrganizationFactory(), UserFactory(), proof=ClaimProof.REGISTER_EMAIL)


def test_the_organizations_own_mail_confirms_at_once(
    client: Client,
) -> None:
    organization = OrganizationFactory(email="biuro@laka.example")
    person = UserFactory()
    claim = _submit(organization, person, proof=ClaimProof.REGISTER_EMAIL)
    send_due_letters()
    letter = mail.outbox[-1]
    link = re.search(r"/organizacje/prosby/\S+", letter.body)
    assert letter.to == ["biuro@laka.example"]
    assert link

    # Opening the link alone decides nothing: mail scanners open links too.
    assert client.get(link[0]).status_code == 200
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.PENDING

    client.post(link[0])
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.ACCEPTED
    assert can_act_for_organization(person, organization)


@pytest.mark.parametrize("key", ["falszywy", "MQ:1abc:def"])
def test_a_false_key_opens_nothing(client: Client, key: str) -> None:
    assert client.get(reverse("organizations:confirm_claim", args=[key])).status_code == 404


def test_in_a_dispute_the_letter_is_not_enough_and_keepers_may_lose_the_profile() -> None:
    organization = OrganizationFactory(email="biuro@laka.example")
    keeper = OrganizationMembershipFactory(
        organization=organization, role=OrganizationRole.OWNER
    ).user
    challenger = UserFactory()
    claim = _submit(organization, challenger, proof=ClaimProof.REGISTER_EMAIL)
    claims.confirm_by_email(claim.pk)
    claim.refresh_from_db()
    assert (claim.is_dispute, claim.status) == (True, ClaimStatus.PENDING)

    claims.accept_claim(claim, decided_by=AdministratorFactory(), replace_keepers=True)

    assert can_act_for_organization(challenger, organization)
    assert not can_act_for_organization(keeper, organization)


def test_a_claim_with_a_document_goes_through_the_pages(
    as_user: Callable[..., Client],
) -> None:
    organization, person, administrator = (
        OrganizationFactory(),
        UserFactory(),
        AdministratorFactory(),
    )
    document = SimpleUploadedFile("odpis.pdf", b"%PDF-1.4\n%%EOF\n", "application/pdf")

    response = as_user(person).post(
        reverse("organizations:claim", args=[organization.slug]),
        {"function": "prezeska", "proof": ClaimProof.OFFICIAL, "message": "Znamy się."},
    )
    assert response.status_code == 302
    without_file = as_user(UserFactory()).post(
        reverse("organizations:claim", args=[organization.slug]),
        {"function": "skarbnik", "proof": ClaimProof.DOCUMENT},
    )
    assert "Dołącz dokument." in without_file.content.decode()
    assert document.size

    claim = ProfileClaim.objects.get()
    desk = as_user(administrator).get(reverse("organizations:moderation"))
    assert organization.name in desk.content.decode()
    as_user(administrator).post(
        reverse("organizations:decide_claim", args=[claim.pk]), {"accept": "1"}
    )
    assert can_act_for_organization(person, organization)


def test_moderation_is_closed_to_others(as_user: Callable[..., Client]) -> None:
    claim = _submit(OrganizationFactory(), UserFactory())
    member = OrganizationMembershipFactory(
        organization=claim.organization, role=OrganizationRole.OWNER
    ).user
    addresses = {
        "organizations:moderation": [],
        "organizations:decide_claim": [claim.pk],
    }

    for name, args in addresses.items():
        method = "get" if name.endswith("moderation") else "post"
        for person in (UserFactory(), member, claim.user):
            response = getattr(as_user(person), method)(reverse(name, args=args))
            assert response.status_code == 403
        assert getattr(as_user(None), method)(reverse(name, args=args)).status_code == 302
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.PENDING
