"""Pages of every part on which officials see people's data leave a trace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AccessRecord, User
from organizations.domain import claims
from organizations.models import ClaimProof
from standards.models import MemberApplication
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.awards import factories as awards
from tests.consultations import factories as consultations
from tests.events import factories as events
from tests.organizations.factories import OrganizationFactory, OrganizationMembershipFactory
from tests.quality_index import factories as index
from tests.standards import factories as standards

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


@pytest.fixture
def seen() -> User:
    """Somebody whose data lie everywhere."""
    return UserFactory(display_name="Wszechobecna Osoba")


def traces(viewer: User, person: User) -> list[tuple[str, bool]]:
    """Kinds of data of the person that the viewer saw, and whether they took them."""
    rows = AccessRecord.objects.filter(viewer=viewer, people=person).order_by("pk")
    return list(rows.values_list("kind", "was_taken"))


def test_participants_of_an_event(as_user: SignIn, seen: User) -> None:
    event = events.announced()
    registration = events.registered(event, seen)
    organiser = events.helper(event, "manager")
    browser = as_user(organiser)

    browser.get(reverse("events:participants", args=[event.slug]))
    browser.get(reverse("events:participant", args=[event.slug, registration.pk]))
    browser.get(reverse("events:participants_file", args=[event.slug, "csv"]))
    browser.get(reverse("events:needs_file", args=[event.slug, "csv"]))
    browser.get(reverse("events:door_data", args=[event.slug]))

    assert traces(organiser, seen) == [
        ("events.participants", False),
        ("events.participants", False),
        ("events.participants", True),
        ("events.needs", True),
        ("events.participants", True),
    ]
    assert {row.about for row in AccessRecord.objects.all()} == {str(event)}


def test_authors_of_remarks(as_user: SignIn, seen: User) -> None:
    consultation = consultations.open_consultation()
    remark = consultations.remark_on(consultation, author=seen)
    official = consultations.official()
    browser = as_user(official)

    browser.get(reverse("consultations:workbench", args=[consultation.slug]))
    browser.get(reverse("consultations:answer", args=[consultation.slug, remark.number]))

    assert traces(official, seen) == [("consultations.authors", False)] * 2


def test_nominators_and_jurors(as_user: SignIn, seen: User) -> None:
    edition = awards.open_edition()
    nomination = awards.submitted(edition, seen)
    awards.juror(edition, seen)
    official = awards.official()
    browser = as_user(official)
    of_edition = [edition.competition.slug, edition.year]

    browser.get(reverse("awards:work", args=of_edition))
    browser.get(reverse("awards:check", args=[nomination.key]))
    browser.get(reverse("awards:seats", args=of_edition))

    assert traces(official, seen) == [
        ("awards.nominations", False),
        ("awards.nominations", False),
        ("awards.jury", False),
    ]


def test_applicants_to_a_working_group(as_user: SignIn, seen: User) -> None:
    group = standards.new_group()
    call = standards.new_call(group)
    MemberApplication.objects.create(
        call=call, user=seen, side="ngo", motivation="Chcę.", organization=OrganizationFactory()
    )
    official = standards.people(group)["office"]
    assert official is not None

    as_user(official).get(call.get_absolute_url())
    as_user(seen).get(call.get_absolute_url())

    assert traces(official, seen) == [("standards.applications", False)]
    assert not AccessRecord.objects.filter(viewer=seen).exists()


def test_the_team_of_an_assessment(as_user: SignIn, seen: User) -> None:
    assessment = index.in_preparation()
    index.seat(assessment, email=seen.email)
    official = index.official()

    as_user(official).get(reverse("quality_index:team", args=[assessment.pk]))

    assert traces(official, seen) == [("quality_index.team", False)]


def test_claimants_members_and_addresses(as_user: SignIn, seen: User) -> None:
    organization = OrganizationFactory(email="biuro@laka.example")
    claims.submit_claim(
        organization=organization,
        user=seen,
        function="prezeska",
        proof=ClaimProof.OFFICIAL,
    )
    OrganizationMembershipFactory(organization=organization, user=seen)
    administrator = AdministratorFactory()
    browser = as_user(administrator)
    members = reverse("organizations:members", args=[organization.slug])

    browser.get(reverse("organizations:moderation"))
    browser.get(members)
    browser.post(
        reverse("organizations:addresses"), {"kind": "mailing_list", "purpose": "Zaproszenie"}
    )

    assert traces(administrator, seen) == [
        ("organizations.claims", False),
        ("organizations.members", False),
    ]
    taken = AccessRecord.objects.get(kind="organizations.addresses")
    assert (taken.was_taken, taken.reason, taken.people_count) == (True, "Zaproszenie", 1)
