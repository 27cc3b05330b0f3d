"""Kinds of notifications that moderation sends."""

from __future__ import annotations

from typing import cast

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from consultations.models import AbuseReason, AbuseState, AppealState, Remark
from consultations.office_kinds import GROUP, as_named, nobody, people_named
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent

YOU_MODERATE = _("Dostajesz tę wiadomość, bo moderujesz te konsultacje.")
YOU_WROTE = _("Dostajesz tę wiadomość, bo to Twoja uwaga.")
YOU_REPORTED = _("Dostajesz tę wiadomość, bo zgłosiłeś(-aś) tę uwagę.")


def moderation_kinds() -> list[Kind]:
    """Reports, hidden and restored remarks, appeals."""
    return [*_for_moderators(), *_for_authors(), _for_reporters()]


def _for_moderators() -> list[Kind]:
    return [
        Kind(
            key="consultations.remark_reported",
            group=GROUP,
            label=_("Zgłoszono naruszenie w uwadze"),
            title=_("Zgłoszono uwagę nr %(number)s: %(title)s"),
            body=lambda context: str(AbuseReason(context["reason"]).label),
            reason=YOU_MODERATE,
            recipients=_officials,
            followed=nobody,
            audience=as_named,
            url=_queue,
        ),
        Kind(
            key="consultations.appeal_filed",
            group=GROUP,
            label=_("Odwołanie od ukrycia uwagi"),
            title=_("Odwołanie w sprawie uwagi nr %(number)s: %(title)s"),
            reason=YOU_MODERATE,
            recipients=_administrators,
            followed=nobody,
            audience=as_named,
            url=lambda event: reverse("consultations:all_moderation"),
        ),
    ]


def _for_authors() -> list[Kind]:
    return [
        Kind(
            key="consultations.remark_hidden",
            group=GROUP,
            label=_("Ukryto Twoją uwagę"),
            title=_("Moderator ukrył Twoją uwagę nr %(number)s: %(title)s"),
            body=_hidden,
            reason=YOU_WROTE,
            recipients=_author,
            followed=nobody,
            audience=as_named,
        ),
        Kind(
            key="consultations.remark_restored",
            group=GROUP,
            label=_("Przywrócono Twoją uwagę"),
            title=_("Twoja uwaga nr %(number)s jest znów widoczna: %(title)s"),
            body=_("%(reason)s"),
            reason=YOU_WROTE,
            recipients=_author,
            followed=nobody,
            audience=as_named,
        ),
        Kind(
            key="consultations.appeal_decided",
            group=GROUP,
            label=_("Decyzja w sprawie Twojego odwołania"),
            title=_("Odwołanie w sprawie uwagi nr %(number)s: %(title)s"),
            body=_appeal,
            reason=YOU_WROTE,
            recipients=_author,
            followed=nobody,
            audience=as_named,
        ),
    ]


def _for_reporters() -> Kind:
    return Kind(
        key="consultations.report_decided",
        group=GROUP,
        label=_("Decyzja w sprawie uwagi, którą zgłaszasz"),
        title=_("Twoje zgłoszenie uwagi nr %(number)s: %(title)s"),
        body=_report,
        reason=YOU_REPORTED,
        recipients=people_named,
        followed=nobody,
        audience=as_named,
        url=lambda event: cast(Remark, event.subject).consultation.get_absolute_url(),
    )


def _hidden(context: Context) -> str:
    appeal = _now("Jeśli się z tym nie zgadzasz, na stronie uwagi możesz złożyć odwołanie.")
    return f"{context['reason']}\n\n{appeal}"


def _appeal(context: Context) -> str:
    return f"{AppealState(context['state']).label}\n\n{context['reason']}"


def _report(context: Context) -> str:
    return f"{AbuseState(context['state']).label}\n\n{context['reason']}"


def _author(event: OutboxEvent) -> list[int]:
    remark = cast(Remark, event.subject)
    return [remark.author_id] if remark.author_id else []


def _officials(event: OutboxEvent) -> models.QuerySet[User]:
    remark = cast(Remark, event.subject)
    return User.objects.filter(
        publicbodymemberships__is_active=True,
        publicbodymemberships__public_body=remark.consultation.public_body_id,
    ).distinct()


def _administrators(event: OutboxEvent) -> models.QuerySet[User]:
    return User.objects.filter(is_staff=True)


def _queue(event: OutboxEvent) -> str:
    remark = cast(Remark, event.subject)
    return reverse("consultations:moderation", args=[remark.consultation.slug])
