"""Remarks and the text in force: a remark stays with its unit through all versions."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from consultations.models import Consultation, DraftVersion, Provision, Remark


def with_current_unit(remarks: QuerySet[Remark], consultation: Consultation) -> QuerySet[Remark]:
    """Remarks with the address and citation that their unit has in the text in force.

    ``current_eid`` is None for a remark on the whole draft and for one on removed text.
    """
    unit = _current_unit(consultation)
    return remarks.annotate(
        current_eid=Subquery(unit.values("eid")[:1]),
        current_citation=Subquery(unit.values("citation")[:1]),
    )


def in_order_of_text(remarks: QuerySet[Remark], consultation: Consultation) -> QuerySet[Remark]:
    """Remarks in the order of the text in force: on the whole first, on removed text by where
    it stood."""
    now = Subquery(_current_unit(consultation).values("position")[:1])
    place = Coalesce(now, "provision__position", Value(-1), output_field=IntegerField())
    return remarks.annotate(place=place).order_by("place", "number")


def on_unit(remarks: QuerySet[Remark], provision: Provision) -> QuerySet[Remark]:
    """Remarks on one unit, in whichever version they were made."""
    return remarks.filter(provision__lineage=provision.lineage)


def on_removed_text(remarks: QuerySet[Remark], consultation: Consultation) -> QuerySet[Remark]:
    """Remarks whose unit is not in the text in force any more."""
    return remarks.filter(~Exists(_current_unit(consultation)), provision__isnull=False)


def counts_by_lineage(consultation_id: int) -> dict[uuid.UUID, int]:
    """How many counted remarks each unit has, over all versions: one query."""
    rows: Any = (
        Remark.objects.counted()
        .filter(consultation=consultation_id, provision__isnull=False)
        .values_list("provision__lineage")
        .annotate(n=Count("pk"))
        .order_by()
    )
    return dict(rows)


def unit_now(provision: Provision, version: DraftVersion) -> Provision | None:
    """The same unit in another version, or None when that has it not."""
    return version.provisions.filter(lineage=provision.lineage).first()


def _current_unit(consultation: Consultation) -> QuerySet[Provision]:
    return Provision.objects.filter(
        version=consultation.current_version_id, lineage=OuterRef("provision__lineage")
    )
