"""What of a person's notifications stands on "Moje sprawy"."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext

from accounts import dashboard
from accounts.models import User
from notifications.domain.suppression import suppression_of


def register_own_matters() -> None:
    """Join "Moje sprawy"."""
    dashboard.register(address_section)


def address_section(user: User) -> dashboard.Section | None:
    """A warning while the person's address gets no mail."""
    stopped = suppression_of(user.email)
    if stopped is None:
        return None
    item = dashboard.Item(
        title=gettext("Zobacz, dlaczego, i potwierdź adres ponownie"),
        url=reverse("notifications:own_address"),
        note=user.email,
        tone="danger",
        badge=stopped.get_reason_display(),
    )
    title = gettext("Twój adres nie przyjmuje poczty")
    return dashboard.Section(key="own-address", title=title, items=[item], rank=5)
