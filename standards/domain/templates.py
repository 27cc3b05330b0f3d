"""The groups and standards of the region's project, delivered as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from organizations.models import PublicBody
from standards.domain import groups, opening, road
from standards.models import Standard, WorkingGroup

PROJECT = Path(__file__).parent.parent / "data" / "project.yaml"


@dataclass(frozen=True)
class Loaded:
    """What a loading added."""

    groups: list[WorkingGroup]
    standards: list[Standard]


@transaction.atomic
def load_project(*, body: PublicBody, begins_on: date, actor: Any = None) -> Loaded:
    """Add the groups and standards that ``body`` does not have yet, with due days of each step.

    They are known by their names, so a second run adds nothing.
    """
    data = yaml.safe_load(PROJECT.read_text(encoding="utf-8"))
    loaded = Loaded([], [])
    teams = {row["key"]: _group(row, body, actor, loaded) for row in data["groups"]}
    dates = {stage: begins_on + timedelta(weeks=n) for stage, n in data["weeks"].items()}
    for row in data["standards"]:
        if Standard.objects.filter(public_body=body, title=row["title"]).exists():
            continue
        fields = {name: row[name].strip() for name in ("title", "subject", "summary")}
        standard = Standard(
            **fields,
            plain_language=row["plain_language"].strip(),
            group=teams[row["group"]],
            public_body=body,
        )
        opening.create_standard(standard=standard, actor=actor)
        road.plan_steps(standard=standard, dates=dict(dates))
        loaded.standards.append(standard)
    return loaded


def _group(row: dict[str, str], body: PublicBody, actor: Any, loaded: Loaded) -> WorkingGroup:
    known = WorkingGroup.objects.filter(public_body=body, name=row["name"]).first()
    if known is not None:
        return known
    group = groups.create_group(
        group=WorkingGroup(name=row["name"], purpose=row["purpose"].strip(), public_body=body),
        appointment_file=None,
        actor=actor,
    )
    loaded.groups.append(group)
    return group
