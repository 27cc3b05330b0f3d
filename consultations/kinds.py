"""Kinds of notifications that consultations send; registered in ``apps.py``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.utils import formats
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from consultations.models import Consultation, Remark, Verdict
from consultations.moderation_kinds import moderation_kinds
from consultations.office_kinds import GROUP, as_named, nobody, office_kinds
from consultations.procedure_kinds import consultation_and_body, procedure_kinds
from consultations.version_kinds import version_kinds
from notifications import kinds
from notifications.domain.audiences import everyone_who_may_see
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent

YOU_WROTE = _("Dostajesz tę wiadomość, bo zgłosiłeś(-aś) uwagę w tych konsultacjach.")
YOU_RUN_IT = _("Dostajesz tę wiadomość, bo Twój urząd prowadzi te konsultacje.")


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in (
        *_about_consultations(),
        *_about_remarks(),
        *moderation_kinds(),
        *office_kinds(),
        *procedure_kinds(),
        *version_kinds(),
    ):
        kinds.register(kind)


def _about_consultations() -> list[Kind]:
    return [
        Kind(
            key="consultations.announced",
            group=GROUP,
            label=_("Zapowiedziano konsultacje"),
            title=_("Zapowiedź konsultacji: %(title)s"),
            body=_until,
            followed=consultation_and_body,
        ),
        Kind(
            key="consultations.opened",
            group=GROUP,
            label=_("Konsultacje się rozpoczęły"),
            title=_("Rozpoczęły się konsultacje: %(title)s"),
            body=_until,
            followed=consultation_and_body,
        ),
        Kind(
            key="consultations.extended",
            group=GROUP,
            label=_("Przedłużono termin"),
            title=_("Przedłużono konsultacje: %(title)s"),
            body=_extension,
        ),
        Kind(
            key="consultations.closed",
            group=GROUP,
            label=_("Konsultacje się zakończyły"),
            title=_("Zakończyło się zbieranie uwag: %(title)s"),
            body=_("Urząd odpowie teraz na każdą uwagę. Powiadomimy Cię o wynikach."),
        ),
        Kind(
            key="consultations.results",
            group=GROUP,
            label=_("Ogłoszono wyniki"),
            title=_("Wyniki konsultacji: %(title)s"),
            body=_("Stanowiska do wszystkich uwag i raport są już na portalu."),
            audience=_followers_who_wrote_nothing,
        ),
        Kind(
            key="consultations.cancelled",
            group=GROUP,
            label=_("Odwołano konsultacje"),
            title=_("Odwołano konsultacje: %(title)s"),
            body=_("%(reason)s"),
        ),
    ]


def _about_remarks() -> list[Kind]:
    return [
        Kind(
            key="consultations.remark_received",
            group=GROUP,
            label=_("Potwierdzenie złożenia Twojej uwagi"),
            title=_("Przyjęliśmy Twoją uwagę nr %(number)s: %(title)s"),
            body=_("Możesz ją zmienić albo wycofać do końca konsultacji."),
            reason=YOU_WROTE,
            recipients=_author,
            followed=nobody,
            audience=as_named,
            notify_actor=True,
        ),
        Kind(
            key="consultations.remark_to_answer",
            group=GROUP,
            label=_("Nowa uwaga w konsultacjach Twojego urzędu"),
            title=_("Nowa uwaga nr %(number)s: %(title)s"),
            body=_("%(author)s, %(unit)s"),
            reason=YOU_RUN_IT,
            recipients=_officials,
            followed=nobody,
            audience=as_named,
            default_channels=frozenset({kinds.Channel.INBOX}),
        ),
        Kind(
            key="consultations.remark_answered",
            group=GROUP,
            label=_("Stanowisko do Twojej uwagi"),
            title=_("Odpowiedź na Twoją uwagę nr %(number)s: %(title)s"),
            body=_answer,
            reason=YOU_WROTE,
            recipients=_author,
            followed=nobody,
            audience=as_named,
            notify_actor=True,
        ),
    ]


def _until(context: Context) -> str:
    return _now("Uwagi można zgłaszać od %(first)s do %(last)s.") % {
        "first": _day(context["opens_on"]),
        "last": _day(context["closes_on"]),
    }


def _extension(context: Context) -> str:
    sentence = _now("Nowy ostatni dzień: %(day)s.") % {"day": _day(context["closes_on"])}
    return f"{sentence}\n\n{context['reason']}"


def _answer(context: Context) -> str:
    return (
        _now("Stanowisko: %(verdict)s.") % {"verdict": Verdict(context["verdict"]).label}
        + f"\n\n{context['reasons']}"
    )


def _day(value: str) -> str:
    return str(formats.date_format(date.fromisoformat(value), "DATE_FORMAT"))


def _author(event: OutboxEvent) -> list[int]:
    remark = event.subject
    return [remark.author_id] if isinstance(remark, Remark) and remark.author_id else []


def _officials(event: OutboxEvent) -> models.QuerySet[User]:
    remark = event.subject
    if not isinstance(remark, Remark):
        return User.objects.none()
    return User.objects.filter(
        publicbodymemberships__is_active=True,
        publicbodymemberships__public_body=remark.consultation.public_body_id,
    )


def _followers_who_wrote_nothing(
    event: OutboxEvent, people: models.QuerySet[User]
) -> Iterable[User]:
    """Authors get the position on their own remark instead of this general letter."""
    consultation = event.subject
    if not isinstance(consultation, Consultation):
        return []
    answered = consultation.remarks.counted().filter(author__isnull=False)
    if rounds := event.context.get("rounds"):
        answered = answered.filter(round_number__in=rounds)
    authors = set(answered.values_list("author", flat=True))
    return [user for user in everyone_who_may_see(event, people) if user.pk not in authors]
