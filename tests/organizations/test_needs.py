"""Needs analysis: editions, whom they invite, who answers, what is public."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from notifications.models import AddressLetter, OutboxEvent
from organizations.domain import needs
from organizations.domain.respondents import respondent, respondent_key
from organizations.models import NeedsEdition, PublicBody, PublicBodyKind
from search.domain.indexing import index_pending
from surveys.domain import collecting
from surveys.models import Response, Survey
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import (
    OrganizationFactory,
    OrganizationMembershipFactory,
    PublicBodyMembershipFactory,
)

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


@pytest.fixture
def office() -> PublicBody:
    return PublicBody.objects.get(kind=PublicBodyKind.MARSHAL)


@pytest.fixture
def edition(office: PublicBody) -> NeedsEdition:
    now = timezone.now()
    return needs.open_edition(
        title="Potrzeby 2026",
        summary="Pytamy.",
        public_body=office,
        opens_at=now - timedelta(days=10),
        closes_at=now + timedelta(days=5),
        actor=None,
    )


def invite_all(edition: NeedsEdition) -> int:
    NeedsEdition.objects.update(inviting_since=timezone.now())
    return needs.invite_organizations(edition)


def test_the_delivered_questionnaire() -> None:
    version = needs.needs_version()

    questions = version.questions_in_order()
    assert len(questions) == 26
    assert [section.title for section in version.outline()][:3] == ["Ludzie", "Lokal", "Pieniądze"]
    for language in ("en", "de"):
        assert all(question.texts[language]["text"] for question in questions)
    assert needs.needs_version() == version


def test_organizations_are_invited_by_field_and_county(edition: NeedsEdition) -> None:
    wanted = OrganizationFactory(county_id="1607")
    wanted.benefit_fields.set(["1"])
    other_county = OrganizationFactory(county_id="1601")
    other_county.benefit_fields.set(["1"])
    OrganizationFactory(county_id="1607")
    edition.invited_counties.set(["1607"])
    edition.invited_fields.set(["1"])

    assert list(needs.organizations_to_invite(edition)) == [wanted]


def test_members_hear_of_it_and_others_get_a_link(edition: NeedsEdition) -> None:
    member = OrganizationMembershipFactory()
    alone = OrganizationFactory(email="biuro@example.org")
    OrganizationFactory(email="")
    OrganizationFactory(publication="hidden")

    counts = [invite_all(edition), invite_all(edition)]

    assert counts == [3, 0]
    invitations = OutboxEvent.objects.filter(kind="organizations.needs_invitation")
    assert str(member.organization.pk) in invitations.values_list("subject_id", flat=True)
    letter = AddressLetter.objects.get()
    assert letter.address == "biuro@example.org"
    assert edition.survey.links.get().respondent == respondent_key(alone)


def test_those_who_have_not_answered_are_reminded_once_in_the_last_week(
    edition: NeedsEdition,
) -> None:
    slow, quick = OrganizationMembershipFactory(), OrganizationMembershipFactory()
    invite_all(edition)
    edition.invitations.update(invited_at=timezone.now() - timedelta(days=6))
    collecting.submit(
        survey=edition.survey,
        respondent=respondent(quick.organization),
        answers={},
        user=quick.user,
    )

    counts = [needs.remind_before_the_end(), needs.remind_before_the_end()]

    assert counts == [1, 0]
    reminder = OutboxEvent.objects.get(kind="organizations.needs_reminder")
    assert reminder.subject_id == str(slow.organization.pk)


def test_what_is_known_of_the_organization_is_kept_with_its_answers(edition: NeedsEdition) -> None:
    member = OrganizationMembershipFactory(
        organization=OrganizationFactory(county_id="1607", employees_count=4)
    )
    member.organization.benefit_fields.set(["1", "2"])

    collecting.submit(
        survey=edition.survey,
        respondent=respondent(member.organization),
        answers={"zatrudnienie": True},
        user=member.user,
    )

    facts = Response.objects.get().facts
    assert facts == {"field": ["1", "2"], "county": ["1607"], "size": ["1-5"]}


def test_only_representatives_answer(as_user: SignIn, edition: NeedsEdition) -> None:
    member = OrganizationMembershipFactory()
    url = reverse("surveys:answer", args=[edition.survey_id])

    theirs = as_user(member.user).get(url)
    others = as_user(UserFactory()).get(url, follow=True)
    foreign = as_user(UserFactory()).get(f"{url}?jako={respondent_key(member.organization)}")

    assert theirs.status_code == 200
    assert "przedstawiciele organizacji" in others.content.decode()
    assert foreign.status_code == 302


def test_a_representative_sees_what_waits(as_user: SignIn, edition: NeedsEdition) -> None:
    member = OrganizationMembershipFactory()
    client = as_user(member.user)

    before = client.get(reverse("accounts:dashboard")).content.decode()
    collecting.submit(
        survey=edition.survey,
        respondent=respondent(member.organization),
        answers={},
        user=member.user,
    )
    after = client.get(reverse("accounts:dashboard")).content.decode()

    assert "Badanie potrzeb organizacji" in before
    assert "Badanie potrzeb organizacji" not in after


def test_an_official_opens_an_edition(as_user: SignIn, office: PublicBody) -> None:
    official = PublicBodyMembershipFactory(public_body=office).user
    now = timezone.localtime()
    form = {
        "title": "Potrzeby 2027",
        "public_body": office.pk,
        "opens_at": now.strftime("%Y-%m-%dT%H:%M"),
        "closes_at": (now + timedelta(days=30)).strftime("%Y-%m-%dT%H:%M"),
    }
    client, url = as_user(official), reverse("organizations:open_needs_edition")

    late = client.post(url, form | {"closes_at": "2020-01-01T10:00", "title": "Nie zgub"})
    client.post(url, form)

    assert late.status_code == 200
    assert "Nie zgub" in late.content.decode()
    made = NeedsEdition.objects.get()
    assert made.survey.owner == made
    assert made.survey.respondent_kind == "organization"


ROLES = ["nobody", "person", "representative", "other office", "office", "administrator"]
INSIDERS = {"office", "administrator"}


@pytest.mark.parametrize("role", ROLES)
def test_permission_matrix(
    as_user: SignIn, role: str, edition: NeedsEdition, office: PublicBody
) -> None:
    county = PublicBody.objects.filter(kind=PublicBodyKind.COUNTY).first()
    user = {
        "nobody": lambda: None,
        "person": UserFactory,
        "representative": lambda: OrganizationMembershipFactory().user,
        "other office": lambda: PublicBodyMembershipFactory(public_body=county).user,
        "office": lambda: PublicBodyMembershipFactory(public_body=office).user,
        "administrator": AdministratorFactory,
    }[role]()
    OrganizationFactory()
    client, inside = as_user(user), role in INSIDERS
    may_open = role not in {"nobody", "person", "representative"}
    by_slug = {
        name: reverse(f"organizations:{name}", args=[edition.slug])
        for name in ("needs_edition", "invite_to_needs", "remind_of_needs")
    }
    survey = edition.survey_id

    assert client.get(reverse("organizations:needs")).status_code == 200
    assert client.get(by_slug["needs_edition"]).status_code == 200
    opened = client.get(reverse("organizations:open_needs_edition")).status_code
    assert opened == (200 if may_open else 302 if role == "nobody" else 403)
    for name in ("results", "manage", "microdata", "open_answers"):
        status = client.get(reverse(f"surveys:{name}", args=[survey])).status_code
        assert (status == 200) == inside, (name, status)
    for name in ("invite_to_needs", "remind_of_needs"):
        status = client.post(by_slug[name]).status_code
        assert status == (302 if inside or role == "nobody" else 403), (name, status)
    edition.refresh_from_db()
    assert (edition.inviting_since is not None) == inside


def test_an_edition_that_has_not_begun_is_the_offices_own(
    as_user: SignIn, edition: NeedsEdition, office: PublicBody
) -> None:
    Survey.objects.update(opens_at=timezone.now() + timedelta(days=1))
    url = edition.get_absolute_url()

    assert as_user(UserFactory()).get(url).status_code == 404
    assert as_user(PublicBodyMembershipFactory(public_body=office).user).get(url).status_code == 200


def test_the_list_asks_the_same_for_many_editions(
    client: Client, office: PublicBody, django_assert_max_num_queries: Any
) -> None:
    now = timezone.now()
    for number in range(12):
        needs.open_edition(
            title=f"Potrzeby {number}",
            summary="",
            public_body=office,
            opens_at=now - timedelta(days=1),
            closes_at=now + timedelta(days=1),
            actor=None,
        )

    with django_assert_max_num_queries(8):
        page = client.get(reverse("organizations:needs"))

    assert "Potrzeby 11" in page.content.decode()


def test_editions_are_found_in_search_and_by_engines(client: Client, edition: NeedsEdition) -> None:
    while index_pending():
        pass

    assert edition.get_absolute_url() in client.get("/sitemap-potrzeby.xml").content.decode()
    assert (
        f'href="{edition.get_absolute_url()}"'
        in client.get(reverse("search:results"), {"q": "potrzeb 2026"}).content.decode()
    )
