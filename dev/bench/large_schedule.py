"""A large conference for the benchmark: 320 sessions in eight rooms over four days.

Run by `make bench` with the portal's settings.
"""

import django

django.setup()

from datetime import timedelta  # noqa: E402 (Django must be set up first)

from django.utils import timezone  # noqa: E402

from events.domain import organising, programme  # noqa: E402
from events.models import (  # noqa: E402
    Event,
    EventKind,
    EventStage,
    PersonRole,
    Room,
    Session,
    SessionPerson,
    Speaker,
    Track,
)
from organizations.models import PublicBody  # noqa: E402

ROOMS, DAYS, A_DAY, SPEAKERS = 8, 4, 10, 120
TITLE = "Wielka konferencja"
SLUG = "wielka-konferencja"
ABSTRACT = "Jak organizacje i urzędy wspólnie planują, robią i oceniają zadania publiczne. " * 4


def main() -> None:
    """Create the conference unless it is there."""
    if Event.objects.filter(slug=SLUG).exists():
        return
    starts = (timezone.now() + timedelta(days=60)).replace(hour=8, minute=0, second=0)
    event = organising.create_event(
        event=Event(
            title=TITLE,
            kind=EventKind.CONFERENCE,
            public_body=PublicBody.objects.get(kind="marshal"),
            summary="Do pomiaru.",
            starts_at=starts,
            ends_at=starts + timedelta(days=DAYS),
            town="Opole",
            contact_name="Pomiar",
            contact_email="pomiar@example.org",
        ),
        actor=None,
    )
    _fill(event)
    organising.change_stage(event=event, target=EventStage.PUBLISHED, actor=None)
    programme.publish(event=event, actor=None)


def _fill(event: Event) -> None:
    rooms = [Room.objects.create(event=event, name=f"Sala {n + 1}") for n in range(ROOMS)]
    tracks = [Track.objects.create(event=event, name=f"Ścieżka {n + 1}") for n in range(4)]
    speakers = Speaker.objects.bulk_create(
        Speaker(event=event, name=f"Osoba Mówiąca {n + 1}") for n in range(SPEAKERS)
    )
    sessions = []
    for day in range(DAYS):
        for hour in range(A_DAY):
            for number, room in enumerate(rooms):
                start = event.starts_at + timedelta(days=day, hours=hour)
                sessions.append(
                    Session(
                        event=event,
                        title=f"Wystąpienie {day + 1}/{hour + 1}/{number + 1}",
                        abstract=ABSTRACT,
                        room=room,
                        track=tracks[number % len(tracks)],
                        starts_at=start,
                        ends_at=start + timedelta(minutes=45),
                    )
                )
    Session.objects.bulk_create(sessions)
    SessionPerson.objects.bulk_create(
        SessionPerson(session=session, speaker=speakers[number % SPEAKERS], role=PersonRole.SPEAKER)
        for number, session in enumerate(sessions)
    )


if __name__ == "__main__":
    main()
