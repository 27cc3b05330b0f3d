"""Reference rows of the territory, kept as data and loaded with the schema.

Source: the state register TERC, as of 2024-01-01 (public facts). Coordinates of the seats are
approximate (about a kilometre): enough for a schematic map and for a first place on a map.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from territory.models import Area, AreaKind

DATA = Path(__file__).parent / "data"
TERC_FILE = DATA / "terc_opolskie.csv"
SEATS_FILE = DATA / "seats_opolskie.csv"

KIND_BY_NAME = {
    "województwo": AreaKind.VOIVODESHIP,
    "powiat": AreaKind.COUNTY,
    "miasto na prawach powiatu": AreaKind.CITY_COUNTY,
    "gmina miejska": AreaKind.URBAN_GMINA,
    "gmina wiejska": AreaKind.RURAL_GMINA,
    "gmina miejsko-wiejska": AreaKind.MIXED_GMINA,
}


def read_areas(path: Path = TERC_FILE, seats_path: Path = SEATS_FILE) -> list[Area]:
    """Areas of the files, parents before children; nothing is saved."""
    seats = {row["teryt"]: row for row in _rows(seats_path)}
    return [_area(row, seats.get(row["teryt"])) for row in _rows(path)]


def load_areas() -> None:
    """Insert or refresh all reference rows; safe to repeat."""
    Area.objects.bulk_create(
        read_areas(),
        update_conflicts=True,
        unique_fields=["teryt"],
        update_fields=["kind", "name", "parent", "seat", "latitude", "longitude"],
    )


def load_after_migrate(using: str = "default", **kwargs: Any) -> None:
    """Signal handler of ``post_migrate``."""
    if using == "default" and "area" in _migrated_models(kwargs.get("apps")):
        load_areas()


def _migrated_models(apps: Any) -> set[str]:
    """Models known to the migration state, so that migrating back to zero does not fail."""
    try:
        return set(apps.all_models["territory"])
    except (AttributeError, KeyError):
        return set()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _area(row: dict[str, str], seat: dict[str, str] | None) -> Area:
    area = Area(
        teryt=row["teryt"],
        kind=KIND_BY_NAME[row["kind"]],
        name=row["name"],
        parent_id=_parent_code(row["teryt"]),
    )
    if seat:
        area.seat = seat["seat"]
        area.latitude = float(seat["latitude"])
        area.longitude = float(seat["longitude"])
    return area


def _parent_code(teryt: str) -> str | None:
    return {2: None, 4: teryt[:2], 7: teryt[:4]}[len(teryt)]
