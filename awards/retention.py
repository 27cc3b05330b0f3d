"""How long awards keep what did not win."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts import retention
from accounts.retention import RetentionRule
from awards.domain.nominating import delete_nomination
from awards.models import EditionStage, Nomination, PublicVote

BATCH = 50
_OVER = (EditionStage.PUBLISHED, EditionStage.CANCELLED)


def register_retention() -> None:
    """Make the rules of this app known."""
    retention.register(
        RetentionRule(
            key="zgloszenia-bez-nagrody",
            label=_("Zgłoszenia, które nie zdobyły nagrody (po ogłoszeniu wyników)"),
            kept_for=timedelta(days=365),
            remove=remove_unsuccessful,
        )
    )
    retention.register(
        RetentionRule(
            key="glosy-publicznosci",
            label=_("Głosy publiczności (po ogłoszeniu wyników)"),
            kept_for=timedelta(days=180),
            remove=remove_votes,
        )
    )


def remove_unsuccessful(before: datetime) -> int:
    """Nominations of finished editions without an award, their files and scores included.

    Editions keep their numbers, and laureates what they were awarded for.
    """
    old = (
        Nomination.objects.filter(
            category__edition__stage__in=_OVER, category__edition__results_at__lt=before
        )
        .filter(awards__isnull=True, merged__awards__isnull=True)
        .order_by("pk")
    )
    count = 0
    while batch := list(old[:BATCH]):
        for nomination in batch:
            with transaction.atomic():
                delete_nomination(nomination)
        count += len(batch)
    return count


def remove_votes(before: datetime) -> int:
    """Single votes; how many were counted stays in the protocol."""
    old = PublicVote.objects.filter(
        category__edition__stage__in=_OVER, category__edition__results_at__lt=before
    )
    count, _rows = old.delete()
    return count
