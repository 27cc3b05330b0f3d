"""No page of the admin shows people's data without a line in the log of who saw them."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import reverse

from accounts import access_log
from accounts.admin_bases import SeesPeople
from accounts.models import AccessRecord, User
from notifications.models import SuppressedAddress, SuppressionReason
from organizations.models import OrganizationRole
from pages.models import ReaderLetter
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.events import factories as events
from tests.organizations.factories import OrganizationMembershipFactory

# What the whole region may read on the portal's own pages, or what the admin's page leaves out.
NOBODYS_SECRET = {
    "awards.Competition.contact_email": "stands on the competition's page",
    "awards.Competition.contact_phone": "stands on the competition's page",
    "consultations.Consultation.contact_email": "stands in the announcement",
    "consultations.Consultation.contact_phone": "stands in the announcement",
    "consultations.CouncilOpinion.council_email": "the council's own address",
    "consultations.RemarkNote.author": "an official at work",
    "consultations.RemarkSupport.user": "left out of the page",
    "discussions.Post.author": "stands beside the post; private talks are left out",
    "discussions.Thread.author": "stands beside the thread; private talks are left out",
    "events.Event.contact_email": "stands on the event's page",
    "events.Event.contact_phone": "stands on the event's page",
    "organizations.Initiative.contact": "stands on the initiative's page",
    "organizations.Organization.email": "the organization's own address",
    "organizations.Organization.phone": "the organization's own number",
    "organizations.PartnershipInterest.author": "left out of the page",
    "organizations.Plenipotentiary.email": "stands on the office's page",
    "organizations.Plenipotentiary.phone": "stands on the office's page",
    "organizations.Plenipotentiary.substitute_email": "stands on the office's page",
    "organizations.Plenipotentiary.substitute_phone": "stands on the office's page",
    "organizations.PublicBody.email": "the office's own address",
    "organizations.PublicBody.phone": "the office's own number",
    "pages.Call.author": "stands as the publisher",
    "pages.News.author": "stands as the publisher",
    "standards.Material.author": "stands beside the material",
    "standards.Practice.author": "stands beside the practice",
    "standards.WorkingGroup.contact_email": "stands on the group's page",
}
# Names of fields with somebody's account; ``created_by`` and its like are officials at work.
ROLES = {
    "user", "author", "reporter", "recipient", "person", "official", "deputy", "from_user",
    "to_user", "reported_by",
}  # fmt: skip


def of_persons(model: type[models.Model]) -> set[str]:
    """Fields of a model with an address, a number or an account of somebody."""
    found = set()
    for field in model._meta.get_fields():
        if not isinstance(field, models.Field):
            continue
        is_account = field.related_model is User and field.name in ROLES
        is_contact = isinstance(field, models.EmailField) or "phone" in field.name
        if is_account or is_contact:
            found.add(f"{model._meta.label}.{field.name}")
    return found


def seeing() -> list[SeesPeople]:
    return [page for page in admin.site._registry.values() if isinstance(page, SeesPeople)]


def test_every_admin_with_peoples_data_leaves_a_trace() -> None:
    silent = {
        name
        for model, page in admin.site._registry.items()
        if not isinstance(page, SeesPeople)
        for name in of_persons(model) - NOBODYS_SECRET.keys()
    }

    assert silent == set()


def test_exceptions_are_fields_of_models() -> None:
    known = {name for model in admin.site._registry for name in of_persons(model)}

    assert NOBODYS_SECRET.keys() - known == set()


def test_every_trace_has_a_name_that_people_understand() -> None:
    kinds = dict(access_log.kinds())
    for page in seeing():
        assert page.access_kind in kinds, page
        assert not page.access_list_kind or page.access_list_kind in kinds, page
        attributes = {field.attname for field in page.model._meta.concrete_fields} | {"pk"}
        assert set(page.person_fields) <= attributes, page


@pytest.mark.django_db
def test_every_such_list_opens(client: Client) -> None:
    client.force_login(AdministratorFactory())
    for page in seeing():
        address = reverse(f"admin:{page.opts.app_label}_{page.opts.model_name}_changelist")
        assert client.get(address, {"q": "a"}).status_code == 200, address


@pytest.mark.django_db
def test_the_participant_of_an_event_reads_who_looked(client: Client) -> None:
    administrator, person = AdministratorFactory(), UserFactory()
    registration = events.registered(events.announced(), user=person)
    client.force_login(administrator)

    client.get(reverse("admin:events_registration_change", args=[registration.pk]))
    client.get(reverse("admin:events_registration_changelist"))

    found = AccessRecord.objects.filter(kind="events.participants", viewer=administrator)
    assert [list(row.people.all()) for row in found] == [[person], [person]]


@pytest.mark.django_db
def test_people_without_an_account_are_counted(client: Client) -> None:
    letter = ReaderLetter.objects.create(
        name="Anna", email="a@x.example", subject="S", text="T", submission_key=uuid.uuid4()
    )
    SuppressedAddress.objects.create(email="b@x.example", reason=SuppressionReason.values[0])
    client.force_login(AdministratorFactory())

    client.get(reverse("admin:pages_readerletter_change", args=[letter.pk]))
    client.get(reverse("admin:notifications_suppressedaddress_changelist"))

    seen = {row.kind: row.people_count for row in AccessRecord.objects.all()}
    assert seen == {"pages.letters": 1, "notifications.letters": 1}


@pytest.mark.django_db
def test_whoever_keeps_a_profile_is_named_in_the_log(client: Client) -> None:
    member = OrganizationMembershipFactory(role=OrganizationRole.OWNER)
    client.force_login(AdministratorFactory())

    client.get(reverse("admin:organizations_organizationmembership_changelist"))

    record: Any = AccessRecord.objects.get(kind="organizations.members")
    assert list(record.people.all()) == [member.user]
