"""New versions after the opening: starting, matching, explaining and publishing them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.domain import act_rows, notices_of_versions, version_changes
from consultations.domain.act_editing import lock_editable
from consultations.domain.drafts import add_version, takes_new_versions
from consultations.domain.errors import DraftEditRefused, StageNotAllowed, VersionNotReady
from consultations.models import (
    Consultation,
    DraftState,
    DraftVersion,
    Provision,
    ProvisionChange,
    Remark,
)
from documents.unheld import let_go

_BATCH = 500
_COPIED = (
    "kind", "confidence", "signals", "notices", "missing_words", "added_words", "title", "preface",
)  # fmt: skip


@transaction.atomic
def start_corrections(*, consultation: Consultation, actor: Any) -> DraftVersion:
    """The next version as a copy of the text in force, to be corrected by hand.

    One that is being prepared already is continued.
    """
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    current = locked.current_version
    if not takes_new_versions(locked) or current is None:
        raise StageNotAllowed
    prepared = locked.versions.filter(published_at__isnull=True, state=DraftState.READY).first()
    if prepared is not None and prepared.base_id == current.pk:
        return prepared
    version = add_version(locked, source=current.source, actor=actor)
    for name in _COPIED:
        setattr(version, name, getattr(current, name))
    version.state = DraftState.READY
    version.save()
    _copy_units(current, version)
    return version


@transaction.atomic
def discard_version(*, version: DraftVersion) -> None:
    """Give up a version that nobody but the office has seen."""
    locked = lock_editable(version, reading_too=True)
    if locked.base_id is None:
        raise StageNotAllowed
    source = locked.source
    locked.delete()
    let_go([source])


@transaction.atomic
def publish_version(*, version: DraftVersion, note: str, revision: int, actor: Any) -> Consultation:
    """Make the version the text of its consultation, and tell those concerned.

    ``revision`` is the one that the official reviewed; a text corrected since by somebody else
    is not published unseen. Raises VersionNotReady or StageNotAllowed.
    """
    locked = lock_editable(version)
    consultation = locked.consultation
    if locked.base_id is None or locked.base_id != consultation.current_version_id:
        raise VersionNotReady
    if locked.revision != revision:
        raise VersionNotReady(_("Ktoś zmienił tę wersję w międzyczasie. Sprawdź ją jeszcze raz."))
    locked.published_at = timezone.now()
    locked.change_note = note
    locked.save(update_fields=["published_at", "change_note"])
    consultation.current_version = locked
    consultation.save(update_fields=["current_version", "updated_at"])
    notices_of_versions.version_published(consultation, locked, actor)
    return consultation


@transaction.atomic
def pair_units(*, version: DraftVersion, old: Provision, new: Provision) -> None:
    """Say that ``new`` continues ``old``; whatever either was paired with stands alone."""
    locked, base = _lock_with_base(version)
    if old.version_id != base.pk or new.version_id != locked.pk:
        raise DraftEditRefused
    locked.provisions.filter(lineage=old.lineage).exclude(pk=new.pk).update(lineage=uuid.uuid4())
    locked.provisions.filter(pk=new.pk).update(lineage=old.lineage)
    _note_matching(locked, base)


@transaction.atomic
def unpair_unit(*, version: DraftVersion, new: Provision) -> None:
    """Say that ``new`` continues nothing: it is added, and what it continued is removed."""
    locked, base = _lock_with_base(version)
    locked.provisions.filter(pk=new.pk).update(lineage=uuid.uuid4())
    _note_matching(locked, base)


@transaction.atomic
def match_again(*, version: DraftVersion) -> None:
    """Pair all units by their text anew, for an official whom corrections led astray."""
    locked, base = _lock_with_base(version)
    for row in (rows := list(locked.provisions.all())):
        row.lineage = uuid.uuid4()
    Provision.objects.bulk_update(rows, ["lineage"], batch_size=_BATCH)
    version_changes.match_with_base(locked, base)
    _note_matching(locked, base)


@transaction.atomic
def explain_change(
    *, change: ProvisionChange, reason: str, remarks: Iterable[Remark]
) -> ProvisionChange:
    """Say why a unit changed and which remarks led to it; raises StageNotAllowed.

    Also after the publication: a reason may be forgotten, the text itself stays as it is.
    """
    consultation = Consultation.objects.select_for_update(no_key=True).get(
        versions=change.version_id
    )
    if not takes_new_versions(consultation):
        raise StageNotAllowed
    locked = ProvisionChange.objects.select_for_update().get(pk=change.pk)
    locked.reason = reason
    locked.save(update_fields=["reason"])
    # Pages that readers have cached tell by this moment that they are out of date.
    consultation.save(update_fields=["updated_at"])
    locked.remarks.set(consultation.remarks.counted().filter(pk__in=[r.pk for r in remarks]))
    return locked


def _copy_units(source: DraftVersion, target: DraftVersion) -> None:
    """Rows of the same lineage in the next version: each unit continues itself."""
    rows = list(source.provisions.order_by("position"))
    key_of = dict(zip((row.pk for row in rows), act_rows.reserve_keys(len(rows)), strict=True))
    for row in rows:
        row.pk = key_of[row.pk]
        row.parent_id = None if row.parent_id is None else key_of[row.parent_id]
        row.version = target
        row._state.adding = True
    Provision.objects.bulk_create(rows, batch_size=_BATCH)


def _lock_with_base(version: DraftVersion) -> tuple[DraftVersion, DraftVersion]:
    locked = lock_editable(version)
    if locked.base is None:
        raise StageNotAllowed
    return locked, locked.base


def _note_matching(version: DraftVersion, base: DraftVersion) -> None:
    version.revision += 1
    version.save(update_fields=["revision"])
    version_changes.refresh_changes(version, base)
