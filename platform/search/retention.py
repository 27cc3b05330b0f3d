"""How long it is known what people looked for."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import retention
from accounts.retention import RetentionRule
from search.models import SearchedPhrase


def register_retention() -> None:
    """Make the rule of this app known."""
    retention.register(
        RetentionRule(
            key="szukane-frazy",
            label=_("Szukane frazy (bez osób)"),
            kept_for=timedelta(days=365),
            remove=_remove,
        )
    )


def _remove(before: datetime) -> int:
    count, _models = SearchedPhrase.objects.filter(day__lt=timezone.localdate(before)).delete()
    return count
