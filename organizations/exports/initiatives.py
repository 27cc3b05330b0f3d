"""Initiatives as GeoJSON, for maps of other sites."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from organizations.models import Initiative


def initiatives_geojson(rows: Iterable[Initiative]) -> dict[str, Any]:
    """A feature collection of ``rows``."""
    return {"type": "FeatureCollection", "features": [_feature(row) for row in rows]}


def _feature(initiative: Initiative) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": initiative.pk,
        "geometry": {
            "type": "Point",
            "coordinates": [initiative.longitude, initiative.latitude],
        },
        "properties": {
            "title": initiative.title,
            "summary": initiative.summary,
            "stage": initiative.stage,
            "county": initiative.county_id,
            "gmina": initiative.gmina_id,
            "place": initiative.place,
            "who": [row.name for row in initiative.organizations.all()]
            or [initiative.informal_group],
            "url": f"{settings.BASE_URL}{initiative.get_absolute_url()}",
        },
    }
