"""Meetings of the extended mode: announced, recorded, found on pages, in calendars, in reports."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from accounts import retention
from consultations.domain import meetings, modes
from consultations.domain.errors import (
    FewerThanListed,
    MeetingNotOver,
    MeetingsStand,
    StageNotAllowed,
)
from consultations.domain.meetings import AttendanceLine
from consultations.domain.report import write_consultation_report
from consultations.models import (
    Channel,
    Consultation,
    MeetingAttendee,
    Mode,
    ModeDecision,
    ModeOrigin,
    Remark,
    RemarkImport,
    Sector,
    Stage,
)
from notifications.models import OutboxEvent
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.consultations.filled_forms import bring, confirm, filled_docx, upload

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def extended(**fields: Any) -> Consultation:
    return make.open_consultation(mode=Mode.EXTENDED, **fields)


def held() -> tuple[Consultation, Any]:
    consultation = extended()
    return consultation, make.meeting_of(consultation, days=-1)


def url_of(name: str, meeting: Any) -> str:
    return reverse(f"consultations:{name}", args=[meeting.consultation.slug, meeting.pk])


def decision(consultation: Consultation, **fields: Any) -> ModeDecision:
    values: dict[str, Any] = {
        "consultation": consultation,
        "mode": Mode.EXTENDED,
        "origin": ModeOrigin.COUNCIL,
        "decided_by": "Zarząd Województwa",
        "decided_on": timezone.localdate(),
        "basis": "uchwała nr 7 rady",
    }
    return ModeDecision(**(values | fields))


def test_the_mode_is_decided_with_who_when_and_why(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = reverse("consultations:mode", args=[consultation.slug])

    as_user(make.official()).post(
        url,
        {
            "mode": "extended",
            "origin": "council",
            "decided_by": "Zarząd Województwa Opolskiego",
            "decided_on": timezone.localdate().isoformat(),
            "basis": "uchwała nr 12 rady",
            "reason": "Sprawa dotyczy wielu organizacji.",
        },
    )

    consultation.refresh_from_db()
    assert (consultation.mode, consultation.mode_origin) == ("extended", "council")
    assert [row.mode for row in consultation.mode_decisions.all()] == ["basic", "extended"]
    page = as_user(None).get(reverse("consultations:course", args=[consultation.slug]))
    assert "uchwała nr 12 rady" in page.content.decode()
    assert OutboxEvent.objects.filter(kind="consultations.mode_changed").count() == 1


def test_the_mode_stands_after_the_term_and_with_meetings_to_come() -> None:
    consultation = extended()
    make.meeting_of(consultation)

    with pytest.raises(MeetingsStand):
        modes.decide_mode(decision=decision(consultation, mode=Mode.BASIC), actor=None)
    with pytest.raises(StageNotAllowed):
        modes.decide_mode(decision=decision(make.in_stage(Stage.ANALYSIS)), actor=None)


def test_the_basic_mode_has_no_meetings() -> None:
    with pytest.raises(StageNotAllowed):
        make.meeting_of(make.open_consultation())


def test_the_office_announces_a_meeting_that_everybody_finds(as_user: SignIn) -> None:
    consultation = extended()
    starts = timezone.localtime() + timedelta(days=4)
    url = reverse("consultations:add_meeting", args=[consultation.slug])
    form = {
        "kind": "debate",
        "title": "Debata w Nysie",
        "starts_at": starts.strftime("%Y-%m-%dT%H:%M"),
        "ends_at": (starts + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M"),
        "place": "",
        "online_url": "",
    }
    office = as_user(make.official())

    refused = office.post(url, form)
    response = office.post(url, form | {"place": "Nysa, Rynek 1"})

    assert "Podaj miejsce" in refused.content.decode()
    assert "Debata w Nysie" in refused.content.decode()
    page = as_user(None).get(response["Location"]).content.decode()
    assert "Nysa, Rynek 1" in page
    assert OutboxEvent.objects.filter(kind="consultations.meeting_announced").count() == 1


def test_a_meeting_stands_in_calendars_and_says_when_it_is_called_off(as_user: SignIn) -> None:
    meeting = make.meeting_of(extended(), online_url="https://spotkanie.example.org/x", place="")

    meetings.cancel_meeting(meeting=meeting, reason="Choroba prowadzącej", actor=None)

    for url in (
        url_of("meeting_calendar", meeting),
        reverse("consultations:calendar"),
        "/kalendarz/kalendarz.ics",
    ):
        events = Calendar.from_ical(as_user(None).get(url).content).walk("VEVENT")
        (event,) = [row for row in events if "spotkanie" in row["uid"]]
        assert event["status"] == "CANCELLED"
        assert event["location"] == "https://spotkanie.example.org/x"
    page = as_user(None).get(meeting.get_absolute_url()).content.decode()
    assert "Choroba prowadzącej" in page


def test_meetings_to_come_fall_with_their_consultation_or_round() -> None:
    meeting = make.meeting_of(extended())
    make.move(meeting.consultation, Stage.CANCELLED)
    later = make.meeting_of(make.in_stage(Stage.ANALYSIS, mode=Mode.EXTENDED))
    later.consultation.refresh_from_db()
    tomorrow = timezone.localdate() + timedelta(days=1)
    make.next_round(later.consultation, opens_on=tomorrow)
    of_round = make.meeting_of(later.consultation)
    make.move(later.consultation, Stage.ANALYSIS)

    for row, reason in ((meeting, "Zmiana planów"), (of_round, "Zmiana planów"), (later, "")):
        row.refresh_from_db()
        assert row.cancel_reason == reason


def test_the_feed_and_the_table_of_remarks_know_meetings(as_user: SignIn) -> None:
    consultation, past = held()
    make.meeting_of(consultation, title="Warsztaty w Brzegu")
    make.paper_remark(consultation, channel="meeting", meeting=past)
    make.remark_on(consultation, text="Z portalu")
    url = reverse("consultations:workbench", args=[consultation.slug])

    feed = as_user(None).get(reverse("consultations:atom")).content.decode()
    table = as_user(make.official()).get(f"{url}?meeting={past.pk}").content.decode()

    assert "Warsztaty w Brzegu" in feed
    assert "Uwaga z pisma." in table
    assert "Z portalu" not in table


def test_a_moved_meeting_is_told_to_followers_once() -> None:
    meeting = make.meeting_of(extended())
    OutboxEvent.objects.all().delete()
    meeting.place = "Opole, Rynek 2"

    meetings.change_meeting(meeting=meeting, actor=None)
    meeting.description = "Program w załączeniu"
    meetings.change_meeting(meeting=meeting, actor=None)

    assert [event.kind for event in OutboxEvent.objects.all()] == ["consultations.meeting_moved"]


def test_the_protocol_is_public_as_text_and_file(as_user: SignIn) -> None:
    _consultation, meeting = held()
    office = as_user(make.official())
    file = SimpleUploadedFile("protokol.pdf", _pdf(), content_type="application/pdf")

    empty = office.post(url_of("meeting_protocol", meeting), {"text": ""})
    office.post(
        url_of("meeting_protocol", meeting), {"text": "Ustalono trzy zmiany.", "file": file}
    )

    assert "Wpisz protokół albo dodaj plik" in empty.content.decode()
    reader = as_user(None)
    assert "Ustalono trzy zmiany." in reader.get(meeting.get_absolute_url()).content.decode()
    assert reader.get(url_of("protocol_file", meeting))["Content-Type"] == "application/pdf"


def test_names_of_participants_are_for_the_office_and_numbers_for_all(as_user: SignIn) -> None:
    _consultation, meeting = held()
    office = as_user(make.official())
    people = "Anna Obecna; Stowarzyszenie A; organizacje\nJan Gość; ; mieszkańcy"

    office.post(url_of("meeting_attendance", meeting), {"people": people, "count_ngo": 12})

    public = as_user(None).get(meeting.get_absolute_url()).content.decode()
    assert "organizacje pozarządowe: 12" in public
    assert "mieszkańcy: 1" in public
    for stranger in (None, UserFactory()):
        assert (
            "Anna Obecna" not in as_user(stranger).get(meeting.get_absolute_url()).content.decode()
        )
    assert "Anna Obecna" in office.get(meeting.get_absolute_url()).content.decode()


def test_a_wrong_line_of_the_list_is_told_by_its_number(as_user: SignIn) -> None:
    _consultation, meeting = held()
    people = "Anna Obecna; Stowarzyszenie A; organizacje\nJan bez sektora"

    page = as_user(make.official()).post(url_of("meeting_attendance", meeting), {"people": people})

    assert "Linia 2" in page.content.decode()
    assert "Jan bez sektora" in page.content.decode()
    assert not MeetingAttendee.objects.exists()


def test_counts_cover_the_list_and_only_past_meetings_are_recorded() -> None:
    consultation, meeting = held()
    lines = [AttendanceLine("Anna Obecna", "", Sector.NGO)]

    with pytest.raises(FewerThanListed):
        meetings.record_attendance(meeting=meeting, lines=lines, people={Sector.NGO: 0})
    with pytest.raises(MeetingNotOver):
        meetings.record_protocol(meeting=make.meeting_of(consultation), text="Za wcześnie")


def test_remarks_made_there_are_entered_from_the_meeting(as_user: SignIn) -> None:
    consultation, meeting = held()
    office = as_user(make.official())
    url = reverse("consultations:enter_remark", args=[consultation.slug])
    form = office.get(f"{url}?spotkanie={meeting.pk}").context["form"]
    values = {
        "submitter_name": "Uczestnik debaty",
        "channel": form.initial["channel"],
        "meeting": form.initial["meeting"],
        "received_on": form.initial["received_on"].isoformat(),
        "provision": "",
        "text": "Za krótki termin naboru.",
    }

    wrong = office.post(url, values | {"channel": "letter"})
    office.post(url, values)

    assert "channel" in wrong.context["form"].errors
    assert Remark.objects.get().meeting == meeting
    page = as_user(None).get(meeting.get_absolute_url()).content.decode()
    assert "Za krótki termin naboru." in page


def test_the_report_tells_of_meetings_attendance_and_protocols() -> None:
    consultation, meeting = held()
    meetings.record_protocol(meeting=meeting, text="Ustalono trzy zmiany.")
    meetings.record_attendance(
        meeting=meeting,
        lines=[AttendanceLine("Anna Obecna", "Stowarzyszenie A", Sector.NGO)],
        people={Sector.NGO: 12},
    )
    stream = io.BytesIO()

    write_consultation_report(consultation, "json", stream)

    text = json.dumps(json.loads(stream.getvalue()), ensure_ascii=False)
    assert "organizacje pozarządowe: 12" in text
    assert "Ustalono trzy zmiany." in text
    assert "Anna Obecna" not in text


def test_the_api_tells_of_rounds_and_meetings_without_names(as_user: SignIn) -> None:
    consultation, meeting = held()
    meetings.record_attendance(
        meeting=meeting,
        lines=[AttendanceLine("Anna Obecna", "", Sector.NGO)],
        people={Sector.NGO: 12},
    )

    answer = as_user(None).get(f"/api/v1/consultations/{consultation.slug}")

    course = answer.json()["course"]
    assert [row["number"] for row in course["rounds"]] == [1]
    assert course["meetings"][0]["attendance"] == {"ngo": 12}
    assert "Anna Obecna" not in answer.content.decode()


def test_attendance_lists_go_with_time_and_numbers_stay() -> None:
    _consultation, meeting = held()
    meetings.record_attendance(
        meeting=meeting,
        lines=[AttendanceLine("Anna Obecna", "", Sector.NGO)],
        people={Sector.NGO: 1},
    )
    (rule,) = [rule for rule in retention.rules() if rule.key == "listy-obecnosci"]

    assert rule.remove(timezone.now()) == 1

    assert meeting.headcounts.get().people == 1


@pytest.mark.parametrize("role", ["nobody", "participant", "other office"])
def test_strangers_neither_arrange_nor_record(as_user: SignIn, role: str) -> None:
    _consultation, meeting = held()
    client = as_user(
        {
            "nobody": lambda: None,
            "participant": UserFactory,
            "other office": lambda: make.official(
                make.PublicBody.objects.exclude(pk=make.marshal_office().pk).first()
            ),
        }[role]()
    )
    wanted = 302 if role == "nobody" else 403

    for name in ("change_meeting", "cancel_meeting", "meeting_protocol", "meeting_attendance"):
        assert client.get(url_of(name, meeting)).status_code == wanted
        assert client.post(url_of(name, meeting), {"reason": "x"}).status_code == wanted
    meeting.refresh_from_db()
    assert meeting.cancelled_at is None


def test_meetings_of_a_draft_are_the_offices(as_user: SignIn) -> None:
    consultation = make.in_stage(Stage.DRAFT, mode=Mode.EXTENDED)
    meeting = make.meeting_of(consultation)

    assert as_user(None).get(meeting.get_absolute_url()).status_code == 404
    assert not OutboxEvent.objects.exists()
    assert as_user(make.official()).get(meeting.get_absolute_url()).status_code == 200


def test_the_course_asks_as_often_for_many_meetings(
    as_user: SignIn, django_assert_max_num_queries: Any
) -> None:
    consultation = extended()
    for _number in range(6):
        make.meeting_of(consultation)
    url = reverse("consultations:course", args=[consultation.slug])

    with django_assert_max_num_queries(20):
        as_user(None).get(url)


def _pdf() -> bytes:
    import pikepdf

    stream = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(stream)
    return stream.getvalue()


def test_forms_collected_at_a_meeting_belong_to_it(as_user: SignIn) -> None:
    consultation, meeting = held()
    client = as_user(make.official())
    form = upload(filled_docx(consultation, {"§ 1": "Za krótki termin"}))

    refused = bring(client, consultation, form, meeting=meeting.pk)
    assert "spotkanie (protokół)" in refused.content.decode()
    form.seek(0)
    bring(client, consultation, form, meeting=meeting.pk, channel="meeting")
    confirm(client, RemarkImport.objects.get())

    remark = Remark.objects.get()
    assert (remark.meeting, remark.channel) == (meeting, Channel.MEETING)
