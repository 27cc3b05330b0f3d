"""Saving and removing the small rows of an event, where more than the row is concerned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from documents.storing import delete_stored_file, store_upload
from events.domain import places
from events.domain.errors import PoolInUse, TooFewPlaces
from events.models import Material, PersonRole, Pool, Session, SessionPerson, Speaker

_SESSION_FIELDS = [
    "title", "kind", "abstract", "language", "room", "track", "starts_at", "ends_at", "capacity",
    "stream_url", "updated_at",
]  # fmt: skip


@transaction.atomic
def save_session(
    *, session: Session, speakers: Iterable[Speaker], moderators: Iterable[Speaker]
) -> Session:
    """Keep a session with its people; raises TooFewPlaces below those who signed up."""
    try:
        with transaction.atomic():
            # How many signed up may have changed since the form was opened.
            session.save(update_fields=_SESSION_FIELDS if session.pk else None)
    except IntegrityError as error:
        if "session_places_never_exceeded" in str(error):
            raise TooFewPlaces from error
        raise
    session.people.all().delete()
    roles = [
        *((speaker, PersonRole.MODERATOR) for speaker in moderators),
        *((speaker, PersonRole.SPEAKER) for speaker in speakers),
    ]
    SessionPerson.objects.bulk_create(
        SessionPerson(session=session, speaker=speaker, role=role, position=place)
        for place, (speaker, role) in enumerate(roles)
    )
    return session


@transaction.atomic
def save_pool(*, pool: Pool) -> Pool:
    """Keep a pool; never fewer places than are taken from it. More go to those who wait."""
    event = places.lock_event(pool.event)
    if pool.pk and pool.registrations.holding().count() > pool.places:
        raise TooFewPlaces
    is_first = not pool.pk and not event.pools.exists()
    pool.event = event
    pool.save()
    if is_first:
        # Whoever had a place before there were pools keeps it, at the cost of this pool.
        held = event.registrations.holding().filter(pool__isnull=True)
        if held.count() > pool.places:
            raise TooFewPlaces
        held.update(pool=pool)
    places.settle(event)
    return pool


@transaction.atomic
def delete_pool(*, pool: Pool) -> None:
    """Remove a pool from which nobody has a place."""
    event = places.lock_event(pool.event)
    try:
        pool.delete()
    except ProtectedError as error:
        raise PoolInUse from error
    places.settle(event)


@transaction.atomic
def save_material(*, material: Material, upload: Any, actor: Any) -> Material:
    """Keep a file or a link; a new file replaces the old one."""
    old = material.file if upload and material.file_id else None
    if upload:
        material.file = store_upload(upload, uploaded_by=actor)
    material.save()
    if old is not None:
        delete_stored_file(old)
    return material


@transaction.atomic
def delete_material(*, material: Material) -> None:
    """Remove the row and its file."""
    stored = material.file
    material.delete()
    if stored is not None:
        delete_stored_file(stored)
