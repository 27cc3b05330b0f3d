"""Kinds of notifications that standards send; registered in ``apps.py``."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from notifications import kinds
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent
from standards.election_kinds import election_kinds
from standards.group_kinds import GROUP, group_kinds
from standards.models import Stage, Standard
from standards.sharing_kinds import sharing_kinds


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in (*_about_standards(), *group_kinds(), *election_kinds(), *sharing_kinds()):
        kinds.register(kind)


def _about_standards() -> list[Kind]:
    return [
        Kind(
            key="standards.stage_changed",
            group=GROUP,
            label=_("Standard zrobił kolejny krok"),
            title=_("Nowy krok standardu: %(title)s"),
            body=_stage,
            followed=_standard_and_office,
        ),
    ]


def _stage(context: Context) -> str:
    sentence = _now("Etap: %(stage)s.") % {"stage": Stage(context["stage"]).label}
    return f"{sentence}\n\n{context['reason']}".strip()


def _standard_and_office(event: OutboxEvent) -> list[models.Model]:
    standard = event.subject
    if not isinstance(standard, Standard):
        return []
    return [standard, standard.public_body]
