"""Kinds of notifications about rounds, meetings, the mode, the council and invitations."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast

from django.db import models
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from consultations.models import Consultation, CouncilVerdict, Invitation, Mode
from consultations.office_kinds import GROUP, YOU_WORK_ON_IT, as_named, nobody
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent

YOU_ARE_INVITED = _("Dostajesz tę wiadomość, bo urząd zaprosił Twoją organizację do konsultacji.")
COUNCIL_REASON = _("Dostajesz tę wiadomość, bo ten adres podano jako adres rady.")


def procedure_kinds() -> list[Kind]:
    """All of them."""
    return [*_of_rounds(), *_of_meetings(), *_of_council(), *_of_invitations()]


def _of_rounds() -> list[Kind]:
    return [
        Kind(
            key="consultations.next_round",
            group=GROUP,
            label=_("Kolejna tura konsultacji"),
            title=_("Kolejna tura konsultacji: %(title)s"),
            body=_next_round,
            followed=consultation_and_body,
        ),
        Kind(
            key="consultations.round_withdrawn",
            group=GROUP,
            label=_("Wycofano zapowiedzianą turę"),
            title=_("Kolejnej tury nie będzie: %(title)s"),
            body=_("%(reason)s"),
        ),
        Kind(
            key="consultations.mode_changed",
            group=GROUP,
            label=_("Zmieniono tryb konsultacji"),
            title=_("Inny tryb konsultacji: %(title)s"),
            body=_mode,
            url=_course,
        ),
    ]


def _of_meetings() -> list[Kind]:
    return [
        Kind(
            key="consultations.meeting_announced",
            group=GROUP,
            label=_("Zapowiedziano spotkanie"),
            title=_("Spotkanie konsultacyjne: %(meeting)s"),
            body=_when_and_where,
            url=_meeting,
        ),
        Kind(
            key="consultations.meeting_moved",
            group=GROUP,
            label=_("Zmieniono czas lub miejsce spotkania"),
            title=_("Zmiana czasu lub miejsca: %(meeting)s"),
            body=_when_and_where,
            url=_meeting,
        ),
        Kind(
            key="consultations.meeting_cancelled",
            group=GROUP,
            label=_("Odwołano spotkanie"),
            title=_("Odwołano spotkanie: %(meeting)s"),
            body=_("%(reason)s"),
            url=_meeting,
        ),
    ]


def _of_council() -> list[Kind]:
    return [
        Kind(
            key="consultations.council_opinion",
            group=GROUP,
            label=_("Opinia rady pożytku"),
            title=_("Opinia rady: %(title)s"),
            body=_opinion,
            url=_course,
        ),
        Kind(
            key="consultations.council_silent",
            group=GROUP,
            label=_("Minął termin opinii rady"),
            title=_("Rada nie wydała opinii w terminie: %(title)s"),
            body=_("%(council)s"),
            reason=YOU_WORK_ON_IT,
            recipients=_officials,
            followed=nobody,
            audience=as_named,
            url=_course,
        ),
        Kind(
            key="consultations.council_asked",
            group=GROUP,
            label=_("Prośba o opinię rady"),
            title=_("Prośba o opinię rady: %(title)s"),
            body=_question,
            reason=COUNCIL_REASON,
            is_for_addresses=True,
            followed=nobody,
        ),
        Kind(
            key="consultations.council_reminder",
            group=GROUP,
            label=_("Przypomnienie o opinii rady"),
            title=_("Przypomnienie o opinii rady: %(title)s"),
            body=_question,
            reason=COUNCIL_REASON,
            is_for_addresses=True,
            followed=nobody,
        ),
    ]


def _of_invitations() -> list[Kind]:
    return [
        Kind(
            key="consultations.invited",
            group=GROUP,
            label=_("Zaproszenie do konsultacji"),
            title=_("Zaproszenie do konsultacji: %(title)s"),
            body=_invitation,
            reason=YOU_ARE_INVITED,
            recipients=_members,
            followed=nobody,
            audience=as_named,
        ),
        Kind(
            key="consultations.invited_reminder",
            group=GROUP,
            label=_("Przypomnienie o zaproszeniu do konsultacji"),
            title=_("Konsultacje wkrótce się kończą: %(title)s"),
            body=_invitation_reminder,
            reason=YOU_ARE_INVITED,
            recipients=_members,
            followed=nobody,
            audience=as_named,
        ),
        Kind(
            key="consultations.invited_letter",
            group=GROUP,
            label=_("Zaproszenie do konsultacji"),
            title=_("Zaproszenie do konsultacji: %(title)s"),
            body=_invitation,
            reason=_(
                "Dostajesz tę wiadomość, bo urząd zaprosił Twoją organizację do konsultacji na "
                "adres podany w rejestrze."
            ),
            is_for_addresses=True,
            followed=nobody,
        ),
    ]


def _next_round(context: Context) -> str:
    term = _now("Tura %(number)s: uwagi można zgłaszać od %(first)s do %(last)s.") % {
        "number": context["round"],
        "first": _day(context["opens_on"]),
        "last": _day(context["closes_on"]),
    }
    return f"{term}\n\n{context['reason']}"


def _mode(context: Context) -> str:
    sentence = f"{Mode(context['mode']).label}. {context['decided_by']}."
    return f"{sentence}\n\n{context['reason']}".strip()


def _when_and_where(context: Context) -> str:
    moment = timezone.localtime(datetime.fromisoformat(context["starts_at"]))
    when = formats.date_format(moment, "DATETIME_FORMAT")
    return f"{context['title']}\n\n{when}, {context['place']}"


def _opinion(context: Context) -> str:
    return _now("%(council)s: opinia %(verdict)s.") % {
        "council": context["council"],
        "verdict": CouncilVerdict(context["verdict"]).label,
    }


def _question(context: Context) -> str:
    sentence = _now("%(body)s prosi o opinię o projekcie do %(day)s.") % {
        "body": context["body"],
        "day": _day(context["due_on"]),
    }
    return f"{sentence}\n\n{context['note']}".strip()


def _invitation(context: Context) -> str:
    sentence = _now("%(body)s zaprasza: uwagi można zgłaszać do %(day)s.") % {
        "body": context["body"],
        "day": _day(context["closes_on"]),
    }
    return f"{sentence}\n\n{context['message']}".strip()


def _invitation_reminder(context: Context) -> str:
    return _now("Uwagi można zgłaszać jeszcze do %(day)s.") % {"day": _day(context["closes_on"])}


def _day(value: str) -> str:
    return str(formats.date_format(date.fromisoformat(value), "DATE_FORMAT"))


def consultation_and_body(event: OutboxEvent) -> list[models.Model]:
    """Followers of the consultation and of its office."""
    consultation = cast(Consultation, event.subject)
    return [consultation, consultation.public_body]


def _officials(event: OutboxEvent) -> models.QuerySet[User]:
    consultation = cast(Consultation, event.subject)
    return User.objects.filter(
        publicbodymemberships__is_active=True,
        publicbodymemberships__public_body=consultation.public_body_id,
    )


def _members(event: OutboxEvent) -> models.QuerySet[User]:
    invitation = cast(Invitation, event.subject)
    return User.objects.filter(
        organizationmemberships__is_active=True,
        organizationmemberships__organization=invitation.organization_id,
    ).distinct()


def _meeting(event: OutboxEvent) -> str:
    return reverse("consultations:meeting", args=[event.context["slug"], event.context["key"]])


def _course(event: OutboxEvent) -> str:
    return reverse("consultations:course", args=[cast(Consultation, event.subject).slug])
