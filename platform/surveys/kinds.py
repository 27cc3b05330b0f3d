"""Kinds of notifications that surveys send; registered in ``apps.py``."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications import kinds
from notifications.kinds import Kind
from notifications.models import OutboxEvent
from surveys.models import Response

GROUP = _("Ankiety")
YOU_ANSWERED = _("Dostajesz tę wiadomość, bo odpowiedziałeś(-aś) w tej ankiecie.")
YOU_ARE_INVITED = _("Dostajesz tę wiadomość, bo zaproszono Cię do ankiety.")


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in _all_kinds():
        kinds.register(kind)


def _all_kinds() -> list[Kind]:
    return [
        Kind(
            key="surveys.received",
            group=GROUP,
            label=_("Potwierdzenie wysłania ankiety"),
            title=_("Przyjęliśmy Twoje odpowiedzi: %(title)s"),
            body=_("Możesz je poprawić do końca ankiety. Powiadomimy Cię o wynikach."),
            reason=YOU_ANSWERED,
            recipients=_answerer,
            followed=_nothing,
            audience=_as_named,
            url=_of_survey,
            notify_actor=True,
        ),
        Kind(
            key="surveys.unfinished",
            group=GROUP,
            label=_("Przypomnienie o niedokończonej ankiecie"),
            title=_("Dokończ odpowiedzi: %(title)s"),
            body=_("Zapisane odpowiedzi czekają. Liczą się dopiero po wysłaniu."),
            reason=YOU_ANSWERED,
            recipients=_answerer,
            followed=_nothing,
            audience=_as_named,
            url=_of_survey,
            notify_actor=True,
        ),
        Kind(
            key="surveys.results",
            group=GROUP,
            label=_("Ogłoszono wyniki ankiety"),
            title=_("Są już wyniki: %(title)s"),
            reason=YOU_ANSWERED,
            url=_results,
        ),
        Kind(
            key="surveys.invited_by_link",
            group=GROUP,
            label=_("Zaproszenie do ankiety"),
            title=_("Prosimy o odpowiedzi: %(title)s"),
            body=_(
                "Odnośnik jest osobisty i działa do końca ankiety. Można zapisać część odpowiedzi "
                "i wrócić do nich tym samym odnośnikiem."
            ),
            reason=YOU_ARE_INVITED,
            url=_personal_link,
            is_for_addresses=True,
        ),
        Kind(
            key="surveys.reminder_by_link",
            group=GROUP,
            label=_("Przypomnienie o ankiecie"),
            title=_("Czekamy jeszcze na odpowiedzi: %(title)s"),
            body=_("Odnośnik jest osobisty i działa do końca ankiety."),
            reason=YOU_ARE_INVITED,
            url=_personal_link,
            is_for_addresses=True,
        ),
    ]


def _answerer(event: OutboxEvent) -> list[int]:
    response = event.subject
    return [response.user_id] if isinstance(response, Response) and response.user_id else []


def _nothing(event: OutboxEvent) -> list[models.Model]:
    return []


def _as_named(event: OutboxEvent, people: models.QuerySet[User]) -> Iterable[User]:
    return people


def _of_survey(event: OutboxEvent) -> str:
    return reverse("surveys:survey", args=[event.context["survey"]])


def _results(event: OutboxEvent) -> str:
    return reverse("surveys:results", args=[event.subject_id])


def _personal_link(event: OutboxEvent) -> str:
    return reverse("surveys:by_link", args=[event.context["token"]])
