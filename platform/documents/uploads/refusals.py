"""Why a file is refused, each reason one sentence that says what to do."""

from __future__ import annotations

import math

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

REASONS = {
    "empty": _("Plik jest pusty."),
    "too_large": _("Plik ma %(size)s, a największy dozwolony to %(limit)s."),
    "wrong_kind": _("Takich plików tu nie przyjmujemy. Dozwolone są: %(allowed)s."),
    "executable": _("To jest program, a nie dokument. Programów nie przyjmujemy."),
    "archive": _("To jest archiwum. Rozpakuj je i wyślij pliki osobno."),
    "old_office": _(
        "To jest plik w dawnym formacie Worda lub Excela. Zapisz go jako DOCX albo XLSX "
        "i wyślij ponownie."
    ),
    "encrypted": _("Plik jest zabezpieczony hasłem. Usuń hasło i wyślij go ponownie."),
    "macros": _("Plik zawiera makra. Zapisz go bez makr i wyślij ponownie."),
    "active": _("Plik PDF zawiera skrypty. Wydrukuj go do nowego pliku PDF i wyślij ponownie."),
    "damaged": _("Plik jest uszkodzony i nie można go otworzyć."),
    "bomb": _("Plik po rozpakowaniu jest zbyt duży."),
    "mixed": _("Plik zawiera coś jeszcze oprócz dokumentu. Zapisz dokument na nowo i wyślij go."),
    "too_many_pixels": _("Obraz jest zbyt duży. Zmniejsz go do %(limit)s megapikseli."),
}


class UploadRefused(Exception):
    """The file is not accepted; ``code`` is a key of ``REASONS``."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    @property
    def message(self) -> str:
        """The reason in the reader's language."""
        return str(REASONS[self.code]) % self.details

    def __str__(self) -> str:
        return self.message


def readable_size(size: int) -> str:
    """``size`` in bytes as people say it, rounded up: what is over a limit also looks so."""
    unit, name = (1024 * 1024, "MB") if size >= 1024 * 1024 else (1024, "KB")
    tenths = math.ceil(size * 10 / unit)
    places = 0 if tenths % 10 == 0 else 1
    return f"{number_format(tenths / 10, decimal_pos=places)} {name}"
