"""Addresses that get no more mail, and the book of why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone

from accounts.models import User
from notifications.models import (
    AddressReport,
    ReportSort,
    ReportSource,
    SuppressedAddress,
    SuppressionReason,
)

SOFT_WITHIN = timedelta(days=30)
_REASONS = {
    ReportSort.HARD: SuppressionReason.BOUNCE,
    ReportSort.COMPLAINT: SuppressionReason.COMPLAINT,
}


@dataclass(frozen=True)
class Report:
    """What somebody says of an address; reports with the same ``key`` are one report."""

    email: str
    sort: ReportSort
    source: ReportSource
    detail: str = ""
    key: str = ""


def is_suppressed(email: str) -> bool:
    """Whether the address has refused our mail."""
    return SuppressedAddress.objects.filter(email__iexact=email).exists()


def suppression_of(email: str) -> SuppressedAddress | None:
    """Why and since when an address gets no mail, or None when it does."""
    return SuppressedAddress.objects.filter(email__iexact=email).first()


def reports_of(email: str) -> models.QuerySet[AddressReport]:
    """The book about one address, newest first."""
    return AddressReport.objects.filter(email__iexact=email)


@transaction.atomic
def take_report(report: Report) -> AddressReport | None:
    """Write a report into the book and stop mail when it weighs enough; None for a repetition.

    A lasting refusal or a complaint stops the address at once, passing ones when
    ``NOTIFICATIONS_SOFT_BOUNCES`` of them came within a month.
    """
    _one_at_a_time(report.email)
    if report.key and AddressReport.objects.filter(key=report.key).exists():
        return None
    row = _note(report.email, report.sort, report.source, detail=report.detail, key=report.key)
    if report.sort in _REASONS:
        _stop(report.email, _REASONS[report.sort], report)
    elif _soft_count(report.email) >= settings.NOTIFICATIONS_SOFT_BOUNCES:
        _stop(report.email, SuppressionReason.SOFT, report)
    return row


@transaction.atomic
def resume(email: str, *, source: ReportSource, actor: User | None = None) -> bool:
    """Let mail flow again; whether it had been stopped. Passing refusals count anew from here."""
    _one_at_a_time(email)
    deleted, _ = SuppressedAddress.objects.filter(email__iexact=email).delete()
    if deleted:
        _note(email, ReportSort.RESUMED, source, actor=actor)
    return deleted > 0


@transaction.atomic
def note_stop(address: SuppressedAddress, actor: User | None) -> None:
    """An administrator has stopped an address by hand."""
    _note(
        address.email,
        ReportSort.STOPPED,
        ReportSource.ADMINISTRATOR,
        detail=address.detail,
        actor=actor,
    )


def _stop(email: str, reason: SuppressionReason, report: Report) -> None:
    _, is_new = SuppressedAddress.objects.get_or_create(
        email=email.lower(), defaults={"reason": reason, "detail": report.detail}
    )
    if is_new:
        _note(email, ReportSort.STOPPED, report.source, detail=report.detail)


def _soft_count(email: str) -> int:
    about = AddressReport.objects.filter(email__iexact=email)
    last = about.filter(sort=ReportSort.RESUMED).order_by("-pk").values("pk").first()
    recent = about.filter(sort=ReportSort.SOFT, reported_at__gte=timezone.now() - SOFT_WITHIN)
    return recent.filter(pk__gt=last["pk"] if last else 0).count()


def _note(
    email: str,
    sort: ReportSort,
    source: ReportSource,
    *,
    detail: str = "",
    key: str = "",
    actor: User | None = None,
) -> AddressReport:
    return AddressReport.objects.create(
        email=email.lower(), sort=sort, source=source, detail=detail, key=key, actor=actor
    )


def _one_at_a_time(email: str) -> None:
    """Two reports of one address wait for each other, so that neither miscounts."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 5))", [email.lower()])
