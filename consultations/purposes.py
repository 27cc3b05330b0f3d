"""Why consultations process personal data, and which of them officials see."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.processing import Purpose


def register_purposes() -> None:
    """Make the purpose and kinds of this app known."""
    access_log.register("consultations.authors", _("Autorzy uwag w konsultacjach"))
    access_log.register("consultations.reports", _("Zgłoszenia naruszeń w uwagach"))
    access_log.register("consultations.attendance", _("Lista obecności na spotkaniu"))
    processing.register(
        Purpose(
            key="konsultacje",
            name=_("Konsultacje z organizacjami"),
            people=_("osoby, które zgłaszają i popierają uwagi, uczestnicy spotkań"),
            data=_("treść uwag, autor lub organizacja, data, poparcia, obecność na spotkaniach"),
            legal_basis=_(
                "zadanie w interesie publicznym (art. 6 ust. 1 lit. e RODO w związku z art. 5 "
                "ustawy o działalności pożytku publicznego i o wolontariacie)"
            ),
            retention=_("wieczyście, jako dokumentacja aktu; po usunięciu konta bez nazwiska"),
            recipients=_("czytelnicy portalu; archiwum zakładowe urzędu"),
            sources=("uwagi", "poparcia"),
            rules=("formularze-uwag", "pliki-raportow", "listy-obecnosci"),
        )
    )
