"""One clear sentence for each reason why a file cannot be read as a draft."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "wrong_type": _("Tego rodzaju pliku nie potrafimy odczytać. Dodaj DOCX, ODT, PDF lub HTML."),
    "not_a_docx": _("Plik ma końcówkę .docx, ale nie jest dokumentem programu Word."),
    "not_a_pdf": _("Plik ma końcówkę .pdf, ale nie jest dokumentem PDF."),
    "scanned_pdf": _(
        "Ten PDF to skan bez tekstu. Dodaj plik, z którego powstał wydruk, albo PDF z tekstem."
    ),
    "password_protected": _("Plik jest zabezpieczony hasłem. Zdejmij hasło i dodaj go ponownie."),
    "empty": _("W tym pliku nie ma żadnego tekstu."),
    "too_large": _("Plik jest za duży."),
    "damaged": _("Plik jest uszkodzony i nie da się go otworzyć."),
}


def sentence_for(code: str) -> str:
    """The sentence for ``code``; an empty string for no failure."""
    return str(SENTENCES.get(code, SENTENCES["damaged"])) if code else ""
