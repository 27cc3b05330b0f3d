"""Forming a body: its description, act of appointment and seats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

import notifications
from documents.models import StoredFile
from standards.domain.addresses import save_with_address
from standards.domain.errors import SeatTaken
from standards.models import VOTING, Member, Side, WorkingGroup


@dataclass(frozen=True)
class Balance:
    """How many of each side sit today, beside the seats that each side has."""

    ngo: int
    ngo_seats: int
    administration: int
    administration_seats: int

    @property
    def is_even(self) -> bool:
        """Whether both sides are there and neither outnumbers the other by more than one."""
        return bool(self.ngo and self.administration) and abs(self.ngo - self.administration) <= 1


@transaction.atomic
def create_group(
    *, group: WorkingGroup, appointment_file: StoredFile | None, actor: Any
) -> WorkingGroup:
    """Save a new body; whoever creates it follows it."""
    group.created_by = actor
    group.appointment_file = appointment_file
    save_with_address(group, group.name)
    if actor is not None:
        notifications.follow(actor, group)
    return group


def save_group(*, group: WorkingGroup, appointment_file: StoredFile | None) -> WorkingGroup:
    """Save changes; a new file of the act takes the place of the old one."""
    if appointment_file is not None:
        group.appointment_file = appointment_file
    group.save()
    return group


@transaction.atomic
def give_seat(*, member: Member, actor: Any) -> Member:
    """Give somebody a seat; raises SeatTaken when the side is full or the person sits already.

    The lock on the body makes two officials who fill the last seat take turns.
    """
    group = WorkingGroup.objects.select_for_update(no_key=True).get(pk=member.group_id)
    seats = {Side.NGO: group.ngo_seats, Side.ADMINISTRATION: group.administration_seats}
    sitting = group.members.current().voting().filter(side=member.side)
    if member.function in VOTING and sitting.count() >= seats[Side(member.side)]:
        raise SeatTaken(_("Wszystkie miejsca tej strony są zajęte."))
    try:
        with transaction.atomic():
            member.save()
    except IntegrityError as error:
        raise SeatTaken(
            _("Ta osoba ma już miejsce w zespole albo zespół ma już przewodniczącego.")
        ) from error
    group.save(update_fields=["updated_at"])
    if member.user is not None:
        notifications.follow(member.user, group)
        notifications.publish(
            "standards.seat_given", member, actor=actor, context={"group": group.name}
        )
    return member


def end_seat(*, member: Member, last_day: date) -> Member:
    """The person sits until ``last_day``; the row stays, minutes keep their names."""
    member.until = max(last_day, member.since)
    member.save(update_fields=["until"])
    return member


def balance_of(group: WorkingGroup) -> Balance:
    """The balance of both sides among those who vote today."""
    sides = list(group.members.current().voting().values_list("side", flat=True))
    return Balance(
        ngo=sides.count(Side.NGO),
        ngo_seats=group.ngo_seats,
        administration=sides.count(Side.ADMINISTRATION),
        administration_seats=group.administration_seats,
    )
