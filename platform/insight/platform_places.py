"""Kinds of pages that belong to no activity."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from insight import places
from insight.places import Place

PAGES = {
    "pages:home": _("strona główna"),
    "pages:about": _("o projekcie"),
    "pages:calendar": _("kalendarz"),
    "pages:news": _("aktualności"),
    "pages:calls": _("nabory"),
    "pages:publication": _("aktualność lub nabór"),
    "search:results": _("wyniki wyszukiwania"),
    "open_data:catalogue": _("katalog danych"),
    "open_data:api": _("opis API"),
    "insight:word": _("jak dotrzymujemy słowa"),
    "insight:word_office": _("jak urząd dotrzymuje słowa"),
}


def register_places() -> None:
    """Name them in the reports."""
    for view_name, label in PAGES.items():
        places.register(Place(view_name=view_name, label=label))
