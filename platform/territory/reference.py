"""Reference rows of the territory, kept as data and loaded with the schema.

Source: the state register TERC, as of 2024-01-01 (public facts). Coordinates of the seats are
approximate (about a kilometre): enough for a schematic map and for a first place on a map.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import Any

from territory.models import COUNTY_KINDS, GMINA_KINDS, Area, AreaKind
from territory.polish_order import polish_key

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


@lru_cache(maxsize=1)
def county_choices() -> list[tuple[str, str]]:
    """Codes and names of counties for filters; read from the file, so no query is needed."""
    return _choices(COUNTY_KINDS)


@lru_cache(maxsize=1)
def gmina_choices() -> list[tuple[str, str]]:
    """Codes and names of gminas for filters."""
    return _choices(GMINA_KINDS)


def load_areas() -> None:
    """Insert or refresh all reference rows; safe to repeat."""
    Area.objects.bulk_create(
        read_areas(),
        update_conflicts=True,
        unique_fields=["teryt"],
        update_fields=["kind", "name", "parent", "seat", "latitude", "longitude"],
    )


def load_after_migrate(using: str = "default", apps: Any = None, **kwargs: Any) -> None:
    """Signal handler of ``post_migrate``.

    ``flush`` sends the signal too, without ``apps``; a migration back to zero sends ``apps``
    that no longer know the table.
    """
    if using == "default" and (apps is None or "area" in apps.all_models["territory"]):
        load_areas()


def _choices(kinds: tuple[AreaKind, ...]) -> list[tuple[str, str]]:
    areas = [area for area in read_areas() if area.kind in kinds]
    return [(area.teryt, area.name) for area in sorted(areas, key=lambda a: polish_key(a.name))]


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
