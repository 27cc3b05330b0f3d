"""The organiser's work: copies, series, stages, letters, team, report, forgetting."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from accounts import privacy
from events.domain import checking_in, mailings, organising, records, reporting, retention
from events.domain.errors import HasParticipants
from events.models import (
    Event,
    EventStage,
    Mailing,
    MailTemplate,
    Needs,
    Registration,
    Sector,
    Series,
    Task,
    TeamRole,
)
from notifications.models import AddressLetter
from standards.models import Training
from tests.accounts.factories import UserFactory
from tests.events import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def test_an_official_creates_announces_and_cancels(as_user: SignIn) -> None:
    office = as_user(make.official())
    starts = (timezone.now() + timedelta(days=9)).strftime("%Y-%m-%dT10:00")
    data = {
        "title": "Spotkanie w Łambinowicach", "kind": "information", "summary": "O czym",
        "public_body": make.marshal_office().pk, "starts_at": starts,
        "ends_at": starts.replace("T10", "T12"), "mode": "on_site", "contact_name": "Jan",
        "contact_email": "jan@example.org", "registration_mode": "open", "offer_hours": 24,
        "group_limit": 5, "reminder_days": 1, "hours": 3, "keeps_data_months": 6,
    }  # fmt: skip

    wrong = office.post(reverse("events:create"), data | {"ends_at": starts})
    office.post(reverse("events:create"), data)
    event = Event.objects.get()
    office.post(reverse("events:change_stage", args=[event.slug, "published"]))
    person = make.registered(event)
    office.post(reverse("events:change_stage", args=[event.slug, "cancelled"]), {"reason": ""})
    event.refresh_from_db()
    assert event.stage == EventStage.PUBLISHED
    office.post(
        reverse("events:change_stage", args=[event.slug, "cancelled"]), {"reason": "Powódź"}
    )

    assert "Koniec musi być po początku." in wrong.content.decode()
    event.refresh_from_db()
    assert (event.slug, event.stage) == ("spotkanie-w-lambinowicach", EventStage.CANCELLED)
    letter = AddressLetter.objects.get(event__kind="events.cancelled_letter")
    assert (letter.address, letter.event.context["reason"]) == (person.email, "Powódź")


def test_an_event_with_participants_is_not_hidden() -> None:
    event = make.announced()
    make.registered(event)

    with pytest.raises(HasParticipants):
        organising.change_stage(event=event, target=EventStage.DRAFT, actor=None, reason="Bo tak")


def test_a_copy_moves_everything_and_takes_nobody_along() -> None:
    event = make.announced()
    make.pool(event, Sector.NGO, 5, event.starts_at - timedelta(days=3))
    make.session(event, speakers=[make.speaker(event)])
    Task.objects.create(event=event, title="Sala", due_on=event.starts_at.date())
    make.registered(event)

    copy = organising.copy_event(
        event=event, title="Za rok", starts_at=event.starts_at + timedelta(days=364), actor=None
    )

    assert (copy.stage, copy.registrations.count()) == (EventStage.DRAFT, 0)
    shift = timedelta(days=364)
    assert copy.sessions.get().starts_at == event.sessions.get().starts_at + shift
    assert copy.sessions.get().people.get().speaker.event == copy
    assert copy.pools.get().releases_at == event.pools.get().releases_at + shift
    assert copy.tasks.get().due_on == event.tasks.get().due_on + shift


def test_templates_are_the_offices_and_nobody_elses(as_user: SignIn) -> None:
    event = make.announced()
    office = as_user(make.official())
    moment = event.starts_at.strftime("%Y-%m-%dT%H:%M")
    office.post(
        reverse("events:copy", args=[event.slug]),
        {"title": "Wzór forum", "starts_at": moment, "as_template": "on"},
    )
    template = Event.objects.get(is_template=True)

    assert "Wzór forum" in office.get(reverse("events:create")).content.decode()
    assert as_user(UserFactory()).get(template.get_absolute_url()).status_code == 404
    assert "Wzór forum" not in as_user(None).get(reverse("events:list")).content.decode()


def test_a_series_is_edited_together_and_the_past_stays(as_user: SignIn) -> None:
    series = organising.create_series(
        series=Series(title="Szkolenia", summary="Cykl", public_body=make.marshal_office())
    )
    past, coming = make.announced(series=series), make.announced(series=series)
    make.over(past)
    url = reverse("events:edit_series_events", args=[series.slug])

    as_user(make.official()).post(url, {"contact_name": "Nowa Osoba"})
    refused = as_user(UserFactory()).post(url, {"contact_name": "Intruz"})

    past.refresh_from_db(), coming.refresh_from_db()
    assert (past.contact_name, coming.contact_name) == ("Jolanta Testowa", "Nowa Osoba")
    assert refused.status_code == 403


def test_letters_go_to_their_group_now_or_later(as_user: SignIn) -> None:
    event = make.announced(capacity=1)
    placed, waiting = make.registered(event), make.registered(event)
    AddressLetter.objects.all().delete()
    team = as_user(make.helper(event, TeamRole.PARTICIPANTS))
    url = reverse("events:mailings", args=[event.slug])
    data = {
        "group": "confirmed",
        "subject": "Do zobaczenia, {imię i nazwisko}",
        "text": "{wydarzenie}: 100% {link}",
        "save_as": "Powitanie",
    }
    later = timezone.now() + timedelta(hours=2)

    team.post(url, data | {"send_at": timezone.now().strftime("%Y-%m-%dT%H:%M")})
    team.post(url, data | {"group": "waiting", "send_at": later.strftime("%Y-%m-%dT%H:%M")})

    letter = AddressLetter.objects.get()
    assert letter.address == placed.email
    assert letter.event.context["subject"] == f"Do zobaczenia, {placed.full_name}"
    assert MailTemplate.objects.get().name == "Powitanie"
    assert mailings.send_due() == 0
    Mailing.objects.filter(sent_at=None).update(send_at=timezone.now())
    assert (mailings.send_due(), mailings.send_due()) == (1, 0)
    assert AddressLetter.objects.filter(address=waiting.email).count() == 1


def test_the_report_counts_people_hours_sectors_and_counties(as_user: SignIn) -> None:
    event = make.announced(target_people=4, hours=3)
    for sector in (Sector.NGO, Sector.NGO, Sector.ADMINISTRATION):
        came = make.registered(event, sector=sector, county=event.county)
        checking_in.check_in(event=event, text=came.code, actor=None)
    make.registered(event)

    facts = dict(next(b.items for b in reporting.report(event).blocks if hasattr(b, "items")))
    tables = {table.key: list(table.read_rows()) for table in reporting.report(event).tables}

    assert facts["Obecnych"] == 3
    assert facts["Osobogodziny"] == 9
    assert facts["Zakładano osób"] == "4, osiągnięto 75%"
    assert tables["sector"][:2] == [("organizacja pozarządowa", 2), ("administracja publiczna", 1)]
    assert tables["county"] == [("Opole", 3)]
    client = as_user(make.official())
    sheet = client.get(reverse("events:report_file", args=[event.slug, "xlsx"]))
    assert b"".join(sheet.streaming_content).startswith(b"PK")


def test_a_series_is_reported_as_a_whole(as_user: SignIn) -> None:
    series = organising.create_series(
        series=Series(title="Debaty", summary="Cykl", public_body=make.marshal_office())
    )
    for number in (1, 2):
        event = make.announced(series=series, hours=3, target_people=2)
        for _person in range(number):
            came = make.registered(event, sector=Sector.NGO)
            checking_in.check_in(event=event, text=came.code, actor=None)
        make.registered(event)
    url = reverse("events:series_report", args=[series.slug, "csv"])

    report = reporting.series_report(series)

    facts = dict(report.blocks[0].items)
    assert (facts["Liczba wydarzeń"], facts["Obecnych"], facts["Osobogodziny"]) == (2, 3, 9)
    assert [row[7:10] for row in report.tables[0].read_rows()] == [(1, 1, 0), (2, 2, 0)]
    assert [row[5:7] for row in report.tables[0].read_rows()] == [(None, 2), (None, 3)]
    assert as_user(make.official()).get(url).status_code == 200
    assert as_user(make.official(make.other_office())).get(url).status_code == 403


def test_trainings_stand_in_the_statistics_of_standards_and_follow_corrections() -> None:
    event = make.announced(kind="training", hours=8)
    people = [
        make.registered(event, sector=sector)
        for sector in (Sector.NGO, Sector.CITIZEN, Sector.ADMINISTRATION)
    ]
    make.over(event)
    assert records.tell_of_trainings() == 0

    for row in people:
        checking_in.check_in(event=event, text=row.code, actor=None)
    assert (records.tell_of_trainings(), records.tell_of_trainings()) == (1, 1)
    checking_in.undo(event=event, registration=people[0])
    records.tell_of_trainings()

    training = Training.objects.get()
    assert (training.hours, training.county) == (8, event.county)
    sides = dict(training.attendance.values_list("side", "people"))
    assert sides == {"ngo": 1, "administration": 1}


def test_needs_are_forgotten_first_and_names_later() -> None:
    event = make.announced(keeps_data_months=1)
    registration = make.registered(event, needs={"ramp": True}, answers={"a": 1})
    make.over(event)

    assert retention.forget_needs(timezone.now() - timedelta(days=14)) == 0
    assert retention.forget_needs(timezone.now()) == 1
    assert not Needs.objects.exists()
    assert retention.forget_people(timezone.now()) == 0
    assert retention.forget_people(timezone.now() + timedelta(days=70)) == 1

    registration.refresh_from_db()
    assert (registration.full_name, registration.email, registration.answers) == ("–", "", {})
    assert registration.sector == Sector.NGO


def test_whoever_erases_an_account_gives_the_place_back() -> None:
    user = UserFactory()
    event = make.announced(capacity=1)
    mine = make.registered(event, user=user)
    waiting = make.registered(event)
    source = next(item for item in privacy.sources() if item.key == "wydarzenia")

    assert [row["full_name"] for row in source.export(user)] == [mine.full_name]
    source.erase(user)

    waiting.refresh_from_db()
    assert waiting.state == "offered"
    assert Registration.objects.get(pk=mine.pk).full_name == "–"


def test_team_members_join_by_address_and_get_tasks(as_user: SignIn) -> None:
    event = make.announced()
    helper = UserFactory()
    office = as_user(make.official())
    url = reverse("events:team", args=[event.slug])

    unknown = office.post(url, {"email": "nikt@example.org", "role": "door"})
    office.post(url, {"email": helper.email, "role": "door"})
    office.post(
        reverse("events:add_row", args=[event.slug, "zadania"]),
        {"title": "Stać przy drzwiach", "assignee": helper.pk},
    )
    task = Task.objects.get()
    as_user(helper).post(reverse("events:finish_task", args=[event.slug, task.pk]))

    assert "Nie ma konta z tym adresem" in unknown.content.decode()
    task.refresh_from_db()
    assert (task.assignee, task.done_at is not None) == (helper, True)


def test_participants_are_listed_only_by_their_consent(as_user: SignIn) -> None:
    event = make.announced(shows_participants=True)
    make.registered(event, full_name="Ewa Jawna", accepts_listing=True)
    make.registered(event, full_name="Ola Skryta")
    client = as_user(None)

    shown = client.get(event.get_absolute_url()).content.decode()
    Event.objects.filter(pk=event.pk).update(shows_participants=False, title="Inny tytuł")
    hidden = as_user(UserFactory()).get(event.get_absolute_url()).content.decode()

    assert "Ewa Jawna" in shown
    assert "Ola Skryta" not in shown
    assert "Ewa Jawna" not in hidden


def test_pages_to_embed_may_stand_in_foreign_frames_and_others_not(as_user: SignIn) -> None:
    event = make.published_programme(make.announced())
    client = as_user(None)

    embedded = client.get(reverse("events:embedded", args=[event.slug]))
    usual = client.get(reverse("events:programme", args=[event.slug]))

    assert "frame-ancestors *" in embedded["Content-Security-Policy"]
    assert "X-Frame-Options" not in embedded
    assert "frame-ancestors 'none'" in usual["Content-Security-Policy"]


def test_a_photo_goes_into_the_gallery_with_the_consent_of_those_on_it(as_user: SignIn) -> None:
    event = make.announced()
    office, url = (
        as_user(make.official()),
        reverse("events:add_row", args=[event.slug, "materialy"]),
    )
    picture = io.BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "PNG")
    photo = {"title": "Sala", "is_photo": "on"}

    def sent(**more: str) -> Any:
        upload = SimpleUploadedFile("sala.png", picture.getvalue())
        return office.post(url, photo | more | {"upload": upload})

    refused = sent()
    taken = sent(people_consented="on")

    assert "gdy potwierdzisz zgodę osób" in refused.content.decode()
    assert taken.status_code == 302
    assert Client().get(event.get_absolute_url()).content.decode().count('alt="Sala"') == 1
    with pytest.raises(IntegrityError, match="photo_with_consent"), transaction.atomic():
        event.materials.update(people_consented=False)
