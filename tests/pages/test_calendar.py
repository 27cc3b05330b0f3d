"""The portal's calendar: month, list, a file to subscribe to; fed by every part."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from consultations.models import Stage
from documents.exports.calendar_file import CalendarEntry
from pages.calendar import Happening, Source
from tests.awards import factories as awards
from tests.consultations import factories as make
from tests.events import factories as events

pytestmark = pytest.mark.django_db
FIRST = date(2026, 11, 2)


def test_terms_of_public_consultations_stand_in_their_month(client: Client) -> None:
    public = make.open_consultation(title="Program współpracy")
    make.in_stage(Stage.DRAFT, title="Tajny projekt")

    page = client.get(f"/kalendarz/?miesiac={public.closes_on:%Y-%m}").content.decode()
    listed = client.get("/kalendarz/lista/").content.decode()
    file = Calendar.from_ical(client.get("/kalendarz/kalendarz.ics").content)

    for text in (page, listed):
        assert "Koniec konsultacji: Program współpracy" in text
        assert "Tajny projekt" not in text
    assert [str(event["summary"]) for event in file.walk("VEVENT")] == [
        "Koniec konsultacji: Program współpracy"
    ]


def test_the_calendar_is_narrowed_by_kind_and_unknown_kinds_narrow_nothing(
    client: Client,
) -> None:
    make.open_consultation(title="Program współpracy")

    for query, shown in (("?rodzaj=konsultacje", True), ("?rodzaj=nic", True)):
        page = client.get(f"/kalendarz/lista/{query}").content.decode()
        assert ("Program współpracy" in page) == shown


@pytest.mark.parametrize("month", ["", "2026-13", "abc", "1", "99999-01", "2026-11-05"])
def test_a_strange_month_is_this_month(client: Client, month: str) -> None:
    response = client.get(f"/kalendarz/?miesiac={month}")

    assert response.status_code == 200
    assert response.context["first"] == timezone.localdate().replace(day=1)


@pytest.mark.parametrize(("days", "shown"), [(0, 1), (2, 3), (30, 2)])
def test_what_lasts_long_stands_on_its_first_and_last_day(days: int, shown: int) -> None:
    entry = CalendarEntry(uid="x", title="X", starts=FIRST, ends=FIRST + timedelta(days=days))

    row = Happening(Source("x", "X", lambda first, last: [entry]), entry)

    assert len(row.days_shown()) == shown
    assert row.days_shown()[-1] == FIRST + timedelta(days=days)


def test_events_and_awards_stand_in_it_too(client: Client) -> None:
    event = events.announced(title="Forum Inicjatyw")
    edition = awards.open_edition()
    events.new_event(title="Zamysł bez zgody")

    page = client.get(f"/kalendarz/?miesiac={event.starts_at:%Y-%m}").content.decode()
    file = client.get("/kalendarz/kalendarz.ics").content.decode()

    assert "Forum Inicjatyw" in page
    assert "Zamysł bez zgody" not in page
    assert f"awards-{edition.pk}-nominations" in file


def test_a_month_without_terms_says_so(client: Client) -> None:
    words = "W tym miesiącu nie ma żadnych terminów."
    event = events.announced()

    assert words in client.get("/kalendarz/?miesiac=2001-01").content.decode()
    busy = client.get(f"/kalendarz/?miesiac={event.starts_at:%Y-%m}").content.decode()
    assert words not in busy


@pytest.mark.parametrize(
    ("month", "relation"), [("2000-01", "prev"), ("2100-12", "next")], ids=["first", "last"]
)
def test_the_calendars_end_where_years_do(client: Client, month: str, relation: str) -> None:
    year, number = month.split("-")
    own = reverse("events:month", args=[int(year), int(number)])

    for address in (f"/kalendarz/?miesiac={month}", own):
        page = client.get(address).content.decode()
        assert f'rel="{relation}"' not in page
        assert page.count('rel="prev"') + page.count('rel="next"') == 1


def test_turning_the_month_keeps_the_filter(client: Client) -> None:
    pages = [
        client.get("/kalendarz/?miesiac=2026-12&rodzaj=nabory").content.decode(),
        client.get(reverse("events:month", args=[2026, 12]) + "?q=forum").content.decode(),
    ]

    assert 'href="?miesiac=2027-01&amp;rodzaj=nabory"' in pages[0]
    assert f'href="{reverse("events:month", args=[2027, 1])}?q=forum"' in pages[1]


def test_the_calendar_leads_to_pages_of_this_site(client: Client) -> None:
    event = events.announced()
    month = timezone.localtime(event.starts_at)

    for address in (
        f"/kalendarz/?miesiac={month:%Y-%m}",
        "/kalendarz/lista/",
        reverse("events:month", args=[month.year, month.month]),
    ):
        page = client.get(address, headers={"host": "localhost"}).content.decode()
        assert f'href="{event.get_absolute_url()}"' in page


def test_what_lasts_days_begins_once(client: Client) -> None:
    starts = events.in_days(40).replace(day=10, hour=9, minute=15)
    event = events.announced(starts_at=starts, ends_at=starts + timedelta(days=2))
    month = timezone.localtime(starts)

    page = client.get(f"/kalendarz/?miesiac={month:%Y-%m}").content.decode()

    assert page.count(f'href="{event.get_absolute_url()}"') == 3
    assert page.count(f'<span class="happening__hour">{month:%H:%M}</span>') == 1
