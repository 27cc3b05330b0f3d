"""Demo events: the project's story of 2014–2015, and editions that one can join today.

Safe to repeat: a second run finds the first event and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from events.domain import (
    checking_in,
    fair,
    organising,
    papers,
    programme,
    records,
    registering,
    rows,
)
from events.domain.demo_story import (
    CONFERENCES,
    FAIR,
    FORUM,
    MEETING,
    OFFERS,
    TASKS,
    TRAINING,
)
from events.domain.registering import Newcomer
from events.models import (
    CheckIn,
    Event,
    EventKind,
    EventStage,
    Exhibitor,
    LoadInSlot,
    Pool,
    Registration,
    RegistrationState,
    Room,
    Sector,
    Series,
    Session,
    Speaker,
    Stand,
    StandPlan,
    Task,
    Track,
)
from notifications.models import AddressLetter
from organizations.domain.demo_names import FIRST_NAMES, SURNAMES
from organizations.models import Organization, PublicBody
from surveys.domain.importing import load_questionnaire
from territory.models import Area

DATA = Path(__file__).parent.parent / "data"
SECTORS = (Sector.NGO, Sector.ADMINISTRATION, Sector.NGO, Sector.CITIZEN)


@transaction.atomic
def seed_events(office: PublicBody, official: User, organizations: Sequence[Organization]) -> None:
    """Everything of the demo; the office organises, the organizations exhibit."""
    if Event.objects.filter(public_body=office, kind=EventKind.FORUM).exists():
        return
    counties = list(Area.objects.counties())
    _past_forum_and_fair(office, official, counties)
    for title, (year, month, day) in CONFERENCES:
        event = _event(
            office, official, title, kind=EventKind.CONFERENCE,
            when=(_moment(year, month, day, 9), 7),
            summary="Konferencja projektu: organizacje i samorządy przy jednym stole.",
            capacity=150, target_people=100,
        )  # fmt: skip
        _came(event, 104, counties)
    _series(office, official, counties, TRAINING, EventKind.TRAINING, number=12, hours=8, people=10)
    _series(
        office, official, counties, MEETING, EventKind.INFORMATION_MEETING, number=18, hours=3,
        people=15,
    )  # fmt: skip
    _coming_forum(office, official, counties)
    _coming_fair(office, official, organizations)
    _going_on(office, official, counties)
    # What happened before the demo began is not mailed any more.
    AddressLetter.objects.filter(event__kind__startswith="events.").delete()


def _event(
    office: PublicBody,
    official: User,
    title: str,
    *,
    kind: str,
    when: tuple[datetime, float],
    **fields: Any,
) -> Event:
    starts, hours = when
    values: dict[str, Any] = {
        "summary": "Spotkanie organizacji i administracji.",
        "venue": "Urząd Marszałkowski, Ostrówek",
        "street_address": "ul. Piastowska 14",
        "town": "Opole",
        "county_id": "1661",
        "accessibility": "Wejście bez schodów od podwórza, winda, pętla indukcyjna w dużej sali.",
        "contact_name": "Urszula Urzędowska",
        "contact_email": "urzad@example.org",
        "hours": hours,
    }
    event = Event(
        title=title,
        kind=kind,
        public_body=office,
        starts_at=starts,
        ends_at=starts + timedelta(hours=hours),
        **(values | fields),
    )
    organising.create_event(event=event, actor=official)
    Event.objects.filter(pk=event.pk).update(stage=EventStage.PUBLISHED)
    event.stage = EventStage.PUBLISHED
    return event


def _past_forum_and_fair(office: PublicBody, official: User, counties: list[Area]) -> None:
    forum = _event(
        office, official, "Forum Inicjatyw Pozarządowych 2014", kind=EventKind.FORUM,
        when=(_moment(2014, 10, 3, 9), 8), capacity=250, target_people=200,
        summary="Dzień pierwszy: konferencja w urzędzie marszałkowskim, ponad 200 osób.",
    )  # fmt: skip
    _came(forum, 212, counties)
    street = _event(
        office, official, "VI Targi Organizacji Pozarządowych", kind=EventKind.FAIR,
        when=(_moment(2014, 10, 4, 10), 7), venue="Ulice centrum Opola", registration_mode="none",
        summary="Dzień drugi: stoiska, scena i strefy aktywności w centrum miasta.",
    )  # fmt: skip
    street.refresh_from_db()


def _series(
    office: PublicBody,
    official: User,
    counties: list[Area],
    title: str,
    kind: str,
    *,
    number: int,
    hours: int,
    people: int,
) -> None:
    """A series over the counties, as the project counted it: so many hours, so many people."""
    series = organising.create_series(
        series=Series(
            title=title,
            summary=f"Cykl {number} spotkań w dwunastu powiatach.",
            description="Dla urzędników, radnych i organizacji: po równo z obu stron stołu.",
            public_body=office,
        )
    )
    for place in range(number):
        county = counties[place % len(counties)]
        starts = _moment(2014, 4, 8, 9) + timedelta(days=21 * place)
        event = _event(
            office, official, f"{title}: {county.name}", kind=kind, when=(starts, hours),
            series=series,
            capacity=people + 5, target_people=people, county_id=county.pk,
            town=county.seat or county.name, venue="Starostwo powiatowe", street_address="",
        )  # fmt: skip
        _came(event, people, [county])


def _came(event: Event, number: int, counties: list[Area]) -> None:
    """People who registered and came, written at once."""
    random = Random(event.pk)  # noqa: S311 - demo data, no secret
    registrations = Registration.objects.bulk_create(
        [
            Registration(
                event=event,
                number=place,
                state=RegistrationState.CONFIRMED,
                full_name=_name(random),
                email=f"osoba{event.pk}-{place}@example.org",
                sector=SECTORS[place % len(SECTORS)],
                county=random.choice(counties),
                accepted_at=event.starts_at,
            )
            for place in range(1, number + 1)
        ]
    )
    CheckIn.objects.bulk_create(
        [
            CheckIn(
                registration=row,
                happened_at=event.starts_at + timedelta(minutes=random.randrange(-30, 20)),
                device="lista papierowa",
            )
            for row in registrations
        ]
    )
    free = None if event.capacity is None else event.capacity - number
    Event.objects.filter(pk=event.pk).update(last_number=number, free_places=free)
    papers.issue_certificates(event=event)
    if event.kind in records.KINDS:
        records.record(event)


def _coming_forum(office: PublicBody, official: User, counties: list[Area]) -> None:
    starts = _hour(timezone.now() + timedelta(days=30), 9)
    event = _event(
        office, official, "Forum Inicjatyw Pozarządowych", kind=EventKind.FORUM, when=(starts, 7),
        summary="Doroczne spotkanie organizacji i samorządów: debaty, warsztaty i wspólne plany.",
        description="Połowa miejsc jest dla organizacji, połowa dla administracji. Dziesięć dni "
        "przed forum wolne miejsca obu pul przechodzą do wszystkich.",
        partners="Rada Działalności Pożytku Publicznego", capacity=60, target_people=60,
        questions=load_questionnaire(DATA / "registration_questions.yaml"),
        evaluation=load_questionnaire(DATA / "evaluation.yaml"),
        proposals_until=starts - timedelta(days=14), shows_participants=True,
    )  # fmt: skip
    releases = starts - timedelta(days=10)
    for name, sectors in (
        ("Organizacje i mieszkańcy", [Sector.NGO, Sector.CITIZEN]),
        ("Administracja", [Sector.ADMINISTRATION]),
    ):
        pool = Pool(event=event, name=name, sectors=sectors, places=30, releases_at=releases)
        rows.save_pool(pool=pool)
    _programme(event, FORUM, ["Sala Orła Białego", "Sala Okrągła"], ["Dialog", "Praktyka"])
    for title, days in TASKS:
        due = timezone.localdate(starts) + timedelta(days=days)
        Task.objects.create(event=event, title=title, due_on=due, assignee=official)
    _register_many(event, 52, counties)


def _coming_fair(office: PublicBody, official: User, organizations: Sequence[Organization]) -> None:
    starts = _hour(timezone.now() + timedelta(days=31), 10)
    event = _event(
        office, official, "Targi Organizacji Pozarządowych", kind=EventKind.FAIR, when=(starts, 7),
        venue="Rynek i ulica Krakowska", street_address="",
        summary="Organizacje całego regionu na ulicach Opola: stoiska, scena, warsztaty.",
        exhibitors_until=starts - timedelta(days=10), votes_for_stands=True,
    )  # fmt: skip
    _programme(event, FAIR, ["Scena pod ratuszem", "Namiot warsztatowy"], ["Na scenie"])
    StandPlan.objects.create(
        event=event, width=44, height=16,
        handbook="Rozładunek tylko w wybranym oknie. Prąd przy stoiskach B. Sprzątamy do 18.",
    )  # fmt: skip
    stands = Stand.objects.bulk_create(
        Stand(
            event=event, label=f"{row}{place + 1}", zone=zone, x=2 + 4 * place, y=top,
            width=3, depth=3, has_power=row == "B",
        )
        for row, zone, top in (("A", "Rynek", 2), ("B", "Krakowska", 11))
        for place in range(10)
    )  # fmt: skip
    for number in range(3):
        begins = starts - timedelta(hours=3 - number)
        LoadInSlot.objects.create(
            event=event, starts_at=begins, ends_at=begins + timedelta(hours=1), places=6
        )
    for place, organization in enumerate(organizations[:16]):
        _exhibitor(event, organization, stands[place] if place < 13 else None, place, official)


def _exhibitor(
    event: Event, organization: Organization, stand: Stand | None, place: int, official: User
) -> None:
    exhibitor = fair.apply(
        exhibitor=Exhibitor(
            event=event,
            organization=organization,
            offer=OFFERS[place % len(OFFERS)],
            needs_power=place % 3 == 0,
            people="Dwie osoby z zarządu i wolontariusze",
            contact_phone="500 600 700",
        ),
        actor=official,
    )
    if stand is not None:
        exhibitor = fair.decide(exhibitor=exhibitor, target="accepted", note="", actor=official)
        fair.give_stand(exhibitor=exhibitor, stand=stand)


def _going_on(office: PublicBody, official: User, counties: list[Area]) -> None:
    """A meeting that goes on right now, so that the door can be tried."""
    starts = (timezone.now() + timedelta(days=1)).replace(minute=0, second=0, microsecond=0)
    event = _event(
        office, official, "Otwarte drzwi: spotkanie pełnomocników z organizacjami",
        kind=EventKind.WORKING_MEETING, when=(starts, 6), capacity=12,
        summary="Porozmawiaj z pełnomocnikami powiatów. Wejście z biletem albo z listy.",
    )  # fmt: skip
    _register_many(event, 14, counties)
    begun = timezone.now() - timedelta(hours=1)
    Event.objects.filter(pk=event.pk).update(starts_at=begun, ends_at=begun + timedelta(hours=6))
    event.refresh_from_db()
    for row in event.registrations.confirmed()[:4]:
        checking_in.check_in(event=event, text=row.code, actor=official, device="telefon 1")


def _programme(event: Event, parts: Sequence[Any], rooms: list[str], tracks: list[str]) -> None:
    made_rooms = [
        Room.objects.create(event=event, name=name, position=place, capacity=120 - 80 * place)
        for place, name in enumerate(rooms)
    ]
    made_tracks = [
        Track.objects.create(event=event, name=name, position=place)
        for place, name in enumerate(tracks)
    ]
    midnight = timezone.localtime(event.starts_at).replace(hour=0, minute=0)
    for hour, minutes, room, track, kind, title, abstract, people, places in parts:
        starts = midnight + timedelta(hours=hour)
        session = Session(
            event=event,
            title=title,
            kind=kind,
            abstract=abstract,
            room=None if room is None else made_rooms[room],
            track=made_tracks[track - 1] if track else None,
            starts_at=starts,
            ends_at=starts + timedelta(minutes=minutes),
            capacity=places,
        )
        speakers = [
            Speaker.objects.get_or_create(event=event, name=name, defaults={"affiliation": who})[0]
            for name, who in people
        ]
        rows.save_session(session=session, speakers=speakers, moderators=[])
    programme.publish(event=event, actor=None)


def _register_many(event: Event, number: int, counties: list[Area]) -> None:
    random = Random(number)  # noqa: S311 - demo data, no secret
    for place in range(number):
        sector = SECTORS[place % len(SECTORS)]
        newcomer = Newcomer(
            full_name=_name(random),
            email=f"gosc{event.pk}-{place}@example.org",
            sector=sector,
            organization_name="" if sector == Sector.CITIZEN else "Instytucja Przykładowa",
            county=random.choice(counties),
            accepts_listing=place % 2 == 0,
            needs={"diet": "vegetarian"} if place % 7 == 0 else {},
        )
        registering.register(event=event, people=[newcomer])


def _name(random: Random) -> str:
    first, gender = random.choice(FIRST_NAMES)
    return f"{first} {random.choice(SURNAMES)[0 if gender == 'f' else 1]}"


def _moment(year: int, month: int, day: int, hour: int) -> datetime:
    return datetime(year, month, day, hour, tzinfo=timezone.get_default_timezone())


def _hour(moment: datetime, hour: int) -> datetime:
    return timezone.localtime(moment).replace(hour=hour, minute=0, second=0, microsecond=0)
