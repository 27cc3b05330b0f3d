"""Anyone may propose an organization or a better value; moderators and keepers decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from organizations.domain import proposals
from organizations.domain.errors import AlreadyAsked, AlreadyDecided, ReasonMissing
from organizations.models import (
    ChangeSuggestion,
    Decision,
    Organization,
    OrganizationProposal,
    Publication,
)
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import OrganizationFactory, OrganizationMembershipFactory

pytestmark = pytest.mark.django_db

PROPOSED = {
    "name": "Fundacja Łąka",
    "legal_form": "foundation",
    "krs": "0000 123 456",
    "gmina": "1607053",
    "town": "Nysa",
}


def _propose(person: Any) -> OrganizationProposal:
    return proposals.propose_organization(OrganizationFactory.build(slug=""), proposed_by=person)


def test_a_proposal_waits_out_of_sight_until_it_is_published(
    client: Client, as_user: Callable[..., Client]
) -> None:
    as_user(UserFactory()).post(reverse("organizations:propose"), PROPOSED)
    organization = Organization.objects.get()
    assert (organization.publication, organization.slug) == (
        Publication.PROPOSED,
        "fundacja-laka",
    )
    assert organization.county_id == "1607"
    assert client.get(organization.get_absolute_url()).status_code == 404

    as_user(AdministratorFactory()).post(
        reverse("organizations:decide_proposal", args=[organization.proposal.pk]), {"accept": "1"}
    )

    assert client.get(organization.get_absolute_url()).status_code == 200


def test_what_stands_already_is_not_proposed_again(as_user: Callable[..., Client]) -> None:
    OrganizationFactory(name="Fundacja Łąka", krs="0000123456")

    page = as_user(UserFactory()).post(reverse("organizations:propose"), PROPOSED)

    assert "już jest w " in page.content.decode()
    assert Organization.objects.count() == 1


def test_a_refusal_needs_a_reason_and_hides(client: Client) -> None:
    proposal = _propose(UserFactory())
    administrator = AdministratorFactory()

    with pytest.raises(ReasonMissing):
        proposals.refuse_proposal(proposal, decided_by=administrator, reason="")
    proposals.refuse_proposal(proposal, decided_by=administrator, reason="To firma.")

    proposal.refresh_from_db()
    assert (proposal.decision, proposal.reason) == (Decision.REJECTED, "To firma.")
    assert client.get(proposal.organization.get_absolute_url()).status_code == 404
    with pytest.raises(AlreadyDecided):
        proposals.publish_proposal(proposal, decided_by=administrator)


def test_names_that_are_addresses_of_pages_get_a_number() -> None:
    names = ["Zgłoś", "Urzędy", "Import"]

    slugs = [
        proposals.propose_organization(
            OrganizationFactory.build(name=name, slug=""), proposed_by=UserFactory()
        ).organization.slug
        for name in names
    ]

    assert slugs == ["zglos-2", "urzedy-2", "import-2"]


def test_a_suggested_value_is_taken_over_with_its_source(as_user: Callable[..., Client]) -> None:
    organization = OrganizationFactory(phone="77 000 00 01")
    keeper = OrganizationMembershipFactory(organization=organization).user
    as_user(UserFactory()).post(
        reverse("organizations:suggest", args=[organization.slug]),
        {"field": "phone", "value": "77 000 00 02", "source": "strona organizacji"},
    )
    suggestion = ChangeSuggestion.objects.get()
    page = as_user(keeper).get(organization.get_absolute_url()).content.decode()
    assert "77 000 00 02" in page
    assert "77 000 00 02" not in as_user(None).get(organization.get_absolute_url()).content.decode()

    as_user(keeper).post(
        reverse("organizations:decide_suggestion", args=[suggestion.pk]), {"accept": "1"}
    )

    organization.refresh_from_db()
    assert organization.phone == "77 000 00 02"
    assert organization.value_sources.get(field="phone").source == "strona organizacji"


def test_a_suggestion_that_does_not_fit_changes_nothing() -> None:
    organization = OrganizationFactory(email="stary@laka.example")
    suggestion = proposals.suggest_change(
        organization=organization, field="email", value="to nie adres", source="ktoś"
    )

    with pytest.raises(ValidationError):
        proposals.accept_suggestion(suggestion, decided_by=AdministratorFactory())

    organization.refresh_from_db()
    suggestion.refresh_from_db()
    assert (organization.email, suggestion.decision) == ("stary@laka.example", Decision.PENDING)


def test_the_same_suggestion_waits_once_and_numbers_are_not_suggested() -> None:
    organization = OrganizationFactory()
    asked = {"organization": organization, "value": "Nysa", "source": "ktoś"}
    proposals.suggest_change(field="town", **asked)

    with pytest.raises(AlreadyAsked):
        proposals.suggest_change(field="town", **asked)
    with pytest.raises(ValueError, match="krs"):
        proposals.suggest_change(field="krs", **asked)


def test_strangers_do_not_decide(as_user: Callable[..., Client]) -> None:
    organization = OrganizationFactory(town="Opole")
    suggestion = proposals.suggest_change(
        organization=organization, field="town", value="Nysa", source="ktoś"
    )
    proposal = _propose(UserFactory())
    browser = as_user(OrganizationMembershipFactory().user)

    refused = [
        browser.post(reverse("organizations:decide_suggestion", args=[suggestion.pk])).status_code,
        browser.post(reverse("organizations:decide_proposal", args=[proposal.pk])).status_code,
    ]

    assert refused == [403, 403]
