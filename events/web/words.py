"""What stages and moves are called on buttons and pages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from events.models import ApplicationState, EventStage, RegistrationState

MOVE_LABELS: dict[tuple[str, str], Any] = {
    (EventStage.DRAFT, EventStage.PUBLISHED): _("Ogłoś wydarzenie"),
    (EventStage.PUBLISHED, EventStage.DRAFT): _("Cofnij ogłoszenie"),
    (EventStage.PUBLISHED, EventStage.CANCELLED): _("Odwołaj wydarzenie"),
}
MOVE_CONSEQUENCES = {
    EventStage.PUBLISHED: _(
        "Wydarzenie zobaczą wszyscy, a obserwujący urząd dostaną wiadomość. Zapisy ruszą w "
        "ustawionym czasie."
    ),
    EventStage.DRAFT: _("Wydarzenie zniknie ze strony i wróci do przygotowania."),
    EventStage.CANCELLED: _(
        "Wszyscy zapisani i obserwujący dostaną wiadomość z powodem. Tego nie da się cofnąć."
    ),
}
MOVE_KINDS = {
    EventStage.PUBLISHED: "",
    EventStage.DRAFT: "secondary",
    EventStage.CANCELLED: "danger",
}
STAGE_BADGES = {
    EventStage.DRAFT: "neutral",
    EventStage.PUBLISHED: "success",
    EventStage.CANCELLED: "danger",
}
STATE_BADGES = {
    RegistrationState.PENDING: "info",
    RegistrationState.CONFIRMED: "success",
    RegistrationState.WAITING: "warning",
    RegistrationState.OFFERED: "accent",
    RegistrationState.LAPSED: "neutral",
    RegistrationState.CANCELLED: "neutral",
    RegistrationState.REJECTED: "danger",
}
APPLICATION_BADGES = {
    ApplicationState.SUBMITTED: "info",
    ApplicationState.ACCEPTED: "success",
    ApplicationState.REJECTED: "danger",
    ApplicationState.WITHDRAWN: "neutral",
}
