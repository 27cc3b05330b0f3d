"""Initiatives as GeoJSON, for maps of other sites."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from organizations.models import Initiative

CHUNK = 1000


def initiatives_geojson_parts(rows: QuerySet[Initiative]) -> Iterator[str]:
    """A feature collection of ``rows`` piece by piece, however many there are."""
    yield '{"type": "FeatureCollection", "features": ['
    separator = ""
    ready = rows.prefetch_related("organizations")
    for initiative in ready.iterator(chunk_size=CHUNK):
        yield separator + json.dumps(_feature(initiative), ensure_ascii=False)
        separator = ",\n"
    yield "]}"


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
