"""Corrections as rows before and after, so that each can be read and taken back."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from consultations.domain.act_rows import rows_from
from consultations.domain.act_tree import StoredUnit
from consultations.models import ActEdit, DraftVersion, Provision

FRONT = "front"
_FRONT_FIELDS = ("kind", "title", "preface")
_FIELDS = (
    "parent_id", "position", "depth", "eid", "lineage", "kind", "number", "label", "citation",
    "heading", "text", "rows",
)  # fmt: skip
_BATCH = 500

Record = dict[str, Any]


def front_of(version: DraftVersion) -> Record:
    """The version's own texts."""
    return {name: getattr(version, name) for name in _FRONT_FIELDS}


def snapshot(version: DraftVersion) -> dict[int, Record]:
    """All rows of ``version`` by key, as JSON can keep them."""
    return {row.pk: _record(row) for row in version.provisions.all()}


def store(version: DraftVersion, units: Sequence[StoredUnit], before: dict[int, Record]) -> ActEdit:
    """Write a changed tree, and return the unsaved record of what changed."""
    rows = rows_from(version, units)
    after = {row.pk: _record(row) for row in rows}
    edit = ActEdit(before={}, after={})
    for key in before.keys() | after.keys():
        was, now = _difference(before.get(key), after.get(key))
        if was is not None:
            edit.before[str(key)] = was
        if now is not None:
            edit.after[str(key)] = now
    _write(version, edit.before, edit.after)
    return edit


def put_back(version: DraftVersion, edit: ActEdit) -> None:
    """Write what was before ``edit``; the version's own texts are changed but not saved."""
    front = edit.before.get(FRONT)
    if front is not None:
        for name in _FRONT_FIELDS:
            setattr(version, name, front[name])
        return
    _write(version, edit.after, edit.before)


def _record(row: Provision) -> Record:
    return {
        name: str(value) if isinstance(value := getattr(row, name), uuid.UUID) else value
        for name in _FIELDS
    }


def _difference(before: Record | None, after: Record | None) -> tuple[Record | None, Record | None]:
    """Both sides of one row: only what differs, or the whole when the other side has none."""
    if before is None or after is None:
        return before, after
    names = [name for name in _FIELDS if before[name] != after[name]]
    if not names:
        return None, None
    return {name: before[name] for name in names}, {name: after[name] for name in names}


def _write(version: DraftVersion, old: dict[str, Record], new: dict[str, Record]) -> None:
    """Bring the rows from ``old`` to ``new``: first what comes, last what goes.

    A row that goes would take those with it that still name it as their parent.
    """
    created = [key for key in new if key not in old]
    removed = [key for key in old if key not in new]
    Provision.objects.bulk_create(
        [Provision(pk=int(key), version=version, **new[key]) for key in created],
        batch_size=_BATCH,
    )
    _update(version, {int(key): new[key] for key in new if key in old})
    version.provisions.filter(pk__in=[int(key) for key in removed]).delete()


def _update(version: DraftVersion, changed: dict[int, Record]) -> None:
    """Write changed fields; most rows only move, so those with other texts go apart."""
    by_fields: dict[tuple[str, ...], list[Provision]] = defaultdict(list)
    for row in version.provisions.filter(pk__in=changed):
        for name, value in changed[row.pk].items():
            setattr(row, name, value)
        by_fields[tuple(name.removesuffix("_id") for name in changed[row.pk])].append(row)
    for fields, rows in by_fields.items():
        Provision.objects.bulk_update(rows, fields, batch_size=_BATCH)
