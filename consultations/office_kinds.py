"""Kinds of notifications for those who work on a consultation or are asked to take part."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from django.db import models
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import User
from consultations.models import Consultation
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent

GROUP = _("Konsultacje")
YOU_WORK_ON_IT = _("Dostajesz tę wiadomość, bo pracujesz przy tych konsultacjach.")
YOU_WAITED = _("Dostajesz tę wiadomość, bo czekasz na ten plik.")
YOU_REPRESENT = _("Dostajesz tę wiadomość, bo reprezentujesz zaproszoną organizację.")


def office_kinds() -> list[Kind]:
    """Assignment of work, invitations, files that are ready."""
    return [
        Kind(
            key="consultations.remarks_assigned",
            group=GROUP,
            label=_("Przydzielono Ci uwagi"),
            title=_("Przydzielono Ci uwagi: %(title)s"),
            body=_how_many,
            reason=YOU_WORK_ON_IT,
            recipients=people_named,
            followed=nobody,
            audience=as_named,
            url=_assigned_to_me,
        ),
        Kind(
            key="consultations.invited",
            group=GROUP,
            label=_("Zaproszenie Twojej organizacji do konsultacji"),
            title=_("Zaproszenie do konsultacji: %(title)s"),
            body=_invitation,
            reason=YOU_REPRESENT,
            recipients=_representatives,
            followed=nobody,
        ),
        Kind(
            key="consultations.report_ready",
            group=GROUP,
            label=_("Raport, na który czekasz, jest gotowy"),
            title=_("Raport %(format)s jest gotowy: %(title)s"),
            reason=YOU_WAITED,
            recipients=people_named,
            followed=nobody,
            audience=as_named,
            notify_actor=True,
            is_urgent=True,
        ),
    ]


def people_named(event: OutboxEvent) -> list[int]:
    """The people whose keys stand in the event."""
    return list(event.context["people"])


def nobody(event: OutboxEvent) -> list[models.Model]:
    """No followers: the notice is for certain people."""
    return []


def as_named(event: OutboxEvent, people: models.QuerySet[User]) -> Iterable[User]:
    """They were chosen because they may see it."""
    return people


def _how_many(context: Context) -> str:
    return ngettext(
        "Czeka na Ciebie %(count)d uwaga.", "Czeka na Ciebie %(count)d uwag.", context["count"]
    ) % {"count": context["count"]}


def _assigned_to_me(event: OutboxEvent) -> str:
    consultation = cast(Consultation, event.subject)
    return reverse("consultations:workbench", args=[consultation.slug]) + "?assigned_to=me"


def _invitation(context: Context) -> str:
    day = formats.date_format(date.fromisoformat(context["closes_on"]), "DATE_FORMAT")
    return _now("%(body)s prosi Twoją organizację o uwagi do %(day)s.") % {
        "body": context["body"],
        "day": day,
    }


def _representatives(event: OutboxEvent) -> models.QuerySet[User]:
    return User.objects.filter(
        organizationmemberships__is_active=True,
        organizationmemberships__organization__in=event.context["organizations"],
    ).distinct()
