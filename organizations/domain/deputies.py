"""Naming a deputy for an official on leave, and what follows from it.

Rights of deputies are never written down: every question looks at the deputations that run
now, so they end by themselves. A deputy names no deputies.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.formats import date_format

import notifications
from accounts.models import User
from organizations.domain.errors import AlreadyDecided, DeputationRefused
from organizations.models import Deputation, PublicBody, PublicBodyMembership

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


def running_for(user: User | AnonymousUser) -> QuerySet[Deputation]:
    """Deputations in which the person stands in for somebody today."""
    if not user.is_authenticated:
        return Deputation.objects.none()
    rows = Deputation.objects.running().filter(deputy=user.pk)
    return rows.select_related("official", "public_body").order_by("ends_on", "pk")


def acting_for(user: User) -> list[int]:
    """Keys of the people whose tasks are the person's today: their own and those stood in for."""
    return [user.pk, *running_for(user).order_by().values_list("official", flat=True)]


def with_deputies(people: Collection[int]) -> list[int]:
    """The people and whoever stands in for them today."""
    deputies = Deputation.objects.running().filter(official__in=people)
    return sorted({*people, *deputies.values_list("deputy", flat=True)})


def deputises_with_role(user: User | AnonymousUser, body: PublicBody, role: str) -> bool:
    """Whether the person stands in today for somebody who has the role in the office."""
    held = PublicBodyMembership.objects.filter(
        public_body=body, role=role, is_active=True, user=OuterRef("official")
    )
    return running_for(user).filter(Exists(held), public_body=body).exists()


def colleagues_in(body: PublicBody) -> QuerySet[User]:
    """People who work for the office on the portal."""
    return (
        User.objects.filter(
            publicbodymemberships__public_body=body,
            publicbodymemberships__is_active=True,
            is_active=True,
        )
        .distinct()
        .order_by("display_name", "pk")
    )


@transaction.atomic
def name_deputy(deputation: Deputation, *, by: User) -> Deputation:
    """Name the deputy; both hear of it. The database holds the rules of dates and of one deputy."""
    employed = set(
        colleagues_in(deputation.public_body)
        .filter(pk__in=[deputation.official_id, deputation.deputy_id])
        .values_list("pk", flat=True)
    )
    if employed != {deputation.official_id, deputation.deputy_id}:
        raise DeputationRefused
    if deputation.ends_on < timezone.localdate():
        raise DeputationRefused
    deputation.named_by = by
    try:
        with transaction.atomic():
            deputation.full_clean()
            deputation.save()
    except (IntegrityError, ValidationError) as error:
        raise DeputationRefused from error
    _tell("organizations.deputy_named", deputation, by)
    return deputation


@transaction.atomic
def call_off(deputation: Deputation, *, by: User) -> Deputation:
    """The official is back sooner."""
    deputation = (
        Deputation.objects.select_for_update(of=["self"])
        .select_related("official", "deputy", "public_body")
        .get(pk=deputation.pk)
    )
    if deputation.called_off_at or deputation.is_over:
        raise AlreadyDecided
    deputation.called_off_at, deputation.called_off_by = timezone.now(), by
    deputation.save(update_fields=["called_off_at", "called_off_by"])
    _tell("organizations.deputation_called_off", deputation, by)
    return deputation


def _tell(kind: str, deputation: Deputation, by: User) -> None:
    notifications.publish(
        kind,
        deputation,
        by,
        {
            "official": str(deputation.official),
            "deputy": str(deputation.deputy),
            "body": deputation.public_body.name,
            "from": date_format(deputation.starts_on, "SHORT_DATE_FORMAT"),
            "to": date_format(deputation.ends_on, "SHORT_DATE_FORMAT"),
        },
    )
