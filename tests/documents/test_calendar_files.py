"""Calendar files, read back by the parser of another program's kind."""

from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar

from documents.exports.calendar_file import CalendarEntry, EntryStatus, calendar_bytes


def read_back(*entries: CalendarEntry) -> Calendar:
    """The calendar of the entries as a program reads it."""
    return Calendar.from_ical(calendar_bytes(entries, "Konsultacje"))


def test_times_stand_in_the_zone_of_the_people_on_both_sides_of_the_clocks_change() -> None:
    calendar = read_back(
        CalendarEntry(
            uid="a",
            title="Spotkanie",
            starts=datetime(2026, 10, 24, 8, 0, tzinfo=UTC),
            ends=datetime(2026, 10, 24, 10, 0, tzinfo=UTC),
        ),
        CalendarEntry(uid="b", title="Debata", starts=datetime(2026, 10, 26, 9, 0, tzinfo=UTC)),
    )

    first, second = calendar.events
    assert (first.start.isoformat(), first.end.isoformat()) == (
        "2026-10-24T10:00:00+02:00",
        "2026-10-24T12:00:00+02:00",
    )
    assert second.start.isoformat() == "2026-10-26T10:00:00+01:00"
    assert [zone.tz_name for zone in calendar.timezones] == ["Europe/Warsaw"]


def test_a_term_of_days_ends_with_its_last_day() -> None:
    calendar = read_back(
        CalendarEntry(uid="a", title="Uwagi", starts=date(2026, 11, 2), ends=date(2026, 11, 16))
    )

    (event,) = calendar.events
    assert (event.start, event.end) == (date(2026, 11, 2), date(2026, 11, 17))


def test_a_cancelled_entry_says_so_and_keeps_its_identity() -> None:
    calendar = read_back(
        CalendarEntry(
            uid="spotkanie-7@portal",
            title="Zażółć, gęślą; jaźń",
            starts=datetime(2026, 11, 2, 9, 0, tzinfo=UTC),
            text="Pierwsza linia\nDruga, z przecinkiem",
            place="Opole, ul. Piastowska 14",
            status=EntryStatus.CANCELLED,
            changes=2,
        )
    )

    (event,) = calendar.events
    assert (event["uid"], event["status"], event["sequence"]) == (
        "spotkanie-7@portal",
        "CANCELLED",
        2,
    )
    assert event["summary"] == "Zażółć, gęślą; jaźń"
    assert event["description"] == "Pierwsza linia\nDruga, z przecinkiem"
    assert event["location"] == "Opole, ul. Piastowska 14"
