"""Kinds of notifications about partnerships; registered with the directory's other kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications import kinds
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent
from organizations.models import (
    InterestState,
    Organization,
    PartnerRole,
    PartnershipStage,
    PublicBody,
)
from organizations.models.partnership_calls import SideMixin

GROUP = _("Partnerstwa")
YOU_ACT_FOR_A_SIDE = _("Dostajesz tę wiadomość, bo działasz w imieniu jednej ze stron.")
YOU_ACT_FOR_INVITED = _("Dostajesz tę wiadomość, bo działasz w imieniu tej organizacji.")
Followed = Callable[[OutboxEvent], list[models.Model]]


def register_partnership_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in (*_about_calls(), *_about_interests(), *_about_partnerships()):
        kinds.register(kind)


def _about_calls() -> list[Kind]:
    return [
        Kind(
            key="organizations.partners_sought",
            group=GROUP,
            label=_("Obserwowana organizacja lub urząd szuka partnerów"),
            title=_("%(side)s szuka partnerów: %(title)s"),
            followed=lambda event: [event.subject.side] if event.subject else [],
            default_channels=frozenset({kinds.Channel.INBOX}),
        ),
        Kind(
            key="organizations.call_closed",
            group=GROUP,
            label=_("Zakończono poszukiwanie partnerów"),
            title=_("Zakończono poszukiwanie partnerów: %(title)s"),
            body=_("%(text)s"),
            recipients=_interested_people,
            reason=YOU_ACT_FOR_A_SIDE,
        ),
        _named(
            "organizations.call_hidden",
            _("Moderator ukrył Wasze ogłoszenie"),
            _("Ukryto ogłoszenie: %(title)s"),
            _("%(reason)s"),
            _caller_people,
        ),
        _named(
            "organizations.call_ended",
            _("Minął termin Waszego ogłoszenia o partnerach"),
            _("Minął termin zgłoszeń: %(title)s"),
            _("Napisz, co z tego wyszło, i zakończ ogłoszenie."),
            _caller_people,
        ),
        _named(
            "organizations.invited_to_call",
            _("Zaproszenie do partnerstwa"),
            _("%(side)s zaprasza do partnerstwa: %(title)s"),
            _("Zaproszenie dla: %(organization)s."),
            lambda event: _people_of([event.subject.organization] if event.subject else []),
            reason=YOU_ACT_FOR_INVITED,
            url=lambda event: str(event.subject.call.get_absolute_url() if event.subject else "/"),
        ),
    ]


def _about_interests() -> list[Kind]:
    return [
        _named(
            "organizations.interest_expressed",
            _("Ktoś odpowiada na Wasze ogłoszenie"),
            _("%(side)s chce dołączyć: %(title)s"),
            _("%(message)s"),
            _caller_people,
        ),
        _named(
            "organizations.interest_withdrawn",
            _("Ktoś wycofał odpowiedź na Wasze ogłoszenie"),
            _("%(side)s wycofuje zgłoszenie: %(title)s"),
            "",
            _caller_people,
        ),
        _named(
            "organizations.interest_answered",
            _("Odpowiedź na Wasze zgłoszenie do partnerstwa"),
            _answer_title,
            _("%(reason)s"),
            _interest_people,
        ),
        _named(
            "organizations.partnership_message",
            _("Nowa wiadomość w rozmowie o partnerstwie"),
            _("Nowa wiadomość o partnerstwie: %(title)s"),
            _("%(text)s"),
            lambda event: (
                _caller_people(event) if event.context["to_caller"] else _interest_people(event)
            ),
        ),
    ]


def _about_partnerships() -> list[Kind]:
    return [
        _named(
            "organizations.partnership_recorded",
            _("Zaproszenie do potwierdzenia partnerstwa"),
            _("Potwierdźcie udział w partnerstwie: %(title)s"),
            "",
            _partner_people,
        ),
        _named(
            "organizations.partner_confirmed",
            _("Partner potwierdził udział"),
            _("%(side)s potwierdza udział: %(title)s"),
            "",
            _leader_people,
        ),
        _named(
            "organizations.partner_refused",
            _("Partner zrezygnował"),
            _("%(side)s rezygnuje z partnerstwa: %(title)s"),
            "",
            _leader_people,
        ),
        Kind(
            key="organizations.partnership_step",
            group=GROUP,
            label=_("Partnerstwo przeszło do następnego kroku"),
            title=_step_title,
            body=_("%(note)s"),
            recipients=_partner_people,
            reason=YOU_ACT_FOR_A_SIDE,
        ),
    ]


def _named(
    key: str,
    label: Any,
    title: Any,
    body: Any,
    recipients: Callable[[OutboxEvent], Iterable[User]],
    **options: Any,
) -> Kind:
    """A kind for people of one side, not for followers."""
    return Kind(
        key=key,
        group=GROUP,
        label=label,
        title=title,
        body=body,
        recipients=recipients,
        followed=lambda event: [],
        audience=lambda event, people: people,
        **{"reason": YOU_ACT_FOR_A_SIDE, **options},
    )


def _answer_title(context: Context) -> str:
    if context["state"] == InterestState.ACCEPTED:
        return _now("Zapraszamy do partnerstwa: %(title)s") % context
    return _now("Tym razem bez Was: %(title)s") % context


def _step_title(context: Context) -> str:
    stage = PartnershipStage(context["stage"]).label
    return _now("Partnerstwo „%(title)s”: %(stage)s") % {**context, "stage": stage}


def _caller_people(event: OutboxEvent) -> Iterable[User]:
    call = getattr(event.subject, "call", event.subject)
    return _people_of([call.side] if call else [])


def _interest_people(event: OutboxEvent) -> Iterable[User]:
    return _people_of([event.subject.side] if event.subject else [])


def _interested_people(event: OutboxEvent) -> Iterable[User]:
    return _people_of(_sides(event.subject.interests)) if event.subject else []


def _partner_people(event: OutboxEvent) -> Iterable[User]:
    return _people_of(_sides(event.subject.members)) if event.subject else []


def _leader_people(event: OutboxEvent) -> Iterable[User]:
    if event.subject is None:
        return []
    return _people_of(_sides(event.subject.members.filter(role=PartnerRole.LEADER)))


def _sides(rows: Any) -> list[Organization | PublicBody]:
    found: Iterable[SideMixin] = rows.select_related("organization", "public_body")
    return [row.side for row in found]


def _people_of(sides: Sequence[Organization | PublicBody]) -> models.QuerySet[User]:
    organizations = [side.pk for side in sides if isinstance(side, Organization)]
    bodies = [side.pk for side in sides if isinstance(side, PublicBody)]
    return User.objects.filter(
        Q(
            organizationmemberships__organization__in=organizations,
            organizationmemberships__is_active=True,
        )
        | Q(
            publicbodymemberships__public_body__in=bodies,
            publicbodymemberships__is_active=True,
        )
    ).distinct()
