"""Creating, copying and announcing events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from events.domain import notices, places
from events.domain.errors import (
    HasParticipants,
    ReasonRequired,
    StageNotAllowed,
    TooFewPlaces,
)
from events.models import (
    EVENT_TRANSITIONS,
    Event,
    EventStage,
    EventStageChange,
    Pool,
    Room,
    Series,
    Session,
    SessionPerson,
    Speaker,
    Stand,
    StandPlan,
    Task,
    Track,
    Transition,
)
from organizations.domain.slugs import slug_stem

LONGEST_STEM = 100
# Addresses of the section itself, which no event may take.
RESERVED_SLUGS = {
    "nowe",
    "kalendarz",
    "serie",
    "wzory",
    "zgloszenie",
    "bilet",
    "zaswiadczenie",
    "moje",
}
# What a copy takes over from its original; dates move together.
_COPIED = (
    "kind", "public_body_id", "series_id", "partners", "summary", "description", "mode", "venue",
    "street_address", "town", "county_id", "accessibility", "contact_name", "contact_email",
    "contact_phone", "registration_mode", "capacity", "offer_hours", "group_limit", "asks_gender",
    "asks_age", "shows_participants", "reminder_days", "votes_for_stands", "hours",
    "target_people", "keeps_data_months", "stream_url",
)  # fmt: skip
_NOT_SETTINGS = {
    "slug", "stage", "is_template", "free_places", "waiting_count", "last_number", "programme",
    "created_by", "created_at",
}  # fmt: skip
_MOMENTS = (
    "registration_opens_at",
    "registration_closes_at",
    "proposals_until",
    "exhibitors_until",
)


@transaction.atomic
def create_event(*, event: Event, actor: Any) -> Event:
    """Save a new event with a free address made of its title."""
    event.created_by = actor
    event.free_places = event.capacity
    return _with_free_slug(event)


@transaction.atomic
def copy_event(
    *, event: Event, title: str, starts_at: Any, actor: Any, as_template: bool = False
) -> Event:
    """A new event in preparation, moved as a whole so that it begins at ``starts_at``.

    Everything that the organiser arranged goes along (rooms, tracks, programme, people, pools,
    checklist, stands), nothing of those who registered.
    """
    shift = starts_at - event.starts_at
    copy = Event(
        title=title,
        starts_at=starts_at,
        ends_at=event.ends_at + shift,
        is_template=as_template,
        created_by=actor,
        **{name: getattr(event, name) for name in _COPIED},
        **{name: _moved(getattr(event, name), shift) for name in _MOMENTS},
    )
    copy.free_places = copy.capacity
    _with_free_slug(copy)
    _copy_programme(event, copy, shift)
    _copy_ground(event, copy, shift)
    return copy


@transaction.atomic
def change_stage(*, event: Event, target: str, actor: Any, reason: str = "") -> Event:
    """Move to ``target``; participants and followers hear of it."""
    locked = Event.objects.select_for_update(no_key=True).get(pk=event.pk)
    move = next((m for m in allowed_moves(locked) if m.target == target), None)
    if move is None or locked.is_template:
        raise StageNotAllowed
    if move.needs_reason and not reason.strip():
        raise ReasonRequired
    if target == EventStage.DRAFT and locked.registrations.alive().exists():
        raise HasParticipants
    locked.stage = EventStage(target)
    locked.save(update_fields=["stage", "updated_at"])
    EventStageChange.objects.create(
        event=locked, source=move.source, target=target, actor=actor, reason=reason.strip()
    )
    notices.stage_changed(locked, actor, reason.strip())
    event.stage = locked.stage
    return locked


def allowed_moves(event: Event) -> list[Transition]:
    """Moves that the organiser may try from the present stage."""
    return [move for move in EVENT_TRANSITIONS if move.source == event.stage]


@transaction.atomic
def save_changes(*, event: Event, changed: Iterable[str], actor: Any) -> Event:
    """Keep edited settings; participants hear when the time or the place is another."""
    locked = places.lock_event(event)
    held = locked.registrations.holding().count()
    if event.capacity is not None and held > event.capacity and not locked.pools.exists():
        raise TooFewPlaces
    # Numbers that registrations move were read before the lock: they are not written back.
    event.save(
        update_fields=[
            field.name
            for field in Event._meta.concrete_fields
            if not field.primary_key and field.name not in _NOT_SETTINGS
        ]
    )
    locked.refresh_from_db()
    places.settle(locked)
    event.free_places, event.waiting_count = locked.free_places, locked.waiting_count
    moved = {"starts_at", "ends_at", "venue", "street_address", "town", "mode"} & set(changed)
    if moved and event.stage == EventStage.PUBLISHED:
        notices.event_moved(event, actor)
    return event


@transaction.atomic
def edit_series(*, series: Series, changes: dict[str, Any], actor: Any) -> int:
    """Give chosen settings to all events of the series that are still ahead; how many."""
    from events.domain.clock import database_now

    ahead = series.events.select_for_update(no_key=True).filter(starts_at__gt=database_now())
    count = 0
    for event in ahead.order_by("pk"):
        for name, value in changes.items():
            setattr(event, name, value)
        save_changes(event=event, changed=changes, actor=actor)
        count += 1
    return count


@transaction.atomic
def create_series(*, series: Series) -> Series:
    """Save a new series with a free address."""
    stem = slug_stem(series.title)[:80]
    taken = set(Series.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    series.slug = next(
        slug for number in range(1, 1000) if (slug := _numbered(stem, number)) not in taken
    )
    series.save()
    return series


def template_name(event: Event) -> str:
    """What a template made of the event is called."""
    return _("Wzór: %(title)s") % {"title": event.title[:180]}


def _with_free_slug(event: Event) -> Event:
    stem = slug_stem(event.title)[:LONGEST_STEM].strip("-")
    if stem == "organizacja":
        stem = "wydarzenie"
    for number in range(1, 1000):
        slug = _numbered(stem, number)
        if slug in RESERVED_SLUGS or Event.objects.filter(slug=slug).exists():
            continue
        event.slug = slug
        try:
            with transaction.atomic():
                event.save()
        except IntegrityError as error:
            if "slug" not in str(error):
                raise
            continue  # taken by a parallel request; try the next one
        return event
    raise RuntimeError("There is no free address left.")


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"


def _moved(moment: Any, shift: timedelta) -> Any:
    return None if moment is None else moment + shift


def _copy_programme(event: Event, copy: Event, shift: timedelta) -> None:
    rooms = _copied_rows(Room, event, copy)
    tracks = _copied_rows(Track, event, copy)
    speakers = _copied_rows(Speaker, event, copy, shift, ("not_before", "not_after"))
    for session in event.sessions.prefetch_related("people"):
        people = list(session.people.all())
        new = Session(
            event=copy,
            title=session.title,
            kind=session.kind,
            abstract=session.abstract,
            language=session.language,
            room=rooms.get(session.room_id or 0),
            track=tracks.get(session.track_id or 0),
            starts_at=_moved(session.starts_at, shift),
            ends_at=_moved(session.ends_at, shift),
            capacity=session.capacity,
        )
        new.save()
        SessionPerson.objects.bulk_create(
            SessionPerson(
                session=new,
                speaker=speakers[person.speaker_id],
                role=person.role,
                position=person.position,
            )
            for person in people
        )


def _copy_ground(event: Event, copy: Event, shift: timedelta) -> None:
    _copied_rows(Pool, event, copy, shift, ("releases_at",))
    _copied_rows(Stand, event, copy)
    plan = StandPlan.objects.filter(event=event).first()
    if plan:
        StandPlan.objects.create(
            event=copy,
            width=plan.width,
            height=plan.height,
            handbook=plan.handbook,
            drawing=plan.drawing,
        )
    Task.objects.bulk_create(
        Task(
            event=copy,
            title=task.title,
            due_on=None if task.due_on is None else task.due_on + shift,
        )
        for task in event.tasks.all()
    )


def _copied_rows(
    model: Any,
    event: Event,
    copy: Event,
    shift: timedelta = timedelta(),
    moments: tuple[str, ...] = (),
) -> dict[int, Any]:
    """Copies of the event's rows by the key of their original."""
    copies = {}
    for row in model.objects.filter(event=event):
        key = row.pk
        row.pk, row.event = None, copy
        row._state.adding = True
        for name in moments:
            setattr(row, name, _moved(getattr(row, name), shift))
        row.save()
        copies[key] = row
    return copies
