"""How long what people told of themselves is kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import retention
from accounts.retention import RetentionRule
from events.domain.retention import NEEDS_DAYS, forget_needs, forget_people


def register_retention() -> None:
    """Make the rules of this app known."""
    retention.register(
        RetentionRule(
            key="potrzeby-uczestnikow",
            label=_("Dieta i potrzeby uczestników wydarzeń (od końca wydarzenia)"),
            kept_for=timedelta(days=NEEDS_DAYS),
            remove=forget_needs,
        )
    )
    retention.register(
        RetentionRule(
            key="dane-uczestnikow",
            label=_("Nazwiska uczestników (tyle miesięcy, ile ustawił organizator)"),
            kept_for=timedelta(days=31),
            remove=_forget_people,
        )
    )


def _forget_people(before: datetime) -> int:
    """Each event has a term of its own, counted from now."""
    return forget_people(timezone.now())
