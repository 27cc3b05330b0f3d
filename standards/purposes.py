"""Why working groups and elections process personal data, and which of them officials see."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.domain.purposes import LEGAL_DUTY, PUBLIC_TASK
from accounts.processing import Purpose


def register_purposes() -> None:
    """Make the purposes and kinds of this app known."""
    access_log.register("standards.members", _("Składy zespołów i rad"))
    access_log.register("standards.applications", _("Zgłoszenia do zespołów roboczych"))
    access_log.register("standards.candidates", _("Kandydatury i zgody w wyborach do rady"))
    processing.register(
        Purpose(
            key="zespoly",
            name=_("Zespoły robocze, standardy i biblioteka"),
            people=_("członkowie zespołów i kandydaci, autorzy materiałów i praktyk"),
            data=_("imię i nazwisko, strona, obecność i godziny, zgłoszenia, komentarze, teksty"),
            legal_basis=PUBLIC_TASK,
            retention=_("wieczyście, jako dokumentacja; po usunięciu konta bez nazwiska"),
            recipients=_("czytelnicy portalu, w zakresie składu zespołów i protokołów"),
            sources=("zespoly", "zgloszenia-do-zespolow", "komentarze-zespolow", "materialy"),
            rules=("zgloszenia-do-zespolow",),
        )
    )
    processing.register(
        Purpose(
            key="wybory",
            name=_("Wybory do rady działalności pożytku publicznego"),
            people=_("kandydaci, osoby uprawnione do głosowania, składający skargi"),
            data=_("imię i nazwisko, organizacja, zgoda na kandydowanie, upoważnienie, skarga"),
            legal_basis=LEGAL_DUTY,
            retention=_("wieczyście, jako dokumentacja wyborów; głosów nie łączymy z osobami"),
            recipients=_("czytelnicy portalu, w zakresie kandydatów i wyników"),
            sources=("wybory", "skargi-wyborcze"),
            rules=("dane-z-wyborow",),
        )
    )
