"""Corrections by hand: each one transaction that renames the units and keeps what was before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.acts.addresses import assign_eids
from consultations.acts.tree import DocumentKind, Unit
from consultations.domain import act_surgery, edit_records, version_changes
from consultations.domain.act_surgery import Place, UnitContent
from consultations.domain.act_tree import StoredUnit, stored_units
from consultations.domain.drafts import is_text_in_place, takes_new_versions
from consultations.domain.errors import DraftEditRefused, StageNotAllowed, UnitChangedMeanwhile
from consultations.domain.source_readings import check_completeness
from consultations.models import ActEdit, Consultation, DraftState, DraftVersion, EditKind

Step = Callable[[list[StoredUnit], Place], object]


@dataclass(frozen=True, slots=True)
class Target:
    """The unit to correct, as the official saw it; ``seen`` is its fingerprint then."""

    version: DraftVersion
    pk: int
    seen: str
    actor: Any


def is_editable(version: DraftVersion, consultation: Consultation) -> bool:
    """Whether the text may be corrected in place now."""
    return version.state == DraftState.READY and is_unseen(version, consultation)


def is_unseen(version: DraftVersion, consultation: Consultation) -> bool:
    """Whether nobody relies on the version yet.

    Before the opening that is the text itself; after it only a version beside it.
    """
    if version.published_at is not None:
        return False
    if is_text_in_place(consultation):
        return consultation.current_version_id == version.pk
    return takes_new_versions(consultation) and version.base_id is not None


def fingerprint(unit: Unit) -> str:
    """A mark of what a unit says; a form carries it to notice that somebody was faster."""
    content = [unit.kind, unit.number, unit.label, unit.heading, unit.text, unit.rows]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


def rewrite_unit(target: Target, content: UnitContent) -> ActEdit:
    """Correct kind, designation, heading, text or cells of one unit."""
    return _edit(target, EditKind.REWRITE, lambda roots, place: act_surgery.rewrite(place, content))


def split_unit(target: Target, marked: str) -> ActEdit:
    """Divide a unit where ``marked``, its text, carries ``SPLIT_MARK``."""
    return _edit(
        target, EditKind.SPLIT, lambda roots, place: act_surgery.split(roots, place, marked)
    )


def merge_unit(target: Target) -> ActEdit:
    """Join a unit to the one read before it."""
    return _edit(
        target, EditKind.MERGE, lambda roots, place: act_surgery.merge_with_previous(place)
    )


def raise_unit(target: Target) -> ActEdit:
    """Move a unit one level up."""
    return _edit(target, EditKind.RAISE, act_surgery.raise_level)


def lower_unit(target: Target) -> ActEdit:
    """Move a unit one level down."""
    return _edit(target, EditKind.LOWER, lambda roots, place: act_surgery.lower_level(place))


def remove_unit(target: Target) -> ActEdit:
    """Take a unit out with all below it."""
    return _edit(target, EditKind.REMOVE, lambda roots, place: act_surgery.remove(place))


def add_unit(target: Target, content: UnitContent, *, below: bool) -> ActEdit:
    """A new unit after the target, or below it."""
    return _edit(
        target, EditKind.ADD, lambda roots, place: act_surgery.add(place, content, below=below)
    )


def renumber_units(target: Target) -> ActEdit:
    """Number the units that follow on from the target."""
    return _edit(
        target, EditKind.RENUMBER, lambda roots, place: act_surgery.renumber_following(place)
    )


@transaction.atomic
def change_front(
    *, version: DraftVersion, kind: DocumentKind, title: str, preface: str, actor: Any
) -> ActEdit:
    """Correct the title, the preface, or what the document was taken for."""
    locked = lock_editable(version)
    before = edit_records.front_of(locked)
    locked.kind, locked.title, locked.preface = kind.value, title, preface
    return _keep(
        locked,
        ActEdit(
            kind=EditKind.FRONT,
            before={edit_records.FRONT: before},
            after={edit_records.FRONT: edit_records.front_of(locked)},
            actor=actor,
        ),
    )


@transaction.atomic
def undo_last_edit(*, version: DraftVersion, actor: Any) -> ActEdit | None:
    """Take back the last correction that still stands; None when there is none."""
    locked = lock_editable(version)
    edit = locked.edits.filter(undone_at__isnull=True).order_by("-pk").first()
    if edit is None:
        return None
    edit_records.put_back(locked, edit)
    edit.undone_at = timezone.now()
    edit.undone_by = actor
    edit.save(update_fields=["undone_at", "undone_by"])
    _note_change(locked)
    return edit


@transaction.atomic
def _edit(target: Target, kind: EditKind, step: Step) -> ActEdit:
    """Lock, look, do one step on the tree, name all units anew, store and record."""
    locked = lock_editable(target.version)
    roots = stored_units(locked)
    place = act_surgery.find(roots, target.pk)
    if place is None or fingerprint(place.unit) != target.seen:
        raise UnitChangedMeanwhile
    before = edit_records.snapshot(locked)
    citation = before[target.pk]["citation"]
    step(roots, place)
    assign_eids(roots)
    edit = edit_records.store(locked, roots, before)
    if not edit.before and not edit.after:
        raise DraftEditRefused(_("Nic się nie zmieniło."))
    edit.kind, edit.unit, edit.actor = kind, citation, target.actor
    return _keep(locked, edit)


def lock_editable(version: DraftVersion, *, reading_too: bool = False) -> DraftVersion:
    """The version, locked after its consultation, so that no stage moves under the change.

    Raises StageNotAllowed when it may not be changed; ``reading_too`` takes one as well that has
    not been read or could not be.
    """
    consultation = Consultation.objects.select_for_update(no_key=True).get(
        pk=version.consultation_id
    )
    locked = DraftVersion.objects.select_for_update().get(pk=version.pk)
    allowed = is_unseen if reading_too else is_editable
    if not allowed(locked, consultation):
        raise StageNotAllowed
    locked.consultation = consultation
    return locked


def _keep(version: DraftVersion, edit: ActEdit) -> ActEdit:
    edit.version = version
    edit.save()
    _note_change(version)
    return edit


def _note_change(version: DraftVersion) -> None:
    """What follows from every change of the text."""
    version.revision += 1
    check_completeness(version)
    version.save()
    if version.base is not None:
        version_changes.refresh_changes(version, version.base)
