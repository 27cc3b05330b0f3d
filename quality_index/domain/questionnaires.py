"""Bringing in, publishing and comparing versions of the questionnaire."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from quality_index.domain.errors import VersionPublished
from quality_index.imports.questionnaire import PartText, QuestionnaireText
from quality_index.models import (
    IndexArea,
    Indicator,
    Plane,
    QuestionnaireVersion,
    VersionState,
)
from quality_index.scoring import AreaWeights, IndicatorWeight, PlaneWeights, Structure


@transaction.atomic
def add_version(text: QuestionnaireText, *, number: int | None = None) -> QuestionnaireVersion:
    """A new draft version with everything that the file has."""
    newest = QuestionnaireVersion.objects.aggregate(newest=Max("number"))["newest"] or 0
    version = QuestionnaireVersion.objects.create(
        number=number or newest + 1, title=text.title, description=text.description
    )
    areas: list[tuple[IndexArea, PartText]] = []
    for plane_position, plane_text in enumerate(text.planes):
        plane = Plane.objects.create(
            version=version,
            position=plane_position,
            description=plane_text.description,
            **_common(plane_text),
        )
        for area_text in plane_text.parts:
            area = IndexArea(version=version, plane=plane, position=len(areas))
            area.description = area_text.description
            areas.append((_filled(area, area_text), area_text))
    IndexArea.objects.bulk_create([area for area, _text in areas])
    pairs = [(area, row) for area, area_text in areas for row in area_text.parts]
    Indicator.objects.bulk_create(
        Indicator(version=version, area=area, position=position, **_common(row), **row.fields)
        for position, (area, row) in enumerate(pairs)
    )
    return version


@transaction.atomic
def publish_version(version: QuestionnaireVersion) -> QuestionnaireVersion:
    """From now on it can be used, and never changes; the database holds to that."""
    locked = QuestionnaireVersion.objects.select_for_update().get(pk=version.pk)
    if locked.is_published:
        raise VersionPublished
    locked.state = VersionState.PUBLISHED
    locked.published_at = timezone.now()
    locked.save()
    return locked


def newest_published() -> QuestionnaireVersion | None:
    """The version that a new assessment uses."""
    return (
        QuestionnaireVersion.objects.filter(state=VersionState.PUBLISHED)
        .order_by("-number")
        .first()
    )


def structure_of(version: QuestionnaireVersion) -> Structure:
    """The weights of the version as the arithmetic reads them; three queries."""
    indicators: dict[int, list[IndicatorWeight]] = {}
    for area_id, key, weight in version.indicators.order_by("position").values_list(
        "area_id", "key", "weight"
    ):
        indicators.setdefault(area_id, []).append(IndicatorWeight(key, Fraction(weight)))
    areas: dict[int, list[AreaWeights]] = {}
    for area in version.areas.order_by("position"):
        rows = tuple(indicators.get(area.pk, ()))
        areas.setdefault(area.plane_id, []).append(
            AreaWeights(area.key, rows, Fraction(area.weight))
        )
    return [
        PlaneWeights(plane.key, tuple(areas.get(plane.pk, ())), Fraction(plane.weight))
        for plane in version.planes.order_by("position")
    ]


@dataclass(frozen=True, slots=True)
class Mapping:
    """How indicators of a newer version follow those of an older one."""

    same: dict[str, str]
    """Keys of the newer version with those that they continue."""
    added: list[str]
    removed: list[str]
    reweighted: list[str]

    @property
    def is_break(self) -> bool:
        """Whether the index of the two cannot be read as one series."""
        return bool(self.added or self.removed or self.reweighted)


def map_versions(older: QuestionnaireVersion, newer: QuestionnaireVersion) -> Mapping:
    """Match indicators by key, or by what the newer says that it replaces."""
    old = dict(older.indicators.values_list("key", "weight"))
    new = list(newer.indicators.order_by("position").values_list("key", "weight", "replaces"))
    same: dict[str, str] = {}
    for key, _weight, replaces in new:
        ancestor = next((name for name in (key, *replaces) if name in old), None)
        if ancestor is not None:
            same[key] = ancestor
    weights = {key: weight for key, weight, _replaces in new}
    return Mapping(
        same=same,
        added=[key for key in weights if key not in same],
        removed=sorted(set(old) - set(same.values())),
        reweighted=[key for key, before in same.items() if weights[key] != old[before]],
    )


def _common(text: PartText) -> dict[str, object]:
    return {"key": text.key, "weight": text.weight, **text.names}


def _filled(area: IndexArea, text: PartText) -> IndexArea:
    for name, value in _common(text).items():
        setattr(area, name, value)
    return area
