"""Consultations in feed readers and calendars."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from consultations.models import Stage
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
ATOM = {"atom": "http://www.w3.org/2005/Atom"}


def entry_titles(client: Client, **query: str) -> list[str]:
    """Titles in the Atom feed."""
    response = client.get(reverse("consultations:atom"), query)
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ET.fromstring(response.content)
    return [title.text or "" for title in feed.findall("atom:entry/atom:title", ATOM)]


def events_of(client: Client, address: str) -> Calendar:
    """The calendar as a program reads it."""
    response = client.get(address)
    assert response["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(response.content)


def test_the_feed_tells_of_public_consultations_and_of_no_drafts(
    as_user: Callable[..., Client],
) -> None:
    make.open_consultation(title="Świetlice wiejskie")
    make.in_stage(Stage.DRAFT, title="Świetlice tajne")

    assert entry_titles(as_user(None)) == ["Świetlice wiejskie"]
    assert entry_titles(as_user(make.official())) == ["Świetlice wiejskie"]


def test_the_feed_takes_the_filters_of_the_list(client: Client) -> None:
    make.open_consultation(title="Świetlice wiejskie")
    make.in_stage(Stage.ANNOUNCED, title="Program współpracy")

    assert entry_titles(client, stage="announced") == ["Program współpracy"]
    assert entry_titles(client, q="świetlice") == ["Świetlice wiejskie"]


def test_a_reader_that_has_the_feed_is_told_so_until_something_changes(client: Client) -> None:
    consultation = make.open_consultation()
    address = reverse("consultations:atom")
    etag = client.get(address)["ETag"]

    assert client.get(address, headers={"if-none-match": etag}).status_code == 304

    consultation.title = "Inny tytuł"
    consultation.save()
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


def test_a_calendar_holds_the_last_days_of_current_consultations(client: Client) -> None:
    consultation = make.open_consultation(title="Świetlice; wiejskie, żółte")
    make.publish_results(make.open_consultation(title="Dawne"))

    (event,) = events_of(client, reverse("consultations:calendar")).events

    assert event["summary"] == "Koniec konsultacji: Świetlice; wiejskie, żółte"
    assert event.start == consultation.closes_on
    assert event["url"].endswith(consultation.get_absolute_url())


def test_a_cancelled_term_is_taken_off_calendars(client: Client) -> None:
    consultation = make.open_consultation()
    address = reverse("consultations:term_file", args=[consultation.slug])
    (before,) = events_of(client, address).events

    make.move(consultation, Stage.CANCELLED)
    (after,) = events_of(client, address).events

    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert before["uid"] == after["uid"]


def test_the_term_of_a_draft_is_for_its_office_alone(as_user: Callable[..., Client]) -> None:
    consultation = make.in_stage(Stage.DRAFT)
    address = reverse("consultations:term_file", args=[consultation.slug])

    assert as_user(None).get(address).status_code == 404
    assert as_user(make.official()).get(address).status_code == 200


def test_the_list_leads_to_both_with_its_filters(client: Client) -> None:
    page = client.get(reverse("consultations:list"), {"stage": "open"}).content.decode()

    assert f"{reverse('consultations:atom')}?stage=open" in page
    assert f"{reverse('consultations:calendar')}?stage=open" in page
