"""Making one profile of two, and taking that back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from accounts.models import User
from organizations.domain.errors import AlreadyDecided, DirectoryError
from organizations.models import MergeRecord, Organization, Publication

# Values that the kept profile takes over where its own are empty.
FILLED_FIELDS = [
    "short_name",
    "krs",
    "nip",
    "regon",
    "registered_on",
    "opp_since",
    "opp_until",
    "mission",
    "description",
    "street_address",
    "postal_code",
    "town",
    "county_id",
    "gmina_id",
    "latitude",
    "longitude",
    "email",
    "phone",
    "website",
    "social_profile",
    "opening_hours",
    "accessibility",
    "bank_account",
]
NUMBERS = ["krs", "nip", "regon"]
SETS = ["benefit_fields", "target_groups", "areas_of_action"]


class SameProfile(DirectoryError):
    """A profile cannot be merged with itself or with one that is gone."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One value that the kept profile would take over."""

    label: str
    value: str


def preview_merge(kept: Organization, merged: Organization) -> list[Taken]:
    """What ``kept`` would take over from ``merged``."""
    return [
        Taken(Organization.field_label(name), str(value))
        for name, value in _fillings(kept, merged).items()
    ]


@transaction.atomic
def merge(*, kept: Organization, merged: Organization, by: User) -> MergeRecord:
    """Everything of ``merged`` goes to ``kept``; its address will lead there."""
    kept, merged = _locked(kept, merged)
    fillings = _fillings(kept, merged)
    record = MergeRecord(kept=kept, merged=merged, merged_by=by)
    record.kept_before = {name: _plain(getattr(kept, name)) for name in fillings}
    record.kept_before["former_names"] = kept.former_names
    record.merged_before = {name: getattr(merged, name) for name in NUMBERS}
    record.merged_before["publication"] = merged.publication
    _empty(merged, kept)
    for name, value in fillings.items():
        setattr(kept, name, value)
    if merged.name not in {kept.name, *kept.former_names}:
        kept.former_names = [*kept.former_names, merged.name]
    kept.save()
    record.moved = {**_move_rows(merged, kept), **_join_sets(merged, kept)}
    record.save()
    return record


@transaction.atomic
def undo_merge(record: MergeRecord, *, by: User) -> Organization:
    """Bring the merged profile back with its rows and numbers."""
    record = MergeRecord.objects.select_for_update(of=["self"]).get(pk=record.pk)
    if record.undone_at is not None:
        raise AlreadyDecided
    kept, merged = record.kept, record.merged
    for name, value in record.kept_before.items():
        setattr(kept, name, value)
    kept.save()
    for name, value in record.merged_before.items():
        setattr(merged, name, value)
    merged.merged_into = None
    merged.save()
    _move_back(record)
    record.undone_at, record.undone_by = timezone.now(), by
    record.save(update_fields=["undone_at", "undone_by"])
    return merged


def _locked(kept: Organization, merged: Organization) -> tuple[Organization, Organization]:
    # In the order of keys, so that two merges of the same pair cannot block each other.
    rows = {
        row.pk: row
        for row in Organization.objects.select_for_update()
        .filter(pk__in=[kept.pk, merged.pk])
        .order_by("pk")
    }
    if kept.pk == merged.pk or Publication.MERGED in {row.publication for row in rows.values()}:
        raise SameProfile
    return rows[kept.pk], rows[merged.pk]


def _fillings(kept: Organization, merged: Organization) -> dict[str, Any]:
    return {
        name: getattr(merged, name)
        for name in FILLED_FIELDS
        if getattr(kept, name) in ("", None) and getattr(merged, name) not in ("", None)
    }


def _empty(merged: Organization, kept: Organization) -> None:
    """Numbers are unique among all profiles, so the merged one gives its own up."""
    for name in NUMBERS:
        setattr(merged, name, "")
    merged.publication = Publication.MERGED
    merged.merged_into = kept
    merged.save()


def _relations() -> Iterator[tuple[str, type[models.Model], str]]:
    """Rows of every app that point to an organization, but for its history and its merges."""
    for relation in Organization._meta.related_objects:
        model = relation.related_model
        if relation.many_to_many or isinstance(model, str):
            continue
        if model is MergeRecord or model is Organization or model.__name__.endswith("Event"):
            continue
        yield f"{model._meta.label}.{relation.field.name}", model, relation.field.name


def _move_rows(merged: Organization, kept: Organization) -> dict[str, list[Any]]:
    moved: dict[str, list[Any]] = {}
    for label, model, column in _relations():
        keys = model._base_manager.filter(**{column: merged}).values_list("pk", flat=True)
        moved[label] = [pk for pk in list(keys) if _move(model, column, pk, kept)]
    return {label: keys for label, keys in moved.items() if keys}


def _move(model: type[models.Model], column: str, pk: Any, target: Organization) -> bool:
    """Whether the row could move; what the target has already (a member) stays behind."""
    try:
        with transaction.atomic():
            return bool(model._base_manager.filter(pk=pk).update(**{column: target}))
    except IntegrityError:
        return False


def _join_sets(merged: Organization, kept: Organization) -> dict[str, list[Any]]:
    joined = {}
    for name in SETS:
        own = set(getattr(kept, name).values_list("pk", flat=True))
        added = [pk for pk in getattr(merged, name).values_list("pk", flat=True) if pk not in own]
        if added:
            getattr(kept, name).add(*added)
            joined[f"set:{name}"] = added
    return joined


def _move_back(record: MergeRecord) -> None:
    for label, model, column in _relations():
        keys = record.moved.get(label, [])
        model._base_manager.filter(pk__in=keys, **{column: record.kept}).update(
            **{column: record.merged}
        )
    for name in SETS:
        getattr(record.kept, name).remove(*record.moved.get(f"set:{name}", []))


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
