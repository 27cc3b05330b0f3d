"""Kinds of notifications about adoptions, materials and practices."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent
from standards.group_kinds import GROUP, nobody
from standards.models import (
    Adoption,
    AdoptionInvitation,
    Material,
    Moderation,
    Practice,
    PracticeQuestion,
)

YOU_KEEP = _("Dostajesz tę wiadomość, bo Twój urząd prowadzi ten standard.")
YOUR_OFFICE = _("Dostajesz tę wiadomość, bo pracujesz w tym urzędzie.")
YOU_SHARED = _("Dostajesz tę wiadomość, bo to Twój materiał albo praktyka.")
YOU_ASKED = _("Dostajesz tę wiadomość, bo zadałeś(-aś) to pytanie.")


def sharing_kinds() -> list[Kind]:
    """All kinds of this module."""
    return [
        Kind(
            key="standards.adoption_declared",
            group=GROUP,
            label=_("Urząd zgłosił przyjęcie standardu"),
            title=_("%(body)s: przyjęcie do potwierdzenia"),
            body=_("%(title)s"),
            reason=YOU_KEEP,
            recipients=_keepers,
            followed=nobody,
        ),
        Kind(
            key="standards.adoption_invitation",
            group=GROUP,
            label=_("Zaproszenie do przyjęcia standardu"),
            title=_("Przyjmijcie standard: %(title)s"),
            body=_("%(summary)s"),
            reason=YOUR_OFFICE,
            recipients=_invited,
            followed=nobody,
        ),
        Kind(
            key="standards.shared_decided",
            group=GROUP,
            label=_("Sprawdzono Twój materiał lub praktykę"),
            title=_("Sprawdzono: %(title)s"),
            body=_decision,
            reason=YOU_SHARED,
            recipients=_author,
            followed=nobody,
        ),
        Kind(
            key="standards.alternative_asked",
            group=GROUP,
            label=_("Prośba o wersję dostępną Twojego materiału"),
            title=_("Prośba o wersję dostępną: %(title)s"),
            body=_("Ktoś nie może skorzystać z pliku. Napisz, gdzie jest wersja dostępna."),
            reason=YOU_SHARED,
            recipients=_author,
            followed=nobody,
        ),
        Kind(
            key="standards.alternative_given",
            group=GROUP,
            label=_("Jest wersja dostępna materiału"),
            title=_("Wersja dostępna: %(title)s"),
            body=_("%(text)s"),
            followed=lambda event: [event.subject] if event.subject else [],
        ),
        Kind(
            key="standards.question_asked",
            group=GROUP,
            label=_("Pytanie o Twoją praktykę"),
            title=_("Pytanie: %(title)s"),
            body=_("%(text)s"),
            reason=YOU_SHARED,
            recipients=_author,
            followed=nobody,
        ),
        Kind(
            key="standards.question_answered",
            group=GROUP,
            label=_("Odpowiedź na Twoje pytanie o praktykę"),
            title=_("Odpowiedź: %(title)s"),
            body=_("%(answer)s"),
            reason=YOU_ASKED,
            recipients=_who_asked,
            followed=nobody,
        ),
    ]


def _decision(context: Context) -> str:
    return f"{Moderation(context['state']).label}\n\n{context['reason']}".strip()


def _people_of(body_id: int) -> models.QuerySet[User]:
    return User.objects.filter(
        publicbodymemberships__is_active=True, publicbodymemberships__public_body=body_id
    )


def _keepers(event: OutboxEvent) -> models.QuerySet[User]:
    row = event.subject
    if not isinstance(row, Adoption):
        return User.objects.none()
    return _people_of(row.standard.public_body_id)


def _invited(event: OutboxEvent) -> models.QuerySet[User]:
    row = event.subject
    if not isinstance(row, AdoptionInvitation):
        return User.objects.none()
    return _people_of(row.public_body_id)


def _author(event: OutboxEvent) -> list[int]:
    row = event.subject
    if isinstance(row, PracticeQuestion):
        row = row.practice
    author = row.author_id if isinstance(row, Material | Practice) else None
    return [author] if author else []


def _who_asked(event: OutboxEvent) -> list[int]:
    row = event.subject
    return [row.author_id] if isinstance(row, PracticeQuestion) and row.author_id else []
