"""Kinds of notifications about bodies: seats, meetings, votes, calls."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import formats, timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications.kinds import Channel, Context, Kind
from notifications.models import OutboxEvent
from standards.models import (
    ActionPoint,
    ApplicationState,
    Function,
    Member,
    MemberApplication,
    MemberCall,
    WorkingGroup,
)

GROUP = _("Standardy i zespoły")
YOU_SIT = _("Dostajesz tę wiadomość, bo pracujesz w tym zespole.")
YOU_APPLIED = _("Dostajesz tę wiadomość, bo zgłosiłeś(-aś) się do zespołu.")
YOU_SERVE = _("Dostajesz tę wiadomość, bo Twój urząd obsługuje ten zespół.")


def nobody(event: OutboxEvent) -> list[models.Model]:
    """For kinds whose followers hear nothing."""
    return []


def group_kinds() -> list[Kind]:
    """All kinds of this module."""
    return [*_for_members(), *_about_calls()]


def _member_kind(key: str, label: Any, title: Any, body: Any, **more: Any) -> Kind:
    return Kind(
        key=key,
        group=GROUP,
        label=label,
        title=title,
        body=body,
        reason=YOU_SIT,
        recipients=more.pop("recipients", _members),
        followed=nobody,
        **more,
    )


def _for_members() -> list[Kind]:
    return [
        _member_kind(
            "standards.seat_given",
            _("Masz miejsce w zespole"),
            _("Twoje miejsce w zespole: %(group)s"),
            _("Zaproszenia na spotkania i dokumenty zespołu znajdziesz na jego stronie."),
            recipients=_the_member,
            notify_actor=True,
        ),
        _member_kind(
            "standards.meeting_invitation",
            _("Zaproszenie na spotkanie zespołu"),
            _("Zaproszenie: %(title)s"),
            _meeting,
        ),
        _member_kind(
            "standards.meeting_changed",
            _("Zmieniono spotkanie zespołu"),
            _("Zmiana spotkania: %(title)s"),
            _meeting,
            is_urgent=True,
        ),
        _member_kind(
            "standards.meeting_cancelled",
            _("Odwołano spotkanie zespołu"),
            _("Odwołane spotkanie: %(title)s"),
            _meeting,
            is_urgent=True,
        ),
        _member_kind(
            "standards.action_given",
            _("Masz zadanie w zespole"),
            _("Zadanie: %(text)s"),
            _until_day,
            recipients=_the_owner,
        ),
        _member_kind(
            "standards.action_overdue",
            _("Zadanie zespołu jest po terminie"),
            _("Po terminie: %(text)s"),
            _until_day,
            recipients=_owner_and_secretary,
        ),
        _member_kind(
            "standards.vote_opened",
            _("Głosowanie obiegowe w zespole"),
            _("Głosowanie obiegowe: %(question)s"),
            _until_moment,
        ),
        _member_kind(
            "standards.poll_opened",
            _("Ankieta terminu spotkania"),
            _("Kiedy się spotkamy: %(title)s"),
            _("%(group)s"),
        ),
    ]


def _about_calls() -> list[Kind]:
    return [
        Kind(
            key="standards.call_announced",
            group=GROUP,
            label=_("Nabór do zespołu"),
            title=_("Nabór: %(title)s"),
            body=_call,
            followed=_group_and_office,
        ),
        Kind(
            key="standards.application_received",
            group=GROUP,
            label=_("Nowe zgłoszenie do zespołu Twojego urzędu"),
            title=_("Zgłoszenie do zespołu: %(person)s"),
            body=_("%(call)s"),
            reason=YOU_SERVE,
            recipients=_officials,
            followed=nobody,
            default_channels=frozenset({Channel.INBOX}),
        ),
        Kind(
            key="standards.application_decided",
            group=GROUP,
            label=_("Decyzja o Twoim zgłoszeniu do zespołu"),
            title=_("Decyzja o Twoim zgłoszeniu: %(call)s"),
            body=_decision,
            reason=YOU_APPLIED,
            recipients=_applicant,
            followed=nobody,
        ),
    ]


def _meeting(context: Context) -> str:
    moment = timezone.localtime(datetime.fromisoformat(context["starts_at"]))
    when = formats.date_format(moment, "DATETIME_FORMAT")
    lines = [context["group"], f"{when}, {context['place']}".rstrip(", "), "", context["agenda"]]
    return "\n".join(lines)


def _until_day(context: Context) -> str:
    day = formats.date_format(date.fromisoformat(context["due_on"]), "DATE_FORMAT")
    return _now("Termin: %(day)s. Zespół: %(group)s.") % {"day": day, "group": context["group"]}


def _until_moment(context: Context) -> str:
    moment = timezone.localtime(datetime.fromisoformat(context["closes_at"]))
    return _now("Głos można oddać do %(moment)s. Zespół: %(group)s.") % {
        "moment": formats.date_format(moment, "DATETIME_FORMAT"),
        "group": context["group"],
    }


def _call(context: Context) -> str:
    day = formats.date_format(date.fromisoformat(context["closes_on"]), "DATE_FORMAT")
    return _now("Zgłoszenia do %(day)s. Zespół: %(group)s.") % {
        "day": day,
        "group": context["group"],
    }


def _decision(context: Context) -> str:
    state = ApplicationState(context["state"]).label
    return f"{state}\n\n{context['reason']}".strip()


def _members(event: OutboxEvent) -> list[int]:
    """Those who sit today and have an account."""
    group = getattr(event.subject, "group", None)
    if not isinstance(group, WorkingGroup):
        return []
    seats = group.members.current().filter(user__isnull=False)
    return list(seats.values_list("user", flat=True))


def _the_member(event: OutboxEvent) -> list[int]:
    member = event.subject
    return [member.user_id] if isinstance(member, Member) and member.user_id else []


def _the_owner(event: OutboxEvent) -> list[int]:
    action = event.subject
    if not isinstance(action, ActionPoint) or action.owner.user_id is None:
        return []
    return [action.owner.user_id]


def _owner_and_secretary(event: OutboxEvent) -> list[int]:
    action = event.subject
    if not isinstance(action, ActionPoint):
        return []
    seats = action.meeting.group.members.current().filter(user__isnull=False)
    secretaries = seats.filter(function=Function.SECRETARY)
    people = {*secretaries.values_list("user", flat=True), action.owner.user_id}
    return sorted(person for person in people if person)


def _group_and_office(event: OutboxEvent) -> list[models.Model]:
    call = event.subject
    return [call.group, call.group.public_body] if isinstance(call, MemberCall) else []


def _officials(event: OutboxEvent) -> models.QuerySet[User]:
    application = event.subject
    if not isinstance(application, MemberApplication):
        return User.objects.none()
    return User.objects.filter(
        publicbodymemberships__is_active=True,
        publicbodymemberships__public_body=application.call.group.public_body_id,
    )


def _applicant(event: OutboxEvent) -> list[int]:
    application = event.subject
    return [application.user_id] if isinstance(application, MemberApplication) else []
