"""Why the directory processes personal data, and which of them officials see."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.domain.purposes import PUBLIC_TASK
from accounts.processing import Purpose


def register_purposes() -> None:
    """Make the purpose and kinds of this app known."""
    access_log.register("organizations.claims", _("Prośby o opiekę nad profilem i zgłoszenia"))
    access_log.register("organizations.members", _("Osoby działające w imieniu organizacji"))
    access_log.register("organizations.addresses", _("Adresy i etykiety do korespondencji"))
    processing.register(
        Purpose(
            key="organizacje",
            name=_("Spis organizacji i urzędów, partnerstwa"),
            people=_("osoby działające w imieniu organizacji i urzędów, pełnomocnicy"),
            data=_(
                "imię i nazwisko, funkcja, służbowy adres e-mail i telefon, prośby o profil, "
                "rozmowy o partnerstwach, zapisane wyszukiwania"
            ),
            legal_basis=PUBLIC_TASK,
            retention=_("tak długo, jak osoba działa w imieniu organizacji albo urzędu"),
            recipients=_("czytelnicy portalu, w zakresie danych służbowych"),
            sources=("organizations", "partnerships"),
        )
    )
