"""How long what people told of themselves to working groups and in elections is kept."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from accounts import retention
from accounts.retention import RetentionRule
from standards.domain.forgetting import forget_applications, forget_elections


def register_retention() -> None:
    """Make the rules of this app known."""
    retention.register(
        RetentionRule(
            key="zgloszenia-do-zespolow",
            label=_("Zgłoszenia do zespołów i rad (od końca naboru; miejsca zostają)"),
            kept_for=timedelta(days=365),
            remove=forget_applications,
        )
    )
    retention.register(
        RetentionRule(
            key="dane-z-wyborow",
            label=_(
                "Upoważnienia do głosowania, odrzucone kandydatury i autorzy skarg "
                "(od końca terminu skarg; wyniki i protokół zostają)"
            ),
            kept_for=timedelta(days=365),
            remove=forget_elections,
        )
    )
