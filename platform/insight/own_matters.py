"""The way to the reports on "Moje sprawy"."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.dashboard import Item, Section
from accounts.models import User
from insight.permissions import can_see_reports


def reports_section(user: User) -> Section | None:
    """For officials and administrators."""
    if not can_see_reports(user):
        return None
    items = [
        Item(
            title=_("Korzystanie z portalu"),
            url=reverse("insight:reports"),
            note=_("odwiedziny i udział według powiatu i strony"),
        ),
        Item(
            title=_("Jak dotrzymujemy słowa"),
            url=reverse("insight:word"),
            note=_("czas odpowiedzi i terminy urzędów"),
        ),
    ]
    return Section(key="reports", title=_("Raporty"), items=items, rank=60)
