"""Why competitions process personal data, and which of them the office sees."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.domain.purposes import CONSENT
from accounts.processing import Purpose


def register_purposes() -> None:
    """Make the purpose and kinds of this app known."""
    access_log.register("awards.nominations", _("Zgłoszenia do nagród"))
    access_log.register("awards.votes", _("Głosy publiczności"))
    access_log.register("awards.jury", _("Skład kapituły"))
    processing.register(
        Purpose(
            key="nagrody",
            name=_("Nagrody"),
            people=_("kandydaci, zgłaszający, osoby polecające, głosujący, kapituła, laureaci"),
            data=_(
                "imię i nazwisko, adres e-mail, telefon, uzasadnienie, załączniki i zdjęcia, "
                "deklaracje i oceny kapituły, adres e-mail głosującego"
            ),
            legal_basis=CONSENT,
            retention=_("zgłoszenia bez nagrody rok, głosy pół roku; laureaci wieczyście"),
            recipients=_("kapituła; czytelnicy portalu, w zakresie laureatów"),
            sources=("zgloszenia-do-nagrod", "kapituly"),
            rules=("zgloszenia-bez-nagrody", "glosy-publicznosci"),
        )
    )
