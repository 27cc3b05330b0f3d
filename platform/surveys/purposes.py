"""Why surveys process personal data, and which of them administrators see."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.domain.purposes import PROCESSORS, PUBLIC_TASK
from accounts.processing import Purpose


def register_purposes() -> None:
    """Make the purpose and kind of this app known."""
    access_log.register("surveys.answers", _("Imienne odpowiedzi w ankietach"))
    processing.register(
        Purpose(
            key="ankiety",
            name=_("Ankiety i badanie potrzeb"),
            people=_("osoby, które odpowiadają w imiennych ankietach"),
            data=_("odpowiedzi oraz to, kto i kiedy odpowiedział"),
            legal_basis=PUBLIC_TASK,
            retention=_("kto odpowiadał: rok; same odpowiedzi bez nazwisk dłużej"),
            recipients=PROCESSORS,
            sources=("ankiety",),
            rules=("ankiety-niewyslane", "ankiety-osoby"),
        )
    )
