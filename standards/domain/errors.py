"""Named refusals; the web layer shows their message and keeps what was typed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _


class StandardsError(Exception):
    """Base of all refusals; ``str()`` of it is a sentence for people."""

    message = _("Tej czynności nie można teraz wykonać.")

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.message)

    def __str__(self) -> str:
        return str(self.args[0])


class StepNotAllowed(StandardsError):
    """The standard cannot take that step from where it stands."""

    message = _("Tego kroku nie można teraz zrobić: standard jest już na innym etapie.")


class EvidenceMissing(StandardsError):
    """The step has no evidence, or one that proves too little."""

    message = _("Tego kroku nie można przejść bez dowodu.")


class ReasonRequired(StandardsError):
    """The move needs a reason."""

    message = _("Podaj powód; zobaczą go wszyscy.")


class NoDraftText(StandardsError):
    """There is nothing to consult yet."""

    message = _("Najpierw dodaj projekt standardu.")


class UnreadableText(StandardsError):
    """The file of the adopted text has no text that could be read into units."""

    message = _("Nie udało się odczytać tekstu z tego pliku. Dodaj DOCX, ODT lub PDF z tekstem.")


class SeatTaken(StandardsError):
    """The seat cannot be given."""

    message = _("Tego miejsca nie można teraz nadać.")
