"""The directory as GeoJSON: points of seats for maps of other sites."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from organizations.models import Organization

CHUNK = 1000
COLUMNS = [
    "name",
    "slug",
    "legal_form",
    "krs",
    "town",
    "county",
    "opp_since",
    "opp_until",
    "latitude",
    "longitude",
]


def geojson_parts(rows: QuerySet[Organization]) -> Iterator[str]:
    """A feature collection piece by piece; organizations without coordinates are left out."""
    yield '{"type": "FeatureCollection", "features": ['
    placed = rows.filter(latitude__isnull=False, longitude__isnull=False)
    separator = ""
    for organization in placed.only(*COLUMNS).iterator(chunk_size=CHUNK):
        yield separator + json.dumps(_feature(organization), ensure_ascii=False)
        separator = ",\n"
    yield "]}"


def _feature(organization: Organization) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": organization.pk,
        "geometry": {
            "type": "Point",
            "coordinates": [organization.longitude, organization.latitude],
        },
        "properties": {
            "name": organization.name,
            "legal_form": organization.legal_form,
            "krs": organization.krs,
            "town": organization.town,
            "county": organization.county_id,
            "is_public_benefit": organization.has_opp_status,
            "url": f"{settings.BASE_URL}{organization.get_absolute_url()}",
        },
    }
