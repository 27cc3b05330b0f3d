"""The programme: versions, conflicts, changes told, calendars, schedules in and out."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from events.domain import conflicts, programme, schedule_import, signups
from events.domain.errors import ScheduleUnreadable
from events.models import EventStage, Room, Session, SessionPerson
from notifications.models import AddressLetter, OutboxEvent
from tests.accounts.factories import UserFactory
from tests.events import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
WARSAW = ZoneInfo("Europe/Warsaw")


def page(client: Client, name: str, event: Any, query: str = "", *keys: Any) -> str:
    response = client.get(reverse(f"events:{name}", args=[event.slug, *keys]) + query)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_everybody_reads_the_published_version_while_the_next_is_worked_on(
    as_user: SignIn,
) -> None:
    event = make.announced()
    session = make.session(event, title="Stary tytuł")
    make.published_programme(event)
    session.title = "Nowy tytuł"
    session.save()
    office = as_user(make.official())

    assert "Stary tytuł" in page(as_user(None), "programme", event)
    assert "Nowy tytuł" not in page(as_user(None), "programme", event, "?szkic=1")
    assert "Nowy tytuł" in page(office, "programme", event, "?szkic=1")

    office.post(reverse("events:publish", args=[event.slug]), {"note": "Poprawka"})
    assert "Nowy tytuł" in page(as_user(None), "session", event, "", session.pk)
    assert programme.publish(event=event, actor=None) is None


def test_a_note_on_the_changes_that_is_too_long_publishes_nothing_and_stays(
    as_user: SignIn,
) -> None:
    event = make.announced()
    make.session(event)
    office, address = as_user(make.official()), reverse("events:publish", args=[event.slug])

    answer = office.post(address, {"note": "Pisane długo" + "!" * 1000})

    assert "Pisane długo!" in answer.text
    event.refresh_from_db()
    assert event.programme is None
    # The editor's links to days are relative.
    editor = reverse("events:editor", args=[event.slug])
    assert office.get(f"{address}?dzien=1").url == f"{editor}?dzien=1"


def test_those_whose_session_moved_hear_of_it() -> None:
    event = make.announced()
    session = make.session(event, capacity=5)
    other = make.session(event, title="Bez zmian", starts_at=event.starts_at + timedelta(hours=3))
    make.published_programme(event)
    fan, registration = UserFactory(), make.registered(event)
    signups.star(session=session, user=fan, on=True)
    signups.star(session=other, user=UserFactory(), on=True)
    signups.sign_up(registration=registration, session=session)

    session.starts_at += timedelta(hours=1)
    session.ends_at += timedelta(hours=1)
    session.save()
    programme.publish(event=event, actor=None)

    told = OutboxEvent.objects.get(kind="events.session_changed")
    assert told.context["users"] == [fan.pk]
    letter = AddressLetter.objects.get(event__kind="events.session_changed_letter")
    assert letter.address == registration.email


def test_conflicts_of_room_person_and_availability_are_named() -> None:
    event = make.new_event()
    hour = timedelta(hours=1)
    anna = make.speaker(event, not_after=event.starts_at + hour)
    first = make.session(event, title="Pierwsza", speakers=[anna])
    second = make.session(event, title="Druga", starts_at=event.starts_at + hour / 2)
    third = make.session(
        event,
        title="Trzecia",
        room=Room.objects.create(event=event, name="Sala 2"),
        starts_at=event.starts_at + hour / 2,
        speakers=[anna],
    )
    outside = make.session(event, title="Za późno", starts_at=event.ends_at)

    found = {conflict.session_ids for conflict in conflicts.conflicts_of(event)}

    assert found == {
        (first.pk, second.pk),
        (first.pk, third.pk),
        (third.pk,),
        (outside.pk,),
    }


def test_the_editor_moves_a_session_without_javascript(as_user: SignIn) -> None:
    event = make.new_event()
    session = make.session(event)
    room = Room.objects.create(event=event, name="Sala 2")
    office = as_user(make.helper(event, "programme"))
    url = reverse("events:place", args=[event.slug, session.pk])
    local = event.starts_at.astimezone(WARSAW) + timedelta(hours=2)

    office.post(
        url, {"room": room.pk, "starts_at": local.strftime("%Y-%m-%dT%H:%M"), "minutes": 30}
    )
    office.post(url, {"room": 999, "starts_at": "kiedyś", "minutes": 0})

    session.refresh_from_db()
    assert (session.room, session.starts_at) == (room, local)
    assert session.ends_at - session.starts_at == timedelta(minutes=30)
    assert "Sala 2" in page(office, "editor", event)


def test_calendars_are_right_when_the_clocks_change(as_user: SignIn) -> None:
    # On the last Sunday of October clocks go back at three in the morning.
    starts = datetime(2027, 10, 30, 20, 0, tzinfo=WARSAW)
    event = make.announced(starts_at=starts)
    event.ends_at = starts + timedelta(hours=20)
    event.save()
    evening = make.session(event, title="Przed", starts_at=starts)
    morning = make.session(event, title="Po", starts_at=datetime(2027, 10, 31, 9, 0, tzinfo=WARSAW))
    make.published_programme(event)
    fan = UserFactory()
    signups.star(session=morning, user=fan, on=True)
    url = reverse("events:programme_file", args=[event.slug])

    whole = icalendar.Calendar.from_ical(as_user(None).get(url).content)
    track = icalendar.Calendar.from_ical(as_user(None).get(f"{url}?sciezka=Dialog").content)
    mine = icalendar.Calendar.from_ical(as_user(fan).get(f"{url}?moj").content)

    entries = {str(entry["summary"]): entry for entry in whole.walk("VEVENT")}
    assert entries["Przed"].decoded("dtstart") == evening.starts_at
    assert entries["Po"].decoded("dtstart") == morning.starts_at
    assert entries["Po"].decoded("dtstart").hour == 9
    assert whole.walk("VTIMEZONE")[0]["tzid"] == "Europe/Warsaw"
    assert len(track.walk("VEVENT")) == 2
    assert [str(entry["summary"]) for entry in mine.walk("VEVENT")] == ["Po"]


@pytest.mark.parametrize("format", ["json", "xml"])
def test_a_schedule_goes_out_and_comes_back(as_user: SignIn, format: str) -> None:
    event = make.announced()
    make.session(event, kind="workshop", speakers=[make.speaker(event)])
    make.published_programme(event)
    url = reverse("events:schedule", args=[event.slug, format])
    data = as_user(None).get(url).content
    other = make.new_event(title="Kopia")

    first = schedule_import.import_schedule(event=other, data=data)
    again = schedule_import.import_schedule(event=other, data=data)

    assert (first, again) == ((1, 0), (0, 1))
    copy = other.sessions.get()
    original = event.sessions.get()
    assert (copy.title, copy.kind) == (original.title, original.kind)
    assert (copy.starts_at, copy.ends_at) == (original.starts_at, original.ends_at)
    assert (copy.room.name, copy.track.name) == ("Sala Orła", "Dialog")
    assert SessionPerson.objects.get(session=copy).speaker.name == "Anna Mówczyni"


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"<schedule/>", b'{"schedule": 3}', b"\x00\xff", b"<!DOCTYPE a><a/>"]
)
def test_what_is_no_schedule_is_refused(data: bytes) -> None:
    with pytest.raises(ScheduleUnreadable):
        schedule_import.import_schedule(event=make.new_event(), data=data)


@pytest.mark.parametrize(
    ("date", "duration"),
    [
        pytest.param("0001-01-01T00:00:00", "01:00", id="before what Python reads back"),
        pytest.param("2026-11-30T10:00:00+01:00", "99999999999999:00", id="without end"),
        pytest.param("2026-11-30T10:00:00+01:00", "9999999:00", id="into another millennium"),
    ],
)
def test_a_schedule_of_impossible_days_is_refused(date: str, duration: str) -> None:
    part = f"<date>{date}</date><duration>{duration}</duration><title>Sesja</title>"
    data = f'<schedule><room name="A"><event id="1">{part}</event></room></schedule>'

    with pytest.raises(ScheduleUnreadable):
        schedule_import.import_schedule(event=make.new_event(), data=data.encode())


def test_a_schedule_of_one_session_is_taken() -> None:
    part = "<date>2026-11-30T10:00:00+01:00</date><duration>01:00</duration><title>Sesja</title>"
    data = f'<schedule><room name="A"><event id="1">{part}</event></room></schedule>'

    assert schedule_import.import_schedule(event=make.new_event(), data=data.encode()) == (1, 0)


def large_conference(rooms: int = 10, slots: int = 48) -> bytes:
    days = [
        {
            "rooms": {
                f"Sala {room}": [
                    {
                        "id": 1000 * room + slot,
                        "date": f"2027-06-{1 + slot // 12:02}T{9 + slot % 12:02}:00:00+02:00",
                        "duration": "00:45",
                        "title": f"Wystąpienie {room}/{slot}",
                        "track": f"Ścieżka {room % 4}",
                        "type": "lecture",
                        "language": "en",
                        "persons": [{"public_name": f"Osoba {room}-{slot % 9}"}],
                    }
                    for slot in range(slots)
                ]
                for room in range(rooms)
            }
        }
    ]
    return json.dumps({"schedule": {"conference": {"days": days}}}).encode()


def test_a_large_conference_is_shown_with_as_many_queries_as_a_small_one(
    as_user: SignIn, django_assert_max_num_queries: Any
) -> None:
    event = make.announced()
    office = as_user(make.official())
    upload = SimpleUploadedFile("schedule.json", large_conference())
    office.post(reverse("events:import_schedule", args=[event.slug]), {"schedule": upload})
    assert event.sessions.count() == 480
    make.published_programme(event)
    # A session that is no session of this person's browser: the page is made anew.
    reader = as_user(UserFactory())
    reader.get(event.get_absolute_url())

    with django_assert_max_num_queries(12):
        text = page(reader, "programme", event)
    with django_assert_max_num_queries(12):
        grid = page(reader, "programme", event, "?widok=siatka")

    assert text.count("Wystąpienie") == grid.count("Wystąpienie") == 480


def test_lists_ask_the_same_number_of_queries_however_long_they_are(
    as_user: SignIn, django_assert_num_queries: Any
) -> None:
    reader = as_user(UserFactory())
    url = reverse("events:list")
    make.announced()
    reader.get(url)
    with django_assert_num_queries(6):
        reader.get(url)
    for number in range(5):
        make.announced(title=f"Spotkanie {number}")

    with django_assert_num_queries(6):
        reader.get(url)


def test_the_calendar_and_filters_show_what_is_asked_for(as_user: SignIn) -> None:
    event = make.announced(starts_at=make.in_days(40))
    full = make.announced(title="Pełne", capacity=1)
    make.registered(full)
    make.new_event(title="Tajne")
    client = as_user(None)
    month = reverse("events:month", args=[event.starts_at.year, event.starts_at.month])

    listed = client.get(reverse("events:list")).content.decode()
    free = client.get(reverse("events:list") + "?free=on").content.decode()

    assert "Tajne" not in listed
    assert "Pełne" in listed
    assert "Pełne" not in free
    assert event.title in client.get(month).content.decode()
    assert client.get("/wydarzenia/kalendarz/1800/13/").status_code == 404
    feed = client.get(reverse("events:atom")).content.decode()
    assert event.title in feed
    assert "Tajne" not in feed


def test_the_page_of_an_event_is_read_by_engines(as_user: SignIn) -> None:
    event = make.announced(title="Forum </script>", capacity=1)

    text = page(as_user(None), "detail", event)

    data = json.loads(text.split('type="application/ld+json">')[1].split("</script>")[0])
    assert data["@type"] == "Event"
    assert data["name"] == "Forum </script>"
    assert data["offers"]["availability"] == "https://schema.org/InStock"
    assert event.stage == EventStage.PUBLISHED
    assert Session.objects.count() == 0
