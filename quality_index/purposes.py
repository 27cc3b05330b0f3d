"""Why the index processes personal data, and which of them officials see."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.domain.purposes import PUBLIC_TASK
from accounts.processing import Purpose


def register_purposes() -> None:
    """Make the purpose and kind of this app known."""
    access_log.register("quality_index.owners", _("Osoby odpowiedzialne za działania"))
    access_log.register("quality_index.team", _("Zespół oceniający współpracę"))
    processing.register(
        Purpose(
            key="indeks",
            name=_("Lokalny Indeks Jakości Współpracy"),
            people=_("członkowie zespołów oceniających, osoby pytane o opinię"),
            data=_("imię i nazwisko, adres e-mail, strona, własne oceny i komentarze"),
            legal_basis=PUBLIC_TASK,
            retention=_("komentarze pięć lat; uzgodnione oceny i plany wieczyście"),
            recipients=_("zespół oceniający; czytelnicy portalu widzą tylko uzgodnione oceny"),
            sources=("oceny-wspolpracy", "ankiety-wspolpracy"),
            rules=("komentarze-ocen-wspolpracy",),
        )
    )
