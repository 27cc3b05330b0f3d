"""Why events process personal data, and which of them organisers see."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.domain.purposes import CONSENT
from accounts.processing import Purpose


def register_purposes() -> None:
    """Make the purpose and kinds of this app known."""
    access_log.register("events.participants", _("Uczestnicy wydarzenia"))
    access_log.register("events.speakers", _("Prelegenci i ich adresy"))
    access_log.register("events.needs", _("Dieta i potrzeby uczestników"))
    access_log.register("events.applicants", _("Wystawcy i autorzy propozycji do programu"))
    processing.register(
        Purpose(
            key="wydarzenia",
            name=_("Wydarzenia i szkolenia"),
            people=_("uczestnicy, prelegenci, wystawcy, zespół wydarzenia"),
            data=_(
                "imię i nazwisko, adres e-mail, telefon, organizacja, powiat, odpowiedzi z "
                "formularza, dieta i potrzeby, obecność, zaświadczenia"
            ),
            legal_basis=CONSENT,
            retention=_("tyle miesięcy, ile ustawił organizator; potrzeby krócej"),
            recipients=_("organizator wydarzenia i jego zespół; instytucje, które je finansują"),
            sources=("wydarzenia",),
            rules=("potrzeby-uczestnikow", "dane-uczestnikow"),
        )
    )
