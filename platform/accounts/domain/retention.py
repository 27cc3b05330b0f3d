"""Removing what has been kept long enough."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from importlib import import_module

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import retention
from accounts.domain.accesses import KEPT_FOR
from accounts.models import AccessRecord, RetentionRun, User
from accounts.retention import RetentionRule
from documents.unheld import remove_unheld

logger = logging.getLogger(__name__)
BATCH = 1000


def apply_retention(now: datetime | None = None) -> list[RetentionRun]:
    """Apply every rule and keep what it removed; one that fails does not stop the others."""
    now = now or timezone.now()
    runs = []
    for rule in retention.rules():
        try:
            removed = rule.remove(now - rule.kept_for)
        except Exception:
            logger.exception("The retention rule %s failed", rule.key)
            continue
        runs.append(RetentionRun.objects.create(rule=rule.key, removed_count=removed, ran_at=now))
    return runs


def register_own_rules() -> None:
    """Make the rules of this app known."""
    retention.register(
        RetentionRule(
            key="konta-niepotwierdzone",
            label=_("Konta, których adresu nikt nie potwierdził"),
            kept_for=timedelta(days=30),
            remove=_remove_unverified,
        )
    )
    retention.register(
        RetentionRule(
            key="sesje",
            label=_("Wygasłe sesje"),
            kept_for=timedelta(0),
            remove=_remove_sessions,
        )
    )
    retention.register(
        RetentionRule(
            key="wglady-w-dane",
            label=_("Dziennik wglądów w dane osobowe"),
            kept_for=KEPT_FOR,
            remove=_remove_access_records,
        )
    )
    retention.register(
        RetentionRule(
            key="pliki-niczyje",
            label=_("Pliki, na które nic już nie wskazuje"),
            kept_for=timedelta(days=1),
            remove=remove_unheld,
        )
    )
    retention.register(
        RetentionRule(
            key="raporty-przechowywania",
            label=_("Raporty o stosowaniu tych reguł"),
            kept_for=timedelta(days=5 * 365),
            remove=_remove_reports,
        )
    )


def _remove_unverified(before: datetime) -> int:
    """Only accounts that were never used: nobody has proved that the address is theirs."""
    verified = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)
    unused = User.objects.filter(
        ~Exists(verified), date_joined__lt=before, last_login=None, is_staff=False, erased_at=None
    )
    count = 0
    for user in unused.iterator(chunk_size=500):
        user.delete()
        count += 1
    return count


def _remove_sessions(before: datetime) -> int:
    expired = Session.objects.filter(expire_date__lt=before).count()
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return expired


def _remove_access_records(before: datetime) -> int:
    """In batches: years of work of many offices would be a long transaction."""
    old = AccessRecord.objects.filter(seen_at__lt=before).order_by("pk")
    count = 0
    while batch := list(old.values_list("pk", flat=True)[:BATCH]):
        AccessRecord.objects.filter(pk__in=batch).delete()
        count += len(batch)
    return count


def _remove_reports(before: datetime) -> int:
    return RetentionRun.objects.filter(ran_at__lt=before).delete()[0]
