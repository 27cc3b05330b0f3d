"""Calls for members: announcing, applying, choosing."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

import notifications
from standards.domain import groups
from standards.domain.errors import StandardsError, TooLate
from standards.models import ApplicationState, Member, MemberApplication, MemberCall


@transaction.atomic
def announce_call(*, call: MemberCall, actor: Any) -> MemberCall:
    """Publish the call; those who follow the body or its office hear of it."""
    call.save()
    notifications.publish(
        "standards.call_announced",
        call,
        actor=actor,
        context={
            "title": call.title,
            "group": call.group.name,
            "closes_on": call.closes_on.isoformat(),
        },
    )
    return call


@transaction.atomic
def apply(*, application: MemberApplication) -> MemberApplication:
    """Apply for a seat; raises TooLate outside of the call's time, or for a second time."""
    try:
        with transaction.atomic():
            application.save()
    except IntegrityError as error:
        if "takes no applications" in str(error):
            raise TooLate from error
        raise StandardsError(_("Twoje zgłoszenie w tym naborze już jest.")) from error
    notifications.publish(
        "standards.application_received",
        application,
        actor=application.user,
        context={"person": str(application.user), "call": application.call.title},
    )
    return application


@transaction.atomic
def decide(
    *, application: MemberApplication, accept: bool, reason: str, actor: Any
) -> MemberApplication:
    """Accept (and give the seat) or reject with a reason; once. Raises SeatTaken when full."""
    locked = MemberApplication.objects.select_for_update(of=("self",)).get(pk=application.pk)
    if locked.state != ApplicationState.SUBMITTED:
        raise StandardsError(_("O tym zgłoszeniu już zdecydowano."))
    if not accept and not reason.strip():
        raise StandardsError(_("Podaj uzasadnienie; dostanie je osoba, która się zgłosiła."))
    if accept:
        groups.give_seat(
            member=Member(
                group=locked.call.group,
                user=locked.user,
                name=str(locked.user),
                side=locked.side,
                organization=locked.organization,
                public_body=locked.public_body,
                since=timezone.localdate(),
            ),
            actor=actor,
        )
    locked.state = ApplicationState.ACCEPTED if accept else ApplicationState.REJECTED
    locked.reason = reason.strip()
    locked.decided_at, locked.decided_by = timezone.now(), actor
    locked.save()
    notifications.publish(
        "standards.application_decided",
        locked,
        actor=actor,
        context={
            "call": locked.call.title,
            "state": locked.state,
            "reason": locked.reason,
        },
    )
    return locked


def withdraw(*, application: MemberApplication) -> None:
    """The person no longer wants the seat."""
    MemberApplication.objects.filter(pk=application.pk, state=ApplicationState.SUBMITTED).update(
        state=ApplicationState.WITHDRAWN
    )
