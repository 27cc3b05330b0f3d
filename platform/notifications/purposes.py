"""Why notifications process personal data, and which of them administrators see."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.domain.purposes import CONSENT, PROCESSORS
from accounts.processing import Purpose


def register_purposes() -> None:
    """Make the purpose and kind of this app known."""
    access_log.register("notifications.letters", _("Wysłane powiadomienia i adresy poczty"))
    processing.register(
        Purpose(
            key="powiadomienia",
            name=_("Powiadomienia"),
            people=_("osoby, które obserwują sprawy albo biorą w nich udział"),
            data=_("adres e-mail, lista obserwowanych spraw, treść i stan wysłanych wiadomości"),
            legal_basis=CONSENT,
            retention=_("do rezygnacji; wysłane wiadomości dwa lata"),
            recipients=PROCESSORS,
            sources=(
                "powiadomienia",
                "obserwowane",
                "ustawienia-powiadomien",
                "adres-a-poczta",
            ),
            rules=("powiadomienia", "zwroty-poczty"),
        )
    )
