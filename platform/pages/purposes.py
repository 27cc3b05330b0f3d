"""Why the portal's own pages process personal data, and which of them administrators see."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.domain.purposes import PROCESSORS, PUBLIC_TASK
from accounts.processing import Purpose


def register_purposes() -> None:
    """Make the purpose and kind of this app known."""
    access_log.register("pages.letters", _("Listy do redakcji"))
    processing.register(
        Purpose(
            key="listy",
            name=_("Listy do redakcji, aktualności i nabory"),
            people=_("osoby, które piszą do redakcji albo publikują"),
            data=_("imię i nazwisko, adres e-mail, treść listu, autorstwo tekstów"),
            legal_basis=PUBLIC_TASK,
            retention=_("załatwione listy rok; opublikowane teksty zostają bez nazwiska autora"),
            recipients=PROCESSORS,
            sources=("publikacje", "listy", "wersje-stron"),
            rules=("listy-czytelnikow", "szkice-publikacji"),
        )
    )
