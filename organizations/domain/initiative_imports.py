"""Bringing initiatives in from a file: look first, then write; safe to repeat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from documents.storing import store_upload
from documents.uploads import CheckedUpload
from organizations.domain.errors import AlreadyDecided
from organizations.domain.initiatives import free_initiative_slug, place_initiative
from organizations.imports.initiatives import InitiativeRow, read_initiatives
from organizations.models import Initiative, InitiativeImport, Publication

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A row with what would become of it: "new", "changed", "same" or "wrong"."""

    row: InitiativeRow
    outcome: str
    initiative: Initiative
    changes: tuple[str, ...] = ()


@transaction.atomic
def upload_initiatives(*, source: str, upload: CheckedUpload, by: User) -> InitiativeImport:
    """Keep a file after reading it once; raises UnreadableTable when it is no list."""
    for _row in read_initiatives(upload.file.open(), upload.kind):
        pass
    return InitiativeImport.objects.create(
        source=source, file=store_upload(upload, uploaded_by=by), created_by=by
    )


def weigh_import(run: InitiativeImport) -> list[Weighed]:
    """What would happen to each row; nothing is written."""
    known = {
        row.source_key: row
        for row in Initiative.objects.filter(source=run.source).exclude(source_key="")
    }
    return [_weigh(run, row, known) for row in _rows(run)]


@transaction.atomic
def write_import(run: InitiativeImport) -> InitiativeImport:
    """Write new and changed rows; the moderator who looked at them publishes them by this."""
    run = InitiativeImport.objects.select_for_update(of=["self"]).get(pk=run.pk)
    if run.written_at is not None:
        raise AlreadyDecided
    counts = {"new": 0, "changed": 0}
    for weighed in weigh_import(run):
        if weighed.outcome in counts:
            counts[weighed.outcome] += 1
            if not weighed.initiative.slug:
                weighed.initiative.slug = free_initiative_slug(weighed.initiative.title)
            weighed.initiative.save()
    run.new_count, run.changed_count = counts["new"], counts["changed"]
    run.written_at = timezone.now()
    run.save()
    return run


def _rows(run: InitiativeImport) -> Iterator[InitiativeRow]:
    kind = {XLSX: "xlsx", CSV: "csv"}.get(run.file.content_type, "txt")
    with run.file.file.open("rb") as stream:
        yield from read_initiatives(stream, kind)


def _weigh(run: InitiativeImport, row: InitiativeRow, known: dict[str, Initiative]) -> Weighed:
    initiative = known.get(row.values["source_key"]) or Initiative(
        source=run.source, publication=Publication.PUBLISHED, proposed_by=run.created_by
    )
    if row.mistakes:
        return Weighed(row, "wrong", initiative)
    changes = tuple(_take_over(initiative, row.values))
    place_initiative(initiative)
    try:
        initiative.full_clean(exclude=["slug"], validate_unique=False, validate_constraints=True)
    except ValidationError as error:
        row.mistakes.extend(error.messages)
        return Weighed(row, "wrong", initiative)
    if initiative.pk is None:
        return Weighed(row, "new", initiative)
    return Weighed(row, "changed" if changes else "same", initiative, changes)


def _take_over(initiative: Initiative, values: dict[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        column = "gmina_id" if name == "gmina" else name
        if getattr(initiative, column) != value:
            setattr(initiative, column, value)
            yield str(Initiative._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
