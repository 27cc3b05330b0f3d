"""Acting as somebody else to help them: with a reason, for a while, and on record."""

from __future__ import annotations

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone

from accounts.models import ImpersonatedChange, Impersonation, User
from accounts.permissions import may_impersonate

LONGEST = timedelta(hours=1)


class MayNotImpersonate(Exception):
    """This person may not act as that one."""


@transaction.atomic
def start_impersonation(administrator: User, person: User, *, reason: str) -> Impersonation:
    """Begin to act as the person; what the administrator had begun before ends."""
    if not may_impersonate(administrator, person):
        raise MayNotImpersonate
    _open(administrator).update(ended_at=timezone.now())
    return Impersonation.objects.create(
        administrator=administrator, person=person, reason=reason.strip()
    )


def end_impersonation(impersonation: Impersonation) -> None:
    """Be oneself again."""
    _open(impersonation.administrator).update(ended_at=timezone.now())


def running_impersonation(pk: int, administrator: User) -> Impersonation | None:
    """The impersonation if it still runs: begun lately by this administrator and allowed now."""
    since = timezone.now() - LONGEST
    rows = _open(administrator).filter(pk=pk, started_at__gt=since)
    impersonation = rows.select_related("person").first()
    if impersonation and may_impersonate(administrator, impersonation.person):
        return impersonation
    return None


def record_change(impersonation: Impersonation, *, method: str, path: str) -> None:
    """Keep that something was changed in another's name."""
    ImpersonatedChange.objects.create(impersonation=impersonation, method=method, path=path[:500])


def _open(administrator: User) -> models.QuerySet[Impersonation]:
    return Impersonation.objects.filter(administrator=administrator, ended_at=None)
