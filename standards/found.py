"""What the portal's search finds of standards and bodies."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from open_data.public_api import EVERYBODY
from search import registry
from search.registry import Entry, Indexed
from standards.models import ENDED, Material, MaterialVersion, Practice, Standard, WorkingGroup


def register_found() -> None:
    """Make standards and bodies findable."""
    registry.register(
        Indexed(
            key="standardy",
            label=_("Standardy"),
            model=Standard,
            public_rows=_standards,
            entry=_standard,
            order=20,
            note=lambda row: str(row.get_stage_display()),
        )
    )
    registry.register(
        Indexed(
            key="zespoly",
            label=_("Zespoły i rady"),
            model=WorkingGroup,
            public_rows=_groups,
            entry=_group,
            order=25,
        )
    )
    registry.register(
        Indexed(
            key="materialy",
            label=_("Biblioteka"),
            model=Material,
            public_rows=_materials,
            entry=_material,
            order=27,
            note=lambda row: str(row.get_kind_display()),
            parts={MaterialVersion: lambda version: [version.material_id]},
        )
    )
    registry.register(
        Indexed(
            key="praktyki",
            label=_("Praktyki urzędów"),
            model=Practice,
            public_rows=_practices,
            entry=_practice,
            order=28,
        )
    )


def _standards() -> QuerySet[Standard]:
    return Standard.objects.visible_to(EVERYBODY).select_related("public_body")


def _standard(row: Standard) -> Entry:
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=row.summary,
        owner=row.public_body.name,
        texts=(row.plain_language,),
        county_id=row.public_body.county_id,
        ended_on=timezone.localdate(row.updated_at) if row.stage in ENDED else None,
    )


def _groups() -> QuerySet[WorkingGroup]:
    return WorkingGroup.objects.visible_to(EVERYBODY).select_related("public_body")


def _group(row: WorkingGroup) -> Entry:
    return Entry(
        title=row.name,
        url=row.get_absolute_url(),
        summary=row.purpose,
        owner=row.public_body.name,
        county_id=row.public_body.county_id,
    )


def _materials() -> QuerySet[Material]:
    return Material.objects.visible_to(EVERYBODY).select_related("organization")


def _material(row: Material) -> Entry:
    newest = row.versions.order_by("-number").first()
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=row.summary,
        owner=row.organization.name if row.organization else row.creator,
        names=tuple(row.tags),
        texts=(row.get_kind_display(), row.creator, newest.text if newest else ""),
        happens_on=timezone.localdate(row.created_at),
    )


def _practices() -> QuerySet[Practice]:
    return Practice.objects.visible_to(EVERYBODY).select_related("public_body")


def _practice(row: Practice) -> Entry:
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=row.result,
        owner=row.public_body.name,
        texts=(row.situation, row.action),
        county_id=row.public_body.county_id,
        happens_on=timezone.localdate(row.created_at),
    )
