"""How long names of team members are kept with their scores."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from accounts import retention
from accounts.retention import RetentionRule
from quality_index.models import Score, Stage

BATCH = 2000


def register_retention() -> None:
    """Make the rules of this app known."""
    retention.register(
        RetentionRule(
            key="komentarze-ocen-wspolpracy",
            label=_("Komentarze członków zespołów do ocen współpracy (uzgodnione oceny zostają)"),
            kept_for=timedelta(days=5 * 365),
            remove=_forget_comments,
        )
    )


def _forget_comments(before: datetime) -> int:
    """After five years only levels matter; a reason why something does not apply stays."""
    old = Score.objects.filter(
        seat__assessment__stage=Stage.PUBLISHED,
        seat__assessment__published_at__lt=before,
        not_applicable=False,
    ).exclude(comment="")
    count = 0
    while ids := list(old.values_list("pk", flat=True)[:BATCH]):
        count += Score.objects.filter(pk__in=ids).update(comment="")
    return count
