"""Why discussions process personal data, and which of them administrators see."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.domain.purposes import CONSENT
from accounts.processing import Purpose


def register_purposes() -> None:
    """Make the purpose and kind of this app known."""
    access_log.register("discussions.reports", _("Zgłoszenia naruszeń w rozmowach"))
    processing.register(
        Purpose(
            key="rozmowy",
            name=_("Rozmowy na portalu"),
            people=_("osoby, które piszą w rozmowach albo zgłaszają naruszenia"),
            data=_("treść wpisów, załączniki, szkice, zgłoszenia naruszeń, co przeczytano"),
            legal_basis=CONSENT,
            retention=_("wpisy tak długo, jak rozmowa; po usunięciu konta bez nazwiska"),
            recipients=_("wszyscy, którzy mogą czytać rozmowę"),
            sources=("wpisy", "szkice-wpisow", "zgloszenia-wpisow"),
            rules=(
                "szkice-wpisow",
                "znaczniki-przeczytania",
                "tresci-usunietych-wpisow",
                "opuszczone-rozmowy",
            ),
        )
    )
