"""Profiles and contacts are confirmed yearly; register values keep a public history."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from notifications.domain.expansion import expand_due_events
from notifications.domain.sending import send_due_letters
from notifications.models import Delivery, OutboxEvent
from organizations.domain.freshness import (
    ask_about_initiatives,
    ask_keepers,
    ask_plenipotentiaries,
)
from organizations.models import (
    InitiativeStage,
    Organization,
    OrganizationMembership,
    OrganizationRole,
    Publication,
    PublicBody,
)
from tests.accounts.factories import UserFactory
from tests.organizations.factories import (
    InitiativeFactory,
    OrganizationFactory,
    OrganizationMembershipFactory,
    PlenipotentiaryFactory,
)

pytestmark = pytest.mark.django_db


def _kept(**values: Any) -> Organization:
    organization: Organization = OrganizationFactory(**values)
    OrganizationMembershipFactory(organization=organization, role=OrganizationRole.OWNER)
    return organization


def _asked() -> set[str]:
    events = OutboxEvent.objects.filter(kind="organizations.confirm_profile")
    return {event.context["organization"] for event in events}


def test_keepers_of_stale_profiles_are_asked_once_a_month() -> None:
    now = timezone.now()
    year_ago = now - timedelta(days=366)
    _kept(name="Dawno", confirmed_at=year_ago)
    _kept(name="Niedawno", confirmed_at=now - timedelta(days=300))
    _kept(name="Nowa, jeszcze nie")
    Organization.objects.filter(pk=_kept(name="Nigdy").pk).update(created_at=year_ago)
    _kept(name="Ukryta", confirmed_at=year_ago, publication=Publication.HIDDEN)
    OrganizationFactory(name="Bez opiekuna", confirmed_at=year_ago)

    assert ask_keepers() == 2
    assert ask_keepers() == 0

    assert _asked() == {"Dawno", "Nigdy"}


def test_those_behind_a_stale_initiative_are_asked_once_a_month() -> None:
    year_ago = timezone.now() - timedelta(days=366)
    kept = _kept()
    keeper = OrganizationMembership.objects.get(organization=kept).user
    proposer = UserFactory()
    shared = InitiativeFactory(title="Wspólna", confirmed_at=year_ago, proposed_by=proposer)
    shared.organizations.add(kept)
    for title, values in {
        "Świeża": {"confirmed_at": timezone.now()},
        "Skończona": {"confirmed_at": year_ago, "stage": InitiativeStage.FINISHED},
        "Ukryta": {"confirmed_at": year_ago, "publication": Publication.HIDDEN},
    }.items():
        InitiativeFactory(title=title, proposed_by=proposer, **values)
    InitiativeFactory(title="Niczyja", confirmed_at=year_ago)

    assert ask_about_initiatives() == 1
    assert ask_about_initiatives() == 0

    expand_due_events()
    asked = Delivery.objects.filter(event__kind="organizations.confirm_initiative")
    assert set(asked.values_list("recipient", flat=True)) == {keeper.pk, proposer.pk}
    assert {row.event.context["title"] for row in asked.select_related("event")} == {"Wspólna"}


def test_the_badge_lasts_a_year(client: Client) -> None:
    fresh = OrganizationFactory(confirmed_at=timezone.now() - timedelta(days=300))
    stale = OrganizationFactory(confirmed_at=timezone.now() - timedelta(days=366))
    never = OrganizationFactory()

    shown = {
        row: "potwierdzona przez organizację" in client.get(row.get_absolute_url()).content.decode()
        for row in (fresh, stale, never)
    }
    listed = client.get("/organizacje/").content.decode()

    assert shown == {fresh: True, stale: False, never: False}
    assert listed.count(">potwierdzona<") == 1


def test_a_plenipotentiary_confirms_and_corrects_without_a_password(
    client: Client,
) -> None:
    body = PublicBody.objects.get(slug="nysa")
    person = PlenipotentiaryFactory(public_body=body, email="ngo@nysa.example")
    PlenipotentiaryFactory(
        public_body=body, email="dawna@nysa.example", until=timezone.localdate() - timedelta(days=1)
    )
    PlenipotentiaryFactory(
        public_body=body, confirmed_on=timezone.localdate(), email="n@nysa.example"
    )
    assert ask_plenipotentiaries() == 1
    send_due_letters()
    assert ask_plenipotentiaries() == 0
    letter = mail.outbox[-1]
    assert letter.to == ["ngo@nysa.example"]
    link = re.search(r"/organizacje/urzedy/potwierdz/\S+", letter.body)
    assert link

    assert client.get(link[0]).status_code == 200
    client.post(link[0], {"phone": "77 000 00 08", "substitute_name": "Gniewosz Chabrowicki"})

    person.refresh_from_db()
    assert (person.phone, person.confirmed_on) == ("77 000 00 08", timezone.localdate())
    assert person.person_name in client.get(body.get_absolute_url()).content.decode()


def test_the_link_of_another_letter_opens_nothing(client: Client) -> None:
    assert client.get("/organizacje/urzedy/potwierdz/MQ:falszywy/").status_code == 404


def test_the_history_of_register_values_is_public(client: Client) -> None:
    organization = OrganizationFactory(name="Fundacja Łąka", town="Nysa", description="Opis")
    organization.name = "Fundacja Zielona Łąka"
    organization.save()
    organization.description = "Inny opis"
    organization.save()

    page = client.get(f"{organization.get_absolute_url()}historia/").content.decode()

    assert "<del>Fundacja Łąka</del>" in page
    assert "<ins>Fundacja Zielona Łąka</ins>" in page
    assert "Inny opis" not in page
    assert organization.events.count() == 2
