"""Kinds of notifications that standards send; registered in ``apps.py``."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from notifications import kinds
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent
from standards.models import Member, Stage, Standard

GROUP = _("Standardy i zespoły")
YOU_SIT = _("Dostajesz tę wiadomość, bo pracujesz w tym zespole.")


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in (*_about_standards(), *_about_groups()):
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


def _about_groups() -> list[Kind]:
    return [
        Kind(
            key="standards.seat_given",
            group=GROUP,
            label=_("Masz miejsce w zespole"),
            title=_("Twoje miejsce w zespole: %(group)s"),
            body=_("Zaproszenia na spotkania i dokumenty zespołu znajdziesz na jego stronie."),
            reason=YOU_SIT,
            recipients=_the_member,
            followed=_nobody,
            notify_actor=True,
        ),
    ]


def _the_member(event: OutboxEvent) -> list[int]:
    member = event.subject
    return [member.user_id] if isinstance(member, Member) and member.user_id else []


def _nobody(event: OutboxEvent) -> list[models.Model]:
    return []


def _stage(context: Context) -> str:
    sentence = _now("Etap: %(stage)s.") % {"stage": Stage(context["stage"]).label}
    return f"{sentence}\n\n{context['reason']}".strip()


def _standard_and_office(event: OutboxEvent) -> list[models.Model]:
    standard = event.subject
    if not isinstance(standard, Standard):
        return []
    return [standard, standard.public_body]
