"""Everything that people follow really leads to news: things, counties, fields, searches."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from notifications import follow, publish
from notifications.domain.expansion import expand_due_events
from notifications.models import Delivery, Subscription
from organizations.models import PublicBenefitField, PublicBody, SavedSearch
from pages.models import Call
from territory.models import Area
from tests.accounts.factories import UserFactory
from tests.awards.factories import draft_edition
from tests.consultations.factories import new_consultation, open_consultation
from tests.events.factories import announced
from tests.organizations.factories import OrganizationFactory
from tests.standards.factories import new_standard

NYSA = "1607"
PAGE = "/powiadomienia/obserwowane/dziedziny/"


@pytest.fixture
def person(db: None) -> User:
    """Somebody who will follow."""
    return UserFactory()


def heard(person: User, kind: str, subject: Any, **context: Any) -> bool:
    """Whether the person hears of it in the inbox."""
    with transaction.atomic():
        publish(kind, subject, context=context)
    expand_due_events()
    return Delivery.objects.filter(recipient=person, event__kind=kind, channel="inbox").exists()


def press_follow(client: Client, person: User, thing: Any) -> None:
    """Press the button on a thing's page."""
    client.force_login(person)
    client.post(reverse("notifications:follow", args=[thing._meta.label_lower, thing.pk]))
    assert Subscription.objects.filter(user=person).count() == 1


def test_a_consultation(client: Client, person: User) -> None:
    consultation = open_consultation()
    client.force_login(person)
    client.post(f"{consultation.get_absolute_url()}obserwuj/")

    assert heard(person, "consultations.extended", consultation, title="T", closes_on="2026-12-01")


def test_an_office_an_organization_and_a_standard(client: Client, person: User) -> None:
    organization = OrganizationFactory()
    press_follow(client, person, organization)
    assert heard(person, "organizations.profile_changed", organization, name="N", fields="x")

    standard = new_standard()
    client.post(f"{standard.get_absolute_url()}obserwuj/")
    assert heard(person, "standards.stage_changed", standard, title="T", stage="draft", reason="")


def test_an_event(client: Client, person: User) -> None:
    event = announced()
    client.force_login(person)
    client.post(f"{event.get_absolute_url()}obserwuj/")

    assert heard(person, "events.cancelled", event, title="T", reason="R")


def test_a_competition(client: Client, person: User) -> None:
    edition = draft_edition(stage="announced")
    press_follow(client, person, edition.competition)

    assert heard(person, "awards.opened", edition, title="T", closes_on="2026-12-01")


def test_a_saved_search_tells_its_owner(person: User) -> None:
    search = SavedSearch.objects.create(user=person, name="Nysa", query="powiat=1607")

    assert heard(person, "organizations.search_matches", search, name="Nysa", count=1, first="A")


def test_a_county(client: Client, person: User) -> None:
    office = PublicBody.objects.get(area_id=NYSA)
    press_follow(client, person, Area.objects.get(pk=NYSA))

    consultation = new_consultation(stage="open", public_body=office)
    assert heard(person, "consultations.opened", consultation, title="T", closes_on="2026-12-01")
    elsewhere = new_consultation(stage="open", public_body=PublicBody.objects.get(area_id="1601"))
    Delivery.objects.all().delete()
    assert not heard(person, "consultations.opened", elsewhere, title="T", closes_on="2026-12-01")


def test_a_field_and_a_county_of_a_call(person: User, client: Client) -> None:
    today = timezone.localdate()
    call = Call.objects.create(
        title="Nabór",
        slug="nabor",
        summary="S",
        text="B",
        publisher_name="Urząd",
        contact="K",
        state="published",
        publish_at=timezone.now(),
        opens_on=today,
        closes_on=today + timedelta(days=20),
        topics=["17"],
    )
    call.counties.add(NYSA)
    follow(person, PublicBenefitField.objects.get(pk="17"))
    neighbour, other = UserFactory(), UserFactory()
    follow(neighbour, Area.objects.get(pk=NYSA))
    follow(other, PublicBenefitField.objects.get(pk="1"))

    facts = {"title": "T", "publisher": "P", "summary": "S"}
    assert heard(person, "pages.call_published", call, **facts)

    heard_it = Delivery.objects.filter(recipient__in=[neighbour, other], channel="inbox")
    assert [row.recipient for row in heard_it] == [neighbour]


def test_the_page_of_topics_keeps_exactly_what_is_ticked(client: Client, person: User) -> None:
    organization = OrganizationFactory()
    follow(person, organization)
    client.force_login(person)

    client.post(PAGE, {"powiaty": [NYSA, "1601"], "dziedziny": ["17"]})
    client.post(PAGE, {"powiaty": [NYSA]})

    kept = {str(row.target) for row in Subscription.objects.filter(user=person)}
    assert kept == {"powiat nyski", str(organization)}
    shown = client.get("/powiadomienia/obserwowane/").content.decode()
    assert "?powiat=1607" in shown
    client.post(PAGE, {})
    assert Subscription.objects.filter(user=person).count() == 1


def test_only_offered_topics_can_be_followed(client: Client, person: User) -> None:
    client.force_login(person)

    page = client.post(PAGE, {"powiaty": ["16", "9999999"]})
    voivodeship = client.post(reverse("notifications:follow", args=["territory.area", "16"]))

    assert page.status_code == 200
    assert voivodeship.status_code == 404
    assert not Subscription.objects.exists()


def test_topics_are_for_the_signed_in(client: Client, db: None) -> None:
    assert client.get(PAGE).status_code == 302
