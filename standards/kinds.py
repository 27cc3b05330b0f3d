"""Kinds of notifications that standards send; registered in ``apps.py``."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils import formats
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications import kinds
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent
from standards.election_kinds import election_kinds
from standards.group_kinds import GROUP, group_kinds, nobody
from standards.models import Member, Stage, Standard
from standards.sharing_kinds import sharing_kinds

YOU_LEAD = _("Dostajesz tę wiadomość, bo prowadzisz ten standard.")


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
        Kind(
            key="standards.step_overdue",
            group=GROUP,
            label=_("Krok standardu jest po terminie"),
            title=_("Po terminie: %(title)s"),
            body=_late_step,
            reason=YOU_LEAD,
            recipients=_office_and_leaders,
            followed=nobody,
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


def _late_step(context: Context) -> str:
    return _now("Krok „%(stage)s” miał termin %(day)s. Zrób go albo ustal nowy termin.") % {
        "stage": Stage(context["stage"]).label,
        "day": formats.date_format(date.fromisoformat(context["due_on"]), "DATE_FORMAT"),
    }


def _office_and_leaders(event: OutboxEvent) -> models.QuerySet[User]:
    standard = event.subject
    if not isinstance(standard, Standard):
        return User.objects.none()
    leaders = Member.objects.current().leading().filter(group=standard.group_id)
    return User.objects.filter(
        models.Exists(leaders.filter(user=models.OuterRef("pk")))
        | models.Q(
            publicbodymemberships__is_active=True,
            publicbodymemberships__public_body=standard.public_body_id,
        )
    ).distinct()
