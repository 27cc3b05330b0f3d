"""Reference rows of the directory, loaded with the schema: fields, target groups, offices.

The offices are those of the Opolskie voivodeship: the marshal's office, the offices of 11
counties, the city of Opole and 70 further gminas, named as they name themselves.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from organizations.benefit_fields import BENEFIT_FIELDS, TARGET_GROUPS
from organizations.models import PublicBenefitField, PublicBody, TargetGroup
from search.domain.indexing import index_missing
from territory.models import Area

PUBLIC_BODIES_FILE = Path(__file__).parent / "data" / "public_bodies.csv"


def load_reference_rows() -> None:
    """Insert or refresh all reference rows; safe to repeat, keeps what people added."""
    _load_benefit_fields()
    _load_target_groups()
    _load_public_bodies()


def load_after_migrate(using: str = "default", apps: Any = None, **kwargs: Any) -> None:
    """Signal handler of ``post_migrate``.

    ``flush`` sends the signal too, without ``apps``; a migration back to zero sends ``apps``
    that no longer know the table.
    """
    if using == "default" and (apps is None or "publicbody" in apps.all_models["organizations"]):
        load_reference_rows()
        if apps is None or "searchdocument" in apps.all_models["search"]:
            # A fresh portal finds its offices before anybody has saved or rebuilt anything.
            index_missing("urzedy")


def _load_benefit_fields() -> None:
    PublicBenefitField.objects.bulk_create(
        [
            PublicBenefitField(position=position, **row._asdict())
            for position, row in enumerate(BENEFIT_FIELDS, start=1)
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["position", "label", "statutory_text"],
    )


def _load_target_groups() -> None:
    TargetGroup.objects.bulk_create(
        [
            TargetGroup(position=position, code=code, label=label)
            for position, (code, label) in enumerate(TARGET_GROUPS, start=1)
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["position", "label"],
    )


def _load_public_bodies() -> None:
    areas = Area.objects.in_bulk()
    with PUBLIC_BODIES_FILE.open(encoding="utf-8", newline="") as stream:
        bodies = [
            PublicBody(
                area=areas[row["teryt"]], kind=row["kind"], slug=row["slug"], name=row["name"]
            )
            for row in csv.DictReader(stream)
        ]
    for body in bodies:
        body.town = body.area.seat
        body.set_search_columns()
    # Contacts that an administrator filled in are not touched by a later migrate.
    PublicBody.objects.bulk_create(bodies, ignore_conflicts=True)
