"""What is told when a new version of a draft is published, and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

import notifications
from consultations.models import (
    Consultation,
    DraftVersion,
    Provision,
    ProvisionChange,
    Remark,
)

_BATCH = 500


def version_published(consultation: Consultation, version: DraftVersion, actor: Any) -> None:
    """Tell followers of the new text, and authors what became of the unit they remarked on."""
    context = {
        "title": consultation.title,
        "version": version.number,
        "note": version.change_note,
        "change_count": version.changes.count(),
    }
    notifications.publish("consultations.new_version", consultation, actor, context)
    notifications.publish_many(
        "consultations.remark_text_changed", _letters(consultation, version), actor=actor
    )


def remarks_touched_by(version: DraftVersion) -> QuerySet[Remark]:
    """Counted remarks whose unit the version changed, or that led to one of its changes."""
    changes = ProvisionChange.objects.filter(version=version)
    units = changes.filter(
        Q(old__lineage=OuterRef("provision__lineage"))
        | Q(new__lineage=OuterRef("provision__lineage"))
    )
    led_here = changes.filter(remarks=OuterRef("pk"))
    return Remark.objects.counted().filter(
        Exists(units) | Exists(led_here), consultation=version.consultation_id
    )


def _letters(
    consultation: Consultation, version: DraftVersion
) -> Iterator[tuple[Remark, dict[str, Any]]]:
    status_of = _statuses(version)
    causes = Prefetch("changes", ProvisionChange.objects.filter(version=version), to_attr="causes")
    touched = (
        remarks_touched_by(version)
        .filter(author__isnull=False)
        .select_related("provision")
        .prefetch_related(causes)
        .order_by("pk")
    )
    for remark in touched.iterator(chunk_size=_BATCH):
        unit: Provision | None = remark.provision
        yield (
            remark,
            {
                "title": consultation.title,
                "number": remark.number,
                "version": version.number,
                "unit": unit.citation if unit else "",
                "status": status_of.get(unit.lineage, "") if unit else "",
                "led_to_change": bool(remark.causes),  # prefetched
            },
        )


def _statuses(version: DraftVersion) -> dict[Any, str]:
    changes = version.changes.select_related("old", "new")
    return {change.unit.lineage: change.status for change in changes}
