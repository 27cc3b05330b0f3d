"""Kinds of notifications for those who work on a consultation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import User
from consultations.models import Consultation
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent
from organizations.domain.deputies import with_deputies

GROUP = _("Konsultacje")
YOU_WORK_ON_IT = _("Dostajesz tę wiadomość, bo pracujesz przy tych konsultacjach.")


def office_kinds() -> list[Kind]:
    """Assignment of work."""
    return [
        Kind(
            key="consultations.remarks_assigned",
            group=GROUP,
            label=_("Przydzielono Ci uwagi"),
            title=_("Przydzielono Ci uwagi: %(title)s"),
            body=_how_many,
            reason=YOU_WORK_ON_IT,
            recipients=people_named_and_deputies,
            followed=nobody,
            audience=as_named,
            url=_assigned_to_me,
        ),
    ]


def people_named(event: OutboxEvent) -> list[int]:
    """The people whose keys stand in the event."""
    return list(event.context["people"])


def people_named_and_deputies(event: OutboxEvent) -> list[int]:
    """The same, with whoever stands in for them today: a task waits for nobody's return."""
    return with_deputies(people_named(event))


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
